// Owns: a context, the settings that many connections share.
// Must not know: connections.

import { SettingError } from '../core/errors.ts';
import { invalidArgument } from '../core/options.ts';
import { native } from '../native/addon.ts';
import type { NativeContext, NativeRefusal } from '../native/binding.ts';
import { parseContextOptions, type Role, type SslContextOptions } from './context-options.ts';
import { nativeLibrary, type OpenSSL } from './openssl.ts';

const nativeOf = new WeakMap<SslContext, NativeContext>();

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
  readonly library: OpenSSL;

  constructor(options: SslContextOptions) {
    const parsed = parseContextOptions(options);
    this.role = parsed.role;
    this.library = parsed.library;
    const made = native.createContext(nativeLibrary(parsed.library), parsed.settings);
    if ('failure' in made) throw refusedSetting(made, options);
    nativeOf.set(this, made.context);
  }
}

/** For this folder only. */
export function nativeContext(context: unknown, argument: string): NativeContext {
  const handle = context instanceof SslContext ? nativeOf.get(context) : undefined;
  if (handle === undefined) throw invalidArgument(argument, 'an SslContext', context);
  return handle;
}

// Keys and PEM texts stay out of the message; a short setting is worth quoting.
const quotable: ReadonlySet<string> = new Set([
  'minProtocol',
  'maxProtocol',
  'cipherList',
  'cipherSuites',
  'groups',
  'serverName',
  'verifyHost',
  'verifyIp',
]);

/** The error for a setting that OpenSSL refused. */
export function refusedSetting({ failure }: NativeRefusal, given: unknown): SettingError {
  const value = (given as Readonly<Record<string, unknown>> | undefined)?.[failure.setting];
  const quoted = quotable.has(failure.setting) && typeof value === 'string' ? ` ${JSON.stringify(value)}` : '';
  return new SettingError(failure.setting, failure.function, quoted, failure.detail, failure.queue);
}
