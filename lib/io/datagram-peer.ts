// Owns: what one peer of a server of datagrams is given: its part of the transport, and the end of its patience.
// Must not know: other peers.

import type { DatagramPeer } from './datagram-peers.ts';
import type { SslDatagramSocket } from './datagram-socket.ts';
import type { DatagramAddress, DatagramEvents, DatagramSent, DatagramServerTransport, DatagramTransport } from './datagram-transport.ts';

/** What goes to this peer's address; what comes from there is given to `peer.events`. */
export class PeerTransport implements DatagramTransport {
  readonly #shared: DatagramServerTransport;
  readonly #peer: DatagramPeer;
  readonly #ended: () => void;
  readonly remoteAddress: DatagramAddress;

  constructor(shared: DatagramServerTransport, peer: DatagramPeer, ended: () => void) {
    this.#shared = shared;
    this.#peer = peer;
    this.#ended = ended;
    this.remoteAddress = peer.address;
  }

  get localAddress(): DatagramAddress | null {
    return this.#shared.localAddress ?? null;
  }

  receive(events: DatagramEvents): void {
    this.#peer.events = events;
  }

  send(datagram: Uint8Array, sent: DatagramSent): void {
    this.#shared.send(datagram, this.#peer.address, sent);
  }

  close(): void {
    this.#peer.events = null;
    this.#ended();
  }
}

const looks = 4;

/** Closes a connection on which nothing has come or gone for so long, by a look at its counts every now and then. */
export class IdleWatch {
  readonly timer: NodeJS.Timeout;
  #before = -1;
  #quiet = 0;

  constructor(socket: SslDatagramSocket, milliseconds: number) {
    this.timer = setInterval(() => this.#look(socket), Math.ceil(milliseconds / looks)).unref();
  }

  #look(socket: SslDatagramSocket): void {
    const { received, ignored, sent } = socket.stats;
    const now = received - ignored + sent;
    this.#quiet = now === this.#before ? this.#quiet + 1 : 0;
    this.#before = now;
    if (this.#quiet >= looks) socket.close();
  }
}
