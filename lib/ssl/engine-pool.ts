// Owns: the handshake of an engine on a thread of libuv's pool, one step at a time, so that its computations are not in the way of this
// thread.
//
//   this thread  ── connectAsync() ──┐ busy: refused   ┌─ callback ─┐                 ┌──▶ promise
//   the pool                         └──▶ SSL_connect ─┘            └──▶ SSL_connect ─┘
//
// Must not know: sockets, when a step is worth its way.

import { requireBytes } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import { access } from './engine-core.ts';
import { DatagramEngine } from './engine-datagrams.ts';
import { type EarlyDataRead, earlyDataReadOf } from './engine-early-data.ts';
import { refuseBeforeEarlyData } from './write-retry.ts';

/**
 * The part of SslEngine that computes elsewhere. Each method gives what the one without `Async` gives, of the same call of OpenSSL, with the
 * same error queue; only later.
 *
 * - Until the promise is settled nobody else may use the engine: its methods and properties are refused with `ERR_SSL_BUSY`, but for
 *   `closed`, `failure`, `busy`, `away` and `pendingAnswer`. close() takes effect when the step is over.
 * - Callbacks run on this thread, as they always do, and may do what they always may; the pool's thread waits for their answer. Keep them
 *   short: there are four threads, unless UV_THREADPOOL_SIZE says otherwise, for all that this process does there.
 *
 * Every method rejects when: the engine is closed, now or before the step is over, an operation is under way, or `this` is no SslEngine
 * (MisuseError); and with what a callback throws.
 */
export abstract class PoolEngine extends DatagramEngine {
  /**
   * Server: the handshake stops once, when all is chosen and every callback for that is asked, and before keys are made and used:
   * accept() gives `want-x509-lookup`, and `pausedBeforeKeys` is true. Then repeat it: acceptAsync() does the costly part elsewhere, and
   * only that. A session that is resumed needs none of it, and does not stop.
   */
  pauseBeforeKeys(): void {
    native.enginePauseBeforeKeys(access.open(this, 'pauseBeforeKeys'));
  }

  /** The handshake has stopped where pauseBeforeKeys() says. */
  get pausedBeforeKeys(): boolean {
    return native.engineIsPaused(access.open(this, 'pausedBeforeKeys'));
  }

  /**
   * The own Finished message is made, and no certificate of the peer's is to come: what is left of the handshake costs less than the way
   * to the pool. @openssl SSL_get_finished
   */
  get finishing(): boolean {
    return native.engineIsFinishing(access.open(this, 'finishing'));
  }

  /** connect() on the pool. Rejects when: early data waits for its retry (MisuseError). @openssl SSL_connect */
  async connectAsync(): Promise<SslResult> {
    const handle = access.open(this, 'connectAsync');
    refuseBeforeEarlyData(this, handle, 'connectAsync');
    return access.performOnPool(this, 'SSL_connect', (...step) => native.engineConnectOnPool(handle, ...step), nothing);
  }

  /** accept() on the pool. @openssl SSL_accept */
  async acceptAsync(): Promise<SslResult> {
    const handle = access.open(this, 'acceptAsync');
    return access.performOnPool(this, 'SSL_accept', (...step) => native.engineAcceptOnPool(handle, ...step), nothing);
  }

  /** handshake() on the pool. @openssl SSL_do_handshake */
  async handshakeAsync(): Promise<SslResult> {
    const handle = access.open(this, 'handshakeAsync');
    return access.performOnPool(this, 'SSL_do_handshake', (...step) => native.engineHandshakeOnPool(handle, ...step), nothing);
  }

  /**
   * readEarlyData() on the pool: it does most of a server's handshake. What it reads is put into `into` when it is over.
   *
   * Rejects when: `into` is no Uint8Array (MisuseError). @openssl SSL_read_early_data
   */
  async readEarlyDataAsync(into: Uint8Array): Promise<SslResult<EarlyDataRead>> {
    const handle = access.open(this, 'readEarlyDataAsync');
    requireBytes('into', into);
    return access.performOnPool(
      this,
      'SSL_read_early_data',
      (...step) => native.engineReadEarlyDataOnPool(handle, ...step, into),
      earlyDataReadOf,
      into.length === 0,
    );
  }
}

function nothing(): undefined {
  return undefined;
}
