// Owns: SSL_write(3)'s demand on a retry: the same bytes again.

import { MisuseError } from '../core/errors.ts';
import { native } from '../native/addon.ts';
import type { NativeEngine } from '../native/binding.ts';
import { access, type EngineCore } from './engine-core.ts';

/** What SSL_write and SSL_write_early_data write: a retry must come by the function that the write came by. */
export type WrittenAs = 'data' | 'early data';

/** Fails when: early data waits for its retry (MisuseError): OpenSSL would wait for an answer to what it has not sent. */
export function refuseBeforeEarlyData(engine: EngineCore, handle: NativeEngine, method: string): void {
  if (access.unfinished(engine) === 0 || !native.engineRetriesEarlyData(handle)) return;
  throw new MisuseError('ERR_SSL_STATE', method, `${method}: a writeEarlyData waits for its retry, call that first`);
}

/**
 * How many bytes wait for the retry of a write. Fails when: some do, and they were written as the other kind, or `bytes` are given and are
 * not those (MisuseError).
 */
export function bytesToRetry(engine: EngineCore, handle: NativeEngine, bytes: Uint8Array | undefined, as: WrittenAs = 'data'): number {
  if (access.unfinished(engine) === 0) return 0;
  const unfinished = native.engineUnfinished(handle, bytes);
  if (unfinished !== 0 && native.engineRetriesEarlyData(handle) !== (as === 'early data')) {
    const [method, other] = as === 'data' ? ['write', 'writeEarlyData'] : ['writeEarlyData', 'write'];
    throw new MisuseError('ERR_SSL_STATE', method ?? '', `${method}: a ${other} waits for its retry, call that first`);
  }
  if (unfinished >= 0) return unfinished;
  throw new MisuseError(
    'ERR_SSL_STATE',
    'bytes',
    'bytes must be those of the write that waits for its retry (SSL_write(3)): give the same again, or none',
  );
}
