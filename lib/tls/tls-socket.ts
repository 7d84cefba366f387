// Owns: TLSSocket: what it is told, and what it emits and when.
// Must not know: what a client demands of a server (connect.ts), which certificates a server has (server.ts).

import * as net from 'node:net';
import type { Duplex } from 'node:stream';
import { SslError } from '../core/errors.ts';
import type { Offload } from '../io/offload.ts';
import { SslEngine } from '../ssl/engine.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import type { SslSession } from '../ssl/session.ts';
import { clientHooks } from './client-hooks.ts';
import { DrivenSocket } from './driven-socket.ts';
import { type Hooks, setHooks } from './hooks.ts';
import { showStreamSocketClass } from './js-stream-socket.ts';
import { appendKeylog, keylogFlag } from './keylog-flag.ts';
import {
  connectionReset,
  contextError,
  invalidArgType,
  requireFunction,
  requireString,
  requireView,
  socketError,
  tlsErrors,
} from './node-errors.ts';
import { hasFlag } from './node-flags.ts';
import { readableSession } from './readable-session.ts';
import { allowOwnRenegotiation } from './renegotiation.ts';
import { createSecureContext, type LibsslContextOptions, requireSecureContext, SecureContext } from './secure-context.ts';
import { serverHooks } from './server-hooks.ts';
import { type ClientPlan, type LibsslSocketOptions, type ReadSocketOptions, readSocketOptions } from './socket-options.ts';
import { trace } from './trace.ts';

const bufferSize = 80 * 1024; // more than a net.Socket gives at a time: what comes in is then taken in one go

/** Under which a socket that stands for a TLSSocket has it. */
export const wrapped: unique symbol = Symbol('libssl TLSSocket');

export class TLSSocket extends DrivenSocket {
  // What node:http2 is given in its place counts as one, and so does the proxy to that of its sessions, which only knows of reading.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return (
      Function.prototype[Symbol.hasInstance].call(TLSSocket, value) ||
      (typeof value === 'object' && value !== null && (value as { [wrapped]?: TLSSocket })[wrapped] !== undefined)
    );
  }

  readonly encrypted = true;
  authorized = false;
  authorizationError: Error | string | null = null;
  alpnProtocol: string | false | null = null;
  servername: string | false | null = null;
  secureConnecting = true;
  readonly server: unknown;
  readonly secureContext: SecureContext;
  /** What it was made with. */
  readonly tlsOptions: ReadSocketOptions;
  readonly #plan: ClientPlan | null;
  #sni: string | null = null;
  #session: Buffer | null = null;
  #traced: boolean;
  #secure = false;
  #released = false;
  #confirmed = false;
  #newSession: Buffer | null = null;
  #holds = 0;
  #held = false;
  #deadline: NodeJS.Timeout | null = null;
  #renegotiated: ((error: Error | null) => void) | null = null;

  /**
   * A TLS connection over `socket`, or over one that connect() makes. The handshake begins by itself; nobody is verified, as in Node:
   * that is for connect() and for servers. `plan` is connect()'s.
   *
   * Fails when: an option is wrong (TypeError with Node's code), or OpenSSL refuses one.
   *
   * @openssl SSL_new
   */
  constructor(socket?: Duplex | null, options: LibsslSocketOptions = {}, plan: ClientPlan | null = null) {
    const tlsOptions = readSocketOptions(options, socket);
    const { highWaterMark, signal, secureContext } = options;
    super({
      allowHalfOpen: (socket == null ? options.allowHalfOpen : socket.allowHalfOpen) === true,
      ...(highWaterMark === undefined ? {} : { highWaterMark }),
      ...(signal === undefined ? {} : { signal }),
    });
    this.tlsOptions = tlsOptions;
    this.server = options.server;
    this.#plan = plan;
    this.#traced = options.enableTrace ?? hasFlag('--trace-tls');
    this.secureContext =
      secureContext == null ? createSecureContext(options) : requireSecureContext('options.secureContext', secureContext);
    if (options.session != null) this.setSession(options.session);
    if (options.onread != null) this.readInto(options.onread);
    this.on('error', this.#onErrorBefore);
    if (socket != null && !(socket instanceof net.Socket)) showStreamSocketClass(this);
    if (socket != null) this.carryOver(socket);
  }

  override get secureEstablished(): boolean {
    return this.#secure;
  }

  protected override get isServer(): boolean {
    return this.tlsOptions.isServer === true;
  }

  /** Fails when: `name` is no string (ERR_INVALID_ARG_TYPE), or this is a server's side (ERR_TLS_SNI_FROM_SERVER). */
  setServername(name: string): void {
    requireString('name', name);
    if (this.isServer) throw tlsErrors.sniFromServer();
    this.#sni = name;
  }

  /** The session to resume: what a 'session' event or getSession() gave. One that cannot be read is left out, as in Node. */
  setSession(session: Buffer | string): void {
    this.#session = typeof session === 'string' ? Buffer.from(session, 'latin1') : requireView('session', session);
  }

  /** Refuses renegotiation from here on. @openssl SSL_set_options */
  disableRenegotiation(): void {
    this.#open?.adjust({ options: ['SSL_OP_NO_RENEGOTIATION'] });
  }

  /** Writes the messages of the handshake to standard error, without what they hold. To be called before the handshake begins. */
  enableTrace(): void {
    this.#traced = true;
  }

  /** Shows the certificate of another context on this connection. Fails when: it has none. @openssl SSL_use_cert_and_key */
  setKeyCert(context: SecureContext | LibsslContextOptions): void {
    const own = context instanceof SecureContext ? context : createSecureContext(context);
    this.#open?.adjust({ identity: own.contextFor(this.isServer ? 'server' : 'client', {}) });
  }

  /**
   * Asks for a new handshake, up to TLS 1.2; `callback` hears when it is done. False if OpenSSL refuses.
   *
   * Fails when: `options` is no object, or `callback` no function (ERR_INVALID_ARG_TYPE). @openssl SSL_renegotiate
   */
  renegotiate(
    options: { requestCert?: boolean; rejectUnauthorized?: boolean },
    callback?: (error: Error | null) => void,
  ): boolean | undefined {
    if (typeof options !== 'object' || options === null) throw invalidArgType('options', 'of type object', options);
    if (callback !== undefined) requireFunction('callback', callback);
    const ssl = this.#open;
    if (this.destroyed || ssl === null) return undefined;
    const allowed = this.isServer ? allowOwnRenegotiation(ssl) : () => undefined;
    try {
      ssl.renegotiate();
    } catch (error) {
      allowed();
      if (callback !== undefined) process.nextTick(callback, contextError(error));
      return false;
    }
    this.#renegotiated = callback ?? null;
    this.shakeHandsAgain(() => {
      allowed();
      const told = this.#renegotiated;
      this.#renegotiated = null;
      this.emit('secure');
      told?.(null);
    });
    return true;
  }

  /** 'secure' is not emitted before the function that this gives was called: something else has to be done first. */
  holdSecure(): () => void {
    this.#holds += 1;
    let done = false;
    return () => {
      if (done) return;
      done = true;
      this.#holds -= 1;
      if (this.#holds === 0 && this.#held) this.#announce();
    };
  }

  /** From here on errors are for the owner to listen to. False if they were before. */
  releaseControl(): boolean {
    if (this.#released) return false;
    this.#released = true;
    this.off('error', this.#onErrorBefore);
    return true;
  }

  get controlReleased(): boolean {
    return this.#released;
  }

  /** For connect(): the server is the one that was asked for. */
  confirm(): void {
    this.#confirmed = true;
    this.emit('secureConnect');
    const session = this.#newSession;
    this.#newSession = null;
    if (session !== null && !this.destroyed) this.emit('session', session);
  }

  /** A session that can be resumed has come: its owner hears of it when the server is known. */
  sessionCame(session: SslSession): void {
    if (this.listenerCount('session') === 0) return;
    const der = Buffer.from(session.toDer());
    if (this.#confirmed) this.emit('session', der);
    else this.#newSession = der;
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    if (this.#deadline !== null) clearTimeout(this.#deadline);
    super._destroy(error, callback);
    this.#renegotiated?.(error ?? tlsErrors.socketClosed());
    this.#renegotiated = null;
  }

  protected override makeEngine(): SslEngine {
    const hooks: Hooks = {
      ...(this.isServer ? serverHooks(this) : clientHooks(this)),
      ...(this.listenerCount('keylog') > 0 || keylogFlag !== null
        ? { onKeylog: (line) => this.#tellKeylog(Buffer.from(`${line}\n`)) }
        : {}),
      ...(this.#traced ? { onMessage: trace } : {}),
    };
    const context = this.secureContext.contextFor(this.isServer ? 'server' : 'client', hooks);
    const engine = new SslEngine(context, { bufferSize, ...this.#engineOptions() });
    setHooks(engine, hooks);
    return engine;
  }

  protected override get offload(): Offload {
    return this.tlsOptions.offload;
  }

  protected override begun(): void {
    const { handshakeTimeout } = this.tlsOptions;
    if (handshakeTimeout === undefined || !(handshakeTimeout > 0)) return;
    this.#deadline = setTimeout(() => this.destroy(tlsErrors.handshakeTimeout()), Math.min(handshakeTimeout, 2 ** 31 - 1)).unref();
  }

  protected override handshakeDone(): void {
    if (this.#deadline !== null) {
      clearTimeout(this.#deadline);
      (this as { timeout?: number }).timeout = 0; // in Node it is the socket's own time limit, taken off again
    }
    const { ssl } = this;
    if (ssl === null) return;
    const { alpn, serverName } = ssl.connection;
    this.alpnProtocol = alpn ?? false;
    this.servername = serverName ?? false;
    if (this.tlsOptions.requestOCSP && !this.isServer) this.#tellResponse(ssl.ocspResponse);
    if (this.#holds > 0) this.#held = true;
    else this.#announce();
  }

  protected override ownError(error: Error): Error {
    if (this.#secure) return socketError(error);
    if (this.#plan !== null) return this.#plan.error(error);
    return error instanceof SslError && error.unexpectedEof ? connectionReset('socket hang up', error) : socketError(error);
  }

  get #open(): SslEngine | null {
    return this.ssl === null || this.ssl.closed ? null : this.ssl;
  }

  #engineOptions(): SslEngineOptions {
    const { alpn, ech, requestOCSP, requestCert, rejectUnauthorized } = this.tlsOptions;
    if (this.isServer) return { verifyMode: !requestCert ? 'none' : rejectUnauthorized ? 'fail-if-no-peer-cert' : 'peer' };
    const session = this.#session === null ? null : readableSession(this.#session, this.secureContext);
    return {
      verifyMode: 'none',
      ...(this.#sni === null ? {} : { serverName: this.#sni }),
      ...(alpn === null ? {} : { alpn }),
      ...(requestOCSP ? { statusType: 'ocsp' } : {}),
      ...(session === null ? {} : { session }),
      ...(ech === undefined ? {} : { ech }),
      ...this.#plan?.engine,
    };
  }

  #tellKeylog(line: Buffer): void {
    this.emit('keylog', line);
    if (keylogFlag !== null) appendKeylog(keylogFlag, line);
  }

  #tellResponse(response: Uint8Array | null): void {
    this.emit('OCSPResponse', response === null ? null : Buffer.from(response));
  }

  #announce(): void {
    if (this.destroyed) return;
    this.#secure = true;
    this.secureConnecting = false;
    this.emit('secure');
  }

  readonly #onErrorBefore = (error: Error): void => {
    this.emit('_tlsError', error);
  };
}
