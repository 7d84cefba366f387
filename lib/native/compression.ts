// Owns: the records and functions of the native addon that are about compressed certificates.

/** A Certificate message that was compressed; `algorithm` as TLS numbers it. */
export interface NativeCompressedCertificate {
  readonly algorithm: number;
  readonly bytes: Uint8Array;
  readonly originalSize: number;
}

/** What a CompressedCertificate message said. */
export interface NativeCompressionNote {
  readonly algorithm: number;
  readonly originalSize: number;
  readonly size: number;
}

export interface NativeCompression<Library, Context> {
  /** The algorithms that the library was built with, as TLS numbers them. */
  libraryCompressions(library: Library): readonly number[];
  /** null: there is no certificate, or it is not to be had compressed so. */
  contextCompressedCertificate(context: Context, algorithm: number): { readonly bytes: Uint8Array; readonly originalSize: number } | null;
}
