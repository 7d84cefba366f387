// Quiet shutdown of the sockets: they end as if both close_notify had gone, and nothing is sent (SSL_CTX_set_quiet_shutdown(3)).

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accept, SslContext, type SslError } from '../../lib/index.ts';
import { closeAll, local, open } from '../support/io-clients.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('quietShutdown of connect()', (library, protocol) => {
  let server: Server;
  let port = 0;
  const ends: Promise<string>[] = [];

  beforeAll(async () => {
    const context = new SslContext({ role: 'server', library, ...identity('server'), ...only(protocol) });
    server = createServer((transport) => {
      const end = accept({ context, transport }).then(async (socket) => {
        socket.resume();
        return await new Promise<string>((resolve) => {
          socket.once('end', () => resolve('close_notify'));
          socket.once('error', (error: SslError) => resolve(error.code));
        });
      });
      ends.push(end);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    closeAll();
    server.close();
  });

  test.each([
    [false, 'close_notify'],
    [true, 'ERR_SSL_UNEXPECTED_EOF'],
  ])('%p: end() is done, and the peer sees %s', async (quietShutdown, seen) => {
    ends.length = 0;
    const socket = await open({ ...local(library, port), timeout: 10_000, quietShutdown });
    socket.resume().end('good-bye');
    await once(socket, 'finish');
    socket.destroy();
    expect(await ends[0]).toBe(seen);
  });
});
