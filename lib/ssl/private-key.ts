// Owns: a private key as an object: what kind it is, and its public half. Its private half stays where it is.
// Must not know: where that is.

import { invalidArgument } from '../core/options.ts';
import { type KeyFacts, keyFacts, type PublicKey, publicKey } from '../core/public-key.ts';
import { native } from '../native/addon.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import type { Home } from './home.ts';
import type { LibraryContext } from './library-context.ts';
import type { OpenSSL } from './openssl.ts';
import { refusedSetting } from './refusal.ts';

const nativeOf = new WeakMap<object, NativePrivateKey>();
let make: (home: Home, handle: NativePrivateKey) => PrivateKey;

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
