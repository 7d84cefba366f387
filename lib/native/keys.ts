// Owns: what native code gives and takes where keys are concerned: what a URI names, private keys, cryptographic engines.
// Must not know: anything above it.

import type { NativeCertificate } from './connection-records.ts';

/** A text, or a function that gives bytes, or null for a refusal; it throws nothing. */
export type NativePassphrase = string | ((of: string, prompt: string, attempt: number, confirm: boolean) => Uint8Array | null);

export interface NativeKeyInfo {
  readonly type: string;
  readonly bits: number;
  /** '' where it has none. */
  readonly group: string;
  /** 0 for parameters. */
  readonly securityBits: number;
}

export type NativeStoreObject<Key> =
  | { readonly kind: 'name'; readonly uri: string; readonly description: string }
  | ({ readonly kind: 'parameters'; readonly pem: string } & NativeKeyInfo)
  | ({ readonly kind: 'publicKey'; readonly der: Uint8Array } & NativeKeyInfo)
  | { readonly kind: 'privateKey'; readonly key: Key }
  | { readonly kind: 'certificate'; readonly certificate: NativeCertificate }
  | { readonly kind: 'crl'; readonly der: Uint8Array };

export interface NativeEngineCommand {
  readonly name: string;
  readonly value: string | undefined;
  readonly optional: boolean;
}

export interface NativeKeys<Library, LibraryContext, Key, CryptoEngine, Refusal> {
  loadStore(
    library: Library,
    uri: string,
    setting: string,
    expected: string | undefined,
    passphrase: NativePassphrase | undefined,
    propertyQuery: string | undefined,
    libraryContext: LibraryContext | undefined,
  ): { readonly objects: readonly NativeStoreObject<Key>[] } | Refusal;
  keyFromPem(
    library: Library,
    pem: string,
    passphrase: NativePassphrase | undefined,
    propertyQuery: string | undefined,
    libraryContext: LibraryContext | undefined,
  ): { readonly key: Key } | Refusal;
  keyInfo(key: Key): NativeKeyInfo;
  keyPublic(key: Key): { readonly bytes: Uint8Array } | Refusal;
  loadCryptoEngine(
    library: Library,
    id: string,
    file: string | undefined,
    commands: readonly NativeEngineCommand[],
  ): { readonly engine: CryptoEngine; readonly id: string; readonly name: string } | Refusal;
  cryptoEngineCommand(engine: CryptoEngine, command: NativeEngineCommand): Refusal | undefined;
  cryptoEngineKey(
    library: Library,
    engine: CryptoEngine,
    keyId: string,
    setting: string,
    passphrase: NativePassphrase | undefined,
  ): { readonly key: Key } | Refusal;
}
