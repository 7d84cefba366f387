// Owns: OpenSSL's questions on their way to the callbacks that decide: whose they are, answers that come later, and what is thrown.
// Must not know: what a callback decides.
//
//   operation ──▶ OpenSSL ──▶ question ──▶ callback ──▶ answer                          now
//   operation ──▶ OpenSSL ──▶ question ──▶ callback ──▶ promise ──▶ suspend: want-…      later: the operation is repeated, OpenSSL
//   operation ──▶ OpenSSL ──▶ question ──▶ the answer that came                          asks again, and gets what the promise gave

import { MisuseError } from '../core/errors.ts';
import { native, thread } from '../native/addon.ts';
import type { NativeAnswer, NativeAnswerer } from '../native/answers.ts';

import { type Asked, answerOf, furtherParametersOf, parametersOf } from './answers.ts';
import { decidersOf, numberOf, SslContext } from './context.ts';
import { type QuestionName, questionNames } from './deciders.ts';
import type { SslEngine } from './engine.ts';

interface Suspended {
  readonly name: QuestionName;
  /** Settles, and never rejects, when the answer is there. */
  readonly settled: Promise<void>;
  answer: { readonly value: unknown } | { readonly error: unknown } | null;
}

const refuse: NativeAnswer = { verdict: 'refuse' };

/** What one engine's callbacks have decided, and what is still open. */
export class Decisions {
  readonly #engine: SslEngine;
  readonly #contexts: SslContext[];
  #suspended: Suspended | null = null;
  #thrown: { readonly error: unknown } | null = null;
  #depth = 0;

  constructor(engine: SslEngine, context: SslContext) {
    this.#engine = engine;
    this.#contexts = [context];
  }

  /** Whether an operation is under way: then a callback of its is running. */
  get busy(): boolean {
    return this.#depth > 0;
  }

  /** Resolves when the answer is there that the handshake waits for; null if it waits for none. */
  get pending(): Promise<void> | null {
    return this.#suspended?.settled ?? null;
  }

  /** Runs an operation whose questions are this engine's. */
  run<T>(operation: () => T): T {
    const outer = thread.running; // operations nest: a callback of one engine may operate another
    thread.running = this;
    this.#depth += 1;
    try {
      return operation();
    } finally {
      this.#depth -= 1;
      thread.running = outer;
    }
  }

  /** What answers an operation on the pool: whatever runs on this thread, the question is this engine's. */
  readonly answerer: NativeAnswerer = (...question) => this.run(() => answerRunning(...question));

  /** What a callback threw during the last operation, once. */
  takeThrown(): { readonly error: unknown } | null {
    const thrown = this.#thrown;
    this.#thrown = null;
    return thrown;
  }

  answer(name: QuestionName, contextNumber: number, asked: Asked): NativeAnswer {
    if (this.#thrown !== null || this.#engine.closed) return refuse; // it is over: nobody is asked any more
    try {
      return this.#decide(name, contextNumber, asked);
    } catch (error) {
      this.#thrown = { error };
      return refuse;
    }
  }

  #decide(name: QuestionName, contextNumber: number, asked: Asked): NativeAnswer {
    const context = this.#contexts.find((candidate) => numberOf(candidate) === contextNumber);
    const value = this.#valueOf(name, context, asked);
    if (value === suspended) return { verdict: 'suspend' };
    if (this.#engine.closed) return refuse; // the callback has closed it
    if (value instanceof SslContext && value !== context) this.#contexts.push(value); // its callbacks may be asked from now on
    return answerOf(name, value, this.#engine, asked);
  }

  #valueOf(name: QuestionName, context: SslContext | undefined, asked: Asked): unknown {
    const waiting = this.#suspended;
    if (waiting !== null && waiting.name === name) {
      if (waiting.answer === null) return suspended;
      this.#suspended = null;
      if ('error' in waiting.answer) throw waiting.answer.error;
      return waiting.answer.value;
    }
    const callback = context === undefined ? undefined : decidersOf(context)[name];
    if (callback === undefined) throw new Error(`OpenSSL asks ${name}, which nobody has set`);
    const value: unknown = Reflect.apply(callback as (...parameters: readonly unknown[]) => unknown, undefined, [
      ...parametersOf(name, asked, this.#engine),
      this.#engine,
      ...furtherParametersOf(name, asked),
    ]);
    return isThenable(value) ? this.#wait(name, value) : value;
  }

  #wait(name: QuestionName, promise: PromiseLike<unknown>): typeof suspended {
    // Whatever becomes of it: a rejection that comes too late must not be an unhandled one.
    const entry: { answer: Suspended['answer'] } = { answer: null };
    const wait = async (): Promise<void> => {
      try {
        entry.answer = { value: await promise };
      } catch (error) {
        entry.answer = { error };
      }
    };
    const settled = wait();
    refuseToWait(name, this.#engine);
    this.#suspended = Object.assign(entry, { name, settled });
    return suspended;
  }
}

const suspended: unique symbol = Symbol('suspended');

function refuseToWait(name: QuestionName, engine: SslEngine): void {
  const { role, library } = engine.context;
  const refused = (why: string): MisuseError => new MisuseError('ERR_SSL_ARGUMENT', name, `${name} gave a promise, but ${why}`);
  if (name === 'certCallback' || name === 'clientHelloCallback') return;
  if (name !== 'certVerifyCallback') throw refused('OpenSSL cannot wait for this answer');
  if (role === 'server') throw refused('OpenSSL waits for the verification of a server only: a server must answer at once');
  if (!library.isAtLeast('3.0.2')) throw refused(`not supported by ${library.version.text}: SSL_set_retry_verify`);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

const answerRunning: NativeAnswerer = (what, contextNumber, numbers, bytes, certificates, publicKey) => {
  const name = questionNames[what];
  const running = thread.running as Decisions | null; // of any copy of this class: each knows its own callbacks
  if (running === null || name === undefined) return refuse;
  return running.answer(name, contextNumber, { numbers, bytes, certificates, publicKey });
};

native.setAnswerer(answerRunning);
