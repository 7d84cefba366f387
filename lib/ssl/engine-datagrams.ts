// Owns: what DTLS adds to an engine: datagrams in and out, the timer of the flight that is under way, the MTU, the stateless first step
// of a server.
//
//   transport ──datagram──▶ feedDatagram() ──▶ in ──BIO_read──▶ SSL
//   transport ◀─datagrams── drainDatagrams() ◀── out ◀──BIO_write── SSL
//
// Must not know: sockets, addresses, waiting. Whoever drives it sends what drainDatagrams() gives after every operation, and calls
// handleDtlsTimeout() when dtlsTimeout is over.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, requireBytes } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { OutcomeNumbers } from '../native/binding.ts';
import { access } from './engine-core.ts';
import { EarlyDataEngine } from './engine-early-data.ts';
import type { SrtpProfile } from './srtp.ts';

const largestDatagram = 65_535; // what the length of a UDP header can say
const largestRecord = 16_384;

/**
 * The part of SslEngine for contexts with `method: 'dtls'`; every member fails when the context is none, the engine is closed, or `this`
 * is none (MisuseError).
 */
export abstract class DatagramEngine extends EarlyDataEngine {
  /**
   * Gives one datagram from the peer; what OpenSSL makes of it, the next operation tells: it drops in silence what is no record of this
   * connection. An empty one is dropped here, as it carries no record and OpenSSL would take it for the end of all input. Of a datagram
   * that is larger than OpenSSL's buffer for a record, the rest is lost, as with a socket.
   *
   * Fails when: `bytes` is no Uint8Array, or has more than 65535 bytes (MisuseError).
   */
  feedDatagram(bytes: Uint8Array): void {
    const handle = access.datagrams(this, 'feedDatagram');
    const { length } = requireBytes('bytes', bytes);
    if (length > largestDatagram) throw invalidArgument('bytes', `at most ${largestDatagram} bytes, one datagram`, length);
    if (length > 0) native.engineFeedDatagram(handle, bytes);
  }

  /** Takes the datagrams that wait to be sent, in order, each as OpenSSL wrote it; empty if there is none. */
  drainDatagrams(): readonly Uint8Array[] {
    return native.engineDrainDatagrams(access.datagrams(this, 'drainDatagrams'));
  }

  /** How many datagrams wait to be drained. */
  get datagramsToDrain(): number {
    return native.engineDatagramsToDrain(access.datagrams(this, 'datagramsToDrain'));
  }

  /**
   * Milliseconds until what was sent last is to be sent again, 0 if that time is over; null if nothing waits for an answer. Ask after
   * every operation: any can start or stop the timer. @openssl DTLSv1_get_timeout
   */
  get dtlsTimeout(): number | null {
    return native.engineDtlsTimeout(access.datagrams(this, 'dtlsTimeout'));
  }

  /**
   * Sends again what got no answer, if `dtlsTimeout` is over; `value` says whether it was. It waits twice as long then. After 12 times
   * without an answer OpenSSL gives up: `failed`.
   *
   * During a handshake connect(), accept() and handshake() do the same themselves, when they find no input and the time is over.
   *
   * @openssl DTLSv1_handle_timeout
   */
  handleDtlsTimeout(): SslResult<boolean> {
    const handle = access.datagrams(this, 'handleDtlsTimeout');
    return access.perform(this, 'DTLSv1_handle_timeout', () => native.engineHandleTimeout(handle), isOne);
  }

  /**
   * The largest write() whose datagram keeps to the MTU, in bytes; 0 as long as no cipher is chosen. A larger one, up to 16384 bytes, is
   * sent all the same, in one datagram: OpenSSL cuts nothing but its handshake. @openssl DTLS_get_data_mtu
   */
  get dataMtu(): number {
    return native.engineDataMtu(access.datagrams(this, 'dataMtu'));
  }

  /**
   * The profile of SRTP that the handshake has agreed on; null as long as there is none. Its keys: `srtpKeys()`.
   *
   * @openssl SSL_get_selected_srtp_profile
   */
  get selectedSrtpProfile(): SrtpProfile | null {
    return native.engineSrtpProfile(access.datagrams(this, 'selectedSrtpProfile'));
  }

  /**
   * Server, in place of the first accept(): answers a ClientHello without a good cookie with a HelloVerifyRequest, and keeps nothing;
   * `value` is false then, and as long as no datagram is there. With the ClientHello that brings the cookie back `value` is true, and
   * accept() goes on with it. So a client has to receive at its address before it costs anything (RFC 6347, 4.2.1).
   *
   * Call it with one datagram fed each time, as each can be of another client: give the HelloVerifyRequest to the one who sent it. If a
   * ClientHello comes in fragments, the first must hold the whole cookie. Needs generateCookieCallback and verifyCookieCallback, whose
   * cookie should be made of the client's address and a secret.
   *
   * Fails when: the context is a client's (MisuseError).
   *
   * @openssl DTLSv1_listen
   */
  listen(): SslResult<boolean> {
    const handle = access.datagrams(this, 'listen');
    if (this.context.role !== 'server') throw new MisuseError('ERR_SSL_STATE', 'listen', "listen: this engine's context is a client's");
    return access.perform(this, 'DTLSv1_listen', () => native.engineListen(handle), isOne);
  }
}

/** What OpenSSL would fail with for the caller's mistake, and the connection with it. Fails when: no record can carry the bytes (MisuseError). */
export function refuseLargeRecord(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= largestRecord) return bytes;
  throw invalidArgument('bytes', `at most ${largestRecord} bytes, what one record of DTLS carries`, bytes.length);
}

function isOne([ret]: OutcomeNumbers): boolean {
  return ret === 1;
}
