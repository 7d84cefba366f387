// Owns: the shapes of what native code tells of a connection, its certificates and its session.
// Must not know: the functions that tell it.

import type { NativeCipher } from './handshake-records.ts';

export interface NativeCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: number | null;
  readonly notAfter: number | null;
  readonly altNames: readonly { readonly type: string; readonly value: string }[];
  readonly keyType: string;
  readonly keyBits: number;
  readonly keySecurityBits: number;
  readonly keyGroup: string;
  readonly signatureAlgorithm: string;
  readonly raw: Uint8Array;
}

export interface NativeConnectionInfo {
  readonly finished: boolean;
  readonly protocol: string;
  readonly cipher: NativeCipher | null;
  readonly group: string | null;
  readonly alpn: string | null;
  readonly serverName: string | null;
  readonly peerName: string | null;
  readonly resumed: boolean;
  readonly peerShowedCertificate: boolean;
  /** In place of a certificate. */
  readonly peerShowedKey: boolean;
  /** TLSEXT_cert_type_… */
  readonly serverCertType: number;
  readonly clientCertType: number;
  readonly verifyMode: number;
  readonly verifyResult: number;
}

export interface NativeConnectionState {
  readonly text: string;
  readonly finished: boolean;
  readonly shutdown: number;
  readonly pending: number;
  readonly hasPending: boolean;
}

export interface NativeSessionInfo {
  readonly id: Uint8Array;
  readonly protocol: number;
  readonly cipher: string;
  readonly serverName: string | null;
  readonly alpn: string | null;
  readonly created: number;
  readonly timeout: number;
  readonly hasTicket: boolean;
  readonly ticket: Uint8Array;
  readonly ticketLifetime: number;
  readonly maxEarlyData: number;
  readonly resumable: boolean;
  readonly ticketAppData: Uint8Array;
}
