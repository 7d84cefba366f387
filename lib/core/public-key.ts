// Owns: the shape of a public key as plain data, and the two forms in which a peer shows one.

/** A public key as plain data: no native object stays behind it. */
export interface PublicKey {
  /** OpenSSL's name of the key type, as this release spells it: `RSA`, `EC`, `ED25519`, `ML-DSA-65`. EVP_PKEY_get0_type_name(3) */
  readonly type: string;
  /** EVP_PKEY_get_bits(3) */
  readonly bits: number;
  /** What it takes to break it, as a logarithm, EVP_PKEY_get_security_bits(3). */
  readonly securityBits: number;
  /** The curve; null for keys that have none. */
  readonly group: string | null;
  /** SubjectPublicKeyInfo in DER, i2d_PUBKEY(3). */
  readonly raw: Uint8Array;
}

/** What a side shows: a certificate, or nothing but its public key (RFC 7250). */
export type CertificateType = 'x509' | 'raw-public-key';
