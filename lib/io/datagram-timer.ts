// Owns: the one timer of a connection, and whether the process lives for its sake.
// Must not know: what it is for.

export class DatagramTimer {
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;
  #keepsAlive = true;

  constructor(expired: () => void) {
    this.#expired = expired;
  }

  /** In place of what was set before; null: nothing is waited for. */
  set(milliseconds: number | null): void {
    clearTimeout(this.#timer);
    this.#timer = milliseconds === null ? undefined : setTimeout(this.#expired, milliseconds);
    if (!this.#keepsAlive) this.#timer?.unref();
  }

  keepAlive(yes: boolean): void {
    this.#keepsAlive = yes;
    if (yes) this.#timer?.ref();
    else this.#timer?.unref();
  }
}
