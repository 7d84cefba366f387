// Owns: messages that nobody has taken yet, as many as fit, and who waits for the next: an asynchronous iterator.
// Must not know: where they come from.

/** What an iterator over a connection ends with. */
export type InboxEnd = { readonly error: Error | null };

interface Reader {
  readonly resolve: (result: IteratorResult<Uint8Array, undefined>) => void;
  readonly reject: (error: Error) => void;
}

export class DatagramInbox {
  readonly #most: number;
  readonly #messages: Uint8Array[] = [];
  readonly #readers: Reader[] = [];
  #iterators = 0;
  #end: InboxEnd | null = null;
  #dropped = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#messages.length;
  }

  /** For want of room. */
  get dropped(): number {
    return this.#dropped;
  }

  /** An iterator takes them; nobody else should. */
  get isIterated(): boolean {
    return this.#iterators > 0;
  }

  push(message: Uint8Array): void {
    const reader = this.#readers.shift();
    if (reader !== undefined) reader.resolve({ value: message, done: false });
    else if (this.#messages.length < this.#most) this.#messages.push(message);
    else this.#dropped += 1;
  }

  shift(): Uint8Array | undefined {
    return this.#messages.shift();
  }

  /** Nothing more will come. */
  end(error: Error | null): void {
    this.#end ??= { error };
    for (const reader of this.#readers.splice(0)) this.#settle(reader);
  }

  /** What is there first, then what comes, until the end; rejects if that was an error. `left` is called when it is left before. */
  iterate(left: () => void): AsyncIterableIterator<Uint8Array, undefined> {
    this.#iterators += 1;
    let isOpen = true;
    const close = (): boolean => {
      const was = isOpen;
      isOpen = false;
      if (was) this.#iterators -= 1;
      return was;
    };
    const iterator: AsyncIterableIterator<Uint8Array, undefined> = {
      next: () => {
        const message = isOpen ? this.#messages.shift() : undefined;
        if (message !== undefined) return Promise.resolve({ value: message, done: false });
        if (!isOpen) return Promise.resolve({ value: undefined, done: true });
        return new Promise((resolve, reject) => {
          const reader: Reader = { resolve, reject };
          if (this.#end === null) this.#readers.push(reader);
          else this.#settle(reader);
        });
      },
      return: () => {
        if (close()) left();
        return Promise.resolve({ value: undefined, done: true });
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #settle({ resolve, reject }: Reader): void {
    const error = this.#end?.error ?? null;
    if (error === null) resolve({ value: undefined, done: true });
    else reject(error);
  }
}
