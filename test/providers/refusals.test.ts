// What a library context refuses, and what it does not have: each by a typed error that names it.

import { describe, expect, test } from '@jest/globals';
import { LibraryContext, type LibraryContextOptions, SslContext } from '../../lib/index.ts';
import { EnginePair, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachOf, isAtLeast, libraries } from '../support/libraries.ts';
import { named, withContexts } from '../support/modules.ts';
import { certificatePem, identity } from '../support/pki.ts';
import { configuration } from '../support/provider-configuration.ts';
import { tempFolder } from '../support/temp-folder.ts';

const refusedBy = (cFunction: string, setting: string): unknown =>
  expect.objectContaining({ name: 'SettingError', code: 'ERR_SSL_SETTING', function: cFunction, setting });

describeEachOf('a library context of OpenSSL %s', named(withContexts), (_, { library, name }) => {
  const make = (options: Partial<LibraryContextOptions> = {}): LibraryContext => new LibraryContext({ library, ...options });

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
    expect(() => make({ modules: tempFolder('no-modules'), providers: ['fips'] })).toThrow(refusedBy('OSSL_PROVIDER_load', 'provider'));
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
