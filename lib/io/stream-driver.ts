// Owns: one engine driven by the event loop under a stream: handshake, data both ways with backpressure, close_notify both ways.
// Must not know: options, policy, how the transport was made, which class the stream is.
//
// Everything happens in #pump(): feed what came in, run what is under way (handshake, else write, shutdown and read), drain what came
// out. It is called whenever something changed: input, output room, a write, a wish to read. What is to be sent always goes out before
// anything waits.

import type { Duplex } from 'node:stream';
import { SslError } from '../core/errors.ts';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { DriverEvents, DriverPlan, WriteCallback } from './driver-plan.ts';
import { HandshakeAgain } from './handshake-again.ts';
import { HandshakeCalls, type HandshakeOutcome } from './handshake-calls.ts';
import { operate } from './operate.ts';
import { closedUnderError, destroyedError, timeoutError, transportError, unexpectedResult } from './peer-errors.ts';
import { Transport } from './transport.ts';

const blockSize = 64 * 1024; // decrypted records go into slices of one: not every record costs an allocation
const largestRecord = 16 * 1024;
// What OpenSSL has not finished writing is kept, and compared with its retry (SSL_write(3)): not many megabytes for every few records.
const mostWritten = 64 * 1024;

export class StreamDriver {
  readonly engine: SslEngine;
  readonly calls: HandshakeCalls;
  readonly #stream: Duplex;
  readonly #transport: Transport;
  readonly #events: DriverEvents;
  readonly #lenient: boolean;
  #outcome: HandshakeOutcome | null = null;
  #handshakeHeard = false;
  #writing: { chunks: Uint8Array[]; callback: WriteCallback } | null = null;
  #ending: WriteCallback | null = null;
  #closeNotifySent = false;
  #wantsData = false;
  #readEnded = false;
  #truncated = false;
  #block = new Uint8Array(0);
  #pumping = false;
  #pumpAgain = false;
  #again: HandshakeAgain | null = null;
  #awaited: Promise<void> | null = null;

  /** `stream` is what decrypted bytes are pushed to; its _read, _write, _final and _destroy call the methods here. */
  constructor(engine: SslEngine, stream: Duplex, transport: Duplex, plan: DriverPlan, events: DriverEvents) {
    this.engine = engine;
    this.calls = new HandshakeCalls(engine, plan);
    this.#stream = stream;
    this.#events = events;
    this.#lenient = plan.end === 'lenient';
    this.#transport = new Transport(engine, transport, {
      changed: () => this.pump(),
      failed: (error) => this.#fail(transportError(this.calls.operation, error)),
      moved: (received, sent) => {
        this.calls.recorder.received(received);
        this.calls.recorder.sent(sent);
        this.#events.moved?.();
      },
    });
  }

  /** null until the handshake is done. */
  get outcome(): HandshakeOutcome | null {
    return this.#outcome;
  }

  get transport(): Duplex {
    return this.#transport.stream;
  }

  /** The transport has ended without the peer's close_notify, where that is no error. */
  get truncated(): boolean {
    return this.#truncated;
  }

  /** The deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#fail(timeoutError(this.calls.operation, timeout, this.engine.closed ? '' : this.engine.state.text));
  }

  read(): void {
    this.#wantsData = true;
    this.pump();
  }

  write(chunks: Uint8Array[], callback: WriteCallback): void {
    this.#writing = { chunks, callback };
    this.pump();
  }

  /** Begins the handshake that the engine was asked for again; reading goes on with it, and `done` hears when it is over. */
  shakeHandsAgain(done: () => void): void {
    this.#again = new HandshakeAgain(this.engine, done);
    this.pump();
  }

  end(callback: WriteCallback): void {
    this.#ending = callback;
    this.pump();
  }

  /** Lets go of engine and transport; `concluded` runs before those who still wait are told. */
  close(error: Error | null, concluded: () => void): void {
    const inPeace = this.#readEnded && error === null;
    const ended = this.#lenient && this.#closeNotifySent && error === null;
    const heard = this.#writeAtLast() || ended;
    this.#transport.close(inPeace || this.engine.failure !== null ? 'behind-output' : heard ? 'behind-both' : 'at-once');
    this.engine.close();
    const writing = this.#writing;
    this.#writing = null;
    concluded();
    writing?.callback(error ?? destroyedError('before this was written', 'SSL_write_ex'));
    this.#handshakeEnded(error ?? destroyedError('during the handshake', this.calls.operation));
  }

  /** Something has changed: goes on as far as it can. */
  pump(): void {
    this.#pumpAgain = true;
    if (this.#pumping) return; // a stream called back from inside: the loop below takes one more turn
    this.#pumping = true;
    try {
      while (this.#pumpAgain && !this.#stream.destroyed) {
        this.#pumpAgain = false;
        this.#turn();
      }
    } finally {
      this.#pumping = false;
    }
  }

  #turn(): void {
    if (this.engine.closed) {
      this.#fail(closedUnderError(this.calls.operation));
      return;
    }
    this.#transport.feed();
    if (this.#outcome === null) this.#shakeHands();
    else this.#exchange();
    if (!this.#stream.destroyed) this.#transport.flush();
  }

  #shakeHands(): void {
    const result = this.#ask(() => this.calls.next());
    if (result === null) return;
    this.#transport.flush(result.status === 'failed'); // whatever came of it: the Finished, or the alert
    if (this.#stream.destroyed) return;
    if (result.status !== 'done') {
      this.#waitOrFail(this.calls.operation, result);
      return;
    }
    this.#outcome = this.calls.finish();
    this.#transport.holdsEnd = this.#lenient;
    this.#handshakeEnded(null);
    // Reading starts at once, though nobody asks yet: session tickets and alerts come without being asked for.
    this.#stream.read(0);
    this.#pumpAgain = true;
  }

  #exchange(): void {
    this.#goOnWithHandshake();
    const writeBlocked = this.#writeOn();
    if (writeBlocked) return; // a write that wants to write is repeated before anything else is tried (SSL_get_error(3))
    if (!this.#stream.destroyed) this.#endOn();
    if (!this.#stream.destroyed) this.#readOn();
    if (!this.#stream.destroyed) this.#goOnWithHandshake(); // reading may have finished it
  }

  #goOnWithHandshake(): void {
    const again = this.#again;
    if (again === null) return;
    if (!again.begun) {
      const result = this.#ask(() => again.begin());
      if (result === null) return;
      this.#transport.flush(result.status === 'failed');
      if (result.status === 'failed') this.#fail(result.error);
    }
    if (this.#stream.destroyed || !again.over) return;
    this.#again = null;
    again.done();
  }

  // Plaintext is taken only while the transport takes ciphertext: else it would pile up there. Returns true after a want-write.
  #writeOn(): boolean {
    const writing = this.#writing;
    if (writing === null) return false;
    while (writing.chunks.length > 0 && this.#transport.hasRoom) {
      const [chunk] = writing.chunks;
      if (chunk === undefined) break;
      const piece = chunk.subarray(0, mostWritten);
      const result = this.#ask(() => this.engine.write(piece));
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

  // A write from inside a 'data' event has only been taken note of. Node's sockets have sent it when they are destroyed next.
  #writeAtLast(): boolean {
    if (!this.#lenient || this.#outcome === null || this.#writing === null || this.engine.closed || this.engine.failure !== null)
      return false;
    this.#writeOn();
    return this.#writing === null;
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
      this.#transport.flush(this.#lenient && this.#readEnded); // a peer that has gone is told nothing
      if (this.#lenient) this.transport.end();
    }
    if (!this.#transport.awaitFlush()) return;
    this.#ending = null;
    ending();
  }

  #readOn(): void {
    // push() can run the reader's code, which may destroy this very socket.
    while (this.#wantsData && !this.#readEnded && !this.#stream.destroyed) {
      if (this.#block.length < largestRecord) this.#block = Buffer.allocUnsafeSlow(blockSize);
      const block = this.#block;
      const result = this.#ask(() => this.engine.read(block));
      if (result === null) return;
      if (result.status === 'closed' || (result.status === 'want-read' && this.#transport.endIsHeld)) {
        this.#truncated = result.status !== 'closed';
        this.#readEnded = true;
        this.#stream.push(null);
        if (this.#lenient) this.#stream.read(0); // where nothing is left to be read it has ended, whether or not anyone reads
        return;
      }
      if (result.status !== 'done') {
        this.#waitOrFail('SSL_read_ex', result);
        return;
      }
      const bytes = block.subarray(0, result.value);
      this.#block = block.subarray(result.value);
      this.#transport.feed(); // there is room again
      this.#wantsData = this.#stream.push(bytes) && !this.#lenient;
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
    void answer.then(() => this.pump());
  }

  // This runs in an event: nobody but the connection can be told what a callback threw.
  #ask<T>(operation: () => SslResult<T>): SslResult<T> | null {
    const outcome = operate(this.engine, this.calls.operation, operation);
    if (!('thrown' in outcome)) return outcome;
    if (!this.engine.closed) this.#transport.flush(true); // the alert
    this.#fail(outcome.thrown);
    return null;
  }

  #fail(error: Error): void {
    if (this.#stream.destroyed) return;
    this.calls.recorder.close();
    if (this.#outcome === null && error instanceof SslError) error.handshakeSteps = this.calls.recorder.steps;
    this.#events.failed(error);
  }

  #handshakeEnded(error: Error | null): void {
    if (this.#handshakeHeard) return;
    this.#handshakeHeard = true;
    this.#events.handshake(error);
  }
}
