// Owns: what a driver is told, what it tells the stream above it, and what its halves share.

import type { Duplex } from 'node:stream';
import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { EarlyDataPlan } from './handshake-calls.ts';
import type { Offload } from './offload.ts';
import type { Transport } from './transport.ts';

export type WriteCallback = (error?: Error | null) => void;

/** How the handshake is done. */
export interface HandshakePlan extends EarlyDataPlan {
  /** Where its steps run; `main` if nothing is said. What comes after it runs on the main thread. */
  readonly offload?: Offload;
}

/** What else the driver does. */
export interface DriverPlan extends HandshakePlan {
  /**
   * `strict`: an end of the transport without the peer's close_notify is an error. `lenient`: it ends the data, and `truncated` tells; and
   * the transport's own side is ended behind the own close_notify, as node:tls does both.
   */
  readonly end?: 'strict' | 'lenient';
  /** Bytes that may wait for the peer when something has come from it; more end the connection (ERR_SSL_FLOOD). Default: no limit. */
  readonly mostUnsent?: number;
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

/** What the two halves of a driver share; for this folder. */
export interface DriverCore {
  readonly engine: SslEngine;
  readonly stream: Duplex;
  readonly transport: Transport;
  readonly lenient: boolean;
  /** Runs one operation. null: it ended the connection, by what a callback threw. */
  ask<T>(operation: () => SslResult<T>): SslResult<T> | null;
  /** Sends what the operations since the last time have left to be sent; see Transport. */
  flush(lastWords?: boolean): void;
  /** What follows from a result that is not yet `done`: the wait for what it wants, or the end of the connection. */
  waitOrFail(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>): void;
}
