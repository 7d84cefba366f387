// A library context: what is in it, what is read in it, and that nothing of it is in another. OSSL_LIB_CTX(3), SSL_CTX_new_ex(3).

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LibraryContext, type LibraryContextOptions, OpenSSL, SslContext } from '../../lib/index.ts';
import { dhParameters } from '../support/dh.ts';
import { EnginePair, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachOf, isAtLeast, libraries, only, protocols } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { named, withContexts, withModules } from '../support/modules.ts';
import { pkcs12, rc2 } from '../support/pkcs12.ts';
import { certificatePem, hosts, identity, keyPem } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

const refusedBy = (cFunction: string, setting: string): unknown =>
  expect.objectContaining({ name: 'SettingError', code: 'ERR_SSL_SETTING', function: cFunction, setting });

function configuration(name: string, text: string): string {
  const file = join(tempFolder('providers'), `${name}.cnf`);
  writeFileSync(file, text);
  return file;
}

describeEachOf('a library context of OpenSSL %s', named(withContexts), (_, { library, name }) => {
  const make = (options: Partial<LibraryContextOptions> = {}): LibraryContext => new LibraryContext({ library, ...options });

  test('that was told nothing has the default provider once it is needed', () => {
    const context = make();
    expect(context.library).toBe(library);
    expect(context.available('legacy')).toBe(false);
    expect(context.providers).toEqual([
      { name: 'default', version: library.version.short, buildInfo: expect.stringContaining(library.version.short), running: true },
    ]);
    context.close();
  });

  test('has the providers that it is told, and no others', () => {
    const context = make({ providers: ['base', 'null'] });
    expect(context.providers.map((provider) => provider.name).sort()).toEqual(['base', 'null']);
    expect([context.available('base'), context.available('default')]).toEqual([true, false]);
    const more = context.loadProvider('default');
    expect(more).toMatchObject({ name: 'default', version: library.version.short, running: true, unloaded: false });
    expect(context.available('default')).toBe(true);
    more.selfTest();
    more.unload();
    more.unload();
    expect([more.unloaded, context.available('default')]).toEqual([true, false]);
    expect(() => more.version).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED', argument: 'version' }));
    expect(() => more.selfTest()).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
    context.close();
  });

  test('keeps a provider until each loading of it is given back', () => {
    const context = make();
    const [one, two] = [context.loadProvider('default'), context.loadProvider('default')];
    one.unload();
    expect([context.available('default'), two.running]).toEqual([true, true]);
    two.unload();
    expect(context.available('default')).toBe(false);
    context.close();
  });

  test('keeps the fallback beside a provider with retainFallbacks only', () => {
    const without = make();
    without.loadProvider('base');
    expect(without.providers.map((provider) => provider.name)).toEqual(['base']);
    const kept = make();
    kept.loadProvider('base', { retainFallbacks: true });
    expect(kept.providers.map((provider) => provider.name).sort()).toEqual(['base', 'default']);
  });

  test.each(protocols)('shakes hands in %s, with a peer in another one, and with one in the default one', (protocol) => {
    const [one, two] = [make({ providers: ['default'] }), make()];
    const sides = { client: { ...trustingClient(), ...only(protocol) }, server: { ...identity('server'), ca: certificatePem('root') } };
    for (const [client, server] of [
      [{ libraryContext: one }, { libraryContext: two }],
      [{ library }, { libraryContext: one }],
      [{ libraryContext: one }, { library }],
    ]) {
      const options = { client: { ...sides.client, ...client }, server: { ...sides.server, ...server } };
      withConnectedPair({ ...options, clientEngine: { verifyHost: hosts.good } }, (pair) => {
        expect(pair.client.connection).toMatchObject({ protocol, verify: { verified: true } });
        expect(pair.send('client', Buffer.from('both ways')).toString()).toBe('both ways');
        expect(pair.client.peerCertificate?.publicKey.bits).toBe(2048);
      });
    }
    one.close();
    two.close();
  });

  test('tells by libraryContext where a context was made', () => {
    const libraryContext = make();
    const context = new SslContext({ role: 'client', libraryContext });
    expect(context.libraryContext).toBe(libraryContext);
    expect(context.library).toBe(library);
    expect(new SslContext({ role: 'client', library }).libraryContext).toBeNull();
    expect(new SslContext({ role: 'client', libraryContext: LibraryContext.default(library) }).libraryContext).toBeNull();
  });

  test.each(['null', 'base'])('with the %s provider alone makes no context of connections, by a typed error with the queue', (only) => {
    const libraryContext = make({ providers: [only] });
    let thrown: unknown;
    try {
      new SslContext({ role: 'server', libraryContext, ...identity('server') });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(refusedBy('SSL_CTX_new_ex', 'libraryContext'));
    expect((thrown as { queue: unknown[] }).queue.length).toBeGreaterThan(0);
  });

  test('reads everything that a context is given: keys, revocation lists, names of authorities, DH parameters, a PKCS #12 file', () => {
    const libraryContext = make();
    expect(
      () => new SslContext({ role: 'server', libraryContext, certificate: certificatePem('server'), privateKey: keyPem('client') }),
    ).toThrow(refusedBy('SSL_CTX_use_PrivateKey', 'privateKey'));
    for (const damaged of ['certificate', 'privateKey'] as const) {
      const halved = { ...identity('server') };
      const text = halved[damaged];
      expect(() => new SslContext({ role: 'server', libraryContext, ...halved, [damaged]: text.slice(0, text.length / 2) })).toThrow(
        expect.objectContaining({ name: 'SettingError', setting: damaged }),
      );
    }
    const data = pkcs12(library, { ...identity('server'), others: [certificatePem('intermediate')], passphrase: 'secret' });
    const server = { libraryContext, pkcs12: { data, passphrase: 'secret' } };
    withConnectedPair({ client: { libraryContext, ...trustingClient() }, server }, ({ client }) =>
      expect(client.connection.verify.verified).toBe(true),
    );
    expect(() => new SslContext({ role: 'server', libraryContext, pkcs12: { data: data.subarray(0, 50), passphrase: 'secret' } })).toThrow(
      refusedBy('d2i_PKCS12_bio', 'pkcs12'),
    );
    const further = {
      dhParameters: dhParameters('modp14'),
      clientCa: certificatePem('root'),
      ca: certificatePem('root'),
      verifyMode: 'peer',
    } as const;
    const dhe = { ...trustingClient(), ...only('TLSv1.2'), cipherList: 'DHE+AESGCM', ...identity('client') };
    const all = { client: { libraryContext, ...dhe }, server: { ...identity('server'), libraryContext, ...further } };
    withConnectedPair(all, (pair) => {
      expect(pair.client.peerCaNames).toEqual(['CN=Test Root']);
      expect(pair.server.connection.verify.verified).toBe(true);
    });
    expect(() => new SslContext({ role: 'client', libraryContext, crl: certificatePem('root') })).toThrow(
      refusedBy('PEM_read_bio_X509_CRL', 'crl'),
    );
    expect(() => new SslContext({ role: 'server', libraryContext, dhParameters: certificatePem('root') })).toThrow(
      refusedBy('PEM_read_bio_Parameters', 'dhParameters'),
    );
  });

  test('is alive as long as a context, an engine or a session of it is', () => {
    const before = library.liveObjects.libraryContexts;
    const libraryContext = make();
    const pair = EnginePair.connected({
      client: { libraryContext, ...trustingClient() },
      server: { libraryContext, ...identity('server') },
    });
    libraryContext.close();
    expect(library.liveObjects.libraryContexts).toBe(before + 1);
    expect(pair.send('client', Buffer.from('after close')).toString()).toBe('after close');
    const session = pair.client.session;
    pair.close();
    expect(session?.toDer().length).toBeGreaterThan(100);
    expect(library.liveObjects.libraryContexts).toBe(before + 1);
    const unused = make();
    expect(library.liveObjects.libraryContexts).toBe(before + 2);
    unused.close();
    unused.close();
    expect(library.liveObjects.libraryContexts).toBe(before + 1);
  });

  test('is refused once it is closed', () => {
    const libraryContext = make();
    const provider = libraryContext.loadProvider('default');
    libraryContext.close();
    expect(libraryContext.closed).toBe(true);
    const closed = (argument: string): unknown => expect.objectContaining({ name: 'MisuseError', code: 'ERR_SSL_CLOSED', argument });
    expect(() => new SslContext({ role: 'client', libraryContext })).toThrow(closed('options.libraryContext'));
    expect(() => libraryContext.providers).toThrow(closed('providers'));
    expect(() => libraryContext.available('default')).toThrow(closed('available'));
    expect(() => libraryContext.loadProvider('default')).toThrow(closed('loadProvider'));
    expect(() => provider.version).toThrow(closed('version'));
    expect(() => provider.unload()).toThrow(closed('unload'));
  });

  test('goes on where a provider is unloaded in the middle of a handshake', () => {
    const libraryContext = make();
    const provider = libraryContext.loadProvider('default');
    const pair = new EnginePair({ client: { libraryContext, ...trustingClient() }, server: { library, ...identity('server') } });
    pair.client.connect();
    pair.shuttleAll();
    provider.unload();
    const { client } = pair.handshake();
    expect(['done', 'failed']).toContain(client.status);
    pair.close();
    expect(() => new SslContext({ role: 'client', libraryContext })).toThrow(refusedBy('SSL_CTX_new_ex', 'libraryContext'));
  });

  describe('and property queries', () => {
    test('one that nothing fulfils is refused, by a typed error with the queue', () => {
      for (const libraryContext of [make(), undefined]) {
        const where = libraryContext === undefined ? { library } : { libraryContext };
        const setting = libraryContext === undefined ? 'propertyQuery' : 'libraryContext';
        const fips = (): unknown => new SslContext({ role: 'client', ...where, propertyQuery: 'fips=yes' });
        expect(fips).toThrow(refusedBy('SSL_CTX_new_ex', setting));
        expect(fips).toThrow(expect.objectContaining({ queue: expect.arrayContaining([expect.anything()]) }));
      }
    });

    test('one that only prefers is fulfilled by what there is', () => {
      const options = { library, propertyQuery: '?fips=yes' };
      withConnectedPair({ client: { ...options, ...trustingClient() }, server: { ...options, ...identity('server') } }, ({ client }) =>
        expect(client.connection.verify.verified).toBe(true),
      );
    });

    test('the properties of a context count for all that is made in it, and for nothing else', () => {
      const strict = make({ providers: ['default'], properties: 'fips=yes' });
      expect(() => new SslContext({ role: 'client', libraryContext: strict })).toThrow(refusedBy('SSL_CTX_new_ex', 'libraryContext'));
      expect(() => new SslContext({ role: 'client', libraryContext: make() })).not.toThrow();
      expect(() => new SslContext({ role: 'client', library })).not.toThrow();
    });

    test('what is no query is refused, though OpenSSL would take it for none', () => {
      expect(() => make({ properties: '===' })).toThrow(refusedBy('EVP_set_default_properties', 'properties'));
      expect(() => new SslContext({ role: 'client', library, propertyQuery: '===' })).toThrow(
        expect.objectContaining({ name: 'SettingError' }),
      );
    });
  });

  test('reads a configuration that no other context knows of', () => {
    const config = configuration(
      `own-${name}`,
      'openssl_conf = all\n[all]\nproviders = list\nalg_section = algorithms\n[list]\nfirst = base_section\n[base_section]\nidentity = base\nactivate = 1\n[algorithms]\ndefault_properties = fips=yes\n',
    );
    const own = make({ config });
    expect(own.providers.map((provider) => provider.name)).toEqual(['base']);
    expect(make().providers.map((provider) => provider.name)).toEqual(['default']);
    expect(LibraryContext.default(library).available('base')).toBe(false);
  });

  test('says what is wrong with a configuration', () => {
    const damaged = configuration(`damaged-${name}`, 'openssl_conf = all\n[all\n');
    const missing = configuration(
      `missing-${name}`,
      'openssl_conf = all\n[all]\nproviders = list\n[list]\nnosuch = one\n[one]\nactivate = 1\n',
    );
    for (const config of [damaged, missing])
      expect(() => make({ config })).toThrow(
        expect.objectContaining({
          function: 'OSSL_LIB_CTX_load_config',
          setting: 'config',
          queue: expect.arrayContaining([expect.anything()]),
        }),
      );
    expect(() => make({ config: '/no/such/file.cnf' })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_FILE', argument: 'options.config' }),
    );
    expect(() => make({ modules: damaged })).toThrow(expect.objectContaining({ code: 'ERR_SSL_FILE', argument: 'options.modules' }));
  });

  test('says that there is no such provider, and makes nothing', () => {
    const before = library.liveObjects.libraryContexts;
    const load = (): unknown => make({ providers: ['default', 'nosuch'] });
    expect(load).toThrow(refusedBy('OSSL_PROVIDER_load', 'provider'));
    expect(load).toThrow(/"nosuch"/);
    expect(library.liveObjects.libraryContexts).toBe(before);
  });

  test('has no FIPS provider where none is installed: a typed error', () => {
    expect(() => make({ providers: ['fips'] })).toThrow(refusedBy('OSSL_PROVIDER_load', 'provider'));
  });

  test('what is wrong is refused before OpenSSL sees it', () => {
    const wrong = (argument: string, code = 'ERR_SSL_ARGUMENT'): unknown =>
      expect.objectContaining({ name: 'MisuseError', code, argument });
    expect(() => new LibraryContext('x' as never)).toThrow(wrong('options'));
    expect(() => make({ nonsense: 1 } as never)).toThrow(wrong('options.nonsense', 'ERR_SSL_UNKNOWN_OPTION'));
    expect(() => make({ providers: 'default' as never })).toThrow(wrong('options.providers'));
    expect(() => make({ providers: [1] as never })).toThrow(wrong('options.providers[0]'));
    expect(() => make({ providers: ['../legacy'] })).toThrow(wrong('name'));
    expect(() => make({ properties: '' })).toThrow(wrong('options.properties'));
    expect(() => new LibraryContext({ library: {} as never })).toThrow(wrong('options.library'));
    const context = make();
    expect(() => context.loadProvider('')).toThrow(wrong('name'));
    expect(() => context.loadProvider('a\0b')).toThrow(wrong('name'));
    expect(() => context.loadProvider('default', { parameters: { a: 'b' } })).toThrow(wrong('options.parameters'));
    expect(() => context.loadProvider('x', { module: '/no/such' })).toThrow(wrong('options.module', 'ERR_SSL_FILE'));
    for (const parameters of [[], 'x', { 'a b': 'c' }, { module: 'x' }, { activate: '1' }])
      expect(() => context.loadProvider('x', { parameters: parameters as never })).toThrow(wrong('options.parameters'));
    for (const value of ['', 'a\nb', 7, 'default', null])
      expect(() => context.loadProvider('x', { parameters: { pin: value as never } })).toThrow(wrong('options.parameters.pin'));
    expect(() => context.loadProvider('x', { parameters: { pin: 'secret-MARKER\n' } })).toThrow(expect.not.stringContaining('MARKER'));
    expect(() => context.available(1 as never)).toThrow(wrong('name'));
    expect(() => LibraryContext.prototype.close.call({} as never)).toThrow(wrong('close', 'ERR_SSL_RECEIVER'));
    expect(() => new SslContext({ role: 'client', libraryContext: {} as never })).toThrow(wrong('options.libraryContext'));
    expect(() => new SslContext({ role: 'client', library, propertyQuery: 1 as never })).toThrow(wrong('options.propertyQuery'));
  });

  test('what is of one context is refused in another: sessions, trust, identities', () => {
    const [one, two] = [make(), make()];
    const pair = EnginePair.connected({ client: { libraryContext: one, ...trustingClient() }, server: { library, ...identity('server') } });
    const { session } = pair.client;
    const other = new SslContext({ role: 'client', libraryContext: two });
    expect(session?.libraryContext).toBe(one);
    expect(() => new EnginePair({ clientContext: other, library, clientEngine: { session: session as never } })).toThrow(
      expect.objectContaining({ argument: 'options.session' }),
    );
    const trusted = new SslContext({ role: 'client', libraryContext: one, ca: certificatePem('root') });
    expect(() => new SslContext({ role: 'client', libraryContext: two, ca: trusted })).toThrow(
      expect.objectContaining({ argument: 'options.ca' }),
    );
    const shown = new SslContext({ role: 'client', libraryContext: two, ...identity('client') });
    expect(() => pair.client.adjust({ identity: shown })).toThrow(expect.objectContaining({ argument: 'settings.identity' }));
    pair.close();
  });
});

test('a library context and a library must be of the same OpenSSL', () => {
  const [first, second] = withContexts;
  if (first === undefined || second === undefined) return;
  const libraryContext = new LibraryContext({ library: first.library });
  expect(() => new SslContext({ role: 'client', library: second.library, libraryContext })).toThrow(
    expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'options.libraryContext' }),
  );
  expect(() => new SslContext({ role: 'client', library: first.library, libraryContext })).not.toThrow();
});

const old = libraries.filter(({ library }) => !isAtLeast(library, '3.0'));

describeEachOf('OpenSSL %s', named(old), (_, { library }) => {
  const lacks = (name: string): unknown =>
    expect.objectContaining({ name: 'NotSupportedError', code: 'ERR_SSL_NOT_SUPPORTED', function: name });

  test('has no library contexts and no property queries: typed errors', () => {
    expect(() => new LibraryContext({ library })).toThrow(lacks('OSSL_LIB_CTX_new'));
    expect(() => LibraryContext.default(library)).toThrow(lacks('OSSL_LIB_CTX_new'));
    expect(() => new SslContext({ role: 'client', library, propertyQuery: 'fips=yes' })).toThrow(lacks('SSL_CTX_new_ex'));
  });
});

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
