// Owns: what a server counts.

/** `accepted` = `waiting` + `handshakesUnderWay` + `established` + all that `failed` + those dropped for want of room to wait. */
export interface ServerStats {
  /** TCP connections taken. */
  readonly accepted: number;
  /** Not let in: no room to wait, or more than maxConnections, which are not among the `accepted`. */
  readonly dropped: number;
  /** Handshakes that were finished. */
  readonly established: number;
  /** Handshakes that were not, by the code of their error. */
  readonly failed: Readonly<Record<string, number>>;
  /** Now. */
  readonly waiting: number;
  /** Now. */
  readonly handshakesUnderWay: number;
  /** Connections that were handed over and have not ended. */
  readonly open: number;
}

export class ServerCounters {
  #accepted = 0;
  #dropped = 0;
  #established = 0;
  readonly #failed = new Map<string, number>();

  accepted(): void {
    this.#accepted += 1;
  }

  dropped(): void {
    this.#dropped += 1;
  }

  established(): void {
    this.#established += 1;
  }

  failed(code: string): void {
    this.#failed.set(code, (this.#failed.get(code) ?? 0) + 1);
  }

  with(now: Pick<ServerStats, 'waiting' | 'handshakesUnderWay' | 'open'>): ServerStats {
    return {
      accepted: this.#accepted,
      dropped: this.#dropped,
      established: this.#established,
      failed: Object.fromEntries(this.#failed),
      ...now,
    };
  }
}
