// Owns: one spelling for what OpenSSL, its releases and its tests call by several: types of keys, curves, hashes, signatures, names of
// authorities.
// Must not know: connections.

import { type CLayer, XN_FLAG_RFC2253 } from '../../lib/c/index.ts';

// In lower case, each with the others it goes by.
const keyTypes: Readonly<Record<string, readonly string[]>> = {
  rsa: ['rsaencryption'],
  'rsa-pss': ['rsassapss', 'rsassa-pss'],
  dsa: ['dsaencryption'],
  ec: ['id-ecpublickey', 'ecdsa'],
  dhkeyagreement: ['dh', 'dhx', 'x9.42 dh'],
  prime192v1: ['p-192', 'secp192r1'],
  secp224r1: ['p-224'],
  prime256v1: ['p-256', 'secp256r1'],
  secp384r1: ['p-384'],
  secp521r1: ['p-521'],
  // The groups of TLS 1.3 are the curves under another number.
  brainpoolp256r1: ['brainpoolp256r1tls13'],
  brainpoolp384r1: ['brainpoolp384r1tls13'],
  brainpoolp512r1: ['brainpoolp512r1tls13'],
  sm2: ['curvesm2'],
};
const canonical: ReadonlyMap<string, string> = new Map(
  Object.entries(keyTypes).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

export function keyType(name: string): string {
  const lower = name.toLowerCase();
  return canonical.get(lower) ?? lower;
}

/** Of a key: its curve if it has one to choose, else its type. */
export function keyTypeOf(key: { readonly type: string; readonly group: string | null }): string {
  return keyType(keyType(key.type) === 'ec' && key.group !== null ? key.group : key.type);
}

export function hash(name: string): string {
  return name.toLowerCase().replace('-', '');
}

/** What the TLS name of a signature scheme is made of: `rsa_pss_rsae_sha256` is RSA-PSS with SHA-256. */
export function signature(scheme: string): { readonly type: string; readonly hash: string | null } {
  const parts = scheme.split('_');
  const type = scheme.startsWith('rsa_pss') ? 'rsa-pss' : keyType(parts[0] ?? '');
  return { type, hash: parts.length > 1 ? hash(parts.at(-1) ?? '') : null };
}

const namesOfFiles = new WeakMap<CLayer, Map<string, readonly string[]>>();

/** The subjects of a file of certificates, as X509_NAME_print_ex(3) gives them in the form of RFC 2253. */
export function authorityNames(c: CLayer, file: string): readonly string[] {
  const known = namesOfFiles.get(c) ?? new Map<string, readonly string[]>();
  namesOfFiles.set(c, known);
  const names = known.get(file) ?? printedNames(c, c.SSL_load_client_CA_file(file) ?? []);
  known.set(file, names);
  return names;
}

export function printedNames(c: CLayer, names: readonly Parameters<CLayer['X509_NAME_print_ex']>[1][]): readonly string[] {
  return names.map((name) => {
    const bio = c.BIO_new(given(c.BIO_s_mem()));
    if (bio === null) throw new Error('no BIO for a name');
    c.X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253);
    const bytes = Buffer.alloc(4096);
    const count = c.BIO_read(bio, bytes, bytes.length);
    c.BIO_free(bio);
    return bytes.toString('utf8', 0, Math.max(count, 0));
  });
}

/** What OpenSSL can only fail to give when memory is short. */
export function given<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('OpenSSL gave nothing');
  return value;
}
