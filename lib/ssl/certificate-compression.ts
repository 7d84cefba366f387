// Owns: certificate compression (RFC 8879): what a context or a connection is told of it, and what of it happened in a handshake.
// Must not know: how bytes are compressed.

import { CERT_COMPRESSION, EXTENSION_CONTEXT } from '../core/constants.ts';
import { MisuseError, NotSupportedError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeCompressedCertificate, NativeCompressionNote } from '../native/compression.ts';
import { nativeLibrary, type OpenSSL } from './openssl.ts';
import type { Method } from './protocols.ts';

/** A way to compress a certificate. Which of them an OpenSSL has, it was built with: certificateCompressions(). */
export type CertificateCompression = 'zlib' | 'brotli' | 'zstd';

/** A server's Certificate message of TLS 1.3 (RFC 8446, 4.4.2), without a request's context, as one of the algorithms compresses it. */
export interface CompressedCertificate {
  readonly algorithm: CertificateCompression;
  readonly bytes: Uint8Array;
  /** How many bytes it was, and will be for the client. */
  readonly originalLength: number;
}

/** Certificates are compressed in TLS 1.3 only. */
export interface CompressionOptions {
  /**
   * How certificates may be compressed, in the order of preference; `[]`: not at all. Each side offers these for the other's certificate, and what it
   * prefers counts; a server compresses its own once, here, with each: SSL_CTX_set1_cert_comp_preference(3), SSL_CTX_compress_certs(3). Where
   * nothing is said, OpenSSL offers what it was built with, and a server sends its certificate as it is. OpenSSL 3.2 and later.
   */
  readonly certificateCompression?: readonly CertificateCompression[];
  /**
   * Server: the certificate as something else has compressed it, SSL_CTX_set1_compressed_cert(3); of a context with one certificate. OpenSSL sends
   * it to a client that takes the algorithm, and does not look into it.
   */
  readonly compressedCertificates?: readonly CompressedCertificate[];
}

/** What a CompressedCertificate message came to, in bytes. */
export interface CertificateSaving {
  /** A number if the peer has used one that has no name here. */
  readonly algorithm: CertificateCompression | number;
  readonly originalLength: number;
  readonly compressedLength: number;
}

export const compressionOptionNames: readonly (keyof CompressionOptions)[] = ['certificateCompression', 'compressedCertificates'];

const numbers: Readonly<Record<CertificateCompression, number>> = {
  zlib: CERT_COMPRESSION.TLSEXT_comp_cert_zlib,
  brotli: CERT_COMPRESSION.TLSEXT_comp_cert_brotli,
  zstd: CERT_COMPRESSION.TLSEXT_comp_cert_zstd,
};
const names = Object.keys(numbers) as CertificateCompression[];
const largest = 2 ** 24 - 1; // RFC 8879, 4: three bytes have the length
const known = new WeakMap<OpenSSL, readonly CertificateCompression[]>();

/**
 * How an OpenSSL can compress certificates, in the order in which it prefers them itself: none before 3.2, else what it was built with.
 *
 * Fails when: `library` is no OpenSSL (MisuseError). @openssl SSL_CTX_set1_cert_comp_preference
 */
export function certificateCompressions(library: OpenSSL): readonly CertificateCompression[] {
  const handle = nativeLibrary(library);
  const found = known.get(library) ?? native.libraryCompressions(handle).flatMap((number) => nameOf(number) ?? []);
  known.set(library, found);
  return found;
}

/** Fails when: one is unknown, twice or of no use here (MisuseError), or this OpenSSL lacks one (NotSupportedError, which says what it has). */
export function readCompression(options: OptionReader, library: OpenSSL, method: Method): readonly number[] | undefined {
  const name = 'certificateCompression';
  const given = options.raw(name);
  if (given === undefined) return undefined;
  const path = options.path(name);
  if (method === 'dtls') throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with the method 'dtls'`);
  if (!Array.isArray(given)) throw invalidArgument(path, `an array of ${names.join(', ')}`, given);
  const algorithms = Array.from(given, (algorithm: unknown, index) => readAlgorithm(`${path}[${index}]`, algorithm));
  const twice = algorithms.find((algorithm, index) => algorithms.indexOf(algorithm) !== index);
  if (twice !== undefined) throw invalidArgument(path, 'each algorithm once', `${twice} twice`);
  for (const algorithm of algorithms) requireAlgorithm(library, algorithm);
  // Off is what an OpenSSL without any is already, and some of those builds would refuse to be told.
  if (certificateCompressions(library).length === 0) return undefined;
  return algorithms.map((algorithm) => numbers[algorithm]);
}

/** Fails when: one is malformed, of a client, or given beside several certificates (MisuseError), or this OpenSSL lacks its algorithm (NotSupportedError). */
export function readCompressedCertificates(
  options: OptionReader,
  library: OpenSSL,
  role: 'client' | 'server',
  certificates: number,
): readonly NativeCompressedCertificate[] {
  const given = options.raw('compressedCertificates');
  if (given === undefined) return [];
  const path = options.path('compressedCertificates');
  const misuse = (why: string): MisuseError => new MisuseError('ERR_SSL_ARGUMENT', path, `${path} ${why}`);
  if (!Array.isArray(given)) throw invalidArgument(path, 'an array of { algorithm, bytes, originalLength }', given);
  if (role === 'client') throw misuse('is for servers: a client compresses its certificate when it is asked for it');
  if (certificates > 1) throw misuse('is for a context with one certificate: of several, OpenSSL would not know which');
  const preferred = options.raw('certificateCompression');
  return Array.from(given, (each: unknown, index) => {
    const place = `${path}[${index}]`;
    const members = new OptionReader(place, each, ['algorithm', 'bytes', 'originalLength']);
    const algorithm = readAlgorithm(members.path('algorithm'), members.raw('algorithm'));
    requireAlgorithm(library, algorithm);
    if (Array.isArray(preferred) && !preferred.includes(algorithm)) {
      throw invalidArgument(members.path('algorithm'), `one of ${options.path('certificateCompression')}`, algorithm);
    }
    const bytes = members.raw('bytes');
    if (!(bytes instanceof Uint8Array) || bytes.length === 0 || bytes.length > largest) {
      throw invalidArgument(members.path('bytes'), `a Uint8Array of 1 to ${largest} bytes`, bytes);
    }
    const originalSize = members.integer('originalLength', 1, largest);
    if (originalSize === undefined) throw invalidArgument(members.path('originalLength'), `an integer from 1 to ${largest}`, undefined);
    return { algorithm: numbers[algorithm], bytes, originalSize };
  });
}

/**
 * A server's certificate is compressed before there is a connection, and goes out without what belongs to one: measured on OpenSSL 3.5 to 4.0, a
 * stapled response and a certificate's own extensions are left out without a word.
 *
 * Fails when: both are wanted (MisuseError).
 */
export function refuseWhatCompressionLoses(
  options: OptionReader,
  role: 'client' | 'server',
  extensions: readonly { readonly where: number; readonly adds: boolean }[],
): void {
  const wanted = compressionOptionNames.find((name) => {
    const given = options.raw(name);
    return Array.isArray(given) && given.length > 0;
  });
  if (role === 'client' || wanted === undefined) return;
  const ofCertificates = ({ where, adds }: { readonly where: number; readonly adds: boolean }): boolean =>
    adds && (where & EXTENSION_CONTEXT.SSL_EXT_TLS1_3_CERTIFICATE) !== 0;
  const lost = options.has('statusCallback')
    ? options.path('statusCallback')
    : extensions.some(ofCertificates)
      ? `${options.path('customExtensions')} with 'tls1.3-certificate'`
      : null;
  if (lost === null) return;
  const path = options.path(wanted);
  throw new MisuseError(
    'ERR_SSL_ARGUMENT',
    path,
    `${path} must be left out beside ${lost}: OpenSSL would send a compressed certificate without it`,
  );
}

/** For the handle of a context, and `algorithm` as the caller gave it. */
export function algorithmNumber(library: OpenSSL, algorithm: unknown): number {
  const name = readAlgorithm('algorithm', algorithm);
  requireAlgorithm(library, name);
  return numbers[name];
}

export function savingOf(note: NativeCompressionNote | null): CertificateSaving | null {
  if (note === null) return null;
  const { algorithm, originalSize, size } = note;
  return { algorithm: nameOf(algorithm) ?? algorithm, originalLength: originalSize, compressedLength: size };
}

function readAlgorithm(path: string, given: unknown): CertificateCompression {
  const found = names.find((name) => name === given);
  if (found === undefined) throw invalidArgument(path, names.map((name) => `'${name}'`).join(', '), given);
  return found;
}

function requireAlgorithm(library: OpenSSL, algorithm: CertificateCompression): void {
  library.require('SSL_CTX_set1_cert_comp_preference');
  const has = certificateCompressions(library);
  if (has.includes(algorithm)) return;
  const cFunction = `COMP_${algorithm}`;
  const others = has.length === 0 ? 'this build compresses no certificates' : `this build has ${has.join(', ')}`;
  const version = library.version.text;
  throw new NotSupportedError(cFunction, version, `not supported by ${version}: ${cFunction} (${others})`);
}

function nameOf(number: number): CertificateCompression | undefined {
  return names.find((name) => numbers[name] === number);
}
