// Owns: transports whose other side is a server's engine in this process, without any waiting: for connect() a Duplex, for connectSync() an
// object with read and write.
// Must not know: what the client does.

import { Duplex } from 'node:stream';
import { type OpenSSL, SslContext, type SslContextOptions, SslEngine, type SyncTransport } from '../../lib/index.ts';
import { identity } from './pki.ts';

export interface ServerEngineOptions extends Partial<Omit<SslContextOptions, 'role' | 'library'>> {
  /** All that the server sends ends after so many bytes. */
  readonly cutAfter?: number;
}

/** The engine, and what it does by itself: the handshake, then an echo, and a close_notify for a close_notify. */
export class ServerEngine {
  readonly engine: SslEngine;
  readonly #cutAfter: number;
  #sent = 0;
  #handshakeDone = false;
  #closed = false;
  /** What it has received. */
  received = Buffer.alloc(0);
  /** What it does with data. */
  onData = (data: Buffer): void => {
    this.engine.write(data);
  };

  /** With a context of its own for a library, or with one that is there already. */
  constructor(of: OpenSSL | SslContext, { cutAfter = Number.POSITIVE_INFINITY, ...settings }: ServerEngineOptions = {}) {
    const context = of instanceof SslContext ? of : new SslContext({ role: 'server', library: of, ...identity('serverEc'), ...settings });
    this.engine = new SslEngine(context, { bufferSize: 64 * 1024 });
    this.#cutAfter = cutAfter;
  }

  /** Whether everything that it will ever send has been taken. */
  get ended(): boolean {
    return this.#sent >= this.#cutAfter || this.#closed;
  }

  feed(bytes: Uint8Array): void {
    if (this.engine.closed) return;
    for (let at = 0; at < bytes.length; ) {
      const taken = this.engine.feed(bytes.subarray(at));
      at += taken;
      this.#go();
      if (taken === 0) throw new Error('the server takes no more');
    }
  }

  /** What it wants to send, up to the cut. */
  take(): Uint8Array {
    const bytes = this.engine.closed ? Buffer.alloc(0) : this.engine.drain();
    const passed = bytes.subarray(0, Math.max(0, this.#cutAfter - this.#sent));
    this.#sent += passed.length;
    return passed;
  }

  /** Sends close_notify: an end in peace. */
  shutdown(): void {
    this.engine.shutdown();
  }

  #go(): void {
    if (!this.#handshakeDone) {
      if (this.engine.accept().status !== 'done') return;
      this.#handshakeDone = true;
    }
    const into = Buffer.allocUnsafe(16 * 1024);
    for (let read = this.engine.read(into); ; read = this.engine.read(into)) {
      if (read.status === 'closed') {
        this.engine.shutdown();
        this.#closed = true;
      }
      if (read.status !== 'done') return;
      const data = Buffer.from(into.subarray(0, read.value));
      this.received = Buffer.concat([this.received, data]);
      this.onData(data);
    }
  }
}

/** For connect(): answers at once, inside of write(). */
export class EngineDuplex extends Duplex {
  readonly server: ServerEngine;
  #ended = false;

  constructor(server: ServerEngine) {
    super({ allowHalfOpen: true });
    this.server = server;
    if (server.ended) this.#end();
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.server.feed(chunk);
    this.deliver();
    callback();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.server.engine.close();
    callback(error);
  }

  /** Hands over what the server has to send. */
  deliver(): void {
    const bytes = this.server.take();
    if (this.#ended || this.destroyed) return;
    if (bytes.length > 0) this.push(bytes);
    if (this.server.ended) this.#end();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.push(null);
  }
}

/** For connectSync(): `pieces` bytes a read, `taken` bytes a write. */
export class EngineSyncTransport implements SyncTransport {
  readonly server: ServerEngine;
  readonly #pieces: number;
  readonly #taken: number;
  #waiting = Buffer.alloc(0);
  closed = 0;
  reads = 0;

  constructor(server: ServerEngine, { pieces = Number.POSITIVE_INFINITY, taken = Number.POSITIVE_INFINITY } = {}) {
    this.server = server;
    this.#pieces = pieces;
    this.#taken = taken;
  }

  read(size: number): Uint8Array | null {
    this.reads += 1;
    this.#waiting = Buffer.concat([this.#waiting, this.server.take()]);
    if (this.#waiting.length === 0) {
      if (this.server.ended) return null;
      throw new Error('nothing will ever come: this would wait for ever');
    }
    const bytes = this.#waiting.subarray(0, Math.min(size, this.#pieces));
    this.#waiting = this.#waiting.subarray(bytes.length);
    return bytes;
  }

  write(bytes: Uint8Array): number {
    const taken = bytes.subarray(0, this.#taken);
    this.server.feed(taken);
    return taken.length;
  }

  close(): void {
    this.closed += 1;
    this.server.engine.close();
  }
}
