// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** The error queue, ASN.1, PEM, keys, configuration, and C itself. */
export interface CryptoFunctions {
  /**
   * `Void (Free<ASN1_BIT_STRING> a)`, ASN1_BIT_STRING_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_BIT_STRING_free: (a: k.ASN1_BIT_STRING | null) => void;
  /**
   * `Int (Ref<ASN1_BIT_STRING> a, Int n)`, ASN1_BIT_STRING_get_bit(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_BIT_STRING_get_bit: (a: k.ASN1_BIT_STRING, n: number) => number;
  /**
   * `WideLong (Ref<ASN1_ENUMERATED> a)`, ASN1_ENUMERATED_get(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_ENUMERATED_get: (a: k.ASN1_ENUMERATED) => k.CLong;
  /**
   * `Void (Free<ASN1_GENERALIZEDTIME> a)`, ASN1_GENERALIZEDTIME_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_GENERALIZEDTIME_free: (a: k.ASN1_GENERALIZEDTIME | null) => void;
  /**
   * `Int (Ref<BIO> fp, Ref<ASN1_GENERALIZEDTIME> a)`, ASN1_GENERALIZEDTIME_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_GENERALIZEDTIME_print: (fp: k.BIO, a: k.ASN1_GENERALIZEDTIME) => number;
  /**
   * `Void (Free<ASN1_IA5STRING> a)`, ASN1_IA5STRING_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_IA5STRING_free: (a: k.ASN1_IA5STRING | null) => void;
  /**
   * `Owned<ASN1_IA5STRING> (void)`, ASN1_IA5STRING_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_IA5STRING_new: () => k.ASN1_IA5STRING | null;
  /**
   * `Int (Ref<ASN1_INTEGER> x, Ref<ASN1_INTEGER> y)`, ASN1_INTEGER_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_cmp: (x: k.ASN1_INTEGER, y: k.ASN1_INTEGER) => number;
  /**
   * `Owned<ASN1_INTEGER> (Ref<ASN1_INTEGER> a)`, ASN1_INTEGER_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_dup: (a: k.ASN1_INTEGER) => k.ASN1_INTEGER | null;
  /**
   * `Void (Free<ASN1_INTEGER> a)`, ASN1_INTEGER_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_INTEGER_free: (a: k.ASN1_INTEGER | null) => void;
  /**
   * `WideLong (Ref<ASN1_INTEGER> a)`, ASN1_INTEGER_get(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_get: (a: k.ASN1_INTEGER) => k.CLong;
  /**
   * `Int (Out<Int64> pr, Ref<ASN1_INTEGER> a)`, ASN1_INTEGER_get_int64(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_get_int64: (pr: k.Out<number>, a: k.ASN1_INTEGER) => number;
  /**
   * `Int (Out<Options> pr, Ref<ASN1_INTEGER> a)`, ASN1_INTEGER_get_uint64(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_get_uint64: (pr: k.Out<bigint>, a: k.ASN1_INTEGER) => number;
  /**
   * `Owned<ASN1_INTEGER> (void)`, ASN1_INTEGER_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_INTEGER_new: () => k.ASN1_INTEGER | null;
  /**
   * `Int (Ref<ASN1_INTEGER> a, Long v)`, ASN1_INTEGER_set(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_set: (a: k.ASN1_INTEGER, v: k.CLong) => number;
  /**
   * `Int (Ref<ASN1_INTEGER> a, Int64 r)`, ASN1_INTEGER_set_int64(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_set_int64: (a: k.ASN1_INTEGER, r: k.CLong) => number;
  /**
   * `Owned<BIGNUM> (Ref<ASN1_INTEGER> ai, Null bn)`, ASN1_INTEGER_to_BN(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_INTEGER_to_BN: (ai: k.ASN1_INTEGER, bn: null) => k.BIGNUM | null;
  /**
   * `Void (Free<ASN1_OBJECT> a)`, ASN1_OBJECT_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_OBJECT_free: (a: k.ASN1_OBJECT | null) => void;
  /**
   * `Int (Ref<ASN1_OCTET_STRING> a, Ref<ASN1_OCTET_STRING> b)`, ASN1_OCTET_STRING_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_OCTET_STRING_cmp: (a: k.ASN1_OCTET_STRING, b: k.ASN1_OCTET_STRING) => number;
  /**
   * `Owned<ASN1_OCTET_STRING> (Ref<ASN1_OCTET_STRING> a)`, ASN1_OCTET_STRING_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_OCTET_STRING_dup: (a: k.ASN1_OCTET_STRING) => k.ASN1_OCTET_STRING | null;
  /**
   * `Void (Free<ASN1_OCTET_STRING> a)`, ASN1_OCTET_STRING_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_OCTET_STRING_free: (a: k.ASN1_OCTET_STRING | null) => void;
  /**
   * `Owned<ASN1_OCTET_STRING> (void)`, ASN1_OCTET_STRING_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_OCTET_STRING_new: () => k.ASN1_OCTET_STRING | null;
  /**
   * `Int (Ref<ASN1_OCTET_STRING> str, InBytes data, Int len)`, ASN1_OCTET_STRING_set(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_OCTET_STRING_set: (str: k.ASN1_OCTET_STRING, data: k.InBytes, len: number) => number;
  /**
   * `Int (Ref<ASN1_STRING> a, Ref<ASN1_STRING> b)`, ASN1_STRING_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_cmp: (a: k.ASN1_STRING, b: k.ASN1_STRING) => number;
  /**
   * `Int (Ref<ASN1_STRING> dst, Ref<ASN1_STRING> str)`, ASN1_STRING_copy(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_copy: (dst: k.ASN1_STRING, str: k.ASN1_STRING) => number;
  /**
   * `Owned<ASN1_STRING> (Ref<ASN1_STRING> a)`, ASN1_STRING_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_dup: (a: k.ASN1_STRING) => k.ASN1_STRING | null;
  /**
   * `Void (Free<ASN1_STRING> a)`, ASN1_STRING_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_STRING_free: (a: k.ASN1_STRING | null) => void;
  /**
   * `Int (Ref<ASN1_STRING> x)`, ASN1_STRING_length(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_length: (x: k.ASN1_STRING) => number;
  /**
   * `Owned<ASN1_STRING> (void)`, ASN1_STRING_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_STRING_new: () => k.ASN1_STRING | null;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_STRING> v)`, ASN1_STRING_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_print: (bp: k.BIO, v: k.ASN1_STRING) => number;
  /**
   * `Int (Ref<BIO> out, Ref<ASN1_STRING> str, ULong flags)`, ASN1_STRING_print_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_print_ex: (out: k.BIO, str: k.ASN1_STRING, flags: k.CLong) => number;
  /**
   * `Int (Ref<ASN1_STRING> str, InBytes data, Int len)`, ASN1_STRING_set(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_set: (str: k.ASN1_STRING, data: k.InBytes, len: number) => number;
  /**
   * `Int (Ref<ASN1_STRING> x)`, ASN1_STRING_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_type: (x: k.ASN1_STRING) => number;
  /**
   * `Owned<ASN1_STRING> (Int type)`, ASN1_STRING_type_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ASN1_STRING_type_new: (type_: number) => k.ASN1_STRING | null;
  /**
   * `Text (Int tag)`, ASN1_tag2str(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ASN1_tag2str: (tag: number) => string | null;
  /**
   * `Int (Ref<ASN1_TIME> t)`, ASN1_TIME_check(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_check: (t: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<ASN1_TIME> s, Time t)`, ASN1_TIME_cmp_time_t(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_cmp_time_t: (s: k.ASN1_TIME, t: k.CLong) => number;
  /**
   * `Int (Ref<ASN1_TIME> a, Ref<ASN1_TIME> b)`, ASN1_TIME_compare(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_compare: (a: k.ASN1_TIME, b: k.ASN1_TIME) => number;
  /**
   * `Int (Out<Int> pday, Out<Int> psec, RefOrNull<ASN1_TIME> from, RefOrNull<ASN1_TIME> to)`, ASN1_TIME_diff(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_diff: (pday: k.Out<number>, psec: k.Out<number>, from: k.ASN1_TIME | null, to: k.ASN1_TIME | null) => number;
  /**
   * `Void (Free<ASN1_TIME> a)`, ASN1_TIME_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  ASN1_TIME_free: (a: k.ASN1_TIME | null) => void;
  /**
   * `Owned<ASN1_TIME> (void)`, ASN1_TIME_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_TIME_new: () => k.ASN1_TIME | null;
  /**
   * `Int (Ref<ASN1_TIME> s)`, ASN1_TIME_normalize(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_normalize: (s: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_TIME> tm)`, ASN1_TIME_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_print: (bp: k.BIO, tm: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_TIME> tm, ULong flags)`, ASN1_TIME_print_ex(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_TIME_print_ex: (bp: k.BIO, tm: k.ASN1_TIME, flags: k.CLong) => number;
  /**
   * `Int (Ref<ASN1_TIME> s, Text str)`, ASN1_TIME_set_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_set_string: (s: k.ASN1_TIME, str: string) => number;
  /**
   * `Int (Ref<ASN1_TIME> s, Text str)`, ASN1_TIME_set_string_X509(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_set_string_X509: (s: k.ASN1_TIME, str: string) => number;
  /**
   * `Int (Ref<BIO> fp, Ref<ASN1_UTCTIME> a)`, ASN1_UTCTIME_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_UTCTIME_print: (fp: k.BIO, a: k.ASN1_UTCTIME) => number;
  /**
   * `Owned<BIGNUM> (InBytes s, Int len, Null ret)`, BN_bin2bn(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BN_bin2bn: (s: k.InBytes, len: number, ret: null) => k.BIGNUM | null;
  /**
   * `OwnedText (Ref<BIGNUM> a)`, BN_bn2dec(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_bn2dec: (a: k.BIGNUM) => string | null;
  /**
   * `OwnedText (Ref<BIGNUM> a)`, BN_bn2hex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_bn2hex: (a: k.BIGNUM) => string | null;
  /**
   * `Int (Ref<BIGNUM> a, Ref<BIGNUM> b)`, BN_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_cmp: (a: k.BIGNUM, b: k.BIGNUM) => number;
  /**
   * `Owned<BIGNUM> (Ref<BIGNUM> a)`, BN_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_dup: (a: k.BIGNUM) => k.BIGNUM | null;
  /**
   * `Void (Free<BIGNUM> a)`, BN_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BN_free: (a: k.BIGNUM | null) => void;
  /**
   * `Int (Ref<BIGNUM> a)`, BN_is_zero(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_is_zero: (a: k.BIGNUM) => number;
  /**
   * `Owned<BIGNUM> (void)`, BN_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BN_new: () => k.BIGNUM | null;
  /**
   * `Int (Ref<BIGNUM> a)`, BN_num_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_num_bits: (a: k.BIGNUM) => number;
  /**
   * `Int (Ref<BIGNUM> rnd, Int bits, Int top, Int bottom)`, BN_rand(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_rand: (rnd: k.BIGNUM, bits: number, top: number, bottom: number) => number;
  /**
   * `Owned<ASN1_INTEGER> (Ref<BIGNUM> bn, Null ai)`, BN_to_ASN1_INTEGER(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BN_to_ASN1_INTEGER: (bn: k.BIGNUM, ai: null) => k.ASN1_INTEGER | null;
  /**
   * `Void (void)`, CONF_modules_finish(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  CONF_modules_finish: () => void;
  /**
   * `Int (Ref<CONF> cnf, TextOrNull appname, ULong flags)`, CONF_modules_load(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  CONF_modules_load: (cnf: k.CONF, appname: string | null, flags: k.CLong) => number;
  /**
   * `Int (TextOrNull filename, TextOrNull appname, ULong flags)`, CONF_modules_load_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  CONF_modules_load_file: (filename: string | null, appname: string | null, flags: k.CLong) => number;
  /**
   * `Void (Int all)`, CONF_modules_unload(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  CONF_modules_unload: (all: number) => void;
  /**
   * `Int (InBytes in_a, InBytes in_b, Size len)`, CRYPTO_memcmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  CRYPTO_memcmp: (in_a: k.InBytes, in_b: k.InBytes, len: k.CLong) => number;
  /**
   * `Owned<ASN1_INTEGER> (Reuse<ASN1_INTEGER> a, InCursor in, Long len)`, d2i_ASN1_INTEGER(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_ASN1_INTEGER: (a: k.Out<k.ASN1_INTEGER | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.ASN1_INTEGER | null;
  /**
   * `Owned<EVP_PKEY> (Reuse<EVP_PKEY> a, InCursor pp, Long length)`, d2i_AutoPrivateKey(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_AutoPrivateKey: (a: k.Out<k.EVP_PKEY | null> | null, pp: k.Out<Uint8Array>, length: k.CLong) => k.EVP_PKEY | null;
  /**
   * `Owned<PKCS12> (Reuse<PKCS12> a, InCursor in, Long len)`, d2i_PKCS12(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_PKCS12: (a: k.Out<k.PKCS12 | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.PKCS12 | null;
  /**
   * `Owned<PKCS12> (Ref<BIO> bp, Reuse<PKCS12> p12)`, d2i_PKCS12_bio(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_PKCS12_bio: (bp: k.BIO, p12: k.Out<k.PKCS12 | null> | null) => k.PKCS12 | null;
  /**
   * `Owned<PKCS12> (Ref<FILE> fp, Reuse<PKCS12> p12)`, d2i_PKCS12_fp(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_PKCS12_fp: (fp: k.FILE, p12: k.Out<k.PKCS12 | null> | null) => k.PKCS12 | null;
  /**
   * `Owned<EVP_PKEY> (Int type, Reuse<EVP_PKEY> a, InCursor pp, Long length)`, d2i_PrivateKey(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_PrivateKey: (type_: number, a: k.Out<k.EVP_PKEY | null> | null, pp: k.Out<Uint8Array>, length: k.CLong) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Ref<BIO> bp, Reuse<EVP_PKEY> a)`, d2i_PrivateKey_bio(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_PrivateKey_bio: (bp: k.BIO, a: k.Out<k.EVP_PKEY | null> | null) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Reuse<EVP_PKEY> a, InCursor in, Long len)`, d2i_PUBKEY(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_PUBKEY: (a: k.Out<k.EVP_PKEY | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Ref<BIO> bp, Reuse<EVP_PKEY> a)`, d2i_PUBKEY_bio(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_PUBKEY_bio: (bp: k.BIO, a: k.Out<k.EVP_PKEY | null> | null) => k.EVP_PKEY | null;
  /**
   * `Owned<SSL_SESSION> (Reuse<SSL_SESSION> a, InCursor pp, Long length)`, d2i_SSL_SESSION(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_SSL_SESSION: (a: k.Out<k.SSL_SESSION | null> | null, pp: k.Out<Uint8Array>, length: k.CLong) => k.SSL_SESSION | null;
  /**
   * `Owned<X509> (Reuse<X509> a, InCursor in, Long len)`, d2i_X509(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_X509: (a: k.Out<k.X509 | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.X509 | null;
  /**
   * `Owned<X509> (Ref<BIO> bp, Reuse<X509> x509)`, d2i_X509_bio(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_X509_bio: (bp: k.BIO, x509: k.Out<k.X509 | null> | null) => k.X509 | null;
  /**
   * `Owned<X509_CRL> (Reuse<X509_CRL> a, InCursor in, Long len)`, d2i_X509_CRL(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_X509_CRL: (a: k.Out<k.X509_CRL | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.X509_CRL | null;
  /**
   * `Owned<X509_CRL> (Ref<BIO> bp, Reuse<X509_CRL> crl)`, d2i_X509_CRL_bio(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  d2i_X509_CRL_bio: (bp: k.BIO, crl: k.Out<k.X509_CRL | null> | null) => k.X509_CRL | null;
  /**
   * `Owned<X509_NAME> (Reuse<X509_NAME> a, InCursor in, Long len)`, d2i_X509_NAME(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  d2i_X509_NAME: (a: k.Out<k.X509_NAME | null> | null, in_: k.Out<Uint8Array>, len: k.CLong) => k.X509_NAME | null;
  /**
   * `Int (Ref<DH> dh)`, DH_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DH_bits: (dh: k.DH) => number;
  /**
   * `Int (Ref<DH> dh, Out<Int> codes)`, DH_check(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DH_check: (dh: k.DH, codes: k.Out<number>) => number;
  /**
   * `Void (Free<DH> dh)`, DH_free(3).
   * Gives one reference of `dh` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  DH_free: (dh: k.DH | null) => void;
  /**
   * `Owned<DH> (void)`, DH_get_2048_256(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DH_get_2048_256: () => k.DH | null;
  /**
   * `Int (Ref<DH> dh)`, DH_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DH_size: (dh: k.DH) => number;
  /**
   * `Int (UpRef<DH> dh)`, DH_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DH_up_ref: (dh: k.DH) => number;
  /**
   * `Void (Free<EC_KEY> key)`, EC_KEY_free(3).
   * Gives one reference of `key` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  EC_KEY_free: (key: k.EC_KEY | null) => void;
  /**
   * `Owned<EC_KEY> (Int nid)`, EC_KEY_new_by_curve_name(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  EC_KEY_new_by_curve_name: (nid: number) => k.EC_KEY | null;
  /**
   * `Void (Text sepr, Text txt)`, ERR_add_error_txt(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_add_error_txt: (sepr: string, txt: string) => void;
  /**
   * `Void (void)`, ERR_clear_error(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_clear_error: () => void;
  /**
   * `Int (void)`, ERR_clear_last_mark(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_clear_last_mark: () => number;
  /**
   * `Int (void)`, ERR_count_to_mark(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_count_to_mark: () => number;
  /**
   * `Void (ULong e, OutBytes buf, Size len)`, ERR_error_string_n(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_error_string_n: (e: k.CLong, buf: Uint8Array, len: k.CLong) => void;
  /**
   * `Text (ULong e)`, ERR_func_error_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_func_error_string: (e: k.CLong) => string | null;
  /**
   * `ULong (void)`, ERR_get_error(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_get_error: () => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull func, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_get_error_all(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_get_error_all: (file: k.Out<string | null> | null, line: k.Out<number> | null, func: k.Out<string | null> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line)`, ERR_get_error_line(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_get_error_line: (file: k.Out<string | null> | null, line: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_get_error_line_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_get_error_line_data: (file: k.Out<string | null> | null, line: k.Out<number> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `Int (void)`, ERR_get_next_error_library(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_get_next_error_library: () => number;
  /**
   * `Text (ULong e)`, ERR_lib_error_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_lib_error_string: (e: k.CLong) => string | null;
  /**
   * `Int (void)`, ERR_load_BIO_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_load_BIO_strings: () => number;
  /**
   * `Int (void)`, ERR_load_CRYPTO_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_load_CRYPTO_strings: () => number;
  /**
   * `Int (void)`, ERR_load_SSL_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_load_SSL_strings: () => number;
  /**
   * `Void (void)`, ERR_new(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_new: () => void;
  /**
   * `ULong (void)`, ERR_peek_error(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_error: () => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull func, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_error_all(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_error_all: (file: k.Out<string | null> | null, line: k.Out<number> | null, func: k.Out<string | null> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_error_data(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_error_data: (data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull func)`, ERR_peek_error_func(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_error_func: (func: k.Out<string | null> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line)`, ERR_peek_error_line(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_peek_error_line: (file: k.Out<string | null> | null, line: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_error_line_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_peek_error_line_data: (file: k.Out<string | null> | null, line: k.Out<number> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (void)`, ERR_peek_last_error(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_last_error: () => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull func, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_last_error_all(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_last_error_all: (file: k.Out<string | null> | null, line: k.Out<number> | null, func: k.Out<string | null> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_last_error_data(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_last_error_data: (data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull func)`, ERR_peek_last_error_func(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_peek_last_error_func: (func: k.Out<string | null> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line)`, ERR_peek_last_error_line(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_peek_last_error_line: (file: k.Out<string | null> | null, line: k.Out<number> | null) => number;
  /**
   * `ULong (OutTextOrNull file, OutOrNull<Int> line, OutTextOrNull data, OutOrNull<Int> flags)`, ERR_peek_last_error_line_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_peek_last_error_line_data: (file: k.Out<string | null> | null, line: k.Out<number> | null, data: k.Out<string | null> | null, flags: k.Out<number> | null) => number;
  /**
   * `Int (void)`, ERR_pop(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_pop: () => number;
  /**
   * `Int (void)`, ERR_pop_to_mark(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_pop_to_mark: () => number;
  /**
   * `Void (Ref<BIO> bp)`, ERR_print_errors(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ERR_print_errors: (bp: k.BIO) => void;
  /**
   * `Void (Ref<FILE> fp)`, ERR_print_errors_fp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ERR_print_errors_fp: (fp: k.FILE) => void;
  /**
   * `Text (ULong e)`, ERR_reason_error_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_reason_error_string: (e: k.CLong) => string | null;
  /**
   * `Void (ULong pid)`, ERR_remove_state(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_remove_state: (pid: k.CLong) => void;
  /**
   * `Void (TextOrNull file, Int line, TextOrNull func)`, ERR_set_debug(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_set_debug: (file: string | null, line: number, func: string | null) => void;
  /**
   * `Int (void)`, ERR_set_mark(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_set_mark: () => number;
  /**
   * `Static<EVP_CIPHER> (void)`, EVP_aes_128_cbc(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_aes_128_cbc: () => k.EVP_CIPHER | null;
  /**
   * `Static<EVP_CIPHER> (void)`, EVP_aes_128_gcm(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_aes_128_gcm: () => k.EVP_CIPHER | null;
  /**
   * `Static<EVP_CIPHER> (void)`, EVP_aes_256_cbc(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_aes_256_cbc: () => k.EVP_CIPHER | null;
  /**
   * `Static<EVP_CIPHER> (void)`, EVP_aes_256_gcm(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_aes_256_gcm: () => k.EVP_CIPHER | null;
  /**
   * `Void (Free<EVP_CIPHER_CTX> c)`, EVP_CIPHER_CTX_free(3).
   * Gives one reference of `c` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  EVP_CIPHER_CTX_free: (c: k.EVP_CIPHER_CTX | null) => void;
  /**
   * `Owned<EVP_CIPHER_CTX> (void)`, EVP_CIPHER_CTX_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_CTX_new: () => k.EVP_CIPHER_CTX | null;
  /**
   * `Text (Ref<EVP_CIPHER> cipher)`, EVP_CIPHER_get0_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_get0_name: (cipher: k.EVP_CIPHER) => string | null;
  /**
   * `Int (Ref<EVP_CIPHER> cipher)`, EVP_CIPHER_get_block_size(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_get_block_size: (cipher: k.EVP_CIPHER) => number;
  /**
   * `Int (Ref<EVP_CIPHER> cipher)`, EVP_CIPHER_get_iv_length(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_get_iv_length: (cipher: k.EVP_CIPHER) => number;
  /**
   * `Int (Ref<EVP_CIPHER> cipher)`, EVP_CIPHER_get_key_length(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_get_key_length: (cipher: k.EVP_CIPHER) => number;
  /**
   * `Int (Ref<EVP_CIPHER> cipher)`, EVP_CIPHER_get_nid(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_CIPHER_get_nid: (cipher: k.EVP_CIPHER) => number;
  /**
   * `Int (RefOrNull<OSSL_LIB_CTX> libctx, Int enable)`, EVP_default_properties_enable_fips(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_default_properties_enable_fips: (libctx: k.OSSL_LIB_CTX | null, enable: number) => number;
  /**
   * `Int (RefOrNull<OSSL_LIB_CTX> libctx)`, EVP_default_properties_is_fips_enabled(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_default_properties_is_fips_enabled: (libctx: k.OSSL_LIB_CTX | null) => number;
  /**
   * `Static<EVP_CIPHER> (Text name)`, EVP_get_cipherbyname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  EVP_get_cipherbyname: (name: string) => k.EVP_CIPHER | null;
  /**
   * `Static<EVP_MD> (Text name)`, EVP_get_digestbyname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  EVP_get_digestbyname: (name: string) => k.EVP_MD | null;
  /**
   * `Static<EVP_MD> (void)`, EVP_md5(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_md5: () => k.EVP_MD | null;
  /**
   * `Text (Ref<EVP_MD> md)`, EVP_MD_get0_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_MD_get0_name: (md: k.EVP_MD) => string | null;
  /**
   * `Int (Ref<EVP_MD> md)`, EVP_MD_get_size(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_MD_get_size: (md: k.EVP_MD) => number;
  /**
   * `Int (Ref<EVP_MD> md)`, EVP_MD_get_type(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_MD_get_type: (md: k.EVP_MD) => number;
  /**
   * `Static<EVP_MD> (void)`, EVP_md_null(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_md_null: () => k.EVP_MD | null;
  /**
   * `Int (Ref<EVP_MD> md)`, EVP_MD_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_MD_size: (md: k.EVP_MD) => number;
  /**
   * `Int (Ref<EVP_MD> md)`, EVP_MD_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_MD_type: (md: k.EVP_MD) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_base_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_base_id: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_bits: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_can_sign(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_can_sign: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> a, Ref<EVP_PKEY> b)`, EVP_PKEY_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_cmp: (a: k.EVP_PKEY, b: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> to, Ref<EVP_PKEY> from)`, EVP_PKEY_copy_parameters(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_copy_parameters: (to: k.EVP_PKEY, from: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> a, Ref<EVP_PKEY> b)`, EVP_PKEY_eq(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_eq: (a: k.EVP_PKEY, b: k.EVP_PKEY) => number;
  /**
   * `Void (Free<EVP_PKEY> pkey)`, EVP_PKEY_free(3).
   * Gives one reference of `pkey` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  EVP_PKEY_free: (pkey: k.EVP_PKEY | null) => void;
  /**
   * `Text (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get0_description(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get0_description: (pkey: k.EVP_PKEY) => string | null;
  /**
   * `Text (Ref<EVP_PKEY> key)`, EVP_PKEY_get0_type_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get0_type_name: (key: k.EVP_PKEY) => string | null;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get_base_id(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_base_id: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get_bits(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_bits: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey, OutBytes name, Size name_sz, OutOrNull<Size> gname_len)`, EVP_PKEY_get_group_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_group_name: (pkey: k.EVP_PKEY, name: Uint8Array, name_sz: k.CLong, gname_len: k.Out<number> | null) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get_id(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_id: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get_security_bits(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_security_bits: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_get_size(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_get_size: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_id: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey, Text name)`, EVP_PKEY_is_a(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_is_a: (pkey: k.EVP_PKEY, name: string) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_missing_parameters(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_missing_parameters: (pkey: k.EVP_PKEY) => number;
  /**
   * `Owned<EVP_PKEY> (void)`, EVP_PKEY_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_PKEY_new: () => k.EVP_PKEY | null;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_security_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_security_bits: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> pkey)`, EVP_PKEY_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_size: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Int type)`, EVP_PKEY_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  EVP_PKEY_type: (type_: number) => number;
  /**
   * `Int (UpRef<EVP_PKEY> pkey)`, EVP_PKEY_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_PKEY_up_ref: (pkey: k.EVP_PKEY) => number;
  /**
   * `Int (RefOrNull<OSSL_LIB_CTX> libctx, TextOrNull propq)`, EVP_set_default_properties(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_set_default_properties: (libctx: k.OSSL_LIB_CTX | null, propq: string | null) => number;
  /**
   * `Static<EVP_MD> (void)`, EVP_sha1(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_sha1: () => k.EVP_MD | null;
  /**
   * `Static<EVP_MD> (void)`, EVP_sha224(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_sha224: () => k.EVP_MD | null;
  /**
   * `Static<EVP_MD> (void)`, EVP_sha256(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_sha256: () => k.EVP_MD | null;
  /**
   * `Static<EVP_MD> (void)`, EVP_sha384(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_sha384: () => k.EVP_MD | null;
  /**
   * `Static<EVP_MD> (void)`, EVP_sha512(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  EVP_sha512: () => k.EVP_MD | null;
  /**
   * `Int (Ref<HMAC_CTX> ctx, InBytes key, Int len, RefOrNull<EVP_MD> md, Null impl)`, HMAC_Init_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  HMAC_Init_ex: (ctx: k.HMAC_CTX, key: k.InBytes, len: number, md: k.EVP_MD | null, impl: null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_INTEGER> a)`, i2a_ASN1_INTEGER(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2a_ASN1_INTEGER: (bp: k.BIO, a: k.ASN1_INTEGER) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_OBJECT> a)`, i2a_ASN1_OBJECT(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2a_ASN1_OBJECT: (bp: k.BIO, a: k.ASN1_OBJECT) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<ASN1_STRING> a, Int type)`, i2a_ASN1_STRING(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2a_ASN1_STRING: (bp: k.BIO, a: k.ASN1_STRING, type_: number) => number;
  /**
   * `Int (Ref<ASN1_INTEGER> a, OutCursorOrNull out)`, i2d_ASN1_INTEGER(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_ASN1_INTEGER: (a: k.ASN1_INTEGER, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<PKCS12> a, OutCursorOrNull out)`, i2d_PKCS12(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PKCS12: (a: k.PKCS12, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<PKCS12> p12)`, i2d_PKCS12_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PKCS12_bio: (bp: k.BIO, p12: k.PKCS12) => number;
  /**
   * `Int (Ref<EVP_PKEY> a, OutCursorOrNull pp)`, i2d_PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PrivateKey: (a: k.EVP_PKEY, pp: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<EVP_PKEY> pkey)`, i2d_PrivateKey_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PrivateKey_bio: (bp: k.BIO, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> a, OutCursorOrNull out)`, i2d_PUBKEY(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PUBKEY: (a: k.EVP_PKEY, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<EVP_PKEY> pkey)`, i2d_PUBKEY_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PUBKEY_bio: (bp: k.BIO, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<EVP_PKEY> a, OutCursorOrNull pp)`, i2d_PublicKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_PublicKey: (a: k.EVP_PKEY, pp: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<X509> x, OutCursorOrNull pp)`, i2d_re_X509_tbs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_re_X509_tbs: (x: k.X509, pp: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<SSL_SESSION> in, OutCursorOrNull pp)`, i2d_SSL_SESSION(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_SSL_SESSION: (in_: k.SSL_SESSION, pp: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<X509> a, OutCursorOrNull out)`, i2d_X509(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509: (a: k.X509, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<X509> x509)`, i2d_X509_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509_bio: (bp: k.BIO, x509: k.X509) => number;
  /**
   * `Int (Ref<X509_CRL> a, OutCursorOrNull out)`, i2d_X509_CRL(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509_CRL: (a: k.X509_CRL, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<X509_CRL> crl)`, i2d_X509_CRL_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509_CRL_bio: (bp: k.BIO, crl: k.X509_CRL) => number;
  /**
   * `Int (Ref<X509_NAME> a, OutCursorOrNull out)`, i2d_X509_NAME(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509_NAME: (a: k.X509_NAME, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<X509_PUBKEY> a, OutCursorOrNull out)`, i2d_X509_PUBKEY(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  i2d_X509_PUBKEY: (a: k.X509_PUBKEY, out: k.Out<Uint8Array | null> | null) => number;
  /**
   * `Int (Ref<CONF> conf, Ref<BIO> out)`, NCONF_dump_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_dump_bio: (conf: k.CONF, out: k.BIO) => number;
  /**
   * `Void (Free<CONF> conf)`, NCONF_free(3).
   * Gives one reference of `conf` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  NCONF_free: (conf: k.CONF | null) => void;
  /**
   * `Int (Ref<CONF> conf, Text group, Text name, Out<Long> result)`, NCONF_get_number_e(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_get_number_e: (conf: k.CONF, group: string, name: string, result: k.Out<number>) => number;
  /**
   * `Text (Ref<CONF> conf, TextOrNull group, Text name)`, NCONF_get_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_get_string: (conf: k.CONF, group: string | null, name: string) => string | null;
  /**
   * `Int (Ref<CONF> conf, Text file, Out<Long> eline)`, NCONF_load(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_load: (conf: k.CONF, file: string, eline: k.Out<number>) => number;
  /**
   * `Int (Ref<CONF> conf, Ref<BIO> bp, Out<Long> eline)`, NCONF_load_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_load_bio: (conf: k.CONF, bp: k.BIO, eline: k.Out<number>) => number;
  /**
   * `Owned<CONF> (Null meth)`, NCONF_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  NCONF_new: (meth: null) => k.CONF | null;
  /**
   * `Int (Ref<ASN1_OBJECT> a, Ref<ASN1_OBJECT> b)`, OBJ_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  OBJ_cmp: (a: k.ASN1_OBJECT, b: k.ASN1_OBJECT) => number;
  /**
   * `Int (Text oid, Text sn, Text ln)`, OBJ_create(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_create: (oid: string, sn: string, ln: string) => number;
  /**
   * `Owned<ASN1_OBJECT> (Ref<ASN1_OBJECT> a)`, OBJ_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  OBJ_dup: (a: k.ASN1_OBJECT) => k.ASN1_OBJECT | null;
  /**
   * `Int (Int signid, OutOrNull<Int> pdig_nid, OutOrNull<Int> ppkey_nid)`, OBJ_find_sigid_algs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_find_sigid_algs: (signid: number, pdig_nid: k.Out<number> | null, ppkey_nid: k.Out<number> | null) => number;
  /**
   * `Size (Ref<ASN1_OBJECT> obj)`, OBJ_length(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  OBJ_length: (obj: k.ASN1_OBJECT) => number;
  /**
   * `Int (Text s)`, OBJ_ln2nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_ln2nid: (s: string) => number;
  /**
   * `Text (Int n)`, OBJ_nid2ln(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_nid2ln: (n: number) => string | null;
  /**
   * `Owned<ASN1_OBJECT> (Int n)`, OBJ_nid2obj(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_nid2obj: (n: number) => k.ASN1_OBJECT | null;
  /**
   * `Text (Int n)`, OBJ_nid2sn(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_nid2sn: (n: number) => string | null;
  /**
   * `Int (Ref<ASN1_OBJECT> o)`, OBJ_obj2nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  OBJ_obj2nid: (o: k.ASN1_OBJECT) => number;
  /**
   * `Int (OutBytes buf, Int buf_len, Ref<ASN1_OBJECT> a, Int no_name)`, OBJ_obj2txt(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  OBJ_obj2txt: (buf: Uint8Array, buf_len: number, a: k.ASN1_OBJECT, no_name: number) => number;
  /**
   * `Int (Text s)`, OBJ_sn2nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_sn2nid: (s: string) => number;
  /**
   * `Int (Text s)`, OBJ_txt2nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_txt2nid: (s: string) => number;
  /**
   * `Owned<ASN1_OBJECT> (Text s, Int no_name)`, OBJ_txt2obj(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OBJ_txt2obj: (s: string, no_name: number) => k.ASN1_OBJECT | null;
  /**
   * `Void (TextOrNull config_name)`, OPENSSL_config(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OPENSSL_config: (config_name: string | null) => void;
  /**
   * `Text (Int type)`, OPENSSL_info(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_info: (type_: number) => string | null;
  /**
   * `Int (Options opts, Null settings)`, OPENSSL_init_crypto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OPENSSL_init_crypto: (opts: bigint | number, settings: null) => number;
  /**
   * `Void (void)`, OPENSSL_load_builtin_modules(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_load_builtin_modules: () => void;
  /**
   * `Text (Int type)`, OpenSSL_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OpenSSL_version: (type_: number) => string | null;
  /**
   * `Text (void)`, OPENSSL_version_build_metadata(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_version_build_metadata: () => string | null;
  /**
   * `UInt (void)`, OPENSSL_version_major(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_version_major: () => number;
  /**
   * `UInt (void)`, OPENSSL_version_minor(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_version_minor: () => number;
  /**
   * `ULong (void)`, OpenSSL_version_num(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OpenSSL_version_num: () => number;
  /**
   * `UInt (void)`, OPENSSL_version_patch(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_version_patch: () => number;
  /**
   * `Text (void)`, OPENSSL_version_pre_release(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OPENSSL_version_pre_release: () => string | null;
  /**
   * `Void (Free<OSSL_LIB_CTX> arg1)`, OSSL_LIB_CTX_free(3).
   * Gives one reference of `arg1` back.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_LIB_CTX_free: (arg1: k.OSSL_LIB_CTX | null) => void;
  /**
   * `Owned<OSSL_LIB_CTX> (void)`, OSSL_LIB_CTX_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_LIB_CTX_new: () => k.OSSL_LIB_CTX | null;
  /**
   * `Int (RefOrNull<OSSL_LIB_CTX> arg1, Text name)`, OSSL_PROVIDER_available(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_available: (arg1: k.OSSL_LIB_CTX | null, name: string) => number;
  /**
   * `Text (Ref<OSSL_PROVIDER> prov)`, OSSL_PROVIDER_get0_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_get0_name: (prov: k.OSSL_PROVIDER) => string | null;
  /**
   * `Int (Ref<OSSL_PROVIDER> prov)`, OSSL_PROVIDER_self_test(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_self_test: (prov: k.OSSL_PROVIDER) => number;
  /**
   * `Int (Free<OSSL_PROVIDER> prov)`, OSSL_PROVIDER_unload(3).
   * Gives one reference of `prov` back.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_unload: (prov: k.OSSL_PROVIDER | null) => number;
  /**
   * `Owned<DH> (Ref<BIO> out, Reuse<DH> x, Password cb, PasswordArg u)`, PEM_read_bio_DHparams(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_DHparams: (out: k.BIO, x: k.Out<k.DH | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.DH | null;
  /**
   * `Owned<EVP_PKEY> (Ref<BIO> bp, Reuse<EVP_PKEY> x)`, PEM_read_bio_Parameters(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_Parameters: (bp: k.BIO, x: k.Out<k.EVP_PKEY | null> | null) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Ref<BIO> out, Reuse<EVP_PKEY> x, Password cb, PasswordArg u)`, PEM_read_bio_PrivateKey(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_PrivateKey: (out: k.BIO, x: k.Out<k.EVP_PKEY | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Ref<BIO> out, Reuse<EVP_PKEY> x, Password cb, PasswordArg u)`, PEM_read_bio_PUBKEY(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_PUBKEY: (out: k.BIO, x: k.Out<k.EVP_PKEY | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.EVP_PKEY | null;
  /**
   * `Owned<SSL_SESSION> (Ref<BIO> out, Reuse<SSL_SESSION> x, Password cb, PasswordArg u)`, PEM_read_bio_SSL_SESSION(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_SSL_SESSION: (out: k.BIO, x: k.Out<k.SSL_SESSION | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.SSL_SESSION | null;
  /**
   * `Owned<X509> (Ref<BIO> out, Reuse<X509> x, Password cb, PasswordArg u)`, PEM_read_bio_X509(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_X509: (out: k.BIO, x: k.Out<k.X509 | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.X509 | null;
  /**
   * `Owned<X509> (Ref<BIO> out, Reuse<X509> x, Password cb, PasswordArg u)`, PEM_read_bio_X509_AUX(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_X509_AUX: (out: k.BIO, x: k.Out<k.X509 | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.X509 | null;
  /**
   * `Owned<X509_CRL> (Ref<BIO> out, Reuse<X509_CRL> x, Password cb, PasswordArg u)`, PEM_read_bio_X509_CRL(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio_X509_CRL: (out: k.BIO, x: k.Out<k.X509_CRL | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.X509_CRL | null;
  /**
   * `Owned<DH> (Ref<FILE> out, Reuse<DH> x, Password cb, PasswordArg u)`, PEM_read_DHparams(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_DHparams: (out: k.FILE, x: k.Out<k.DH | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.DH | null;
  /**
   * `Owned<EVP_PKEY> (Ref<FILE> out, Reuse<EVP_PKEY> x, Password cb, PasswordArg u)`, PEM_read_PrivateKey(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_PrivateKey: (out: k.FILE, x: k.Out<k.EVP_PKEY | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.EVP_PKEY | null;
  /**
   * `Owned<EVP_PKEY> (Ref<FILE> out, Reuse<EVP_PKEY> x, Password cb, PasswordArg u)`, PEM_read_PUBKEY(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_PUBKEY: (out: k.FILE, x: k.Out<k.EVP_PKEY | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.EVP_PKEY | null;
  /**
   * `Owned<SSL_SESSION> (Ref<FILE> out, Reuse<SSL_SESSION> x, Password cb, PasswordArg u)`, PEM_read_SSL_SESSION(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_SSL_SESSION: (out: k.FILE, x: k.Out<k.SSL_SESSION | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.SSL_SESSION | null;
  /**
   * `Owned<X509> (Ref<FILE> out, Reuse<X509> x, Password cb, PasswordArg u)`, PEM_read_X509(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_X509: (out: k.FILE, x: k.Out<k.X509 | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.X509 | null;
  /**
   * `Owned<X509_CRL> (Ref<FILE> out, Reuse<X509_CRL> x, Password cb, PasswordArg u)`, PEM_read_X509_CRL(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_X509_CRL: (out: k.FILE, x: k.Out<k.X509_CRL | null> | null, cb: k.pem_password_cb | null, u: unknown) => k.X509_CRL | null;
  /**
   * `Int (Ref<BIO> out, Ref<DH> x)`, PEM_write_bio_DHparams(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_DHparams: (out: k.BIO, x: k.DH) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<EVP_PKEY> x)`, PEM_write_bio_Parameters(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_Parameters: (bp: k.BIO, x: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<BIO> arg1, Ref<EVP_PKEY> arg2, RefOrNull<EVP_CIPHER> arg3, InBytesOrNull kstr, Int klen, Password cb, PasswordArg u)`, PEM_write_bio_PKCS8PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_PKCS8PrivateKey: (arg1: k.BIO, arg2: k.EVP_PKEY, arg3: k.EVP_CIPHER | null, kstr: k.InBytes | null, klen: number, cb: k.pem_password_cb | null, u: unknown) => number;
  /**
   * `Int (Ref<BIO> out, Ref<EVP_PKEY> x, RefOrNull<EVP_CIPHER> enc, InBytesOrNull kstr, Int klen, Password cb, PasswordArg u)`, PEM_write_bio_PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_PrivateKey: (out: k.BIO, x: k.EVP_PKEY, enc: k.EVP_CIPHER | null, kstr: k.InBytes | null, klen: number, cb: k.pem_password_cb | null, u: unknown) => number;
  /**
   * `Int (Ref<BIO> out, Ref<EVP_PKEY> x)`, PEM_write_bio_PUBKEY(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_PUBKEY: (out: k.BIO, x: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<BIO> out, Ref<SSL_SESSION> x)`, PEM_write_bio_SSL_SESSION(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_SSL_SESSION: (out: k.BIO, x: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<BIO> out, Ref<X509> x)`, PEM_write_bio_X509(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_X509: (out: k.BIO, x: k.X509) => number;
  /**
   * `Int (Ref<BIO> out, Ref<X509> x)`, PEM_write_bio_X509_AUX(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_X509_AUX: (out: k.BIO, x: k.X509) => number;
  /**
   * `Int (Ref<BIO> out, Ref<X509_CRL> x)`, PEM_write_bio_X509_CRL(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_bio_X509_CRL: (out: k.BIO, x: k.X509_CRL) => number;
  /**
   * `Int (Ref<FILE> out, Ref<EVP_PKEY> x, RefOrNull<EVP_CIPHER> enc, InBytesOrNull kstr, Int klen, Password cb, PasswordArg u)`, PEM_write_PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_PrivateKey: (out: k.FILE, x: k.EVP_PKEY, enc: k.EVP_CIPHER | null, kstr: k.InBytes | null, klen: number, cb: k.pem_password_cb | null, u: unknown) => number;
  /**
   * `Int (Ref<FILE> out, Ref<SSL_SESSION> x)`, PEM_write_SSL_SESSION(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_SSL_SESSION: (out: k.FILE, x: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<FILE> out, Ref<X509> x)`, PEM_write_X509(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_write_X509: (out: k.FILE, x: k.X509) => number;
  /**
   * `Owned<PKCS12> (TextOrNull pass, TextOrNull name, RefOrNull<EVP_PKEY> pkey, RefOrNull<X509> cert, StackRefOrNull<X509> ca, Int nid_key, Int nid_cert, Int iter, Int mac_iter, Int keytype)`, PKCS12_create(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PKCS12_create: (pass: string | null, name: string | null, pkey: k.EVP_PKEY | null, cert: k.X509 | null, ca: readonly k.X509[] | null, nid_key: number, nid_cert: number, iter: number, mac_iter: number, keytype: number) => k.PKCS12 | null;
  /**
   * `Void (Free<PKCS12> a)`, PKCS12_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  PKCS12_free: (a: k.PKCS12 | null) => void;
  /**
   * `Int (Ref<PKCS12> p12)`, PKCS12_mac_present(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PKCS12_mac_present: (p12: k.PKCS12) => number;
  /**
   * `Owned<PKCS12> (void)`, PKCS12_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  PKCS12_new: () => k.PKCS12 | null;
  /**
   * `Int (Ref<PKCS12> p12, Text oldpass, Text newpass)`, PKCS12_newpass(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PKCS12_newpass: (p12: k.PKCS12, oldpass: string, newpass: string) => number;
  /**
   * `Int (Ref<PKCS12> p12, InBytesOrNull pass, Int passlen)`, PKCS12_verify_mac(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PKCS12_verify_mac: (p12: k.PKCS12, pass: k.InBytes | null, passlen: number) => number;
  /**
   * `Int (OutBytes buf, Int num)`, RAND_bytes(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_bytes: (buf: Uint8Array, num: number) => number;
  /**
   * `Text (OutBytes file, Size num)`, RAND_file_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_file_name: (file: Uint8Array, num: k.CLong) => string | null;
  /**
   * `Int (Text file, Long max_bytes)`, RAND_load_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_load_file: (file: string, max_bytes: k.CLong) => number;
  /**
   * `Int (void)`, RAND_poll(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  RAND_poll: () => number;
  /**
   * `Int (OutBytes buf, Int num)`, RAND_priv_bytes(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_priv_bytes: (buf: Uint8Array, num: number) => number;
  /**
   * `Void (InBytes buf, Int num)`, RAND_seed(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_seed: (buf: k.InBytes, num: number) => void;
  /**
   * `Int (void)`, RAND_status(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  RAND_status: () => number;
  /**
   * `Int (Text file)`, RAND_write_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  RAND_write_file: (file: string) => number;
  /**
   * `Void (Free<RSA> r)`, RSA_free(3).
   * Gives one reference of `r` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  RSA_free: (r: k.RSA | null) => void;
  /**
   * `Int (UpRef<RSA> r)`, RSA_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  RSA_up_ref: (r: k.RSA) => number;
  /**
   * `View (Ref<ASN1_STRING> x)`, ASN1_STRING_data(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ASN1_STRING_data: (x: k.ASN1_STRING) => Uint8Array | null;
  /**
   * `View (Ref<ASN1_STRING> x)`, ASN1_STRING_get0_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_get0_data: (x: k.ASN1_STRING) => Uint8Array | null;
  /**
   * `Int (Out<Bytes> out, Ref<ASN1_STRING> in)`, ASN1_STRING_to_UTF8(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_STRING_to_UTF8: (out: k.Out<Uint8Array | null>, in_: k.ASN1_STRING) => number;
  /**
   * `Ref<ASN1_TIME> (RefOrNull<ASN1_TIME> s, Time t)`, ASN1_TIME_set(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_set: (s: k.ASN1_TIME | null, t: k.CLong) => k.ASN1_TIME | null;
  /**
   * `Int (RefOrNull<ASN1_TIME> s, Tm tm)`, ASN1_TIME_to_tm(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  ASN1_TIME_to_tm: (s: k.ASN1_TIME | null, tm: k.Tm | null) => number;
  /**
   * `Int (void)`, c_errno(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  c_errno: () => number;
  /**
   * `Text (ULong e, OutBytesOrNull buf)`, ERR_error_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_error_string: (e: k.CLong, buf: Uint8Array | null) => string | null;
  /**
   * `Void (void)`, ERR_free_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_free_strings: () => void;
  /**
   * `Int (ULong e)`, ERR_GET_LIB(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_GET_LIB: (e: k.CLong) => number;
  /**
   * `Int (ULong e)`, ERR_GET_REASON(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_GET_REASON: (e: k.CLong) => number;
  /**
   * `Int (void)`, ERR_load_crypto_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  ERR_load_crypto_strings: () => number;
  /**
   * `Void (Callback<ERR_print_errors_cb_t> cb, Any u)`, ERR_print_errors_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  ERR_print_errors_cb: (cb: k.ERR_print_errors_cb_t | null, u: unknown) => void;
  /**
   * `Void (Any arg)`, ERR_remove_thread_state(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  ERR_remove_thread_state: (arg: unknown) => void;
  /**
   * `Int (Ref<EVP_CIPHER_CTX> ctx, RefOrNull<EVP_CIPHER> cipher, Null impl, InBytesOrNull key, InBytesOrNull iv)`, EVP_DecryptInit_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_DecryptInit_ex: (ctx: k.EVP_CIPHER_CTX, cipher: k.EVP_CIPHER | null, impl: null, key: k.InBytes | null, iv: k.InBytes | null) => number;
  /**
   * `Owned<EVP_PKEY> (Text curve)`, EVP_EC_gen(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_EC_gen: (curve: string) => k.EVP_PKEY | null;
  /**
   * `Int (Ref<EVP_CIPHER_CTX> ctx, RefOrNull<EVP_CIPHER> cipher, Null impl, InBytesOrNull key, InBytesOrNull iv)`, EVP_EncryptInit_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  EVP_EncryptInit_ex: (ctx: k.EVP_CIPHER_CTX, cipher: k.EVP_CIPHER | null, impl: null, key: k.InBytes | null, iv: k.InBytes | null) => number;
  /**
   * `Int (Ref<EVP_MAC_CTX> ctx, Params params)`, EVP_MAC_CTX_set_params(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_MAC_CTX_set_params: (ctx: k.EVP_MAC_CTX, params: readonly k.OSSL_PARAM[] | null) => number;
  /**
   * `Int (Ref<EVP_MAC_CTX> ctx, InBytesOrNull key, Size keylen, Params params)`, EVP_MAC_init(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_MAC_init: (ctx: k.EVP_MAC_CTX, key: k.InBytes | null, keylen: k.CLong, params: readonly k.OSSL_PARAM[] | null) => number;
  /**
   * `Owned<EVP_PKEY> (UInt bits)`, EVP_RSA_gen(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  EVP_RSA_gen: (bits: number) => k.EVP_PKEY | null;
  /**
   * `Int (Any fp)`, fclose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  fclose: (fp: unknown) => number;
  /**
   * `Int (Any fp)`, fflush(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  fflush: (fp: unknown) => number;
  /**
   * `Any (Text path, Text mode)`, fopen(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  fopen: (path: string, mode: string) => unknown;
  /**
   * `Any (Ref<CONF> conf, Text section)`, NCONF_get_section(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  NCONF_get_section: (conf: k.CONF, section: string) => unknown;
  /**
   * `Int (void)`, OpenSSL_add_all_algorithms(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OpenSSL_add_all_algorithms: () => number;
  /**
   * `Int (void)`, OpenSSL_add_all_ciphers(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OpenSSL_add_all_ciphers: () => number;
  /**
   * `Int (void)`, OpenSSL_add_all_digests(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OpenSSL_add_all_digests: () => number;
  /**
   * `Int (void)`, OpenSSL_add_ssl_algorithms(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OpenSSL_add_ssl_algorithms: () => number;
  /**
   * `Void (Any ptr)`, OPENSSL_free(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OPENSSL_free: (ptr: unknown) => void;
  /**
   * `Int (Ref<OSSL_LIB_CTX> ctx, Text config_file)`, OSSL_LIB_CTX_load_config(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_LIB_CTX_load_config: (ctx: k.OSSL_LIB_CTX, config_file: string) => number;
  /**
   * `Param (void)`, OSSL_PARAM_construct_end(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PARAM_construct_end: () => k.OSSL_PARAM;
  /**
   * `Param (Text key, Int buf)`, OSSL_PARAM_construct_int(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PARAM_construct_int: (key: string, buf: number) => k.OSSL_PARAM;
  /**
   * `Param (Text key, InBytes buf, Size bsize)`, OSSL_PARAM_construct_octet_string(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PARAM_construct_octet_string: (key: string, buf: k.InBytes, bsize: k.CLong) => k.OSSL_PARAM;
  /**
   * `Param (Text key, UInt buf)`, OSSL_PARAM_construct_uint(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PARAM_construct_uint: (key: string, buf: number) => k.OSSL_PARAM;
  /**
   * `Param (Text key, Text buf, Size bsize)`, OSSL_PARAM_construct_utf8_string(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PARAM_construct_utf8_string: (key: string, buf: string, bsize: k.CLong) => k.OSSL_PARAM;
  /**
   * `Owned<OSSL_PROVIDER> (RefOrNull<OSSL_LIB_CTX> arg1, Text name)`, OSSL_PROVIDER_load(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_load: (arg1: k.OSSL_LIB_CTX | null, name: string) => k.OSSL_PROVIDER | null;
  /**
   * `Int (RefOrNull<OSSL_LIB_CTX> arg1, TextOrNull path)`, OSSL_PROVIDER_set_default_search_path(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_set_default_search_path: (arg1: k.OSSL_LIB_CTX | null, path: string | null) => number;
  /**
   * `Owned<OSSL_PROVIDER> (RefOrNull<OSSL_LIB_CTX> arg1, Text name, Int retain_fallbacks)`, OSSL_PROVIDER_try_load(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_PROVIDER_try_load: (arg1: k.OSSL_LIB_CTX | null, name: string, retain_fallbacks: number) => k.OSSL_PROVIDER | null;
  /**
   * `Int (Ref<BIO> bp, Out<OwnedText> name, Out<OwnedText> header, Out<Bytes> data, Out<Long> len)`, PEM_read_bio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PEM_read_bio: (bp: k.BIO, name: k.Out<string | null>, header: k.Out<string | null>, data: k.Out<Uint8Array | null>, len: k.Out<number>) => number;
  /**
   * `Int (Ref<PKCS12> p12, TextOrNull pass, Out<EVP_PKEY> pkey, Out<X509> cert, Any ca)`, PKCS12_parse(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  PKCS12_parse: (p12: k.PKCS12, pass: string | null, pkey: k.Out<k.EVP_PKEY | null>, cert: k.Out<k.X509 | null>, ca: unknown) => number;
  /**
   * `Int (Any fds, Int timeout)`, poll(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  poll: (fds: unknown, timeout: number) => number;
  /**
   * `Text (Int errnum)`, strerror(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  strerror: (errnum: number) => string | null;
}

export const ASN1_BIT_STRING_free: CryptoFunctions['ASN1_BIT_STRING_free'] = lazily('ASN1_BIT_STRING_free');
export const ASN1_BIT_STRING_get_bit: CryptoFunctions['ASN1_BIT_STRING_get_bit'] = lazily('ASN1_BIT_STRING_get_bit');
export const ASN1_ENUMERATED_get: CryptoFunctions['ASN1_ENUMERATED_get'] = lazily('ASN1_ENUMERATED_get');
export const ASN1_GENERALIZEDTIME_free: CryptoFunctions['ASN1_GENERALIZEDTIME_free'] = lazily('ASN1_GENERALIZEDTIME_free');
export const ASN1_GENERALIZEDTIME_print: CryptoFunctions['ASN1_GENERALIZEDTIME_print'] = lazily('ASN1_GENERALIZEDTIME_print');
export const ASN1_IA5STRING_free: CryptoFunctions['ASN1_IA5STRING_free'] = lazily('ASN1_IA5STRING_free');
export const ASN1_IA5STRING_new: CryptoFunctions['ASN1_IA5STRING_new'] = lazily('ASN1_IA5STRING_new');
export const ASN1_INTEGER_cmp: CryptoFunctions['ASN1_INTEGER_cmp'] = lazily('ASN1_INTEGER_cmp');
export const ASN1_INTEGER_dup: CryptoFunctions['ASN1_INTEGER_dup'] = lazily('ASN1_INTEGER_dup');
export const ASN1_INTEGER_free: CryptoFunctions['ASN1_INTEGER_free'] = lazily('ASN1_INTEGER_free');
export const ASN1_INTEGER_get: CryptoFunctions['ASN1_INTEGER_get'] = lazily('ASN1_INTEGER_get');
export const ASN1_INTEGER_get_int64: CryptoFunctions['ASN1_INTEGER_get_int64'] = lazily('ASN1_INTEGER_get_int64');
export const ASN1_INTEGER_get_uint64: CryptoFunctions['ASN1_INTEGER_get_uint64'] = lazily('ASN1_INTEGER_get_uint64');
export const ASN1_INTEGER_new: CryptoFunctions['ASN1_INTEGER_new'] = lazily('ASN1_INTEGER_new');
export const ASN1_INTEGER_set: CryptoFunctions['ASN1_INTEGER_set'] = lazily('ASN1_INTEGER_set');
export const ASN1_INTEGER_set_int64: CryptoFunctions['ASN1_INTEGER_set_int64'] = lazily('ASN1_INTEGER_set_int64');
export const ASN1_INTEGER_to_BN: CryptoFunctions['ASN1_INTEGER_to_BN'] = lazily('ASN1_INTEGER_to_BN');
export const ASN1_OBJECT_free: CryptoFunctions['ASN1_OBJECT_free'] = lazily('ASN1_OBJECT_free');
export const ASN1_OCTET_STRING_cmp: CryptoFunctions['ASN1_OCTET_STRING_cmp'] = lazily('ASN1_OCTET_STRING_cmp');
export const ASN1_OCTET_STRING_dup: CryptoFunctions['ASN1_OCTET_STRING_dup'] = lazily('ASN1_OCTET_STRING_dup');
export const ASN1_OCTET_STRING_free: CryptoFunctions['ASN1_OCTET_STRING_free'] = lazily('ASN1_OCTET_STRING_free');
export const ASN1_OCTET_STRING_new: CryptoFunctions['ASN1_OCTET_STRING_new'] = lazily('ASN1_OCTET_STRING_new');
export const ASN1_OCTET_STRING_set: CryptoFunctions['ASN1_OCTET_STRING_set'] = lazily('ASN1_OCTET_STRING_set');
export const ASN1_STRING_cmp: CryptoFunctions['ASN1_STRING_cmp'] = lazily('ASN1_STRING_cmp');
export const ASN1_STRING_copy: CryptoFunctions['ASN1_STRING_copy'] = lazily('ASN1_STRING_copy');
export const ASN1_STRING_dup: CryptoFunctions['ASN1_STRING_dup'] = lazily('ASN1_STRING_dup');
export const ASN1_STRING_free: CryptoFunctions['ASN1_STRING_free'] = lazily('ASN1_STRING_free');
export const ASN1_STRING_length: CryptoFunctions['ASN1_STRING_length'] = lazily('ASN1_STRING_length');
export const ASN1_STRING_new: CryptoFunctions['ASN1_STRING_new'] = lazily('ASN1_STRING_new');
export const ASN1_STRING_print: CryptoFunctions['ASN1_STRING_print'] = lazily('ASN1_STRING_print');
export const ASN1_STRING_print_ex: CryptoFunctions['ASN1_STRING_print_ex'] = lazily('ASN1_STRING_print_ex');
export const ASN1_STRING_set: CryptoFunctions['ASN1_STRING_set'] = lazily('ASN1_STRING_set');
export const ASN1_STRING_type: CryptoFunctions['ASN1_STRING_type'] = lazily('ASN1_STRING_type');
export const ASN1_STRING_type_new: CryptoFunctions['ASN1_STRING_type_new'] = lazily('ASN1_STRING_type_new');
export const ASN1_tag2str: CryptoFunctions['ASN1_tag2str'] = lazily('ASN1_tag2str');
export const ASN1_TIME_check: CryptoFunctions['ASN1_TIME_check'] = lazily('ASN1_TIME_check');
export const ASN1_TIME_cmp_time_t: CryptoFunctions['ASN1_TIME_cmp_time_t'] = lazily('ASN1_TIME_cmp_time_t');
export const ASN1_TIME_compare: CryptoFunctions['ASN1_TIME_compare'] = lazily('ASN1_TIME_compare');
export const ASN1_TIME_diff: CryptoFunctions['ASN1_TIME_diff'] = lazily('ASN1_TIME_diff');
export const ASN1_TIME_free: CryptoFunctions['ASN1_TIME_free'] = lazily('ASN1_TIME_free');
export const ASN1_TIME_new: CryptoFunctions['ASN1_TIME_new'] = lazily('ASN1_TIME_new');
export const ASN1_TIME_normalize: CryptoFunctions['ASN1_TIME_normalize'] = lazily('ASN1_TIME_normalize');
export const ASN1_TIME_print: CryptoFunctions['ASN1_TIME_print'] = lazily('ASN1_TIME_print');
export const ASN1_TIME_print_ex: CryptoFunctions['ASN1_TIME_print_ex'] = lazily('ASN1_TIME_print_ex');
export const ASN1_TIME_set_string: CryptoFunctions['ASN1_TIME_set_string'] = lazily('ASN1_TIME_set_string');
export const ASN1_TIME_set_string_X509: CryptoFunctions['ASN1_TIME_set_string_X509'] = lazily('ASN1_TIME_set_string_X509');
export const ASN1_UTCTIME_print: CryptoFunctions['ASN1_UTCTIME_print'] = lazily('ASN1_UTCTIME_print');
export const BN_bin2bn: CryptoFunctions['BN_bin2bn'] = lazily('BN_bin2bn');
export const BN_bn2dec: CryptoFunctions['BN_bn2dec'] = lazily('BN_bn2dec');
export const BN_bn2hex: CryptoFunctions['BN_bn2hex'] = lazily('BN_bn2hex');
export const BN_cmp: CryptoFunctions['BN_cmp'] = lazily('BN_cmp');
export const BN_dup: CryptoFunctions['BN_dup'] = lazily('BN_dup');
export const BN_free: CryptoFunctions['BN_free'] = lazily('BN_free');
export const BN_is_zero: CryptoFunctions['BN_is_zero'] = lazily('BN_is_zero');
export const BN_new: CryptoFunctions['BN_new'] = lazily('BN_new');
export const BN_num_bits: CryptoFunctions['BN_num_bits'] = lazily('BN_num_bits');
export const BN_rand: CryptoFunctions['BN_rand'] = lazily('BN_rand');
export const BN_to_ASN1_INTEGER: CryptoFunctions['BN_to_ASN1_INTEGER'] = lazily('BN_to_ASN1_INTEGER');
export const CONF_modules_finish: CryptoFunctions['CONF_modules_finish'] = lazily('CONF_modules_finish');
export const CONF_modules_load: CryptoFunctions['CONF_modules_load'] = lazily('CONF_modules_load');
export const CONF_modules_load_file: CryptoFunctions['CONF_modules_load_file'] = lazily('CONF_modules_load_file');
export const CONF_modules_unload: CryptoFunctions['CONF_modules_unload'] = lazily('CONF_modules_unload');
export const CRYPTO_memcmp: CryptoFunctions['CRYPTO_memcmp'] = lazily('CRYPTO_memcmp');
export const d2i_ASN1_INTEGER: CryptoFunctions['d2i_ASN1_INTEGER'] = lazily('d2i_ASN1_INTEGER');
export const d2i_AutoPrivateKey: CryptoFunctions['d2i_AutoPrivateKey'] = lazily('d2i_AutoPrivateKey');
export const d2i_PKCS12: CryptoFunctions['d2i_PKCS12'] = lazily('d2i_PKCS12');
export const d2i_PKCS12_bio: CryptoFunctions['d2i_PKCS12_bio'] = lazily('d2i_PKCS12_bio');
export const d2i_PKCS12_fp: CryptoFunctions['d2i_PKCS12_fp'] = lazily('d2i_PKCS12_fp');
export const d2i_PrivateKey: CryptoFunctions['d2i_PrivateKey'] = lazily('d2i_PrivateKey');
export const d2i_PrivateKey_bio: CryptoFunctions['d2i_PrivateKey_bio'] = lazily('d2i_PrivateKey_bio');
export const d2i_PUBKEY: CryptoFunctions['d2i_PUBKEY'] = lazily('d2i_PUBKEY');
export const d2i_PUBKEY_bio: CryptoFunctions['d2i_PUBKEY_bio'] = lazily('d2i_PUBKEY_bio');
export const d2i_SSL_SESSION: CryptoFunctions['d2i_SSL_SESSION'] = lazily('d2i_SSL_SESSION');
export const d2i_X509: CryptoFunctions['d2i_X509'] = lazily('d2i_X509');
export const d2i_X509_bio: CryptoFunctions['d2i_X509_bio'] = lazily('d2i_X509_bio');
export const d2i_X509_CRL: CryptoFunctions['d2i_X509_CRL'] = lazily('d2i_X509_CRL');
export const d2i_X509_CRL_bio: CryptoFunctions['d2i_X509_CRL_bio'] = lazily('d2i_X509_CRL_bio');
export const d2i_X509_NAME: CryptoFunctions['d2i_X509_NAME'] = lazily('d2i_X509_NAME');
export const DH_bits: CryptoFunctions['DH_bits'] = lazily('DH_bits');
export const DH_check: CryptoFunctions['DH_check'] = lazily('DH_check');
export const DH_free: CryptoFunctions['DH_free'] = lazily('DH_free');
export const DH_get_2048_256: CryptoFunctions['DH_get_2048_256'] = lazily('DH_get_2048_256');
export const DH_size: CryptoFunctions['DH_size'] = lazily('DH_size');
export const DH_up_ref: CryptoFunctions['DH_up_ref'] = lazily('DH_up_ref');
export const EC_KEY_free: CryptoFunctions['EC_KEY_free'] = lazily('EC_KEY_free');
export const EC_KEY_new_by_curve_name: CryptoFunctions['EC_KEY_new_by_curve_name'] = lazily('EC_KEY_new_by_curve_name');
export const ERR_add_error_txt: CryptoFunctions['ERR_add_error_txt'] = lazily('ERR_add_error_txt');
export const ERR_clear_error: CryptoFunctions['ERR_clear_error'] = lazily('ERR_clear_error');
export const ERR_clear_last_mark: CryptoFunctions['ERR_clear_last_mark'] = lazily('ERR_clear_last_mark');
export const ERR_count_to_mark: CryptoFunctions['ERR_count_to_mark'] = lazily('ERR_count_to_mark');
export const ERR_error_string_n: CryptoFunctions['ERR_error_string_n'] = lazily('ERR_error_string_n');
export const ERR_func_error_string: CryptoFunctions['ERR_func_error_string'] = lazily('ERR_func_error_string');
export const ERR_get_error: CryptoFunctions['ERR_get_error'] = lazily('ERR_get_error');
export const ERR_get_error_all: CryptoFunctions['ERR_get_error_all'] = lazily('ERR_get_error_all');
export const ERR_get_error_line: CryptoFunctions['ERR_get_error_line'] = lazily('ERR_get_error_line');
export const ERR_get_error_line_data: CryptoFunctions['ERR_get_error_line_data'] = lazily('ERR_get_error_line_data');
export const ERR_get_next_error_library: CryptoFunctions['ERR_get_next_error_library'] = lazily('ERR_get_next_error_library');
export const ERR_lib_error_string: CryptoFunctions['ERR_lib_error_string'] = lazily('ERR_lib_error_string');
export const ERR_load_BIO_strings: CryptoFunctions['ERR_load_BIO_strings'] = lazily('ERR_load_BIO_strings');
export const ERR_load_CRYPTO_strings: CryptoFunctions['ERR_load_CRYPTO_strings'] = lazily('ERR_load_CRYPTO_strings');
export const ERR_load_SSL_strings: CryptoFunctions['ERR_load_SSL_strings'] = lazily('ERR_load_SSL_strings');
export const ERR_new: CryptoFunctions['ERR_new'] = lazily('ERR_new');
export const ERR_peek_error: CryptoFunctions['ERR_peek_error'] = lazily('ERR_peek_error');
export const ERR_peek_error_all: CryptoFunctions['ERR_peek_error_all'] = lazily('ERR_peek_error_all');
export const ERR_peek_error_data: CryptoFunctions['ERR_peek_error_data'] = lazily('ERR_peek_error_data');
export const ERR_peek_error_func: CryptoFunctions['ERR_peek_error_func'] = lazily('ERR_peek_error_func');
export const ERR_peek_error_line: CryptoFunctions['ERR_peek_error_line'] = lazily('ERR_peek_error_line');
export const ERR_peek_error_line_data: CryptoFunctions['ERR_peek_error_line_data'] = lazily('ERR_peek_error_line_data');
export const ERR_peek_last_error: CryptoFunctions['ERR_peek_last_error'] = lazily('ERR_peek_last_error');
export const ERR_peek_last_error_all: CryptoFunctions['ERR_peek_last_error_all'] = lazily('ERR_peek_last_error_all');
export const ERR_peek_last_error_data: CryptoFunctions['ERR_peek_last_error_data'] = lazily('ERR_peek_last_error_data');
export const ERR_peek_last_error_func: CryptoFunctions['ERR_peek_last_error_func'] = lazily('ERR_peek_last_error_func');
export const ERR_peek_last_error_line: CryptoFunctions['ERR_peek_last_error_line'] = lazily('ERR_peek_last_error_line');
export const ERR_peek_last_error_line_data: CryptoFunctions['ERR_peek_last_error_line_data'] = lazily('ERR_peek_last_error_line_data');
export const ERR_pop: CryptoFunctions['ERR_pop'] = lazily('ERR_pop');
export const ERR_pop_to_mark: CryptoFunctions['ERR_pop_to_mark'] = lazily('ERR_pop_to_mark');
export const ERR_print_errors: CryptoFunctions['ERR_print_errors'] = lazily('ERR_print_errors');
export const ERR_print_errors_fp: CryptoFunctions['ERR_print_errors_fp'] = lazily('ERR_print_errors_fp');
export const ERR_reason_error_string: CryptoFunctions['ERR_reason_error_string'] = lazily('ERR_reason_error_string');
export const ERR_remove_state: CryptoFunctions['ERR_remove_state'] = lazily('ERR_remove_state');
export const ERR_set_debug: CryptoFunctions['ERR_set_debug'] = lazily('ERR_set_debug');
export const ERR_set_mark: CryptoFunctions['ERR_set_mark'] = lazily('ERR_set_mark');
export const EVP_aes_128_cbc: CryptoFunctions['EVP_aes_128_cbc'] = lazily('EVP_aes_128_cbc');
export const EVP_aes_128_gcm: CryptoFunctions['EVP_aes_128_gcm'] = lazily('EVP_aes_128_gcm');
export const EVP_aes_256_cbc: CryptoFunctions['EVP_aes_256_cbc'] = lazily('EVP_aes_256_cbc');
export const EVP_aes_256_gcm: CryptoFunctions['EVP_aes_256_gcm'] = lazily('EVP_aes_256_gcm');
export const EVP_CIPHER_CTX_free: CryptoFunctions['EVP_CIPHER_CTX_free'] = lazily('EVP_CIPHER_CTX_free');
export const EVP_CIPHER_CTX_new: CryptoFunctions['EVP_CIPHER_CTX_new'] = lazily('EVP_CIPHER_CTX_new');
export const EVP_CIPHER_get0_name: CryptoFunctions['EVP_CIPHER_get0_name'] = lazily('EVP_CIPHER_get0_name');
export const EVP_CIPHER_get_block_size: CryptoFunctions['EVP_CIPHER_get_block_size'] = lazily('EVP_CIPHER_get_block_size');
export const EVP_CIPHER_get_iv_length: CryptoFunctions['EVP_CIPHER_get_iv_length'] = lazily('EVP_CIPHER_get_iv_length');
export const EVP_CIPHER_get_key_length: CryptoFunctions['EVP_CIPHER_get_key_length'] = lazily('EVP_CIPHER_get_key_length');
export const EVP_CIPHER_get_nid: CryptoFunctions['EVP_CIPHER_get_nid'] = lazily('EVP_CIPHER_get_nid');
export const EVP_default_properties_enable_fips: CryptoFunctions['EVP_default_properties_enable_fips'] = lazily('EVP_default_properties_enable_fips');
export const EVP_default_properties_is_fips_enabled: CryptoFunctions['EVP_default_properties_is_fips_enabled'] = lazily('EVP_default_properties_is_fips_enabled');
export const EVP_get_cipherbyname: CryptoFunctions['EVP_get_cipherbyname'] = lazily('EVP_get_cipherbyname');
export const EVP_get_digestbyname: CryptoFunctions['EVP_get_digestbyname'] = lazily('EVP_get_digestbyname');
export const EVP_md5: CryptoFunctions['EVP_md5'] = lazily('EVP_md5');
export const EVP_MD_get0_name: CryptoFunctions['EVP_MD_get0_name'] = lazily('EVP_MD_get0_name');
export const EVP_MD_get_size: CryptoFunctions['EVP_MD_get_size'] = lazily('EVP_MD_get_size');
export const EVP_MD_get_type: CryptoFunctions['EVP_MD_get_type'] = lazily('EVP_MD_get_type');
export const EVP_md_null: CryptoFunctions['EVP_md_null'] = lazily('EVP_md_null');
export const EVP_MD_size: CryptoFunctions['EVP_MD_size'] = lazily('EVP_MD_size');
export const EVP_MD_type: CryptoFunctions['EVP_MD_type'] = lazily('EVP_MD_type');
export const EVP_PKEY_base_id: CryptoFunctions['EVP_PKEY_base_id'] = lazily('EVP_PKEY_base_id');
export const EVP_PKEY_bits: CryptoFunctions['EVP_PKEY_bits'] = lazily('EVP_PKEY_bits');
export const EVP_PKEY_can_sign: CryptoFunctions['EVP_PKEY_can_sign'] = lazily('EVP_PKEY_can_sign');
export const EVP_PKEY_cmp: CryptoFunctions['EVP_PKEY_cmp'] = lazily('EVP_PKEY_cmp');
export const EVP_PKEY_copy_parameters: CryptoFunctions['EVP_PKEY_copy_parameters'] = lazily('EVP_PKEY_copy_parameters');
export const EVP_PKEY_eq: CryptoFunctions['EVP_PKEY_eq'] = lazily('EVP_PKEY_eq');
export const EVP_PKEY_free: CryptoFunctions['EVP_PKEY_free'] = lazily('EVP_PKEY_free');
export const EVP_PKEY_get0_description: CryptoFunctions['EVP_PKEY_get0_description'] = lazily('EVP_PKEY_get0_description');
export const EVP_PKEY_get0_type_name: CryptoFunctions['EVP_PKEY_get0_type_name'] = lazily('EVP_PKEY_get0_type_name');
export const EVP_PKEY_get_base_id: CryptoFunctions['EVP_PKEY_get_base_id'] = lazily('EVP_PKEY_get_base_id');
export const EVP_PKEY_get_bits: CryptoFunctions['EVP_PKEY_get_bits'] = lazily('EVP_PKEY_get_bits');
export const EVP_PKEY_get_group_name: CryptoFunctions['EVP_PKEY_get_group_name'] = lazily('EVP_PKEY_get_group_name');
export const EVP_PKEY_get_id: CryptoFunctions['EVP_PKEY_get_id'] = lazily('EVP_PKEY_get_id');
export const EVP_PKEY_get_security_bits: CryptoFunctions['EVP_PKEY_get_security_bits'] = lazily('EVP_PKEY_get_security_bits');
export const EVP_PKEY_get_size: CryptoFunctions['EVP_PKEY_get_size'] = lazily('EVP_PKEY_get_size');
export const EVP_PKEY_id: CryptoFunctions['EVP_PKEY_id'] = lazily('EVP_PKEY_id');
export const EVP_PKEY_is_a: CryptoFunctions['EVP_PKEY_is_a'] = lazily('EVP_PKEY_is_a');
export const EVP_PKEY_missing_parameters: CryptoFunctions['EVP_PKEY_missing_parameters'] = lazily('EVP_PKEY_missing_parameters');
export const EVP_PKEY_new: CryptoFunctions['EVP_PKEY_new'] = lazily('EVP_PKEY_new');
export const EVP_PKEY_security_bits: CryptoFunctions['EVP_PKEY_security_bits'] = lazily('EVP_PKEY_security_bits');
export const EVP_PKEY_size: CryptoFunctions['EVP_PKEY_size'] = lazily('EVP_PKEY_size');
export const EVP_PKEY_type: CryptoFunctions['EVP_PKEY_type'] = lazily('EVP_PKEY_type');
export const EVP_PKEY_up_ref: CryptoFunctions['EVP_PKEY_up_ref'] = lazily('EVP_PKEY_up_ref');
export const EVP_set_default_properties: CryptoFunctions['EVP_set_default_properties'] = lazily('EVP_set_default_properties');
export const EVP_sha1: CryptoFunctions['EVP_sha1'] = lazily('EVP_sha1');
export const EVP_sha224: CryptoFunctions['EVP_sha224'] = lazily('EVP_sha224');
export const EVP_sha256: CryptoFunctions['EVP_sha256'] = lazily('EVP_sha256');
export const EVP_sha384: CryptoFunctions['EVP_sha384'] = lazily('EVP_sha384');
export const EVP_sha512: CryptoFunctions['EVP_sha512'] = lazily('EVP_sha512');
export const HMAC_Init_ex: CryptoFunctions['HMAC_Init_ex'] = lazily('HMAC_Init_ex');
export const i2a_ASN1_INTEGER: CryptoFunctions['i2a_ASN1_INTEGER'] = lazily('i2a_ASN1_INTEGER');
export const i2a_ASN1_OBJECT: CryptoFunctions['i2a_ASN1_OBJECT'] = lazily('i2a_ASN1_OBJECT');
export const i2a_ASN1_STRING: CryptoFunctions['i2a_ASN1_STRING'] = lazily('i2a_ASN1_STRING');
export const i2d_ASN1_INTEGER: CryptoFunctions['i2d_ASN1_INTEGER'] = lazily('i2d_ASN1_INTEGER');
export const i2d_PKCS12: CryptoFunctions['i2d_PKCS12'] = lazily('i2d_PKCS12');
export const i2d_PKCS12_bio: CryptoFunctions['i2d_PKCS12_bio'] = lazily('i2d_PKCS12_bio');
export const i2d_PrivateKey: CryptoFunctions['i2d_PrivateKey'] = lazily('i2d_PrivateKey');
export const i2d_PrivateKey_bio: CryptoFunctions['i2d_PrivateKey_bio'] = lazily('i2d_PrivateKey_bio');
export const i2d_PUBKEY: CryptoFunctions['i2d_PUBKEY'] = lazily('i2d_PUBKEY');
export const i2d_PUBKEY_bio: CryptoFunctions['i2d_PUBKEY_bio'] = lazily('i2d_PUBKEY_bio');
export const i2d_PublicKey: CryptoFunctions['i2d_PublicKey'] = lazily('i2d_PublicKey');
export const i2d_re_X509_tbs: CryptoFunctions['i2d_re_X509_tbs'] = lazily('i2d_re_X509_tbs');
export const i2d_SSL_SESSION: CryptoFunctions['i2d_SSL_SESSION'] = lazily('i2d_SSL_SESSION');
export const i2d_X509: CryptoFunctions['i2d_X509'] = lazily('i2d_X509');
export const i2d_X509_bio: CryptoFunctions['i2d_X509_bio'] = lazily('i2d_X509_bio');
export const i2d_X509_CRL: CryptoFunctions['i2d_X509_CRL'] = lazily('i2d_X509_CRL');
export const i2d_X509_CRL_bio: CryptoFunctions['i2d_X509_CRL_bio'] = lazily('i2d_X509_CRL_bio');
export const i2d_X509_NAME: CryptoFunctions['i2d_X509_NAME'] = lazily('i2d_X509_NAME');
export const i2d_X509_PUBKEY: CryptoFunctions['i2d_X509_PUBKEY'] = lazily('i2d_X509_PUBKEY');
export const NCONF_dump_bio: CryptoFunctions['NCONF_dump_bio'] = lazily('NCONF_dump_bio');
export const NCONF_free: CryptoFunctions['NCONF_free'] = lazily('NCONF_free');
export const NCONF_get_number_e: CryptoFunctions['NCONF_get_number_e'] = lazily('NCONF_get_number_e');
export const NCONF_get_string: CryptoFunctions['NCONF_get_string'] = lazily('NCONF_get_string');
export const NCONF_load: CryptoFunctions['NCONF_load'] = lazily('NCONF_load');
export const NCONF_load_bio: CryptoFunctions['NCONF_load_bio'] = lazily('NCONF_load_bio');
export const NCONF_new: CryptoFunctions['NCONF_new'] = lazily('NCONF_new');
export const OBJ_cmp: CryptoFunctions['OBJ_cmp'] = lazily('OBJ_cmp');
export const OBJ_create: CryptoFunctions['OBJ_create'] = lazily('OBJ_create');
export const OBJ_dup: CryptoFunctions['OBJ_dup'] = lazily('OBJ_dup');
export const OBJ_find_sigid_algs: CryptoFunctions['OBJ_find_sigid_algs'] = lazily('OBJ_find_sigid_algs');
export const OBJ_length: CryptoFunctions['OBJ_length'] = lazily('OBJ_length');
export const OBJ_ln2nid: CryptoFunctions['OBJ_ln2nid'] = lazily('OBJ_ln2nid');
export const OBJ_nid2ln: CryptoFunctions['OBJ_nid2ln'] = lazily('OBJ_nid2ln');
export const OBJ_nid2obj: CryptoFunctions['OBJ_nid2obj'] = lazily('OBJ_nid2obj');
export const OBJ_nid2sn: CryptoFunctions['OBJ_nid2sn'] = lazily('OBJ_nid2sn');
export const OBJ_obj2nid: CryptoFunctions['OBJ_obj2nid'] = lazily('OBJ_obj2nid');
export const OBJ_obj2txt: CryptoFunctions['OBJ_obj2txt'] = lazily('OBJ_obj2txt');
export const OBJ_sn2nid: CryptoFunctions['OBJ_sn2nid'] = lazily('OBJ_sn2nid');
export const OBJ_txt2nid: CryptoFunctions['OBJ_txt2nid'] = lazily('OBJ_txt2nid');
export const OBJ_txt2obj: CryptoFunctions['OBJ_txt2obj'] = lazily('OBJ_txt2obj');
export const OPENSSL_config: CryptoFunctions['OPENSSL_config'] = lazily('OPENSSL_config');
export const OPENSSL_info: CryptoFunctions['OPENSSL_info'] = lazily('OPENSSL_info');
export const OPENSSL_init_crypto: CryptoFunctions['OPENSSL_init_crypto'] = lazily('OPENSSL_init_crypto');
export const OPENSSL_load_builtin_modules: CryptoFunctions['OPENSSL_load_builtin_modules'] = lazily('OPENSSL_load_builtin_modules');
export const OpenSSL_version: CryptoFunctions['OpenSSL_version'] = lazily('OpenSSL_version');
export const OPENSSL_version_build_metadata: CryptoFunctions['OPENSSL_version_build_metadata'] = lazily('OPENSSL_version_build_metadata');
export const OPENSSL_version_major: CryptoFunctions['OPENSSL_version_major'] = lazily('OPENSSL_version_major');
export const OPENSSL_version_minor: CryptoFunctions['OPENSSL_version_minor'] = lazily('OPENSSL_version_minor');
export const OpenSSL_version_num: CryptoFunctions['OpenSSL_version_num'] = lazily('OpenSSL_version_num');
export const OPENSSL_version_patch: CryptoFunctions['OPENSSL_version_patch'] = lazily('OPENSSL_version_patch');
export const OPENSSL_version_pre_release: CryptoFunctions['OPENSSL_version_pre_release'] = lazily('OPENSSL_version_pre_release');
export const OSSL_LIB_CTX_free: CryptoFunctions['OSSL_LIB_CTX_free'] = lazily('OSSL_LIB_CTX_free');
export const OSSL_LIB_CTX_new: CryptoFunctions['OSSL_LIB_CTX_new'] = lazily('OSSL_LIB_CTX_new');
export const OSSL_PROVIDER_available: CryptoFunctions['OSSL_PROVIDER_available'] = lazily('OSSL_PROVIDER_available');
export const OSSL_PROVIDER_get0_name: CryptoFunctions['OSSL_PROVIDER_get0_name'] = lazily('OSSL_PROVIDER_get0_name');
export const OSSL_PROVIDER_self_test: CryptoFunctions['OSSL_PROVIDER_self_test'] = lazily('OSSL_PROVIDER_self_test');
export const OSSL_PROVIDER_unload: CryptoFunctions['OSSL_PROVIDER_unload'] = lazily('OSSL_PROVIDER_unload');
export const PEM_read_bio_DHparams: CryptoFunctions['PEM_read_bio_DHparams'] = lazily('PEM_read_bio_DHparams');
export const PEM_read_bio_Parameters: CryptoFunctions['PEM_read_bio_Parameters'] = lazily('PEM_read_bio_Parameters');
export const PEM_read_bio_PrivateKey: CryptoFunctions['PEM_read_bio_PrivateKey'] = lazily('PEM_read_bio_PrivateKey');
export const PEM_read_bio_PUBKEY: CryptoFunctions['PEM_read_bio_PUBKEY'] = lazily('PEM_read_bio_PUBKEY');
export const PEM_read_bio_SSL_SESSION: CryptoFunctions['PEM_read_bio_SSL_SESSION'] = lazily('PEM_read_bio_SSL_SESSION');
export const PEM_read_bio_X509: CryptoFunctions['PEM_read_bio_X509'] = lazily('PEM_read_bio_X509');
export const PEM_read_bio_X509_AUX: CryptoFunctions['PEM_read_bio_X509_AUX'] = lazily('PEM_read_bio_X509_AUX');
export const PEM_read_bio_X509_CRL: CryptoFunctions['PEM_read_bio_X509_CRL'] = lazily('PEM_read_bio_X509_CRL');
export const PEM_read_DHparams: CryptoFunctions['PEM_read_DHparams'] = lazily('PEM_read_DHparams');
export const PEM_read_PrivateKey: CryptoFunctions['PEM_read_PrivateKey'] = lazily('PEM_read_PrivateKey');
export const PEM_read_PUBKEY: CryptoFunctions['PEM_read_PUBKEY'] = lazily('PEM_read_PUBKEY');
export const PEM_read_SSL_SESSION: CryptoFunctions['PEM_read_SSL_SESSION'] = lazily('PEM_read_SSL_SESSION');
export const PEM_read_X509: CryptoFunctions['PEM_read_X509'] = lazily('PEM_read_X509');
export const PEM_read_X509_CRL: CryptoFunctions['PEM_read_X509_CRL'] = lazily('PEM_read_X509_CRL');
export const PEM_write_bio_DHparams: CryptoFunctions['PEM_write_bio_DHparams'] = lazily('PEM_write_bio_DHparams');
export const PEM_write_bio_Parameters: CryptoFunctions['PEM_write_bio_Parameters'] = lazily('PEM_write_bio_Parameters');
export const PEM_write_bio_PKCS8PrivateKey: CryptoFunctions['PEM_write_bio_PKCS8PrivateKey'] = lazily('PEM_write_bio_PKCS8PrivateKey');
export const PEM_write_bio_PrivateKey: CryptoFunctions['PEM_write_bio_PrivateKey'] = lazily('PEM_write_bio_PrivateKey');
export const PEM_write_bio_PUBKEY: CryptoFunctions['PEM_write_bio_PUBKEY'] = lazily('PEM_write_bio_PUBKEY');
export const PEM_write_bio_SSL_SESSION: CryptoFunctions['PEM_write_bio_SSL_SESSION'] = lazily('PEM_write_bio_SSL_SESSION');
export const PEM_write_bio_X509: CryptoFunctions['PEM_write_bio_X509'] = lazily('PEM_write_bio_X509');
export const PEM_write_bio_X509_AUX: CryptoFunctions['PEM_write_bio_X509_AUX'] = lazily('PEM_write_bio_X509_AUX');
export const PEM_write_bio_X509_CRL: CryptoFunctions['PEM_write_bio_X509_CRL'] = lazily('PEM_write_bio_X509_CRL');
export const PEM_write_PrivateKey: CryptoFunctions['PEM_write_PrivateKey'] = lazily('PEM_write_PrivateKey');
export const PEM_write_SSL_SESSION: CryptoFunctions['PEM_write_SSL_SESSION'] = lazily('PEM_write_SSL_SESSION');
export const PEM_write_X509: CryptoFunctions['PEM_write_X509'] = lazily('PEM_write_X509');
export const PKCS12_create: CryptoFunctions['PKCS12_create'] = lazily('PKCS12_create');
export const PKCS12_free: CryptoFunctions['PKCS12_free'] = lazily('PKCS12_free');
export const PKCS12_mac_present: CryptoFunctions['PKCS12_mac_present'] = lazily('PKCS12_mac_present');
export const PKCS12_new: CryptoFunctions['PKCS12_new'] = lazily('PKCS12_new');
export const PKCS12_newpass: CryptoFunctions['PKCS12_newpass'] = lazily('PKCS12_newpass');
export const PKCS12_verify_mac: CryptoFunctions['PKCS12_verify_mac'] = lazily('PKCS12_verify_mac');
export const RAND_bytes: CryptoFunctions['RAND_bytes'] = lazily('RAND_bytes');
export const RAND_file_name: CryptoFunctions['RAND_file_name'] = lazily('RAND_file_name');
export const RAND_load_file: CryptoFunctions['RAND_load_file'] = lazily('RAND_load_file');
export const RAND_poll: CryptoFunctions['RAND_poll'] = lazily('RAND_poll');
export const RAND_priv_bytes: CryptoFunctions['RAND_priv_bytes'] = lazily('RAND_priv_bytes');
export const RAND_seed: CryptoFunctions['RAND_seed'] = lazily('RAND_seed');
export const RAND_status: CryptoFunctions['RAND_status'] = lazily('RAND_status');
export const RAND_write_file: CryptoFunctions['RAND_write_file'] = lazily('RAND_write_file');
export const RSA_free: CryptoFunctions['RSA_free'] = lazily('RSA_free');
export const RSA_up_ref: CryptoFunctions['RSA_up_ref'] = lazily('RSA_up_ref');
export const ASN1_STRING_data: CryptoFunctions['ASN1_STRING_data'] = lazily('ASN1_STRING_data');
export const ASN1_STRING_get0_data: CryptoFunctions['ASN1_STRING_get0_data'] = lazily('ASN1_STRING_get0_data');
export const ASN1_STRING_to_UTF8: CryptoFunctions['ASN1_STRING_to_UTF8'] = lazily('ASN1_STRING_to_UTF8');
export const ASN1_TIME_set: CryptoFunctions['ASN1_TIME_set'] = lazily('ASN1_TIME_set');
export const ASN1_TIME_to_tm: CryptoFunctions['ASN1_TIME_to_tm'] = lazily('ASN1_TIME_to_tm');
export const c_errno: CryptoFunctions['c_errno'] = lazily('c_errno');
export const ERR_error_string: CryptoFunctions['ERR_error_string'] = lazily('ERR_error_string');
export const ERR_free_strings: CryptoFunctions['ERR_free_strings'] = lazily('ERR_free_strings');
export const ERR_GET_LIB: CryptoFunctions['ERR_GET_LIB'] = lazily('ERR_GET_LIB');
export const ERR_GET_REASON: CryptoFunctions['ERR_GET_REASON'] = lazily('ERR_GET_REASON');
export const ERR_load_crypto_strings: CryptoFunctions['ERR_load_crypto_strings'] = lazily('ERR_load_crypto_strings');
export const ERR_print_errors_cb: CryptoFunctions['ERR_print_errors_cb'] = lazily('ERR_print_errors_cb');
export const ERR_remove_thread_state: CryptoFunctions['ERR_remove_thread_state'] = lazily('ERR_remove_thread_state');
export const EVP_DecryptInit_ex: CryptoFunctions['EVP_DecryptInit_ex'] = lazily('EVP_DecryptInit_ex');
export const EVP_EC_gen: CryptoFunctions['EVP_EC_gen'] = lazily('EVP_EC_gen');
export const EVP_EncryptInit_ex: CryptoFunctions['EVP_EncryptInit_ex'] = lazily('EVP_EncryptInit_ex');
export const EVP_MAC_CTX_set_params: CryptoFunctions['EVP_MAC_CTX_set_params'] = lazily('EVP_MAC_CTX_set_params');
export const EVP_MAC_init: CryptoFunctions['EVP_MAC_init'] = lazily('EVP_MAC_init');
export const EVP_RSA_gen: CryptoFunctions['EVP_RSA_gen'] = lazily('EVP_RSA_gen');
export const fclose: CryptoFunctions['fclose'] = lazily('fclose');
export const fflush: CryptoFunctions['fflush'] = lazily('fflush');
export const fopen: CryptoFunctions['fopen'] = lazily('fopen');
export const NCONF_get_section: CryptoFunctions['NCONF_get_section'] = lazily('NCONF_get_section');
export const OpenSSL_add_all_algorithms: CryptoFunctions['OpenSSL_add_all_algorithms'] = lazily('OpenSSL_add_all_algorithms');
export const OpenSSL_add_all_ciphers: CryptoFunctions['OpenSSL_add_all_ciphers'] = lazily('OpenSSL_add_all_ciphers');
export const OpenSSL_add_all_digests: CryptoFunctions['OpenSSL_add_all_digests'] = lazily('OpenSSL_add_all_digests');
export const OpenSSL_add_ssl_algorithms: CryptoFunctions['OpenSSL_add_ssl_algorithms'] = lazily('OpenSSL_add_ssl_algorithms');
export const OPENSSL_free: CryptoFunctions['OPENSSL_free'] = lazily('OPENSSL_free');
export const OSSL_LIB_CTX_load_config: CryptoFunctions['OSSL_LIB_CTX_load_config'] = lazily('OSSL_LIB_CTX_load_config');
export const OSSL_PARAM_construct_end: CryptoFunctions['OSSL_PARAM_construct_end'] = lazily('OSSL_PARAM_construct_end');
export const OSSL_PARAM_construct_int: CryptoFunctions['OSSL_PARAM_construct_int'] = lazily('OSSL_PARAM_construct_int');
export const OSSL_PARAM_construct_octet_string: CryptoFunctions['OSSL_PARAM_construct_octet_string'] = lazily('OSSL_PARAM_construct_octet_string');
export const OSSL_PARAM_construct_uint: CryptoFunctions['OSSL_PARAM_construct_uint'] = lazily('OSSL_PARAM_construct_uint');
export const OSSL_PARAM_construct_utf8_string: CryptoFunctions['OSSL_PARAM_construct_utf8_string'] = lazily('OSSL_PARAM_construct_utf8_string');
export const OSSL_PROVIDER_load: CryptoFunctions['OSSL_PROVIDER_load'] = lazily('OSSL_PROVIDER_load');
export const OSSL_PROVIDER_set_default_search_path: CryptoFunctions['OSSL_PROVIDER_set_default_search_path'] = lazily('OSSL_PROVIDER_set_default_search_path');
export const OSSL_PROVIDER_try_load: CryptoFunctions['OSSL_PROVIDER_try_load'] = lazily('OSSL_PROVIDER_try_load');
export const PEM_read_bio: CryptoFunctions['PEM_read_bio'] = lazily('PEM_read_bio');
export const PKCS12_parse: CryptoFunctions['PKCS12_parse'] = lazily('PKCS12_parse');
export const poll: CryptoFunctions['poll'] = lazily('poll');
export const strerror: CryptoFunctions['strerror'] = lazily('strerror');
