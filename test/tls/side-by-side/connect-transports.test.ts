// TLS over what the caller brings: a connection, one that is yet to connect, any Duplex, and TLS itself.

import { once } from 'node:events';
import { connect as connectNet, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { duplexPair } from '../../support/io-duplex.ts';
import { certificatePem } from '../../support/pki.ts';
import { pems, portOf, read, readAll, sideBySide, trusting, versions } from './support.ts';

sideBySide('transports', (peers) => {
  const { tls } = peers;
  const echoes = async (socket: TLSSocket): Promise<void> => {
    socket.write('echo');
    expect((await read(socket, 4)).toString()).toBe('echo');
  };
  // A server's socket by hand, over one end of a pair.
  const served = (transport: Duplex, options: object = {}): TLSSocket =>
    peers.keep(new peers.serverTls.TLSSocket(transport, { isServer: true, ...pems('serverEc'), ...options }));
  const clientOver = (socket: Duplex, options: object = {}): TLSSocket => peers.keep(tls.connect({ ...trusting, socket, ...options }));

  test.each(versions)('a connected net.Socket, %s', async (_, version) => {
    const listener = await peers.listen({}, (socket) => void socket.pipe(socket));
    const raw = connectNet(portOf(listener), '127.0.0.1');
    await once(raw, 'connect');
    const client = clientOver(raw, version);
    await once(client, 'secureConnect');
    expect(client.remotePort).toBe(portOf(listener));
    await echoes(client);
  });

  test('a net.Socket that is still connecting', async () => {
    const listener = await peers.listen({}, (socket) => void socket.pipe(socket));
    const client = clientOver(connectNet(portOf(listener), '127.0.0.1'));
    expect(client.connecting).toBe(true);
    await once(client, 'connect');
    expect(client.connecting).toBe(false);
    await once(client, 'secureConnect');
    await echoes(client);
  });

  test('a net.Socket that is told to connect afterwards', async () => {
    const listener = await peers.listen({}, (socket) => void socket.pipe(socket));
    const raw = new Socket();
    const client = clientOver(raw);
    raw.connect(portOf(listener), '127.0.0.1');
    await once(client, 'secureConnect');
    await echoes(client);
  });

  test.each(versions)('a Duplex in memory, on both sides, %s', async (_, version) => {
    const [left, right] = duplexPair();
    const server = served(right);
    server.pipe(server);
    const client = clientOver(left, version);
    await once(client, 'secureConnect');
    expect([client.authorized, client.getProtocol()]).toEqual([true, version.maxVersion]);
    await echoes(client);
  });

  test('a Duplex that delivers one byte at a time', async () => {
    const [left, right] = duplexPair({ pieces: 1 });
    const server = served(right);
    server.pipe(server);
    const client = clientOver(left);
    await once(client, 'secureConnect');
    await echoes(client);
  });

  test('TLS in TLS', async () => {
    const inner = await peers.listen({}, (socket) => void socket.pipe(socket));
    const outer = await peers.listen(pems('server'), (socket) => {
      const onward = peers.keep(connectNet(portOf(inner), '127.0.0.1'));
      socket.pipe(onward).pipe(socket);
    });
    const tunnel = await peers.open(outer);
    const client = clientOver(tunnel);
    await once(client, 'secureConnect');
    expect([tunnel.authorized, client.authorized]).toEqual([true, true]);
    expect(client.getPeerCertificate().fingerprint256).not.toBe(tunnel.getPeerCertificate().fingerprint256);
    await echoes(client);
  });

  test('an end goes through TLS to the transport, and through the other side back', async () => {
    const [left, right] = duplexPair();
    const server = served(right);
    server.on('end', () => server.end('and goodbye'));
    server.resume();
    const client = clientOver(left);
    await once(client, 'secureConnect');
    client.end('goodbye');
    expect((await readAll(client)).toString()).toBe('and goodbye');
  });

  test('a transport that is destroyed closes the socket', async () => {
    const [left, right] = duplexPair();
    served(right);
    const client = clientOver(left);
    await once(client, 'secureConnect');
    const closed = once(client, 'close');
    left.destroy();
    await closed;
    expect(client.destroyed).toBe(true);
  });

  test('an error of the transport is the error of the socket', async () => {
    const [left, right] = duplexPair();
    served(right);
    const client = clientOver(left);
    await once(client, 'secureConnect');
    const failed = new Promise((resolve) => client.once('error', resolve));
    left.destroy(new Error('the transport broke'));
    expect(await failed).toHaveProperty('message', 'the transport broke');
  });

  test('a socket by hand is a client if it is not said to be a server', async () => {
    const listener = await peers.listen({}, (socket) => void socket.pipe(socket));
    const raw = connectNet(portOf(listener), '127.0.0.1');
    await once(raw, 'connect');
    const client = peers.keep(new tls.TLSSocket(raw, { secureContext: tls.createSecureContext({ ca: certificatePem('root') }) }));
    const secure = once(client, 'secure');
    client.write('echo');
    await secure;
    expect((await read(client, 4)).toString()).toBe('echo');
    expect(client.getPeerCertificate().subject.CN).toBe('server.test');
  });

  test('a connection that becomes TLS after plain words were said over it', async () => {
    const plain = await peers.listenPlain((socket) => {
      socket.once('data', (words: Buffer) => {
        expect(words.toString()).toBe('STARTTLS\r\n');
        socket.write('GO\r\n', () => {
          const server = served(socket);
          server.pipe(server);
        });
      });
    });
    const raw = connectNet(portOf(plain), '127.0.0.1');
    raw.write('STARTTLS\r\n');
    expect((await read(raw, 4)).toString()).toBe('GO\r\n');
    const client = clientOver(raw);
    await once(client, 'secureConnect');
    await echoes(client);
  });

  test('a tls.Server takes a connection that it is given as an event', async () => {
    const listener = peers.server({}, (socket) => void socket.pipe(socket));
    const plain = await peers.listenPlain((socket) => void listener.emit('connection', socket));
    const client = await peers.open(plain);
    await echoes(client);
  });

  test('a tls.Server takes a Duplex as an event', async () => {
    const listener = peers.server({}, (socket) => void socket.pipe(socket));
    const [left, right] = duplexPair();
    listener.emit('connection', right);
    const client = clientOver(left);
    await once(client, 'secureConnect');
    await echoes(client);
  });
});
