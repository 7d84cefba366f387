// Owns: the shapes of raw public keys on their way between JavaScript and native code.

/** What is undefined stays as it is. */
export interface NativeRawKeys {
  /** TLSEXT_cert_type_…, one byte each. */
  readonly serverTypes: Uint8Array | undefined;
  readonly clientTypes: Uint8Array | undefined;
  /** SubjectPublicKeyInfo in DER. */
  readonly expected: readonly Uint8Array[];
}

export interface NativePublicKey {
  readonly type: string;
  readonly bits: number;
  readonly securityBits: number;
  /** '' where the key has none. */
  readonly group: string;
  /** SubjectPublicKeyInfo in DER. */
  readonly raw: Uint8Array;
}
