// Owns: createSecureContext: what node:tls calls a context, which has no role yet. The SslContexts that it stands for are made when they
// are needed, one for each role and set of questions that somebody answers.
// Must not know: sockets.

import { createHash, X509Certificate } from 'node:crypto';
import type { SecureContextOptions } from 'node:tls';
import { raiseMinProtocol, SslContext } from '../ssl/context.ts';
import type { Role, SslContextOptions } from '../ssl/context-options.ts';

import type { EchStore } from '../ssl/ech-store.ts';

import type { HomeOptions } from '../ssl/home.ts';
import type { EngineKeySource } from '../ssl/key-source.ts';
import type { LibraryContext } from '../ssl/library-context.ts';

import type { OpenSSL } from '../ssl/openssl.ts';
import type { Passphrase } from '../ssl/passphrase.ts';
import type { PrivateKey } from '../ssl/private-key.ts';
import type { RawKeyOptions } from '../ssl/raw-public-keys.ts';
import type { UriSource } from '../ssl/uri.ts';
import { readSettings } from './context-settings.ts';
import { builtInMinVersion, chosenLibrary } from './defaults.ts';
import { dispatchers, type HookName, type Hooks, hookNames } from './hooks.ts';
import { pemCertificates } from './identities.ts';
import { contextError, tlsErrors } from './node-errors.ts';
import { noRenegotiation } from './renegotiation.ts';
import { newTicketKeys, opensslTicketKeys } from './ticket-keys.ts';

type Own = 'ca' | 'cert' | 'key' | 'passphrase';
type OneOrMany<T> = T | readonly T[];

export interface LibsslContextOptions extends Omit<SecureContextOptions, Own>, RawKeyOptions {
  /** Certificates that a URI names too. */
  readonly ca?: SecureContextOptions['ca'] | OneOrMany<string | Buffer | UriSource>;
  /** What a URI names too. */
  readonly cert?: SecureContextOptions['cert'] | OneOrMany<string | Buffer | UriSource>;
  /** What a URI names, a PrivateKey and a key in an engine too. */
  readonly key?: SecureContextOptions['key'] | OneOrMany<string | Buffer | UriSource | PrivateKey | EngineKeySource>;
  /** A callback too, which is asked once. */
  readonly passphrase?: Passphrase | undefined;
  /** Not in node:tls: an OpenSSL for this context alone. */
  readonly library?: OpenSSL;
  /** Not in node:tls: where this context is made and what it is given is read, as in SslContextOptions. */
  readonly libraryContext?: LibraryContext;
  /** Not in node:tls: as in SslContextOptions. */
  readonly propertyQuery?: string;
  /** Not in node:tls: a server's keys of Encrypted Client Hello. */
  readonly echStore?: EchStore | undefined;
}

/** What createSecureContext() gives. */
export class SecureContext {
  readonly library: OpenSSL;
  readonly #home: HomeOptions;
  readonly #settings: Partial<SslContextOptions>;
  #ticketKeys: Buffer;
  readonly #contexts = new Map<string, SslContext>();

  /** For createSecureContext(). Fails when: an option is wrong, or OpenSSL refuses it. */
  constructor(options: LibsslContextOptions, role: Role) {
    const { libraryContext, propertyQuery } = options;
    this.library = options.library ?? libraryContext?.library ?? chosenLibrary();
    this.#home = {
      ...(libraryContext === undefined ? {} : { libraryContext }),
      ...(propertyQuery === undefined ? {} : { propertyQuery }),
    };
    const { settings, ticketKeys } = readSettings(options as SecureContextOptions, { library: this.library, ...this.#home });
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
      // A certificate that was compressed beforehand has no room for a stapled response, and who asks for one is to get it.
      ...(role === 'server' && names.includes('statusCallback') ? { certificateCompression: [] } : {}),
      role,
      library: this.library,
      ...this.#home,
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
  const servesRawKey = given.key && given.serverCertTypes;
  return new SecureContext(given, given.cert || given.pfx || servesRawKey ? 'server' : 'client');
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
