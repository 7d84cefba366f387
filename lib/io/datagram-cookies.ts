// Owns: the cookies of a server of datagrams: an HMAC of the sender's address under a secret that changes, so that nothing is kept of who
// was asked for one, and none is good for long (RFC 6347, 4.2.1).
// Must not know: engines, sockets.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatagramAddress } from './datagram-transport.ts';

const secretLength = 32;
/** It must fit into the first fragment of a ClientHello, whatever the MTU. */
const cookieLength = 32;
// A client brings its cookie back within a round trip, or when what it has sent was lost, within some of OpenSSL's timers.
const epochMilliseconds = 2 * 60 * 1000;

export class DatagramCookies {
  readonly #now: () => number;
  #epoch: number;
  #secret: Uint8Array = randomBytes(secretLength);
  #before: Uint8Array | null = null;

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#epoch = this.#epochNow();
  }

  make(of: DatagramAddress): Uint8Array {
    this.#advance();
    return cookieOf(this.#secret, of);
  }

  /** Whether it was made for this address, in this epoch or the one before. */
  isGood(cookie: Uint8Array, of: DatagramAddress): boolean {
    this.#advance();
    if (cookie.length !== cookieLength) return false;
    return [this.#secret, this.#before].some((secret) => secret !== null && timingSafeEqual(cookie, cookieOf(secret, of)));
  }

  #advance(): void {
    const now = this.#epochNow();
    if (now === this.#epoch) return;
    this.#before = now - this.#epoch === 1 ? this.#secret : null;
    this.#secret = randomBytes(secretLength);
    this.#epoch = now;
  }

  #epochNow(): number {
    return Math.floor(this.#now() / epochMilliseconds);
  }
}

function cookieOf(secret: Uint8Array, { address, port }: DatagramAddress): Uint8Array {
  return createHmac('sha256', secret).update(`${port} ${address}`).digest().subarray(0, cookieLength);
}
