// Owns: the choice of an OpenSSL and what can be asked of it.
// Must not know: contexts and connections.

import { LibraryLoadError, type LoadAttempt, NotSupportedError } from '../core/errors.ts';
import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { LoadedLibrary, NativeLibrary } from '../native/binding.ts';
import { type Candidate, nodeCandidates, pathCandidates, systemCandidates } from './candidates.ts';
import { openFiles } from './open-files.ts';

/** `'system'`, `'node'`, or the path of a folder or of a libssl file. */
export type LibrarySelector = string;

export interface OpenSSLVersion {
  /** `OpenSSL 3.0.19 27 Jan 2026`, OpenSSL_version(3). */
  readonly text: string;
  /** `0x30000130`, OpenSSL_version_num(3). */
  readonly number: number;
  /** `3.0.19`, `1.1.1w`. */
  readonly short: string;
}

export interface Isolation {
  /**
   * - `isolated`: its own code and its own error queue, proved when it was loaded.
   * - `embedded`: Node's own OpenSSL, shared with node:tls by its nature.
   * - `shared`: a file that this Node itself runs on.
   */
  readonly state: 'isolated' | 'embedded' | 'shared';
  /** What was seen. */
  readonly detail: string;
}

export type LiveObjects = Readonly<Record<'contexts' | 'connections' | 'bios' | 'sessions' | 'libraryContexts', number>>;

/** Why this library is in use: it was asked for by argument, by the environment, or nothing was asked for. */
export type ChosenBy = 'argument' | 'LIBSSL_LIBRARY' | 'default';

const nativeOf = new WeakMap<OpenSSL, NativeLibrary>();
// Loading proves isolation and initialises: once for each selector and environment.
const loaded = new Map<string, OpenSSL>();

/** One loaded OpenSSL. Any number of them live side by side in a process, each with its own code and state. */
export class OpenSSL {
  readonly version: OpenSSLVersion;
  readonly source: Candidate['source'];
  /** Where its code comes from; for Node's own the executable, twice. */
  readonly files: { readonly ssl: string; readonly crypto: string };
  readonly isolation: Isolation;
  readonly chosenBy: ChosenBy;
  /** What was tried before this one and turned down. */
  readonly attempts: readonly LoadAttempt[];

  private constructor(found: LoadedLibrary, source: Candidate['source'], chosenBy: ChosenBy, attempts: readonly LoadAttempt[]) {
    this.version = { text: found.versionText, number: found.versionNumber, short: shortVersion(found.versionText) };
    this.source = source;
    const ownFile = source === 'node' ? process.execPath : null;
    this.files = { ssl: ownFile ?? found.sslFile, crypto: ownFile ?? found.cryptoFile };
    this.isolation = found.isolation;
    this.chosenBy = chosenBy;
    this.attempts = attempts;
    nativeOf.set(this, found.library);
  }

  /**
   * Loads an OpenSSL, or answers with the one that this selector loaded before.
   *
   * Without a selector: the environment's `LIBSSL_LIBRARY`, else the system's, else Node's own.
   *
   * Fails when: `selector` is no string (MisuseError), or none of the candidates can be used (LibraryLoadError, whose `attempts` say why).
   *
   * @openssl OPENSSL_init_ssl
   */
  static load(selector?: LibrarySelector): OpenSSL {
    if (selector !== undefined && (typeof selector !== 'string' || selector === '')) {
      throw invalidArgument('selector', "'system', 'node' or the path of a folder or a libssl file", selector);
    }
    const fromEnvironment = process.env['LIBSSL_LIBRARY'];
    const environment = fromEnvironment === '' ? undefined : fromEnvironment;
    const chosenBy: ChosenBy = selector !== undefined ? 'argument' : environment !== undefined ? 'LIBSSL_LIBRARY' : 'default';
    const chosen = selector ?? environment ?? '';
    const key = `${chosenBy}:${chosen}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const library = OpenSSL.#tryAll(chosen, chosenBy);
    loaded.set(key, library);
    return library;
  }

  static #tryAll(selector: string, chosenBy: ChosenBy): OpenSSL {
    const attempts: LoadAttempt[] = [];
    const candidates = candidatesFor(selector);
    if ('reason' in candidates) throw new LibraryLoadError(selector, [candidates]);
    for (const { source, files } of candidates) {
      const found = files === null ? native.openNodesOwn() : openFiles(files);
      if ('library' in found) return new OpenSSL(found, source, chosenBy, attempts);
      attempts.push({ source, files: files ?? [], reason: found.reason });
    }
    throw new LibraryLoadError(selector === '' ? 'default' : selector, attempts);
  }

  /** Whether this OpenSSL exports a C function, `has('SSL_set1_ech_config_list')`. Macros of C are not exported by any. */
  has(name: string): boolean {
    return exported(this, name);
  }

  /**
   * Fails when: this OpenSSL does not export the function (NotSupportedError, which names it and the version).
   */
  require(name: string): void {
    if (!exported(this, name)) throw new NotSupportedError(name, this.version.text);
  }

  /** Whether this is the release or a later one: `isAtLeast('3.0')`. Fails when: `release` is no release number (MisuseError). */
  isAtLeast(release: string): boolean {
    if (typeof release !== 'string' || !/^\d+(\.\d+){0,2}$/.test(release))
      throw invalidArgument('release', "a release such as '3.0'", release);
    const [wanted, own] = [release, this.version.short].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
    const first = wanted?.findIndex((part, index) => part !== own?.[index]) ?? -1;
    return first < 0 || (own?.[first] ?? 0) > (wanted?.[first] ?? 0);
  }

  /** How many native objects made through this library are not freed yet, in this environment (thread): for tests and leak hunts. */
  get liveObjects(): LiveObjects {
    return native.libraryLiveObjects(nativeLibrary(this));
  }
}

/** What an option `library` stands for. Fails when: it is nothing of the kind (MisuseError), or cannot be loaded (LibraryLoadError). */
export function requireLibrary(argument: string, given: unknown): OpenSSL {
  if (given instanceof OpenSSL) return given;
  if (given === undefined || (typeof given === 'string' && given !== '')) return OpenSSL.load(given);
  throw invalidArgument(argument, "an OpenSSL, 'system', 'node' or a path", given);
}

/** For this folder only: what the native side knows a library by. */
export function nativeLibrary(library: OpenSSL): NativeLibrary {
  const handle = nativeOf.get(library);
  if (handle === undefined) throw invalidArgument('library', 'an OpenSSL from OpenSSL.load()', library);
  return handle;
}

/** For the C layer only: its functions over this library. */
export function boundFunctions(library: OpenSSL): object {
  return native.bindCLayer(nativeLibrary(library));
}

function exported(library: OpenSSL, name: string): boolean {
  const handle = nativeLibrary(library);
  if (typeof name !== 'string' || name === '') throw invalidArgument('name', 'the name of a C function', name);
  return native.libraryHas(handle, name);
}

function candidatesFor(selector: string): readonly Candidate[] | LoadAttempt {
  switch (selector) {
    case '':
      return [...systemCandidates(), ...nodeCandidates()];
    case 'system':
      return systemCandidates();
    case 'node':
      return nodeCandidates();
    default:
      return pathCandidates(selector);
  }
}

function shortVersion(text: string): string {
  return /^OpenSSL (?<version>\S+)/.exec(text)?.groups?.['version'] ?? text;
}
