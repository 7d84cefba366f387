// Owns: the contexts of a server: what one may be given, and the policy: TLS 1.2 at least, no renegotiation, and a client's certificate
// that is asked for is verified, unless the caller's code says `dangerous…`.
// Must not know: names, sockets.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import { SslContext } from '../ssl/context.ts';
import { contextOptionNames, type SslContextOptions, type VerifyMode } from '../ssl/context-options.ts';
import { readSessionIdContext } from '../ssl/context-settings.ts';
import { memberOf } from '../ssl/pem.ts';
import type { Method, TlsVersion } from '../ssl/protocols.ts';
import { takesOnlyRawKeys } from '../ssl/raw-public-keys.ts';
import { readMinProtocol } from './min-protocol.ts';
import { requireMethod } from './needed-method.ts';
import { optionsWith } from './protocol-options.ts';

export type ClientCertificate = 'none' | 'request' | 'require';

/** What a server shows, whom it believes and what it agrees on, of one name or of all. */
export interface ServerContextOptions
  extends Omit<SslContextOptions, 'role' | 'method' | 'library' | 'verifyMode' | 'minProtocol' | 'maxProtocol' | 'ticketKeys'> {
  /**
   * `'none'` (default), `'request'`: a client may show a certificate, `'require'`: it must. One that does not verify against `ca` ends the
   * handshake, in both cases. SSL_CTX_set_verify(3)
   */
  readonly clientCertificate?: ClientCertificate;
  /** TLS 1.2 unless given; a stricter openssl.cnf is kept. */
  readonly minProtocol?: 'TLSv1.2' | 'TLSv1.3';
  /** SSL_CTX_set_max_proto_version(3) */
  readonly maxProtocol?: TlsVersion;
  /** Allow a protocol below TLS 1.2. Some builds and security levels refuse it still. */
  readonly dangerousMinProtocol?: TlsVersion;
  /**
   * Let clients in whose certificate does not verify: `connection.verify` has what is wrong with it, and nobody else looks. **Anybody can
   * make a certificate that says anything.**
   */
  readonly dangerousUnverifiedClients?: boolean;
}

const policyNames = ['clientCertificate', 'dangerousMinProtocol', 'dangerousUnverifiedClients'] as const;
const settingNames = contextOptionNames.filter((name) => !['role', 'method', 'library', 'verifyMode', 'ticketKeys'].includes(name));
export const serverContextOptionNames: readonly string[] = [...settingNames, ...policyNames];

/** What only matters where clients are asked for a certificate. */
export const ofClients: readonly string[] = [
  'ca',
  'clientCa',
  'crl',
  'verifyCallback',
  'certVerifyCallback',
  'dangerousUnverifiedClients',
  'clientCertTypes',
  'expectedPeerKeys',
];

const verifyModes: Readonly<Record<ClientCertificate, VerifyMode>> = {
  none: 'none',
  request: 'peer',
  require: 'fail-if-no-peer-cert',
};

/** What a context has from its server. */
export interface FromServer extends Partial<SslContextOptions> {
  readonly method: Method;
  /** The name that the context is for; null: for all others. */
  readonly name: string | null;
}

/**
 * Makes a context of a server.
 *
 * Fails when: an option is wrong, missing or contradicts another (MisuseError), or OpenSSL refuses it (SettingError).
 */
export function makeServerContext(options: OptionReader, { name, ...fromServer }: FromServer): SslContext {
  const given = Object.fromEntries(settingNames.filter((each) => options.has(each)).map((each) => [each, options.raw(each)]));
  const settings = given as Partial<SslContextOptions>;
  const { own, raise } = readMinProtocol(options, fromServer.method);
  const clients = readClientPolicy(options, settings);
  const context = new SslContext({
    ...settings,
    ...own,
    ...clients.settings,
    ...fromServer,
    role: 'server',
    ...optionsWith(settings.options, fromServer.method, ['SSL_OP_NO_RENEGOTIATION', ...(fromServer.options ?? [])]),
    sessionIdContext: sessionIdContext(name, readSessionIdContext(options), settings, clients.mode),
  });
  raise(context);
  return context;
}

/** Fails when: it is no context for a server of this method (MisuseError). */
export function requireServerContext(path: string, given: unknown, method: Method): SslContext {
  if (!(given instanceof SslContext) || given.role !== 'server') throw invalidArgument(path, "an SslContext with role 'server'", given);
  requireMethod(path, given.method, method);
  return given;
}

function readClientPolicy(
  options: OptionReader,
  settings: Partial<SslContextOptions>,
): { readonly mode: ClientCertificate; readonly settings: Partial<SslContextOptions> } {
  const mode = options.oneOf('clientCertificate', Object.keys(verifyModes) as ClientCertificate[]) ?? 'none';
  const unverified = options.boolean('dangerousUnverifiedClients') ?? false;
  const refuse = (name: string, why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', options.path(name), `${options.path(name)} ${why}`);
  };
  if (mode === 'none') {
    // Whoever gives one of these believes that clients are looked at.
    for (const name of ofClients) {
      if (options.has(name)) refuse(name, `has no meaning unless ${options.path('clientCertificate')} is 'request' or 'require'`);
    }
    return { mode, settings: { verifyMode: 'none' } };
  }
  const decides = ['verifyCallback', 'certVerifyCallback', 'expectedPeerKeys'].find((name) => options.has(name));
  if (unverified && decides !== undefined) refuse(decides, `has no meaning with ${options.path('dangerousUnverifiedClients')}`);
  // Of raw public keys alone a callback can be the only one who knows them.
  const knowsKeys = takesOnlyRawKeys(options.raw('clientCertTypes')) && options.has('verifyCallback');
  if (!unverified && !knowsKeys && !['ca', 'certVerifyCallback', 'conf', 'expectedPeerKeys'].some((name) => options.has(name))) {
    refuse('ca', `must be given with ${options.path('clientCertificate')} '${mode}': whom to believe`);
  }
  const named = settings.clientCa ?? pemsOf(settings.ca);
  return {
    mode,
    settings: {
      verifyMode: verifyModes[mode],
      ...(named === undefined ? {} : { clientCa: named }),
      ...(unverified ? { verifyCallback: () => true } : {}),
    },
  };
}

// The authorities that clients are told of, so that a browser knows which certificates to offer; not those of the whole system.
function pemsOf(ca: SslContextOptions['ca']): SslContextOptions['clientCa'] {
  const sources = arrayOf(ca).filter((source) => source !== 'system' && memberOf(source, 'directory') === undefined);
  return sources.length === 0 ? undefined : (sources as NonNullable<SslContextOptions['clientCa']>);
}

/**
 * A session is resumed only where clients are let in by the same rules: under the same name, by the same authorities. Else a client without
 * a certificate would come in by a session of the name next door. The same settings give the same id on every machine.
 */
function sessionIdContext(
  name: string | null,
  own: Uint8Array | undefined,
  { ca, crl, verifyParameters, clientCertTypes, expectedPeerKeys }: Partial<SslContextOptions>,
  mode: ClientCertificate,
): Uint8Array {
  const keys =
    clientCertTypes === undefined && expectedPeerKeys === undefined ? [] : [clientCertTypes, arrayOf(expectedPeerKeys).map(contentOf)];
  const trust = mode === 'none' ? null : [mode, arrayOf(ca).map(contentOf), arrayOf(crl).map(contentOf), verifyParameters, ...keys];
  const ofCaller = own === undefined ? null : Buffer.from(own).toString('base64');
  return createHash('sha256')
    .update(JSON.stringify([name, ofCaller, trust]))
    .digest();
}

function contentOf(source: unknown): string {
  if (source instanceof Uint8Array) return Buffer.from(source).toString('latin1');
  if (typeof source === 'string') return source;
  try {
    return readFileSync(String(memberOf(source, 'file')), 'latin1');
  } catch {
    return JSON.stringify(source); // a directory; or the context is about to say what is wrong with it
  }
}

function arrayOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
