// Clients that are none, many at once: what each costs is bounded, and a proper client is served afterwards. SSL_accept(3)

import { once } from 'node:events';
import { connect as connectTcp, createServer as createTcp, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { SslSocket } from '../../lib/index.ts';
import { closeAll, closed, closeLater, local, nothingMoves, open, readAll } from '../support/io-clients.ts';
import { pattern } from '../support/io-servers.ts';
import { describeEachLibrary, libraries, only, protocols } from '../support/libraries.ts';
import { clientHello, contentType, RudeClient, tooLargeHello } from '../support/rude-client.ts';
import { ended, type Served, serve, stopServers } from '../support/ssl-server.ts';

const many = 40;

describeEachLibrary('a server among strangers', (library) => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });
  const stranger = (port: number): Socket =>
    closeLater(connectTcp({ port, host: '127.0.0.1', noDelay: true })).on('error', () => undefined);
  const isServed = async ({ port }: Served): Promise<void> => {
    const client = await open(local(library, port));
    client.end('proper');
    expect((await readAll(client)).toString()).toBe('proper');
  };
  const hello = clientHello(library, 'server.test');

  const kinds: readonly (readonly [what: string, run: (socket: Socket) => void])[] = [
    ['zeros', (socket) => socket.end(Buffer.alloc(3000))],
    ['noise', (socket) => socket.end(pattern(3000).subarray(100))],
    ['HTTP in clear', (socket) => socket.end('GET / HTTP/1.1\r\nHost: here\r\n\r\n')],
    ['an alert', (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))],
    ['half a ClientHello and the end', (socket) => socket.end(hello.subarray(0, 100))],
    ['a ClientHello and the end', (socket) => socket.end(hello)],
    ['a ClientHello that is too large', (socket) => socket.write(tooLargeHello)],
    ['a connection closed at once', (socket) => socket.destroy()],
    ['a reset in the middle of the handshake', (socket) => socket.write(hello, () => socket.resetAndDestroy())],
  ];

  test.each(kinds)('%s', async (_, run) => {
    const before = library.liveObjects;
    const served = await serve(library);
    const strangers = Array.from({ length: many }, () => stranger(served.port));
    await Promise.all(strangers.map((socket) => once(socket, 'connect')));
    for (const socket of strangers) run(socket);
    await served.failure(many - 1);
    await isServed(served);
    expect(served.failures.every(({ error }) => typeof error.code === 'string')).toBe(true);
    const { accepted, failed } = served.server.stats;
    expect(accepted).toBe(many + 1);
    expect(Object.values(failed).reduce((sum, count) => sum + count, 0)).toBe(many);
    closeAll();
    await ended(served.server);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('a stall in the middle of a ClientHello ends at the deadline', async () => {
    const served = await serve(library, { handshakeTimeout: 300 });
    const strangers = Array.from({ length: many }, () => stranger(served.port));
    for (const socket of strangers) socket.write(hello.subarray(0, 50));
    await isServed(served);
    await served.failure(many - 1);
    expect(served.server.stats.failed).toEqual({ ERR_SSL_TIMEOUT: many });
    await Promise.all(strangers.map(closed));
  });

  test.each(protocols)('%s: a client whose bytes come one at a time is served', async (protocol) => {
    const served = await serve(library, only(protocol));
    const drip = createTcp({ noDelay: true }, (from) => {
      const to = closeLater(connectTcp({ port: served.port, host: '127.0.0.1', noDelay: true }));
      to.pipe(closeLater(from));
      from.on('data', (data: Buffer) => {
        for (const byte of data) to.write(Buffer.from([byte]));
      });
      from.on('end', () => to.end());
    });
    drip.listen(0, '127.0.0.1');
    await once(drip, 'listening');
    const client = await open(local(library, (drip.address() as { port: number }).port));
    client.end('slow');
    expect((await readAll(client)).toString()).toBe('slow');
    drip.close();
  });

  test('a callback that throws for one client harms nobody else, and is told of that one', async () => {
    const served = await serve(library, {
      alpnSelectCallback: (offered) => {
        if (offered.includes('bad')) throw new RangeError('not this one');
        return offered[0] ?? null;
      },
    });
    const bad = open({ ...local(library, served.port), alpn: ['bad'] }).catch((error: unknown) => error);
    const good = await open({ ...local(library, served.port), alpn: ['good'] });
    expect(good.connection?.alpn).toBe('good');
    good.end();
    expect(await bad).toMatchObject({ code: 'ERR_SSL_ALERT' });
    const { error } = await served.failure(0);
    expect(error).toBeInstanceOf(RangeError);
    expect(served.server.stats.failed).toEqual({ RangeError: 1 });
  });

  test('a client that never reads stops the server’s writing, and the memory it takes', async () => {
    const chunk = Buffer.alloc(64 * 1024, 1);
    let written = 0;
    const writes = (socket: SslSocket): void => {
      const write = (): void => {
        do written += chunk.length;
        while (socket.write(chunk));
        socket.once('drain', write);
      };
      write();
    };
    const served = await serve(library, {}, writes);
    const client = await RudeClient.connect(library, served.port, 'TLSv1.3');
    const socket = await served.connection(0);
    await nothingMoves(socket);
    expect(socket.unsent).toBeLessThan(1024 * 1024);
    expect(socket.writableLength).toBeLessThan(1024 * 1024);
    expect(written).toBeLessThan(64 * 1024 * 1024); // the system's buffers, which take what they take
    client.socket.destroy();
    await closed(socket);
  });

  describe('floods of a client that has shaken hands', () => {
    const connected = async (protocol: 'TLSv1.2' | 'TLSv1.3'): Promise<{ served: Served; client: RudeClient; socket: SslSocket }> => {
      const served = await serve(library);
      const client = await RudeClient.connect(library, served.port, protocol);
      closeLater(client.socket);
      return { served, client, socket: await served.connection(0) };
    };
    const times = (count: number, record: () => Buffer): Buffer => Buffer.concat(Array.from({ length: count }, record));
    const errorOf = (socket: SslSocket): Promise<unknown> => once(socket, 'error').then(([error]): unknown => error);

    test.each(protocols)('%s: empty records end it', async (protocol) => {
      const { served, client, socket } = await connected(protocol);
      const error = errorOf(socket);
      await client.send(times(100, () => client.record(contentType.applicationData, Buffer.alloc(0))));
      expect(await error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', alert: { direction: 'sent' } });
      await isServed(served);
    });

    test.each(protocols)('%s: warnings end it', async (protocol) => {
      const { served, client, socket } = await connected(protocol);
      const error = errorOf(socket);
      await client.send(times(100, () => client.record(contentType.alert, Buffer.from([1, 90]))));
      expect(await error).toMatchObject({ code: 'ERR_SSL_PROTOCOL' });
      await isServed(served);
    });

    test('KeyUpdates that want an answer pile up nothing', async () => {
      const { served, client, socket } = await connected('TLSv1.3');
      const data = once(socket, 'data');
      await client.send(times(2000, () => client.keyUpdate()));
      await client.send(client.record(contentType.applicationData, Buffer.from('behind them')));
      expect(String((await data)[0])).toBe('behind them');
      expect(socket.unsent).toBe(0);
      await isServed(served);
    });

    test('a renegotiation is refused by a warning, and the connection goes on', async () => {
      const { served, client, socket } = await connected('TLSv1.2');
      const data = once(socket, 'data');
      await client.send(client.record(contentType.handshake, smallHello));
      await client.send(client.record(contentType.applicationData, Buffer.from('still here')));
      expect(String((await data)[0])).toBe('still here');
      await isServed(served);
    });
  });
});

const smallHello = Buffer.concat([Buffer.from([1, 0, 0, 41, 3, 3]), Buffer.alloc(32), Buffer.from([0, 0, 2, 0xc0, 0x2f, 1, 0])]);

describe('a flood of renegotiations whose answers nobody reads', () => {
  afterEach(stopServers);

  // Once, and with the first library: the system's own buffers have to be filled before anything piles up here.
  test('ends with ERR_SSL_FLOOD', async () => {
    const [entry] = libraries;
    if (entry === undefined) throw new Error('no library');
    const served = await serve(entry.library, { bufferSize: 16 * 1024 }, (socket) => socket.resume());
    const client = await RudeClient.connect(entry.library, served.port, 'TLSv1.2');
    const socket = await served.connection(0);
    const failed = once(socket, 'error');
    const batch = (): Buffer => Buffer.concat(Array.from({ length: 1000 }, () => client.record(contentType.handshake, smallHello)));
    while (await client.send(batch()));
    const [error] = (await failed) as [Error];
    expect(error).toMatchObject({ code: 'ERR_SSL_FLOOD', family: 'peer' });
    client.socket.destroy();
  });
});
