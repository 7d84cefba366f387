// Owns: what a case is, and what it gives: two sides that do the same work, measured in turns.
// Must not know: which cases there are, how results are shown.

import type { Workplace } from './workplace.ts';

/** Does the work for about so many milliseconds and gives its value: a rate, a time, a number of bytes. */
export type Run = (milliseconds: number) => number | Promise<number>;

/** Both sides, ready to run. `note` says what is not as it should be. */
export interface Sides {
  readonly ours: Run;
  readonly rival: Run;
  readonly note?: string;
}

/** What one side is when there is nothing to compare it with. */
export interface Alone {
  readonly ours: Run;
  readonly rival: null;
}

export interface Case {
  /** `bulk/memory/16k`: `--only` takes it or any prefix that ends before a slash. */
  readonly id: string;
  readonly rivalName: string;
  readonly unit: string;
  /** Whether more of the unit is better. The ratio is above 1 when ours is better, either way. */
  readonly better: 'more' | 'less';
  /** The least ratio that was promised; null: none was. */
  readonly target: number | null;
  /** In place of the usual number of rounds and milliseconds of each, where a round cannot be short. */
  readonly rounds?: { readonly most: number; readonly milliseconds?: number };
  /** Each round begins anew, so that none has to be run for nothing before the first. */
  readonly cold?: true;
  /** Why it is left out of a quick run; otherwise it takes part. */
  readonly tooLongForQuick?: string;
  prepare(workplace: Workplace): Sides | Alone | Promise<Sides | Alone>;
}

/** The case cannot be measured here, and the message says why. It is no failure. */
export class Unavailable extends Error {}

/** The benchmark itself cannot go on, and the message says what is to be done. */
export class BenchError extends Error {}
