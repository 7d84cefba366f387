// Owns: checking that data from a file has the form that it should have.
// Must not know: which data.

/** The path to the first thing that is wrong, `''` for the value itself; null: nothing is. */
export type Check = (value: unknown) => string | null;

export const text: Check = (value) => (typeof value === 'string' ? null : '');
export const integer: Check = (value) => (Number.isInteger(value) ? null : '');
export const flag: Check = (value) => (typeof value === 'boolean' ? null : '');

export function orNull(check: Check): Check {
  return (value) => (value === null ? null : check(value));
}

/** For members that may be left out. */
export function optional(check: Check): Check {
  return (value) => (value === undefined ? null : check(value));
}

export function oneOf(...values: readonly unknown[]): Check {
  return (value) => (values.includes(value) ? null : '');
}

/** What one of them takes; else what the last finds wrong. */
export function either(...checks: readonly Check[]): Check {
  return (value) => {
    const found = checks.map((check) => check(value));
    return found.includes(null) ? null : (found.at(-1) ?? '');
  };
}

export function listOf(check: Check, least = 0): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < least) return '';
    return firstWrong(value.map((each, index) => [`[${index}]`, check(each)]));
  };
}

export function mapOf(check: Check): Check {
  return (value) => (isObject(value) ? firstWrong(Object.entries(value).map(([name, each]) => [`.${name}`, check(each)])) : '');
}

/** Members that are not named may be there too. */
export function shape(members: Readonly<Record<string, Check>>): Check {
  return (value) => (isObject(value) ? firstWrong(Object.entries(members).map(([name, check]) => [`.${name}`, check(value[name])])) : '');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstWrong(found: readonly (readonly [place: string, wrong: string | null])[]): string | null {
  const [place, wrong] = found.find(([, each]) => each !== null) ?? [];
  return place === undefined || wrong == null ? null : place + wrong;
}
