// What a server says of clients that fail, stall, talk nonsense or leave, and that it goes on.

import { once } from 'node:events';
import { connect as connectNet, type Socket } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { pems, portOf, read, sideBySide, type TlsError, tls12, tls13 } from './support.ts';

sideBySide('a server and clients that fail', (peers) => {
  const raw = async (listener: Server): Promise<Socket> => {
    const socket = peers.keep(connectNet(portOf(listener), '127.0.0.1'));
    await once(socket, 'connect');
    return socket;
  };
  const failureAt = async (listener: Server): Promise<readonly [TlsError, TLSSocket]> =>
    (await once(listener, 'tlsClientError')) as [TlsError, TLSSocket];
  const goesOn = async (listener: Server): Promise<void> => {
    const { client, server } = await peers.pairAt(listener);
    client.write('fine');
    expect((await read(server, 4)).toString()).toBe('fine');
  };

  test('nonsense is an error of OpenSSL, with the socket, and the connection is closed', async () => {
    const listener = await peers.listen();
    const failed = failureAt(listener);
    const socket = await raw(listener);
    socket.resume();
    socket.write('this is no handshake at all\n');
    const [error, tlsSocket] = await failed;
    expect(error.code).toMatch(/^ERR_SSL_/);
    expect(error).toMatchObject({ library: 'SSL routines' });
    expect(error.reason).toMatch(/^\S.*\S$/);
    expect(tlsSocket).toBeInstanceOf(peers.serverTls.TLSSocket);
    await once(socket, 'close');
    await goesOn(listener);
  });

  test('a client that leaves before the handshake is ECONNRESET', async () => {
    const listener = await peers.listen();
    const failed = failureAt(listener);
    (await raw(listener)).end();
    const [error] = await failed;
    expect([error.code, error.message]).toEqual(['ECONNRESET', 'socket hang up']);
    await goesOn(listener);
  });

  test('a client that breaks off before the handshake is ECONNRESET', async () => {
    const listener = await peers.listen();
    const failed = failureAt(listener);
    (await raw(listener)).resetAndDestroy();
    expect((await failed)[0].code).toBe('ECONNRESET');
    await goesOn(listener);
  });

  test('a client that leaves in the middle of its hello is ECONNRESET', async () => {
    const listener = await peers.listen();
    const failed = failureAt(listener);
    (await raw(listener)).end(Buffer.from('16030100c8010000c40303', 'hex'));
    expect((await failed)[0].code).toBe('ECONNRESET');
  });

  test('a client that says nothing is ended after handshakeTimeout: ERR_TLS_HANDSHAKE_TIMEOUT', async () => {
    const listener = await peers.listen({ handshakeTimeout: 20 });
    const failed = failureAt(listener);
    const socket = await raw(listener);
    const closed = once(socket, 'close');
    socket.resume();
    const [error, tlsSocket] = await failed;
    expect([error.code, error.message]).toEqual(['ERR_TLS_HANDSHAKE_TIMEOUT', 'TLS handshake timeout']);
    tlsSocket.destroy();
    await closed;
  });

  test('handshakeTimeout ends with the handshake', async () => {
    const listener = await peers.listen({ handshakeTimeout: 5000 });
    const { server } = await peers.pairAt(listener);
    expect(server.timeout).toBe(0);
  });

  test.each([
    ['TLSv1.2', tls12],
    ['TLSv1.3', tls13],
  ])('a client that does not trust it is a secureConnection that ends or a tlsClientError, not both, %s', async (_, version) => {
    const listener = await peers.listen({ ...pems('selfSigned'), ...version });
    const events: string[] = [];
    listener.on('tlsClientError', () => events.push('tlsClientError'));
    listener.on('secureConnection', (socket) => {
      events.push('secureConnection');
      socket.resume();
    });
    const connected = once(listener, 'connection') as Promise<[Socket]>;
    const client = peers.connect(listener);
    const closed = new Promise((resolve) => client.once('close', resolve));
    const [transport] = await connected;
    await Promise.all([closed, new Promise((resolve) => transport.once('close', resolve))]);
    expect(events).toHaveLength(1);
  });

  test('no tlsClientError comes after secureConnection: later errors are of the socket', async () => {
    const listener = await peers.listen();
    let failed = 0;
    listener.on('tlsClientError', () => {
      failed += 1;
    });
    const { client, server } = await peers.pairAt(listener);
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.resume();
    client.destroy();
    await closed;
    expect(failed).toBe(0);
  });

  test('without a listener of tlsClientError a bad client stops nothing', async () => {
    const listener = await peers.listen();
    const socket = await raw(listener);
    socket.resume();
    socket.write('nonsense, nonsense, nonsense\n');
    await once(socket, 'close');
    await goesOn(listener);
  });

  test('bytes that are altered after the handshake are an error of the socket at their receiver', async () => {
    const listener = await peers.listen(tls13);
    let alter = false;
    const relay = await peers.listenPlain((socket) => {
      const onward = peers.keep(connectNet(portOf(listener), '127.0.0.1'));
      onward.pipe(socket);
      socket.on('data', (data: Buffer) => {
        if (alter) data[data.length - 1] = (data.at(-1) ?? 0) ^ 1;
        onward.write(data);
      });
    });
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = await peers.open(relay);
    const [server] = await accepted;
    client.write('untouched');
    await read(server, 9);
    const failed = new Promise((resolve) => server.once('error', resolve));
    alter = true;
    client.write('touched');
    server.resume();
    expect(await failed).toMatchObject({ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', library: 'SSL routines' });
  });

  test('many clients that talk nonsense at once leave the server as it was', async () => {
    const listener = await peers.listen();
    let failed = 0;
    const all = new Promise<void>((resolve) => {
      listener.on('tlsClientError', () => {
        failed += 1;
        if (failed === 30) resolve();
      });
    });
    const sockets = await Promise.all(Array.from({ length: 30 }, () => raw(listener)));
    for (const socket of sockets) socket.resume().end('nonsense, nonsense, nonsense\n');
    await all;
    await goesOn(listener);
  });
});
