// Owns: what a connection says of itself, as plain records.

import { SHUTDOWN, VERIFY } from '../core/constants.ts';
import { type EchOutcome, echOutcomeOf } from '../core/ech.ts';
import type { VerifyInfo } from '../core/errors.ts';
import type { CertificateType } from '../core/public-key.ts';
import type { NativeConnectionInfo, NativeConnectionState } from '../native/connection-records.ts';
import type { NativeEchOutcome } from '../native/ech.ts';
import type { NativeHandshakeInfo } from '../native/handshake-records.ts';
import { verifyInfo } from './failure.ts';
import { type HandshakeInfo, handshakeInfoOf } from './handshake-info.ts';
import type { OpenSSL } from './openssl.ts';
import { certificateTypeOf } from './raw-public-keys.ts';

export interface CipherInfo {
  /** OpenSSL's name, SSL_CIPHER_get_name(3). */
  readonly name: string;
  /** The IANA registry's name, SSL_CIPHER_standard_name(3). */
  readonly standardName: string;
  /** Of the key, SSL_CIPHER_get_bits(3). */
  readonly bits: number;
  /** The two bytes on the wire, SSL_CIPHER_get_protocol_id(3). */
  readonly id: number;
  /** The oldest protocol that has it, in OpenSSL's spelling (`TLSv1.3`, `TLSv1.2`, `TLSv1.0`, `SSLv3`), SSL_CIPHER_get_version(3). */
  readonly protocol: string;
}

/** What was negotiated. Before the handshake is finished everything but `serverName` is null, false or empty. */
export interface ConnectionInfo extends HandshakeInfo {
  /** `TLSv1.3`, or `DTLSv1.2`, SSL_get_version(3). */
  readonly protocol: string | null;
  /** SSL_get_current_cipher(3) */
  readonly cipher: CipherInfo | null;
  /**
   * The key exchange group in this release's spelling, SSL_get0_group_name(3); null where none was used. Before 3.2 it is that of
   * SSL_get_negotiated_group(3) by SSL_group_to_name(3), and with 1.1.1 the type of the peer's ephemeral key.
   */
  readonly group: string | null;
  /** SSL_get0_alpn_selected(3) */
  readonly alpn: string | null;
  /** SNI, SSL_get_servername(3). */
  readonly serverName: string | null;
  /** SSL_session_reused(3) */
  readonly resumed: boolean;
  /** What became of Encrypted Client Hello; null before OpenSSL 4.0. SSL_ech_get1_status(3) */
  readonly ech: EchOutcome | null;
  /**
   * What each side shows, if it shows anything: a certificate, or a raw public key. null before the handshake is finished. A resumed
   * connection shows nothing: it has what the session's peer showed. SSL_get_negotiated_server_cert_type(3),
   * SSL_get_negotiated_client_cert_type(3)
   */
  readonly certificateTypes: { readonly server: CertificateType; readonly client: CertificateType } | null;
  readonly verify: VerifyInfo & {
    /**
     * The peer showed a certificate or a raw public key, and OpenSSL accepted it. X509_V_OK alone does not say so: it is also what a connection without any
     * verification reports.
     */
    readonly verified: boolean;
    /** The name in the certificate that matched, SSL_get0_peername(3). */
    readonly peerName: string | null;
  };
}

/** Where a connection stands. */
export interface ConnectionState {
  /** SSL_state_string_long(3) */
  readonly text: string;
  /** SSL_is_init_finished(3) */
  readonly finished: boolean;
  /** SSL_get_shutdown(3) */
  readonly sentShutdown: boolean;
  readonly receivedShutdown: boolean;
  /** Decrypted bytes that a read gives without new input, SSL_pending(3). */
  readonly pending: number;
  /** SSL_has_pending(3): also counts records not yet processed, which may hold no data. */
  readonly hasPending: boolean;
}

export function connectionInfoOf(
  record: NativeConnectionInfo,
  handshake: NativeHandshakeInfo,
  ech: NativeEchOutcome | null,
  library: OpenSSL,
): ConnectionInfo {
  const asked = (record.verifyMode & VERIFY.SSL_VERIFY_PEER) !== 0;
  const code = record.verifyResult;
  return {
    protocol: record.finished ? record.protocol : null,
    cipher: record.cipher,
    group: record.group,
    alpn: record.alpn,
    serverName: record.serverName,
    resumed: record.resumed,
    ech: ech === null ? null : echOutcomeOf(ech.status, ech.innerName, ech.outerName),
    certificateTypes: certificateTypesOf(record),
    ...handshakeInfoOf(handshake),
    verify: {
      ...verifyInfo(library, code),
      verified: record.finished && asked && (record.peerShowedCertificate || record.peerShowedKey) && code === 0,
      peerName: record.peerName,
    },
  };
}

function certificateTypesOf({ finished, serverCertType, clientCertType }: NativeConnectionInfo): ConnectionInfo['certificateTypes'] {
  return finished ? { server: certificateTypeOf(serverCertType), client: certificateTypeOf(clientCertType) } : null;
}

export function connectionStateOf(record: NativeConnectionState): ConnectionState {
  return {
    text: record.text,
    finished: record.finished,
    sentShutdown: (record.shutdown & SHUTDOWN.SSL_SENT_SHUTDOWN) !== 0,
    receivedShutdown: (record.shutdown & SHUTDOWN.SSL_RECEIVED_SHUTDOWN) !== 0,
    pending: record.pending,
    hasPending: record.hasPending,
  };
}
