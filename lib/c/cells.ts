// Owns: C's out-parameters: an object whose `value` is set when the call is over.

/** `int *n` is `Out<number>`: give `out()`, read `.value` afterwards. Where C would read what is there before, give `out(before)`. */
export interface Out<T> {
  value?: T | undefined;
}

/** A cell for an out-parameter: `const n = out<number>(); SSL_read_ex(ssl, buffer, buffer.length, n); n.value`. Fails when: never. */
export function out<T>(value?: T): Out<T> {
  return { value };
}
