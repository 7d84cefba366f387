// Owns: looking for the OpenSSLs at hand.
// Must not know: jest, so that commands can use it too.

import { basename } from 'node:path';
import { LibsslError, OpenSSL } from '../../lib/index.ts';
import { fileOfSeries } from './library-copies.ts';
import { series } from './series.ts';
import { tempFolder } from './temp-folder.ts';

export interface AtHand {
  /** `system`, `node` or the series it was brought as. */
  readonly name: string;
  /** What OpenSSL.load() takes. */
  readonly selector: string;
  readonly library: OpenSSL;
}

export interface Absent {
  readonly name: string;
  readonly reason: string;
  /** It is there, but could not be loaded: no reason to test less. */
  readonly faulty: boolean;
}

/** The series that are looked for, and that test/error-matrix has a column for, oldest first. */
const looked = look();

/** Every OpenSSL that tests can use here; Node's own is always one. */
export const libraries: readonly AtHand[] = looked.atHand;
export const absentLibraries: readonly Absent[] = looked.absent;

function look(): { readonly atHand: readonly AtHand[]; readonly absent: readonly Absent[] } {
  const atHand: AtHand[] = [];
  const absent: Absent[] = [];
  const add = (name: string, selector: string | null): void => {
    if (selector === null) {
      absent.push({ name, reason: `node deps/openssl/get/cli.mjs ${name} brings it`, faulty: false });
      return;
    }
    try {
      const library = OpenSSL.load(selector);
      const twin = atHand.find((other) => other.library.version.text === library.version.text && other.name === 'system');
      if (twin === undefined) atHand.push({ name, selector, library });
      else absent.push({ name, reason: `the system's is the same release, ${library.version.short}`, faulty: false });
    } catch (error) {
      if (!(error instanceof LibsslError)) throw error;
      absent.push({ name, reason: error.message, faulty: name !== 'system' });
    }
  };
  const single = process.env['LIBSSL_TEST_ONLY']; // one at a time, for scripts/test-matrix.mjs
  if (single !== undefined && single !== '') {
    add(basename(single), single);
    return { atHand, absent };
  }
  add('system', 'system');
  for (const name of series) add(name, fileOfSeries(tempFolder('libraries'), name));
  add('node', 'node');
  return { atHand, absent };
}
