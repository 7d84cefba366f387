// The legacy provider as a module: what it takes to read is read where it is loaded, and nowhere else; and modules made for another OpenSSL.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LibraryContext, OpenSSL, SslContext } from '../../lib/index.ts';
import { trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachOf, isAtLeast, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { named, withModules } from '../support/modules.ts';
import { pkcs12, rc2 } from '../support/pkcs12.ts';
import { certificatePem, identity, keyPem } from '../support/pki.ts';
import { configuration } from '../support/provider-configuration.ts';

const refusedBy = (cFunction: string, setting: string): unknown =>
  expect.objectContaining({ name: 'SettingError', code: 'ERR_SSL_SETTING', function: cFunction, setting });

const old = libraries.filter(({ library }) => !isAtLeast(library, '3.0'));
const maker = old[0];

describeEachOf('the legacy provider of OpenSSL %s', named(withModules), (_, { library, modules }) => {
  if (maker === undefined) {
    test.skip('no OpenSSL 1.1.1 is at hand to encrypt with RC2', () => undefined);
    return;
  }
  const others = [certificatePem('intermediate')];
  const data = pkcs12(maker.library, { ...identity('server'), others, passphrase: 'secret', algorithm: rc2 });
  const file = { data, passphrase: 'secret' };

  test('has a file encrypted with RC2 read in the context that it is loaded into, and in no other', () => {
    const libraryContext = new LibraryContext({ library, modules, providers: ['default', 'legacy'] });
    expect(libraryContext.providers.map(({ name }) => name).sort()).toEqual(['default', 'legacy']);
    const server = { libraryContext, pkcs12: file };
    withConnectedPair({ client: { library, ...trustingClient() }, server }, ({ client }) =>
      expect(client.connection.verify.verified).toBe(true),
    );
    const other = new LibraryContext({ library, modules, providers: ['default'] });
    for (const where of [{ library }, { libraryContext: other }])
      expect(() => new SslContext({ role: 'server', ...where, pkcs12: file })).toThrow(refusedBy('PKCS12_parse', 'pkcs12'));
  });

  const openssl = join(cacheFolder, maker.name, 'bin', 'openssl');
  (existsSync(openssl) ? test : test.skip)(
    'has a key encrypted with DES read in the context that it is loaded into, and in no other',
    () => {
      const flags = ['pkcs8', '-topk8', '-v1', 'PBE-MD5-DES', '-passout', 'pass:secret'];
      const env = { ...process.env, LD_LIBRARY_PATH: join(cacheFolder, maker.name, 'lib') };
      const { stdout: privateKey } = spawnSync(openssl, flags, { input: keyPem('server'), encoding: 'utf8', env });
      expect(privateKey).toContain('BEGIN ENCRYPTED PRIVATE KEY');
      const own = { certificate: certificatePem('server'), privateKey, passphrase: 'secret' };
      const libraryContext = new LibraryContext({ library, modules, providers: ['default', 'legacy'] });
      withConnectedPair({ client: { library, ...trustingClient() }, server: { libraryContext, ...own } }, ({ client }) =>
        expect(client.connection.verify.verified).toBe(true),
      );
      for (const where of [{ library }, { libraryContext: new LibraryContext({ library }) }])
        expect(() => new SslContext({ role: 'server', ...where, ...own })).toThrow(refusedBy('PEM_read_bio_PrivateKey', 'privateKey'));
    },
  );

  test('comes by a configuration too, by its name or by its file', () => {
    const text = (section: string): string =>
      `openssl_conf = all\n[all]\nproviders = list\n[list]\ndefault = on\nlegacy = it\n[on]\nactivate = 1\n[it]\n${section}activate = 1\n`;
    const byName = configuration(`name-${library.version.short}`, text(''));
    const byFile = configuration(`file-${library.version.short}`, text(`module = ${join(modules, 'legacy.so')}\n`));
    const included = configuration(`include-${library.version.short}`, `.include ${byFile}\n`);
    for (const options of [{ config: byName, modules }, { config: byFile }, { config: included }]) {
      const libraryContext = new LibraryContext({ library, ...options });
      expect(() => new SslContext({ role: 'server', libraryContext, pkcs12: file })).not.toThrow();
    }
  });

  test('comes by its file alone', () => {
    const libraryContext = new LibraryContext({ library, providers: ['default'] });
    const provider = libraryContext.loadProvider('legacy', { module: join(modules, 'legacy.so') });
    expect(provider.running).toBe(true);
    expect(() => new SslContext({ role: 'server', libraryContext, pkcs12: file })).not.toThrow();
    provider.unload();
    expect(libraryContext.available('legacy')).toBe(false);
    expect(() => new SslContext({ role: 'server', libraryContext, pkcs12: file })).toThrow(refusedBy('PKCS12_parse', 'pkcs12'));
    expect(() => libraryContext.loadProvider('legacy', { parameters: { word: 'new' } })).toThrow(/was loaded with first/);
  });
});

test('a provider made for another OpenSSL is refused, as it would bring that one along', () => {
  const of = (release: string): string | undefined => withModules.find(({ name }) => name === release)?.modules;
  const [three, four] = [of('system') ?? of('3.0'), of('4.0')];
  if (three === undefined || four === undefined) return;
  const newest = withModules.find(({ name }) => name === '4.0')?.library as OpenSSL;
  const older = withModules.find(({ name }) => name !== '4.0')?.library as OpenSSL;
  for (const [library, modules, foreign] of [
    [newest, three, 'libcrypto.so.3'],
    [older, four, 'libcrypto.so.4'],
  ] as const) {
    const load = (): unknown => new LibraryContext({ library, modules, providers: ['legacy'] });
    expect(load).toThrow(refusedBy('OSSL_PROVIDER_load', 'provider'));
    expect(load).toThrow(new RegExp(`is made for ${foreign.replaceAll('.', '\\.')}`));
  }
});

test('Node’s own OpenSSL takes no module that would bring another OpenSSL along, and has what it has built in', () => {
  const node = OpenSSL.load('node');
  const modules = withModules[0]?.modules;
  if (modules === undefined || !isAtLeast(node, '3.0')) return;
  const libraryContext = new LibraryContext({ library: node, modules });
  const module = join(modules, 'legacy.so');
  expect(() => libraryContext.loadProvider('foreign', { module })).toThrow(/is made for libcrypto\.so\.\d and would bring it along/);
});
