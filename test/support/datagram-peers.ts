// Owns: a server of datagrams and clients of it on 127.0.0.1, or on any transport, closed whatever a test does.

import { once } from 'node:events';
import {
  type ConnectDatagramOptions,
  connectDatagram,
  createDatagramServer,
  type DatagramServerOptions,
  type OpenSSL,
  SslContext,
  type SslDatagramServer,
  type SslDatagramSocket,
  SslEngine,
} from '../../lib/index.ts';
import { certificatePem, hosts, identity } from './pki.ts';

const servers = new Set<SslDatagramServer>();
const sockets = new Set<SslDatagramSocket>();

/** For afterEach. */
export async function closePeers(): Promise<void> {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all([...servers].map((server) => new Promise<void>((resolve) => server.destroy().close(() => resolve()))));
  servers.clear();
}

/** It listens; what it has accepted is at hand in the order of coming. */
export class TestServer {
  readonly server: SslDatagramServer;
  readonly #accepted: SslDatagramSocket[] = [];
  #waiting: (() => void) | null = null;
  readonly errors: Error[] = [];

  private constructor(options: DatagramServerOptions) {
    this.server = createDatagramServer(options, (socket) => {
      this.#accepted.push(socket);
      sockets.add(socket);
      this.#waiting?.();
    });
    servers.add(this.server);
    this.server.on('handshakeError', (error) => this.errors.push(error));
  }

  static async open(library: OpenSSL, options: Partial<DatagramServerOptions> = {}): Promise<TestServer> {
    const shown = options.pskServerCallback === undefined ? identity('server') : {};
    const made = new TestServer({ library, ...shown, ...options });
    if (options.transport === undefined && options.socket === undefined) made.server.listen(0, '127.0.0.1');
    else made.server.listen();
    await once(made.server, 'listening');
    return made;
  }

  get port(): number {
    return this.server.address()?.port ?? 0;
  }

  /** The next handshake that fails. */
  async nextError(): Promise<Error> {
    const known = this.errors.shift();
    if (known !== undefined) return known;
    await once(this.server, 'handshakeError');
    return this.errors.shift() ?? new Error('there was none');
  }

  async next(): Promise<SslDatagramSocket> {
    for (;;) {
      const socket = this.#accepted.shift();
      if (socket !== undefined) return socket;
      await new Promise<void>((resolve) => {
        this.#waiting = resolve;
      });
    }
  }
}

/** A client that trusts the test root and expects the good host. */
export async function connected(library: OpenSSL, options: Partial<ConnectDatagramOptions>): Promise<SslDatagramSocket> {
  const where = options.transport === undefined && options.socket === undefined ? { host: '127.0.0.1' } : {};
  const socket = await connectDatagram({ library, ca: certificatePem('root'), serverName: hosts.good, ...where, ...options });
  sockets.add(socket);
  return socket;
}

/** The next message, as text. */
export async function nextMessage(socket: SslDatagramSocket): Promise<string> {
  const [message] = (await once(socket, 'message')) as [Uint8Array];
  return Buffer.from(message).toString('latin1');
}

/** Why it was closed; an error is for somebody else to hear. */
export function closing(socket: SslDatagramSocket): Promise<string> {
  return new Promise((resolve) => socket.once('close', resolve));
}

export function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** The first datagram of a client. */
export function clientHello(library: OpenSSL): Uint8Array {
  const engine = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library }));
  engine.connect();
  const [datagram = new Uint8Array(0)] = engine.drainDatagrams();
  engine.close();
  return datagram;
}
