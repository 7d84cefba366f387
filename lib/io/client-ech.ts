// Owns: the option `ech` of connect() and connectSync().
// Must not know: how a connection is made, or made again.

import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import type { EchOffer, EchOptions } from '../ssl/ech-options.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';

/** ECH of connect() and connectSync(). */
export type ClientEch =
  | EchOptions
  | (EchOffer & {
      /**
       * Connects once more, with a TCP connection of its own, if the server sends configurations of its own to try again with. Default false.
       * Only with `host`.
       */
      readonly retry?: boolean;
    });

/**
 * The option `ech` for the engine: without what concerns the connection.
 *
 * Fails when: `retry` is no boolean, or there is no host to connect to again (MisuseError).
 */
export function readClientEch(options: OptionReader): Pick<SslEngineOptions, 'ech'> {
  const given = options.raw('ech');
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || !('retry' in given)) return { ech: given as EchOptions };
  const { retry, ...ech } = given;
  const path = `${options.path('ech')}.retry`;
  const refuse = (why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} ${why}`);
  };
  if (retry !== undefined && typeof retry !== 'boolean') refuse(`must be true or false, got ${typeof retry}`);
  if (retry === true && 'grease' in ech) refuse('has no meaning with grease');
  const over = ['transport', 'fd'].find((name) => options.has(name));
  if (retry === true && over !== undefined) refuse(`has no meaning with ${options.path(over)}: there is no second connection`);
  return { ech: ech as unknown as EchOptions };
}
