// Owns: the half of a driver that writes: a write in pieces, with backpressure; close_notify behind all of it.
// Must not know: reading, the handshake.

import type { DriverCore, WriteCallback } from './driver-plan.ts';

// What OpenSSL has not finished writing is kept, and compared with its retry (SSL_write(3)): not many megabytes for every few records.
const mostWritten = 64 * 1024;
const largestRecord = 16 * 1024;

export class WritingHalf {
  readonly #core: DriverCore;
  #writing: { chunks: Uint8Array[]; callback: WriteCallback } | null = null;
  #ending: WriteCallback | null = null;
  #closeNotifySent = false;

  constructor(core: DriverCore) {
    this.#core = core;
  }

  get closeNotifySent(): boolean {
    return this.#closeNotifySent;
  }

  write(chunks: Uint8Array[], callback: WriteCallback): void {
    this.#writing = { chunks: chunks.length > 1 ? gathered(chunks) : chunks, callback };
  }

  end(callback: WriteCallback): void {
    this.#ending = callback;
  }

  // Plaintext is taken only while the transport takes ciphertext: else it would pile up there.
  /** Goes on with the write. Returns true after a want-write. */
  writeOn(): boolean {
    const writing = this.#writing;
    if (writing === null) return false;
    const { transport, engine } = this.#core;
    while (writing.chunks.length > 0) {
      const [chunk] = writing.chunks;
      if (chunk === undefined) break;
      if (!transport.hasRoom) {
        this.#core.flush();
        if (!transport.hasRoom) return false;
      }
      const piece = chunk.subarray(0, mostWritten);
      const result = this.#core.ask(() => engine.write(piece));
      if (result === null) return false;
      transport.flushIfLarge(piece.length);
      if (result.status !== 'done') {
        this.#core.waitOrFail('SSL_write_ex', result);
        return result.status === 'want-write';
      }
      if (result.value < chunk.length) writing.chunks[0] = chunk.subarray(result.value);
      else writing.chunks.shift();
    }
    this.#core.flush();
    if (!transport.hasRoom) return false;
    this.#writing = null;
    // Not at once: what the program writes before it has its turn comes together then, in records that are full.
    process.nextTick(writing.callback);
    return false;
  }

  // A write from inside a 'data' event has only been taken note of. Node's sockets have sent it when they are destroyed next.
  /** Sends what was written, when the connection is destroyed. Returns whether there was something, and it is sent. */
  writeAtLast(): boolean {
    if (this.#writing === null) return false;
    this.writeOn();
    return this.#writing === null;
  }

  /** Takes away the write that is not finished. */
  abandon(): WriteCallback | null {
    const callback = this.#writing?.callback ?? null;
    this.#writing = null;
    return callback;
  }

  /**
   * Goes on with the end: done only when close_notify has left. What was accepted before it has left too then, or its loss is an error.
   * `readEnded`: the peer has ended its side.
   */
  endOn(readEnded: boolean): void {
    const ending = this.#ending;
    if (ending === null || this.#writing !== null) return;
    const { transport, engine, lenient } = this.#core;
    if (!this.#closeNotifySent) {
      const result = this.#core.ask(() => engine.shutdown());
      if (result === null) return;
      if (result.status !== 'done') {
        this.#core.waitOrFail('SSL_shutdown', result);
        return;
      }
      this.#closeNotifySent = true;
      this.#core.flush(lenient && readEnded); // a peer that has gone is told nothing
      if (lenient) transport.end();
    }
    if (!transport.awaitFlush()) return;
    this.#ending = null;
    ending();
  }
}

// Small chunks that came together go together: into a record, and not into one each.
function gathered(chunks: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let together: Uint8Array[] = [];
  let size = 0;
  const close = (): void => {
    const [only] = together;
    if (only !== undefined) pieces.push(together.length === 1 ? only : Buffer.concat(together, size));
    together = [];
    size = 0;
  };
  for (const chunk of chunks) {
    if (size + chunk.length > largestRecord) close();
    together.push(chunk);
    size += chunk.length;
  }
  close();
  return pieces;
}
