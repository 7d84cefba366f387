// Owns: tls.Server: connections that come in become TLSSockets, and the server tells what became of each.
// Must not know: HTTP. https.Server and http2's are net.Servers too, and become TLS servers by the same function.

import { captureRejectionSymbol } from 'node:events';
import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import type { TlsOptions } from 'node:tls';
import { offloadOf } from '../io/offload.ts';
import { convertALPNProtocols } from './alpn-protocols.ts';
import { connectionReset, invalidArgType, invalidArgValue, requireFunction, requireString, tlsErrors } from './node-errors.ts';
import { createSecureContext, type LibsslContextOptions, SecureContext, usualSessionIdContext } from './secure-context.ts';
import { setNamedContexts } from './server-hooks.ts';
import type { LibsslSocketOptions } from './socket-options.ts';
import { requireTicketKeys } from './ticket-keys.ts';
import { TLSSocket } from './tls-socket.ts';
import { authorizationErrorOf } from './verified.ts';

export type LibsslServerOptions = Omit<TlsOptions, 'SNICallback' | 'ALPNCallback'> &
  LibsslContextOptions &
  Pick<LibsslSocketOptions, 'SNICallback' | 'ALPNCallback' | 'pskIdentityHint' | 'offload'>;

type Listener = (socket: TLSSocket) => void;

/** What a net.Server has as a TLS server. */
interface TlsState {
  options: LibsslServerOptions;
  context: SecureContext;
  readonly named: { readonly pattern: RegExp; readonly context: SecureContext }[];
}

const usualHandshakeTimeout = 120_000;
const states = new WeakMap<object, TlsState>();

function stateOf(server: object): TlsState {
  const state = states.get(server);
  if (state === undefined) throw invalidArgType('this', 'a TLS server', server);
  return state;
}

/** The methods that tls.Server has beyond net.Server. */
const methods = {
  /**
   * Shows another certificate to clients that ask for such a name; `*` stands for one label. The last that fits is taken.
   *
   * Fails when: there is no name (ERR_TLS_REQUIRED_SERVER_NAME), or createSecureContext() fails. @openssl SSL_set_SSL_CTX
   */
  addContext(this: net.Server, servername: string, context: LibsslContextOptions | SecureContext): void {
    if (!servername) throw tlsErrors.requiredServerName();
    const pattern = requireString('servername', servername)
      .replace(/[.^$+?\-\\[\]{}()|]/g, '\\$&')
      .replaceAll('*', '[^.]*');
    const { named } = stateOf(this);
    named.push({ pattern: new RegExp(`^${pattern}$`), context: context instanceof SecureContext ? context : createSecureContext(context) });
  },

  /** Replaces what new connections are given; those that are there keep theirs. Fails when: createSecureContext() does. */
  setSecureContext(this: net.Server, options: LibsslContextOptions): void {
    if (typeof options !== 'object' || options === null) throw invalidArgType('options', 'of type object', options);
    const state = stateOf(this);
    state.context = contextOf(options, state.options);
  },

  /** 48 bytes, a secret. */
  getTicketKeys(this: net.Server): Buffer {
    return stateOf(this).context.ticketKeys;
  },

  /** Fails when: these are not 48 bytes. @openssl SSL_CTX_set_tlsext_ticket_keys */
  setTicketKeys(this: net.Server, keys: Uint8Array): void {
    const bytes = requireTicketKeys('keys', keys);
    const { context, named } = stateOf(this);
    for (const one of [context, ...named.map((entry) => entry.context)]) one.ticketKeys = bytes;
  },

  /** What an async listener rejects with ends its connection. */
  [captureRejectionSymbol](this: net.Server, error: Error, event: string, ...args: readonly unknown[]): void {
    if (event === 'secureConnection') (args[0] as TLSSocket).destroy(error);
    else (net.Server.prototype as Rejecting)[captureRejectionSymbol]?.call(this, error, event, ...args);
  },

  // These two are how a worker of `cluster` comes to the ticket keys of the first that listens at an address.
  _getServerData(this: net.Server): { readonly ticketKeys: string } {
    return { ticketKeys: stateOf(this).context.ticketKeys.toString('hex') };
  },

  _setServerData(this: net.Server, data: { readonly ticketKeys: string }): void {
    methods.setTicketKeys.call(this, Buffer.from(data.ticketKeys, 'hex'));
  },
};

const methodEntries = Reflect.ownKeys(methods).map((name) => [name, methods[name as keyof typeof methods]] as const);

type Rejecting = Partial<Record<typeof captureRejectionSymbol, (...args: readonly unknown[]) => void>>;

export interface TlsServer extends net.Server {
  addContext(servername: string, context: LibsslContextOptions | SecureContext): void;
  setSecureContext(options: LibsslContextOptions): void;
  getTicketKeys(): Buffer;
  setTicketKeys(keys: Uint8Array): void;
}

/**
 * Makes a TLS server of a net.Server that does not listen yet. What listened to its 'connection' hears no more of it: connections are told
 * as 'secureConnection', when their handshake is done.
 *
 * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one.
 */
export function becomeTlsServer(server: net.Server, options: LibsslServerOptions): asserts server is TlsServer {
  checkOptions(options);
  const state: TlsState = { options, context: contextOf(options, options), named: [] };
  states.set(server, state);
  const { requestCert, rejectUnauthorized, sessionTimeout } = options;
  Object.assign(server, { requestCert: requestCert === true, rejectUnauthorized: rejectUnauthorized !== false, sessionTimeout });
  setNamedContexts(server, { contextNamed: (name) => state.named.findLast(({ pattern }) => pattern.test(name))?.context });
  if (!Object.prototype.isPrototypeOf.call(Server.prototype, server)) {
    for (const [name, value] of methodEntries) Object.defineProperty(server, name, { value, writable: true, configurable: true });
  }
  server.removeAllListeners('connection').on('connection', (raw: Duplex) => takeConnection(server, state, raw));
}

/** Whether becomeTlsServer() has been here. */
export function isTlsServer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && states.has(value);
}

function takeConnection(server: net.Server, { options, context }: TlsState, raw: Duplex): void {
  const { requestCert, rejectUnauthorized, ALPNProtocols, ALPNCallback, SNICallback, pskCallback, pskIdentityHint, enableTrace } = options;
  const socket = new TLSSocket(raw, {
    isServer: true,
    server,
    secureContext: context,
    requestCert: requestCert === true,
    rejectUnauthorized: rejectUnauthorized !== false,
    handshakeTimeout: options.handshakeTimeout || usualHandshakeTimeout,
    ALPNProtocols,
    ALPNCallback,
    SNICallback,
    pskCallback: pskCallback as LibsslSocketOptions['pskCallback'],
    pskIdentityHint,
    enableTrace,
    offload: options.offload,
  });
  let told = false;
  const failed = (error: Error): void => {
    if (told || socket.controlReleased) return;
    told = true;
    server.emit('tlsClientError', error, socket);
  };
  socket.on('_tlsError', failed);
  socket.on('close', () => failed(connectionReset('socket hang up')));
  if (server.listenerCount('keylog') > 0) socket.on('keylog', (line) => server.emit('keylog', line, socket));
  socket.on('secure', () => {
    if (requestCert === true) {
      socket.authorizationError = authorizationErrorOf(socket.ssl, Boolean(pskCallback));
      socket.authorized = socket.authorizationError === null;
    }
    if (socket.destroyed || !socket.releaseControl()) return;
    if ((server as { pauseOnConnect?: boolean }).pauseOnConnect === true) socket.pause();
    server.emit('secureConnection', socket);
  });
}

function contextOf(options: LibsslContextOptions, { ticketKeys, sessionTimeout, pskIdentityHint }: LibsslServerOptions): SecureContext {
  return new SecureContext(
    {
      ...(ticketKeys === undefined ? {} : { ticketKeys }),
      ...(sessionTimeout === undefined ? {} : { sessionTimeout }),
      ...(pskIdentityHint === undefined ? {} : { pskIdentityHint }),
      ...options,
      honorCipherOrder: options.honorCipherOrder ?? true,
      sessionIdContext: options.sessionIdContext || usualSessionIdContext(),
    },
    'server',
  );
}

function checkOptions({
  ALPNCallback,
  ALPNProtocols,
  handshakeTimeout,
  SNICallback,
  pskCallback,
  pskIdentityHint,
  offload,
}: LibsslServerOptions): void {
  offloadOf(offload, 'options.offload');
  if (ALPNCallback && ALPNProtocols) throw tlsErrors.alpnWithProtocols();
  if (ALPNProtocols) convertALPNProtocols(ALPNProtocols, {});
  if (handshakeTimeout && typeof handshakeTimeout !== 'number') {
    throw invalidArgType('options.handshakeTimeout', 'of type number', handshakeTimeout);
  }
  if (Number.isNaN(handshakeTimeout)) throw invalidArgValue('options.handshakeTimeout', handshakeTimeout);
  if (SNICallback) requireFunction('options.SNICallback', SNICallback);
  if (ALPNCallback) requireFunction('options.ALPNCallback', ALPNCallback);
  if (pskCallback) requireFunction('options.pskCallback', pskCallback);
  if (pskIdentityHint) requireString('options.pskIdentityHint', pskIdentityHint);
}

interface ServerConstructor {
  new (options?: LibsslServerOptions | Listener | null, listener?: Listener): TlsServer;
  (options?: LibsslServerOptions | Listener | null, listener?: Listener): TlsServer;
  readonly prototype: TlsServer;
}

// A function, not a class: programs, and Node's own https, call it on an object of theirs.
function makeServer(this: unknown, first?: LibsslServerOptions | Listener | null, second?: Listener): unknown {
  if (!(this instanceof net.Server)) return new Server(first, second);
  const options = typeof first === 'function' || first == null ? {} : first;
  const listener = typeof first === 'function' ? first : second;
  if (typeof options !== 'object') throw invalidArgType('options', 'of type object', options);
  (net.Server as unknown as (this: net.Server, options: net.ServerOpts) => void).call(this, options);
  becomeTlsServer(this, options);
  if (listener !== undefined) this.on('secureConnection', listener);
  return undefined;
}

/** A server whose connections are TLSSockets. Its events are those of node:tls. */
export const Server = makeServer as unknown as ServerConstructor;
Object.defineProperty(Server, 'name', { value: 'Server' });
Object.setPrototypeOf(Server, net.Server);
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
for (const [name, value] of methodEntries) Object.defineProperty(Server.prototype, name, { value, writable: true, configurable: true });
Object.defineProperty(Server, Symbol.hasInstance, {
  value: (value: unknown) => Function.prototype[Symbol.hasInstance].call(makeServer, value) || isTlsServer(value),
});

/**
 * A TLS server; `listener` hears 'secureConnection'.
 *
 * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one. @openssl SSL_accept
 */
export function createServer(options?: LibsslServerOptions | Listener | null, listener?: Listener): TlsServer {
  return new Server(options, listener);
}
