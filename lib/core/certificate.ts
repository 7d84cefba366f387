// Owns: the shape of a certificate as plain data.

/** A name of the subjectAltName extension. */
export interface AltName {
  /** `DNS`, `IP`, `email`, `URI`, `DirName`, `RID` or `other`. */
  readonly type: string;
  readonly value: string;
}

/** A certificate as plain data: no native object stays behind it. */
export interface Certificate {
  /** RFC 2253 form, X509_NAME_print_ex(3). */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** null if the field cannot be read as a time. */
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  readonly altNames: readonly AltName[];
  readonly publicKey: {
    /** OpenSSL's name of the key type, as this release spells it. */
    readonly type: string;
    readonly bits: number;
    /** What it takes to break it, as a logarithm, EVP_PKEY_get_security_bits(3). */
    readonly securityBits: number;
    /** The curve; null for keys that have none. */
    readonly group: string | null;
  };
  readonly signatureAlgorithm: string;
  /** SHA-256 of `raw`, hexadecimal with colons. */
  readonly fingerprint256: string;
  /** DER. */
  readonly raw: Uint8Array;
}
