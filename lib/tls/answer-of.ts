// Owns: answers of Node's callback style, `(error, value)`, as values: at once where the callback was called at once, else a promise.

import type { MayWait } from '../ssl/deciders.ts';
import { tlsErrors } from './node-errors.ts';

type Callback<T> = (error?: Error | null, value?: T | null) => void;

/** What `ask` calls its callback with. A second call of it is told to `twice`. */
export function answerOf<T>(ask: (callback: Callback<T>) => void, twice: (error: Error) => void): MayWait<T | undefined> {
  let answer: { readonly error?: Error; readonly value?: T | undefined } | null = null;
  let waiting: ((answered: NonNullable<typeof answer>) => void) | null = null;
  ask((error, value) => {
    if (answer !== null) {
      twice(tlsErrors.multipleCallback());
      return;
    }
    answer = error ? { error } : { value: value ?? undefined };
    waiting?.(answer);
  });
  const now = answer as { readonly error?: Error; readonly value?: T | undefined } | null;
  if (now !== null) {
    if (now.error !== undefined) throw now.error;
    return now.value;
  }
  return new Promise((resolve, reject) => {
    waiting = ({ error, value }) => (error === undefined ? resolve(value) : reject(error));
  });
}

/** Goes on with the value, when it is there. */
export function thenWith<T, U>(value: MayWait<T>, then: (value: T) => MayWait<U>): MayWait<U> {
  return value instanceof Promise ? value.then((settled) => then(settled)) : then(value);
}
