// Owns: one direction of the wire between two engines: what is under way, and what a test does to it.
// Must not know: which side is the client.

import type { SslEngine } from '../../lib/index.ts';

export type Alter = (bytes: Buffer, offset: number) => Buffer;

export class Wire {
  /** Looks at, changes, cuts or drops what passes; `offset` is how many bytes came before. */
  alter: Alter = (bytes) => bytes;
  /** At most so many bytes arrive with one move(). */
  atMost = Number.POSITIVE_INFINITY;
  /** Stopped, bytes leave the sender and wait here. */
  stopped = false;
  /** All that the sender sent, before it was altered. */
  readonly sent: Buffer[] = [];
  #offset = 0;
  #underWay: Buffer = Buffer.alloc(0);
  #ended = false;

  /** Moves what it can from one engine to the other; says whether any byte moved. */
  move(from: SslEngine, to: SslEngine): boolean {
    const left = this.#take(from);
    if (this.stopped || this.#ended || to.closed) return left;
    const arriving = this.#underWay.subarray(0, Math.min(this.#underWay.length, this.atMost));
    const taken = arriving.length === 0 ? 0 : to.feed(arriving);
    this.#underWay = this.#underWay.subarray(taken);
    return left || taken > 0;
  }

  /** Ends the input of `to` here: what is under way is lost. */
  end(to: SslEngine): void {
    this.#ended = true;
    to.feedEnd();
  }

  get underWay(): number {
    return this.#underWay.length;
  }

  get byteCount(): number {
    return this.sent.reduce((total, bytes) => total + bytes.length, 0);
  }

  get bytes(): Buffer {
    return Buffer.concat(this.sent);
  }

  #take(from: SslEngine): boolean {
    const bytes = from.closed ? Buffer.alloc(0) : Buffer.from(from.drain());
    if (bytes.length === 0) return false;
    this.sent.push(bytes);
    this.#underWay = Buffer.concat([this.#underWay, this.alter(Buffer.from(bytes), this.#offset)]);
    this.#offset += bytes.length;
    return true;
  }
}
