// What a provider's module is told, and what becomes of one that is damaged, refuses to start or fails its own test: a provider of the test's
// own. OSSL_PROVIDER_load(3), OSSL_PROVIDER_self_test(3).

import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { LibraryContext, type Provider } from '../../lib/index.ts';
import { build, cc, sharedLibrary } from '../support/compile.ts';
import { describeEachOf } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { modulesOf, named, withContexts } from '../support/modules.ts';
import { tempFolder } from '../support/temp-folder.ts';

const include = join(cacheFolder, '3.0', 'include');
const absent = cc.absent ?? (existsSync(include) ? null : 'no headers of OpenSSL 3.0');
const told = absent === null ? build(cc, 'told_provider.c', 'told.so', [...sharedLibrary, `-I${include}`]) : null;

const marker = 'MARKER-27182818';

describeEachOf('a module in OpenSSL %s', named(withContexts), (_, { library, name }) => {
  if (told === null) {
    test.skip(absent ?? '', () => undefined);
    return;
  }
  const modules = tempFolder('modules', name);
  copyFileSync(told, join(modules, 'told.so'));
  const load = (options: object = {}): Provider => new LibraryContext({ library, modules }).loadProvider('told', options);
  const refusal = (queue = true): unknown =>
    expect.objectContaining({
      name: 'SettingError',
      setting: 'provider',
      function: 'OSSL_PROVIDER_load',
      queue: queue ? expect.arrayContaining([expect.anything()]) : [],
    });

  test('is found in the folder of modules, and tells of itself', () => {
    expect(load()).toMatchObject({ name: 'told', version: '1.2.3', buildInfo: 'word= other=', running: null });
  });

  test('is told its parameters, whatever is in them', () => {
    for (const word of ['plain', 'with "quotes" \\ and $dollars', '#no comment', 'libssl_one', 'a;b=c,d', ' ä € ']) {
      const { buildInfo } = load({ parameters: { word, other: 'x' } });
      expect(buildInfo).toBe(`word=${word} other=x`);
    }
  });

  test('is found by its file', () => {
    const provider = new LibraryContext({ library }).loadProvider('renamed', { module: told, parameters: { word: 'here' } });
    expect(provider).toMatchObject({ name: 'renamed', buildInfo: 'word=here other=' });
  });

  test('keeps what it was told first: other parameters are refused, the same are not', () => {
    const context = new LibraryContext({ library, modules });
    const options = { parameters: { word: 'first' } };
    context.loadProvider('told', options).unload();
    expect(context.loadProvider('told', options).buildInfo).toBe('word=first other=');
    expect(() => context.loadProvider('told', { parameters: { word: 'second' } })).toThrow(refusal(false));
    expect(() => context.loadProvider('told')).toThrow(/was loaded with first/);
  });

  test('that refuses to start is a typed error, and none of its parameters is in it', () => {
    let thrown: unknown;
    try {
      load({ parameters: { refuse: '1', word: marker } });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(refusal());
    expect(JSON.stringify({ ...(thrown as object), message: (thrown as Error).message })).not.toContain(marker);
  });

  test('whose test of itself fails says so', () => {
    load().selfTest();
    expect(() => load({ parameters: { broken: '1' } }).selfTest()).toThrow(
      expect.objectContaining({ name: 'SettingError', setting: 'provider', function: 'OSSL_PROVIDER_self_test' }),
    );
  });

  test('that is damaged is a typed error', () => {
    const bytes = readFileSync(modulesOf('system') === undefined ? told : join(modulesOf('system') ?? '', 'legacy.so'));
    const damaged: Readonly<Record<string, Buffer | string>> = {
      empty: '',
      text: 'this is no module',
      half: bytes.subarray(0, bytes.length / 2),
      headless: Buffer.concat([Buffer.alloc(64), bytes.subarray(64)]),
      mad: Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(32, 0xff), bytes.subarray(64)]),
    };
    for (const [kind, content] of Object.entries(damaged)) {
      writeFileSync(join(modules, `${kind}.so`), content);
      expect(() => new LibraryContext({ library, modules, providers: [kind] })).toThrow(
        expect.objectContaining({ name: 'SettingError', setting: 'provider', function: 'OSSL_PROVIDER_load' }),
      );
    }
  });

  test('that is no provider is a typed error', () => {
    expect(() => new LibraryContext({ library }).loadProvider('other', { module: noProvider() })).toThrow(refusal());
  });
});

// The addon itself: a library, and no provider.
function noProvider(): string {
  return process.env['LIBSSL_ADDON'] ?? join(__dirname, '..', '..', 'build', 'Release', 'openssl_shim.node');
}
