// libssl/tls on each OpenSSL at hand, and between any two of them.

import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { createSecureContext } from '../../../lib/tls/index.ts';
import { certificatePem, hosts } from '../../support/pki.ts';
import { deferred, failure, newSession, pems, read, type TlsError, undeclared, versions } from '../side-by-side/support.ts';
import { alertCode, eachLibrary, eachWay, on, own } from './support.ts';

const bothWays = async (client: NodeJS.ReadWriteStream, server: NodeJS.ReadWriteStream): Promise<readonly string[]> => {
  client.write('to the server');
  server.write('to the client');
  return [String(await read(server as never, 13)), String(await read(client as never, 13))];
};

eachWay('a connection', (peers, clientLibrary, serverLibrary) => {
  test.each(versions)('%s: is made, verified, carries data and knows its libraries', async (version, range) => {
    const { client, server } = await peers.pair(
      { ...on(serverLibrary), ...range, ALPNProtocols: ['two', 'one'] },
      { ...on(clientLibrary), ALPNProtocols: ['one', 'two'] },
    );
    expect(client.authorized).toBe(true);
    expect(own(client).ssl?.context.library.version.text).toBe(clientLibrary.version.text);
    expect(own(server).ssl?.context.library.version.text).toBe(serverLibrary.version.text);
    expect([client.getProtocol(), server.getProtocol()]).toEqual([version, version]);
    expect([client.alpnProtocol, server.alpnProtocol]).toEqual(['two', 'two']);
    expect(client.getCipher()).toEqual(server.getCipher());
    expect(client.getFinished()).toEqual(server.getPeerFinished());
    const material = [client, server].map((socket) => undeclared(socket).exportKeyingMaterial(32, 'label').toString('hex'));
    expect(material[0]).toBe(material[1]);
    expect(await bothWays(client, server)).toEqual(['to the server', 'to the client']);
  });

  test.each(versions)('%s: a session is resumed', async (_, range) => {
    const listener = await peers.listen({ ...on(serverLibrary), ...range });
    const session = await newSession(peers, listener, on(clientLibrary));
    const { client, server } = await peers.pairAt(listener, { ...on(clientLibrary), session });
    expect([client.isSessionReused(), server.isSessionReused(), client.authorized]).toEqual([true, true, true]);
    expect(await bothWays(client, server)).toEqual(['to the server', 'to the client']);
  });
});

eachLibrary('libssl/tls', (peers, library) => {
  const chosen = on(library);

  test('socket.ssl.library tells the version, before and after the handshake', async () => {
    const { client, server } = await peers.pair(chosen, chosen);
    for (const socket of [client, server]) {
      expect(own(socket).ssl?.library).toBe(library);
      expect(own(socket).ssl?.library.version.text).toBe(library.version.text);
      expect(own(socket).secureContext.library).toBe(library);
    }
  });

  const refusals = [
    ['an unknown authority', 'unknownCa', hosts.good, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['a certificate that signs itself', 'selfSigned', hosts.good, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['an expired certificate', 'expired', hosts.good, 'CERT_HAS_EXPIRED'],
    ['a certificate that is not valid yet', 'notYetValid', hosts.good, 'CERT_NOT_YET_VALID'],
    ['a certificate for clients', 'clientPurpose', hosts.good, 'INVALID_PURPOSE'],
    ['another name', 'serverEc', 'elsewhere.test', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const;
  const every = versions.flatMap(([version, range]) => refusals.map((refusal) => [version, ...refusal, range] as const));

  test.each(every)('%s: %s is refused, with its code at both sides', async (_v, _what, name, servername, code, range) => {
    const listener = await peers.listen({ ...chosen, ...pems(name), ...range });
    const { client, server } = await peers.refusedBy(listener, { ...chosen, servername });
    expect(client.code).toBe(code);
    expect(server.code).toMatch(alertCode);
  });

  test.each(every)('%s: %s is told without rejectUnauthorized', async (_v, _what, name, servername, code, range) => {
    const { client } = await peers.pair({ ...chosen, ...pems(name), ...range }, { ...chosen, servername, rejectUnauthorized: false });
    expect([client.authorized, client.authorizationError]).toEqual([false, code]);
  });

  test.each(versions)('%s: contexts by name, and SNICallback', async (_, range) => {
    const listener = await peers.listen({ ...chosen, ...pems('server'), ...range });
    listener.addContext('*.wild.test', { ...chosen, ...pems('wildcard') });
    const wild = await peers.open(listener, { ...chosen, servername: 'a.wild.test' });
    expect(wild.getPeerCertificate().subject.CN).toBe('wildcard');
    const other = createSecureContext({ ...chosen, ...pems('otherHost') });
    const asked = deferred<string>();
    const called = await peers.listen({
      ...chosen,
      ...range,
      SNICallback: (name, callback) => {
        asked.resolve(name);
        setImmediate(callback, null, other as never);
      },
    });
    const client = await peers.open(called, { ...chosen, servername: 'other.test' });
    expect(await asked.promise).toBe('other.test');
    expect(client.getPeerCertificate().subject.CN).toBe('other.test');
  });

  test.each(versions)('%s: client certificates are demanded, verified and refused', async (_, range) => {
    const demands = { ...chosen, ...range, requestCert: true, ca: certificatePem('root') };
    const good = await peers.pair(demands, { ...chosen, ...pems('clientEc') });
    expect([good.server.authorized, good.server.authorizationError]).toEqual([true, null]);
    const listener = await peers.listen(demands);
    const without = once(listener, 'tlsClientError');
    peers.connect(listener, chosen);
    expect(((await without) as [TlsError])[0].code).toBe('ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE');
    const unknown = once(listener, 'tlsClientError');
    peers.connect(listener, { ...chosen, ...pems('clientExpired') });
    const [error] = (await unknown) as [TlsError & { verify?: { name: string } }];
    expect(error.verify?.name).toBe('X509_V_ERR_CERT_HAS_EXPIRED');
    const lax = await peers.pair({ ...demands, rejectUnauthorized: false }, { ...chosen, ...pems('clientExpired') });
    expect([lax.server.authorized, lax.server.authorizationError]).toEqual([false, 'CERT_HAS_EXPIRED']);
  });

  test('a version that the server does not speak is refused', async () => {
    const listener = await peers.listen({ ...chosen, minVersion: 'TLSv1.3' });
    const { client, server } = await peers.refusedBy(listener, { ...chosen, maxVersion: 'TLSv1.2' });
    expect(client.code).toMatch(alertCode);
    expect(server.code).toBe('ERR_SSL_UNSUPPORTED_PROTOCOL');
  });

  test('a server renegotiates where it asks for it, and no client does', async () => {
    const { client, server } = await peers.pair({ ...chosen, maxVersion: 'TLSv1.2' }, chosen);
    const again = (side: typeof client): Promise<Error | null> =>
      new Promise((resolve) => expect(side.renegotiate({}, resolve)).toBe(true));
    for (const side of [client, server]) side.resume();
    expect(await again(server)).toBeNull();
    expect(await again(server)).toBeNull();
    const refused = failure(client);
    client.renegotiate({}, () => undefined);
    expect((await refused).code).toMatch(/^ERR_SSL_(?:NO_RENEGOTIATION|SSLV3_ALERT_HANDSHAKE_FAILURE)$/);
  });

  test('a context is of its own library, whatever connect() is told', async () => {
    const listener = await peers.listen(chosen);
    const secureContext = createSecureContext({ ...chosen, ca: certificatePem('root') });
    const client = await peers.open(listener, { secureContext: secureContext });
    expect(own(client).ssl?.library).toBe(library);
  });
});
