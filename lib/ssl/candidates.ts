// Owns: which files a selector stands for, in the order in which they are tried.
// Must not know: how a library is opened.

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { LoadAttempt } from '../core/errors.ts';

export interface Candidate {
  readonly source: 'system' | 'node' | 'path';
  /** libcrypto, then libssl; null for Node's own. */
  readonly files: readonly [string, string] | null;
}

// 3 first: it is what today's systems run on. Then the newer one, then the older one.
const suffixes: Readonly<Record<string, readonly string[]>> = {
  linux: ['.so.3', '.so.4', '.so.1.1'],
  darwin: ['.3.dylib', '.4.dylib', '.1.1.dylib'],
};

// macOS has no OpenSSL of its own (its libssl is LibreSSL): the package managers' places.
const darwinFolders = ['/opt/homebrew/opt/openssl@3/lib', '/usr/local/opt/openssl@3/lib', '/opt/local/lib'];

const node: Candidate = { source: 'node', files: null };

/** What 'system' stands for: sonames on Linux, so that the system's loader finds them. */
export function systemCandidates(): readonly Candidate[] {
  const endings = suffixes[process.platform] ?? suffixes['linux'] ?? [];
  const places = process.platform === 'darwin' ? darwinFolders : [''];
  return places.flatMap((place) =>
    endings.map((ending): Candidate => ({ source: 'system', files: [join(place, `libcrypto${ending}`), join(place, `libssl${ending}`)] })),
  );
}

export function nodeCandidates(): readonly Candidate[] {
  return [node];
}

/**
 * A folder with the two libraries (or an installation prefix above it), or the libssl file itself.
 * Where there is nothing of the kind, one attempt with its reason.
 */
export function pathCandidates(path: string): readonly Candidate[] | LoadAttempt {
  const given = resolve(path);
  const refused = (reason: string): LoadAttempt => ({ source: 'path', files: [given], reason });
  if (!existsSync(given)) return refused('no such file or directory');
  if (statSync(given).isFile()) return fileCandidate(given) ?? refused('not named like a libssl (libssl.so.3, libssl.3.dylib)');
  for (const folder of [given, join(given, 'lib'), join(given, 'lib64')]) {
    const found = folderCandidates(folder);
    if (found.length > 0) return found;
  }
  return refused('no libssl in this folder, nor in lib or lib64 below it');
}

function folderCandidates(folder: string): readonly Candidate[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const names = readdirSync(folder);
  const endings = suffixes[process.platform] ?? [];
  return endings
    .filter((ending) => names.includes(`libssl${ending}`))
    .map((ending) => ({ source: 'path', files: [join(folder, `libcrypto${ending}`), join(folder, `libssl${ending}`)] }));
}

function fileCandidate(file: string): readonly Candidate[] | null {
  // libssl.so is a link to libssl.so.3, and it is the ending that says which libcrypto belongs to it.
  const real = /\d/.test(basename(file)) ? file : realpathSync(file);
  const ending = /^libssl(?<ending>[.-].*)$/.exec(basename(real))?.groups?.['ending'];
  if (ending === undefined) return null;
  return [{ source: 'path', files: [join(dirname(real), `libcrypto${ending}`), real] }];
}
