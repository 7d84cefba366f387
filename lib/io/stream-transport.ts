// Owns: the ciphertext between an engine and a Duplex, with backpressure both ways.
// Must not know: what the engine is doing.

import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SslEngine } from '../ssl/engine.ts';
import type { SocketAddress } from '../ssl/engine-descriptor.ts';
import { letGo } from './linger.ts';
import { mostOutput, type Transport, type TransportClosing, type TransportEvents, type TransportMaker } from './transport.ts';

// A write to the transport is a system call: small records are gathered up to this.
const worthFlushing = 64 * 1024;

/** Carries it over `stream`. */
export function overStream(stream: Duplex): TransportMaker {
  return (engine, events) => new StreamTransport(engine, stream, events);
}

class StreamTransport implements Transport {
  readonly stream: Duplex;
  holdsEnd = false;
  received = 0;
  sent = 0;
  readonly #engine: SslEngine;
  readonly #events: TransportEvents;
  readonly #backlog: Uint8Array[] = []; // came in, not fed yet: the pair is full
  #inputEnded = false;
  #endFed = false;
  #hasRoom = true;
  #writesUnderWay = 0;
  #flushIsAwaited = false;
  #closed = false;
  #held: { readonly endsWithPeer: boolean; ended: boolean } | null = null;

  constructor(engine: SslEngine, stream: Duplex, events: TransportEvents) {
    this.#engine = engine;
    this.stream = stream;
    this.#events = events;
    stream.on('data', this.#onData);
    stream.on('end', this.#onEnd);
    stream.on('close', this.#onEnd); // a stream destroyed without an end: OpenSSL says what that means at this point
    stream.on('drain', this.#onDrain);
    stream.on('error', this.#onError);
    // What ended or broke before the listeners were there is never announced again.
    if (stream.errored != null) queueMicrotask(() => this.#onError(stream.errored));
    else if (stream.readableEnded || stream.destroyed) queueMicrotask(this.#onEnd);
  }

  get hasRoom(): boolean {
    return this.#hasRoom;
  }

  get unsent(): number {
    return this.stream.writableLength;
  }

  get endIsHeld(): boolean {
    return this.holdsEnd && this.#inputEnded && !this.#endFed && this.#backlog.length === 0;
  }

  awaitFlush(): boolean {
    this.#flushIsAwaited = this.#writesUnderWay > 0;
    return !this.#flushIsAwaited;
  }

  canGoOn(status: 'want-read' | 'want-write'): boolean {
    if (status === 'want-write') return this.#engine.bytesToDrain === 0;
    return this.feed();
  }

  feed(): boolean {
    this.#release();
    let moved = false;
    if (this.stream.writableLength > mostOutput) {
      this.stream.pause();
      return moved;
    }
    while (this.#backlog.length > 0) {
      const [chunk] = this.#backlog;
      if (chunk === undefined) break;
      const taken = this.#engine.feed(chunk);
      if (taken > 0) moved = true;
      if (taken < chunk.length) {
        this.#backlog[0] = chunk.subarray(taken);
        this.stream.pause();
        return moved;
      }
      this.#backlog.shift();
    }
    if (this.#inputEnded) {
      if (this.#endFed || this.holdsEnd) return moved;
      this.#endFed = true;
      this.#engine.feedEnd();
      return true;
    }
    if (this.stream.isPaused() && !this.#closed) this.stream.resume();
    return moved;
  }

  // As if this thread did the step itself: nothing is read meanwhile, and a stream that ends with its peer has not ended yet.
  hold(): void {
    if (this.#held !== null || this.#closed) return;
    this.#held = { endsWithPeer: !this.stream.allowHalfOpen, ended: false };
    this.stream.allowHalfOpen = true;
    this.stream.pause();
  }

  flushIfLarge(): void {
    if (this.#engine.bytesToDrain >= worthFlushing) this.flush();
  }

  // All of it, even when the stream is full: the pair is small.
  flush(lastWords = false): void {
    const bytes = this.#engine.drain();
    if (bytes.length === 0) return;
    if (this.stream.writable) {
      this.sent += bytes.length;
      this.#events.moved(0, bytes.length);
      this.#writesUnderWay += 1;
      try {
        this.#hasRoom = this.stream.write(bytes, this.#onWritten);
      } catch (error) {
        this.#events.failed(error);
      }
    } else if (!lastWords) {
      this.#events.failed(new Error('it takes no more data'));
    }
  }

  end(): void {
    this.stream.end();
  }

  close(when: TransportClosing): void {
    this.#closed = true;
    const { stream } = this;
    stream.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onEnd).off('drain', this.#onDrain);
    // The error listener stays, now deaf: an error after this must not be an uncaught one.
    letGo(stream, when);
  }

  address(whose: 'own' | 'peer'): SocketAddress | null {
    const { localAddress, localPort, localFamily, remoteAddress, remotePort, remoteFamily } = this.stream as Partial<Socket>;
    const [address, port, family] = whose === 'own' ? [localAddress, localPort, localFamily] : [remoteAddress, remotePort, remoteFamily];
    if (typeof address !== 'string' || typeof port !== 'number') return null;
    return { address, port, family: family === 'IPv6' ? 'IPv6' : 'IPv4' };
  }

  setNoDelay(yes: boolean): void {
    (this.stream as Partial<Socket>).setNoDelay?.(yes);
  }

  setKeepAlive(yes: boolean, milliseconds: number): void {
    (this.stream as Partial<Socket>).setKeepAlive?.(yes, milliseconds);
  }

  keepAlive(yes: boolean): void {
    const stream = this.stream as Partial<Socket>;
    if (yes) stream.ref?.();
    else stream.unref?.();
  }

  // An end that came meanwhile comes when whoever waited for the step has heard of it, as an event of its own.
  #release(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    this.stream.allowHalfOpen = !held.endsWithPeer;
    if (!held.ended) return;
    process.nextTick(() => {
      this.#onEnd();
      if (held.endsWithPeer && this.stream.readableEnded && this.stream.writable) this.stream.end();
    });
  }

  readonly #onData = (chunk: unknown): void => {
    if (!(chunk instanceof Uint8Array)) {
      this.#events.failed(new TypeError('it gives no bytes (setEncoding() or object mode?)'));
      return;
    }
    this.#backlog.push(chunk);
    this.received += chunk.length;
    this.#events.moved(chunk.length, 0);
    this.#events.changed();
  };

  readonly #onEnd = (): void => {
    if (this.#held !== null) {
      this.#held.ended = true;
      return;
    }
    if (this.#inputEnded || this.#closed) return;
    this.#inputEnded = true;
    this.#events.changed();
  };

  readonly #onWritten = (): void => {
    this.#writesUnderWay -= 1;
    if (!this.#flushIsAwaited || this.#writesUnderWay > 0 || this.#closed) return;
    this.#flushIsAwaited = false;
    this.#events.changed();
  };

  readonly #onDrain = (): void => {
    this.#hasRoom = true;
    this.#events.changed();
  };

  readonly #onError = (error: unknown): void => {
    if (!this.#closed) this.#events.failed(error);
  };
}
