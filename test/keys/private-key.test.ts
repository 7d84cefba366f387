// PrivateKey.fromPem: a key that is decrypted once, for any number of contexts; and keys whose library context is closed under them.

import { createPublicKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { LibraryContext, loadStore, PrivateKey, type PrivateKeyOptions, SslContext } from '../../lib/index.ts';
import { trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, isAtLeast } from '../support/libraries.ts';
import { certificateFile, certificatePem, encryptedKeyPassphrase, hosts, keyFile, keyPem } from '../support/pki.ts';

describeEachLibrary('a private key from PEM', (library) => {
  const read = (pem: Parameters<typeof PrivateKey.fromPem>[0], options: PrivateKeyOptions = {}): PrivateKey =>
    PrivateKey.fromPem(pem, { library, ...options });
  const certificate = certificatePem('server');

  test('comes from text, bytes or a file', () => {
    const expected = createPublicKey(keyPem('serverEc'));
    for (const source of [keyPem('serverEc'), Buffer.from(keyPem('serverEc')), { file: keyFile('serverEc') }]) {
      expect(createPublicKey(read(source).publicKey.pem).equals(expected)).toBe(true);
    }
  });

  test('is decrypted once and proved by many connections', () => {
    let asked = 0;
    const privateKey = read(keyPem('encrypted'), {
      passphrase: () => {
        asked += 1;
        return encryptedKeyPassphrase;
      },
    });
    for (let n = 0; n < 3; n += 1) {
      withConnectedPair({ library, server: { certificate, privateKey }, client: trustingClient() }, (pair) => {
        expect(pair.client.peerChain[0]?.subject).toContain(hosts.good);
      });
    }
    expect(asked).toBe(1);
  });

  test('is shown by a connection that another context gave its identity to', () => {
    const certCallback = (): SslContext =>
      new SslContext({
        role: 'server',
        library,
        certificate,
        privateKey: read(keyPem('encrypted'), { passphrase: encryptedKeyPassphrase }),
      });
    withConnectedPair({ library, server: { certCallback }, client: trustingClient() }, (pair) => {
      expect(pair.client.peerChain[0]?.subject).toContain(hosts.good);
    });
  });

  test('a wrong passphrase, none, a refusal and no key are errors of their own', () => {
    const failure = (code: string) => expect.objectContaining({ name: 'KeyError', code, setting: 'privateKey', uri: null });
    expect(() => read(keyPem('encrypted'), { passphrase: 'wrong' })).toThrow(failure('ERR_SSL_PASSPHRASE'));
    expect(() => read(keyPem('encrypted'))).toThrow(failure('ERR_SSL_PASSPHRASE_NEEDED'));
    expect(() => read(keyPem('encrypted'), { passphrase: () => null })).toThrow(failure('ERR_SSL_PASSPHRASE_NEEDED'));
    expect(() => read({ file: certificateFile('server') })).toThrow(failure('ERR_SSL_SETTING'));
  });

  test.each([
    [7, {}, 'pem'],
    ['no PEM', {}, 'pem'],
    [{ file: '/nonexistent' }, {}, 'pem.file'],
    [keyPem('server'), { passphrase: 7 }, 'options.passphrase'],
    [keyPem('server'), { nonsense: 1 }, 'options.nonsense'],
    [keyPem('server'), { libraryContext: {} }, 'options.libraryContext'],
  ])('what is wrong is refused: %#', (pem, options, argument) => {
    expect(() => read(pem as string, options as PrivateKeyOptions)).toThrow(expect.objectContaining({ name: 'MisuseError', argument }));
  });

  const withContexts = isAtLeast(library, '3.0') ? test : test.skip;
  withContexts('outlives the library context that it was read in, even one that is closed while it is read', () => {
    const libraryContext = new LibraryContext({ library, providers: ['default'] });
    const passphrase = (): string => {
      libraryContext.close();
      return encryptedKeyPassphrase;
    };
    const [object] = loadStore(`file:${keyFile('encrypted')}`, { libraryContext, passphrase });
    if (object?.kind !== 'privateKey') throw new Error('no key');
    withConnectedPair({ library, server: { certificate, privateKey: object.privateKey }, client: trustingClient() }, (pair) => {
      expect(pair.client.peerChain[0]?.subject).toContain(hosts.good);
    });
    expect(() => loadStore(`file:${keyFile('server')}`, { libraryContext })).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
  });
});
