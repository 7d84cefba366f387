// Owns: a TCP connection that gives what comes in piece by piece (firstPiece), however the network cut it.
// Must not know: OpenSSL.

import { connect, type Socket } from 'node:net';
import { firstPiece } from './wire-records.ts';

/** `end`: the peer closed its side. `reset`: the connection broke. `silent`: nothing came in time. */
export type Piece = Uint8Array | 'end' | 'reset' | 'silent';

/** Where a handshake gets its input, and leaves its output. */
export interface PieceSource {
  next(milliseconds: number): Promise<Piece>;
  send(bytes: Uint8Array): void;
  close(): void;
}

export class TcpPieces implements PieceSource {
  readonly #socket: Socket;
  #bytes: Uint8Array = new Uint8Array(0);
  #ended: 'end' | 'reset' | null = null;
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => {
      this.#bytes = Buffer.concat([this.#bytes, data]);
      this.#wake();
    });
    socket.on('end', () => this.#finish('end'));
    socket.on('error', () => this.#finish('reset'));
    socket.on('close', () => this.#finish('end'));
  }

  /** Rejects when: there is no connection within the time: with the system's error. */
  static async connect(host: string, port: number, milliseconds: number): Promise<TcpPieces> {
    return await new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
      const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${milliseconds} ms`)), milliseconds);
      const onError = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
      };
      socket.once('error', onError);
      socket.once('connect', () => {
        clearTimeout(timer);
        socket.off('error', onError);
        resolve(new TcpPieces(socket));
      });
    });
  }

  async next(milliseconds: number): Promise<Piece> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const size = firstPiece(this.#bytes) || (this.#ended === null ? 0 : this.#bytes.length);
      if (size > 0) {
        const piece = this.#bytes.subarray(0, size);
        this.#bytes = this.#bytes.subarray(size);
        return piece;
      }
      if (this.#ended !== null) return this.#ended;
      const left = until - performance.now();
      if (left <= 0) return 'silent';
      await this.#change(left);
    }
  }

  send(bytes: Uint8Array): void {
    if (bytes.length > 0 && this.#socket.writable) this.#socket.write(bytes);
  }

  close(): void {
    this.#socket.destroy();
  }

  #finish(how: 'end' | 'reset'): void {
    this.#ended ??= how;
    this.#wake();
  }

  async #change(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
