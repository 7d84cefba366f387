// Owns: a DTLS server: where it listens, and who hears of what.
// Must not know: who is let in, how a handshake is done, how a context is chosen.

import { EventEmitter } from 'node:events';
import { invalidArgument } from '../core/options.ts';
import type { SslContext } from '../ssl/context.ts';
import { DatagramAdmission } from './datagram-admission.ts';
import { DatagramDoor } from './datagram-door.ts';
import { bindUdp, type DatagramListenOptions, readListenCall } from './datagram-listen.ts';
import {
  type DatagramServerOptions,
  type NamedDatagramContextOptions,
  type ParsedDatagramServerOptions,
  parseDatagramServerOptions,
} from './datagram-server-options.ts';
import type { SslDatagramSocket } from './datagram-socket.ts';
import type { DatagramDropReason, DatagramServerStats } from './datagram-stats.ts';
import type { DatagramAddress, DatagramServerTransport } from './datagram-transport.ts';
import { UdpServerTransport } from './datagram-udp.ts';
import type { HandshakePeer } from './server.ts';
import { ServerContexts } from './server-contexts.ts';
import type { StoreOperation } from './session-store.ts';

/** Whose datagram was dropped. */
export interface DroppedDatagram {
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly reason: DatagramDropReason;
}

/** `error`: the server could not listen. Nobody has to listen to the others; a throwing listener is an uncaught exception. */
export interface SslDatagramServerEvents {
  connection: [socket: SslDatagramSocket];
  handshakeError: [error: Error, peer: HandshakePeer];
  drop: [datagram: DroppedDatagram];
  storeError: [error: unknown, operation: StoreOperation];
  listening: [];
  error: [error: Error];
  close: [];
}

/**
 * A DTLS server with many peers on one socket. It keeps nothing of anybody before a cookie has come back from there, and none of what a peer
 * does can end it. It is made by `createDatagramServer()`.
 */
export class SslDatagramServer extends EventEmitter<SslDatagramServerEvents> {
  readonly #options: ParsedDatagramServerOptions;
  readonly #contexts: ServerContexts;
  readonly #door: DatagramDoor;
  #state: 'new' | 'binding' | 'listening' | 'closed' = 'new';
  #transport: DatagramServerTransport | null = null;
  #keepsAlive = true;

  /** Fails when: an option is wrong (MisuseError), OpenSSL refuses one (SettingError), or none can be loaded (LibraryLoadError). */
  constructor(options: DatagramServerOptions) {
    super();
    const parsed = parseDatagramServerOptions(options);
    this.#options = parsed;
    const admission = new DatagramAdmission(parsed.engine);
    const plan = { ...parsed, method: 'dtls', settings: admission.settings } as const;
    this.#contexts = new ServerContexts(plan, (error, operation) => this.#tell('storeError', error, operation));
    admission.prepare(this.#contexts.current); // what OpenSSL refuses, it refuses here
    this.#door = new DatagramDoor(parsed, admission, () => this.#contexts.current, {
      connected: (socket) => this.#handOver(socket),
      handshakeError: (error, { address, port }, engine) => {
        const serverName = this.#contexts.serverName(engine);
        this.#tell('handshakeError', error, { remoteAddress: address, remotePort: port, serverName });
      },
      dropped: (reason, { address, port }) => {
        if (this.listenerCount('drop') > 0) this.#tell('drop', { remoteAddress: address, remotePort: port, reason });
      },
    });
  }

  /**
   * Listens, on a UDP socket of its own unless it was given something else. `error` comes where that cannot be.
   *
   * Fails when: an argument is wrong, or it listens or has listened already (MisuseError).
   *
   * @openssl DTLSv1_listen
   * @example
   * server.listen(4433, '127.0.0.1', () => console.log(server.address()));
   */
  listen(options: DatagramListenOptions, onListening?: () => void): this;
  listen(port?: number, host?: string, onListening?: () => void): this;
  listen(port: number, onListening?: () => void): this;
  listen(onListening: () => void): this;
  listen(...parameters: readonly unknown[]): this {
    const { onListening, ...where } = readListenCall(parameters);
    if (this.#state !== 'new') throw invalidArgument('listen', 'called once', `a server that is ${this.#state}`);
    this.#state = 'binding';
    if (onListening !== undefined) this.once('listening', onListening);
    const { socket, transport, type, udp } = this.#options;
    const given = transport ?? (socket === null ? null : new UdpServerTransport(socket, false));
    const bound = given === null ? bindUdp(where, type, udp) : Promise.resolve(given);
    bound.then(
      (made) => this.#begin(made),
      (error: unknown) => this.#couldNotListen(error as Error),
    );
    return this;
  }

  /** Ends everything, connections with close_notify; `close` comes when that has left. May be called again. */
  close(onClose?: () => void): this {
    if (onClose !== undefined) this.once('close', onClose);
    if (this.#state === 'closed') {
      if (onClose !== undefined && this.#transport === null) queueMicrotask(() => this.emit('close'));
      return this;
    }
    const wasNew = this.#state === 'new';
    this.#state = 'closed';
    this.#door.endAll((socket) => socket.close());
    this.#door.close();
    if (wasNew) this.#tell('close');
    else this.#letGo();
    return this;
  }

  /** Drops all connections without a word, those in their handshake too. The server goes on listening. */
  closeAllConnections(): void {
    this.#door.endAll((socket) => socket.destroy());
  }

  /** closeAllConnections() and close(). May be called again. */
  destroy(): this {
    this.closeAllConnections();
    return this.close();
  }

  /** Where it listens; null while it does not, or where the transport tells none. */
  address(): DatagramAddress | null {
    return this.listening ? (this.#transport?.localAddress ?? null) : null;
  }

  /** As dgram.Socket's. */
  ref(): this {
    this.#keepsAlive = true;
    this.#transport?.ref?.();
    return this;
  }

  /** As dgram.Socket's. */
  unref(): this {
    this.#keepsAlive = false;
    this.#transport?.unref?.();
    return this;
  }

  get listening(): boolean {
    return this.#state === 'listening';
  }

  /** Counted since the server was made. */
  get stats(): DatagramServerStats {
    return this.#door.stats;
  }

  /** The context that the next connection begins with. */
  get context(): SslContext {
    return this.#contexts.current;
  }

  /** As that of SslServer. Fails when: an option is wrong (MisuseError) or OpenSSL refuses it (SettingError); then nothing has changed. */
  setContext(options: NamedDatagramContextOptions): void {
    this.#contexts.setOwn(options);
  }

  /** Replaces all `contexts`. Fails when: one is wrong (MisuseError, SettingError); then nothing has changed. */
  setContexts(contexts: Readonly<Record<string, SslContext | NamedDatagramContextOptions>>): void {
    this.#contexts.setNames(contexts);
  }

  /** Adds one name (`'www.example.org'`, `'*.example.org'`), or replaces it. Fails when: it is wrong (MisuseError, SettingError). */
  addContext(name: string, options: SslContext | NamedDatagramContextOptions): void {
    this.#contexts.addName(name, options);
  }

  /** Whether there was one. Fails when: `name` is no name (MisuseError). */
  removeContext(name: string): boolean {
    return this.#contexts.removeName(name);
  }

  #begin(transport: DatagramServerTransport): void {
    this.#transport = transport;
    if (this.#state === 'closed') {
      this.#letGo();
      return;
    }
    this.#state = 'listening';
    if (!this.#keepsAlive) transport.unref?.();
    this.#door.open(transport);
    this.#tell('listening');
  }

  #couldNotListen(error: Error): void {
    const wasClosed = this.#state === 'closed';
    this.#state = 'new';
    if (wasClosed) this.#tell('close');
    else this.#tell('error', error);
  }

  // While it is being bound there is none yet: #begin() comes back to this.
  #letGo(): void {
    this.#transport?.close(() => {
      this.#transport = null;
      this.#tell('close');
    });
  }

  #handOver(socket: SslDatagramSocket): void {
    if (this.listenerCount('connection') > 0) this.emit('connection', socket);
    else socket.close();
  }

  #tell<Name extends keyof SslDatagramServerEvents>(name: Name, ...parameters: SslDatagramServerEvents[Name]): void {
    queueMicrotask(() => (this as unknown as EventEmitter).emit(name, ...parameters));
  }
}

/**
 * Makes a DTLS server. It speaks DTLS 1.2 at least, keeps nothing of a client before a cookie has come back from its address, verifies
 * clients that it asks for a certificate, and gives each connection with the handshake done. `onConnection` is a listener for `connection`.
 *
 * Fails when: an option is wrong (MisuseError), OpenSSL refuses one (SettingError), has no DTLS (NotSupportedError) or none can be loaded
 * (LibraryLoadError).
 *
 * @openssl SSL_accept
 * @example
 * const server = createDatagramServer({ certificate: { file: 'server.pem' }, privateKey: { file: 'server.key.pem' } }, (socket) => {
 *   socket.on('message', (message) => void socket.send(message));
 * });
 * server.listen(4433);
 */
export function createDatagramServer(
  options: DatagramServerOptions,
  onConnection?: (socket: SslDatagramSocket) => void,
): SslDatagramServer {
  if (onConnection !== undefined && typeof onConnection !== 'function') throw invalidArgument('onConnection', 'a function', onConnection);
  const server = new SslDatagramServer(options);
  if (onConnection !== undefined) server.on('connection', onConnection);
  return server;
}
