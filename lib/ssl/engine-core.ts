// Owns: what all operations of an engine have in common: one call, one result, the latch after a failure, who may call.
// Must not know: which operations there are.

import { SSL_ERROR } from '../core/constants.ts';
import { MisuseError, type SslError } from '../core/errors.ts';
import { describeValue } from '../core/options.ts';
import { type FailedResult, isFatal, plainResult, type SslResult } from '../core/results.ts';
import { native, outcomeNumbers } from '../native/addon.ts';
import type { NativeAnswerer } from '../native/answers.ts';
import type { NativeEngine, NativeFailure, OutcomeNumbers } from '../native/binding.ts';
import { createEngine, isRefusal } from '../native/create-engine.ts';
import { decidersOf, nativeContext, observersOf, type SslContext } from './context.ts';
import { Decisions } from './deciding.ts';
import type { SslEngine } from './engine.ts';
import { parseEngineOptions, type SslEngineOptions } from './engine-options.ts';
import { sslErrorOf } from './failure.ts';
import { deliver } from './observers.ts';
import type { OpenSSL } from './openssl.ts';
import { letGoOnExit } from './pool-exit.ts';
import { refusedSetting } from './refusal.ts';

/** For this folder only, and only on engines: what the methods and the blocking socket are made of. */
export interface EngineAccess {
  /** The native engine. Fails when: it is closed, or `engine` is none (MisuseError). */
  open(engine: unknown, method: string): NativeEngine;
  /** The same, of an engine with a BIO pair. */
  pair(engine: unknown, method: string): NativeEngine;
  /** The same, of an engine that works on a descriptor of its own (engine-descriptor.ts). */
  descriptor(engine: unknown, method: string): NativeEngine;
  /** What an engine that was made bare works on from here on. */
  attached(engine: EngineCore, to: 'pair' | 'descriptor', onClosing: (() => void) | null): void;
  /** The same as open(), of an engine of datagrams. */
  datagrams(engine: unknown, method: string): NativeEngine;
  /**
   * Runs one operation and concludes its result; after a failure it is that failure again, and nothing is run. `ofNothing`: it was asked
   * for zero bytes.
   */
  perform<T>(
    engine: EngineCore,
    operation: string,
    call: () => NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing?: boolean,
  ): SslResult<T>;
  /** How many bytes of a write wait for its retry. */
  unfinished(engine: EngineCore): number;
  /** The same on a thread of the pool; whoever uses the engine meanwhile is refused. */
  performOnPool<T>(
    engine: EngineCore,
    operation: string,
    start: (answerer: NativeAnswerer | undefined, done: PoolDone) => void,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing?: boolean,
  ): Promise<SslResult<T>>;
}

type PoolDone = (ran: boolean, failure: NativeFailure | undefined) => void;

export let access: EngineAccess;

/** For this package: makes an engine that works on nothing yet (engine-descriptor.ts). */
export const bare: unique symbol = Symbol('bare');

export abstract class EngineCore {
  readonly context: SslContext;
  /** The OpenSSL that this connection is made with: that of the context. */
  readonly library: OpenSSL;
  readonly #handle: NativeEngine;
  #worksOn: 'pair' | 'descriptor' | 'datagrams' | 'fd' | 'nothing';
  readonly #decisions: Decisions | null;
  #onClosing: (() => void) | null = null;
  #closed = false;
  /** An operation runs on the pool: only a callback of its may look at the SSL. */
  #away = false;
  /** Closed while it was away, and by no callback. */
  #forsaken = false;
  #failed: FailedResult | null = null;
  #unfinished = 0;

  /** `without` is for this package. */
  constructor(context: SslContext, options: SslEngineOptions = {}, without?: typeof bare) {
    const contextHandle = nativeContext(context, 'context');
    const settings = parseEngineOptions(options, context);
    const made = createEngine(contextHandle, without === bare ? { ...settings, bufferSize: null } : settings);
    if (isRefusal(made)) throw refusedSetting(made, options);
    this.context = context;
    this.library = context.library;
    this.#handle = made;
    this.#worksOn = without === bare ? 'nothing' : context.method === 'dtls' ? 'datagrams' : settings.fd === undefined ? 'pair' : 'fd';
    const decides = Object.keys(decidersOf(context)).length > 0;
    this.#decisions = decides ? new Decisions(this as unknown as SslEngine, context) : null;
  }

  static {
    access = {
      open: (engine, method) => EngineCore.#open(engine, method).#handle,
      pair: (engine, method) => {
        const core = EngineCore.#open(engine, method);
        if (core.#worksOn === 'pair') return core.#handle;
        if (core.context.method === 'dtls') {
          const instead = 'use feedDatagram(), drainDatagrams() and datagramsToDrain';
          throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine's context is of the method 'dtls': ${instead}`);
        }
        const what = core.#worksOn === 'fd' ? 'a descriptor (options.fd)' : 'a descriptor';
        throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine works on ${what} and has no BIO pair`);
      },
      descriptor: (engine, method) => {
        const core = EngineCore.#open(engine, method);
        if (core.#worksOn === 'descriptor') return core.#handle;
        throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine has no descriptor of its own`);
      },
      attached: (engine, to, onClosing) => {
        engine.#worksOn = to;
        engine.#onClosing = onClosing;
      },
      datagrams: (engine, method) => {
        const core = EngineCore.#open(engine, method);
        if (core.context.method === 'dtls') return core.#handle;
        throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine's context is of the method 'tls', it has no datagrams`);
      },
      perform: (engine, operation, call, value, ofNothing) => engine.#perform(operation, call, value, ofNothing ?? false),
      unfinished: (engine) => engine.#unfinished,
      performOnPool: (engine, operation, start, value, ofNothing) => engine.#performOnPool(operation, start, value, ofNothing ?? false),
    };
  }

  /** The failure that ended this engine; null while it lives. */
  get failure(): SslError | null {
    return EngineCore.#known(this, 'failure').#failed?.error ?? null;
  }

  get closed(): boolean {
    return EngineCore.#known(this, 'closed').#closed;
  }

  /** An operation is under way: on the pool, or one whose callback runs. Until it is over the engine cannot be operated. */
  get busy(): boolean {
    const core = EngineCore.#known(this, 'busy');
    return core.#away || core.#decisions?.busy === true;
  }

  /** An operation is under way on the pool, and no callback of its is asked: until then the engine can be asked nothing either. */
  get away(): boolean {
    const core = EngineCore.#known(this, 'away');
    return core.#away && core.#decisions?.busy !== true;
  }

  /**
   * Resolves when the answer is there that the handshake waits for, after a callback gave a promise (`want-x509-lookup`,
   * `want-client-hello-cb`, `want-retry-verify`): then repeat the operation. null if it waits for none.
   */
  get pendingAnswer(): Promise<void> | null {
    return EngineCore.#known(this, 'pendingAnswer').#decisions?.pending ?? null;
  }

  /**
   * Frees the SSL and the pair. May be called again. What was not drained is dropped. From inside of a callback it takes effect when the
   * operation ends, which then fails; and so it does while one runs on the pool, whose promise is then rejected. @openssl SSL_free
   */
  close(): void {
    const core = EngineCore.#known(this, 'close');
    if (!core.#closed) core.#onClosing?.();
    core.#closed = true;
    if (core.#decisions?.busy === true) return;
    if (!core.#away) {
      core.#free();
      return;
    }
    core.#forsaken = true;
    native.engineForsake(core.#handle);
  }

  // After a failure OpenSSL is not asked again: what it would say misleads (SSL_get_error(3); SSL_read after a failed TLS 1.2 handshake
  // looks like a clean end before 4.0).
  #perform<T>(
    operation: string,
    call: () => NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): SslResult<T> {
    if (this.#failed !== null) return this.#failed;
    this.#refuseWhileBusy(operation);
    const decisions = this.#decisions;
    const failure = decisions === null ? call() : decisions.run(call);
    return this.#settle(operation, failure, value, ofNothing);
  }

  // Its callbacks have run by the time it is done, as they have when #perform is over: the rest is the same.
  #performOnPool<T>(
    operation: string,
    start: (answerer: NativeAnswerer | undefined, done: PoolDone) => void,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): Promise<SslResult<T>> {
    if (this.#failed !== null) return Promise.resolve(this.#failed);
    this.#refuseWhileBusy(operation);
    letGoOnExit();
    return new Promise((resolve, reject) => {
      const done: PoolDone = (ran, failure) => {
        this.#away = false;
        try {
          const result = ran ? this.#settle(operation, failure, value, ofNothing) : null;
          if (!ran && this.#closed) this.#free();
          if (result === null || this.#forsaken) throw closedMeanwhile(operation);
          resolve(result);
        } catch (error) {
          reject(error);
        }
      };
      start(this.#decisions?.answerer, done);
      this.#away = true;
    });
  }

  #refuseWhileBusy(operation: string): void {
    if (this.#decisions?.busy !== true) return;
    throw new MisuseError('ERR_SSL_BUSY', operation, `${operation}: a callback of this engine is running inside of another operation`);
  }

  #settle<T>(
    operation: string,
    failure: NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): SslResult<T> {
    const events = outcomeNumbers[4] ?? 0;
    this.#unfinished = outcomeNumbers[5] ?? 0;
    const result = this.#conclude(operation, failure, value, ofNothing);
    if (this.#closed) this.#free(); // a callback asked for it
    const thrown = this.#decisions?.takeThrown() ?? null;
    // Once the result stands: a callback may use this engine.
    const thrownByObserver = events === 0 ? null : this.#deliver();
    const first = thrown ?? thrownByObserver;
    if (first !== null) throw first.error;
    return result;
  }

  #deliver(): { readonly error: unknown } | null {
    return deliver(observersOf(this.context), native.engineEvents(this.#handle), this as unknown as SslEngine);
  }

  // A session whose connection ends without a shutdown is removed from the cache at this moment: its owner hears it.
  #free(): void {
    native.engineClose(this.#handle);
    const thrown = observersOf(this.context).onSessionRemoved === undefined ? null : this.#deliver();
    if (thrown !== null) throw thrown.error;
  }

  #conclude<T>(
    operation: string,
    failure: NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): SslResult<T> {
    const ret = outcomeNumbers[0] ?? 0;
    const code = outcomeNumbers[1] ?? 0;
    if (ret > 0) return { status: 'done', ret, code, value: value(outcomeNumbers) };
    const errno = outcomeNumbers[2] ?? 0;
    if (code === notAsked) return { status: 'done', ret, code: null, value: value(outcomeNumbers) };
    // A read of zero bytes with data waiting returns 0, and so does a write of zero bytes over datagrams, which SSL_get_error takes for a
    // failure of the transport: it is none.
    if (ofNothing && code === SSL_ERROR.SSL_ERROR_SYSCALL && errno === 0 && failure?.queue.length === 0) {
      return { status: 'done', ret, code, value: value(outcomeNumbers) };
    }
    if (isFatal(code) && failure !== undefined) {
      const error = sslErrorOf(this.context, operation, { ret, code, errno }, failure);
      this.#failed = { status: 'failed', ret, code, error };
      return this.#failed;
    }
    return plainResult(ret, code) ?? { status: 'unknown', ret, code };
  }

  static #known(engine: unknown, method: string): EngineCore {
    if (typeof engine === 'object' && engine !== null && #handle in engine) return engine;
    throw new MisuseError('ERR_SSL_RECEIVER', method, `${method} must be called on an SslEngine, not on ${describeValue(engine)}`);
  }

  static #open(engine: unknown, method: string): EngineCore {
    const core = EngineCore.#known(engine, method);
    if (core.#closed) throw new MisuseError('ERR_SSL_CLOSED', method, `${method}: the engine is closed`);
    if (!core.#away || core.#decisions?.busy === true) return core;
    throw new MisuseError('ERR_SSL_BUSY', method, `${method}: an operation of this engine is under way on the pool`);
  }
}

function closedMeanwhile(operation: string): MisuseError {
  return new MisuseError('ERR_SSL_CLOSED', operation, `${operation}: the engine was closed while this was under way on the pool`);
}

// What native code puts in place of SSL_get_error's answer when it must not be asked.
const notAsked = -1;
