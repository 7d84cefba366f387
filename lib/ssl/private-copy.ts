// Owns: a second library of a soname that the process has already. The loader tells libraries apart by soname: for a libssl whose
// libcrypto.so.3 is not the one loaded first it would take that first one all the same. So the two files are copied, their names changed
// in the copies (to others of the same length: nothing else moves), and the copies loaded; once loaded they need no file any more.
// Must not know: which library is wanted, or why.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { native } from '../native/addon.ts';

/** Calls `load` with private copies of libcrypto and libssl. Returns null if the files are of a kind that cannot be renamed. */
export function withPrivateCopies<T>(files: readonly [string, string], load: (crypto: string, ssl: string) => T): T | null {
  const names = new Map(files.map((file) => [basename(file), privateName(basename(file))]));
  const images = files.map((file) => native.renameLibrary(readFileSync(file), [...names]));
  if (images.includes(null)) return null;
  // A folder that only this user can enter: nobody else can put a library into it.
  const folder = mkdtempSync(join(tmpdir(), 'libssl-'));
  try {
    const [crypto, ssl] = files.map((file, index) => {
      const copy = join(folder, names.get(basename(file)) ?? basename(file));
      writeFileSync(copy, images[index] ?? '', { mode: 0o500 });
      return copy;
    });
    return load(crypto ?? '', ssl ?? '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// "libcrypto.so.3" becomes "lib3f9c2d.so.3": as long as before, and no other library's.
function privateName(name: string): string {
  const [stem = '', ...rest] = name.split('.so');
  const random = randomBytes(stem.length).toString('hex');
  return [`lib${random}`.slice(0, stem.length), ...rest].join('.so');
}
