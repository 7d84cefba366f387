// Owns: a provider that was loaded into a library context, provider(7).
// Must not know: what it is used for. The value of a parameter may be a PIN: it appears in no message.

import { isAbsolute, resolve } from 'node:path';
import { MisuseError } from '../core/errors.ts';
import { describeValue, invalidArgument, OptionReader } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeLibraryContext } from '../native/binding.ts';
import type { NativeProviderInfo } from '../native/library-contexts.ts';
import type { LibraryContext } from './library-context.ts';
import { readableFile } from './pem.ts';
import { refusedSetting } from './refusal.ts';

/** What a provider says of itself, OSSL_PROVIDER_get_params(3); null where it says nothing. */
export interface ProviderInfo {
  readonly name: string;
  readonly version: string | null;
  readonly buildInfo: string | null;
  /** `status`: whether it is fit for use. */
  readonly running: boolean | null;
}

export interface ProviderOptions {
  /** Keep those that OpenSSL loads by itself (`default`), OSSL_PROVIDER_try_load(3); default: false, as OSSL_PROVIDER_load(3). */
  readonly retainFallbacks?: boolean;
  /** The file of the module; default: the one of that name in the folder of modules. */
  readonly module?: string;
  /**
   * What the provider is told when it starts, as its section of openssl.cnf would: `{ 'pkcs11-module-path': file }`. It keeps what it was
   * told first. OSSL_PROVIDER_add_conf_parameter(3)
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Let the default context of the OpenSSL that Node runs on change: **Node's own TLS and crypto change with it.** */
  readonly dangerousNodesOwn?: boolean;
}

const optionNames: readonly (keyof ProviderOptions)[] = ['retainFallbacks', 'module', 'parameters', 'dangerousNodesOwn'];
const builtIn: readonly string[] = ['default', 'base', 'null'];
// What config(5) itself understands in a provider's section.
const reserved: readonly string[] = ['identity', 'module', 'activate', 'soft_load'];

/** What loadProvider() is told by the context. */
export interface LoadedProvider {
  readonly context: LibraryContext;
  readonly name: string;
  /** Fails when: the context is closed (MisuseError). */
  readonly handle: (method: string) => NativeLibraryContext;
  /** It is the default context of the OpenSSL that Node runs on. */
  readonly isNodes: boolean;
}

interface State extends LoadedProvider {
  readonly number: number;
  unloaded: boolean;
}

const states = new WeakMap<object, State>();
let make: (state: State) => Provider;

/** A provider that LibraryContext.loadProvider() has loaded. */
export class Provider {
  readonly name: string;
  readonly context: LibraryContext;

  private constructor(state: State) {
    this.name = state.name;
    this.context = state.context;
    states.set(this, state);
  }

  static {
    make = (state) => new Provider(state);
  }

  /** Fails when: it is unloaded, or its context closed (MisuseError). @openssl OSSL_PROVIDER_get_params */
  get version(): string | null {
    return infoOf(this, 'version').version;
  }

  /** Fails when: it is unloaded, or its context closed (MisuseError). @openssl OSSL_PROVIDER_get_params */
  get buildInfo(): string | null {
    return infoOf(this, 'buildInfo').buildInfo;
  }

  /** Whether it is fit for use. Fails when: it is unloaded, or its context closed (MisuseError). @openssl OSSL_PROVIDER_get_params */
  get running(): boolean | null {
    return infoOf(this, 'running').running;
  }

  /** Whether unload() was called. */
  get unloaded(): boolean {
    return stateOf(this, 'unloaded').unloaded;
  }

  /**
   * Has it test itself. Those that have no tests pass.
   *
   * Fails when: a test fails (SettingError), it is unloaded, or its context closed (MisuseError).
   *
   * @openssl OSSL_PROVIDER_self_test
   */
  selfTest(): void {
    const [handle, { number }] = inUse(this, 'selfTest');
    const refused = native.libraryContextSelfTest(handle, number);
    if (refused !== undefined) throw refusedSetting(refused, { provider: this.name });
  }

  /**
   * Gives back this one loading. With the last one of its name nothing is taken from the provider any more; what has been taken goes on
   * working, and the provider ends with the last of that. A second call does nothing.
   *
   * Fails when: its context is closed (MisuseError), or OpenSSL refuses (SettingError).
   *
   * @openssl OSSL_PROVIDER_unload
   */
  unload(): void {
    const state = stateOf(this, 'unload');
    if (state.unloaded) return;
    const refused = native.libraryContextUnload(state.handle('unload'), state.number);
    if (refused !== undefined) throw refusedSetting(refused, { provider: this.name });
    state.unloaded = true;
  }
}

/** For LibraryContext.loadProvider(). */
export function loadProvider(handle: NativeLibraryContext, provider: LoadedProvider, given: unknown): Provider {
  const options = new OptionReader('options', given, optionNames);
  const { name } = provider;
  const module = options.has('module') ? readableFile(options.path('module'), options.raw('module')) : undefined;
  const settings = {
    name,
    module: module === undefined || isAbsolute(module) ? module : resolve(module),
    retainFallbacks: options.boolean('retainFallbacks') ?? false,
    parameters: readParameters(options),
  };
  const further = module === undefined ? (settings.parameters.length === 0 ? undefined : 'parameters') : 'module';
  if (further !== undefined && builtIn.includes(name)) {
    const path = options.path(further);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning for '${name}', which is part of OpenSSL`);
  }
  const allowed = options.boolean('dangerousNodesOwn') ?? false;
  if (provider.isNodes && !allowed) {
    const text =
      "loadProvider: this is the default context of the OpenSSL that Node itself runs on: Node's own TLS and crypto would change";
    throw new MisuseError('ERR_SSL_STATE', 'loadProvider', `${text} (dangerousNodesOwn allows it; a new LibraryContext changes nothing)`);
  }
  const loaded = native.libraryContextLoad(handle, settings);
  if ('failure' in loaded) throw refusedSetting(loaded, { provider: name });
  return make({ ...provider, number: loaded.provider, unloaded: false });
}

function readParameters(options: OptionReader): readonly (readonly [string, string])[] {
  const given = options.raw('parameters');
  if (given === undefined) return [];
  const path = options.path('parameters');
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalidArgument(path, 'an object of names and strings', given);
  return Object.entries(given).map(([name, value]: [string, unknown]) => {
    if (!/^[\w-]+$/.test(name) || reserved.includes(name)) {
      const allowed = `letters, digits, '_' and '-', and none of ${reserved.join(', ')}`;
      throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path}: a parameter's name must be of ${allowed}, got ${describeValue(name)}`);
    }
    const allowed = "a string of 1 to 4096 printable characters, and not 'default'"; // which config(5) takes for the name of a section
    if (typeof value !== 'string' || !/^[^\p{Cc}]{1,4096}$/u.test(value) || value === 'default')
      throw invalidArgument(`${path}.${name}`, allowed, typeof value);
    return [name, value];
  });
}

function infoOf(provider: Provider, method: string): NativeProviderInfo {
  const [handle, { number }] = inUse(provider, method);
  return native.libraryContextProvider(handle, number);
}

function inUse(provider: Provider, method: string): readonly [NativeLibraryContext, State] {
  const state = stateOf(provider, method);
  if (state.unloaded) throw new MisuseError('ERR_SSL_CLOSED', method, `${method}: the provider is unloaded`);
  return [state.handle(method), state];
}

function stateOf(provider: unknown, method: string): State {
  const state = typeof provider === 'object' && provider !== null ? states.get(provider) : undefined;
  if (state !== undefined) return state;
  throw new MisuseError('ERR_SSL_RECEIVER', method, `${method} must be called on a Provider, not on ${describeValue(provider)}`);
}
