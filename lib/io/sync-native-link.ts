// Owns: a blocking connection over a TCP socket in native code: over the BIO pair, or with OpenSSL's own socket BIO.
// Must not know: how the socket was connected.

import type { HandshakeStep } from '../core/handshake-step.ts';
import type { SslResult } from '../core/results.ts';
import type { BlockingSocket } from '../ssl/blocking-socket.ts';
import type { ShutdownProgress, SslEngine } from '../ssl/engine.ts';
import { timeoutError } from './peer-errors.ts';
import type { SyncLink, Timeout } from './sync-link.ts';

/** The engine's BIO pair, with native code that polls, sends and receives. */
export class PairLink implements SyncLink {
  readonly #engine: SslEngine;
  readonly #socket: BlockingSocket;
  #steps: readonly HandshakeStep[] = [];

  constructor(engine: SslEngine, socket: BlockingSocket) {
    this.#engine = engine;
    this.#socket = socket;
  }

  get steps(): readonly HandshakeStep[] {
    return this.#steps;
  }

  connect(timeout: Timeout): SslResult {
    return this.#socket.connect(this.#engine, timeout, (steps) => {
      this.#steps = steps.map((step) => ({ call: 'SSL_connect', ...step }));
    });
  }

  read(into: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#socket.read(this.#engine, into, timeout);
  }

  write(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#socket.write(this.#engine, bytes, timeout);
  }

  shutdown(timeout: Timeout): SslResult<ShutdownProgress> {
    return this.#socket.shutdown(this.#engine, timeout);
  }

  close(): void {
    this.#socket.close();
  }
}

/**
 * OpenSSL's socket BIO on a blocking descriptor, as in C after SSL_set_fd: it is OpenSSL that waits. The timeout bounds each single wait
 * on the socket (SO_RCVTIMEO, SO_SNDTIMEO) and not the whole call, and it was set when the socket was made blocking.
 */
export class SocketBioLink implements SyncLink {
  readonly #engine: SslEngine;
  readonly #socket: BlockingSocket;
  #steps: readonly HandshakeStep[] = [];

  constructor(engine: SslEngine, socket: BlockingSocket) {
    this.#engine = engine;
    this.#socket = socket;
  }

  get steps(): readonly HandshakeStep[] {
    return this.#steps;
  }

  connect(timeout: Timeout): SslResult {
    const since = performance.now();
    const result = this.#engine.connect();
    const ms = performance.now() - since;
    this.#steps = [{ call: 'SSL_connect', ret: result.ret, code: result.code ?? 0, sent: null, received: null, ms }];
    return this.#finished('SSL_connect', result, timeout);
  }

  read(into: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#finished('SSL_read_ex', this.#engine.read(into), timeout);
  }

  write(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#finished('SSL_write_ex', this.#engine.write(bytes), timeout);
  }

  shutdown(timeout: Timeout): SslResult<ShutdownProgress> {
    return this.#finished('SSL_shutdown', this.#engine.shutdown(), timeout);
  }

  close(): void {
    this.#socket.close();
  }

  // A blocking socket gives want-read and want-write in one case only: its own time limit has run out.
  #finished<T>(operation: string, result: SslResult<T>, timeout: Timeout): SslResult<T> {
    if (result.status === 'want-read' || result.status === 'want-write') throw timeoutError(operation, timeout, this.#engine.state.text);
    return result;
  }
}
