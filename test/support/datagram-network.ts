// Owns: a network in memory between one server and any number of clients, which loses, doubles, reorders and damages datagrams, all by one
// seed: the same seed does the same to the same datagrams.
// Must not know: DTLS.

import type { DatagramAddress, DatagramEvents, DatagramServerEvents, DatagramServerTransport, DatagramTransport } from '../../lib/index.ts';

/** Probabilities, 0 to 1, each of a datagram. */
export interface Weather {
  readonly lose?: number;
  readonly double?: number;
  /** Comes behind what is sent in the next turns of the loop. */
  readonly delay?: number;
  /** One bit is another. */
  readonly damage?: number;
}

/** mulberry32: a small generator whose whole state is its seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const longestDelay = 8; // turns of the loop

export class DatagramNetwork {
  weather: Weather;
  /** Everything that was sent, before anything happened to it. */
  readonly sent: { readonly from: DatagramAddress; readonly datagram: Uint8Array }[] = [];
  readonly #random: () => number;
  readonly #clients = new Map<number, DatagramEvents>();
  readonly #address: DatagramAddress = { address: 'the server', port: 1 };
  #server: DatagramServerEvents | null = null;
  #lastPort = 1000;

  constructor(seed: number, weather: Weather = {}) {
    this.#random = randomOf(seed);
    this.weather = weather;
  }

  get server(): DatagramServerTransport {
    return {
      localAddress: this.#address,
      receive: (events) => {
        this.#server = events;
      },
      send: (datagram, to, sent) => {
        this.#travel(this.#address, datagram, (arrived) => this.#clients.get(to.port)?.message(arrived));
        sent();
      },
      close: (closed) => {
        this.#server = null;
        closed();
      },
    };
  }

  /** A client at an address of its own, or at that of another one that is gone. */
  client(port: number = ++this.#lastPort): DatagramTransport & { readonly port: number } {
    const from = { address: 'a client', port };
    return {
      port,
      localAddress: from,
      remoteAddress: this.#address,
      receive: (events) => {
        this.#clients.set(port, events);
      },
      send: (datagram, sent) => {
        this.#travel(from, datagram, (arrived) => this.#server?.message(arrived, from));
        sent();
      },
      close: () => {
        this.#clients.delete(port);
      },
    };
  }

  /** From anybody, to the server. */
  inject(datagram: Uint8Array, from: DatagramAddress): void {
    this.#server?.message(datagram, from);
  }

  #travel(from: DatagramAddress, datagram: Uint8Array, arrive: (datagram: Uint8Array) => void): void {
    this.sent.push({ from, datagram });
    const { lose = 0, double = 0, delay = 0, damage = 0 } = this.weather;
    const copies = this.#random() < lose ? 0 : this.#random() < double ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const turns = this.#random() < delay ? 1 + Math.floor(this.#random() * longestDelay) : 0;
      const arrived = Uint8Array.from(datagram);
      if (this.#random() < damage) {
        const at = Math.floor(this.#random() * arrived.length);
        arrived[at] = (arrived[at] ?? 0) ^ (1 << Math.floor(this.#random() * 8));
      }
      this.#later(turns, () => arrive(arrived));
    }
  }

  #later(turns: number, run: () => void): void {
    setImmediate(() => (turns === 0 ? run() : this.#later(turns - 1, run)));
  }
}
