// Owns: one engine driven by the event loop over any Duplex: handshake, data both ways with backpressure, close_notify both ways.
// Must not know: options, policy, how the transport was made.
//
// Everything happens in #pump(): feed what came in, run what is under way (handshake, else write, shutdown and read), drain what came
// out. It is called whenever something changed: input, output room, a write, a wish to read. What is to be sent always goes out before
// anything waits.

import { Duplex } from 'node:stream';
import type { Certificate } from '../core/certificate.ts';
import { SslError } from '../core/errors.ts';
import type { HandshakeStep } from '../core/handshake-step.ts';
import type { SslResult } from '../core/results.ts';
import type { ConnectionInfo } from '../ssl/connection-info.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { EarlyDataStatus } from '../ssl/engine-early-data.ts';
import { type EarlyDataPlan, HandshakeCalls, type HandshakeOutcome } from './handshake-calls.ts';
import { operate } from './operate.ts';
import { closedUnderError, destroyedError, timeoutError, transportError, unexpectedResult } from './peer-errors.ts';
import { Transport } from './transport.ts';

type WriteCallback = (error?: Error | null) => void;

// Decrypted records go into slices of one block, so that not every record costs an allocation.
const blockSize = 64 * 1024;
const largestRecord = 16 * 1024;

export interface SslSocketOptions {
  /** Go on writing after the peer has ended its side; default false: the own side then ends too. */
  readonly allowHalfOpen?: boolean;
}

/**
 * A TLS connection as a Duplex. It is made by `connect()` and `accept()`, with the handshake already done.
 *
 * - `end()` sends close_notify; the readable side goes on until the peer's close_notify has come.
 * - The transport ending without the peer's close_notify is an `error` (`unexpectedEof`), never a plain `end`.
 * - `destroy()` drops the connection without close_notify.
 */
export class SslSocket extends Duplex {
  readonly engine: SslEngine;
  readonly #transport: Transport;
  readonly #calls: HandshakeCalls;
  #outcome: HandshakeOutcome | null = null;
  #onHandshake: ((error: Error | null) => void) | null;
  #writing: { chunks: Uint8Array[]; callback: WriteCallback } | null = null;
  #ending: WriteCallback | null = null;
  #closeNotifySent = false;
  #wantsData = false;
  #readEnded = false;
  #block = new Uint8Array(0);
  #pumping = false;
  #pumpAgain = false;
  #awaited: Promise<void> | null = null;

  /** For `connect()` and `accept()`: `onHandshake` hears once how the handshake ended. */
  constructor(engine: SslEngine, transport: Duplex, options: SslSocketOptions & EarlyDataPlan, onHandshake: (error: Error | null) => void) {
    super({ allowHalfOpen: options.allowHalfOpen ?? false });
    this.engine = engine;
    this.#onHandshake = onHandshake;
    this.#calls = new HandshakeCalls(engine, options);
    this.#transport = new Transport(engine, transport, {
      changed: () => this.#pump(),
      failed: (error) => this.#fail(transportError(this.#calls.operation, error)),
      moved: (received, sent) => {
        this.#calls.recorder.received(received);
        this.#calls.recorder.sent(sent);
      },
    });
    this.#pump();
  }

  /** What was negotiated. It stays readable after the connection is closed. */
  get connection(): ConnectionInfo | null {
    return this.#outcome?.connection ?? null;
  }

  /** The peer's certificate; null if it showed none. */
  get peerCertificate(): Certificate | null {
    return this.peerChain[0] ?? null;
  }

  /** What the peer sent, its own certificate first. */
  get peerChain(): readonly Certificate[] {
    return this.#outcome?.peerChain ?? [];
  }

  /** The handshake, call by call. */
  get handshakeSteps(): readonly HandshakeStep[] {
    return this.#calls.recorder.steps;
  }

  /** What became of a client's `dangerousEarlyData`: unless it is `accepted` it must be sent again. @openssl SSL_get_early_data_status */
  get earlyDataStatus(): EarlyDataStatus {
    return this.#outcome?.earlyDataStatus ?? 'not-sent';
  }

  /** On a server with `dangerousEarlyData`: what the client sent before the handshake was finished. It may be a replay. */
  get earlyData(): Uint8Array {
    return this.#outcome?.earlyData ?? new Uint8Array(0);
  }

  /** The stream under this one. */
  get transport(): Duplex {
    return this.#transport.stream;
  }

  /** For `connect()` and `accept()`: the deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#fail(timeoutError(this.#calls.operation, timeout, this.engine.closed ? '' : this.engine.state.text));
  }

  override _read(): void {
    this.#wantsData = true;
    this.#pump();
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, callback: WriteCallback): void {
    this.#writing = { chunks: [chunk], callback };
    this.#pump();
  }

  override _writev(chunks: readonly { chunk: Uint8Array; encoding: BufferEncoding }[], callback: WriteCallback): void {
    this.#writing = { chunks: chunks.map(({ chunk }) => chunk), callback };
    this.#pump();
  }

  override _final(callback: WriteCallback): void {
    this.#ending = callback;
    this.#pump();
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    const waiting = this.#takeHandshakeCallback();
    const inPeace = this.#readEnded && error === null;
    this.#transport.close(inPeace || this.engine.failure !== null);
    this.engine.close();
    const writing = this.#writing;
    this.#writing = null;
    callback(error);
    writing?.callback(error ?? destroyedError('before this was written', 'SSL_write_ex'));
    waiting?.(error ?? destroyedError('during the handshake', this.#calls.operation));
  }

  // --- the engine's side

  #pump(): void {
    this.#pumpAgain = true;
    if (this.#pumping) return; // a stream called back from inside: the loop below takes one more turn
    this.#pumping = true;
    try {
      while (this.#pumpAgain && !this.destroyed) {
        this.#pumpAgain = false;
        this.#turn();
      }
    } finally {
      this.#pumping = false;
    }
  }

  #turn(): void {
    if (this.engine.closed) {
      this.#fail(closedUnderError(this.#calls.operation));
      return;
    }
    this.#transport.feed();
    if (this.#onHandshake !== null) this.#shakeHands();
    else this.#exchange();
    if (!this.destroyed) this.#transport.flush();
  }

  #shakeHands(): void {
    const result = this.#ask(() => this.#calls.next());
    if (result === null) return;
    this.#transport.flush(result.status === 'failed'); // whatever came of it: the Finished, or the alert
    if (this.destroyed) return;
    if (result.status !== 'done') {
      this.#waitOrFail(this.#calls.operation, result);
      return;
    }
    this.#outcome = this.#calls.finish();
    this.#takeHandshakeCallback()?.(null);
    // Reading starts at once, though nobody asks yet: session tickets and alerts come without being asked for.
    this.read(0);
    this.#pumpAgain = true;
  }

  #exchange(): void {
    const writeBlocked = this.#writeOn();
    if (writeBlocked) return; // a write that wants to write is repeated before anything else is tried (SSL_get_error(3))
    if (!this.destroyed) this.#endOn();
    if (!this.destroyed) this.#readOn();
  }

  // Plaintext is taken only while the transport takes ciphertext: else it would pile up there. Returns true after a want-write.
  #writeOn(): boolean {
    const writing = this.#writing;
    if (writing === null) return false;
    while (writing.chunks.length > 0 && this.#transport.hasRoom) {
      const [chunk] = writing.chunks;
      if (chunk === undefined) break;
      const result = this.#ask(() => this.engine.write(chunk));
      if (result === null) return false;
      this.#transport.flushIfLarge();
      if (result.status !== 'done') {
        this.#waitOrFail('SSL_write_ex', result);
        return result.status === 'want-write';
      }
      if (result.value < chunk.length) writing.chunks[0] = chunk.subarray(result.value);
      else writing.chunks.shift();
    }
    this.#transport.flush();
    if (writing.chunks.length > 0 || !this.#transport.hasRoom) return false;
    this.#writing = null;
    writing.callback();
    return false;
  }

  // Done only when close_notify has left: what was accepted before it has left too then, or its loss is an error.
  #endOn(): void {
    const ending = this.#ending;
    if (ending === null || this.#writing !== null) return;
    if (!this.#closeNotifySent) {
      const result = this.#ask(() => this.engine.shutdown());
      if (result === null) return;
      if (result.status !== 'done') {
        this.#waitOrFail('SSL_shutdown', result);
        return;
      }
      this.#closeNotifySent = true;
      this.#transport.flush();
    }
    if (!this.#transport.awaitFlush()) return;
    this.#ending = null;
    ending();
  }

  #readOn(): void {
    // push() can run the reader's code, which may destroy this very socket.
    while (this.#wantsData && !this.#readEnded && !this.destroyed) {
      if (this.#block.length < largestRecord) this.#block = Buffer.allocUnsafeSlow(blockSize);
      const block = this.#block;
      const result = this.#ask(() => this.engine.read(block));
      if (result === null) return;
      if (result.status === 'closed') {
        this.#readEnded = true;
        this.push(null);
        return;
      }
      if (result.status !== 'done') {
        this.#waitOrFail('SSL_read_ex', result);
        return;
      }
      const bytes = block.subarray(0, result.value);
      this.#block = block.subarray(result.value);
      this.#transport.feed(); // there is room again
      this.#wantsData = this.push(bytes);
    }
  }

  #waitOrFail(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>): void {
    this.#transport.flush(result.status === 'failed');
    if (result.status === 'want-read' || result.status === 'want-write') {
      this.#pumpAgain ||= this.#transport.canGoOn(result.status);
    } else if (this.engine.pendingAnswer !== null) {
      this.#goOnWhenAnswered(this.engine.pendingAnswer);
    } else {
      this.#fail(unexpectedResult(operation, result, this.engine));
    }
  }

  // A callback has given a promise. Its rejection comes out of the next call, like all that a callback throws.
  #goOnWhenAnswered(answer: Promise<void>): void {
    if (this.#awaited === answer) return;
    this.#awaited = answer;
    void answer.then(() => this.#pump());
  }

  // This runs in an event: nobody but the connection can be told what a callback threw.
  #ask<T>(operation: () => SslResult<T>): SslResult<T> | null {
    const outcome = operate(this.engine, this.#calls.operation, operation);
    if (!('thrown' in outcome)) return outcome;
    if (!this.engine.closed) this.#transport.flush(true); // the alert
    this.#fail(outcome.thrown);
    return null;
  }

  #fail(error: Error): void {
    if (this.destroyed) return;
    this.#calls.recorder.close();
    if (this.#onHandshake !== null && error instanceof SslError) error.handshakeSteps = this.handshakeSteps;
    this.destroy(error);
  }

  #takeHandshakeCallback(): ((error: Error | null) => void) | null {
    const callback = this.#onHandshake;
    this.#onHandshake = null;
    return callback;
  }
}
