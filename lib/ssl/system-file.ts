// Owns: finding the file that the system's loader would take for a soname, where the name itself is taken in this process.
// Must not know: OpenSSL.

import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

// ldconfig is not on every user's PATH.
const ldconfigPlaces = ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig'];

/** The real path of the file, in the loader's own order (LD_LIBRARY_PATH, then its cache); null if it cannot be told. */
export function systemFile(soname: string): string | null {
  const folders = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const named = folders.map((folder) => join(folder, soname)).find((file) => existsSync(file));
  const file = named ?? fromCache(soname);
  return file === null ? null : realpathSync(file);
}

function fromCache(soname: string): string | null {
  for (const program of ldconfigPlaces) {
    const { status, stdout } = spawnSync(program, ['-p'], { encoding: 'utf8' });
    if (status !== 0) continue;
    // "	libssl.so.3 (libc6,x86-64) => /lib/x86_64-linux-gnu/libssl.so.3"; other architectures' entries come with other marks
    const mark = process.arch === 'x64' ? 'x86-64' : process.arch === 'arm64' ? 'AArch64' : '';
    const lines = stdout.split('\n').map((line) => /^\s*(?<name>\S+) \((?<kind>[^)]*)\) => (?<file>.+)$/.exec(line)?.groups);
    const found = lines.find((entry) => entry?.['name'] === soname && (entry['kind'] ?? '').includes(mark));
    return found?.['file'] ?? null;
  }
  return null;
}
