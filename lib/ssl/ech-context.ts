// Owns: what a context has of Encrypted Client Hello: a server's store of keys.
// Must not know: connections.

import { MisuseError } from '../core/errors.ts';
import type { OptionReader } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeContext, NativeEchStore } from '../native/binding.ts';
import type { Role } from './context-options.ts';
import { requireEch } from './ech-options.ts';
import { type EchStore, nativeEchStore } from './ech-store.ts';
import type { Observers } from './observers.ts';
import type { OpenSSL } from './openssl.ts';
import type { Method } from './protocols.ts';
import { refusedSetting } from './refusal.ts';

export interface EchContextOptions {
  /**
   * Server: the keys with which it decrypts an Encrypted Client Hello, SSL_CTX_set1_echstore(3): of the same OpenSSL. The context takes a
   * copy. With a key for a client's configuration the connection goes on with the inner ClientHello, its server name included; without, with
   * the outer one.
   */
  readonly echStore?: EchStore;
}

export const echContextOptionNames: readonly (keyof EchContextOptions)[] = ['echStore'];

interface Whose {
  readonly role: Role;
  readonly method: Method;
  readonly library: OpenSSL;
}

/**
 * The option `echStore`.
 *
 * Fails when: it is no EchStore, of another OpenSSL, or the context is a client's or one of DTLS (MisuseError); or the OpenSSL has no ECH
 * and is asked for it, by `onEch` too (NotSupportedError).
 */
export function readEchStore(options: OptionReader, whose: Whose, { onEch }: Observers): NativeEchStore | undefined {
  if (onEch !== undefined) requireEch(whose.library, 'SSL_CTX_ech_set_callback');
  return options.has('echStore') ? requireStore(options.path('echStore'), options.raw('echStore'), whose) : undefined;
}

/** Fails when: as readEchStore() says, or OpenSSL refuses it (SettingError). */
export function setEchStore(context: NativeContext, store: EchStore | null, whose: Whose): void {
  if (store === null) requireEch(whose.library, 'SSL_CTX_set1_echstore');
  give(context, store === null ? null : requireStore('store', store, whose));
}

/** Fails when: OpenSSL refuses it (SettingError). */
export function give(context: NativeContext, store: NativeEchStore | null): void {
  const refusal = native.contextSetEchStore(context, store);
  if (refusal !== undefined) throw refusedSetting(refusal, undefined);
}

function requireStore(path: string, given: unknown, { role, method, library }: Whose): NativeEchStore {
  const refuse = (why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} ${why}`);
  };
  if (role === 'client') refuse('is for servers: a client is given the list of a server as `ech` of its connection');
  if (method === 'dtls') refuse("has no meaning with the method 'dtls'");
  const store = nativeEchStore(given, path);
  requireEch(library, 'SSL_CTX_set1_echstore');
  if ((given as EchStore).library !== library) refuse('must be of the same OpenSSL as the context');
  return store;
}
