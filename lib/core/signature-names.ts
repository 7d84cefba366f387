// Owns: what TLS calls its signature schemes (RFC 8446, 4.2.3; RFC 8734; the IANA registry).
// Must not know: which of them an OpenSSL has.

const byCode: ReadonlyMap<number, string> = new Map([
  [0x02_01, 'rsa_pkcs1_sha1'],
  [0x02_02, 'dsa_sha1'],
  [0x02_03, 'ecdsa_sha1'],
  [0x03_01, 'rsa_pkcs1_sha224'],
  [0x03_02, 'dsa_sha224'],
  [0x03_03, 'ecdsa_sha224'],
  [0x04_01, 'rsa_pkcs1_sha256'],
  [0x04_02, 'dsa_sha256'],
  [0x04_03, 'ecdsa_secp256r1_sha256'],
  [0x05_01, 'rsa_pkcs1_sha384'],
  [0x05_02, 'dsa_sha384'],
  [0x05_03, 'ecdsa_secp384r1_sha384'],
  [0x06_01, 'rsa_pkcs1_sha512'],
  [0x06_02, 'dsa_sha512'],
  [0x06_03, 'ecdsa_secp521r1_sha512'],
  [0x08_04, 'rsa_pss_rsae_sha256'],
  [0x08_05, 'rsa_pss_rsae_sha384'],
  [0x08_06, 'rsa_pss_rsae_sha512'],
  [0x08_07, 'ed25519'],
  [0x08_08, 'ed448'],
  [0x08_09, 'rsa_pss_pss_sha256'],
  [0x08_0a, 'rsa_pss_pss_sha384'],
  [0x08_0b, 'rsa_pss_pss_sha512'],
  [0x08_1a, 'ecdsa_brainpoolP256r1tls13_sha256'],
  [0x08_1b, 'ecdsa_brainpoolP384r1tls13_sha384'],
  [0x08_1c, 'ecdsa_brainpoolP512r1tls13_sha512'],
  [0x09_04, 'mldsa44'],
  [0x09_05, 'mldsa65'],
  [0x09_06, 'mldsa87'],
]);

/** The name of the two bytes on the wire; those themselves, `0xabcd`, where the name is not known. */
export function signatureName(code: number): string {
  return byCode.get(code) ?? `0x${code.toString(16).padStart(4, '0')}`;
}

// How OpenSSL's short names of a key type begin the names above. Up to TLS 1.2 an ECDSA scheme says nothing of the curve, though its name does.
const prefixes: Readonly<Record<string, string>> = {
  rsaEncryption: 'rsa_pkcs1',
  dsaEncryption: 'dsa',
  DSA: 'dsa',
  'id-ecPublicKey': 'ecdsa',
};
const curves: Readonly<Record<string, string>> = { sha256: 'secp256r1_', sha384: 'secp384r1_', sha512: 'secp521r1_' };

/**
 * The name of a scheme that OpenSSL tells as a key type and a digest, by their short names. `pssKey`: the key is itself restricted to
 * RSA-PSS. Where TLS has no such name it is both of them, `SHA256 with gost2012_256`.
 */
export function signatureNameOf(keyType: string, digest: string, pssKey: boolean): string {
  if (digest === '') return keyType.toLowerCase(); // Ed25519, Ed448
  const hash = digest.toLowerCase().replace('-', '_');
  if (keyType === 'RSASSA-PSS') return `rsa_pss_${pssKey ? 'pss' : 'rsae'}_${hash}`;
  const prefix = prefixes[keyType];
  if (prefix === undefined) return `${digest} with ${keyType}`;
  return `${prefix}_${prefix === 'ecdsa' ? (curves[hash] ?? '') : ''}${hash}`;
}
