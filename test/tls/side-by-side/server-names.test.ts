// Which certificate a server shows for which name: addContext, SNICallback and their failures.

import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { certificatePem } from '../../support/pki.ts';
import { pems, sideBySide, thrown, tls12, versions } from './support.ts';

sideBySide('server names', (peers) => {
  const context = (name: 'server' | 'otherHost' | 'wildcard') => peers.serverTls.createSecureContext(pems(name));
  // No name is checked: which certificate comes is the question.
  const shownFor = async (server: Parameters<typeof peers.open>[0], servername: string): Promise<unknown> => {
    const client = await peers.open(server, { servername, checkServerIdentity: () => undefined });
    return client.getPeerCertificate().subject.CN;
  };

  // RSA like the others: a context with a key of another kind adds to the server's own in Node.
  const own = pems('server');

  test.each(versions)('addContext gives a name a certificate, and others the server’s own, %s', async (_, version) => {
    const listener = await peers.listen({ ...own, ...version });
    listener.addContext('other.test', pems('otherHost'));
    expect([await shownFor(listener, 'other.test'), await shownFor(listener, 'server.test')]).toEqual(['other.test', 'server.test']);
  });

  test('addContext takes a secure context too', async () => {
    const listener = await peers.listen(own);
    listener.addContext('other.test', context('otherHost'));
    expect(await shownFor(listener, 'other.test')).toBe('other.test');
  });

  test('addContext takes a wildcard, which stands for one label', async () => {
    const listener = await peers.listen(own);
    listener.addContext('*.wild.test', context('wildcard'));
    const names = ['a.wild.test', 'b.wild.test', 'a.b.wild.test', 'wild.test', 'axwild.test'];
    const shown = await Promise.all(names.map((name) => shownFor(listener, name)));
    expect(shown).toEqual(['wildcard', 'wildcard', 'server.test', 'server.test', 'server.test']);
  });

  test('the last context that fits a name wins', async () => {
    const listener = await peers.listen(own);
    listener.addContext('x.wild.test', context('otherHost'));
    listener.addContext('*.wild.test', context('wildcard'));
    expect(await shownFor(listener, 'x.wild.test')).toBe('wildcard');
    listener.addContext('x.wild.test', context('otherHost'));
    expect(await shownFor(listener, 'x.wild.test')).toBe('other.test');
  });

  test('addContext without a name is refused with ERR_TLS_REQUIRED_SERVER_NAME', () => {
    expect(thrown(() => peers.server().addContext('', pems('otherHost')))?.code).toBe('ERR_TLS_REQUIRED_SERVER_NAME');
  });

  test('a client without a servername gets the server’s own', async () => {
    const listener = await peers.listen({ ...own, SNICallback: (_, done) => done(null, context('otherHost')) });
    expect(await shownFor(listener, '')).toBe('server.test');
  });

  test.each(versions)('SNICallback is called with the name and chooses at once, %s', async (_, version) => {
    const names: string[] = [];
    const listener = await peers.listen({
      ...own,
      ...version,
      SNICallback: (name, done) => {
        names.push(name);
        done(null, context('otherHost'));
      },
    });
    expect([await shownFor(listener, 'asked.test'), names]).toEqual(['other.test', ['asked.test']]);
  });

  test.each(versions)('SNICallback chooses later, %s', async (_, version) => {
    const listener = await peers.listen({
      ...own,
      ...version,
      SNICallback: (_name, done) => void setImmediate(() => done(null, context('otherHost'))),
    });
    expect(await shownFor(listener, 'asked.test')).toBe('other.test');
  });

  test('SNICallback that chooses nothing leaves the server’s own', async () => {
    const listener = await peers.listen({ ...own, SNICallback: (_, done) => done(null) });
    expect(await shownFor(listener, 'asked.test')).toBe('server.test');
  });

  test('SNICallback takes the place of addContext', async () => {
    const listener = await peers.listen({ ...own, SNICallback: (_, done) => done(null) });
    listener.addContext('other.test', context('otherHost'));
    expect(await shownFor(listener, 'other.test')).toBe('server.test');
  });

  test.each(versions)('SNICallback that gives an error ends the connection with it, %s', async (_, version) => {
    const mine = new Error('no such host');
    const listener = await peers.listen({ ...own, ...version, SNICallback: (_name, done) => done(mine) });
    const failed = once(listener, 'tlsClientError') as Promise<[Error]>;
    const refused = await peers.refused(listener);
    expect((await failed)[0]).toBe(mine);
    expect(refused.code).toMatch(/^(ECONNRESET|ERR_SSL_.*ALERT.*)$/); // an alert, where the server sends one
  });

  test('SNICallback that throws ends the connection with what it threw', async () => {
    const mine = new Error('of the callback');
    const listener = await peers.listen({
      ...own,
      SNICallback: () => {
        throw mine;
      },
    });
    const failed = once(listener, 'tlsClientError') as Promise<[Error]>;
    await peers.refused(listener);
    expect((await failed)[0]).toBe(mine);
  });

  test('SNICallback that chooses what is no context ends the connection', async () => {
    const listener = await peers.listen({ ...own, SNICallback: (_, done) => done(null, {} as ReturnType<typeof context>) });
    const failed = once(listener, 'tlsClientError') as Promise<[Error]>;
    await peers.refused(listener);
    expect((await failed)[0].name).toBe('TypeError');
  });

  test('SNICallback that is no function is refused with ERR_INVALID_ARG_TYPE', () => {
    expect(thrown(() => peers.server({ SNICallback: 'x.test' } as object))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('the context of a name brings its own trust in clients', async () => {
    const listener = await peers.listen({ ...own, requestCert: true, rejectUnauthorized: false });
    listener.addContext('other.test', { ...pems('otherHost'), ca: certificatePem('root') });
    const authorizedAt = async (servername: string): Promise<boolean> => {
      const { server } = await peers.pairAt(listener, { ...pems('client'), servername, checkServerIdentity: () => undefined });
      return server.authorized;
    };
    expect([await authorizedAt('other.test'), await authorizedAt('server.test')]).toEqual([true, false]);
  });

  test('the servername is known in secureConnection', async () => {
    const listener = await peers.listen({ ...own, ...tls12 });
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    await shownFor(listener, 'asked.test');
    expect((await accepted)[0].servername).toBe('asked.test');
  });
});
