// Owns: which of the OpenSSLs at hand can compress certificates, and which cannot.
// Must not know: what is tested with them.

import { type CertificateCompression, certificateCompressions, type OpenSSL } from '../../lib/index.ts';
import { type AtHand, libraries } from './at-hand.ts';
import { describeEachOf } from './libraries.ts';

export const compressing: readonly AtHand[] = libraries.filter(({ library }) => certificateCompressions(library).length > 0);
export const notCompressing: readonly AtHand[] = libraries.filter(({ library }) => certificateCompressions(library).length === 0);

/** One describe block for each OpenSSL that can, and within it one for each way that it has. */
export function describeEachCompression(
  title: string,
  tests: (library: OpenSSL, algorithm: CertificateCompression, atHand: AtHand) => void,
): void {
  const entries = compressing.flatMap((atHand) =>
    certificateCompressions(atHand.library).map((algorithm) => [`${atHand.name}, ${algorithm}`, { atHand, algorithm }] as const),
  );
  describeEachOf(`${title}: OpenSSL %s`, entries, (_, { atHand, algorithm }) => tests(atHand.library, algorithm, atHand));
}

export function describeEachCompressing(title: string, tests: (library: OpenSSL, atHand: AtHand) => void): void {
  const entries = compressing.map((atHand) => [atHand.name, atHand] as const);
  describeEachOf(`${title}: OpenSSL %s`, entries, (_, atHand) => tests(atHand.library, atHand));
}
