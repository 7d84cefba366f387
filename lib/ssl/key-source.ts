// Owns: certificates and keys of a context in all the forms that a caller may give them in: PEM, a file, a URI, a PrivateKey, an engine's.
// Must not know: what the context does with them.

import { KeyError } from '../core/errors.ts';
import { invalidArgument } from '../core/options.ts';
import type { NativePrivateKey } from '../native/binding.ts';
import { type CryptoEngine, readEngineKey } from './crypto-engine.ts';
import type { Passphrase } from './passphrase.ts';
import { type PemSource, readPem } from './pem.ts';
import { isPrivateKey, nativeKey, type PrivateKey } from './private-key.ts';
import { readStore, readStoreKey, type StoreObject, type StorePlace } from './store.ts';
import { requireUri, type UriSource, uriOf } from './uri.ts';

/** The key of that name in an engine, ENGINE_load_private_key(3). */
export interface EngineKeySource {
  readonly engine: CryptoEngine;
  readonly keyId: string;
}

/** A private key: PEM text, a file of it, what a URI names, or an object. */
export type PrivateKeySource = PemSource | UriSource | PrivateKey | EngineKeySource;
/** Certificates: PEM text, a file of it, or what a URI names. */
export type CertificateSource = PemSource | UriSource;

/** Where an option stands and what it is for. */
interface Option {
  /** `options.identities[0].privateKey` */
  readonly path: string;
  /** `identities[0].privateKey` */
  readonly setting: string;
  readonly passphrase?: Passphrase | undefined;
}

type NativeKeySource = { readonly privateKey: string | undefined; readonly key: NativePrivateKey | undefined };

/** Reads such options of one context. */
export class KeySources {
  readonly #place: StorePlace;

  constructor(place: StorePlace) {
    this.#place = place;
  }

  get calls(): StorePlace['calls'] {
    return this.#place.calls;
  }

  /** PEM text. Fails when: it is nothing of the kind (MisuseError), or the URI's certificates cannot be had (KeyError). */
  certificates(option: Option, value: unknown): string {
    return this.#pem(option, value, { kind: 'certificate', what: 'certificates' });
  }

  /** PEM text. */
  crls(option: Option, value: unknown): string {
    return this.#pem(option, value, { kind: 'crl', what: 'certificate revocation lists' });
  }

  /** Fails when: it is nothing of the kind, or of another OpenSSL (MisuseError), or the URI's or the engine's key cannot be had (KeyError). */
  privateKey(option: Option, value: unknown): NativeKeySource {
    const key = this.#keyObject(option, value);
    if (key === undefined) return { privateKey: readPem(option.path, value, 'a private key'), key: undefined };
    if (key.library !== this.#place.home.library) throw invalidArgument(option.path, 'a PrivateKey of the same OpenSSL', key);
    return { privateKey: undefined, key: nativeKey(key, option.path) };
  }

  #keyObject({ path, setting, passphrase }: Option, value: unknown): PrivateKey | undefined {
    if (isPrivateKey(value)) return value;
    const uri = uriOf(value);
    if (uri !== undefined) {
      return readStoreKey(this.#place, { uri: requireUri(`${path}.uri`, uri), setting, option: setting, passphrase });
    }
    const { engine, keyId } = engineKeyOf(value);
    return engine === undefined ? undefined : readEngineKey(engine, keyId, { argument: path, setting, passphrase, calls: this.calls });
  }

  #pem({ path, setting, passphrase }: Option, value: unknown, { kind, what }: { kind: 'certificate' | 'crl'; what: string }): string {
    const given = uriOf(value);
    if (given === undefined) return readPem(path, value, what);
    const uri = requireUri(`${path}.uri`, given);
    const objects = readStore(this.#place, { uri, setting, option: setting, expected: kind, passphrase });
    const pems = objects.flatMap((object) => (object.kind === kind ? [pemOf(object)] : []));
    if (pems.length > 0) return pems.join('');
    const found = objects.map((object) => object.kind);
    const detail = `no ${kind}, but ${found.join(', ')}`;
    throw new KeyError('ERR_SSL_URI_NOTHING', setting, 'OSSL_STORE_load', uri, { detail, queue: [], found });
  }
}

function pemOf(object: Extract<StoreObject, { readonly kind: 'certificate' | 'crl' }>): string {
  return object.pem;
}

function engineKeyOf(value: unknown): { readonly engine?: unknown; readonly keyId?: unknown } {
  if (typeof value !== 'object' || value === null || !('engine' in value) || !('keyId' in value)) return {};
  return Object.keys(value).length === 2 ? value : {};
}
