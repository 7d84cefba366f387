// Owns: the options of a context that are about trust beyond `ca`: revocation lists and verify parameters.
// Must not know: connections.

import type { OptionReader } from '../core/options.ts';
import type { NativeContextSettings } from '../native/binding.ts';
import type { OpenSSL } from './openssl.ts';
import { type PemSource, readPem } from './pem.ts';
import { readVerifyParameters, type VerifyParameters } from './verify-parameters.ts';

/** What verification is told beside the trusted certificates. */
export interface TrustOptions {
  /**
   * Certificate revocation lists, X509_STORE_add_crl(3). Giving any switches `X509_V_FLAG_CRL_CHECK` on: the peer's own certificate is
   * then looked up, and without a current list of its issuer's it is refused. `X509_V_FLAG_CRL_CHECK_ALL` looks up the whole chain.
   */
  readonly crl?: PemSource | readonly PemSource[];
  /** What verification looks at, and how strictly: X509_VERIFY_PARAM_set_flags(3), SSL_CTX_get0_param(3) */
  readonly verifyParameters?: VerifyParameters;
}

export const trustOptionNames: readonly (keyof TrustOptions)[] = ['crl', 'verifyParameters'];

type NativeTrust = Pick<NativeContextSettings, 'crls' | 'verifyParameters'>;

export function readTrustOptions(options: OptionReader, library: OpenSSL): NativeTrust {
  return {
    crls: readPems(options, 'crl', 'certificate revocation lists'),
    verifyParameters: readVerifyParameters(options, library),
  };
}

/** One PEM source or an array of them. */
function readPems(options: OptionReader, name: string, what: string): readonly string[] {
  const given = options.raw(name);
  if (given === undefined) return [];
  const path = options.path(name);
  if (!Array.isArray(given)) return [readPem(path, given, what)];
  return given.map((source: unknown, index) => readPem(`${path}[${index}]`, source, what));
}
