// Owns: errors as node:tls has them: its classes, codes and properties, with what OpenSSL said beside them.
// Must not know: sockets.

import { inspect } from 'node:util';
import { isNativeError } from 'node:util/types';
import { ERR } from '../core/constants.ts';
import { EchRejectedError, type EchRejection } from '../core/ech.ts';
import { type AlertInfo, LibsslError, MisuseError, SettingError, SslError } from '../core/errors.ts';
import type { ErrorQueueEntry } from '../core/queue.ts';
import { nodeVerifyCode } from './verified.ts';

// What is given under such a name is not shown, whatever it is: it may well be the secret in another form.
const secrets = /(?:^|\.)(?:key|keys|passphrase|pfx|privateKeyIdentifier|psk|session|ticketKeys)$/;

/** An error under one of Node's codes; `cause` is this package's own, where there is one. */
export function nodeError<T extends Error>(error: T, code: string): T & { readonly code: string } {
  return Object.assign(error, { code });
}

export function invalidArgType(name: string, expected: string, given: unknown): TypeError {
  const what = name.includes('.') ? 'property' : 'argument';
  const shown = secrets.test(name) ? typeof given : received(given);
  return nodeError(new TypeError(`The "${name}" ${what} must be ${expected}. Received ${shown}`), 'ERR_INVALID_ARG_TYPE');
}

export function invalidArgValue(name: string, given: unknown, reason = 'is invalid'): TypeError {
  const what = name.includes('.') ? 'property' : 'argument';
  return nodeError(new TypeError(`The ${what} '${name}' ${reason}. Received ${inspect(given)}`), 'ERR_INVALID_ARG_VALUE');
}

export function outOfRange(name: string, allowed: string, given: unknown): RangeError {
  return nodeError(
    new RangeError(`The value of "${name}" is out of range. It must be ${allowed}. Received ${inspect(given)}`),
    'ERR_OUT_OF_RANGE',
  );
}

/** Fails when: `value` is no function (ERR_INVALID_ARG_TYPE). */
export function requireFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw invalidArgType(name, 'of type function', value);
}

/** Fails when: `value` is no string (ERR_INVALID_ARG_TYPE). */
export function requireString(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalidArgType(name, 'of type string', value);
  return value;
}

/** Fails when: `value` is no Buffer, TypedArray or DataView (ERR_INVALID_ARG_TYPE). */
export function requireView(name: string, value: unknown): Buffer {
  if (!ArrayBuffer.isView(value)) throw invalidArgType(name, 'an instance of Buffer, TypedArray, or DataView', value);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

type Coded = Error & { readonly code: string };

export const tlsErrors: {
  readonly alpnResult: (value: unknown, offered: readonly string[]) => Coded;
  readonly dhParamSize: (size: number) => Coded;
  readonly invalidContext: (name: string) => Coded;
  readonly protocolMethod: (text: string) => Coded;
  readonly protocolVersion: (version: unknown, which: string) => Coded;
  readonly versionConflict: (version: unknown, secureProtocol: string) => Coded;
} & Readonly<
  Record<
    | 'alpnWithProtocols'
    | 'handshakeTimeout'
    | 'invalidState'
    | 'multipleCallback'
    | 'requiredServerName'
    | 'sniFromServer'
    | 'socketClosed',
    () => Coded
  >
> = {
  alpnWithProtocols: () =>
    nodeError(
      new TypeError('The ALPNCallback and ALPNProtocols TLS options are mutually exclusive'),
      'ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS',
    ),
  alpnResult: (value: unknown, offered: readonly string[]) =>
    nodeError(
      new TypeError(
        `ALPN callback returned a value (${inspect(value)}) that did not match any of the client's offered protocols (${offered.join(', ')})`,
      ),
      'ERR_TLS_ALPN_CALLBACK_INVALID_RESULT',
    ),
  dhParamSize: (size: number) => nodeError(new Error(`DH parameter size ${size} is less than 2048`), 'ERR_TLS_DH_PARAM_SIZE'),
  handshakeTimeout: () => nodeError(new Error('TLS handshake timeout'), 'ERR_TLS_HANDSHAKE_TIMEOUT'),
  invalidContext: (name: string) => nodeError(new TypeError(`${name} must be a SecureContext of libssl/tls`), 'ERR_TLS_INVALID_CONTEXT'),
  invalidState: () => nodeError(new Error('TLS socket connection must be securely established'), 'ERR_TLS_INVALID_STATE'),
  multipleCallback: () => nodeError(new Error('Callback called multiple times'), 'ERR_MULTIPLE_CALLBACK'),
  protocolMethod: (text: string) => nodeError(new TypeError(text), 'ERR_TLS_INVALID_PROTOCOL_METHOD'),
  protocolVersion: (version: unknown, which: string) =>
    nodeError(new TypeError(`${inspect(version)} is not a valid ${which} TLS protocol version`), 'ERR_TLS_INVALID_PROTOCOL_VERSION'),
  requiredServerName: () =>
    nodeError(new Error('"servername" is required parameter for Server.addContext'), 'ERR_TLS_REQUIRED_SERVER_NAME'),
  sniFromServer: () => nodeError(new Error('Cannot issue SNI from a TLS server-side socket'), 'ERR_TLS_SNI_FROM_SERVER'),
  socketClosed: () => nodeError(new Error('Socket is closed'), 'ERR_SOCKET_CLOSED'),
  versionConflict: (version: unknown, secureProtocol: string) =>
    nodeError(
      new TypeError(`TLS protocol version ${inspect(version)} conflicts with secureProtocol ${inspect(secureProtocol)}`),
      'ERR_TLS_PROTOCOL_VERSION_CONFLICT',
    ),
};

/** What a peer that went away is to Node. */
export function connectionReset(message: string, cause?: unknown): Error & { readonly code: string } {
  return nodeError(cause === undefined ? new Error(message) : new Error(message, { cause }), 'ECONNRESET');
}

/**
 * The error that a socket of node:tls would give for this one. A failed verification has the code of its result without `X509_V_ERR_`;
 * another error of OpenSSL's has `ERR_SSL_` and its reason, and `library`, `reason` and `function`; one of the system is the system's
 * own. What this package knows besides (`queue`, `alert`, `verify`, `sslError`, `handshakeSteps`) is on it, and its own error is the `cause`.
 */
export function socketError(error: Error): Error {
  if (!(error instanceof SslError)) return error;
  if (isNativeError(error.cause) && error.queue.length === 0) return error.cause; // the transport's own
  const { queue, alert, verify, sslError, handshakeSteps } = error;
  const details = { queue, alert, verify, sslError, handshakeSteps, ...echDetails(error) };
  if (verify !== null) {
    const code = nodeVerifyCode(verify.name, verify.code, verify.depth === 0);
    return Object.assign(new Error(verify.text, { cause: error }), { code, ...details });
  }
  const [first] = queue;
  if (first === undefined) return Object.assign(new Error(error.message, { cause: error }), { code: error.code, ...details });
  const text = queue.map(queueLine).join('');
  const { library, reason, function: cFunction } = first;
  return Object.assign(new Error(text, { cause: error }), {
    code: `ERR_SSL_${constantCase(reason === '' ? namelessReason(first, alert) : reason)}`,
    library,
    reason,
    function: cFunction,
    ...details,
  });
}

function echDetails(error: SslError): Partial<EchRejection> {
  if (!(error instanceof EchRejectedError)) return {};
  const { ech, retryConfigs, securelyDisabled } = error;
  return { ech, retryConfigs, securelyDisabled };
}

/** The same of an error that making a context gave. */
export function contextError(error: unknown): unknown {
  if (error instanceof SettingError) {
    const { queue } = error;
    const last = queue.at(-1);
    const code = last === undefined ? 'ERR_CRYPTO_OPERATION_FAILED' : settingCode(last);
    const text = last === undefined ? error.message : queueLine(last).trim();
    return Object.assign(new Error(text, { cause: error }), {
      code,
      library: last?.library ?? '',
      reason: last?.reason ?? '',
      setting: error.setting,
      queue,
    });
  }
  if (error instanceof MisuseError && /\.(certificate|privateKey|ca|crl|dhParameters)\b/.test(error.argument)) {
    return nodeError(new Error(error.message, { cause: error }), 'ERR_OSSL_PEM_NO_START_LINE');
  }
  return error instanceof LibsslError || error instanceof Error ? error : new Error(String(error));
}

// 1.1.1 has no words for the newest alerts.
function namelessReason({ reasonCode }: ErrorQueueEntry, alert: AlertInfo | null): string {
  return alert?.direction === 'received' ? `tlsv1 alert ${alert.name}` : `reason ${reasonCode}`;
}

function settingCode({ libraryCode, reason }: ErrorQueueEntry): string {
  if (libraryCode === ERR.ERR_LIB_SSL) return `ERR_SSL_${constantCase(reason)}`;
  const library = libraryNames[libraryCode];
  return library === undefined ? `ERR_OSSL_${constantCase(reason)}` : `ERR_OSSL_${library}_${constantCase(reason)}`;
}

// err.h: those that certificates, keys and parameters bring about.
const libraryNames: Readonly<Record<number, string>> = {
  4: 'RSA',
  5: 'DH',
  6: 'EVP',
  9: 'PEM',
  11: 'X509',
  13: 'ASN1',
  15: 'CRYPTO',
  16: 'EC',
  32: 'BIO',
  33: 'PKCS7',
  34: 'X509V3',
  35: 'PKCS12',
};

function queueLine({ code, library, function: cFunction, reason, file, line }: ErrorQueueEntry): string {
  return `error:${code.toString(16).toUpperCase().padStart(8, '0')}:${library}:${cFunction}:${reason}:${file}:${line}:\n`;
}

function constantCase(text: string): string {
  return text.toUpperCase().replaceAll(' ', '_');
}

function received(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') return `an instance of ${value.constructor?.name ?? 'Object'}`;
  return `type ${typeof value} (${inspect(value)})`;
}
