// Owns: which OpenSSL's headers are at hand, of which release they are, and what they declare.

import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cxx } from './compile.ts';
import { cacheFolder } from './library-copies.ts';
import { tempFolder } from './temp-folder.ts';

export interface Headers {
  readonly name: string;
  /** 1.1.1, 3.5 and so on, of opensslv.h. */
  readonly release: string;
  readonly include: readonly string[];
}

export interface FoundHeaders {
  readonly found: readonly Headers[];
  /** Why others are not among them. */
  readonly absent: readonly string[];
}

/** What a program that includes these headers can name. */
export interface Declared {
  readonly macros: ReadonlySet<string>;
  /** Every identifier that has a parenthesis behind it, in what the preprocessor leaves. */
  readonly functions: ReadonlySet<string>;
  readonly identifiers: ReadonlySet<string>;
}

const places: readonly (readonly [name: string, folder: string])[] = [
  ['system', '/usr/include'],
  ['1.1.1', join(cacheFolder, '1.1.1', 'include')],
  ['3.0', join(cacheFolder, '3.0', 'include')],
  ['3.5', join(cacheFolder, '3.5', 'include')],
  ['3.6', join(cacheFolder, '3.6', 'include')],
  ['4.0', join(cacheFolder, '4.0', 'include')],
  // With an official Node its headers come with Node's OpenSSL.
  ['node', join(dirname(process.execPath), '..', 'include', 'node')],
];

export function findHeaders(): FoundHeaders {
  const found: Headers[] = [];
  const absent: string[] = [];
  for (const [name, folder] of places) {
    const include = includeFlags(folder);
    const release = existsSync(join(folder, 'openssl', 'opensslv.h')) ? releaseOf(include) : null;
    if (release === null) absent.push(`no headers of ${name} at ${folder}, or no compiler to read them`);
    else found.push({ name, release, include });
  }
  return { found, absent };
}

/** Below 0 where `one` is the older one. */
export function compareReleases(one: string, other: string): number {
  const [a, b] = [one, other].map((release) =>
    release.split('.').reduce((total, part, index) => total + Number(part) * 1000 ** (2 - index), 0),
  );
  return (a ?? 0) - (b ?? 0);
}

/** What the headers that `source` includes declare. */
export function declaredBy(headers: Headers, source: string): Declared {
  const preprocess = (...flags: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(cxx.command, ['-std=c++20', '-x', 'c++', '-E', ...flags, ...headers.include, source], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const text = preprocess('-P');
  return {
    macros: new Set([...preprocess('-dM').matchAll(/^#define (?<name>\w+)/gm)].map(({ groups }) => groups?.['name'] ?? '')),
    functions: new Set([...text.matchAll(/\b(?<name>[A-Za-z_]\w*)\s*\(/g)].map(({ groups }) => groups?.['name'] ?? '')),
    identifiers: new Set(text.match(/\b[A-Za-z_]\w*/g)),
  };
}

// Node's own opensslv.h includes another for each architecture: the preprocessor knows what they come to.
function releaseOf(include: readonly string[]): string | null {
  const probe = join(tempFolder('headers'), 'version.c');
  writeFileSync(probe, '#include <openssl/opensslv.h>\n');
  const { stdout } = spawnSync(cxx.command, ['-x', 'c', '-E', '-dM', ...include, probe], { encoding: 'utf8' });
  const text = /OPENSSL_VERSION_TEXT\s+"OpenSSL (?<old>1\.1\.1)/.exec(stdout)?.groups?.['old'];
  const major = /OPENSSL_VERSION_MAJOR\s+(\d+)/.exec(stdout)?.[1];
  const minor = /OPENSSL_VERSION_MINOR\s+(\d+)/.exec(stdout)?.[1];
  return major === undefined || minor === undefined ? (text ?? null) : `${major}.${minor}`;
}

// Debian keeps opensslconf.h in a folder of the architecture; the compiler looks there by itself. /usr/include itself must not be named:
// it would come before the compiler's own headers.
function includeFlags(folder: string): readonly string[] {
  return folder === '/usr/include' ? [] : [`-I${folder}`];
}
