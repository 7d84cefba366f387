// Owns: reading numbers and blocks of TLS's presentation language (RFC 8446, 3) off some bytes.
// Must not know: what they mean.

class TooShort extends Error {}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What `read` makes of the bytes; null if they end before it does. */
  static read<T>(bytes: Uint8Array, read: (reader: ByteReader) => T): T | null {
    try {
      return read(new ByteReader(bytes));
    } catch (error) {
      if (error instanceof TooShort) return null;
      throw error;
    }
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new TooShort();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  skip(length: number): void {
    this.take(length);
  }

  /** A number of `size` bytes. */
  number(size: 1 | 2 | 3): number {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** The bytes behind their length, which takes `sizeOfLength` bytes. */
  block(sizeOfLength: 1 | 2 | 3): Uint8Array {
    return this.take(this.number(sizeOfLength));
  }

  /** A block of two-byte numbers. */
  numbers(sizeOfLength: 1 | 2): readonly number[] {
    const list = new ByteReader(this.block(sizeOfLength));
    const numbers: number[] = [];
    while (!list.atEnd) numbers.push(list.number(2));
    return numbers;
  }
}
