// Owns: servers that do to a client what a test says, over TCP on 127.0.0.1 (or ::1), in this process or in another (io-peer.ts).
// Must not know: the package under test. What happens is noted in `log`, and commands change it while it goes on.

import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type SecureVersion, type TLSSocket } from 'node:tls';
import { certificatePem, type Identity, identity } from './pki.ts';

/** A node:tls server. */
export interface TlsServerOptions {
  readonly kind: 'tls';
  readonly identity?: Identity;
  readonly minVersion?: SecureVersion;
  readonly maxVersion?: SecureVersion;
  readonly ciphers?: string;
  readonly groups?: string;
  readonly alpn?: readonly string[];
  /** Ask for a client certificate under the root; `require`: refuse a client without. */
  readonly clientCertificate?: 'ask' | 'require';
  /**
   * What it does after the handshake. `echo`: every byte back, and an end for an end. `hold`: reads nothing until the command `resume`.
   * `count`: reads everything, notes size and hash at the end, and ends too. `say`: writes `bytes` bytes of pattern() and waits.
   * `bye`: the same, then close_notify, and goes on reading.
   */
  readonly session?: 'echo' | 'hold' | 'count' | 'say' | 'bye';
  readonly bytes?: number;
}

/** Passes bytes between its clients and `to`. */
export interface ProxyOptions {
  readonly kind: 'proxy';
  readonly to: number;
  /** After so many bytes to the client the connection is cut. */
  readonly cutAfter?: number;
  /** The n-th connection (from 0) is cut after n times so many bytes. */
  readonly cutStep?: number;
  /** `hold`: nothing more is passed on to the client, who waits. Default: `end`, a FIN without close_notify. */
  readonly cut?: 'end' | 'reset' | 'hold';
  /** To the client goes one byte at a time, each a segment of its own. */
  readonly byteByByte?: boolean;
}

/** Answers without any TLS. */
export interface RawServerOptions {
  readonly kind: 'raw';
  /** latin1; sent when the client's first bytes are there. */
  readonly reply?: string;
  /** `drip`: after the reply one zero byte after the other, without end. Default: `hold`. */
  readonly then?: 'end' | 'reset' | 'hold' | 'drip';
}

export type ServerOptions = (TlsServerOptions | ProxyOptions | RawServerOptions) & { readonly host?: string };
/** `cut-…`, `write`, … are done to the newest connection. */
export type Command = 'resume' | 'end' | 'destroy' | 'write' | 'cut-end' | 'cut-reset' | 'pass' | 'close';

export interface LogEntry {
  readonly event: string;
  readonly detail?: string | number;
}

let longestPattern = Buffer.alloc(0);

/** Bytes that tell where in the stream they belong. They are shared: not to be written to. */
export function pattern(size: number): Buffer {
  if (longestPattern.length < size) {
    const words = new Uint32Array(Math.ceil(size / 4));
    for (let at = 0; at < words.length; at += 1) words[at] = Math.imul(4 * at, 2_654_435_761);
    longestPattern = Buffer.from(words.buffer);
  }
  return longestPattern.subarray(0, size);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export class TestServer extends EventEmitter {
  readonly log: LogEntry[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #commands: Partial<Record<Command, () => void>> = {};
  #connections = 0;

  private constructor(options: ServerOptions) {
    super();
    this.#server = this.#serverFor(options);
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', (error: NodeJS.ErrnoException) => this.#note('tcp-error', error.code));
      this.#note('connection');
    });
  }

  static async listen(options: ServerOptions): Promise<TestServer> {
    const server = new TestServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', reject).listen(0, options.host ?? '127.0.0.1', () => resolve());
    });
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves with the first entry of this event, which may be in the log already. */
  async seen(event: string): Promise<LogEntry> {
    for (;;) {
      const found = this.log.find((entry) => entry.event === event);
      if (found !== undefined) return found;
      await new Promise((resolve) => this.once('logged', resolve));
    }
  }

  command(command: Command): void {
    const run = this.#commands[command];
    if (run === undefined) throw new Error(`${command} has no meaning for this server now`);
    run();
  }

  /** Ends it and all its connections. */
  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #note(event: string, detail?: string | number): void {
    this.log.push(detail === undefined ? { event } : { event, detail });
    this.emit('logged');
  }

  #serverFor(options: ServerOptions): Server {
    switch (options.kind) {
      case 'tls':
        return this.#tls(options);
      case 'proxy':
        return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#proxy(socket, options));
      case 'raw':
        return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#raw(socket, options));
    }
  }

  #tls(options: TlsServerOptions): Server {
    const { certificate, privateKey } = identity(options.identity ?? 'serverEc');
    const server = createTlsServer({
      cert: certificate,
      key: privateKey,
      minVersion: options.minVersion ?? 'TLSv1.2',
      maxVersion: options.maxVersion ?? 'TLSv1.3',
      ...(options.ciphers === undefined ? {} : { ciphers: options.ciphers }),
      ...(options.groups === undefined ? {} : { ecdhCurve: options.groups }),
      ...(options.alpn === undefined ? {} : { ALPNProtocols: [...options.alpn] }),
      ...(options.clientCertificate === undefined ? {} : { requestCert: true, ca: [certificatePem('root')] }),
      rejectUnauthorized: options.clientCertificate === 'require',
      allowHalfOpen: true,
    } as Parameters<typeof createTlsServer>[0]);
    server.on('tlsClientError', (error: NodeJS.ErrnoException) => this.#note('tls-error', error.code));
    server.on('secureConnection', (socket) => {
      socket.on('error', (error: NodeJS.ErrnoException) => this.#note('error', error.code));
      socket.on('end', () => this.#note('end'));
      socket.on('close', () => this.#note('close'));
      this.#note('secure', socket.getProtocol() ?? '');
      this.#commands = {
        end: () => endGently(socket),
        destroy: () => socket.destroy(),
        write: () => socket.write(pattern(options.bytes ?? 1)),
        close: () => this.close(),
      };
      this.#session(socket, options);
    });
    return server;
  }

  #session(socket: TLSSocket, { session = 'echo', bytes = 0 }: TlsServerOptions): void {
    let reading = session !== 'hold';
    let ended = false;
    const hash = createHash('sha256');
    let size = 0;
    const finish = (): void => {
      if (!reading || !ended) return;
      this.#note('size', size);
      this.#note('hash', hash.digest('hex'));
      endGently(socket);
    };
    const count = (): void => {
      socket.on('data', (data: Buffer) => {
        hash.update(data);
        size += data.length;
      });
      socket.on('end', () => {
        ended = true;
        finish();
      });
    };
    this.#commands.resume = () => {
      reading = true;
      socket.resume();
      finish();
    };
    switch (session) {
      case 'echo':
        socket.pipe(socket);
        break;
      case 'hold':
        count();
        socket.pause();
        break;
      case 'count':
        count();
        break;
      case 'say':
        socket.write(pattern(bytes));
        socket.on('data', () => undefined).on('end', () => endGently(socket));
        break;
      case 'bye':
        count();
        socket.write(pattern(bytes), () => endGently(socket));
        break;
    }
  }

  #proxy(client: Socket, { to, cutAfter, cutStep, cut = 'end', byteByByte = false }: ProxyOptions): void {
    let limit = cutAfter ?? (cutStep === undefined ? Number.POSITIVE_INFINITY : cutStep * this.#connections);
    this.#connections += 1;
    const server = connect({ port: to, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    this.#sockets.add(server);
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
    client.pipe(server);
    let passed = 0;
    let held: Buffer[] | null = null;
    const doCut = (how: 'end' | 'reset' | 'hold'): void => {
      held = [];
      if (how === 'end') client.end();
      if (how === 'reset') client.resetAndDestroy();
      this.#note('cut', passed);
    };
    const pass = (data: Buffer): void => {
      if (held !== null) {
        held.push(data);
        return;
      }
      const bytes = data.subarray(0, limit - passed);
      passed += bytes.length;
      for (let at = 0; at < bytes.length; at += byteByByte ? 1 : bytes.length)
        client.write(byteByByte ? bytes.subarray(at, at + 1) : bytes);
      if (passed < limit) return;
      doCut(cut);
      held = [data.subarray(bytes.length)];
    };
    server.on('data', pass).on('end', () => {
      if (held === null) client.end();
    });
    this.#commands = {
      'cut-end': () => doCut('end'),
      'cut-reset': () => doCut('reset'),
      pass: () => {
        for (const data of held ?? []) client.write(data);
        held = null;
        limit = Number.POSITIVE_INFINITY;
      },
      close: () => this.close(),
    };
    if (limit === 0) doCut(cut);
  }

  #raw(client: Socket, { reply = '', then = 'hold' }: RawServerOptions): void {
    client.once('data', (data) => {
      this.#note('data', data.toString('latin1'));
      if (reply !== '') client.write(Buffer.from(reply, 'latin1'));
      if (then === 'end') client.end();
      if (then === 'reset') client.resetAndDestroy();
      if (then === 'drip') {
        const timer = setInterval(() => client.write('\0'), 5);
        client.on('close', () => clearInterval(timer));
      }
    });
    client.on('end', () => {
      this.#note('end');
      client.end();
    });
    client.on('close', () => this.#note('close'));
  }
}

// TLSSocket.end() while a write of its own is under way (session tickets are one) sends the FIN without close_notify.
function endGently(socket: TLSSocket): void {
  setImmediate(() => setImmediate(() => socket.end()));
}
