// Owns: making the plain record of a certificate from what the OpenSSL that verified it has read.

import { createHash } from 'node:crypto';
import type { Certificate } from '../core/certificate.ts';
import type { NativeCertificate } from '../native/binding.ts';

export function certificateOf(record: NativeCertificate): Certificate {
  const digest = createHash('sha256').update(record.raw).digest('hex').toUpperCase();
  return {
    subject: record.subject,
    issuer: record.issuer,
    serialNumber: record.serialNumber,
    notBefore: dateOf(record.notBefore),
    notAfter: dateOf(record.notAfter),
    altNames: record.altNames,
    publicKey: {
      type: record.keyType,
      bits: record.keyBits,
      securityBits: record.keySecurityBits,
      group: record.keyGroup === '' ? null : record.keyGroup,
    },
    signatureAlgorithm: record.signatureAlgorithm,
    fingerprint256: digest.replace(/..(?!$)/g, '$&:'),
    raw: record.raw,
  };
}

function dateOf(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1000);
}
