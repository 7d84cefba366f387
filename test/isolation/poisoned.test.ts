// Another addon, or LD_PRELOAD, has mapped the very libssl before us, so that its inner calls run on Node's OpenSSL. Then either a copy of
// our own is used, or the failure names the cause: never a library that mixes with Node's.

import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonOf, runScript } from '../support/child.ts';
import { build, cc, sharedLibrary } from '../support/compile.ts';
import { isAtLeast, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Seen } from './handshake-main.ts';

const system = libraries.find(({ name, library }) => name === 'system' && library.isolation.state === 'isolated');
const skipped =
  cc.absent ?? (process.platform !== 'linux' ? 'only on Linux' : system === undefined ? "there is no system's OpenSSL" : null);

describe('a libssl that was opened before without RTLD_DEEPBIND', () => {
  if (skipped !== null || system === undefined) {
    test.skip(String(skipped), () => undefined);
    return;
  }
  const opener = build(cc, 'opener.c', 'opener.so', sharedLibrary);
  const { ssl } = system.library.files;
  const script = 'isolation/handshake-main.ts';
  const good = { client: 'done', server: 'done', verified: true, refused: true };

  test.each(['local', 'global'])('%s: the system’s still loads, isolated, from a copy of its own, and works', async (scope) => {
    const environment = { OPENER_FILE: ssl, OPENER_SCOPE: scope };
    const seen = await jsonOf<Seen>(script, { parameters: ['system', opener], environment });
    expect(seen).toMatchObject({ ...good, version: system.library.version.text, source: 'system', isolation: { state: 'isolated' } });
    expect(seen.files).toEqual(system.library.files);
  });

  test.each(['local', 'global'])('%s: Node’s own is not harmed by it', async (scope) => {
    const environment = { OPENER_FILE: ssl, OPENER_SCOPE: scope };
    expect(await jsonOf<Seen>(script, { parameters: ['node', opener], environment })).toMatchObject({
      ...good,
      isolation: { state: 'embedded' },
    });
  });

  const others = libraries.filter(({ name }) => name !== 'system' && name !== 'node').map((entry) => [entry.name, entry] as const);
  // An empty table is an error of jest's: where there is none, it is skipped in sight.
  (others.length > 0 ? test : test.skip).each(others.length > 0 ? others : [['none', system] as const])(
    'OpenSSL %s loads beside it and works',
    async (_, { selector, library }) => {
      const environment = { OPENER_FILE: ssl, OPENER_SCOPE: 'global' };
      const seen = await jsonOf<Seen>(script, { parameters: [selector, opener], environment });
      expect(seen).toMatchObject({ ...good, version: library.version.text, isolation: { state: 'isolated' } });
    },
  );

  test('the same through LD_PRELOAD', async () => {
    const seen = await jsonOf<Seen>(script, { parameters: ['system'], environment: { LD_PRELOAD: ssl } });
    expect(seen).toMatchObject({ ...good, version: system.library.version.text });
  });

  test('without the copy it would have run on Node’s OpenSSL: that is what the loader’s log shows', async () => {
    const folder = tempFolder('poisoned');
    const environment = { OPENER_FILE: ssl, LD_DEBUG: 'bindings', LD_DEBUG_OUTPUT: join(folder, 'log') };
    await runScript(script, { parameters: ['node', opener], environment });
    const log = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('');
    expect(log).toMatch(/binding file \S*\/libssl\.so\S* \[0\] to \S*node \[0\]: normal symbol `ERR_new'/);
  });
});

describe('a second OpenSSL of a soname that is taken', () => {
  const others = libraries.filter(({ name, library }) => ['3.0', '3.5', '3.6'].includes(name) && isAtLeast(library, '3.0'));
  if (skipped !== null || others.length === 0) {
    test.skip(skipped ?? 'there is no other OpenSSL 3', () => undefined);
    return;
  }

  test.each(others.map(({ name, library }) => [name, library] as const))(
    'OpenSSL %s, after the system’s: its own version, its own files, isolated',
    async (name, library) => {
      const folder = realpathSync(join(cacheFolder, name));
      const seen = await jsonOf<Seen>('isolation/handshake-main.ts', {
        parameters: [folder],
        environment: { LIBSSL_TEST_FIRST: 'system' },
      });
      expect(seen).toMatchObject({
        version: library.version.text,
        source: 'path',
        client: 'done',
        server: 'done',
        verified: true,
        isolation: { state: 'isolated' },
      });
      expect(seen.files).toEqual({ ssl: join(folder, 'lib', 'libssl.so.3'), crypto: join(folder, 'lib', 'libcrypto.so.3') });
    },
  );

  test('leaves no copy behind on the disk', async () => {
    const [other] = others;
    if (other === undefined) return;
    const folder = tempFolder('copies');
    const environment = { LIBSSL_TEST_FIRST: 'system', TMPDIR: folder };
    expect(await jsonOf<Seen>('isolation/handshake-main.ts', { parameters: [join(cacheFolder, other.name)], environment })).toMatchObject({
      client: 'done',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is copied once for the whole process, however many threads use it: copies are never unloaded', async () => {
    const [other] = others;
    if (other === undefined) return;
    const { copies } = await jsonOf<{ copies: number }>('isolation/copies-main.ts', { parameters: [join(cacheFolder, other.name)] });
    // libcrypto and libssl
    expect(copies).toBe(2);
  });
});
