// Owns: what a TLSSocket has of net.Socket: addresses, timeouts, counters and the rest of it, over the stream that carries the ciphertext.
// There is no handle of Node's below it: the stream's methods that net.Socket implements with one are all overridden, here or above.
// Must not know: TLS.

import { type AddressInfo, Socket, type SocketConstructorOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import { invalidArgType, outOfRange, requireFunction } from './node-errors.ts';

type Chunk = Uint8Array | string;

export abstract class NetFace extends Socket {
  #raw: Duplex | null = null;
  #idle: NodeJS.Timeout | null = null;
  #bytesRead = 0;
  #bytesWritten = 0;

  constructor(options: SocketConstructorOpts) {
    super(options);
    // An accessor of net.Socket's prototype, and its own members, that look for a handle are ours from here on.
    for (const [name, get] of Object.entries(accessors)) {
      Object.defineProperty(this, name, {
        configurable: true,
        enumerable: false,
        get: () => get(this, this.#raw as Partial<Socket> | null),
      });
    }
  }

  /** The stream that carries the ciphertext; null until there is one. */
  protected get raw(): Duplex | null {
    return this.#raw;
  }

  protected set raw(raw: Duplex | null) {
    this.#raw = raw;
  }

  // A plain member of net.Socket, for others to read.
  protected setConnecting(connecting: boolean): void {
    (this as { connecting: boolean }).connecting = connecting;
  }

  /** Something has moved: the idle time begins again. */
  protected active(): void {
    this.#idle?.refresh();
  }

  protected wrote(bytes: number): void {
    this.#bytesWritten += bytes;
  }

  protected stopTimer(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
  }

  /** Plaintext bytes so far, those that wait included in what was written. */
  get counted(): { readonly read: number; readonly written: number } {
    return { read: this.#bytesRead, written: this.#bytesWritten };
  }

  override push(chunk: Chunk | null, encoding?: BufferEncoding): boolean {
    if (chunk !== null) this.#bytesRead += chunk.length;
    return super.push(chunk, encoding);
  }

  override setTimeout(timeout: number, callback?: () => void): this {
    if (typeof timeout !== 'number') throw invalidArgType('msecs', 'of type number', timeout);
    if (!(timeout >= 0 && Number.isFinite(timeout))) throw outOfRange('msecs', 'a non-negative finite number', timeout);
    if (callback !== undefined) requireFunction('callback', callback);
    if (this.destroyed) return this;
    this.stopTimer();
    (this as { timeout?: number }).timeout = timeout;
    if (timeout === 0) {
      if (callback !== undefined) this.removeListener('timeout', callback);
      return this;
    }
    this.#idle = setTimeout(() => this.emit('timeout'), Math.min(timeout, 2 ** 31 - 1)).unref();
    if (callback !== undefined) this.once('timeout', callback);
    return this;
  }

  override setNoDelay(noDelay?: boolean): this {
    this.#call('setNoDelay', noDelay);
    return this;
  }

  override setKeepAlive(enable?: boolean, initialDelay?: number): this {
    this.#call('setKeepAlive', enable, initialDelay);
    return this;
  }

  override ref(): this {
    this.#call('ref');
    return this;
  }

  override unref(): this {
    this.#call('unref');
    return this;
  }

  override address(): AddressInfo | Record<string, never> {
    return (this.#call('address') as AddressInfo | undefined) ?? {};
  }

  override resetAndDestroy(): this {
    this.#call('resetAndDestroy');
    return this.destroy();
  }

  // What carries the ciphertext need not be a net.Socket.
  #call(name: 'setNoDelay' | 'setKeepAlive' | 'ref' | 'unref' | 'address' | 'resetAndDestroy', ...args: readonly unknown[]): unknown {
    const raw = this.#raw as Partial<Record<string, (...args: readonly unknown[]) => unknown>> | null;
    return raw?.[name]?.apply(raw, args as unknown[]);
  }
}

const accessors: Readonly<Record<string, (face: NetFace, raw: Partial<Socket> | null) => unknown>> = {
  bytesRead: (face) => face.counted.read,
  bytesWritten: (face) => face.counted.written + face.writableLength,
  bufferSize: (face) => face.writableLength,
  pending: (face, raw) => raw === null || face.connecting,
  localAddress: (_, raw) => raw?.localAddress,
  localPort: (_, raw) => raw?.localPort,
  localFamily: (_, raw) => raw?.localFamily,
  remoteAddress: (_, raw) => raw?.remoteAddress,
  remotePort: (_, raw) => raw?.remotePort,
  remoteFamily: (_, raw) => raw?.remoteFamily,
  autoSelectFamilyAttemptedAddresses: (_, raw) => raw?.autoSelectFamilyAttemptedAddresses,
};
