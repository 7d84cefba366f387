// Owns: the ciphertext between an engine and its own descriptor, watched by the event loop: no stream in between. When there is something
// to read, when something waits to be sent, and how a descriptor is let go.
// Must not know: what the engine is doing, how the connection was made.

import { Socket } from 'node:net';
import type { SslEngine } from '../ssl/engine.ts';
import {
  attachDescriptor,
  type DescriptorListener,
  type EngineDescriptor,
  readable,
  type SocketAddress,
  systemError,
  writable,
} from '../ssl/engine-descriptor.ts';
import { letGo } from './linger.ts';
import { mostOutput, type Transport, type TransportClosing, type TransportEvents, type TransportMaker } from './transport.ts';

// What is gathered is sent at once from here on: larger pieces gain nothing any more.
const worthFlushing = 512 * 1024;
// So much may wait for the peer without anything having to wait for it, as in a stream.
const littleUnsent = 16 * 1024;
// What is sent before the event loop has its turn again: a peer that takes everything must not hold up all others.
const mostAtOnce = 4 * 1024 * 1024;

/** Waits over a descriptor for the driver that is made next, with the engine attached to it; null where that cannot be. */
export function overDescriptor(engine: SslEngine, fd: number): TransportMaker | null {
  const transport = DescriptorTransport.over(engine, fd);
  return transport === null ? null : (_engine, events) => transport.begin(events);
}

class DescriptorTransport implements Transport, DescriptorListener {
  readonly stream = null;
  readonly #engine: SslEngine;
  #descriptor: EngineDescriptor | null = null;
  #events: TransportEvents | null = null;
  #holdsEnd = false;
  #watched = 0;
  #wantsRead = false;
  #unflushed = 0;
  #unsent = 0;
  #sentAtOnce = 0;
  #rests = false;
  #received = 0;
  #sent = 0;
  #failed = false;
  #endsOutput = false;
  #closed = false;
  #held = false;
  #missed = 0; // events that came while it was held
  #hasCome = false;
  #addresses: Partial<Record<'own' | 'peer', SocketAddress>> | null = null; // once asked for they stay known

  constructor(engine: SslEngine) {
    this.#engine = engine;
  }

  static over(engine: SslEngine, fd: number): DescriptorTransport | null {
    const transport = new DescriptorTransport(engine);
    transport.#descriptor = attachDescriptor(engine, fd, transport);
    return transport.#descriptor === null ? null : transport;
  }

  begin(events: TransportEvents): this {
    this.#events = events;
    return this;
  }

  get holdsEnd(): boolean {
    return this.#holdsEnd;
  }

  set holdsEnd(yes: boolean) {
    this.#holdsEnd = yes;
    if (yes) this.#descriptor?.holdEnd();
  }

  get hasRoom(): boolean {
    return !this.#failed && this.#unsent < littleUnsent && this.#sentAtOnce < mostAtOnce;
  }

  get received(): number {
    return this.#received;
  }

  get sent(): number {
    return this.#sent;
  }

  get unsent(): number {
    return this.#unsent;
  }

  get endIsHeld(): boolean {
    return this.#holdsEnd && this.#descriptor?.ended === true;
  }

  // It is OpenSSL that reads: what moves is the word that there is something.
  feed(): boolean {
    this.#held = false;
    const events = this.#missed;
    this.#missed = 0;
    if (events !== 0) this.#take(events);
    const hasCome = this.#hasCome;
    this.#hasCome = false;
    return hasCome;
  }

  hold(): void {
    this.#held = true;
  }

  canGoOn(status: 'want-read' | 'want-write'): boolean {
    if (status === 'want-write') return this.#unsent === 0;
    if (this.feed()) return true; // it came while the engine was away
    this.#wantsRead = true;
    if (this.#unsent <= mostOutput) this.#watch(this.#watched | readable);
    return false;
  }

  flushIfLarge(written: number): void {
    this.#unflushed += written;
    if (this.#unflushed >= worthFlushing) this.flush();
  }

  flush(lastWords = false): void {
    const descriptor = this.#descriptor;
    if (descriptor === null || this.#closed || this.#engine.away || this.#engine.closed) return;
    const errno = descriptor.flush();
    this.#unflushed = 0;
    this.#unsent = descriptor.unsent;
    const received = descriptor.received - this.#received;
    const sent = descriptor.sent - this.#sent;
    this.#received += received;
    this.#sent += sent;
    this.#sentAtOnce += sent;
    if (received + sent > 0) this.#events?.moved(received, sent, true);
    this.#watch(this.#unsent > 0 ? this.#watched | writable : this.#watched & ~writable);
    if (this.#unsent === 0 && this.#sentAtOnce >= mostAtOnce) this.#rest();
    if (errno !== 0 && !lastWords) this.#failLater(errno);
  }

  awaitFlush(): boolean {
    return this.#unsent === 0 && !this.#failed;
  }

  end(): void {
    this.#endsOutput = true;
    if (this.#unsent === 0) this.#open?.endOutput();
  }

  address(whose: 'own' | 'peer'): SocketAddress | null {
    const known = this.#addresses?.[whose] ?? this.#open?.address(whose) ?? null;
    if (known !== null) this.#addresses = { ...this.#addresses, [whose]: known };
    return known;
  }

  setNoDelay(yes: boolean): void {
    this.#open?.setNoDelay(yes);
  }

  setKeepAlive(yes: boolean, milliseconds: number): void {
    this.#open?.setKeepAlive(yes, Math.floor(milliseconds / 1000));
  }

  keepAlive(yes: boolean): void {
    this.#open?.keepAlive(yes);
  }

  // The engine closes the descriptor when it is closed, which its driver does next. What has to wait for the peer waits in a stream.
  close(when: TransportClosing): void {
    if (this.#closed) return;
    if (when !== 'at-once') this.flush(true);
    const descriptor = this.#open;
    this.#closed = true;
    if (descriptor === null) return;
    this.#watch(0);
    if (when === 'at-once' || this.#engine.away) return;
    if (when === 'behind-output' && this.#unsent === 0) {
      descriptor.endOutput();
      descriptor.discardInput();
      return;
    }
    const { fd, unsent } = descriptor.release();
    const stream = new Socket({ fd, allowHalfOpen: true });
    stream.on('error', () => undefined);
    if (unsent.length > 0) stream.write(unsent);
    letGo(stream, when);
  }

  ready(given: number): void {
    if (this.#open === null) return;
    if (given < 0) this.#watched = 0;
    if (this.#held) {
      this.#missed |= Math.abs(given);
      this.#watch(0); // it would be told again and again; whoever waits for more asks for it
      return;
    }
    this.#take(Math.abs(given));
    this.#events?.changed();
  }

  #take(events: number): void {
    if ((events & readable) !== 0) {
      this.#hasCome = true;
      this.#descriptor?.readable();
      // Once more than is wanted shows that nobody reads: only then the watch is ended.
      if (!this.#wantsRead || this.#unsent > mostOutput) this.#watch(this.#watched & ~readable);
      this.#wantsRead = false;
    }
    if ((events & writable) !== 0) this.#sendOn();
  }

  // Its owner's own doing, under the connection.
  closing(): void {
    if (this.#closed) return;
    this.#watch(0);
    this.#descriptor = null;
    queueMicrotask(() => this.#events?.changed());
  }

  get #open(): EngineDescriptor | null {
    return this.#closed || this.#engine.closed ? null : this.#descriptor;
  }

  #sendOn(): void {
    this.#sentAtOnce = 0;
    this.flush();
    if (this.#unsent > 0) return;
    if (this.#endsOutput) this.#open?.endOutput();
    if (this.#wantsRead) this.#watch(this.#watched | readable);
  }

  #rest(): void {
    if (this.#rests) return;
    this.#rests = true;
    setImmediate(() => {
      this.#rests = false;
      this.#sentAtOnce = 0;
      if (!this.#closed) this.#events?.changed();
    });
  }

  #watch(events: number): void {
    if (events === this.#watched || this.#descriptor === null) return;
    this.#watched = events;
    if (!this.#descriptor.watch(events)) queueMicrotask(() => this.#events?.failed(new Error('it cannot be watched any more')));
  }

  // What the peer has said before it went, an alert, is worth more: it is read in this turn.
  #failLater(errno: number): void {
    if (this.#failed) return;
    this.#failed = true;
    process.nextTick(() => {
      if (!this.#closed) this.#events?.failed(systemError('write', errno));
    });
  }
}
