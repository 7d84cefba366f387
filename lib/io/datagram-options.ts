// Owns: the options of connectDatagram(), and those that it shares with servers of datagrams.
// Must not know: what is done with them.

import type { Socket } from 'node:dgram';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import type { DtlsVersion } from '../ssl/protocols.ts';
import { type ClientOptions, readPort } from './connect-options.ts';
import { type DatagramTransport, requireTransport } from './datagram-transport.ts';
import { isUdpSocket, remoteOf, type UdpOptions } from './datagram-udp.ts';

/** How connections over datagrams are, of clients and of servers. */
export interface DatagramOptions {
  /** The largest datagram to send, in bytes of its payload, 208 to 4096; default 1232, which every path of IPv6 carries. SSL_set_mtu(3) */
  readonly mtu?: number;
  /** The same with 48 bytes for the headers of IPv6 and UDP, 256 to 4144, in place of `mtu`. DTLS_set_link_mtu(3) */
  readonly linkMtu?: number;
  /** Messages that a connection keeps for want of somebody who takes them; what comes on top is dropped. Default 1000. */
  readonly maxUnread?: number;
}

type OfStreams = 'minProtocol' | 'maxProtocol' | 'dangerousMinProtocol' | 'dangerousEarlyData' | 'bufferSize' | 'ech';

/** Options of connectDatagram(): `host` and `port`, or a `transport`, and everything about trust and settings, as of connect(). */
export interface ConnectDatagramOptions extends Omit<ClientOptions, OfStreams>, DatagramOptions {
  /** Name or address; beside a `transport` or a connected `socket` only the name to verify. */
  readonly host?: string;
  readonly port?: number;
  /**
   * A socket of node:dgram in place of an own one. It stays yours: the connection takes what comes from its peer, and does not close it. If it
   * is connected, that is the peer; else it is `host` and `port`.
   */
  readonly socket?: Socket;
  /** What carries the datagrams, in place of UDP. The connection owns it from here on. */
  readonly transport?: DatagramTransport;
  /** For the own socket: what node:dgram's createSocket() takes beside the type. */
  readonly socketOptions?: UdpOptions;
  /** Gives up, at any time before the handshake is finished. */
  readonly signal?: AbortSignal;
  /** DTLS 1.2 unless given; a stricter openssl.cnf is kept. */
  readonly minProtocol?: 'DTLSv1.2';
  /** SSL_CTX_set_max_proto_version(3) */
  readonly maxProtocol?: DtlsVersion;
  /** Allow DTLS 1.0. Some builds and security levels refuse it still. */
  readonly dangerousMinProtocol?: DtlsVersion;
}

export const datagramOptionNames: readonly (keyof DatagramOptions)[] = ['mtu', 'linkMtu', 'maxUnread'];
export const whereNames = ['host', 'port', 'socket', 'transport', 'socketOptions', 'signal'] as const;

/** Where the datagrams of a client go. */
export type Where =
  | { readonly kind: 'transport'; readonly transport: DatagramTransport }
  | { readonly kind: 'connected'; readonly socket: Socket }
  | { readonly kind: 'socket'; readonly socket: Socket; readonly host: string; readonly port: number }
  | { readonly kind: 'host'; readonly host: string; readonly port: number; readonly udp: UdpOptions };

/** Fails when: an option is wrong, missing, or has no meaning beside another (MisuseError). */
export function readWhere(options: OptionReader, host: string | null): Where {
  const refuse = (names: readonly string[], beside: string): void => {
    const first = names.find((name) => options.has(name));
    if (first === undefined) return;
    const path = options.path(first);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${beside}`);
  };
  if (options.has('transport')) {
    refuse(['port', 'socket', 'socketOptions'], options.path('transport'));
    return { kind: 'transport', transport: requireTransport(options.path('transport'), options.raw('transport')) };
  }
  const socket = options.has('socket') ? readSocket(options) : null;
  if (socket !== null) refuse(['socketOptions'], options.path('socket'));
  if (socket !== null && remoteOf(socket) !== null) {
    refuse(['port'], `a connected ${options.path('socket')}`);
    return { kind: 'connected', socket };
  }
  if (host === null) throw invalidArgument(options.path('host'), 'a host name or an IP address', undefined);
  const port = readPort(options);
  return socket === null ? { kind: 'host', host, port, udp: readUdpOptions(options) } : { kind: 'socket', socket, host, port };
}

/** Fails when: it is no socket of node:dgram (MisuseError). */
export function readSocket(options: OptionReader): Socket {
  const given = options.raw('socket');
  if (isUdpSocket(given)) return given;
  throw invalidArgument(options.path('socket'), 'a socket of node:dgram', given);
}

/** Fails when: it is no object, or has what is not for it to say (MisuseError). */
export function readUdpOptions(options: OptionReader): UdpOptions {
  const given = options.raw('socketOptions') ?? {};
  const path = options.path('socketOptions');
  if (typeof given !== 'object') throw invalidArgument(path, 'an object', given);
  const first = ['type', 'lookup'].find((name) => name in given);
  if (first === undefined) return given;
  throw new MisuseError('ERR_SSL_ARGUMENT', `${path}.${first}`, `${path}.${first} is not for it to say`);
}

/** For the engine, which looks at them. */
export function mtuOf(options: OptionReader): SslEngineOptions {
  return Object.fromEntries(['mtu', 'linkMtu'].filter((name) => options.has(name)).map((name) => [name, options.raw(name)]));
}

export function readMaxUnread(options: OptionReader): number {
  return options.integer('maxUnread', 0, 2 ** 31 - 1) ?? 1000;
}
