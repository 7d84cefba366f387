// Owns: UDP as a transport of datagrams: sockets of node:dgram, the caller's and own ones, for one peer or for many.
// Must not know: DTLS.

import { createSocket, type RemoteInfo, type Socket, type SocketOptions } from 'node:dgram';
import type {
  DatagramAddress,
  DatagramEvents,
  DatagramSent,
  DatagramServerEvents,
  DatagramServerTransport,
  DatagramTransport,
} from './datagram-transport.ts';

type Family = 'udp4' | 'udp6';

/** What node:dgram takes beside the type. */
export type UdpOptions = Omit<SocketOptions, 'type' | 'lookup'>;

// Addresses are none to be looked up, and without a turn of the loop for it.
const asItIs: NonNullable<SocketOptions['lookup']> = (address, _options, callback) =>
  callback(null, address, address.includes(':') ? 6 : 4);

export function makeUdpSocket(type: Family, options: UdpOptions = {}): Socket {
  return createSocket({ ...options, type, lookup: asItIs });
}

/** Binds it. Rejects when: the system refuses. */
export function bound(socket: Socket, port: number, address: string | undefined): Promise<void> {
  return settled(socket, (done) => socket.bind({ port, exclusive: true, ...(address === undefined ? {} : { address }) }, done));
}

/** Makes it a socket for one peer, so that the system tells when nobody is there. Rejects when: the system refuses. */
export function connected(socket: Socket, { address, port }: DatagramAddress): Promise<void> {
  return settled(socket, (done) => socket.connect(port, address, done));
}

function settled(socket: Socket, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    start(() => {
      socket.off('error', reject);
      resolve();
    });
  });
}

/** What a closing waits for: datagrams that node:dgram has and has not sent. */
class Outstanding {
  #count = 0;
  #then: (() => void) | null = null;

  sending(sent: DatagramSent): DatagramSent {
    this.#count += 1;
    return (error) => {
      this.#count -= 1;
      sent(error);
      if (this.#count === 0) this.#take()?.();
    };
  }

  whenNone(then: () => void): void {
    if (this.#count === 0) then();
    else this.#then = then;
  }

  #take(): (() => void) | null {
    const then = this.#then;
    this.#then = null;
    return then;
  }
}

/** One peer. `own`: the socket is closed with it. `peer`: where it is, for a socket that is not connected. */
export class UdpTransport implements DatagramTransport {
  readonly #socket: Socket;
  readonly #peer: DatagramAddress | null;
  readonly #own: boolean;
  readonly #outstanding = new Outstanding();
  #letGo: () => void = () => undefined;
  readonly remoteAddress: DatagramAddress | null;
  readonly localAddress: DatagramAddress | null;

  constructor(socket: Socket, { own, peer }: { readonly own: boolean; readonly peer: DatagramAddress | null }) {
    this.#socket = socket;
    this.#own = own;
    this.#peer = peer;
    this.remoteAddress = peer ?? remoteOf(socket);
    this.localAddress = localOf(socket);
  }

  receive(events: DatagramEvents): void {
    const socket = this.#socket;
    const peer = this.#peer;
    const onMessage = (datagram: Buffer, from: RemoteInfo): void => {
      if (peer === null || (from.port === peer.port && from.address === peer.address)) events.message(datagram);
    };
    const onError = (error: Error): void => events.error(error);
    const onClose = (): void => events.error(new Error('the socket was closed'));
    socket.on('message', onMessage).on('error', onError).on('close', onClose);
    this.#letGo = () => {
      socket.off('message', onMessage).off('close', onClose).off('error', onError);
      if (this.#own) socket.on('error', () => undefined);
    };
  }

  send(datagram: Uint8Array, sent: DatagramSent): void {
    const done = this.#outstanding.sending(sent);
    if (this.#peer === null) this.#socket.send(datagram, done);
    else this.#socket.send(datagram, this.#peer.port, this.#peer.address, done);
  }

  close(): void {
    this.#letGo();
    if (this.#own) this.#outstanding.whenNone(() => closeSocket(this.#socket));
  }

  ref(): void {
    this.#socket.ref();
  }

  unref(): void {
    this.#socket.unref();
  }
}

/** Many peers. */
export class UdpServerTransport implements DatagramServerTransport {
  readonly #socket: Socket;
  readonly #own: boolean;
  readonly #outstanding = new Outstanding();
  #letGo: () => void = () => undefined;

  constructor(socket: Socket, own: boolean) {
    this.#socket = socket;
    this.#own = own;
  }

  get localAddress(): DatagramAddress | null {
    return localOf(this.#socket);
  }

  receive(events: DatagramServerEvents): void {
    const socket = this.#socket;
    const onMessage = (datagram: Buffer, from: RemoteInfo): void => events.message(datagram, from);
    const onError = (error: Error): void => events.error(error);
    socket.on('message', onMessage).on('error', onError);
    this.#letGo = () => {
      socket.off('message', onMessage).off('error', onError);
      if (this.#own) socket.on('error', () => undefined);
    };
  }

  send(datagram: Uint8Array, { address, port }: DatagramAddress, sent: DatagramSent): void {
    this.#socket.send(datagram, port, address, this.#outstanding.sending(sent));
  }

  close(closed: () => void): void {
    this.#letGo();
    this.#outstanding.whenNone(() => {
      if (this.#own) closeSocket(this.#socket);
      closed();
    });
  }

  ref(): void {
    this.#socket.ref();
  }

  unref(): void {
    this.#socket.unref();
  }
}

/** null: it is not connected. */
export function remoteOf(socket: Socket): DatagramAddress | null {
  return orNull(() => socket.remoteAddress());
}

/** null: it is not bound. */
export function localOf(socket: Socket): DatagramAddress | null {
  return orNull(() => socket.address());
}

/** A socket of node:dgram, by what it can do: one of another copy of the module is as good. */
export function isUdpSocket(value: unknown): value is Socket {
  const socket = value as Partial<Socket> | null | undefined;
  return (['send', 'address', 'remoteAddress', 'on', 'off', 'close'] as const).every((name) => typeof socket?.[name] === 'function');
}

export function closeSocket(socket: Socket): void {
  orNull(() => socket.close()); // it may be closed already
}

function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
