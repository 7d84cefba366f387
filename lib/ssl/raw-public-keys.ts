// Owns: the options of raw public keys (RFC 7250): what is shown and taken in place of certificates, and whose key is expected.
// Must not know: contexts and connections.

import { readFileSync } from 'node:fs';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import { type CertificateType, type PublicKey, publicKey } from '../core/public-key.ts';
import type { NativePublicKey, NativeRawKeys } from '../native/raw-keys.ts';
import type { Role } from './context-options.ts';
import type { OpenSSL } from './openssl.ts';
import { memberOf, readableFile } from './pem.ts';

/** A public key: PEM text (`-----BEGIN PUBLIC KEY-----`), or a SubjectPublicKeyInfo in DER, or the file that holds either. */
export type PublicKeySource = string | Uint8Array | { readonly file: string };

/** Raw public keys, OpenSSL 3.2 and later. */
export interface RawKeyOptions {
  /**
   * What a server may show, in the order of preference: what this server has, or this client takes. Default: `['x509']`. With
   * `'raw-public-key'` a server needs a `privateKey` only. The server's own order decides; a peer that knows no raw public keys goes by
   * certificates, and where `'x509'` is not in the list such a certificate is refused (X509_V_ERR_CERT_REJECTED).
   * SSL_CTX_set1_server_cert_type(3)
   */
  readonly serverCertTypes?: readonly CertificateType[];
  /** The same of what a client may show, where a server asks for it. SSL_CTX_set1_client_cert_type(3) */
  readonly clientCertTypes?: readonly CertificateType[];
  /**
   * The keys that the peer may have, one of them: as a raw public key, **and in a certificate too**, in whose place they stand: no authority
   * has to be trusted, and none helps. A peer with another key is refused. Checked only if the verify mode has `peer`.
   * SSL_add_expected_rpk(3)
   */
  readonly expectedPeerKeys?: readonly PublicKeySource[];
}

export const rawKeyOptionNames: readonly (keyof RawKeyOptions)[] = ['serverCertTypes', 'clientCertTypes', 'expectedPeerKeys'];

/** By their numbers on the wire. */
const typeNumbers: Readonly<Record<CertificateType, number>> = { x509: 0, 'raw-public-key': 2 };
const typeNames = Object.keys(typeNumbers) as readonly CertificateType[];

/**
 * What is given of them; undefined if nothing.
 *
 * Fails when: a list is empty, or has something else or one thing twice (MisuseError); or the OpenSSL is older than 3.2 (NotSupportedError).
 */
export function readRawKeys(options: OptionReader, library: OpenSSL): NativeRawKeys | undefined {
  const server = readTypes(options, 'serverCertTypes', 'SSL_CTX_set1_server_cert_type', library);
  const client = readTypes(options, 'clientCertTypes', 'SSL_CTX_set1_client_cert_type', library);
  const expected = readKeys(options, library);
  if ((server ?? client ?? expected) === undefined) return undefined;
  return { serverTypes: bytesOf(server), clientTypes: bytesOf(client), expected: expected ?? [] };
}

/** Whether a key may be shown without a certificate. For lists that readRawKeys has seen. */
export function showsRawKeys(options: OptionReader, role: Role): boolean {
  const types = options.raw(role === 'server' ? 'serverCertTypes' : 'clientCertTypes');
  return Array.isArray(types) && types.includes('raw-public-key');
}

/** Whether nothing but raw public keys is taken from a server. For lists that readRawKeys has seen, or will. */
export function takesOnlyRawKeys(types: unknown): boolean {
  return Array.isArray(types) && types.includes('raw-public-key') && !types.includes('x509');
}

export function publicKeyOf(record: NativePublicKey | null): PublicKey | null {
  return record === null ? null : publicKey(record, record.raw);
}

/** The name of a number on the wire. */
export function certificateTypeOf(number: number): CertificateType {
  return number === typeNumbers['raw-public-key'] ? 'raw-public-key' : 'x509';
}

function readTypes(
  options: OptionReader,
  name: 'serverCertTypes' | 'clientCertTypes',
  cFunction: string,
  library: OpenSSL,
): readonly CertificateType[] | undefined {
  const given = options.raw(name);
  if (given === undefined) return undefined;
  const allowed = `an array of ${typeNames.map((each) => `'${each}'`).join(', ')}, each once`;
  if (!Array.isArray(given) || given.length === 0) throw invalidArgument(options.path(name), allowed, given);
  for (const [index, type] of given.entries()) {
    if (typeNames.includes(type as CertificateType) && given.indexOf(type) === index) continue;
    throw invalidArgument(`${options.path(name)}[${index}]`, `one of ${typeNames.map((each) => `'${each}'`).join(', ')}, each once`, type);
  }
  library.require(cFunction);
  return given as readonly CertificateType[];
}

function bytesOf(types: readonly CertificateType[] | undefined): Uint8Array | undefined {
  return types && Uint8Array.from(types, (type) => typeNumbers[type]);
}

function readKeys(options: OptionReader, library: OpenSSL): readonly Uint8Array[] | undefined {
  const given = options.raw('expectedPeerKeys');
  if (given === undefined) return undefined;
  const path = options.path('expectedPeerKeys');
  // None at all would be a peer that nobody can be.
  if (!Array.isArray(given) || given.length === 0) throw invalidArgument(path, 'an array of at least one public key', given);
  const keys = given.map((key: unknown, index) => readPublicKey(`${path}[${index}]`, key));
  library.require('SSL_add_expected_rpk');
  return keys;
}

function readPublicKey(path: string, value: unknown): Uint8Array {
  const file = memberOf(value, 'file');
  const content = file === undefined ? value : readFileSync(readableFile(`${path}.file`, file));
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw notAKey(path, value);
  if (bytes[0] === sequence && typeof content !== 'string') return bytes;
  const text = Buffer.from(bytes).toString('latin1');
  // It could have been read as a key, and then a secret would be where only public things belong.
  if (text.includes('PRIVATE KEY-----'))
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} must be a public key, and is a private one`);
  const [block, another] = [...text.matchAll(pemBlock)];
  const base64 = block?.groups?.['base64']?.replace(/\s+/g, '') ?? '';
  if (base64 === '') throw notAKey(path, typeof value === 'string' ? 'text without one' : value);
  if (another !== undefined) throw notAKey(path, 'text with several');
  return Buffer.from(base64, 'base64');
}

const sequence = 0x30; // the first byte of every SubjectPublicKeyInfo
// RFC 7468, 13
const pemBlock = /-----BEGIN PUBLIC KEY-----(?<base64>[A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/g;

function notAKey(path: string, given: unknown): MisuseError {
  return invalidArgument(path, 'one public key as PEM text (-----BEGIN PUBLIC KEY-----), DER or { file: path }', given);
}
