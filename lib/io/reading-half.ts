// Owns: the half of a driver that reads: decrypted bytes to the stream above, as long as it wants them, and their end.
// Must not know: writing, the handshake.

import type { DriverCore } from './driver-plan.ts';

const blockSize = 64 * 1024; // decrypted records go into slices of one: not every record costs an allocation
const largestRecord = 16 * 1024;

export class ReadingHalf {
  readonly #core: DriverCore;
  #wantsData = false;
  #ended = false;
  #truncated = false;
  #block = new Uint8Array(0);

  constructor(core: DriverCore) {
    this.#core = core;
  }

  /** The peer's close_notify was read, or what stands for it. */
  get ended(): boolean {
    return this.#ended;
  }

  /** The transport has ended without the peer's close_notify, where that is no error. */
  get truncated(): boolean {
    return this.#truncated;
  }

  wantData(): void {
    this.#wantsData = true;
  }

  readOn(): void {
    const { engine, stream, transport, lenient } = this.#core;
    // push() can run the reader's code, which may destroy this very socket.
    while (this.#wantsData && !this.#ended && !stream.destroyed) {
      if (this.#block.length < largestRecord) this.#block = Buffer.allocUnsafeSlow(blockSize);
      const block = this.#block;
      const result = this.#core.ask(() => engine.read(block));
      if (result === null) return;
      if (result.status === 'closed' || (result.status === 'want-read' && transport.endIsHeld)) {
        this.#truncated = result.status !== 'closed';
        this.#ended = true;
        stream.push(null);
        if (lenient) stream.read(0); // where nothing is left to be read it has ended, whether or not anyone reads
        return;
      }
      if (result.status !== 'done') {
        this.#core.waitOrFail('SSL_read_ex', result);
        return;
      }
      const bytes = block.subarray(0, result.value);
      this.#block = block.subarray(result.value);
      transport.feed(); // there is room again
      this.#wantsData = stream.push(bytes) && !lenient;
    }
  }
}
