// Owns: an OpenSSL under test, with where its test data lie and what of its release the tests have to know.
// Must not know: single tests.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CLayer, with as over, type SSL_METHOD } from '../../lib/c/index.ts';
import type { OpenSSL } from '../../lib/index.ts';

export interface Library {
  /** What it was brought as: `3.0`. */
  readonly name: string;
  readonly openssl: OpenSSL;
  readonly c: CLayer;
  /** The folder `test` of its source. */
  readonly testFolder: string;
  /** In place of the default of its build, null: that one. */
  readonly securityLevel: number | null;
}

/** null where there are no handshake tests in the folder. */
export function libraryOf(name: string, openssl: OpenSSL, testFolder: string): Library | null {
  if (!existsSync(join(testFolder, 'ssl-tests'))) return null;
  return { name, openssl, c: over(openssl), testFolder, securityLevel: null };
}

/** The files of handshake tests; OpenSSL 1.1.1 called them .conf. */
export function filesOf({ testFolder }: Library): readonly string[] {
  return readdirSync(join(testFolder, 'ssl-tests'))
    .filter((name) => /\.(cnf|conf)$/.test(name))
    .toSorted();
}

export function fileOf({ testFolder }: Library, name: string): string {
  return join(testFolder, 'ssl-tests', name);
}

export function certificatesOf({ testFolder }: Library): string {
  return join(testFolder, 'certs');
}

/** The known logs of certificate transparency. */
export function logListOf({ testFolder }: Library): string {
  const folder = join(testFolder, 'ct');
  return join(folder, existsSync(join(folder, 'log_list.cnf')) ? 'log_list.cnf' : 'log_list.conf');
}

/** Client renegotiation has to be asked for since 3.0. */
export function allowsClientRenegotiation({ openssl }: Library): boolean {
  return !openssl.isAtLeast('3.0');
}

/** Since 3.5 the tests' servers choose Diffie-Hellman parameters by themselves. */
export function choosesDhParameters({ openssl }: Library): boolean {
  return openssl.isAtLeast('3.5');
}

/** In 4.0 the tests take the group of the key exchange where there is no temporary key: ML-KEM has none. */
export function takesGroupForTemporaryKey({ openssl }: Library): boolean {
  return openssl.isAtLeast('4.0');
}

/** The default security level of OpenSSL's own sources for this release; a distribution may build with another. */
export function ownSecurityLevel({ openssl }: Library): number {
  return openssl.isAtLeast('3.2') ? 2 : 1;
}

const compressions = new WeakMap<CLayer, boolean>();

/** Whether it was built with any of zlib, brotli and zstd for certificates (RFC 8879). */
export function compressesCertificates({ c, openssl }: Library): boolean {
  const known = compressions.get(c);
  if (known !== undefined) return known;
  let found = false;
  if (openssl.has('SSL_CTX_compress_certs')) {
    const context = c.SSL_CTX_new(c.TLS_server_method() as SSL_METHOD);
    const algorithms = [1, 2, 3]; // TLSEXT_comp_cert_zlib, TLSEXT_comp_cert_brotli, TLSEXT_comp_cert_zstd
    found = context !== null && algorithms.some((algorithm) => c.SSL_CTX_set1_cert_comp_preference(context, { value: algorithm }, 1) === 1);
    if (context !== null) c.SSL_CTX_free(context);
    c.ERR_clear_error();
  }
  compressions.set(c, found);
  return found;
}
