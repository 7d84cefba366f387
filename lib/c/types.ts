// Owns: every type that the C layer's functions mention, in one place.

export type { Out } from './cells.ts';
export type * from './generated/callbacks.ts';
export type * from './generated/kinds.ts';

/** Bytes that OpenSSL reads. A string is its UTF-8. */
export type InBytes = Uint8Array | string;

/** A C number of 64 bits: a bigint where a number would not be exact. */
export type CLong = number | bigint;
