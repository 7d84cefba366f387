// Owns: which series an OpenSSL belongs to, and what to do about one that has no column yet.

import type { OpenSSL } from '../../lib/index.ts';
import { series } from '../support/series.ts';

export { series };

/** `3.0` for 3.0.17; 1.1.1 is a series of its own, with letters. */
export function seriesOf(library: OpenSSL): string {
  const [name = ''] = /^(1\.1\.1|\d+\.\d+)/.exec(library.version.short) ?? [];
  return name;
}

export function isKnown(name: string): boolean {
  return series.includes(name);
}

export function howToAdd(name: string): string {
  return (
    `OpenSSL ${name} has no column in the matrix yet. Give it a row in deps/openssl/get/series.json, in its place, ` +
    'and run `npm run error-matrix -- --update`: the diff of test/error-matrix/expected.json is what the release changes.'
  );
}
