// Owns: a blocking connection over a TCP socket in native code: over the BIO pair, or with OpenSSL's own socket BIO.
// Must not know: how the socket was connected.

import type { HandshakeStep } from '../core/handshake-step.ts';
import type { SslResult } from '../core/results.ts';
import type { BlockingSocket, NativeStep } from '../ssl/blocking-socket.ts';
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
    return this.#socket.connect(this.#engine, timeout, (steps) => this.#note('SSL_connect', steps));
  }

  writeEarlyData(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#socket.writeEarlyData(this.#engine, bytes, timeout, (steps) => this.#note('SSL_write_early_data', steps));
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

  #note(call: string, steps: readonly NativeStep[]): void {
    this.#steps = [...this.#steps, ...steps.map((step) => ({ call, ...step }))];
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
    return this.#noted('SSL_connect', timeout, () => this.#engine.connect());
  }

  writeEarlyData(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#noted('SSL_write_early_data', timeout, () => this.#engine.writeEarlyData(bytes));
  }

  read(into: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#run('SSL_read_ex', timeout, () => this.#engine.read(into));
  }

  write(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    return this.#run('SSL_write_ex', timeout, () => this.#engine.write(bytes));
  }

  shutdown(timeout: Timeout): SslResult<ShutdownProgress> {
    return this.#run('SSL_shutdown', timeout, () => this.#engine.shutdown());
  }

  close(): void {
    this.#socket.close();
  }

  #noted<T>(call: string, timeout: Timeout, operation: () => SslResult<T>): SslResult<T> {
    const since = performance.now();
    let last: Pick<SslResult, 'ret' | 'code'> = { ret: 0, code: 0 };
    try {
      return this.#run(call, timeout, () => {
        const result = operation();
        last = result;
        return result;
      });
    } finally {
      const { ret, code } = last;
      this.#steps = [...this.#steps, { call, ret, code: code ?? 0, sent: null, received: null, ms: performance.now() - since }];
    }
  }

  // A blocking socket gives want-read and want-write in two cases: a signal came, or its own time limit has run out. Only the second is an
  // end, and the clock tells them apart.
  #run<T>(operation: string, timeout: Timeout, call: () => SslResult<T>): SslResult<T> {
    const until = timeout === null ? Number.POSITIVE_INFINITY : performance.now() + timeout - 1;
    while (true) {
      const result = call();
      if (result.status !== 'want-read' && result.status !== 'want-write') return result;
      if (performance.now() >= until) throw timeoutError(operation, timeout, this.#engine.state.text);
    }
  }
}
