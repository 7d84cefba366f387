// createServer(): connections that come with their handshake done, what they were offered, and the end. SSL_accept(3)

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type SslSocket } from '../../lib/index.ts';
import { closeAll, closed, closeLater, local, open, readAll, readSome, trusting } from '../support/io-clients.ts';
import { pattern } from '../support/io-servers.ts';
import { describeEachLibrary, only, protocols } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { ended, serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

describeEachLibrary('createServer()', (library) => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });
  const nodeClient = (port: number, more: object = {}): TLSSocket =>
    closeLater(connectTls({ port, host: '127.0.0.1', servername: hosts.good, ca: certificatePem('root'), ...more }));

  test.each(protocols)('serves clients of this package and of node:tls over %s', async (protocol) => {
    const served = await serve(library, only(protocol));
    const { port, server } = served;
    const own = await open(local(library, port));
    own.end('hello');
    expect((await readAll(own)).toString()).toBe('hello');
    const node = nodeClient(port);
    node.end(pattern(1_000_000));
    expect((await readAll(node)).equals(pattern(1_000_000))).toBe(true);
    const socket = await served.connection(1);
    expect(socket.connection).toMatchObject({ protocol, serverName: hosts.good, resumed: false });
    expect(server.stats).toMatchObject({ accepted: 2, established: 2, failed: {}, waiting: 0, handshakesUnderWay: 0, dropped: 0 });
  });

  test('is a server by its address, and closes when the last connection has ended', async () => {
    const { server, port, connection } = await serve(library);
    expect(server.listening).toBe(true);
    const client = await open(local(library, port));
    await connection(0);
    let isClosed = false;
    const gone = once(server, 'close').then(() => (isClosed = true));
    server.close();
    expect(server.listening).toBe(false);
    client.write('still here');
    expect((await readSome(client, 10)).toString()).toBe('still here');
    expect(isClosed).toBe(false);
    client.end();
    await gone;
    expect(server.address()).toBeNull();
  });

  test('leaves nothing behind: no connection, BIO or session', async () => {
    const before = library.liveObjects;
    const { server, port } = await serve(library);
    const clients = await Promise.all(Array.from({ length: 5 }, () => open(local(library, port))));
    for (const client of clients) {
      client.write('x');
      await readSome(client, 1);
    }
    closeAll();
    await ended(server);
    await Promise.all(clients.map(closed));
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('destroy() ends connections and handshakes, and may be called again, also before listen()', async () => {
    const { server, port, connection, failures } = await serve(library);
    const client = await open(local(library, port));
    client.on('error', () => undefined);
    await connection(0);
    const silent = closeLater(connectTcp(port, '127.0.0.1')).on('error', () => undefined);
    await once(silent, 'connect');
    while (server.stats.handshakesUnderWay === 0) await new Promise((resolve) => setImmediate(resolve));
    await ended(server);
    await Promise.all([closed(client), closed(silent)]);
    server.destroy();
    while (server.stats.handshakesUnderWay > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(failures).toEqual([]);
    expect(server.stats).toMatchObject({ established: 1, failed: { ERR_SSL_DESTROYED: 1 }, open: 0 });
    createServer({ library, ...identity('serverEc') }).destroy();
  });

  test('listens again after close(), and not twice at once', async () => {
    const { server } = await serve(library);
    expect(() => server.listen(0)).toThrow(expect.objectContaining({ code: 'ERR_SERVER_ALREADY_LISTEN' }));
    await ended(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await ended(server);
  });

  test('an address in use is its error event', async () => {
    const { port } = await serve(library);
    const second = createServer({ library, ...identity('serverEc') });
    second.listen(port, '127.0.0.1');
    const [error] = (await once(second, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('EADDRINUSE');
  });

  test('connections beyond maxConnections are dropped, and that is told', async () => {
    const { server, port } = await serve(library, { maxConnections: 1 });
    const first = await open(local(library, port));
    const told = once(server, 'drop');
    const second = closeLater(connectTcp(port, '127.0.0.1')).on('error', () => undefined);
    const [peer] = (await told) as [object];
    expect(peer).toMatchObject({ reason: 'maxConnections', remoteAddress: '127.0.0.1' });
    await closed(second);
    expect(server.stats).toMatchObject({ dropped: 1, accepted: 1 });
    server.maxConnections = 5;
    const third = await open(local(library, port));
    for (const client of [first, third]) client.end();
  });

  test('a connection that nobody listens for is ended', async () => {
    const server = createServer({ library, ...identity('serverEc') }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = await open(local(library, (server.address() as { port: number }).port));
    client.on('error', () => undefined);
    await closed(client);
    expect(server.stats).toMatchObject({ established: 1, open: 0 });
    await ended(server);
  });

  test('destroy() of the server inside of onConnection, and close() inside of its own callback', async () => {
    const { server, port } = await serve(library, {}, (socket: SslSocket) => {
      socket.destroy();
      server.destroy();
    });
    const gone = once(server, 'close');
    const client = await open(local(library, port)).catch(() => null);
    client?.on('error', () => undefined);
    await gone;
    expect(server.stats.open).toBe(0);
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error === undefined ? reject(new Error('no error')) : resolve()));
    });
  });

  test('listens by options, and on a local socket', async () => {
    const server = createServer({ library, ...identity('serverEc') }, (socket) => socket.pipe(socket));
    server.listen({ host: '127.0.0.1', port: 0, backlog: 5 });
    await once(server, 'listening');
    const client = await open(local(library, (server.address() as { port: number }).port));
    client.end('by options');
    expect((await readAll(client)).toString()).toBe('by options');
    await ended(server);
    const path = join(tempFolder('server'), `${library.version.number}.sock`);
    server.listen(path);
    await once(server, 'listening');
    expect(server.address()).toBe(path);
    const over = await open({ ...trusting(library), transport: connectTcp(path) });
    over.end('by a file');
    expect((await readAll(over)).toString()).toBe('by a file');
    await ended(server);
  });

  describe('secure by default', () => {
    test('a client of TLS 1.1 is refused', async () => {
      const { port, failure } = await serve(library);
      nodeClient(port, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }).on('error', () => undefined);
      expect((await failure(0)).error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', alert: { description: 70 } });
    });

    test('unless dangerousMinProtocol says so', async () => {
      const { port, connection } = await serve(library, { dangerousMinProtocol: 'TLSv1', securityLevel: 0, cipherList: 'ALL:@SECLEVEL=0' });
      const client = nodeClient(port, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' });
      client.on('error', () => undefined);
      expect((await connection(0)).connection?.protocol).toBe('TLSv1.1');
    });
  });
});
