// Owns: what the tests of raw public keys have in common: which OpenSSLs and protocols they run on, and a server that shows a key.
// Must not know: what is tested.

import { describe } from '@jest/globals';
import type { OpenSSL } from '../../lib/index.ts';
import { describeEachOf, type Protocol, protocols } from './libraries.ts';
import { librariesWithRawKeys, type RawKey } from './raw-keys.ts';

export const raw = ['raw-public-key'] as const;
export const either = ['raw-public-key', 'x509'] as const;

export function serverShows(key: RawKey): { readonly privateKey: string; readonly serverCertTypes: typeof raw } {
  return { privateKey: key.privateKey, serverCertTypes: raw };
}

export function eachVersion(title: string, tests: (library: OpenSSL, protocol: Protocol) => void): void {
  describeEachOf(title, librariesWithRawKeys(), (_, library) => {
    describe.each(protocols)('%s', (protocol) => tests(library, protocol));
  });
}
