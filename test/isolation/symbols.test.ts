// The addon must not be bound to any OpenSSL: a reference that it leaves open is answered by Node's own, whatever file was meant.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { native } from '../../lib/native/addon.ts';
import { type Binding, bindingsAreTold, bindingsIn, ofOpenSSL, writeBindingsTo } from '../support/bindings.ts';
import { runScript } from '../support/child.ts';
import { describeEachOf, libraries } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';

const addon = process.env['LIBSSL_ADDON'] ?? join(__dirname, '..', '..', 'build', 'Release', 'openssl_shim.node');

describe('the built addon', () => {
  const { status, stdout } = spawnSync('nm', ['-D', '--undefined-only', addon], { encoding: 'utf8' });
  if (status !== 0 || !existsSync(addon)) {
    test.skip(`nm cannot read ${addon}`, () => undefined);
    return;
  }
  const names = stdout.split('\n').flatMap((line) => /^\s*[A-Za-z] (?<name>[^@\s]+)/.exec(line)?.groups?.['name'] ?? []);

  test('leaves no symbol of OpenSSL open', () => {
    expect(names).toContain('dlopen');
    expect(names.filter((name) => name.startsWith('napi_')).length).toBeGreaterThan(10);
    expect(names.filter((name) => ofOpenSSL.test(name))).toEqual([]);
  });

  test('needs no libssl and no libcrypto', () => {
    const dynamic = spawnSync('readelf', ['-d', addon], { encoding: 'utf8' });
    if (dynamic.status !== 0) return;
    expect(dynamic.stdout).toContain('NEEDED');
    expect(dynamic.stdout).not.toMatch(/NEEDED.*lib(ssl|crypto)/);
  });

  test('the check itself knows what it looks for: the functions of the table', () => {
    const table = readFileSync(join(__dirname, '..', '..', 'deps', 'openssl', 'functions.inc'), 'latin1');
    const functions = [...table.matchAll(/, (?<name>\w+), \(/g)].map(({ groups }) => groups?.['name'] ?? '');
    expect(functions.length).toBeGreaterThan(100);
    expect(functions.filter((name) => !ofOpenSSL.test(name))).toEqual([]);
  });
});

interface Scene {
  readonly name: string;
  readonly selector: string;
  /** Loaded before it. */
  readonly first?: string;
  readonly isCrypto: RegExp;
  readonly isSsl: RegExp;
}

const named = { isCrypto: /\/libcrypto\.so/, isSsl: /\/libssl\.so/ };
const scenes: Scene[] = libraries
  .filter(({ name, library }) => name !== 'node' && library.isolation.state === 'isolated')
  .map(({ name, selector }) => ({ name, selector, ...named }));
const second = ['3.5', '3.6'].map((series) => join(cacheFolder, series, 'lib')).find((folder) => existsSync(folder));
if (second !== undefined && libraries.some(({ name }) => name === 'system')) {
  // Its names are taken by then: it is loaded from private copies, in a folder of the package's own.
  const [isCrypto, isSsl] = [/\/libssl-\w+\/lib\w{6}\.so/, /\/libssl-\w+\/lib\w{3}\.so/];
  scenes.push({ name: `${second} after the system's`, selector: second, first: 'system', isCrypto, isSsl });
}

describeEachOf(
  'where the loader binds the symbols of OpenSSL %s',
  scenes.map((scene) => [scene.name, scene] as const),
  (name, scene) => {
    if (bindingsAreTold !== null) {
      test.skip(bindingsAreTold, () => undefined);
      return;
    }

    const { selector, first, isCrypto, isSsl } = scene;
    const isLibrary = (file: string): boolean => isCrypto.test(file) || isSsl.test(file);
    let bindings: readonly Binding[];

    beforeAll(async () => {
      const folder = tempFolder('bindings', name.replaceAll('/', '-'));
      const environment = {
        ...writeBindingsTo(folder),
        ...(first === undefined ? {} : { LIBSSL_TEST_FIRST: first }),
      };
      const { code, signal, stdout } = await runScript('isolation/handshake-main.ts', { parameters: [selector], environment });
      expect([code, signal]).toEqual([0, null]);
      expect(JSON.parse(stdout)).toMatchObject({ client: 'done', server: 'done', verified: true });
      bindings = bindingsIn(folder);
    });

    test('none goes from libssl or libcrypto to the node executable', () => {
      const fromLibrary = bindings.filter(({ from }) => isLibrary(from));
      expect(fromLibrary.length).toBeGreaterThan(500);
      expect(fromLibrary.filter(({ to, symbol }) => !isLibrary(to) && ofOpenSSL.test(symbol))).toEqual([]);
    });

    test('libssl’s go to the libcrypto of the same folder', () => {
      const crossing = bindings.filter(({ from, to }) => isSsl.test(from) && !isSsl.test(to) && isLibrary(to));
      expect(crossing.length).toBeGreaterThan(100);
      expect(crossing.filter(({ from, to }) => dirname(from) !== dirname(to))).toEqual([]);
    });

    test('none goes from the addon to any OpenSSL by name', () => {
      const fromAddon = bindings.filter(({ from }) => from.endsWith('openssl_shim.node'));
      expect(fromAddon.length).toBeGreaterThan(10);
      expect(fromAddon.filter(({ to, symbol }) => ofOpenSSL.test(symbol) && !isLibrary(to))).toEqual([]);
    });
  },
);

test('the addon under test is the built one', () => {
  expect(typeof native.openLibrary).toBe('function');
});
