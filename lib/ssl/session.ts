// Owns: a session as a value: saved, restored, looked at.
// Must not know: connections, where sessions are kept.

import { invalidArgument, requireBytes } from '../core/options.ts';
import type { PublicKey } from '../core/public-key.ts';
import { native } from '../native/addon.ts';
import type { NativeSession } from '../native/binding.ts';
import type { NativeSessionInfo } from '../native/connection-records.ts';
import type { Home } from './home.ts';
import type { LibraryContext } from './library-context.ts';
import { nativeLibrary, OpenSSL } from './openssl.ts';
import { protocolName } from './protocols.ts';
import { publicKeyOf } from './raw-public-keys.ts';
import { refusedSetting } from './refusal.ts';

const nativeOf = new WeakMap<SslSession, NativeSession>();
let make: (home: Home, handle: NativeSession) => SslSession;

/**
 * The secret that lets a later connection to the same server skip most of the handshake.
 *
 * With TLS 1.3 a session can be resumed only once a ticket has come, which is after the handshake: take it from `onSession`, or from the
 * engine after something was read. Each of its tickets should be used once only (RFC 8446, C.4).
 *
 * @openssl SSL_SESSION_free
 */
export class SslSession {
  readonly library: OpenSSL;
  /** That of the connection that it is from, which it keeps alive; null: the default one. */
  readonly libraryContext: LibraryContext | null;

  private constructor({ library, libraryContext }: Home, handle: NativeSession) {
    this.library = library;
    this.libraryContext = libraryContext;
    nativeOf.set(this, handle);
  }

  // Read anew each time: a connection that ends badly makes its session useless.
  get #info(): NativeSessionInfo {
    return native.sessionInfo(nativeSession(this, 'session'));
  }

  static {
    make = (home, handle) => new SslSession(home, handle);
  }

  /**
   * Restores what toDer() gave, in this process or another; the library's release should be the same.
   *
   * Fails when: `bytes` is no Uint8Array (MisuseError), or no session in DER (SettingError).
   *
   * @openssl d2i_SSL_SESSION
   */
  static fromDer(bytes: Uint8Array, library: OpenSSL = OpenSSL.load()): SslSession {
    const made = native.sessionFromDer(nativeLibrary(library), requireBytes('bytes', bytes));
    if ('failure' in made) throw refusedSetting(made, undefined);
    return new SslSession({ library, libraryContext: null }, made.session);
  }

  /** The session in DER. It holds the secret: whoever has it can read and take over connections. @openssl i2d_SSL_SESSION */
  toDer(): Uint8Array {
    return native.sessionDer(nativeSession(this, 'toDer'));
  }

  /** Hexadecimal. @openssl SSL_SESSION_get_id */
  get id(): string {
    return Buffer.from(this.#info.id).toString('hex');
  }

  /** `TLSv1.3` @openssl SSL_SESSION_get_protocol_version */
  get protocol(): string {
    return protocolName(this.#info.protocol);
  }

  /** @openssl SSL_SESSION_get0_cipher */
  get cipher(): string {
    return this.#info.cipher;
  }

  /** @openssl SSL_SESSION_get0_hostname */
  get serverName(): string | null {
    return this.#info.serverName;
  }

  /** @openssl SSL_SESSION_get0_alpn_selected */
  get alpn(): string | null {
    return this.#info.alpn;
  }

  /** @openssl SSL_SESSION_get_time */
  get created(): Date {
    return new Date(this.#info.created * 1000);
  }

  /** Seconds from `created` on. @openssl SSL_SESSION_get_timeout */
  get timeout(): number {
    return this.#info.timeout;
  }

  /** @openssl SSL_SESSION_has_ticket */
  get hasTicket(): boolean {
    return this.#info.hasTicket;
  }

  /** As the server sent it, which alone can look into it; empty if there is none. @openssl SSL_SESSION_get0_ticket */
  get ticket(): Uint8Array {
    return this.#info.ticket;
  }

  /** Seconds, as the server hints; 0 if it does not. @openssl SSL_SESSION_get_ticket_lifetime_hint */
  get ticketLifetime(): number {
    return this.#info.ticketLifetime;
  }

  /** Bytes of 0-RTT data that the server takes; 0 if none. @openssl SSL_SESSION_get_max_early_data */
  get maxEarlyData(): number {
    return this.#info.maxEarlyData;
  }

  /**
   * What a server's application put into the ticket; empty if nothing, and on a client, which cannot look into it.
   * @openssl SSL_SESSION_get0_ticket_appdata
   */
  get ticketAppData(): Uint8Array {
    return this.#info.ticketAppData;
  }

  /**
   * The raw public key that the peer showed in place of a certificate, on a client and on a server that made the session; null if it showed
   * none. @openssl SSL_SESSION_get0_peer_rpk
   */
  get peerPublicKey(): PublicKey | null {
    return publicKeyOf(native.sessionPeerKey(nativeSession(this, 'peerPublicKey')));
  }

  /** @openssl SSL_SESSION_is_resumable */
  get resumable(): boolean {
    return this.#info.resumable;
  }
}

/**
 * Whether OpenSSL would offer the session's ticket by its age, with a second to spare. A clock that was set back makes it too old: up to
 * 3.0 OpenSSL takes a negative age for a huge one.
 */
export function ticketIsCurrent(session: SslSession, now: number = Date.now()): boolean {
  const age = Math.floor(now / 1000) - session.created.getTime() / 1000;
  return age >= 0 && age < session.ticketLifetime;
}

/** For this folder only. */
export function sessionOf(home: Home, handle: NativeSession): SslSession {
  return make(home, handle);
}

/** For this folder only. */
export function nativeSession(session: unknown, argument: string): NativeSession {
  const handle = session instanceof SslSession ? nativeOf.get(session) : undefined;
  if (handle === undefined) throw invalidArgument(argument, 'an SslSession', session);
  return handle;
}
