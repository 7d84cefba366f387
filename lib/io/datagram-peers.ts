// Owns: who has a connection of a server of datagrams: one for each address, and beside it the handshake of a client there that has lost the
// old one (RFC 6347, 4.2.8), which must not touch that before it is finished.
// Must not know: how strangers are let in, what a server makes of connections.
//
//   address ──▶ current ◀── records of epoch 1 and later ──▶ next
//                                     epoch 0 ─────────────▶ next, else current

import { clientRandomOf, isPlain } from './datagram-hello.ts';
import type { SslDatagramSocket } from './datagram-socket.ts';
import type { DatagramAddress, DatagramEvents } from './datagram-transport.ts';

/** One connection of one address. */
export interface DatagramPeer {
  readonly address: DatagramAddress;
  /** Of its ClientHello, which may come again. */
  readonly random: string | null;
  /** Null until it is made. */
  socket: SslDatagramSocket | null;
  /** What its socket hears. */
  events: DatagramEvents | null;
  established: boolean;
  timer: NodeJS.Timeout | undefined;
}

interface Place {
  current: DatagramPeer;
  next: DatagramPeer | null;
}

export class DatagramPeers {
  readonly #places = new Map<string, Place>();
  #established = 0;
  #count = 0;

  /** Connections whose handshake is finished. */
  get established(): number {
    return this.#established;
  }

  get underWay(): number {
    return this.#count - this.#established;
  }

  get count(): number {
    return this.#count;
  }

  get all(): readonly DatagramPeer[] {
    return [...this.#places.values()].flatMap(({ current, next }) => (next === null ? [current] : [current, next]));
  }

  has(address: DatagramAddress): boolean {
    return this.#places.has(keyOf(address));
  }

  /** Gives a datagram to whom it is for. False: it is a stranger's, or begins another handshake. */
  receive(datagram: Uint8Array, from: DatagramAddress): boolean {
    const place = this.#places.get(keyOf(from));
    if (place === undefined) return false;
    const { current, next } = place;
    const random = clientRandomOf(datagram);
    if (random !== null && random !== current.random && random !== next?.random) return false;
    if (next === null || (random !== null && random === current.random)) current.events?.message(datagram);
    else if (isPlain(datagram)) next.events?.message(datagram);
    else for (const peer of [current, next]) peer.events?.message(datagram);
    return true;
  }

  /** Takes its place: the address's, or beside the connection there. Gives back whose handshake that ends. */
  add(peer: DatagramPeer): DatagramPeer | null {
    const key = keyOf(peer.address);
    const place = this.#places.get(key);
    this.#count += 1;
    if (place === undefined) {
      this.#places.set(key, { current: peer, next: null });
      return null;
    }
    const { current, next } = place;
    if (current.established) {
      place.next = peer;
      return next;
    }
    place.current = peer;
    return current;
  }

  /** Its handshake is finished. Gives back whose connection that ends. */
  establish(peer: DatagramPeer): DatagramPeer | null {
    peer.established = true;
    this.#established += 1;
    const place = this.#places.get(keyOf(peer.address));
    if (place?.next !== peer) return null;
    const { current } = place;
    place.current = peer;
    place.next = null;
    return current;
  }

  /** It is over. */
  remove(peer: DatagramPeer): void {
    this.#count -= 1;
    if (peer.established) this.#established -= 1;
    const key = keyOf(peer.address);
    const place = this.#places.get(key);
    if (place?.next === peer) place.next = null;
    if (place?.current !== peer) return;
    if (place.next === null) this.#places.delete(key);
    else this.#places.set(key, { current: place.next, next: null });
  }
}

function keyOf({ address, port }: DatagramAddress): string {
  return `${port} ${address}`;
}
