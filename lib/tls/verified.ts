// Owns: what a peer's certificate came to, as node:tls's authorizationError.

import type { SslEngine } from '../ssl/engine.ts';

/** The code of the verify result, without `X509_V_ERR_`; null if the peer is verified. */
export function authorizationErrorOf(ssl: SslEngine | null): string | null {
  if (ssl === null) return 'UNSPECIFIED';
  const { verify, resumed, protocol } = ssl.connection;
  if (ssl.peerCertificate === null) {
    // A pre-shared key stands for a certificate; in TLS 1.3 that is a resumption.
    const byKey = ssl.pskIdentity !== null || (protocol === 'TLSv1.3' && resumed);
    return byKey ? null : 'UNSPECIFIED';
  }
  return verify.code === 0 ? null : verify.name.replace(/^X509_V_ERR_/, '');
}
