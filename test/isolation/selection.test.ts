// Which OpenSSL a selector stands for, and what is told when there is none.

import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LibraryLoadError, OpenSSL, SslContext } from '../../lib/index.ts';
import { jsonOf } from '../support/child.ts';
import { describeEachOf, libraries } from '../support/libraries.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Seen } from './handshake-main.ts';

const script = 'isolation/handshake-main.ts';
// A soname of its own: it can be loaded under many paths in one process.
const some = libraries.find(({ name }) => name === '4.0' || name === '1.1.1') ?? libraries.find(({ selector }) => selector.startsWith('/'));

function loadErrorOf(selector: string): LibraryLoadError {
  try {
    OpenSSL.load(selector);
  } catch (error) {
    if (error instanceof LibraryLoadError) return error;
    throw error;
  }
  throw new Error(`${selector} was loaded`);
}

describe('OpenSSL.load', () => {
  test("'node' is Node's own, embedded, and of the version that Node tells", () => {
    const library = OpenSSL.load('node');
    expect(library.version.text).toContain(process.versions.openssl.split('+')[0]);
    expect(library).toMatchObject({ source: 'node', chosenBy: 'argument', attempts: [], isolation: { state: 'embedded' } });
    expect(library.files).toEqual({ ssl: process.execPath, crypto: process.execPath });
  });

  test('answers with the same object for the same selector', () => {
    expect(OpenSSL.load('node')).toBe(OpenSSL.load('node'));
  });

  test.each([[''], [1], [null], [{}], [[]], [true]])('%p is no selector', (selector) => {
    expect(() => OpenSSL.load(selector as string)).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'selector', family: 'misuse' }),
    );
  });

  test('an SslContext takes a selector, an OpenSSL or nothing', () => {
    expect(new SslContext({ role: 'client', library: 'node' }).library).toBe(OpenSSL.load('node'));
    expect(new SslContext({ role: 'client', library: OpenSSL.load('node') }).library).toBe(OpenSSL.load('node'));
    expect(new SslContext({ role: 'client' }).library.version.text).toBe(OpenSSL.load().version.text);
  });

  test('version is told in words, as a number and in short (OpenSSL_version(3))', () => {
    for (const { library } of libraries) {
      expect(library.version.text).toMatch(/^OpenSSL \S+ +\d/);
      expect(library.version.text).toContain(` ${library.version.short} `);
      expect(library.version.number >>> 28).toBe(Number(library.version.short[0]));
    }
  });
});

describe('where nothing usable is', () => {
  test.each([
    ['a path that is not there', () => '/no/such/folder', /no such file or directory/],
    ['an empty folder', () => tempFolder('selection', 'empty'), /no libssl in this folder, nor in lib or lib64 below it/],
    ['a file of another name', () => __filename, /not named like a libssl/],
  ])('%s: LibraryLoadError with one attempt and its reason', (_, path, reason) => {
    const selector = path();
    const error = loadErrorOf(selector);
    expect(error).toMatchObject({ name: 'LibraryLoadError', code: 'ERR_SSL_LIBRARY_LOAD', family: 'library' });
    expect(error.attempts).toEqual([{ source: 'path', files: [selector], reason: expect.stringMatching(reason) }]);
    expect(error.message).toContain(selector);
    expect(error.message).toMatch(reason);
  });

  test('a failure is no answer to keep: the next call tries again', () => {
    const folder = tempFolder('selection', 'later');
    expect(loadErrorOf(folder).attempts[0]?.reason).toMatch(/no libssl/);
    writeFileSync(join(folder, 'libssl.so.3'), 'now there is one');
    expect(loadErrorOf(folder).attempts[0]?.reason).not.toMatch(/no libssl/);
  });

  test('a context says the same', () => {
    expect(() => new SslContext({ role: 'client', library: '/no/such/folder' })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_LIBRARY_LOAD' }),
    );
  });
});

describe('a path', () => {
  if (some === undefined) {
    test.skip('no OpenSSL but the system’s and Node’s is at hand', () => undefined);
    return;
  }
  const { ssl, crypto } = some.library.files;
  const { version } = some.library;

  test.each([
    ['of the folder with both files', () => dirname(ssl)],
    ['of the libssl file', () => ssl],
    [
      'relative to where the process stands',
      () =>
        join(
          '..',
          ...process
            .cwd()
            .split('/')
            .slice(2)
            .map(() => '..'),
          ssl.slice(1),
        ),
    ],
    ['of the installation above lib', () => prefixWith('prefix', 'lib')],
    ['of the installation above lib64', () => prefixWith('prefix64', 'lib64')],
    ['of a link to the file', () => linkTo('link', basename(ssl))],
    ['of a link without a number, libssl.so', () => linkTo('link-plain', 'libssl.so')],
  ])('%s is loaded', (_, path) => {
    const library = OpenSSL.load(path());
    expect(library).toMatchObject({ version, source: 'path', isolation: { state: 'isolated' } });
    expect(library.files).toEqual({ ssl, crypto });
  });

  test('of a folder with a libssl but no libcrypto is turned down with both files named', () => {
    const folder = tempFolder('selection', 'no-crypto');
    copyFileSync(ssl, join(folder, basename(ssl)));
    const [attempt] = loadErrorOf(folder).attempts;
    expect(attempt).toMatchObject({ source: 'path', files: [join(folder, basename(crypto)), join(folder, basename(ssl))] });
    expect(attempt?.reason).toMatch(/libcrypto.*cannot open shared object file|image not found/);
  });

  function prefixWith(name: string, below: string): string {
    const prefix = tempFolder('selection', name);
    mkdirSync(join(prefix, below), { recursive: true });
    for (const file of [ssl, crypto]) link(file, join(prefix, below, basename(file)));
    return prefix;
  }

  function linkTo(name: string, as: string): string {
    const folder = tempFolder('selection', name);
    link(ssl, join(folder, as));
    link(crypto, join(folder, basename(crypto)));
    return join(folder, as);
  }

  function link(target: string, path: string): void {
    if (!existsSync(path)) symlinkSync(target, path);
  }
});

describe('in a process of its own', () => {
  const system = libraries.find(({ name }) => name === 'system');
  const inChild = (parameters: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Seen> =>
    jsonOf<Seen>(script, { parameters, environment: { LIBSSL_LIBRARY: '', ...environment } });

  // A run that is held to one OpenSSL does not know whether there is another.
  const held = process.env['LIBSSL_TEST_ONLY'] !== undefined;
  (held ? test.skip : test)('without any choice it is the system’s, or Node’s where there is none', async () => {
    const seen = await inChild([]);
    expect(seen).toMatchObject({ client: 'done', chosenBy: 'default', source: system === undefined ? 'node' : 'system' });
  });

  test('LIBSSL_LIBRARY=node chooses Node’s own', async () => {
    expect(await inChild([], { LIBSSL_LIBRARY: 'node' })).toMatchObject({ client: 'done', chosenBy: 'LIBSSL_LIBRARY', source: 'node' });
  });

  test('an argument goes before LIBSSL_LIBRARY', async () => {
    expect(await inChild(['node'], { LIBSSL_LIBRARY: '/no/such/folder' })).toMatchObject({
      client: 'done',
      chosenBy: 'argument',
      source: 'node',
    });
  });

  test('a LIBSSL_LIBRARY that cannot be loaded is an error, not a silent choice of another', async () => {
    const { error } = await inChild([], { LIBSSL_LIBRARY: '/no/such/folder' });
    expect(error).toMatchObject({ code: 'ERR_SSL_LIBRARY_LOAD', attempts: [{ source: 'path', files: ['/no/such/folder'] }] });
  });

  if (some !== undefined) {
    test('LIBSSL_LIBRARY takes a folder and a file', async () => {
      for (const path of [some.library.files.ssl, dirname(some.library.files.ssl)]) {
        expect(await inChild([], { LIBSSL_LIBRARY: path })).toMatchObject({
          client: 'done',
          version: some.library.version.text,
          chosenBy: 'LIBSSL_LIBRARY',
        });
      }
    });
  }

  test('LD_LIBRARY_PATH says where the system’s is', async () => {
    const other = libraries.find(({ name }) => name === '1.1.1');
    if (other === undefined) return;
    const folder = tempFolder('selection', 'ld-path');
    for (const name of readdirSync(dirname(other.library.files.ssl)).filter((file) => /^lib(ssl|crypto)\.so\.1\.1$/.test(file))) {
      if (!existsSync(join(folder, name))) symlinkSync(join(dirname(other.library.files.ssl), name), join(folder, name));
    }
    // The system's .so.3 is asked for first: the .so.1.1 here is reached only where that is missing.
    const own = await inChild(['system']);
    const seen = await inChild(['system'], { LD_LIBRARY_PATH: folder });
    expect(seen.version).toBe(own.version ?? other.library.version.text);
  });
});

describeEachOf(
  'the openssl.cnf of OpenSSL %s',
  libraries.filter(({ name }) => name !== 'node').map(({ name, selector }) => [name, selector] as const),
  (_, selector) => {
    const withConf = (name: string, text: string): Promise<Seen> => {
      const LIBSSL_TEST_CONF = join(tempFolder('selection'), name);
      writeFileSync(LIBSSL_TEST_CONF, text);
      return jsonOf<Seen>(script, { parameters: [selector], environment: { LIBSSL_TEST_CONF } });
    };

    test('gives the defaults of what is not set (SSL_CTX_config(3))', async () => {
      const text = 'openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = defaults\n[defaults]\nMaxProtocol = TLSv1.2\n';
      expect(await withConf('tls12.cnf', text)).toMatchObject({ client: 'done', server: 'done', protocol: 'TLSv1.2' });
    });

    test('that cannot be read as one is told when the library is loaded, or does no harm: never a crash (OPENSSL_init_ssl(3))', async () => {
      const seen = await withConf('faulty.cnf', 'openssl_conf = nowhere\n[unclosed\n');
      if (seen.error === undefined) expect(seen).toMatchObject({ client: 'done', server: 'done' });
      else expect(seen.error.attempts.map(({ reason }) => reason).join()).toMatch(/openssl\.cnf/);
    });
  },
);
