// Owns: what a client that insists on verification has to look at itself, because OpenSSL's handshake does not. A resumed handshake
// verifies nothing: the verify result comes from the session, whoever and whatever that was verified for, and no name is looked at; nor
// is it where a certVerifyCallback verifies in OpenSSL's place. And a cipher without certificates leaves nothing to verify.
// Must not know: how the handshake was driven.

import { isIP } from 'node:net';
import { X509_V } from '../core/constants.ts';
import { SslError } from '../core/errors.ts';
import { decidesItself } from '../ssl/context.ts';
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
  if (!verify.verified && !knownByKey(engine)) {
    const code = verify.code === 0 ? X509_V.X509_V_ERR_UNSPECIFIED : verify.code;
    return refusal(
      engine,
      code,
      resumed || engine.peerCertificate !== null ? 'the server was not accepted' : 'the server showed no certificate',
    );
  }
  const nameIsOpen = (resumed || decidesItself(engine.context, 'certVerifyCallback')) && engine.peerCertificate !== null;
  if (!nameIsOpen || demands.name === null || peerHasName(engine, demands.name)) return null;
  const code = isIP(demands.name) !== 0 ? X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH : X509_V.X509_V_ERR_HOSTNAME_MISMATCH;
  return refusal(engine, code, 'the server was not accepted');
}

// A pre-shared key proves who the server is without a certificate: in TLS 1.3 as a resumption, before as a cipher of its own.
function knownByKey(engine: SslEngine): boolean {
  if (!decidesItself(engine.context, 'pskClientCallback') || engine.peerCertificate !== null) return false;
  const { protocol, cipher, resumed } = engine.connection;
  return protocol === 'TLSv1.3' ? resumed : /PSK/.test(cipher?.name ?? '');
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
