// What a client says when there is no handshake: nobody there, somebody else there, somebody who leaves, and versions that do not meet.

import { once } from 'node:events';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from '../../support/io-tools.ts';
import { failure, pems, portOf, sideBySide, tls12, tls13, undeclared, versions } from './support.ts';

sideBySide('connect fails', (peers) => {
  const disconnected = 'Client network socket disconnected before secure TLS connection was established';

  test('with ECONNREFUSED if nobody listens', async () => {
    const error = await peers.refused(null, { host: '127.0.0.1', port: await freePort() });
    expect(error).toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1' });
  });

  test('with the code of the lookup', async () => {
    const lookupFailed = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const error = await peers.refused(null, {
      host: 'x.test',
      port: 1,
      lookup: (_host, _options, callback) => callback(lookupFailed, '', 4),
    });
    expect(error.code).toBe('ENOTFOUND');
  });

  test('with ERR_SSL_WRONG_VERSION_NUMBER if the peer does not speak TLS', async () => {
    const plain = await peers.listenPlain((socket) => socket.write('220 mail.test ESMTP\r\n'));
    const error = await peers.refused(plain);
    // What a first byte that is no record's means is for each OpenSSL to say.
    expect(error.code).toMatch(/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE)$/);
    expect(error.library).toMatch(/^SSL routines$/);
    expect(error.reason).toMatch(/wrong version number|packet length too long|record layer failure/);
    expect(error.message).toMatch(/SSL routines/);
  });

  test('with ERR_SSL_HTTP_REQUEST at the server if the client speaks HTTP without TLS', async () => {
    const listener = await peers.listen();
    const error = once(listener, 'tlsClientError') as Promise<[{ code: string }]>;
    const raw = peers.keep(new Socket().connect(portOf(listener), '127.0.0.1'));
    raw.end('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    expect((await error)[0].code).toBe('ERR_SSL_HTTP_REQUEST');
  });

  test.each(versions)('with ECONNRESET if the peer ends before the handshake, %s', async (_, version) => {
    const plain = await peers.listenPlain((socket) => socket.once('data', () => socket.end()));
    const error = await peers.refused(plain, version);
    expect(error).toMatchObject({ code: 'ECONNRESET', message: disconnected, host: '127.0.0.1', port: portOf(plain) });
  });

  test('with ECONNRESET if the peer resets the connection', async () => {
    const plain = await peers.listenPlain((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect((await peers.refused(plain)).code).toBe('ECONNRESET');
  });

  test('with ECONNRESET if the peer ends in the middle of the handshake', async () => {
    const plain = await peers.listenPlain((socket) => socket.once('data', () => socket.end(Buffer.from('160303007a0200', 'hex'))));
    expect((await peers.refused(plain)).code).toBe('ECONNRESET');
  });

  test.each([
    ['the server', tls13, tls12],
    ['the client', tls12, tls13],
  ])('with a protocol version of OpenSSL if %s speaks only TLSv1.3', async (_, serverVersion, clientVersion) => {
    const error = await peers.refusedBy(await peers.listen(serverVersion), clientVersion);
    expect(error.client.code).toMatch(/^ERR_SSL_(TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|VERSION_TOO_LOW)$/);
    expect(error.server.code).toMatch(/^ERR_SSL_(UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE)$/);
  });

  test.each([
    ['TLSv1.2', { ...tls12, ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' }, { ...tls12, ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' }],
    ['TLSv1.3', { ...tls13, ciphers: 'TLS_AES_128_GCM_SHA256' }, { ...tls13, ciphers: 'TLS_AES_256_GCM_SHA384' }],
  ])('with a handshake failure if no cipher is shared, %s', async (_, serverOptions, clientOptions) => {
    const error = await peers.refusedBy(await peers.listen({ ...serverOptions, ...pems('serverEc') }), clientOptions);
    expect(error.client.code).toMatch(/^ERR_SSL_.*ALERT_HANDSHAKE_FAILURE$/);
    expect(error.server.code).toMatch(/^ERR_SSL_NO_(SHARED_CIPHER|SUITABLE_)/);
    expect(error.server).toMatchObject({ library: 'SSL routines' });
    expect(error.server.reason).toMatch(/^no (shared cipher|suitable)/);
  });

  test('with a handshake failure if no group is shared', async () => {
    const error = await peers.refusedBy(await peers.listen({ ...pems('serverEc'), ...tls13, ecdhCurve: 'P-256' }), { ecdhCurve: 'P-384' });
    expect(error.client.code).toMatch(/^ERR_SSL_.*ALERT_(HANDSHAKE_FAILURE|ILLEGAL_PARAMETER)$/);
    expect(error.server.code).toMatch(/^ERR_SSL_NO_SUITABLE_(KEY_SHARE|GROUPS)$/);
  });

  test('with a handshake failure if the server has no certificate', async () => {
    const error = await peers.refusedBy(await peers.listen({ cert: undefined, ...tls12 }));
    expect(error.client.code).toMatch(/^ERR_SSL_.*ALERT_HANDSHAKE_FAILURE$/);
    expect(error.server.code).toBe('ERR_SSL_NO_SHARED_CIPHER');
  });

  test('once, and closes the socket with hadError', async () => {
    const plain = await peers.listenPlain((socket) => socket.end());
    const client = peers.connect(plain);
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    const hadError = await new Promise((resolve) => client.once('close', resolve));
    expect([errors.length, hadError, client.destroyed, undeclared(client).secureConnecting]).toEqual([1, true, true, true]);
  });

  test('with the error that destroy() is given, without secureConnect', async () => {
    const client = peers.connect(await peers.listen());
    let secure = false;
    client.on('secureConnect', () => {
      secure = true;
    });
    const closed = once(client, 'close').catch(() => undefined);
    const failed = failure(client);
    client.destroy(new Error('changed my mind'));
    expect((await failed).message).toBe('changed my mind');
    await closed;
    expect(secure).toBe(false);
  });

  test('silently if it is destroyed without an error', async () => {
    const client = peers.connect(await peers.listen());
    const hadError = new Promise((resolve) => client.once('close', resolve));
    client.destroy();
    expect(await hadError).toBe(false);
  });
});
