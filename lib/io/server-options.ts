// Owns: the options of createServer(), read once.
// Must not know: what a server does with them.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import type { SslContext } from '../ssl/context.ts';
import { readHome } from '../ssl/home.ts';
import type { LibrarySelector, OpenSSL } from '../ssl/openssl.ts';
import { type Io, readIo } from './carrier.ts';
import { readBufferSize } from './connect-options.ts';
import { type Offload, readOffload } from './offload.ts';
import { type ServerContextOptions, serverContextOptionNames } from './server-context.ts';
import { requireStore, type SessionStore } from './session-store.ts';
import type { SslSocketOptions } from './ssl-socket.ts';
import { TicketKeyRing } from './ticket-key-ring.ts';

/** Of a context for one name: what belongs to the whole server is left out. */
export type NamedContextOptions = Pick<
  ServerContextOptions,
  | 'certificate'
  | 'privateKey'
  | 'passphrase'
  | 'certCallback'
  | 'statusCallback'
  | 'certificateCompression'
  | 'compressedCertificates'
  | 'cipherList'
  | 'cipherSuites'
  | 'signatureAlgorithms'
  | 'clientSignatureAlgorithms'
  | 'dhParameters'
  | 'securityLevel'
  | 'minProtocol'
  | 'maxProtocol'
  | 'dangerousMinProtocol'
  | 'options'
  | 'clearOptions'
  | 'conf'
  | 'alpn'
  | 'alpnSelectCallback'
  | 'clientCertificate'
  | 'ca'
  | 'clientCa'
  | 'crl'
  | 'verifyParameters'
  | 'verifyCallback'
  | 'certVerifyCallback'
  | 'dangerousUnverifiedClients'
  | 'serverCertTypes'
  | 'clientCertTypes'
  | 'expectedPeerKeys'
>;

export interface ServerOptions extends ServerContextOptions, SslSocketOptions {
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** A context for servers, in place of all its settings here: with what OpenSSL has where nothing is said, as SslContext has it. */
  readonly context?: SslContext;
  /** What to show to clients that name a server: `'www.example.org'`, or `'*.example.org'` for one label. */
  readonly contexts?: Readonly<Record<string, SslContext | NamedContextOptions>>;
  /**
   * Of clients that name nobody, or somebody who is not in `contexts`. `'default'`: they get the server's own certificate; `'refuse'`: the
   * alert unrecognized_name. Default: `'default'` if the server has a certificate of its own.
   */
  readonly unknownName?: 'default' | 'refuse';
  /**
   * The keys of session tickets: a ring, which changes them, or 80 bytes that stay. Default: a ring of the server's own, which the workers of
   * node:cluster share.
   */
  readonly ticketKeys?: TicketKeyRing | Uint8Array;
  /** Sessions are kept here, and clients show their ids: SSL_OP_NO_TICKET is set. */
  readonly sessionStore?: SessionStore;
  /** Milliseconds that a handshake waits for `sessionStore.get`; default 1000. Then it goes on without. */
  readonly sessionStoreTimeout?: number;
  /** Milliseconds from the TCP connection to the end of the handshake; default 30000. `Infinity`: no limit. */
  readonly handshakeTimeout?: number;
  /** Handshakes under way at once; default 1000. `Infinity`: no limit. */
  readonly maxHandshakes?: number;
  /** Connections that wait, unread, for one of them to end; default 10000. What comes on top is dropped. `Infinity`: no limit. */
  readonly maxWaiting?: number;
  /** Connections at once, net.Server's maxConnections; what comes on top is dropped. Default: no limit. */
  readonly maxConnections?: number;
  /** As that of connect(): `'pool'` does handshakes on libuv's thread pool, beside what this thread does. */
  readonly offload?: Offload;
  /** Bytes of each half of a connection's BIO pair, where there is one (`io`); default 256 KiB. */
  readonly bufferSize?: number;
  /** Who works on the connections, OpenSSL itself or sockets of node:net: as `io` of connect(). */
  readonly io?: Io;
  /** TCP_NODELAY; default true. */
  readonly noDelay?: boolean;
  /** SO_KEEPALIVE; default false. */
  readonly keepAlive?: boolean;
  /** Milliseconds until the first probe, with `keepAlive`. */
  readonly keepAliveInitialDelay?: number;
  /** Reads what a client sends before the handshake is finished, as `dangerousEarlyData` of accept(). **It may be a replay.** */
  readonly dangerousEarlyData?: boolean;
}

/** What can be different for each name: SSL_set_SSL_CTX(3) takes it along, or the server does. */
export const namedOptionNames: readonly (keyof NamedContextOptions)[] = [
  'certificate',
  'privateKey',
  'passphrase',
  'certCallback',
  'statusCallback',
  'certificateCompression',
  'compressedCertificates',
  'cipherList',
  'cipherSuites',
  'signatureAlgorithms',
  'clientSignatureAlgorithms',
  'dhParameters',
  'securityLevel',
  'minProtocol',
  'maxProtocol',
  'dangerousMinProtocol',
  'options',
  'clearOptions',
  'conf',
  'alpn',
  'alpnSelectCallback',
  'clientCertificate',
  'ca',
  'clientCa',
  'crl',
  'verifyParameters',
  'verifyCallback',
  'certVerifyCallback',
  'dangerousUnverifiedClients',
  'serverCertTypes',
  'clientCertTypes',
  'expectedPeerKeys',
];

const ownNames = [
  'library',
  'context',
  'contexts',
  'unknownName',
  'ticketKeys',
  'sessionStore',
  'sessionStoreTimeout',
  'handshakeTimeout',
  'maxHandshakes',
  'maxWaiting',
  'maxConnections',
  'offload',
  'bufferSize',
  'io',
  'noDelay',
  'keepAlive',
  'keepAliveInitialDelay',
  'allowHalfOpen',
  'dangerousEarlyData',
] as const satisfies readonly (keyof ServerOptions)[];

export const largestTimeout: number = 2 ** 31 - 1; // what a timer of Node can hold
export const largestCount: number = 2 ** 31 - 1;

export interface ParsedServerOptions {
  readonly options: OptionReader;
  readonly library: OpenSSL;
  /** Milliseconds; null: no limit. */
  readonly handshakeTimeout: number | null;
  readonly maxHandshakes: number;
  readonly maxWaiting: number;
  readonly maxConnections: number | undefined;
  readonly offload: Offload;
  readonly bufferSize: number;
  readonly io: Io;
  readonly allowHalfOpen: boolean;
  readonly readsEarlyData: boolean;
  readonly sessionStore: { readonly store: SessionStore; readonly timeout: number } | null;
  /** null: the context's own, or the caller's callback's. */
  readonly ticketKeys: TicketKeyRing | Uint8Array | null | undefined;
  readonly tcp: { readonly noDelay: boolean; readonly keepAlive: boolean; readonly keepAliveInitialDelay: number };
}

/** Fails when: an option is unknown, wrong, or two of them exclude each other (MisuseError); or there is no such library (LibraryLoadError). */
export function parseServerOptions(value: unknown): ParsedServerOptions {
  const options = new OptionReader('options', value, [...ownNames, ...serverContextOptionNames]);
  refuseBesideContext(options);
  refuseBesideCallbacks(options);
  return {
    options,
    library: readHome(options).library,
    handshakeTimeout: withoutLimit(options, 'handshakeTimeout') ? null : (options.integer('handshakeTimeout', 1, largestTimeout) ?? 30_000),
    maxHandshakes: readLimit(options, 'maxHandshakes', 1, 1000),
    maxWaiting: readLimit(options, 'maxWaiting', 0, 10_000),
    maxConnections: options.integer('maxConnections', 1, largestCount),
    offload: readOffload(options),
    bufferSize: readBufferSize(options),
    io: readIo(options),
    allowHalfOpen: options.boolean('allowHalfOpen') ?? false,
    readsEarlyData: options.boolean('dangerousEarlyData') ?? false,
    sessionStore: readStore(options),
    ticketKeys: readTicketKeys(options),
    tcp: {
      noDelay: options.boolean('noDelay') ?? true,
      keepAlive: options.boolean('keepAlive') ?? false,
      keepAliveInitialDelay: options.integer('keepAliveInitialDelay', 0, largestTimeout) ?? 0,
    },
  };
}

function refuseBesideContext(options: OptionReader): void {
  if (!options.has('context')) return;
  const settings = ['library', 'contexts', 'unknownName', 'ticketKeys', 'sessionStore', ...serverContextOptionNames];
  const first = settings.find((name) => options.has(name));
  if (first === undefined) return;
  const path = options.path(first);
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} belongs to the context, which is given already`);
}

// Both want to be the one that OpenSSL asks.
export function refuseBesideCallbacks(options: OptionReader): void {
  const ours: readonly (readonly [string, readonly string[]])[] = [
    ['contexts', ['clientHelloCallback', 'serverNameCallback']],
    ['unknownName', ['clientHelloCallback', 'serverNameCallback']],
    ['sessionStore', ['clientHelloCallback', 'getSessionCallback', 'sessionCacheMode', 'ticketKeyCallback']],
    ['ticketKeys', ['ticketKeyCallback', 'sessionStore']],
  ];
  for (const [name, others] of ours) {
    const other = options.has(name) ? others.find((each) => options.has(each)) : undefined;
    if (other === undefined) continue;
    throw new MisuseError('ERR_SSL_ARGUMENT', options.path(other), `${options.path(other)} has no meaning with ${options.path(name)}`);
  }
}

export function readStore(options: OptionReader): ParsedServerOptions['sessionStore'] {
  const timeout = options.integer('sessionStoreTimeout', 1, largestTimeout) ?? 1000;
  if (options.has('sessionStore')) return { store: requireStore(options.path('sessionStore'), options.raw('sessionStore')), timeout };
  if (!options.has('sessionStoreTimeout')) return null;
  const path = options.path('sessionStoreTimeout');
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning without ${options.path('sessionStore')}`);
}

const ticketKeysLength = 80;

export function readTicketKeys(options: OptionReader): TicketKeyRing | Uint8Array | undefined {
  const given = options.raw('ticketKeys');
  if (given === undefined || given instanceof TicketKeyRing) return given;
  if (given instanceof Uint8Array && given.length === ticketKeysLength) return given;
  const what = given instanceof Uint8Array ? given.length : typeof given; // never the keys
  throw invalidArgument(options.path('ticketKeys'), `a TicketKeyRing or a Uint8Array of ${ticketKeysLength} bytes`, what);
}

export function withoutLimit(options: OptionReader, name: string): boolean {
  return options.raw(name) === Number.POSITIVE_INFINITY;
}

export function readLimit(options: OptionReader, name: string, from: number, byDefault: number): number {
  return withoutLimit(options, name) ? Number.POSITIVE_INFINITY : (options.integer(name, from, largestCount) ?? byDefault);
}
