// Owns: what a driver asks of whatever carries the ciphertext of its engine.
// Must not know: what it is carried by, what the engine is doing.

import type { Duplex } from 'node:stream';
import type { SslEngine } from '../ssl/engine.ts';

/** What the driver hears. */
export interface TransportEvents {
  /** Input has come, or has ended, or there is room for output again. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
  readonly moved: (received: number, sent: number) => void;
}

/**
 * How a transport is let go. `at-once`: it is destroyed. `behind-output`: it is ended behind what was written, an alert or a close_notify, as
 * far as that leaves within a moment. `behind-both`: also behind what the peer has still to say, which nobody hears: a system that finds
 * it unread resets the connection, and what was written may be lost.
 */
export type TransportClosing = 'at-once' | 'behind-output' | 'behind-both';

export interface Transport {
  /** The stream that carries the ciphertext. */
  readonly stream: Duplex;
  /** The end of the input stays here: OpenSSL is not told, and endIsHeld says it. */
  holdsEnd: boolean;
  /** False while the transport holds more than it wants to: then nothing more should be encrypted. */
  readonly hasRoom: boolean;
  /** All input was fed, there will be no more, and OpenSSL was not told. */
  readonly endIsHeld: boolean;
  /** Moves input into the engine as far as there is room. Returns whether anything moved. */
  feed(): boolean;
  /** From now on the engine is away: nothing is asked of it, and what comes in waits. feed() takes it up again. */
  hold(): void;
  /** Whether an operation that wants something can be repeated at once; if not, `changed` tells when it can. */
  canGoOn(status: 'want-read' | 'want-write'): boolean;
  flushIfLarge(): void;
  /**
   * Moves output on, all of it: nothing may wait behind a wait. A transport that takes nothing more is a failure, but for `lastWords`: an
   * alert after a failure that is worth more.
   */
  flush(lastWords?: boolean): void;
  /** Whether all that was flushed has left; if not, `changed` tells once when it has. */
  awaitFlush(): boolean;
  /** Ends the own side, behind what was written. */
  end(): void;
  close(when: TransportClosing): void;
}

/** Makes the transport of one engine; its events come from then on. */
export type TransportMaker = (engine: SslEngine, events: TransportEvents) => Transport;
