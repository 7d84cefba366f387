// Owns: leaving nothing behind: a temporary folder, and processes that end with this one, however it ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {(() => void)[]} */
const undo = [];

// An exit listener runs after process.exit, the last event and an uncaught error alike; a signal has to be turned into an exit first.
process.on('exit', () => {
  for (const step of undo.splice(0).reverse()) step();
});
const signals = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });
for (const [name, number] of Object.entries(signals)) process.once(name, () => process.exit(128 + number));

/** A folder that is gone when this process is. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'libssl-example-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Makes `child` end with this process at the latest.
 *
 * @template {import('node:child_process').ChildProcess} T
 * @param {T} child
 * @returns {T}
 */
export function endWithUs(child) {
  undo.push(() => child.kill('SIGKILL'));
  return child;
}
