// Owns: SSL_write(3)'s demand on a retry: the same bytes again.

import { MisuseError } from '../core/errors.ts';
import { native } from '../native/addon.ts';
import type { NativeEngine } from '../native/binding.ts';

/** How many bytes wait for the retry of a write. Fails when: some do, and `bytes` are given and are not those (MisuseError). */
export function bytesToRetry(engine: NativeEngine, bytes: Uint8Array | undefined): number {
  const unfinished = native.engineUnfinished(engine, bytes);
  if (unfinished >= 0) return unfinished;
  throw new MisuseError(
    'ERR_SSL_STATE',
    'bytes',
    'bytes must be those of the write that waits for its retry (SSL_write(3)): give the same again, or none',
  );
}
