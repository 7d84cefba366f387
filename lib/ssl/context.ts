// Owns: a context, the settings that many connections share.
// Must not know: connections.

import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeContext } from '../native/binding.ts';
import { algorithmNumber, type CertificateCompression, type CompressedCertificate } from './certificate-compression.ts';
import type { CipherInfo } from './connection-info.ts';
import { handleOf, keepHandle } from './context-handles.ts';
import { parseContextOptions, type Role, type SslContextOptions } from './context-options.ts';
import type { AllDeciders, DeciderName } from './deciders.ts';
import { give, setEchStore } from './ech-context.ts';
import type { EchStore } from './ech-store.ts';
import { isAboutPassphrase, keyError } from './key-errors.ts';
import { type LibraryContext, nativeLibraryContext } from './library-context.ts';
import type { Observers } from './observers.ts';
import { nativeLibrary, type OpenSSL, requireImplementedGroups } from './openssl.ts';
import { type Method, type ProtocolVersion, protocolNumbers } from './protocols.ts';
import { takesOnlyRawKeys } from './raw-public-keys.ts';
import { refusedSetting } from './refusal.ts';
import type { PeerNames } from './verify-parameters.ts';

const peerNamesByContext = new WeakMap<SslContext, PeerNames>();
const onlyRawKeys = new WeakSet<SslContext>();
interface Callbacks {
  readonly observers: Observers;
  readonly deciders: AllDeciders;
  /** By which a question of OpenSSL's names the context. */
  readonly number: number;
}
const callbacksOf = new WeakMap<SslContext, Callbacks>();

/**
 * The settings of many connections. It is freed when neither JavaScript nor a connection holds it.
 *
 * What is not given stays as OpenSSL has it: a context made for a client verifies **nothing** until it is told to, as in C.
 * `connect` and `connectSync` are secure by default; this is the layer below them.
 *
 * Fails when: an option is unknown, of the wrong type or unreadable (MisuseError), no OpenSSL can be loaded (LibraryLoadError), or
 * OpenSSL refuses a setting (SettingError, with the option, the C function and the error queue).
 *
 * @openssl SSL_CTX_new
 * @example
 * const context = new SslContext({ role: 'client', ca: 'system', verifyMode: 'peer', minProtocol: 'TLSv1.2' });
 */
export class SslContext {
  readonly role: Role;
  readonly method: Method;
  readonly library: OpenSSL;
  /** Where it was made; null: in the default library context. */
  readonly libraryContext: LibraryContext | null;

  constructor(options: SslContextOptions) {
    const parsed = parseContextOptions(options);
    this.role = parsed.role;
    this.method = parsed.method;
    this.library = parsed.library;
    this.libraryContext = parsed.libraryContext;
    const home = parsed.libraryContext === null ? undefined : nativeLibraryContext(parsed.libraryContext, 'options.libraryContext');
    const made = native.createContext(nativeLibrary(parsed.library), parsed.settings, parsed.trustOf, home);
    parsed.calls.rethrow();
    if ('failure' in made) throw isAboutPassphrase(made) ? keyError(made, null) : refusedSetting(made, options);
    keepHandle(this, made.context);
    if (parsed.echStore !== undefined) give(made.context, parsed.echStore);
    peerNamesByContext.set(this, parsed.peerNames);
    if (takesOnlyRawKeys(parsed.serverCertTypes)) onlyRawKeys.add(this);
    callbacksOf.set(this, { observers: parsed.observers, deciders: parsed.deciders, number: parsed.settings.number });
  }

  /**
   * The ciphers of its connections, those of TLS 1.3 too, in the order of preference. A connection leaves out those that its protocols or its
   * security level do not allow. Fails when: `this` is no SslContext (MisuseError).
   *
   * @openssl SSL_CTX_get_ciphers
   */
  get ciphers(): readonly CipherInfo[] {
    return native.contextCiphers(nativeContext(this, 'ciphers'));
  }

  /**
   * Server: replaces the keys of Encrypted Client Hello for the connections that come, by a copy; null: none any more.
   *
   * Fails when: `store` is no EchStore of the same OpenSSL, this is a client's context or one of DTLS (MisuseError), or the OpenSSL has no
   * ECH (NotSupportedError).
   *
   * @openssl SSL_CTX_set1_echstore
   */
  setEchStore(store: EchStore | null): void {
    setEchStore(nativeContext(this, 'setEchStore'), store, this);
  }

  /**
   * The groups that this OpenSSL implements for the protocol versions of the context, by the names that the option `groups` takes, whether it
   * names them or not: `x25519`, `X25519MLKEM768`. Fails when: `this` is no SslContext (MisuseError), or OpenSSL is older than 3.5
   * (NotSupportedError).
   *
   * @openssl SSL_CTX_get0_implemented_groups
   */
  get implementedGroups(): readonly string[] {
    const handle = nativeContext(this, 'implementedGroups');
    requireImplementedGroups(this.library);
    return native.contextGroups(handle);
  }

  /**
   * A server's certificate, the one that was given last, as OpenSSL compresses it; null if there is none. To be kept, or to be compared with what something
   * else makes of it (`compressedCertificates`).
   *
   * Fails when: `this` is no SslContext, or `algorithm` is none (MisuseError), or the library lacks it (NotSupportedError).
   *
   * @openssl SSL_CTX_get1_compressed_cert
   */
  compressedCertificate(algorithm: CertificateCompression): CompressedCertificate | null {
    const handle = nativeContext(this, 'compressedCertificate');
    const made = native.contextCompressedCertificate(handle, algorithmNumber(this.library, algorithm));
    return made === null ? null : { algorithm, bytes: made.bytes, originalLength: made.originalSize };
  }
}

/** For this folder only. */
export function nativeContext(context: unknown, argument: string): NativeContext {
  const handle = handleOf(context);
  if (handle === undefined) throw invalidArgument(argument, 'an SslContext', context);
  return handle;
}

/** For this folder only. */
export function observersOf(context: SslContext): Observers {
  return callbacksOf.get(context)?.observers ?? {};
}

/** For this folder only. */
export function decidersOf(context: SslContext): AllDeciders {
  return callbacksOf.get(context)?.deciders ?? {};
}

/** For this folder only. */
export function numberOf(context: SslContext): number {
  return callbacksOf.get(context)?.number ?? 0;
}

/** For drivers with a policy: whether the context's owner has the last word on something. */
export function decidesItself(context: SslContext, what: DeciderName): boolean {
  return decidersOf(context)[what] !== undefined;
}

/** Whom the context's verify parameters demand, for drivers that name a peer of their own. */
export function peerNamesDemanded(context: SslContext): PeerNames {
  return peerNamesByContext.get(context) ?? { hosts: [], email: null, ip: null };
}

/** For drivers that name a peer: whether this context takes nothing of a server that could have a name. */
export function takesNoNames(context: SslContext): boolean {
  return onlyRawKeys.has(context);
}

/**
 * For drivers with a policy: makes `version` the oldest protocol of a context that was just made, unless it, or the system's openssl.cnf,
 * is stricter already.
 */
export function raiseMinProtocol(context: SslContext, version: ProtocolVersion): void {
  native.contextRaiseMinProtocol(nativeContext(context, 'context'), protocolNumbers[version]);
}
