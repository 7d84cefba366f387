// Owns: where a program is installed; tests that need one that is not are skipped in sight, with the reason in their title.
// Must not know: how the programs are used.

import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from '@jest/globals';

// Debian keeps PostgreSQL's programs, release by release, outside of PATH.
const postgresql = '/usr/lib/postgresql';
const folders = [
  ...(process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ...['/usr/sbin', '/usr/local/sbin'],
  ...names(postgresql).map((release) => join(postgresql, release, 'bin')),
];

/** As describe(), where `programs` are installed. */
export function describeWith(programs: readonly string[], title: string, tests: () => void): void {
  const absent = programs.filter((program) => find(program) === undefined);
  if (absent.length === 0) describe(title, tests);
  else describe(title, () => test.skip(`skipped: ${absent.join(', ')} not installed`, () => undefined));
}

/** The path of a program that is installed. */
export function pathOf(program: string): string {
  const path = find(program);
  if (path === undefined) throw new Error(`${program} is not installed: its test belongs into describeWith()`);
  return path;
}

function find(program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
