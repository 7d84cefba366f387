// Owns: the functions of the native addon about library contexts, providers and modules, as src-native/wrap/library_context_wrap.cc
// exports them.
// Must not know: anything above them.

export interface NativeLibraryContextSettings {
  readonly modules: string | undefined;
  readonly config: string | undefined;
  readonly properties: string | undefined;
}

export interface NativeProviderSettings {
  readonly name: string;
  /** An absolute path. */
  readonly module: string | undefined;
  readonly retainFallbacks: boolean;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

export interface NativeProviderInfo {
  readonly name: string;
  readonly version: string | null;
  readonly buildInfo: string | null;
  readonly running: boolean | null;
}

export interface NativeLibraryContexts<Library, LibraryContext, Refusal> {
  createLibraryContext(library: Library, settings: NativeLibraryContextSettings): { readonly context: LibraryContext } | Refusal;
  defaultLibraryContext(library: Library): LibraryContext;
  /** Nothing else may be called with it afterwards. */
  libraryContextClose(context: LibraryContext): void;
  libraryContextLoad(context: LibraryContext, settings: NativeProviderSettings): { readonly provider: number } | Refusal;
  libraryContextUnload(context: LibraryContext, provider: number): Refusal | undefined;
  libraryContextSelfTest(context: LibraryContext, provider: number): Refusal | undefined;
  libraryContextProvider(context: LibraryContext, provider: number): NativeProviderInfo;
  libraryContextProviders(context: LibraryContext): readonly NativeProviderInfo[];
  libraryContextAvailable(context: LibraryContext, name: string): boolean;
  /** Opens a provider's or an engine's file isolated: `file` is what libcrypto is to be told, or `reason` says why it must not be opened. */
  openModule(library: Library, file: string): { readonly file: string; readonly reason: string };
  /** A copy of an ELF image with names changed; null if they are not there, or it is none. */
  renameLibrary(image: Uint8Array, names: readonly (readonly [from: string, to: string])[]): Uint8Array | null;
}
