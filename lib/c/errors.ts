// Owns: what a refusal of the C layer's native side is as an error.

import { type LibsslError, type MisuseCode, MisuseError, NotSupportedError } from '../core/errors.ts';

/** `argument` is the argument's name; of a function that is missing its own name, and `message` the version that lacks it. */
export function refusal(code: string, argument: string, message: string): LibsslError {
  if (code === 'ERR_SSL_NOT_SUPPORTED') return new NotSupportedError(argument, message, `${argument} is not in ${message}`);
  return new MisuseError(code as MisuseCode, argument, message);
}
