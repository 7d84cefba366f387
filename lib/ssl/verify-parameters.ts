// Owns: what verification is told beside trust: X509_VERIFY_PARAM_set_flags(3) and its kin, of a context or of one connection.
// Must not know: where the parameters belong to.

import { isIP } from 'node:net';
import { PURPOSE, TRUST } from '../core/constants.ts';
import { NotSupportedError } from '../core/errors.ts';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { X509_CHECK_FLAG, X509_V_FLAG } from '../core/ssl-options.ts';
import type { NativeVerifyParameters } from '../native/verification.ts';
import { readFlags } from './flags.ts';
import type { OpenSSL } from './openssl.ts';

/** A flag of X509_VERIFY_PARAM_set_flags(3), under its C name. */
export type VerifyFlag = keyof typeof X509_V_FLAG;
/** A flag of X509_VERIFY_PARAM_set_hostflags(3), under its C name. */
export type HostFlag = keyof typeof X509_CHECK_FLAG;
/** OpenSSL's short names, as `openssl verify -purpose` has them. */
export type VerifyPurpose =
  | 'sslclient'
  | 'sslserver'
  | 'nssslserver'
  | 'smimesign'
  | 'smimeencrypt'
  | 'crlsign'
  | 'any'
  | 'ocsphelper'
  | 'timestampsign'
  | 'codesign';
/** What a root must be trusted for, where its certificate says what it may be trusted for (`BEGIN TRUSTED CERTIFICATE`). */
export type VerifyTrust = 'compat' | 'sslclient' | 'sslserver' | 'email' | 'objectsign' | 'ocspsign' | 'ocsprequest' | 'tsa';

/**
 * What verification looks at, and how strictly. Nothing of it matters unless the verify mode has `peer`.
 *
 * Fails when: a member is unknown or wrong (MisuseError), the library is older than a flag or a purpose (NotSupportedError), or OpenSSL
 * refuses a value (SettingError, whose `setting` is `verifyParameters.NAME`).
 */
export interface VerifyParameters {
  /** X509_VERIFY_PARAM_set_flags(3). `X509_V_FLAG_NO_CHECK_TIME`, `X509_V_FLAG_PARTIAL_CHAIN` and others make it laxer. */
  readonly flags?: readonly VerifyFlag[];
  /** X509_VERIFY_PARAM_clear_flags(3): of these parameters. What OpenSSL's own defaults have on stays on. */
  readonly clearFlags?: readonly VerifyFlag[];
  /** How many certificates may lie between the peer's own and the root, X509_VERIFY_PARAM_set_depth(3) */
  readonly depth?: number;
  /** In place of `sslserver` for a client and `sslclient` for a server, X509_VERIFY_PARAM_set_purpose(3) */
  readonly purpose?: VerifyPurpose;
  /** X509_VERIFY_PARAM_set_trust(3) */
  readonly trust?: VerifyTrust;
  /** Verifies as of this time in place of now; a number is seconds since 1970 UTC. X509_VERIFY_PARAM_set_time(3) */
  readonly time?: Date | number;
  /** 0 to 5, in place of the security level, for the chain alone: X509_VERIFY_PARAM_set_auth_level(3) */
  readonly authLevel?: number;
  /** The certificate must be for one of these DNS names, X509_VERIFY_PARAM_add1_host(3). A leading dot: for any name below. */
  readonly hosts?: readonly string[];
  /** How names are compared, X509_VERIFY_PARAM_set_hostflags(3) */
  readonly hostFlags?: readonly HostFlag[];
  /** The certificate must be for this mail address, X509_VERIFY_PARAM_set1_email(3) */
  readonly email?: string;
  /** The certificate must be for this IP address, X509_VERIFY_PARAM_set1_ip_asc(3) */
  readonly ip?: string;
  /** Acceptable policies as object identifiers, `'2.23.140.1.2.1'`; switches policy checks on. X509_VERIFY_PARAM_set1_policies(3) */
  readonly policies?: readonly string[];
}

/** Whom the parameters demand. */
export interface PeerNames {
  readonly hosts: readonly string[];
  readonly email: string | null;
  readonly ip: string | null;
}

const memberNames = [
  'flags',
  'clearFlags',
  'depth',
  'purpose',
  'trust',
  'time',
  'authLevel',
  'hosts',
  'hostFlags',
  'email',
  'ip',
  'policies',
] as const satisfies readonly (keyof VerifyParameters)[];

const purposes: Readonly<Record<VerifyPurpose, number>> = {
  sslclient: PURPOSE.X509_PURPOSE_SSL_CLIENT,
  sslserver: PURPOSE.X509_PURPOSE_SSL_SERVER,
  nssslserver: PURPOSE.X509_PURPOSE_NS_SSL_SERVER,
  smimesign: PURPOSE.X509_PURPOSE_SMIME_SIGN,
  smimeencrypt: PURPOSE.X509_PURPOSE_SMIME_ENCRYPT,
  crlsign: PURPOSE.X509_PURPOSE_CRL_SIGN,
  any: PURPOSE.X509_PURPOSE_ANY,
  ocsphelper: PURPOSE.X509_PURPOSE_OCSP_HELPER,
  timestampsign: PURPOSE.X509_PURPOSE_TIMESTAMP_SIGN,
  codesign: PURPOSE.X509_PURPOSE_CODE_SIGN,
};
const codeSigningSince = '3.2';

const trusts: Readonly<Record<VerifyTrust, number>> = {
  compat: TRUST.X509_TRUST_COMPAT,
  sslclient: TRUST.X509_TRUST_SSL_CLIENT,
  sslserver: TRUST.X509_TRUST_SSL_SERVER,
  email: TRUST.X509_TRUST_EMAIL,
  objectsign: TRUST.X509_TRUST_OBJECT_SIGN,
  ocspsign: TRUST.X509_TRUST_OCSP_SIGN,
  ocsprequest: TRUST.X509_TRUST_OCSP_REQUEST,
  tsa: TRUST.X509_TRUST_TSA,
};

const largestInt = 2 ** 31 - 1;
const lastSecond = 253_402_300_799; // of the year 9999, the last that a certificate can name

/** The option `verifyParameters`, if it is given. */
export function readVerifyParameters(options: OptionReader, library: OpenSSL): NativeVerifyParameters | undefined {
  if (!options.has('verifyParameters')) return undefined;
  const given = new OptionReader(options.path('verifyParameters'), options.raw('verifyParameters'), memberNames);
  const purpose = given.oneOf('purpose', Object.keys(purposes) as VerifyPurpose[]);
  if (purpose === 'codesign' && !library.isAtLeast(codeSigningSince))
    throw new NotSupportedError('X509_PURPOSE_CODE_SIGN', library.version.text);
  const trust = given.oneOf('trust', Object.keys(trusts) as VerifyTrust[]);
  const ip = given.string('ip');
  if (ip !== undefined && isIP(ip) === 0) throw invalidArgument(given.path('ip'), 'an IP address', ip);
  return {
    flags: readFlags(given, 'flags', X509_V_FLAG, library),
    clearFlags: readFlags(given, 'clearFlags', X509_V_FLAG, library),
    depth: given.integer('depth', 0, largestInt),
    purpose: purpose && purposes[purpose],
    trust: trust && trusts[trust],
    time: readTime(given),
    authLevel: given.integer('authLevel', 0, 5),
    hosts: readHosts(given),
    hostFlags: readFlags(given, 'hostFlags', X509_CHECK_FLAG, library),
    email: given.string('email'),
    ip,
    policies: readPolicies(given),
  };
}

export function peerNamesOf(parameters: NativeVerifyParameters | undefined): PeerNames {
  return { hosts: parameters?.hosts ?? [], email: parameters?.email ?? null, ip: parameters?.ip ?? null };
}

// An empty list would be a demand that nothing can hold anyone to.
function readList(given: OptionReader, name: string): readonly string[] | undefined {
  const list = given.strings(name);
  if (list?.length === 0) throw invalidArgument(given.path(name), 'an array of at least one string', list);
  return list;
}

// OpenSSL would look for an address among the DNS names, and find it in none.
function readHosts(given: OptionReader): readonly string[] | undefined {
  const list = readList(given, 'hosts');
  for (const [index, host] of (list ?? []).entries()) {
    if (isIP(host) !== 0) throw invalidArgument(`${given.path('hosts')}[${index}]`, 'a DNS name; an IP address is for ip', host);
  }
  return list;
}

function readPolicies(given: OptionReader): readonly string[] | undefined {
  const list = readList(given, 'policies');
  for (const [index, policy] of (list ?? []).entries()) {
    if (!/^\d+(\.\d+)+$/.test(policy))
      throw invalidArgument(`${given.path('policies')}[${index}]`, 'an object identifier in numbers', policy);
  }
  return list;
}

function readTime(given: OptionReader): number | undefined {
  const time = given.raw('time');
  if (time === undefined) return undefined;
  const seconds = time instanceof Date ? Math.floor(time.getTime() / 1000) : time;
  if (typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 && seconds <= lastSecond) return seconds;
  throw invalidArgument(given.path('time'), `a Date or an integer of seconds, from 0 to ${lastSecond}`, time);
}
