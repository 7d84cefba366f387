// Owns: connectDatagram: the addresses of a host, one after the other, and the promise that ends with the handshake.
// Must not know: how the socket drives the engine.

import { lookup } from 'node:dns/promises';
import { isIP, SocketAddress } from 'node:net';
import { SslError } from '../core/errors.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { readSignal } from './connect.ts';
import { parseClientOptions } from './connect-options.ts';
import {
  type ConnectDatagramOptions,
  datagramOptionNames,
  mtuOf,
  readMaxUnread,
  readWhere,
  type Where,
  whereNames,
} from './datagram-options.ts';
import { SslDatagramSocket } from './datagram-socket.ts';
import type { DatagramAddress, DatagramTransport } from './datagram-transport.ts';
import { closeSocket, connected, makeUdpSocket, type UdpOptions, UdpTransport } from './datagram-udp.ts';
import { againstDemands, type Demands } from './demands.ts';
import { timeoutError, transportError } from './peer-errors.ts';

// An address of a host that answers so is no reason to leave out the others.
const elsewhere = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

/**
 * Connects over datagrams: finds the host, does the handshake over UDP (or the given transport), sending again what gets lost, and gives
 * the connection when the handshake is done and the server's certificate verified for the host. Of several addresses the next is tried
 * where nobody is at the one before.
 *
 * Rejects when: an option is wrong (MisuseError), OpenSSL refuses a setting (SettingError), has no DTLS (NotSupportedError) or none can be
 * loaded (LibraryLoadError); the host is not found, nobody is there, the handshake fails or takes longer than `timeout` (SslError); the
 * signal is aborted (its reason).
 *
 * @openssl SSL_connect
 * @example
 * const socket = await connectDatagram({ host: 'example.org', port: 4433 });
 * socket.on('message', (message) => console.log(message));
 * await socket.send(Buffer.from('hello'));
 */
export async function connectDatagram(options: ConnectDatagramOptions): Promise<SslDatagramSocket> {
  const parsed = parseClientOptions(options, [...whereNames, ...datagramOptionNames], 'dtls');
  const reader = parsed.options;
  const where = readWhere(reader, parsed.host);
  const signal = readSignal(reader);
  const maxUnread = readMaxUnread(reader);
  const mtu = mtuOf(reader);
  if (signal?.aborted === true && where.kind === 'transport') where.transport.close();
  signal?.throwIfAborted();
  const engines = new Engines(() => parsed.engine(mtu)); // what OpenSSL refuses, it refuses before anything is sent
  const limits = new Limits(parsed.timeout, signal, nameOf(where));
  const { demands } = parsed;
  try {
    return await overEach(where, limits, (transport) => handshakeOver({ engine: engines.take(), transport, maxUnread, demands, limits }));
  } finally {
    limits.end();
    engines.close();
  }
}

/** An engine for each attempt, the first made at once. */
class Engines {
  readonly #make: () => SslEngine;
  #next: SslEngine | null;

  constructor(make: () => SslEngine) {
    this.#make = make;
    this.#next = make();
  }

  take(): SslEngine {
    const engine = this.#next ?? this.#make();
    this.#next = null;
    return engine;
  }

  close(): void {
    this.#next?.close();
  }
}

/** The deadline and the signal of one connectDatagram(). */
class Limits {
  readonly timeout: number | null;
  readonly #signal: AbortSignal | undefined;
  readonly #what: string;
  readonly #timer: NodeJS.Timeout | undefined;
  /** Whoever is at work: hears why to stop. */
  #stop: ((reason: unknown, timedOut: boolean) => void) | null = null;
  #reached: { readonly reason: unknown; readonly timedOut: boolean } | null = null;

  constructor(timeout: number | null, signal: AbortSignal | undefined, what: string) {
    this.timeout = timeout;
    this.#signal = signal;
    this.#what = what;
    this.#timer = timeout === null ? undefined : setTimeout(() => this.#reach(timeoutError(what, timeout, ''), true), timeout);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Does `work`, unless the limit is reached first; then what it comes to is let go. */
  within<T>(work: Promise<T>, letGo: (late: T) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      this.stops((reason) => {
        isOver = true;
        reject(reason);
      });
      work.then(
        (made) => (isOver ? letGo(made) : resolve(made)),
        (error: unknown) => reject(isOver ? undefined : transportError(this.#what, error)),
      );
    });
  }

  stops(stop: (reason: unknown, timedOut: boolean) => void): void {
    this.#stop = stop;
    if (this.#reached !== null) stop(this.#reached.reason, this.#reached.timedOut);
  }

  end(): void {
    this.#stop = null;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => this.#reach(this.#signal?.reason, false);

  #reach(reason: unknown, timedOut: boolean): void {
    this.#reached ??= { reason, timedOut };
    this.#stop?.(reason, timedOut);
  }
}

type Handshake = (transport: DatagramTransport) => Promise<SslDatagramSocket>;

async function overEach(where: Where, limits: Limits, shakeHands: Handshake): Promise<SslDatagramSocket> {
  if (where.kind === 'transport') return await shakeHands(where.transport);
  if (where.kind === 'connected') return await shakeHands(new UdpTransport(where.socket, { own: false, peer: null }));
  const family = where.kind === 'host' ? 0 : familyOf(where.socket);
  const found = await limits.within(lookup(where.host, { all: true, family }), () => undefined);
  const failures: Failure[] = [];
  for (const { address } of found) {
    const peer = { address: canonical(address), port: where.port };
    try {
      if (where.kind === 'socket') return await shakeHands(new UdpTransport(where.socket, { own: false, peer }));
      return await shakeHands(await limits.within(openUdp(peer, where.udp), (late) => late.close()));
    } catch (error) {
      if (!(error instanceof SslError) || !elsewhere.has(error.code)) throw error;
      failures.push({ address, error });
    }
  }
  throw withAttempts(nameOf(where), failures);
}

async function openUdp(peer: DatagramAddress, udp: UdpOptions): Promise<UdpTransport> {
  const socket = makeUdpSocket(isIP(peer.address) === 6 ? 'udp6' : 'udp4', udp);
  try {
    await connected(socket, peer);
  } catch (error) {
    closeSocket(socket);
    throw error;
  }
  return new UdpTransport(socket, { own: true, peer: null });
}

interface Attempt {
  readonly engine: SslEngine;
  readonly transport: DatagramTransport;
  readonly maxUnread: number;
  readonly demands: Demands;
  readonly limits: Limits;
}

function handshakeOver({ engine, transport, maxUnread, demands, limits }: Attempt): Promise<SslDatagramSocket> {
  return new Promise((resolve, reject) => {
    let aborted: { readonly reason: unknown } | null = null;
    let made: SslDatagramSocket | null = null;
    const settle = (error: Error | null): void => {
      // A fatal record can follow on the last of the handshake: then the connection is over before anyone has it.
      const failure = error ?? made?.error ?? (engine.closed ? null : againstDemands(engine, demands));
      if (failure === null && made !== null) {
        resolve(made);
        return;
      }
      made?.close();
      reject(aborted === null ? failure : aborted.reason);
    };
    try {
      // In a microtask: a transport inside this process can finish the handshake before the constructor returns.
      const socket = new SslDatagramSocket(engine, transport, maxUnread, (error) => queueMicrotask(() => settle(error)));
      made = socket;
      limits.stops((reason, timedOut) => {
        if (timedOut) {
          socket.handshakeTimedOut(limits.timeout ?? 0);
          return;
        }
        aborted = { reason };
        socket.destroy(new Error('the connection was aborted', { cause: reason }));
      });
    } catch (error) {
      engine.close();
      reject(error);
    }
  });
}

function nameOf(where: Where): string {
  return where.kind === 'host' || where.kind === 'socket' ? `connecting to ${where.host}:${where.port}` : 'connectDatagram';
}

// node:dgram has it and does not say so.
function familyOf(socket: object): 0 | 4 | 6 {
  const { type } = socket as { readonly type?: unknown };
  return type === 'udp4' ? 4 : type === 'udp6' ? 6 : 0;
}

// As the system spells it where datagrams come from.
function canonical(address: string): string {
  if (isIP(address) !== 6 || address.includes('%')) return address;
  return new SocketAddress({ address, family: 'ipv6' }).address;
}

interface Failure {
  readonly address: string;
  readonly error: SslError;
}

function withAttempts(what: string, failures: readonly Failure[]): SslError {
  const [first] = failures;
  const code = first?.error.code ?? 'ENOTFOUND';
  const failure = new SslError(code, `${what}: ${failures.map(({ address, error }) => `${address}: ${error.code}`).join(', ')}`, {
    operation: first?.error.operation ?? 'lookup',
    errno: first?.error.errno ?? 0,
    attempts: failures.map(({ address, error }) => ({ address, code: error.code })),
    cause: first?.error.cause,
  });
  failure.handshakeSteps = first?.error.handshakeSteps ?? [];
  return failure;
}
