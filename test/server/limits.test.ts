// How many handshakes are under way at once, who waits, how long, and who is dropped.

import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import type { DroppedPeer, ServerOptions } from '../../lib/index.ts';
import { closeAll, closed, closeLater, local, open, readAll } from '../support/io-clients.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { type Served, serve, stopServers } from '../support/ssl-server.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describeEachLibrary('the limit on handshakes', (library) => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });
  const silent = async (port: number): Promise<Socket> => {
    const socket = closeLater(connectTcp(port, '127.0.0.1')).on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };

  test('who comes on top waits, unread, in order, and is served when its turn has come', async () => {
    const served = await serve(library, { maxHandshakes: 1 });
    const first = await silent(served.port);
    while (served.server.stats.handshakesUnderWay === 0) await turn();
    const order: string[] = [];
    const clients = ['one', 'two', 'three'].map(async (name, index) => {
      while (served.server.stats.waiting < index) await turn();
      const client = await open(local(library, served.port));
      order.push(name);
      client.end(name);
      return (await readAll(client)).toString();
    });
    while (served.server.stats.waiting < 3) await turn();
    expect(served.server.stats).toMatchObject({ accepted: 4, handshakesUnderWay: 1, waiting: 3, established: 0 });
    first.destroy();
    expect(await Promise.all(clients)).toEqual(['one', 'two', 'three']);
    expect(order).toEqual(['one', 'two', 'three']);
    expect(served.server.stats).toMatchObject({ handshakesUnderWay: 0, waiting: 0, established: 3 });
  });

  test('beyond maxWaiting a connection is dropped and told of', async () => {
    const served = await serve(library, { maxHandshakes: 1, maxWaiting: 1 });
    const dropped = once(served.server, 'drop');
    const three = [await silent(served.port), await silent(served.port), await silent(served.port)];
    const [peer] = (await dropped) as [DroppedPeer];
    expect(peer).toEqual({ reason: 'maxWaiting', remoteAddress: '127.0.0.1', remotePort: three[2]?.localPort });
    await closed(three[2] as Socket);
    expect(served.server.stats).toMatchObject({ accepted: 3, dropped: 1, handshakesUnderWay: 1, waiting: 1 });
  });

  test('the deadline counts from the connection on, for those who wait too', async () => {
    const served = await serve(library, { maxHandshakes: 1, handshakeTimeout: 200 });
    const two = [await silent(served.port), await silent(served.port)];
    const failures = [await served.failure(0), await served.failure(1)];
    expect(failures.map(({ error }) => error.code)).toEqual(['ERR_SSL_TIMEOUT', 'ERR_SSL_TIMEOUT']);
    await Promise.all(two.map(closed));
    const client = await open(local(library, served.port));
    client.end();
    await readAll(client);
    expect(served.server.stats).toMatchObject({ accepted: 3, failed: { ERR_SSL_TIMEOUT: 2 }, established: 1 });
  });

  test('destroy() ends those who wait', async () => {
    const served = await serve(library, { maxHandshakes: 1 });
    const two = [await silent(served.port), await silent(served.port)];
    while (served.server.stats.waiting < 1) await turn();
    served.server.destroy();
    await Promise.all(two.map(closed));
    while (served.server.stats.handshakesUnderWay > 0) await turn();
    expect(served.server.stats).toMatchObject({ waiting: 0, failed: { ERR_SSL_DESTROYED: 2 } });
    expect(served.failures).toEqual([]);
  });
});

test('a thousand connections at once are served fifty at a time', async () => {
  const [entry] = libraries;
  if (entry === undefined) throw new Error('no library');
  const count = 1000;
  const before = entry.library.liveObjects;
  let most = 0;
  let mostWaiting = 0;
  const options: ServerOptions = {
    maxHandshakes: 50,
    // Nobody gets on before all have come.
    certCallback: async () => {
      while (served.server.stats.accepted < count) await turn();
      const { handshakesUnderWay, waiting } = served.server.stats;
      most = Math.max(most, handshakesUnderWay);
      mostWaiting = Math.max(mostWaiting, waiting);
      return undefined;
    },
  };
  const served: Served = await serve(entry.library, options, (socket) => socket.end('served'));
  const answers = await Promise.all(
    Array.from({ length: count }, () => readAll(connectTls({ port: served.port, host: '127.0.0.1', rejectUnauthorized: false }))),
  );
  expect(answers.every((answer) => answer.toString() === 'served')).toBe(true);
  expect(served.server.stats).toMatchObject({ accepted: count, established: count, failed: {}, dropped: 0 });
  expect([most, mostWaiting]).toEqual([50, count - 50]);
  await stopServers();
  expect(entry.library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
});
