// Owns: a handshake on a connection that has had one (renegotiation): its beginning, and when it is over. A server's first step is over
// when its request is sent (SSL_renegotiate(3)); that the handshake itself is shows by the Finished of the peer, which is another.
// Must not know: how bytes travel.

import type { SslResult } from '../core/results.ts';
import type { SslEngine } from '../ssl/engine.ts';

export class HandshakeAgain {
  readonly done: () => void;
  readonly #engine: SslEngine;
  #before: Uint8Array | null = null;

  constructor(engine: SslEngine, done: () => void) {
    this.#engine = engine;
    this.done = done;
  }

  get begun(): boolean {
    return this.#before !== null;
  }

  begin(): SslResult {
    this.#before = this.#engine.finishedMessages.peer;
    return this.#engine.handshake();
  }

  get over(): boolean {
    if (this.#before === null || !this.#engine.state.finished) return false;
    return Buffer.compare(this.#engine.finishedMessages.peer, this.#before) !== 0;
  }
}
