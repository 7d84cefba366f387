// Owns: an option that is one of a few words, and whose default the environment may say.
// Must not know: which options there are.

import { invalidArgument } from '../core/options.ts';

export interface Choice<Word extends string> {
  readonly allowed: readonly Word[];
  /** Of the environment. Empty counts as not set. */
  readonly variable: string;
  readonly fallback: Word;
}

/** The option's value, else the variable's, else the fallback. Fails when: either is another word (MisuseError). */
export function chosen<Word extends string>(value: unknown, path: string, { allowed, variable, fallback }: Choice<Word>): Word {
  if (value !== undefined) return oneOf(value, path, allowed);
  const said = process.env[variable] ?? '';
  return said === '' ? fallback : oneOf(said, variable, allowed);
}

function oneOf<Word extends string>(value: unknown, path: string, allowed: readonly Word[]): Word {
  const found = allowed.find((word) => word === value);
  if (found === undefined) throw invalidArgument(path, `one of ${allowed.map((word) => `'${word}'`).join(', ')}`, value);
  return found;
}
