// Owns: how many handshakes are under way at once, and which connections wait for their turn, how long, in which order.
// Must not know: what a handshake is.

export interface QueueEvents<T> {
  /** Its turn has come; `left`: milliseconds until its deadline, null without one. The place is free again when it resolves; it never rejects. */
  readonly start: (what: T, left: number | null) => Promise<void>;
  /** Its deadline has passed before its turn came. */
  readonly expired: (what: T) => void;
}

export class HandshakeQueue<T> {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #timeout: number | null;
  readonly #events: QueueEvents<T>;
  readonly #waiting = new Map<T, { readonly deadline: number | null; readonly timer: NodeJS.Timeout | undefined }>(); // in their order
  readonly #underWay = new Set<T>();

  /** `timeout`: milliseconds from add() on; null: no limit. */
  constructor(most: number, mostWaiting: number, timeout: number | null, events: QueueEvents<T>) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
    this.#timeout = timeout;
    this.#events = events;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  /** All that have no outcome yet, those under way first. */
  get all(): readonly T[] {
    return [...this.#underWay, ...this.#waiting.keys()];
  }

  /** False: there is no room to wait. */
  add(what: T): boolean {
    const deadline = this.#timeout === null ? null : performance.now() + this.#timeout;
    if (this.#underWay.size < this.#most) {
      void this.#start(what, this.#timeout);
      return true;
    }
    if (this.#waiting.size >= this.#mostWaiting) return false;
    const timer = this.#timeout === null ? undefined : setTimeout(() => this.#expire(what), this.#timeout);
    this.#waiting.set(what, { deadline, timer });
    return true;
  }

  /** Whether it was waiting; then it will not start. */
  remove(what: T): boolean {
    clearTimeout(this.#waiting.get(what)?.timer);
    return this.#waiting.delete(what);
  }

  #expire(what: T): void {
    if (this.remove(what)) this.#events.expired(what);
  }

  async #start(what: T, left: number | null): Promise<void> {
    this.#underWay.add(what);
    await this.#events.start(what, left);
    this.#underWay.delete(what);
    this.#startNext();
  }

  #startNext(): void {
    for (const [what, { deadline }] of this.#waiting) {
      if (this.#underWay.size >= this.#most) return;
      this.remove(what);
      const left = deadline === null ? null : Math.ceil(deadline - performance.now());
      if (left !== null && left <= 0) this.#events.expired(what);
      else void this.#start(what, left);
    }
  }
}
