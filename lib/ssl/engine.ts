// Owns: one SSL over a BIO pair, operation by operation; over datagrams it is the same with engine-datagrams.ts. The handshake's way:
//
//   transport ──bytes──▶ feed() ──BIO_write──▶ network half ═ BIO pair ═ inner half ──▶ SSL
//   transport ◀─bytes── drain() ◀─BIO_read── network half ═ BIO pair ═ inner half ◀── SSL
//
// Must not know: sockets, waiting. It does no I/O: whoever drives it drains after every operation, whatever came of it (a success leaves
// the Finished in the pair, a failure the alert), and feeds what comes in.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, requireBytes } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { NativeRefusal, OutcomeNumbers } from '../native/binding.ts';
import { type Adjustment, parseAdjustment } from './adjustment.ts';
import { access } from './engine-core.ts';
import { refuseLargeRecord } from './engine-datagrams.ts';
import { PoolEngine } from './engine-pool.ts';
import { refusedSetting } from './refusal.ts';
import { bytesToRetry, refuseBeforeEarlyData } from './write-retry.ts';

/** What SSL_shutdown came to: our close_notify is out, or both sides' are. */
export type ShutdownProgress = 'sent' | 'complete';

const noBytes = new Uint8Array(0);

/**
 * One TLS or DTLS connection without I/O. Every operation is one call of the C function of its name and returns what came of it as a value.
 *
 * The constructor fails when: `context` is no SslContext, an option is unknown or of the wrong type (MisuseError), or OpenSSL refuses one
 * (SettingError). Every method fails when: the engine is closed, or `this` is no SslEngine (MisuseError).
 *
 * @openssl SSL_new
 */
export class SslEngine extends PoolEngine {
  #inputEnded = false;

  /** Does the client's handshake as far as it goes. Fails when: early data waits for its retry (MisuseError). @openssl SSL_connect */
  connect(): SslResult {
    const handle = access.open(this, 'connect');
    refuseBeforeEarlyData(this, handle, 'connect');
    return access.perform(this, 'SSL_connect', () => native.engineConnect(handle), nothing);
  }

  /** Does the server's handshake as far as it goes. @openssl SSL_accept */
  accept(): SslResult {
    const handle = access.open(this, 'accept');
    return access.perform(this, 'SSL_accept', () => native.engineAccept(handle), nothing);
  }

  /**
   * Does the handshake of the side that setConnectState() or setAcceptState() chose; without either, OpenSSL says
   * "connection type not set". @openssl SSL_do_handshake
   */
  handshake(): SslResult {
    const handle = access.open(this, 'handshake');
    return access.perform(this, 'SSL_do_handshake', () => native.engineHandshake(handle), nothing);
  }

  /** Makes this the client, so that handshake(), read() and write() can do the handshake. @openssl SSL_set_connect_state */
  setConnectState(): void {
    native.engineSetConnectState(access.open(this, 'setConnectState'));
  }

  /** Makes this the server, so that handshake(), read() and write() can do the handshake. @openssl SSL_set_accept_state */
  setAcceptState(): void {
    native.engineSetAcceptState(access.open(this, 'setAcceptState'));
  }

  /**
   * Reads decrypted bytes into `into`, from one record at most; `value` is their number.
   *
   * After a TLS 1.3 handshake with a client certificate this is where the server's refusal of that certificate shows.
   *
   * Fails when: `into` is no Uint8Array (MisuseError). @openssl SSL_read_ex
   */
  read(into: Uint8Array): SslResult<number> {
    const handle = access.open(this, 'read');
    requireBytes('into', into);
    return access.perform(this, 'SSL_read_ex', () => native.engineRead(handle, into), byteCount, into.length === 0);
  }

  /** As read(), but the bytes stay to be read again. @openssl SSL_peek_ex */
  peek(into: Uint8Array): SslResult<number> {
    const handle = access.open(this, 'peek');
    requireBytes('into', into);
    return access.perform(this, 'SSL_peek_ex', () => native.enginePeek(handle, into), byteCount, into.length === 0);
  }

  /**
   * Encrypts `bytes`; `value` is how many. After a `want-…` the bytes are kept: call again with the same bytes, or with none.
   *
   * Over datagrams each write is one record in one datagram, of 16384 bytes at most and not cut to the MTU: see `dataMtu`.
   *
   * Fails when: `bytes` is no Uint8Array, or other bytes are given while a write waits for its retry, or more bytes than a datagram's
   * record has (MisuseError).
   *
   * @openssl SSL_write_ex
   */
  write(bytes?: Uint8Array): SslResult<number> {
    const handle = access.open(this, 'write');
    const unfinished = bytesToRetry(this, handle, bytes === undefined ? undefined : requireBytes('bytes', bytes));
    if (bytes === undefined && unfinished === 0 && this.failure === null) {
      throw new MisuseError('ERR_SSL_ARGUMENT', 'bytes', 'bytes must be given: no write waits for its retry');
    }
    const ofNothing = this.context.method === 'dtls' && bytes !== undefined && refuseLargeRecord(bytes).length === 0;
    return access.perform(this, 'SSL_write_ex', () => native.engineWrite(handle, bytes ?? noBytes), byteCount, ofNothing);
  }

  /** How many bytes of a write wait for its retry. */
  get unfinishedWrite(): number {
    return native.engineUnfinished(access.open(this, 'unfinishedWrite'));
  }

  /**
   * Server: answers a first ClientHello of TLS 1.3 with a HelloRetryRequest that carries a cookie, and keeps nothing; `value` is false then.
   * With the ClientHello that brings the cookie back `value` is true, and accept() goes on with it. Each ClientHello takes an engine of its
   * own. The change_cipher_spec record that a client of middlebox compatibility sends in front of its second ClientHello (RFC 8446, D.4)
   * must not be fed: OpenSSL takes it for the whole input and gives -1. Needs generateCookieCallback and verifyCookieCallback.
   *
   * @openssl SSL_stateless
   */
  stateless(): SslResult<boolean> {
    const handle = access.open(this, 'stateless');
    return access.perform(
      this,
      'SSL_stateless',
      () => native.engineStateless(handle),
      ([ret]) => ret === 1,
    );
  }

  /**
   * Sends close_notify (`sent`: not answered yet), and reports the peer's (`complete`). A second call with unread data in between is
   * fatal and loses that data: to close in full, read until `closed`. @openssl SSL_shutdown
   */
  shutdown(): SslResult<ShutdownProgress> {
    const handle = access.open(this, 'shutdown');
    const progress = ([ret]: OutcomeNumbers): ShutdownProgress => (ret === 1 ? 'complete' : 'sent');
    return access.perform(this, 'SSL_shutdown', () => native.engineShutdown(handle), progress);
  }

  /**
   * Gives ciphertext from the peer. Returns how much was taken: less than all when the pair is full, so run an operation and give the rest.
   *
   * Fails when: `bytes` is no Uint8Array, the end was already fed, or the engine works on a descriptor or datagrams (MisuseError).
   *
   * @openssl BIO_write
   */
  feed(bytes: Uint8Array): number {
    const handle = access.pair(this, 'feed');
    requireBytes('bytes', bytes);
    if (this.#inputEnded) throw new MisuseError('ERR_SSL_STATE', 'feed', 'feed: feedEnd() was called, no input can follow the end');
    return native.engineFeed(handle, bytes);
  }

  /** Says that no more input will come. What that means at this point, the next operation tells. @openssl BIO_shutdown_wr */
  feedEnd(): void {
    const handle = access.pair(this, 'feedEnd');
    if (this.#inputEnded) return;
    this.#inputEnded = true;
    native.engineFeedEnd(handle);
  }

  /** Takes all ciphertext that waits to be sent; empty if there is none. @openssl BIO_read */
  drain(): Uint8Array {
    const handle = access.pair(this, 'drain');
    const size = native.engineToDrain(handle);
    if (size === 0) return noBytes;
    // What is small comes from Node's pool of 8 KiB: memory of its own costs more than the handshake's flight that is put into it.
    const bytes = Buffer.allocUnsafe(size);
    native.engineDrain(handle, bytes);
    return bytes;
  }

  /** Takes ciphertext into `into` and returns how much it was. */
  drainInto(into: Uint8Array): number {
    const handle = access.pair(this, 'drainInto');
    return native.engineDrain(handle, requireBytes('into', into));
  }

  /** How many bytes wait to be drained. @openssl BIO_ctrl_pending */
  get bytesToDrain(): number {
    return native.engineToDrain(access.pair(this, 'bytesToDrain'));
  }

  /** How many bytes feed() takes now. @openssl BIO_ctrl_get_write_guarantee */
  get room(): number {
    return native.engineRoom(access.pair(this, 'room'));
  }

  /** How many bytes OpenSSL tried to read and did not get; 0 when it waits for none. @openssl BIO_ctrl_get_read_request */
  get bytesWanted(): number {
    return native.engineWanted(access.pair(this, 'bytesWanted'));
  }

  /**
   * Changes settings of this connection that its context has given it; also from inside of a callback. They hold for what comes: a
   * handshake that has not reached the setting yet, or the next one.
   *
   * Fails when: an option is wrong (MisuseError), the library is older than one (NotSupportedError), or OpenSSL refuses it (SettingError).
   *
   * An `identity` that is refused may leave the connection without any.
   *
   * @openssl SSL_set_options, SSL_clear_options, SSL_set_cipher_list, SSL_set_min_proto_version, SSL_set_max_proto_version
   * @example
   * // A server's choice by name that takes the options and the verify mode of the chosen context along.
   * serverNameCallback: (name, engine) => {
   *   engine.adjust({ policyFrom: other });
   *   return other;
   * }
   */
  adjust(settings: Adjustment): void {
    const handle = access.open(this, 'adjust');
    const { optionsFrom, policyFrom, identity, ...adjustment } = parseAdjustment(settings, this.context);
    const refusal = native.engineAdjust(handle, adjustment, optionsFrom, policyFrom, identity);
    if (refusal !== undefined) throw refusedSetting(refusal, settings);
  }

  /**
   * Asks for new keys, the peer's too with `'both'`. The next write() or handshake() sends it. TLS 1.3 only.
   *
   * Fails when: the handshake is not finished, a write waits for its retry, or the protocol is older (SettingError).
   *
   * @openssl SSL_key_update
   */
  keyUpdate(whose: 'own' | 'both' = 'own'): void {
    if (whose !== 'own' && whose !== 'both') throw invalidArgument('whose', "'own' or 'both'", whose);
    orThrow(native.engineKeyUpdate(access.open(this, 'keyUpdate'), whose === 'both'));
  }

  /**
   * Asks for a new handshake on this connection; `abbreviated` resumes the session. The next handshake(), read() or write() goes on with
   * it. TLS 1.2 and older only.
   *
   * Fails when: the protocol is TLS 1.3, or renegotiation is not allowed (SettingError).
   *
   * @openssl SSL_renegotiate, SSL_renegotiate_abbreviated
   */
  renegotiate(options: { readonly abbreviated?: boolean } = {}): void {
    orThrow(native.engineRenegotiate(access.open(this, 'renegotiate'), options.abbreviated === true));
  }

  /**
   * Asks a TLS 1.3 client for its certificate after the handshake. The next handshake() or write() sends the request, and a read() finds
   * the answer. The client must have offered it (`postHandshakeAuth`).
   *
   * Fails when: this is a client, the protocol is older, or the client did not offer it (SettingError).
   *
   * @openssl SSL_verify_client_post_handshake
   */
  requestClientCertificate(): void {
    orThrow(native.engineRequestClientCertificate(access.open(this, 'requestClientCertificate')));
  }
}

function nothing(): undefined {
  return undefined;
}

function byteCount(numbers: OutcomeNumbers): number {
  return numbers[3] ?? 0;
}

function orThrow(refusal: NativeRefusal | undefined): void {
  if (refusal !== undefined) throw refusedSetting(refusal, undefined);
}
