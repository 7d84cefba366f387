// Owns: the half of a driver that reads: decrypted bytes to the stream above, as long as it wants them, and their end.
// Must not know: writing, the handshake.

import type { SslResult } from '../core/results.ts';
import { readMany } from '../ssl/engine-descriptor.ts';
import type { DriverCore } from './driver-plan.ts';
import { ReadBlocks } from './read-blocks.ts';

const manyRecords = new ReadBlocks(64 * 1024);
const oneRecord = new ReadBlocks(16 * 1024);

export class ReadingHalf {
  readonly #core: DriverCore;
  #wantsData = false;
  #ended = false;
  #truncated = false;
  #waits = false;

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

  /** Something may be there to be read again. */
  look(): void {
    this.#waits = false;
  }

  readOn(): void {
    if (this.#waits) return;
    const { stream } = this.#core;
    // push() can run the reader's code, which may destroy this very socket.
    while (this.#wantsData && !this.#ended && !stream.destroyed) {
      const result = this.#readOnce();
      if (result === null || stream.destroyed) return;
      if (result.status !== 'done') {
        // What it came to behind data that fills the reader it comes to again, when there is a wish for more.
        if (this.#wantsData) this.#endOrWait(result);
        return;
      }
    }
  }

  // Bytes first: what ended a read of many records comes behind those that were good.
  #readOnce(): SslResult<number> | null {
    const { engine, stream, transport, lenient } = this.#core;
    const blocks = lenient ? oneRecord : manyRecords;
    const block = blocks.take();
    let bytes = 0;
    const result = this.#core.ask(() => {
      const read = lenient ? { bytes: 0, result: engine.read(block) } : readMany(engine, block);
      bytes = lenient && read.result.status === 'done' ? read.result.value : read.bytes;
      return read.result;
    });
    const data = blocks.cut(block, bytes);
    if (bytes === 0 || stream.destroyed) return result;
    if (result?.status === 'done') transport.feed(); // there is room again
    this.#wantsData = stream.push(data) && !lenient;
    return result;
  }

  #endOrWait(result: Exclude<SslResult<number>, { status: 'done' }>): void {
    const { stream, transport, lenient } = this.#core;
    if (result.status !== 'closed' && !(result.status === 'want-read' && transport.endIsHeld)) {
      this.#waits = result.status === 'want-read'; // unless it can go on at once
      this.#core.waitOrFail('SSL_read_ex', result);
      return;
    }
    this.#truncated = result.status !== 'closed';
    this.#ended = true;
    stream.push(null);
    // Where nothing is left to be read it has ended, whether or not anyone reads, as net.Socket has it. But not before whoever is given the
    // connection just now can hear of it.
    if (lenient) stream.read(0);
    else setImmediate(() => void stream.read(0));
  }
}
