// Owns: the records of the native addon that tell how a handshake was done.

import type { NativeCompressionNote } from './compression.ts';

export interface NativeCipher {
  readonly name: string;
  readonly standardName: string;
  readonly bits: number;
  readonly id: number;
  readonly protocol: string;
}

export interface NativeKey {
  readonly type: string;
  readonly bits: number;
  readonly securityBits: number;
  /** '' where the key has none. */
  readonly group: string;
}

/** '' stands for what is not known. */
export interface NativeSignature {
  readonly name: string;
  readonly keyType: string;
  readonly digest: string;
  readonly pssKey: boolean;
}

export interface NativeHandshakeInfo {
  readonly ownSignature: NativeSignature | null;
  readonly peerSignature: NativeSignature | null;
  readonly ownKey: NativeKey | null;
  readonly peerKey: NativeKey | null;
  readonly roundTrip: number | null;
  readonly compression: string | null;
  readonly ownCertificate: NativeCompressionNote | null;
  readonly peerCertificate: NativeCompressionNote | null;
  readonly extendedMasterSecret: boolean | null;
  readonly secureRenegotiation: boolean | null;
}

export interface NativeOffers {
  readonly clientCiphers: readonly string[];
  readonly sharedCiphers: readonly string[];
  readonly sharedSignatures: readonly number[];
}

export interface NativeShared {
  readonly clientRandom: Uint8Array;
  readonly serverRandom: Uint8Array;
  readonly ownFinished: Uint8Array;
  readonly peerFinished: Uint8Array;
}
