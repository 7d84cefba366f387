// Owns: a blocking TLS connection as a program sees it: read, write, shutdown, close.
// Must not know: what carries the bytes.

import type { Certificate } from '../core/certificate.ts';
import { MisuseError, SslError } from '../core/errors.ts';
import type { HandshakeStep } from '../core/handshake-step.ts';
import { describeValue, invalidArgument, OptionReader, requireBytes, requireInteger } from '../core/options.ts';
import type { PublicKey } from '../core/public-key.ts';
import type { SslResult } from '../core/results.ts';
import type { ConnectionInfo } from '../ssl/connection-info.ts';
import type { ShutdownProgress, SslEngine } from '../ssl/engine.ts';
import type { EarlyDataStatus } from '../ssl/engine-early-data.ts';
import { HandshakeFacts } from '../ssl/handshake-facts.ts';
import { readTimeout } from './connect-options.ts';
import { againstDemands, type Demands } from './demands.ts';
import { earlyDataToSend } from './early-data.ts';
import { closedUnderError, unexpectedResult } from './peer-errors.ts';
import type { SyncLink, Timeout } from './sync-link.ts';

/** Options of one blocking call. */
export interface SyncCallOptions {
  /** Milliseconds for this call as a whole; default: the connection's. `Infinity`: no limit. */
  readonly timeout?: number;
}

/** For `connectSync()`: what the handshake has to fulfil, and what is sent before it is finished. */
export interface SyncPlan {
  readonly demands: Demands;
  readonly earlyData: Uint8Array | null;
}

/** For `connectSync()`: of the handshake, and of each call after it. */
export interface SyncTimeouts {
  readonly handshake: Timeout;
  readonly call: Timeout;
}

const noOptions: SyncCallOptions = {};
const defaultRead = 16 * 1024;
const largestRead = 2 ** 30;
// How long close() may take to get close_notify out: it goes into the socket's buffer, or not at all.
const closeTimeout = 1;

/**
 * A TLS connection whose calls wait: the thread does nothing else meanwhile. It is made by `connectSync()`.
 *
 * Every call throws an SslError for what the peer or the network does. After one with code `ERR_SSL_TIMEOUT` the connection is as it
 * was and the call can be repeated (a write with the same bytes); after any other it can only be closed.
 *
 * Every call fails when: the socket is closed, or another call of it is under way (MisuseError).
 */
export class SyncSslSocket {
  readonly engine: SslEngine;
  /** The handshake, call by call. */
  readonly handshakeSteps: readonly HandshakeStep[];
  /**
   * What became of `dangerousEarlyData`: unless it is `accepted`, the server has not seen it, and it must be sent again.
   * @openssl SSL_get_early_data_status
   */
  readonly earlyDataStatus: EarlyDataStatus;
  readonly #facts: HandshakeFacts;
  readonly #link: SyncLink;
  readonly #timeout: Timeout;
  #busy = false;
  #closed = false;

  /** For `connectSync()`: does the handshake. */
  constructor(engine: SslEngine, link: SyncLink, { demands, earlyData }: SyncPlan, timeouts: SyncTimeouts) {
    this.engine = engine;
    this.#link = link;
    this.#timeout = timeouts.call;
    try {
      const left = sendEarlyData(engine, link, earlyDataToSend(engine, earlyData, demands), timeouts.handshake);
      const result = link.connect(left);
      if (engine.closed) throw closedUnderError('SSL_connect'); // by a callback
      if (result.status !== 'done') throw endedWith('SSL_connect', result, engine);
      const refused = againstDemands(engine, demands);
      if (refused !== null) throw refused;
    } catch (error) {
      if (error instanceof SslError) error.handshakeSteps = link.steps;
      engine.close();
      closeQuietly(link); // why the handshake failed counts
      throw error;
    }
    this.#facts = new HandshakeFacts(engine, 'connection');
    this.handshakeSteps = link.steps;
    this.earlyDataStatus = engine.earlyDataStatus;
  }

  /** What was negotiated. It stays readable after the connection is closed. */
  get connection(): ConnectionInfo {
    return this.#facts.connection;
  }

  /** The peer's public key, of its certificate or without one; null if it showed nothing. */
  get peerPublicKey(): PublicKey | null {
    return this.#facts.peerPublicKey;
  }

  /** What the peer sent, its own certificate first. */
  get peerChain(): readonly Certificate[] {
    return this.#facts.peerChain;
  }

  /** The peer's certificate; null if it showed none. */
  get peerCertificate(): Certificate | null {
    return this.peerChain[0] ?? null;
  }

  /**
   * Waits for data and gives what one record holds, at most `size` bytes; null when the peer has sent close_notify.
   *
   * Fails when: the connection ends without close_notify (SslError, `unexpectedEof`), it breaks, or the time is up (SslError).
   *
   * @openssl SSL_read_ex
   */
  read(size: number = defaultRead, options: SyncCallOptions = noOptions): Buffer | null {
    const into = Buffer.allocUnsafe(requireInteger('size', size, 1, largestRead));
    const count = SyncSslSocket.#readInto(this, 'read', into, options);
    return count === null ? null : into.subarray(0, count);
  }

  /**
   * As read(), into memory of the caller's: gives the number of bytes, null when the peer has sent close_notify.
   *
   * @openssl SSL_read_ex
   */
  readInto(into: Uint8Array, options: SyncCallOptions = noOptions): number | null {
    if (requireBytes('into', into).length === 0) throw invalidArgument('into', 'a Uint8Array of at least one byte', into);
    return SyncSslSocket.#readInto(this, 'readInto', into, options);
  }

  /**
   * Sends all of `data` and gives the number of bytes. A string is sent as UTF-8.
   *
   * Fails when: the connection breaks or the time is up (SslError).
   *
   * @openssl SSL_write_ex
   */
  write(data: Uint8Array | string, options: SyncCallOptions = noOptions): number {
    const bytes = typeof data === 'string' ? Buffer.from(data) : requireBytes('data', data);
    let sent = 0;
    do {
      const result = SyncSslSocket.#call(this, 'write', options, (link, timeout) => link.write(bytes.subarray(sent), timeout));
      if (result.status !== 'done') throw endedWith('SSL_write_ex', result, this.engine);
      sent += result.value; // less than all with SSL_MODE_ENABLE_PARTIAL_WRITE
    } while (sent < bytes.length);
    return sent;
  }

  /**
   * Sends close_notify and says whether the peer's has come (`complete`) or not yet (`sent`). After `sent` the peer may still send: read
   * until null for a close in full.
   *
   * Fails when: it cannot be sent (SslError).
   *
   * @openssl SSL_shutdown
   */
  shutdown(options: SyncCallOptions = noOptions): ShutdownProgress {
    const result = SyncSslSocket.#call(this, 'shutdown', options, (link, timeout) => link.shutdown(timeout));
    if (result.status !== 'done') throw endedWith('SSL_shutdown', result, this.engine);
    return result.value;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Ends the connection: close_notify if it was not sent and can be sent at once, then the transport. What the peer still sends is
   * dropped. May be called again.
   */
  close(): void {
    const socket = SyncSslSocket.#known(this, 'close');
    if (socket.#closed) return;
    if (socket.#busy) throw busy('close');
    socket.#closed = true;
    try {
      if (socket.engine.failure === null && !socket.engine.state.sentShutdown) socket.#link.shutdown(closeTimeout);
    } catch {
      // The peer is gone or takes nothing: there is nobody to tell.
    } finally {
      socket.engine.close();
      socket.#link.close();
    }
  }

  static #readInto(receiver: SyncSslSocket, method: string, into: Uint8Array, options: SyncCallOptions): number | null {
    const result = SyncSslSocket.#call(receiver, method, options, (link, timeout) => link.read(into, timeout));
    if (result.status === 'done') return result.value;
    if (result.status === 'closed') return null;
    throw endedWith('SSL_read_ex', result, receiver.engine);
  }

  // A transport of the caller's is JavaScript: it could call back into the operation that is calling it.
  static #call<T>(
    receiver: unknown,
    method: string,
    options: SyncCallOptions,
    run: (link: SyncLink, timeout: Timeout) => SslResult<T>,
  ): SslResult<T> {
    const socket = SyncSslSocket.#known(receiver, method);
    const timeout = options === noOptions ? socket.#timeout : readCallTimeout(options, socket.#timeout);
    if (socket.#closed) throw new MisuseError('ERR_SSL_CLOSED', method, `${method}: the socket is closed`);
    if (socket.#busy) throw busy(method);
    socket.#busy = true;
    try {
      return run(socket.#link, timeout);
    } finally {
      socket.#busy = false;
    }
  }

  static #known(socket: unknown, method: string): SyncSslSocket {
    if (typeof socket === 'object' && socket !== null && #link in socket) return socket;
    throw new MisuseError('ERR_SSL_RECEIVER', method, `${method} must be called on a SyncSslSocket, not on ${describeValue(socket)}`);
  }
}

// Nothing else runs while a call blocks: an answer that comes later never would.
function endedWith(operation: string, result: Exclude<SslResult<unknown>, { status: 'done' }>, engine: SslEngine): Error {
  if (engine.pendingAnswer === null) return unexpectedResult(operation, result, engine);
  return new MisuseError('ERR_SSL_STATE', operation, `${operation}: a callback gave a promise, which a blocking call cannot wait for`);
}

// What is left of the time for the handshake.
function sendEarlyData(engine: SslEngine, link: SyncLink, bytes: Uint8Array | null, timeout: Timeout): Timeout {
  if (bytes === null) return timeout;
  const since = performance.now();
  const result = link.writeEarlyData(bytes, timeout);
  if (result.status !== 'done') throw endedWith('SSL_write_early_data', result, engine);
  return timeout === null ? null : Math.max(1, Math.ceil(timeout - (performance.now() - since)));
}

function closeQuietly(link: SyncLink): void {
  try {
    link.close();
  } catch {
    // A transport of the caller's: there is another error to tell already.
  }
}

function readCallTimeout(options: SyncCallOptions, otherwise: Timeout): Timeout {
  const reader = new OptionReader('options', options, ['timeout']);
  return reader.has('timeout') ? readTimeout(reader) : otherwise;
}

function busy(method: string): MisuseError {
  return new MisuseError('ERR_SSL_BUSY', method, `${method}: another call of this socket is under way`);
}
