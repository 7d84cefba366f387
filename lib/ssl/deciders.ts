// Owns: the callbacks that decide: their types, and reading them from options. OpenSSL calls them in the middle of an operation and waits
// for the answer.
// Must not know: how an answer reaches OpenSSL.

import type { Certificate } from '../core/certificate.ts';
import type { VerifyInfo } from '../core/errors.ts';
import type { AlertName } from '../core/names.ts';
import { invalidArgument, type OptionReader, requireFunction } from '../core/options.ts';
import type { PublicKey } from '../core/public-key.ts';
import type { ClientHello } from './client-hello.ts';
import type { SslContext } from './context.ts';
import type { Role } from './context-options.ts';
import type { ExtensionQuestion } from './custom-extensions.ts';
import type { SslEngine } from './engine.ts';
import type { Identity } from './identity-options.ts';
import type { Method } from './protocols.ts';
import type { SslSession } from './session.ts';

/** An answer now, or a promise of one: then the operation gives the `want-…` named at the callback, until the promise is settled. */
export type MayWait<T> = T | Promise<T>;

/** No, with an alert of one's own choice. */
export interface Refusal {
  readonly alert: AlertName | number;
}

/** One step of verification, X509_STORE_CTX_set_verify_cb(3). */
export interface VerifyStep extends VerifyInfo {
  /** What OpenSSL found: false if this certificate has the error `code`. */
  readonly ok: boolean;
  /** Its place in the chain, 0 for the peer's own certificate. */
  readonly depth: number;
  /** null for an error that is no certificate's. */
  readonly certificate: Certificate | null;
  /** The peer's, where it showed that and no certificate. X509_STORE_CTX_get0_rpk(3) */
  readonly publicKey: PublicKey | null;
}

export type PskProtocol = 'TLSv1.3' | 'TLSv1.2';

/** A pre-shared key. */
export interface Psk {
  /** The secret, 1 to 256 bytes; at least 16 that nobody can guess. In TLS 1.3 SSL_SESSION_set1_master_key(3) of an SSL_SESSION_new(3). */
  readonly key: Uint8Array;
  /**
   * TLS 1.3 only: the cipher whose hash the key is for; default `TLS_AES_128_GCM_SHA256`, as RFC 8446 has it. The key is used only if a
   * cipher of that hash is chosen. A server without a certificate prefers those of SHA-256; one that has a certificate goes by the
   * client's order, where SHA-384 comes first unless `cipherSuites` says otherwise.
   * SSL_CIPHER_find(3), SSL_SESSION_set_cipher(3), SSL_SESSION_set_protocol_version(3)
   */
  readonly cipherSuite?: 'TLS_AES_128_GCM_SHA256' | 'TLS_AES_256_GCM_SHA384' | 'TLS_CHACHA20_POLY1305_SHA256';
}

export interface PskIdentity extends Psk {
  /** 1 to 128 bytes, without a zero character; it travels in the clear. A string is sent as UTF-8. */
  readonly identity: string;
}

/** The key of session tickets. */
export interface TicketKey {
  /** 16 bytes, in the clear in front of each ticket, by which the key is found again. */
  readonly name: Uint8Array;
  /** 32 bytes, for AES-256-CBC */
  readonly aesKey: Uint8Array;
  /** 32 bytes, for HMAC-SHA256 */
  readonly hmacKey: Uint8Array;
  /** For a ticket that came in: it is good, but a new one is to be sent. */
  readonly renew?: boolean;
}

/** SSL_CTX_set_session_ticket_cb(3), SSL_SESSION_get0_ticket_appdata(3) */
export interface DecryptedTicket {
  readonly status: 'empty' | 'no-decrypt' | 'success' | 'success-renew';
  /** What generateTicketCallback put in; null if nothing, or if the ticket could not be read. */
  readonly appData: Uint8Array | null;
}
export type TicketDecision = 'use' | 'use-renew' | 'ignore' | 'ignore-renew' | 'abort';

/**
 * Callbacks that decide. They run inside of the operation that needs the answer: the engine can be asked there and closed, but not
 * operated. What one of them throws ends the handshake, and comes out of that operation unchanged. An answer of another kind than
 * those named is a MisuseError that comes out in the same way. OpenSSL cannot be told of a failure in getSessionCallback,
 * allowEarlyDataCallback and dtlsTimerCallback: it takes one for a no, or for its own time, and an engine whose owner carries on regardless
 * goes on without.
 */
export interface Deciders {
  /**
   * Sees each certificate that verification looks at, from the trusted one down, with what OpenSSL found. `true` goes on (the error, if
   * there is one, stays the verify result), `false` ends verification with it; a number goes on with this result for 0 and ends
   * verification with it otherwise. Both are as in C: `true` is 1, 0 is X509_STORE_CTX_set_error(X509_V_OK) and 1.
   *
   * @openssl SSL_CTX_set_verify
   */
  readonly verifyCallback?: (step: VerifyStep, engine: SslEngine) => boolean | number;
  /**
   * Verifies in place of OpenSSL, which then looks at nothing: no chain, no name, no time. `true` accepts, `false` refuses with
   * X509_V_ERR_APPLICATION_VERIFICATION, a number is the verify result (0: accepted), `'openssl'` lets OpenSSL verify. On a client the
   * answer may come later (`want-retry-verify`, SSL_set_retry_verify(3); OpenSSL 3.0.2 and later). Of a peer with a raw
   * public key the chain is empty, and the key comes last.
   *
   * @openssl SSL_CTX_set_cert_verify_callback
   */
  readonly certVerifyCallback?: (
    chain: readonly Certificate[],
    engine: SslEngine,
    publicKey: PublicKey | null,
  ) => MayWait<boolean | number | 'openssl'>;
  /**
   * Chooses what to show, before a server's certificate goes out, or when a server asks a client for one. Nothing leaves what the context
   * has; `false` ends the handshake. The answer may come later (`want-x509-lookup`).
   *
   * @openssl SSL_CTX_set_cert_cb
   */
  readonly certCallback?: (engine: SslEngine) => MayWait<Identity | SslContext | false | undefined>;
  /**
   * Server: sees the ClientHello before anything is made of it. An SslContext goes on with that one's certificates and callbacks
   * (SSL_set_SSL_CTX(3): the verify mode and parameters, options and protocols stay those of the first); nothing goes on; `false` or an alert ends the
   * handshake. The answer may come later (`want-client-hello-cb`).
   *
   * @openssl SSL_CTX_set_client_hello_cb
   */
  readonly clientHelloCallback?: (hello: ClientHello, engine: SslEngine) => MayWait<SslContext | Refusal | false | undefined>;
  /**
   * Server: chooses by SNI; `null` if the client named nobody. An SslContext goes on with that one's certificates and callbacks; nothing
   * goes on with this one and acknowledges the name; `'noack'` does not acknowledge it; `false` (unrecognized_name) or an alert ends the
   * handshake.
   *
   * @openssl SSL_CTX_set_tlsext_servername_callback, SSL_CTX_set_tlsext_servername_arg
   */
  readonly serverNameCallback?: (name: string | null, engine: SslEngine) => SslContext | Refusal | 'noack' | false | undefined;
  /**
   * Server: chooses one of the protocols that the client offers. `null` goes on without; `false` ends the handshake with
   * no_application_protocol. In place of `alpn`.
   *
   * @openssl SSL_CTX_set_alpn_select_cb
   */
  readonly alpnSelectCallback?: (offered: readonly string[], engine: SslEngine) => string | null | false;
  /**
   * OCSP stapling. On a server: gives the DER of the response to staple, `null` for none (the first argument is null). On a client with
   * `statusType: 'ocsp'`: judges the response that came, null if none did, and accepts it with `true`; else the handshake ends with
   * bad_certificate_status_response.
   *
   * @openssl SSL_CTX_set_tlsext_status_cb, SSL_CTX_set_tlsext_status_arg
   */
  readonly statusCallback?: (response: Uint8Array | null, engine: SslEngine) => Uint8Array | null | boolean;
  /**
   * Client: gives a pre-shared key, or null for none. It is asked when the ClientHello is made (`TLSv1.3`), and again if the server
   * chose an older protocol and a PSK cipher, then with the server's hint.
   *
   * @openssl SSL_CTX_set_psk_use_session_callback, SSL_CTX_set_psk_client_callback
   */
  readonly pskClientCallback?: (
    request: { readonly protocol: PskProtocol; readonly hint: string | null },
    engine: SslEngine,
  ) => PskIdentity | null;
  /**
   * Server: gives the key for the identity that a client shows, or null if it knows none: TLS 1.3 then goes on with a full handshake,
   * older protocols end with unknown_psk_identity.
   *
   * @openssl SSL_CTX_set_psk_find_session_callback, SSL_CTX_set_psk_server_callback
   */
  readonly pskServerCallback?: (offer: { readonly protocol: PskProtocol; readonly identity: string }, engine: SslEngine) => Psk | null;
  /**
   * Server: finds a session that OpenSSL does not have in memory by its id; null if there is none. Its answer cannot be waited for: a
   * store that is asked over the network is asked in clientHelloCallback, which sees the id too.
   *
   * @openssl SSL_CTX_sess_set_get_cb
   */
  readonly getSessionCallback?: (id: Uint8Array, engine: SslEngine) => SslSession | null;
  /**
   * Server: the key for a new ticket (`null` asks for it), or the key that a client's ticket names; null: none, then no ticket is made or
   * the ticket is ignored.
   *
   * @openssl SSL_CTX_set_tlsext_ticket_key_evp_cb, SSL_CTX_set_tlsext_ticket_key_cb
   */
  readonly ticketKeyCallback?: (name: Uint8Array | null, engine: SslEngine) => TicketKey | null;
  /**
   * Server: data to travel inside of a new ticket, SSL_SESSION_set1_ticket_appdata(3); null for none. Needs decryptTicketCallback only to be read back there.
   *
   * @openssl SSL_CTX_set_session_ticket_cb
   */
  readonly generateTicketCallback?: (engine: SslEngine) => Uint8Array | null;
  /** Server: what becomes of a ticket that a client shows. @openssl SSL_CTX_set_session_ticket_cb */
  readonly decryptTicketCallback?: (ticket: DecryptedTicket, engine: SslEngine) => TicketDecision;
  /**
   * Server: the cookie of a HelloRetryRequest, 1 to 4096 bytes, for SslEngine.stateless(); of DTLS, that of a HelloVerifyRequest, 1 to 255
   * bytes, for SslEngine.listen() and the option SSL_OP_COOKIE_EXCHANGE.
   *
   * @openssl SSL_CTX_set_stateless_cookie_generate_cb, SSL_CTX_set_cookie_generate_cb
   */
  readonly generateCookieCallback?: (engine: SslEngine) => Uint8Array;
  /** Server: whether a cookie is one that it made. @openssl SSL_CTX_set_stateless_cookie_verify_cb, SSL_CTX_set_cookie_verify_cb */
  readonly verifyCookieCallback?: (cookie: Uint8Array, engine: SslEngine) => boolean;
  /** Server: whether to take the early data of this client, which may be a replay. @openssl SSL_CTX_set_allow_early_data_cb */
  readonly allowEarlyDataCallback?: (engine: SslEngine) => boolean;
  /**
   * DTLS: milliseconds, 0 to 1800000, until what was sent is sent again if no answer comes. `last` is what it said before, 0 the first
   * time for a flight. OpenSSL's own: one second, and twice as much each time, up to a minute. What is left of a wait counts as over
   * below 15 ms, so that less than that is sent again as soon as OpenSSL finds no input: it gives up when it has sent it 12 times.
   *
   * @openssl DTLS_set_timer_cb
   */
  readonly dtlsTimerCallback?: (last: number, engine: SslEngine) => number;
}

export type DeciderName = keyof Deciders;

/** With what is asked of several callbacks of an option, and found by what the question says. */
export interface AllDeciders extends Deciders {
  readonly customExtensions?: (question: ExtensionQuestion, engine: SslEngine) => unknown;
}
export type QuestionName = keyof AllDeciders;

export const deciderNames: readonly DeciderName[] = [
  'verifyCallback',
  'certVerifyCallback',
  'certCallback',
  'clientHelloCallback',
  'serverNameCallback',
  'alpnSelectCallback',
  'statusCallback',
  'pskClientCallback',
  'pskServerCallback',
  'getSessionCallback',
  'ticketKeyCallback',
  'generateTicketCallback',
  'decryptTicketCallback',
  'generateCookieCallback',
  'verifyCookieCallback',
  'allowEarlyDataCallback',
  'dtlsTimerCallback',
];
/** In the order in which native code numbers the questions (src-native/ossl/asking.h). */
export const questionNames: readonly QuestionName[] = [...deciderNames, 'customExtensions'];

const onlyOnServers: ReadonlySet<DeciderName> = new Set(
  deciderNames.filter(
    (name) =>
      !['verifyCallback', 'certVerifyCallback', 'certCallback', 'statusCallback', 'pskClientCallback', 'dtlsTimerCallback'].includes(name),
  ),
);

/** Fails when: one is no function, or has no meaning for the role, the method or beside another option (MisuseError). */
export function readDeciders(options: OptionReader, role: Role, method: Method): Deciders {
  const given = deciderNames.filter((name) => options.has(name));
  for (const name of given) {
    requireFunction(options.path(name), options.raw(name));
    const other = role === 'client' ? onlyOnServers.has(name) : name === 'pskClientCallback';
    if (other) throw invalidArgument(options.path(name), `left out: it has no meaning on a ${role}`, options.raw(name));
  }
  if (options.has('dtlsTimerCallback') && method !== 'dtls') {
    throw invalidArgument(
      options.path('dtlsTimerCallback'),
      "left out: it has no meaning without options.method 'dtls'",
      options.raw('dtlsTimerCallback'),
    );
  }
  if (options.has('alpnSelectCallback') && options.has('alpn')) {
    throw invalidArgument(options.path('alpn'), 'left out where options.alpnSelectCallback is given', options.raw('alpn'));
  }
  return Object.fromEntries(given.map((name) => [name, options.raw(name)]));
}

export function askedBits(deciders: AllDeciders): number {
  return questionNames.reduce((sum, name, index) => (deciders[name] === undefined ? sum : sum + 2 ** index), 0);
}
