// Owns: every type that the C layer's functions mention, in one place.

export type { Out } from './cells.ts';
export type * from './generated/callbacks.ts';
export type * from './generated/kinds.ts';

/** Bytes that OpenSSL reads. A string is its UTF-8. */
export type InBytes = Uint8Array | string;

/** A C number of 64 bits: a bigint where a number would not be exact. */
export type CLong = number | bigint;

/** `struct tm`, as localtime(3) has it: set where it is an out-parameter. */
export interface Tm {
  tm_sec?: number;
  tm_min?: number;
  tm_hour?: number;
  tm_mday?: number;
  tm_mon?: number;
  tm_year?: number;
  tm_wday?: number;
  tm_yday?: number;
  tm_isdst?: number;
}

/** OSSL_PARAM(3), made by OSSL_PARAM_construct_utf8_string() and its kin. */
export interface OSSL_PARAM {
  readonly key: string | null;
  readonly data_type?: number;
  readonly data?: string | number | Uint8Array;
}
