// Owns: DANE of one connection: TLSA records as a caller has them from DNS, and the one that held.
// Must not know: DNS. Records that DNSSEC did not secure say nothing: that is the caller's to see to.

import { isIP } from 'node:net';
import { invalidArgument, OptionReader } from '../core/options.ts';
import { DANE_FLAG } from '../core/ssl-options.ts';
import type { NativeDane, NativeTlsaRecord } from '../native/verification.ts';
import { readFlags } from './flags.ts';
import type { OpenSSL } from './openssl.ts';

/** The acronyms of RFC 7218, in the order of their numbers. */
const usages = ['PKIX-TA', 'PKIX-EE', 'DANE-TA', 'DANE-EE'] as const;
const selectors = ['Cert', 'SPKI'] as const;
const matchingTypes = ['Full', 'SHA2-256', 'SHA2-512'] as const;

export type TlsaUsage = (typeof usages)[number];
export type TlsaSelector = (typeof selectors)[number];
export type TlsaMatchingType = (typeof matchingTypes)[number];
/** A flag of SSL_dane_set_flags(3), under its C name. */
export type DaneFlag = keyof typeof DANE_FLAG;

/** A TLSA record, RFC 6698. */
export interface TlsaRecord {
  readonly usage: TlsaUsage | 0 | 1 | 2 | 3;
  readonly selector: TlsaSelector | 0 | 1;
  readonly matchingType: TlsaMatchingType | 0 | 1 | 2;
  /** Bytes, or hexadecimal as in a zone file. */
  readonly data: Uint8Array | string;
}

/** What a connection's certificate must match, SSL_CTX_dane_enable(3). */
export interface DaneOptions {
  /** The TLSA base domain: SNI where no other is given, and the name that the certificate must be for. */
  readonly name: string;
  /** At least one. Every one must be usable: one that OpenSSL cannot use is a SettingError and not left out in silence. */
  readonly records: readonly TlsaRecord[];
  /** SSL_dane_set_flags(3) */
  readonly flags?: readonly DaneFlag[];
}

/** The record that held, SSL_get0_dane_tlsa(3). */
export interface DaneMatch {
  /** Of the certificate that matched: 0 is the peer's own. SSL_get0_dane_authority(3) */
  readonly depth: number;
  readonly usage: TlsaUsage;
  readonly selector: TlsaSelector;
  readonly matchingType: TlsaMatchingType;
  readonly data: Uint8Array;
}

/** The option `dane`, if it is given. */
export function readDane(options: OptionReader, library: OpenSSL): NativeDane | undefined {
  if (!options.has('dane')) return undefined;
  const given = new OptionReader(options.path('dane'), options.raw('dane'), ['name', 'records', 'flags']);
  const name = given.string('name');
  if (name === undefined || isIP(name) !== 0) throw invalidArgument(given.path('name'), 'a DNS name', name);
  const records = given.raw('records');
  if (!Array.isArray(records) || records.length === 0)
    throw invalidArgument(given.path('records'), 'an array of at least one record', records);
  return {
    name,
    records: records.map((record: unknown, index) => readRecord(`${given.path('records')}[${index}]`, record)),
    flags: readFlags(given, 'flags', DANE_FLAG, library),
  };
}

export function daneMatchOf(record: NativeTlsaRecord & { readonly depth: number }): DaneMatch {
  return {
    depth: record.depth,
    usage: nameOf(usages, record.usage),
    selector: nameOf(selectors, record.selector),
    matchingType: nameOf(matchingTypes, record.matchingType),
    data: record.data,
  };
}

function readRecord(path: string, value: unknown): NativeTlsaRecord {
  const record = new OptionReader(path, value, ['usage', 'selector', 'matchingType', 'data']);
  return {
    usage: readNumber(record, 'usage', usages),
    selector: readNumber(record, 'selector', selectors),
    matchingType: readNumber(record, 'matchingType', matchingTypes),
    data: readData(record),
  };
}

function readNumber(record: OptionReader, member: string, names: readonly string[]): number {
  const given = record.raw(member);
  const number = typeof given === 'string' ? names.indexOf(given) : given;
  if (typeof number === 'number' && names[number] !== undefined) return number;
  const allowed = names.map((name, index) => `'${name}' (${index})`).join(', ');
  throw invalidArgument(record.path(member), `one of ${allowed}`, given);
}

function readData(record: OptionReader): Uint8Array {
  const given = record.raw('data');
  if (given instanceof Uint8Array && given.length > 0) return given;
  // Zone files put spaces between groups of digits.
  const digits = typeof given === 'string' ? given.replace(/\s+/g, '') : '';
  if (digits !== '' && /^([0-9a-f]{2})+$/i.test(digits)) return Buffer.from(digits, 'hex');
  throw invalidArgument(record.path('data'), 'bytes or hexadecimal digits', given);
}

// What OpenSSL answers is a record that went through readRecord.
function nameOf<T extends string>(names: readonly T[], number: number): T {
  const name = names[number];
  if (name === undefined) throw new RangeError(`no TLSA record has the number ${number} there`);
  return name;
}
