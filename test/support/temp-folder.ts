// Owns: the one temporary folder of a test run. The environment carries its path to jest's workers and to child processes.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'LIBSSL_TEST_FOLDER';

export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'libssl-test-'));
  process.env[variable] = folder;
  return folder;
}

export function removeTempFolder(): void {
  const folder = process.env[variable];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** A folder of its own inside the run's folder, made if it is not there. */
export function tempFolder(...parts: readonly string[]): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error(`${variable} is not set: tests run under jest, whose globalSetup makes the folder`);
  const path = join(folder, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}
