// A context whose certificate, key and chain come from a PKCS #12 file: PKCS12_parse(3).

import { expect, test } from '@jest/globals';
import { type Pkcs12, SslContext } from '../../lib/index.ts';
import { reasons, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { absentLibraries, describeEachLibrary, describeEachLibraryAndProtocol, isAtLeast, libraries, only } from '../support/libraries.ts';
import { pkcs12, rc2 } from '../support/pkcs12.ts';
import { certificatePem, identity, keyPem } from '../support/pki.ts';

const passphrase = 'passphrase-MARKER-16180339';
const names = { leaf: 'O=Testing,CN=server.test', intermediate: 'CN=Test Intermediate', root: 'CN=Test Root', other: 'CN=Other Root' };
const root = certificatePem('root');
const intermediate = certificatePem('intermediate');

describeEachLibraryAndProtocol('pkcs12', (library, protocol) => {
  const file = (others: readonly string[]) => pkcs12(library, { ...identity('server'), others, passphrase });
  const chainShown = (server: object): readonly string[] =>
    withConnectedPair({ library, client: { ...trustingClient(), ...only(protocol) }, server }, ({ client }) =>
      client.peerChain.map(({ subject }) => subject),
    );

  test('certificate, key and chain are those of the file, each certificate behind the one that it issued', () => {
    const { leaf, intermediate: between, root: top, other } = names;
    const shown = (others: readonly string[]) => chainShown({ pkcs12: { data: file(others), passphrase } });
    expect(shown([intermediate])).toEqual([leaf, between]);
    expect(shown([intermediate, root])).toEqual([leaf, between, top]);
    expect(shown([root, intermediate])).toEqual([leaf, between, top]);
    expect(shown([root, certificatePem('otherRoot'), intermediate])).toEqual([leaf, between, top, other]);
  });

  test('it stands beside a certificate of another type of key', () => {
    const server = { ...identity('serverEc'), pkcs12: { data: file([intermediate]), passphrase } };
    const bits = (client: object): unknown =>
      withConnectedPair(
        { library, client: { ...trustingClient(), ...only(protocol), ...client }, server },
        ({ client: { peerCertificate } }) => peerCertificate?.publicKey.bits,
      );
    expect(bits({ cipherList: 'aRSA', signatureAlgorithms: 'RSA-PSS+SHA256:RSA+SHA256' })).toBe(2048);
    expect(bits({ cipherList: 'aECDSA', signatureAlgorithms: 'ECDSA+SHA256' })).toBe(256);
  });

  test('its chain is trusted only with trustCas, and named only with nameCas', () => {
    const seen = (more: Partial<Pkcs12>): unknown => {
      const server = { pkcs12: { data: file([intermediate, root]), passphrase, ...more }, verifyMode: 'peer' } as const;
      const client = { ...trustingClient(), ...only(protocol), ...identity('client') };
      const verifyCallback = (): boolean => true;
      return withConnectedPair({ library, client, server: { ...server, verifyCallback } }, (pair) => [
        pair.server.connection.verify.code,
        pair.client.peerCaNames,
      ]);
    };
    const both = [names.intermediate, names.root];
    expect(seen({})).toEqual([20, []]);
    expect(seen({ trustCas: false, nameCas: true })).toEqual([20, both]);
    expect(seen({ trustCas: true })).toEqual([0, []]);
    expect(seen({ trustCas: true, nameCas: true })).toEqual([0, both]);
  });

  test('a client shows it', () => {
    const client = { ...trustingClient(), ...only(protocol), pkcs12: { data: file([intermediate]), passphrase } };
    const server = { ...identity('server'), ca: root, verifyMode: 'peer', verifyCallback: () => true } as const;
    withConnectedPair({ library, client, server }, (pair) => expect(pair.server.peerCertificate?.subject).toBe(names.leaf));
  });
});

describeEachLibrary('pkcs12', (library) => {
  const make = (given: unknown, rest: object = {}) => new SslContext({ role: 'server', library, pkcs12: given as Pkcs12, ...rest });
  const refused = (cFunction: string, rest: object = {}) =>
    expect.objectContaining({ name: 'SettingError', setting: 'pkcs12', function: cFunction, ...rest });
  const errorOf = (run: () => unknown): { queue: never[]; message: string } => {
    try {
      run();
    } catch (error) {
      return error as { queue: never[]; message: string };
    }
    throw new Error('nothing was thrown');
  };
  const data = pkcs12(library, { ...identity('server'), others: [intermediate, root], passphrase });

  test('the passphrase is its own, or that of the context, or none', () => {
    make({ data, passphrase });
    make({ data }, { passphrase });
    make([{ data }, { data: pkcs12(library, { ...identity('serverEc'), passphrase: 'another' }), passphrase: 'another' }], { passphrase });
    make({ data: pkcs12(library, { ...identity('server'), passphrase: '' }), passphrase: '' });
    make({ data: pkcs12(library, { ...identity('server'), passphrase: '' }) });
  });

  test('a wrong passphrase is refused: PKCS12 reason 113, and it is not shown', () => {
    const error = errorOf(() => make({ data, passphrase: `${passphrase}x` }));
    const kind = (code: string) => ({ name: 'KeyError', code });
    expect(error).toEqual(refused('PKCS12_parse', kind('ERR_SSL_PASSPHRASE')));
    expect(reasons(error)).toEqual(['35:113']);
    expect(error.message).not.toContain('MARKER');
    expect(() => make({ data })).toThrow(refused('PKCS12_parse', kind('ERR_SSL_PASSPHRASE_NEEDED')));
    expect(() => make([{ data, passphrase }, { data }])).toThrow(expect.objectContaining({ setting: 'pkcs12[1]' }));
  });

  test('damaged bytes are refused, with what OpenSSL says of them', () => {
    expect(errorOf(() => make({ data: new Uint8Array(0) })).queue.length).toBeGreaterThan(0);
    expect(errorOf(() => make({ data: data.subarray(0, 100), passphrase })).queue.length).toBeGreaterThan(0);
    expect(() => make({ data: data.subarray(0, 100), passphrase })).toThrow(refused('d2i_PKCS12'));
    expect(() => make({ data: Buffer.from(root) })).toThrow(refused('d2i_PKCS12'));
    const flipped = Buffer.from(data);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    expect(() => make({ data: flipped, passphrase })).toThrow(refused('PKCS12_parse', { name: 'KeyError', code: 'ERR_SSL_PASSPHRASE' }));
  });

  test('a file without a key, or without its certificate, is refused', () => {
    const detail = { message: expect.stringMatching(/no certificate with its private key/) };
    expect(() => make({ data: pkcs12(library, { others: [root], passphrase }), passphrase })).toThrow(refused('PKCS12_parse', detail));
    const keyAlone = pkcs12(library, { privateKey: keyPem('server'), passphrase });
    expect(() => make({ data: keyAlone, passphrase })).toThrow(refused('PKCS12_parse', detail));
  });

  test.each([
    [{}, 'options.pkcs12.data'],
    [{ data: 'text' }, 'options.pkcs12.data'],
    [{ data, passphrase: 'a\0b' }, 'options.pkcs12.passphrase'],
    [{ data, passphrase: 1 }, 'options.pkcs12.passphrase'],
    [{ data, trustCas: 1 }, 'options.pkcs12.trustCas'],
    [{ data, nameCas: 'no' }, 'options.pkcs12.nameCas'],
    [[{ data }, 1], 'options.pkcs12[1]'],
  ])('misuse %# is named', (given, argument) => {
    expect(() => make(given, { passphrase })).toThrow(expect.objectContaining({ name: 'MisuseError', argument }));
  });

  test('a client names nobody', () => {
    expect(() => make({ data, passphrase, nameCas: true }, { role: 'client' })).toThrow(
      expect.objectContaining({ name: 'MisuseError', argument: 'options.pkcs12.nameCas' }),
    );
  });
});

const old = libraries.find(({ library }) => !isAtLeast(library, '3.0'));
const why = old === undefined ? ` (needs 1.1.1: ${absentLibraries.map(({ name }) => name).join(', ')} are absent)` : '';
describeEachLibrary('a PKCS #12 file with RC2', (library) => {
  (old === undefined ? test.skip : test)(`is taken up to 1.1.1, and later refused without the legacy provider${why}`, () => {
    if (old === undefined) return;
    const data = pkcs12(old.library, { ...identity('server'), passphrase, algorithm: rc2 });
    const make = () => new SslContext({ role: 'server', library, pkcs12: { data, passphrase } });
    if (!isAtLeast(library, '3.0')) {
      make();
      return;
    }
    const reason = expect.objectContaining({ libraryCode: 6, reason: 'unsupported', data: expect.stringContaining('RC2-40-CBC') });
    expect(make).toThrow(expect.objectContaining({ setting: 'pkcs12', queue: expect.arrayContaining([reason]) }));
  });
});
