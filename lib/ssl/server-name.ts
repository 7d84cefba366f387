// Owns: reading a server name, as it travels in a ClientHello.

import { isIP } from 'node:net';
import { invalidArgument, type OptionReader } from '../core/options.ts';

/** A host name among the options. Fails when: it is none, or an IP address (MisuseError). */
export function readServerName(options: OptionReader, option: string): string | undefined {
  const name = options.string(option);
  return name === undefined ? undefined : requireServerName(options.path(option), name);
}

/** Fails when: `name` is no host name, or an IP address (MisuseError). */
export function requireServerName(path: string, name: unknown): string {
  // 255: the length field of a DNS name; OpenSSL would refuse a longer one, with less to say.
  if (typeof name !== 'string' || name.length > 255 || !/^[\x21-\x7e]+$/.test(name))
    throw invalidArgument(path, 'an ASCII host name of at most 255 characters', name);
  if (isIP(name) !== 0) throw invalidArgument(path, 'a host name, no IP address', name);
  return name;
}
