// Owns: pairs of keys without certificates, made anew for each run.
// Must not know: what they are used for.

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { OpenSSL } from '../../lib/index.ts';
import { libraries } from './at-hand.ts';

export interface RawKey {
  /** PEM. */
  readonly privateKey: string;
  /** PEM. */
  readonly publicKey: string;
  /** SubjectPublicKeyInfo. */
  readonly der: Buffer;
}

function keyOf({ privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: KeyObject }): RawKey {
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    der: publicKey.export({ type: 'spki', format: 'der' }),
  };
}

export const rawKeys = {
  ec: keyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  otherEc: keyOf(generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  rsa: keyOf(generateKeyPairSync('rsa', { modulusLength: 2048 })),
  ed25519: keyOf(generateKeyPairSync('ed25519')),
} as const;

/** The OpenSSLs at hand that have raw public keys, and those that do not. */
export function librariesWithRawKeys(has = true): readonly (readonly [name: string, library: OpenSSL])[] {
  return libraries
    .filter(({ library }) => library.has('SSL_add_expected_rpk') === has)
    .map(({ name, library }) => [`${name} (${library.version.short})`, library] as const);
}
