// Owns: the keys and configurations of Encrypted Client Hello as a value: made, read, written, looked at.
// Must not know: connections; where keys are kept, and how their lists come into DNS.

import { ECH } from '../core/constants.ts';
import { invalidArgument, OptionReader, requireInteger } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeEchStore, NativeRefusal } from '../native/binding.ts';
import { configOfPem, type EchConfig, echConfigOf, withConfigList } from './ech-config.ts';
import { configListOf, requireEch } from './ech-options.ts';
import { isAboutPassphrase, keyError } from './key-errors.ts';
import { nativeLibrary, OpenSSL } from './openssl.ts';
import { type Passphrase, PassphraseCalls, readPassphrase } from './passphrase.ts';
import { type PemSource, readPem } from './pem.ts';
import { refusedSetting } from './refusal.ts';
import { requireServerName } from './server-name.ts';

/** What a new key is for. */
export interface EchKeyOptions {
  /** The name for all to see. The server must have a certificate for it, to prove itself where it cannot decrypt. */
  readonly publicName: string;
  /**
   * How it is encrypted, as OSSL_HPKE_str2suite(3) has it: key encapsulation, key derivation, cipher. Default
   * `'X25519,hkdf-sha256,aes-128-gcm'`.
   */
  readonly suite?: string;
  /** To which length clients pad shorter names, 0 to 255; default 0: not known. */
  readonly maxNameLength?: number;
  /** Of the configuration; default, and all that OpenSSL 4.0 knows: 0xfe0d, which is RFC 9849's. */
  readonly version?: number;
  /** Whether it is sent to clients whose own configuration the server has no key for; default true. */
  readonly forRetry?: boolean;
}

/** How a PEM text is read. */
export interface EchPemOptions {
  /** The private key, where it stands apart from the configuration. */
  readonly privateKey?: PemSource;
  /** Of the private key, where it is encrypted: a text, or a callback that is asked for it. */
  readonly passphrase?: Passphrase;
  /** As that of a new key. */
  readonly forRetry?: boolean;
}

/** One configuration of a store, OSSL_ECHSTORE_get1_info(3). */
export interface EchEntry extends EchConfig {
  /** Whether the store can decrypt what was encrypted for it. */
  readonly hasPrivateKey: boolean;
  readonly forRetry: boolean;
  /** Seconds that it has been in this store. */
  readonly age: number;
}

const defaultSuite = 'X25519,hkdf-sha256,aes-128-gcm';
const handles = new WeakMap<object, NativeEchStore>();

/**
 * Keys and configurations of Encrypted Client Hello. A server's context decrypts with it (`echStore`); its `configList` goes into DNS.
 *
 * A context takes a copy: what is changed afterwards reaches it with `setEchStore()`.
 *
 * The constructor fails when: no OpenSSL can be loaded (LibraryLoadError), or it has no ECH (NotSupportedError). Every method fails when:
 * `this` is no EchStore (MisuseError).
 *
 * @openssl OSSL_ECHSTORE_new, OSSL_ECHSTORE_free
 * @example
 * const store = EchStore.generate({ publicName: 'public.example.org' });
 * console.log(`example.org. IN HTTPS 1 . ech="${store.configListBase64}"`);
 */
export class EchStore {
  readonly library: OpenSSL;

  constructor(library: OpenSSL = OpenSSL.load()) {
    const handle = nativeLibrary(library);
    requireEch(library, 'OSSL_ECHSTORE_new');
    const made = native.createEchStore(handle);
    if ('failure' in made) throw refusedSetting(made, undefined);
    this.library = library;
    handles.set(this, made.store);
  }

  /** A store with one new key. Fails when: the constructor or generate() does. @openssl OSSL_ECHSTORE_new_config */
  static generate(options: EchKeyOptions, library?: OpenSSL): EchStore {
    return new EchStore(library).generate(options);
  }

  /** A store with what a PEM text has. Fails when: the constructor or readPem() does. @openssl OSSL_ECHSTORE_read_pem */
  static fromPem(pem: PemSource, options?: EchPemOptions, library?: OpenSSL): EchStore {
    return new EchStore(library).readPem(pem, options);
  }

  /**
   * Adds a new key with its configuration.
   *
   * Fails when: an option is wrong (MisuseError), or OpenSSL has no such suite (SettingError).
   *
   * @openssl OSSL_ECHSTORE_new_config, OSSL_HPKE_str2suite, OSSL_HPKE_suite_check
   */
  generate(options: EchKeyOptions): this {
    const store = nativeEchStore(this, 'generate');
    const read = new OptionReader('options', options, ['publicName', 'suite', 'maxNameLength', 'version', 'forRetry']);
    const refusal = native.echStoreGenerate(store, {
      publicName: requireServerName(read.path('publicName'), read.raw('publicName')),
      suite: read.string('suite') ?? defaultSuite,
      maxNameLength: read.integer('maxNameLength', 0, 255) ?? 0,
      version: read.integer('version', 0, 0xff_ff) ?? ECH.OSSL_ECH_CURRENT_VERSION,
      forRetry: read.boolean('forRetry') ?? true,
    });
    return this.#afterwards(refusal);
  }

  /**
   * Adds what a PEM text of RFC 9934 has: an ECHCONFIG, and the private key for it if there is one.
   *
   * Fails when: an option is wrong or a file cannot be read (MisuseError); there is no ECHCONFIG, it cannot be used, the key cannot be read or
   * belongs to none of its configurations (SettingError); or its passphrase is wrong or missing (KeyError). Then nothing was added.
   *
   * @openssl OSSL_ECHSTORE_set1_key_and_read_pem, OSSL_ECHSTORE_read_pem
   */
  readPem(pem: PemSource, options: EchPemOptions = {}): this {
    const store = nativeEchStore(this, 'readPem');
    const read = new OptionReader('options', options, ['privateKey', 'passphrase', 'forRetry']);
    const calls = new PassphraseCalls();
    const refusal = native.echStoreReadPem(store, {
      text: readPem('pem', pem, 'an ECHCONFIG'),
      privateKey: read.has('privateKey') ? readPem(read.path('privateKey'), read.raw('privateKey'), 'a private key') : undefined,
      passphrase: calls.nativeOf(readPassphrase(read)),
      forRetry: read.boolean('forRetry') ?? true,
    });
    calls.rethrow();
    if (refusal !== undefined && isAboutPassphrase(refusal)) throw keyError(refusal, null);
    return this.#afterwards(refusal);
  }

  /**
   * Adds configurations without keys: a list as DNS has it, to look at.
   *
   * Fails when: it is no list (MisuseError), or OpenSSL cannot use it (SettingError). @openssl OSSL_ECHSTORE_read_echconfiglist
   */
  readConfigList(list: Uint8Array | string): this {
    const store = nativeEchStore(this, 'readConfigList');
    return this.#afterwards(native.echStoreReadConfigList(store, configListOf('list', list)));
  }

  /** Keeps one entry and drops the others. Fails when: there is no such entry (MisuseError, SettingError). @openssl OSSL_ECHSTORE_downselect */
  downselect(index: number | 'last'): this {
    const store = nativeEchStore(this, 'downselect');
    return this.#afterwards(native.echStoreDownselect(store, indexOf(index)));
  }

  /**
   * Drops keys that have been here for `age` seconds or longer, and their configurations with them. Configurations without a key stay.
   *
   * Fails when: `age` is no number of seconds (MisuseError). @openssl OSSL_ECHSTORE_flush_keys
   */
  flushKeys(age: number): this {
    const store = nativeEchStore(this, 'flushKeys');
    return this.#afterwards(native.echStoreFlushKeys(store, requireInteger('age', age, 0, 2 ** 31 - 1)));
  }

  /** What is in it, in the order in which it came. @openssl OSSL_ECHSTORE_get1_info, OSSL_ECHSTORE_num_entries */
  get entries(): readonly EchEntry[] {
    return native
      .echStoreEntries(nativeEchStore(this, 'entries'))
      .map(({ publicName, text, ...rest }) => ({ ...echConfigOf(publicName, text), ...rest }));
  }

  /**
   * One entry as PEM, its private key in front of it. **Whoever has the key can read which names clients ask for.**
   *
   * Fails when: there is no such entry (MisuseError, SettingError). @openssl OSSL_ECHSTORE_write_pem
   */
  toPem(index: number | 'last' = 'last'): string {
    return withConfigList(textOf(native.echStorePem(nativeEchStore(this, 'toPem'), indexOf(index))));
  }

  /** All configurations as an ECHConfigList, for clients; empty if there are none. @openssl OSSL_ECHSTORE_write_pem */
  get configList(): Uint8Array {
    const store = nativeEchStore(this, 'configList');
    if (native.echStoreEntries(store).length === 0) return new Uint8Array(0);
    return configOfPem(textOf(native.echStorePem(store, ECH.OSSL_ECHSTORE_ALL)));
  }

  /** The same as DNS has it. */
  get configListBase64(): string {
    return Buffer.from(this.configList).toString('base64');
  }

  #afterwards(refusal: NativeRefusal | undefined): this {
    if (refusal !== undefined) throw refusedSetting(refusal, undefined);
    return this;
  }
}

/** For this folder only. */
export function nativeEchStore(store: unknown, argument: string): NativeEchStore {
  const handle = typeof store === 'object' && store !== null ? handles.get(store) : undefined;
  if (handle === undefined) throw invalidArgument(argument, 'an EchStore', store);
  return handle;
}

function indexOf(index: number | 'last'): number {
  return index === 'last' ? ECH.OSSL_ECHSTORE_LAST : requireInteger('index', index, 0, 2 ** 31 - 1);
}

function textOf(written: { readonly text: string } | NativeRefusal): string {
  if ('failure' in written) throw refusedSetting(written, undefined);
  return written.text;
}
