// What a test expects to fail for a key.

import { KeyError } from '../../lib/index.ts';

/** The KeyError that is thrown. Fails when: nothing is, or something else. */
export function keyErrorOf(run: () => unknown): KeyError {
  try {
    run();
  } catch (error) {
    if (error instanceof KeyError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
