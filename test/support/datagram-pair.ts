// Owns: a client and a server of DTLS in one process, joined datagram by datagram, with a network between them that a test can spoil:
//
//   client ── toServer ──▶ server        nothing moves unless a test says so: shuttle() moves everything once,
//   client ◀─ toClient ─── server        handshake() drives both sides to their end
//
// Must not know: what is tested.

import { SslContext, SslEngine, type SslResult } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import { describeResult, isSettled, type PairOptions } from './engine-pair.ts';
import { identity } from './pki.ts';

type ContextOptions = Omit<SslContextOptions, 'role' | 'method'>;
/** What becomes of the datagrams on their way. */
export type Network = (datagrams: readonly Uint8Array[]) => readonly Uint8Array[];

export interface DatagramPairOptions extends Omit<PairOptions, 'client' | 'server'> {
  readonly client?: Partial<ContextOptions>;
  readonly server?: Partial<ContextOptions>;
}

const untouched: Network = (datagrams) => datagrams;

export class DatagramPair {
  readonly client: SslEngine;
  readonly server: SslEngine;
  toServer: Network = untouched;
  toClient: Network = untouched;
  /** What went over the network, as it was sent. */
  readonly sent: { readonly from: 'client' | 'server'; readonly datagram: Uint8Array }[] = [];

  constructor({ library, client, server, clientContext, serverContext, clientEngine, serverEngine }: DatagramPairOptions = {}) {
    const common = { method: 'dtls', ...(library === undefined ? {} : { library }) } as const;
    this.client = new SslEngine(clientContext ?? new SslContext({ role: 'client', ...common, ...client }), clientEngine);
    const shown = server?.certificate === undefined ? identity('server') : {};
    this.server = new SslEngine(serverContext ?? new SslContext({ role: 'server', ...common, ...shown, ...server }), serverEngine);
  }

  /** A pair whose handshake is done. */
  static connected(options?: DatagramPairOptions): DatagramPair {
    const pair = new DatagramPair(options);
    const { client, server } = pair.handshake();
    if (client.status === 'done' && server.status === 'done') return pair;
    throw new Error(`no handshake: client ${describeResult(client)}, server ${describeResult(server)}`);
  }

  /** Moves everything that waits, both ways, once; says whether any datagram was sent. */
  shuttle(): boolean {
    const toServer = this.#move('client');
    const toClient = this.#move('server');
    return toServer || toClient;
  }

  /** Calls connect() and accept() in turn until both have an end, or neither gets any further without a timer. */
  handshake(): { readonly client: SslResult; readonly server: SslResult } {
    let client = this.client.connect();
    let server = this.server.accept();
    for (;;) {
      const moved = this.shuttle();
      const before = `${client.status} ${server.status}`;
      if (!isSettled(client)) client = this.client.connect();
      if (!isSettled(server)) server = this.server.accept();
      const waiting = this.client.datagramsToDrain + this.server.datagramsToDrain;
      if (!moved && waiting === 0 && `${client.status} ${server.status}` === before) return { client, server };
    }
  }

  close(): void {
    this.client.close();
    this.server.close();
  }

  #move(from: 'client' | 'server'): boolean {
    const [source, target, network] =
      from === 'client' ? [this.client, this.server, this.toServer] : [this.server, this.client, this.toClient];
    const datagrams = source.drainDatagrams();
    for (const datagram of datagrams) this.sent.push({ from, datagram });
    for (const datagram of network(datagrams)) target.feedDatagram(datagram);
    return datagrams.length > 0;
  }
}

/** Makes a pair, hands it to `use`, and closes it whatever happens. */
export async function withDatagramPair<T>(options: DatagramPairOptions, use: (pair: DatagramPair) => T | Promise<T>): Promise<T> {
  const pair = new DatagramPair(options);
  try {
    return await use(pair);
  } finally {
    pair.close();
  }
}

/** As withDatagramPair, with the handshake done. */
export async function withConnectedDatagramPair<T>(options: DatagramPairOptions, use: (pair: DatagramPair) => T | Promise<T>): Promise<T> {
  const pair = DatagramPair.connected(options);
  try {
    return await use(pair);
  } finally {
    pair.close();
  }
}

/** Everything that can be read now, one element for each read(). */
export function readAll(engine: SslEngine): readonly string[] {
  const into = Buffer.alloc(17 * 1024);
  const read: string[] = [];
  for (let result = engine.read(into); result.status === 'done'; result = engine.read(into)) {
    read.push(into.subarray(0, result.value).toString('latin1'));
  }
  return read;
}

/** Resolves when the flight that is under way is to be sent again. */
export async function timerIsOver(engine: SslEngine): Promise<void> {
  while (engine.dtlsTimeout !== 0) {
    if (engine.dtlsTimeout === null) throw new Error('no timer runs');
    await new Promise((resolve) => setTimeout(resolve, engine.dtlsTimeout ?? 0));
  }
}
