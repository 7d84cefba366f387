// Owns: a library context, OSSL_LIB_CTX(3): a set of providers apart from all others.
// Must not know: what is made in it.

import { resolve } from 'node:path';
import { MisuseError } from '../core/errors.ts';
import { describeValue, invalidArgument, OptionReader, requireString } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeLibraryContext } from '../native/binding.ts';
import { type LibrarySelector, nativeLibrary, type OpenSSL, requireLibrary } from './openssl.ts';
import { readableDirectory, readableFile } from './pem.ts';
import { type LoadedProvider, loadProvider, type Provider, type ProviderInfo, type ProviderOptions } from './provider.ts';
import { refusedSetting } from './refusal.ts';

export interface LibraryContextOptions {
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** A configuration file for this context alone, config(5): OSSL_LIB_CTX_load_config(3). A new context has read none, openssl.cnf neither. */
  readonly config?: string;
  /**
   * The folder of the modules that are named without one, OSSL_PROVIDER_set_default_search_path(3); default: the environment's
   * `OPENSSL_MODULES`, else the OpenSSL's own.
   */
  readonly modules?: string;
  /** Loaded in this order, as by loadProvider(). With none, and none from `config`, OpenSSL loads `default` when it is needed. */
  readonly providers?: readonly string[];
  /** Which implementations are taken where nothing else is asked for, property(7): `'fips=yes'`. EVP_set_default_properties(3) */
  readonly properties?: string;
}

const optionNames: readonly (keyof LibraryContextOptions)[] = ['library', 'config', 'modules', 'providers', 'properties'];

interface State {
  /** null: closed. */
  handle: NativeLibraryContext | null;
  readonly isDefault: boolean;
}

const states = new WeakMap<object, State>();
const defaults = new WeakMap<OpenSSL, LibraryContext>();

/**
 * A library context: providers, properties and a configuration of its own, beside any number of others in the same OpenSSL.
 *
 * What is made in it (an SslContext with the option `libraryContext`, and the connections and sessions of that) keeps it alive: its
 * providers are unloaded, and it is freed, with the last of them.
 *
 * @example
 * const context = new LibraryContext({ providers: ['default', 'legacy'] });
 * connect({ host, port, libraryContext: context, pkcs12: { data: anOldFile, passphrase } });
 */
export class LibraryContext {
  readonly library: OpenSSL;

  /**
   * Fails when: an option is unknown or wrong (MisuseError), the OpenSSL is 1.1.1 (NotSupportedError), or OpenSSL refuses a file, a provider
   * or a property query (SettingError, whose `setting` is the option, or `provider`).
   *
   * @openssl OSSL_LIB_CTX_new
   */
  constructor(options: LibraryContextOptions = {}) {
    const reader = new OptionReader('options', options, optionNames);
    this.library = requireLibrary(reader.path('library'), reader.raw('library'));
    this.library.require('OSSL_LIB_CTX_new');
    const providers = reader.strings('providers') ?? [];
    const settings = {
      config: reader.has('config') ? resolve(readableFile(reader.path('config'), reader.raw('config'))) : undefined,
      modules: reader.has('modules') ? resolve(readableDirectory(reader.path('modules'), reader.raw('modules'))) : undefined,
      properties: reader.string('properties'),
    };
    const made = native.createLibraryContext(nativeLibrary(this.library), settings);
    if ('failure' in made) throw refusedSetting(made, options);
    states.set(this, { handle: made.context, isDefault: false });
    try {
      for (const name of providers) this.loadProvider(name);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /**
   * The context of everything that is given no other: what `openssl -provider` loads into. It lives as long as the process, and so does what
   * is loaded into it, unless it is unloaded.
   *
   * Fails when: `library` is none (MisuseError, LibraryLoadError), or 1.1.1 (NotSupportedError).
   *
   * @openssl OSSL_LIB_CTX_get0_global_default
   */
  static default(library?: OpenSSL | LibrarySelector): LibraryContext {
    const chosen = requireLibrary('library', library);
    chosen.require('OSSL_LIB_CTX_new');
    const known = defaults.get(chosen);
    if (known !== undefined) return known;
    const made = Object.create(LibraryContext.prototype, { library: { value: chosen, enumerable: true } }) as LibraryContext;
    states.set(made, { handle: native.defaultLibraryContext(nativeLibrary(chosen)), isDefault: true });
    defaults.set(chosen, made);
    return made;
  }

  /**
   * Loads a provider: one that is part of OpenSSL (`default`, `base`, `null`, on many builds `legacy`), or a module. The module is opened so
   * that it runs on this OpenSSL alone.
   *
   * Fails when: an argument is wrong (MisuseError); there is no such provider, it refuses to start, or its module is made for another
   * OpenSSL (SettingError, with the whole queue); the context is closed (MisuseError); or it is the default one of the OpenSSL that Node runs
   * on, without `dangerousNodesOwn` (MisuseError).
   *
   * @openssl OSSL_PROVIDER_load
   * @openssl OSSL_PROVIDER_try_load
   */
  loadProvider(name: string, options: ProviderOptions = {}): Provider {
    const handle = nativeLibraryContext(this, 'loadProvider');
    const loaded: LoadedProvider = {
      context: this,
      name: requireProviderName(name),
      handle: (method) => nativeLibraryContext(this, method),
      isNodes: stateOf(this, 'loadProvider').isDefault && this.library.isolation.state !== 'isolated',
    };
    return loadProvider(handle, loaded, options);
  }

  /**
   * The providers in use, however they came here. Without any, this loads the one that OpenSSL falls back to: `default`.
   *
   * Fails when: the context is closed (MisuseError).
   *
   * @openssl OSSL_PROVIDER_do_all
   * @openssl OSSL_PROVIDER_get_params
   */
  get providers(): readonly ProviderInfo[] {
    return native.libraryContextProviders(nativeLibraryContext(this, 'providers'));
  }

  /**
   * Whether a provider of this name is in use.
   *
   * Fails when: `name` is no string, or the context is closed (MisuseError).
   *
   * @openssl OSSL_PROVIDER_available
   */
  available(name: string): boolean {
    return native.libraryContextAvailable(nativeLibraryContext(this, 'available'), requireProviderName(name));
  }

  /** Whether close() was called. */
  get closed(): boolean {
    return stateOf(this, 'closed').handle === null;
  }

  /**
   * Gives the context up: nothing new is made in it. What was made in it goes on, and keeps it alive. The default one cannot be given up:
   * there this does nothing.
   *
   * @openssl OSSL_LIB_CTX_free
   */
  close(): void {
    const state = stateOf(this, 'close');
    if (state.handle === null || state.isDefault) return;
    native.libraryContextClose(state.handle);
    state.handle = null;
  }
}

/** For this folder only: whose native context it is; undefined for the default one, which is meant where none is given. */
export function givenLibraryContext(argument: string, value: unknown): { own: LibraryContext | null; library: OpenSSL } {
  if (!(value instanceof LibraryContext)) throw invalidArgument(argument, 'a LibraryContext', value);
  const { isDefault, handle } = stateOf(value, argument);
  if (handle === null) throw new MisuseError('ERR_SSL_CLOSED', argument, `${argument}: the library context is closed`);
  return { own: isDefault ? null : value, library: value.library };
}

/** For this folder only. Fails when: it is closed, or none (MisuseError). */
export function nativeLibraryContext(context: LibraryContext, method: string): NativeLibraryContext {
  const { handle } = stateOf(context, method);
  if (handle === null) throw new MisuseError('ERR_SSL_CLOSED', method, `${method}: the library context is closed`);
  return handle;
}

function stateOf(context: unknown, method: string): State {
  const state = typeof context === 'object' && context !== null ? states.get(context) : undefined;
  if (state !== undefined) return state;
  throw new MisuseError('ERR_SSL_RECEIVER', method, `${method} must be called on a LibraryContext, not on ${describeValue(context)}`);
}

function requireProviderName(given: unknown): string {
  const name = requireString('name', given);
  // OpenSSL would take it for the module's file, and the file's path for the provider's name.
  if (name.includes('/')) throw invalidArgument('name', "a provider's name without a folder (the option `module` takes a file)", name);
  return name;
}
