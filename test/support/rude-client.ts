// Owns: a client that shakes hands properly, with an engine, and then sends records of its own making under the connection's keys: what no
// TLS library lets a program send.
// Must not know: the server. Its cipher is AES-128-GCM with SHA-256 in both protocols.

import { createCipheriv, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import type { Protocol } from './libraries.ts';

export const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

export class RudeClient {
  readonly socket: Socket;
  readonly #protocol: Protocol;
  #secret: Buffer; // of TLS 1.3
  #key: Buffer = Buffer.alloc(16);
  #iv: Buffer = Buffer.alloc(0);
  #sequence = 0n;

  private constructor(socket: Socket, protocol: Protocol, secret: Buffer) {
    this.socket = socket;
    this.#protocol = protocol;
    this.#secret = secret;
  }

  /** The connection is paused afterwards: nothing is read unless the caller reads it. */
  static async connect(library: OpenSSL, port: number, protocol: Protocol): Promise<RudeClient> {
    let secret = '';
    const context = new SslContext({
      ...{ role: 'client', library, minProtocol: protocol, maxProtocol: protocol },
      ...(protocol === 'TLSv1.3' ? { cipherSuites: 'TLS_AES_128_GCM_SHA256' } : { cipherList: 'ECDHE+AES128+AESGCM' }),
      onKeylog: (line) => {
        secret = /^CLIENT_TRAFFIC_SECRET_0 \S+ (?<secret>\S+)$/.exec(line)?.groups?.['secret'] ?? secret;
      },
    });
    const engine = new SslEngine(context);
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }).on('error', () => undefined);
    for (let result = engine.connect(); result.status !== 'done'; result = engine.connect()) {
      if (result.status !== 'want-read') throw new Error(`the handshake came to ${result.status}`);
      socket.write(engine.drain());
      engine.feed(((await once(socket, 'data')) as [Buffer])[0]);
    }
    const client = new RudeClient(socket, protocol, Buffer.from(secret, 'hex'));
    if (protocol === 'TLSv1.3') client.#keysOf13();
    else client.#keysOf12(engine);
    // The flight that ends the handshake.
    socket.write(engine.drain());
    if (protocol === 'TLSv1.2') client.#sequence = 1n; // its Finished
    engine.close();
    socket.pause();
    return client;
  }

  /** One record as it goes over the wire. */
  record(type: number, content: Uint8Array): Buffer {
    const sequence = Buffer.alloc(8);
    sequence.writeBigUInt64BE(this.#sequence);
    this.#sequence += 1n;
    if (this.#protocol === 'TLSv1.3') {
      const header = Buffer.from([contentType.applicationData, 3, 3, 0, 0]);
      header.writeUInt16BE(content.length + 1 + 16, 3);
      const nonce = Buffer.from(this.#iv);
      for (const [index, byte] of sequence.entries()) nonce[4 + index] = (nonce[4 + index] ?? 0) ^ byte;
      return Buffer.concat([header, seal(this.#key, nonce, header, Buffer.concat([content, Buffer.from([type])]))]);
    }
    const meta = Buffer.concat([sequence, Buffer.from([type, 3, 3, content.length >> 8, content.length & 0xff])]);
    const sealed = seal(this.#key, Buffer.concat([this.#iv, sequence]), meta, content);
    const header = Buffer.from([type, 3, 3, 0, 0]);
    header.writeUInt16BE(8 + sealed.length, 3);
    return Buffer.concat([header, sequence, sealed]);
  }

  /** A KeyUpdate of TLS 1.3 (RFC 8446, 4.6.3) that asks for the peer's; what follows is under the new key. */
  keyUpdate(): Buffer {
    const message = this.record(contentType.handshake, Buffer.from([24, 0, 0, 1, 1]));
    this.#secret = expandLabel(this.#secret, 'traffic upd', 32);
    this.#keysOf13();
    return message;
  }

  /** Writes as far as the server reads; false when it has ended the connection. */
  async send(bytes: Uint8Array): Promise<boolean> {
    if (this.socket.destroyed || !this.socket.writable) return false;
    return await new Promise((resolve) => this.socket.write(bytes, (error) => resolve(error == null)));
  }

  #keysOf13(): void {
    this.#key = expandLabel(this.#secret, 'key', 16);
    this.#iv = expandLabel(this.#secret, 'iv', 12);
    this.#sequence = 0n;
  }

  // RFC 5246, 6.3: the client's key, the server's, then the fixed parts of their nonces.
  #keysOf12(engine: SslEngine): void {
    const { client, server } = engine.randoms;
    const block = prf(Buffer.from(engine.masterKey), 'key expansion', Buffer.concat([server, client]), 40);
    this.#key = block.subarray(0, 16);
    this.#iv = block.subarray(32, 36);
  }
}

function seal(key: Buffer, nonce: Buffer, associated: Buffer, content: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

// RFC 8446, 7.1. HKDF-Expand is hkdf without its first step: one block is enough here.
function expandLabel(secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([length >> 8, length & 0xff, name.length]), name, Buffer.from([0, 1])]);
  return createHmac('sha256', secret).update(info).digest().subarray(0, length);
}

// RFC 5246, 5.
function prf(secret: Buffer, label: string, seed: Buffer, length: number): Buffer {
  const hash = (data: Buffer): Buffer => createHmac('sha256', secret).update(data).digest();
  const from = Buffer.concat([Buffer.from(label), seed]);
  let a: Buffer = from;
  let out: Buffer = Buffer.alloc(0);
  while (out.length < length) {
    a = hash(a);
    out = Buffer.concat([out, hash(Buffer.concat([a, from]))]);
  }
  return out.subarray(0, length);
}

/** The first flight of a client of this OpenSSL. */
export function clientHello(library: OpenSSL, serverName: string): Buffer {
  const engine = new SslEngine(new SslContext({ role: 'client', library }), { serverName });
  engine.connect();
  const hello = Buffer.from(engine.drain());
  engine.close();
  return hello;
}

/** A ClientHello that says it is longer than any may be, in two full records. */
export const tooLargeHello: Buffer = Buffer.concat([
  ...[Buffer.from([22, 3, 1, 0x40, 0, 1, 0x7f, 0xff, 0xff, 3, 3]), Buffer.alloc(16_384 - 6)],
  ...[Buffer.from([22, 3, 1, 0x40, 0]), Buffer.alloc(16_384)],
]);
