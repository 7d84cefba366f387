// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** SSL_CTX. */
export interface ContextFunctions {
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_SRP_CTX_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_SRP_CTX_init: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<X509> x)`, SSL_CTX_add1_to_CA_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add1_to_CA_list: (ctx: k.SSL_CTX, x: k.X509) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<X509> x)`, SSL_CTX_add_client_CA(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add_client_CA: (ctx: k.SSL_CTX, x: k.X509) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<SSL_SESSION> session)`, SSL_CTX_add_session(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add_session: (ctx: k.SSL_CTX, session: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_check_private_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_check_private_key: (ctx: k.SSL_CTX) => number;
  /**
   * `Options (Ref<SSL_CTX> ctx, Options op)`, SSL_CTX_clear_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_clear_options: (ctx: k.SSL_CTX, op: bigint | number) => bigint;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int alg)`, SSL_CTX_compress_certs(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_compress_certs: (ctx: k.SSL_CTX, alg: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text name)`, SSL_CTX_config(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_config: (ctx: k.SSL_CTX, name: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_ct_is_enabled(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_ct_is_enabled: (ctx: k.SSL_CTX) => number;
  /**
   * `ULong (Ref<SSL_CTX> ctx, ULong flags)`, SSL_CTX_dane_clear_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_dane_clear_flags: (ctx: k.SSL_CTX, flags: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_dane_enable(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_dane_enable: (ctx: k.SSL_CTX) => number;
  /**
   * `ULong (Ref<SSL_CTX> ctx, ULong flags)`, SSL_CTX_dane_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_dane_set_flags: (ctx: k.SSL_CTX, flags: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> s, InBytes protos, Size protos_len)`, SSL_CTX_ech_set1_outer_alpn_protos(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_ech_set1_outer_alpn_protos: (s: k.SSL_CTX, protos: k.InBytes, protos_len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int validation_mode)`, SSL_CTX_enable_ct(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_enable_ct: (ctx: k.SSL_CTX, validation_mode: number) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Long tm)`, SSL_CTX_flush_sessions(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_flush_sessions: (ctx: k.SSL_CTX, tm: k.CLong) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Time tm)`, SSL_CTX_flush_sessions_ex(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_flush_sessions_ex: (ctx: k.SSL_CTX, tm: k.CLong) => void;
  /**
   * `Void (Free<SSL_CTX> arg1)`, SSL_CTX_free(3).
   * Gives one reference of `arg1` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_CTX_free: (arg1: k.SSL_CTX | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, OutView protos, Out<UInt> protos_len)`, SSL_CTX_get0_alpn_protos(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_get0_alpn_protos: (ctx: k.SSL_CTX, protos: k.Out<Uint8Array | null>, protos_len: k.Out<number>) => void;
  /**
   * `StackBorrowed<X509_NAME> (Ref<SSL_CTX> ctx)`, SSL_CTX_get0_CA_list(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get0_CA_list: (ctx: k.SSL_CTX) => k.X509_NAME[] | null;
  /**
   * `Borrowed<X509> (Ref<SSL_CTX> ctx)`, SSL_CTX_get0_certificate(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get0_certificate: (ctx: k.SSL_CTX) => k.X509 | null;
  /**
   * `Borrowed<X509_VERIFY_PARAM> (Ref<SSL_CTX> ctx)`, SSL_CTX_get0_param(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get0_param: (ctx: k.SSL_CTX) => k.X509_VERIFY_PARAM | null;
  /**
   * `Borrowed<EVP_PKEY> (Ref<SSL_CTX> ctx)`, SSL_CTX_get0_privatekey(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get0_privatekey: (ctx: k.SSL_CTX) => k.EVP_PKEY | null;
  /**
   * `Borrowed<X509_STORE> (Ref<SSL_CTX> arg1)`, SSL_CTX_get_cert_store(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_cert_store: (arg1: k.SSL_CTX) => k.X509_STORE | null;
  /**
   * `StackBorrowed<SSL_CIPHER> (Ref<SSL_CTX> ctx)`, SSL_CTX_get_ciphers(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_ciphers: (ctx: k.SSL_CTX) => k.SSL_CIPHER[] | null;
  /**
   * `StackBorrowed<X509_NAME> (Ref<SSL_CTX> s)`, SSL_CTX_get_client_CA_list(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_client_CA_list: (s: k.SSL_CTX) => k.X509_NAME[] | null;
  /**
   * `UInt (Ref<SSL_CTX> ctx)`, SSL_CTX_get_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_max_early_data: (ctx: k.SSL_CTX) => number;
  /**
   * `Size (Ref<SSL_CTX> ctx)`, SSL_CTX_get_num_tickets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_num_tickets: (ctx: k.SSL_CTX) => number;
  /**
   * `Options (Ref<SSL_CTX> ctx)`, SSL_CTX_get_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_options: (ctx: k.SSL_CTX) => bigint;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_get_quiet_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_quiet_shutdown: (ctx: k.SSL_CTX) => number;
  /**
   * `UInt (Ref<SSL_CTX> ctx)`, SSL_CTX_get_recv_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_recv_max_early_data: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_get_security_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_security_level: (ctx: k.SSL_CTX) => number;
  /**
   * `Static<SSL_METHOD> (Ref<SSL_CTX> ctx)`, SSL_CTX_get_ssl_method(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_ssl_method: (ctx: k.SSL_CTX) => k.SSL_METHOD | null;
  /**
   * `WideLong (Ref<SSL_CTX> ctx)`, SSL_CTX_get_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_timeout: (ctx: k.SSL_CTX) => k.CLong;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_get_verify_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_verify_depth: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_get_verify_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_verify_mode: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt ext_type)`, SSL_CTX_has_client_custom_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_has_client_custom_ext: (ctx: k.SSL_CTX, ext_type: number) => number;
  /**
   * `Int (Ref<SSL_CTX> c)`, SSL_CTX_is_quic(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_is_quic: (c: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> c)`, SSL_CTX_is_server(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_is_server: (c: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text CApath)`, SSL_CTX_load_verify_dir(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_load_verify_dir: (ctx: k.SSL_CTX, CApath: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text CAfile)`, SSL_CTX_load_verify_file(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_load_verify_file: (ctx: k.SSL_CTX, CAfile: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, TextOrNull CAfile, TextOrNull CApath)`, SSL_CTX_load_verify_locations(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_load_verify_locations: (ctx: k.SSL_CTX, CAfile: string | null, CApath: string | null) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text CAstore)`, SSL_CTX_load_verify_store(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_load_verify_store: (ctx: k.SSL_CTX, CAstore: string) => number;
  /**
   * `Owned<SSL_CTX> (Ref<SSL_METHOD> meth)`, SSL_CTX_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_new: (meth: k.SSL_METHOD) => k.SSL_CTX | null;
  /**
   * `Owned<SSL_CTX> (RefOrNull<OSSL_LIB_CTX> libctx, TextOrNull propq, Ref<SSL_METHOD> meth)`, SSL_CTX_new_ex(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_new_ex: (libctx: k.OSSL_LIB_CTX | null, propq: string | null, meth: k.SSL_METHOD) => k.SSL_CTX | null;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<SSL_SESSION> session)`, SSL_CTX_remove_session(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_remove_session: (ctx: k.SSL_CTX, session: k.SSL_SESSION) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, StackTake<X509_NAME> name_list)`, SSL_CTX_set0_CA_list(3).
   * The reference of `name_list` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set0_CA_list: (ctx: k.SSL_CTX, name_list: readonly k.X509_NAME[] | null) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, Take<EVP_PKEY> dhpkey)`, SSL_CTX_set0_tmp_dh_pkey(3).
   * The reference of `dhpkey` goes over to OpenSSL if it succeeds.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set0_tmp_dh_pkey: (ctx: k.SSL_CTX, dhpkey: k.EVP_PKEY) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Out<Int> algs, Size len)`, SSL_CTX_set1_cert_comp_preference(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set1_cert_comp_preference: (ctx: k.SSL_CTX, algs: k.Out<number>, len: k.CLong) => number;
  /**
   * `Void (Ref<SSL_CTX> arg1, Ref<X509_STORE> arg2)`, SSL_CTX_set1_cert_store(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_cert_store: (arg1: k.SSL_CTX, arg2: k.X509_STORE) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, InBytes val, Size len)`, SSL_CTX_set1_client_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set1_client_cert_type: (ctx: k.SSL_CTX, val: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int algorithm, OutBytes comp_data, Size comp_length, Size orig_length)`, SSL_CTX_set1_compressed_cert(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set1_compressed_cert: (ctx: k.SSL_CTX, algorithm: number, comp_data: Uint8Array, comp_length: k.CLong, orig_length: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<X509_VERIFY_PARAM> vpm)`, SSL_CTX_set1_param(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_param: (ctx: k.SSL_CTX, vpm: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, InBytes val, Size len)`, SSL_CTX_set1_server_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set1_server_cert_type: (ctx: k.SSL_CTX, val: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, InBytes protos, UInt protos_len)`, SSL_CTX_set_alpn_protos(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_alpn_protos: (ctx: k.SSL_CTX, protos: k.InBytes, protos_len: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Size block_size)`, SSL_CTX_set_block_padding(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_block_padding: (ctx: k.SSL_CTX, block_size: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Size app_block_size, Size hs_block_size)`, SSL_CTX_set_block_padding_ex(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set_block_padding_ex: (ctx: k.SSL_CTX, app_block_size: k.CLong, hs_block_size: k.CLong) => number;
  /**
   * `Void (Ref<SSL_CTX> arg1, Take<X509_STORE> arg2)`, SSL_CTX_set_cert_store(3).
   * The reference of `arg2` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_CTX_set_cert_store: (arg1: k.SSL_CTX, arg2: k.X509_STORE) => void;
  /**
   * `Int (Ref<SSL_CTX> arg1, Text str)`, SSL_CTX_set_cipher_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cipher_list: (arg1: k.SSL_CTX, str: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text str)`, SSL_CTX_set_ciphersuites(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_ciphersuites: (ctx: k.SSL_CTX, str: string) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, StackTake<X509_NAME> name_list)`, SSL_CTX_set_client_CA_list(3).
   * The reference of `name_list` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_client_CA_list: (ctx: k.SSL_CTX, name_list: readonly k.X509_NAME[] | null) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text path)`, SSL_CTX_set_ctlog_list_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_ctlog_list_file: (ctx: k.SSL_CTX, path: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_set_default_ctlog_list_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_ctlog_list_file: (ctx: k.SSL_CTX) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Size len)`, SSL_CTX_set_default_read_buffer_len(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_read_buffer_len: (ctx: k.SSL_CTX, len: k.CLong) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_set_default_verify_dir(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_verify_dir: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_set_default_verify_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_verify_file: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_set_default_verify_paths(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_verify_paths: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx)`, SSL_CTX_set_default_verify_store(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set_default_verify_store: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt max_early_data)`, SSL_CTX_set_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_max_early_data: (ctx: k.SSL_CTX, max_early_data: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Size num_tickets)`, SSL_CTX_set_num_tickets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_num_tickets: (ctx: k.SSL_CTX, num_tickets: k.CLong) => number;
  /**
   * `Options (Ref<SSL_CTX> ctx, Options op)`, SSL_CTX_set_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_options: (ctx: k.SSL_CTX, op: bigint | number) => bigint;
  /**
   * `Void (Ref<SSL_CTX> ctx, Int val)`, SSL_CTX_set_post_handshake_auth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_post_handshake_auth: (ctx: k.SSL_CTX, val: number) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int purpose)`, SSL_CTX_set_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_purpose: (ctx: k.SSL_CTX, purpose: number) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Int mode)`, SSL_CTX_set_quiet_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_quiet_shutdown: (ctx: k.SSL_CTX, mode: number) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt recv_max_early_data)`, SSL_CTX_set_recv_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_recv_max_early_data: (ctx: k.SSL_CTX, recv_max_early_data: number) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Int level)`, SSL_CTX_set_security_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_security_level: (ctx: k.SSL_CTX, level: number) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, InBytes sid_ctx, UInt sid_ctx_len)`, SSL_CTX_set_session_id_context(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_session_id_context: (ctx: k.SSL_CTX, sid_ctx: k.InBytes, sid_ctx_len: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text password)`, SSL_CTX_set_srp_password(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_password: (ctx: k.SSL_CTX, password: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int strength)`, SSL_CTX_set_srp_strength(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_strength: (ctx: k.SSL_CTX, strength: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text name)`, SSL_CTX_set_srp_username(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_username: (ctx: k.SSL_CTX, name: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<SSL_METHOD> meth)`, SSL_CTX_set_ssl_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_ssl_version: (ctx: k.SSL_CTX, meth: k.SSL_METHOD) => number;
  /**
   * `WideLong (Ref<SSL_CTX> ctx, Long t)`, SSL_CTX_set_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_timeout: (ctx: k.SSL_CTX, t: k.CLong) => k.CLong;
  /**
   * `Int (Ref<SSL_CTX> ctx, UChar mode)`, SSL_CTX_set_tlsext_max_fragment_length(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_max_fragment_length: (ctx: k.SSL_CTX, mode: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text profiles)`, SSL_CTX_set_tlsext_use_srtp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_use_srtp: (ctx: k.SSL_CTX, profiles: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Int trust)`, SSL_CTX_set_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_trust: (ctx: k.SSL_CTX, trust: number) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Int depth)`, SSL_CTX_set_verify_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_verify_depth: (ctx: k.SSL_CTX, depth: number) => void;
  /**
   * `Int (UpRef<SSL_CTX> ctx)`, SSL_CTX_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_up_ref: (ctx: k.SSL_CTX) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text file, Int type)`, SSL_CTX_use_RSAPrivateKey_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_RSAPrivateKey_file: (ctx: k.SSL_CTX, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<X509> x509, RefOrNull<EVP_PKEY> privatekey, StackRefOrNull<X509> chain, Int override)`, SSL_CTX_use_cert_and_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_cert_and_key: (ctx: k.SSL_CTX, x509: k.X509, privatekey: k.EVP_PKEY | null, chain: readonly k.X509[] | null, override_: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<X509> x)`, SSL_CTX_use_certificate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_certificate: (ctx: k.SSL_CTX, x: k.X509) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text file)`, SSL_CTX_use_certificate_chain_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_certificate_chain_file: (ctx: k.SSL_CTX, file: string) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text file, Int type)`, SSL_CTX_use_certificate_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_certificate_file: (ctx: k.SSL_CTX, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<EVP_PKEY> pkey)`, SSL_CTX_use_PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_PrivateKey: (ctx: k.SSL_CTX, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Int pk, Ref<SSL_CTX> ctx, InBytes d, Long len)`, SSL_CTX_use_PrivateKey_ASN1(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_PrivateKey_ASN1: (pk: number, ctx: k.SSL_CTX, d: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text file, Int type)`, SSL_CTX_use_PrivateKey_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_PrivateKey_file: (ctx: k.SSL_CTX, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, TextOrNull identity_hint)`, SSL_CTX_use_psk_identity_hint(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_psk_identity_hint: (ctx: k.SSL_CTX, identity_hint: string | null) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Ref<RSA> rsa)`, SSL_CTX_use_RSAPrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_RSAPrivateKey: (ctx: k.SSL_CTX, rsa: k.RSA) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, InBytes serverinfo, Size serverinfo_length)`, SSL_CTX_use_serverinfo(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_serverinfo: (ctx: k.SSL_CTX, serverinfo: k.InBytes, serverinfo_length: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt version, InBytes serverinfo, Size serverinfo_length)`, SSL_CTX_use_serverinfo_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_serverinfo_ex: (ctx: k.SSL_CTX, version: number, serverinfo: k.InBytes, serverinfo_length: k.CLong) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Text file)`, SSL_CTX_use_serverinfo_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_use_serverinfo_file: (ctx: k.SSL_CTX, file: string) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Take<X509> x509)`, SSL_CTX_add0_chain_cert(3).
   * The reference of `x509` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_CTX_add0_chain_cert: (ctx: k.SSL_CTX, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Ref<X509> x509)`, SSL_CTX_add1_chain_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add1_chain_cert: (ctx: k.SSL_CTX, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Take<X509> x509)`, SSL_CTX_add_extra_chain_cert(3).
   * The reference of `x509` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_CTX_add_extra_chain_cert: (ctx: k.SSL_CTX, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long flags)`, SSL_CTX_build_cert_chain(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_build_cert_chain: (ctx: k.SSL_CTX, flags: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long op)`, SSL_CTX_clear_cert_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_clear_cert_flags: (ctx: k.SSL_CTX, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_clear_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_clear_chain_certs: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_clear_extra_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_clear_extra_chain_certs: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long op)`, SSL_CTX_clear_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_clear_mode: (ctx: k.SSL_CTX, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_max_cert_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_max_cert_list: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_max_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_max_proto_version: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_min_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_min_proto_version: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_mode: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_read_ahead(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_read_ahead: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_get_session_cache_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_session_cache_mode: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ssl)`, SSL_CTX_get_tlsext_status_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_tlsext_status_type: (ssl: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, OutBytesOrNull keys, Long keylen)`, SSL_CTX_get_tlsext_ticket_keys(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_tlsext_ticket_keys: (ctx: k.SSL_CTX, keys: Uint8Array | null, keylen: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Ref<X509> x509)`, SSL_CTX_select_current_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_select_current_cert: (ctx: k.SSL_CTX, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_accept(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_accept: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_accept_good(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_accept_good: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_accept_renegotiate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_accept_renegotiate: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_cache_full(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_cache_full: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_cb_hits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_cb_hits: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_connect(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_connect: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_connect_good(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_connect_good: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_connect_renegotiate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_connect_renegotiate: (ctx: k.SSL_CTX) => number;
  /**
   * `WideLong (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_get_cache_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_get_cache_size: (ctx: k.SSL_CTX) => k.CLong;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_hits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_hits: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_misses(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_misses: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_number(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_number: (ctx: k.SSL_CTX) => number;
  /**
   * `WideLong (Ref<SSL_CTX> ctx, Long t)`, SSL_CTX_sess_set_cache_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_set_cache_size: (ctx: k.SSL_CTX, t: k.CLong) => k.CLong;
  /**
   * `Long (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_timeouts(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_timeouts: (ctx: k.SSL_CTX) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, StackTake<X509> sk)`, SSL_CTX_set0_chain(3).
   * The reference of `sk` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set0_chain: (ctx: k.SSL_CTX, sk: readonly k.X509[] | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, TakeOrNull<X509_STORE> st)`, SSL_CTX_set0_chain_cert_store(3).
   * The reference of `st` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set0_chain_cert_store: (ctx: k.SSL_CTX, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, TakeOrNull<X509_STORE> st)`, SSL_CTX_set0_verify_cert_store(3).
   * The reference of `st` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set0_verify_cert_store: (ctx: k.SSL_CTX, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, StackRefOrNull<X509> sk)`, SSL_CTX_set1_chain(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_chain: (ctx: k.SSL_CTX, sk: readonly k.X509[] | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, RefOrNull<X509_STORE> st)`, SSL_CTX_set1_chain_cert_store(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_chain_cert_store: (ctx: k.SSL_CTX, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, InBytes clist, Long clistlen)`, SSL_CTX_set1_client_certificate_types(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_client_certificate_types: (ctx: k.SSL_CTX, clist: k.InBytes, clistlen: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Text s)`, SSL_CTX_set1_client_sigalgs_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_client_sigalgs_list: (ctx: k.SSL_CTX, s: string) => number;
  /**
   * `Long (Ref<SSL_CTX> s, Text list)`, SSL_CTX_set1_curves_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_curves_list: (s: k.SSL_CTX, list: string) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Text s)`, SSL_CTX_set1_groups_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_groups_list: (ctx: k.SSL_CTX, s: string) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Text s)`, SSL_CTX_set1_sigalgs_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_sigalgs_list: (ctx: k.SSL_CTX, s: string) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, RefOrNull<X509_STORE> st)`, SSL_CTX_set1_verify_cert_store(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_verify_cert_store: (ctx: k.SSL_CTX, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long op)`, SSL_CTX_set_cert_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cert_flags: (ctx: k.SSL_CTX, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long op)`, SSL_CTX_set_current_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_current_cert: (ctx: k.SSL_CTX, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long onoff)`, SSL_CTX_set_dh_auto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_dh_auto: (ctx: k.SSL_CTX, onoff: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_max_cert_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_max_cert_list: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_max_pipelines(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_max_pipelines: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long version)`, SSL_CTX_set_max_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_max_proto_version: (ctx: k.SSL_CTX, version: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_max_send_fragment(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_max_send_fragment: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long version)`, SSL_CTX_set_min_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_min_proto_version: (ctx: k.SSL_CTX, version: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long op)`, SSL_CTX_set_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_mode: (ctx: k.SSL_CTX, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_read_ahead(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_read_ahead: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_session_cache_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_session_cache_mode: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Long m)`, SSL_CTX_set_split_send_fragment(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_split_send_fragment: (ctx: k.SSL_CTX, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ssl, Long type)`, SSL_CTX_set_tlsext_status_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_status_type: (ssl: k.SSL_CTX, type_: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, InBytesOrNull keys, Long keylen)`, SSL_CTX_set_tlsext_ticket_keys(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_ticket_keys: (ctx: k.SSL_CTX, keys: k.InBytes | null, keylen: k.CLong) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Ref<DH> dh)`, SSL_CTX_set_tmp_dh(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tmp_dh: (ctx: k.SSL_CTX, dh: k.DH) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Ref<EC_KEY> ecdh)`, SSL_CTX_set_tmp_ecdh(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tmp_ecdh: (ctx: k.SSL_CTX, ecdh: k.EC_KEY) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Any sk)`, SSL_CTX_get0_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get0_chain_certs: (ctx: k.SSL_CTX, sk: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt ext_type, Callback<custom_ext_add_cb> add_cb, Callback<custom_ext_free_cb> free_cb, Any add_arg, Callback<custom_ext_parse_cb> parse_cb, Any parse_arg)`, SSL_CTX_add_client_custom_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add_client_custom_ext: (ctx: k.SSL_CTX, ext_type: number, add_cb: k.custom_ext_add_cb | null, free_cb: k.custom_ext_free_cb | null, add_arg: unknown, parse_cb: k.custom_ext_parse_cb | null, parse_arg: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt ext_type, UInt context, Callback<SSL_custom_ext_add_cb_ex> add_cb, Callback<SSL_custom_ext_free_cb_ex> free_cb, Any add_arg, Callback<SSL_custom_ext_parse_cb_ex> parse_cb, Any parse_arg)`, SSL_CTX_add_custom_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add_custom_ext: (ctx: k.SSL_CTX, ext_type: number, context: number, add_cb: k.SSL_custom_ext_add_cb_ex | null, free_cb: k.SSL_custom_ext_free_cb_ex | null, add_arg: unknown, parse_cb: k.SSL_custom_ext_parse_cb_ex | null, parse_arg: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, UInt ext_type, Callback<custom_ext_add_cb> add_cb, Callback<custom_ext_free_cb> free_cb, Any add_arg, Callback<custom_ext_parse_cb> parse_cb, Any parse_arg)`, SSL_CTX_add_server_custom_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_add_server_custom_ext: (ctx: k.SSL_CTX, ext_type: number, add_cb: k.custom_ext_add_cb | null, free_cb: k.custom_ext_free_cb | null, add_arg: unknown, parse_cb: k.custom_ext_parse_cb | null, parse_arg: unknown) => number;
  /**
   * `Any (Ref<SSL_CTX> s)`, SSL_CTX_get_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_app_data: (s: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_get_client_cert_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_client_cert_cb: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_get_default_passwd_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_default_passwd_cb: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_get_default_passwd_cb_userdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_default_passwd_cb_userdata: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> s, Int idx)`, SSL_CTX_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_ex_data: (s: k.SSL_CTX, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, SSL_CTX_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_CTX_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Any sk)`, SSL_CTX_get_extra_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_extra_chain_certs: (ctx: k.SSL_CTX, sk: unknown) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Any sk)`, SSL_CTX_get_extra_chain_certs_only(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_extra_chain_certs_only: (ctx: k.SSL_CTX, sk: unknown) => number;
  /**
   * `Any (Ref<SSL_CTX> s)`, SSL_CTX_get_info_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_info_callback: (s: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_get_keylog_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_keylog_callback: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> s)`, SSL_CTX_get_verify_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_get_verify_callback: (s: k.SSL_CTX) => unknown;
  /**
   * `Long (Ref<SSL_CTX> s)`, SSL_CTX_need_tmp_RSA(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_need_tmp_RSA: (s: k.SSL_CTX) => number;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_get_get_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_get_get_cb: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_get_new_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_get_new_cb: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Any (Ref<SSL_CTX> ctx)`, SSL_CTX_sess_get_remove_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_get_remove_cb: (ctx: k.SSL_CTX) => unknown;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_get_session_cb> cb)`, SSL_CTX_sess_set_get_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_set_get_cb: (ctx: k.SSL_CTX, cb: k.SSL_get_session_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_new_session_cb> cb)`, SSL_CTX_sess_set_new_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_set_new_cb: (ctx: k.SSL_CTX, cb: k.SSL_new_session_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_remove_session_cb> cb)`, SSL_CTX_sess_set_remove_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_sess_set_remove_cb: (ctx: k.SSL_CTX, cb: k.SSL_remove_session_cb | null) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, Any list, Int n)`, SSL_CTX_set1_groups(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set1_groups: (ctx: k.SSL_CTX, list: unknown, n: number) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_allow_early_data_cb_fn> cb, Any arg)`, SSL_CTX_set_allow_early_data_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_allow_early_data_cb: (ctx: k.SSL_CTX, cb: k.SSL_allow_early_data_cb_fn | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_CTX_alpn_select_cb_func> cb, Any arg)`, SSL_CTX_set_alpn_select_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_alpn_select_cb: (ctx: k.SSL_CTX, cb: k.SSL_CTX_alpn_select_cb_func | null, arg: unknown) => void;
  /**
   * `Int (Ref<SSL_CTX> s, Any arg)`, SSL_CTX_set_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_app_data: (s: k.SSL_CTX, arg: unknown) => number;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_cert_cb> cb, Any arg)`, SSL_CTX_set_cert_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cert_cb: (s: k.SSL_CTX, cb: k.SSL_cert_cb | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_cert_verify_cb> cb, Any arg)`, SSL_CTX_set_cert_verify_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cert_verify_callback: (ctx: k.SSL_CTX, cb: k.SSL_cert_verify_cb | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_client_cert_cb> cb)`, SSL_CTX_set_client_cert_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_client_cert_cb: (ctx: k.SSL_CTX, cb: k.SSL_client_cert_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_client_hello_cb_fn> cb, Any arg)`, SSL_CTX_set_client_hello_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_client_hello_cb: (ctx: k.SSL_CTX, cb: k.SSL_client_hello_cb_fn | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_cookie_generate_cb> cb)`, SSL_CTX_set_cookie_generate_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cookie_generate_cb: (ctx: k.SSL_CTX, cb: k.SSL_cookie_generate_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_cookie_verify_cb> cb)`, SSL_CTX_set_cookie_verify_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_cookie_verify_cb: (ctx: k.SSL_CTX, cb: k.SSL_cookie_verify_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<pem_password_cb> cb)`, SSL_CTX_set_default_passwd_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_passwd_cb: (s: k.SSL_CTX, cb: k.pem_password_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Any u)`, SSL_CTX_set_default_passwd_cb_userdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_default_passwd_cb_userdata: (s: k.SSL_CTX, u: unknown) => void;
  /**
   * `Long (Ref<SSL_CTX> s, Int onoff)`, SSL_CTX_set_ecdh_auto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_ecdh_auto: (s: k.SSL_CTX, onoff: number) => number;
  /**
   * `Int (Ref<SSL_CTX> s, Int idx, Any data)`, SSL_CTX_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_ex_data: (s: k.SSL_CTX, idx: number, data: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<GEN_SESSION_CB> cb)`, SSL_CTX_set_generate_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_generate_session_id: (ctx: k.SSL_CTX, cb: k.GEN_SESSION_CB | null) => number;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_info_cb> cb)`, SSL_CTX_set_info_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_info_callback: (s: k.SSL_CTX, cb: k.SSL_info_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_CTX_keylog_cb_func> cb)`, SSL_CTX_set_keylog_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_keylog_callback: (ctx: k.SSL_CTX, cb: k.SSL_CTX_keylog_cb_func | null) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_msg_cb> cb)`, SSL_CTX_set_msg_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_msg_callback: (s: k.SSL_CTX, cb: k.SSL_msg_cb | null) => void;
  /**
   * `Long (Ref<SSL_CTX> s, Any arg)`, SSL_CTX_set_msg_callback_arg(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_msg_callback_arg: (s: k.SSL_CTX, arg: unknown) => number;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_CTX_npn_select_cb_func> cb, Any arg)`, SSL_CTX_set_next_proto_select_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_next_proto_select_cb: (s: k.SSL_CTX, cb: k.SSL_CTX_npn_select_cb_func | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_CTX_npn_advertised_cb_func> cb, Any arg)`, SSL_CTX_set_next_protos_advertised_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_next_protos_advertised_cb: (s: k.SSL_CTX, cb: k.SSL_CTX_npn_advertised_cb_func | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_psk_client_cb_func> cb)`, SSL_CTX_set_psk_client_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_psk_client_callback: (s: k.SSL_CTX, cb: k.SSL_psk_client_cb_func | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_psk_find_session_cb_func> cb)`, SSL_CTX_set_psk_find_session_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_psk_find_session_callback: (ctx: k.SSL_CTX, cb: k.SSL_psk_find_session_cb_func | null) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Callback<SSL_psk_server_cb_func> cb)`, SSL_CTX_set_psk_server_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_psk_server_callback: (s: k.SSL_CTX, cb: k.SSL_psk_server_cb_func | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_psk_use_session_cb_func> cb)`, SSL_CTX_set_psk_use_session_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_psk_use_session_callback: (ctx: k.SSL_CTX, cb: k.SSL_psk_use_session_cb_func | null) => void;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<SSL_CTX_generate_session_ticket_fn> gen_cb, Callback<SSL_CTX_decrypt_session_ticket_fn> dec_cb, Any arg)`, SSL_CTX_set_session_ticket_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_session_ticket_cb: (ctx: k.SSL_CTX, gen_cb: k.SSL_CTX_generate_session_ticket_fn | null, dec_cb: k.SSL_CTX_decrypt_session_ticket_fn | null, arg: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Any arg)`, SSL_CTX_set_srp_cb_arg(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_cb_arg: (ctx: k.SSL_CTX, arg: unknown) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<SSL_srp_client_pwd_cb> cb)`, SSL_CTX_set_srp_client_pwd_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_client_pwd_callback: (ctx: k.SSL_CTX, cb: k.SSL_srp_client_pwd_cb | null) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<SSL_srp_username_cb> cb)`, SSL_CTX_set_srp_username_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_username_callback: (ctx: k.SSL_CTX, cb: k.SSL_srp_username_cb | null) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<SSL_srp_verify_param_cb> cb)`, SSL_CTX_set_srp_verify_param_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_srp_verify_param_callback: (ctx: k.SSL_CTX, cb: k.SSL_srp_verify_param_cb | null) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_stateless_cookie_generate_cb> cb)`, SSL_CTX_set_stateless_cookie_generate_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_stateless_cookie_generate_cb: (ctx: k.SSL_CTX, cb: k.SSL_stateless_cookie_generate_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_stateless_cookie_verify_cb> cb)`, SSL_CTX_set_stateless_cookie_verify_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_stateless_cookie_verify_cb: (ctx: k.SSL_CTX, cb: k.SSL_stateless_cookie_verify_cb | null) => void;
  /**
   * `Long (Ref<SSL_CTX> ctx, Any arg)`, SSL_CTX_set_tlsext_servername_arg(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_servername_arg: (ctx: k.SSL_CTX, arg: unknown) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Callback<SSL_servername_cb> cb)`, SSL_CTX_set_tlsext_servername_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_servername_callback: (ctx: k.SSL_CTX, cb: k.SSL_servername_cb | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Any arg)`, SSL_CTX_set_tlsext_status_arg(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_status_arg: (ctx: k.SSL_CTX, arg: unknown) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Callback<SSL_status_cb> cb)`, SSL_CTX_set_tlsext_status_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_status_cb: (ctx: k.SSL_CTX, cb: k.SSL_status_cb | null) => number;
  /**
   * `Long (Ref<SSL_CTX> ctx, Callback<SSL_ticket_key_cb> cb)`, SSL_CTX_set_tlsext_ticket_key_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tlsext_ticket_key_cb: (ctx: k.SSL_CTX, cb: k.SSL_ticket_key_cb | null) => number;
  /**
   * `Int (Ref<SSL_CTX> ctx, Callback<SSL_ticket_key_evp_cb> cb)`, SSL_CTX_set_tlsext_ticket_key_evp_cb(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set_tlsext_ticket_key_evp_cb: (ctx: k.SSL_CTX, cb: k.SSL_ticket_key_evp_cb | null) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_tmp_dh_cb> cb)`, SSL_CTX_set_tmp_dh_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tmp_dh_callback: (ctx: k.SSL_CTX, cb: k.SSL_tmp_dh_cb | null) => void;
  /**
   * `Void (Ref<SSL_CTX> ctx, Any cb)`, SSL_CTX_set_tmp_rsa_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_tmp_rsa_callback: (ctx: k.SSL_CTX, cb: unknown) => void;
  /**
   * `Void (Ref<SSL_CTX> s, Int mode, Callback<SSL_verify_cb> callback)`, SSL_CTX_set_verify(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CTX_set_verify: (s: k.SSL_CTX, mode: number, callback: k.SSL_verify_cb | null) => void;
}

export const SSL_CTX_SRP_CTX_init: ContextFunctions['SSL_CTX_SRP_CTX_init'] = lazily('SSL_CTX_SRP_CTX_init');
export const SSL_CTX_add1_to_CA_list: ContextFunctions['SSL_CTX_add1_to_CA_list'] = lazily('SSL_CTX_add1_to_CA_list');
export const SSL_CTX_add_client_CA: ContextFunctions['SSL_CTX_add_client_CA'] = lazily('SSL_CTX_add_client_CA');
export const SSL_CTX_add_session: ContextFunctions['SSL_CTX_add_session'] = lazily('SSL_CTX_add_session');
export const SSL_CTX_check_private_key: ContextFunctions['SSL_CTX_check_private_key'] = lazily('SSL_CTX_check_private_key');
export const SSL_CTX_clear_options: ContextFunctions['SSL_CTX_clear_options'] = lazily('SSL_CTX_clear_options');
export const SSL_CTX_compress_certs: ContextFunctions['SSL_CTX_compress_certs'] = lazily('SSL_CTX_compress_certs');
export const SSL_CTX_config: ContextFunctions['SSL_CTX_config'] = lazily('SSL_CTX_config');
export const SSL_CTX_ct_is_enabled: ContextFunctions['SSL_CTX_ct_is_enabled'] = lazily('SSL_CTX_ct_is_enabled');
export const SSL_CTX_dane_clear_flags: ContextFunctions['SSL_CTX_dane_clear_flags'] = lazily('SSL_CTX_dane_clear_flags');
export const SSL_CTX_dane_enable: ContextFunctions['SSL_CTX_dane_enable'] = lazily('SSL_CTX_dane_enable');
export const SSL_CTX_dane_set_flags: ContextFunctions['SSL_CTX_dane_set_flags'] = lazily('SSL_CTX_dane_set_flags');
export const SSL_CTX_ech_set1_outer_alpn_protos: ContextFunctions['SSL_CTX_ech_set1_outer_alpn_protos'] = lazily('SSL_CTX_ech_set1_outer_alpn_protos');
export const SSL_CTX_enable_ct: ContextFunctions['SSL_CTX_enable_ct'] = lazily('SSL_CTX_enable_ct');
export const SSL_CTX_flush_sessions: ContextFunctions['SSL_CTX_flush_sessions'] = lazily('SSL_CTX_flush_sessions');
export const SSL_CTX_flush_sessions_ex: ContextFunctions['SSL_CTX_flush_sessions_ex'] = lazily('SSL_CTX_flush_sessions_ex');
export const SSL_CTX_free: ContextFunctions['SSL_CTX_free'] = lazily('SSL_CTX_free');
export const SSL_CTX_get0_alpn_protos: ContextFunctions['SSL_CTX_get0_alpn_protos'] = lazily('SSL_CTX_get0_alpn_protos');
export const SSL_CTX_get0_CA_list: ContextFunctions['SSL_CTX_get0_CA_list'] = lazily('SSL_CTX_get0_CA_list');
export const SSL_CTX_get0_certificate: ContextFunctions['SSL_CTX_get0_certificate'] = lazily('SSL_CTX_get0_certificate');
export const SSL_CTX_get0_param: ContextFunctions['SSL_CTX_get0_param'] = lazily('SSL_CTX_get0_param');
export const SSL_CTX_get0_privatekey: ContextFunctions['SSL_CTX_get0_privatekey'] = lazily('SSL_CTX_get0_privatekey');
export const SSL_CTX_get_cert_store: ContextFunctions['SSL_CTX_get_cert_store'] = lazily('SSL_CTX_get_cert_store');
export const SSL_CTX_get_ciphers: ContextFunctions['SSL_CTX_get_ciphers'] = lazily('SSL_CTX_get_ciphers');
export const SSL_CTX_get_client_CA_list: ContextFunctions['SSL_CTX_get_client_CA_list'] = lazily('SSL_CTX_get_client_CA_list');
export const SSL_CTX_get_max_early_data: ContextFunctions['SSL_CTX_get_max_early_data'] = lazily('SSL_CTX_get_max_early_data');
export const SSL_CTX_get_num_tickets: ContextFunctions['SSL_CTX_get_num_tickets'] = lazily('SSL_CTX_get_num_tickets');
export const SSL_CTX_get_options: ContextFunctions['SSL_CTX_get_options'] = lazily('SSL_CTX_get_options');
export const SSL_CTX_get_quiet_shutdown: ContextFunctions['SSL_CTX_get_quiet_shutdown'] = lazily('SSL_CTX_get_quiet_shutdown');
export const SSL_CTX_get_recv_max_early_data: ContextFunctions['SSL_CTX_get_recv_max_early_data'] = lazily('SSL_CTX_get_recv_max_early_data');
export const SSL_CTX_get_security_level: ContextFunctions['SSL_CTX_get_security_level'] = lazily('SSL_CTX_get_security_level');
export const SSL_CTX_get_ssl_method: ContextFunctions['SSL_CTX_get_ssl_method'] = lazily('SSL_CTX_get_ssl_method');
export const SSL_CTX_get_timeout: ContextFunctions['SSL_CTX_get_timeout'] = lazily('SSL_CTX_get_timeout');
export const SSL_CTX_get_verify_depth: ContextFunctions['SSL_CTX_get_verify_depth'] = lazily('SSL_CTX_get_verify_depth');
export const SSL_CTX_get_verify_mode: ContextFunctions['SSL_CTX_get_verify_mode'] = lazily('SSL_CTX_get_verify_mode');
export const SSL_CTX_has_client_custom_ext: ContextFunctions['SSL_CTX_has_client_custom_ext'] = lazily('SSL_CTX_has_client_custom_ext');
export const SSL_CTX_is_quic: ContextFunctions['SSL_CTX_is_quic'] = lazily('SSL_CTX_is_quic');
export const SSL_CTX_is_server: ContextFunctions['SSL_CTX_is_server'] = lazily('SSL_CTX_is_server');
export const SSL_CTX_load_verify_dir: ContextFunctions['SSL_CTX_load_verify_dir'] = lazily('SSL_CTX_load_verify_dir');
export const SSL_CTX_load_verify_file: ContextFunctions['SSL_CTX_load_verify_file'] = lazily('SSL_CTX_load_verify_file');
export const SSL_CTX_load_verify_locations: ContextFunctions['SSL_CTX_load_verify_locations'] = lazily('SSL_CTX_load_verify_locations');
export const SSL_CTX_load_verify_store: ContextFunctions['SSL_CTX_load_verify_store'] = lazily('SSL_CTX_load_verify_store');
export const SSL_CTX_new: ContextFunctions['SSL_CTX_new'] = lazily('SSL_CTX_new');
export const SSL_CTX_new_ex: ContextFunctions['SSL_CTX_new_ex'] = lazily('SSL_CTX_new_ex');
export const SSL_CTX_remove_session: ContextFunctions['SSL_CTX_remove_session'] = lazily('SSL_CTX_remove_session');
export const SSL_CTX_set0_CA_list: ContextFunctions['SSL_CTX_set0_CA_list'] = lazily('SSL_CTX_set0_CA_list');
export const SSL_CTX_set0_tmp_dh_pkey: ContextFunctions['SSL_CTX_set0_tmp_dh_pkey'] = lazily('SSL_CTX_set0_tmp_dh_pkey');
export const SSL_CTX_set1_cert_comp_preference: ContextFunctions['SSL_CTX_set1_cert_comp_preference'] = lazily('SSL_CTX_set1_cert_comp_preference');
export const SSL_CTX_set1_cert_store: ContextFunctions['SSL_CTX_set1_cert_store'] = lazily('SSL_CTX_set1_cert_store');
export const SSL_CTX_set1_client_cert_type: ContextFunctions['SSL_CTX_set1_client_cert_type'] = lazily('SSL_CTX_set1_client_cert_type');
export const SSL_CTX_set1_compressed_cert: ContextFunctions['SSL_CTX_set1_compressed_cert'] = lazily('SSL_CTX_set1_compressed_cert');
export const SSL_CTX_set1_param: ContextFunctions['SSL_CTX_set1_param'] = lazily('SSL_CTX_set1_param');
export const SSL_CTX_set1_server_cert_type: ContextFunctions['SSL_CTX_set1_server_cert_type'] = lazily('SSL_CTX_set1_server_cert_type');
export const SSL_CTX_set_alpn_protos: ContextFunctions['SSL_CTX_set_alpn_protos'] = lazily('SSL_CTX_set_alpn_protos');
export const SSL_CTX_set_block_padding: ContextFunctions['SSL_CTX_set_block_padding'] = lazily('SSL_CTX_set_block_padding');
export const SSL_CTX_set_block_padding_ex: ContextFunctions['SSL_CTX_set_block_padding_ex'] = lazily('SSL_CTX_set_block_padding_ex');
export const SSL_CTX_set_cert_store: ContextFunctions['SSL_CTX_set_cert_store'] = lazily('SSL_CTX_set_cert_store');
export const SSL_CTX_set_cipher_list: ContextFunctions['SSL_CTX_set_cipher_list'] = lazily('SSL_CTX_set_cipher_list');
export const SSL_CTX_set_ciphersuites: ContextFunctions['SSL_CTX_set_ciphersuites'] = lazily('SSL_CTX_set_ciphersuites');
export const SSL_CTX_set_client_CA_list: ContextFunctions['SSL_CTX_set_client_CA_list'] = lazily('SSL_CTX_set_client_CA_list');
export const SSL_CTX_set_ctlog_list_file: ContextFunctions['SSL_CTX_set_ctlog_list_file'] = lazily('SSL_CTX_set_ctlog_list_file');
export const SSL_CTX_set_default_ctlog_list_file: ContextFunctions['SSL_CTX_set_default_ctlog_list_file'] = lazily('SSL_CTX_set_default_ctlog_list_file');
export const SSL_CTX_set_default_read_buffer_len: ContextFunctions['SSL_CTX_set_default_read_buffer_len'] = lazily('SSL_CTX_set_default_read_buffer_len');
export const SSL_CTX_set_default_verify_dir: ContextFunctions['SSL_CTX_set_default_verify_dir'] = lazily('SSL_CTX_set_default_verify_dir');
export const SSL_CTX_set_default_verify_file: ContextFunctions['SSL_CTX_set_default_verify_file'] = lazily('SSL_CTX_set_default_verify_file');
export const SSL_CTX_set_default_verify_paths: ContextFunctions['SSL_CTX_set_default_verify_paths'] = lazily('SSL_CTX_set_default_verify_paths');
export const SSL_CTX_set_default_verify_store: ContextFunctions['SSL_CTX_set_default_verify_store'] = lazily('SSL_CTX_set_default_verify_store');
export const SSL_CTX_set_max_early_data: ContextFunctions['SSL_CTX_set_max_early_data'] = lazily('SSL_CTX_set_max_early_data');
export const SSL_CTX_set_num_tickets: ContextFunctions['SSL_CTX_set_num_tickets'] = lazily('SSL_CTX_set_num_tickets');
export const SSL_CTX_set_options: ContextFunctions['SSL_CTX_set_options'] = lazily('SSL_CTX_set_options');
export const SSL_CTX_set_post_handshake_auth: ContextFunctions['SSL_CTX_set_post_handshake_auth'] = lazily('SSL_CTX_set_post_handshake_auth');
export const SSL_CTX_set_purpose: ContextFunctions['SSL_CTX_set_purpose'] = lazily('SSL_CTX_set_purpose');
export const SSL_CTX_set_quiet_shutdown: ContextFunctions['SSL_CTX_set_quiet_shutdown'] = lazily('SSL_CTX_set_quiet_shutdown');
export const SSL_CTX_set_recv_max_early_data: ContextFunctions['SSL_CTX_set_recv_max_early_data'] = lazily('SSL_CTX_set_recv_max_early_data');
export const SSL_CTX_set_security_level: ContextFunctions['SSL_CTX_set_security_level'] = lazily('SSL_CTX_set_security_level');
export const SSL_CTX_set_session_id_context: ContextFunctions['SSL_CTX_set_session_id_context'] = lazily('SSL_CTX_set_session_id_context');
export const SSL_CTX_set_srp_password: ContextFunctions['SSL_CTX_set_srp_password'] = lazily('SSL_CTX_set_srp_password');
export const SSL_CTX_set_srp_strength: ContextFunctions['SSL_CTX_set_srp_strength'] = lazily('SSL_CTX_set_srp_strength');
export const SSL_CTX_set_srp_username: ContextFunctions['SSL_CTX_set_srp_username'] = lazily('SSL_CTX_set_srp_username');
export const SSL_CTX_set_ssl_version: ContextFunctions['SSL_CTX_set_ssl_version'] = lazily('SSL_CTX_set_ssl_version');
export const SSL_CTX_set_timeout: ContextFunctions['SSL_CTX_set_timeout'] = lazily('SSL_CTX_set_timeout');
export const SSL_CTX_set_tlsext_max_fragment_length: ContextFunctions['SSL_CTX_set_tlsext_max_fragment_length'] = lazily('SSL_CTX_set_tlsext_max_fragment_length');
export const SSL_CTX_set_tlsext_use_srtp: ContextFunctions['SSL_CTX_set_tlsext_use_srtp'] = lazily('SSL_CTX_set_tlsext_use_srtp');
export const SSL_CTX_set_trust: ContextFunctions['SSL_CTX_set_trust'] = lazily('SSL_CTX_set_trust');
export const SSL_CTX_set_verify_depth: ContextFunctions['SSL_CTX_set_verify_depth'] = lazily('SSL_CTX_set_verify_depth');
export const SSL_CTX_up_ref: ContextFunctions['SSL_CTX_up_ref'] = lazily('SSL_CTX_up_ref');
export const SSL_CTX_use_RSAPrivateKey_file: ContextFunctions['SSL_CTX_use_RSAPrivateKey_file'] = lazily('SSL_CTX_use_RSAPrivateKey_file');
export const SSL_CTX_use_cert_and_key: ContextFunctions['SSL_CTX_use_cert_and_key'] = lazily('SSL_CTX_use_cert_and_key');
export const SSL_CTX_use_certificate: ContextFunctions['SSL_CTX_use_certificate'] = lazily('SSL_CTX_use_certificate');
export const SSL_CTX_use_certificate_chain_file: ContextFunctions['SSL_CTX_use_certificate_chain_file'] = lazily('SSL_CTX_use_certificate_chain_file');
export const SSL_CTX_use_certificate_file: ContextFunctions['SSL_CTX_use_certificate_file'] = lazily('SSL_CTX_use_certificate_file');
export const SSL_CTX_use_PrivateKey: ContextFunctions['SSL_CTX_use_PrivateKey'] = lazily('SSL_CTX_use_PrivateKey');
export const SSL_CTX_use_PrivateKey_ASN1: ContextFunctions['SSL_CTX_use_PrivateKey_ASN1'] = lazily('SSL_CTX_use_PrivateKey_ASN1');
export const SSL_CTX_use_PrivateKey_file: ContextFunctions['SSL_CTX_use_PrivateKey_file'] = lazily('SSL_CTX_use_PrivateKey_file');
export const SSL_CTX_use_psk_identity_hint: ContextFunctions['SSL_CTX_use_psk_identity_hint'] = lazily('SSL_CTX_use_psk_identity_hint');
export const SSL_CTX_use_RSAPrivateKey: ContextFunctions['SSL_CTX_use_RSAPrivateKey'] = lazily('SSL_CTX_use_RSAPrivateKey');
export const SSL_CTX_use_serverinfo: ContextFunctions['SSL_CTX_use_serverinfo'] = lazily('SSL_CTX_use_serverinfo');
export const SSL_CTX_use_serverinfo_ex: ContextFunctions['SSL_CTX_use_serverinfo_ex'] = lazily('SSL_CTX_use_serverinfo_ex');
export const SSL_CTX_use_serverinfo_file: ContextFunctions['SSL_CTX_use_serverinfo_file'] = lazily('SSL_CTX_use_serverinfo_file');
export const SSL_CTX_add0_chain_cert: ContextFunctions['SSL_CTX_add0_chain_cert'] = lazily('SSL_CTX_add0_chain_cert');
export const SSL_CTX_add1_chain_cert: ContextFunctions['SSL_CTX_add1_chain_cert'] = lazily('SSL_CTX_add1_chain_cert');
export const SSL_CTX_add_extra_chain_cert: ContextFunctions['SSL_CTX_add_extra_chain_cert'] = lazily('SSL_CTX_add_extra_chain_cert');
export const SSL_CTX_build_cert_chain: ContextFunctions['SSL_CTX_build_cert_chain'] = lazily('SSL_CTX_build_cert_chain');
export const SSL_CTX_clear_cert_flags: ContextFunctions['SSL_CTX_clear_cert_flags'] = lazily('SSL_CTX_clear_cert_flags');
export const SSL_CTX_clear_chain_certs: ContextFunctions['SSL_CTX_clear_chain_certs'] = lazily('SSL_CTX_clear_chain_certs');
export const SSL_CTX_clear_extra_chain_certs: ContextFunctions['SSL_CTX_clear_extra_chain_certs'] = lazily('SSL_CTX_clear_extra_chain_certs');
export const SSL_CTX_clear_mode: ContextFunctions['SSL_CTX_clear_mode'] = lazily('SSL_CTX_clear_mode');
export const SSL_CTX_get_max_cert_list: ContextFunctions['SSL_CTX_get_max_cert_list'] = lazily('SSL_CTX_get_max_cert_list');
export const SSL_CTX_get_max_proto_version: ContextFunctions['SSL_CTX_get_max_proto_version'] = lazily('SSL_CTX_get_max_proto_version');
export const SSL_CTX_get_min_proto_version: ContextFunctions['SSL_CTX_get_min_proto_version'] = lazily('SSL_CTX_get_min_proto_version');
export const SSL_CTX_get_mode: ContextFunctions['SSL_CTX_get_mode'] = lazily('SSL_CTX_get_mode');
export const SSL_CTX_get_read_ahead: ContextFunctions['SSL_CTX_get_read_ahead'] = lazily('SSL_CTX_get_read_ahead');
export const SSL_CTX_get_session_cache_mode: ContextFunctions['SSL_CTX_get_session_cache_mode'] = lazily('SSL_CTX_get_session_cache_mode');
export const SSL_CTX_get_tlsext_status_type: ContextFunctions['SSL_CTX_get_tlsext_status_type'] = lazily('SSL_CTX_get_tlsext_status_type');
export const SSL_CTX_get_tlsext_ticket_keys: ContextFunctions['SSL_CTX_get_tlsext_ticket_keys'] = lazily('SSL_CTX_get_tlsext_ticket_keys');
export const SSL_CTX_select_current_cert: ContextFunctions['SSL_CTX_select_current_cert'] = lazily('SSL_CTX_select_current_cert');
export const SSL_CTX_sess_accept: ContextFunctions['SSL_CTX_sess_accept'] = lazily('SSL_CTX_sess_accept');
export const SSL_CTX_sess_accept_good: ContextFunctions['SSL_CTX_sess_accept_good'] = lazily('SSL_CTX_sess_accept_good');
export const SSL_CTX_sess_accept_renegotiate: ContextFunctions['SSL_CTX_sess_accept_renegotiate'] = lazily('SSL_CTX_sess_accept_renegotiate');
export const SSL_CTX_sess_cache_full: ContextFunctions['SSL_CTX_sess_cache_full'] = lazily('SSL_CTX_sess_cache_full');
export const SSL_CTX_sess_cb_hits: ContextFunctions['SSL_CTX_sess_cb_hits'] = lazily('SSL_CTX_sess_cb_hits');
export const SSL_CTX_sess_connect: ContextFunctions['SSL_CTX_sess_connect'] = lazily('SSL_CTX_sess_connect');
export const SSL_CTX_sess_connect_good: ContextFunctions['SSL_CTX_sess_connect_good'] = lazily('SSL_CTX_sess_connect_good');
export const SSL_CTX_sess_connect_renegotiate: ContextFunctions['SSL_CTX_sess_connect_renegotiate'] = lazily('SSL_CTX_sess_connect_renegotiate');
export const SSL_CTX_sess_get_cache_size: ContextFunctions['SSL_CTX_sess_get_cache_size'] = lazily('SSL_CTX_sess_get_cache_size');
export const SSL_CTX_sess_hits: ContextFunctions['SSL_CTX_sess_hits'] = lazily('SSL_CTX_sess_hits');
export const SSL_CTX_sess_misses: ContextFunctions['SSL_CTX_sess_misses'] = lazily('SSL_CTX_sess_misses');
export const SSL_CTX_sess_number: ContextFunctions['SSL_CTX_sess_number'] = lazily('SSL_CTX_sess_number');
export const SSL_CTX_sess_set_cache_size: ContextFunctions['SSL_CTX_sess_set_cache_size'] = lazily('SSL_CTX_sess_set_cache_size');
export const SSL_CTX_sess_timeouts: ContextFunctions['SSL_CTX_sess_timeouts'] = lazily('SSL_CTX_sess_timeouts');
export const SSL_CTX_set0_chain: ContextFunctions['SSL_CTX_set0_chain'] = lazily('SSL_CTX_set0_chain');
export const SSL_CTX_set0_chain_cert_store: ContextFunctions['SSL_CTX_set0_chain_cert_store'] = lazily('SSL_CTX_set0_chain_cert_store');
export const SSL_CTX_set0_verify_cert_store: ContextFunctions['SSL_CTX_set0_verify_cert_store'] = lazily('SSL_CTX_set0_verify_cert_store');
export const SSL_CTX_set1_chain: ContextFunctions['SSL_CTX_set1_chain'] = lazily('SSL_CTX_set1_chain');
export const SSL_CTX_set1_chain_cert_store: ContextFunctions['SSL_CTX_set1_chain_cert_store'] = lazily('SSL_CTX_set1_chain_cert_store');
export const SSL_CTX_set1_client_certificate_types: ContextFunctions['SSL_CTX_set1_client_certificate_types'] = lazily('SSL_CTX_set1_client_certificate_types');
export const SSL_CTX_set1_client_sigalgs_list: ContextFunctions['SSL_CTX_set1_client_sigalgs_list'] = lazily('SSL_CTX_set1_client_sigalgs_list');
export const SSL_CTX_set1_curves_list: ContextFunctions['SSL_CTX_set1_curves_list'] = lazily('SSL_CTX_set1_curves_list');
export const SSL_CTX_set1_groups_list: ContextFunctions['SSL_CTX_set1_groups_list'] = lazily('SSL_CTX_set1_groups_list');
export const SSL_CTX_set1_sigalgs_list: ContextFunctions['SSL_CTX_set1_sigalgs_list'] = lazily('SSL_CTX_set1_sigalgs_list');
export const SSL_CTX_set1_verify_cert_store: ContextFunctions['SSL_CTX_set1_verify_cert_store'] = lazily('SSL_CTX_set1_verify_cert_store');
export const SSL_CTX_set_cert_flags: ContextFunctions['SSL_CTX_set_cert_flags'] = lazily('SSL_CTX_set_cert_flags');
export const SSL_CTX_set_current_cert: ContextFunctions['SSL_CTX_set_current_cert'] = lazily('SSL_CTX_set_current_cert');
export const SSL_CTX_set_dh_auto: ContextFunctions['SSL_CTX_set_dh_auto'] = lazily('SSL_CTX_set_dh_auto');
export const SSL_CTX_set_max_cert_list: ContextFunctions['SSL_CTX_set_max_cert_list'] = lazily('SSL_CTX_set_max_cert_list');
export const SSL_CTX_set_max_pipelines: ContextFunctions['SSL_CTX_set_max_pipelines'] = lazily('SSL_CTX_set_max_pipelines');
export const SSL_CTX_set_max_proto_version: ContextFunctions['SSL_CTX_set_max_proto_version'] = lazily('SSL_CTX_set_max_proto_version');
export const SSL_CTX_set_max_send_fragment: ContextFunctions['SSL_CTX_set_max_send_fragment'] = lazily('SSL_CTX_set_max_send_fragment');
export const SSL_CTX_set_min_proto_version: ContextFunctions['SSL_CTX_set_min_proto_version'] = lazily('SSL_CTX_set_min_proto_version');
export const SSL_CTX_set_mode: ContextFunctions['SSL_CTX_set_mode'] = lazily('SSL_CTX_set_mode');
export const SSL_CTX_set_read_ahead: ContextFunctions['SSL_CTX_set_read_ahead'] = lazily('SSL_CTX_set_read_ahead');
export const SSL_CTX_set_session_cache_mode: ContextFunctions['SSL_CTX_set_session_cache_mode'] = lazily('SSL_CTX_set_session_cache_mode');
export const SSL_CTX_set_split_send_fragment: ContextFunctions['SSL_CTX_set_split_send_fragment'] = lazily('SSL_CTX_set_split_send_fragment');
export const SSL_CTX_set_tlsext_status_type: ContextFunctions['SSL_CTX_set_tlsext_status_type'] = lazily('SSL_CTX_set_tlsext_status_type');
export const SSL_CTX_set_tlsext_ticket_keys: ContextFunctions['SSL_CTX_set_tlsext_ticket_keys'] = lazily('SSL_CTX_set_tlsext_ticket_keys');
export const SSL_CTX_set_tmp_dh: ContextFunctions['SSL_CTX_set_tmp_dh'] = lazily('SSL_CTX_set_tmp_dh');
export const SSL_CTX_set_tmp_ecdh: ContextFunctions['SSL_CTX_set_tmp_ecdh'] = lazily('SSL_CTX_set_tmp_ecdh');
export const SSL_CTX_get0_chain_certs: ContextFunctions['SSL_CTX_get0_chain_certs'] = lazily('SSL_CTX_get0_chain_certs');
export const SSL_CTX_add_client_custom_ext: ContextFunctions['SSL_CTX_add_client_custom_ext'] = lazily('SSL_CTX_add_client_custom_ext');
export const SSL_CTX_add_custom_ext: ContextFunctions['SSL_CTX_add_custom_ext'] = lazily('SSL_CTX_add_custom_ext');
export const SSL_CTX_add_server_custom_ext: ContextFunctions['SSL_CTX_add_server_custom_ext'] = lazily('SSL_CTX_add_server_custom_ext');
export const SSL_CTX_get_app_data: ContextFunctions['SSL_CTX_get_app_data'] = lazily('SSL_CTX_get_app_data');
export const SSL_CTX_get_client_cert_cb: ContextFunctions['SSL_CTX_get_client_cert_cb'] = lazily('SSL_CTX_get_client_cert_cb');
export const SSL_CTX_get_default_passwd_cb: ContextFunctions['SSL_CTX_get_default_passwd_cb'] = lazily('SSL_CTX_get_default_passwd_cb');
export const SSL_CTX_get_default_passwd_cb_userdata: ContextFunctions['SSL_CTX_get_default_passwd_cb_userdata'] = lazily('SSL_CTX_get_default_passwd_cb_userdata');
export const SSL_CTX_get_ex_data: ContextFunctions['SSL_CTX_get_ex_data'] = lazily('SSL_CTX_get_ex_data');
export const SSL_CTX_get_ex_new_index: ContextFunctions['SSL_CTX_get_ex_new_index'] = lazily('SSL_CTX_get_ex_new_index');
export const SSL_CTX_get_extra_chain_certs: ContextFunctions['SSL_CTX_get_extra_chain_certs'] = lazily('SSL_CTX_get_extra_chain_certs');
export const SSL_CTX_get_extra_chain_certs_only: ContextFunctions['SSL_CTX_get_extra_chain_certs_only'] = lazily('SSL_CTX_get_extra_chain_certs_only');
export const SSL_CTX_get_info_callback: ContextFunctions['SSL_CTX_get_info_callback'] = lazily('SSL_CTX_get_info_callback');
export const SSL_CTX_get_keylog_callback: ContextFunctions['SSL_CTX_get_keylog_callback'] = lazily('SSL_CTX_get_keylog_callback');
export const SSL_CTX_get_verify_callback: ContextFunctions['SSL_CTX_get_verify_callback'] = lazily('SSL_CTX_get_verify_callback');
export const SSL_CTX_need_tmp_RSA: ContextFunctions['SSL_CTX_need_tmp_RSA'] = lazily('SSL_CTX_need_tmp_RSA');
export const SSL_CTX_sess_get_get_cb: ContextFunctions['SSL_CTX_sess_get_get_cb'] = lazily('SSL_CTX_sess_get_get_cb');
export const SSL_CTX_sess_get_new_cb: ContextFunctions['SSL_CTX_sess_get_new_cb'] = lazily('SSL_CTX_sess_get_new_cb');
export const SSL_CTX_sess_get_remove_cb: ContextFunctions['SSL_CTX_sess_get_remove_cb'] = lazily('SSL_CTX_sess_get_remove_cb');
export const SSL_CTX_sess_set_get_cb: ContextFunctions['SSL_CTX_sess_set_get_cb'] = lazily('SSL_CTX_sess_set_get_cb');
export const SSL_CTX_sess_set_new_cb: ContextFunctions['SSL_CTX_sess_set_new_cb'] = lazily('SSL_CTX_sess_set_new_cb');
export const SSL_CTX_sess_set_remove_cb: ContextFunctions['SSL_CTX_sess_set_remove_cb'] = lazily('SSL_CTX_sess_set_remove_cb');
export const SSL_CTX_set1_groups: ContextFunctions['SSL_CTX_set1_groups'] = lazily('SSL_CTX_set1_groups');
export const SSL_CTX_set_allow_early_data_cb: ContextFunctions['SSL_CTX_set_allow_early_data_cb'] = lazily('SSL_CTX_set_allow_early_data_cb');
export const SSL_CTX_set_alpn_select_cb: ContextFunctions['SSL_CTX_set_alpn_select_cb'] = lazily('SSL_CTX_set_alpn_select_cb');
export const SSL_CTX_set_app_data: ContextFunctions['SSL_CTX_set_app_data'] = lazily('SSL_CTX_set_app_data');
export const SSL_CTX_set_cert_cb: ContextFunctions['SSL_CTX_set_cert_cb'] = lazily('SSL_CTX_set_cert_cb');
export const SSL_CTX_set_cert_verify_callback: ContextFunctions['SSL_CTX_set_cert_verify_callback'] = lazily('SSL_CTX_set_cert_verify_callback');
export const SSL_CTX_set_client_cert_cb: ContextFunctions['SSL_CTX_set_client_cert_cb'] = lazily('SSL_CTX_set_client_cert_cb');
export const SSL_CTX_set_client_hello_cb: ContextFunctions['SSL_CTX_set_client_hello_cb'] = lazily('SSL_CTX_set_client_hello_cb');
export const SSL_CTX_set_cookie_generate_cb: ContextFunctions['SSL_CTX_set_cookie_generate_cb'] = lazily('SSL_CTX_set_cookie_generate_cb');
export const SSL_CTX_set_cookie_verify_cb: ContextFunctions['SSL_CTX_set_cookie_verify_cb'] = lazily('SSL_CTX_set_cookie_verify_cb');
export const SSL_CTX_set_default_passwd_cb: ContextFunctions['SSL_CTX_set_default_passwd_cb'] = lazily('SSL_CTX_set_default_passwd_cb');
export const SSL_CTX_set_default_passwd_cb_userdata: ContextFunctions['SSL_CTX_set_default_passwd_cb_userdata'] = lazily('SSL_CTX_set_default_passwd_cb_userdata');
export const SSL_CTX_set_ecdh_auto: ContextFunctions['SSL_CTX_set_ecdh_auto'] = lazily('SSL_CTX_set_ecdh_auto');
export const SSL_CTX_set_ex_data: ContextFunctions['SSL_CTX_set_ex_data'] = lazily('SSL_CTX_set_ex_data');
export const SSL_CTX_set_generate_session_id: ContextFunctions['SSL_CTX_set_generate_session_id'] = lazily('SSL_CTX_set_generate_session_id');
export const SSL_CTX_set_info_callback: ContextFunctions['SSL_CTX_set_info_callback'] = lazily('SSL_CTX_set_info_callback');
export const SSL_CTX_set_keylog_callback: ContextFunctions['SSL_CTX_set_keylog_callback'] = lazily('SSL_CTX_set_keylog_callback');
export const SSL_CTX_set_msg_callback: ContextFunctions['SSL_CTX_set_msg_callback'] = lazily('SSL_CTX_set_msg_callback');
export const SSL_CTX_set_msg_callback_arg: ContextFunctions['SSL_CTX_set_msg_callback_arg'] = lazily('SSL_CTX_set_msg_callback_arg');
export const SSL_CTX_set_next_proto_select_cb: ContextFunctions['SSL_CTX_set_next_proto_select_cb'] = lazily('SSL_CTX_set_next_proto_select_cb');
export const SSL_CTX_set_next_protos_advertised_cb: ContextFunctions['SSL_CTX_set_next_protos_advertised_cb'] = lazily('SSL_CTX_set_next_protos_advertised_cb');
export const SSL_CTX_set_psk_client_callback: ContextFunctions['SSL_CTX_set_psk_client_callback'] = lazily('SSL_CTX_set_psk_client_callback');
export const SSL_CTX_set_psk_find_session_callback: ContextFunctions['SSL_CTX_set_psk_find_session_callback'] = lazily('SSL_CTX_set_psk_find_session_callback');
export const SSL_CTX_set_psk_server_callback: ContextFunctions['SSL_CTX_set_psk_server_callback'] = lazily('SSL_CTX_set_psk_server_callback');
export const SSL_CTX_set_psk_use_session_callback: ContextFunctions['SSL_CTX_set_psk_use_session_callback'] = lazily('SSL_CTX_set_psk_use_session_callback');
export const SSL_CTX_set_session_ticket_cb: ContextFunctions['SSL_CTX_set_session_ticket_cb'] = lazily('SSL_CTX_set_session_ticket_cb');
export const SSL_CTX_set_srp_cb_arg: ContextFunctions['SSL_CTX_set_srp_cb_arg'] = lazily('SSL_CTX_set_srp_cb_arg');
export const SSL_CTX_set_srp_client_pwd_callback: ContextFunctions['SSL_CTX_set_srp_client_pwd_callback'] = lazily('SSL_CTX_set_srp_client_pwd_callback');
export const SSL_CTX_set_srp_username_callback: ContextFunctions['SSL_CTX_set_srp_username_callback'] = lazily('SSL_CTX_set_srp_username_callback');
export const SSL_CTX_set_srp_verify_param_callback: ContextFunctions['SSL_CTX_set_srp_verify_param_callback'] = lazily('SSL_CTX_set_srp_verify_param_callback');
export const SSL_CTX_set_stateless_cookie_generate_cb: ContextFunctions['SSL_CTX_set_stateless_cookie_generate_cb'] = lazily('SSL_CTX_set_stateless_cookie_generate_cb');
export const SSL_CTX_set_stateless_cookie_verify_cb: ContextFunctions['SSL_CTX_set_stateless_cookie_verify_cb'] = lazily('SSL_CTX_set_stateless_cookie_verify_cb');
export const SSL_CTX_set_tlsext_servername_arg: ContextFunctions['SSL_CTX_set_tlsext_servername_arg'] = lazily('SSL_CTX_set_tlsext_servername_arg');
export const SSL_CTX_set_tlsext_servername_callback: ContextFunctions['SSL_CTX_set_tlsext_servername_callback'] = lazily('SSL_CTX_set_tlsext_servername_callback');
export const SSL_CTX_set_tlsext_status_arg: ContextFunctions['SSL_CTX_set_tlsext_status_arg'] = lazily('SSL_CTX_set_tlsext_status_arg');
export const SSL_CTX_set_tlsext_status_cb: ContextFunctions['SSL_CTX_set_tlsext_status_cb'] = lazily('SSL_CTX_set_tlsext_status_cb');
export const SSL_CTX_set_tlsext_ticket_key_cb: ContextFunctions['SSL_CTX_set_tlsext_ticket_key_cb'] = lazily('SSL_CTX_set_tlsext_ticket_key_cb');
export const SSL_CTX_set_tlsext_ticket_key_evp_cb: ContextFunctions['SSL_CTX_set_tlsext_ticket_key_evp_cb'] = lazily('SSL_CTX_set_tlsext_ticket_key_evp_cb');
export const SSL_CTX_set_tmp_dh_callback: ContextFunctions['SSL_CTX_set_tmp_dh_callback'] = lazily('SSL_CTX_set_tmp_dh_callback');
export const SSL_CTX_set_tmp_rsa_callback: ContextFunctions['SSL_CTX_set_tmp_rsa_callback'] = lazily('SSL_CTX_set_tmp_rsa_callback');
export const SSL_CTX_set_verify: ContextFunctions['SSL_CTX_set_verify'] = lazily('SSL_CTX_set_verify');
