// Owns: the options of SslEngine, read once into the form that the native side takes.

import { isIP } from 'node:net';
import { MisuseError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import type { NativeSession } from '../native/binding.ts';
import type { NativeEngineSettings } from '../native/create-engine.ts';
import { readAlpn } from './alpn.ts';
import { type CertificateCompression, readCompression } from './certificate-compression.ts';
import type { SslContext } from './context.ts';
import { type Role, type VerifyMode, verifyModeNames, verifyModeNumbers } from './context-options.ts';
import { type DaneOptions, readDane } from './dane.ts';
import { type EchOptions, readEch } from './ech-options.ts';
import { type Home, mayLiveIn } from './home.ts';
import type { Method } from './protocols.ts';
import { type RawKeyOptions, rawKeyOptionNames, readRawKeys } from './raw-public-keys.ts';
import { readServerName } from './server-name.ts';
import { nativeSession, type SslSession } from './session.ts';
import { readSrtpProfiles, type SrtpOptions } from './srtp.ts';
import { readVerifyParameters, type VerifyParameters } from './verify-parameters.ts';

/**
 * What one connection can be given on top of its context. Raw public keys: in place of the context's; expected ones also where `dane` is given,
 * beside its records.
 */
export interface SslEngineOptions extends RawKeyOptions, SrtpOptions {
  /** SNI, SSL_set_tlsext_host_name(3). An IP address is no server name (RFC 6066, 3). */
  readonly serverName?: string;
  /** The certificate must be for this DNS name, SSL_set1_host(3). Checked only if the verify mode has `peer`. */
  readonly verifyHost?: string;
  /** The certificate must be for this IP address, X509_VERIFY_PARAM_set1_ip_asc(3). Checked only if the verify mode has `peer`. */
  readonly verifyIp?: string;
  /** In place of the context's, SSL_set_verify(3). */
  readonly verifyMode?: VerifyMode;
  /** On top of the context's: X509_VERIFY_PARAM_set_flags(3), SSL_get0_param(3) */
  readonly verifyParameters?: VerifyParameters;
  /**
   * The certificate must match a TLSA record, SSL_CTX_dane_enable(3): for clients. With usage DANE-TA or DANE-EE no authority has to be
   * trusted. Checked only if the verify mode has `peer`.
   */
  readonly dane?: DaneOptions;
  /** In place of the context's offer, SSL_set_alpn_protos(3). A server's choice belongs to its context. */
  readonly alpn?: readonly string[];
  /** Client: asks for a stapled OCSP response as the context's option of this name does, SSL_set_tlsext_status_type(3). */
  readonly statusType?: 'ocsp';
  /** In place of the context's: SSL_set1_cert_comp_preference(3). A server has compressed with its context's alone. */
  readonly certificateCompression?: readonly CertificateCompression[];
  /** A session to resume, SSL_set_session(3): of the same library. The server may refuse it; then the handshake is a full one. */
  readonly session?: SslSession;
  /** Bytes of each half of the BIO pair, BIO_new_bio_pair(3); default: OpenSSL's own 17 KiB. */
  readonly bufferSize?: number;
  /**
   * A connected socket in place of the BIO pair, SSL_set_fd(3). The descriptor stays yours. If it is a blocking one, operations return
   * only when they are done or have failed.
   */
  readonly fd?: number;
  /**
   * DTLS: the largest datagram to send, in bytes of its payload, 208 to 4096, SSL_set_mtu(3). The handshake keeps to it by fragments; a
   * write() that is larger than `dataMtu` does not. Default: 1232, which every path of IPv6 carries.
   */
  readonly mtu?: number;
  /** DTLS: the same with 48 bytes for the headers of IPv6 and UDP, 256 to 4144, DTLS_set_link_mtu(3). In place of `mtu`. */
  readonly linkMtu?: number;
  /**
   * Client: Encrypted Client Hello (RFC 9849), from OpenSSL 4.0 on; `serverName` is then for the server alone, and so is the rest of the
   * inner ClientHello. A server that does not take it ends the handshake with an EchRejectedError. `'grease'` only looks like it.
   */
  readonly ech?: EchOptions;
}

const engineOptionNames = [
  'serverName',
  'verifyHost',
  'verifyIp',
  'verifyMode',
  'verifyParameters',
  'dane',
  ...rawKeyOptionNames,
  'alpn',
  'statusType',
  'certificateCompression',
  'session',
  'bufferSize',
  'fd',
  'mtu',
  'linkMtu',
  'ech',
  'srtpProfiles',
] as const satisfies readonly (keyof SslEngineOptions)[];

const smallestBuffer = 1;
const largestBuffer = 16 * 1024 * 1024;
const largestDescriptor = 2 ** 31 - 1;
// OpenSSL takes 256 at least, headers included, and gathers a flight in a buffer of 4096 bytes: measured on 1.1.1 to 4.0, what is larger
// leaves in two datagrams, cut in the middle of a record, which no peer can read.
const headers = 48;
const smallestLinkMtu = 256;
const largestMtu = 4096;

const onlyOver: Readonly<Record<Method, readonly (keyof SslEngineOptions)[]>> = { tls: ['bufferSize', 'fd'], dtls: ['mtu', 'linkMtu'] };

export function parseEngineOptions(
  value: unknown,
  context: Pick<SslContext, 'role' | 'library' | 'libraryContext' | 'method'>,
): NativeEngineSettings {
  const { role, library, method } = context;
  const options = new OptionReader('options', value, engineOptionNames);
  refuseOtherMethod(options, method);
  const serverName = readServerName(options, 'serverName');
  const verifyIp = options.string('verifyIp');
  if (verifyIp !== undefined && isIP(verifyIp) === 0) throw invalidArgument('options.verifyIp', 'an IP address', verifyIp);
  const verifyParameters = readVerifyParameters(options, library);
  refuseTwoNames(options, 'verifyHost', verifyParameters?.hosts, 'hosts');
  refuseTwoNames(options, 'verifyIp', verifyParameters?.ip, 'ip');
  const dane = readDane(options, library);
  if (dane !== undefined) refuseBesideDane(options, role, verifyParameters?.hosts);
  const verifyMode = options.oneOf('verifyMode', verifyModeNames);
  const bufferSize = options.integer('bufferSize', smallestBuffer, largestBuffer);
  const fd = options.integer('fd', 0, largestDescriptor);
  if (fd !== undefined && bufferSize !== undefined) {
    throw new MisuseError(
      'ERR_SSL_ARGUMENT',
      'options.bufferSize',
      'options.bufferSize has no meaning with options.fd: there is no BIO pair then',
    );
  }
  return {
    serverName,
    verifyHost: options.string('verifyHost'),
    verifyIp,
    verifyMode: verifyMode && verifyModeNumbers[verifyMode],
    verifyParameters,
    dane,
    rawKeys: readRawKeys(options, library),
    alpn: readAlpn(options),
    statusType: readStatusType(options, role),
    certificateCompression: readCompression(options, library, method),
    bufferSize,
    fd,
    ...readMtu(options),
    srtpProfiles: readSrtpProfiles(options, 'SSL_set_tlsext_use_srtp', context),
    session: readSession(options, context),
    ech: readEch(options, context),
  };
}

function refuseOtherMethod(options: OptionReader, method: Method): void {
  const wrong = onlyOver[method === 'tls' ? 'dtls' : 'tls'].find((name) => options.has(name));
  if (wrong === undefined) return;
  const path = options.path(wrong);
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} has no meaning with a context of the method '${method}'`);
}

function readMtu(options: OptionReader): Pick<NativeEngineSettings, 'mtu' | 'linkMtu'> {
  const mtu = options.integer('mtu', smallestLinkMtu - headers, largestMtu);
  const linkMtu = options.integer('linkMtu', smallestLinkMtu, largestMtu + headers);
  if (mtu === undefined || linkMtu === undefined) return { mtu, linkMtu };
  const path = options.path('linkMtu');
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} and ${options.path('mtu')} set the same: give one of them`);
}

// Each sets the same thing: of two, one would be lost.
function refuseTwoNames(options: OptionReader, name: 'verifyHost' | 'verifyIp', other: unknown, member: 'hosts' | 'ip'): void {
  if (other === undefined || !options.has(name)) return;
  const both = `${options.path(name)} and ${options.path('verifyParameters')}.${member}`;
  throw new MisuseError('ERR_SSL_ARGUMENT', options.path(name), `${both} set the same: give one of them`);
}

function refuseBesideDane(options: OptionReader, role: Role, hosts: unknown): void {
  const path = options.path('dane');
  const refuse = (argument: string, why: string): never => {
    throw new MisuseError('ERR_SSL_ARGUMENT', argument, `${argument} ${why}`);
  };
  if (role === 'server') refuse(path, "is for clients: it says what a server's certificate must match");
  const why = `has no meaning with ${path}: the name that is verified is ${path}.name`;
  if (options.has('verifyHost')) refuse(options.path('verifyHost'), why);
  if (hosts !== undefined) refuse(`${options.path('verifyParameters')}.hosts`, why);
}

const ocspStatus = 1; // TLSEXT_STATUSTYPE_ocsp

function readStatusType(options: OptionReader, role: Role): number | undefined {
  const type = options.oneOf('statusType', ['ocsp']);
  if (type === undefined) return undefined;
  if (role === 'client') return ocspStatus;
  const path = options.path('statusType');
  throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} is for clients: a server staples what its context's statusCallback gives`);
}

// A session's memory belongs to the library that made it.
function readSession(options: OptionReader, home: Home): NativeSession | undefined {
  const given = options.raw('session');
  if (given === undefined) return undefined;
  const handle = nativeSession(given, 'options.session');
  if (mayLiveIn(given as SslSession, home)) return handle;
  throw new MisuseError(
    'ERR_SSL_ARGUMENT',
    'options.session',
    'options.session must be of the same OpenSSL and library context as the context: restore its DER with it',
  );
}
