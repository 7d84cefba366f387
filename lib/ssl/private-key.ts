// Owns: a private key as an object: what kind it is, and its public half. Its private half stays where it is.
// Must not know: where that is.

import { invalidArgument, OptionReader } from '../core/options.ts';
import { type KeyFacts, keyFacts, type PublicKey, publicKey } from '../core/public-key.ts';
import { native } from '../native/addon.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import { type Home, readHome } from './home.ts';
import { keyError } from './key-errors.ts';
import { type LibraryContext, nativeLibraryContext } from './library-context.ts';
import { type LibrarySelector, nativeLibrary, type OpenSSL } from './openssl.ts';
import { type Passphrase, PassphraseCalls, readPassphrase } from './passphrase.ts';
import { type PemSource, readPem } from './pem.ts';
import { refusedSetting } from './refusal.ts';

const nativeOf = new WeakMap<object, NativePrivateKey>();
let make: (home: Home, handle: NativePrivateKey) => PrivateKey;

export interface PrivateKeyOptions {
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** Where it is read; default: the default one. */
  readonly libraryContext?: LibraryContext;
  /** Which implementations are taken, property(7). */
  readonly propertyQuery?: string;
  /** If it is encrypted. */
  readonly passphrase?: Passphrase;
}

/**
 * A private key: of a file, in a token, in an engine. An identity takes it as its `privateKey`. It is freed when neither JavaScript nor a
 * context holds it. Nothing gives its private half.
 *
 * @openssl EVP_PKEY_free
 */
export class PrivateKey implements KeyFacts {
  readonly library: OpenSSL;
  /** Where it was read; null: the default one. */
  readonly libraryContext: LibraryContext | null;
  readonly type: string;
  readonly bits: number;
  readonly group: string | null;
  readonly securityBits: number;

  private constructor({ library, libraryContext }: Home, handle: NativePrivateKey) {
    const facts = keyFacts(native.keyInfo(handle));
    this.library = library;
    this.libraryContext = libraryContext;
    this.type = facts.type;
    this.bits = facts.bits;
    this.group = facts.group;
    this.securityBits = facts.securityBits;
    nativeOf.set(this, handle);
  }

  static {
    make = (home, handle) => new PrivateKey(home, handle);
  }

  /**
   * The first private key of a PEM text or file: decrypted once, for any number of contexts. What a URI names, loadStore() reads.
   *
   * Fails when: an argument is of the wrong type, or no PEM text (MisuseError); it cannot be read, or its passphrase is wrong or refused
   * (KeyError). What `passphrase` throws comes out as it is.
   *
   * @openssl PEM_read_bio_PrivateKey
   */
  static fromPem(pem: PemSource, options: PrivateKeyOptions = {}): PrivateKey {
    const given = new OptionReader('options', options, ['library', 'libraryContext', 'propertyQuery', 'passphrase']);
    const text = readPem('pem', pem, 'a private key');
    const home = readHome(given);
    const propertyQuery = given.string('propertyQuery');
    if (propertyQuery !== undefined) home.library.require('PEM_read_bio_PrivateKey_ex');
    const calls = new PassphraseCalls();
    const asked = calls.nativeOf(readPassphrase(given));
    const context = home.libraryContext === null ? undefined : nativeLibraryContext(home.libraryContext, 'libraryContext');
    const read = native.keyFromPem(nativeLibrary(home.library), text, asked, propertyQuery, context);
    calls.rethrow();
    if ('failure' in read) throw keyError(read, null);
    return new PrivateKey(home, read.key);
  }

  /**
   * Its public half.
   *
   * Fails when: `this` is no PrivateKey (MisuseError), or where the key lies does not tell it (SettingError).
   *
   * @openssl i2d_PUBKEY
   */
  get publicKey(): PublicKey {
    const told = native.keyPublic(nativeKey(this, 'publicKey'));
    if ('failure' in told) throw refusedSetting(told, undefined);
    return publicKey(this, told.bytes);
  }
}

/** For this folder only. */
export function makePrivateKey(home: Home, handle: NativePrivateKey): PrivateKey {
  return make(home, handle);
}

/** For this folder only. */
export function nativeKey(key: unknown, argument: string): NativePrivateKey {
  const handle = isPrivateKey(key) ? nativeOf.get(key) : undefined;
  if (handle === undefined) throw invalidArgument(argument, 'a PrivateKey', key);
  return handle;
}

export function isPrivateKey(value: unknown): value is PrivateKey {
  return typeof value === 'object' && value !== null && nativeOf.has(value);
}
