// Owns: a certificate as plain data, read by the OpenSSL that verified it.

import { createHash } from 'node:crypto';
import type { NativeCertificate } from '../native/binding.ts';

/** A name of the subjectAltName extension. */
export interface AltName {
  /** `DNS`, `IP`, `email`, `URI`, `DirName`, `RID` or `other`. */
  readonly type: string;
  readonly value: string;
}

/** A certificate as plain data: no native object stays behind it. */
export interface Certificate {
  /** RFC 2253 form, X509_NAME_print_ex(3). */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** null if the field cannot be read as a time. */
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  readonly altNames: readonly AltName[];
  readonly publicKey: {
    /** OpenSSL's name of the key type, as this release spells it. */
    readonly type: string;
    readonly bits: number;
    /** The curve; null for keys that have none. */
    readonly group: string | null;
  };
  readonly signatureAlgorithm: string;
  /** SHA-256 of `raw`, hexadecimal with colons. */
  readonly fingerprint256: string;
  /** DER. */
  readonly raw: Uint8Array;
}

export function certificateOf(record: NativeCertificate): Certificate {
  const digest = createHash('sha256').update(record.raw).digest('hex').toUpperCase();
  return {
    subject: record.subject,
    issuer: record.issuer,
    serialNumber: record.serialNumber,
    notBefore: dateOf(record.notBefore),
    notAfter: dateOf(record.notAfter),
    altNames: record.altNames,
    publicKey: { type: record.keyType, bits: record.keyBits, group: record.keyGroup === '' ? null : record.keyGroup },
    signatureAlgorithm: record.signatureAlgorithm,
    fingerprint256: digest.replace(/..(?!$)/g, '$&:'),
    raw: record.raw,
  };
}

function dateOf(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1000);
}
