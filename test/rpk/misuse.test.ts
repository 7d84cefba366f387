// What a caller can do wrong with raw public keys: typed errors, before OpenSSL sees it where that can be told.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { connectSync, createServer, MisuseError, NotSupportedError, SettingError, SslContext, SslEngine } from '../../lib/index.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachOf } from '../support/libraries.ts';
import { certificatePem, identity, keyPem } from '../support/pki.ts';
import { librariesWithRawKeys, rawKeys } from '../support/raw-keys.ts';
import { tempFolder } from '../support/temp-folder.ts';

const damaged = Buffer.from(rawKeys.ec.der);
damaged[5] = 0xff;

describeEachOf('raw public keys: OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  const make = (options: Record<string, unknown>): unknown => thrown(() => new SslContext({ role: 'client', library, ...options }));

  test.each([
    ['a type that there is not', { serverCertTypes: ['raw'] }, 'options.serverCertTypes[0]', "'x509', 'raw-public-key'"],
    ['a number', { clientCertTypes: [2] }, 'options.clientCertTypes[0]', 'got 2'],
    ['one type twice', { serverCertTypes: ['x509', 'x509'] }, 'options.serverCertTypes[1]', 'each once'],
    ['no types', { serverCertTypes: [] }, 'options.serverCertTypes', 'got an array of 0'],
    ['no list of types', { serverCertTypes: 'raw-public-key' }, 'options.serverCertTypes', 'an array'],
    ['null for types', { clientCertTypes: null }, 'options.clientCertTypes', 'got null'],
    ['no keys', { expectedPeerKeys: [] }, 'options.expectedPeerKeys', 'at least one'],
    ['no list of keys', { expectedPeerKeys: rawKeys.ec.publicKey }, 'options.expectedPeerKeys', 'an array'],
    ['a number for a key', { expectedPeerKeys: [7] }, 'options.expectedPeerKeys[0]', 'got 7'],
    ['an empty key', { expectedPeerKeys: [new Uint8Array(0)] }, 'options.expectedPeerKeys[0]', 'PEM text'],
    ['text that is no PEM', { expectedPeerKeys: ['my key'] }, 'options.expectedPeerKeys[0]', 'PEM text'],
    ['a certificate', { expectedPeerKeys: [certificatePem('server')] }, 'options.expectedPeerKeys[0]', 'PUBLIC KEY'],
    [
      'two keys in one text',
      { expectedPeerKeys: [rawKeys.ec.publicKey + rawKeys.rsa.publicKey] },
      'options.expectedPeerKeys[0]',
      'one public',
    ],
    ['a file that is not there', { expectedPeerKeys: [{ file: '/nowhere/key.pem' }] }, 'options.expectedPeerKeys[0].file', 'readable file'],
  ])('%s is refused by name', (__, options, argument, says) => {
    const error = make(options) as MisuseError;
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ argument });
    expect(error.message).toContain(says);
  });

  test('a private key is refused without being shown', () => {
    const error = make({ expectedPeerKeys: [rawKeys.ec.publicKey, rawKeys.rsa.privateKey] }) as MisuseError;
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options.expectedPeerKeys[1]' });
    expect(error.message).toBe('options.expectedPeerKeys[1] must be a public key, and is a private one');
  });

  test.each([
    ['a damaged key', damaged],
    ['half a key', rawKeys.ec.der.subarray(0, 30)],
    ['a key with bytes behind it', Buffer.concat([rawKeys.ec.der, Buffer.from([0])])],
    ['a damaged key as PEM', `-----BEGIN PUBLIC KEY-----\n${damaged.toString('base64')}\n-----END PUBLIC KEY-----\n`],
  ])('%s is refused by OpenSSL, with the place', (__, key) => {
    const expectedPeerKeys = [rawKeys.rsa.der, key];
    const refused = { code: 'ERR_SSL_SETTING', setting: 'expectedPeerKeys[1]', function: 'd2i_PUBKEY' };
    expect(make({ expectedPeerKeys })).toMatchObject(refused);
    expect(make({ expectedPeerKeys })).toBeInstanceOf(SettingError);
    const context = new SslContext({ role: 'client', library });
    expect(thrown(() => new SslEngine(context, { expectedPeerKeys }))).toMatchObject(refused);
  });

  test('a key is read from a file, PEM or DER', () => {
    const pem = join(tempFolder('rpk'), 'key.pem');
    const der = join(tempFolder('rpk'), 'key.der');
    writeFileSync(pem, rawKeys.ec.publicKey);
    writeFileSync(der, rawKeys.ec.der);
    expect(() => new SslContext({ role: 'client', library, expectedPeerKeys: [{ file: pem }, { file: der }] })).not.toThrow();
  });

  describe('an own key', () => {
    test('needs a certificate where nobody can take it raw', () => {
      for (const options of [
        { role: 'server', privateKey: rawKeys.ec.privateKey },
        { role: 'server', privateKey: rawKeys.ec.privateKey, clientCertTypes: ['raw-public-key'] },
        { role: 'client', privateKey: rawKeys.ec.privateKey, serverCertTypes: ['raw-public-key'] },
        { role: 'server', privateKey: rawKeys.ec.privateKey, serverCertTypes: ['x509'] },
      ])
        expect(make(options)).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'options.certificate' });
    });

    test('is needed all the same', () => {
      expect(make({ role: 'server', certificate: certificatePem('server'), serverCertTypes: ['raw-public-key'] })).toMatchObject({
        argument: 'options.privateKey',
      });
    });

    test('may be one of several identities', () => {
      const identities = [identity('server'), { privateKey: rawKeys.ec.privateKey }];
      expect(make({ role: 'server', identities })).toMatchObject({ argument: 'options.identities[1].certificate' });
      expect(() => new SslContext({ role: 'server', library, identities, serverCertTypes: ['raw-public-key', 'x509'] })).not.toThrow();
    });

    test('that is damaged is refused without being shown', () => {
      const error = make({
        role: 'server',
        privateKey: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
        serverCertTypes: ['raw-public-key'],
      });
      expect(error).toMatchObject({ code: 'ERR_SSL_SETTING', setting: 'privateKey', function: 'PEM_read_bio_PrivateKey' });
    });
  });

  test.each([
    ['a name to verify where only keys are taken', { serverCertTypes: ['raw-public-key'], verifyName: 'a.test' }, 'verifyName'],
    ['keys to expect of whoever comes', { expectedPeerKeys: [rawKeys.ec.der], dangerousSkipVerification: true }, 'expectedPeerKeys'],
  ])('of a client: %s', (__, options, name) => {
    const error = thrown(() => connectSync({ library, host: '127.0.0.1', port: 1, ...options } as Parameters<typeof connectSync>[0]));
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: `options.${name}` });
  });

  test.each([
    ['keys of clients that nobody asks', { expectedPeerKeys: [rawKeys.ec.der] }, 'expectedPeerKeys'],
    ['types of clients that nobody asks', { clientCertTypes: ['raw-public-key'] }, 'clientCertTypes'],
    [
      'keys of clients that are let in unverified',
      { clientCertificate: 'require', expectedPeerKeys: [rawKeys.ec.der], dangerousUnverifiedClients: true },
      'expectedPeerKeys',
    ],
    ['clients with keys that nobody knows', { clientCertificate: 'require', clientCertTypes: ['raw-public-key'] }, 'ca'],
  ])('of a server: %s', (__, options, name) => {
    const error = thrown(() => createServer({ library, ...identity('server'), ...options } as Parameters<typeof createServer>[0]));
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: `options.${name}` });
  });

  test('an engine that is closed tells no key', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }));
    expect(engine.peerPublicKey).toBeNull();
    engine.close();
    expect(thrown(() => engine.peerPublicKey)).toMatchObject({ code: 'ERR_SSL_CLOSED' });
  });

  test('an encrypted key is read with its passphrase', () => {
    const own = { role: 'server', library, privateKey: keyPem('encrypted'), serverCertTypes: ['raw-public-key'] } as const;
    expect(thrown(() => new SslContext(own))).toMatchObject({ setting: 'privateKey' });
  });
});

describeEachOf('before 3.2: OpenSSL %s', librariesWithRawKeys(false), (_, library) => {
  test.each([
    ['serverCertTypes', ['raw-public-key'], 'SSL_CTX_set1_server_cert_type'],
    ['clientCertTypes', ['x509'], 'SSL_CTX_set1_client_cert_type'],
    ['expectedPeerKeys', [rawKeys.ec.der], 'SSL_add_expected_rpk'],
  ])('%s is not supported, by the name of the function', (name, value, cFunction) => {
    for (const error of [
      thrown(() => new SslContext({ role: 'client', library, [name]: value })),
      thrown(() => new SslEngine(new SslContext({ role: 'client', library }), { [name]: value })),
    ]) {
      expect(error).toBeInstanceOf(NotSupportedError);
      expect(error).toMatchObject({ code: 'ERR_SSL_NOT_SUPPORTED', function: cFunction });
      expect((error as Error).message).toBe(`not supported by ${library.version.text}: ${cFunction}`);
    }
  });
});
