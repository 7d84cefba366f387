// Owns: the options of createDatagramServer(), read once.
// Must not know: what a server does with them.

import type { Socket } from 'node:dgram';
import { MisuseError } from '../core/errors.ts';
import { OptionReader } from '../core/options.ts';
import type { SslContext } from '../ssl/context.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import { readHome } from '../ssl/home.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import type { DtlsVersion } from '../ssl/protocols.ts';
import { type DatagramOptions, datagramOptionNames, mtuOf, readMaxUnread, readSocket, readUdpOptions } from './datagram-options.ts';
import { type DatagramServerTransport, requireTransport } from './datagram-transport.ts';
import type { UdpOptions } from './datagram-udp.ts';
import { serverContextOptionNames } from './server-context.ts';
import {
  largestCount,
  largestTimeout,
  type NamedContextOptions,
  readLimit,
  readStore,
  readTicketKeys,
  refuseBesideCallbacks,
  type ServerOptions,
  withoutLimit,
} from './server-options.ts';

type Protocols = 'minProtocol' | 'maxProtocol' | 'dangerousMinProtocol';
type OfStreams =
  | 'context'
  | 'maxWaiting'
  | 'offload'
  | 'bufferSize'
  | 'io'
  | 'noDelay'
  | 'keepAlive'
  | 'keepAliveInitialDelay'
  | 'allowHalfOpen'
  | 'dangerousEarlyData';
type Cookies = 'generateCookieCallback' | 'verifyCookieCallback';

interface DtlsProtocols {
  /** DTLS 1.2 unless given; a stricter openssl.cnf is kept. */
  readonly minProtocol?: 'DTLSv1.2';
  /** SSL_CTX_set_max_proto_version(3) */
  readonly maxProtocol?: DtlsVersion;
  /** Allow DTLS 1.0. Some builds and security levels refuse it still. */
  readonly dangerousMinProtocol?: DtlsVersion;
}

/** Of a context for one name: what belongs to the whole server is left out. */
export interface NamedDatagramContextOptions extends Omit<NamedContextOptions, Protocols>, DtlsProtocols {}

/** As those of createServer(), but for what is of streams. */
export interface DatagramServerOptions
  extends Omit<ServerOptions, Protocols | OfStreams | Cookies | 'contexts'>,
    DtlsProtocols,
    DatagramOptions {
  /** What to show to clients that name a server, as that of createServer(). */
  readonly contexts?: Readonly<Record<string, SslContext | NamedDatagramContextOptions>>;
  /** Of the own socket. Default: that of the address of listen(), and without one 'udp6', which takes both where the system allows it. */
  readonly type?: 'udp4' | 'udp6';
  /** For the own socket: what node:dgram's createSocket() takes beside the type. */
  readonly socketOptions?: UdpOptions;
  /** A socket of node:dgram in place of an own one, bound already. It stays yours, and no peer of it should be anybody else's. */
  readonly socket?: Socket;
  /** What carries the datagrams, in place of UDP. The server owns it from here on. */
  readonly transport?: DatagramServerTransport;
  /** Milliseconds from the ClientHello with its cookie to the end of the handshake; default 30000. `Infinity`: no limit. */
  readonly handshakeTimeout?: number;
  /** Milliseconds without a message of either side, after which a connection is closed; default 300000. `Infinity`: no limit. */
  readonly idleTimeout?: number;
  /** Handshakes under way at once; default 1000. While there are so many, ClientHellos are dropped, and clients send theirs again. */
  readonly maxHandshakes?: number;
  /** Connections and handshakes at once; default 10000. `Infinity`: no limit. */
  readonly maxConnections?: number;
}

const ownNames = [
  'library',
  'contexts',
  'unknownName',
  'ticketKeys',
  'sessionStore',
  'sessionStoreTimeout',
  'handshakeTimeout',
  'idleTimeout',
  'maxHandshakes',
  'maxConnections',
  'type',
  'socketOptions',
  'socket',
  'transport',
] as const satisfies readonly (keyof DatagramServerOptions)[];
const cookieNames: readonly string[] = ['generateCookieCallback', 'verifyCookieCallback'];
const contextNames = serverContextOptionNames.filter((name) => !cookieNames.includes(name));

export interface ParsedDatagramServerOptions {
  readonly options: OptionReader;
  readonly library: OpenSSL;
  readonly ticketKeys: ReturnType<typeof readTicketKeys>;
  readonly sessionStore: ReturnType<typeof readStore>;
  readonly engine: SslEngineOptions;
  readonly maxUnread: number;
  readonly type: 'udp4' | 'udp6' | null;
  readonly udp: UdpOptions;
  readonly socket: Socket | null;
  readonly transport: DatagramServerTransport | null;
  /** Milliseconds; null: no limit. */
  readonly handshakeTimeout: number | null;
  readonly idleTimeout: number | null;
  readonly maxHandshakes: number;
  readonly maxConnections: number;
}

/** Fails when: an option is unknown, wrong, or two of them exclude each other (MisuseError); or there is no such library (LibraryLoadError). */
export function parseDatagramServerOptions(value: unknown): ParsedDatagramServerOptions {
  const options = new OptionReader('options', value, [...ownNames, ...datagramOptionNames, ...contextNames]);
  refuseBesideCallbacks(options);
  for (const name of ['socket', 'transport']) {
    const first = options.has(name)
      ? ['type', 'socketOptions', 'transport'].find((other) => other !== name && options.has(other))
      : undefined;
    if (first === undefined) continue;
    const path = options.path(first);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${options.path(name)}`);
  }
  const timeout = (name: 'handshakeTimeout' | 'idleTimeout', byDefault: number): number | null =>
    withoutLimit(options, name) ? null : (options.integer(name, 1, largestTimeout) ?? byDefault);
  return {
    options,
    library: readHome(options).library,
    ticketKeys: readTicketKeys(options),
    sessionStore: readStore(options),
    engine: mtuOf(options),
    maxUnread: readMaxUnread(options),
    type: options.oneOf<'udp4' | 'udp6'>('type', ['udp4', 'udp6']) ?? null,
    udp: readUdpOptions(options),
    socket: options.has('socket') ? readSocket(options) : null,
    transport: options.has('transport') ? requireTransport(options.path('transport'), options.raw('transport')) : null,
    handshakeTimeout: timeout('handshakeTimeout', 30_000),
    idleTimeout: timeout('idleTimeout', 300_000),
    maxHandshakes: readLimit(options, 'maxHandshakes', 1, 1000),
    maxConnections: withoutLimit(options, 'maxConnections')
      ? Number.POSITIVE_INFINITY
      : (options.integer('maxConnections', 1, largestCount) ?? 10_000),
  };
}
