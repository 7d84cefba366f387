// Owns: which of several things a server name stands for: exact names before wildcards of one label.
// Must not know: what they stand for.

import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { invalidArgument } from '../core/options.ts';

export class ServerNames<T> {
  readonly #exact = new Map<string, T>();
  readonly #wildcards = new Map<string, T>(); // by what stands behind the `*`

  /** Fails when: `pattern` is no host name and no `*.name` (MisuseError). */
  set(argument: string, pattern: unknown, value: T): void {
    const name = patternOf(argument, pattern);
    if (name.startsWith('*')) this.#wildcards.set(name.slice(1), value);
    else this.#exact.set(name, value);
  }

  /** Whether it was there. Fails when: `pattern` is no host name and no `*.name` (MisuseError). */
  delete(argument: string, pattern: unknown): boolean {
    const name = patternOf(argument, pattern);
    return name.startsWith('*') ? this.#wildcards.delete(name.slice(1)) : this.#exact.delete(name);
  }

  /** What a client's name stands for. Case does not matter (RFC 4343), and a `*` is one label (RFC 9525, 6.3). */
  find(name: string | null): T | undefined {
    if (name === null) return undefined;
    const lower = name.toLowerCase();
    const dot = lower.indexOf('.');
    return this.#exact.get(lower) ?? (dot > 0 ? this.#wildcards.get(lower.slice(dot)) : undefined);
  }

  get size(): number {
    return this.#exact.size + this.#wildcards.size;
  }
}

/** In the form in which it is kept. Fails when: it is no host name and no `*.name` (MisuseError). */
export function patternOf(argument: string, pattern: unknown): string {
  const allowed = "a host name, or '*.' and a host name";
  if (typeof pattern !== 'string') throw invalidArgument(argument, allowed, pattern);
  const isWildcard = pattern.startsWith('*.');
  const given = isWildcard ? pattern.slice(2) : pattern;
  const ascii = given.includes('*') || isIP(given) !== 0 ? '' : domainToASCII(given);
  if (ascii === '' || isIP(ascii) !== 0 || ascii.length > 253) throw invalidArgument(argument, allowed, pattern);
  return isWildcard ? `*.${ascii}` : ascii;
}
