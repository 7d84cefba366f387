// Owns: the numbers and words of node:tls for protocols, ciphers and flags, as settings of a context.
// Must not know: certificates, trust.

import type { SecureContextOptions } from 'node:tls';
import { OP } from '../core/ssl-options.ts';
import type { SslContextOptions } from '../ssl/context-options.ts';
import type { SslOption } from '../ssl/context-settings.ts';
import type { TlsVersion } from '../ssl/protocols.ts';
import { builtInMinVersion, defaults } from './defaults.ts';
import { invalidArgType, invalidArgValue, requireString, tlsErrors } from './node-errors.ts';

const versions: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

export interface ProtocolRange {
  /** undefined: the default, which is a floor that openssl.cnf may raise. */
  readonly minProtocol?: TlsVersion;
  readonly maxProtocol?: TlsVersion;
}

/** Fails when: a version is unknown, or two options contradict each other (ERR_TLS_…). */
export function readProtocols(options: SecureContextOptions): ProtocolRange {
  const { secureProtocol } = options;
  if (secureProtocol) {
    if (options.minVersion != null) throw tlsErrors.versionConflict(options.minVersion, secureProtocol);
    if (options.maxVersion != null) throw tlsErrors.versionConflict(options.maxVersion, secureProtocol);
    return readMethod(requireString('options.secureProtocol', secureProtocol));
  }
  const minProtocol = readVersion(
    'minimum',
    options.minVersion ?? (defaults.minVersion === builtInMinVersion ? undefined : defaults.minVersion),
  );
  const maxProtocol = readVersion('maximum', options.maxVersion ?? (defaults.maxVersion === 'TLSv1.3' ? undefined : defaults.maxVersion));
  return { ...(minProtocol === undefined ? {} : { minProtocol }), ...(maxProtocol === undefined ? {} : { maxProtocol }) };
}

function readVersion(which: 'minimum' | 'maximum', given: unknown): TlsVersion | undefined {
  if (given == null) return undefined;
  const version = versions.find((known) => known === given);
  if (version === undefined) throw tlsErrors.protocolVersion(given, which);
  return version;
}

// The methods of C that chose the versions before there were limits for them, SSL_CTX_new(3).
function readMethod(name: string): ProtocolRange {
  const method = /^(?<base>.+)_method$/.exec(name.replace(/_(?:server|client)_method$/, '_method'))?.groups?.['base'] ?? '';
  switch (method) {
    case 'TLS':
      return { minProtocol: 'TLSv1' };
    case 'SSLv23':
      return { minProtocol: 'TLSv1', maxProtocol: 'TLSv1.2' };
    case 'TLSv1':
      return { minProtocol: 'TLSv1', maxProtocol: 'TLSv1' };
    case 'TLSv1_1':
      return { minProtocol: 'TLSv1.1', maxProtocol: 'TLSv1.1' };
    case 'TLSv1_2':
      return { minProtocol: 'TLSv1.2', maxProtocol: 'TLSv1.2' };
    case 'SSLv2':
    case 'SSLv3':
      throw tlsErrors.protocolMethod(`${method} methods disabled`);
    default:
      throw tlsErrors.protocolMethod(`Unknown method: ${name}`);
  }
}

/** TLS 1.3's suites and the older ciphers are one list in Node, and two settings in OpenSSL. Fails when: both would be empty. */
export function readCiphers(options: SecureContextOptions, range: ProtocolRange): Partial<SslContextOptions> {
  const given = options.ciphers ?? defaults.ciphers;
  if (given == null || given === '') return {};
  const names = requireString('options.ciphers', given)
    .split(':')
    .filter((name) => name !== '');
  const suites = names.filter((name) => /^!?TLS_/.test(name));
  const older = names.filter((name) => !/^!?TLS_/.test(name));
  if (names.length === 0) throw invalidArgValue('options.ciphers', given);
  const onlyNew = older.length === 0 && range.minProtocol !== 'TLSv1.3' && (range.maxProtocol ?? 'TLSv1.3') === 'TLSv1.3';
  return {
    ...(suites.length === 0 ? {} : { cipherSuites: suites.join(':') }),
    ...(older.length === 0 ? {} : { cipherList: older.join(':') }),
    ...(onlyNew ? { minProtocol: 'TLSv1.3' } : {}),
  };
}

/** `secureOptions` and `honorCipherOrder`. Fails when: a bit is none of OpenSSL's (ERR_INVALID_ARG_VALUE). */
export function readFlags(options: SecureContextOptions): readonly SslOption[] {
  const names = options.honorCipherOrder ? (['SSL_OP_CIPHER_SERVER_PREFERENCE'] as SslOption[]) : [];
  const { secureOptions } = options;
  if (!secureOptions) return names;
  if (typeof secureOptions !== 'number' || !Number.isInteger(secureOptions)) {
    throw invalidArgType('options.secureOptions', 'an integer', secureOptions);
  }
  // A bit of TLS and one of DTLS can be the same number: the first of the two is TLS's here.
  const tlsFirst = (Object.keys(OP) as SslOption[]).sort((a, b) => Number(/DTLS/.test(a)) - Number(/DTLS/.test(b)));
  for (let bits = BigInt.asUintN(64, BigInt(secureOptions < 0 ? secureOptions >>> 0 : secureOptions)), bit = 1n; bits > 0n; bit <<= 1n) {
    if ((bits & bit) === 0n) continue;
    bits &= ~bit;
    const name = tlsFirst.find((known) => BigInt(OP[known].value) === bit);
    if (name === undefined)
      throw invalidArgValue('options.secureOptions', secureOptions, `has a bit that no OpenSSL knows: 0x${bit.toString(16)}`);
    names.push(name);
  }
  return names;
}
