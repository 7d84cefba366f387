// Owns: createSecureContext: what node:tls calls a context, which has no role yet. The SslContexts that it stands for are made when they
// are needed, one for each role and set of questions that somebody answers.
// Must not know: sockets.

import { createHash, X509Certificate } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import { raiseMinProtocol, SslContext } from '../ssl/context.ts';
import type { Role, SslContextOptions } from '../ssl/context-options.ts';
import type { EchStore } from '../ssl/ech-store.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { readSettings } from './context-settings.ts';
import { builtInMinVersion, chosenLibrary } from './defaults.ts';
import { dispatchers, type HookName, type Hooks, hookNames } from './hooks.ts';
import { pemCertificates } from './identities.ts';
import { contextError, tlsErrors } from './node-errors.ts';
import { noRenegotiation } from './renegotiation.ts';
import { newTicketKeys, opensslTicketKeys } from './ticket-keys.ts';

export interface LibsslContextOptions extends SecureContextOptions {
  /** Not in node:tls: an OpenSSL for this context alone. */
  readonly library?: OpenSSL;
  /** Not in node:tls: a server's keys of Encrypted Client Hello. */
  readonly echStore?: EchStore | undefined;
}

/** What createSecureContext() gives. */
export class SecureContext {
  readonly library: OpenSSL;
  readonly #settings: Partial<SslContextOptions>;
  #ticketKeys: Buffer;
  readonly #contexts = new Map<string, SslContext>();

  /** For createSecureContext(). Fails when: an option is wrong, or OpenSSL refuses it. */
  constructor(options: LibsslContextOptions, role: Role) {
    this.library = options.library ?? chosenLibrary();
    const { settings, ticketKeys } = readSettings(options, this.library);
    this.#settings = settings;
    this.#ticketKeys = ticketKeys ?? newTicketKeys();
    this.contextFor(role, {}); // so that a mistake shows now
  }

  /** As in node:tls, where this is the native part. */
  get context(): this {
    return this;
  }

  /** Among which an issuer may be: the own chain and the authorities that were given. */
  get knownCertificates(): readonly X509Certificate[] {
    const { certificate, clientCa } = this.#settings;
    return [...certificatesIn(certificate), ...[clientCa ?? []].flat().flatMap(certificatesIn)];
  }

  /** 48 bytes, a secret. */
  get ticketKeys(): Buffer {
    return Buffer.from(this.#ticketKeys);
  }

  /** New connections use these; those that are under way keep what they have. */
  set ticketKeys(keys: Buffer) {
    this.#ticketKeys = Buffer.from(keys);
    for (const key of this.#contexts.keys()) if (key.startsWith('server')) this.#contexts.delete(key);
  }

  /** The SslContext of this role whose questions go to such hooks. Fails when: OpenSSL refuses a setting. */
  contextFor(role: Role, hooks: Hooks): SslContext {
    const names = hookNames(hooks);
    const key = [role, ...names].join(' ');
    const known = this.#contexts.get(key);
    if (known !== undefined) return known;
    const made = this.#make(role, names);
    this.#contexts.set(key, made);
    return made;
  }

  #make(role: Role, names: readonly HookName[]): SslContext {
    const { clientCa, dhParameters, echStore, pkcs12, pskIdentityHint, sessionIdContext, sessionTimeout, ...both } = this.#settings;
    const files = [pkcs12 ?? []].flat().map((file) => (role === 'server' ? { ...file, nameCas: true } : file));
    const refused = noRenegotiation(this.library);
    const serverOnly = {
      ...(refused.length === 0 ? {} : { options: [...(both.options ?? []), ...refused] }),
      ...(clientCa === undefined ? {} : { clientCa }),
      ...(dhParameters === undefined ? {} : { dhParameters }),
      ...(echStore === undefined ? {} : { echStore }),
      ...(pskIdentityHint === undefined ? {} : { pskIdentityHint }),
      ...(sessionIdContext === undefined ? {} : { sessionIdContext }),
      ticketKeys: opensslTicketKeys(this.#ticketKeys),
      sessionCacheMode: 'external' as const, // sessions are the program's, as in Node: OpenSSL tells of them and keeps none
    };
    const options: SslContextOptions = {
      ...both,
      ...(sessionTimeout === undefined ? {} : { sessionTimeout }),
      ...(files.length === 0 ? {} : { pkcs12: files }),
      ...(role === 'server' ? serverOnly : {}),
      ...dispatchers(names),
      role,
      library: this.library,
    };
    try {
      const context = new SslContext(options);
      if (both.minProtocol === undefined) raiseMinProtocol(context, builtInMinVersion);
      return context;
    } catch (error) {
      throw contextError(error);
    }
  }
}

/**
 * A context for connections, with Node's options. What is not given is the chosen OpenSSL's own, and its openssl.cnf's, but that TLS 1.2 is
 * the least.
 *
 * Fails when: an option is wrong (TypeError with Node's code), OpenSSL refuses one (Error with `code`, `library`, `reason` and the whole
 * `queue`), or no OpenSSL can be loaded (LibraryLoadError).
 */
export function createSecureContext(options?: LibsslContextOptions | null): SecureContext {
  const given = options ?? {};
  return new SecureContext(given, given.cert || given.pfx ? 'server' : 'client');
}

/** Fails when: `value` is no SecureContext of this module (ERR_TLS_INVALID_CONTEXT). */
export function requireSecureContext(name: string, value: unknown): SecureContext {
  if (value instanceof SecureContext) return value;
  throw tlsErrors.invalidContext(name);
}

/** Node's own default for servers: the same for every process with the same command line. */
export function usualSessionIdContext(): string {
  return createHash('sha256').update(process.argv.join(' ')).digest('hex').slice(0, 32);
}

function certificatesIn(pem: unknown): readonly X509Certificate[] {
  if (typeof pem !== 'string' && !(pem instanceof Uint8Array)) return [];
  const text = typeof pem === 'string' ? pem : Buffer.from(pem).toString('latin1');
  return pemCertificates(text).map((certificate) => new X509Certificate(certificate));
}
