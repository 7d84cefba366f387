// What is called libssl and is not the OpenSSL that the table was made for: turned down by name before anything is called in it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LibraryLoadError, OpenSSL } from '../../lib/index.ts';
import { build, cc, sharedLibrary } from '../support/compile.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';

function refusalOf(path: string): string {
  try {
    OpenSSL.load(path);
  } catch (error) {
    if (error instanceof LibraryLoadError) return error.attempts.map(({ reason }) => reason).join('\n');
    throw error;
  }
  throw new Error(`${path} was loaded`);
}

interface Fake {
  readonly what: string;
  readonly flags: readonly string[];
  readonly reason: RegExp;
}

const text = (version: string): string => `-DVERSION_TEXT="${version}"`;

const fakes: readonly Fake[] = [
  {
    what: 'LibreSSL',
    flags: [text('LibreSSL 3.8.2'), '-DVERSION_NUMBER=0x20000000'],
    reason: /^it is LibreSSL \(LibreSSL 3\.8\.2\), not OpenSSL$/,
  },
  {
    what: 'BoringSSL, which calls itself an OpenSSL',
    flags: [text('OpenSSL 1.1.1 (compatible; BoringSSL)'), '-DVERSION_NUMBER=0x1010107f', '-DBORING'],
    reason: /^it is BoringSSL \(.*\), not OpenSSL$/,
  },
  {
    what: 'AWS-LC',
    flags: [text('OpenSSL 1.1.1 (compatible; AWS-LC 1.0)'), '-DVERSION_NUMBER=0x1010107f', '-DBORING', '-DAWS_LC'],
    reason: /^it is AWS-LC \(/,
  },
  {
    what: 'OpenSSL 1.1.0',
    flags: [text('OpenSSL 1.1.0l  10 Sep 2019'), '-DVERSION_NUMBER=0x101000cf'],
    reason: /^OpenSSL 1\.1\.0l .* is older than 1\.1\.1$/,
  },
  {
    what: 'an OpenSSL without the functions that are needed',
    flags: [text('OpenSSL 3.9.9 1 Jan 2030'), '-DVERSION_NUMBER=0x30900090'],
    reason: /^OpenSSL 3\.9\.9 .* lacks the required function \w+$/,
  },
  { what: 'a library that is none at all', flags: [], reason: /exports no OpenSSL_version/ },
];

describe('libraries that are turned down', () => {
  if (cc.absent !== null) {
    test.skip(cc.absent, () => undefined);
    return;
  }

  test.each(fakes.map((fake, index) => [fake.what, index, fake] as const))('%s', (_, index, { flags, reason }) => {
    const folder = tempFolder('compiled', `fake-${index}`);
    for (const name of ['libcrypto.so.3', 'libssl.so.3']) {
      const built = build(cc, 'fake_library.c', `fake-${index}-${name}`, [...sharedLibrary, ...flags, `-Wl,-soname,fake${index}-${name}`]);
      renameSync(built, join(folder, name));
    }
    expect(refusalOf(folder)).toMatch(reason);
  });

  test('a file that is no library', () => {
    const folder = tempFolder('compiled', 'no-library');
    for (const name of ['libcrypto.so.3', 'libssl.so.3']) writeFileSync(join(folder, name), 'this is no library\n');
    expect(refusalOf(folder)).toMatch(/invalid ELF header|file too short|no suitable image/);
  });

  test('an empty file', () => {
    const folder = tempFolder('compiled', 'empty-file');
    for (const name of ['libcrypto.so.3', 'libssl.so.3']) writeFileSync(join(folder, name), '');
    expect(refusalOf(folder)).toMatch(/file too short|no suitable image/);
  });
});

const boring = fetchBoringSSL();

describe('the real BoringSSL', () => {
  if (boring.folder === null) {
    test.skip(boring.reason, () => undefined);
    return;
  }
  const { folder } = boring;

  test('of Debian’s package android-libboringssl is turned down by name', () => {
    expect(refusalOf(folder)).toMatch(/^it is BoringSSL \(.*\), not OpenSSL$/);
  });
});

// Its files have names of their own (libcrypto.so.0): they are put under the names that a folder is searched for.
function fetchBoringSSL(): { readonly folder: string; readonly reason: '' } | { readonly folder: null; readonly reason: string } {
  const home = join(cacheFolder, '..', 'boringssl');
  const folder = join(home, 'lib');
  if (existsSync(join(folder, 'libssl.so.3'))) return { folder, reason: '' };
  const run = (program: string, ...parameters: readonly string[]): boolean =>
    spawnSync(program, parameters, { cwd: home, stdio: 'ignore', timeout: 60_000 }).status === 0;
  mkdirSync(folder, { recursive: true });
  const absent = (reason: string): { readonly folder: null; readonly reason: string } => {
    rmSync(home, { recursive: true, force: true });
    return { folder: null, reason };
  };
  if (!run('apt-get', 'download', 'android-libboringssl')) return absent('apt-get cannot bring android-libboringssl');
  const [file] = readdirSync(home).filter((name) => name.endsWith('.deb'));
  if (file === undefined || !run('dpkg-deb', '-x', file, 'unpacked')) return absent('dpkg-deb cannot unpack android-libboringssl');
  for (const path of readdirSync(join(home, 'unpacked'), { recursive: true, encoding: 'utf8' })) {
    const name = /\/(?<name>lib(crypto|ssl)\.so)[^/]*$/.exec(path)?.groups?.['name'];
    if (name !== undefined) renameSync(join(home, 'unpacked', path), join(folder, `${name}.3`));
  }
  if (!existsSync(join(folder, 'libssl.so.3'))) return absent('android-libboringssl has no libssl');
  return { folder, reason: '' };
}
