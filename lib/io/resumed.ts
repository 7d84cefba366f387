// Owns: what a resumed handshake leaves out. It verifies nothing: the verify result comes from the session, whoever and whatever that was
// verified for, and no name is looked at. A connection with a promise of verification looks itself.
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

/** The error of a resumed connection that does not meet the demands; null if it does, or was not resumed. */
export function resumedAgainstDemands(engine: SslEngine, demands: Demands): SslError | null {
  const { resumed, verify } = engine.connection;
  if (!resumed || !demands.verified) return null;
  if (!verify.verified) return refusal(engine, verify.code === 0 ? X509_V.X509_V_ERR_UNSPECIFIED : verify.code);
  if (demands.name === null || peerHasName(engine, demands.name)) return null;
  return refusal(engine, isIP(demands.name) !== 0 ? X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH : X509_V.X509_V_ERR_HOSTNAME_MISMATCH);
}

function refusal(engine: SslEngine, code: number): SslError {
  const info = verifyInfo(engine.context.library, code);
  const { peerCertificate } = engine;
  return new SslError('ERR_SSL_CERTIFICATE', `the session's server was not accepted: ${info.text} (${info.name})`, {
    operation: 'SSL_connect',
    state: engine.state.text,
    verify: { ...info, depth: 0, certificate: peerCertificate, peerCertificate },
  });
}
