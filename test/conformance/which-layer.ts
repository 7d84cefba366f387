// Owns: which tests go through the C layer, and why: what the typed interface lacks, one row each.
// Must not know: how either layer works.

import type { Extras, HandshakeCase } from './case.ts';
import type { Library } from './library.ts';

interface Row {
  readonly feature: string;
  readonly why: string;
  readonly needs: (test: HandshakeCase, library: Library) => boolean;
}

export const rows: readonly Row[] = [
  { feature: 'NPN', why: 'ALPN has taken its place: the typed interface leaves it out', needs: (test) => inExtras(test, usesNpn) },
  { feature: 'SRP', why: 'deprecated since OpenSSL 3.0: the typed interface leaves it out', needs: (test) => inExtras(test, usesSrp) },
];

/** null: the typed interface has all that the test needs. */
export function reasonForC(library: Library, test: HandshakeCase): string | null {
  const row = rows.find(({ needs }) => needs(test, library));
  return row === undefined ? null : `${row.feature}: ${row.why}`;
}

export function usesNpn({ client, server, server2 }: Extras): boolean {
  return client.npnProtocols !== null || server.npnProtocols !== null || server2.npnProtocols !== null;
}

export function usesSrp({ client, server, server2 }: Extras): boolean {
  return client.srpUser !== null || server.srpUser !== null || server2.srpUser !== null;
}

export function inExtras({ extra, resumeExtra }: HandshakeCase, uses: (extras: Extras) => boolean): boolean {
  return uses(extra) || uses(resumeExtra);
}
