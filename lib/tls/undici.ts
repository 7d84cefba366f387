// The public surface of `libssl/undici`: a connector, so that undici, and fetch with its dispatcher, runs on the chosen OpenSSL.

import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, type LibsslConnectionOptions } from './connect.ts';
import { connectionReset, nodeError, outOfRange } from './node-errors.ts';

/** What undici asks a connector for. */
export interface ConnectRequest {
  readonly hostname: string;
  readonly host?: string | undefined;
  readonly protocol: string;
  readonly port: string;
  readonly servername?: string | null | undefined;
  readonly localAddress?: string | null | undefined;
  readonly httpSocket?: Duplex | undefined;
}

export type ConnectCallback = (error: Error | null, socket: net.Socket | null) => void;
export type Connector = (request: ConnectRequest, callback: ConnectCallback) => void;

/** Options of tls.connect() for every connection, and of the connector itself. */
export interface ConnectorOptions extends LibsslConnectionOptions {
  /** Milliseconds until a connection must be there, its handshake included; default 10000, 0: no limit. */
  readonly timeout?: number;
  /** Servers whose sessions are kept to be resumed; default 100, 0: none. */
  readonly maxCachedSessions?: number;
}

/**
 * For undici: `new Agent({ connect: connector({ ca }) })`.
 *
 * Fails when: `timeout` or `maxCachedSessions` is no number from 0 on (ERR_OUT_OF_RANGE). What a connection fails with, undici's request
 * rejects with.
 *
 * @openssl SSL_connect
 */
export function connector(options: ConnectorOptions = {}): Connector {
  const { timeout = 10_000, maxCachedSessions = 100, ...settings } = options;
  for (const [name, value] of Object.entries({ timeout, maxCachedSessions })) {
    if (!Number.isFinite(value) || value < 0) throw outOfRange(`options.${name}`, '>= 0', value);
  }
  const sessions = new Map<string, Buffer>();
  const keep = (key: string, session: Buffer): void => {
    sessions.delete(key);
    sessions.set(key, session);
    const [oldest] = sessions.keys();
    if (sessions.size > maxCachedSessions && oldest !== undefined) sessions.delete(oldest);
  };
  return (request, callback) => {
    const secure = request.protocol === 'https:';
    const socket = secure ? connectSecure(request, settings, sessions, keep) : connectPlain(request);
    socket.setNoDelay(true);
    const timer =
      timeout === 0
        ? undefined
        : setTimeout(() => {
            const text = `Connect Timeout Error (${request.hostname}:${request.port}, timeout: ${timeout}ms)`;
            socket.destroy(nodeError(new Error(text), 'UND_ERR_CONNECT_TIMEOUT'));
          }, timeout);
    let told = false;
    const tell: ConnectCallback = (error, made) => {
      clearTimeout(timer);
      if (told) return;
      told = true;
      callback(error, made);
    };
    socket.once(secure ? 'secureConnect' : 'connect', () => tell(null, socket)).once('error', (error) => tell(error, null));
    socket.once('close', () => tell(connectionReset('socket hang up'), null)); // destroyed by nobody's error
  };
}

function connectSecure(
  { hostname, host, port, servername, localAddress, httpSocket }: ConnectRequest,
  settings: LibsslConnectionOptions,
  sessions: ReadonlyMap<string, Buffer>,
  keep: (key: string, session: Buffer) => void,
): net.Socket {
  const name = servername || settings.servername || (net.isIP(bare(hostname)) === 0 ? (host ?? hostname).replace(/:\d+$/, '') : undefined);
  const key = `${name ?? hostname}:${port}`;
  const session = sessions.get(key);
  const socket = connect({
    ALPNProtocols: ['http/1.1'],
    ...settings,
    ...(name === undefined ? {} : { servername: name }),
    ...(session === undefined ? {} : { session }),
    ...(localAddress == null ? {} : { localAddress }),
    ...(httpSocket === undefined ? { host: bare(hostname), port: Number(port || 443) } : { socket: httpSocket as net.Socket }),
  });
  socket.on('session', (fresh: Buffer) => keep(key, fresh));
  return socket;
}

function connectPlain({ hostname, port, localAddress }: ConnectRequest): net.Socket {
  return net.connect({ host: bare(hostname), port: Number(port || 80), ...(localAddress == null ? {} : { localAddress }) });
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(?<address>.*)\]$/, '$<address>');
}
