// Modules that libcrypto loads itself, without RTLD_DEEPBIND: a provider that openssl.cnf names would run on Node's OpenSSL.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bindingsAreTold, bindingsIn, ofOpenSSL, writeBindingsTo } from '../support/bindings.ts';
import { jsonOf } from '../support/child.ts';
import { describeEachOf, isAtLeast, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Seen } from './handshake-main.ts';

const conf = 'openssl_conf = all\n[all]\nproviders = list\n[list]\ndefault = on\nlegacy = on\n[on]\nactivate = 1\n';
const systemModules = ['/usr/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [])]
  .map((folder) => join(folder, 'ossl-modules'))
  .find((folder) => existsSync(join(folder, 'legacy.so')));

/** The folder of modules that belongs to a library of libraries.ts. */
function modulesOf(name: string): string | undefined {
  return name === 'system' ? systemModules : join(cacheFolder, name, 'lib', 'ossl-modules');
}

// The copies that libraries.ts makes of 3.0, 3.5 and 3.6 have other names than their modules ask for: the cache itself is used.
const candidates = libraries.filter(({ name, library }) => name !== 'node' && isAtLeast(library, '3.0'));

describeEachOf(
  'the legacy provider of OpenSSL %s, named by openssl.cnf',
  candidates.map((entry) => [entry.name, entry] as const),
  (name) => {
    const modules = modulesOf(name);
    if (bindingsAreTold !== null || modules === undefined || !existsSync(join(modules, 'legacy.so'))) {
      test.skip(bindingsAreTold ?? 'there is none', () => undefined);
      return;
    }

    test('is bound to its own libcrypto, never to Node', async () => {
      const folder = tempFolder('providers', name);
      const LIBSSL_TEST_CONF = join(tempFolder('providers'), 'legacy.cnf');
      writeFileSync(LIBSSL_TEST_CONF, conf);
      const selector = name === 'system' ? 'system' : join(cacheFolder, name);
      const environment = { ...writeBindingsTo(folder), LIBSSL_TEST_CONF, OPENSSL_MODULES: modules };
      const seen = await jsonOf<Seen>('isolation/handshake-main.ts', { parameters: [selector], environment });
      expect(seen).toMatchObject({ client: 'done', server: 'done' });
      const ofProvider = bindingsIn(folder).filter(({ from, symbol }) => from.endsWith('/legacy.so') && ofOpenSSL.test(symbol));
      expect(ofProvider.length).toBeGreaterThan(20);
      // Its own entry point aside.
      expect(ofProvider.filter(({ to }) => !/\/(libcrypto|legacy)\.so/.test(to)).map(({ symbol }) => symbol)).toEqual([]);
    });
  },
);
