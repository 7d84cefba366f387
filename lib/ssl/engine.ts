// Owns: one SSL over a BIO pair, operation by operation. The handshake's way:
//
//   transport ──bytes──▶ feed() ──BIO_write──▶ network half ═ BIO pair ═ inner half ──▶ SSL
//   transport ◀─bytes── drain() ◀─BIO_read── network half ═ BIO pair ═ inner half ◀── SSL
//
// Must not know: sockets, waiting. It does no I/O: whoever drives it drains after every operation, whatever came of it (a success leaves
// the Finished in the pair, a failure the alert), and feeds what comes in.

import type { SslError } from '../core/errors.ts';
import { MisuseError } from '../core/errors.ts';
import { describeValue, requireBytes } from '../core/options.ts';
import { type FailedResult, isFatal, plainResult, type SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { NativeEngine, NativeFailure, OutcomeNumbers } from '../native/binding.ts';
import { type Certificate, certificateOf } from './certificates.ts';
import { type ConnectionInfo, type ConnectionState, connectionInfoOf, connectionStateOf } from './connection-info.ts';
import { nativeContext, refusedSetting, type SslContext } from './context.ts';
import { parseEngineOptions, type SslEngineOptions } from './engine-options.ts';
import { sslErrorOf } from './failure.ts';

/** What SSL_shutdown came to: our close_notify is out, or both sides' are. */
export type ShutdownProgress = 'sent' | 'complete';

/** For this folder only: an operation that other native code runs on the engine, concluded as the engine's own are. */
export let performOn: <T>(
  engine: SslEngine,
  method: string,
  operation: string,
  call: (handle: NativeEngine, numbers: OutcomeNumbers) => NativeFailure | undefined,
  value: (numbers: OutcomeNumbers) => T,
) => SslResult<T>;

const noBytes = new Uint8Array(0);

/**
 * One TLS connection without I/O. Every operation is one call of the C function of its name and returns what came of it as a value.
 *
 * Every method fails when: the engine is closed, or `this` is no SslEngine (MisuseError).
 *
 * @openssl SSL_new
 */
export class SslEngine {
  readonly context: SslContext;
  readonly #handle: NativeEngine;
  readonly #numbers: OutcomeNumbers = new Float64Array(4);
  readonly #hasPair: boolean;
  #closed = false;
  #inputEnded = false;
  #failed: FailedResult | null = null;

  /**
   * Fails when: `context` is no SslContext, an option is unknown or of the wrong type (MisuseError), or OpenSSL refuses one (SettingError).
   */
  constructor(context: SslContext, options: SslEngineOptions = {}) {
    const settings = parseEngineOptions(options);
    const made = native.createEngine(nativeContext(context, 'context'), settings);
    if ('failure' in made) throw refusedSetting(made, options);
    this.context = context;
    this.#handle = made.engine;
    this.#hasPair = settings.fd === undefined;
  }

  /** Does the client's handshake as far as it goes. @openssl SSL_connect */
  connect(): SslResult {
    const handle = SslEngine.#open(this, 'connect');
    return this.#perform('SSL_connect', () => native.engineConnect(handle, this.#numbers), nothing);
  }

  /** Does the server's handshake as far as it goes. @openssl SSL_accept */
  accept(): SslResult {
    const handle = SslEngine.#open(this, 'accept');
    return this.#perform('SSL_accept', () => native.engineAccept(handle, this.#numbers), nothing);
  }

  /**
   * Does the handshake of the side that setConnectState() or setAcceptState() chose; without either, OpenSSL says
   * "connection type not set". @openssl SSL_do_handshake
   */
  handshake(): SslResult {
    const handle = SslEngine.#open(this, 'handshake');
    return this.#perform('SSL_do_handshake', () => native.engineHandshake(handle, this.#numbers), nothing);
  }

  /** Makes this the client, so that handshake(), read() and write() can do the handshake. @openssl SSL_set_connect_state */
  setConnectState(): void {
    native.engineSetConnectState(SslEngine.#open(this, 'setConnectState'));
  }

  /** Makes this the server, so that handshake(), read() and write() can do the handshake. @openssl SSL_set_accept_state */
  setAcceptState(): void {
    native.engineSetAcceptState(SslEngine.#open(this, 'setAcceptState'));
  }

  /**
   * Reads decrypted bytes into `into`, from one record at most; `value` is their number.
   *
   * After a TLS 1.3 handshake with a client certificate this is where the server's refusal of that certificate shows.
   *
   * Fails when: `into` is no Uint8Array (MisuseError). @openssl SSL_read_ex
   */
  read(into: Uint8Array): SslResult<number> {
    const handle = SslEngine.#open(this, 'read');
    requireBytes('into', into);
    return this.#perform('SSL_read_ex', () => native.engineRead(handle, this.#numbers, into), this.#byteCount);
  }

  /** As read(), but the bytes stay to be read again. @openssl SSL_peek_ex */
  peek(into: Uint8Array): SslResult<number> {
    const handle = SslEngine.#open(this, 'peek');
    requireBytes('into', into);
    return this.#perform('SSL_peek_ex', () => native.enginePeek(handle, this.#numbers, into), this.#byteCount);
  }

  /**
   * Encrypts `bytes`; `value` is how many. After a `want-…` the bytes are kept: call again with the same bytes, or with none.
   *
   * Fails when: `bytes` is no Uint8Array, or other bytes are given while a write waits for its retry (MisuseError). @openssl SSL_write_ex
   */
  write(bytes?: Uint8Array): SslResult<number> {
    const handle = SslEngine.#open(this, 'write');
    const unfinished = native.engineUnfinished(handle, bytes === undefined ? undefined : requireBytes('bytes', bytes));
    if (unfinished < 0) {
      throw new MisuseError(
        'ERR_SSL_STATE',
        'bytes',
        'bytes must be those of the write that waits for its retry (SSL_write(3)): give the same again, or none',
      );
    }
    if (bytes === undefined && unfinished === 0 && this.#failed === null) {
      throw new MisuseError('ERR_SSL_ARGUMENT', 'bytes', 'bytes must be given: no write waits for its retry');
    }
    return this.#perform('SSL_write_ex', () => native.engineWrite(handle, this.#numbers, bytes ?? noBytes), this.#byteCount);
  }

  /** How many bytes of a write wait for its retry. */
  get unfinishedWrite(): number {
    return native.engineUnfinished(SslEngine.#open(this, 'unfinishedWrite'));
  }

  /**
   * Sends close_notify (`sent`: not answered yet), and reports the peer's (`complete`). A second call with unread data in between is
   * fatal and loses that data: to close in full, read until `closed`. @openssl SSL_shutdown
   */
  shutdown(): SslResult<ShutdownProgress> {
    const handle = SslEngine.#open(this, 'shutdown');
    const progress = (): ShutdownProgress => (this.#numbers[0] === 1 ? 'complete' : 'sent');
    return this.#perform('SSL_shutdown', () => native.engineShutdown(handle, this.#numbers), progress);
  }

  /**
   * Gives ciphertext from the peer. Returns how much was taken: less than all when the pair is full, so run an operation and give the rest.
   *
   * Fails when: `bytes` is no Uint8Array, the end was already fed, or the engine works on a descriptor (MisuseError). @openssl BIO_write
   */
  feed(bytes: Uint8Array): number {
    const handle = SslEngine.#pair(this, 'feed');
    requireBytes('bytes', bytes);
    if (this.#inputEnded) throw new MisuseError('ERR_SSL_STATE', 'feed', 'feed: feedEnd() was called, no input can follow the end');
    return native.engineFeed(handle, bytes);
  }

  /** Says that no more input will come. What that means at this point, the next operation tells. @openssl BIO_shutdown_wr */
  feedEnd(): void {
    const handle = SslEngine.#pair(this, 'feedEnd');
    if (this.#inputEnded) return;
    this.#inputEnded = true;
    native.engineFeedEnd(handle);
  }

  /** Takes all ciphertext that waits to be sent; empty if there is none. @openssl BIO_read */
  drain(): Uint8Array {
    const handle = SslEngine.#pair(this, 'drain');
    const size = native.engineToDrain(handle);
    if (size === 0) return noBytes;
    const bytes = Buffer.allocUnsafeSlow(size);
    return bytes.subarray(0, native.engineDrain(handle, bytes));
  }

  /** Takes ciphertext into `into` and returns how much it was. */
  drainInto(into: Uint8Array): number {
    const handle = SslEngine.#pair(this, 'drainInto');
    return native.engineDrain(handle, requireBytes('into', into));
  }

  /** How many bytes wait to be drained. @openssl BIO_ctrl_pending */
  get bytesToDrain(): number {
    return native.engineToDrain(SslEngine.#pair(this, 'bytesToDrain'));
  }

  /** How many bytes feed() takes now. @openssl BIO_ctrl_get_write_guarantee */
  get room(): number {
    return native.engineRoom(SslEngine.#pair(this, 'room'));
  }

  /** How many bytes OpenSSL tried to read and did not get; 0 when it waits for none. @openssl BIO_ctrl_get_read_request */
  get bytesWanted(): number {
    return native.engineWanted(SslEngine.#pair(this, 'bytesWanted'));
  }

  /** What was negotiated. */
  get connection(): ConnectionInfo {
    const handle = SslEngine.#open(this, 'connection');
    const record = native.connectionInfo(handle);
    return connectionInfoOf(record, record.finished && native.peerChain(handle).length > 0);
  }

  get state(): ConnectionState {
    return connectionStateOf(native.connectionState(SslEngine.#open(this, 'state')));
  }

  /** The peer's certificate; null if it showed none, or not yet. @openssl SSL_get1_peer_certificate */
  get peerCertificate(): Certificate | null {
    return this.peerChain[0] ?? null;
  }

  /** What the peer sent, its own certificate first. @openssl SSL_get_peer_cert_chain */
  get peerChain(): readonly Certificate[] {
    return native.peerChain(SslEngine.#open(this, 'peerChain')).map(certificateOf);
  }

  /** The chain that verification built, up to the trusted one; empty if nothing was verified. @openssl SSL_get0_verified_chain */
  get verifiedChain(): readonly Certificate[] {
    return native.verifiedChain(SslEngine.#open(this, 'verifiedChain')).map(certificateOf);
  }

  /** The failure that ended this engine; null while it lives. */
  get failure(): SslError | null {
    return this.#failed?.error ?? null;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Frees the SSL and the pair. May be called again. What was not drained is dropped. @openssl SSL_free */
  close(): void {
    const handle = SslEngine.#known(this, 'close');
    this.#closed = true;
    native.engineClose(handle);
  }

  // --- one operation, one result

  readonly #byteCount = (): number => this.#numbers[3] ?? 0;

  // After a failure OpenSSL is not asked again: what it would say misleads (SSL_get_error(3); SSL_read after a failed TLS 1.2 handshake
  // looks like a clean end before 4.0).
  #perform<T>(operation: string, call: () => NativeFailure | undefined, value: () => T): SslResult<T> {
    if (this.#failed !== null) return this.#failed;
    const failure = call();
    const [ret = 0, code = 0, errno = 0] = this.#numbers;
    if (ret > 0) return { status: 'done', ret, code, value: value() };
    if (code === notAsked) return { status: 'done', ret, code: null, value: value() };
    if (isFatal(code) && failure !== undefined) {
      const error = sslErrorOf(this.context.library, operation, { ret, code, errno }, failure);
      this.#failed = { status: 'failed', ret, code, error };
      return this.#failed;
    }
    return plainResult(ret, code) ?? { status: 'unknown', ret, code };
  }

  static {
    performOn = (engine, method, operation, call, value) => {
      const handle = SslEngine.#pair(engine, method);
      return engine.#perform(
        operation,
        () => call(handle, engine.#numbers),
        () => value(engine.#numbers),
      );
    };
  }

  // --- who may call

  static #known(engine: unknown, method: string): NativeEngine {
    if (typeof engine === 'object' && engine !== null && #handle in engine) return engine.#handle;
    throw new MisuseError('ERR_SSL_RECEIVER', method, `${method} must be called on an SslEngine, not on ${describeValue(engine)}`);
  }

  static #open(engine: SslEngine, method: string): NativeEngine {
    const handle = SslEngine.#known(engine, method);
    if (engine.#closed) throw new MisuseError('ERR_SSL_CLOSED', method, `${method}: the engine is closed`);
    return handle;
  }

  static #pair(engine: SslEngine, method: string): NativeEngine {
    const handle = SslEngine.#open(engine, method);
    if (engine.#hasPair) return handle;
    throw new MisuseError('ERR_SSL_STATE', method, `${method}: this engine works on a descriptor (options.fd) and has no BIO pair`);
  }
}

// What native code puts in place of SSL_get_error's answer when it must not be asked.
const notAsked = -1;

function nothing(): undefined {
  return undefined;
}
