// In which forms certificates, keys, trusted certificates and PKCS #12 files can be given, and what is said of those that do not fit.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SecureContextOptions } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { absentProgram } from '../../support/io-tools.ts';
import { certificateFile, certificatePem, encryptedKeyPassphrase, keyFile, keyPem } from '../../support/pki.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { pems, sideBySide, thrown } from './support.ts';

sideBySide('credentials', (peers) => {
  const { tls } = peers;
  const { cert, key } = pems('server');
  const encrypted = keyPem('encrypted');
  const passphrase = encryptedKeyPassphrase;

  test.each<[string, SecureContextOptions]>([
    ['strings', { cert, key }],
    ['Buffers', { cert: Buffer.from(cert), key: Buffer.from(key) }],
    ['arrays', { cert: [cert], key: [key] }],
    ['a key as {pem}', { cert, key: [{ pem: key }] }],
    ['a key as {pem} in a Buffer', { cert, key: [{ pem: Buffer.from(key) }] }],
    ['an encrypted key and its passphrase', { cert, key: encrypted, passphrase }],
    ['an encrypted key as {pem, passphrase}', { cert, key: [{ pem: encrypted, passphrase }] }],
    ['an encrypted key as {pem}, with the passphrase of all keys', { cert, key: [{ pem: encrypted }], passphrase }],
    ['a passphrase for a key that needs none', { cert, key, passphrase: 'not needed' }],
    ['a Uint8Array', { cert: new Uint8Array(Buffer.from(cert)), key: new Uint8Array(Buffer.from(key)) } as unknown as SecureContextOptions],
  ])('a server takes %s, and sends the whole chain', async (_, options) => {
    const { client } = await peers.pair(options);
    expect(client.getPeerCertificate(true).issuerCertificate.subject.CN).toBe('Test Intermediate');
  });

  test.each<[string, SecureContextOptions['ca']]>([
    ['a string', certificatePem('root')],
    ['a Buffer', Buffer.from(certificatePem('root'))],
    ['an array of both', [Buffer.from(certificatePem('otherRoot')), certificatePem('root')]],
    ['one string with several', `${certificatePem('otherRoot')}\n${certificatePem('root')}`],
  ])('ca takes %s', async (_, ca) => {
    expect((await peers.pair({}, { ca })).client.authorized).toBe(true);
  });

  test('ca that is empty trusts nobody', async () => {
    expect((await peers.refused(await peers.listen(), { ca: [] })).code).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
  });

  test.each<[string, SecureContextOptions, string | RegExp]>([
    ['a key of another certificate', { cert, key: keyPem('client') }, /^ERR_OSSL_X509_KEY_VALUES_MISMATCH$/],
    ['a wrong passphrase', { cert, key: encrypted, passphrase: 'wrong' }, /^ERR_OSSL_|^ERR_CRYPTO/],
    ['an encrypted key without a passphrase', { cert, key: encrypted }, /^ERR_(MISSING_PASSPHRASE|OSSL_)/],
    ['a certificate that is none', { cert: 'none', key }, /^ERR_OSSL_PEM_NO_START_LINE$/],
    ['a key that is none', { cert, key: 'none' }, /^ERR_OSSL_(UNSUPPORTED|PEM_NO_START_LINE)$/],
    ['a list of revoked ones that is none', { crl: 'none' }, /^(ERR_OSSL_|ERR_CRYPTO_OPERATION_FAILED)/],
  ])('createSecureContext refuses %s', (_, options, code) => {
    const error = thrown(() => tls.createSecureContext(options));
    expect(error?.code ?? error?.message).toMatch(code);
  });

  test.each<[string, object]>([
    ['cert', { cert: 1, key }],
    ['key', { cert, key: 1 }],
    ['key in an array', { cert, key: [1] }],
    ['ca', { ca: true }],
    ['ca in an array', { ca: [{}] }],
    ['crl', { crl: 1 }],
    ['crl in an array', { crl: [null] }],
    ['passphrase', { cert, key, passphrase: 1 }],
    ['dhparam', { dhparam: 1 }],
    ['ciphers', { ciphers: 1 }],
    ['sigalgs', { sigalgs: 1 }],
    ['ecdhCurve', { ecdhCurve: 1 }],
    ['sessionIdContext', { sessionIdContext: 1 }],
    ['sessionTimeout', { sessionTimeout: 'long' }],
    ['ticketKeys', { ticketKeys: 'keys' }],
    ['secureOptions', { secureOptions: 'many' }],
    ['clientCertEngine', { clientCertEngine: 1 }],
  ])('createSecureContext refuses another type of %s with ERR_INVALID_ARG_TYPE', (_, options) => {
    expect(thrown(() => tls.createSecureContext(options))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test.each<[string, SecureContextOptions, string | RegExp]>([
    ['minVersion', { minVersion: 'TLSv9' } as object, 'ERR_TLS_INVALID_PROTOCOL_VERSION'],
    ['maxVersion', { maxVersion: 'SSLv3' } as object, 'ERR_TLS_INVALID_PROTOCOL_VERSION'],
    ['secureProtocol', { secureProtocol: 'TLSv9_method' }, 'ERR_TLS_INVALID_PROTOCOL_METHOD'],
    ['secureProtocol, as it is too old', { secureProtocol: 'SSLv3_method' }, 'ERR_TLS_INVALID_PROTOCOL_METHOD'],
    ['secureProtocol beside minVersion', { secureProtocol: 'TLS_method', minVersion: 'TLSv1.2' }, 'ERR_TLS_PROTOCOL_VERSION_CONFLICT'],
    ['secureProtocol beside maxVersion', { secureProtocol: 'TLS_method', maxVersion: 'TLSv1.3' }, 'ERR_TLS_PROTOCOL_VERSION_CONFLICT'],
    ['ciphers that are unknown', { ciphers: 'NO-SUCH-CIPHER' }, 'ERR_SSL_NO_CIPHER_MATCH'],
    ['ciphers that name none', { ciphers: ':' }, 'ERR_INVALID_ARG_VALUE'],
    ['sigalgs that are empty', { sigalgs: '' }, 'ERR_INVALID_ARG_VALUE'],
    ['sessionTimeout below 0', { sessionTimeout: -1 }, 'ERR_OUT_OF_RANGE'],
    ['ticketKeys of another length', { ticketKeys: Buffer.alloc(47) }, 'ERR_INVALID_ARG_VALUE'],
    ['a key of an engine without the engine', { privateKeyIdentifier: 'key' }, 'ERR_INVALID_ARG_VALUE'],
  ])('createSecureContext refuses %s', (_, options, code) => {
    expect(thrown(() => tls.createSecureContext(options))?.code).toMatch(code);
  });

  test.each([
    ['groups that are unknown', { ecdhCurve: 'no-such-group' }],
    ['sigalgs that are unknown', { sigalgs: 'NO+SUCH' }],
    ['a PKCS #12 that is none', { pfx: Buffer.from('none') }],
  ])('createSecureContext refuses %s', (_, options) => {
    expect(thrown(() => tls.createSecureContext(options))).toHaveProperty('message');
  });

  test('createSecureContext discards a dhparam that is none, as documented', () => {
    expect(tls.createSecureContext({ dhparam: 'none' })).toHaveProperty('context');
  });

  test('createSecureContext takes no options at all', () => {
    expect(tls.createSecureContext()).toHaveProperty('context');
  });

  test('connect and createServer refuse what createSecureContext refuses, at once', () => {
    const options = { minVersion: 'TLSv9' } as object;
    expect(thrown(() => tls.connect({ port: 1, ...options }))?.code).toBe('ERR_TLS_INVALID_PROTOCOL_VERSION');
    expect(thrown(() => tls.createServer(options))?.code).toBe('ERR_TLS_INVALID_PROTOCOL_VERSION');
  });

  describe('PKCS #12', () => {
    const absent = absentProgram('openssl');
    if (absent !== null) {
      test.skip(absent, () => undefined);
      return;
    }

    test.each<[string, string, (pfx: Buffer) => SecureContextOptions]>([
      ['a Buffer with a passphrase', 'secret', (pfx) => ({ pfx, passphrase: 'secret' })],
      ['an array of Buffers with a passphrase', 'secret', (pfx) => ({ pfx: [pfx], passphrase: 'secret' })],
      ['an array of {buf, passphrase}', 'secret', (pfx) => ({ pfx: [{ buf: pfx, passphrase: 'secret' }] })],
      ['an empty passphrase', '', (pfx) => ({ pfx })],
    ])('is taken as %s', async (_, password, options) => {
      const { client } = await peers.pair(options(pkcs12(password)));
      expect([client.authorized, client.getPeerCertificate(true).issuerCertificate.subject.CN]).toEqual([true, 'Test Intermediate']);
    });

    test('is refused with a wrong passphrase', () => {
      const pfx = pkcs12('secret');
      expect(thrown(() => tls.createSecureContext({ pfx, passphrase: 'wrong' }))?.message).toMatch(/mac verify failure/i);
    });
  });
});

/** The server's certificate, its key and the intermediate's certificate in one file. */
function pkcs12(password: string): Buffer {
  const file = join(tempFolder('side-by-side'), `${process.pid}-${password}.p12`);
  const files = ['-in', certificateFile('server'), '-inkey', keyFile('server'), '-out', file];
  const { status, stderr } = spawnSync('openssl', ['pkcs12', '-export', ...files, '-passout', `pass:${password}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return readFileSync(file);
}
