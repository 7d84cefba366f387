// Owns: what a driver is told, and what it tells the stream above it.

import type { EarlyDataPlan } from './handshake-calls.ts';

export type WriteCallback = (error?: Error | null) => void;

/** What else the driver does. */
export interface DriverPlan extends EarlyDataPlan {
  /**
   * `strict`: an end of the transport without the peer's close_notify is an error. `lenient`: it ends the data, and `truncated` tells; and
   * the transport's own side is ended behind the own close_notify, as node:tls does both.
   */
  readonly end?: 'strict' | 'lenient';
}

/** What the stream above hears. */
export interface DriverEvents {
  /** Once: the handshake is done (null), or the connection has ended before. */
  readonly handshake: (error: Error | null) => void;
  /** The connection is over. The stream is to be destroyed, which ends in close(). */
  readonly failed: (error: Error) => void;
  /** Bytes have come from the peer or gone to it. */
  readonly moved?: () => void;
}
