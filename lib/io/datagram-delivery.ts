// Owns: who gets the messages of a connection: its listeners, or an iterator; and until there is one, nobody.
// Must not know: where they come from.

import type { EventEmitter } from 'node:events';
import { DatagramInbox } from './datagram-inbox.ts';

export class DatagramDelivery {
  readonly #socket: EventEmitter;
  readonly #inbox: DatagramInbox;
  #delivering = false;
  #isDue = false;

  /** `message` is emitted on `socket`. */
  constructor(socket: EventEmitter, maxUnread: number) {
    this.#socket = socket;
    this.#inbox = new DatagramInbox(maxUnread);
    socket.on('newListener', (name: string | symbol) => {
      if (name === 'message') this.#deliverSoon();
    });
  }

  get dropped(): number {
    return this.#inbox.dropped;
  }

  push(message: Uint8Array): void {
    this.#inbox.push(message);
    this.#deliverSoon();
  }

  /** Nothing more will come. */
  end(error: Error | null): void {
    this.#deliver();
    this.#inbox.end(error);
  }

  iterate(left: () => void): AsyncIterableIterator<Uint8Array, undefined> {
    return this.#inbox.iterate(left);
  }

  get #isWanted(): boolean {
    return !this.#inbox.isIterated && this.#inbox.size > 0 && this.#socket.listenerCount('message') > 0;
  }

  // Out of whatever the transport has called: a listener may do anything.
  #deliverSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    process.nextTick(() => {
      this.#isDue = false;
      this.#deliver();
    });
  }

  // A listener that throws is an uncaught exception, as with any emitter; what is left comes in the next tick.
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      while (this.#isWanted) this.#socket.emit('message', this.#inbox.shift() ?? new Uint8Array(0));
    } finally {
      this.#delivering = false;
      if (this.#isWanted) this.#deliverSoon();
    }
  }
}
