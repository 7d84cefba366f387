// Owns: tls.connect(): whom the client demands, and what it makes of who answers.
// Must not know: how bytes travel.

import * as net from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { SslError } from '../core/errors.ts';
import { againstDemands } from '../io/demands.ts';
import type { EchOptions } from '../ssl/ech-options.ts';
import { SslEngine } from '../ssl/engine.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import { type CheckServerIdentity, checkServerIdentity, clientError } from './identity-check.ts';
import { legacyCertificate } from './legacy-certificate.ts';
import { nodeEphemeralKey } from './negotiated.ts';
import { connectionReset, contextError, invalidArgType, nodeError, requireFunction, requireString, tlsErrors } from './node-errors.ts';
import { type LibsslContextOptions, requireSecureContext, SecureContext } from './secure-context.ts';
import { longestChain } from './socket-facts.ts';
import { hostOf, type LibsslSocketOptions } from './socket-options.ts';
import { TLSSocket } from './tls-socket.ts';
import { authorizationErrorOf, showedRawKey } from './verified.ts';
import { warnOnce } from './warnings.ts';

export type LibsslConnectionOptions = Omit<ConnectionOptions, 'secureContext' | 'session' | 'ALPNCallback'> &
  LibsslContextOptions &
  LibsslSocketOptions & { readonly lookup?: net.LookupFunction | undefined; readonly localAddress?: string | undefined };

type Listener = () => void;

/**
 * Connects as tls.connect() of Node does: `(options[, listener])`, `(port[, host][, options][, listener])` or `(path[, options][, listener])`.
 * The server is verified in the handshake, its name with it, unless `rejectUnauthorized: false`.
 *
 * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one. What the network and the server do is an 'error' event.
 *
 * @openssl SSL_connect
 */
export function connect(...args: readonly unknown[]): TLSSocket {
  const { options, listener } = normalize(args);
  const rejects = options.rejectUnauthorized !== false;
  if (rejects) warnOfVariable();
  const minDHSize: unknown = options.minDHSize ?? 1024;
  if (typeof minDHSize !== 'number' || !(minDHSize > 0)) throw invalidArgType('options.minDHSize', 'a positive number', minDHSize);
  if (options.checkServerIdentity !== undefined) requireFunction('options.checkServerIdentity', options.checkServerIdentity);
  for (const name of ['servername', 'host'] as const) if (options[name]) requireString(`options.${name}`, options[name]);
  const host = options.servername || options.host || hostOf(options.socket) || 'localhost';
  const check: CheckServerIdentity = options.checkServerIdentity ?? checkServerIdentity;
  const ownCheck = check !== checkServerIdentity;
  const byOpenSsl = rejects && !ownCheck;
  const secureContext =
    options.secureContext == null
      ? new SecureContext(options, 'client')
      : requireSecureContext('options.secureContext', options.secureContext);
  if (options.ech !== undefined) tryEch(secureContext, options.ech);
  const socket = new TLSSocket(
    options.socket,
    { ...options, secureContext, isServer: false, requestCert: true, rejectUnauthorized: rejects },
    { engine: engineOptions(host, rejects, byOpenSsl), error: (error) => handshakeError(error, host, options) },
  );
  if (listener !== null) socket.once('secureConnect', listener);
  socket.releaseControl();
  if (options.servername) {
    if (net.isIP(options.servername) === 0) socket.setServername(options.servername);
    else
      warnOnce(
        'DEP0123',
        'Setting the TLS ServerName to an IP address is not permitted by RFC 6066. It is not sent.',
        'DeprecationWarning',
      );
  }
  if (options.socket == null) {
    if (options.timeout) socket.setTimeout(options.timeout);
    socket.connect(connectOptions(options));
  }
  socket.on('secure', () => judge(socket, { host, check, byOpenSsl, rejects, minDHSize }));
  return socket;
}

// The engine is made when the connection is there: what is wrong with the option shows now.
function tryEch(secureContext: SecureContext, ech: EchOptions): void {
  try {
    new SslEngine(secureContext.contextFor('client', {}), { ech }).close();
  } catch (error) {
    throw contextError(error);
  }
}

interface Judgement {
  readonly host: string;
  readonly check: CheckServerIdentity;
  /** OpenSSL has looked at the name in the handshake. */
  readonly byOpenSsl: boolean;
  readonly rejects: boolean;
  readonly minDHSize: number;
}

function judge(socket: TLSSocket, { host, check, byOpenSsl, rejects, minDHSize }: Judgement): void {
  const { ssl } = socket;
  if (ssl === null || socket.destroyed) return;
  const { connection } = ssl;
  const { resumed } = connection;
  const key = nodeEphemeralKey(connection);
  if (key.type === 'DH' && key.size < minDHSize) {
    socket.destroy(tlsErrors.dhParamSize(key.size));
    return;
  }
  const code = authorizationErrorOf(ssl, Boolean(socket.tlsOptions.pskCallback));
  let refused: Error | null = code === null ? null : nodeError(new Error(ssl.connection.verify.text), code);
  const rawKey = showedRawKey(ssl);
  if (refused === null && (rawKey || (byOpenSsl && ssl.peerCertificate !== null))) {
    const demands = { verified: true, name: host, also: { hosts: [], email: null, ip: null } };
    const error = againstDemands(ssl, demands); // a resumed handshake looks at no name
    if (error !== null) refused = clientError(error, host);
  } else if (refused === null && !resumed) {
    refused = check(host, legacyCertificate(longestChain(ssl), true)) ?? null;
  }
  if (refused !== null) {
    if (rejects) {
      socket.destroy(refused);
      return;
    }
    socket.authorizationError = (refused as { code?: string }).code ?? refused.message;
  }
  socket.authorized = refused === null;
  socket.confirm();
}

function engineOptions(host: string, rejects: boolean, namesByOpenSsl: boolean): SslEngineOptions {
  if (!rejects) return { verifyMode: 'none' };
  if (!namesByOpenSsl) return { verifyMode: 'peer' };
  const name = host.replace(/\.$/, '');
  return net.isIP(name) === 0 ? { verifyMode: 'peer', verifyHost: name } : { verifyMode: 'peer', verifyIp: name };
}

function handshakeError(error: Error, asked: string, { host, port, path, localAddress }: LibsslConnectionOptions): Error {
  if (!(error instanceof SslError) || !error.unexpectedEof) return clientError(error, asked);
  const reset = connectionReset('Client network socket disconnected before secure TLS connection was established', error);
  return Object.assign(reset, { path, host, port, localAddress });
}

// What is TLS's own, or the upper stream's, has no meaning to the TCP connection below.
function connectOptions(options: LibsslConnectionOptions): net.NetConnectOpts {
  const { onread, signal, allowHalfOpen, timeout, highWaterMark, ...rest } = options;
  return rest as unknown as net.NetConnectOpts;
}

// Before the options there can be a port and a host, or a path; behind them a listener.
function normalize(args: readonly unknown[]): { readonly options: LibsslConnectionOptions; readonly listener: Listener | null } {
  const last = args.at(-1);
  const listener = typeof last === 'function' ? (last as Listener) : null;
  const given = args.filter((value): value is object => typeof value === 'object' && value !== null);
  const [first, second] = args;
  const isPort = typeof first === 'number' || (typeof first === 'string' && first !== '' && Number.isFinite(Number(first)));
  const address: { port?: number; host?: string; path?: string } = {};
  if (isPort) {
    address.port = Number(first);
    if (typeof second === 'string') address.host = second;
  } else if (typeof first === 'string') {
    address.path = first;
  }
  return { options: Object.assign({}, address, ...given) as LibsslConnectionOptions, listener };
}

function warnOfVariable(): void {
  if (process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return;
  warnOnce(
    'LIBSSL_REJECT_UNAUTHORIZED',
    'NODE_TLS_REJECT_UNAUTHORIZED is not followed here: certificates are verified. rejectUnauthorized: false is how a connection goes without.',
    'Warning',
  );
}
