// A server of datagrams among strangers, replays, floods, clients that start over, and its own limits.

import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createDatagramServer, SslContext, SslEngine } from '../../lib/index.ts';
import { DatagramNetwork } from '../support/datagram-network.ts';
import { bytes, clientHello, closePeers, closing, connected, nextMessage, TestServer } from '../support/datagram-peers.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

afterEach(closePeers);

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describeEachLibrary('a server of datagrams', (library) => {
  test('keeps nothing of ten thousand strangers, answers each ClientHello with less than it has, and goes on', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const hello = clientHello(library);
    const before = network.sent.length;
    for (let port = 1; port <= 10_000; port += 1)
      network.inject(port % 2 === 0 ? hello : bytes('hello, is anybody there?'), { address: 'x', port });
    const { stats } = server.server;
    expect(stats).toMatchObject({ received: 10_000, cookiesAsked: 5000, accepted: 0, handshakesUnderWay: 0, open: 0 });
    expect(stats.dropped.stranger).toBe(5000);
    const answers = network.sent.slice(before);
    expect(answers).toHaveLength(5000);
    for (const { datagram } of answers) expect(datagram.length).toBeLessThan(hello.length);
    const client = await connected(library, { transport: network.client() });
    expect(client.connection?.verify.verified).toBe(true);
  });

  test('takes a cookie from nobody but the address that it was made for', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    const [, withCookie] = network.sent.filter(({ from }) => from.port === client.localPort);
    if (withCookie === undefined) throw new Error('no second ClientHello');
    network.inject(withCookie.datagram, { address: 'a client', port: 9 });
    network.inject(withCookie.datagram, { address: 'another', port: withCookie.from.port });
    expect(server.server.stats).toMatchObject({ accepted: 1, cookiesAsked: 3 });
  });

  test('goes on with a connection whose ClientHello comes again', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    for (const { from, datagram } of [...network.sent]) if (from.port === client.localPort) network.inject(datagram, from);
    await turn();
    await turn();
    expect(server.server.stats).toMatchObject({ accepted: 1, established: 1, open: 1, cookiesAsked: 1 });
    const heard = nextMessage(accepted);
    await client.send(bytes('after the replay'));
    expect(await heard).toBe('after the replay');
  });

  test('lets a client that has lost its connection make another from the same address, which ends the old one', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const first = network.client();
    await connected(library, { transport: first });
    const before = await server.next();
    const closed = closing(before);
    const again = await connected(library, { transport: network.client(first.port) });
    const after = await server.next();
    expect(await closed).toBe('replaced');
    expect([before.remotePort, after.remotePort]).toEqual([first.port, first.port]);
    const heard = nextMessage(after);
    await again.send(bytes('the new one'));
    expect(await heard).toBe('the new one');
    expect(server.server.stats).toMatchObject({ accepted: 2, established: 2, replaced: 1, open: 1 });
  });

  test('keeps the old connection while somebody at its address only begins another', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server, handshakeTimeout: 50 });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    const port = client.localPort ?? 0;
    // A client that brings its cookie back and says nothing more.
    const engine = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library }));
    for (let round = 0; round < 2; round += 1) {
      engine.connect();
      for (const datagram of engine.drainDatagrams()) network.inject(datagram, { address: 'a client', port });
      const answer = network.sent.at(-1);
      if (answer !== undefined && round === 0) engine.feedDatagram(answer.datagram);
    }
    expect(server.server.stats).toMatchObject({ accepted: 2, handshakesUnderWay: 1, open: 1 });
    const heard = nextMessage(accepted);
    await client.send(bytes('the old one'));
    expect(await heard).toBe('the old one');
    const error = await server.nextError();
    expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    const next = nextMessage(accepted);
    await client.send(bytes('is still there'));
    expect(await next).toBe('is still there');
    expect(server.server.stats).toMatchObject({ failed: { ERR_SSL_TIMEOUT: 1 }, handshakesUnderWay: 0, open: 1 });
    engine.close();
  });

  test('drops ClientHellos above its limits, and tells', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server, maxConnections: 1 });
    const dropped: unknown[] = [];
    server.server.on('drop', (datagram) => dropped.push(datagram));
    const client = await connected(library, { transport: network.client() });
    const rejected = connected(library, { transport: network.client(), timeout: 50 });
    await expect(rejected).rejects.toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    expect(dropped[0]).toMatchObject({ remoteAddress: 'a client', reason: 'maxConnections' });
    await client.shutdown();
    const next = await connected(library, { transport: network.client() });
    expect(next.closed).toBe(false);
  });

  test('closes a connection on which nothing happens', async () => {
    const server = await TestServer.open(library, { idleTimeout: 40 });
    const client = await connected(library, { port: server.port });
    expect(await closing(client)).toBe('peer');
    expect(server.server.stats).toMatchObject({ open: 0 });
  });

  test('keeps what nobody takes up to maxUnread, and counts the rest', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server, maxUnread: 2 });
    const client = await connected(library, { transport: network.client() });
    const accepted = await server.next();
    for (const text of ['1', '2', '3', '4']) await client.send(bytes(text));
    await turn();
    await turn();
    const heard: string[] = [];
    accepted.on('message', (message) => heard.push(Buffer.from(message).toString('latin1')));
    await turn();
    expect(heard).toEqual(['1', '2']);
    expect(accepted.stats).toMatchObject({ unread: 2 });
    expect(server.server.stats).toMatchObject({ unread: 2 });
  });

  test('changes its certificate for new connections while it serves', async () => {
    const server = await TestServer.open(library);
    const first = await connected(library, { port: server.port });
    server.server.setContext(identity('serverEc'));
    const second = await connected(library, { port: server.port });
    expect([first, second].map(({ connection }) => connection?.cipher?.name.includes('ECDSA'))).toEqual([false, true]);
    expect(first.closed).toBe(false);
  });

  test('an exception of a callback ends one handshake, and the server goes on', async () => {
    let isFirst = true;
    const serverNameCallback = (): undefined => {
      if (!isFirst) return undefined;
      isFirst = false;
      throw new Error('of the callback');
    };
    const server = await TestServer.open(library, { serverNameCallback });
    await expect(connected(library, { port: server.port })).rejects.toMatchObject({ name: 'SslError' });
    expect(server.errors).toEqual([expect.objectContaining({ message: 'of the callback' })]);
    await connected(library, { port: server.port });
  });

  test('a callback may answer by a promise', async () => {
    const server = await TestServer.open(library, {
      certCallback: async () => {
        await turn();
        return identity('serverEc');
      },
    });
    const client = await connected(library, { port: server.port });
    expect(client.connection?.cipher?.name).toContain('ECDSA');
  });
});

describe('createDatagramServer()', () => {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');
  const common = { library, ...identity('server') };
  const transport = { receive: () => undefined, send: () => undefined, close: () => undefined };

  test.each<[string, string, object]>([
    ['no certificate', 'options.certificate', { certificate: undefined, privateKey: undefined }],
    ['a type that is none', 'options.type', { type: 'tcp' }],
    ['a type beside a transport', 'options.type', { transport, type: 'udp4' }],
    ['a transport that is none', 'options.transport', { transport: {} }],
    ['a socket that is none', 'options.socket', { socket: 'a socket' }],
    ['a transport beside a socket', 'options.transport', { transport, socket: { send: 1 } }],
    ['maxHandshakes that is none', 'options.maxHandshakes', { maxHandshakes: 0 }],
    ['an idleTimeout that is none', 'options.idleTimeout', { idleTimeout: -1 }],
    ['an mtu that is none', 'options.mtu', { mtu: 9000 }],
    ['a protocol of streams', 'options.minProtocol', { minProtocol: 'TLSv1.2' }],
    ['clientCertificate without ca', 'options.ca', { clientCertificate: 'require' }],
  ])('refuses %s', (_, argument, options) => {
    const expected = expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT', argument });
    expect(() => createDatagramServer({ ...common, ...options })).toThrow(expected);
  });

  test('refuses what is of streams, and cookies of the caller', () => {
    for (const name of ['context', 'bufferSize', 'io', 'generateCookieCallback', 'dangerousEarlyData']) {
      const expected = expect.objectContaining({ code: 'ERR_SSL_UNKNOWN_OPTION', argument: `options.${name}` });
      expect(() => createDatagramServer({ ...common, [name]: 1 })).toThrow(expected);
    }
    expect(() => createDatagramServer(common, 1 as unknown as () => void)).toThrow(expect.objectContaining({ argument: 'onConnection' }));
  });

  test('listen() refuses what is none, and a second time; a port in use is an error event, after which it may be tried again', async () => {
    const first = await TestServer.open(library);
    const server = createDatagramServer(common);
    for (const port of [-1, 65_536, 1.5, '1' as unknown as number]) {
      expect(() => server.listen(port)).toThrow(expect.objectContaining({ name: 'MisuseError', argument: 'options.port' }));
    }
    server.listen(first.port, '127.0.0.1');
    const [error] = (await once(server, 'error')) as [Error];
    expect(error).toMatchObject({ code: 'EADDRINUSE' });
    server.listen({ host: 'localhost' });
    expect(() => server.listen()).toThrow(expect.objectContaining({ name: 'MisuseError' }));
    await once(server, 'listening');
    expect(server.address()?.port).toBeGreaterThan(0);
    await new Promise<void>((resolve) => server.close(resolve));
    expect(server.address()).toBeNull();
    await new Promise<void>((resolve) => server.close(resolve)); // may be called again
    expect(() => server.listen()).toThrow(expect.objectContaining({ name: 'MisuseError' }));
  });

  test('may be closed before it has listened, and while it begins to', async () => {
    await new Promise<void>((resolve) => createDatagramServer(common).close(resolve));
    await new Promise<void>((resolve) => createDatagramServer(common).listen(0, '127.0.0.1').close(resolve));
  });

  test('listens on all addresses of both families unless told otherwise', async () => {
    const server = createDatagramServer(common);
    server.listen();
    await once(server, 'listening');
    const port = server.address()?.port ?? 0;
    const overIpv4 = await connected(library, { host: '127.0.0.1', port });
    expect(overIpv4.closed).toBe(false);
    overIpv4.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });
});
