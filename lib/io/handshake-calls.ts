// Owns: which call comes next in a handshake that the event loop drives, early data included, and the record of the calls.
// Must not know: the transport, waiting.

import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { EarlyDataRead, EarlyDataStatus } from '../ssl/engine-early-data.ts';
import { HandshakeFacts } from '../ssl/handshake-facts.ts';
import { HandshakeRecorder } from './handshake-recorder.ts';

/** What a handshake does besides: a client sends early data, a server reads it. */
export interface EarlyDataPlan {
  /** Asked once, straight before it is sent: by then it may be too late for it. */
  readonly earlyDataToSend?: () => Uint8Array | null;
  readonly readsEarlyData?: boolean;
}

export interface HandshakeOutcome {
  readonly facts: HandshakeFacts;
  readonly earlyDataStatus: EarlyDataStatus;
  /** Of the client; empty if there was none. */
  readonly earlyData: Uint8Array;
}

/** One call of OpenSSL's, in the two ways to make it. */
interface Call {
  readonly name: string;
  readonly here: () => SslResult<unknown>;
  readonly onPool: () => Promise<SslResult<unknown>>;
  /** Whether this is as far as the handshake goes for now. */
  readonly isOver: (result: SslResult<unknown>) => boolean;
}

// A write of early data is repeated as a whole when the pair is full: not too much at a time.
const blockSize = 16 * 1024;
const noBytes = new Uint8Array(0);

export class HandshakeCalls {
  readonly recorder: HandshakeRecorder;
  readonly #engine: SslEngine;
  readonly #received: Uint8Array[] = [];
  #askFor: (() => Uint8Array | null) | null;
  #toSend: Uint8Array = new Uint8Array(0);
  #reads: boolean;
  /** The C function that comes next, or is under way. */
  operation: string;

  constructor(engine: SslEngine, { earlyDataToSend, readsEarlyData }: EarlyDataPlan) {
    this.#engine = engine;
    this.#askFor = earlyDataToSend ?? null;
    this.#reads = readsEarlyData ?? false;
    this.operation = this.#handshake;
    this.recorder = new HandshakeRecorder(this.operation);
  }

  /** Goes as far as it can. Done when the handshake is. Fails when: early data must not be sent under this session (SslError). */
  next(): SslResult<unknown> {
    const sending = this.#sendEarlyData();
    if (sending !== null) return sending;
    for (;;) {
      const { name, here, isOver } = this.#upcoming();
      const result = this.#step(name, here);
      if (isOver(result)) return result;
    }
  }

  /** The same on the pool, but for early data that is sent. */
  async nextOnPool(): Promise<SslResult<unknown>> {
    const sending = this.#sendEarlyData();
    if (sending !== null) return sending;
    for (;;) {
      const { name, onPool, isOver } = this.#upcoming();
      const result = await this.#stepOnPool(name, onPool);
      if (isOver(result)) return result;
    }
  }

  /** The handshake is done: what came of it. */
  finish(): HandshakeOutcome {
    this.recorder.close();
    this.operation = 'SSL_read_ex'; // from here on the socket reads whenever nothing else is under way
    const facts = new HandshakeFacts(this.#engine, 'connection');
    const earlyData = this.#received.length === 0 ? noBytes : Buffer.concat(this.#received);
    return { facts, earlyDataStatus: this.#engine.earlyDataStatus, earlyData };
  }

  #upcoming(): Call {
    const engine = this.#engine;
    if (this.#reads) return this.#readingOfEarlyData();
    const isOver = (): boolean => true;
    return this.#isClient
      ? { name: this.#handshake, here: () => engine.connect(), onPool: () => engine.connectAsync(), isOver }
      : { name: this.#handshake, here: () => engine.accept(), onPool: () => engine.acceptAsync(), isOver };
  }

  #readingOfEarlyData(): Call {
    const into = Buffer.allocUnsafeSlow(blockSize);
    const taken = (read: SslResult<EarlyDataRead>): SslResult<EarlyDataRead> => {
      if (read.status === 'done') this.#take(into, read.value);
      return read;
    };
    return {
      name: 'SSL_read_early_data',
      here: () => taken(this.#engine.readEarlyData(into)),
      onPool: async () => taken(await this.#engine.readEarlyDataAsync(into)),
      isOver: ({ status }) => status !== 'done',
    };
  }

  get #isClient(): boolean {
    return this.#engine.context.role === 'client';
  }

  get #handshake(): string {
    return this.#isClient ? 'SSL_connect' : 'SSL_accept';
  }

  // null: all of it is sent.
  #sendEarlyData(): SslResult<unknown> | null {
    if (this.#askFor !== null) {
      const ask = this.#askFor;
      this.#askFor = null;
      this.#toSend = ask() ?? this.#toSend;
    }
    while (this.#toSend.length > 0) {
      const block = this.#toSend.subarray(0, blockSize);
      const sent = this.#step('SSL_write_early_data', () => this.#engine.writeEarlyData(block));
      if (sent.status !== 'done') return sent;
      this.#toSend = this.#toSend.subarray(block.length);
    }
    return null;
  }

  #take(from: Uint8Array, { bytes, status }: EarlyDataRead): void {
    if (bytes > 0) this.#received.push(from.subarray(0, bytes));
    this.#reads = status !== 'finish';
  }

  #step<T>(call: string, run: () => SslResult<T>): SslResult<T> {
    this.operation = call;
    return this.recorder.step(run, call);
  }

  #stepOnPool<T>(call: string, run: () => Promise<SslResult<T>>): Promise<SslResult<T>> {
    this.operation = call;
    return this.recorder.stepOnPool(run, call);
  }
}
