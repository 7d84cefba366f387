// What is no Encrypted Client Hello: options of a wrong kind, at a wrong place, of another OpenSSL, after close().

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { connect, createServer, type EchOptions, EchStore, OpenSSL, SslContext, SslEngine } from '../../lib/index.ts';
import { describeEachWithEch, describeEachWithoutEch, echPair, names, newStore } from '../support/ech.ts';
import { withPair } from '../support/engine-pair.ts';
import { rejection, thrown } from '../support/io-clients.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { identity } from '../support/pki.ts';

const misuse = (argument: string) => ({ family: 'misuse', argument });
const offered = (ech: unknown): EchOptions => ech as EchOptions;

describeEachWithEch('what is wrong with ECH', (library) => {
  const client = new SslContext({ role: 'client', library });
  const list = newStore(library).configList;

  test.each<readonly [what: string, ech: unknown, argument: string]>([
    ['another word', 'gre', 'options.ech'],
    ['null', null, 'options.ech'],
    ['a number', 7, 'options.ech'],
    ['an array', [], 'options.ech'],
    ['nothing in it', {}, 'options.ech.configList'],
    ['an empty list', { configList: new Uint8Array(0) }, 'options.ech.configList'],
    ['an empty text', { configList: '' }, 'options.ech.configList'],
    ['what is no base64', { configList: 'AEj+DQ*' }, 'options.ech.configList'],
    ['a number for a list', { configList: 1 }, 'options.ech.configList'],
    ['an unknown member', { configList: list, retries: 1 }, 'options.ech.retries'],
    ['retry, which is for connect()', { configList: list, retry: true }, 'options.ech.retry'],
    ['an address as outer name', { configList: list, outerServerName: '192.0.2.1' }, 'options.ech.outerServerName'],
    ['a zero in the outer name', { configList: list, outerServerName: 'a\0b' }, 'options.ech.outerServerName'],
    ['a text as outer ALPN', { configList: list, outerAlpn: 'h2' }, 'options.ech.outerAlpn'],
    ['no name in the outer ALPN', { configList: list, outerAlpn: [] }, 'options.ech.outerAlpn'],
    ['a text for hideConfigId', { configList: list, hideConfigId: 'yes' }, 'options.ech.hideConfigId'],
    ['grease and a list', { grease: true, configList: list }, 'options.ech.configList'],
    ['grease: false', { grease: false }, 'options.ech.grease'],
    ['a type of 17 bits', { grease: true, greaseType: 65_536 }, 'options.ech.greaseType'],
    ['an empty suite', { grease: true, greaseSuite: '' }, 'options.ech.greaseSuite'],
  ])('%s is refused before OpenSSL sees it', (_, ech, argument) => {
    expect(thrown(() => new SslEngine(client, { ech: offered(ech) }))).toMatchObject(misuse(argument));
  });

  test.each<readonly [what: string, ech: unknown, setting: string]>([
    ['a list cut short', { configList: list.subarray(0, 30) }, 'ech.configList'],
    ['bytes that are no list', { configList: Buffer.alloc(40, 1) }, 'ech.configList'],
    ['base64 of something else', { configList: Buffer.from('no list of configurations at all').toString('base64') }, 'ech.configList'],
    ['a list longer than OpenSSL takes', { configList: Buffer.alloc(5000) }, 'ech.configList'],
    ['a suite without a name', { grease: true, greaseSuite: 'nothing' }, 'ech.greaseSuite'],
  ])('%s is refused by OpenSSL, and no connection goes on without', (_, ech, setting) => {
    const error = thrown(() => new SslEngine(client, { ech: offered(ech) }));
    expect(error).toMatchObject({ code: 'ERR_SSL_SETTING', setting });
  });

  test('it has its place: a client of TLS, a server of TLS, each with its own', () => {
    const dtls = { method: 'dtls', library } as const;
    const engine = (context: SslContext): unknown => thrown(() => new SslEngine(context, { ech: 'grease' }));
    expect(engine(new SslContext({ role: 'server', library, ...identity('server') }))).toMatchObject(misuse('options.ech'));
    expect(engine(new SslContext({ role: 'client', ...dtls }))).toMatchObject(misuse('options.ech'));
    const echStore = newStore(library);
    expect(thrown(() => new SslContext({ role: 'client', library, echStore }))).toMatchObject(misuse('options.echStore'));
    expect(thrown(() => new SslContext({ role: 'server', ...dtls, echStore }))).toMatchObject(misuse('options.echStore'));
    expect(thrown(() => client.setEchStore(echStore))).toMatchObject(misuse('store'));
    for (const wrong of [{}, 'store', 5, echStore.configList, Object.create(EchStore.prototype)]) {
      const given = wrong as EchStore;
      expect(thrown(() => new SslContext({ role: 'server', library, echStore: given }))).toMatchObject(misuse('options.echStore'));
      expect(thrown(() => createServer({ library, ...identity('server'), echStore: given }))).toMatchObject(misuse('options.echStore'));
    }
  });

  test('retry is for connections that can be made again', async () => {
    const common = { host: names.outer, port: 1, library };
    const ech = { configList: list, retry: true };
    const transport = new (await import('node:stream')).PassThrough();
    const rows = [
      [{ ...common, ech: { ...ech, retry: 'yes' } }, 'options.ech.retry'],
      [{ ...common, ech: { grease: true, retry: true } }, 'options.ech.retry'],
      [{ host: names.outer, library, transport, ech }, 'options.ech.retry'],
      [{ ...common, ech: { retry: true } }, 'options.ech.configList'],
      [{ ...common, ech: { ...ech, configList: '?' } }, 'options.ech.configList'],
    ] as const;
    for (const [options, argument] of rows) {
      expect(await rejection(connect(options as unknown as Parameters<typeof connect>[0]))).toMatchObject(misuse(argument));
    }
  });

  test.each<readonly [what: string, call: (store: EchStore) => unknown, argument: string]>([
    ['generate() of nothing', (store) => store.generate({} as never), 'options.publicName'],
    ['generate() for an address', (store) => store.generate({ publicName: '192.0.2.1' }), 'options.publicName'],
    ['generate() for a name with a zero', (store) => store.generate({ publicName: 'a.test\0b' }), 'options.publicName'],
    ['generate() for 256 characters', (store) => store.generate({ publicName: 'a'.repeat(256) }), 'options.publicName'],
    ['generate() with a length of 256', (store) => store.generate({ publicName: 'a.test', maxNameLength: 256 }), 'options.maxNameLength'],
    ['generate() with an unknown option', (store) => store.generate({ publicName: 'a.test', key: 1 } as never), 'options.key'],
    ['readPem() of what is no PEM', (store) => store.readPem('no PEM'), 'pem'],
    ['readPem() of a file that is not there', (store) => store.readPem({ file: '/nowhere/ech.pem' }), 'pem.file'],
    ['readPem() with a number for a passphrase', (store) => store.readPem(store.toPem(), { passphrase: 1 as never }), 'options.passphrase'],
    ['readConfigList() of a number', (store) => store.readConfigList(1 as never), 'list'],
    ['toPem() of entry -1', (store) => store.toPem(-1), 'index'],
    ['downselect() of half an entry', (store) => store.downselect(0.5), 'index'],
    ['flushKeys() of a negative age', (store) => store.flushKeys(-1), 'age'],
    ['generate() on something else', () => EchStore.prototype.generate.call({} as EchStore, { publicName: 'a.test' }), 'generate'],
    ['entries of something else', () => Reflect.get(EchStore.prototype, 'entries', {}), 'entries'],
  ])('%s is refused', (_, call, argument) => {
    const store = newStore(library);
    expect(thrown(() => call(store))).toMatchObject(misuse(argument));
    expect(store.entries).toHaveLength(1);
  });

  test('a closed engine has no outcome any more', () => {
    const pair = withPair(echPair(library, {}), (both) => both);
    expect(thrown(() => pair.client.ech)).toMatchObject({ code: 'ERR_SSL_CLOSED' });
    expect(thrown(() => pair.client.echRetryConfigs)).toMatchObject({ code: 'ERR_SSL_CLOSED' });
  });

  test('nothing of it stays alive', () => {
    const before = { ...library.liveObjects };
    const store = newStore(library);
    withPair(echPair(library, { server: { echStore: store }, engine: { ech: { configList: store.configList } } }), (pair) => {
      pair.handshake();
    });
    expect(library.liveObjects.connections).toBe(before.connections);
    expect(library.liveObjects.bios).toBe(before.bios);
  });
});

describeEachWithoutEch('an OpenSSL without ECH', (library) => {
  const notSupported = (cFunction: string) => ({ code: 'ERR_SSL_NOT_SUPPORTED', function: cFunction });
  const list = Buffer.from('AEj+DQ', 'base64');

  test('says so, by the function that it lacks', async () => {
    const client = new SslContext({ role: 'client', library });
    const server = new SslContext({ role: 'server', library, ...identity('server') });
    const rows: readonly (readonly [() => unknown, string])[] = [
      [() => new EchStore(library), 'OSSL_ECHSTORE_new'],
      [() => EchStore.generate({ publicName: names.outer }, library), 'OSSL_ECHSTORE_new'],
      [() => new SslEngine(client, { ech: { configList: list } }), 'SSL_set1_ech_config_list'],
      [() => new SslEngine(client, { ech: 'grease' }), 'SSL_ech_set1_grease_suite'],
      [() => new SslContext({ role: 'client', library, onEch: () => undefined }), 'SSL_CTX_ech_set_callback'],
      [() => server.setEchStore(null), 'SSL_CTX_set1_echstore'],
    ];
    for (const [call, cFunction] of rows) expect(thrown(call)).toMatchObject(notSupported(cFunction));
    const options = { host: names.outer, port: 1, library, ech: { configList: list, retry: true } };
    expect(await rejection(connect(options))).toMatchObject(notSupported('SSL_set1_ech_config_list'));
  });

  test('has no outcome, and connects as ever', () => {
    withPair(echPair(library, {}), (pair) => {
      expect(pair.handshake().client.status).toBe('done');
      expect([pair.client.ech, pair.client.echRetryConfigs, pair.client.connection.ech]).toEqual([null, null, null]);
    });
  });
});

describeEachWithEch('stores of different OpenSSLs', (library, { name }) => {
  test('an OpenSSL takes no store that is of another', () => {
    const elsewhere = OpenSSL.load(join(cacheFolder, name));
    expect(elsewhere).not.toBe(library);
    const echStore = newStore(elsewhere);
    expect(thrown(() => new SslContext({ role: 'server', library, echStore }))).toMatchObject(misuse('options.echStore'));
    const context = new SslContext({ role: 'server', library, ...identity('server') });
    expect(thrown(() => context.setEchStore(echStore))).toMatchObject(misuse('store'));
  });
});
