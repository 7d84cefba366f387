// Owns: servers of createServer() for tests: on a port of 127.0.0.1, echoing, with what failed noted; and their end.
// Must not know: what is tested with them.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type HandshakePeer, type OpenSSL, type ServerOptions, type SslServer, type SslSocket } from '../../lib/index.ts';
import { identity } from './pki.ts';

export interface Served {
  readonly server: SslServer;
  readonly port: number;
  readonly sockets: readonly SslSocket[];
  readonly failures: readonly { readonly error: NodeJS.ErrnoException; readonly peer: HandshakePeer }[];
  /** The n-th connection, from 0. */
  readonly connection: (index: number) => Promise<SslSocket>;
  /** The n-th failure, from 0. */
  readonly failure: (index: number) => Promise<Served['failures'][number]>;
}

const started = new Set<SslServer>();

/** `options` on top of an identity; null: those alone. Without `onConnection` the connections echo. */
export async function serve(
  library: OpenSSL,
  options: ServerOptions = {},
  onConnection: (socket: SslSocket) => void = (socket) => socket.pipe(socket),
): Promise<Served> {
  const shows = options.certificate !== undefined || options.context !== undefined;
  const own = options.context === undefined ? { library } : {};
  return await listening(createServer({ ...own, ...(shows ? {} : identity('serverEc')), ...options }), onConnection);
}

/** The same of a server that is made already. */
export async function listening(
  server: SslServer,
  onConnection: (socket: SslSocket) => void = (socket) => socket.pipe(socket),
): Promise<Served> {
  const sockets: SslSocket[] = [];
  const failures: { error: NodeJS.ErrnoException; peer: HandshakePeer }[] = [];
  started.add(server);
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    onConnection(socket);
  });
  server.on('handshakeError', (error, peer) => failures.push({ error, peer }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    port: (server.address() as AddressInfo).port,
    sockets,
    failures,
    async connection(index) {
      while (sockets[index] === undefined) await once(server, 'connection');
      return sockets[index];
    },
    async failure(index) {
      while (failures[index] === undefined) await once(server, 'handshakeError');
      return failures[index];
    },
  };
}

/** For afterEach. */
export async function stopServers(): Promise<void> {
  const all = [...started];
  started.clear();
  await Promise.all(all.map(ended));
}

/** destroy(), and everything has ended. */
export async function ended(server: SslServer): Promise<void> {
  const closed = server.listening ? once(server, 'close') : null;
  server.destroy();
  await closed;
}
