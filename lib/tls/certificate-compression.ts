// Owns: certificate compression (RFC 8879) as node:tls has it: off unless asked for, with its errors.
// Must not know: what OpenSSL makes of it.

import { type CertificateCompression, certificateCompressions } from '../ssl/certificate-compression.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { chosenLibrary } from './defaults.ts';
import { invalidArgType, invalidArgValue, nodeError } from './node-errors.ts';
import type { ProtocolRange } from './secure-options.ts';

const names: readonly CertificateCompression[] = ['zlib', 'brotli', 'zstd']; // in Node's order

/**
 * How the chosen OpenSSL can compress certificates; none before 3.2, and in a build without.
 *
 * Fails when: no OpenSSL can be loaded (LibraryLoadError). @openssl SSL_CTX_set1_cert_comp_preference
 */
export function getCertificateCompressionAlgorithms(): string[] {
  const present = certificateCompressions(chosenLibrary());
  return names.filter((name) => present.includes(name));
}

/** Fails when: they are none of Node's, TLS 1.3 is out of the question (both with Node's codes), or the library lacks one. */
export function readCompression(options: object, { maxProtocol }: ProtocolRange, library: OpenSSL): readonly CertificateCompression[] {
  const { certificateCompression: given } = options as { readonly certificateCompression?: unknown };
  const name = 'options.certificateCompression';
  if (given == null) return [];
  if (!Array.isArray(given)) throw invalidArgType(name, 'an instance of Array', given);
  if (given.length > names.length) throw invalidArgValue(name, given, `can specify at most ${names.length} algorithms`);
  const algorithms = Array.from(given, (algorithm: unknown, index) => {
    const found = names.find((known) => known === algorithm);
    if (found === undefined) throw invalidArgValue(`${name}[${index}]`, algorithm, "must be 'zlib', 'brotli', or 'zstd'");
    return found;
  });
  if (algorithms.length === 0) return [];
  if (maxProtocol !== undefined && maxProtocol !== 'TLSv1.3') {
    const text = 'certificateCompression requires a TLS protocol range that includes TLSv1.3';
    throw nodeError(new TypeError(text), 'ERR_INVALID_ARG_VALUE');
  }
  if (new Set(algorithms).size < algorithms.length) {
    throw nodeError(new Error('Failed to set certificate compression preference: an algorithm twice'), 'ERR_CRYPTO_OPERATION_FAILED');
  }
  const present = certificateCompressions(library);
  const absent = algorithms.find((algorithm) => !present.includes(algorithm));
  if (absent === undefined) return algorithms;
  const text = `${name}: ${library.version.text} does not have ${absent}; it has ${present.length === 0 ? 'none' : present.join(', ')}`;
  throw nodeError(new Error(text), 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM');
}
