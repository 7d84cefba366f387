// What a socket says of its connection: the methods that only ask.

import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { expect, test } from '@jest/globals';
import { hosts } from '../../support/pki.ts';
import { sideBySide, thrown, tls12, tls13, undeclared, versions } from './support.ts';

sideBySide('TLSSocket', (peers) => {
  const { tls } = peers;

  test('is a net.Socket, a Duplex and its own class, on both sides', async () => {
    const { client, server } = await peers.pair();
    for (const type of [Duplex, Socket, tls.TLSSocket]) expect(client).toBeInstanceOf(type);
    for (const type of [Duplex, Socket, peers.serverTls.TLSSocket]) expect(server).toBeInstanceOf(type);
  });

  test('is encrypted; a server’s is not authorized as long as it asks for no certificate', async () => {
    const { client, server } = await peers.pair();
    expect([client.encrypted, client.authorized, client.authorizationError]).toEqual([true, true, null]);
    expect([server.encrypted, server.authorized, server.authorizationError]).toEqual([true, false, null]);
  });

  test('names its server at the server, and has an ssl until it is closed', async () => {
    const { client, server, listener } = await peers.pair();
    expect((server as unknown as { server: unknown }).server).toBe(listener);
    expect(undeclared(client).ssl).not.toBeNull();
  });

  test.each(versions)('getProtocol is %s on both sides', async (name, version) => {
    const { client, server } = await peers.pair(version);
    expect([client.getProtocol(), server.getProtocol()]).toEqual([name, name]);
  });

  test('getProtocol is a word before the handshake, and null after the end', async () => {
    const { client } = await peers.pair();
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.destroy();
    await closed;
    expect(client.getProtocol()).toBeNull();
  });

  test.each(versions)('getFinished of one side is getPeerFinished of the other, %s', async (_, version) => {
    const { client, server } = await peers.pair(version);
    expect(client.getFinished()?.length).toBeGreaterThanOrEqual(12);
    expect(client.getFinished()?.equals(server.getPeerFinished() ?? randomBytes(1))).toBe(true);
    expect(server.getFinished()?.equals(client.getPeerFinished() ?? randomBytes(1))).toBe(true);
  });

  test('getFinished and getPeerFinished are undefined before the handshake', async () => {
    const client = peers.connect(await peers.listen());
    expect([client.getFinished(), client.getPeerFinished()]).toEqual([undefined, undefined]);
  });

  test.each(versions)('exportKeyingMaterial is the same on both sides, for one label and context, %s', async (_, version) => {
    const pair = await peers.pair(version);
    const [client, server] = [undeclared(pair.client), undeclared(pair.server)];
    const context = Buffer.from('context');
    const exported = client.exportKeyingMaterial(128, 'EXPORTER-of-a-test', context);
    expect(exported.length).toBe(128);
    expect(server.exportKeyingMaterial(128, 'EXPORTER-of-a-test', context).equals(exported)).toBe(true);
    expect(server.exportKeyingMaterial(128, 'EXPORTER-of-another', context).equals(exported)).toBe(false);
    expect(server.exportKeyingMaterial(128, 'EXPORTER-of-a-test', Buffer.from('other')).equals(exported)).toBe(false);
    expect(client.exportKeyingMaterial(32, 'label').equals(server.exportKeyingMaterial(32, 'label'))).toBe(true);
  });

  test('exportKeyingMaterial tells no context from an empty one where the protocol does, TLSv1.2', async () => {
    const client = undeclared((await peers.pair(tls12)).client);
    const [none, empty] = [client.exportKeyingMaterial(32, 'label'), client.exportKeyingMaterial(32, 'label', Buffer.alloc(0))];
    expect(none.equals(empty)).toBe(false);
  });

  test('exportKeyingMaterial is refused before the handshake with ERR_TLS_INVALID_STATE', async () => {
    const client = peers.connect(await peers.listen());
    expect(thrown(() => undeclared(client).exportKeyingMaterial(32, 'label'))?.code).toBe('ERR_TLS_INVALID_STATE');
  });

  test.each([
    ['length', ['32', 'label'], 'ERR_INVALID_ARG_TYPE'],
    ['length', [0, 'label'], 'ERR_OUT_OF_RANGE'],
    ['length', [-1, 'label'], 'ERR_OUT_OF_RANGE'],
    ['label', [32, 1], 'ERR_INVALID_ARG_TYPE'],
    ['label', [32], 'ERR_INVALID_ARG_TYPE'],
    ['context', [32, 'label', 'context'], 'ERR_INVALID_ARG_TYPE'],
  ])('exportKeyingMaterial refuses a wrong %s, as in %j, with %s', async (_, values, code) => {
    const { client } = await peers.pair();
    const exportKeyingMaterial = client.exportKeyingMaterial.bind(client) as (...values: unknown[]) => Buffer;
    expect(thrown(() => exportKeyingMaterial(...values))?.code).toBe(code);
  });

  test.each(versions)('getSharedSigalgs has what the client offers and the server takes, %s', async (_, version) => {
    const { client, server } = await peers.pair(version);
    expect(server.getSharedSigalgs()).toEqual(expect.arrayContaining(['ECDSA+SHA256', 'RSA-PSS+SHA256']));
    expect(client.getSharedSigalgs()).toEqual([]);
  });

  test('setMaxSendFragment is true for what a record may hold, and false for what it may not', async () => {
    const { client } = await peers.pair();
    expect([512, 16384, 511, 16385].map((size) => client.setMaxSendFragment(size))).toEqual([true, true, false, false]);
    expect(thrown(() => client.setMaxSendFragment('512' as unknown as number))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('setServername is for clients only: ERR_TLS_SNI_FROM_SERVER', async () => {
    const { client, server } = await peers.pair();
    expect(thrown(() => undeclared(server).setServername('x.test'))?.code).toBe('ERR_TLS_SNI_FROM_SERVER');
    expect(thrown(() => undeclared(client).setServername(1 as unknown as string))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('setServername before the handshake is what is sent', async () => {
    const listener = await peers.listen();
    const accepted = new Promise<{ servername: unknown }>((resolve) => listener.once('secureConnection', resolve));
    const client = peers.connect(listener, { servername: '', checkServerIdentity: () => undefined });
    undeclared(client).setServername(hosts.second);
    expect((await accepted).servername).toBe(hosts.second);
  });

  test.each([
    ['the client', tls12],
    ['the client', tls13],
  ])('servername is what was sent, on both sides (%s)', async (_, version) => {
    const { client, server } = await peers.pair(version);
    expect([client.servername, server.servername]).toEqual([hosts.good, hosts.good]);
  });

  test('enableTrace refuses what is no boolean as an option', () => {
    const options = { enableTrace: 'yes' } as object;
    expect(thrown(() => peers.connect(null, { port: 1, ...options }))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('what asks of the connection is null or undefined once it is closed, and throws nothing', async () => {
    const { client } = await peers.pair();
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.destroy();
    await closed;
    const facts = [
      client.getCipher(),
      client.getSession(),
      client.getPeerCertificate(),
      client.getCertificate(),
      client.getEphemeralKeyInfo(),
    ];
    expect(facts).toEqual([null, null, null, null, null]);
    expect([client.getFinished(), client.getPeerFinished(), client.getTLSTicket(), client.isSessionReused()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([client.getX509Certificate(), client.getPeerX509Certificate()]).toEqual([undefined, undefined]);
    expect(undeclared(client).ssl).toBeNull();
  });
});
