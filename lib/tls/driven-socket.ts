// Owns: the streams of a TLSSocket: the engine's driver under them, what waits until there is one, and the end of both.
// Must not know: what is negotiated, who is verified.

import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import { SslError } from '../core/errors.ts';
import type { WriteCallback } from '../io/driver-plan.ts';
import type { Offload } from '../io/offload.ts';
import { StreamDriver } from '../io/stream-driver.ts';
import { overStream } from '../io/stream-transport.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { tlsErrors } from './node-errors.ts';
import { SocketFacts } from './socket-facts.ts';
import type { OnRead } from './socket-options.ts';

type Chunk = Uint8Array | string;

export abstract class DrivenSocket extends SocketFacts {
  #driver: StreamDriver | null = null;
  #wantsData = false;
  #pendingWrite: { readonly chunks: Uint8Array[]; readonly callback: WriteCallback } | null = null;
  #pendingEnd: WriteCallback | null = null;
  #closeHeard = false;

  /** Makes the engine, when the transport is connected. What it throws ends the connection. */
  protected abstract makeEngine(): SslEngine;
  protected abstract handshakeDone(): void;
  /** The error that the connection ends with, in Node's words. */
  protected abstract ownError(error: Error): Error;
  protected abstract begun(): void;
  protected abstract get offload(): Offload;

  /** The transport has ended without close_notify: what was read may be less than what the peer had to say. */
  get truncated(): boolean {
    return this.#driver?.truncated ?? false;
  }

  /** Takes what carries the ciphertext; the handshake begins when it is connected. */
  carryOver(raw: Duplex): void {
    this.raw = raw;
    raw.allowHalfOpen = true; // when to end the own side is decided above it
    if ((raw as Partial<net.Socket>).connecting !== true) {
      process.nextTick(() => this.#start()); // the caller attaches its listeners first
      return;
    }
    this.setConnecting(true);
    const failed = (error: Error): void => void this.destroy(error);
    const closed = (): void => void this.destroy();
    raw.once('error', failed).once('close', closed);
    raw.once('connect', () => {
      raw.off('error', failed).off('close', closed);
      if (this.destroyed) return;
      this.setConnecting(false);
      this.active();
      this.emit('connect');
      this.emit('ready');
      this.#start();
    });
  }

  /** Connects a socket that was made without one, as net.Socket does. */
  override connect(...args: unknown[]): this {
    const raw = new net.Socket({ allowHalfOpen: true });
    for (const event of ['lookup', 'connectionAttempt', 'connectionAttemptFailed', 'connectionAttemptTimeout']) {
      raw.on(event, (...details: unknown[]) => this.emit(event, ...details));
    }
    const last = args.at(-1);
    const listener = typeof last === 'function' ? (last as () => void) : null;
    if (listener !== null) this.once('connect', listener);
    (raw.connect as (...args: unknown[]) => void).apply(raw, listener === null ? args : args.slice(0, -1));
    this.carryOver(raw);
    return this;
  }

  override _read(): void {
    if (this.#driver === null) this.#wantsData = true;
    else process.nextTick(() => this.#driver?.read()); // a 'readable' for each piece, as from a handle of Node's: there are readers who count on it
  }

  override _write(chunk: Chunk, encoding: BufferEncoding, callback: WriteCallback): void {
    this.#writeOut([bytesOf(chunk, encoding)], callback);
  }

  override _writev(chunks: readonly { chunk: Chunk; encoding: BufferEncoding }[], callback: WriteCallback): void {
    const bytes = chunks.map(({ chunk, encoding }) => bytesOf(chunk, encoding));
    this.#writeOut(bytes, callback);
  }

  override _final(callback: WriteCallback): void {
    if (this.#driver === null) this.#pendingEnd = callback;
    else this.#driver.end(callback);
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    this.setConnecting(false);
    this.stopTimer();
    const conclude = (): void => {
      callback(error);
      process.nextTick(() => this.#emitClose(error !== null));
    };
    if (this.#driver === null) {
      this.raw?.on('error', () => undefined).destroy();
      conclude();
      this.#pendingWrite?.callback(error ?? tlsErrors.socketClosed());
    } else {
      this.#driver.close(error, conclude);
    }
    this.ssl = null;
  }

  /** Does the handshake that was asked for again, and tells when it is done. */
  protected shakeHandsAgain(done: () => void): void {
    this.#driver?.shakeHandsAgain(done);
  }

  /** As net.Socket has it: what is read goes into one buffer, and to a callback. */
  protected readInto({ buffer, callback }: OnRead): void {
    this.on('data', (data: Buffer) => {
      for (let at = 0; at < data.length; ) {
        const into = typeof buffer === 'function' ? buffer() : buffer;
        const part = data.subarray(at, at + into.length);
        into.set(part);
        at += part.length;
        if (callback(part.length, into) === false) this.pause();
      }
    });
  }

  #start(): void {
    const { raw } = this;
    if (this.destroyed || this.#driver !== null || raw === null) return;
    if (raw.destroyed) {
      const gone = { operation: 'SSL_do_handshake', unexpectedEof: true };
      this.destroy(
        raw.errored ?? this.ownError(new SslError('ERR_SSL_UNEXPECTED_EOF', 'the transport was closed before the handshake', gone)),
      );
      return;
    }
    let engine: SslEngine;
    try {
      engine = this.makeEngine();
    } catch (error) {
      this.destroy(error as Error);
      return;
    }
    this.ssl = engine;
    const driver = new StreamDriver(
      engine,
      this,
      overStream(raw),
      { end: 'lenient', offload: this.offload },
      {
        handshake: (error) => {
          if (error === null) this.#established(raw);
        },
        failed: (error) => this.destroy(this.ownError(error)),
        moved: () => this.active(),
      },
    );
    this.#driver = driver;
    this.begun();
    const { callback, chunks } = this.#pendingWrite ?? {};
    this.#pendingWrite = null;
    if (callback !== undefined && chunks !== undefined) driver.write(chunks, callback);
    if (this.#pendingEnd !== null) driver.end(this.#pendingEnd);
    if (this.#wantsData) driver.read();
    driver.pump();
  }

  #established(raw: Duplex): void {
    // One that is taken away ends the connection; one that has ended leaves what is to be read.
    raw.once('close', () => {
      if (!raw.readableEnded) this.destroy();
    });
    this.handshakeDone();
  }

  #writeOut(chunks: Uint8Array[], callback: WriteCallback): void {
    this.wrote(chunks.reduce((sum, { length }) => sum + length, 0));
    this.active();
    if (this.#driver === null) this.#pendingWrite = { chunks, callback };
    else this.#driver.write(chunks, callback);
  }

  #emitClose(hadError: boolean): void {
    if (this.#closeHeard) return;
    this.#closeHeard = true;
    this.emit('close', hadError);
  }
}

// net.Socket leaves strings as they are.
function bytesOf(chunk: Chunk, encoding: BufferEncoding): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
}
