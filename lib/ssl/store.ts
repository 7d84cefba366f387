// Owns: reading what a URI names: certificates, keys, revocation lists, parameters, further URIs.
// Must not know: what they are for.

import type { Certificate } from '../core/certificate.ts';
import { KeyError } from '../core/errors.ts';
import { OptionReader } from '../core/options.ts';
import { pemText } from '../core/pem-text.ts';
import { type KeyFacts, keyFacts, type PublicKey, publicKey } from '../core/public-key.ts';
import { native } from '../native/addon.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import type { NativeStoreObject } from '../native/keys.ts';
import { certificateOf } from './certificates.ts';
import { type Home, readHome } from './home.ts';
import { keyError } from './key-errors.ts';
import { type LibraryContext, nativeLibraryContext } from './library-context.ts';
import { type LibrarySelector, nativeLibrary, type OpenSSL } from './openssl.ts';
import { type Passphrase, PassphraseCalls, readPassphrase } from './passphrase.ts';
import { makePrivateKey, type PrivateKey } from './private-key.ts';
import { requireUri } from './uri.ts';

/** One thing that a URI names. */
export type StoreObject =
  | { readonly kind: 'certificate'; readonly certificate: Certificate; readonly pem: string }
  | { readonly kind: 'privateKey'; readonly privateKey: PrivateKey }
  | { readonly kind: 'publicKey'; readonly publicKey: PublicKey }
  | { readonly kind: 'crl'; readonly der: Uint8Array; readonly pem: string }
  | { readonly kind: 'parameters'; readonly type: string; readonly bits: number; readonly group: string | null; readonly pem: string }
  /** Another URI, for a call of its own: what a folder has in it. */
  | { readonly kind: 'name'; readonly uri: string; readonly description: string };

export type StoreObjectKind = StoreObject['kind'];

export interface StoreOptions {
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** Where it is read, and whose providers know what schemes there are; default: the default one. OSSL_STORE_open_ex(3) */
  readonly libraryContext?: LibraryContext;
  /** Which of several implementations may read, property(7): `'provider=pkcs11'`. OpenSSL 3.0 and later, OSSL_STORE_open_ex(3) */
  readonly propertyQuery?: string;
  /** Of what is encrypted, or a token's PIN. OpenSSL never asks on the terminal here. */
  readonly passphrase?: Passphrase;
  /** Only this kind: the rest is passed over, and no passphrase is asked for to read it (1.1.1 asks all the same). OSSL_STORE_expect(3) */
  readonly expect?: StoreObjectKind;
}

const kinds: readonly StoreObjectKind[] = ['certificate', 'privateKey', 'publicKey', 'crl', 'parameters', 'name'];
const optionNames: readonly (keyof StoreOptions)[] = ['library', 'libraryContext', 'propertyQuery', 'passphrase', 'expect'];

/**
 * All that a URI names, in the order in which the store has it: `file:` with PEM, DER or PKCS #12 in it, a folder's files as names, and
 * what providers know (`pkcs11:`).
 *
 * Fails when: an argument is of the wrong type, or `uri` has no scheme (MisuseError); this OpenSSL lacks a function that is needed
 * (NotSupportedError); nobody knows the scheme, it names nothing, a passphrase is wrong or refused, or it cannot be read (KeyError).
 * What `passphrase` throws comes out as it is.
 *
 * @openssl OSSL_STORE_open
 * @openssl OSSL_STORE_load
 * @example
 * const [key] = loadStore('file:/etc/ssl/private/server.pem', { expect: 'privateKey', passphrase: () => askSomebody() });
 */
export function loadStore(uri: string, options: StoreOptions = {}): readonly StoreObject[] {
  const given = new OptionReader('options', options, optionNames);
  const name = requireUri('uri', uri);
  const expected = given.oneOf('expect', kinds);
  const passphrase = readPassphrase(given);
  const calls = new PassphraseCalls();
  const from = { home: readHome(given), propertyQuery: given.string('propertyQuery'), calls };
  return readStore(from, { uri: name, setting: 'uri', option: undefined, expected, passphrase });
}

/** Where a store is read: for this folder. */
export interface StorePlace {
  readonly home: Home;
  readonly propertyQuery: string | undefined;
  readonly calls: PassphraseCalls;
}

export interface StoreWish {
  readonly uri: string;
  /** By which an error names it. */
  readonly setting: string;
  /** Of the context, for which it is read. */
  readonly option: string | undefined;
  readonly expected: StoreObjectKind | undefined;
  readonly passphrase: Passphrase | undefined;
}

/** For this folder only. Fails as loadStore() does. */
export function readStore(place: StorePlace, { uri, setting, option, expected, passphrase }: StoreWish): readonly StoreObject[] {
  const { home, propertyQuery, calls } = place;
  const { library, libraryContext } = home;
  library.require('OSSL_STORE_open');
  if (propertyQuery !== undefined || libraryContext !== null) library.require('OSSL_STORE_open_ex');
  if (expected === 'publicKey') library.require('OSSL_STORE_INFO_get1_PUBKEY'); // 1.1.1 cannot ask for them
  const asked = calls.nativeOf(passphrase, { uri, ...(option === undefined ? {} : { setting: option }) });
  const nativeContext = libraryContext === null ? undefined : nativeLibraryContext(libraryContext, 'libraryContext');
  const read = native.loadStore(nativeLibrary(library), uri, setting, expected, asked, propertyQuery, nativeContext);
  calls.rethrow();
  if ('failure' in read) throw keyError(read, uri);
  return read.objects.map((object) => storeObject(home, object));
}

/** The private key that a URI names. Fails when: there are several (KeyError), and as loadStore() does. */
export function readStoreKey(place: StorePlace, wish: Omit<StoreWish, 'expected'>): PrivateKey {
  const objects = readStore(place, { ...wish, expected: 'privateKey' });
  const keys = objects.flatMap((object) => (object.kind === 'privateKey' ? [object.privateKey] : []));
  const [key, ...others] = keys;
  if (key !== undefined && others.length === 0) return key;
  const found = objects.map((object) => described(object));
  const detail =
    key === undefined
      ? `no private key, but ${found.join(', ')}`
      : `one private key is wanted, and it names ${keys.length}: ${found.join(', ')}`;
  const code = key === undefined ? 'ERR_SSL_URI_NOTHING' : 'ERR_SSL_URI_SEVERAL';
  throw new KeyError(code, wish.setting, 'OSSL_STORE_load', wish.uri, { detail, queue: [], found });
}

function described(object: StoreObject): string {
  if (object.kind !== 'privateKey') return object.kind;
  const { type, bits, group } = object.privateKey;
  return `privateKey (${type}, ${group ?? `${bits} bits`})`;
}

function storeObject(home: Home, object: NativeStoreObject<NativePrivateKey>): StoreObject {
  switch (object.kind) {
    case 'certificate': {
      const certificate = certificateOf(object.certificate);
      return { kind: 'certificate', certificate, pem: pemText('CERTIFICATE', certificate.raw) };
    }
    case 'privateKey':
      return { kind: 'privateKey', privateKey: makePrivateKey(home, object.key) };
    case 'publicKey':
      return { kind: 'publicKey', publicKey: publicKey(object, object.der) };
    case 'crl':
      return { kind: 'crl', der: object.der, pem: pemText('X509 CRL', object.der) };
    case 'parameters': {
      const { type, bits, group }: KeyFacts = keyFacts(object);
      return { kind: 'parameters', type, bits, group, pem: object.pem };
    }
    case 'name':
      return { kind: 'name', uri: object.uri, description: object.description };
  }
}
