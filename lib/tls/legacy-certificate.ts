// Owns: certificates in the forms that node:tls has for them.

import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';
import type { Certificate } from '../core/certificate.ts';

/** Node's plain object of the first of these, the issuers linked behind it if `detailed`; without any an empty object, as in Node. */
export function legacyCertificate(chain: readonly Certificate[], detailed: boolean): PeerCertificate | DetailedPeerCertificate {
  const objects = chain
    .map(({ raw }) => new X509Certificate(raw))
    .map((certificate) => ({ certificate, object: legacyObject(certificate) }));
  if (detailed) {
    for (const [index, { certificate, object }] of objects.entries()) {
      const next = objects[index + 1];
      if (next !== undefined && certificate.checkIssued(next.certificate)) object.issuerCertificate = next.object;
      else if (certificate.checkIssued(certificate)) object.issuerCertificate = object;
    }
  }
  return objects[0]?.object ?? ({} as PeerCertificate);
}

/** Node's object of the first of these. */
export function x509Certificate(chain: readonly Certificate[]): X509Certificate | undefined {
  return chain[0] === undefined ? undefined : new X509Certificate(chain[0].raw);
}

function legacyObject(certificate: X509Certificate): DetailedPeerCertificate {
  return certificate.toLegacyObject() as DetailedPeerCertificate;
}
