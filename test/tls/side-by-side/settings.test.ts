// What is negotiated: versions, ciphers of both kinds, groups, signature algorithms, whose order counts, and OpenSSL's own options.

import { constants } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { dhParameters } from '../../support/dh.ts';
import { pems, sideBySide, tls12, tls13, versions } from './support.ts';

const ecdsa128 = 'ECDHE-ECDSA-AES128-GCM-SHA256';
const ecdsa256 = 'ECDHE-ECDSA-AES256-GCM-SHA384';
const suite128 = 'TLS_AES_128_GCM_SHA256';
const suite256 = 'TLS_AES_256_GCM_SHA384';

sideBySide('settings', (peers) => {
  test('TLSv1.3 is taken if both know it', async () => {
    expect((await peers.pair()).client.getProtocol()).toBe('TLSv1.3');
  });

  test.each(versions)('maxVersion of the client bounds it, %s', async (name, { maxVersion }) => {
    expect((await peers.pair({}, { maxVersion })).client.getProtocol()).toBe(name);
  });

  test.each(versions)('maxVersion of the server bounds it, %s', async (name, { maxVersion }) => {
    expect((await peers.pair({ maxVersion })).server.getProtocol()).toBe(name);
  });

  test('secureProtocol names one version', async () => {
    const { client, server } = await peers.pair({ secureProtocol: 'TLSv1_2_server_method' }, { secureProtocol: 'TLSv1_2_client_method' });
    expect([client.getProtocol(), server.getProtocol()]).toEqual(['TLSv1.2', 'TLSv1.2']);
  });

  test('secureProtocol TLS_method is every version', async () => {
    expect((await peers.pair({ secureProtocol: 'TLS_method' }, { secureProtocol: 'TLS_method' })).client.getProtocol()).toBe('TLSv1.3');
  });

  test('getCipher says the cipher in each of its names, TLSv1.2', async () => {
    const { client, server } = await peers.pair({ ...pems('serverEc'), ...tls12, ciphers: ecdsa256 });
    const cipher = { name: ecdsa256, standardName: 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', version: 'TLSv1.2' };
    expect([client.getCipher(), server.getCipher()]).toEqual([cipher, cipher]);
  });

  test('getCipher says the cipher in each of its names, TLSv1.3', async () => {
    const { client, server } = await peers.pair({ ...pems('serverEc'), ...tls13, ciphers: suite128 });
    const cipher = { name: suite128, standardName: suite128, version: 'TLSv1.3' };
    expect([client.getCipher(), server.getCipher()]).toEqual([cipher, cipher]);
  });

  test.each([
    ['TLSv1.2', tls12, ecdsa256],
    ['TLSv1.3', tls13, suite128],
  ])('ciphers may name those of both versions in one string, %s', async (_, version, chosen) => {
    const { client } = await peers.pair({ ...pems('serverEc'), ciphers: `${suite128}:${ecdsa256}` }, version);
    expect(client.getCipher().name).toBe(chosen);
  });

  test('ciphers that name none of TLSv1.2 leave only TLSv1.3', async () => {
    const listener = await peers.listen({ ...pems('serverEc'), ciphers: suite128 });
    expect((await peers.open(listener)).getProtocol()).toBe('TLSv1.3');
    const error = await peers.refusedBy(listener, { maxVersion: 'TLSv1.2' });
    expect(error.server.code).toMatch(/^ERR_SSL_(UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW)$/);
  });

  test.each([
    ['TLSv1.2', tls12, [ecdsa128, ecdsa256]],
    ['TLSv1.3', tls13, [suite128, suite256]],
  ] as const)("the server's order of ciphers counts, unless honorCipherOrder is false, %s", async (_, version, [first, second]) => {
    const serverOptions = { ...pems('serverEc'), ...version, ciphers: `${first}:${second}` };
    const clientOptions = { ciphers: `${second}:${first}` };
    const chosen = async (options: object): Promise<string> =>
      (await peers.pair({ ...serverOptions, ...options }, clientOptions)).client.getCipher().name;
    expect([await chosen({}), await chosen({ honorCipherOrder: true }), await chosen({ honorCipherOrder: false })]).toEqual([
      first,
      first,
      second,
    ]);
  });

  test.each(versions)('ecdhCurve names the groups, %s', async (_, version) => {
    const { client } = await peers.pair({ ecdhCurve: 'P-384' }, version);
    expect(client.getEphemeralKeyInfo()).toEqual({ type: 'ECDH', name: 'secp384r1', size: 384 });
  });

  test.each([
    ['TLSv1.2', tls12, 'X25519'],
    ['TLSv1.3', tls13, 'X25519'],
  ])('ecdhCurve takes a list, and the first that both know is taken, %s', async (_, version, name) => {
    const { client } = await peers.pair({ ecdhCurve: 'X25519:P-256' }, { ...version, ecdhCurve: 'X25519:P-521:P-256' });
    expect(client.getEphemeralKeyInfo()).toEqual({ type: 'ECDH', name, size: 253 });
  });

  test('getEphemeralKeyInfo is null at the server', async () => {
    expect((await peers.pair()).server.getEphemeralKeyInfo()).toBeNull();
  });

  test('getEphemeralKeyInfo is empty where no key was ephemeral', async () => {
    const ciphers = 'AES128-GCM-SHA256';
    const { client } = await peers.pair({ ...pems('server'), ...tls12, ciphers }, { ciphers });
    expect(client.getEphemeralKeyInfo()).toEqual({});
  });

  test('dhparam gives the server DHE ciphers', async () => {
    const ciphers = 'DHE-RSA-AES128-GCM-SHA256';
    const { client } = await peers.pair({ ...pems('server'), ...tls12, ciphers, dhparam: dhParameters('modp14') }, { ciphers });
    expect(client.getEphemeralKeyInfo()).toEqual({ type: 'DH', size: 2048 });
  });

  test("dhparam 'auto' gives it them too", async () => {
    const ciphers = 'DHE-RSA-AES128-GCM-SHA256';
    const { client } = await peers.pair({ ...pems('server'), ...tls12, ciphers, dhparam: 'auto' }, { ciphers });
    expect(client.getEphemeralKeyInfo()).toMatchObject({ type: 'DH' });
  });

  test('minDHSize refuses parameters that are smaller', async () => {
    const ciphers = 'DHE-RSA-AES128-GCM-SHA256';
    const listener = await peers.listen({ ...pems('server'), ...tls12, ciphers, dhparam: dhParameters('modp14') });
    const error = await peers.refused(listener, { ciphers, minDHSize: 3072 });
    expect([error.code, error.message]).toEqual([
      'ERR_TLS_DH_PARAM_SIZE',
      expect.stringMatching(/^DH parameter size 2048 is less than \d+$/),
    ]);
    expect((await peers.open(listener, { ciphers, minDHSize: 2048 })).authorized).toBe(true);
  });

  test.each(versions)('sigalgs of the server are those that it signs with, %s', async (_, version) => {
    const { server } = await peers.pair({ ...version, sigalgs: 'ECDSA+SHA256' }, { sigalgs: 'RSA-PSS+SHA256:ECDSA+SHA384:ECDSA+SHA256' });
    expect(server.getSharedSigalgs()).toEqual(['ECDSA+SHA256']);
  });

  test('sigalgs of the client that no certificate of the server fits are refused', async () => {
    const error = await peers.refusedBy(await peers.listen(tls13), { sigalgs: 'RSA-PSS+SHA256' });
    expect(error.client.code).toMatch(/^ERR_SSL_.*ALERT_HANDSHAKE_FAILURE$/);
    expect(error.server.code).toBe('ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM');
  });

  test('secureOptions are OpenSSL’s', async () => {
    const { client } = await peers.pair({ secureOptions: constants.SSL_OP_NO_TLSv1_3 });
    expect(client.getProtocol()).toBe('TLSv1.2');
    expect((await peers.pair({}, { secureOptions: constants.SSL_OP_NO_TLSv1_3 })).client.getProtocol()).toBe('TLSv1.2');
  });

  test('secureOptions SSL_OP_NO_TICKET leaves the server without tickets', async () => {
    const { client } = await peers.pair({ ...tls12, secureOptions: constants.SSL_OP_NO_TICKET });
    expect([client.getTLSTicket(), (await peers.pair(tls12)).client.getTLSTicket()?.length ?? 0]).toEqual([undefined, expect.any(Number)]);
  });

  test('a server with certificates of two kinds chooses by what the client can', async () => {
    const [ec, rsa] = [pems('serverEc'), pems('server')];
    const listener = await peers.listen({ ...tls12, cert: [ec.cert, rsa.cert], key: [ec.key, rsa.key] });
    const typeWith = async (ciphers: string): Promise<string | undefined> =>
      (await peers.open(listener, { ciphers })).getPeerCertificate().asn1Curve;
    expect([await typeWith(ecdsa128), await typeWith('ECDHE-RSA-AES128-GCM-SHA256')]).toEqual(['prime256v1', undefined]);
  });
});
