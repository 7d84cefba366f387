// Owns: opening a libcrypto and a libssl under the name that is free for them in this process.
// Must not know: where they come from.

import { existsSync, realpathSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { native } from '../native/addon.ts';
import type { LoadedLibrary, TurnedDown } from '../native/binding.ts';
import { withPrivateCopies } from './private-copy.ts';
import { systemFile } from './system-file.ts';

type Opened = LoadedLibrary | TurnedDown;
type Files = readonly [crypto: string, ssl: string];

/** Opens libcrypto, then libssl: exact paths, or sonames that the system's loader finds. */
export function openFiles(files: Files): Opened {
  const real = realFiles(files);
  if (real === null) return native.openLibrary(...files);
  if (files.every((file, index) => nameIsFreeFor(file, real[index]))) {
    const opened = native.openLibrary(...files);
    // Somebody (another addon, LD_PRELOAD) loaded these very files so that they run on Node's OpenSSL: a copy of our own is untouched.
    if ('library' in opened || !opened.mixed) return opened;
    return openCopies(real) ?? opened;
  }
  // Where the copy cannot be renamed the isolation check has the last word.
  return openCopies(real) ?? native.openLibrary(...files);
}

function openCopies(real: Files): Opened | null {
  if (!real.every((file) => isAbsolute(file))) return null;
  const known = native.openKnownCopy(...real);
  const opened =
    'library' in known ? known : withPrivateCopies(real, (cryptoCopy, sslCopy) => native.openCopy(...real, cryptoCopy, sslCopy));
  if (opened === null || !('library' in opened)) return opened;
  return { ...opened, cryptoFile: real[0], sslFile: real[1] };
}

// Null where a name is not to be found: the loader will say what it says.
function realFiles(files: Files): Files | null {
  const [crypto, ssl] = files.map((file) => {
    if (isAbsolute(file)) return existsSync(file) ? realpathSync(file) : null;
    // Asking the system's loader for the file costs a process: only where the name alone does not settle it.
    const loaded = native.fileLoadedAs(file);
    return loaded === '' ? file : (systemFile(file) ?? loaded);
  });
  return crypto == null || ssl == null ? null : [crypto, ssl];
}

function nameIsFreeFor(file: string, real: string | undefined): boolean {
  const loaded = native.fileLoadedAs(basename(file));
  return loaded === '' || loaded === real;
}
