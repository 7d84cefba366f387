// How connectDatagram() ends without a connection, and connections without a shutdown.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectDatagram, createDatagramServer, SslContext } from '../../lib/index.ts';
import { DatagramNetwork } from '../support/datagram-network.ts';
import { bytes, closePeers, closing, connected, nextMessage, TestServer } from '../support/datagram-peers.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

afterEach(closePeers);

const impatient = { dtlsTimerCallback: (): number => 30 };

async function boundSocket(): Promise<ReturnType<typeof createSocket>> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

async function freePort(): Promise<number> {
  const socket = await boundSocket();
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}

describeEachLibrary('connectDatagram() rejects', (library) => {
  test('where nobody is, as ICMP tells', async () => {
    const port = await freePort();
    const rejected = connected(library, { port });
    await expect(rejected).rejects.toMatchObject({
      name: 'SslError',
      code: 'ECONNREFUSED',
      attempts: [{ address: '127.0.0.1', code: 'ECONNREFUSED' }],
      handshakeSteps: [expect.objectContaining({ call: 'SSL_connect' })],
    });
  });

  test('where nobody answers, by its timeout, after it has sent again', async () => {
    const silent = await boundSocket();
    let heard = 0;
    silent.on('message', () => {
      heard += 1;
    });
    const rejected = connected(library, { port: silent.address().port, timeout: 200, ...impatient });
    await expect(rejected).rejects.toMatchObject({ name: 'SslError', code: 'ERR_SSL_TIMEOUT', operation: 'SSL_connect' });
    expect(heard).toBeGreaterThan(1);
    silent.close();
  });

  test.each([
    ['of another authority', 'selfSigned', {}],
    ['for another host', 'otherHost', {}],
    ['expired', 'expired', {}],
    ['for another name than was asked for', 'server', { verifyName: 'nobody.test' }],
  ] as const)('a certificate %s, and the server hears the alert', async (_, name, options) => {
    const server = await TestServer.open(library, identity(name));
    const rejected = connected(library, { port: server.port, ...options });
    await expect(rejected).rejects.toMatchObject({ name: 'SslError', code: 'ERR_SSL_CERTIFICATE' });
    const error = await server.nextError();
    expect(error).toMatchObject({ name: 'SslError', alert: { direction: 'received' } });
    expect(server.server.stats).toMatchObject({ accepted: 1, established: 0, handshakesUnderWay: 0, open: 0 });
    const good = await connected(library, { port: server.port, dangerousSkipVerification: true });
    expect(good.connection?.verify.verified).toBe(false);
  });

  test('no protocol in common', async () => {
    const server = await TestServer.open(library, { cipherList: 'ECDHE-RSA-AES128-GCM-SHA256' });
    const rejected = connected(library, { port: server.port, cipherList: 'ECDHE-RSA-CHACHA20-POLY1305' });
    await expect(rejected).rejects.toMatchObject({ name: 'SslError', alert: { direction: 'received', name: 'handshake_failure' } });
  });

  test('an aborted signal, with its reason, before and during the handshake', async () => {
    const reason = { any: 'value' };
    const silent = await boundSocket();
    const { port } = silent.address();
    await expect(connected(library, { port, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const rejected = connected(library, { port, signal: controller.signal });
    await once(silent, 'message');
    controller.abort(reason);
    await expect(rejected).rejects.toBe(reason);
    silent.close();
  });

  test('a resumed session of a server that is not the one that is wanted', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    const { session } = client.engine;
    await client.shutdown();
    const options = { port: server.port, serverName: hosts.second, verifyName: 'nobody.test', ...(session === null ? {} : { session }) };
    await expect(connected(library, options)).rejects.toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
  });
});

describeEachLibrary('a connection ends', (library) => {
  test('by an error where its peer is gone, which a listener hears before close', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    server.server.destroy();
    const errors: Error[] = [];
    client.on('error', (error) => errors.push(error));
    const closed = closing(client);
    await Promise.allSettled([client.send(bytes('nobody is there any more'))]);
    expect(await closed).toBe('error');
    expect(errors).toEqual([expect.objectContaining({ name: 'SslError', code: 'ECONNREFUSED' })]);
  });

  test('by ECONNREFUSED where the process of its peer has gone without a word', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const transport = network.client();
    let fail: ((error: unknown) => void) | undefined;
    const client = await connected(library, {
      transport: {
        receive: (events) => {
          fail = events.error;
          transport.receive(events);
        },
        send: (datagram, sent) => transport.send(datagram, sent),
        close: () => transport.close(),
      },
    });
    await server.next();
    const heard = once(client, 'error');
    const closed = closing(client);
    fail?.(Object.assign(new Error('recvmsg ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    expect((await heard)[0]).toMatchObject({ name: 'SslError', code: 'ECONNREFUSED' });
    expect(await closed).toBe('error');
    await expect(client.send(bytes('x'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('shutdown() says that the peer has not answered', async () => {
    const network = new DatagramNetwork(1);
    const server = await TestServer.open(library, { transport: network.server });
    const client = await connected(library, { transport: network.client() });
    await server.next();
    network.weather = { lose: 1 };
    expect(await client.shutdown({ timeout: 20 })).toBe('sent');
    expect(client.closed).toBe(true);
  });
});

describe('connectDatagram()', () => {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');

  test('rejects a host that does not exist', async () => {
    const rejected = connected(library, { host: 'does-not-exist.invalid', port: 1 });
    await expect(rejected).rejects.toMatchObject({ name: 'SslError', operation: 'getaddrinfo' });
  });

  test('tries the other addresses of a name where nobody is at the first', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { host: 'localhost', port: server.port });
    expect(client.remoteAddress).toBe('127.0.0.1');
  });

  test('uses a socket of the caller, connected or not, and leaves it open', async () => {
    const server = await TestServer.open(library);
    server.server.on('connection', (socket) => socket.on('message', (message) => void socket.send(message)));
    for (const isConnected of [false, true]) {
      const socket = await boundSocket();
      if (isConnected) await new Promise<void>((resolve) => socket.connect(server.port, '127.0.0.1', resolve));
      const options = isConnected ? { socket } : { socket, host: '127.0.0.1', port: server.port };
      const client = await connected(library, options);
      const echo = nextMessage(client);
      await client.send(bytes('over a given socket'));
      expect(await echo).toBe('over a given socket');
      await client.shutdown();
      expect(socket.address().port).toBeGreaterThan(0);
      socket.close();
    }
  });

  test('takes nothing from strangers on a socket of the caller', async () => {
    const server = await TestServer.open(library);
    const socket = await boundSocket();
    const client = await connected(library, { socket, host: '127.0.0.1', port: server.port });
    const stranger = await boundSocket();
    await new Promise((resolve) => stranger.send('a stranger', socket.address().port, '127.0.0.1', resolve));
    const answer = nextMessage(client);
    await (await server.next()).send(bytes('the server'));
    expect(await answer).toBe('the server');
    expect(client.stats.ignored).toBe(0);
    stranger.close();
    socket.close();
  });

  const common = { ca: certificatePem('root'), library };
  const transport = { receive: () => undefined, send: () => undefined, close: () => undefined };
  test.each<[string, string, object]>([
    ['no host', 'options.host', { port: 1, verifyName: 'a.test' }],
    ['no port', 'options.port', { host: 'a.test' }],
    ['a port that is none', 'options.port', { host: 'a.test', port: 65_536 }],
    ['a port beside a transport', 'options.port', { transport, verifyName: 'a.test', port: 1 }],
    ['a transport that is none', 'options.transport', { transport: {}, verifyName: 'a.test' }],
    ['a socket that is none', 'options.socket', { socket: {}, host: 'a.test', port: 1 }],
    ['a type in socketOptions', 'options.socketOptions.type', { socketOptions: { type: 'udp6' }, host: 'a.test', port: 1 }],
    ['an mtu that is none', 'options.mtu', { host: 'a.test', port: 1, mtu: 100 }],
    ['two MTUs', 'options.linkMtu', { host: 'a.test', port: 1, mtu: 300, linkMtu: 300 }],
    ['maxUnread that is no number', 'options.maxUnread', { host: 'a.test', port: 1, maxUnread: 'many' }],
    ['a protocol of streams', 'options.minProtocol', { host: 'a.test', port: 1, minProtocol: 'TLSv1.2' }],
    ['a protocol that is too old', 'options.minProtocol', { host: 'a.test', port: 1, minProtocol: 'DTLSv1' }],
    ['a signal that is none', 'options.signal', { host: 'a.test', port: 1, signal: 'stop' }],
    ['no name to verify', 'options.verifyName', { transport }],
    ['the method of streams', 'options.method', { host: 'a.test', port: 1, method: 'tls' }],
    ['a profile of SRTP that is none', 'options.srtpProfiles', { host: 'a.test', port: 1, srtpProfiles: [] }],
  ])('refuses %s', async (_, argument, options) => {
    const rejected = connectDatagram({ ...common, ...options });
    await expect(rejected).rejects.toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT', argument });
  });

  test('refuses what is an option of connect() alone', async () => {
    for (const name of ['bufferSize', 'dangerousEarlyData', 'allowHalfOpen', 'io', 'offload']) {
      const rejected = connectDatagram({ ...common, host: 'a.test', port: 1, [name]: 1 });
      await expect(rejected).rejects.toMatchObject({ code: 'ERR_SSL_UNKNOWN_OPTION', argument: `options.${name}` });
    }
  });

  test('refuses a context of streams and names who is for it, as createDatagramServer() does', async () => {
    const context = new SslContext({ role: 'client', library });
    const says = expect.stringContaining('connect() and createServer() are for streams of bytes');
    await expect(connectDatagram({ context, host: 'a.test', port: 1 })).rejects.toMatchObject({
      argument: 'options.context',
      message: says,
    });
    const streams = new SslContext({ role: 'server', library, ...identity('server') });
    expect(() => createDatagramServer({ ...identity('server'), library, contexts: { 'a.test': streams } })).toThrow(
      expect.objectContaining({ argument: 'options.contexts["a.test"]', message: says }),
    );
  });
});

describe('send()', () => {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');

  test('refuses what is no message, and goes on', async () => {
    const server = await TestServer.open(library);
    const client = await connected(library, { port: server.port });
    const accepted = await server.next();
    const tooLarge = new Uint8Array(client.maxMessage + 1);
    const refused = { name: 'MisuseError', code: 'ERR_SSL_ARGUMENT', argument: 'message' };
    for (const message of ['text' as unknown as Uint8Array, new Uint8Array(0), tooLarge]) {
      await expect(client.send(message)).rejects.toMatchObject(refused);
    }
    await expect(client.send(tooLarge)).rejects.toThrow(`at most ${client.maxMessage} bytes`);
    expect(() => client.send(bytes('x'), 'no function' as unknown as () => void)).toThrow(
      expect.objectContaining({ argument: 'callback' }),
    );
    const heard = nextMessage(accepted);
    await client.send(bytes('still there'));
    expect(await heard).toBe('still there');
    client.close();
    await expect(client.send(bytes('x'))).rejects.toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_CLOSED' });
    expect([client.maxMessage, client.close().closed, client.destroy().closed]).toEqual([0, true, true]);
    expect(() => client.exportKeyingMaterial(1, 'a label')).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
  });
});
