import { expect, test } from '@jest/globals';
import { LibraryContext, type LibraryContextOptions, SslContext } from '../../lib/index.ts';
import { dhParameters } from '../support/dh.ts';
import { EnginePair, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachOf, only, protocols } from '../support/libraries.ts';
import { named, withContexts } from '../support/modules.ts';
import { pkcs12 } from '../support/pkcs12.ts';
import { certificatePem, hosts, identity, keyPem } from '../support/pki.ts';
import { configuration } from '../support/provider-configuration.ts';

const refusedBy = (cFunction: string, setting: string): unknown =>
  expect.objectContaining({ name: 'SettingError', code: 'ERR_SSL_SETTING', function: cFunction, setting });

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

  test.each(['null', 'base'])('with the %s provider alone makes no context of connections, by a typed error with the queue', (provider) => {
    const libraryContext = make({ providers: [provider] });
    const error = thrown(() => new SslContext({ role: 'server', libraryContext, ...identity('server') }));
    expect(error).toEqual(refusedBy('SSL_CTX_new_ex', 'libraryContext'));
    expect((error as { queue: unknown[] }).queue.length).toBeGreaterThan(0);
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
});
