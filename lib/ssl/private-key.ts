// Owns: a private key as an object: what kind it is, and its public half. Its private half stays where it is.
// Must not know: where that is.

import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import type { NativeKeyInfo } from '../native/keys.ts';
import type { Home } from './home.ts';
import type { LibraryContext } from './library-context.ts';
import type { OpenSSL } from './openssl.ts';
import { refusedSetting } from './refusal.ts';

const nativeOf = new WeakMap<object, NativePrivateKey>();
let make: (home: Home, handle: NativePrivateKey) => PrivateKey;

/** What can be said of a key. */
export interface KeyFacts {
  /** In OpenSSL's words, which differ between releases: `rsaEncryption`, `RSA`, `id-ecPublicKey`, `EC` */
  readonly type: string;
  readonly bits: number;
  /** The curve, as the release spells it; null where the key has none. */
  readonly group: string | null;
  /** EVP_PKEY_get_security_bits(3) */
  readonly securityBits: number;
}

export interface PublicKey extends KeyFacts {
  /** SubjectPublicKeyInfo. */
  readonly der: Uint8Array;
  /** The same as PEM text. */
  readonly pem: string;
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
   * Its public half.
   *
   * Fails when: `this` is no PrivateKey (MisuseError), or where the key lies does not tell it (SettingError).
   *
   * @openssl i2d_PUBKEY
   */
  get publicKey(): PublicKey {
    const told = native.keyPublic(nativeKey(this, 'publicKey'));
    if ('failure' in told) throw refusedSetting(told, undefined);
    const { type, bits, group, securityBits } = this;
    return { type, bits, group, securityBits, der: told.bytes, pem: pemText('PUBLIC KEY', told.bytes) };
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

export function keyFacts({ type, bits, group, securityBits }: NativeKeyInfo): KeyFacts {
  return { type, bits, group: group === '' ? null : group, securityBits };
}

/** RFC 7468 */
export function pemText(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?!$)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
