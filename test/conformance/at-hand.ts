// Owns: which OpenSSLs can be tested here: loaded, and with the test folder of their source.
// Must not know: what is run with them.

import { join } from 'node:path';
import { LibsslError, OpenSSL } from '../../lib/index.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { series } from '../support/series.ts';
import { type Library, libraryOf } from './library.ts';

export interface Missing {
  readonly name: string;
  readonly reason: string;
}

export interface AtHand {
  readonly libraries: readonly Library[];
  readonly missing: readonly Missing[];
}

export interface Wanted {
  /** Series, or what else OpenSSL.load() takes; every series unless given. */
  readonly names?: readonly string[];
  /** A tree of OpenSSL's source, whose tests are run in place of those that were brought. */
  readonly source?: string;
  /** Where a series is loaded from; the folder that it was brought to unless given. */
  readonly place?: (name: string) => string;
}

export function findLibraries({ names = series, source, place = homeOf }: Wanted = {}): AtHand {
  const libraries: Library[] = [];
  const missing: Missing[] = [];
  for (const name of names) {
    const found = find(name, source, place);
    if ('reason' in found) missing.push(found);
    else libraries.push(found);
  }
  return { libraries, missing };
}

function homeOf(name: string): string {
  return join(cacheFolder, name);
}

function find(name: string, source: string | undefined, place: (name: string) => string): Library | Missing {
  const known = series.includes(name);
  try {
    const openssl = OpenSSL.load(known ? place(name) : name);
    const testFolder = join(source ?? join(homeOf(name), 'source'), 'test');
    const library = known || source !== undefined ? libraryOf(name, openssl, testFolder) : null;
    if (library !== null) return library;
    const how = known ? `node deps/openssl/get/cli.mjs --test-data ${name} brings them` : '--openssl-source names a source that has them';
    return { name, reason: `no handshake tests: ${how}` };
  } catch (error) {
    if (!(error instanceof LibsslError)) throw error;
    return { name, reason: known ? `node deps/openssl/get/cli.mjs --test-data ${name} brings it` : error.message };
  }
}
