// @ts-check
/** Asks a series that has been put together what it is, before it counts as finished. */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @typedef {{ version: string, program: string, library: string }} Identity */

/**
 * Fails when: the program doesn't start here; it loads a library from elsewhere; program or library has another version.
 * @param {string} out
 * @param {string} expected  The exact upstream version.
 * @returns {Promise<Identity>}
 */
export async function identify(out, expected) {
  await requireOwnLibraries(out);
  const { code, stdout, stderr } = await run(join(out, 'bin/openssl'), ['version'], { mayFail: true });
  const text = stdout.trim();
  // 1.1.1 names the library only where it differs from the program; later versions always do.
  const [, program, library] = /^(.*?)(?:\s*\(Library: (.*)\))?$/.exec(text) ?? [];
  const identity = { version: versionIn(library ?? program), program: program ?? '', library: library ?? program ?? '' };
  if (code !== 0 || identity.version !== expected || versionIn(program) !== expected) {
    throw new Problem(`the openssl program of ${expected} doesn't run as such on this machine`, {
      tried: [`${join(out, 'bin/openssl')} version`, ...`${text}\n${stderr}`.split('\n').filter((line) => line !== '')],
      todo: "where this machine's C library is too old for Debian's package, set how: 'source' for this series in versions.mjs",
    });
  }
  return identity;
}

/** @param {string | undefined} text  As in `OpenSSL 3.5.7 9 Jun 2026`. */
function versionIn(text) {
  return /^OpenSSL (\S+)/.exec(text ?? '')?.[1] ?? '';
}

/** @param {string} out */
async function requireOwnLibraries(out) {
  const libraries = realpathSync(join(out, 'lib'));
  // The program itself and not the wrapper: with this variable the loader would list the shell's libraries instead.
  const { stdout, stderr } = await run(join(out, 'libexec/openssl'), ['version'], {
    env: { LD_TRACE_LOADED_OBJECTS: '1', LD_LIBRARY_PATH: libraries },
    mayFail: true,
  });
  for (const name of ['libssl.so', 'libcrypto.so']) {
    const line = stdout.split('\n').find((candidate) => candidate.trim().startsWith(`${name}.`));
    const path = /=> (.+) \(0x/.exec(line ?? '')?.[1];
    if (path === undefined || !realpathSync(path).startsWith(libraries + sep)) {
      throw new Problem(`the openssl program doesn't load ${name} from ${libraries}`, {
        tried: [line?.trim() ?? `the loader says: ${(stdout + stderr).trim()}`],
      });
    }
  }
}
