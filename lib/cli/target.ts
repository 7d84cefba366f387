// Owns: reading HOST:PORT.

import { isIPv6 } from 'node:net';
import { InvalidArgumentError } from 'commander';

export interface Target {
  readonly host: string;
  readonly port: number;
}

const defaultPort = 443;
const largestPort = 65_535;

/** `example.org:443`, `example.org`, `[::1]:443`, `[::1]`, `::1`. Fails when: it is none of these (InvalidArgumentError). */
export function parseTarget(text: string): Target {
  if (text.includes('://') || text.includes('/')) throw new InvalidArgumentError('Give HOST:PORT and no URL, for example example.org:443.');
  // An IPv6 address has colons of its own: without brackets all of them are the address's.
  if (isIPv6(text)) return { host: text, port: defaultPort };
  const parts = /^(?:\[(?<address>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>[^:]*))?$/.exec(text)?.groups;
  if (parts === undefined) throw new InvalidArgumentError('Give HOST:PORT; an IPv6 address goes in brackets, for example [::1]:443.');
  const { address, name = '', port } = parts;
  if (address !== undefined && !isIPv6(address)) throw new InvalidArgumentError(`There is no IPv6 address in the brackets: ${address}`);
  const host = address ?? name;
  if (host === '') throw new InvalidArgumentError('The host is missing.');
  return { host, port: port === undefined ? defaultPort : parsePort(port) };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > largestPort) throw new InvalidArgumentError(`The port must be a number from 1 to ${largestPort}, not "${text}".`);
  return port;
}
