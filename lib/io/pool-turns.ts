// Owns: how many steps of this thread's connections are on the pool at once: as many as there are cores besides the one of this thread, as more
// would take this thread's own core from it, which is what the pool is to prevent. But two at least: one that computes, and one that is there
// when it ends, which this thread may be too busy to send just then.
// Must not know: what a step does.

import { availableParallelism } from 'node:os';

export class PoolTurns {
  readonly #most = Math.max(2, availableParallelism() - 1);
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  /** Runs `step` when its turn has come, first come first served. */
  async take<T>(step: () => Promise<T>): Promise<T> {
    if (this.#underWay < this.#most) this.#underWay += 1;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve)); // whoever ends hands its place on
    try {
      return await step();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWay -= 1;
      else next();
    }
  }
}
