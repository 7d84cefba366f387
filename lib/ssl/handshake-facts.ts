// Owns: what a handshake came to, kept until somebody looks: most connections are never asked, and an answer costs more than all else that
// happens outside of OpenSSL.

import type { Certificate } from '../core/certificate.ts';
import { native } from '../native/addon.ts';
import type { NativeFacts } from '../native/binding.ts';
import { certificateOf } from './certificates.ts';
import { type ConnectionInfo, connectionInfoOf } from './connection-info.ts';
import type { SslEngine } from './engine.ts';
import { access, type EngineCore } from './engine-core.ts';
import type { OpenSSL } from './openssl.ts';

/** As it stood when this was made; it outlives the engine. */
export class HandshakeFacts {
  readonly #native: NativeFacts;
  readonly #library: OpenSSL;
  #connection: ConnectionInfo | null = null;
  #peerChain: readonly Certificate[] | null = null;

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
}

/** What a driver with a policy asks of every connection. */
export interface Verdict {
  readonly resumed: boolean;
  readonly peerShowedCertificate: boolean;
  /** As `connection.verify.verified`. */
  readonly verified: boolean;
  /** SSL_get_verify_result(3) */
  readonly code: number;
}

/** For drivers: the same as `connection` says, without all the rest. Fails when: the engine is closed (MisuseError). */
export function verdictOf(engine: SslEngine): Verdict {
  const packed = native.verdict(access.open(engine, 'connection'));
  const flags = packed % 8;
  return {
    resumed: (flags & 1) !== 0,
    peerShowedCertificate: (flags & 2) !== 0,
    verified: (flags & 4) !== 0,
    code: (packed - flags) / 8,
  };
}
