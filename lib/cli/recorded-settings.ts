// Owns: the settings of a recorded handshake: from flags to the recording, and from the recording to a context and an engine.
// Must not know: what is done with them.

import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import {
  type CaSource,
  type CertificateSource,
  type OpenSSL,
  type Passphrase,
  type PrivateKeySource,
  SslContext,
  SslEngine,
} from '../index.ts';
import type { DriverOptions } from './client-options.ts';
import type { RecordedCa, RecordedSettings } from './recording.ts';
import { UsageError } from './usage-error.ts';

/** What is shown to a server that asks; it stays out of the recording. */
export interface OwnIdentity {
  readonly certificate?: CertificateSource;
  readonly privateKey?: PrivateKeySource;
  readonly passphrase?: Passphrase;
}

// More than the largest record: what comes in one goes in whole.
const bufferSize = 64 * 1024;

export function identityOf({ certificate, privateKey, passphrase }: DriverOptions): OwnIdentity {
  return {
    ...(certificate === undefined ? {} : { certificate }),
    ...(privateKey === undefined ? {} : { privateKey }),
    ...(passphrase === undefined ? {} : { passphrase }),
  };
}

/** Fails when: a file of trusted certificates cannot be read (UsageError). */
export function settingsOf(options: DriverOptions): RecordedSettings {
  const host = asciiHost(options.host);
  const serverName = options.serverName === undefined ? (isIP(host) === 0 ? host : null) : options.serverName;
  return {
    serverName,
    verifyName: options.dangerousSkipVerification === true ? null : (options.verifyName ?? serverName ?? host),
    ca: options.ca === undefined ? 'system' : (options.ca as readonly CaSource[]).map(recordedCa),
    minProtocol: options.dangerousMinProtocol ?? options.minProtocol ?? 'TLSv1.2',
    maxProtocol: options.maxProtocol ?? null,
    cipherList: options.cipherList ?? null,
    cipherSuites: options.cipherSuites ?? null,
    groups: options.groups ?? null,
    alpn: options.alpn ?? null,
    conf: options.conf ?? null,
    clientCertificate: options.certificate !== undefined,
  };
}

/** Fails when: OpenSSL refuses a setting (SettingError), or one is wrong (MisuseError). */
export function engineOf(settings: RecordedSettings, identity: OwnIdentity, library: OpenSSL): SslEngine {
  const { serverName, verifyName, ca, minProtocol, maxProtocol, cipherList, cipherSuites, groups, alpn, conf } = settings;
  const context = new SslContext({
    role: 'client',
    library,
    ca: ca === 'system' ? ca : ca.map((each) => ('pem' in each ? each.pem : each)),
    minProtocol,
    ...(maxProtocol === null ? {} : { maxProtocol }),
    ...(cipherList === null ? {} : { cipherList }),
    ...(cipherSuites === null ? {} : { cipherSuites }),
    ...(groups === null ? {} : { groups }),
    ...(alpn === null ? {} : { alpn }),
    ...(conf === null ? {} : { conf }),
    ...identity,
  });
  return new SslEngine(context, {
    bufferSize,
    verifyMode: verifyName === null ? 'none' : 'peer',
    ...(serverName === null ? {} : { serverName }),
    ...(verifyName === null ? {} : isIP(verifyName) === 0 ? { verifyHost: verifyName } : { verifyIp: verifyName }),
  });
}

/** As connect() has it: ASCII, without the trailing dot of a complete name. Fails when: it is no name (UsageError). */
export function asciiHost(host: string): string {
  const bare = host.replace(/\.$/, '');
  const ascii = isIP(bare) === 0 ? domainToASCII(bare) : bare;
  if (ascii === '') throw new UsageError(`HOST must be a host name or an IP address, not "${host}"`);
  return ascii;
}

// The certificates themselves, so that a replay elsewhere trusts the same.
function recordedCa(source: CaSource): RecordedCa {
  if (typeof source !== 'object' || source instanceof Uint8Array) return { pem: String(source) };
  if ('directory' in source) return { directory: source.directory };
  try {
    return { pem: certificatesIn(readFileSync(source.file, 'latin1')) };
  } catch (cause) {
    throw new UsageError(`--ca cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

// A file that names an authority may hold its key as well, and that is nothing to be passed on.
function certificatesIn(text: string): string {
  return (text.match(/-----BEGIN (?<kind>(?:TRUSTED |X509 )?CERTIFICATE)-----[^-]*-----END \k<kind>-----/g) ?? []).join('\n');
}
