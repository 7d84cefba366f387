// Owns: a TLS server: its listening socket, the handshakes under way, what became of each connection, and who hears of it.
// Must not know: how a handshake is done, how a context is chosen.
//
//   TCP connection ──▶ its turn (HandshakeQueue) ──▶ handshake ──▶ `connection`
//        └─ no room: `drop`      └─ too late ─┴─ failed: `handshakeError`

import { EventEmitter } from 'node:events';
import type { AddressInfo, ListenOptions, Socket } from 'node:net';
import { invalidArgument } from '../core/options.ts';
import type { SslContext } from '../ssl/context.ts';
import type { EchStore } from '../ssl/ech-store.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { type Carrying, carry, engineToCarry } from './carrier.ts';
import { handshakeOver } from './connect.ts';
import { HandshakeQueue } from './handshake-queue.ts';
import { addressOf, type Incoming } from './incoming.ts';
import { Listener } from './listener.ts';
import { mostUnsent } from './output-limit.ts';
import { destroyedError, timeoutError } from './peer-errors.ts';
import { ServerContexts } from './server-contexts.ts';
import { type NamedContextOptions, type ParsedServerOptions, parseServerOptions, type ServerOptions } from './server-options.ts';
import { ServerCounters, type ServerStats } from './server-stats.ts';
import type { StoreOperation } from './session-store.ts';
import type { SslSocket } from './ssl-socket.ts';
import type { SharedTicketKeys } from './ticket-key-ring.ts';
import type { TransportMaker } from './transport.ts';

/** Whose handshake failed. */
export interface HandshakePeer {
  readonly remoteAddress: string | null;
  readonly remotePort: number | null;
  /** What it asked for by SNI; null if nothing was read of it, or a context or callback of the caller's chooses. */
  readonly serverName: string | null;
}

/** Who was not let in. */
export interface DroppedPeer {
  readonly remoteAddress: string | null;
  readonly remotePort: number | null;
  readonly reason: 'maxWaiting' | 'maxConnections';
}

/** `error` is the listening socket's. Nobody has to listen to the others; a throwing listener is an uncaught exception, as with net. */
export interface SslServerEvents {
  connection: [socket: SslSocket];
  handshakeError: [error: Error, peer: HandshakePeer];
  drop: [peer: DroppedPeer];
  storeError: [error: unknown, operation: StoreOperation];
  listening: [];
  error: [error: Error];
  close: [];
}

/**
 * A TLS server over TCP or a local socket. It gives its connections with the handshake done, and none of what a peer does before that can
 * end it. It is made by `createServer()`.
 */
export class SslServer extends EventEmitter<SslServerEvents> {
  readonly #options: ParsedServerOptions;
  readonly #contexts: ServerContexts;
  readonly #listener: Listener;
  readonly #carrying: Carrying;
  readonly #queue: HandshakeQueue<Incoming>;
  readonly #counters = new ServerCounters();
  readonly #open = new Set<SslSocket>();

  /** Fails when: an option is wrong (MisuseError), OpenSSL refuses one (SettingError), or none can be loaded (LibraryLoadError). */
  constructor(options: ServerOptions) {
    super();
    const parsed = parseServerOptions(options);
    this.#options = parsed;
    this.#contexts = new ServerContexts({ ...parsed, method: 'tls' }, (error, operation) => this.#tell('storeError', error, operation));
    this.#queue = new HandshakeQueue(parsed.maxHandshakes, parsed.maxWaiting, parsed.handshakeTimeout, {
      start: (incoming, left) => this.#shakeHands(incoming, left),
      expired: (incoming) => this.#giveUp(incoming, timeoutError('SSL_accept', parsed.handshakeTimeout, 'not begun')),
    });
    const shared = {
      give: () => this.#contexts.sharedKeys,
      take: (data: unknown) => {
        if (isTicketKeys(data)) this.#contexts.takeSharedKeys(data);
      },
    };
    // Half-open: what the end of the transport means is OpenSSL's to say. Paused: nothing is read of those who wait.
    const tcp = { ...parsed.tcp, allowHalfOpen: true, pauseOnConnect: true };
    this.#listener = new Listener(tcp, shared, (transport) => this.#arrive(transport));
    this.#carrying = { io: this.#listener.countsApart ? parsed.io : 'stream', bufferSize: parsed.bufferSize };
    if (parsed.maxConnections !== undefined) this.#listener.maxConnections = parsed.maxConnections;
    this.#listener.on('listening', () => this.emit('listening'));
    this.#listener.on('error', (error) => this.emit('error', error));
    this.#listener.on('close', () => this.emit('close'));
    this.#listener.on('drop', (peer) => {
      this.#counters.dropped();
      this.emit('drop', { ...addressOf(peer), reason: 'maxConnections' });
    });
  }

  /**
   * As that of net.Server, also in a worker of node:cluster. Fails when: net.Server's fails.
   *
   * @example
   * server.listen(8443);
   * server.listen({ host: '::', port: 8443, backlog: 4096 }, () => console.log(server.address()));
   */
  listen(options: ListenOptions, onListening?: () => void): this;
  listen(port?: number, host?: string, onListening?: () => void): this;
  listen(port: number, onListening?: () => void): this;
  listen(path: string, onListening?: () => void): this;
  listen(...parameters: readonly unknown[]): this {
    this.#listener.listen(...(parameters as [ListenOptions]));
    return this;
  }

  /** Accepts nobody any more; connections go on, and `close` comes when the last has ended. As net.Server's. */
  close(onClose?: (error?: Error) => void): this {
    this.#listener.close(onClose);
    return this;
  }

  /** Drops all connections, those in their handshake too. The server goes on listening. */
  closeAllConnections(): void {
    for (const incoming of this.#queue.all) {
      incoming.abandoned = true;
      if (this.#queue.remove(incoming)) this.#giveUp(incoming, destroyedError('before its handshake', 'SSL_accept'));
      else (incoming.socket ?? incoming.transport).destroy();
    }
    for (const socket of this.#open) socket.destroy();
  }

  /** close() and closeAllConnections(). May be called again. */
  destroy(): this {
    if (this.#listener.listening) this.#listener.close();
    this.closeAllConnections();
    return this;
  }

  /** As net.Server's. */
  address(): string | AddressInfo | null {
    return this.#listener.address();
  }

  /** As net.Server's. */
  ref(): this {
    this.#listener.ref();
    return this;
  }

  /** As net.Server's. */
  unref(): this {
    this.#listener.unref();
    return this;
  }

  get listening(): boolean {
    return this.#listener.listening;
  }

  /** Connections at once; what comes on top is dropped. As net.Server's. */
  get maxConnections(): number {
    return this.#listener.maxConnections;
  }

  set maxConnections(most: number) {
    this.#listener.maxConnections = most;
  }

  /** Counted since the server was made. */
  get stats(): ServerStats {
    return this.#counters.with({ handshakesUnderWay: this.#queue.underWay, waiting: this.#queue.waiting, open: this.#open.size });
  }

  /** The context that the next connection begins with. */
  get context(): SslContext {
    return this.#contexts.current;
  }

  /**
   * Replaces the server's own certificate, and all else that a name can have of its own, for new connections; those that are open keep what
   * they have. What belongs to the whole server stays. For a server that was made with a `context`: another one.
   *
   * Fails when: an option is wrong (MisuseError) or OpenSSL refuses it (SettingError); then nothing has changed.
   */
  setContext(options: NamedContextOptions | SslContext): void {
    this.#contexts.setOwn(options);
  }

  /** Replaces all `contexts`. Fails when: one is wrong (MisuseError, SettingError); then nothing has changed. */
  setContexts(contexts: Readonly<Record<string, SslContext | NamedContextOptions>>): void {
    this.#contexts.setNames(contexts);
  }

  /** Adds one name (`'www.example.org'`, `'*.example.org'`), or replaces it. Fails when: it is wrong (MisuseError, SettingError). */
  addContext(name: string, options: SslContext | NamedContextOptions): void {
    this.#contexts.addName(name, options);
  }

  /** Whether there was one. Fails when: `name` is no name (MisuseError). */
  removeContext(name: string): boolean {
    return this.#contexts.removeName(name);
  }

  /**
   * Replaces the keys of Encrypted Client Hello (the option `echStore`) for new connections; null: none any more. The server takes a copy.
   *
   * Fails when: `store` is no EchStore of the server's OpenSSL (MisuseError), or that has no ECH (NotSupportedError).
   *
   * @openssl SSL_CTX_set1_echstore
   */
  setEchStore(store: EchStore | null): void {
    this.#contexts.setEchStore(store);
  }

  #arrive(transport: Socket): void {
    const incoming: Incoming = { transport, ...addressOf(transport), socket: null, left: null, abandoned: false };
    transport.on('error', () => undefined); // whoever has the connection then has listeners of its own
    this.#counters.accepted();
    if (this.#queue.add(incoming)) return;
    transport.destroy();
    this.#counters.dropped();
    const { remoteAddress, remotePort } = incoming;
    this.emit('drop', { remoteAddress, remotePort, reason: 'maxWaiting' });
  }

  async #shakeHands(incoming: Incoming, timeout: number | null): Promise<void> {
    const { transport } = incoming;
    const { bufferSize, allowHalfOpen, readsEarlyData, offload } = this.#options;
    let engine: SslEngine | null = null;
    try {
      const made = engineToCarry(this.#contexts.current, {}, this.#carrying);
      engine = made;
      const leaving = (): void => {
        incoming.left = this.#listener.leave(transport);
      };
      const carrier = (): TransportMaker => carry(made, transport, this.#carrying, leaving);
      const onMade = (socket: SslSocket): void => {
        incoming.socket = socket;
        if (incoming.left !== null) socket.once('close', incoming.left);
      };
      const rest = { offload, waitForTcp: null, signal: undefined, demands: null, mostUnsent: mostUnsent(bufferSize) };
      this.#handOver(await handshakeOver({ engine, transport, carrier, made: onMade, timeout, allowHalfOpen, readsEarlyData, ...rest }));
    } catch (error) {
      this.#giveUp(incoming, error as Error, engine);
    }
  }

  #handOver(socket: SslSocket): void {
    this.#counters.established();
    this.#open.add(socket);
    socket.once('close', () => this.#open.delete(socket));
    // Out of the promise: what a listener throws is an uncaught exception and not an unhandled rejection.
    if (this.listenerCount('connection') > 0) this.#tell('connection', socket);
    else socket.destroy();
  }

  #giveUp({ transport, abandoned, remoteAddress, remotePort }: Incoming, error: Error, engine: SslEngine | null = null): void {
    if (engine === null) transport.destroy(); // else the handshake has ended it, behind its alert
    this.#counters.failed(abandoned ? 'ERR_SSL_DESTROYED' : codeOf(error));
    if (abandoned) return;
    const serverName = engine === null ? null : this.#contexts.serverName(engine);
    this.#tell('handshakeError', error, { remoteAddress, remotePort, serverName });
  }

  #tell<Name extends keyof SslServerEvents>(name: Name, ...parameters: SslServerEvents[Name]): void {
    queueMicrotask(() => (this as unknown as EventEmitter).emit(name, ...parameters));
  }
}

/**
 * Makes a TLS server. It speaks TLS 1.2 at least, verifies clients that it asks for a certificate, changes the keys of its tickets, and
 * gives each connection with the handshake done. `onConnection` is a listener for `connection`.
 *
 * Fails when: an option is wrong (MisuseError), OpenSSL refuses one (SettingError), or none can be loaded (LibraryLoadError).
 *
 * @openssl SSL_accept
 * @example
 * const server = createServer({ certificate: { file: 'server.pem' }, privateKey: { file: 'server.key.pem' } }, (socket) => {
 *   socket.pipe(socket);
 * });
 * server.listen(8443);
 */
export function createServer(options: ServerOptions, onConnection?: (socket: SslSocket) => void): SslServer {
  if (onConnection !== undefined && typeof onConnection !== 'function') throw invalidArgument('onConnection', 'a function', onConnection);
  const server = new SslServer(options);
  if (onConnection !== undefined) server.on('connection', onConnection);
  return server;
}

function codeOf(error: Error): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}

// A worker whose server is of another kind may have been the first at this address.
function isTicketKeys(data: unknown): data is SharedTicketKeys {
  return typeof data === 'object' && data !== null && 'secret' in data && 'rotateEvery' in data;
}
