// Owns: a cryptographic engine (ENGINE): how OpenSSL before 4.0 reaches keys in hardware without a provider.
// Must not know: contexts.

import { invalidArgument, OptionReader, requireString } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeCryptoEngine } from '../native/binding.ts';
import type { NativeEngineCommand } from '../native/keys.ts';
import { keyError } from './key-errors.ts';
import { type LibrarySelector, nativeLibrary, type OpenSSL, requireLibrary } from './openssl.ts';
import { type Passphrase, PassphraseCalls, readPassphrase } from './passphrase.ts';
import { readableFile } from './pem.ts';
import { makePrivateKey, type PrivateKey } from './private-key.ts';

/** One control command of an engine: its name, and its value where it takes one. ENGINE_ctrl_cmd_string(3) */
export type EngineCommand = readonly [name: string, value?: string];

export interface CryptoEngineOptions {
  /** An OpenSSL or a selector for OpenSSL.load(); default: OpenSSL.load(). */
  readonly library?: OpenSSL | LibrarySelector;
  /** By which OpenSSL finds it, in its folder of engines (or OPENSSL_ENGINES) too: `'pkcs11'`. */
  readonly id?: string;
  /** Its module, wherever it lies: the engine `dynamic` loads it with SO_PATH. `id` is then needed only where the module has several. */
  readonly file?: string;
  /** Before it is initialised, in this order: `[['MODULE_PATH', '/usr/lib/softhsm/libsofthsm2.so'], ['PIN', '1234']]` */
  readonly commands?: readonly EngineCommand[];
}

const optionNames: readonly (keyof CryptoEngineOptions)[] = ['library', 'id', 'file', 'commands'];
const nativeOf = new WeakMap<CryptoEngine, NativeCryptoEngine>();

/**
 * An engine of the chosen OpenSSL, initialised. Its module is opened isolated, so that it works for that OpenSSL and not for Node's own. It
 * is finished and freed when neither JavaScript nor a key of its is in use any more. A module is loaded once: load() with the file of one that
 * is in use tells that one the commands.
 *
 * @openssl ENGINE_init
 */
export class CryptoEngine {
  readonly library: OpenSSL;
  readonly id: string;
  readonly name: string;

  private constructor(library: OpenSSL, { engine, id, name }: { engine: NativeCryptoEngine; id: string; name: string }) {
    this.library = library;
    this.id = id;
    this.name = name;
    nativeOf.set(this, engine);
  }

  /**
   * Finds, tells and initialises one.
   *
   * Fails when: neither `id` nor `file` is given, or one is of the wrong type (MisuseError); this OpenSSL has no engines
   * (NotSupportedError); there is no such engine, or it refuses a command (KeyError, `ERR_SSL_ENGINE`).
   *
   * @openssl ENGINE_by_id
   */
  static load(options: CryptoEngineOptions): CryptoEngine {
    const given = new OptionReader('options', options, optionNames);
    const library = requireLibrary(given.path('library'), given.raw('library'));
    const id = given.string('id');
    const file = given.has('file') ? readableFile(given.path('file'), given.raw('file')) : undefined;
    if (id === undefined && file === undefined) throw invalidArgument('options.id', 'given, or options.file', undefined);
    const commands = readCommands(given);
    library.require('ENGINE_by_id');
    const loaded = native.loadCryptoEngine(nativeLibrary(library), id ?? '', file, commands);
    if ('failure' in loaded) throw keyError(loaded, null);
    return new CryptoEngine(library, loaded);
  }

  /**
   * One more control command.
   *
   * Fails when: an argument is no string (MisuseError), or the engine refuses it (KeyError).
   *
   * @openssl ENGINE_ctrl_cmd_string
   */
  command(name: string, value?: string): void {
    const engine = nativeCryptoEngine(this, 'command');
    const refused = native.cryptoEngineCommand(engine, commandOf('command', [name, value]));
    if (refused !== undefined) throw keyError(refused, null);
  }

  /**
   * The key that the engine knows by this name: for `pkcs11` a URI. A PIN that the engine wants is asked of `passphrase`.
   *
   * Fails when: an argument is of the wrong type (MisuseError); the engine has no such key, or the PIN is wrong or refused (KeyError).
   * What `passphrase` throws comes out as it is.
   *
   * @openssl ENGINE_load_private_key
   */
  loadPrivateKey(keyId: string, options: { readonly passphrase?: Passphrase } = {}): PrivateKey {
    const passphrase = readPassphrase(new OptionReader('options', options, ['passphrase']));
    return readEngineKey(this, keyId, { argument: 'keyId', setting: 'keyId', passphrase, calls: new PassphraseCalls() });
  }
}

export interface EngineKeyWish {
  readonly argument: string;
  /** By which an error names it. */
  readonly setting: string;
  readonly passphrase: Passphrase | undefined;
  readonly calls: PassphraseCalls;
}

/** For this folder only. */
export function readEngineKey(engine: unknown, keyId: unknown, { argument, setting, passphrase, calls }: EngineKeyWish): PrivateKey {
  const handle = nativeCryptoEngine(engine, argument);
  const { library } = engine as CryptoEngine;
  const id = requireKeyId(argument, keyId);
  const asked = calls.nativeOf(passphrase, { uri: id, ...(setting === 'keyId' ? {} : { setting }) });
  const loaded = native.cryptoEngineKey(nativeLibrary(library), handle, id, setting, asked);
  calls.rethrow();
  if ('failure' in loaded) throw keyError(loaded, null);
  return makePrivateKey({ library, libraryContext: null }, loaded.key);
}

function nativeCryptoEngine(engine: unknown, argument: string): NativeCryptoEngine {
  const handle = engine instanceof CryptoEngine ? nativeOf.get(engine) : undefined;
  if (handle === undefined) throw invalidArgument(argument, 'a CryptoEngine', engine);
  return handle;
}

// A PIN can stand in it: it is not shown.
function requireKeyId(argument: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && !value.includes('\0')) return value;
  throw invalidArgument(argument, 'the name of a key, a string without a zero character', typeof value);
}

function readCommands(options: OptionReader): readonly NativeEngineCommand[] {
  const given = options.raw('commands') ?? [];
  if (!Array.isArray(given)) throw invalidArgument(options.path('commands'), 'an array of [name, value]', typeof given);
  return given.map((command: unknown, index) => commandOf(`${options.path('commands')}[${index}]`, command));
}

// A value can be a PIN.
function commandOf(argument: string, given: unknown): NativeEngineCommand {
  if (!Array.isArray(given) || given.length === 0 || given.length > 2)
    throw invalidArgument(argument, 'a pair [name, value]', typeof given);
  const [name, value] = given as readonly unknown[];
  if (value !== undefined && (typeof value !== 'string' || value.includes('\0'))) {
    throw invalidArgument(`${argument}[1]`, 'a string without a zero character', typeof value);
  }
  return { name: requireString(`${argument}[0]`, name), value, optional: false };
}
