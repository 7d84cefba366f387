// Owns: a TLS connection as a Duplex whose handshake is done: what connect() and accept() give.
// Must not know: how the engine is driven, options, policy.

import { Duplex } from 'node:stream';
import type { Certificate } from '../core/certificate.ts';
import type { HandshakeStep } from '../core/handshake-step.ts';
import type { PublicKey } from '../core/public-key.ts';
import type { ConnectionInfo } from '../ssl/connection-info.ts';
import type { SslEngine } from '../ssl/engine.ts';
import type { EarlyDataStatus } from '../ssl/engine-early-data.ts';
import type { DriverPlan, WriteCallback } from './driver-plan.ts';
import { StreamDriver } from './stream-driver.ts';
import type { TransportMaker } from './transport.ts';

export interface SslSocketOptions {
  /** Go on writing after the peer has ended its side; default false: the own side then ends too. */
  readonly allowHalfOpen?: boolean;
}

/**
 * A TLS connection as a Duplex. It is made by `connect()` and `accept()`, with the handshake already done.
 *
 * - `end()` sends close_notify; the readable side goes on until the peer's close_notify has come.
 * - The transport ending without the peer's close_notify is an `error` (`unexpectedEof`), never a plain `end`.
 * - `destroy()` drops the connection without close_notify.
 */
export class SslSocket extends Duplex {
  readonly engine: SslEngine;
  readonly #driver: StreamDriver;

  /** For `connect()` and `accept()`: `onHandshake` hears once how the handshake ended. */
  constructor(
    engine: SslEngine,
    transport: TransportMaker,
    options: SslSocketOptions & DriverPlan,
    onHandshake: (error: Error | null) => void,
  ) {
    super({ allowHalfOpen: options.allowHalfOpen ?? false });
    this.engine = engine;
    this.#driver = new StreamDriver(engine, this, transport, options, {
      handshake: onHandshake,
      failed: (error) => this.destroy(error),
    });
    this.#driver.pump();
  }

  /** What was negotiated. It stays readable after the connection is closed. */
  get connection(): ConnectionInfo | null {
    return this.#driver.outcome?.facts.connection ?? null;
  }

  /** The peer's certificate; null if it showed none. */
  get peerCertificate(): Certificate | null {
    return this.peerChain[0] ?? null;
  }

  /** The peer's public key, of its certificate or without one; null if it showed nothing. */
  get peerPublicKey(): PublicKey | null {
    return this.#driver.outcome?.facts.peerPublicKey ?? null;
  }

  /** What the peer sent, its own certificate first. */
  get peerChain(): readonly Certificate[] {
    return this.#driver.outcome?.facts.peerChain ?? [];
  }

  /** The handshake, call by call. */
  get handshakeSteps(): readonly HandshakeStep[] {
    return this.#driver.calls.recorder.steps;
  }

  /** What became of a client's `dangerousEarlyData`: unless it is `accepted` it must be sent again. @openssl SSL_get_early_data_status */
  get earlyDataStatus(): EarlyDataStatus {
    return this.#driver.outcome?.earlyDataStatus ?? 'not-sent';
  }

  /** On a server with `dangerousEarlyData`: what the client sent before the handshake was finished. It may be a replay. */
  get earlyData(): Uint8Array {
    return this.#driver.outcome?.earlyData ?? new Uint8Array(0);
  }

  /** The stream under this one; null where OpenSSL works on the connection's descriptor itself (the option `io`). */
  get transport(): Duplex | null {
    return this.#driver.transport.stream;
  }

  /** The peer's IP address; null if the connection has none, or was closed before anybody asked. As net.Socket's. */
  get remoteAddress(): string | null {
    return this.#driver.transport.address('peer')?.address ?? null;
  }

  get remotePort(): number | null {
    return this.#driver.transport.address('peer')?.port ?? null;
  }

  get remoteFamily(): 'IPv4' | 'IPv6' | null {
    return this.#driver.transport.address('peer')?.family ?? null;
  }

  /** The own IP address; null if the connection has none, or was closed before anybody asked. */
  get localAddress(): string | null {
    return this.#driver.transport.address('own')?.address ?? null;
  }

  get localPort(): number | null {
    return this.#driver.transport.address('own')?.port ?? null;
  }

  /** Bytes of ciphertext that came from the peer. */
  get bytesRead(): number {
    return this.#driver.transport.received;
  }

  /** Bytes of ciphertext that went to the peer, or wait to: `unsent` of them. */
  get bytesWritten(): number {
    return this.#driver.transport.sent;
  }

  /** Bytes of ciphertext that wait for the peer to read; what is written waits above them, as `writableLength`. */
  get unsent(): number {
    return this.#driver.transport.unsent;
  }

  /** As net.Socket's; on a transport that knows no such thing it does nothing. */
  setNoDelay(yes = true): this {
    this.#driver.transport.setNoDelay(yes);
    return this;
  }

  /** As net.Socket's; `milliseconds` until the first probe. On a transport that knows no such thing it does nothing. */
  setKeepAlive(yes = false, milliseconds = 0): this {
    this.#driver.transport.setKeepAlive(yes, milliseconds);
    return this;
  }

  /** As net.Socket's: the process lives as long as the connection is open. */
  ref(): this {
    this.#driver.transport.keepAlive(true);
    return this;
  }

  /** As net.Socket's: the process may end although the connection is open. */
  unref(): this {
    this.#driver.transport.keepAlive(false);
    return this;
  }

  /** For `connect()` and `accept()`: the deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#driver.handshakeTimedOut(timeout);
  }

  override _read(): void {
    this.#driver.read();
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, callback: WriteCallback): void {
    this.#driver.write([chunk], callback);
  }

  override _writev(chunks: readonly { chunk: Uint8Array; encoding: BufferEncoding }[], callback: WriteCallback): void {
    this.#driver.write(
      chunks.map(({ chunk }) => chunk),
      callback,
    );
  }

  override _final(callback: WriteCallback): void {
    this.#driver.end(callback);
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    this.#driver.close(error, () => callback(error));
  }
}
