// Owns: one handshake, piece by piece, and what each call of it came to.
// Must not know: files, flags, where the pieces come from.

import type { SslEngine, SslError, SslResult } from '../index.ts';
import type { Piece, PieceSource } from './piece-source.ts';
import type { QueueNumbers, RecordedOutcome, RecordedStep } from './recording.ts';
import { RecordWatcher } from './wire-records.ts';

export interface Recorded {
  readonly steps: readonly RecordedStep[];
  readonly outcome: RecordedOutcome;
  readonly error: SslError | null;
}

// How long a peer may take to answer our close_notify: many never do.
const patience = 1000;

/** Does the handshake and ends the connection: SSL_connect, SSL_shutdown, SSL_read_ex until the peer has ended too. */
export async function recordHandshake(engine: SslEngine, source: PieceSource, timeout: number): Promise<Recorded> {
  const recorder = new Recorder(engine, source);
  const connected = await recorder.run('SSL_connect', () => engine.connect(), timeout);
  const { connection } = engine;
  if (connected?.status === 'done') {
    await recorder.run('SSL_shutdown', () => engine.shutdown(), 0);
    const into = new Uint8Array(16 * 1024);
    await recorder.run('SSL_read_ex', () => engine.read(into), patience);
  }
  const done = connected?.status === 'done';
  const error = done ? afterHandshake(engine.failure) : engine.failure;
  return {
    steps: recorder.steps,
    error,
    outcome: {
      done,
      protocol: connection.protocol,
      cipher: connection.cipher?.name ?? null,
      group: connection.group,
      signature: connection.signatures.peer,
      alpn: connection.alpn,
      verify: error?.verify?.code ?? (done ? connection.verify.code : null),
      alert: error?.alert ?? null,
      error: error?.code ?? null,
    },
  };
}

// A server of TLS 1.3 refuses a client's certificate only now. That many close the transport without a close_notify is no failure.
function afterHandshake(failure: SslError | null): SslError | null {
  return failure?.code === 'ERR_SSL_ALERT' || failure?.code === 'ERR_SSL_PROTOCOL' ? failure : null;
}

type Change<T> = { -readonly [Member in keyof T]: T[Member] };

class Recorder {
  readonly steps: Change<RecordedStep>[] = [];
  readonly #engine: SslEngine;
  readonly #source: PieceSource;
  readonly #outgoing = new RecordWatcher();
  readonly #incoming = new RecordWatcher();
  // Until a ServerHello was taken: what a server answers to any ClientHello can be given to another library.
  #keepsBytes = true;

  constructor(engine: SslEngine, source: PieceSource) {
    this.#engine = engine;
    this.#source = source;
  }

  /** Repeats a call as long as it wants input and gets some; null: the input ended otherwise than TLS and transport do. */
  async run(name: RecordedStep['call'], call: () => SslResult<unknown>, milliseconds: number): Promise<SslResult<unknown> | null> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const result = this.#call(name, call);
      if (result.status === 'done' && name === 'SSL_read_ex') continue;
      if (result.status !== 'want-read') return result;
      const left = until - performance.now(); // looked at here too: a peer that never stops sending would go on for ever
      const piece = left > 0 ? await this.#source.next(left) : 'silent';
      if (!this.#take(piece)) return null;
    }
  }

  #call(name: RecordedStep['call'], call: () => SslResult<unknown>): SslResult<unknown> {
    const result = call();
    const bytes = Buffer.from(this.#engine.drain());
    this.#source.send(bytes);
    const { text, finished } = this.#engine.state;
    this.steps.push({
      call: name,
      ret: result.ret,
      code: result.code,
      queue: result.status === 'failed' ? result.error.queue.map(numbersOf) : [],
      state: text,
      finished,
      sent: this.#outgoing.describe(bytes),
      received: [],
      arrival: null,
    });
    return result;
  }

  // False: there is nothing to go on with.
  #take(piece: Piece): boolean {
    const step = this.steps.at(-1);
    if (step === undefined) return false;
    step.arrival = typeof piece === 'string' ? piece : 'record';
    if (piece === 'end') this.#engine.feedEnd();
    if (typeof piece === 'string') return piece === 'end';
    step.received = this.#incoming.describe(piece);
    if (this.#keepsBytes) step.bytes = Buffer.from(piece).toString('hex');
    if (step.received.some(({ messages = [] }) => messages.some(({ serverHello }) => serverHello !== undefined))) this.#keepsBytes = false;
    this.#engine.feed(piece);
    return true;
  }
}

function numbersOf({ libraryCode, reasonCode, reason }: SslError['queue'][number]): QueueNumbers {
  return { library: libraryCode, reason: reasonCode, text: reason };
}
