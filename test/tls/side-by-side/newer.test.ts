// What Node brought after its release 20.11: each is tested where the node:tls that runs has it, of every module.

import nodeTls, { type SecureContextOptions, type TLSSocket } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { certificatePem } from '../../support/pki.ts';
import { pems, read, sideBySide, thrown, tls13 } from './support.ts';

interface Newer {
  getCACertificates(type?: string): readonly string[];
  setDefaultCACertificates(certificates: readonly (string | NodeJS.ArrayBufferView)[]): void;
  getCertificateCompressionAlgorithms(): readonly string[];
}

/** The test, if this Node has what it is about; else it is skipped in sight. */
function testIf(name: keyof Newer): typeof test | typeof test.skip {
  return name in nodeTls ? test : test.skip;
}

sideBySide('newer than Node 20.11', (peers) => {
  const tls = peers.tls as unknown as Newer;

  const testOfKeyCert = 'setKeyCert' in nodeTls.TLSSocket.prototype ? test : test.skip;
  testOfKeyCert.each([
    ['options', (name: 'otherHost') => pems(name)],
    ['a secure context', (name: 'otherHost') => peers.serverTls.createSecureContext(pems(name))],
  ])('setKeyCert in ALPNCallback gives one connection a certificate, of %s', async (_, context) => {
    const listener = await peers.listen({
      ...pems('server'),
      ALPNCallback(this: TLSSocket, { protocols }: { protocols: string[] }) {
        if (protocols.includes('other')) this.setKeyCert(context('otherHost'));
        return protocols[0];
      },
    });
    const shownFor = async (protocol: string): Promise<unknown> =>
      (await peers.open(listener, { ALPNProtocols: [protocol], checkServerIdentity: () => undefined })).getPeerCertificate().subject.CN;
    expect([await shownFor('other'), await shownFor('usual')]).toEqual(['other.test', 'server.test']);
  });

  testIf('getCACertificates')('getCACertificates gives lists of PEM by name', () => {
    expect(tls.getCACertificates('bundled')).toEqual(peers.tls.rootCertificates);
    expect(tls.getCACertificates()).toEqual(tls.getCACertificates('default'));
    for (const type of ['system', 'extra']) expect(Array.isArray(tls.getCACertificates(type))).toBe(true);
    expect(thrown(() => tls.getCACertificates('none'))?.code).toBe('ERR_INVALID_ARG_VALUE');
  });

  if ('setDefaultCACertificates' in nodeTls) {
    const before = tls.getCACertificates('default');
    afterEach(() => tls.setDefaultCACertificates(before));
  }

  testIf('setDefaultCACertificates')('setDefaultCACertificates is whom a client trusts from then on', async () => {
    const listener = await peers.listen();
    expect((await peers.refused(listener, { ca: undefined })).code).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    tls.setDefaultCACertificates([certificatePem('root')]);
    expect((await peers.open(listener, { ca: undefined })).authorized).toBe(true);
    expect(tls.getCACertificates('default').length).toBe(1);
    expect(thrown(() => tls.setDefaultCACertificates('none' as unknown as string[]))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  testIf('getCertificateCompressionAlgorithms')(
    'certificateCompression is used where both have it, and changes nothing that is seen',
    async () => {
      const certificateCompression = tls.getCertificateCompressionAlgorithms();
      expect(certificateCompression.every((name) => ['zlib', 'brotli', 'zstd'].includes(name))).toBe(true);
      const options = { ...tls13, certificateCompression } as SecureContextOptions;
      const { client, server } = await peers.pair(options, options);
      expect(client.authorized).toBe(true);
      client.write('x');
      expect((await read(server, 1)).toString()).toBe('x');
    },
  );

  testIf('getCertificateCompressionAlgorithms').each<[string, unknown, string, string | undefined]>([
    ['a type that is no array', 'zlib', 'ERR_INVALID_ARG_TYPE', undefined],
    ['a name that is none', ['rar'], 'ERR_INVALID_ARG_VALUE', undefined],
    ['a hole', ['zlib', undefined], 'ERR_INVALID_ARG_VALUE', undefined],
    ['an object', {}, 'ERR_INVALID_ARG_TYPE', undefined],
    ['more than three', ['zlib', 'zlib', 'zlib', 'zlib'], 'ERR_INVALID_ARG_VALUE', undefined],
    ['one twice', ['zlib', 'zlib'], 'ERR_CRYPTO_OPERATION_FAILED', undefined],
    ['any without TLS 1.3', ['zlib'], 'ERR_INVALID_ARG_VALUE', 'TLSv1.2'],
  ])('certificateCompression refuses %s', (_, certificateCompression, code, maxVersion) => {
    const options = { certificateCompression, maxVersion } as unknown as SecureContextOptions;
    expect(thrown(() => peers.tls.createSecureContext(options))?.code).toBe(code);
  });
});
