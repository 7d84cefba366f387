// What certificateCompression and compressedCertificates may be, and what is said where they may not.

import { expect, test } from '@jest/globals';
import { certificateCompressions, type OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { describeEachCompressing, notCompressing } from '../support/compression.ts';
import { withConnectedPair } from '../support/engine-pair.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachLibrary, describeEachOf } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

const make = (library: OpenSSL, options: object, role: 'client' | 'server' = 'server'): unknown =>
  thrown(() => new SslContext({ role, library, ...(role === 'server' ? identity('server') : {}), ...options }));

describeEachLibrary('certificateCompression', (library) => {
  test.each<[string, unknown]>([
    ['a name alone', 'zlib'],
    ['a name that is none', ['rar']],
    ['a number', [1]],
    ['a hole', Array.from({ length: 2 })],
    ['null', null],
  ])('refuses %s', (_, certificateCompression) => {
    expect(make(library, { certificateCompression })).toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' });
    const engine = thrown(() => new SslEngine(new SslContext({ role: 'client', library }), { certificateCompression } as object));
    expect(engine).toMatchObject({ name: 'MisuseError', code: 'ERR_SSL_ARGUMENT' });
  });

  test('has no meaning with DTLS', () => {
    expect(make(library, { method: 'dtls', certificateCompression: [] })).toMatchObject({ argument: 'options.certificateCompression' });
  });

  test('switched off is what every OpenSSL can do', () => {
    withConnectedPair({ library, clientEngine: { certificateCompression: [] }, client: { certificateCompression: [] } }, (pair) => {
      expect(pair.client.connection.certificateCompression).toEqual({ own: null, peer: null });
    });
  });

  test('compressedCertificates and compressedCertificate() refuse what is none', () => {
    const good = { algorithm: 'zlib', bytes: Buffer.from('x'), originalLength: 1 };
    for (const compressedCertificates of [good, [null], [{ ...good, algorithm: 'rar' }], [{ ...good, more: 1 }]])
      expect(make(library, { compressedCertificates })).toMatchObject({ name: 'MisuseError' });
    expect(make(library, { compressedCertificates: [good] }, 'client')).toMatchObject({ argument: 'options.compressedCertificates' });
    expect(thrown(() => new SslContext({ role: 'server', library }).compressedCertificate('rar' as 'zlib'))).toMatchObject({
      name: 'MisuseError',
    });
    const stranger = Object.create(SslContext.prototype) as SslContext;
    expect(thrown(() => stranger.compressedCertificate('zlib'))).toMatchObject({ name: 'MisuseError' });
    expect(thrown(() => certificateCompressions({} as OpenSSL))).toMatchObject({ name: 'MisuseError' });
  });
});

describeEachOf(
  'OpenSSL %s, which compresses no certificates,',
  notCompressing.map((entry) => [entry.name, entry] as const),
  (_, { library }) => {
    const missing = library.has('SSL_CTX_set1_cert_comp_preference') ? 'COMP_zlib' : 'SSL_CTX_set1_cert_comp_preference';

    test('says which function it lacks, wherever compression is asked for', () => {
      const notSupported = { name: 'NotSupportedError', code: 'ERR_SSL_NOT_SUPPORTED', function: missing };
      expect(make(library, { certificateCompression: ['zlib'] })).toMatchObject(notSupported);
      expect(make(library, { certificateCompression: ['zlib'] }, 'client')).toMatchObject(notSupported);
      const one = { algorithm: 'zlib', bytes: Buffer.from('x'), originalLength: 1 };
      expect(make(library, { compressedCertificates: [one] })).toMatchObject(notSupported);
      const context = new SslContext({ role: 'client', library });
      expect(thrown(() => new SslEngine(context, { certificateCompression: ['zlib'] }))).toMatchObject(notSupported);
      expect(thrown(() => context.compressedCertificate('zlib'))).toMatchObject(notSupported);
      expect((make(library, { certificateCompression: ['zlib'] }) as Error).message).toContain(library.version.text);
    });
  },
);

describeEachCompressing('certificateCompression', (library) => {
  test('refuses an algorithm twice', () => {
    expect(make(library, { certificateCompression: ['zlib', 'zlib'] })).toMatchObject({ argument: 'options.certificateCompression' });
  });

  test('is refused beside what a compressed certificate would lose: a stapled response, an extension of its own', () => {
    const certificateCompression = ['zlib'];
    const lost = { argument: 'options.certificateCompression', code: 'ERR_SSL_ARGUMENT' };
    expect(make(library, { certificateCompression, statusCallback: () => null })).toMatchObject(lost);
    const extension = { type: 0xffa5, context: ['client-hello', 'tls1.3-certificate'] };
    const customExtensions = [{ ...extension, add: () => null }];
    expect(make(library, { certificateCompression, customExtensions })).toMatchObject(lost);
    const made = (options: object): SslContext => new SslContext({ role: 'server', library, ...identity('server'), ...options });
    expect(made({ certificateCompression, customExtensions: [extension] }).role).toBe('server');
    expect(made({ certificateCompression: [], statusCallback: () => null }).role).toBe('server');
  });

  test('compressedCertificates must be of the one certificate, by an algorithm that is allowed', () => {
    const one = { algorithm: 'zlib', bytes: Buffer.from('x'), originalLength: 1 };
    const two = { identities: [identity('serverEc')], compressedCertificates: [one] };
    expect(make(library, two)).toMatchObject({ argument: 'options.compressedCertificates' });
    expect(make(library, { certificateCompression: [], compressedCertificates: [one] })).toMatchObject({
      argument: 'options.compressedCertificates[0].algorithm',
    });
    for (const wrong of [{ bytes: Buffer.alloc(0) }, { bytes: 'x' }, { originalLength: 0 }, { originalLength: 2 ** 24 }]) {
      expect(make(library, { compressedCertificates: [{ ...one, ...wrong }] })).toMatchObject({ name: 'MisuseError' });
    }
    const bare = thrown(() => new SslContext({ role: 'server', library, compressedCertificates: [one as never] }));
    expect(bare).toMatchObject({ name: 'SettingError', function: 'SSL_CTX_set1_compressed_cert' });
  });

  test('a context without a certificate has none that is compressed', () => {
    expect(new SslContext({ role: 'server', library }).compressedCertificate('zlib')).toBeNull();
    expect(new SslContext({ role: 'client', library, ...identity('client') }).compressedCertificate('zlib')).toBeNull();
    expect(new SslContext({ role: 'server', library, certificateCompression: ['zlib'] }).compressedCertificate('zlib')).toBeNull();
  });
});
