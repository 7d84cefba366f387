// The public surface of `libssl/tls`: the API of node:tls on the chosen OpenSSL. No logic but what a program may assign.

import * as nodeTls from 'node:tls';
import { defaultCiphers, setDefaultCiphers } from './ciphers.ts';
import { defaults } from './defaults.ts';

export { convertALPNProtocols } from './alpn-protocols.ts';
export { getCertificateCompressionAlgorithms } from './certificate-compression.ts';
export { getCiphers } from './ciphers.ts';
export type { LibsslConnectionOptions as ConnectionOptions } from './connect.ts';
export { connect } from './connect.ts';
export { checkServerIdentity } from './identity-check.ts';
export type { LibsslContextOptions as SecureContextOptions } from './secure-context.ts';
export { createSecureContext, SecureContext } from './secure-context.ts';
export type { LibsslServerOptions as TlsOptions, TlsServer } from './server.ts';
export { createServer, Server } from './server.ts';
export type { LibsslSocketOptions as TLSSocketOptions } from './socket-options.ts';
export { TLSSocket } from './tls-socket.ts';
export { certificateSet as getCACertificates, setDefaultCertificates as setDefaultCACertificates } from './trust.ts';

/** The certificates that come with Node, PEM. */
export const rootCertificates: readonly string[] = nodeTls.rootCertificates;
/** How often a client may renegotiate in CLIENT_RENEG_WINDOW. Here it may not at all, unless OpenSSL is told so: see docs/node-tls.md. */
export const CLIENT_RENEG_LIMIT = 3;
/** Seconds. */
export const CLIENT_RENEG_WINDOW = 600;

// A program may assign these, as in Node.
export declare let DEFAULT_MIN_VERSION: nodeTls.SecureVersion;
export declare let DEFAULT_MAX_VERSION: nodeTls.SecureVersion;
export declare let DEFAULT_ECDH_CURVE: string;
export declare let DEFAULT_CIPHERS: string;

declare const exports: object;
for (const [name, get, set] of [
  ['DEFAULT_MIN_VERSION', () => defaults.minVersion, (value: nodeTls.SecureVersion) => (defaults.minVersion = value)],
  ['DEFAULT_MAX_VERSION', () => defaults.maxVersion, (value: nodeTls.SecureVersion) => (defaults.maxVersion = value)],
  ['DEFAULT_ECDH_CURVE', () => defaults.ecdhCurve, (value: string) => (defaults.ecdhCurve = value)],
  ['DEFAULT_CIPHERS', defaultCiphers, setDefaultCiphers],
] as const) {
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, get, set });
}
