// Owns: one engine driven over datagrams by the event loop: the handshake and its timer, messages in and out, the close_notify.
// Must not know: UDP, addresses, policy, who listens.
//
// Everything happens in #pump(): the handshake, else what waits to be written, then all that can be read. After each operation what it
// has written goes out, and OpenSSL is asked when it wants to send its flight again: one timer waits for that.

import { SslError } from '../core/errors.ts';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { DatagramOutput } from './datagram-output.ts';
import type { DatagramCounts } from './datagram-stats.ts';
import { DatagramTimer } from './datagram-timer.ts';
import type { DatagramSent, DatagramTransport } from './datagram-transport.ts';
import { HandshakeCalls, type HandshakeOutcome } from './handshake-calls.ts';
import { operate } from './operate.ts';
import { floodError } from './output-limit.ts';
import { closedUnderError, destroyedError, timeoutError, transportError, unexpectedResult } from './peer-errors.ts';

/** What the owner hears; nothing of it may throw. */
export interface DatagramDriverEvents {
  /** Once: the handshake is done (null), or the connection has ended before. */
  readonly handshake: (error: Error | null) => void;
  readonly message: (message: Uint8Array) => void;
  /** The peer's close_notify has come. */
  readonly ended: () => void;
  /** The connection is over: close() is to follow. */
  readonly failed: (error: Error) => void;
}

// Messages that wait for the end of a renegotiation.
const mostWaiting = 1024;
const largestDatagram = 65_535;
// What a connection does not outlive: nobody is at the peer's address.
const final: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET']);

export class DatagramDriver {
  readonly engine: SslEngine;
  readonly calls: HandshakeCalls;
  readonly #output: DatagramOutput;
  readonly #events: DatagramDriverEvents;
  /** A client's handshake ends with the first datagram that cannot be sent, a server's does not: its peer will ask again. */
  readonly #strict: boolean;
  #received = 0;
  #ignored = 0;
  readonly #waiting: { readonly bytes: Uint8Array; readonly sent: DatagramSent }[] = [];
  #outcome: HandshakeOutcome | null = null;
  #told = false;
  #closed = false;
  #failed = false;
  #ended = false;
  #pumping = false;
  #pumpAgain = false;
  readonly #timer = new DatagramTimer(() => this.#resend());
  #awaited: Promise<void> | null = null;
  /** Datagrams since the last turn, and what came of them. */
  #fed = 0;
  #used = 0;
  #largest = 1;
  #into: Buffer = Buffer.alloc(0);

  constructor(engine: SslEngine, transport: DatagramTransport, events: DatagramDriverEvents) {
    this.engine = engine;
    this.calls = new HandshakeCalls(engine, {});
    this.#output = new DatagramOutput(transport, (failure) => this.#notSent(failure));
    this.#events = events;
    this.#strict = engine.context.role === 'client';
  }

  /** null until the handshake is done. */
  get outcome(): HandshakeOutcome | null {
    return this.#outcome;
  }

  get counts(): DatagramCounts {
    const { sent, unsent } = this.#output;
    return { received: this.#received, sent, ignored: this.#ignored, unsent };
  }

  /** The transport's: one datagram has come. */
  receive(datagram: Uint8Array): void {
    if (this.#closed) return;
    this.#received += 1;
    if (datagram.length > largestDatagram || datagram.length === 0) {
      this.#ignored += 1;
      return;
    }
    this.calls.recorder.received(datagram.length);
    this.#largest = Math.max(this.#largest, datagram.length);
    if (!this.engine.closed) {
      this.engine.feedDatagram(datagram);
      this.#fed += 1;
    }
    this.pump();
  }

  /** The transport's: it has failed. */
  failed(error: unknown): void {
    this.#fail(transportError(this.calls.operation, error));
  }

  /** The deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#fail(timeoutError(this.calls.operation, timeout, this.engine.closed ? '' : this.engine.state.text));
  }

  /** Sends one message; the handshake must be done. */
  send(bytes: Uint8Array, sent: DatagramSent): void {
    if (this.#waiting.length >= mostWaiting) {
      sent(floodError(this.#waiting.reduce((sum, waiting) => sum + waiting.bytes.length, 0)));
      return;
    }
    const mustWait = this.#pumping || this.#waiting.length > 0;
    this.#waiting.push({ bytes: mustWait ? Uint8Array.from(bytes) : bytes, sent });
    if (mustWait) {
      this.pump();
      return;
    }
    this.#pumping = true;
    try {
      this.#writeOn();
      const [left] = this.#waiting;
      if (left !== undefined) this.#waiting[0] = { ...left, bytes: Uint8Array.from(left.bytes) };
    } finally {
      this.#pumping = false;
    }
    if (this.#pumpAgain) this.pump();
    else this.#schedule();
  }

  /** Sends close_notify, where that can be done. */
  shutdown(): void {
    if (this.#closed || this.#failed || this.#outcome === null || this.engine.closed || this.engine.busy || this.engine.failure !== null)
      return;
    if (!this.engine.state.sentShutdown) operate(this.engine, 'SSL_shutdown', () => this.engine.shutdown());
    this.#flush();
  }

  /** Lets go of the engine and its timer, and tells those who still wait. */
  close(error: Error | null): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#timer.set(null);
    this.engine.close();
    for (const { sent } of this.#waiting.splice(0)) sent(error ?? destroyedError('before this was sent', 'SSL_write_ex'));
    this.#tellHandshake(error ?? destroyedError('during the handshake', this.calls.operation));
  }

  /** Whether the process lives for the timer's sake. */
  keepAlive(yes: boolean): void {
    this.#timer.keepAlive(yes);
  }

  /** Something has changed: goes on as far as it can. */
  pump(): void {
    this.#pumpAgain = true;
    if (this.#pumping) return; // a transport called back from inside: the loop below takes one more turn
    this.#pumping = true;
    try {
      while (this.#pumpAgain && !this.#over) {
        this.#pumpAgain = false;
        this.#turn();
      }
    } finally {
      this.#pumping = false;
    }
    this.#schedule();
  }

  get #over(): boolean {
    return this.#closed || this.#failed;
  }

  #turn(): void {
    if (this.engine.closed) {
      this.#fail(closedUnderError(this.calls.operation));
      return;
    }
    const wasOpen = this.#outcome !== null;
    const fed = this.#fed;
    this.#fed = 0;
    this.#used = 0;
    if (!wasOpen) this.#shakeHands();
    if (this.#outcome !== null && !this.#over) this.#writeOn();
    if (this.#outcome !== null && !this.#over) this.#readOn();
    if (wasOpen && this.#used === 0) this.#ignored += fed;
  }

  #shakeHands(): void {
    const result = this.#ask(() => this.calls.next());
    if (result === null) return;
    if (result.status !== 'done') {
      this.#waitOrFail(this.calls.operation, result);
      return;
    }
    this.#outcome = this.calls.finish();
    this.#tellHandshake(null);
  }

  #writeOn(): void {
    for (let [next] = this.#waiting; next !== undefined && !this.#over; [next] = this.#waiting) {
      const { bytes, sent } = next;
      const result = this.#ask(() => this.engine.write(bytes), sent);
      if (result === null) return;
      if (result.status !== 'done') {
        this.#waitOrFail('SSL_write_ex', result);
        return;
      }
      this.#waiting.shift();
    }
  }

  // What is larger than a datagram that has come cannot be in it. So the buffer takes each message whole, and becomes it.
  #readOn(): void {
    while (!this.#over && !this.#ended) {
      if (this.#into.length < this.#largest) this.#into = Buffer.allocUnsafe(this.#largest);
      const into = this.#into;
      const result = this.#ask(() => this.engine.read(into));
      if (result === null) return;
      if (result.status === 'done') {
        this.#into = Buffer.alloc(0);
        this.#used += 1;
        if (result.value > 0) this.#events.message(into.subarray(0, result.value));
      } else if (result.status === 'closed') {
        this.#used += 1;
        this.#ended = true;
        this.#events.ended();
      } else {
        this.#waitOrFail('SSL_read_ex', result);
        return;
      }
    }
  }

  #waitOrFail(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>): void {
    if (result.status === 'want-read' || result.status === 'want-write') return;
    const answer = this.engine.closed ? null : this.engine.pendingAnswer;
    if (answer === null) {
      this.#fail(unexpectedResult(operation, result, this.engine));
    } else if (this.#awaited !== answer) {
      // A callback has given a promise. Its rejection comes out of the next call, like all that a callback throws.
      this.#awaited = answer;
      void answer.then(() => this.pump());
    }
  }

  // Runs one operation and sends what it has written. This runs in an event: nobody but the connection can be told what a callback threw.
  #ask<T>(operation: () => SslResult<T>, sent?: DatagramSent): SslResult<T> | null {
    const outcome = operate(this.engine, this.calls.operation, operation);
    const isDone = !('thrown' in outcome) && outcome.status === 'done';
    this.#flush(isDone ? sent : undefined);
    if (!('thrown' in outcome)) return this.#over ? null : outcome;
    this.#fail(outcome.thrown);
    return null;
  }

  #flush(sent?: DatagramSent): void {
    const datagrams = this.engine.closed ? [] : this.engine.drainDatagrams();
    const last = datagrams.length - 1;
    for (const [index, datagram] of datagrams.entries()) {
      if (this.#closed) return; // the transport has failed in the middle
      this.#used += 1;
      this.calls.recorder.sent(datagram.length);
      this.#output.send(datagram, index === last ? sent : undefined);
    }
    if (last < 0) sent?.(null);
  }

  #notSent(failure: Error): void {
    const { code } = failure as { readonly code?: unknown };
    if (this.#strict && (this.#outcome === null || final.has(code))) this.#fail(failure);
  }

  #schedule(): void {
    const waits = this.#over || this.engine.closed || this.engine.pendingAnswer !== null;
    this.#timer.set(waits ? null : this.engine.dtlsTimeout);
  }

  #resend(): void {
    if (this.#over || this.engine.closed) return;
    const result = this.#ask(() => this.engine.handleDtlsTimeout());
    if (result?.status === 'failed') this.#fail(result.error);
    this.pump();
  }

  #fail(error: Error): void {
    if (this.#over) return;
    this.#failed = true;
    this.calls.recorder.close();
    if (this.#outcome === null && error instanceof SslError) error.handshakeSteps = this.calls.recorder.steps;
    this.#events.failed(error);
  }

  #tellHandshake(error: Error | null): void {
    if (this.#told) return;
    this.#told = true;
    this.#events.handshake(error);
  }
}
