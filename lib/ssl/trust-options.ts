// Owns: the options of a context that are about trust beyond `ca`: revocation lists and verify parameters.
// Must not know: connections.

import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import type { NativeContextSettings } from '../native/binding.ts';
import type { CertificateSource, KeySources } from './key-source.ts';
import type { OpenSSL } from './openssl.ts';
import type { Passphrase } from './passphrase.ts';
import { readVerifyParameters, type VerifyParameters } from './verify-parameters.ts';

/** What verification is told beside the trusted certificates. */
export interface TrustOptions {
  /**
   * Certificate revocation lists, X509_STORE_add_crl(3). Giving any switches `X509_V_FLAG_CRL_CHECK` on: the peer's own certificate is
   * then looked up, and without a current list of its issuer's it is refused. `X509_V_FLAG_CRL_CHECK_ALL` looks up the whole chain.
   */
  readonly crl?: CertificateSource | readonly CertificateSource[];
  /** What verification looks at, and how strictly: X509_VERIFY_PARAM_set_flags(3), SSL_CTX_get0_param(3) */
  readonly verifyParameters?: VerifyParameters;
  /**
   * Authorities whose names a server sends to clients when it asks for a certificate, so that they know which one to show:
   * SSL_CTX_add_client_CA(3). Whom the server believes is `ca`. Certificates as PEM; only their subjects are sent.
   */
  readonly clientCa?: CertificateSource | readonly CertificateSource[];
}

export const trustOptionNames: readonly (keyof TrustOptions)[] = ['crl', 'verifyParameters', 'clientCa'];

/** What a URI is read with. */
interface Reading {
  readonly sources: KeySources;
  readonly passphrase: Passphrase | undefined;
}

type NativeTrust = Pick<NativeContextSettings, 'crls' | 'verifyParameters' | 'clientCas'>;

export function readTrustOptions(options: OptionReader, role: 'client' | 'server', library: OpenSSL, reading: Reading): NativeTrust {
  if (role === 'client' && options.has('clientCa')) {
    const path = options.path('clientCa');
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} is for servers: a client asks for no certificate by name`);
  }
  return {
    crls: readPems(options, 'crl', (path, setting, value) =>
      reading.sources.crls({ path, setting, passphrase: reading.passphrase }, value),
    ),
    clientCas: readPems(options, 'clientCa', (path, setting, value) =>
      reading.sources.certificates({ path, setting, passphrase: reading.passphrase }, value),
    ),
    verifyParameters: readVerifyParameters(options, library),
  };
}

/** One source or an array of them. */
function readPems(options: OptionReader, name: string, read: (path: string, setting: string, value: unknown) => string): readonly string[] {
  const given = options.raw(name);
  if (given === undefined) return [];
  const path = options.path(name);
  if (!Array.isArray(given)) return [read(path, name, given)];
  return given.map((source: unknown, index) => read(`${path}[${index}]`, `${name}[${index}]`, source));
}
