// Owns: the shapes of single settings, of a context or of a connection, on their way to native code.
// Must not know: which settings there are.

import type { NativeEch } from './ech.ts';
import type { NativePassphrase } from './keys.ts';
import type { NativeRawKeys } from './raw-keys.ts';
import type { NativeDane, NativeVerifyParameters } from './verification.ts';

export interface NativeControlSetting {
  readonly setting: string;
  readonly function: string;
  readonly command: number;
  readonly number: number;
  readonly text: string | undefined;
  readonly answersOne: boolean;
}

export interface NativeNumberSetting {
  readonly setting: string;
  readonly function: string;
  readonly value: number;
}

/** A certificate with its chain, and its key, as PEM. */
export interface NativeIdentity<Key> {
  /** What stands before `certificate` and `privateKey` where a refusal names them: `identities[0].` */
  readonly place: string;
  readonly certificate: string | undefined;
  readonly privateKey: string | undefined;
  /** In place of it. */
  readonly key?: Key | undefined;
  readonly passphrase: NativePassphrase | undefined;
}

export interface NativePkcs12 {
  /** By which a refusal names it. */
  readonly setting: string;
  readonly data: Uint8Array;
  readonly passphrase: NativePassphrase | undefined;
  readonly trustCas: boolean;
  readonly nameCas: boolean;
}

/** `where`: SSL_EXT_… */
export interface NativeExtension {
  readonly type: number;
  readonly where: number;
  readonly adds: boolean;
  readonly parses: boolean;
}

export interface NativeAdjustment {
  readonly options: number | undefined;
  readonly clearOptions: number | undefined;
  readonly minProtocol: number | undefined;
  readonly maxProtocol: number | undefined;
  readonly cipherList: string | undefined;
  readonly maxSendFragment: number | undefined;
}

/** Of a connection, and seldom given. */
export interface NativeRareSettings {
  readonly verifyParameters: NativeVerifyParameters | undefined;
  readonly dane: NativeDane | undefined;
  readonly rawKeys: NativeRawKeys | undefined;
  readonly statusType: number | undefined;
  /** As that of a context. */
  readonly certificateCompression: readonly number[] | undefined;
  readonly fd: number | undefined;
  readonly mtu: number | undefined;
  readonly linkMtu: number | undefined;
  readonly ech: NativeEch | undefined;
  readonly srtpProfiles: string | undefined;
}
