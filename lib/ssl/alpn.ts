// Owns: ALPN names between an array of strings and the wire form that OpenSSL takes.

import { invalidArgument, type OptionReader } from '../core/options.ts';

/** A list of names in wire form, each name behind its length (RFC 7301, 3.1); undefined if it was not given. */
export function readAlpn(options: OptionReader, option = 'alpn'): Uint8Array | undefined {
  const names = options.strings(option);
  if (names === undefined) return undefined;
  const path = options.path(option);
  if (names.length === 0) throw invalidArgument(path, 'an array with at least one protocol name', names);
  names.forEach((name, index) => {
    // Every registered name is ASCII; another character would be several bytes on the wire and not be told apart from them.
    if (name.length > 255 || !/^[\x21-\x7e]+$/.test(name))
      throw invalidArgument(`${path}[${index}]`, '1 to 255 printable ASCII characters', name);
  });
  const wire = Buffer.concat(names.map((name) => Buffer.from(String.fromCharCode(name.length) + name, 'latin1')));
  if (wire.length > 65_535) throw invalidArgument(path, 'a list of at most 65535 bytes in all', names);
  return wire;
}
