// Owns: the shape of what the native side is told of verification, and tells of it, as src-native/wrap/verification.cc reads and makes it.
// Must not know: anything above it.

/** What is undefined stays as it is. */
export interface NativeVerifyParameters {
  readonly flags: number | undefined;
  readonly clearFlags: number | undefined;
  readonly depth: number | undefined;
  readonly purpose: number | undefined;
  readonly trust: number | undefined;
  /** Seconds since 1970 UTC. */
  readonly time: number | undefined;
  readonly authLevel: number | undefined;
  readonly hosts: readonly string[] | undefined;
  readonly hostFlags: number | undefined;
  readonly email: string | undefined;
  readonly ip: string | undefined;
  readonly policies: readonly string[] | undefined;
}

export interface NativeTlsaRecord {
  readonly usage: number;
  readonly selector: number;
  readonly matchingType: number;
  readonly data: Uint8Array;
}

export interface NativeDane {
  readonly name: string;
  readonly records: readonly NativeTlsaRecord[];
  readonly flags: number | undefined;
}

export interface NativeTimestamp {
  readonly version: number;
  readonly logId: Uint8Array;
  /** Milliseconds since 1970 UTC. */
  readonly timestamp: number;
  readonly source: number;
  readonly status: number;
}
