// Owns: the options that connect and connectSync share, and their policy: secure unless the caller's code says `dangerous…`.
// Must not know: how bytes travel.

import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { peerNamesDemanded, SslContext, takesNoNames } from '../ssl/context.ts';
import { contextOptionNames, type SslContextOptions } from '../ssl/context-options.ts';
import type { DaneOptions } from '../ssl/dane.ts';
import { SslEngine } from '../ssl/engine.ts';
import type { SslEngineOptions } from '../ssl/engine-options.ts';
import type { Method, TlsVersion } from '../ssl/protocols.ts';
import { type RawKeyOptions, rawKeyOptionNames, takesOnlyRawKeys } from '../ssl/raw-public-keys.ts';
import type { SslSession } from '../ssl/session.ts';
import { type Carrying, engineToCarry } from './carrier.ts';
import { type ClientEch, readClientEch } from './client-ech.ts';
import type { Demands } from './demands.ts';
import { readEarlyData } from './early-data.ts';
import { readMinProtocol } from './min-protocol.ts';
import { requireMethod } from './needed-method.ts';
import { optionsWith } from './protocol-options.ts';

/** Whom to believe, what to show, what to agree on: the options of a client that are not about the transport. */
export interface ClientOptions extends Omit<SslContextOptions, 'role' | 'method' | 'verifyMode' | 'minProtocol' | 'maxProtocol'> {
  /**
   * A context for clients, in place of all its settings here. The peer is verified whatever the context's verify mode. Options of raw public
   * keys may be given beside it: then they stand in place of the context's.
   */
  readonly context?: SslContext;
  /** SNI; default: the host, if it is a name. null: send none. */
  readonly serverName?: string | null;
  /**
   * The name or IP address that the certificate must be for; default: `serverName`, else the host. A raw public key has no name: where nothing
   * else is taken (`serverCertTypes`), there is none to verify.
   */
  readonly verifyName?: string;
  /**
   * TLSA records that the server's certificate must match. `dane.name` is then the name that is verified, and SNI where `serverName` is
   * not given. Usages PKIX-TA and PKIX-EE want `ca` as well. A resumed session shows no certificate to match: not with `session`.
   */
  readonly dane?: DaneOptions;
  /** TLS 1.2 unless given; a stricter openssl.cnf is kept. */
  readonly minProtocol?: 'TLSv1.2' | 'TLSv1.3';
  /** SSL_CTX_set_max_proto_version(3) */
  readonly maxProtocol?: TlsVersion;
  /** Milliseconds until the handshake must be finished, the connection included; default 60000. `Infinity`: no limit. */
  readonly timeout?: number;
  /** A session to resume: of the same library, from an earlier connection to the same server. */
  readonly session?: SslSession;
  /**
   * Encrypted Client Hello (RFC 9849), from OpenSSL 4.0 on: nobody but the server sees its name. A server that does not take it ends the
   * handshake with an EchRejectedError, unless `retry` is given. `'grease'` only looks like it.
   */
  readonly ech?: ClientEch;
  /**
   * Sent as early data (0-RTT) under the key of `session`, with the first flight. **Whoever recorded it can send it again**, to this
   * server or to another with the same ticket keys, and the server may act on it each time: only what does no harm when it is done twice
   * (RFC 8446, 8). It is not forward secret either.
   *
   * `earlyDataStatus` tells afterwards what became of it. Unless that is `accepted` the server has not seen it: send it again.
   *
   * @openssl SSL_write_early_data
   */
  readonly dangerousEarlyData?: Uint8Array;
  /**
   * Bytes of each half of the BIO pair; default 256 KiB, so that what a socket gives is taken in one go. Over a connection's own descriptor
   * (the option `io` of connect()) there is no pair.
   */
  readonly bufferSize?: number;
  /** Accept any certificate, of anyone. The connection is then encrypted to whoever answered. */
  readonly dangerousSkipVerification?: boolean;
  /** Accept a certificate that is trusted but was made out to someone else. */
  readonly dangerousSkipNameCheck?: boolean;
  /** Allow a protocol below TLS 1.2. Some builds and security levels refuse it still. */
  readonly dangerousMinProtocol?: TlsVersion;
}

const policyNames = [
  'context',
  'serverName',
  'verifyName',
  'dane',
  'timeout',
  'session',
  'ech',
  'dangerousEarlyData',
  'bufferSize',
  'dangerousSkipVerification',
  'dangerousSkipNameCheck',
  'dangerousMinProtocol',
];
const ofStreams = ['dangerousEarlyData', 'bufferSize', 'ech'];
const settingNames = contextOptionNames.filter((name) => name !== 'role' && name !== 'verifyMode');

export const defaultTimeout = 60_000;
const largestTimeout = 2 ** 31 - 1; // what a timer of Node can hold
const defaultBuffer = 256 * 1024;
const largestBuffer = 16 * 1024 * 1024;

export interface ParsedClientOptions {
  readonly options: OptionReader;
  /** Milliseconds; null: no limit. */
  readonly timeout: number | null;
  /** The host to connect to; null where a transport or a descriptor was given without one. */
  readonly host: string | null;
  /** What the connection must fulfil even where the handshake does not look. */
  readonly demands: Demands;
  /** To be sent before the handshake is finished; null: none. */
  readonly earlyData: Uint8Array | null;
  readonly bufferSize: number;
  /** Makes the engine; `extra` is what a driver adds. */
  readonly engine: (extra?: SslEngineOptions) => SslEngine;
  /** The same, for carry(). */
  readonly engineToCarry: (carrying: Carrying) => SslEngine;
}

/** Fails when: an option is unknown, wrong, or two of them exclude each other (MisuseError); or OpenSSL refuses a setting (SettingError). */
export function parseClientOptions(value: unknown, transportNames: readonly string[], method: Method = 'tls'): ParsedClientOptions {
  const policies = method === 'tls' ? policyNames : policyNames.filter((name) => !ofStreams.includes(name));
  const options = new OptionReader('options', value, [...transportNames, ...policies, ...settingNames]);
  const host = readHost(options);
  const names = options.has('dane') ? readDaneNames(options) : readNames(options, host, takesOnlyKeys(options));
  const context = readContext(options, method);
  const bufferSize = readBufferSize(options);
  const skipVerification = options.boolean('dangerousSkipVerification') ?? false;
  const session = options.has('session') ? { session: options.raw('session') as SslSession } : {};
  const engineOptions: SslEngineOptions = {
    verifyMode: skipVerification ? 'none' : 'peer',
    ...names,
    ...session,
    ...readClientEch(options),
    ...readOwnKeys(options, skipVerification),
  };
  return {
    options,
    timeout: readTimeout(options),
    host,
    demands: { verified: !skipVerification, name: names.verifyHost ?? names.verifyIp ?? null, also: peerNamesDemanded(context) },
    earlyData: readEarlyData(options),
    bufferSize,
    engine: (extra) => new SslEngine(context, { ...engineOptions, ...(extra ?? { bufferSize }) }),
    engineToCarry: (carrying) => engineToCarry(context, engineOptions, carrying),
  };
}

export function readTimeout(options: OptionReader): number | null {
  if (options.raw('timeout') === Number.POSITIVE_INFINITY) return null;
  return options.integer('timeout', 1, largestTimeout) ?? defaultTimeout;
}

export function readBufferSize(options: OptionReader): number {
  return options.integer('bufferSize', 1, largestBuffer) ?? defaultBuffer;
}

export function readPort(options: OptionReader): number {
  const port = options.integer('port', 1, 65_535);
  if (port === undefined) throw invalidArgument(options.path('port'), 'an integer from 1 to 65535', undefined);
  return port;
}

// In ASCII form, as resolvers and certificates have it; brackets of an IPv6 literal are a URL's, not the address's.
function readHost(options: OptionReader): string | null {
  const given = options.string('host');
  if (given === undefined) return null;
  const bare = /^\[(?<address>.*)\]$/.exec(given)?.groups?.['address'] ?? given;
  if (isIP(bare) !== 0) return bare;
  const ascii = domainToASCII(bare);
  if (ascii === '') throw invalidArgument(options.path('host'), 'a host name or an IP address', given);
  return ascii;
}

function readNames(
  options: OptionReader,
  host: string | null,
  nameless: boolean,
): Pick<SslEngineOptions, 'serverName' | 'verifyHost' | 'verifyIp'> {
  // A trailing dot is the resolver's sign for a complete name; neither SNI nor certificates have it.
  const hostName = host?.replace(/\.$/, '');
  const sniDefault = hostName !== undefined && isIP(hostName) === 0 ? hostName : undefined;
  const serverName = options.raw('serverName') === null ? undefined : (options.string('serverName') ?? sniDefault);
  const skip = (options.boolean('dangerousSkipNameCheck') ?? false) || (options.boolean('dangerousSkipVerification') ?? false);
  const verifyName = options.string('verifyName') ?? serverName ?? hostName;
  if (nameless && options.has('verifyName')) {
    const path = options.path('verifyName');
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning where only raw public keys are taken: they have no name`);
  }
  if (skip && options.has('verifyName')) {
    throw new MisuseError(
      'ERR_SSL_ARGUMENT',
      'options.verifyName',
      'options.verifyName has no meaning when the check is switched off by a dangerous… option',
    );
  }
  if (!skip && !nameless && verifyName === undefined) {
    throw new MisuseError(
      'ERR_SSL_ARGUMENT',
      'options.verifyName',
      'options.verifyName (or serverName, or host) must be given: without it the certificate cannot be matched to anyone; dangerousSkipNameCheck: true does without',
    );
  }
  return {
    ...(serverName === undefined ? {} : { serverName }),
    ...(skip || nameless || verifyName === undefined ? {} : isIP(verifyName) === 0 ? { verifyHost: verifyName } : { verifyIp: verifyName }),
  };
}

function takesOnlyKeys(options: OptionReader): boolean {
  if (options.has('serverCertTypes')) return takesOnlyRawKeys(options.raw('serverCertTypes'));
  const context = options.raw('context');
  return context instanceof SslContext && takesNoNames(context);
}

// Beside a context they are the connection's own; else they belong to the context that is made.
function readOwnKeys(options: OptionReader, skipVerification: boolean): RawKeyOptions {
  if (skipVerification && options.has('expectedPeerKeys')) {
    const path = options.path('expectedPeerKeys');
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${options.path('dangerousSkipVerification')}`);
  }
  if (!options.has('context')) return {};
  return Object.fromEntries(rawKeyOptionNames.filter((name) => options.has(name)).map((name) => [name, options.raw(name)]));
}

// OpenSSL makes the records' own name the one to verify, and the server name (SSL_dane_enable(3)).
function readDaneNames(options: OptionReader): Pick<SslEngineOptions, 'serverName' | 'verifyHost' | 'verifyIp' | 'dane'> {
  for (const name of ['verifyName', 'session', 'dangerousSkipVerification', 'dangerousSkipNameCheck']) {
    if (!options.has(name) || options.raw(name) === false) continue;
    const path = options.path(name);
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with ${options.path('dane')}`);
  }
  const serverName = options.string('serverName');
  return { ...(serverName === undefined ? {} : { serverName }), dane: options.raw('dane') as DaneOptions };
}

function readContext(options: OptionReader, method: Method): SslContext {
  const given = options.raw('context');
  requireMethod(options.path('method'), options.raw('method'), method);
  const ownNames: readonly string[] = given === undefined ? [] : rawKeyOptionNames;
  const settings = Object.fromEntries(
    settingNames.filter((name) => options.has(name) && !ownNames.includes(name)).map((name) => [name, options.raw(name)]),
  );
  if (given !== undefined) {
    if (!(given instanceof SslContext) || given.role !== 'client')
      throw invalidArgument(options.path('context'), "an SslContext with role 'client'", given);
    requireMethod(options.path('context'), given.method, method);
    const [first] = [...Object.keys(settings), ...(options.has('dangerousMinProtocol') ? ['dangerousMinProtocol'] : [])];
    if (first === undefined) return given;
    throw new MisuseError('ERR_SSL_ARGUMENT', options.path(first), `${options.path(first)} belongs to the context, which is given already`);
  }
  const { own, raise } = readMinProtocol(options, method);
  const context = new SslContext({
    ca: 'system',
    method,
    ...settings,
    ...optionsWith(settings['options'], method),
    role: 'client',
    ...own,
  });
  raise(context);
  return context;
}
