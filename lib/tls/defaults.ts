// Owns: what node:tls lets a program change for the whole process: DEFAULT_MIN_VERSION and its kin; and which OpenSSL this module uses.

import { constants } from 'node:crypto';
import * as nodeTls from 'node:tls';
import { OpenSSL } from '../ssl/openssl.ts';

/** The chosen OpenSSL: LIBSSL_LIBRARY, then the system's, then Node's own. Fails when: none can be loaded (LibraryLoadError). */
export function chosenLibrary(): OpenSSL {
  return OpenSSL.load();
}

export interface Defaults {
  minVersion: nodeTls.SecureVersion;
  maxVersion: nodeTls.SecureVersion;
  /** null: the chosen OpenSSL's own, and its openssl.cnf's. */
  ciphers: string | null;
  ecdhCurve: string;
}

/** As they stand now; `--tls-min-v1.0`, `--tls-cipher-list` and their kin are in those of Node that they begin with. */
export const defaults: Defaults = {
  minVersion: nodeTls.DEFAULT_MIN_VERSION,
  maxVersion: nodeTls.DEFAULT_MAX_VERSION,
  ciphers: constants.defaultCipherList === constants.defaultCoreCipherList ? null : constants.defaultCipherList,
  ecdhCurve: 'auto',
};

/** The floor that is kept even where openssl.cnf allows less. */
export const builtInMinVersion: nodeTls.SecureVersion = 'TLSv1.2';
