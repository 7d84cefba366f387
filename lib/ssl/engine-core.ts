// Owns: what all operations of an engine have in common: one call, one result, the latch after a failure, who may call.
// Must not know: which operations there are.

import { SSL_ERROR } from '../core/constants.ts';
import { MisuseError, type SslError } from '../core/errors.ts';
import { describeValue } from '../core/options.ts';
import { type FailedResult, isFatal, plainResult, type SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { NativeEngine, NativeFailure, OutcomeNumbers } from '../native/binding.ts';
import { nativeContext, observersOf, type SslContext } from './context.ts';
import type { SslEngine } from './engine.ts';
import { parseEngineOptions, type SslEngineOptions } from './engine-options.ts';
import { sslErrorOf } from './failure.ts';
import { deliver } from './observers.ts';
import { refusedSetting } from './refusal.ts';

/** For this folder only, and only on engines: what the methods and the blocking socket are made of. */
export interface EngineAccess {
  /** The native engine. Fails when: it is closed, or `engine` is none (MisuseError). */
  open(engine: unknown, method: string): NativeEngine;
  /** The same, of an engine with a BIO pair. */
  pair(engine: unknown, method: string): NativeEngine;
  /**
   * Runs one operation and concludes its result; after a failure it is that failure again, and nothing is run. `ofNothing`: it was asked
   * for zero bytes.
   */
  perform<T>(
    engine: EngineCore,
    operation: string,
    call: (numbers: OutcomeNumbers) => NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing?: boolean,
  ): SslResult<T>;
}

export let access: EngineAccess;

export abstract class EngineCore {
  readonly context: SslContext;
  readonly #handle: NativeEngine;
  readonly #numbers: OutcomeNumbers = new Float64Array(5);
  readonly #hasPair: boolean;
  #closed = false;
  #failed: FailedResult | null = null;

  constructor(context: SslContext, options: SslEngineOptions = {}) {
    const contextHandle = nativeContext(context, 'context');
    const settings = parseEngineOptions(options, context.role, context.library);
    const made = native.createEngine(contextHandle, settings);
    if ('failure' in made) throw refusedSetting(made, options);
    this.context = context;
    this.#handle = made.engine;
    this.#hasPair = settings.fd === undefined;
  }

  static {
    access = {
      open: (engine, method) => EngineCore.#open(engine, method).#handle,
      pair: (engine, method) => {
        const core = EngineCore.#open(engine, method);
        if (core.#hasPair) return core.#handle;
        throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine works on a descriptor (options.fd) and has no BIO pair`);
      },
      perform: (engine, operation, call, value, ofNothing) => engine.#perform(operation, call, value, ofNothing ?? false),
    };
  }

  /** The failure that ended this engine; null while it lives. */
  get failure(): SslError | null {
    return EngineCore.#known(this, 'failure').#failed?.error ?? null;
  }

  get closed(): boolean {
    return EngineCore.#known(this, 'closed').#closed;
  }

  /** Frees the SSL and the pair. May be called again. What was not drained is dropped. @openssl SSL_free */
  close(): void {
    const core = EngineCore.#known(this, 'close');
    core.#closed = true;
    native.engineClose(core.#handle);
  }

  // After a failure OpenSSL is not asked again: what it would say misleads (SSL_get_error(3); SSL_read after a failed TLS 1.2 handshake
  // looks like a clean end before 4.0).
  #perform<T>(
    operation: string,
    call: (numbers: OutcomeNumbers) => NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): SslResult<T> {
    if (this.#failed !== null) return this.#failed;
    const numbers = this.#numbers;
    const result = this.#conclude(operation, call(numbers), value, ofNothing);
    // Once the result stands: a callback may use this engine.
    if (numbers[4] !== 0) deliver(observersOf(this.context), native.engineEvents(this.#handle), this as unknown as SslEngine);
    return result;
  }

  #conclude<T>(
    operation: string,
    failure: NativeFailure | undefined,
    value: (numbers: OutcomeNumbers) => T,
    ofNothing: boolean,
  ): SslResult<T> {
    const [ret = 0, code = 0, errno = 0] = this.#numbers;
    if (ret > 0) return { status: 'done', ret, code, value: value(this.#numbers) };
    if (code === notAsked) return { status: 'done', ret, code: null, value: value(this.#numbers) };
    // A read of zero bytes with data waiting returns 0, which SSL_get_error takes for a failure of the transport: it is none.
    if (ofNothing && code === SSL_ERROR.SSL_ERROR_SYSCALL && errno === 0 && failure?.queue.length === 0) {
      return { status: 'done', ret, code, value: value(this.#numbers) };
    }
    if (isFatal(code) && failure !== undefined) {
      const error = sslErrorOf(this.context.library, operation, { ret, code, errno }, failure);
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
    return core;
  }
}

// What native code puts in place of SSL_get_error's answer when it must not be asked.
const notAsked = -1;
