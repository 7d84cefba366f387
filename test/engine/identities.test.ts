// A context with certificates of more than one type of key: which one a peer is shown, and what is refused.

import { expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, encryptedKeyPassphrase, type Identity, identity, keyPem } from '../support/pki.ts';

// What a client takes: in TLS 1.2 the cipher decides, in TLS 1.3 the signature algorithms.
const takes = {
  RSA: { cipherList: 'ECDHE+aRSA', signatureAlgorithms: 'RSA-PSS+SHA256:RSA+SHA256' },
  EC: { cipherList: 'ECDHE+aECDSA', signatureAlgorithms: 'ECDSA+SHA256' },
} as const;

describeEachLibraryAndProtocol('identities', (library, protocol) => {
  const shown = (server: object, type: keyof typeof takes) =>
    withConnectedPair({ library, client: { ...trustingClient(), ...takes[type], ...only(protocol) }, server }, ({ client }) => ({
      type: /rsa/i.test(client.peerCertificate?.publicKey.type ?? '') ? 'RSA' : 'EC',
      chain: client.peerChain.length,
    }));

  test.each(['RSA', 'EC'] as const)(
    'a client that takes %s keys is shown that one, with its own chain (SSL_CTX_use_certificate(3))',
    (type) => {
      const expected = { type, chain: 2 };
      expect(shown({ ...identity('server'), identities: [identity('serverEc')] }, type)).toEqual(expected);
      expect(shown({ ...identity('serverEc'), identities: [identity('server')] }, type)).toEqual(expected);
      expect(shown({ identities: [identity('server'), identity('serverEc')] }, type)).toEqual(expected);
    },
  );

  test('of two of one type the later one is shown, with its own chain', () => {
    const named = (identities: readonly Identity[]): unknown =>
      withConnectedPair(
        {
          library,
          client: { ...trustingClient(), ...only(protocol) },
          server: { ...identity('server'), identities: identities.map(identity) },
        },
        ({ client }) => [client.peerCertificate?.subject, client.peerChain.length],
      );
    expect(named(['otherHost'])).toEqual(['CN=other.test', 2]);
    expect(named(['otherHost', 'wildcard'])).toEqual(['CN=wildcard', 2]);
    expect(named(['incomplete', 'wildcard'])).toEqual(['CN=wildcard', 2]);
  });

  test('a client of TLS 1.3 shows the one that the server can verify; before, the last one or none', () => {
    const client = { ...trustingClient(), ...only(protocol), identities: [identity('client'), identity('clientEc')] };
    const asking = { ...identity('server'), ca: certificatePem('root'), verifyMode: 'peer' } as const;
    const bits = (clientSignatureAlgorithms: string): unknown =>
      withConnectedPair(
        { library, client, server: { ...asking, clientSignatureAlgorithms } },
        ({ server }) => server.peerCertificate?.publicKey.bits,
      );
    expect(bits('RSA-PSS+SHA256:RSA+SHA256')).toBe(protocol === 'TLSv1.3' ? 2048 : undefined);
    expect(bits('ECDSA+SHA256')).toBe(256);
  });
});

describeEachLibrary('identities', (library) => {
  const make = (options: object) => new SslContext({ role: 'server', library, ...options });
  const encrypted = { certificate: certificatePem('server'), privateKey: keyPem('encrypted') };
  const wrong = { name: 'KeyError', code: 'ERR_SSL_PASSPHRASE' };
  const refused = (setting: string, rest: object = {}) => expect.objectContaining({ name: 'SettingError', setting, ...rest });

  test('each has its passphrase, or that of the context', () => {
    make({ identities: [{ ...encrypted, passphrase: encryptedKeyPassphrase }] });
    make({ ...identity('serverEc'), passphrase: encryptedKeyPassphrase, identities: [encrypted] });
    expect(() => make({ identities: [{ ...encrypted, passphrase: 'wrong' }] })).toThrow(refused('identities[0].privateKey', wrong));
    expect(() => make({ passphrase: encryptedKeyPassphrase, identities: [{ ...encrypted, passphrase: 'wrong' }] })).toThrow(
      refused('identities[0].privateKey', wrong),
    );
    const none = { name: 'KeyError', code: 'ERR_SSL_PASSPHRASE_NEEDED' };
    expect(() => make({ identities: [encrypted] })).toThrow(refused('identities[0].privateKey', none));
  });

  test('a key that is not the certificate’s is refused, and which one is named', () => {
    const wrongKey = { certificate: certificatePem('server'), privateKey: keyPem('client') };
    expect(() => make({ ...identity('serverEc'), identities: [wrongKey] })).toThrow(
      refused('identities[0].privateKey', { queue: [expect.objectContaining({ libraryCode: 11, reasonCode: 116 })] }),
    );
    expect(() => make({ identities: [identity('server'), { ...wrongKey, certificate: keyPem('client') }] })).toThrow(
      refused('identities[1].certificate', { function: 'PEM_read_bio_X509' }),
    );
  });

  test('a key of another type is refused, also where it is that of an earlier certificate', () => {
    const mixed = { certificate: certificatePem('serverEc'), privateKey: keyPem('server') };
    expect(() => make({ ...identity('server'), identities: [mixed] })).toThrow(
      refused('identities[0].privateKey', { function: 'SSL_CTX_check_private_key', message: expect.stringMatching(/another type/) }),
    );
    expect(() => make({ identities: [mixed] })).toThrow(refused('identities[0].privateKey'));
  });
});
