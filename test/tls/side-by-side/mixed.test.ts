// The client of one module with the server of another, in each way that there is.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { hashOf, pattern } from '../../support/io-servers.ts';
import { certificatePem } from '../../support/pki.ts';
import { everyWay, newSession, pems, read, readAll, tls12, tls13, undeclared, versions } from './support.ts';

everyWay('mixed', (peers) => {
  test.each(versions)('data goes both ways and both end, %s', async (name, version) => {
    const { client, server } = await peers.pair({ ...version, allowHalfOpen: true });
    expect([client.getProtocol(), server.getProtocol()]).toEqual([name, name]);
    client.end(pattern(300_000));
    expect(hashOf(await readAll(server))).toBe(hashOf(pattern(300_000)));
    server.end(pattern(200_000));
    expect(hashOf(await readAll(client))).toBe(hashOf(pattern(200_000)));
  });

  test.each(versions)('both say the same of the connection, %s', async (_, version) => {
    const { client, server } = await peers.pair({ ...version, ALPNProtocols: ['h2'] }, { ALPNProtocols: ['http/1.1', 'h2'] });
    expect(client.getCipher()).toEqual(server.getCipher());
    expect([client.alpnProtocol, client.servername]).toEqual([server.alpnProtocol, server.servername]);
    expect(client.getFinished()?.equals(server.getPeerFinished() ?? randomBytes(1))).toBe(true);
    expect(server.getFinished()?.equals(client.getPeerFinished() ?? randomBytes(1))).toBe(true);
    const [atClient, atServer] = [client, server].map((socket) => undeclared(socket).exportKeyingMaterial(64, 'EXPORTER-mixed'));
    expect(atClient?.toString('hex')).toBe(atServer?.toString('hex'));
  });

  test.each(versions)('certificates go both ways and are shown alike, %s', async (_, version) => {
    const { client, server } = await peers.pair({ ...version, ca: certificatePem('root'), requestCert: true }, pems('client'));
    expect([client.authorized, server.authorized]).toEqual([true, true]);
    expect(client.getPeerCertificate()).toEqual(server.getCertificate());
    expect(server.getPeerCertificate()).toEqual(client.getCertificate());
  });

  test.each(versions)('a session is resumed, until the keys of its ticket are gone, %s', async (_, version) => {
    const listener = await peers.listen(version);
    const session = await newSession(peers, listener);
    const { client, server } = await peers.pairAt(listener, { session });
    expect([client.isSessionReused(), server.isSessionReused()]).toEqual([true, true]);
    listener.setTicketKeys(randomBytes(48));
    expect((await peers.open(listener, { session })).isSessionReused()).toBe(false);
  });

  test.each(versions)('SNI, ALPN and OCSP are asked and answered, %s', async (_, version) => {
    const staple = Buffer.from('30030a0103', 'hex');
    const listener = await peers.listen({ ...version, ...pems('server'), ALPNCallback: ({ protocols }) => protocols.at(-1) });
    listener.addContext('other.test', pems('otherHost'));
    listener.on('OCSPRequest', (_certificate: Buffer, _issuer: Buffer, done: (error: null, stapled: Buffer) => void) => done(null, staple));
    const client = peers.connect(listener, { servername: 'other.test', ALPNProtocols: ['a', 'b'], requestOCSP: true } as object);
    const [[stapled]] = (await Promise.all([once(client, 'OCSPResponse'), once(client, 'secureConnect')])) as [[Buffer], unknown];
    expect([client.authorized, client.alpnProtocol, stapled.equals(staple)]).toEqual([true, 'b', true]);
  });

  test.each([
    ['TLSv1.2', { ...tls12, ciphers: 'PSK' }],
    ['TLSv1.3', { ...tls13, ciphers: 'TLS_AES_128_GCM_SHA256' }],
  ])('pre-shared keys connect, %s', async (_, options) => {
    const psk = randomBytes(32);
    const { client, server } = await peers.pair(
      { ...options, pskCallback: () => psk },
      { ...options, ca: [], servername: '', checkServerIdentity: () => undefined, pskCallback: () => ({ psk, identity: 'me' }) },
    );
    client.write('shared');
    expect((await read(server, 6)).toString()).toBe('shared');
  });

  test('the key log is the same on both sides', async () => {
    const listener = await peers.listen();
    const [atServer, atClient]: [Set<string>, Set<string>] = [new Set(), new Set()];
    listener.on('keylog', (line) => atServer.add(line.toString()));
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = peers.connect(listener);
    client.on('keylog', (line) => atClient.add(line.toString()));
    await Promise.all([once(client, 'secureConnect'), accepted]);
    expect(atClient).toEqual(atServer);
    expect(atClient.size).toBe(5);
  });

  test('a client that turns the server down says so to itself', async () => {
    expect((await peers.refused(await peers.listen(pems('expired')))).code).toBe('CERT_HAS_EXPIRED');
  });

  test('a server that turns the client down is not secure with it', async () => {
    const listener = await peers.listen({ ca: certificatePem('root'), requestCert: true });
    let accepted = 0;
    listener.on('secureConnection', () => {
      accepted += 1;
    });
    const failed = once(listener, 'tlsClientError');
    const client = peers.connect(listener, pems('clientUnknown'));
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.resume();
    await Promise.all([failed, closed]);
    expect(accepted).toBe(0);
  });

  test.each([
    ['the server', tls13, tls12],
    ['the client', tls12, tls13],
  ])('versions that do not meet are an error on both sides: %s speaks only TLSv1.3', async (_, serverVersion, clientVersion) => {
    const error = await peers.refusedBy(await peers.listen(serverVersion), clientVersion);
    expect([error.client.code, error.server.code]).toEqual([expect.stringMatching(/^ERR_SSL_/), expect.stringMatching(/^ERR_SSL_/)]);
  });

  test('TLS in TLS, each end of one module', async () => {
    const listener = await peers.listen({}, (socket) => {
      const inner = peers.keep(new peers.serverTls.TLSSocket(socket, { isServer: true, ...pems('server') }));
      inner.pipe(inner);
    });
    const tunnel = await peers.open(listener);
    const client = peers.keep(peers.tls.connect({ ca: certificatePem('root'), servername: 'server.test', socket: tunnel }));
    await once(client, 'secureConnect');
    client.write('echo');
    expect((await read(client, 4)).toString()).toBe('echo');
  });
});
