// `ca` as another context: one store of trusted certificates for many contexts. SSL_CTX_set1_cert_store(3)

import { expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { errorOf, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, libraries, only } from '../support/libraries.ts';
import { pkcs12 } from '../support/pkcs12.ts';
import { certificatePem, type Identity, identity } from '../support/pki.ts';

describeEachLibraryAndProtocol('ca: another context', (library, protocol) => {
  const outcome = (client: object, server: Identity = 'server'): unknown =>
    withPair({ library, client: { verifyMode: 'peer', ...only(protocol), ...client }, server: identity(server) }, (pair) => {
      const result = pair.handshake().client;
      return result.status === 'failed' ? result.error.verify?.code : result.status;
    });

  test('trusts whom that one trusts, and nobody else', () => {
    const trusting = new SslContext({ role: 'client', library, ca: certificatePem('root') });
    expect(outcome({ ca: trusting })).toBe('done');
    expect(outcome({ ca: trusting }, 'unknownCa')).toBe(20);
    expect(outcome({ ca: new SslContext({ role: 'client', library }) })).toBe(20);
    expect(outcome({ ca: new SslContext({ role: 'client', library, ca: trusting }) })).toBe('done');
  });

  test('the roles may differ, and the settings of that one do not come along', () => {
    const ofServer = new SslContext({
      role: 'server',
      library,
      ca: certificatePem('root'),
      verifyMode: 'fail-if-no-peer-cert',
      maxProtocol: 'TLSv1.2',
    });
    expect(outcome({ ca: ofServer, ...only(protocol) })).toBe('done');
    expect(outcome({ ca: ofServer, verifyMode: 'none' }, 'unknownCa')).toBe('done');
  });

  test('verify parameters are each one’s own', () => {
    const trusting = new SslContext({ role: 'client', library, ca: certificatePem('root') });
    const flags = { verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK'] } } as const; // and no list
    expect(outcome({ ca: trusting, ...flags })).toBe(3);
    expect(outcome({ ca: trusting })).toBe('done');
  });

  test('a server asks for certificates of those whom the other trusts', () => {
    const trusting = new SslContext({ role: 'client', library, ca: certificatePem('root') });
    const server = { ...identity('server'), ca: trusting, verifyMode: 'fail-if-no-peer-cert' } as const;
    const client = { ...trustingClient(), ...only(protocol) };
    withPair({ library, client: { ...client, ...identity('client') }, server }, (pair) =>
      expect(pair.handshake().server.status).toBe('done'),
    );
    withPair({ library, client: { ...client, ...identity('clientUnknown') }, server }, (pair) =>
      expect(errorOf(pair.handshake().server).verify?.code).toBe(20),
    );
  });
});

describeEachLibrary('ca: another context', (library) => {
  const trusting = new SslContext({ role: 'client', library, ca: certificatePem('root') });
  const misuse = (argument: string) => expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT', argument });

  test('beside another source it is a misuse', () => {
    const make = (ca: readonly unknown[]) => new SslContext({ role: 'client', library, ca: ca as string[] });
    expect(() => make([trusting])).toThrow(misuse('options.ca[0]'));
    expect(() => make([certificatePem('root'), trusting])).toThrow(misuse('options.ca[1]'));
  });

  test('what would be added to the shared store is a misuse', () => {
    const data = pkcs12(library, { ...identity('server'), others: [certificatePem('intermediate')] });
    const make = (options: object) => new SslContext({ role: 'client', library, ca: trusting, ...options });
    expect(() => make({ crl: '-----BEGIN X509 CRL-----' })).toThrow(misuse('options.crl'));
    expect(() => make({ pkcs12: { data, trustCas: true } })).toThrow(misuse('options.pkcs12.trustCas'));
    expect(() => make({ pkcs12: [{ data }, { data, trustCas: true }] })).toThrow(misuse('options.pkcs12[1].trustCas'));
    make({ pkcs12: { data } });
  });

  test('one of another OpenSSL, and what only looks like one, is a misuse', () => {
    const foreign = libraries.find((entry) => entry.library !== library)?.library;
    if (foreign !== undefined) {
      const other = new SslContext({ role: 'client', library: foreign });
      expect(() => new SslContext({ role: 'client', library, ca: other })).toThrow(misuse('options.ca'));
    }
    const fake = Object.create(SslContext.prototype) as SslContext;
    expect(() => new SslContext({ role: 'client', library, ca: fake })).toThrow(misuse('options.ca'));
  });
});
