// Owns: which steps of a handshake go to the pool, the one that is under way there, and what it came to.
// Must not know: the transport, what follows from a result.

import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { HandshakeCalls } from './handshake-calls.ts';
import { PoolTurns } from './pool-turns.ts';

type Step = () => SslResult<unknown>;

const turns = new PoolTurns();

export class PoolSteps {
  readonly #engine: SslEngine;
  readonly #calls: HandshakeCalls;
  readonly #onPool: boolean;
  readonly #over: () => void;
  #away = false;
  #arrived: Step | null = null;
  /** A server has chosen; from here on its steps compute. */
  #keysAreNext = false;

  /** `over` is called when a step has come back. */
  constructor(engine: SslEngine, calls: HandshakeCalls, onPool: boolean, over: () => void) {
    this.#engine = engine;
    this.#calls = calls;
    this.#onPool = onPool;
    this.#over = over;
    if (onPool && engine.context.role === 'server') engine.pauseBeforeKeys();
  }

  /** A step is under way; until it is over the engine is left alone. */
  get away(): boolean {
    return this.#away;
  }

  /** It is over, and nobody has looked at what it came to. */
  get arrived(): boolean {
    return this.#arrived !== null;
  }

  /** What gives the result of the next step, or throws what a callback threw; null: it has gone to the pool. Without work none goes there. */
  next(hasWork: boolean): Step | null {
    const arrived = this.#arrived;
    if (arrived !== null) {
      this.#arrived = null;
      return arrived;
    }
    if (!this.#onPool || !hasWork || !this.#isWorthTheWay()) return () => this.#calls.next();
    this.#leave();
    return null;
  }

  /** Whether the handshake stopped only for its next step to go to the pool. */
  goesOnThere(): boolean {
    if (!this.#onPool || this.#keysAreNext || this.#engine.pendingAnswer !== null || !this.#engine.pausedBeforeKeys) return false;
    this.#keysAreNext = true;
    return true;
  }

  // Not a ClientHello, what a server chooses, or the last Finished: the way there and back would cost more.
  #isWorthTheWay(): boolean {
    return (this.#engine.context.role === 'client' || this.#keysAreNext) && !this.#engine.finishing;
  }

  #leave(): void {
    this.#away = true;
    const comeBack = (step: Step): void => {
      this.#away = false;
      this.#arrived = step;
      this.#over();
    };
    void turns
      .take(() => this.#calls.nextOnPool())
      .then(
        (result) => comeBack(() => result),
        (error: unknown) =>
          comeBack(() => {
            throw error;
          }),
      );
  }
}
