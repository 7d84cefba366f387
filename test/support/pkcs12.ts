// Owns: making PKCS #12 files, with the C layer of the OpenSSL that is named.
// Must not know: who reads them.

import * as c from '../../lib/c/index.ts';
import type { OpenSSL } from '../../lib/index.ts';

/** NID_pbe_WithSHA1And40BitRC2_CBC: what old programs encrypt certificates with. Since 3.0 it takes the legacy provider. */
export const rc2 = 149;

export interface FileContent {
  readonly certificate?: string;
  readonly privateKey?: string;
  /** Each a PEM certificate, in the order of the file. */
  readonly others?: readonly string[];
  readonly passphrase?: string;
  /** Of the certificates' encryption; OpenSSL's default if left out. */
  readonly algorithm?: number;
}

export function pkcs12(library: OpenSSL, { certificate, privateKey, others = [], passphrase, algorithm = 0 }: FileContent): Uint8Array {
  const l = c.with(library);
  const read = <T>(pem: string, reader: (bio: c.BIO, out: null, callback: null, given: null) => T | null): T =>
    some(reader(some(l.BIO_new_mem_buf(pem, -1)), null, null, null));
  const key = privateKey === undefined ? null : read(privateKey, l.PEM_read_bio_PrivateKey);
  const leaf = certificate === undefined ? null : read(certificate, l.PEM_read_bio_X509);
  const rest = others.map((pem) => read(pem, l.PEM_read_bio_X509));
  const file = l.PKCS12_create(passphrase ?? null, null, key, leaf, rest.length === 0 ? null : rest, 0, algorithm, 0, 0, 0);
  const der = c.out<Uint8Array | null>(null);
  if (file === null || l.i2d_PKCS12(file, der) <= 0) throw new Error(`${library.version.text} makes no such file`);
  return some(der.value);
}

function some<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('OpenSSL gave nothing');
  return value;
}
