// Certificates of clients: who is asked, who is let in, and what both sides are told.

import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { certificatePem, encryptedKeyPassphrase, type Identity, keyPem } from '../../support/pki.ts';
import { pems, read, sideBySide, tls12, tls13, versions } from './support.ts';

const ca = certificatePem('root');

sideBySide('client certificates', (peers) => {
  const asking = { ca, requestCert: true };
  const lenient = { ...asking, rejectUnauthorized: false };

  test.each(versions)('a good one is authorized, %s', async (_, version) => {
    const { server } = await peers.pair({ ...asking, ...version }, pems('client'));
    expect([server.authorized, server.authorizationError]).toEqual([true, null]);
  });

  test.each<[Identity, string]>([
    ['clientExpired', 'CERT_HAS_EXPIRED'],
    ['clientUnknown', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['server', 'INVALID_PURPOSE'],
  ])('with rejectUnauthorized false %s is let in, and is said to be %s', async (name, code) => {
    const { client, server } = await peers.pair(lenient, pems(name));
    expect([server.authorized, server.authorizationError]).toEqual([false, code]);
    client.write('let in');
    expect((await read(server, 6)).toString()).toBe('let in');
  });

  test('with rejectUnauthorized false a client without is let in: UNABLE_TO_GET_ISSUER_CERT', async () => {
    const { server } = await peers.pair(lenient);
    expect([server.authorized, server.authorizationError]).toEqual([false, 'UNABLE_TO_GET_ISSUER_CERT']);
  });

  test('a client without is refused, TLSv1.2', async () => {
    const error = await peers.refusedBy(await peers.listen({ ...asking, ...tls12 }));
    expect(error.client.code).toMatch(/^(ERR_SSL_.*ALERT_HANDSHAKE_FAILURE|ECONNRESET)$/);
    expect(error.server.code).toMatch(/^(ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE|ECONNRESET)$/);
  });

  test('a client without is refused after its own handshake is done, TLSv1.3', async () => {
    const listener = await peers.listen({ ...asking, ...tls13 });
    const failed = once(listener, 'tlsClientError') as Promise<[NodeJS.ErrnoException]>;
    const client = await peers.open(listener);
    const ended = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      client.once('error', resolve);
      client.once('close', () => resolve(undefined));
    });
    client.resume();
    expect((await failed)[0].code).toMatch(/^(ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE|ECONNRESET)$/);
    expect((await ended)?.code ?? 'closed').toMatch(/^(ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED|ECONNRESET|closed)$/);
  });

  const identities: readonly Identity[] = ['selfSigned', 'clientExpired', 'clientUnknown'];
  const refused = versions.flatMap(([version, options]) => identities.map((name) => [name, version, options] as const));
  test.each(refused)('%s is refused, %s', async (name, _, version) => {
    const listener = await peers.listen({ ...asking, ...version });
    let accepted = 0;
    listener.on('secureConnection', () => {
      accepted += 1;
    });
    const failed = once(listener, 'tlsClientError');
    const client = peers.connect(listener, pems(name));
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.resume();
    await Promise.all([failed, closed]);
    expect(accepted).toBe(0);
  });

  test('one that is not asked for is not sent', async () => {
    const { server } = await peers.pair({}, pems('client'));
    expect([server.authorized, server.authorizationError, server.getPeerCertificate()]).toEqual([false, null, {}]);
  });

  test('requestCert has to be true itself', async () => {
    const { server } = await peers.pair({ ca, requestCert: 'yes' } as object, pems('client'));
    expect(server.getPeerCertificate()).toEqual({});
  });

  test('the server says so in its members', async () => {
    const members = (server: object): unknown => {
      const { requestCert, rejectUnauthorized } = server as { requestCert: unknown; rejectUnauthorized: unknown };
      return [requestCert, rejectUnauthorized];
    };
    expect(members(await peers.listen())).toEqual([false, true]);
    expect(members(await peers.listen(lenient))).toEqual([true, false]);
  });

  test('an encrypted key of a client works with its passphrase', async () => {
    const { cert } = pems('server');
    const { server } = await peers.pair(lenient, { cert, key: keyPem('encrypted'), passphrase: encryptedKeyPassphrase });
    expect(server.getPeerCertificate().subject.CN).toBe('server.test');
  });
});
