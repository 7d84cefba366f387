// Owns: connect and accept: making the transport and the engine, and the promise that ends with the handshake.
// Must not know: how the socket drives the engine.

import { connect as connectTcp, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { MisuseError, type SslError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { SslContext } from '../ssl/context.ts';
import { SslEngine } from '../ssl/engine.ts';
import { carry, type Io, readIo } from './carrier.ts';
import { type ClientOptions, parseClientOptions, readBufferSize, readPort, readTimeout } from './connect-options.ts';
import { againstDemands, type Demands } from './demands.ts';
import type { DriverPlan, HandshakePlan } from './driver-plan.ts';
import { earlyDataToSend } from './early-data.ts';
import { connectWithRetry, retriesEch } from './ech-retry.ts';
import { requireMethod } from './needed-method.ts';
import { type Offload, readOffload } from './offload.ts';
import { timeoutError, transportError } from './peer-errors.ts';
import { SslSocket, type SslSocketOptions } from './ssl-socket.ts';
import { overStream } from './stream-transport.ts';
import type { TransportMaker } from './transport.ts';

/** Options of connect(): `host` and `port`, or a `transport`, and everything about trust and settings. */
export interface ConnectOptions extends ClientOptions, SslSocketOptions {
  /** Name or address; for a `transport` only the name to verify. */
  readonly host?: string;
  readonly port?: number;
  /** Any Duplex that carries bytes both ways, in place of a TCP connection. The connection owns it from here on. */
  readonly transport?: Duplex;
  /**
   * Who works on the TCP connection. `descriptor`: OpenSSL itself, watched by the event loop; `transport` of the socket is null then.
   * `stream`: a socket of node:net, over a BIO pair. Default: `auto`, the first wherever it can be had, and the environment's LIBSSL_IO may
   * say otherwise. With a `bufferSize` it is the stream.
   */
  readonly io?: Io;
  /** Gives up, at any time before the handshake is finished. */
  readonly signal?: AbortSignal;
  /**
   * Where the steps of the handshake run. `'pool'`: on libuv's thread pool, so that other work of this thread need not wait for their
   * computations; callbacks are asked on this thread all the same. Reading and writing stay on this thread. Default: what the
   * environment variable LIBSSL_OFFLOAD says, else `'main'`.
   */
  readonly offload?: Offload;
}

/** Options of accept(). */
export interface AcceptOptions extends SslSocketOptions {
  /** A context with role `server`. */
  readonly context: SslContext;
  /** The connection to a client, usually a socket of node:net. */
  readonly transport: Duplex;
  readonly signal?: AbortSignal;
  /** As that of connect(): `'pool'` signs and agrees on keys on libuv's thread pool. */
  readonly offload?: Offload;
  /** Milliseconds until the handshake must be finished; default 60000. `Infinity`: no limit. */
  readonly timeout?: number;
  /** Bytes of each half of the BIO pair; default 256 KiB. */
  readonly bufferSize?: number;
  /**
   * Reads what a client sends before the handshake is finished (0-RTT) and gives it as `earlyData` of the socket; as much as the
   * context's `recvMaxEarlyData`. **It may be a replay** of what another connection sent: act on it only where twice is no harm (RFC
   * 8446, 8). Default false: such data is rejected and skipped. The context needs `maxEarlyData`, for its tickets to allow any.
   *
   * @openssl SSL_read_early_data
   */
  readonly dangerousEarlyData?: boolean;
}

/**
 * Connects without blocking: TCP (or the given transport), then SSL_connect over it, and gives the connection when the handshake is
 * done and the server's certificate verified for the host.
 *
 * Rejects when: an option is wrong (MisuseError), OpenSSL refuses a setting (SettingError) or none can be loaded (LibraryLoadError);
 * the connection cannot be made, the handshake fails or takes longer than `timeout` (SslError); the signal is aborted (its reason).
 *
 * @openssl SSL_connect
 * @example
 * const socket = await connect({ host: 'example.org', port: 443 });
 */
export async function connect(options: ConnectOptions): Promise<SslSocket> {
  return retriesEch(options) ? connectWithRetry(options, connectOnce) : connectOnce(options);
}

async function connectOnce(options: ConnectOptions): Promise<SslSocket> {
  const parsed = parseClientOptions(options, ['host', 'port', 'transport', 'io', 'signal', 'allowHalfOpen', 'offload']);
  const given = readTransport(parsed.options, false);
  const signal = readSignal(parsed.options);
  const allowHalfOpen = parsed.options.boolean('allowHalfOpen') ?? false;
  const offload = readOffload(parsed.options);
  if (given !== undefined && parsed.options.has('port')) {
    throw new MisuseError('ERR_SSL_ARGUMENT', 'options.port', 'options.port has no meaning with options.transport');
  }
  if (given === undefined && parsed.host === null) throw invalidArgument('options.host', 'a host name or an IP address', undefined);
  const port = given === undefined ? readPort(parsed.options) : 0;
  if (signal?.aborted === true) given?.destroy();
  signal?.throwIfAborted();
  const carrying = { io: readIo(parsed.options), bufferSize: parsed.bufferSize };
  const engine = given === undefined ? parsed.engineToCarry(carrying) : parsed.engine();
  const { timeout, demands } = parsed;
  const rest = {
    ...{ engine, timeout, signal, allowHalfOpen, offload, demands },
    earlyDataToSend: () => earlyDataToSend(engine, parsed.earlyData, demands),
  };
  if (given !== undefined) return handshakeOver({ ...rest, transport: given, carrier: () => overStream(given), waitForTcp: null });
  const host = parsed.host ?? '';
  const tcp = connectTcp({ host, port, noDelay: true, allowHalfOpen: true });
  const carrier = (): TransportMaker => carry(engine, tcp, carrying);
  return handshakeOver({ ...rest, transport: tcp, carrier, waitForTcp: { tcp, what: `connecting to ${host}:${port}` } });
}

/**
 * The server's side of one connection: SSL_accept over a transport that a server has accepted.
 *
 * Rejects when: an option is wrong (MisuseError), the handshake fails or takes longer than `timeout` (SslError), or the signal is
 * aborted (its reason).
 *
 * @openssl SSL_accept
 */
export async function accept(options: AcceptOptions): Promise<SslSocket> {
  const reader = new OptionReader('options', options, [
    'context',
    'transport',
    'signal',
    'timeout',
    'bufferSize',
    'allowHalfOpen',
    'dangerousEarlyData',
    'offload',
  ]);
  const context = reader.raw('context');
  if (!(context instanceof SslContext) || context.role !== 'server')
    throw invalidArgument('options.context', "an SslContext with role 'server'", context);
  requireMethod('options.context', context.method, 'tls');
  const transport = readTransport(reader, true);
  const signal = readSignal(reader);
  const timeout = readTimeout(reader);
  const allowHalfOpen = reader.boolean('allowHalfOpen') ?? false;
  const bufferSize = readBufferSize(reader);
  const readsEarlyData = reader.boolean('dangerousEarlyData') ?? false;
  const offload = readOffload(reader);
  if (signal?.aborted === true) transport.destroy();
  signal?.throwIfAborted();
  const engine = new SslEngine(context, { bufferSize });
  const carrier = (): TransportMaker => overStream(transport);
  const rest = { waitForTcp: null, timeout, signal, allowHalfOpen, offload, demands: null, readsEarlyData };
  return handshakeOver({ engine, transport, carrier, ...rest });
}

/** One handshake over one transport. */
export interface Handshake extends HandshakePlan, Pick<DriverPlan, 'mostUnsent'> {
  readonly engine: SslEngine;
  readonly transport: Duplex;
  /** What carries the bytes, asked once, when the connection is there. */
  readonly carrier: () => TransportMaker;
  /** Hears of the socket while it is still shaking hands. */
  readonly made?: (socket: SslSocket) => void;
  /** A TCP connection that is still being made. */
  readonly waitForTcp: { readonly tcp: Socket; readonly what: string } | null;
  readonly timeout: number | null;
  readonly signal: AbortSignal | undefined;
  readonly allowHalfOpen: boolean;
  /** Of a client. */
  readonly demands: Demands | null;
}

/** For this folder: does it, under its deadline, and owns engine and transport until somebody has the socket. */
export function handshakeOver({
  engine,
  transport,
  carrier,
  made,
  waitForTcp,
  timeout,
  signal,
  allowHalfOpen,
  demands,
  ...plan
}: Handshake): Promise<SslSocket> {
  return new Promise((resolve, reject) => {
    let socket: SslSocket | null = null;
    let settled = false;
    const settle = (error: unknown): void => {
      if (settled) return;
      settled = true;
      if (timer !== undefined) clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // The bytes that finish the handshake can carry a fatal record behind them: then the connection is over before anyone has it.
      const failure = error ?? socket?.errored ?? refused(engine, demands);
      if (failure !== null && socket !== null && !socket.destroyed) socket.destroy();
      if (failure !== null || socket === null) {
        reject(failure);
        return;
      }
      socket.off('error', rejectedAlready); // from here on an error that nobody listens to is an uncaught one, as with any stream
      resolve(socket);
    };
    const giveUp = (error: Error, reason: unknown): void => {
      if (socket !== null) {
        socket.destroy(error);
      } else {
        transport.destroy();
        engine.close();
      }
      settle(reason);
    };
    const fail = (error: Error): void => giveUp(error, error);
    // The reason as it is, whatever it is; a stream's destroy() takes errors only.
    const onAbort = (): void => giveUp(new Error('the connection was aborted', { cause: signal?.reason }), signal?.reason);
    const onTimeout = (): void => {
      if (socket !== null) socket.handshakeTimedOut(timeout ?? 0);
      else fail(timeoutError(waitForTcp?.what ?? 'connect', timeout, ''));
    };
    const start = (): void => {
      try {
        // In a microtask: a transport inside this process can finish the handshake before the constructor returns.
        socket = new SslSocket(engine, carrier(), { allowHalfOpen, ...plan }, (error) => queueMicrotask(() => settle(error)));
      } catch (error) {
        fail(error as Error);
        return;
      }
      socket.on('error', rejectedAlready);
      made?.(socket);
    };
    const timer = timeout === null ? undefined : setTimeout(onTimeout, timeout);
    signal?.addEventListener('abort', onAbort, { once: true });

    if (waitForTcp === null) {
      start();
      return;
    }
    const { tcp, what } = waitForTcp;
    const onTcpError = (error: Error): void => fail(transportError(what, error));
    tcp.once('error', onTcpError);
    tcp.once('connect', () => {
      tcp.off('error', onTcpError);
      start();
    });
  });
}

function readTransport(options: OptionReader, required: true): Duplex;
function readTransport(options: OptionReader, required: false): Duplex | undefined;
function readTransport(options: OptionReader, required: boolean): Duplex | undefined {
  const given = options.raw('transport');
  if (given === undefined && !required) return undefined;
  if (!isOpenDuplex(given)) throw invalidArgument(options.path('transport'), 'an open Duplex', given);
  return given;
}

export function readSignal(options: OptionReader): AbortSignal | undefined {
  const given = options.raw('signal');
  if (given === undefined) return undefined;
  if (typeof given === 'object' && given !== null && 'aborted' in given && 'addEventListener' in given) return given as AbortSignal;
  throw invalidArgument(options.path('signal'), 'an AbortSignal', given);
}

function refused(engine: SslEngine, demands: Demands | null): SslError | null {
  return demands === null || engine.closed ? null : againstDemands(engine, demands);
}

// By its methods: a Duplex of another copy of the streams library is as good.
function isOpenDuplex(value: unknown): value is Duplex {
  const stream = value as Partial<Duplex> | null | undefined;
  const methods = ['on', 'write', 'end', 'pause', 'resume', 'destroy'] as const;
  return (
    stream != null && methods.every((name) => typeof stream[name] === 'function') && stream.readable === true && stream.writable === true
  );
}

// Before the promise is settled the error that ends the handshake is what rejects it.
function rejectedAlready(): void {}
