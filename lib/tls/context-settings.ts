// Owns: the options of createSecureContext(), read once into the settings of an SslContext.
// Must not know: roles, sockets.

import type { SecureContextOptions } from 'node:tls';
import type { SslContextOptions } from '../ssl/context-options.ts';
import type { EchStore } from '../ssl/ech-store.ts';
import type { OpenSSL } from '../ssl/openssl.ts';
import { defaults } from './defaults.ts';
import { list, pem, readIdentities } from './identities.ts';
import { invalidArgType, invalidArgValue, nodeError, outOfRange, requireString, requireView } from './node-errors.ts';
import { readCiphers, readFlags, readProtocols } from './secure-options.ts';
import { requireTicketKeys } from './ticket-keys.ts';
import { defaultTrust } from './trust.ts';
import { trustOf } from './trusted-store.ts';

export interface ReadSettings {
  readonly settings: Partial<SslContextOptions>;
  readonly ticketKeys: Buffer | null;
}

/** Fails when: one is of the wrong type or value (TypeError, RangeError with Node's codes). */
export function readSettings(options: SecureContextOptions, library: OpenSSL): ReadSettings {
  refuseEngines(options);
  refuseCompression((options as { certificateCompression?: unknown }).certificateCompression);
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
      ...(flags.length === 0 ? {} : { options: flags }),
      ...readTrust(options, library),
      ...(crl.length === 0 ? {} : { crl }),
      ...(verifyFlags.length === 0 ? {} : { verifyParameters: { flags: verifyFlags } }),
      ...readOwn(options),
      ...readGroups(options),
      ...readSessions(options),
      ...readHint(options as { pskIdentityHint?: unknown }),
      ...readEchStore(options as { echStore?: EchStore }),
    },
    ticketKeys: options.ticketKeys == null ? null : requireTicketKeys('options.ticketKeys', options.ticketKeys),
  };
}

function readTrust(options: SecureContextOptions, library: OpenSSL): Partial<SslContextOptions> {
  const ca = list(options.ca).map((value) => pem('options.ca', value));
  // What changes a store must not change the one that others share.
  if (ca.length === 0) return options.crl || options.pfx ? { ca: defaultTrust() } : { ca: trustOf(library) };
  return { ca, clientCa: ca };
}

function readOwn(options: SecureContextOptions): Partial<SslContextOptions> {
  const [first, ...others] = readIdentities(options);
  const pfx = list(options.pfx as readonly unknown[] | undefined).map((value) => readPfx(value, options.passphrase));
  return {
    ...first,
    ...(others.length === 0 ? {} : { identities: others as NonNullable<SslContextOptions['identities']> }),
    ...(pfx.length === 0 ? {} : { pkcs12: pfx.map((one) => ({ ...one, trustCas: true })) }),
  };
}

function readPfx(value: unknown, common: unknown): { readonly data: Uint8Array; readonly passphrase?: string } {
  const own = value as { buf?: unknown; passphrase?: unknown } | null;
  const wrapped = typeof own === 'object' && own !== null && own.buf !== undefined;
  const data = wrapped ? own.buf : value;
  const passphrase = (wrapped ? own.passphrase : undefined) ?? common;
  return {
    data: typeof data === 'string' ? Buffer.from(data, 'latin1') : requireView('options.pfx', data),
    ...(passphrase == null || passphrase === '' ? {} : { passphrase: requireString('options.passphrase', passphrase) }),
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

// Looked at where it is used: by a server's context.
function readEchStore({ echStore }: { readonly echStore?: EchStore }): Partial<SslContextOptions> {
  return echStore == null ? {} : { echStore };
}

const compressions: readonly unknown[] = ['zlib', 'brotli', 'zstd'];

function refuseCompression(algorithms: unknown): void {
  if (algorithms == null || (Array.isArray(algorithms) && algorithms.length === 0)) return;
  if (!Array.isArray(algorithms)) throw invalidArgType('options.certificateCompression', 'an instance of Array', algorithms);
  if (algorithms.length > compressions.length || algorithms.some((name) => !compressions.includes(name))) {
    throw invalidArgValue('options.certificateCompression', algorithms);
  }
  const text = 'options.certificateCompression: certificates are not compressed here';
  throw nodeError(new Error(text), 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM');
}

// Keys in an engine would have to be that engine's of the chosen OpenSSL; here they are not to be had by Node's names.
function refuseEngines(options: SecureContextOptions): void {
  if (options.privateKeyIdentifier != null && options.privateKeyEngine == null) {
    throw invalidArgValue('options.privateKeyEngine', options.privateKeyEngine);
  }
  const given = (['clientCertEngine', 'privateKeyEngine', 'privateKeyIdentifier'] as const).filter((name) => options[name] != null);
  for (const name of given) {
    if (typeof options[name] !== 'string') throw invalidArgType(`options.${name}`, 'of type string, null, or undefined', options[name]);
  }
  const [name] = given;
  if (name === undefined) return;
  throw nodeError(new Error(`options.${name}: keys in engines are not supported here`), 'ERR_CRYPTO_CUSTOM_ENGINE_NOT_SUPPORTED');
}
