// Owns: which OpenSSLs are at hand, so that a protocol test runs once for each.
// Must not know: what is tested with them.

import { describe, test } from '@jest/globals';
import type { OpenSSL } from '../../lib/index.ts';
import { type AtHand, libraries } from './at-hand.ts';

export { type Absent, type AtHand, absentLibraries, libraries } from './at-hand.ts';

/** One describe block for each OpenSSL at hand; its title says which. */
export function describeEachLibrary(title: string, tests: (library: OpenSSL, atHand: AtHand) => void): void {
  describe.each(libraries.map((entry) => [`${entry.name} (${entry.library.version.short})`, entry] as const))(
    `${title}: OpenSSL %s`,
    (_, entry) => tests(entry.library, entry),
  );
}

/**
 * As describe.each over names, where a run may be held to one OpenSSL (LIBSSL_TEST_ONLY) that is none of them: then it is a test that is
 * skipped in sight.
 */
export function describeEachOf<T>(
  title: string,
  entries: readonly (readonly [name: string, entry: T])[],
  tests: (name: string, entry: T) => void,
): void {
  if (entries.length === 0) {
    describe(title, () => {
      test.skip('none of those is at hand', () => undefined);
    });
    return;
  }
  describe.each(entries)(title, tests);
}

/** The two protocol versions that everything is tested with. */
export const protocols = ['TLSv1.2', 'TLSv1.3'] as const;
export type Protocol = (typeof protocols)[number];

/** The context option that holds both sides to one version. */
export function only(protocol: Protocol): { readonly minProtocol: Protocol; readonly maxProtocol: Protocol } {
  return { minProtocol: protocol, maxProtocol: protocol };
}

/** As describeEachLibrary, and within it once for each protocol version. */
export function describeEachLibraryAndProtocol(title: string, tests: (library: OpenSSL, protocol: Protocol) => void): void {
  describeEachLibrary(title, (library) => {
    describe.each(protocols)('%s', (protocol) => tests(library, protocol));
  });
}

/** The value for the newest release in `byRelease` that is not newer than the library: `since(library, {'1.1.1': 2, '3.0': 1})`. */
export function since<T>(library: OpenSSL, byRelease: Readonly<Record<string, T>>): T {
  const known = Object.keys(byRelease).filter((release) => isAtLeast(library, release));
  const newest = known.sort((a, b) => releaseNumber(a) - releaseNumber(b)).at(-1);
  if (newest === undefined) throw new Error(`no value for ${library.version.text}`);
  return byRelease[newest] as T;
}

export function isAtLeast(library: OpenSSL, release: string): boolean {
  return library.version.number >= releaseNumber(release);
}

// OPENSSL_VERSION_NUMBER: 0xMNNFFPPS up to 1.1.1, 0xMNN00PP0 since 3.0. The letter of 1.1.1w is below what is compared here.
function releaseNumber(release: string): number {
  const [major = 0, minor = 0, patch = 0] = release.split('.').map(Number);
  return major < 3 ? (major << 28) + (minor << 20) + (patch << 12) : (major << 28) + (minor << 20) + (patch << 4);
}
