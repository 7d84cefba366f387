// Owns: what DTLS connections and servers count.

/** Of one connection, in datagrams. */
export interface DatagramCounts {
  readonly received: number;
  readonly sent: number;
  /** Received after the handshake, and nothing came of it: damaged, doubled, too late, or of somebody else. */
  readonly ignored: number;
  /** Not sent: the transport had too many already, or failed. */
  readonly unsent: number;
}

export interface DatagramSocketStats extends DatagramCounts {
  /** Messages that nobody took, and for which there was no room. */
  readonly unread: number;
}

/**
 * Why a datagram was dropped before any OpenSSL kept something of it. `stranger`: of nobody that is known, and no ClientHello, or one that
 * OpenSSL does not take; `oversized`: more than 65535 bytes; the others: there is no room for whoever sent it.
 */
export type DatagramDropReason = 'stranger' | 'oversized' | 'maxHandshakes' | 'maxConnections';

/** `accepted` = `handshakesUnderWay` + `established` + all that `failed`. */
export interface DatagramServerStats {
  /** Datagrams that came, of whomever. */
  readonly received: number;
  readonly dropped: Readonly<Record<DatagramDropReason, number>>;
  /** ClientHellos that were answered with a cookie, and of which nothing was kept. */
  readonly cookiesAsked: number;
  /** ClientHellos that have brought their cookie back. */
  readonly accepted: number;
  /** Handshakes that were finished. */
  readonly established: number;
  /** Handshakes that were not, by the code of their error. */
  readonly failed: Readonly<Record<string, number>>;
  /** Connections whose peer has made another one from the same address. */
  readonly replaced: number;
  /** Of the datagrams of known peers: see the connections' own. */
  readonly ignored: number;
  readonly unsent: number;
  readonly unread: number;
  /** Errors of the transport itself that the server has gone on after. */
  readonly transportErrors: number;
  /** Now. */
  readonly handshakesUnderWay: number;
  /** Connections that were handed over and have not ended. */
  readonly open: number;
}

type Counted = 'received' | 'cookiesAsked' | 'accepted' | 'established' | 'replaced' | 'transportErrors';
type OfSockets = Pick<DatagramSocketStats, 'ignored' | 'unsent' | 'unread'>;

export class DatagramServerCounters {
  readonly #counts: Record<Counted, number> = {
    received: 0,
    cookiesAsked: 0,
    accepted: 0,
    established: 0,
    replaced: 0,
    transportErrors: 0,
  };
  readonly #dropped: Record<DatagramDropReason, number> = { stranger: 0, oversized: 0, maxHandshakes: 0, maxConnections: 0 };
  readonly #failed = new Map<string, number>();
  #ended: OfSockets = { ignored: 0, unsent: 0, unread: 0 };

  count(what: Counted): void {
    this.#counts[what] += 1;
  }

  dropped(reason: DatagramDropReason): void {
    this.#dropped[reason] += 1;
  }

  failed(code: string): void {
    this.#failed.set(code, (this.#failed.get(code) ?? 0) + 1);
  }

  /** A connection is over: what it has counted stays. */
  ended(stats: OfSockets): void {
    this.#ended = sum(this.#ended, stats);
  }

  with(
    now: Pick<DatagramServerStats, 'handshakesUnderWay' | 'open'>,
    sockets: Iterable<{ readonly stats: OfSockets }>,
  ): DatagramServerStats {
    let ofSockets = this.#ended;
    for (const { stats } of sockets) ofSockets = sum(ofSockets, stats);
    return { ...this.#counts, dropped: { ...this.#dropped }, failed: Object.fromEntries(this.#failed), ...ofSockets, ...now };
  }
}

function sum(one: OfSockets, other: OfSockets): OfSockets {
  return {
    ignored: one.ignored + other.ignored,
    unsent: one.unsent + other.unsent,
    unread: one.unread + other.unread,
  };
}
