// Owns: what a client that insists on verification has to look at itself, because OpenSSL's handshake does not. A resumed handshake
// verifies nothing: the verify result comes from the session, whoever and whatever that was verified for, and no name is looked at. And a
// cipher without certificates leaves nothing to verify.
// Must not know: how the handshake was driven.

import { isIP } from 'node:net';
import { X509_V } from '../core/constants.ts';
import { SslError } from '../core/errors.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { verifyInfo } from '../ssl/failure.ts';
import { peerHasName } from '../ssl/peer-name.ts';

/** What a client insists on. */
export interface Demands {
  readonly verified: boolean;
  /** The DNS name or IP address that the certificate must be for; null where that is switched off. */
  readonly name: string | null;
}

/** The error of a connection whose handshake is finished and does not meet the demands; null if it does. */
export function againstDemands(engine: SslEngine, demands: Demands): SslError | null {
  if (!demands.verified) return null;
  const { resumed, verify } = engine.connection;
  if (!verify.verified) {
    const code = verify.code === 0 ? X509_V.X509_V_ERR_UNSPECIFIED : verify.code;
    return refusal(engine, code, resumed ? "the session's server was not accepted" : 'the server showed no certificate');
  }
  if (!resumed || demands.name === null || peerHasName(engine, demands.name)) return null;
  return refusal(engine, mismatch(demands.name), "the session's server was not accepted");
}

/**
 * The same of the session that a client is about to resume, before anything is sent under its key: its server has shown this certificate
 * when the session was made.
 */
export function sessionAgainstDemands(engine: SslEngine, demands: Demands): SslError | null {
  if (!demands.verified) return null;
  const what = "the session's server was not accepted";
  const { code } = engine.connection.verify;
  if (code !== 0) return refusal(engine, code, what);
  if (engine.peerCertificate === null) return refusal(engine, X509_V.X509_V_ERR_UNSPECIFIED, what);
  return demands.name === null || peerHasName(engine, demands.name) ? null : refusal(engine, mismatch(demands.name), what);
}

function mismatch(name: string): number {
  return isIP(name) !== 0 ? X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH : X509_V.X509_V_ERR_HOSTNAME_MISMATCH;
}

function refusal(engine: SslEngine, code: number, what: string): SslError {
  const info = verifyInfo(engine.context.library, code);
  const { peerCertificate } = engine;
  return new SslError('ERR_SSL_CERTIFICATE', `${what}: ${info.text} (${info.name})`, {
    operation: 'SSL_connect',
    state: engine.state.text,
    verify: { ...info, depth: peerCertificate === null ? null : 0, certificate: peerCertificate, peerCertificate },
  });
}
