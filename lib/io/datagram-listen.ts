// Owns: where a server of datagrams listens: what listen() is given, and the UDP socket made of it.
// Must not know: DTLS, peers.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { invalidArgument, OptionReader, requireInteger, requireString } from '../core/options.ts';
import { bound, closeSocket, makeUdpSocket, type UdpOptions, UdpServerTransport } from './datagram-udp.ts';

export interface DatagramListenOptions {
  /** Default 0: one that is free. */
  readonly port?: number;
  /** Name or address; default: all addresses of this machine. */
  readonly host?: string;
}

export interface ListenCall extends DatagramListenOptions {
  readonly onListening: (() => void) | undefined;
}

/** Reads what listen() was given, in any of its forms. Fails when: it is none of them (MisuseError). */
export function readListenCall(parameters: readonly unknown[]): ListenCall {
  const given = parameters.filter((each) => each !== undefined);
  const last = given.at(-1);
  const onListening = typeof last === 'function' ? (last as () => void) : undefined;
  const [first, second, ...more] = onListening === undefined ? given : given.slice(0, -1);
  if (more.length > 0) throw invalidArgument('onListening', 'a function', more[0]);
  const values = typeof first === 'object' ? first : { port: first, ...(second === undefined ? {} : { host: second }) };
  const options = new OptionReader('options', values, ['port', 'host']);
  const port = options.has('port') ? requireInteger(options.path('port'), options.raw('port'), 0, 65_535) : 0;
  return { port, ...(options.has('host') ? { host: requireString(options.path('host'), options.raw('host')) } : {}), onListening };
}

/** Binds a socket of its own. Rejects when: the host is not found, or the system refuses (its own error). */
export async function bindUdp(
  { port = 0, host }: DatagramListenOptions,
  type: 'udp4' | 'udp6' | null,
  udp: UdpOptions,
): Promise<UdpServerTransport> {
  if (host !== undefined) {
    const family = type === null ? 0 : type === 'udp4' ? 4 : 6;
    const address = isIP(host) === 0 ? (await lookup(host, { family })).address : host;
    return await bind(type ?? (isIP(address) === 6 ? 'udp6' : 'udp4'), port, address, udp);
  }
  try {
    return await bind(type ?? 'udp6', port, undefined, udp);
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (type !== null || (code !== 'EAFNOSUPPORT' && code !== 'EADDRNOTAVAIL')) throw error;
    return await bind('udp4', port, undefined, udp); // a system without IPv6
  }
}

async function bind(type: 'udp4' | 'udp6', port: number, address: string | undefined, udp: UdpOptions): Promise<UdpServerTransport> {
  const socket = makeUdpSocket(type, udp);
  try {
    await bound(socket, port, address);
  } catch (error) {
    closeSocket(socket);
    throw error;
  }
  return new UdpServerTransport(socket, true);
}
