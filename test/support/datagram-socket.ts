// Owns: an engine over a UDP socket of 127.0.0.1: sends what the engine gives after every operation, feeds what comes, and waits for
// whichever comes first, a datagram or the engine's timer.
// Must not know: what is tested.

import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import type { SslContext, SslEngine, SslEngineOptions, SslResult } from '../../lib/index.ts';
import { SslEngine as Engine } from '../../lib/index.ts';

const local = '127.0.0.1';

export class DatagramSocket {
  readonly engine: SslEngine;
  readonly #socket: Socket;
  #peer: number | null;
  #waiting: (() => void) | null = null;

  private constructor(engine: SslEngine, socket: Socket, peer: number | null) {
    this.engine = engine;
    this.#socket = socket;
    this.#peer = peer;
    socket.on('message', (datagram: Buffer, from: RemoteInfo) => {
      this.#peer ??= from.port; // a server's client is who comes first
      if (from.port !== this.#peer) return;
      engine.feedDatagram(datagram);
      this.#wake();
    });
    socket.on('error', () => this.#wake()); // nobody there yet: the engine's timer sends it again
  }

  /** A client with the port of its server, a server without one. */
  static async open(context: SslContext, options: SslEngineOptions = {}, peer: number | null = null): Promise<DatagramSocket> {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, local, () => resolve()));
    return new DatagramSocket(new Engine(context, options), socket, peer);
  }

  get port(): number {
    return this.#socket.address().port;
  }

  /** Repeats an operation until it has an end, or does not end without more than input. */
  async run<T>(operation: (engine: SslEngine) => SslResult<T>, done: (value: T) => boolean = () => true): Promise<SslResult<T>> {
    for (;;) {
      const result = operation(this.engine);
      this.#send();
      if (result.status === 'done' ? done(result.value) : result.status !== 'want-read') return result;
      await this.#input();
      if (this.engine.dtlsTimeout !== 0) continue;
      const resent = this.engine.handleDtlsTimeout();
      this.#send();
      if (resent.status === 'failed') return resent;
    }
  }

  /** Reads until what was read has the text. */
  async reads(text: string): Promise<string> {
    const into = Buffer.alloc(17 * 1024);
    let read = '';
    while (!read.includes(text)) {
      const result = await this.run((engine) => engine.read(into));
      if (result.status !== 'done') throw new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(read)}: ${result.status}`);
      read += into.subarray(0, result.value).toString('latin1');
    }
    return read;
  }

  close(): void {
    this.engine.close();
    this.#socket.close();
    this.#wake();
  }

  #send(): void {
    for (const datagram of this.engine.drainDatagrams()) {
      if (this.#peer !== null) this.#socket.send(datagram, this.#peer, local);
    }
  }

  async #input(): Promise<void> {
    const left = this.engine.dtlsTimeout;
    const timer = left === null ? undefined : setTimeout(() => this.#wake(), left);
    await new Promise<void>((resolve) => {
      this.#waiting = resolve;
    });
    clearTimeout(timer);
  }

  #wake(): void {
    this.#waiting?.();
    this.#waiting = null;
  }
}
