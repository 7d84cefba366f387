// Owns: the error classes. Three families: the caller's mistakes, OpenSSL's own refusals, and what the peer or the network did.
// Must not know: how any of them comes about. Match `code`: it is stable, texts are not. docs/errors.md lists every code.

import type { Certificate } from './certificate.ts';
import type { HandshakeStep } from './handshake-step.ts';
import type { PublicKey } from './public-key.ts';
import { describeEntry, type ErrorQueue } from './queue.ts';

export type ErrorFamily = 'misuse' | 'library' | 'peer';

/** What all errors of this package have in common. */
export abstract class LibsslError extends Error {
  abstract readonly family: ErrorFamily;
  /** Stable, for programs to match. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

export type MisuseCode =
  | 'ERR_SSL_ARGUMENT'
  | 'ERR_SSL_UNKNOWN_OPTION'
  | 'ERR_SSL_FILE'
  | 'ERR_SSL_CLOSED'
  | 'ERR_SSL_RECEIVER'
  | 'ERR_SSL_STATE'
  | 'ERR_SSL_BUSY'
  | 'ERR_SSL_FREED'
  | 'ERR_SSL_NOT_OWNED'
  | 'ERR_SSL_OTHER_LIBRARY';

/** The caller's mistake: a wrong argument, or a call at the wrong time. Nothing has reached OpenSSL. */
export class MisuseError extends LibsslError {
  readonly family = 'misuse';
  /** The argument or option that is wrong, `options.port`; the method's name where the mistake is the call itself. */
  readonly argument: string;

  constructor(code: MisuseCode, argument: string, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.argument = argument;
  }
}

/** OpenSSL refused a setting: a cipher string that names nothing, a key that does not match its certificate. */
export class SettingError extends LibsslError {
  readonly family = 'library';
  /** The option, `cipherList`. */
  readonly setting: string;
  /** The C function that refused, `SSL_CTX_set_cipher_list`. */
  readonly function: string;
  readonly queue: ErrorQueue;

  constructor(setting: string, cFunction: string, given: string, detail: string, queue: ErrorQueue, code = 'ERR_SSL_SETTING') {
    const reasons = [detail, ...queue.map(describeEntry)].filter((text) => text !== '');
    const why = reasons.length === 0 ? 'OpenSSL gave no reason' : reasons.join('; ');
    super(code, `${setting}${given}: ${cFunction} refused it: ${why}`);
    this.setting = setting;
    this.function = cFunction;
    this.queue = queue;
  }
}

export type KeyErrorCode =
  | 'ERR_SSL_URI_SCHEME'
  | 'ERR_SSL_URI_NOTHING'
  | 'ERR_SSL_URI_SEVERAL'
  | 'ERR_SSL_URI'
  | 'ERR_SSL_PASSPHRASE'
  | 'ERR_SSL_PASSPHRASE_NEEDED'
  | 'ERR_SSL_ENGINE'
  | 'ERR_SSL_SETTING';

export interface KeyErrorDetails {
  readonly detail: string;
  readonly queue: ErrorQueue;
  /** What the URI names, where that is the reason: `'privateKey'`, `'certificate'`. */
  readonly found?: readonly string[];
}

/** A key, or whatever a URI names, could not be had: the code says why. A PIN in a URI is not shown. */
export class KeyError extends SettingError {
  /** What was read; null where it was no URI. */
  readonly uri: string | null;
  /** What the URI names, of `ERR_SSL_URI_SEVERAL`; else empty. */
  readonly found: readonly string[];

  constructor(code: KeyErrorCode, setting: string, cFunction: string, uri: string | null, { detail, queue, found = [] }: KeyErrorDetails) {
    super(setting, cFunction, uri === null ? '' : ` (${uri})`, detail, queue, code);
    this.uri = uri;
    this.found = found;
  }
}

/** The OpenSSL in use does not have a function that this needs. */
export class NotSupportedError extends LibsslError {
  readonly family = 'library';
  /** The C function, `SSL_set1_ech_config_list`. */
  readonly function: string;

  constructor(cFunction: string, version: string, message = `not supported by ${version}: ${cFunction}`) {
    super('ERR_SSL_NOT_SUPPORTED', message);
    this.function = cFunction;
  }
}

/** One OpenSSL that was tried and turned down. */
export interface LoadAttempt {
  readonly source: 'system' | 'node' | 'path';
  /** What was opened: libcrypto, then libssl. Empty for Node's own. */
  readonly files: readonly string[];
  readonly reason: string;
}

/** No OpenSSL could be loaded. */
export class LibraryLoadError extends LibsslError {
  readonly family = 'library';
  /** All that was tried, in order, and why each was turned down. */
  readonly attempts: readonly LoadAttempt[];

  constructor(selector: string, attempts: readonly LoadAttempt[]) {
    const tried = attempts.map(({ source, files, reason }) => `  ${files.length > 0 ? files.join(' + ') : source}: ${reason}`);
    super('ERR_SSL_LIBRARY_LOAD', [`no usable OpenSSL for '${selector}'; tried:`, ...tried].join('\n'));
    this.attempts = attempts;
  }
}

/** An alert, RFC 8446 section 6. */
export interface AlertInfo {
  readonly direction: 'sent' | 'received';
  readonly level: 'warning' | 'fatal';
  readonly description: number;
  /** The standard's name, `unknown_ca`. */
  readonly name: string;
}

/** Why verification of the peer's certificate failed, SSL_get_verify_result(3). */
export interface VerifyInfo {
  readonly code: number;
  /** The C name, `X509_V_ERR_CERT_HAS_EXPIRED`. */
  readonly name: string;
  /** OpenSSL's words. */
  readonly text: string;
}

/** What verification turned down first. */
export interface VerifyFailure extends VerifyInfo {
  /** Its place in the chain, 0 for the peer's own certificate; null if OpenSSL named none. */
  readonly depth: number | null;
  readonly certificate: Certificate | null;
  /** The peer's own certificate, whichever was turned down. */
  readonly peerCertificate: Certificate | null;
  /** The peer's key, of its certificate or without one; null if it showed none. */
  readonly peerPublicKey: PublicKey | null;
}

/** One address that a connection was tried to. */
export interface ConnectAttempt {
  readonly address: string;
  /** `ECONNREFUSED` and the like. */
  readonly code: string;
}

export interface SslErrorDetails {
  /** The call that failed: a C function (`SSL_connect`) or a system call (`connect`). */
  readonly operation: string;
  /** OpenSSL's return value; null if OpenSSL was not asked. */
  readonly ret?: number | null;
  /** What SSL_get_error said; null if OpenSSL was not asked. */
  readonly sslError?: number | null;
  /** Where the handshake stood, SSL_state_string_long(3). */
  readonly state?: string;
  /** The system's error number after the call, 0 if none. */
  readonly errno?: number;
  readonly queue?: ErrorQueue;
  readonly verify?: VerifyFailure | null;
  readonly alert?: AlertInfo | null;
  readonly unexpectedEof?: boolean;
  readonly attempts?: readonly ConnectAttempt[];
  readonly cause?: unknown;
}

/**
 * What the peer or the network did, told by OpenSSL or by the system. It comes as a `failed` result, a rejected promise, an `error`
 * event, or thrown by the blocking calls: the same object everywhere.
 */
export class SslError extends LibsslError {
  readonly family = 'peer';
  readonly operation: string;
  readonly ret: number | null;
  readonly sslError: number | null;
  readonly state: string;
  readonly errno: number;
  /** OpenSSL's error queue, oldest first; empty where OpenSSL had nothing to say. */
  readonly queue: ErrorQueue;
  readonly verify: VerifyFailure | null;
  readonly alert: AlertInfo | null;
  /** The transport ended where TLS does not allow it: a truncation, whatever this OpenSSL calls it. */
  readonly unexpectedEof: boolean;
  /** The addresses that were tried, where a connection could not be made. */
  readonly attempts: readonly ConnectAttempt[];
  /** The handshake up to here, where `connect`, `accept` or `connectSync` failed in it: they add it to the error that OpenSSL gave. */
  handshakeSteps: readonly HandshakeStep[] = [];

  constructor(code: string, message: string, details: SslErrorDetails) {
    super(code, message, details.cause === undefined ? undefined : { cause: details.cause });
    this.operation = details.operation;
    this.ret = details.ret ?? null;
    this.sslError = details.sslError ?? null;
    this.state = details.state ?? '';
    this.errno = details.errno ?? 0;
    this.queue = details.queue ?? [];
    this.verify = details.verify ?? null;
    this.alert = details.alert ?? null;
    this.unexpectedEof = details.unexpectedEof ?? false;
    this.attempts = details.attempts ?? [];
  }
}
