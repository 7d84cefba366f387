// Owns: a context, the settings that many connections share.
// Must not know: connections.

import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeContext } from '../native/binding.ts';
import type { CipherInfo } from './connection-info.ts';
import { handleOf, keepHandle } from './context-handles.ts';
import { parseContextOptions, type Role, type SslContextOptions } from './context-options.ts';
import type { DeciderName, Deciders } from './deciders.ts';
import { type LibraryContext, nativeLibraryContext } from './library-context.ts';
import type { Observers } from './observers.ts';
import { nativeLibrary, type OpenSSL } from './openssl.ts';
import { type Method, type ProtocolVersion, protocolNumbers } from './protocols.ts';
import { refusedSetting } from './refusal.ts';
import type { PeerNames } from './verify-parameters.ts';

const peerNamesByContext = new WeakMap<SslContext, PeerNames>();
interface Callbacks {
  readonly observers: Observers;
  readonly deciders: Deciders;
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
    if ('failure' in made) throw refusedSetting(made, options);
    keepHandle(this, made.context);
    peerNamesByContext.set(this, parsed.peerNames);
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
export function decidersOf(context: SslContext): Deciders {
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

/**
 * For drivers with a policy: makes `version` the oldest protocol of a context that was just made, unless it, or the system's openssl.cnf,
 * is stricter already.
 */
export function raiseMinProtocol(context: SslContext, version: ProtocolVersion): void {
  native.contextRaiseMinProtocol(nativeContext(context, 'context'), protocolNumbers[version]);
}
