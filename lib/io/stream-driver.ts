// Owns: one engine driven by the event loop under a stream: the handshake, what is under way next, how all of it ends.
// Must not know: options, policy, how the transport was made, which class the stream is; how data is read and written (its halves do).
//
// Everything happens in #pump(): feed what came in, run what is under way (handshake, else write, shutdown and read), drain what came
// out. It is called whenever something changed: input, output room, a write, a wish to read. What is to be sent always goes out before
// anything waits.

import type { Duplex } from 'node:stream';
import { SslError } from '../core/errors.ts';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { DriverCore, DriverEvents, DriverPlan, WriteCallback } from './driver-plan.ts';
import { HandshakeAgain } from './handshake-again.ts';
import { HandshakeCalls, type HandshakeOutcome } from './handshake-calls.ts';
import { operate } from './operate.ts';
import { floodError } from './output-limit.ts';
import { closedUnderError, destroyedError, timeoutError, transportError, unexpectedResult } from './peer-errors.ts';
import { PoolSteps } from './pool-steps.ts';
import { ReadingHalf } from './reading-half.ts';
import type { Transport, TransportEvents, TransportMaker } from './transport.ts';
import { WritingHalf } from './writing-half.ts';

export class StreamDriver implements DriverCore, TransportEvents {
  readonly engine: SslEngine;
  readonly calls: HandshakeCalls;
  readonly stream: Duplex;
  readonly transport: Transport;
  readonly lenient: boolean;
  readonly #onFailed: DriverEvents['failed'];
  readonly #onMoved: DriverEvents['moved'] | null;
  readonly #mostUnsent: number;
  readonly #reading: ReadingHalf;
  readonly #writing: WritingHalf;
  #outcome: HandshakeOutcome | null = null;
  #onHandshake: DriverEvents['handshake'] | null; // null once it was told: what waits for it is not kept as long as the connection
  #pumping = false;
  #pumpAgain = false;
  #unflushed = false;
  #again: HandshakeAgain | null = null;
  #awaited: Promise<void> | null = null;
  readonly #steps: PoolSteps;
  /** There is something to do for a step: without, it would only say again what it waits for. */
  #hasWork = false;

  /** `stream` is what decrypted bytes are pushed to; its _read, _write, _final and _destroy call the methods here. */
  constructor(engine: SslEngine, stream: Duplex, transport: TransportMaker, plan: DriverPlan, events: DriverEvents) {
    this.engine = engine;
    this.calls = new HandshakeCalls(engine, plan);
    this.stream = stream;
    this.#onHandshake = events.handshake;
    this.#onFailed = events.failed;
    this.#onMoved = events.moved ?? null;
    this.#mostUnsent = plan.mostUnsent ?? Number.POSITIVE_INFINITY;
    this.lenient = plan.end === 'lenient';
    this.#steps = new PoolSteps(engine, this.calls, plan.offload === 'pool', () => this.pump());
    this.#reading = new ReadingHalf(this);
    this.#writing = new WritingHalf(this);
    this.transport = transport(engine, this);
  }

  /** null until the handshake is done. */
  get outcome(): HandshakeOutcome | null {
    return this.#outcome;
  }

  /** The transport has ended without the peer's close_notify, where that is no error. */
  get truncated(): boolean {
    return this.#reading.truncated;
  }

  /** The deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#fail(timeoutError(this.calls.operation, timeout, this.engine.closed || this.engine.away ? '' : this.engine.state.text));
  }

  /** The transport's: input has come, or has ended, or there is room for output. */
  changed(): void {
    this.#reading.look();
    this.pump();
    const { unsent } = this.transport;
    if (unsent > this.#mostUnsent && !this.stream.destroyed) this.#fail(floodError(unsent));
  }

  /** The transport's. */
  failed(error: unknown): void {
    this.#fail(transportError(this.calls.operation, error));
  }

  /** The transport's. */
  moved(received: number, sent: number, within = false): void {
    const { recorder } = this.calls;
    if (within) recorder.receivedWithin(received);
    else recorder.received(received);
    recorder.sent(sent);
    this.#onMoved?.();
  }

  read(): void {
    this.#reading.wantData();
    this.pump();
  }

  write(chunks: Uint8Array[], callback: WriteCallback): void {
    this.#writing.write(chunks, callback);
    this.pump();
  }

  /** Begins the handshake that the engine was asked for again; reading goes on with it, and `done` hears when it is over. */
  shakeHandsAgain(done: () => void): void {
    this.#again = new HandshakeAgain(this.engine, done);
    this.pump();
  }

  end(callback: WriteCallback): void {
    this.#writing.end(callback);
    this.pump();
  }

  /** Lets go of engine and transport; `concluded` runs before those who still wait are told. */
  close(error: Error | null, concluded: () => void): void {
    const inPeace = this.#reading.ended && error === null;
    const ended = this.lenient && this.#writing.closeNotifySent && error === null;
    const heard = this.#writeAtLast() || ended;
    this.transport.close(inPeace || this.engine.failure !== null ? 'behind-output' : heard ? 'behind-both' : 'at-once');
    this.engine.close();
    const unwritten = this.#writing.abandon();
    concluded();
    unwritten?.(error ?? destroyedError('before this was written', 'SSL_write_ex'));
    if (this.#onHandshake !== null) this.#handshakeEnded(error ?? destroyedError('during the handshake', this.calls.operation));
  }

  /** Something has changed: goes on as far as it can. */
  pump(): void {
    this.#pumpAgain = true;
    if (this.#pumping) return; // a stream called back from inside: the loop below takes one more turn
    this.#pumping = true;
    try {
      while (this.#pumpAgain && !this.stream.destroyed) {
        this.#pumpAgain = false;
        this.#turn();
      }
    } finally {
      this.#pumping = false;
    }
  }

  #turn(): void {
    if (this.#steps.away) return;
    if (!this.#steps.arrived && this.engine.closed) {
      this.#fail(closedUnderError(this.calls.operation));
      return;
    }
    // The result of a step is looked at first: what it waits for may have come meanwhile.
    if (!this.#steps.arrived && this.transport.feed()) {
      this.#hasWork = true;
      this.#reading.look();
    }
    if (this.#outcome === null) this.#shakeHands();
    else this.#exchange();
    if (!this.stream.destroyed && !this.#steps.away) this.flush();
  }

  #shakeHands(): void {
    const step = this.#steps.next(this.#hasWork);
    this.#hasWork = false;
    if (step === null) {
      this.transport.hold();
      return;
    }
    const result = this.ask(step);
    if (result === null) return;
    this.flush(result.status === 'failed'); // whatever came of it: the Finished, or the alert
    if (this.stream.destroyed) return;
    if (result.status !== 'done') {
      this.waitOrFail(this.calls.operation, result);
      return;
    }
    this.#outcome = this.calls.finish();
    this.transport.holdsEnd = this.lenient;
    this.#handshakeEnded(null);
    // Reading starts at once, though nobody asks yet: session tickets and alerts come without being asked for.
    this.stream.read(0);
    this.#pumpAgain = true;
  }

  #exchange(): void {
    this.#goOnWithHandshake();
    const writeBlocked = this.#writing.writeOn();
    if (writeBlocked) return; // a write that wants to write is repeated before anything else is tried (SSL_get_error(3))
    if (!this.stream.destroyed) this.#writing.endOn(this.#reading.ended);
    if (!this.stream.destroyed) this.#reading.readOn();
    if (!this.stream.destroyed) this.#goOnWithHandshake(); // reading may have finished it
  }

  #goOnWithHandshake(): void {
    const again = this.#again;
    if (again === null) return;
    if (!again.begun) {
      const result = this.ask(() => again.begin());
      if (result === null) return;
      this.#reading.look(); // the answer is found by reading
      this.flush(result.status === 'failed');
      if (result.status === 'failed') this.#fail(result.error);
    }
    if (this.stream.destroyed || !again.over) return;
    this.#again = null;
    again.done();
  }

  // Only as node:tls does it, and where OpenSSL may still be asked.
  #writeAtLast(): boolean {
    if (!this.lenient || this.#outcome === null || this.engine.closed || this.engine.failure !== null) return false;
    return this.#writing.writeAtLast();
  }

  flush(lastWords = false): void {
    if (!this.#unflushed) return;
    this.#unflushed = false;
    const waited = this.transport.unsent > 0;
    this.transport.flush(lastWords);
    if (waited && this.transport.unsent === 0) this.#pumpAgain = true; // no event will say so: whoever found no room has to look again
  }

  waitOrFail(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>): void {
    this.flush(result.status === 'failed');
    if (operation !== 'SSL_read_ex') this.#reading.look(); // what it has read may be somebody's data
    if (result.status === 'want-read' || result.status === 'want-write') {
      if (!this.transport.canGoOn(result.status)) return;
      this.#reading.look();
      this.#turnAgain();
    } else if (this.#outcome === null && this.#steps.goesOnThere()) {
      this.#turnAgain();
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
    void answer.then(() => this.#answered());
  }

  #answered(): void {
    this.#turnAgain();
    this.pump();
  }

  #turnAgain(): void {
    this.#pumpAgain = true;
    this.#hasWork = true;
  }

  // This runs in an event: nobody but the connection can be told what a callback threw.
  ask<T>(operation: () => SslResult<T>): SslResult<T> | null {
    this.#unflushed = true;
    const outcome = operate(this.engine, this.calls.operation, operation);
    if (!('thrown' in outcome)) return outcome;
    if (!this.engine.closed) this.flush(true); // the alert
    this.#fail(outcome.thrown);
    return null;
  }

  #fail(error: Error): void {
    if (this.stream.destroyed) return;
    this.calls.recorder.close();
    if (this.#outcome === null && error instanceof SslError) error.handshakeSteps = this.calls.recorder.steps;
    this.#onFailed(error);
  }

  #handshakeEnded(error: Error | null): void {
    const tell = this.#onHandshake;
    this.#onHandshake = null;
    tell?.(error);
  }
}
