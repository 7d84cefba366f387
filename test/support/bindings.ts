// Owns: what glibc's loader tells of its work (LD_DEBUG=bindings): which file's symbol was bound to which file.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Binding {
  readonly from: string;
  readonly to: string;
  readonly symbol: string;
}

/** Names that OpenSSL exports. */
export const ofOpenSSL =
  /^_?(SSL|TLS|DTLS|DTLSv1|BIO|ERR|EVP|X509|X509V3|CRYPTO|OPENSSL|OpenSSL|OSSL|ASN1|PEM|PKCS\d+|OBJ|BN|EC|ECDSA|RSA|DH|RAND|HMAC|SCT|N?CONF|GENERAL_NAME|GENERAL_NAMES|UI|ENGINE|d2i|i2d)_/;

/** Why there is nothing to read; null if there is. */
export const bindingsAreTold: string | null =
  process.platform === 'linux' && 'glibcVersionRuntime' in (process.report.getReport() as { header: object }).header
    ? null
    : 'only glibc tells its bindings (LD_DEBUG)';

/** The environment of a process that writes its bindings into a folder. */
export function writeBindingsTo(folder: string): Readonly<Record<string, string>> {
  return { LD_DEBUG: 'bindings', LD_DEBUG_OUTPUT: join(folder, 'log') };
}

// "   1234:	binding file /lib/libssl.so.3 [0] to /usr/bin/node [0]: normal symbol `ERR_new' [OPENSSL_3.0.0]"
export function bindingsIn(folder: string): readonly Binding[] {
  const line = /binding file (?<from>\S+) \[\d+\] to (?<to>\S+) \[\d+\]: \w+ symbol `(?<symbol>[^']+)'/g;
  const logs = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
  return logs.flatMap((log) => [...log.matchAll(line)].map(({ groups }) => groups as unknown as Binding));
}
