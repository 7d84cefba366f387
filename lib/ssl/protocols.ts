// Owns: the names of protocol versions and their numbers, and which of the two families a connection speaks.

import { PROTOCOL } from '../core/constants.ts';

/** What carries the records: a stream of bytes (TLS), or datagrams that may be lost, doubled and reordered (DTLS). */
export type Method = 'tls' | 'dtls';
export const methods: readonly Method[] = ['tls', 'dtls'];

export type TlsVersion = 'SSLv3' | 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
export type DtlsVersion = 'DTLSv1' | 'DTLSv1.2';
export type ProtocolVersion = TlsVersion | DtlsVersion;

export const protocolNumbers: Readonly<Record<ProtocolVersion, number>> = {
  SSLv3: PROTOCOL.SSL3_VERSION,
  TLSv1: PROTOCOL.TLS1_VERSION,
  'TLSv1.1': PROTOCOL.TLS1_1_VERSION,
  'TLSv1.2': PROTOCOL.TLS1_2_VERSION,
  'TLSv1.3': PROTOCOL.TLS1_3_VERSION,
  DTLSv1: PROTOCOL.DTLS1_VERSION,
  'DTLSv1.2': PROTOCOL.DTLS1_2_VERSION,
};

const names: readonly ProtocolVersion[] = Object.keys(protocolNumbers) as ProtocolVersion[];
const isOfDatagrams = (name: ProtocolVersion): name is DtlsVersion => name.startsWith('DTLS');

/** The versions of one family, oldest first. */
export const protocolNames: { readonly tls: readonly TlsVersion[]; readonly dtls: readonly DtlsVersion[] } = {
  tls: names.filter((name): name is TlsVersion => !isOfDatagrams(name)),
  dtls: names.filter(isOfDatagrams),
};

/** `TLSv1.3` for 0x0304; the number in hexadecimal for one that has no name here. */
export function protocolName(version: number): string {
  return names.find((name) => protocolNumbers[name] === version) ?? `0x${version.toString(16).padStart(4, '0')}`;
}
