// Owns: what can be asked of a connection: what was negotiated, the certificates, the session, what both sides know.
// Must not know: operations, bytes.

import type { Certificate } from '../core/certificate.ts';
import { type EchOutcome, echOutcomeOf } from '../core/ech.ts';
import { requireBytes, requireInteger, requireString } from '../core/options.ts';
import type { PublicKey } from '../core/public-key.ts';
import { signatureName } from '../core/signature-names.ts';
import { native } from '../native/addon.ts';
import { certificateOf } from './certificates.ts';
import { type ChannelBindingType, channelBinding } from './channel-binding.ts';
import { type ConnectionInfo, type ConnectionState, connectionStateOf } from './connection-info.ts';
import { type DaneMatch, daneMatchOf } from './dane.ts';
import { access, EngineCore } from './engine-core.ts';
import { HandshakeFacts } from './handshake-facts.ts';
import { refusedSetting } from './refusal.ts';
import { type SslSession, sessionOf } from './session.ts';
import { type SignedCertificateTimestamp, timestampOf } from './transparency.ts';

/** The questions that an engine answers; every one fails when the engine is closed, or `this` is none (MisuseError). */
export abstract class InspectableEngine extends EngineCore {
  /** What was negotiated. */
  get connection(): ConnectionInfo {
    return new HandshakeFacts(this, 'connection').connection;
  }

  get state(): ConnectionState {
    return connectionStateOf(native.connectionState(access.open(this, 'state')));
  }

  /** What became of Encrypted Client Hello so far; null before OpenSSL 4.0. @openssl SSL_ech_get1_status */
  get ech(): EchOutcome | null {
    const outcome = native.engineEch(access.open(this, 'ech'));
    return outcome === null ? null : echOutcomeOf(outcome.status, outcome.innerName, outcome.outerName);
  }

  /**
   * Client: the configurations that a server sent to one whose Encrypted Client Hello it could not read, or which only pretended
   * (`grease-ech`); null if none, or none that it proved to be its own. RFC 9849, 6.2: those for GREASE are not to be kept.
   *
   * @openssl SSL_ech_get1_retry_config
   */
  get echRetryConfigs(): Uint8Array | null {
    return native.engineEchRetryConfigs(access.open(this, 'echRetryConfigs'));
  }

  /** The peer's certificate; null if it showed none, or not yet. @openssl SSL_get1_peer_certificate */
  get peerCertificate(): Certificate | null {
    return new HandshakeFacts(this, 'peerCertificate').peerChain[0] ?? null;
  }

  /**
   * The peer's public key: that of its certificate, or the raw one that it showed in place of a certificate; null if it showed nothing, or not
   * yet. @openssl SSL_get0_peer_rpk, X509_get0_pubkey
   */
  get peerPublicKey(): PublicKey | null {
    return new HandshakeFacts(this, 'peerPublicKey').peerPublicKey;
  }

  /** The certificate that this side shows; null if none. @openssl SSL_get_certificate */
  get ownCertificate(): Certificate | null {
    return native.ownCertificate(access.open(this, 'ownCertificate')).map(certificateOf)[0] ?? null;
  }

  /** What the peer sent, its own certificate first. @openssl SSL_get_peer_cert_chain */
  get peerChain(): readonly Certificate[] {
    return new HandshakeFacts(this, 'peerChain').peerChain;
  }

  /** The chain that verification built, up to the trusted one; empty if nothing was verified. @openssl SSL_get0_verified_chain */
  get verifiedChain(): readonly Certificate[] {
    return native.verifiedChain(access.open(this, 'verifiedChain')).map(certificateOf);
  }

  /**
   * Client: the OCSP response that the server has stapled, in DER; null if none. Nobody has looked at it: that is for `statusCallback`, or
   * for you. @openssl SSL_get_tlsext_status_ocsp_resp
   */
  get ocspResponse(): Uint8Array | null {
    return native.ocspResponse(access.open(this, 'ocspResponse'));
  }

  /** The identity of the pre-shared key in use, up to TLS 1.2; null if there is none. @openssl SSL_get_psk_identity */
  get pskIdentity(): string | null {
    return native.pskIdentity(access.open(this, 'pskIdentity'));
  }

  /**
   * The TLSA record that the peer's certificate matched; null if none did, and when a session was resumed.
   *
   * @openssl SSL_get0_dane_tlsa
   */
  get dane(): DaneMatch | null {
    const match = native.engineDane(access.open(this, 'dane'));
    return match === null ? null : daneMatchOf(match);
  }

  /**
   * The signed certificate timestamps that the peer showed; judged only if the context was told of certificate transparency.
   *
   * @openssl SSL_get0_peer_scts
   */
  get scts(): readonly SignedCertificateTimestamp[] {
    return native.engineScts(access.open(this, 'scts')).map(timestampOf);
  }

  /**
   * The names of the authorities that the peer asked for, in RFC 2253 form: a server's in its request for a certificate. Empty if it did
   * not say. @openssl SSL_get0_peer_CA_list
   */
  get peerCaNames(): readonly string[] {
    return native.enginePeerCaNames(access.open(this, 'peerCaNames'));
  }

  /** The session as it is now; null if there is none. It can be resumed once a ticket was read (TLS 1.3). @openssl SSL_get1_session */
  get session(): SslSession | null {
    const handle = native.sessionOf(access.open(this, 'session'));
    return handle === null ? null : sessionOf(this.context, handle);
  }

  /**
   * `length` bytes (1 to 65535) that both sides can derive, and nobody else. Up to TLS 1.2 no context and an empty one differ.
   *
   * Fails when: an argument is wrong (MisuseError), or the handshake is not finished (SettingError).
   *
   * @openssl SSL_export_keying_material
   */
  exportKeyingMaterial(length: number, label: string, context: Uint8Array | null = null): Uint8Array {
    const handle = access.open(this, 'exportKeyingMaterial');
    requireInteger('length', length, 1, 65_535);
    requireString('label', label);
    const made = native.engineExport(handle, length, label, context === null ? null : requireBytes('context', context));
    if ('failure' in made) throw refusedSetting(made, undefined);
    return made.bytes;
  }

  /**
   * On a server: the ciphers that the client offered, in its order, as far as this OpenSSL knows them. Also after a handshake that failed
   * for want of a shared one. Empty before the ClientHello, in a resumed connection of TLS 1.2, and on a client.
   * @openssl SSL_get_client_ciphers
   */
  get clientCiphers(): readonly string[] {
    return native.handshakeOffers(access.open(this, 'clientCiphers')).clientCiphers;
  }

  /** Of those, the ones that this server allows too. @openssl SSL_get_shared_ciphers */
  get sharedCiphers(): readonly string[] {
    return native.handshakeOffers(access.open(this, 'sharedCiphers')).sharedCiphers;
  }

  /**
   * The signature schemes that both sides have, under their TLS names: a server's, and a client's that was asked for a certificate.
   * @openssl SSL_get_shared_sigalgs
   */
  get sharedSignatureAlgorithms(): readonly string[] {
    return native.handshakeOffers(access.open(this, 'sharedSignatureAlgorithms')).sharedSignatures.map(signatureName);
  }

  /**
   * The master secret of TLS 1.2, or what the current session of TLS 1.3 is resumed with; empty if there is none. **It is the secret of
   * the connection**: whoever has it can read all of it (TLS 1.2), or take over the session. It belongs in no log.
   * @openssl SSL_SESSION_get_master_key
   */
  get masterKey(): Uint8Array {
    return native.engineMasterKey(access.open(this, 'masterKey'));
  }

  /** 32 bytes each; empty as long as they are not known. @openssl SSL_get_client_random, SSL_get_server_random */
  get randoms(): { readonly client: Uint8Array; readonly server: Uint8Array } {
    const { clientRandom, serverRandom } = native.engineShared(access.open(this, 'randoms'));
    return { client: clientRandom, server: serverRandom };
  }

  /** The Finished messages; empty as long as they are not there. @openssl SSL_get_finished, SSL_get_peer_finished */
  get finishedMessages(): { readonly own: Uint8Array; readonly peer: Uint8Array } {
    const { ownFinished, peerFinished } = native.engineShared(access.open(this, 'finishedMessages'));
    return { own: ownFinished, peer: peerFinished };
  }

  /**
   * What ties an authentication above TLS to this connection (RFC 5929, RFC 9266).
   *
   * Fails when: the type is unknown or has no meaning for this connection (MisuseError): `tls-unique` with TLS 1.3, `tls-exporter`
   * before, `tls-server-end-point` without a server certificate.
   */
  channelBinding(type: ChannelBindingType): Uint8Array {
    access.open(this, 'channelBinding');
    return channelBinding(this, type);
  }
}
