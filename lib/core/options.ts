// Owns: reading what a caller gives, once, at the border: every option is known, of the right type and in range, or a MisuseError names
// it, says what was given and what is allowed.
// Must not know: what an option means.

import { MisuseError } from './errors.ts';

/** What was given, short enough for a message. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return value.length > 60 ? `a string of ${value.length} characters` : JSON.stringify(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return 'a symbol';
    case 'function':
      return 'a function';
    case 'object':
      return Array.isArray(value) ? `an array of ${value.length}` : `an object (${value.constructor?.name ?? 'no prototype'})`;
    default:
      return typeof value;
  }
}

export function invalidArgument(argument: string, allowed: string, given: unknown): MisuseError {
  return new MisuseError('ERR_SSL_ARGUMENT', argument, `${argument} must be ${allowed}, got ${describeValue(given)}`);
}

export function requireString(argument: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw invalidArgument(argument, 'a non-empty string', value);
  // A C string ends at the first zero byte: what follows would be dropped in silence ("good.example\0.evil.example").
  if (value.includes('\0')) throw invalidArgument(argument, 'a string without a zero character', value);
  return value;
}

export function requireBytes(argument: string, value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw invalidArgument(argument, 'a Uint8Array (a Buffer is one)', value);
  return value;
}

export function requireInteger(argument: string, value: unknown, from: number, to: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
    throw invalidArgument(argument, `an integer from ${from} to ${to}`, value);
  }
  return value;
}

export function requireFunction(argument: string, value: unknown): void {
  if (typeof value !== 'function') throw invalidArgument(argument, 'a function', value);
}

/** As an OptionReader, over something that holds secrets: what is given in its place is not shown. */
export function secretMembers(where: string, value: unknown, allowed: readonly string[]): OptionReader {
  if (typeof value !== 'object') throw invalidArgument(where, 'an object', typeof value);
  return new OptionReader(where, value, allowed);
}

/** The members of one options object. Each method answers undefined where the option was not given. */
export class OptionReader {
  readonly #where: string;
  readonly #values: Readonly<Record<string, unknown>>;

  /** Fails when: `value` is no plain object, or has a member that is not in `allowed`. */
  constructor(where: string, value: unknown, allowed: readonly string[]) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument(where, 'an object', value);
    for (const name of Object.keys(value)) {
      if (allowed.includes(name)) continue;
      throw new MisuseError(
        'ERR_SSL_UNKNOWN_OPTION',
        `${where}.${name}`,
        `${where}.${name} is not an option; there are: ${allowed.join(', ')}`,
      );
    }
    this.#where = where;
    this.#values = value as Record<string, unknown>;
  }

  path(name: string): string {
    return `${this.#where}.${name}`;
  }

  /** The value as it was given. */
  raw(name: string): unknown {
    return this.#values[name];
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  string(name: string): string | undefined {
    return this.has(name) ? requireString(this.path(name), this.raw(name)) : undefined;
  }

  /** A string that must not appear in any message. */
  secret(name: string): string | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw invalidArgument(this.path(name), 'a string', typeof value);
    return value;
  }

  boolean(name: string): boolean | undefined {
    const value = this.raw(name);
    if (value !== undefined && typeof value !== 'boolean') throw invalidArgument(this.path(name), 'true or false', value);
    return value;
  }

  integer(name: string, from: number, to: number): number | undefined {
    return this.has(name) ? requireInteger(this.path(name), this.raw(name), from, to) : undefined;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    const found = allowed.find((choice) => choice === value);
    if (found === undefined) throw invalidArgument(this.path(name), `one of ${allowed.map((choice) => `'${choice}'`).join(', ')}`, value);
    return found;
  }

  strings(name: string): readonly string[] | undefined {
    const value = this.raw(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) throw invalidArgument(this.path(name), 'an array of strings', value);
    return value.map((element, index) => requireString(`${this.path(name)}[${index}]`, element));
  }
}
