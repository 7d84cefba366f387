// Owns: certificates and keys as node:tls takes them, each key brought to the certificate that it belongs to.
// Must not know: contexts.

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import type { Identity } from '../ssl/identity-options.ts';
import type { Passphrase } from '../ssl/passphrase.ts';
import { isNamed } from './key-sources.ts';
import { invalidArgType, requireString } from './node-errors.ts';

type Pem = string | Buffer;
type CertificateGiven = Pem | Exclude<Identity['certificate'], Uint8Array>;
type KeyGiven = Pem | Exclude<Identity['privateKey'], Uint8Array>;

/** What `cert`, `key` and `passphrase` say, in the order of the certificates. Fails when: one is of the wrong type (ERR_INVALID_ARG_TYPE). */
export function readIdentities(options: SecureContextOptions): readonly Partial<Identity>[] {
  const certificates = list<unknown>(options.cert).map((value) =>
    isNamed(value) ? (value as CertificateGiven) : pem('options.cert', value),
  );
  const keys = list<unknown>(options.key).map((value) => readKey(value, options.passphrase));
  if (certificates.length <= 1 && keys.length <= 1) return certificates.length + keys.length === 0 ? [] : [pair(certificates[0], keys[0])];
  const left = [...keys];
  const found = certificates.map((certificate) => {
    const index = left.findIndex((key) => belongsTo(certificate, key));
    return index < 0 ? undefined : left.splice(index, 1)[0];
  });
  // Node cannot read every key that an OpenSSL can: then the order is what is left to go by.
  return certificates.map((certificate, index) => pair(certificate, found[index] ?? left.shift()));
}

/** The values of an option that may be given once or in an array; what is falsy was not given. */
export function list<T>(value: T | readonly T[] | null | undefined): readonly T[] {
  if (!value) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Fails when: `value` is neither text nor bytes (ERR_INVALID_ARG_TYPE). */
export function pem(name: string, value: unknown): Pem {
  if (typeof value === 'string') return value;
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw invalidArgType(name, 'of type string or an instance of Buffer, TypedArray, or DataView', value);
}

/** The certificates in a PEM text, one text each. */
export function pemCertificates(text: string): readonly string[] {
  return text.match(/-----BEGIN (?<label>(?:TRUSTED |X509 )?CERTIFICATE)-----.*?-----END \k<label>-----/gs) ?? [];
}

interface Key {
  readonly pem: KeyGiven;
  readonly passphrase: Passphrase | undefined;
}

function readKey(value: unknown, common: unknown): Key {
  const own = value as { pem?: unknown; passphrase?: unknown } | null;
  const wrapped = typeof own === 'object' && own !== null && own.pem !== undefined;
  const passphrase = (wrapped ? own.passphrase : undefined) ?? common;
  const given = wrapped ? own.pem : value;
  return { pem: isNamed(given) ? (given as KeyGiven) : pem('options.key', given), passphrase: readPassphrase(passphrase) };
}

/** A text, or what node:tls does not take: a callback. Fails when: it is neither (ERR_INVALID_ARG_TYPE). */
export function readPassphrase(given: unknown): Passphrase | undefined {
  if (given == null) return undefined;
  return typeof given === 'function' ? (given as Passphrase) : requireString('options.passphrase', given);
}

function pair(certificate: CertificateGiven | undefined, key: Key | undefined): Partial<Identity> {
  return {
    ...(certificate === undefined ? {} : { certificate }),
    ...(key === undefined ? {} : { privateKey: key.pem, ...(key.passphrase === undefined ? {} : { passphrase: key.passphrase }) }),
  };
}

function belongsTo(certificate: CertificateGiven, { pem: text, passphrase }: Key): boolean {
  if (!isText(certificate) || !isText(text) || typeof passphrase === 'function') return false;
  try {
    const key: KeyObject = createPrivateKey({ key: text, ...(passphrase === undefined ? {} : { passphrase }) });
    return new X509Certificate(certificate).checkPrivateKey(key);
  } catch {
    return false;
  }
}

function isText(value: unknown): value is Pem {
  return typeof value === 'string' || Buffer.isBuffer(value);
}
