// Owns: what a driver asks of whatever carries the ciphertext of its engine.
// Must not know: what it is carried by, what the engine is doing.

import type { Duplex } from 'node:stream';
import type { SslEngine } from '../ssl/engine.ts';
import type { SocketAddress } from '../ssl/engine-descriptor.ts';

/** What the driver hears. */
export interface TransportEvents {
  /** Input has come, or has ended, or there is room for output again. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
  /** `within`: what was received was read by the last call itself, and not before it. */
  readonly moved: (received: number, sent: number, within?: boolean) => void;
}

/**
 * How a transport is let go. `at-once`: it is destroyed. `behind-output`: it is ended behind what was written, an alert or a close_notify, as
 * far as that leaves within a moment. `behind-both`: also behind what the peer has still to say, which nobody hears: a system that finds
 * it unread resets the connection, and what was written may be lost.
 */
export type TransportClosing = 'at-once' | 'behind-output' | 'behind-both';

export interface Transport {
  /** The stream that carries the ciphertext; null where OpenSSL works on the descriptor itself. */
  readonly stream: Duplex | null;
  /** The end of the input stays here: OpenSSL is not told, and endIsHeld says it. */
  holdsEnd: boolean;
  /** False while the transport holds more than it wants to: then nothing more should be encrypted. */
  readonly hasRoom: boolean;
  /** Bytes that came from the peer, and that were taken to be sent to it. */
  readonly received: number;
  readonly sent: number;
  /** Bytes that were flushed and wait for the peer to read. */
  readonly unsent: number;
  /** All input was fed, there will be no more, and OpenSSL was not told. */
  readonly endIsHeld: boolean;
  /** Moves input into the engine as far as there is room. Returns whether anything moved. */
  feed(): boolean;
  /** From now on the engine is away: nothing is asked of it, and what comes in waits. feed() takes it up again. */
  hold(): void;
  /** Whether an operation that wants something can be repeated at once; if not, `changed` tells when it can. */
  canGoOn(status: 'want-read' | 'want-write'): boolean;
  /** `written`: bytes since the last. */
  flushIfLarge(written: number): void;
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
  /** null: it has no address, or tells none. */
  address(whose: 'own' | 'peer'): SocketAddress | null;
  setNoDelay(yes: boolean): void;
  setKeepAlive(yes: boolean, milliseconds: number): void;
  /** Whether the process lives for its sake. */
  keepAlive(yes: boolean): void;
}

/**
 * What a program writes waits above the transport. More than this in it is what OpenSSL answers to a peer that reads none of it, such as a
 * warning for each renegotiation: then nothing more is taken from that peer until it has read.
 */
export const mostOutput: number = 4 * 1024 * 1024;

/** Makes the transport of one engine; its events come from then on. */
export type TransportMaker = (engine: SslEngine, events: TransportEvents) => Transport;
