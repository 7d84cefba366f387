// Owns: what a peer's certificate came to, as node:tls's authorizationError.

import { X509_V } from '../core/constants.ts';
import type { SslEngine } from '../ssl/engine.ts';

const withoutCertificate = 'UNABLE_TO_GET_ISSUER_CERT';

/** `hasKeys`: this side has pre-shared keys. The code of the verify result, without `X509_V_ERR_`; null if the peer is verified. */
export function authorizationErrorOf(ssl: SslEngine | null, hasKeys: boolean): string | null {
  if (ssl === null) return withoutCertificate;
  const { verify, resumed, protocol } = ssl.connection;
  if (showedRawKey(ssl)) return verify.code === 0 ? null : nodeVerifyCode(verify.name, verify.code, false);
  if (ssl.peerCertificate === null) {
    // A pre-shared key stands for a certificate; in TLS 1.3 that looks as a resumption. A session that is resumed does not: whoever showed
    // no certificate when it was made has shown none.
    const byKey = hasKeys && (ssl.pskIdentity !== null || (protocol === 'TLSv1.3' && resumed));
    return byKey ? null : withoutCertificate;
  }
  return verify.code === 0 ? null : nodeVerifyCode(verify.name, verify.code, ssl.peerChain.length === 1);
}

/** Not in node:tls: the peer showed its public key in place of a certificate (RFC 7250). It has no name. */
export function showedRawKey(ssl: SslEngine): boolean {
  return ssl.peerCertificate === null && ssl.peerPublicKey !== null;
}

/**
 * Node's code for a verify result. Node lets verification go on after each error and tells the last: of a lone certificate whose issuer is
 * not known that is another than the first, where OpenSSL stops.
 */
export function nodeVerifyCode(name: string, code: number, alone: boolean): string {
  if (alone && code === X509_V.X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY) return 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
  return name.replace(/^X509_V_ERR_/, '');
}
