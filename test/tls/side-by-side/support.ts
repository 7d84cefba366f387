// Owns: the clients and the servers of a test that runs against every module with the API of node:tls, on 127.0.0.1 and in memory, and their end.
// Must not know: which modules there are (modules.ts), nor anything of them that Node's documentation does not say.

import { type EventEmitter, once } from 'node:events';
import { type AddressInfo, createServer as createNetServer, type Server as NetServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionOptions, SecureContextOptions, Server, TLSSocket, TlsOptions } from 'node:tls';
import { afterEach, describe } from '@jest/globals';
import { certificatePem, hosts, type Identity, identity } from '../../support/pki.ts';
import { modules, type Specifier, type Tls } from './modules.ts';

export type { Tls } from './modules.ts';

/** What @types/node of Node 20 lacks. */
export interface Undeclared {
  readonly secureConnecting: boolean;
  readonly ssl: object | null;
  setServername(name: string): void;
  setSession(session: Buffer): void;
  exportKeyingMaterial(length: number, label: string, context?: Buffer): Buffer;
}

export function undeclared(socket: TLSSocket): Undeclared {
  return socket as unknown as Undeclared;
}

/** What errors of Node carry, and those of TLS. */
export interface TlsError extends NodeJS.ErrnoException {
  readonly reason?: string;
  readonly library?: string;
  readonly host?: string;
  readonly port?: number;
  readonly cert?: object;
}

/** Both versions, as options. */
export const versions = [
  ['TLSv1.2', { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }],
  ['TLSv1.3', { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' }],
] as const;
export const [[, tls12], [, tls13]] = versions;

/** Runs the body once for each module: client and server are of the same one. */
export function sideBySide(name: string, body: (peers: Peers) => void): void {
  describe.each(modules)(`${name}, %s`, (_, tls, specifier) => body(new Peers(tls, tls, specifier)));
}

/** Runs the body for each client with each server. */
export function everyWay(name: string, body: (peers: Peers) => void): void {
  const ways = modules.flatMap(([client, clientTls, specifier]) =>
    modules.map(([server, serverTls]) => ({ client, clientTls, server, serverTls, specifier })),
  );
  describe.each(ways)(`${name}, client $client, server $server`, ({ clientTls, serverTls, specifier }) =>
    body(new Peers(clientTls, serverTls, specifier)),
  );
}

/** The options that make this identity. */
export function pems(name: Identity): { readonly cert: string; readonly key: string } {
  const { certificate, privateKey } = identity(name);
  return { cert: certificate, key: privateKey };
}

/** The error that `call` throws; undefined if it throws none. */
export function thrown(call: () => unknown): TlsError | undefined {
  try {
    call();
  } catch (error) {
    return error as TlsError;
  }
  return undefined;
}

/** The error that `emitter` is going to emit. */
export async function failure(emitter: EventEmitter): Promise<TlsError> {
  const bare = new Promise((resolve) => emitter.once('error', resolve));
  return (await bare) as TlsError;
}

/** Exactly so many bytes from a stream that nobody else reads. */
export async function read(stream: Duplex, size: number): Promise<Buffer> {
  const { promise, resolve, reject } = deferred<Buffer>();
  const attempt = (): void => {
    const bytes = stream.read(size) as Buffer | null;
    if (bytes !== null) resolve(bytes);
  };
  const onEnd = (): void => reject(new Error(`the stream ended before ${size} bytes had come`));
  stream.on('readable', attempt).on('end', onEnd).on('close', onEnd);
  attempt();
  try {
    return await promise;
  } finally {
    stream.off('readable', attempt).off('end', onEnd).off('close', onEnd);
  }
}

/** A promise and what settles it. */
export function deferred<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
} {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new Error('a promise calls back at once');
  return { promise, ...settle };
}

/** Everything up to the end of a stream. */
export async function readAll(stream: Duplex): Promise<Buffer> {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(stream, 'end');
  return Buffer.concat(chunks);
}

export function portOf(server: NetServer): number {
  return (server.address() as AddressInfo).port;
}

/** A client and its socket at the server, both with the handshake done. */
export interface Pair {
  readonly client: TLSSocket;
  readonly server: TLSSocket;
  readonly listener: Server;
}

/** Makes servers and clients, and ends them with the test that made them. */
export class Peers {
  /** The module under test; of a mixed pair the client's. */
  readonly tls: Tls;
  readonly serverTls: Tls;
  readonly specifier: Specifier;
  readonly #sockets = new Set<Duplex>();
  readonly #servers = new Set<NetServer>();

  constructor(tls: Tls, serverTls: Tls, specifier: Specifier) {
    this.tls = tls;
    this.serverTls = serverTls;
    this.specifier = specifier;
    afterEach(() => this.#closeAll());
  }

  /** Ends this with the test, and lets its errors be nobody's. */
  keep<T extends Duplex>(socket: T): T {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    return socket;
  }

  /** A server that is not listening yet. Its certificate is the good one if the options give none. */
  server(options: TlsOptions = {}, listener?: (socket: TLSSocket) => void): Server {
    const certificate = 'cert' in options || 'pfx' in options || 'ciphers' in options ? {} : pems('serverEc');
    const server = this.serverTls.createServer({ ...certificate, ...options });
    server.on('secureConnection', (socket) => this.keep(socket));
    if (listener !== undefined) server.on('secureConnection', listener);
    this.#servers.add(server);
    return server;
  }

  /** A server that listens. */
  async listen(options: TlsOptions = {}, listener?: (socket: TLSSocket) => void): Promise<Server> {
    const server = this.server(options, listener);
    await listening(server);
    return server;
  }

  /** A server without TLS. */
  async listenPlain(listener: (socket: Socket) => void, allowHalfOpen = false): Promise<NetServer> {
    const server = createNetServer({ allowHalfOpen }, (socket) => listener(this.keep(socket)));
    this.#servers.add(server);
    await listening(server);
    return server;
  }

  /** A client that trusts the root and asks for the good host, with the handshake to come. */
  connect(server: NetServer | null, options: ConnectionOptions = {}): TLSSocket {
    return this.keep(this.tls.connect({ ...trusting, ...(server === null ? {} : addressOf(server)), ...options }));
  }

  /** The same, with the handshake done. */
  async open(server: NetServer, options: ConnectionOptions = {}): Promise<TLSSocket> {
    const client = this.connect(server, options);
    await once(client, 'secureConnect');
    return client;
  }

  async pair(serverOptions: TlsOptions = {}, clientOptions: ConnectionOptions = {}): Promise<Pair> {
    return await this.pairAt(await this.listen(serverOptions), clientOptions);
  }

  async pairAt(listener: Server, clientOptions: ConnectionOptions = {}): Promise<Pair> {
    const client = this.connect(listener, clientOptions);
    const [[server]] = (await Promise.all([once(listener, 'secureConnection'), once(client, 'secureConnect')])) as [[TLSSocket], unknown];
    return { client, server, listener };
  }

  /** The client's error, and the server's tlsClientError if the server is to have one. */
  async refusedBy(server: Server, options: ConnectionOptions = {}): Promise<{ readonly client: TlsError; readonly server: TlsError }> {
    const client = this.connect(server, options);
    const [error, [atServer]] = (await Promise.all([failure(client), once(server, 'tlsClientError')])) as [TlsError, [TlsError]];
    return { client: error, server: atServer };
  }

  /** Only the client's error. */
  async refused(server: NetServer | null, options: ConnectionOptions = {}): Promise<TlsError> {
    return await failure(this.connect(server, options));
  }

  async #closeAll(): Promise<void> {
    // What TLS lies over goes after it.
    for (const socket of [...this.#sockets].reverse()) socket.destroy();
    this.#sockets.clear();
    const open = [...this.#servers].filter((server) => server.listening);
    this.#servers.clear();
    await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

/** A session of a new connection to this server. */
export async function newSession(peers: Peers, server: NetServer, options: ConnectionOptions = {}): Promise<Buffer> {
  const [session] = (await once(peers.connect(server, options), 'session')) as [Buffer];
  return session;
}

/** What every client here asks for, unless its test says otherwise. */
export const trusting: ConnectionOptions & SecureContextOptions = { ca: certificatePem('root'), servername: hosts.good };

function addressOf(server: NetServer): ConnectionOptions {
  const address = server.address();
  if (typeof address === 'string') return { path: address };
  return { host: '127.0.0.1', port: portOf(server) };
}

async function listening(server: NetServer): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
