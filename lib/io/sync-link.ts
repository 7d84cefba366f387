// Owns: what a blocking connection needs of whatever carries its bytes. Each call returns only when the operation is done or has failed,
// and throws an SslError where the transport, and not TLS, is why it cannot go on.

import type { HandshakeStep } from '../core/handshake-step.ts';
import type { SslResult } from '../core/results.ts';
import type { ShutdownProgress } from '../ssl/engine.ts';

/** Milliseconds for one whole call; null: no limit. */
export type Timeout = number | null;

export interface SyncLink {
  /** The handshake so far, call by call. */
  readonly steps: readonly HandshakeStep[];
  connect(timeout: Timeout): SslResult;
  /** Before connect(), in one piece. */
  writeEarlyData(bytes: Uint8Array, timeout: Timeout): SslResult<number>;
  read(into: Uint8Array, timeout: Timeout): SslResult<number>;
  write(bytes: Uint8Array, timeout: Timeout): SslResult<number>;
  shutdown(timeout: Timeout): SslResult<ShutdownProgress>;
  /** Lets go of the transport. May be called again. */
  close(): void;
}
