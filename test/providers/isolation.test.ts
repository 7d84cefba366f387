// A provider's module runs on the OpenSSL that it is loaded into, and on nothing else: not on Node's, and not on another one of the same name
// that the process has too.

import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Seen } from '../isolation/handshake-main.ts';
import { bindingsAreTold, bindingsIn, ofOpenSSL, writeBindingsTo } from '../support/bindings.ts';
import { jsonOf } from '../support/child.ts';
import { describeEachOf, isAtLeast, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { modulesOf, named, withModules } from '../support/modules.ts';
import { pkcs12, rc2 } from '../support/pkcs12.ts';
import { identity } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Order, Told } from './load-main.ts';

const maker = libraries.find(({ library }) => !isAtLeast(library, '3.0'));
const file = maker === undefined ? null : pkcs12(maker.library, { ...identity('server'), passphrase: 'secret', algorithm: rc2 });
/** The cache itself, not the renamed copies of libraries.ts. */
const selectorOf = (name: string): string => (name === 'system' ? 'system' : join(cacheFolder, name));

async function told(
  names: readonly string[],
  how: Order['how'],
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly Told[]> {
  const selectors = names.map(selectorOf);
  const modules = Object.fromEntries(names.map((name) => [selectorOf(name), modulesOf(name) ?? '']));
  const order: Order = { selectors, modules, how, file: Buffer.from(file ?? []).toString('base64') };
  return jsonOf<readonly Told[]>('providers/load-main.ts', { input: JSON.stringify(order), environment });
}

describeEachOf('the legacy provider of OpenSSL %s', named(withModules), (_, { name, library }) => {
  if (bindingsAreTold !== null || file === null) {
    test.skip(bindingsAreTold ?? 'no OpenSSL 1.1.1 is at hand to encrypt with RC2', () => undefined);
    return;
  }
  const loaded = { version: library.version.short, legacy: library.version.short, after: true, client: 'done' };

  test.each(['context', 'default', 'c-layer'] as const)(
    'loaded into a process (%s) is bound to its own libcrypto, never to Node',
    async (how) => {
      const folder = tempFolder('providers', `bindings-${name}-${how}`);
      expect(await told([name], how, writeBindingsTo(folder))).toEqual([{ ...loaded, before: false }]);
      const ofProvider = bindingsIn(folder).filter(({ from, symbol }) => from.endsWith('/legacy.so') && ofOpenSSL.test(symbol));
      expect(ofProvider.length).toBeGreaterThan(20);
      expect(ofProvider.filter(({ to }) => !/\/(libcrypto|legacy)\.so/.test(to)).map(({ symbol }) => symbol)).toEqual([]);
    },
  );
});

describe('several OpenSSLs of one name in one process', () => {
  const same = withModules
    .filter(({ name }) => existsSync(selectorOf(name)) || name === 'system')
    .filter(({ library }) => !isAtLeast(library, '4.0'));
  if (bindingsAreTold !== null || file === null || same.length < 2) {
    test.skip(bindingsAreTold ?? 'not two of them and one of 1.1.1 are at hand', () => undefined);
    return;
  }
  const names = same.map(({ name }) => name);

  test.each(['context', 'default', 'c-layer'] as const)('each have their own legacy provider (%s)', async (how) => {
    const folder = tempFolder('providers', `copies-${how}`);
    const all = await told(names, how, writeBindingsTo(folder));
    expect(all).toEqual(
      same.map(({ library: { version } }) => ({
        version: version.short,
        legacy: version.short,
        before: false,
        after: true,
        client: 'done',
      })),
    );
    const modules = bindingsIn(folder).filter(({ from, symbol }) => from.endsWith('/legacy.so') && ofOpenSSL.test(symbol));
    const targets = new Map<string, Set<string>>();
    for (const { from, to } of modules.filter((binding) => !binding.to.endsWith('/legacy.so')))
      targets.set(from, (targets.get(from) ?? new Set()).add(to));
    expect(targets.size).toBe(names.length);
    // Each module has one home, and no two have the same.
    expect([...targets.values()].map((homes) => homes.size)).toEqual(names.map(() => 1));
    expect(new Set([...targets.values()].flatMap((homes) => [...homes])).size).toBe(names.length);
    expect([...targets.values()].flatMap((homes) => [...homes]).filter((home) => home.endsWith('/node'))).toEqual([]);
  });

  test('openssl.cnf loads it into each of them', async () => {
    const OPENSSL_MODULES = modulesOf(names[0] ?? '') ?? '';
    const LIBSSL_TEST_CONF = join(tempFolder('providers'), 'both.cnf');
    writeFileSync(LIBSSL_TEST_CONF, 'openssl_conf = all\n[all]\nproviders = list\n[list]\ndefault = on\nlegacy = on\n[on]\nactivate = 1\n');
    const all = await told(names, 'configured', { LIBSSL_TEST_CONF, OPENSSL_MODULES });
    expect(all.map(({ before, after, client, error }) => ({ before, after, client, error }))).toEqual(
      names.map(() => ({ before: true, after: true, client: 'done', error: undefined })),
    );
  });
});

const engine = maker === undefined ? '' : join(cacheFolder, maker.name, 'lib', 'engines-1.1', 'padlock.so');

describe('an engine of OpenSSL 1.1.1', () => {
  if (bindingsAreTold !== null || !existsSync(engine)) {
    test.skip(bindingsAreTold ?? 'none is at hand', () => undefined);
    return;
  }

  test.each([
    ['by its file', `dynamic_path = ${engine}\n`, {}],
    ['by its name', '', { OPENSSL_ENGINES: dirname(engine) }],
  ])('that openssl.cnf names %s is bound to its own libcrypto, never to Node', async (how, line, further) => {
    const folder = tempFolder('providers', `engine-${how.replaceAll(' ', '-')}`);
    const LIBSSL_TEST_CONF = join(tempFolder('providers'), 'engine.cnf');
    writeFileSync(
      LIBSSL_TEST_CONF,
      `openssl_conf = all\n[all]\nengines = list\n[list]\npadlock = one\n[one]\nengine_id = padlock\n${line}init = 0\n`,
    );
    const environment = { ...writeBindingsTo(folder), LIBSSL_TEST_CONF, ...further };
    const seen = await jsonOf<Seen>('isolation/handshake-main.ts', { parameters: [selectorOf('1.1.1')], environment });
    expect(seen).toMatchObject({ client: 'done', server: 'done' });
    const ofEngine = bindingsIn(folder).filter(({ from, symbol }) => from.endsWith('/padlock.so') && ofOpenSSL.test(symbol));
    expect(ofEngine.length).toBeGreaterThan(5);
    expect(ofEngine.filter(({ to }) => !/\/(libcrypto|padlock)\.so/.test(to)).map(({ symbol }) => symbol)).toEqual([]);
  });
});
