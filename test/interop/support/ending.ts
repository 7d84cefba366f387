// Owns: what a describe block has started ends with it, also where starting the next thing failed.
// Must not know: what was started.

import { afterAll } from '@jest/globals';

interface Stoppable {
  stop(): Promise<void>;
}

/** `const until = endedWithBlock()`, and then `server = await until(start())`. */
export function endedWithBlock(): <T extends Stoppable>(started: T | Promise<T>) => Promise<T> {
  const all: Stoppable[] = [];
  afterAll(async () => {
    await Promise.all(all.map((one) => one.stop()));
  });
  return async (started) => {
    const one = await started;
    all.push(one);
    return one;
  };
}
