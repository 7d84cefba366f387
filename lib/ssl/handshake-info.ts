// Owns: how a handshake was done, as plain records: signatures, temporary keys, what was measured and offered.
// Must not know: what was negotiated for the data.

import { signatureNameOf } from '../core/signature-names.ts';
import type { NativeHandshakeInfo, NativeKey, NativeSignature } from '../native/handshake-records.ts';
import { type CertificateSaving, savingOf } from './certificate-compression.ts';

/** A key of the key exchange, which lives for one connection. */
export interface TemporaryKey {
  /** OpenSSL's name of the type, as this release spells it. */
  readonly type: string;
  readonly bits: number;
  /** EVP_PKEY_get_security_bits(3) */
  readonly securityBits: number;
  /** The curve, for types that have several; else null. */
  readonly group: string | null;
}

/** How the handshake was done: a part of ConnectionInfo. Before it is finished everything is null. */
export interface HandshakeInfo {
  /**
   * The schemes that each side signed with, under their TLS names, `ecdsa_secp256r1_sha256`; null for a side that signed nothing: a client
   * without a certificate, both in a resumed connection. A server with RSA key exchange names one all the same.
   * SSL_get_peer_signature_nid(3)
   */
  readonly signatures: { readonly own: string | null; readonly peer: string | null };
  /**
   * The keys of the key exchange; null where OpenSSL did not keep one, and for an encapsulated secret (ML-KEM), which is no key.
   * SSL_get_peer_tmp_key(3)
   */
  readonly temporaryKeys: { readonly own: TemporaryKey | null; readonly peer: TemporaryKey | null };
  /**
   * Microseconds between a message of this side and the peer's answer; null before OpenSSL 3.2, and where it cannot be told.
   * SSL_get_handshake_rtt(3)
   */
  readonly roundTripTime: number | null;
  /** TLS compression, which nobody should use; null: none. SSL_get_current_compression(3) */
  readonly compression: string | null;
  /** What compression made of the certificates that each side showed; null for one that was not compressed. OpenSSL 3.2 and later. */
  readonly certificateCompression: { readonly own: CertificateSaving | null; readonly peer: CertificateSaving | null };
  /** RFC 7627; null with TLS 1.3, which needs none. SSL_get_extms_support(3) */
  readonly extendedMasterSecret: boolean | null;
  /** RFC 5746; null with TLS 1.3, which has no renegotiation. SSL_get_secure_renegotiation_support(3) */
  readonly secureRenegotiation: boolean | null;
}

export function handshakeInfoOf(record: NativeHandshakeInfo): HandshakeInfo {
  const { ownSignature, peerSignature, ownKey, peerKey, roundTrip, compression, extendedMasterSecret, secureRenegotiation } = record;
  const { ownCertificate, peerCertificate } = record;
  return {
    signatures: { own: nameOf(ownSignature), peer: nameOf(peerSignature) },
    temporaryKeys: { own: keyOf(ownKey), peer: keyOf(peerKey) },
    roundTripTime: roundTrip,
    compression,
    certificateCompression: { own: savingOf(ownCertificate), peer: savingOf(peerCertificate) },
    extendedMasterSecret,
    secureRenegotiation,
  };
}

function nameOf(signature: NativeSignature | null): string | null {
  if (signature === null) return null;
  return signature.name === '' ? signatureNameOf(signature.keyType, signature.digest, signature.pssKey) : signature.name;
}

function keyOf(key: NativeKey | null): TemporaryKey | null {
  return key === null ? null : { ...key, group: key.group === '' ? null : key.group };
}
