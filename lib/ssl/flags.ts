// Owns: flags of OpenSSL, given by their C names.
// Must not know: which setting they are of.

import { NotSupportedError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { OpenSSL } from './openssl.ts';

export type Flags = Readonly<Record<string, { readonly value: number; readonly since: string }>>;

/**
 * The flags of one option together. A sum, not a bitwise or: the newest flags lie above the 32 bits that JavaScript's operators have.
 *
 * Fails when: a name is unknown (MisuseError), or the library is older than the flag (NotSupportedError): it would take the bit for
 * something else, or for nothing.
 */
export function readFlags(options: OptionReader, setting: string, known: Flags, library: OpenSSL): number | undefined {
  const names = options.strings(setting);
  if (names === undefined) return undefined;
  return [...new Set(names)].reduce((sum, name) => {
    const flag = Object.hasOwn(known, name) ? known[name] : undefined;
    if (flag === undefined) throw invalidArgument(options.path(setting), `an array of ${Object.keys(known).join(', ')}`, name);
    if (!library.isAtLeast(flag.since)) throw new NotSupportedError(name, library.version.text);
    return sum + flag.value;
  }, 0);
}
