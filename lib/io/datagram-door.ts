// Owns: who comes to a server of datagrams: who is let in, the handshakes under way, what became of each, and what is dropped.
// Must not know: where it listens, who hears of it.
//
//   datagram ──▶ of a known peer? ──▶ its connection
//        └─ a stranger's: no ClientHello ─▶ dropped · without a good cookie ─▶ asked for one · with it ─▶ handshake ──▶ connected

import type { SslContext } from '../ssl/context.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { DatagramAdmission } from './datagram-admission.ts';
import { clientRandomOf } from './datagram-hello.ts';
import { IdleWatch, PeerTransport } from './datagram-peer.ts';
import { type DatagramPeer, DatagramPeers } from './datagram-peers.ts';
import type { ParsedDatagramServerOptions } from './datagram-server-options.ts';
import { SslDatagramSocket } from './datagram-socket.ts';
import { type DatagramDropReason, DatagramServerCounters, type DatagramServerStats } from './datagram-stats.ts';
import type { DatagramAddress, DatagramServerTransport } from './datagram-transport.ts';

/** What the server hears; nothing of it may throw. */
export interface DatagramDoorEvents {
  readonly connected: (socket: SslDatagramSocket) => void;
  readonly handshakeError: (error: Error, peer: DatagramAddress, engine: SslEngine) => void;
  readonly dropped: (reason: DatagramDropReason, from: DatagramAddress) => void;
}

type Limits = Pick<ParsedDatagramServerOptions, 'maxHandshakes' | 'maxConnections' | 'handshakeTimeout' | 'idleTimeout' | 'maxUnread'>;

const largestDatagram = 65_535;

export class DatagramDoor {
  readonly counters: DatagramServerCounters = new DatagramServerCounters();
  readonly #limits: Limits;
  readonly #admission: DatagramAdmission;
  readonly #events: DatagramDoorEvents;
  readonly #peers = new DatagramPeers();
  readonly #abandoned = new WeakSet<DatagramPeer>();
  readonly #context: () => SslContext;
  #transport: DatagramServerTransport | null = null;

  /** `context`: that of the next connection. */
  constructor(limits: Limits, admission: DatagramAdmission, context: () => SslContext, events: DatagramDoorEvents) {
    this.#limits = limits;
    this.#admission = admission;
    this.#context = context;
    this.#events = events;
  }

  get stats(): DatagramServerStats {
    const sockets = this.#peers.all.flatMap(({ socket }) => (socket === null ? [] : [socket]));
    return this.counters.with({ handshakesUnderWay: this.#peers.underWay, open: this.#peers.established }, sockets);
  }

  open(transport: DatagramServerTransport): void {
    this.#transport = transport;
    transport.receive({
      message: (datagram, { address, port }) => this.#arrive(datagram, { address, port }),
      error: () => this.counters.count('transportErrors'),
    });
  }

  /** Nobody comes in any more; who is in stays. */
  close(): void {
    this.#transport = null;
    this.#admission.close();
  }

  /** Of handshakes that are under way nobody hears. */
  endAll(end: (socket: SslDatagramSocket) => void): void {
    for (const peer of this.#peers.all) {
      if (!peer.established) this.#abandoned.add(peer);
      if (peer.socket !== null) end(peer.socket);
    }
  }

  #arrive(datagram: Uint8Array, from: DatagramAddress): void {
    if (this.#transport === null) return;
    this.counters.count('received');
    if (datagram.length > largestDatagram) this.#drop('oversized', from);
    else if (!this.#peers.receive(datagram, from)) this.#hear(datagram, from);
  }

  #hear(datagram: Uint8Array, from: DatagramAddress): void {
    const { maxHandshakes, maxConnections } = this.#limits;
    const random = clientRandomOf(datagram);
    if (random === null) this.#drop('stranger', from);
    else if (this.#peers.underWay >= maxHandshakes) this.#drop('maxHandshakes', from);
    else if (this.#peers.count >= maxConnections && !this.#peers.has(from)) this.#drop('maxConnections', from);
    else this.#admit(datagram, from, random);
  }

  #admit(datagram: Uint8Array, from: DatagramAddress, random: string): void {
    const heard = this.#admission.hear(datagram, from, this.#context(), (answer) => this.#reply(answer, from));
    if (heard === 'asked') this.counters.count('cookiesAsked');
    else if (heard === 'dropped') this.#drop('stranger', from);
    else this.#shakeHands(heard, from, random);
  }

  #reply(answer: Uint8Array, to: DatagramAddress): void {
    try {
      this.#transport?.send(answer, to, () => undefined); // whoever does not get it asks again
    } catch {
      this.counters.count('transportErrors');
    }
  }

  #shakeHands(engine: SslEngine, from: DatagramAddress, random: string): void {
    const transport = this.#transport;
    if (transport === null) return;
    const peer: DatagramPeer = { address: from, random, socket: null, events: null, established: false, timer: undefined };
    const { handshakeTimeout, maxUnread } = this.#limits;
    this.counters.count('accepted');
    const given = this.#peers.add(peer);
    if (given !== null) this.#abandon(given);
    const carrier = new PeerTransport(transport, peer, () => this.#ended(peer));
    const socket = new SslDatagramSocket(engine, carrier, maxUnread, (error) => this.#shaken(peer, engine, error));
    peer.socket = socket;
    socket.on('error', () => undefined); // what one peer does must not end the process: `close` says that it was an error
    if (peer.established || socket.closed) return;
    if (handshakeTimeout === null) return;
    peer.timer = setTimeout(() => socket.handshakeTimedOut(handshakeTimeout), handshakeTimeout).unref();
  }

  #shaken(peer: DatagramPeer, engine: SslEngine, error: Error | null): void {
    clearTimeout(peer.timer);
    if (error !== null) {
      this.#giveUp(peer, engine, error);
      return;
    }
    this.counters.count('established');
    const before = this.#peers.establish(peer);
    if (before !== null) {
      this.counters.count('replaced');
      before.socket?.replaced();
    }
    queueMicrotask(() => this.#handOver(peer));
  }

  #giveUp(peer: DatagramPeer, engine: SslEngine, error: Error): void {
    const isAbandoned = this.#abandoned.has(peer);
    const { code, name } = error as { code?: unknown; name?: unknown };
    this.counters.failed(isAbandoned ? 'ERR_SSL_DESTROYED' : typeof code === 'string' ? code : String(name));
    if (isAbandoned) return;
    this.#events.handshakeError(error, peer.address, engine);
  }

  #handOver(peer: DatagramPeer): void {
    const { socket } = peer;
    if (socket === null) return;
    const { idleTimeout } = this.#limits;
    if (idleTimeout !== null && !socket.closed) peer.timer = new IdleWatch(socket, idleTimeout).timer;
    this.#events.connected(socket);
  }

  #abandon(peer: DatagramPeer): void {
    this.#abandoned.add(peer);
    peer.socket?.destroy();
  }

  #ended(peer: DatagramPeer): void {
    clearTimeout(peer.timer);
    this.#peers.remove(peer);
    if (peer.socket !== null) this.counters.ended(peer.socket.stats);
  }

  #drop(reason: DatagramDropReason, from: DatagramAddress): void {
    this.counters.dropped(reason);
    this.#events.dropped(reason, from);
  }
}
