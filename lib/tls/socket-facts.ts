// Owns: what a TLSSocket tells of its connection, in node:tls's words.
// Must not know: how the connection is made and driven.

import type { X509Certificate } from 'node:crypto';
import type { CipherNameAndProtocol, DetailedPeerCertificate, EphemeralKeyInfo, PeerCertificate } from 'node:tls';
import type { Certificate } from '../core/certificate.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { legacyCertificate, x509Certificate } from './legacy-certificate.ts';
import { nodeCipher, nodeEphemeralKey, nodeSignature } from './negotiated.ts';
import { NetFace } from './net-face.ts';
import { invalidArgType, outOfRange, requireString, requireView, tlsErrors } from './node-errors.ts';

export abstract class SocketFacts extends NetFace {
  /** The engine: all that OpenSSL can be asked of this connection. null before it is connected and after it is closed. */
  ssl: SslEngine | null = null;

  abstract get secureEstablished(): boolean;
  protected abstract get isServer(): boolean;

  /** The cipher; undefined before the handshake, null when it is closed. @openssl SSL_get_current_cipher */
  getCipher(): CipherNameAndProtocol {
    return this.#ask<unknown>(undefined, (ssl) => {
      const { cipher } = ssl.connection;
      return cipher === null ? undefined : nodeCipher(cipher);
    }) as CipherNameAndProtocol;
  }

  /** `TLSv1.3`; 'unknown' before the handshake, null when it is closed. @openssl SSL_get_version */
  getProtocol(): string | null {
    return this.#ask<string | null>('unknown', (ssl) => ssl.connection.protocol ?? 'unknown');
  }

  /** The key of the key exchange, on a client; an empty object where there was none, null on a server. @openssl SSL_get_peer_tmp_key */
  getEphemeralKeyInfo(): EphemeralKeyInfo | object | null {
    return this.#ask<object | null>({}, (ssl) => (this.isServer ? null : nodeEphemeralKey(ssl.connection)));
  }

  /** The last Finished that was sent; undefined if none was. @openssl SSL_get_finished */
  getFinished(): Buffer | undefined {
    return this.#ask<unknown>(undefined, (ssl) => bytesOrNothing(ssl.finishedMessages.own)) as Buffer | undefined;
  }

  /** The last Finished that came; undefined if none did. @openssl SSL_get_peer_finished */
  getPeerFinished(): Buffer | undefined {
    return this.#ask<unknown>(undefined, (ssl) => bytesOrNothing(ssl.finishedMessages.peer)) as Buffer | undefined;
  }

  /** The peer's certificate as Node's plain object; {} if it showed none, null when it is closed. @openssl SSL_get_peer_cert_chain */
  getPeerCertificate(detailed: true): DetailedPeerCertificate;
  getPeerCertificate(detailed?: boolean): PeerCertificate;
  getPeerCertificate(detailed = false): PeerCertificate | DetailedPeerCertificate {
    return this.#ask<unknown>({}, (ssl) =>
      legacyCertificate(detailed ? longestChain(ssl) : ssl.peerChain.slice(0, 1), detailed),
    ) as PeerCertificate;
  }

  /** The own certificate in the same form. @openssl SSL_get_certificate */
  getCertificate(): PeerCertificate | object | null {
    return this.#ask<object>({}, (ssl) => legacyCertificate(ownChain(ssl), false));
  }

  getPeerX509Certificate(): X509Certificate | undefined {
    return this.#ask<X509Certificate | undefined>(undefined, (ssl) => x509Certificate(ssl.peerChain)) ?? undefined;
  }

  getX509Certificate(): X509Certificate | undefined {
    return this.#ask<X509Certificate | undefined>(undefined, (ssl) => x509Certificate(ownChain(ssl))) ?? undefined;
  }

  /** The session in DER, a secret; undefined if there is none. @openssl SSL_get1_session, i2d_SSL_SESSION */
  getSession(): Buffer | undefined {
    return this.#ask<unknown>(undefined, (ssl) => {
      const { session } = ssl;
      return session === null ? undefined : Buffer.from(session.toDer());
    }) as Buffer | undefined;
  }

  /** The ticket of the session, on a client; undefined if there is none. @openssl SSL_SESSION_get0_ticket */
  getTLSTicket(): Buffer | undefined {
    return this.#ask<unknown>(undefined, (ssl) => (this.isServer ? undefined : bytesOrNothing(ssl.session?.ticket ?? new Uint8Array(0)))) as
      | Buffer
      | undefined;
  }

  /** @openssl SSL_session_reused */
  isSessionReused(): boolean {
    return this.#ask<boolean>(false, (ssl) => ssl.connection.resumed) as boolean;
  }

  /** `ECDSA+SHA256` and the like, those that both sides have. @openssl SSL_get_shared_sigalgs */
  getSharedSigalgs(): string[] {
    return this.#ask<unknown>([], (ssl) => ssl.sharedSignatureAlgorithms.map(nodeSignature)) as string[];
  }

  /**
   * Bytes that both sides can derive, and nobody else.
   *
   * Fails when: an argument is wrong (ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE), or the handshake is not done (ERR_TLS_INVALID_STATE).
   *
   * @openssl SSL_export_keying_material
   */
  exportKeyingMaterial(length: number, label: string, context?: Buffer): Buffer {
    if (typeof length !== 'number') throw invalidArgType('length', 'of type number', length);
    if (!Number.isInteger(length) || length < 1 || length > 65_535) throw outOfRange('length', '>= 1 && <= 65535', length);
    requireString('label', label);
    const extra = context === undefined ? null : requireView('context', context);
    if (!this.secureEstablished || this.ssl === null) throw tlsErrors.invalidState();
    return Buffer.from(this.ssl.exportKeyingMaterial(length, label, extra));
  }

  /** Bytes of plaintext in a record, 512 to 16384; false if that is out of range. @openssl SSL_set_max_send_fragment */
  setMaxSendFragment(size: number): boolean {
    if (typeof size !== 'number') throw invalidArgType('size', 'of type number', size);
    if (!Number.isInteger(size)) throw outOfRange('size', 'an integer', size);
    if (this.ssl === null || this.ssl.away || size < 512 || size > 16_384) return false;
    this.ssl.adjust({ maxSendFragment: size });
    return true;
  }

  /** `before`: what is answered as long as there is no connection, and while the pool works on it. */
  #ask<T>(before: T, question: (ssl: SslEngine) => T): T | null {
    if (this.ssl !== null && !this.ssl.closed) return this.ssl.away ? before : question(this.ssl);
    return this.destroyed ? null : before;
  }
}

function bytesOrNothing(bytes: Uint8Array): Buffer | undefined {
  return bytes.length === 0 ? undefined : Buffer.from(bytes);
}

function ownChain(ssl: SslEngine): readonly Certificate[] {
  return ssl.ownCertificate === null ? [] : [ssl.ownCertificate];
}

// What verification built reaches up to the trusted one; without any there is what the peer sent.
export function longestChain(ssl: SslEngine): readonly Certificate[] {
  const verified = ssl.verifiedChain;
  return verified.length > 0 ? verified : ssl.peerChain;
}
