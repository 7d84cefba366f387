// Owns: the functions of the native addon that run an engine's operations on threads of libuv's pool.

import type { NativeAnswerer } from './answers.ts';
import type { NativeEngine, NativeFailure } from './binding.ts';

/** `done` hears what the operation itself would give back; `ran` is false if the engine was forsaken before it began. */
type OnPool = (
  engine: NativeEngine,
  answerer: NativeAnswerer | undefined,
  done: (ran: boolean, failure: NativeFailure | undefined) => void,
  into?: Uint8Array,
) => void;

export interface NativePool {
  readonly engineConnectOnPool: OnPool;
  readonly engineAcceptOnPool: OnPool;
  readonly engineHandshakeOnPool: OnPool;
  readonly engineReadEarlyDataOnPool: OnPool;
  /** An operation that has not begun on the pool yet will not. */
  engineForsake(engine: NativeEngine): void;
  enginePauseBeforeKeys(engine: NativeEngine): void;
  engineIsPaused(engine: NativeEngine): boolean;
  engineIsFinishing(engine: NativeEngine): boolean;
  /** No script runs in this environment from here on: threads of the pool that wait for an answer go on without. */
  endErrands(): void;
}
