// Owns: the options that say where a context is made: in which OpenSSL, in which of its library contexts, with which property query.
// Must not know: what is made there.

import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import { givenLibraryContext, type LibraryContext } from './library-context.ts';
import { type OpenSSL, requireLibrary } from './openssl.ts';

export interface HomeOptions {
  /**
   * Where the context is made, and all that it is given is read: its keys, its certificates, its trust. Default: the default library context.
   * Its OpenSSL is that of the context. SSL_CTX_new_ex(3)
   */
  readonly libraryContext?: LibraryContext;
  /** Which of the providers' implementations are taken, property(7): `'?provider=tpm2'`. Default: the library context's own. SSL_CTX_new_ex(3) */
  readonly propertyQuery?: string;
}

export const homeOptionNames: readonly (keyof HomeOptions)[] = ['libraryContext', 'propertyQuery'];

export interface Home {
  readonly library: OpenSSL;
  /** null: the default one. */
  readonly libraryContext: LibraryContext | null;
}

/**
 * `library` and `libraryContext`.
 *
 * Fails when: one of them is none, the context is closed, or of another OpenSSL than `library` (MisuseError); or there is no such library
 * (LibraryLoadError).
 */
export function readHome(options: OptionReader): Home {
  const path = options.path('libraryContext');
  const given = options.raw('libraryContext');
  if (given === undefined) return { library: requireLibrary(options.path('library'), options.raw('library')), libraryContext: null };
  const { own, library } = givenLibraryContext(path, given);
  if (options.has('library') && requireLibrary(options.path('library'), options.raw('library')) !== library) {
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be of ${options.path('library')}, it is of ${library.version.text}`);
  }
  return { library, libraryContext: own };
}

/** Fails when: the OpenSSL is 1.1.1 (NotSupportedError). */
export function readPropertyQuery(options: OptionReader, library: OpenSSL): string | undefined {
  const query = options.string('propertyQuery');
  if (query !== undefined) library.require('SSL_CTX_new_ex');
  return query;
}

/** Whether two can be used with each other: what is of one library context must not outlive it in another. */
export function isSameHome(one: Home, other: Home): boolean {
  return one.library === other.library && one.libraryContext === other.libraryContext;
}

/** As isSameHome(), for what needs nothing but to be alive: the default library context outlives all. */
export function mayLiveIn(guest: Home, home: Home): boolean {
  return guest.library === home.library && (guest.libraryContext === null || guest.libraryContext === home.libraryContext);
}
