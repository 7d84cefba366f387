// Owns: the shapes of what native code takes and tells of Encrypted Client Hello.
// Must not know: anything above it.

import type { NativePassphrase } from './keys.ts';

/** Of a connection. */
export interface NativeEch {
  readonly configList: Uint8Array | undefined;
  readonly outerServerName: string | undefined;
  readonly noOuterServerName: boolean;
  readonly outerAlpn: Uint8Array | undefined;
  readonly greaseSuite: string | undefined;
  readonly greaseType: number | undefined;
  /** Flags of SSL_OP_. */
  readonly options: number;
}

export interface NativeEchOutcome {
  readonly status: number;
  readonly innerName: string | null;
  readonly outerName: string | null;
}

export interface NativeEchRejection {
  readonly outcome: NativeEchOutcome | null;
  readonly retryConfigs: Uint8Array | null;
}

export interface NativeEchEntry {
  readonly publicName: string;
  readonly text: string;
  readonly age: number;
  readonly hasPrivateKey: boolean;
  readonly forRetry: boolean;
}

/** The functions of src-native/wrap/ech_wrap.cc; the parameters are the handles and the refusal of binding.ts. */
export interface NativeEchFunctions<Library, Context, Engine, Facts, Store, Refusal> {
  createEchStore(library: Library): { readonly store: Store } | Refusal;
  echStoreGenerate(
    store: Store,
    wish: {
      readonly publicName: string;
      readonly suite: string;
      readonly maxNameLength: number;
      readonly version: number;
      readonly forRetry: boolean;
    },
  ): Refusal | undefined;
  echStoreReadPem(
    store: Store,
    pem: {
      readonly text: string;
      readonly privateKey: string | undefined;
      readonly passphrase: NativePassphrase | undefined;
      readonly forRetry: boolean;
    },
  ): Refusal | undefined;
  echStoreReadConfigList(store: Store, list: Uint8Array): Refusal | undefined;
  echStoreDownselect(store: Store, index: number): Refusal | undefined;
  echStoreFlushKeys(store: Store, seconds: number): Refusal | undefined;
  echStorePem(store: Store, index: number): { readonly text: string } | Refusal;
  echStoreEntries(store: Store): readonly NativeEchEntry[];
  contextSetEchStore(context: Context, store: Store | null): Refusal | undefined;
  engineEch(engine: Engine): NativeEchOutcome | null;
  engineEchRetryConfigs(engine: Engine): Uint8Array | null;
  factsEch(facts: Facts): NativeEchOutcome | null;
}
