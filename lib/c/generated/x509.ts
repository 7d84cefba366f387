// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** X.509. */
export interface X509Functions {
  /**
   * `Owned<ASN1_OCTET_STRING> (Text ipasc)`, a2i_IPADDRESS(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  a2i_IPADDRESS: (ipasc: string) => k.ASN1_OCTET_STRING | null;
  /**
   * `Int (Ref<GENERAL_NAME> a, Ref<GENERAL_NAME> b)`, GENERAL_NAME_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  GENERAL_NAME_cmp: (a: k.GENERAL_NAME, b: k.GENERAL_NAME) => number;
  /**
   * `Owned<GENERAL_NAME> (Ref<GENERAL_NAME> a)`, GENERAL_NAME_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  GENERAL_NAME_dup: (a: k.GENERAL_NAME) => k.GENERAL_NAME | null;
  /**
   * `Void (Free<GENERAL_NAME> a)`, GENERAL_NAME_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  GENERAL_NAME_free: (a: k.GENERAL_NAME | null) => void;
  /**
   * `Owned<GENERAL_NAME> (void)`, GENERAL_NAME_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  GENERAL_NAME_new: () => k.GENERAL_NAME | null;
  /**
   * `Int (Ref<BIO> out, Ref<GENERAL_NAME> gen)`, GENERAL_NAME_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  GENERAL_NAME_print: (out: k.BIO, gen: k.GENERAL_NAME) => number;
  /**
   * `Int (Ref<X509> x, Ref<X509_EXTENSION> ex, Int loc)`, X509_add_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_add_ext: (x: k.X509, ex: k.X509_EXTENSION, loc: number) => number;
  /**
   * `View (Ref<X509> x, OutOrNull<Int> len)`, X509_alias_get0(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_alias_get0: (x: k.X509, len: k.Out<number> | null) => Uint8Array | null;
  /**
   * `Int (Ref<X509> x, InBytes name, Int len)`, X509_alias_set1(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_alias_set1: (x: k.X509, name: k.InBytes, len: number) => number;
  /**
   * `StackOwned<X509> (StackRef<X509> chain)`, X509_chain_up_ref(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_chain_up_ref: (chain: readonly k.X509[]) => k.X509[] | null;
  /**
   * `Int (Ref<X509> x)`, X509_check_ca(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_ca: (x: k.X509) => number;
  /**
   * `Int (Ref<X509> x, InBytes chk, Size chklen, UInt flags)`, X509_check_email(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_email: (x: k.X509, chk: k.InBytes, chklen: k.CLong, flags: number) => number;
  /**
   * `Int (Ref<X509> x, InBytes chk, Size chklen, UInt flags)`, X509_check_ip(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_ip: (x: k.X509, chk: k.InBytes, chklen: k.CLong, flags: number) => number;
  /**
   * `Int (Ref<X509> x, Text ipasc, UInt flags)`, X509_check_ip_asc(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_ip_asc: (x: k.X509, ipasc: string, flags: number) => number;
  /**
   * `Int (Ref<X509> issuer, Ref<X509> subject)`, X509_check_issued(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_issued: (issuer: k.X509, subject: k.X509) => number;
  /**
   * `Int (Ref<X509> cert, Ref<EVP_PKEY> pkey)`, X509_check_private_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_private_key: (cert: k.X509, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<X509> x, Int id, Int ca)`, X509_check_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_purpose: (x: k.X509, id: number, ca: number) => number;
  /**
   * `Int (Ref<X509> x, Int id, Int flags)`, X509_check_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_trust: (x: k.X509, id: number, flags: number) => number;
  /**
   * `Int (Ref<X509> a, Ref<X509> b)`, X509_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_cmp: (a: k.X509, b: k.X509) => number;
  /**
   * `Int (Ref<ASN1_TIME> s)`, X509_cmp_current_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_cmp_current_time: (s: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> vpm, Ref<ASN1_TIME> start, Ref<ASN1_TIME> end)`, X509_cmp_timeframe(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_cmp_timeframe: (vpm: k.X509_VERIFY_PARAM, start: k.ASN1_TIME, end: k.ASN1_TIME) => number;
  /**
   * `Owned<X509_CRL> (Ref<X509_CRL> a)`, X509_CRL_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_dup: (a: k.X509_CRL) => k.X509_CRL | null;
  /**
   * `Void (Free<X509_CRL> a)`, X509_CRL_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_CRL_free: (a: k.X509_CRL | null) => void;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509_CRL> crl)`, X509_CRL_get0_lastUpdate(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_get0_lastUpdate: (crl: k.X509_CRL) => k.ASN1_TIME | null;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509_CRL> crl)`, X509_CRL_get0_nextUpdate(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_get0_nextUpdate: (crl: k.X509_CRL) => k.ASN1_TIME | null;
  /**
   * `Borrowed<X509_NAME> (Ref<X509_CRL> crl)`, X509_CRL_get_issuer(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_get_issuer: (crl: k.X509_CRL) => k.X509_NAME | null;
  /**
   * `Long (Ref<X509_CRL> crl)`, X509_CRL_get_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_get_version: (crl: k.X509_CRL) => number;
  /**
   * `Owned<X509_CRL> (void)`, X509_CRL_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_CRL_new: () => k.X509_CRL | null;
  /**
   * `Int (Ref<X509_CRL> x, Ref<ASN1_TIME> tm)`, X509_CRL_set1_lastUpdate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_set1_lastUpdate: (x: k.X509_CRL, tm: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<X509_CRL> x, Ref<ASN1_TIME> tm)`, X509_CRL_set1_nextUpdate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_set1_nextUpdate: (x: k.X509_CRL, tm: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<X509_CRL> x, Ref<X509_NAME> name)`, X509_CRL_set_issuer_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_set_issuer_name: (x: k.X509_CRL, name: k.X509_NAME) => number;
  /**
   * `Int (Ref<X509_CRL> x, Long version)`, X509_CRL_set_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_set_version: (x: k.X509_CRL, version: k.CLong) => number;
  /**
   * `Int (Ref<X509_CRL> x, Ref<EVP_PKEY> pkey, RefOrNull<EVP_MD> md)`, X509_CRL_sign(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_sign: (x: k.X509_CRL, pkey: k.EVP_PKEY, md: k.EVP_MD | null) => number;
  /**
   * `Int (Ref<X509_CRL> crl)`, X509_CRL_sort(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_sort: (crl: k.X509_CRL) => number;
  /**
   * `Int (UpRef<X509_CRL> crl)`, X509_CRL_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_up_ref: (crl: k.X509_CRL) => number;
  /**
   * `Int (Ref<X509_CRL> a, Ref<EVP_PKEY> r)`, X509_CRL_verify(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_CRL_verify: (a: k.X509_CRL, r: k.EVP_PKEY) => number;
  /**
   * `Owned<X509_EXTENSION> (Ref<X509> x, Int loc)`, X509_delete_ext(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_delete_ext: (x: k.X509, loc: number) => k.X509_EXTENSION | null;
  /**
   * `Owned<X509> (Ref<X509> a)`, X509_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_dup: (a: k.X509) => k.X509 | null;
  /**
   * `Owned<X509_EXTENSION> (Ref<X509_EXTENSION> a)`, X509_EXTENSION_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_EXTENSION_dup: (a: k.X509_EXTENSION) => k.X509_EXTENSION | null;
  /**
   * `Void (Free<X509_EXTENSION> a)`, X509_EXTENSION_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_EXTENSION_free: (a: k.X509_EXTENSION | null) => void;
  /**
   * `Int (Ref<X509_EXTENSION> ex)`, X509_EXTENSION_get_critical(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_EXTENSION_get_critical: (ex: k.X509_EXTENSION) => number;
  /**
   * `Borrowed<ASN1_OCTET_STRING> (Ref<X509_EXTENSION> ne)`, X509_EXTENSION_get_data(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_EXTENSION_get_data: (ne: k.X509_EXTENSION) => k.ASN1_OCTET_STRING | null;
  /**
   * `Borrowed<ASN1_OBJECT> (Ref<X509_EXTENSION> ex)`, X509_EXTENSION_get_object(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_EXTENSION_get_object: (ex: k.X509_EXTENSION) => k.ASN1_OBJECT | null;
  /**
   * `Owned<X509_EXTENSION> (void)`, X509_EXTENSION_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_EXTENSION_new: () => k.X509_EXTENSION | null;
  /**
   * `Int (Ref<X509_EXTENSION> ex, Int crit)`, X509_EXTENSION_set_critical(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_EXTENSION_set_critical: (ex: k.X509_EXTENSION, crit: number) => number;
  /**
   * `Void (Free<X509> a)`, X509_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_free: (a: k.X509 | null) => void;
  /**
   * `Borrowed<ASN1_OCTET_STRING> (Ref<X509> x)`, X509_get0_authority_key_id(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_authority_key_id: (x: k.X509) => k.ASN1_OCTET_STRING | null;
  /**
   * `StackBorrowed<X509_EXTENSION> (Ref<X509> x)`, X509_get0_extensions(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_extensions: (x: k.X509) => k.X509_EXTENSION[] | null;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509> x)`, X509_get0_notAfter(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_notAfter: (x: k.X509) => k.ASN1_TIME | null;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509> x)`, X509_get0_notBefore(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_notBefore: (x: k.X509) => k.ASN1_TIME | null;
  /**
   * `Borrowed<EVP_PKEY> (Ref<X509> x)`, X509_get0_pubkey(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_pubkey: (x: k.X509) => k.EVP_PKEY | null;
  /**
   * `Borrowed<ASN1_BIT_STRING> (Ref<X509> x)`, X509_get0_pubkey_bitstr(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_pubkey_bitstr: (x: k.X509) => k.ASN1_BIT_STRING | null;
  /**
   * `Borrowed<ASN1_INTEGER> (Ref<X509> x)`, X509_get0_serialNumber(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_serialNumber: (x: k.X509) => k.ASN1_INTEGER | null;
  /**
   * `Borrowed<ASN1_OCTET_STRING> (Ref<X509> x)`, X509_get0_subject_key_id(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get0_subject_key_id: (x: k.X509) => k.ASN1_OCTET_STRING | null;
  /**
   * `Text (void)`, X509_get_default_cert_dir(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_get_default_cert_dir: () => string | null;
  /**
   * `Text (void)`, X509_get_default_cert_file(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_get_default_cert_file: () => string | null;
  /**
   * `Borrowed<X509_EXTENSION> (Ref<X509> x, Int loc)`, X509_get_ext(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext: (x: k.X509, loc: number) => k.X509_EXTENSION | null;
  /**
   * `Int (Ref<X509> x, Int crit, Int lastpos)`, X509_get_ext_by_critical(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext_by_critical: (x: k.X509, crit: number, lastpos: number) => number;
  /**
   * `Int (Ref<X509> x, Int nid, Int lastpos)`, X509_get_ext_by_NID(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext_by_NID: (x: k.X509, nid: number, lastpos: number) => number;
  /**
   * `Int (Ref<X509> x, Ref<ASN1_OBJECT> obj, Int lastpos)`, X509_get_ext_by_OBJ(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext_by_OBJ: (x: k.X509, obj: k.ASN1_OBJECT, lastpos: number) => number;
  /**
   * `Int (Ref<X509> x)`, X509_get_ext_count(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext_count: (x: k.X509) => number;
  /**
   * `UInt (Ref<X509> x)`, X509_get_extended_key_usage(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_extended_key_usage: (x: k.X509) => number;
  /**
   * `UInt (Ref<X509> x)`, X509_get_extension_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_extension_flags: (x: k.X509) => number;
  /**
   * `Borrowed<X509_NAME> (Ref<X509> a)`, X509_get_issuer_name(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_issuer_name: (a: k.X509) => k.X509_NAME | null;
  /**
   * `UInt (Ref<X509> x)`, X509_get_key_usage(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_key_usage: (x: k.X509) => number;
  /**
   * `Long (Ref<X509> x)`, X509_get_pathlen(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_pathlen: (x: k.X509) => number;
  /**
   * `Owned<EVP_PKEY> (Ref<X509> x)`, X509_get_pubkey(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_pubkey: (x: k.X509) => k.EVP_PKEY | null;
  /**
   * `Borrowed<ASN1_INTEGER> (Ref<X509> x)`, X509_get_serialNumber(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_serialNumber: (x: k.X509) => k.ASN1_INTEGER | null;
  /**
   * `Int (Ref<X509> x, OutOrNull<Int> mdnid, OutOrNull<Int> pknid, OutOrNull<Int> secbits, OutOrNull<UInt> flags)`, X509_get_signature_info(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_signature_info: (x: k.X509, mdnid: k.Out<number> | null, pknid: k.Out<number> | null, secbits: k.Out<number> | null, flags: k.Out<number> | null) => number;
  /**
   * `Int (Ref<X509> x)`, X509_get_signature_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_signature_nid: (x: k.X509) => number;
  /**
   * `Int (Ref<X509> x)`, X509_get_signature_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_signature_type: (x: k.X509) => number;
  /**
   * `Borrowed<X509_NAME> (Ref<X509> a)`, X509_get_subject_name(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_subject_name: (a: k.X509) => k.X509_NAME | null;
  /**
   * `Long (Ref<X509> x)`, X509_get_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_version: (x: k.X509) => number;
  /**
   * `Borrowed<X509_PUBKEY> (Ref<X509> x)`, X509_get_X509_PUBKEY(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_X509_PUBKEY: (x: k.X509) => k.X509_PUBKEY | null;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509> x)`, X509_getm_notAfter(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_getm_notAfter: (x: k.X509) => k.ASN1_TIME | null;
  /**
   * `Borrowed<ASN1_TIME> (Ref<X509> x)`, X509_getm_notBefore(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_getm_notBefore: (x: k.X509) => k.ASN1_TIME | null;
  /**
   * `Int (Ref<X509> a, Ref<X509> b)`, X509_issuer_and_serial_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_issuer_and_serial_cmp: (a: k.X509, b: k.X509) => number;
  /**
   * `Int (Ref<X509> a, Ref<X509> b)`, X509_issuer_name_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_issuer_name_cmp: (a: k.X509, b: k.X509) => number;
  /**
   * `ULong (Ref<X509> a)`, X509_issuer_name_hash(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_issuer_name_hash: (a: k.X509) => number;
  /**
   * `Int (Ref<X509_LOOKUP> ctx, Text file, Int type)`, X509_load_crl_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_load_crl_file: (ctx: k.X509_LOOKUP, file: string, type_: number) => number;
  /**
   * `Static<X509_LOOKUP_METHOD> (void)`, X509_LOOKUP_file(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_LOOKUP_file: () => k.X509_LOOKUP_METHOD | null;
  /**
   * `Static<X509_LOOKUP_METHOD> (void)`, X509_LOOKUP_hash_dir(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_LOOKUP_hash_dir: () => k.X509_LOOKUP_METHOD | null;
  /**
   * `Static<X509_LOOKUP_METHOD> (void)`, X509_LOOKUP_store(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_LOOKUP_store: () => k.X509_LOOKUP_METHOD | null;
  /**
   * `Int (Ref<X509_NAME> name, Ref<X509_NAME_ENTRY> ne, Int loc, Int set)`, X509_NAME_add_entry(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_add_entry: (name: k.X509_NAME, ne: k.X509_NAME_ENTRY, loc: number, set: number) => number;
  /**
   * `Int (Ref<X509_NAME> name, Int nid, Int type, InBytes bytes, Int len, Int loc, Int set)`, X509_NAME_add_entry_by_NID(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_add_entry_by_NID: (name: k.X509_NAME, nid: number, type_: number, bytes: k.InBytes, len: number, loc: number, set: number) => number;
  /**
   * `Int (Ref<X509_NAME> name, Text field, Int type, InBytes bytes, Int len, Int loc, Int set)`, X509_NAME_add_entry_by_txt(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_add_entry_by_txt: (name: k.X509_NAME, field: string, type_: number, bytes: k.InBytes, len: number, loc: number, set: number) => number;
  /**
   * `Int (Ref<X509_NAME> a, Ref<X509_NAME> b)`, X509_NAME_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_cmp: (a: k.X509_NAME, b: k.X509_NAME) => number;
  /**
   * `Owned<X509_NAME_ENTRY> (Ref<X509_NAME> name, Int loc)`, X509_NAME_delete_entry(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_delete_entry: (name: k.X509_NAME, loc: number) => k.X509_NAME_ENTRY | null;
  /**
   * `Owned<X509_NAME> (Ref<X509_NAME> a)`, X509_NAME_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_dup: (a: k.X509_NAME) => k.X509_NAME | null;
  /**
   * `Int (Ref<X509_NAME> name)`, X509_NAME_entry_count(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_entry_count: (name: k.X509_NAME) => number;
  /**
   * `Owned<X509_NAME_ENTRY> (Ref<X509_NAME_ENTRY> a)`, X509_NAME_ENTRY_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_ENTRY_dup: (a: k.X509_NAME_ENTRY) => k.X509_NAME_ENTRY | null;
  /**
   * `Void (Free<X509_NAME_ENTRY> a)`, X509_NAME_ENTRY_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_NAME_ENTRY_free: (a: k.X509_NAME_ENTRY | null) => void;
  /**
   * `Borrowed<ASN1_STRING> (Ref<X509_NAME_ENTRY> ne)`, X509_NAME_ENTRY_get_data(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_ENTRY_get_data: (ne: k.X509_NAME_ENTRY) => k.ASN1_STRING | null;
  /**
   * `Borrowed<ASN1_OBJECT> (Ref<X509_NAME_ENTRY> ne)`, X509_NAME_ENTRY_get_object(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_ENTRY_get_object: (ne: k.X509_NAME_ENTRY) => k.ASN1_OBJECT | null;
  /**
   * `Int (Ref<X509_NAME_ENTRY> ne)`, X509_NAME_ENTRY_set(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_ENTRY_set: (ne: k.X509_NAME_ENTRY) => number;
  /**
   * `Void (Free<X509_NAME> a)`, X509_NAME_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_NAME_free: (a: k.X509_NAME | null) => void;
  /**
   * `Borrowed<X509_NAME_ENTRY> (Ref<X509_NAME> name, Int loc)`, X509_NAME_get_entry(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_get_entry: (name: k.X509_NAME, loc: number) => k.X509_NAME_ENTRY | null;
  /**
   * `Int (Ref<X509_NAME> name, Int nid, Int lastpos)`, X509_NAME_get_index_by_NID(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_get_index_by_NID: (name: k.X509_NAME, nid: number, lastpos: number) => number;
  /**
   * `Int (Ref<X509_NAME> name, Ref<ASN1_OBJECT> obj, Int lastpos)`, X509_NAME_get_index_by_OBJ(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_get_index_by_OBJ: (name: k.X509_NAME, obj: k.ASN1_OBJECT, lastpos: number) => number;
  /**
   * `Int (Ref<X509_NAME> name, Int nid, OutBytes buf, Int len)`, X509_NAME_get_text_by_NID(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_get_text_by_NID: (name: k.X509_NAME, nid: number, buf: Uint8Array, len: number) => number;
  /**
   * `Int (Ref<X509_NAME> name, Ref<ASN1_OBJECT> obj, OutBytes buf, Int len)`, X509_NAME_get_text_by_OBJ(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_get_text_by_OBJ: (name: k.X509_NAME, obj: k.ASN1_OBJECT, buf: Uint8Array, len: number) => number;
  /**
   * `ULong (Ref<X509_NAME> x, RefOrNull<OSSL_LIB_CTX> libctx, Text propq, Out<Int> ok)`, X509_NAME_hash_ex(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_NAME_hash_ex: (x: k.X509_NAME, libctx: k.OSSL_LIB_CTX | null, propq: string, ok: k.Out<number>) => number;
  /**
   * `Owned<X509_NAME> (void)`, X509_NAME_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_NAME_new: () => k.X509_NAME | null;
  /**
   * `Int (Ref<BIO> bp, Ref<X509_NAME> name, Int obase)`, X509_NAME_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_print: (bp: k.BIO, name: k.X509_NAME, obase: number) => number;
  /**
   * `Int (Ref<BIO> out, Ref<X509_NAME> nm, Int indent, ULong flags)`, X509_NAME_print_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_print_ex: (out: k.BIO, nm: k.X509_NAME, indent: number, flags: k.CLong) => number;
  /**
   * `Int (Ref<FILE> fp, Ref<X509_NAME> nm, Int indent, ULong flags)`, X509_NAME_print_ex_fp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_print_ex_fp: (fp: k.FILE, nm: k.X509_NAME, indent: number, flags: k.CLong) => number;
  /**
   * `Owned<X509> (void)`, X509_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_new: () => k.X509 | null;
  /**
   * `Void (Free<X509_OBJECT> a)`, X509_OBJECT_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_OBJECT_free: (a: k.X509_OBJECT | null) => void;
  /**
   * `Borrowed<X509> (Ref<X509_OBJECT> a)`, X509_OBJECT_get0_X509(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_OBJECT_get0_X509: (a: k.X509_OBJECT) => k.X509 | null;
  /**
   * `Borrowed<X509_CRL> (Ref<X509_OBJECT> a)`, X509_OBJECT_get0_X509_CRL(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_OBJECT_get0_X509_CRL: (a: k.X509_OBJECT) => k.X509_CRL | null;
  /**
   * `Int (Ref<X509_OBJECT> a)`, X509_OBJECT_get_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_OBJECT_get_type: (a: k.X509_OBJECT) => number;
  /**
   * `Owned<X509_OBJECT> (void)`, X509_OBJECT_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_OBJECT_new: () => k.X509_OBJECT | null;
  /**
   * `Int (Ref<BIO> bp, Ref<X509> x)`, X509_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_print: (bp: k.BIO, x: k.X509) => number;
  /**
   * `Int (Ref<FILE> bp, Ref<X509> x)`, X509_print_fp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_print_fp: (bp: k.FILE, x: k.X509) => number;
  /**
   * `Int (Ref<X509> cert, Int verify_signature)`, X509_self_signed(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_self_signed: (cert: k.X509, verify_signature: number) => number;
  /**
   * `Int (Ref<X509> x, Ref<ASN1_TIME> tm)`, X509_set1_notAfter(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set1_notAfter: (x: k.X509, tm: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<X509> x, Ref<ASN1_TIME> tm)`, X509_set1_notBefore(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set1_notBefore: (x: k.X509, tm: k.ASN1_TIME) => number;
  /**
   * `Int (Ref<X509> x, Ref<X509_NAME> name)`, X509_set_issuer_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_issuer_name: (x: k.X509, name: k.X509_NAME) => number;
  /**
   * `Int (Ref<X509> x, Ref<EVP_PKEY> pkey)`, X509_set_pubkey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_pubkey: (x: k.X509, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<X509> x, Ref<ASN1_INTEGER> serial)`, X509_set_serialNumber(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_serialNumber: (x: k.X509, serial: k.ASN1_INTEGER) => number;
  /**
   * `Int (Ref<X509> x, Ref<X509_NAME> name)`, X509_set_subject_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_subject_name: (x: k.X509, name: k.X509_NAME) => number;
  /**
   * `Int (Ref<X509> x, Long version)`, X509_set_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_version: (x: k.X509, version: k.CLong) => number;
  /**
   * `Int (Ref<X509> x, Ref<EVP_PKEY> pkey, RefOrNull<EVP_MD> md)`, X509_sign(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_sign: (x: k.X509, pkey: k.EVP_PKEY, md: k.EVP_MD | null) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Ref<X509> x)`, X509_STORE_add_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_add_cert: (xs: k.X509_STORE, x: k.X509) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Ref<X509_CRL> x)`, X509_STORE_add_crl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_add_crl: (xs: k.X509_STORE, x: k.X509_CRL) => number;
  /**
   * `Borrowed<X509_LOOKUP> (Ref<X509_STORE> xs, Ref<X509_LOOKUP_METHOD> m)`, X509_STORE_add_lookup(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_add_lookup: (xs: k.X509_STORE, m: k.X509_LOOKUP_METHOD) => k.X509_LOOKUP | null;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_cleanup(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_cleanup: (ctx: k.X509_STORE_CTX) => void;
  /**
   * `Void (Free<X509_STORE_CTX> ctx)`, X509_STORE_CTX_free(3).
   * Gives one reference of `ctx` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_STORE_CTX_free: (ctx: k.X509_STORE_CTX | null) => void;
  /**
   * `Borrowed<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_cert(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_cert: (ctx: k.X509_STORE_CTX) => k.X509 | null;
  /**
   * `StackBorrowed<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_chain(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_chain: (ctx: k.X509_STORE_CTX) => k.X509[] | null;
  /**
   * `Borrowed<X509_CRL> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_current_crl(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_current_crl: (ctx: k.X509_STORE_CTX) => k.X509_CRL | null;
  /**
   * `Borrowed<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_current_issuer(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_current_issuer: (ctx: k.X509_STORE_CTX) => k.X509 | null;
  /**
   * `Borrowed<X509_VERIFY_PARAM> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_param(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_param: (ctx: k.X509_STORE_CTX) => k.X509_VERIFY_PARAM | null;
  /**
   * `Borrowed<X509_STORE_CTX> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_parent_ctx(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_parent_ctx: (ctx: k.X509_STORE_CTX) => k.X509_STORE_CTX | null;
  /**
   * `Borrowed<X509_STORE> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_store(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_store: (ctx: k.X509_STORE_CTX) => k.X509_STORE | null;
  /**
   * `StackBorrowed<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get0_untrusted(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get0_untrusted: (ctx: k.X509_STORE_CTX) => k.X509[] | null;
  /**
   * `StackOwned<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get1_chain(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get1_chain: (ctx: k.X509_STORE_CTX) => k.X509[] | null;
  /**
   * `Borrowed<X509> (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get_current_cert(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get_current_cert: (ctx: k.X509_STORE_CTX) => k.X509 | null;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get_error(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get_error: (ctx: k.X509_STORE_CTX) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get_error_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get_error_depth: (ctx: k.X509_STORE_CTX) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_get_num_untrusted(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get_num_untrusted: (ctx: k.X509_STORE_CTX) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx, RefOrNull<X509_STORE> trust_store, RefOrNull<X509> target, StackRefOrNull<X509> untrusted)`, X509_STORE_CTX_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_init: (ctx: k.X509_STORE_CTX, trust_store: k.X509_STORE | null, target: k.X509 | null, untrusted: readonly k.X509[] | null) => number;
  /**
   * `Owned<X509_STORE_CTX> (void)`, X509_STORE_CTX_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_CTX_new: () => k.X509_STORE_CTX | null;
  /**
   * `Owned<X509_STORE_CTX> (RefOrNull<OSSL_LIB_CTX> libctx, TextOrNull propq)`, X509_STORE_CTX_new_ex(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_CTX_new_ex: (libctx: k.OSSL_LIB_CTX | null, propq: string | null) => k.X509_STORE_CTX | null;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, TakeOrNull<X509_VERIFY_PARAM> param)`, X509_STORE_CTX_set0_param(3).
   * The reference of `param` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set0_param: (ctx: k.X509_STORE_CTX, param: k.X509_VERIFY_PARAM | null) => void;
  /**
   * `Void (Ref<X509_STORE_CTX> c, StackTake<X509> sk)`, X509_STORE_CTX_set0_verified_chain(3).
   * The reference of `sk` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set0_verified_chain: (c: k.X509_STORE_CTX, sk: readonly k.X509[] | null) => void;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx, Text name)`, X509_STORE_CTX_set_default(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_default: (ctx: k.X509_STORE_CTX, name: string) => number;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, Int depth)`, X509_STORE_CTX_set_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_depth: (ctx: k.X509_STORE_CTX, depth: number) => void;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, Int s)`, X509_STORE_CTX_set_error(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_error: (ctx: k.X509_STORE_CTX, s: number) => void;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, Int depth)`, X509_STORE_CTX_set_error_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_error_depth: (ctx: k.X509_STORE_CTX, depth: number) => void;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, ULong flags)`, X509_STORE_CTX_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_flags: (ctx: k.X509_STORE_CTX, flags: k.CLong) => void;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx, Int purpose)`, X509_STORE_CTX_set_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_purpose: (ctx: k.X509_STORE_CTX, purpose: number) => number;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, ULong flags, Time t)`, X509_STORE_CTX_set_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_time: (ctx: k.X509_STORE_CTX, flags: k.CLong, t: k.CLong) => void;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx, Int trust)`, X509_STORE_CTX_set_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_trust: (ctx: k.X509_STORE_CTX, trust: number) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx)`, X509_STORE_CTX_verify(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_CTX_verify: (ctx: k.X509_STORE_CTX) => number;
  /**
   * `Void (Free<X509_STORE> xs)`, X509_STORE_free(3).
   * Gives one reference of `xs` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_STORE_free: (xs: k.X509_STORE | null) => void;
  /**
   * `StackBorrowed<X509_OBJECT> (Ref<X509_STORE> xs)`, X509_STORE_get0_objects(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_get0_objects: (xs: k.X509_STORE) => k.X509_OBJECT[] | null;
  /**
   * `Borrowed<X509_VERIFY_PARAM> (Ref<X509_STORE> xs)`, X509_STORE_get0_param(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_get0_param: (xs: k.X509_STORE) => k.X509_VERIFY_PARAM | null;
  /**
   * `StackOwned<X509> (Ref<X509_STORE> xs)`, X509_STORE_get1_all_certs(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_get1_all_certs: (xs: k.X509_STORE) => k.X509[] | null;
  /**
   * `Int (Ref<X509_STORE> xs, Text file)`, X509_STORE_load_file(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_load_file: (xs: k.X509_STORE, file: string) => number;
  /**
   * `Int (Ref<X509_STORE> s, TextOrNull file, TextOrNull dir)`, X509_STORE_load_locations(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_load_locations: (s: k.X509_STORE, file: string | null, dir: string | null) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Text path)`, X509_STORE_load_path(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_load_path: (xs: k.X509_STORE, path: string) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Text store)`, X509_STORE_load_store(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_load_store: (xs: k.X509_STORE, store: string) => number;
  /**
   * `Int (Ref<X509_STORE> xs)`, X509_STORE_lock(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_lock: (xs: k.X509_STORE) => number;
  /**
   * `Owned<X509_STORE> (void)`, X509_STORE_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_STORE_new: () => k.X509_STORE | null;
  /**
   * `Int (Ref<X509_STORE> xs, Ref<X509_VERIFY_PARAM> pm)`, X509_STORE_set1_param(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set1_param: (xs: k.X509_STORE, pm: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<X509_STORE> xs)`, X509_STORE_set_default_paths(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_default_paths: (xs: k.X509_STORE) => number;
  /**
   * `Int (Ref<X509_STORE> store, Int depth)`, X509_STORE_set_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_depth: (store: k.X509_STORE, depth: number) => number;
  /**
   * `Int (Ref<X509_STORE> xs, ULong flags)`, X509_STORE_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_flags: (xs: k.X509_STORE, flags: k.CLong) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Int purpose)`, X509_STORE_set_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_purpose: (xs: k.X509_STORE, purpose: number) => number;
  /**
   * `Int (Ref<X509_STORE> xs, Int trust)`, X509_STORE_set_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_trust: (xs: k.X509_STORE, trust: number) => number;
  /**
   * `Int (Ref<X509_STORE> xs)`, X509_STORE_unlock(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_unlock: (xs: k.X509_STORE) => number;
  /**
   * `Int (UpRef<X509_STORE> xs)`, X509_STORE_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_up_ref: (xs: k.X509_STORE) => number;
  /**
   * `Int (Ref<X509> a, Ref<X509> b)`, X509_subject_name_cmp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_subject_name_cmp: (a: k.X509, b: k.X509) => number;
  /**
   * `ULong (Ref<X509> x)`, X509_subject_name_hash(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_subject_name_hash: (x: k.X509) => number;
  /**
   * `Int (UpRef<X509> x)`, X509_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_up_ref: (x: k.X509) => number;
  /**
   * `Int (Ref<X509> a, Ref<EVP_PKEY> r)`, X509_verify(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_verify: (a: k.X509, r: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> ctx)`, X509_verify_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_verify_cert: (ctx: k.X509_STORE_CTX) => number;
  /**
   * `Text (Long n)`, X509_verify_cert_error_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_verify_cert_error_string: (n: k.CLong) => string | null;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, InBytesOrNull name, Size namelen)`, X509_VERIFY_PARAM_add1_host(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_add1_host: (param: k.X509_VERIFY_PARAM, name: k.InBytes | null, namelen: k.CLong) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, ULong flags)`, X509_VERIFY_PARAM_clear_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_clear_flags: (param: k.X509_VERIFY_PARAM, flags: k.CLong) => number;
  /**
   * `Void (Free<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_free(3).
   * Gives one reference of `param` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  X509_VERIFY_PARAM_free: (param: k.X509_VERIFY_PARAM | null) => void;
  /**
   * `Text (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get0_email(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_VERIFY_PARAM_get0_email: (param: k.X509_VERIFY_PARAM) => string | null;
  /**
   * `Text (Ref<X509_VERIFY_PARAM> param, Int idx)`, X509_VERIFY_PARAM_get0_host(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_VERIFY_PARAM_get0_host: (param: k.X509_VERIFY_PARAM, idx: number) => string | null;
  /**
   * `Text (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get0_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get0_name: (param: k.X509_VERIFY_PARAM) => string | null;
  /**
   * `Text (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get0_peername(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get0_peername: (param: k.X509_VERIFY_PARAM) => string | null;
  /**
   * `OwnedText (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get1_ip_asc(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_VERIFY_PARAM_get1_ip_asc: (param: k.X509_VERIFY_PARAM) => string | null;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_auth_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_auth_level: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_depth: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `ULong (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_flags: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `UInt (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_hostflags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_hostflags: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `UInt (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_inh_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_inh_flags: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_purpose(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  X509_VERIFY_PARAM_get_purpose: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `Time (Ref<X509_VERIFY_PARAM> param)`, X509_VERIFY_PARAM_get_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_get_time: (param: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> to, Ref<X509_VERIFY_PARAM> from)`, X509_VERIFY_PARAM_inherit(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_inherit: (to: k.X509_VERIFY_PARAM, from: k.X509_VERIFY_PARAM) => number;
  /**
   * `Static<X509_VERIFY_PARAM> (Text name)`, X509_VERIFY_PARAM_lookup(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_VERIFY_PARAM_lookup: (name: string) => k.X509_VERIFY_PARAM | null;
  /**
   * `Void (Ref<X509_VERIFY_PARAM> arg1, Ref<X509_VERIFY_PARAM> arg2)`, X509_VERIFY_PARAM_move_peername(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_move_peername: (arg1: k.X509_VERIFY_PARAM, arg2: k.X509_VERIFY_PARAM) => void;
  /**
   * `Owned<X509_VERIFY_PARAM> (void)`, X509_VERIFY_PARAM_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509_VERIFY_PARAM_new: () => k.X509_VERIFY_PARAM | null;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> to, Ref<X509_VERIFY_PARAM> from)`, X509_VERIFY_PARAM_set1(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1: (to: k.X509_VERIFY_PARAM, from: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, InBytesOrNull email, Size emaillen)`, X509_VERIFY_PARAM_set1_email(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1_email: (param: k.X509_VERIFY_PARAM, email: k.InBytes | null, emaillen: k.CLong) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, InBytesOrNull name, Size namelen)`, X509_VERIFY_PARAM_set1_host(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1_host: (param: k.X509_VERIFY_PARAM, name: k.InBytes | null, namelen: k.CLong) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, InBytes ip, Size iplen)`, X509_VERIFY_PARAM_set1_ip(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1_ip: (param: k.X509_VERIFY_PARAM, ip: k.InBytes, iplen: k.CLong) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, Text ipasc)`, X509_VERIFY_PARAM_set1_ip_asc(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1_ip_asc: (param: k.X509_VERIFY_PARAM, ipasc: string) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, TextOrNull name)`, X509_VERIFY_PARAM_set1_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set1_name: (param: k.X509_VERIFY_PARAM, name: string | null) => number;
  /**
   * `Void (Ref<X509_VERIFY_PARAM> param, Int auth_level)`, X509_VERIFY_PARAM_set_auth_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_auth_level: (param: k.X509_VERIFY_PARAM, auth_level: number) => void;
  /**
   * `Void (Ref<X509_VERIFY_PARAM> param, Int depth)`, X509_VERIFY_PARAM_set_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_depth: (param: k.X509_VERIFY_PARAM, depth: number) => void;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, ULong flags)`, X509_VERIFY_PARAM_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_flags: (param: k.X509_VERIFY_PARAM, flags: k.CLong) => number;
  /**
   * `Void (Ref<X509_VERIFY_PARAM> param, UInt flags)`, X509_VERIFY_PARAM_set_hostflags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_hostflags: (param: k.X509_VERIFY_PARAM, flags: number) => void;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, UInt flags)`, X509_VERIFY_PARAM_set_inh_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_inh_flags: (param: k.X509_VERIFY_PARAM, flags: number) => number;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, Int purpose)`, X509_VERIFY_PARAM_set_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_purpose: (param: k.X509_VERIFY_PARAM, purpose: number) => number;
  /**
   * `Void (Ref<X509_VERIFY_PARAM> param, Time t)`, X509_VERIFY_PARAM_set_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_time: (param: k.X509_VERIFY_PARAM, t: k.CLong) => void;
  /**
   * `Int (Ref<X509_VERIFY_PARAM> param, Int trust)`, X509_VERIFY_PARAM_set_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_VERIFY_PARAM_set_trust: (param: k.X509_VERIFY_PARAM, trust: number) => number;
  /**
   * `Static<X509V3_EXT_METHOD> (Ref<X509_EXTENSION> ext)`, X509V3_EXT_get(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_EXT_get: (ext: k.X509_EXTENSION) => k.X509V3_EXT_METHOD | null;
  /**
   * `Int (Ref<BIO> out, Ref<X509_EXTENSION> ext, ULong flag, Int indent)`, X509V3_EXT_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_EXT_print: (out: k.BIO, ext: k.X509_EXTENSION, flag: k.CLong, indent: number) => number;
  /**
   * `Int (Ref<FILE> out, Ref<X509_EXTENSION> ext, Int flag, Int indent)`, X509V3_EXT_print_fp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_EXT_print_fp: (out: k.FILE, ext: k.X509_EXTENSION, flag: number, indent: number) => number;
  /**
   * `Int (Ref<BIO> out, Text title, StackRef<X509_EXTENSION> exts, ULong flag, Int indent)`, X509V3_extensions_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_extensions_print: (out: k.BIO, title: string, exts: readonly k.X509_EXTENSION[], flag: k.CLong, indent: number) => number;
  /**
   * `Any (Ref<GENERAL_NAME> a, OutOrNull<Int> ptype)`, GENERAL_NAME_get0_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  GENERAL_NAME_get0_value: (a: k.GENERAL_NAME, ptype: k.Out<number> | null) => unknown;
  /**
   * `Void (Any a)`, GENERAL_NAMES_free(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  GENERAL_NAMES_free: (a: unknown) => void;
  /**
   * `Int (Any sk)`, sk_CONF_VALUE_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_CONF_VALUE_num: (sk: unknown) => number;
  /**
   * `Any (Any sk, Int idx)`, sk_CONF_VALUE_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_CONF_VALUE_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Any sk)`, sk_GENERAL_NAME_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_GENERAL_NAME_num: (sk: unknown) => number;
  /**
   * `Any (Any sk, Int idx)`, sk_GENERAL_NAME_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_GENERAL_NAME_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Any sk)`, sk_SSL_CIPHER_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_SSL_CIPHER_num: (sk: unknown) => number;
  /**
   * `Any (Any sk, Int idx)`, sk_SSL_CIPHER_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_SSL_CIPHER_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Any sk)`, sk_SSL_COMP_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_SSL_COMP_num: (sk: unknown) => number;
  /**
   * `Any (Any sk, Int idx)`, sk_SSL_COMP_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_SSL_COMP_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Any sk)`, sk_X509_NAME_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_X509_NAME_num: (sk: unknown) => number;
  /**
   * `Any (Any sk, Int idx)`, sk_X509_NAME_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_X509_NAME_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Any sk)`, sk_X509_num(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_X509_num: (sk: unknown) => number;
  /**
   * `Void (Any sk, Any free)`, sk_X509_pop_free(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_X509_pop_free: (sk: unknown, free: unknown) => void;
  /**
   * `Any (Any sk, Int idx)`, sk_X509_value(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  sk_X509_value: (sk: unknown, idx: number) => unknown;
  /**
   * `Int (Ref<X509> x, Int nid, Any value, Int crit, ULong flags)`, X509_add1_ext_i2d(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_add1_ext_i2d: (x: k.X509, nid: number, value: unknown, crit: number, flags: k.CLong) => number;
  /**
   * `Void (Any paobj, OutOrNull<Int> pptype, Any ppval, Ref<X509_ALGOR> algor)`, X509_ALGOR_get0(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_ALGOR_get0: (paobj: unknown, pptype: k.Out<number> | null, ppval: unknown, algor: k.X509_ALGOR) => void;
  /**
   * `Int (Ref<X509> x, InBytes chk, Size chklen, UInt flags, OutTextOrNull peername)`, X509_check_host(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_check_host: (x: k.X509, chk: k.InBytes, chklen: k.CLong, flags: number, peername: k.Out<string | null> | null) => number;
  /**
   * `Int (Ref<X509> data, Ref<EVP_MD> type, OutBytes md, OutOrNull<UInt> len)`, X509_digest(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_digest: (data: k.X509, type_: k.EVP_MD, md: Uint8Array, len: k.Out<number> | null) => number;
  /**
   * `Void (Any sk)`, X509_email_free(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_email_free: (sk: unknown) => void;
  /**
   * `Texts (Ref<X509> x)`, X509_get1_email(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get1_email: (x: k.X509) => string[] | null;
  /**
   * `Texts (Ref<X509> x)`, X509_get1_ocsp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get1_ocsp: (x: k.X509) => string[] | null;
  /**
   * `Any (Ref<X509> s, Int idx)`, X509_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ex_data: (s: k.X509, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, X509_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Any (Ref<X509> x, Int nid, OutOrNull<Int> crit, OutOrNull<Int> idx)`, X509_get_ext_d2i(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_get_ext_d2i: (x: k.X509, nid: number, crit: k.Out<number> | null, idx: k.Out<number> | null) => unknown;
  /**
   * `Ref<ASN1_TIME> (RefOrNull<ASN1_TIME> s, Long adj)`, X509_gmtime_adj(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_gmtime_adj: (s: k.ASN1_TIME | null, adj: k.CLong) => k.ASN1_TIME | null;
  /**
   * `Int (Ref<X509_LOOKUP> ctx, Text name, Long type)`, X509_LOOKUP_add_dir(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_LOOKUP_add_dir: (ctx: k.X509_LOOKUP, name: string, type_: k.CLong) => number;
  /**
   * `Int (Ref<X509_LOOKUP> ctx, Text name, Long type)`, X509_LOOKUP_load_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_LOOKUP_load_file: (ctx: k.X509_LOOKUP, name: string, type_: k.CLong) => number;
  /**
   * `Int (Ref<X509_NAME> data, Ref<EVP_MD> type, OutBytes md, OutOrNull<UInt> len)`, X509_NAME_digest(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_digest: (data: k.X509_NAME, type_: k.EVP_MD, md: Uint8Array, len: k.Out<number> | null) => number;
  /**
   * `Text (Ref<X509_NAME> a, OutBytesOrNull buf, Int size)`, X509_NAME_oneline(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_NAME_oneline: (a: k.X509_NAME, buf: Uint8Array | null, size: number) => string | null;
  /**
   * `Int (Ref<X509> data, Ref<EVP_MD> type, OutBytes md, OutOrNull<UInt> len)`, X509_pubkey_digest(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_pubkey_digest: (data: k.X509, type_: k.EVP_MD, md: Uint8Array, len: k.Out<number> | null) => number;
  /**
   * `Int (Any ppkalg, Any pk, OutOrNull<Int> ppklen, Any pa, Ref<X509_PUBKEY> pub)`, X509_PUBKEY_get0_param(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_PUBKEY_get0_param: (ppkalg: unknown, pk: unknown, ppklen: k.Out<number> | null, pa: unknown, pub: k.X509_PUBKEY) => number;
  /**
   * `Int (Ref<X509> s, Int idx, Any data)`, X509_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_set_ex_data: (s: k.X509, idx: number, data: unknown) => number;
  /**
   * `Any (Ref<X509_STORE_CTX> s, Int idx)`, X509_STORE_CTX_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_get_ex_data: (s: k.X509_STORE_CTX, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, X509_STORE_CTX_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_STORE_CTX_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Int (Ref<X509_STORE_CTX> s, Int idx, Any data)`, X509_STORE_CTX_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_ex_data: (s: k.X509_STORE_CTX, idx: number, data: unknown) => number;
  /**
   * `Void (Ref<X509_STORE_CTX> ctx, Callback<SSL_verify_cb> verify)`, X509_STORE_CTX_set_verify_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_CTX_set_verify_cb: (ctx: k.X509_STORE_CTX, verify: k.SSL_verify_cb | null) => void;
  /**
   * `Any (Ref<X509_STORE> s, Int idx)`, X509_STORE_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_get_ex_data: (s: k.X509_STORE, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, X509_STORE_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  X509_STORE_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Int (Ref<X509_STORE> s, Int idx, Any data)`, X509_STORE_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_ex_data: (s: k.X509_STORE, idx: number, data: unknown) => number;
  /**
   * `Void (Ref<X509_STORE> ctx, Callback<SSL_verify_cb> verify)`, X509_STORE_set_verify_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_verify_cb: (ctx: k.X509_STORE, verify: k.SSL_verify_cb | null) => void;
  /**
   * `Void (Ref<X509_STORE> ctx, Callback<SSL_verify_cb> verify)`, X509_STORE_set_verify_cb_func(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509_STORE_set_verify_cb_func: (ctx: k.X509_STORE, verify: k.SSL_verify_cb | null) => void;
  /**
   * `Static<X509V3_CTX> (void)`, X509V3_CTX_new(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  X509V3_CTX_new: () => k.X509V3_CTX | null;
  /**
   * `Owned<X509_EXTENSION> (Null conf, RefOrNull<X509V3_CTX> ctx, Int ext_nid, Text value)`, X509V3_EXT_conf_nid(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_EXT_conf_nid: (conf: null, ctx: k.X509V3_CTX | null, ext_nid: number, value: string) => k.X509_EXTENSION | null;
  /**
   * `Void (Ref<X509V3_CTX> ctx, RefOrNull<X509> issuer, RefOrNull<X509> subject, Null req, RefOrNull<X509_CRL> crl, Int flags)`, X509V3_set_ctx(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  X509V3_set_ctx: (ctx: k.X509V3_CTX, issuer: k.X509 | null, subject: k.X509 | null, req: null, crl: k.X509_CRL | null, flags: number) => void;
}

export const a2i_IPADDRESS: X509Functions['a2i_IPADDRESS'] = lazily('a2i_IPADDRESS');
export const GENERAL_NAME_cmp: X509Functions['GENERAL_NAME_cmp'] = lazily('GENERAL_NAME_cmp');
export const GENERAL_NAME_dup: X509Functions['GENERAL_NAME_dup'] = lazily('GENERAL_NAME_dup');
export const GENERAL_NAME_free: X509Functions['GENERAL_NAME_free'] = lazily('GENERAL_NAME_free');
export const GENERAL_NAME_new: X509Functions['GENERAL_NAME_new'] = lazily('GENERAL_NAME_new');
export const GENERAL_NAME_print: X509Functions['GENERAL_NAME_print'] = lazily('GENERAL_NAME_print');
export const X509_add_ext: X509Functions['X509_add_ext'] = lazily('X509_add_ext');
export const X509_alias_get0: X509Functions['X509_alias_get0'] = lazily('X509_alias_get0');
export const X509_alias_set1: X509Functions['X509_alias_set1'] = lazily('X509_alias_set1');
export const X509_chain_up_ref: X509Functions['X509_chain_up_ref'] = lazily('X509_chain_up_ref');
export const X509_check_ca: X509Functions['X509_check_ca'] = lazily('X509_check_ca');
export const X509_check_email: X509Functions['X509_check_email'] = lazily('X509_check_email');
export const X509_check_ip: X509Functions['X509_check_ip'] = lazily('X509_check_ip');
export const X509_check_ip_asc: X509Functions['X509_check_ip_asc'] = lazily('X509_check_ip_asc');
export const X509_check_issued: X509Functions['X509_check_issued'] = lazily('X509_check_issued');
export const X509_check_private_key: X509Functions['X509_check_private_key'] = lazily('X509_check_private_key');
export const X509_check_purpose: X509Functions['X509_check_purpose'] = lazily('X509_check_purpose');
export const X509_check_trust: X509Functions['X509_check_trust'] = lazily('X509_check_trust');
export const X509_cmp: X509Functions['X509_cmp'] = lazily('X509_cmp');
export const X509_cmp_current_time: X509Functions['X509_cmp_current_time'] = lazily('X509_cmp_current_time');
export const X509_cmp_timeframe: X509Functions['X509_cmp_timeframe'] = lazily('X509_cmp_timeframe');
export const X509_CRL_dup: X509Functions['X509_CRL_dup'] = lazily('X509_CRL_dup');
export const X509_CRL_free: X509Functions['X509_CRL_free'] = lazily('X509_CRL_free');
export const X509_CRL_get0_lastUpdate: X509Functions['X509_CRL_get0_lastUpdate'] = lazily('X509_CRL_get0_lastUpdate');
export const X509_CRL_get0_nextUpdate: X509Functions['X509_CRL_get0_nextUpdate'] = lazily('X509_CRL_get0_nextUpdate');
export const X509_CRL_get_issuer: X509Functions['X509_CRL_get_issuer'] = lazily('X509_CRL_get_issuer');
export const X509_CRL_get_version: X509Functions['X509_CRL_get_version'] = lazily('X509_CRL_get_version');
export const X509_CRL_new: X509Functions['X509_CRL_new'] = lazily('X509_CRL_new');
export const X509_CRL_set1_lastUpdate: X509Functions['X509_CRL_set1_lastUpdate'] = lazily('X509_CRL_set1_lastUpdate');
export const X509_CRL_set1_nextUpdate: X509Functions['X509_CRL_set1_nextUpdate'] = lazily('X509_CRL_set1_nextUpdate');
export const X509_CRL_set_issuer_name: X509Functions['X509_CRL_set_issuer_name'] = lazily('X509_CRL_set_issuer_name');
export const X509_CRL_set_version: X509Functions['X509_CRL_set_version'] = lazily('X509_CRL_set_version');
export const X509_CRL_sign: X509Functions['X509_CRL_sign'] = lazily('X509_CRL_sign');
export const X509_CRL_sort: X509Functions['X509_CRL_sort'] = lazily('X509_CRL_sort');
export const X509_CRL_up_ref: X509Functions['X509_CRL_up_ref'] = lazily('X509_CRL_up_ref');
export const X509_CRL_verify: X509Functions['X509_CRL_verify'] = lazily('X509_CRL_verify');
export const X509_delete_ext: X509Functions['X509_delete_ext'] = lazily('X509_delete_ext');
export const X509_dup: X509Functions['X509_dup'] = lazily('X509_dup');
export const X509_EXTENSION_dup: X509Functions['X509_EXTENSION_dup'] = lazily('X509_EXTENSION_dup');
export const X509_EXTENSION_free: X509Functions['X509_EXTENSION_free'] = lazily('X509_EXTENSION_free');
export const X509_EXTENSION_get_critical: X509Functions['X509_EXTENSION_get_critical'] = lazily('X509_EXTENSION_get_critical');
export const X509_EXTENSION_get_data: X509Functions['X509_EXTENSION_get_data'] = lazily('X509_EXTENSION_get_data');
export const X509_EXTENSION_get_object: X509Functions['X509_EXTENSION_get_object'] = lazily('X509_EXTENSION_get_object');
export const X509_EXTENSION_new: X509Functions['X509_EXTENSION_new'] = lazily('X509_EXTENSION_new');
export const X509_EXTENSION_set_critical: X509Functions['X509_EXTENSION_set_critical'] = lazily('X509_EXTENSION_set_critical');
export const X509_free: X509Functions['X509_free'] = lazily('X509_free');
export const X509_get0_authority_key_id: X509Functions['X509_get0_authority_key_id'] = lazily('X509_get0_authority_key_id');
export const X509_get0_extensions: X509Functions['X509_get0_extensions'] = lazily('X509_get0_extensions');
export const X509_get0_notAfter: X509Functions['X509_get0_notAfter'] = lazily('X509_get0_notAfter');
export const X509_get0_notBefore: X509Functions['X509_get0_notBefore'] = lazily('X509_get0_notBefore');
export const X509_get0_pubkey: X509Functions['X509_get0_pubkey'] = lazily('X509_get0_pubkey');
export const X509_get0_pubkey_bitstr: X509Functions['X509_get0_pubkey_bitstr'] = lazily('X509_get0_pubkey_bitstr');
export const X509_get0_serialNumber: X509Functions['X509_get0_serialNumber'] = lazily('X509_get0_serialNumber');
export const X509_get0_subject_key_id: X509Functions['X509_get0_subject_key_id'] = lazily('X509_get0_subject_key_id');
export const X509_get_default_cert_dir: X509Functions['X509_get_default_cert_dir'] = lazily('X509_get_default_cert_dir');
export const X509_get_default_cert_file: X509Functions['X509_get_default_cert_file'] = lazily('X509_get_default_cert_file');
export const X509_get_ext: X509Functions['X509_get_ext'] = lazily('X509_get_ext');
export const X509_get_ext_by_critical: X509Functions['X509_get_ext_by_critical'] = lazily('X509_get_ext_by_critical');
export const X509_get_ext_by_NID: X509Functions['X509_get_ext_by_NID'] = lazily('X509_get_ext_by_NID');
export const X509_get_ext_by_OBJ: X509Functions['X509_get_ext_by_OBJ'] = lazily('X509_get_ext_by_OBJ');
export const X509_get_ext_count: X509Functions['X509_get_ext_count'] = lazily('X509_get_ext_count');
export const X509_get_extended_key_usage: X509Functions['X509_get_extended_key_usage'] = lazily('X509_get_extended_key_usage');
export const X509_get_extension_flags: X509Functions['X509_get_extension_flags'] = lazily('X509_get_extension_flags');
export const X509_get_issuer_name: X509Functions['X509_get_issuer_name'] = lazily('X509_get_issuer_name');
export const X509_get_key_usage: X509Functions['X509_get_key_usage'] = lazily('X509_get_key_usage');
export const X509_get_pathlen: X509Functions['X509_get_pathlen'] = lazily('X509_get_pathlen');
export const X509_get_pubkey: X509Functions['X509_get_pubkey'] = lazily('X509_get_pubkey');
export const X509_get_serialNumber: X509Functions['X509_get_serialNumber'] = lazily('X509_get_serialNumber');
export const X509_get_signature_info: X509Functions['X509_get_signature_info'] = lazily('X509_get_signature_info');
export const X509_get_signature_nid: X509Functions['X509_get_signature_nid'] = lazily('X509_get_signature_nid');
export const X509_get_signature_type: X509Functions['X509_get_signature_type'] = lazily('X509_get_signature_type');
export const X509_get_subject_name: X509Functions['X509_get_subject_name'] = lazily('X509_get_subject_name');
export const X509_get_version: X509Functions['X509_get_version'] = lazily('X509_get_version');
export const X509_get_X509_PUBKEY: X509Functions['X509_get_X509_PUBKEY'] = lazily('X509_get_X509_PUBKEY');
export const X509_getm_notAfter: X509Functions['X509_getm_notAfter'] = lazily('X509_getm_notAfter');
export const X509_getm_notBefore: X509Functions['X509_getm_notBefore'] = lazily('X509_getm_notBefore');
export const X509_issuer_and_serial_cmp: X509Functions['X509_issuer_and_serial_cmp'] = lazily('X509_issuer_and_serial_cmp');
export const X509_issuer_name_cmp: X509Functions['X509_issuer_name_cmp'] = lazily('X509_issuer_name_cmp');
export const X509_issuer_name_hash: X509Functions['X509_issuer_name_hash'] = lazily('X509_issuer_name_hash');
export const X509_load_crl_file: X509Functions['X509_load_crl_file'] = lazily('X509_load_crl_file');
export const X509_LOOKUP_file: X509Functions['X509_LOOKUP_file'] = lazily('X509_LOOKUP_file');
export const X509_LOOKUP_hash_dir: X509Functions['X509_LOOKUP_hash_dir'] = lazily('X509_LOOKUP_hash_dir');
export const X509_LOOKUP_store: X509Functions['X509_LOOKUP_store'] = lazily('X509_LOOKUP_store');
export const X509_NAME_add_entry: X509Functions['X509_NAME_add_entry'] = lazily('X509_NAME_add_entry');
export const X509_NAME_add_entry_by_NID: X509Functions['X509_NAME_add_entry_by_NID'] = lazily('X509_NAME_add_entry_by_NID');
export const X509_NAME_add_entry_by_txt: X509Functions['X509_NAME_add_entry_by_txt'] = lazily('X509_NAME_add_entry_by_txt');
export const X509_NAME_cmp: X509Functions['X509_NAME_cmp'] = lazily('X509_NAME_cmp');
export const X509_NAME_delete_entry: X509Functions['X509_NAME_delete_entry'] = lazily('X509_NAME_delete_entry');
export const X509_NAME_dup: X509Functions['X509_NAME_dup'] = lazily('X509_NAME_dup');
export const X509_NAME_entry_count: X509Functions['X509_NAME_entry_count'] = lazily('X509_NAME_entry_count');
export const X509_NAME_ENTRY_dup: X509Functions['X509_NAME_ENTRY_dup'] = lazily('X509_NAME_ENTRY_dup');
export const X509_NAME_ENTRY_free: X509Functions['X509_NAME_ENTRY_free'] = lazily('X509_NAME_ENTRY_free');
export const X509_NAME_ENTRY_get_data: X509Functions['X509_NAME_ENTRY_get_data'] = lazily('X509_NAME_ENTRY_get_data');
export const X509_NAME_ENTRY_get_object: X509Functions['X509_NAME_ENTRY_get_object'] = lazily('X509_NAME_ENTRY_get_object');
export const X509_NAME_ENTRY_set: X509Functions['X509_NAME_ENTRY_set'] = lazily('X509_NAME_ENTRY_set');
export const X509_NAME_free: X509Functions['X509_NAME_free'] = lazily('X509_NAME_free');
export const X509_NAME_get_entry: X509Functions['X509_NAME_get_entry'] = lazily('X509_NAME_get_entry');
export const X509_NAME_get_index_by_NID: X509Functions['X509_NAME_get_index_by_NID'] = lazily('X509_NAME_get_index_by_NID');
export const X509_NAME_get_index_by_OBJ: X509Functions['X509_NAME_get_index_by_OBJ'] = lazily('X509_NAME_get_index_by_OBJ');
export const X509_NAME_get_text_by_NID: X509Functions['X509_NAME_get_text_by_NID'] = lazily('X509_NAME_get_text_by_NID');
export const X509_NAME_get_text_by_OBJ: X509Functions['X509_NAME_get_text_by_OBJ'] = lazily('X509_NAME_get_text_by_OBJ');
export const X509_NAME_hash_ex: X509Functions['X509_NAME_hash_ex'] = lazily('X509_NAME_hash_ex');
export const X509_NAME_new: X509Functions['X509_NAME_new'] = lazily('X509_NAME_new');
export const X509_NAME_print: X509Functions['X509_NAME_print'] = lazily('X509_NAME_print');
export const X509_NAME_print_ex: X509Functions['X509_NAME_print_ex'] = lazily('X509_NAME_print_ex');
export const X509_NAME_print_ex_fp: X509Functions['X509_NAME_print_ex_fp'] = lazily('X509_NAME_print_ex_fp');
export const X509_new: X509Functions['X509_new'] = lazily('X509_new');
export const X509_OBJECT_free: X509Functions['X509_OBJECT_free'] = lazily('X509_OBJECT_free');
export const X509_OBJECT_get0_X509: X509Functions['X509_OBJECT_get0_X509'] = lazily('X509_OBJECT_get0_X509');
export const X509_OBJECT_get0_X509_CRL: X509Functions['X509_OBJECT_get0_X509_CRL'] = lazily('X509_OBJECT_get0_X509_CRL');
export const X509_OBJECT_get_type: X509Functions['X509_OBJECT_get_type'] = lazily('X509_OBJECT_get_type');
export const X509_OBJECT_new: X509Functions['X509_OBJECT_new'] = lazily('X509_OBJECT_new');
export const X509_print: X509Functions['X509_print'] = lazily('X509_print');
export const X509_print_fp: X509Functions['X509_print_fp'] = lazily('X509_print_fp');
export const X509_self_signed: X509Functions['X509_self_signed'] = lazily('X509_self_signed');
export const X509_set1_notAfter: X509Functions['X509_set1_notAfter'] = lazily('X509_set1_notAfter');
export const X509_set1_notBefore: X509Functions['X509_set1_notBefore'] = lazily('X509_set1_notBefore');
export const X509_set_issuer_name: X509Functions['X509_set_issuer_name'] = lazily('X509_set_issuer_name');
export const X509_set_pubkey: X509Functions['X509_set_pubkey'] = lazily('X509_set_pubkey');
export const X509_set_serialNumber: X509Functions['X509_set_serialNumber'] = lazily('X509_set_serialNumber');
export const X509_set_subject_name: X509Functions['X509_set_subject_name'] = lazily('X509_set_subject_name');
export const X509_set_version: X509Functions['X509_set_version'] = lazily('X509_set_version');
export const X509_sign: X509Functions['X509_sign'] = lazily('X509_sign');
export const X509_STORE_add_cert: X509Functions['X509_STORE_add_cert'] = lazily('X509_STORE_add_cert');
export const X509_STORE_add_crl: X509Functions['X509_STORE_add_crl'] = lazily('X509_STORE_add_crl');
export const X509_STORE_add_lookup: X509Functions['X509_STORE_add_lookup'] = lazily('X509_STORE_add_lookup');
export const X509_STORE_CTX_cleanup: X509Functions['X509_STORE_CTX_cleanup'] = lazily('X509_STORE_CTX_cleanup');
export const X509_STORE_CTX_free: X509Functions['X509_STORE_CTX_free'] = lazily('X509_STORE_CTX_free');
export const X509_STORE_CTX_get0_cert: X509Functions['X509_STORE_CTX_get0_cert'] = lazily('X509_STORE_CTX_get0_cert');
export const X509_STORE_CTX_get0_chain: X509Functions['X509_STORE_CTX_get0_chain'] = lazily('X509_STORE_CTX_get0_chain');
export const X509_STORE_CTX_get0_current_crl: X509Functions['X509_STORE_CTX_get0_current_crl'] = lazily('X509_STORE_CTX_get0_current_crl');
export const X509_STORE_CTX_get0_current_issuer: X509Functions['X509_STORE_CTX_get0_current_issuer'] = lazily('X509_STORE_CTX_get0_current_issuer');
export const X509_STORE_CTX_get0_param: X509Functions['X509_STORE_CTX_get0_param'] = lazily('X509_STORE_CTX_get0_param');
export const X509_STORE_CTX_get0_parent_ctx: X509Functions['X509_STORE_CTX_get0_parent_ctx'] = lazily('X509_STORE_CTX_get0_parent_ctx');
export const X509_STORE_CTX_get0_store: X509Functions['X509_STORE_CTX_get0_store'] = lazily('X509_STORE_CTX_get0_store');
export const X509_STORE_CTX_get0_untrusted: X509Functions['X509_STORE_CTX_get0_untrusted'] = lazily('X509_STORE_CTX_get0_untrusted');
export const X509_STORE_CTX_get1_chain: X509Functions['X509_STORE_CTX_get1_chain'] = lazily('X509_STORE_CTX_get1_chain');
export const X509_STORE_CTX_get_current_cert: X509Functions['X509_STORE_CTX_get_current_cert'] = lazily('X509_STORE_CTX_get_current_cert');
export const X509_STORE_CTX_get_error: X509Functions['X509_STORE_CTX_get_error'] = lazily('X509_STORE_CTX_get_error');
export const X509_STORE_CTX_get_error_depth: X509Functions['X509_STORE_CTX_get_error_depth'] = lazily('X509_STORE_CTX_get_error_depth');
export const X509_STORE_CTX_get_num_untrusted: X509Functions['X509_STORE_CTX_get_num_untrusted'] = lazily('X509_STORE_CTX_get_num_untrusted');
export const X509_STORE_CTX_init: X509Functions['X509_STORE_CTX_init'] = lazily('X509_STORE_CTX_init');
export const X509_STORE_CTX_new: X509Functions['X509_STORE_CTX_new'] = lazily('X509_STORE_CTX_new');
export const X509_STORE_CTX_new_ex: X509Functions['X509_STORE_CTX_new_ex'] = lazily('X509_STORE_CTX_new_ex');
export const X509_STORE_CTX_set0_param: X509Functions['X509_STORE_CTX_set0_param'] = lazily('X509_STORE_CTX_set0_param');
export const X509_STORE_CTX_set0_verified_chain: X509Functions['X509_STORE_CTX_set0_verified_chain'] = lazily('X509_STORE_CTX_set0_verified_chain');
export const X509_STORE_CTX_set_default: X509Functions['X509_STORE_CTX_set_default'] = lazily('X509_STORE_CTX_set_default');
export const X509_STORE_CTX_set_depth: X509Functions['X509_STORE_CTX_set_depth'] = lazily('X509_STORE_CTX_set_depth');
export const X509_STORE_CTX_set_error: X509Functions['X509_STORE_CTX_set_error'] = lazily('X509_STORE_CTX_set_error');
export const X509_STORE_CTX_set_error_depth: X509Functions['X509_STORE_CTX_set_error_depth'] = lazily('X509_STORE_CTX_set_error_depth');
export const X509_STORE_CTX_set_flags: X509Functions['X509_STORE_CTX_set_flags'] = lazily('X509_STORE_CTX_set_flags');
export const X509_STORE_CTX_set_purpose: X509Functions['X509_STORE_CTX_set_purpose'] = lazily('X509_STORE_CTX_set_purpose');
export const X509_STORE_CTX_set_time: X509Functions['X509_STORE_CTX_set_time'] = lazily('X509_STORE_CTX_set_time');
export const X509_STORE_CTX_set_trust: X509Functions['X509_STORE_CTX_set_trust'] = lazily('X509_STORE_CTX_set_trust');
export const X509_STORE_CTX_verify: X509Functions['X509_STORE_CTX_verify'] = lazily('X509_STORE_CTX_verify');
export const X509_STORE_free: X509Functions['X509_STORE_free'] = lazily('X509_STORE_free');
export const X509_STORE_get0_objects: X509Functions['X509_STORE_get0_objects'] = lazily('X509_STORE_get0_objects');
export const X509_STORE_get0_param: X509Functions['X509_STORE_get0_param'] = lazily('X509_STORE_get0_param');
export const X509_STORE_get1_all_certs: X509Functions['X509_STORE_get1_all_certs'] = lazily('X509_STORE_get1_all_certs');
export const X509_STORE_load_file: X509Functions['X509_STORE_load_file'] = lazily('X509_STORE_load_file');
export const X509_STORE_load_locations: X509Functions['X509_STORE_load_locations'] = lazily('X509_STORE_load_locations');
export const X509_STORE_load_path: X509Functions['X509_STORE_load_path'] = lazily('X509_STORE_load_path');
export const X509_STORE_load_store: X509Functions['X509_STORE_load_store'] = lazily('X509_STORE_load_store');
export const X509_STORE_lock: X509Functions['X509_STORE_lock'] = lazily('X509_STORE_lock');
export const X509_STORE_new: X509Functions['X509_STORE_new'] = lazily('X509_STORE_new');
export const X509_STORE_set1_param: X509Functions['X509_STORE_set1_param'] = lazily('X509_STORE_set1_param');
export const X509_STORE_set_default_paths: X509Functions['X509_STORE_set_default_paths'] = lazily('X509_STORE_set_default_paths');
export const X509_STORE_set_depth: X509Functions['X509_STORE_set_depth'] = lazily('X509_STORE_set_depth');
export const X509_STORE_set_flags: X509Functions['X509_STORE_set_flags'] = lazily('X509_STORE_set_flags');
export const X509_STORE_set_purpose: X509Functions['X509_STORE_set_purpose'] = lazily('X509_STORE_set_purpose');
export const X509_STORE_set_trust: X509Functions['X509_STORE_set_trust'] = lazily('X509_STORE_set_trust');
export const X509_STORE_unlock: X509Functions['X509_STORE_unlock'] = lazily('X509_STORE_unlock');
export const X509_STORE_up_ref: X509Functions['X509_STORE_up_ref'] = lazily('X509_STORE_up_ref');
export const X509_subject_name_cmp: X509Functions['X509_subject_name_cmp'] = lazily('X509_subject_name_cmp');
export const X509_subject_name_hash: X509Functions['X509_subject_name_hash'] = lazily('X509_subject_name_hash');
export const X509_up_ref: X509Functions['X509_up_ref'] = lazily('X509_up_ref');
export const X509_verify: X509Functions['X509_verify'] = lazily('X509_verify');
export const X509_verify_cert: X509Functions['X509_verify_cert'] = lazily('X509_verify_cert');
export const X509_verify_cert_error_string: X509Functions['X509_verify_cert_error_string'] = lazily('X509_verify_cert_error_string');
export const X509_VERIFY_PARAM_add1_host: X509Functions['X509_VERIFY_PARAM_add1_host'] = lazily('X509_VERIFY_PARAM_add1_host');
export const X509_VERIFY_PARAM_clear_flags: X509Functions['X509_VERIFY_PARAM_clear_flags'] = lazily('X509_VERIFY_PARAM_clear_flags');
export const X509_VERIFY_PARAM_free: X509Functions['X509_VERIFY_PARAM_free'] = lazily('X509_VERIFY_PARAM_free');
export const X509_VERIFY_PARAM_get0_email: X509Functions['X509_VERIFY_PARAM_get0_email'] = lazily('X509_VERIFY_PARAM_get0_email');
export const X509_VERIFY_PARAM_get0_host: X509Functions['X509_VERIFY_PARAM_get0_host'] = lazily('X509_VERIFY_PARAM_get0_host');
export const X509_VERIFY_PARAM_get0_name: X509Functions['X509_VERIFY_PARAM_get0_name'] = lazily('X509_VERIFY_PARAM_get0_name');
export const X509_VERIFY_PARAM_get0_peername: X509Functions['X509_VERIFY_PARAM_get0_peername'] = lazily('X509_VERIFY_PARAM_get0_peername');
export const X509_VERIFY_PARAM_get1_ip_asc: X509Functions['X509_VERIFY_PARAM_get1_ip_asc'] = lazily('X509_VERIFY_PARAM_get1_ip_asc');
export const X509_VERIFY_PARAM_get_auth_level: X509Functions['X509_VERIFY_PARAM_get_auth_level'] = lazily('X509_VERIFY_PARAM_get_auth_level');
export const X509_VERIFY_PARAM_get_depth: X509Functions['X509_VERIFY_PARAM_get_depth'] = lazily('X509_VERIFY_PARAM_get_depth');
export const X509_VERIFY_PARAM_get_flags: X509Functions['X509_VERIFY_PARAM_get_flags'] = lazily('X509_VERIFY_PARAM_get_flags');
export const X509_VERIFY_PARAM_get_hostflags: X509Functions['X509_VERIFY_PARAM_get_hostflags'] = lazily('X509_VERIFY_PARAM_get_hostflags');
export const X509_VERIFY_PARAM_get_inh_flags: X509Functions['X509_VERIFY_PARAM_get_inh_flags'] = lazily('X509_VERIFY_PARAM_get_inh_flags');
export const X509_VERIFY_PARAM_get_purpose: X509Functions['X509_VERIFY_PARAM_get_purpose'] = lazily('X509_VERIFY_PARAM_get_purpose');
export const X509_VERIFY_PARAM_get_time: X509Functions['X509_VERIFY_PARAM_get_time'] = lazily('X509_VERIFY_PARAM_get_time');
export const X509_VERIFY_PARAM_inherit: X509Functions['X509_VERIFY_PARAM_inherit'] = lazily('X509_VERIFY_PARAM_inherit');
export const X509_VERIFY_PARAM_lookup: X509Functions['X509_VERIFY_PARAM_lookup'] = lazily('X509_VERIFY_PARAM_lookup');
export const X509_VERIFY_PARAM_move_peername: X509Functions['X509_VERIFY_PARAM_move_peername'] = lazily('X509_VERIFY_PARAM_move_peername');
export const X509_VERIFY_PARAM_new: X509Functions['X509_VERIFY_PARAM_new'] = lazily('X509_VERIFY_PARAM_new');
export const X509_VERIFY_PARAM_set1: X509Functions['X509_VERIFY_PARAM_set1'] = lazily('X509_VERIFY_PARAM_set1');
export const X509_VERIFY_PARAM_set1_email: X509Functions['X509_VERIFY_PARAM_set1_email'] = lazily('X509_VERIFY_PARAM_set1_email');
export const X509_VERIFY_PARAM_set1_host: X509Functions['X509_VERIFY_PARAM_set1_host'] = lazily('X509_VERIFY_PARAM_set1_host');
export const X509_VERIFY_PARAM_set1_ip: X509Functions['X509_VERIFY_PARAM_set1_ip'] = lazily('X509_VERIFY_PARAM_set1_ip');
export const X509_VERIFY_PARAM_set1_ip_asc: X509Functions['X509_VERIFY_PARAM_set1_ip_asc'] = lazily('X509_VERIFY_PARAM_set1_ip_asc');
export const X509_VERIFY_PARAM_set1_name: X509Functions['X509_VERIFY_PARAM_set1_name'] = lazily('X509_VERIFY_PARAM_set1_name');
export const X509_VERIFY_PARAM_set_auth_level: X509Functions['X509_VERIFY_PARAM_set_auth_level'] = lazily('X509_VERIFY_PARAM_set_auth_level');
export const X509_VERIFY_PARAM_set_depth: X509Functions['X509_VERIFY_PARAM_set_depth'] = lazily('X509_VERIFY_PARAM_set_depth');
export const X509_VERIFY_PARAM_set_flags: X509Functions['X509_VERIFY_PARAM_set_flags'] = lazily('X509_VERIFY_PARAM_set_flags');
export const X509_VERIFY_PARAM_set_hostflags: X509Functions['X509_VERIFY_PARAM_set_hostflags'] = lazily('X509_VERIFY_PARAM_set_hostflags');
export const X509_VERIFY_PARAM_set_inh_flags: X509Functions['X509_VERIFY_PARAM_set_inh_flags'] = lazily('X509_VERIFY_PARAM_set_inh_flags');
export const X509_VERIFY_PARAM_set_purpose: X509Functions['X509_VERIFY_PARAM_set_purpose'] = lazily('X509_VERIFY_PARAM_set_purpose');
export const X509_VERIFY_PARAM_set_time: X509Functions['X509_VERIFY_PARAM_set_time'] = lazily('X509_VERIFY_PARAM_set_time');
export const X509_VERIFY_PARAM_set_trust: X509Functions['X509_VERIFY_PARAM_set_trust'] = lazily('X509_VERIFY_PARAM_set_trust');
export const X509V3_EXT_get: X509Functions['X509V3_EXT_get'] = lazily('X509V3_EXT_get');
export const X509V3_EXT_print: X509Functions['X509V3_EXT_print'] = lazily('X509V3_EXT_print');
export const X509V3_EXT_print_fp: X509Functions['X509V3_EXT_print_fp'] = lazily('X509V3_EXT_print_fp');
export const X509V3_extensions_print: X509Functions['X509V3_extensions_print'] = lazily('X509V3_extensions_print');
export const GENERAL_NAME_get0_value: X509Functions['GENERAL_NAME_get0_value'] = lazily('GENERAL_NAME_get0_value');
export const GENERAL_NAMES_free: X509Functions['GENERAL_NAMES_free'] = lazily('GENERAL_NAMES_free');
export const sk_CONF_VALUE_num: X509Functions['sk_CONF_VALUE_num'] = lazily('sk_CONF_VALUE_num');
export const sk_CONF_VALUE_value: X509Functions['sk_CONF_VALUE_value'] = lazily('sk_CONF_VALUE_value');
export const sk_GENERAL_NAME_num: X509Functions['sk_GENERAL_NAME_num'] = lazily('sk_GENERAL_NAME_num');
export const sk_GENERAL_NAME_value: X509Functions['sk_GENERAL_NAME_value'] = lazily('sk_GENERAL_NAME_value');
export const sk_SSL_CIPHER_num: X509Functions['sk_SSL_CIPHER_num'] = lazily('sk_SSL_CIPHER_num');
export const sk_SSL_CIPHER_value: X509Functions['sk_SSL_CIPHER_value'] = lazily('sk_SSL_CIPHER_value');
export const sk_SSL_COMP_num: X509Functions['sk_SSL_COMP_num'] = lazily('sk_SSL_COMP_num');
export const sk_SSL_COMP_value: X509Functions['sk_SSL_COMP_value'] = lazily('sk_SSL_COMP_value');
export const sk_X509_NAME_num: X509Functions['sk_X509_NAME_num'] = lazily('sk_X509_NAME_num');
export const sk_X509_NAME_value: X509Functions['sk_X509_NAME_value'] = lazily('sk_X509_NAME_value');
export const sk_X509_num: X509Functions['sk_X509_num'] = lazily('sk_X509_num');
export const sk_X509_pop_free: X509Functions['sk_X509_pop_free'] = lazily('sk_X509_pop_free');
export const sk_X509_value: X509Functions['sk_X509_value'] = lazily('sk_X509_value');
export const X509_add1_ext_i2d: X509Functions['X509_add1_ext_i2d'] = lazily('X509_add1_ext_i2d');
export const X509_ALGOR_get0: X509Functions['X509_ALGOR_get0'] = lazily('X509_ALGOR_get0');
export const X509_check_host: X509Functions['X509_check_host'] = lazily('X509_check_host');
export const X509_digest: X509Functions['X509_digest'] = lazily('X509_digest');
export const X509_email_free: X509Functions['X509_email_free'] = lazily('X509_email_free');
export const X509_get1_email: X509Functions['X509_get1_email'] = lazily('X509_get1_email');
export const X509_get1_ocsp: X509Functions['X509_get1_ocsp'] = lazily('X509_get1_ocsp');
export const X509_get_ex_data: X509Functions['X509_get_ex_data'] = lazily('X509_get_ex_data');
export const X509_get_ex_new_index: X509Functions['X509_get_ex_new_index'] = lazily('X509_get_ex_new_index');
export const X509_get_ext_d2i: X509Functions['X509_get_ext_d2i'] = lazily('X509_get_ext_d2i');
export const X509_gmtime_adj: X509Functions['X509_gmtime_adj'] = lazily('X509_gmtime_adj');
export const X509_LOOKUP_add_dir: X509Functions['X509_LOOKUP_add_dir'] = lazily('X509_LOOKUP_add_dir');
export const X509_LOOKUP_load_file: X509Functions['X509_LOOKUP_load_file'] = lazily('X509_LOOKUP_load_file');
export const X509_NAME_digest: X509Functions['X509_NAME_digest'] = lazily('X509_NAME_digest');
export const X509_NAME_oneline: X509Functions['X509_NAME_oneline'] = lazily('X509_NAME_oneline');
export const X509_pubkey_digest: X509Functions['X509_pubkey_digest'] = lazily('X509_pubkey_digest');
export const X509_PUBKEY_get0_param: X509Functions['X509_PUBKEY_get0_param'] = lazily('X509_PUBKEY_get0_param');
export const X509_set_ex_data: X509Functions['X509_set_ex_data'] = lazily('X509_set_ex_data');
export const X509_STORE_CTX_get_ex_data: X509Functions['X509_STORE_CTX_get_ex_data'] = lazily('X509_STORE_CTX_get_ex_data');
export const X509_STORE_CTX_get_ex_new_index: X509Functions['X509_STORE_CTX_get_ex_new_index'] = lazily('X509_STORE_CTX_get_ex_new_index');
export const X509_STORE_CTX_set_ex_data: X509Functions['X509_STORE_CTX_set_ex_data'] = lazily('X509_STORE_CTX_set_ex_data');
export const X509_STORE_CTX_set_verify_cb: X509Functions['X509_STORE_CTX_set_verify_cb'] = lazily('X509_STORE_CTX_set_verify_cb');
export const X509_STORE_get_ex_data: X509Functions['X509_STORE_get_ex_data'] = lazily('X509_STORE_get_ex_data');
export const X509_STORE_get_ex_new_index: X509Functions['X509_STORE_get_ex_new_index'] = lazily('X509_STORE_get_ex_new_index');
export const X509_STORE_set_ex_data: X509Functions['X509_STORE_set_ex_data'] = lazily('X509_STORE_set_ex_data');
export const X509_STORE_set_verify_cb: X509Functions['X509_STORE_set_verify_cb'] = lazily('X509_STORE_set_verify_cb');
export const X509_STORE_set_verify_cb_func: X509Functions['X509_STORE_set_verify_cb_func'] = lazily('X509_STORE_set_verify_cb_func');
export const X509V3_CTX_new: X509Functions['X509V3_CTX_new'] = lazily('X509V3_CTX_new');
export const X509V3_EXT_conf_nid: X509Functions['X509V3_EXT_conf_nid'] = lazily('X509V3_EXT_conf_nid');
export const X509V3_set_ctx: X509Functions['X509V3_set_ctx'] = lazily('X509V3_set_ctx');
