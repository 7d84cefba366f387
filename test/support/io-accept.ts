// Owns: a TCP server whose connections go through accept(), and what became of each.

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type AcceptOptions, accept, type SslSocket } from '../../lib/index.ts';

export interface Acceptor {
  readonly port: number;
  /** Of the connections in order: what accept() came to. */
  next(): Promise<SslSocket>;
  close(): void;
}

/** `onConnection` gets every accepted connection; without it, they echo. */
export async function acceptor(
  options: Omit<AcceptOptions, 'transport'>,
  onConnection: (socket: SslSocket) => void = (socket) => socket.pipe(socket),
): Promise<Acceptor> {
  const sockets = new Set<Socket>();
  const outcomes: Promise<SslSocket>[] = [];
  let waiting: (() => void)[] = [];
  let taken = 0;
  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (transport) => {
    sockets.add(transport);
    const outcome = accept({ ...options, transport });
    outcome.then(
      (socket) => {
        socket.on('error', () => undefined);
        onConnection(socket);
      },
      () => undefined,
    );
    outcomes.push(outcome);
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    async next() {
      while (outcomes[taken] === undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      taken += 1;
      return await (outcomes[taken - 1] as Promise<SslSocket>);
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      waiting = [];
    },
  };
}

/** For acceptor(): one record behind the session tickets, so that a client that reads it has them. */
export function saysOneRecord(socket: SslSocket): void {
  socket.resume();
  socket.write('one record, behind the tickets');
}
