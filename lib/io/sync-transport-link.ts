// Owns: a blocking connection over a transport of the caller's, with synchronous read and write.
// Must not know: what the transport is.

import { SslError } from '../core/errors.ts';
import type { HandshakeStep } from '../core/handshake-step.ts';
import { invalidArgument, requireInteger } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import type { ShutdownProgress, SslEngine } from '../ssl/engine.ts';
import { HandshakeRecorder } from './handshake-recorder.ts';
import { timeoutError, transportError } from './peer-errors.ts';
import type { SyncLink, Timeout } from './sync-link.ts';

/** Carries the bytes of a blocking connection. Both methods may wait as long as they like: the deadline is looked at between calls. */
export interface SyncTransport {
  /** Waits for bytes and gives at least one and at most `size`; null at the end of file. */
  read(size: number): Uint8Array | null;
  /** Takes bytes, and says how many if it was not all of them. */
  write(bytes: Uint8Array): number | undefined;
  /** The connection is over. */
  close?(): void;
}

const chunkSize = 64 * 1024;

export class TransportLink implements SyncLink {
  readonly #engine: SslEngine;
  readonly #transport: SyncTransport;
  readonly #recorder = new HandshakeRecorder('SSL_connect');
  #unsent: Uint8Array = new Uint8Array(0); // what the transport did not take: it comes before anything else
  #closed = false;

  constructor(engine: SslEngine, transport: SyncTransport) {
    this.#engine = engine;
    this.#transport = transport;
  }

  get steps(): readonly HandshakeStep[] {
    return this.#recorder.steps;
  }

  connect(timeout: Timeout): SslResult {
    try {
      return this.#run('SSL_connect', timeout, () => this.#recorder.step(() => this.#engine.connect()));
    } finally {
      this.#recorder.close();
    }
  }

  writeEarlyData(bytes: Uint8Array, timeout: Timeout): SslResult<number> {
    const call = 'SSL_write_early_data';
    return this.#run(call, timeout, () => this.#recorder.step(() => this.#engine.writeEarlyData(bytes), call));
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
    if (this.#closed) return;
    this.#closed = true;
    this.#transport.close?.();
  }

  #run<T>(operation: string, timeout: Timeout, call: () => SslResult<T>): SslResult<T> {
    const until = timeout === null ? Number.POSITIVE_INFINITY : performance.now() + timeout;
    this.#flush(operation, false); // what an earlier call left: so a call that fails here can be repeated
    while (true) {
      const result = this.#called(operation, call);
      if (this.#engine.closed) return result; // by a callback
      this.#flush(operation, result.status === 'failed');
      if (result.status !== 'want-read' && result.status !== 'want-write') return result;
      if (performance.now() >= until) throw timeoutError(operation, timeout, this.#engine.state.text);
      if (result.status === 'want-read') this.#fill(operation);
    }
  }

  // What a callback throws comes out of the operation as it is, behind the alert.
  #called<T>(operation: string, call: () => SslResult<T>): SslResult<T> {
    try {
      return call();
    } catch (thrown) {
      try {
        if (!this.#engine.closed) this.#flush(operation, true);
      } catch {
        // The first error counts.
      }
      throw thrown;
    }
  }

  // Before every wait, whatever the code says. A failure's alert may be lost with a transport that is gone: the failure counts.
  #flush(operation: string, lastWords: boolean): void {
    const drained = this.#engine.drain();
    this.#recorder.sent(drained.length);
    this.#unsent = this.#unsent.length === 0 ? drained : Buffer.concat([this.#unsent, drained]);
    while (this.#unsent.length > 0) {
      let taken: unknown;
      try {
        taken = this.#transport.write(this.#unsent);
      } catch (cause) {
        if (lastWords) return;
        throw wrapped(operation, cause);
      }
      if (taken === undefined) taken = this.#unsent.length;
      this.#unsent = this.#unsent.subarray(requireInteger('the result of transport.write', taken, 1, this.#unsent.length));
    }
  }

  // Never more than the engine has room for, so that nothing has to be kept aside.
  #fill(operation: string): void {
    const size = Math.min(this.#engine.room, chunkSize);
    let bytes: Uint8Array | null;
    try {
      bytes = this.#transport.read(size);
    } catch (cause) {
      throw wrapped(operation, cause);
    }
    if (bytes === null) {
      this.#engine.feedEnd();
      return;
    }
    if (!(bytes instanceof Uint8Array) || bytes.length === 0 || bytes.length > size) {
      throw invalidArgument('the result of transport.read', `a Uint8Array of 1 to ${size} bytes, or null at the end`, bytes);
    }
    this.#recorder.received(bytes.length);
    this.#engine.feed(bytes);
  }
}

function wrapped(operation: string, cause: unknown): unknown {
  return cause instanceof SslError ? cause : transportError(operation, cause);
}
