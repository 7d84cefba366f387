// Owns: the public surface of `libssl/c`: OpenSSL's C functions and constants under their names. No logic.

import type { OpenSSL } from '../ssl/openssl.ts';
import { functionsOf } from './default-library.ts';
import type { BioFunctions } from './generated/bio.ts';
import type { CryptoFunctions } from './generated/crypto.ts';
import type { SessionFunctions } from './generated/session.ts';
import type { SslFunctions } from './generated/ssl.ts';
import type { ContextFunctions } from './generated/ssl-ctx.ts';
import type { X509Functions } from './generated/x509.ts';

export { out } from './cells.ts';
export * from './generated/bio.ts';
export * from './generated/constants.ts';
export * from './generated/crypto.ts';
export * from './generated/session.ts';
export * from './generated/ssl.ts';
export * from './generated/ssl-ctx.ts';
export * from './generated/x509.ts';
export type * from './types.ts';

/** The workarounds that are safe with any peer, of OpenSSL 3.0 and later; 1.1.1 has one bit more (SSL_OP_LEGACY_SERVER_CONNECT). */
export const SSL_OP_ALL = 0x80000850n;

/** Every function of the layer, by its C name. */
export interface CLayer extends BioFunctions, CryptoFunctions, SessionFunctions, SslFunctions, ContextFunctions, X509Functions {}

/**
 * The same functions over another loaded OpenSSL: `import * as c from 'libssl/c'; const old = c.with(OpenSSL.load('/opt/openssl-1.1.1'))`.
 * A handle belongs to the OpenSSL that made it: the functions of another one refuse it.
 *
 * Fails when: `library` is no OpenSSL of `OpenSSL.load()` (MisuseError).
 */
function withLibrary(library: OpenSSL): CLayer {
  return functionsOf(library) as unknown as CLayer;
}

export { withLibrary as with };
