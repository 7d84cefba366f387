// Owns: what can be said of a key as plain data, and the two forms in which a peer shows one.
// Must not know: where a key lives.

import { pemText } from './pem-text.ts';

/** What can be said of a key, public or private. */
export interface KeyFacts {
  /** In OpenSSL's words, which differ between releases: `rsaEncryption`, `RSA`, `id-ecPublicKey`, `EC`, `ML-DSA-65`. EVP_PKEY_get0_type_name(3) */
  readonly type: string;
  /** EVP_PKEY_get_bits(3) */
  readonly bits: number;
  /** The curve, as the release spells it; null for keys that have none. */
  readonly group: string | null;
  /** What it takes to break it, as a logarithm, EVP_PKEY_get_security_bits(3). */
  readonly securityBits: number;
}

/** A public key as plain data: no native object stays behind it. */
export interface PublicKey extends KeyFacts {
  /** SubjectPublicKeyInfo in DER, i2d_PUBKEY(3). */
  readonly raw: Uint8Array;
  /** The same as PEM text. */
  readonly pem: string;
}

/** What a side shows: a certificate, or nothing but its public key (RFC 7250). */
export type CertificateType = 'x509' | 'raw-public-key';

/** Of what native code tells, where a key without a curve has an empty one. */
export function keyFacts({ type, bits, group, securityBits }: Omit<KeyFacts, 'group'> & { readonly group: string | null }): KeyFacts {
  return { type, bits, group: group === '' ? null : group, securityBits };
}

export function publicKey(facts: Parameters<typeof keyFacts>[0], raw: Uint8Array): PublicKey {
  return { ...keyFacts(facts), raw, pem: pemText('PUBLIC KEY', raw) };
}
