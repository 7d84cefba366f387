// Owns: the memory that decrypted bytes are read into. A connection that is idle has none of it, and no two of them share what they gave.
// Must not know: engines.

const nothing = Buffer.alloc(0);

export class ReadBlocks {
  readonly #size: number;
  #spare: Buffer | null = null;

  constructor(size: number) {
    this.#size = size;
  }

  /** A block that nobody else has until cut(). */
  take(): Buffer {
    const block = this.#spare ?? Buffer.allocUnsafeSlow(this.#size);
    this.#spare = null;
    return block;
  }

  /** The first bytes of a block: the block itself is given away for many, and few are copied out of it. */
  cut(block: Buffer, bytes: number): Buffer {
    if (bytes > this.#size / 4) return block.subarray(0, bytes);
    this.#spare = block;
    return bytes === 0 ? nothing : Buffer.from(block.subarray(0, bytes));
  }
}
