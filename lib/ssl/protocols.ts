// Owns: the names of protocol versions and their numbers.

import { PROTOCOL } from '../core/constants.ts';

export type ProtocolVersion = 'SSLv3' | 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

export const protocolNumbers: Readonly<Record<ProtocolVersion, number>> = {
  SSLv3: PROTOCOL.SSL3_VERSION,
  TLSv1: PROTOCOL.TLS1_VERSION,
  'TLSv1.1': PROTOCOL.TLS1_1_VERSION,
  'TLSv1.2': PROTOCOL.TLS1_2_VERSION,
  'TLSv1.3': PROTOCOL.TLS1_3_VERSION,
};

export const protocolNames: readonly ProtocolVersion[] = Object.keys(protocolNumbers) as ProtocolVersion[];

/** `TLSv1.3` for 0x0304; the number in hexadecimal for one that has no name here. */
export function protocolName(version: number): string {
  return protocolNames.find((name) => protocolNumbers[name] === version) ?? `0x${version.toString(16).padStart(4, '0')}`;
}
