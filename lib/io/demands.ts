// Owns: what a client that insists on verification has to look at itself, because OpenSSL's handshake does not. A resumed handshake
// verifies nothing: the verify result comes from the session, whoever and whatever that was verified for, and no name is looked at; nor
// is it where a certVerifyCallback verifies in OpenSSL's place. A cipher without certificates leaves nothing to verify. And the client's
// own name took the place of those in the verify parameters (SSL_set1_host(3)): both must hold. A raw public key has no name: who it belongs to
// is what `expectedPeerKeys` and TLSA records say, and a session's peer must be one that they let in now.
// Must not know: how the handshake was driven.

import { isIP } from 'node:net';
import { X509_V } from '../core/constants.ts';
import { SslError } from '../core/errors.ts';
import { decidesItself } from '../ssl/context.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { verifyInfo } from '../ssl/failure.ts';
import { expectsPeer, type Verdict, verdictOf } from '../ssl/handshake-facts.ts';
import { peerHasEmail, peerHasName } from '../ssl/peer-name.ts';
import type { PeerNames } from '../ssl/verify-parameters.ts';

const hostMismatch = X509_V.X509_V_ERR_HOSTNAME_MISMATCH;
const addressMismatch = X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH;
const rawKeyUntrusted = X509_V.X509_V_ERR_RPK_UNTRUSTED;
const keyMismatch = X509_V.X509_V_ERR_DANE_NO_MATCH; // what OpenSSL says of a certificate with another key

/** What a client insists on. */
export interface Demands {
  readonly verified: boolean;
  /** The DNS name or IP address that the certificate must be for; null where that is switched off. */
  readonly name: string | null;
  /** What the context's verify parameters demand besides. */
  readonly also: PeerNames;
}

/** The error of a connection whose handshake is finished and does not meet the demands; null if it does. */
export function againstDemands(engine: SslEngine, demands: Demands): SslError | null {
  if (!demands.verified) return null;
  const verdict = verdictOf(engine);
  const { resumed } = verdict;
  if (resumed && !expectsPeer(engine)) return refusal(engine, verdict.peerShowedKey ? rawKeyUntrusted : keyMismatch, resumed);
  if (!verdict.verified && !knownByKey(engine, verdict)) {
    return refusal(engine, verdict.code === 0 ? X509_V.X509_V_ERR_UNSPECIFIED : verdict.code, resumed);
  }
  const mismatch = wrongName(engine, demands, verdict, resumed);
  return mismatch === null ? null : refusal(engine, mismatch, resumed);
}

/**
 * The same of the session that a client is about to resume, before anything is sent under its key: its server has shown this certificate
 * when the session was made.
 */
export function sessionAgainstDemands(engine: SslEngine, demands: Demands): SslError | null {
  if (!demands.verified) return null;
  const verdict = verdictOf(engine);
  if (verdict.code !== 0) return refusal(engine, verdict.code, true);
  if (!verdict.peerShowedCertificate && !verdict.peerShowedKey) return refusal(engine, X509_V.X509_V_ERR_UNSPECIFIED, true);
  if (!expectsPeer(engine)) return refusal(engine, verdict.peerShowedKey ? rawKeyUntrusted : keyMismatch, true);
  const mismatch = wrongName(engine, demands, verdict, true);
  return mismatch === null ? null : refusal(engine, mismatch, true);
}

// A pre-shared key proves who the server is without a certificate: in TLS 1.3 as a resumption, before as a cipher of its own.
function knownByKey(engine: SslEngine, { peerShowedCertificate, peerShowedKey }: Verdict): boolean {
  if (!decidesItself(engine.context, 'pskClientCallback') || peerShowedCertificate || peerShowedKey) return false;
  const { protocol, cipher, resumed } = engine.connection;
  return protocol === 'TLSv1.3' ? resumed : /PSK/.test(cipher?.name ?? '');
}

// The verify code of the first name that does not hold. OpenSSL has seen to the own name, unless it verified nothing itself.
function wrongName(engine: SslEngine, { name, also }: Demands, verdict: Verdict, resumed: boolean): number | null {
  if (!verdict.peerShowedCertificate) return null; // neither a pre-shared key nor a raw public one has a name
  const open = resumed || decidesItself(engine.context, 'certVerifyCallback');
  if (open && name !== null && !peerHasName(engine, name)) return isIP(name) === 0 ? hostMismatch : addressMismatch;
  if (also.hosts.length > 0 && !also.hosts.some((host) => peerHasName(engine, host))) return hostMismatch;
  if (also.email !== null && !peerHasEmail(engine, also.email)) return X509_V.X509_V_ERR_EMAIL_MISMATCH;
  if (also.ip !== null && !peerHasName(engine, also.ip)) return addressMismatch;
  return null;
}

function refusal(engine: SslEngine, code: number, resumed: boolean): SslError {
  const info = verifyInfo(engine.context.library, code);
  const { peerCertificate, peerPublicKey } = engine;
  const whose = resumed ? "the session's server" : 'the server';
  const what = peerPublicKey === null ? `${whose} showed no certificate` : `${whose} was not accepted`;
  return new SslError('ERR_SSL_CERTIFICATE', `${what}: ${info.text} (${info.name})`, {
    operation: 'SSL_connect',
    state: engine.state.text,
    verify: { ...info, depth: peerPublicKey === null ? null : 0, certificate: peerCertificate, peerCertificate, peerPublicKey },
  });
}
