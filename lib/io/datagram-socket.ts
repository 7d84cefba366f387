// Owns: a DTLS connection as an object that keeps the boundaries of messages: what connectDatagram() and createDatagramServer() give.
// Must not know: UDP, how the engine is driven, options, policy.

import { EventEmitter } from 'node:events';
import type { Certificate } from '../core/certificate.ts';
import { MisuseError } from '../core/errors.ts';
import type { HandshakeStep } from '../core/handshake-step.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import type { PublicKey } from '../core/public-key.ts';
import type { ConnectionInfo } from '../ssl/connection-info.ts';
import type { ShutdownProgress, SslEngine } from '../ssl/engine.ts';
import type { SrtpProfile } from '../ssl/srtp.ts';
import { DatagramDelivery } from './datagram-delivery.ts';
import { DatagramDriver } from './datagram-driver.ts';
import type { DatagramCloseReason, SslDatagramSocketEvents } from './datagram-events.ts';
import type { DatagramSocketStats } from './datagram-stats.ts';
import type { DatagramTransport } from './datagram-transport.ts';
import { destroyedError } from './peer-errors.ts';

const largestTimeout = 2 ** 31 - 1; // what a timer of Node can hold
const defaultLinger = 1000;

/**
 * A DTLS connection: messages in, messages out, each whole or not at all. It is made by `connectDatagram()` and a server of
 * `createDatagramServer()`, with the handshake already done.
 *
 * - What is lost on the way is lost; a resolved `send()` says that a datagram has left, not that it has arrived.
 * - Messages that nobody listens for are kept, up to the option `maxUnread`, and then dropped and counted.
 * - It is over with `close`, whatever came before.
 */
export class SslDatagramSocket extends EventEmitter<SslDatagramSocketEvents> {
  readonly engine: SslEngine;
  readonly #transport: DatagramTransport;
  readonly #driver: DatagramDriver;
  readonly #delivery: DatagramDelivery;
  #selectedSrtpProfile: SrtpProfile | null = null;
  #closeReason: DatagramCloseReason | null = null;
  #error: Error | null = null;
  #ending: Promise<ShutdownProgress> | null = null;
  #peerHasEnded: (() => void) | null = null;

  /** For `connectDatagram()` and servers: `onHandshake` hears once how the handshake ended. */
  constructor(engine: SslEngine, transport: DatagramTransport, maxUnread: number, onHandshake: (error: Error | null) => void) {
    super();
    this.engine = engine;
    this.#transport = transport;
    this.#delivery = new DatagramDelivery(this, maxUnread);
    this.#driver = new DatagramDriver(engine, transport, {
      handshake: (error) => {
        if (error === null) this.#selectedSrtpProfile = engine.selectedSrtpProfile;
        onHandshake(error);
      },
      message: (message) => this.#delivery.push(message),
      ended: () => this.#endedByPeer(),
      failed: (error) => this.destroy(error),
    });
    transport.receive({ message: (datagram) => this.#driver.receive(datagram), error: (error) => this.#driver.failed(error) });
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

  /** The profile of SRTP that was agreed on; null if none was. Its keys: `srtpKeys()`. @openssl SSL_get_selected_srtp_profile */
  get selectedSrtpProfile(): SrtpProfile | null {
    return this.#selectedSrtpProfile;
  }

  /** The largest message that send() takes: its datagram keeps to the MTU. 0 once it is closed. @openssl DTLS_get_data_mtu */
  get maxMessage(): number {
    return this.engine.closed ? 0 : this.engine.dataMtu;
  }

  /** The peer's address; null where the transport tells none. */
  get remoteAddress(): string | null {
    return this.#transport.remoteAddress?.address ?? null;
  }

  get remotePort(): number | null {
    return this.#transport.remoteAddress?.port ?? null;
  }

  get localAddress(): string | null {
    return this.#transport.localAddress?.address ?? null;
  }

  get localPort(): number | null {
    return this.#transport.localAddress?.port ?? null;
  }

  /** Whether it is over: nothing can be sent any more. */
  get closed(): boolean {
    return this.#closeReason !== null;
  }

  /** What it has ended with; null if that was no error. */
  get error(): Error | null {
    return this.#error;
  }

  get stats(): DatagramSocketStats {
    return { ...this.#driver.counts, unread: this.#delivery.dropped };
  }

  /**
   * Sends one message as one datagram. The promise resolves with its length when the datagram has left; so does the callback, in its place.
   *
   * Rejects when: it is no Uint8Array, empty or larger than `maxMessage`, or the connection was closed by this side (MisuseError); the
   * connection is over or the datagram did not leave (SslError, of which nobody needs to take notice).
   *
   * @openssl SSL_write_ex
   */
  send(message: Uint8Array): Promise<number>;
  send(message: Uint8Array, callback: (error: Error | null, bytes: number) => void): void;
  send(message: Uint8Array, callback?: (error: Error | null, bytes: number) => void): Promise<number> | undefined {
    if (callback !== undefined && typeof callback !== 'function') throw invalidArgument('callback', 'a function', callback);
    const sending = this.#send(message);
    if (callback === undefined) return sending;
    sending.then(
      (bytes) => process.nextTick(callback, null, bytes),
      (error: unknown) => process.nextTick(callback, error as Error, 0),
    );
    return undefined;
  }

  /**
   * Sends close_notify, waits for the peer's, and closes. `complete`: it has come; `sent`: not within `timeout` milliseconds (default
   * 1000), as either may be lost. Messages come until then.
   *
   * Rejects when: an option is wrong (MisuseError), or the connection ends with an error meanwhile (SslError).
   *
   * @openssl SSL_shutdown
   */
  async shutdown(options: { readonly timeout?: number } = {}): Promise<ShutdownProgress> {
    const timeout = new OptionReader('options', options, ['timeout']).integer('timeout', 1, largestTimeout) ?? defaultLinger;
    if (this.closed) return this.#closeReason === 'peer' ? 'complete' : 'sent';
    this.#ending ??= this.#linger(timeout);
    return await this.#ending;
  }

  /** Sends close_notify and closes at once. May be called again. */
  close(): this {
    this.#driver.shutdown();
    this.#finish('local', null);
    return this;
  }

  /** Closes without close_notify; `error` is then emitted, before `close`. May be called again. */
  destroy(error: Error | null = null): this {
    this.#finish(error === null ? 'local' : 'error', error);
    return this;
  }

  /** For servers: the peer has made another connection. */
  replaced(): void {
    this.#finish('replaced', null);
  }

  /**
   * Bytes that both sides can derive, and nobody else: as that of SslEngine.
   *
   * Fails when: an argument is wrong, or the connection is closed (MisuseError).
   *
   * @openssl SSL_export_keying_material
   */
  exportKeyingMaterial(length: number, label: string, context: Uint8Array | null = null): Uint8Array {
    return this.engine.exportKeyingMaterial(length, label, context);
  }

  /** The process lives as long as the connection is open: the default. */
  ref(): this {
    this.#driver.keepAlive(true);
    this.#transport.ref?.();
    return this;
  }

  /** The process may end although the connection is open. */
  unref(): this {
    this.#driver.keepAlive(false);
    this.#transport.unref?.();
    return this;
  }

  /** For `connectDatagram()` and servers: the deadline of the handshake has passed. */
  handshakeTimedOut(timeout: number): void {
    this.#driver.handshakeTimedOut(timeout);
  }

  /**
   * The messages, one by one, until the connection is closed; throws if that was by an error. Leaving the loop closes the connection. While
   * there is an iterator, `message` is not emitted.
   */
  [Symbol.asyncIterator](): AsyncIterableIterator<Uint8Array, undefined> {
    return this.#delivery.iterate(() => this.close());
  }

  #send(message: Uint8Array): Promise<number> {
    const wrong = this.#refusal(message);
    if (wrong !== null) return Promise.reject(wrong);
    const sending = new Promise<number>((resolve, reject) => {
      if (this.closed) {
        reject(this.#error ?? destroyedError('before this was sent', 'SSL_write_ex'));
        return;
      }
      this.#driver.send(message, (error) => {
        if (error == null) resolve(message.length);
        else reject(error);
      });
    });
    sending.catch(() => undefined); // a datagram may get lost here as well as anywhere: who wants to know waits for the promise
    return sending;
  }

  // null: it can be sent, as far as the caller is concerned.
  #refusal(message: unknown): MisuseError | null {
    if (!(message instanceof Uint8Array)) return invalidArgument('message', 'a Uint8Array (a Buffer is one)', message);
    if (this.#closeReason === 'local' || this.#ending !== null) {
      return new MisuseError('ERR_SSL_CLOSED', 'send', 'send: the connection was closed by this side');
    }
    if (message.length === 0) return invalidArgument('message', 'at least one byte: OpenSSL sends no empty message', 0);
    if (this.closed || this.engine.closed) return null;
    if (this.#driver.outcome === null) return new MisuseError('ERR_SSL_STATE', 'send', 'send: the handshake is not finished');
    const most = this.engine.dataMtu;
    if (message.length <= most) return null;
    return invalidArgument('message', `at most ${most} bytes, what fits into a datagram (maxMessage)`, message.length);
  }

  async #linger(timeout: number): Promise<ShutdownProgress> {
    let timer: NodeJS.Timeout | undefined;
    const answered = await new Promise<boolean>((resolve) => {
      this.#peerHasEnded = () => resolve(true);
      this.once('close', () => resolve(false));
      timer = setTimeout(() => resolve(false), timeout);
      this.#driver.shutdown();
    });
    clearTimeout(timer);
    if (this.#error !== null) throw this.#error;
    this.#finish('local', null);
    return answered ? 'complete' : 'sent';
  }

  #endedByPeer(): void {
    if (this.#peerHasEnded !== null) {
      this.#peerHasEnded();
      return;
    }
    this.#driver.shutdown(); // RFC 5246, 7.2.1
    this.#finish('peer', null);
  }

  #finish(reason: DatagramCloseReason, error: Error | null): void {
    if (this.#closeReason !== null) return;
    this.#closeReason = reason;
    this.#error = error;
    const isOpen = this.#driver.outcome !== null;
    this.#driver.close(error);
    this.#transport.close();
    // Behind the messages that came before, and out of whatever has called this.
    process.nextTick(() => {
      this.#delivery.end(error);
      if (error !== null && isOpen && this.listenerCount('error') > 0) this.emit('error', error);
      this.emit('close', reason);
    });
  }
}
