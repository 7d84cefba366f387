// Owns: what a handshake came to, kept until somebody looks: most connections are never asked, and an answer costs more than all else that
// happens outside of OpenSSL.

import type { Certificate } from '../core/certificate.ts';
import type { PublicKey } from '../core/public-key.ts';
import { native } from '../native/addon.ts';
import type { NativeFacts } from '../native/binding.ts';
import { certificateOf } from './certificates.ts';
import { type ConnectionInfo, connectionInfoOf } from './connection-info.ts';
import type { SslEngine } from './engine.ts';
import { access, type EngineCore } from './engine-core.ts';
import type { OpenSSL } from './openssl.ts';
import { publicKeyOf } from './raw-public-keys.ts';

/** As it stood when this was made; it outlives the engine. */
export class HandshakeFacts {
  readonly #native: NativeFacts;
  readonly #library: OpenSSL;
  #connection: ConnectionInfo | null = null;
  #peerChain: readonly Certificate[] | null = null;
  #peerPublicKey: PublicKey | null | undefined;

  /** Fails when: the engine is closed (MisuseError, with `member` as the name of what was asked). */
  constructor(engine: EngineCore, member: string) {
    this.#native = native.handshakeFacts(access.open(engine, member));
    this.#library = engine.context.library;
  }

  get connection(): ConnectionInfo {
    const facts = this.#native;
    this.#connection ??= connectionInfoOf(native.connectionInfo(facts), native.handshakeInfo(facts), native.factsEch(facts), this.#library);
    return this.#connection;
  }

  get peerChain(): readonly Certificate[] {
    this.#peerChain ??= native.peerChain(this.#native).map(certificateOf);
    return this.#peerChain;
  }

  get peerPublicKey(): PublicKey | null {
    if (this.#peerPublicKey === undefined) this.#peerPublicKey = publicKeyOf(native.peerPublicKey(this.#native));
    return this.#peerPublicKey;
  }
}

/** What a driver with a policy asks of every connection. */
export interface Verdict {
  readonly resumed: boolean;
  readonly peerShowedCertificate: boolean;
  /** In place of a certificate. */
  readonly peerShowedKey: boolean;
  /** As `connection.verify.verified`. */
  readonly verified: boolean;
  /** SSL_get_verify_result(3) */
  readonly code: number;
}

/** For drivers: the same as `connection` says, without all the rest. Fails when: the engine is closed (MisuseError). */
export function verdictOf(engine: SslEngine): Verdict {
  const packed = native.verdict(access.open(engine, 'connection'));
  const flags = packed % 16;
  return {
    resumed: (flags & 1) !== 0,
    peerShowedCertificate: (flags & 2) !== 0,
    verified: (flags & 4) !== 0,
    peerShowedKey: (flags & 8) !== 0,
    code: (packed - flags) / 16,
  };
}

/**
 * For drivers with a policy: whether the peer that a session was made with is one that a full handshake would take, by its key and by what it
 * showed. Fails when: the engine is closed (MisuseError).
 */
export function expectsPeer(engine: SslEngine): boolean {
  return native.engineExpectsPeer(access.open(engine, 'connection'));
}
