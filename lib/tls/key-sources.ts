// Owns: what libssl/tls takes beyond node:tls for a certificate, a key and an authority: URIs, PrivateKeys, keys in engines; read once, as a
// secure context makes several contexts of OpenSSL's.
// Must not know: which option they are given as.

import { CryptoEngine } from '../ssl/crypto-engine.ts';
import type { HomeOptions } from '../ssl/home.ts';
import type { Identity } from '../ssl/identity-options.ts';
import type { CertificateSource, PrivateKeySource } from '../ssl/key-source.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { type Passphrase, PassphraseCalls } from '../ssl/passphrase.ts';
import { isPrivateKey, PrivateKey } from '../ssl/private-key.ts';
import { loadStore, readStoreKey } from '../ssl/store.ts';
import { requireUri } from '../ssl/uri.ts';
import { contextError } from './node-errors.ts';

/** What is neither text nor bytes. */
type Named = Exclude<PrivateKeySource | CertificateSource, string | Uint8Array | { readonly file: string }>;
export type Home = HomeOptions & { readonly library: OpenSSL };

/** Whether it is one of these, and not what node:tls knows. */
export function isNamed(value: unknown): value is Named {
  if (typeof value !== 'object' || value === null) return false;
  return isPrivateKey(value) || 'uri' in value || ('engine' in value && 'keyId' in value);
}

/** The texts of the certificates that a URI names. Fails when: it cannot be had (as OpenSSL's refusals are shown here). */
export function certificateTexts(uri: string, home: Home, passphrase: Passphrase | undefined): readonly string[] {
  return asNodeSays(() =>
    loadStore(uri, { ...placeOf(home), expect: 'certificate', ...(passphrase === undefined ? {} : { passphrase }) }).flatMap((object) =>
      object.kind === 'certificate' ? [object.pem] : [],
    ),
  );
}

/** The same identity with text in place of a certificate's URI, and a key that no further context has to ask a passphrase for. */
export function settled(identity: Partial<Identity>, home: Home): Partial<Identity> {
  const { certificate, privateKey, passphrase } = identity;
  return asNodeSays(() => ({
    ...identity,
    ...(hasUri(certificate) ? { certificate: certificateTexts(certificate.uri, home, passphrase).join('') } : {}),
    ...(privateKey === undefined ? {} : { privateKey: settledKey(privateKey, passphrase, home) }),
  }));
}

/** Node's `privateKeyEngine` and `privateKeyIdentifier`. */
export function engineKey(id: string, keyId: string, passphrase: Passphrase | undefined, { library }: Home): PrivateKey {
  return asNodeSays(() => CryptoEngine.load({ library, id }).loadPrivateKey(keyId, passphrase === undefined ? {} : { passphrase }));
}

function settledKey(key: PrivateKeySource, passphrase: Passphrase | undefined, home: Home): PrivateKeySource {
  const given = passphrase === undefined ? {} : { passphrase };
  if (typeof key === 'string' || key instanceof Uint8Array) {
    return typeof passphrase === 'function' ? PrivateKey.fromPem(key, { ...placeOf(home), ...given }) : key;
  }
  if (isPrivateKey(key) || 'file' in key) return key;
  if ('engine' in key) return key.engine.loadPrivateKey(key.keyId, given);
  const place = { home: { library: home.library, libraryContext: home.libraryContext ?? null }, propertyQuery: home.propertyQuery };
  return readStoreKey(
    { ...place, calls: new PassphraseCalls() },
    { uri: requireUri('options.key.uri', key.uri), setting: 'privateKey', option: 'key', passphrase },
  );
}

function placeOf({ library, libraryContext, propertyQuery }: Home): Home {
  return {
    library,
    ...(libraryContext === undefined ? {} : { libraryContext }),
    ...(propertyQuery === undefined ? {} : { propertyQuery }),
  };
}

function hasUri(value: unknown): value is { readonly uri: string } {
  return typeof value === 'object' && value !== null && 'uri' in value;
}

function asNodeSays<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw contextError(error);
  }
}
