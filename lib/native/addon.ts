// Owns: finding the .node file and the one cast to its declared shape.

import { join } from 'node:path';
import nodeGypBuild from 'node-gyp-build';
import type { NativeBinding } from './binding.ts';

// Both lib/native and dist/native lie two folders below the package's root.
const packageRoot = join(__dirname, '..', '..');

/**
 * The addon: LIBSSL_ADDON names a file (another build to test), else build/Release, else the prebuilt binary for this platform.
 */
export const native: NativeBinding = load() as NativeBinding;

function load(): unknown {
  const file = process.env['LIBSSL_ADDON'];
  return file === undefined || file === '' ? nodeGypBuild(packageRoot) : require(file);
}
