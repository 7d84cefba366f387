// Owns: the options of createSecureContext(), read once into the settings of an SslContext.
// Must not know: roles, sockets.

import type { SecureContextOptions } from 'node:tls';
import type { SslContextOptions } from '../ssl/context-options.ts';
import type { EchStore } from '../ssl/ech-store.ts';
import type { Passphrase } from '../ssl/passphrase.ts';
import { type RawKeyOptions, rawKeyOptionNames } from '../ssl/raw-public-keys.ts';
import { readCompression } from './certificate-compression.ts';
import { defaults } from './defaults.ts';
import { list, pem, readIdentities, readPassphrase } from './identities.ts';
import { certificateTexts, engineKey, type Home, isNamed, settled } from './key-sources.ts';
import { invalidArgType, invalidArgValue, nodeError, outOfRange, requireString, requireView } from './node-errors.ts';
import { readCiphers, readFlags, readProtocols } from './secure-options.ts';
import { requireTicketKeys } from './ticket-keys.ts';
import { defaultTrust } from './trust.ts';
import { type TrustHome, trustOf } from './trusted-store.ts';

export interface ReadSettings {
  readonly settings: Partial<SslContextOptions>;
  readonly ticketKeys: Buffer | null;
}

/** Fails when: one is of the wrong type or value (TypeError, RangeError with Node's codes). */
export function readSettings(options: SecureContextOptions, home: Home & TrustHome): ReadSettings {
  refuseEngines(options, home);
  const range = readProtocols(options);
  const flags = readFlags(options);
  const crl = list(options.crl).map((value) => pem('options.crl', value));
  const verifyFlags = [
    ...(crl.length > 0 ? (['X509_V_FLAG_CRL_CHECK_ALL'] as const) : []),
    ...((options as { allowPartialTrustChain?: boolean }).allowPartialTrustChain ? (['X509_V_FLAG_PARTIAL_CHAIN'] as const) : []),
  ];
  return {
    settings: {
      ...range,
      ...readCiphers(options, range),
      certificateCompression: readCompression(options, range, home.library),
      ...(flags.length === 0 ? {} : { options: flags }),
      ...readTrust(options, home),
      ...(crl.length === 0 ? {} : { crl }),
      ...(verifyFlags.length === 0 ? {} : { verifyParameters: { flags: verifyFlags } }),
      ...readOwn(options, home),
      ...readGroups(options),
      ...readSessions(options),
      ...readHint(options as { pskIdentityHint?: unknown }),
      ...readRawKeys(options as RawKeyOptions),
      ...readEchStore(options as { echStore?: EchStore }),
    },
    ticketKeys: options.ticketKeys == null ? null : requireTicketKeys('options.ticketKeys', options.ticketKeys),
  };
}

function readTrust(options: SecureContextOptions, home: Home & TrustHome): Partial<SslContextOptions> {
  const passphrase = readPassphrase(options.passphrase);
  const ca = list<unknown>(options.ca).flatMap((value): readonly (string | Buffer)[] =>
    isNamed(value) && 'uri' in value ? certificateTexts(value.uri, home, passphrase) : [pem('options.ca', value)],
  );
  // What changes a store must not change the one that others share.
  if (ca.length === 0) return options.crl || options.pfx ? { ca: defaultTrust() } : { ca: trustOf(home) };
  return { ca, clientCa: ca };
}

function readOwn(options: SecureContextOptions, home: Home): Partial<SslContextOptions> {
  const [first, ...others] = withEngineKey(options, home, readIdentities(options)).map((identity) => settled(identity, home));
  const pfx = list(options.pfx as readonly unknown[] | undefined).map((value) => readPfx(value, options.passphrase));
  return {
    ...first,
    ...(others.length === 0 ? {} : { identities: others as NonNullable<SslContextOptions['identities']> }),
    ...(pfx.length === 0 ? {} : { pkcs12: pfx.map((one) => ({ ...one, trustCas: true })) }),
  };
}

function readPfx(value: unknown, common: unknown): { readonly data: Uint8Array; readonly passphrase?: Passphrase } {
  const own = value as { buf?: unknown; passphrase?: unknown } | null;
  const wrapped = typeof own === 'object' && own !== null && own.buf !== undefined;
  const data = wrapped ? own.buf : value;
  const passphrase = (wrapped ? own.passphrase : undefined) ?? common;
  return {
    data: typeof data === 'string' ? Buffer.from(data, 'latin1') : requireView('options.pfx', data),
    ...(passphrase == null || passphrase === '' ? {} : { passphrase: readPassphrase(passphrase) as Passphrase }),
  };
}

function readGroups(options: SecureContextOptions): Partial<SslContextOptions> {
  const curves = options.ecdhCurve === undefined ? defaults.ecdhCurve : requireString('options.ecdhCurve', options.ecdhCurve);
  const { sigalgs, dhparam } = options;
  if (sigalgs != null && requireString('options.sigalgs', sigalgs) === '') throw invalidArgValue('options.sigalgs', sigalgs);
  const dh: unknown = dhparam;
  return {
    ...(curves === 'auto' || curves === '' ? {} : { groups: curves }),
    ...(sigalgs == null ? {} : { signatureAlgorithms: sigalgs, clientSignatureAlgorithms: sigalgs }),
    ...(dh == null ? {} : { dhParameters: dh === 'auto' ? 'auto' : pem('options.dhparam', dh) }),
  };
}

function readSessions(options: SecureContextOptions): Partial<SslContextOptions> {
  const { sessionIdContext, sessionTimeout } = options;
  if (sessionTimeout != null && typeof sessionTimeout !== 'number')
    throw invalidArgType('options.sessionTimeout', 'of type number', sessionTimeout);
  if (sessionTimeout != null && (!Number.isInteger(sessionTimeout) || sessionTimeout < 0 || sessionTimeout > 2 ** 31 - 1)) {
    throw outOfRange('options.sessionTimeout', '>= 0 && <= 2147483647', sessionTimeout);
  }
  return {
    ...(sessionIdContext == null || sessionIdContext === ''
      ? {}
      : { sessionIdContext: requireString('options.sessionIdContext', sessionIdContext) }),
    ...(sessionTimeout ? { sessionTimeout } : {}),
  };
}

function readHint({ pskIdentityHint: hint }: { readonly pskIdentityHint?: unknown }): Partial<SslContextOptions> {
  return hint == null || hint === '' ? {} : { pskIdentityHint: requireString('options.pskIdentityHint', hint) };
}

// Not in node:tls: an SslContext's own options, which it looks at itself.
function readRawKeys(options: RawKeyOptions): RawKeyOptions {
  return Object.fromEntries(rawKeyOptionNames.filter((name) => options[name] != null).map((name) => [name, options[name]]));
}

// Looked at where it is used: by a server's context.
function readEchStore({ echStore }: { readonly echStore?: EchStore }): Partial<SslContextOptions> {
  return echStore == null ? {} : { echStore };
}

// An engine is one of the chosen OpenSSL's: Node's own engines are not known here.
function refuseEngines(options: SecureContextOptions, { library }: Home): void {
  const { privateKeyEngine, privateKeyIdentifier } = options;
  if (privateKeyIdentifier != null && privateKeyEngine == null) throw invalidArgValue('options.privateKeyEngine', privateKeyEngine);
  const given = (['clientCertEngine', 'privateKeyEngine', 'privateKeyIdentifier'] as const).filter((name) => options[name] != null);
  for (const name of given) {
    if (typeof options[name] !== 'string') throw invalidArgType(`options.${name}`, 'of type string, null, or undefined', options[name]);
  }
  const unsupported = library.has('ENGINE_by_id') ? given.filter((name) => name === 'clientCertEngine') : given;
  const [name] = unsupported;
  if (name === undefined) return;
  throw nodeError(new Error(`options.${name}: such engines are not supported here`), 'ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED');
}

function withEngineKey(options: SecureContextOptions, home: Home, identities: ReturnType<typeof readIdentities>): typeof identities {
  const { privateKeyEngine, privateKeyIdentifier } = options;
  if (!privateKeyEngine || !privateKeyIdentifier) return identities;
  const privateKey = engineKey(privateKeyEngine, privateKeyIdentifier, readPassphrase(options.passphrase), home);
  const [first, ...others] = identities;
  return [{ ...first, privateKey }, ...others];
}
