// Owns: which refusals of the library are the command line's fault, and saying so in the command line's words.
// Must not know: what was going to be done.

import { LibsslError, MisuseError, NotSupportedError, SettingError } from '../index.ts';
import { flagOfOption } from './flags.ts';
import { UsageError } from './usage-error.ts';

/**
 * The UsageError that stands for what connect() refused; null if no flag is to blame. A setting is the command line's fault where a flag
 * gave it: the system's trust, which is there without a flag, can be refused too.
 */
export function usageErrorOf(error: unknown, given: Readonly<Record<string, unknown>>): UsageError | null {
  if (!(error instanceof LibsslError)) return null;
  if (error instanceof NotSupportedError) return new UsageError(error.message, { cause: error });
  const option = /^(?:options\.)?(?<option>\w+)/.exec(blamed(error))?.groups?.['option'] ?? '';
  const flag = flagOfOption.get(option);
  if (flag === undefined || (error instanceof SettingError && !isGiven(option, given))) return null;
  // "options.ca[0].file must be …" becomes "--ca must be …", and "conf.Foo: …" becomes "--conf Foo: …".
  const said = error.message.replace(/^(?:options\.)?\w+(?:\[\d+\])?(?:\.file|\.directory)?/, '').replace(/^\./, ' ');
  return new UsageError(`${flag}${said.replace(' or { file: path }', '')}`, { cause: error });
}

function blamed(error: LibsslError): string {
  if (error instanceof MisuseError) return error.argument;
  return error instanceof SettingError ? error.setting : '';
}

function isGiven(option: string, given: Readonly<Record<string, unknown>>): boolean {
  // verifyHost and verifyIp are the engine's words for a name that the command line always gives: the host at least.
  return given[option] !== undefined || option.startsWith('verify');
}
