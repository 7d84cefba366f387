// Owns: connectSync: making the engine and the link that carries its bytes.
// Must not know: how a link waits.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import { BlockingSocket } from '../ssl/blocking-socket.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { type ClientOptions, type ParsedClientOptions, parseClientOptions, readPort } from './connect-options.ts';
import { connectSyncWithRetry, retriesEch } from './ech-retry.ts';
import { PairLink, SocketBioLink } from './sync-native-link.ts';
import { SyncSslSocket } from './sync-ssl-socket.ts';
import { type SyncTransport, TransportLink } from './sync-transport-link.ts';

/** Options of connectSync(): `host` and `port`, or a connected `fd`, or a `transport`, and everything about trust and settings. */
export interface ConnectSyncOptions extends ClientOptions {
  /** Name or address; for a `transport` or an `fd` only the name to verify. */
  readonly host?: string;
  readonly port?: number;
  /** A connected socket's descriptor. The connection owns it from here on and closes it. */
  readonly fd?: number;
  /** An object with synchronous `read` and `write`, in place of a socket. */
  readonly transport?: SyncTransport;
  /**
   * What stands between OpenSSL and a socket. `pair` (default): the memory BIO pair, and native code waits, with one deadline for each
   * call. `socket`: OpenSSL's socket BIO on a blocking descriptor, SSL_set_fd(3), as C programs have it; `timeout` then bounds each
   * single wait on the socket, and a worker that waits in it cannot be terminated before that.
   */
  readonly bio?: 'pair' | 'socket';
}

/**
 * Connects and waits: resolution, TCP connection and SSL_connect, under one deadline. The thread does nothing else meanwhile.
 *
 * Fails when: an option is wrong (MisuseError), OpenSSL refuses a setting (SettingError) or none can be loaded (LibraryLoadError); the
 * name cannot be resolved, no address answers, the handshake fails, or the time is up (SslError).
 *
 * @openssl SSL_connect
 * @example
 * const socket = connectSync({ host: 'example.org', port: 443 });
 * socket.write('GET / HTTP/1.0\r\nHost: example.org\r\n\r\n');
 * for (let data = socket.read(); data !== null; data = socket.read()) process.stdout.write(data);
 * socket.close();
 */
export function connectSync(options: ConnectSyncOptions): SyncSslSocket {
  return retriesEch(options) ? connectSyncWithRetry(options, connectSyncOnce) : connectSyncOnce(options);
}

function connectSyncOnce(options: ConnectSyncOptions): SyncSslSocket {
  const parsed = parseClientOptions(options, ['host', 'port', 'fd', 'transport', 'bio']);
  const reader = parsed.options;
  const transport = readTransport(reader);
  const fd = reader.integer('fd', 0, 2 ** 31 - 1);
  const bio = reader.oneOf('bio', ['pair', 'socket']) ?? 'pair';
  refuseContradictions(reader);
  if (transport !== undefined) {
    const engine = parsed.engine();
    return new SyncSslSocket(engine, new TransportLink(engine, transport), parsed, {
      handshake: parsed.timeout,
      call: parsed.timeout,
    });
  }
  return bio === 'pair' ? overPair(parsed, fd) : overSocketBio(parsed, fd);
}

function overPair(parsed: ParsedClientOptions, fd: number | undefined): SyncSslSocket {
  const { timeout } = parsed;
  const engine = parsed.engine(); // before the connection: a setting that is refused costs none
  const start = performance.now();
  let socket: BlockingSocket;
  try {
    socket = openSocket(parsed, fd);
  } catch (error) {
    engine.close();
    throw error;
  }
  const left = timeout === null ? null : Math.max(1, Math.ceil(timeout - (performance.now() - start)));
  return new SyncSslSocket(engine, new PairLink(engine, socket), parsed, { handshake: left, call: timeout });
}

function overSocketBio(parsed: ParsedClientOptions, fd: number | undefined): SyncSslSocket {
  const { timeout } = parsed;
  const socket = openSocket(parsed, fd);
  let engine: SslEngine;
  try {
    socket.makeBlocking(timeout);
    engine = parsed.engine({ fd: socket.fd });
  } catch (error) {
    socket.close();
    throw error;
  }
  return new SyncSslSocket(engine, new SocketBioLink(engine, socket), parsed, { handshake: timeout, call: timeout });
}

function openSocket({ options, host, timeout }: ParsedClientOptions, fd: number | undefined): BlockingSocket {
  if (fd !== undefined) return BlockingSocket.adopt(fd);
  if (host === null) throw invalidArgument('options.host', 'a host name or an IP address', undefined);
  return BlockingSocket.connect(host, readPort(options), timeout);
}

// An option that would have no effect is a mistake, not a default.
function refuseContradictions(options: OptionReader): void {
  const refuse = (name: string, other: string): void => {
    if (!options.has(name) || !options.has(other)) return;
    throw new MisuseError('ERR_SSL_ARGUMENT', options.path(name), `${options.path(name)} has no meaning with ${options.path(other)}`);
  };
  refuse('port', 'transport');
  refuse('port', 'fd');
  refuse('fd', 'transport');
  refuse('bio', 'transport');
  if (options.raw('bio') === 'socket') refuse('bufferSize', 'bio');
}

function readTransport(options: OptionReader): SyncTransport | undefined {
  const given = options.raw('transport');
  if (given === undefined) return undefined;
  const { read, write, close } = (given ?? {}) as Partial<SyncTransport>;
  const usable = typeof read === 'function' && typeof write === 'function' && (close === undefined || typeof close === 'function');
  if (!usable) throw invalidArgument(options.path('transport'), 'an object with the methods read and write', given);
  return given as SyncTransport;
}
