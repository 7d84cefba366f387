// Owns: whether a server is the one that was asked for, in node:tls's words.
// Must not know: sockets.

import type { PeerCertificate } from 'node:tls';
import * as nodeTls from 'node:tls';
import { X509_V } from '../core/constants.ts';
import { SslError } from '../core/errors.ts';
import { legacyCertificate } from './legacy-certificate.ts';
import { nodeError, socketError } from './node-errors.ts';

export type CheckServerIdentity = (host: string, certificate: PeerCertificate) => Error | undefined;

/**
 * Node's own check of a name against the plain object of a certificate. A connection does not need it: there OpenSSL checks the name in the
 * handshake.
 *
 * Fails when: never; a certificate for others is an Error (ERR_TLS_CERT_ALTNAME_INVALID) that it returns.
 */
export const checkServerIdentity: CheckServerIdentity = nodeTls.checkServerIdentity;

const nameMismatches: readonly number[] = [
  X509_V.X509_V_ERR_HOSTNAME_MISMATCH,
  X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH,
  X509_V.X509_V_ERR_EMAIL_MISMATCH,
];

/** As socketError(), where OpenSSL's refusal of a name is Node's error for one, with `reason`, `host` and `cert`. */
export function clientError(error: Error, host: string): Error {
  const made = socketError(error);
  if (!(error instanceof SslError) || error.verify === null || !nameMismatches.includes(error.verify.code)) return made;
  const { peerCertificate } = error.verify;
  const cert = legacyCertificate(peerCertificate === null ? [] : [peerCertificate], false);
  // The words are Node's; that the names do not match OpenSSL has decided, whatever Node makes of them.
  const words = (peerCertificate === null ? undefined : checkServerIdentity(host, cert)) ?? new Error(`OpenSSL: ${error.verify.text}`);
  const reason = (words as { reason?: string }).reason ?? words.message;
  return Object.assign(nodeError(made, 'ERR_TLS_CERT_ALTNAME_INVALID'), {
    message: reason === words.message ? `Hostname/IP does not match certificate's altnames: ${reason}` : words.message,
    reason,
    host,
    cert,
  });
}
