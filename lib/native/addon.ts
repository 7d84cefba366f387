// Owns: finding the .node file and the one cast to its declared shape.

import { join, resolve } from 'node:path';
import nodeGypBuild from 'node-gyp-build';
import type { NativeBinding, OutcomeNumbers } from './binding.ts';

// Both lib/native and dist/native lie two folders below the package's root.
const packageRoot = join(__dirname, '..', '..');

/**
 * The addon: LIBSSL_ADDON names a file (another build to test), from the working directory if it is relative; else build/Release, else
 * the prebuilt binary for this platform.
 */
export const native: NativeBinding = load() as NativeBinding;

/** Of this thread, and of all copies of this package in it, as they have one addon. `running`: whose operation OpenSSL is in. */
export const thread: { running: unknown } = threadOf(native);

/** Of the operation that has ended last: one place for all, to be read at once. */
export const outcomeNumbers: OutcomeNumbers = native.outcomeNumbers();

function threadOf(addon: object): { running: unknown } {
  const place = Symbol.for('libssl.thread');
  const holder = addon as Record<symbol, { running: unknown } | undefined>;
  holder[place] ??= { running: null };
  return holder[place];
}

function load(): unknown {
  const file = process.env['LIBSSL_ADDON'];
  if (file === undefined || file === '') return nodeGypBuild(packageRoot);
  return require(resolve(file)); // oxlint-disable-line typescript/no-require-imports -- import() is asynchronous and takes no .node
}
