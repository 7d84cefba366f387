// Owns: two Duplexes joined in memory, and what a test does to the bytes between them.
// Must not know: TLS.

import { Duplex } from 'node:stream';

export interface DuplexPairOptions {
  /** What arrives at the first of the pair comes in pieces of this size; default: as it was written. */
  readonly pieces?: number;
  /** After so many bytes at the first of the pair `cut` happens. */
  readonly cutAfter?: number;
  /** `end`: end of file. `destroy`: destroyed without an error. `error`: destroyed with one. Default: end. */
  readonly cut?: 'end' | 'destroy' | 'error';
}

/** One end of a pair. What is written here arrives at the other end, with backpressure. */
export class MemoryDuplex extends Duplex {
  other: MemoryDuplex | null = null;
  readonly #options: DuplexPairOptions;
  #received = 0;
  #ended = false;
  #waiting: (() => void) | null = null;

  constructor(options: DuplexPairOptions = {}) {
    super({ allowHalfOpen: true });
    this.#options = options;
  }

  /** How many bytes have arrived here. */
  get received(): number {
    return this.#received;
  }

  override _read(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.other?.arrive(chunk, callback);
  }

  override _final(callback: () => void): void {
    this.other?.arriveEnd();
    callback();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.other?.arriveEnd();
    callback(error);
  }

  arrive(chunk: Buffer, callback: () => void): void {
    if (this.#ended || this.destroyed || chunk.length === 0) {
      process.nextTick(callback);
      return;
    }
    const { pieces = chunk.length, cutAfter = Number.POSITIVE_INFINITY } = this.#options;
    const bytes = chunk.subarray(0, Math.max(0, cutAfter - this.#received));
    this.#received += bytes.length;
    // Before the push: in flowing mode the reader runs inside of it.
    this.#waiting = callback;
    for (let offset = 0; offset < bytes.length && !this.destroyed; offset += pieces) this.push(bytes.subarray(offset, offset + pieces));
    if (this.#received >= cutAfter) this.cut();
  }

  arriveEnd(): void {
    if (this.#ended || this.destroyed) return;
    this.#ended = true;
    this.push(null);
  }

  /** What the other end writes from here on is lost. */
  cut(how = this.#options.cut ?? 'end'): void {
    if (how === 'end') this.arriveEnd();
    else this.destroy(how === 'error' ? new Error('the memory transport broke') : undefined);
    this.#read();
  }

  #read(): void {
    this._read();
  }
}

/** The options shape what arrives at the first. */
export function duplexPair(options: DuplexPairOptions = {}): readonly [MemoryDuplex, MemoryDuplex] {
  const first = new MemoryDuplex(options);
  const second = new MemoryDuplex();
  first.other = second;
  second.other = first;
  if (options.cutAfter === 0) first.cut();
  return [first, second];
}
