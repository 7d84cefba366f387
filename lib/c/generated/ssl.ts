// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** SSL and the methods. */
export interface SslFunctions {
  /**
   * `Static<SSL_METHOD> (void)`, DTLS_client_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLS_client_method: () => k.SSL_METHOD | null;
  /**
   * `Size (Ref<SSL> s)`, DTLS_get_data_mtu(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLS_get_data_mtu: (s: k.SSL) => number;
  /**
   * `Static<SSL_METHOD> (void)`, DTLS_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLS_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLS_server_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLS_server_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_2_client_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_2_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_2_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_2_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_2_server_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_2_server_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_client_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_client_method: () => k.SSL_METHOD | null;
  /**
   * `Int (Drive<SSL> s, Ref<BIO_ADDR> client)`, DTLSv1_listen(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  DTLSv1_listen: (s: k.SSL, client: k.BIO_ADDR) => number;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, DTLSv1_server_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  DTLSv1_server_method: () => k.SSL_METHOD | null;
  /**
   * `Text (Text rfc_name)`, OPENSSL_cipher_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OPENSSL_cipher_name: (rfc_name: string) => string | null;
  /**
   * `Int (Options opts, Null settings)`, OPENSSL_init_ssl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  OPENSSL_init_ssl: (opts: bigint | number, settings: null) => number;
  /**
   * `Int (Drive<SSL> ssl)`, SSL_accept(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_accept: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s, Text dnsname)`, SSL_add1_dnsname(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_add1_dnsname: (s: k.SSL, dnsname: string) => number;
  /**
   * `Int (Ref<SSL> s, TextOrNull host)`, SSL_add1_host(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_add1_host: (s: k.SSL, host: string | null) => number;
  /**
   * `Int (Ref<SSL> s, Text ipaddr)`, SSL_add1_ipaddr(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_add1_ipaddr: (s: k.SSL, ipaddr: string) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<X509> x)`, SSL_add1_to_CA_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_add1_to_CA_list: (ssl: k.SSL, x: k.X509) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<X509> x)`, SSL_add_client_CA(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_add_client_CA: (ssl: k.SSL, x: k.X509) => number;
  /**
   * `Int (Ref<SSL> s, Ref<EVP_PKEY> rpk)`, SSL_add_expected_rpk(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_add_expected_rpk: (s: k.SSL, rpk: k.EVP_PKEY) => number;
  /**
   * `Void (void)`, SSL_add_ssl_module(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_add_ssl_module: () => void;
  /**
   * `Text (Int value)`, SSL_alert_desc_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_alert_desc_string: (value: number) => string | null;
  /**
   * `Text (Int value)`, SSL_alert_desc_string_long(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_alert_desc_string_long: (value: number) => string | null;
  /**
   * `Text (Int value)`, SSL_alert_type_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_alert_type_string: (value: number) => string | null;
  /**
   * `Text (Int value)`, SSL_alert_type_string_long(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_alert_type_string_long: (value: number) => string | null;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_alloc_buffers(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_alloc_buffers: (ssl: k.SSL) => number;
  /**
   * `Void (Ref<SSL> s)`, SSL_certs_clear(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_certs_clear: (s: k.SSL) => void;
  /**
   * `Int (Ref<SSL> ctx)`, SSL_check_private_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_check_private_key: (ctx: k.SSL) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_clear(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_clear: (s: k.SSL) => number;
  /**
   * `Options (Ref<SSL> s, Options op)`, SSL_clear_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_clear_options: (s: k.SSL, op: bigint | number) => bigint;
  /**
   * `Int (Ref<SSL> s, UInt type, OutView out, Out<Size> outlen)`, SSL_client_hello_get0_ext(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_ext: (s: k.SSL, type_: number, out: k.Out<Uint8Array | null>, outlen: k.Out<number>) => number;
  /**
   * `UInt (Ref<SSL> s)`, SSL_client_hello_get0_legacy_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_legacy_version: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_client_hello_isv2(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_isv2: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_client_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_version: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl, Int alg)`, SSL_compress_certs(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_compress_certs: (ssl: k.SSL, alg: number) => number;
  /**
   * `Int (Ref<SSL> s, Text name)`, SSL_config(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_config: (s: k.SSL, name: string) => number;
  /**
   * `Int (Drive<SSL> ssl)`, SSL_connect(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_connect: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> to, Ref<SSL> from)`, SSL_copy_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_copy_session_id: (to: k.SSL, from: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_ct_is_enabled(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_ct_is_enabled: (s: k.SSL) => number;
  /**
   * `ULong (Ref<SSL> ssl, ULong flags)`, SSL_dane_clear_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_dane_clear_flags: (ssl: k.SSL, flags: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, Text basedomain)`, SSL_dane_enable(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_dane_enable: (s: k.SSL, basedomain: string) => number;
  /**
   * `ULong (Ref<SSL> ssl, ULong flags)`, SSL_dane_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_dane_set_flags: (ssl: k.SSL, flags: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, UChar usage, UChar selector, UChar mtype, InBytes data, Size dlen)`, SSL_dane_tlsa_add(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_dane_tlsa_add: (s: k.SSL, usage: number, selector: number, mtype: number, data: k.InBytes, dlen: k.CLong) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_do_handshake(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_do_handshake: (s: k.SSL) => number;
  /**
   * `Owned<SSL> (Ref<SSL> ssl)`, SSL_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_dup: (ssl: k.SSL) => k.SSL | null;
  /**
   * `StackOwned<X509_NAME> (StackRef<X509_NAME> sk)`, SSL_dup_CA_list(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_dup_CA_list: (sk: readonly k.X509_NAME[]) => k.X509_NAME[] | null;
  /**
   * `Int (Ref<SSL> s, TextOrNull suite)`, SSL_ech_set1_grease_suite(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set1_grease_suite: (s: k.SSL, suite: string | null) => number;
  /**
   * `Int (Ref<SSL> s, InBytes protos, Size protos_len)`, SSL_ech_set1_outer_alpn_protos(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set1_outer_alpn_protos: (s: k.SSL, protos: k.InBytes, protos_len: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, TextOrNull outer_name, Int no_outer)`, SSL_ech_set1_outer_server_name(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set1_outer_server_name: (s: k.SSL, outer_name: string | null, no_outer: number) => number;
  /**
   * `Int (Ref<SSL> s, TextOrNull inner_name, TextOrNull outer_name, Int no_outer)`, SSL_ech_set1_server_names(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set1_server_names: (s: k.SSL, inner_name: string | null, outer_name: string | null, no_outer: number) => number;
  /**
   * `Int (Ref<SSL> s, Int validation_mode)`, SSL_enable_ct(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_enable_ct: (s: k.SSL, validation_mode: number) => number;
  /**
   * `Int (Ref<SSL> s, OutBytes out, Size olen, InBytes label, Size llen, InBytesOrNull context, Size contextlen, Int use_context)`, SSL_export_keying_material(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_export_keying_material: (s: k.SSL, out: Uint8Array, olen: k.CLong, label: k.InBytes, llen: k.CLong, context: k.InBytes | null, contextlen: k.CLong, use_context: number) => number;
  /**
   * `Int (Ref<SSL> s, OutBytes out, Size olen, InBytes label, Size llen, InBytesOrNull context, Size contextlen)`, SSL_export_keying_material_early(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_export_keying_material_early: (s: k.SSL, out: Uint8Array, olen: k.CLong, label: k.InBytes, llen: k.CLong, context: k.InBytes | null, contextlen: k.CLong) => number;
  /**
   * `Int (UInt ext_type)`, SSL_extension_supported(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_extension_supported: (ext_type: number) => number;
  /**
   * `Void (Free<SSL> ssl)`, SSL_free(3).
   * Gives one reference of `ssl` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_free: (ssl: k.SSL | null) => void;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_free_buffers(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_free_buffers: (ssl: k.SSL) => number;
  /**
   * `Void (Ref<SSL> ssl, OutView protos, Out<UInt> protos_len)`, SSL_get0_alpn_protos(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_alpn_protos: (ssl: k.SSL, protos: k.Out<Uint8Array | null>, protos_len: k.Out<number>) => void;
  /**
   * `Void (Ref<SSL> ssl, OutView data, Out<UInt> len)`, SSL_get0_alpn_selected(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_alpn_selected: (ssl: k.SSL, data: k.Out<Uint8Array | null>, len: k.Out<number>) => void;
  /**
   * `StackBorrowed<X509_NAME> (Ref<SSL> s)`, SSL_get0_CA_list(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_CA_list: (s: k.SSL) => k.X509_NAME[] | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get0_group_name(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_group_name: (s: k.SSL) => string | null;
  /**
   * `Void (Ref<SSL> s, OutView data, Out<UInt> len)`, SSL_get0_next_proto_negotiated(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_next_proto_negotiated: (s: k.SSL, data: k.Out<Uint8Array | null>, len: k.Out<number>) => void;
  /**
   * `Borrowed<X509_VERIFY_PARAM> (Ref<SSL> ssl)`, SSL_get0_param(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_param: (ssl: k.SSL) => k.X509_VERIFY_PARAM | null;
  /**
   * `StackBorrowed<X509_NAME> (Ref<SSL> s)`, SSL_get0_peer_CA_list(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_peer_CA_list: (s: k.SSL) => k.X509_NAME[] | null;
  /**
   * `Borrowed<X509> (Ref<SSL> s)`, SSL_get0_peer_certificate(3).
   * The result belongs to the object it was asked of.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_peer_certificate: (s: k.SSL) => k.X509 | null;
  /**
   * `Borrowed<EVP_PKEY> (Ref<SSL> s)`, SSL_get0_peer_rpk(3).
   * The result belongs to the object it was asked of.
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_peer_rpk: (s: k.SSL) => k.EVP_PKEY | null;
  /**
   * `StackBorrowed<SCT> (Ref<SSL> s)`, SSL_get0_peer_scts(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_peer_scts: (s: k.SSL) => k.SCT[] | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get0_peername(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_peername: (s: k.SSL) => string | null;
  /**
   * `Int (Ref<SSL> s, Int idx, Out<UInt> codepoint, OutText name)`, SSL_get0_shared_sigalg(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_shared_sigalg: (s: k.SSL, idx: number, codepoint: k.Out<number>, name: k.Out<string | null>) => number;
  /**
   * `Int (Ref<SSL> s, Int idx, Out<UInt> codepoint, OutText name)`, SSL_get0_sigalg(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_sigalg: (s: k.SSL, idx: number, codepoint: k.Out<number>, name: k.Out<string | null>) => number;
  /**
   * `StackBorrowed<X509> (Ref<SSL> s)`, SSL_get0_verified_chain(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_verified_chain: (s: k.SSL) => k.X509[] | null;
  /**
   * `Owned<SSL_SESSION> (Ref<SSL> ssl)`, SSL_get1_session(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get1_session: (ssl: k.SSL) => k.SSL_SESSION | null;
  /**
   * `Borrowed<X509> (Ref<SSL> ssl)`, SSL_get_certificate(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_certificate: (ssl: k.SSL) => k.X509 | null;
  /**
   * `Text (Ref<SSL> s, Int n)`, SSL_get_cipher_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_cipher_list: (s: k.SSL, n: number) => string | null;
  /**
   * `StackBorrowed<SSL_CIPHER> (Ref<SSL> s)`, SSL_get_ciphers(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_ciphers: (s: k.SSL) => k.SSL_CIPHER[] | null;
  /**
   * `StackBorrowed<X509_NAME> (Ref<SSL> s)`, SSL_get_client_CA_list(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_client_CA_list: (s: k.SSL) => k.X509_NAME[] | null;
  /**
   * `StackBorrowed<SSL_CIPHER> (Ref<SSL> s)`, SSL_get_client_ciphers(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_client_ciphers: (s: k.SSL) => k.SSL_CIPHER[] | null;
  /**
   * `Size (Ref<SSL> ssl, OutBytes out, Size outlen)`, SSL_get_client_random(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_client_random: (ssl: k.SSL, out: Uint8Array, outlen: k.CLong) => number;
  /**
   * `Static<SSL_CIPHER> (Ref<SSL> s)`, SSL_get_current_cipher(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_current_cipher: (s: k.SSL) => k.SSL_CIPHER | null;
  /**
   * `Static<COMP_METHOD> (Ref<SSL> s)`, SSL_get_current_compression(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_current_compression: (s: k.SSL) => k.COMP_METHOD | null;
  /**
   * `Static<COMP_METHOD> (Ref<SSL> s)`, SSL_get_current_expansion(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_current_expansion: (s: k.SSL) => k.COMP_METHOD | null;
  /**
   * `Long (Ref<SSL> s)`, SSL_get_default_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_default_timeout: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_early_data_status(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_early_data_status: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s, Int ret_code)`, SSL_get_error(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_error: (s: k.SSL, ret_code: number) => number;
  /**
   * `Int (void)`, SSL_get_ex_data_X509_STORE_CTX_idx(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get_ex_data_X509_STORE_CTX_idx: () => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_fd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_fd: (s: k.SSL) => number;
  /**
   * `Size (Ref<SSL> s, OutBytes buf, Size count)`, SSL_get_finished(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_finished: (s: k.SSL, buf: Uint8Array, count: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, Out<Options> rtt)`, SSL_get_handshake_rtt(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get_handshake_rtt: (s: k.SSL, rtt: k.Out<bigint>) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_key_update_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_key_update_type: (s: k.SSL) => number;
  /**
   * `UInt (Ref<SSL> s)`, SSL_get_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_max_early_data: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_negotiated_client_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get_negotiated_client_cert_type: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_negotiated_server_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get_negotiated_server_cert_type: (s: k.SSL) => number;
  /**
   * `Size (Ref<SSL> s)`, SSL_get_num_tickets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_num_tickets: (s: k.SSL) => number;
  /**
   * `Options (Ref<SSL> s)`, SSL_get_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_options: (s: k.SSL) => bigint;
  /**
   * `StackBorrowed<X509> (Ref<SSL> s)`, SSL_get_peer_cert_chain(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_cert_chain: (s: k.SSL) => k.X509[] | null;
  /**
   * `Size (Ref<SSL> s, OutBytes buf, Size count)`, SSL_get_peer_finished(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_finished: (s: k.SSL, buf: Uint8Array, count: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, Out<Int> pnid)`, SSL_get_peer_signature_type_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_signature_type_nid: (s: k.SSL, pnid: k.Out<number>) => number;
  /**
   * `Static<SSL_CIPHER> (Ref<SSL> s)`, SSL_get_pending_cipher(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_pending_cipher: (s: k.SSL) => k.SSL_CIPHER | null;
  /**
   * `Borrowed<EVP_PKEY> (Ref<SSL> ssl)`, SSL_get_privatekey(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_privatekey: (ssl: k.SSL) => k.EVP_PKEY | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get_psk_identity(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_psk_identity: (s: k.SSL) => string | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get_psk_identity_hint(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_psk_identity_hint: (s: k.SSL) => string | null;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_get_quiet_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_quiet_shutdown: (ssl: k.SSL) => number;
  /**
   * `Borrowed<BIO> (Ref<SSL> s)`, SSL_get_rbio(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_rbio: (s: k.SSL) => k.BIO | null;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_read_ahead(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_read_ahead: (s: k.SSL) => number;
  /**
   * `UInt (Ref<SSL> s)`, SSL_get_recv_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_recv_max_early_data: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_rfd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_rfd: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_security_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_security_level: (s: k.SSL) => number;
  /**
   * `Size (Ref<SSL> ssl, OutBytes out, Size outlen)`, SSL_get_server_random(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_server_random: (ssl: k.SSL, out: Uint8Array, outlen: k.CLong) => number;
  /**
   * `Text (Ref<SSL> s, Int type)`, SSL_get_servername(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_servername: (s: k.SSL, type_: number) => string | null;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_servername_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_servername_type: (s: k.SSL) => number;
  /**
   * `Borrowed<SSL_SESSION> (Ref<SSL> ssl)`, SSL_get_session(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_session: (ssl: k.SSL) => k.SSL_SESSION | null;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_get_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_shutdown: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s, Out<Int> pnid)`, SSL_get_signature_type_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_signature_type_nid: (s: k.SSL, pnid: k.Out<number>) => number;
  /**
   * `Borrowed<SSL_CTX> (Ref<SSL> ssl)`, SSL_get_SSL_CTX(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_SSL_CTX: (ssl: k.SSL) => k.SSL_CTX | null;
  /**
   * `Borrowed<BIGNUM> (Ref<SSL> s)`, SSL_get_srp_N(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_srp_N: (s: k.SSL) => k.BIGNUM | null;
  /**
   * `Borrowed<BIGNUM> (Ref<SSL> s)`, SSL_get_srp_g(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_srp_g: (s: k.SSL) => k.BIGNUM | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get_srp_userinfo(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_srp_userinfo: (s: k.SSL) => string | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_get_srp_username(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_srp_username: (s: k.SSL) => string | null;
  /**
   * `Static<SSL_METHOD> (Ref<SSL> s)`, SSL_get_ssl_method(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_ssl_method: (s: k.SSL) => k.SSL_METHOD | null;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_get_state(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_state: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_verify_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_verify_depth: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_verify_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_verify_mode: (s: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_get_verify_result(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_verify_result: (ssl: k.SSL) => number;
  /**
   * `Text (Ref<SSL> s)`, SSL_get_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_version: (s: k.SSL) => string | null;
  /**
   * `Borrowed<BIO> (Ref<SSL> s)`, SSL_get_wbio(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_wbio: (s: k.SSL) => k.BIO | null;
  /**
   * `Int (Ref<SSL> s)`, SSL_get_wfd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_wfd: (s: k.SSL) => number;
  /**
   * `Text (Ref<SSL> s, Int id)`, SSL_group_to_name(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_group_to_name: (s: k.SSL, id: number) => string | null;
  /**
   * `Int (Drive<SSL> s)`, SSL_handle_events(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_handle_events: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s, InBytes id, UInt id_len)`, SSL_has_matching_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_has_matching_session_id: (s: k.SSL, id: k.InBytes, id_len: number) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_has_pending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_has_pending: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_in_before(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_in_before: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_in_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_in_init: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_is_dtls(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_is_dtls: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_is_init_finished(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_is_init_finished: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_is_quic(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_is_quic: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_is_server(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_is_server: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_is_tls(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_is_tls: (s: k.SSL) => number;
  /**
   * `Int (Drive<SSL> s, Int updatetype)`, SSL_key_update(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_key_update: (s: k.SSL, updatetype: number) => number;
  /**
   * `StackOwned<X509_NAME> (Text file)`, SSL_load_client_CA_file(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_load_client_CA_file: (file: string) => k.X509_NAME[] | null;
  /**
   * `StackOwned<X509_NAME> (TextOrNull file, RefOrNull<OSSL_LIB_CTX> libctx, TextOrNull propq)`, SSL_load_client_CA_file_ex(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_load_client_CA_file_ex: (file: string | null, libctx: k.OSSL_LIB_CTX | null, propq: string | null) => k.X509_NAME[] | null;
  /**
   * `Int (Ref<SSL> s)`, SSL_net_read_desired(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_net_read_desired: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_net_write_desired(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_net_write_desired: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_new_session_ticket(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_new_session_ticket: (s: k.SSL) => number;
  /**
   * `Int (Drive<SSL> ssl, OutBytes buf, Int num)`, SSL_peek(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_peek: (ssl: k.SSL, buf: Uint8Array, num: number) => number;
  /**
   * `Int (Drive<SSL> ssl, OutBytes buf, Size num, Out<Size> readbytes)`, SSL_peek_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_peek_ex: (ssl: k.SSL, buf: Uint8Array, num: k.CLong, readbytes: k.Out<number>) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_pending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_pending: (s: k.SSL) => number;
  /**
   * `Int (Drive<SSL> ssl, OutBytes buf, Int num)`, SSL_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_read: (ssl: k.SSL, buf: Uint8Array, num: number) => number;
  /**
   * `Int (Drive<SSL> s, OutBytes buf, Size num, Out<Size> readbytes)`, SSL_read_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_read_early_data: (s: k.SSL, buf: Uint8Array, num: k.CLong, readbytes: k.Out<number>) => number;
  /**
   * `Int (Drive<SSL> ssl, OutBytes buf, Size num, Out<Size> readbytes)`, SSL_read_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_read_ex: (ssl: k.SSL, buf: Uint8Array, num: k.CLong, readbytes: k.Out<number>) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_renegotiate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_renegotiate: (s: k.SSL) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_renegotiate_abbreviated(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_renegotiate_abbreviated: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_renegotiate_pending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_renegotiate_pending: (s: k.SSL) => number;
  /**
   * `Text (Ref<SSL> s)`, SSL_rstate_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_rstate_string: (s: k.SSL) => string | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_rstate_string_long(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_rstate_string_long: (s: k.SSL) => string | null;
  /**
   * `Int (Ref<SSL> s)`, SSL_session_reused(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_session_reused: (s: k.SSL) => number;
  /**
   * `Void (Ref<SSL> s, StackTake<X509_NAME> name_list)`, SSL_set0_CA_list(3).
   * The reference of `name_list` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set0_CA_list: (s: k.SSL, name_list: readonly k.X509_NAME[] | null) => void;
  /**
   * `Void (Drive<SSL> s, TakeOrNull<BIO> rbio)`, SSL_set0_rbio(3).
   * The reference of `rbio` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set0_rbio: (s: k.SSL, rbio: k.BIO | null) => void;
  /**
   * `Int (Ref<SSL> s, Take<EVP_PKEY> dhpkey)`, SSL_set0_tmp_dh_pkey(3).
   * The reference of `dhpkey` goes over to OpenSSL if it succeeds.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set0_tmp_dh_pkey: (s: k.SSL, dhpkey: k.EVP_PKEY) => number;
  /**
   * `Void (Drive<SSL> s, TakeOrNull<BIO> wbio)`, SSL_set0_wbio(3).
   * The reference of `wbio` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set0_wbio: (s: k.SSL, wbio: k.BIO | null) => void;
  /**
   * `Int (Ref<SSL> ssl, Out<Int> algs, Size len)`, SSL_set1_cert_comp_preference(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_cert_comp_preference: (ssl: k.SSL, algs: k.Out<number>, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, InBytes val, Size len)`, SSL_set1_client_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_client_cert_type: (s: k.SSL, val: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL> ssl, Int algorithm, OutBytes comp_data, Size comp_length, Size orig_length)`, SSL_set1_compressed_cert(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_compressed_cert: (ssl: k.SSL, algorithm: number, comp_data: Uint8Array, comp_length: k.CLong, orig_length: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, Text dnsname)`, SSL_set1_dnsname(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_dnsname: (s: k.SSL, dnsname: string) => number;
  /**
   * `Int (Ref<SSL> ssl, InBytes ecl, Size ecl_len)`, SSL_set1_ech_config_list(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_ech_config_list: (ssl: k.SSL, ecl: k.InBytes, ecl_len: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, TextOrNull host)`, SSL_set1_host(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_host: (s: k.SSL, host: string | null) => number;
  /**
   * `Int (Ref<SSL> s, Text ipaddr)`, SSL_set1_ipaddr(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_ipaddr: (s: k.SSL, ipaddr: string) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<X509_VERIFY_PARAM> vpm)`, SSL_set1_param(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_param: (ssl: k.SSL, vpm: k.X509_VERIFY_PARAM) => number;
  /**
   * `Int (Ref<SSL> s, InBytes val, Size len)`, SSL_set1_server_cert_type(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_server_cert_type: (s: k.SSL, val: k.InBytes, len: k.CLong) => number;
  /**
   * `Void (Ref<SSL> s)`, SSL_set_accept_state(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_accept_state: (s: k.SSL) => void;
  /**
   * `Int (Ref<SSL> ssl, InBytes protos, UInt protos_len)`, SSL_set_alpn_protos(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_alpn_protos: (ssl: k.SSL, protos: k.InBytes, protos_len: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Size block_size)`, SSL_set_block_padding(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_block_padding: (ssl: k.SSL, block_size: k.CLong) => number;
  /**
   * `Int (Ref<SSL> ssl, Size app_block_size, Size hs_block_size)`, SSL_set_block_padding_ex(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set_block_padding_ex: (ssl: k.SSL, app_block_size: k.CLong, hs_block_size: k.CLong) => number;
  /**
   * `Int (Ref<SSL> s, Text str)`, SSL_set_cipher_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_cipher_list: (s: k.SSL, str: string) => number;
  /**
   * `Int (Ref<SSL> s, Text str)`, SSL_set_ciphersuites(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_ciphersuites: (s: k.SSL, str: string) => number;
  /**
   * `Void (Ref<SSL> s, StackTake<X509_NAME> name_list)`, SSL_set_client_CA_list(3).
   * The reference of `name_list` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_client_CA_list: (s: k.SSL, name_list: readonly k.X509_NAME[] | null) => void;
  /**
   * `Void (Ref<SSL> s)`, SSL_set_connect_state(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_connect_state: (s: k.SSL) => void;
  /**
   * `Void (Ref<SSL> s, Size len)`, SSL_set_default_read_buffer_len(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_default_read_buffer_len: (s: k.SSL, len: k.CLong) => void;
  /**
   * `Int (Drive<SSL> s, Int fd)`, SSL_set_fd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set_fd: (s: k.SSL, fd: number) => number;
  /**
   * `Void (Ref<SSL> s, UInt flags)`, SSL_set_hostflags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_hostflags: (s: k.SSL, flags: number) => void;
  /**
   * `Int (Ref<SSL> s, UInt max_early_data)`, SSL_set_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_max_early_data: (s: k.SSL, max_early_data: number) => number;
  /**
   * `Int (Ref<SSL> s, Size num_tickets)`, SSL_set_num_tickets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_num_tickets: (s: k.SSL, num_tickets: k.CLong) => number;
  /**
   * `Options (Ref<SSL> s, Options op)`, SSL_set_options(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_options: (s: k.SSL, op: bigint | number) => bigint;
  /**
   * `Void (Ref<SSL> s, Int val)`, SSL_set_post_handshake_auth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_post_handshake_auth: (s: k.SSL, val: number) => void;
  /**
   * `Int (Ref<SSL> ssl, Int purpose)`, SSL_set_purpose(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_purpose: (ssl: k.SSL, purpose: number) => number;
  /**
   * `Void (Ref<SSL> ssl, Int mode)`, SSL_set_quiet_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_quiet_shutdown: (ssl: k.SSL, mode: number) => void;
  /**
   * `Void (Ref<SSL> s, Int yes)`, SSL_set_read_ahead(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_read_ahead: (s: k.SSL, yes: number) => void;
  /**
   * `Int (Ref<SSL> s, UInt recv_max_early_data)`, SSL_set_recv_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_recv_max_early_data: (s: k.SSL, recv_max_early_data: number) => number;
  /**
   * `Int (Drive<SSL> s, Int fd)`, SSL_set_rfd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set_rfd: (s: k.SSL, fd: number) => number;
  /**
   * `Void (Ref<SSL> s, Int level)`, SSL_set_security_level(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_security_level: (s: k.SSL, level: number) => void;
  /**
   * `Int (Ref<SSL> to, RefOrNull<SSL_SESSION> session)`, SSL_set_session(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_session: (to: k.SSL, session: k.SSL_SESSION | null) => number;
  /**
   * `Int (Ref<SSL> ssl, InBytes sid_ctx, UInt sid_ctx_len)`, SSL_set_session_id_context(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_session_id_context: (ssl: k.SSL, sid_ctx: k.InBytes, sid_ctx_len: number) => number;
  /**
   * `Void (Ref<SSL> ssl, Int mode)`, SSL_set_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_shutdown: (ssl: k.SSL, mode: number) => void;
  /**
   * `Borrowed<SSL_CTX> (Ref<SSL> ssl, RefOrNull<SSL_CTX> ctx)`, SSL_set_SSL_CTX(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_SSL_CTX: (ssl: k.SSL, ctx: k.SSL_CTX | null) => k.SSL_CTX | null;
  /**
   * `Int (Ref<SSL> s, Text user, Text pass, Text grp)`, SSL_set_srp_server_param_pw(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_srp_server_param_pw: (s: k.SSL, user: string, pass: string, grp: string) => number;
  /**
   * `Int (Ref<SSL> s, Ref<SSL_METHOD> method)`, SSL_set_ssl_method(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_ssl_method: (s: k.SSL, method: k.SSL_METHOD) => number;
  /**
   * `Int (Ref<SSL> ssl, UChar mode)`, SSL_set_tlsext_max_fragment_length(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tlsext_max_fragment_length: (ssl: k.SSL, mode: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Text profiles)`, SSL_set_tlsext_use_srtp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tlsext_use_srtp: (ssl: k.SSL, profiles: string) => number;
  /**
   * `Int (Ref<SSL> ssl, Int trust)`, SSL_set_trust(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_trust: (ssl: k.SSL, trust: number) => number;
  /**
   * `Void (Ref<SSL> s, Int depth)`, SSL_set_verify_depth(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_verify_depth: (s: k.SSL, depth: number) => void;
  /**
   * `Void (Ref<SSL> ssl, Long v)`, SSL_set_verify_result(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_verify_result: (ssl: k.SSL, v: k.CLong) => void;
  /**
   * `Int (Drive<SSL> s, Int fd)`, SSL_set_wfd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set_wfd: (s: k.SSL, fd: number) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_shutdown: (s: k.SSL) => number;
  /**
   * `Text (Ref<SSL> s)`, SSL_state_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_state_string: (s: k.SSL) => string | null;
  /**
   * `Text (Ref<SSL> s)`, SSL_state_string_long(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_state_string_long: (s: k.SSL) => string | null;
  /**
   * `Int (Drive<SSL> s)`, SSL_stateless(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_stateless: (s: k.SSL) => number;
  /**
   * `Int (UpRef<SSL> s)`, SSL_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_up_ref: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl, Text file, Int type)`, SSL_use_RSAPrivateKey_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_RSAPrivateKey_file: (ssl: k.SSL, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<X509> x509, RefOrNull<EVP_PKEY> privatekey, StackRefOrNull<X509> chain, Int override)`, SSL_use_cert_and_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_cert_and_key: (ssl: k.SSL, x509: k.X509, privatekey: k.EVP_PKEY | null, chain: readonly k.X509[] | null, override_: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<X509> x)`, SSL_use_certificate(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_certificate: (ssl: k.SSL, x: k.X509) => number;
  /**
   * `Int (Ref<SSL> ssl, InBytes d, Int len)`, SSL_use_certificate_ASN1(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_certificate_ASN1: (ssl: k.SSL, d: k.InBytes, len: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Text file)`, SSL_use_certificate_chain_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_certificate_chain_file: (ssl: k.SSL, file: string) => number;
  /**
   * `Int (Ref<SSL> ssl, Text file, Int type)`, SSL_use_certificate_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_certificate_file: (ssl: k.SSL, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<EVP_PKEY> pkey)`, SSL_use_PrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_PrivateKey: (ssl: k.SSL, pkey: k.EVP_PKEY) => number;
  /**
   * `Int (Int pk, Ref<SSL> ssl, InBytes d, Long len)`, SSL_use_PrivateKey_ASN1(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_PrivateKey_ASN1: (pk: number, ssl: k.SSL, d: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL> ssl, Text file, Int type)`, SSL_use_PrivateKey_file(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_PrivateKey_file: (ssl: k.SSL, file: string, type_: number) => number;
  /**
   * `Int (Ref<SSL> s, TextOrNull identity_hint)`, SSL_use_psk_identity_hint(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_psk_identity_hint: (s: k.SSL, identity_hint: string | null) => number;
  /**
   * `Int (Ref<SSL> ssl, Ref<RSA> rsa)`, SSL_use_RSAPrivateKey(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_use_RSAPrivateKey: (ssl: k.SSL, rsa: k.RSA) => number;
  /**
   * `Int (Drive<SSL> s)`, SSL_verify_client_post_handshake(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_verify_client_post_handshake: (s: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_version: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> s)`, SSL_want(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want: (s: k.SSL) => number;
  /**
   * `Int (Drive<SSL> ssl, InBytes buf, Int num)`, SSL_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_write: (ssl: k.SSL, buf: k.InBytes, num: number) => number;
  /**
   * `Int (Drive<SSL> s, InBytes buf, Size num, Out<Size> written)`, SSL_write_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_write_early_data: (s: k.SSL, buf: k.InBytes, num: k.CLong, written: k.Out<number>) => number;
  /**
   * `Int (Drive<SSL> s, InBytes buf, Size num, Out<Size> written)`, SSL_write_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_write_ex: (s: k.SSL, buf: k.InBytes, num: k.CLong, written: k.Out<number>) => number;
  /**
   * `Static<SSL_METHOD> (void)`, TLS_client_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLS_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLS_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLS_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLS_server_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLS_server_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_1_client_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_1_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_1_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_1_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_1_server_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_1_server_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_2_client_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_2_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_2_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_2_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_2_server_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_2_server_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_client_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, TLSv1_server_method(3).
   * In OpenSSL from 1.1.1 to 3.6.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  TLSv1_server_method: () => k.SSL_METHOD | null;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_cache_hit(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_cache_hit: (ssl: k.SSL) => number;
  /**
   * `Borrowed<SSL_SESSION> (Ref<SSL> ssl)`, SSL_get0_session(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_session: (ssl: k.SSL) => k.SSL_SESSION | null;
  /**
   * `Owned<X509> (Ref<SSL> s)`, SSL_get1_peer_certificate(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get1_peer_certificate: (s: k.SSL) => k.X509 | null;
  /**
   * `Owned<X509> (Ref<SSL> s)`, SSL_get_peer_certificate(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_certificate: (s: k.SSL) => k.X509 | null;
  /**
   * `WideLong (Ref<SSL_SESSION> s)`, SSL_get_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_time: (s: k.SSL_SESSION) => k.CLong;
  /**
   * `WideLong (Ref<SSL_SESSION> s)`, SSL_get_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_timeout: (s: k.SSL_SESSION) => k.CLong;
  /**
   * `WideLong (Ref<SSL_SESSION> s, Long t)`, SSL_set_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_time: (s: k.SSL_SESSION, t: k.CLong) => k.CLong;
  /**
   * `WideLong (Ref<SSL_SESSION> s, Long t)`, SSL_set_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_timeout: (s: k.SSL_SESSION, t: k.CLong) => k.CLong;
  /**
   * `Static<SSL_METHOD> (void)`, SSLv23_client_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSLv23_client_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, SSLv23_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSLv23_method: () => k.SSL_METHOD | null;
  /**
   * `Static<SSL_METHOD> (void)`, SSLv23_server_method(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSLv23_server_method: () => k.SSL_METHOD | null;
  /**
   * `Long (Ref<SSL> ssl)`, DTLS_get_link_min_mtu(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLS_get_link_min_mtu: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl, Long mtu)`, DTLS_set_link_mtu(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLS_set_link_mtu: (ssl: k.SSL, mtu: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl)`, DTLSv1_handle_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLSv1_handle_timeout: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s, Take<X509> x509)`, SSL_add0_chain_cert(3).
   * The reference of `x509` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_add0_chain_cert: (s: k.SSL, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL> s, Ref<X509> x509)`, SSL_add1_chain_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_add1_chain_cert: (s: k.SSL, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL> s, Long flags)`, SSL_build_cert_chain(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_build_cert_chain: (s: k.SSL, flags: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Long op)`, SSL_clear_cert_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_clear_cert_flags: (s: k.SSL, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ctx)`, SSL_clear_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_clear_chain_certs: (ctx: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl, Long op)`, SSL_clear_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_clear_mode: (ssl: k.SSL, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_clear_num_renegotiations(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_clear_num_renegotiations: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s, OutText str)`, SSL_get0_peer_signature_name(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_peer_signature_name: (s: k.SSL, str: k.Out<string | null>) => number;
  /**
   * `Long (Ref<SSL> s, OutText str)`, SSL_get0_signature_name(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get0_signature_name: (s: k.SSL, str: k.Out<string | null>) => number;
  /**
   * `Long (Ref<SSL> s)`, SSL_get_extms_support(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_extms_support: (s: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_get_max_cert_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_max_cert_list: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s)`, SSL_get_max_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_max_proto_version: (s: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s)`, SSL_get_min_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_min_proto_version: (s: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_get_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_mode: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s)`, SSL_get_negotiated_group(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get_negotiated_group: (s: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s, Out<Int> pn)`, SSL_get_peer_signature_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_signature_nid: (s: k.SSL, pn: k.Out<number>) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_get_secure_renegotiation_support(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_secure_renegotiation_support: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s, Long n)`, SSL_get_shared_group(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_shared_group: (s: k.SSL, n: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Out<Int> pn)`, SSL_get_signature_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_signature_nid: (s: k.SSL, pn: k.Out<number>) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_get_tlsext_status_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_tlsext_status_type: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_num_renegotiations(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_num_renegotiations: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> s, Ref<X509> x509)`, SSL_select_current_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_select_current_cert: (s: k.SSL, x509: k.X509) => number;
  /**
   * `Long (Ref<SSL> s, StackTake<X509> sk)`, SSL_set0_chain(3).
   * The reference of `sk` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set0_chain: (s: k.SSL, sk: readonly k.X509[] | null) => number;
  /**
   * `Long (Ref<SSL> s, TakeOrNull<X509_STORE> st)`, SSL_set0_chain_cert_store(3).
   * The reference of `st` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set0_chain_cert_store: (s: k.SSL, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL> s, TakeOrNull<X509_STORE> st)`, SSL_set0_verify_cert_store(3).
   * The reference of `st` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set0_verify_cert_store: (s: k.SSL, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL> s, StackRefOrNull<X509> sk)`, SSL_set1_chain(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_chain: (s: k.SSL, sk: readonly k.X509[] | null) => number;
  /**
   * `Long (Ref<SSL> s, RefOrNull<X509_STORE> st)`, SSL_set1_chain_cert_store(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_chain_cert_store: (s: k.SSL, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL> s, InBytes clist, Long clistlen)`, SSL_set1_client_certificate_types(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_client_certificate_types: (s: k.SSL, clist: k.InBytes, clistlen: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Text str)`, SSL_set1_client_sigalgs_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_client_sigalgs_list: (s: k.SSL, str: string) => number;
  /**
   * `Long (Ref<SSL> s, Text list)`, SSL_set1_curves_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_curves_list: (s: k.SSL, list: string) => number;
  /**
   * `Long (Ref<SSL> s, Text str)`, SSL_set1_groups_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_groups_list: (s: k.SSL, str: string) => number;
  /**
   * `Long (Ref<SSL> s, Text str)`, SSL_set1_sigalgs_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_sigalgs_list: (s: k.SSL, str: string) => number;
  /**
   * `Long (Ref<SSL> s, RefOrNull<X509_STORE> st)`, SSL_set1_verify_cert_store(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_verify_cert_store: (s: k.SSL, st: k.X509_STORE | null) => number;
  /**
   * `Long (Ref<SSL> s, Long op)`, SSL_set_cert_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_cert_flags: (s: k.SSL, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Long op)`, SSL_set_current_cert(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_current_cert: (s: k.SSL, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Long onoff)`, SSL_set_dh_auto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_dh_auto: (s: k.SSL, onoff: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Long m)`, SSL_set_max_cert_list(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_max_cert_list: (ssl: k.SSL, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Long m)`, SSL_set_max_pipelines(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_max_pipelines: (ssl: k.SSL, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Long version)`, SSL_set_max_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_max_proto_version: (s: k.SSL, version: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Long m)`, SSL_set_max_send_fragment(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_max_send_fragment: (ssl: k.SSL, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, Long version)`, SSL_set_min_proto_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_min_proto_version: (s: k.SSL, version: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Long op)`, SSL_set_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_mode: (ssl: k.SSL, op: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Long mtu)`, SSL_set_mtu(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_mtu: (ssl: k.SSL, mtu: k.CLong) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_set_retry_verify(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set_retry_verify: (ssl: k.SSL) => number;
  /**
   * `Long (Ref<SSL> ssl, Long m)`, SSL_set_split_send_fragment(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_split_send_fragment: (ssl: k.SSL, m: k.CLong) => number;
  /**
   * `Long (Ref<SSL> s, TextOrNull name)`, SSL_set_tlsext_host_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tlsext_host_name: (s: k.SSL, name: string | null) => number;
  /**
   * `Long (Ref<SSL> ssl, Long type)`, SSL_set_tlsext_status_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tlsext_status_type: (ssl: k.SSL, type_: k.CLong) => number;
  /**
   * `Long (Ref<SSL> ssl, Ref<DH> dh)`, SSL_set_tmp_dh(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tmp_dh: (ssl: k.SSL, dh: k.DH) => number;
  /**
   * `Long (Ref<SSL> ssl, Ref<EC_KEY> ecdh)`, SSL_set_tmp_ecdh(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tmp_ecdh: (ssl: k.SSL, ecdh: k.EC_KEY) => number;
  /**
   * `Long (Ref<SSL> ssl)`, SSL_total_renegotiations(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_total_renegotiations: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl, Out<Int> milliseconds)`, DTLSv1_get_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLSv1_get_timeout: (ssl: k.SSL, milliseconds: k.Out<number>) => number;
  /**
   * `Void (Ref<SSL> s, Callback<DTLS_timer_cb> cb)`, DTLS_set_timer_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  DTLS_set_timer_cb: (s: k.SSL, cb: k.DTLS_timer_cb | null) => void;
  /**
   * `Size (Ref<SSL> s, Out<Bytes> out)`, SSL_client_hello_get0_ciphers(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_ciphers: (s: k.SSL, out: k.Out<Uint8Array | null>) => number;
  /**
   * `Size (Ref<SSL> s, Out<Bytes> out)`, SSL_client_hello_get0_compression_methods(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_compression_methods: (s: k.SSL, out: k.Out<Uint8Array | null>) => number;
  /**
   * `Size (Ref<SSL> s, Out<Bytes> out)`, SSL_client_hello_get0_random(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_random: (s: k.SSL, out: k.Out<Uint8Array | null>) => number;
  /**
   * `Size (Ref<SSL> s, Out<Bytes> out)`, SSL_client_hello_get0_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_client_hello_get0_session_id: (s: k.SSL, out: k.Out<Uint8Array | null>) => number;
  /**
   * `Long (Ref<SSL> s, Any sk)`, SSL_get0_chain_certs(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get0_chain_certs: (s: k.SSL, sk: unknown) => number;
  /**
   * `Any (Ref<SSL> s)`, SSL_get_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_app_data: (s: k.SSL) => unknown;
  /**
   * `Text (Ref<SSL> ssl)`, SSL_get_cipher(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_cipher: (ssl: k.SSL) => string | null;
  /**
   * `Int (Ref<SSL> ssl, OutOrNull<Int> np)`, SSL_get_cipher_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_cipher_bits: (ssl: k.SSL, np: k.Out<number> | null) => number;
  /**
   * `Text (Ref<SSL> ssl)`, SSL_get_cipher_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_cipher_name: (ssl: k.SSL) => string | null;
  /**
   * `Text (Ref<SSL> ssl)`, SSL_get_cipher_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_cipher_version: (ssl: k.SSL) => string | null;
  /**
   * `Any (Ref<SSL> s)`, SSL_get_default_passwd_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_default_passwd_cb: (s: k.SSL) => unknown;
  /**
   * `Any (Ref<SSL> s)`, SSL_get_default_passwd_cb_userdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_default_passwd_cb_userdata: (s: k.SSL) => unknown;
  /**
   * `Any (Ref<SSL> s, Int idx)`, SSL_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_ex_data: (s: k.SSL, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, SSL_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Any (Ref<SSL> s)`, SSL_get_info_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_info_callback: (s: k.SSL) => unknown;
  /**
   * `Long (Ref<SSL> s, Out<EVP_PKEY> key)`, SSL_get_peer_tmp_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_peer_tmp_key: (s: k.SSL, key: k.Out<k.EVP_PKEY | null>) => number;
  /**
   * `Long (Ref<SSL> s, Out<EVP_PKEY> key)`, SSL_get_server_tmp_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_server_tmp_key: (s: k.SSL, key: k.Out<k.EVP_PKEY | null>) => number;
  /**
   * `Text (Ref<SSL> s, OutBytes buf, Int size)`, SSL_get_shared_ciphers(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_shared_ciphers: (s: k.SSL, buf: Uint8Array, size: number) => string | null;
  /**
   * `Long (Ref<SSL> ssl, Out<Bytes> resp)`, SSL_get_tlsext_status_ocsp_resp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_tlsext_status_ocsp_resp: (ssl: k.SSL, resp: k.Out<Uint8Array | null>) => number;
  /**
   * `Long (Ref<SSL> s, Out<EVP_PKEY> key)`, SSL_get_tmp_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_tmp_key: (s: k.SSL, key: k.Out<k.EVP_PKEY | null>) => number;
  /**
   * `Any (Ref<SSL> s)`, SSL_get_verify_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_get_verify_callback: (s: k.SSL) => unknown;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_in_accept_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_in_accept_init: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_in_connect_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_in_connect_init: (ssl: k.SSL) => number;
  /**
   * `Int (void)`, SSL_library_init(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_library_init: () => number;
  /**
   * `Int (void)`, SSL_load_error_strings(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_load_error_strings: () => number;
  /**
   * `Long (Ref<SSL> s)`, SSL_need_tmp_RSA(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_need_tmp_RSA: (s: k.SSL) => number;
  /**
   * `Owned<SSL> (Ref<SSL_CTX> ctx)`, SSL_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_new: (ctx: k.SSL_CTX) => k.SSL | null;
  /**
   * `Int (Out<Bytes> out, OutOrNull<UChar> outlen, InBytes server, UInt server_len, InBytes client, UInt client_len)`, SSL_select_next_proto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_select_next_proto: (out: k.Out<Uint8Array | null>, outlen: k.Out<number> | null, server: k.InBytes, server_len: number, client: k.InBytes, client_len: number) => number;
  /**
   * `Int (Ref<SSL> s, Any list, Int n)`, SSL_set1_groups(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set1_groups: (s: k.SSL, list: unknown, n: number) => number;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_allow_early_data_cb_fn> cb, Any arg)`, SSL_set_allow_early_data_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_allow_early_data_cb: (s: k.SSL, cb: k.SSL_allow_early_data_cb_fn | null, arg: unknown) => void;
  /**
   * `Int (Ref<SSL> s, Any arg)`, SSL_set_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_app_data: (s: k.SSL, arg: unknown) => number;
  /**
   * `Void (Drive<SSL> ssl, TakeOrNull<BIO> rbio, TakeOrNull<BIO> wbio)`, SSL_set_bio(3).
   * The reference of `rbio` goes over to OpenSSL.
   * The reference of `wbio` goes over to OpenSSL.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or it is called in a callback of the same connection (MisuseError).
   */
  SSL_set_bio: (ssl: k.SSL, rbio: k.BIO | null, wbio: k.BIO | null) => void;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_cert_cb> cb, Any arg)`, SSL_set_cert_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_cert_cb: (s: k.SSL, cb: k.SSL_cert_cb | null, arg: unknown) => void;
  /**
   * `Void (Ref<SSL> s, Callback<pem_password_cb> cb)`, SSL_set_default_passwd_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_default_passwd_cb: (s: k.SSL, cb: k.pem_password_cb | null) => void;
  /**
   * `Void (Ref<SSL> s, Any u)`, SSL_set_default_passwd_cb_userdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_default_passwd_cb_userdata: (s: k.SSL, u: unknown) => void;
  /**
   * `Long (Ref<SSL> s, Int onoff)`, SSL_set_ecdh_auto(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_ecdh_auto: (s: k.SSL, onoff: number) => number;
  /**
   * `Int (Ref<SSL> s, Int idx, Any data)`, SSL_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_ex_data: (s: k.SSL, idx: number, data: unknown) => number;
  /**
   * `Int (Ref<SSL> s, Callback<GEN_SESSION_CB> cb)`, SSL_set_generate_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_generate_session_id: (s: k.SSL, cb: k.GEN_SESSION_CB | null) => number;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_info_cb> cb)`, SSL_set_info_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_info_callback: (s: k.SSL, cb: k.SSL_info_cb | null) => void;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_msg_cb> cb)`, SSL_set_msg_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_msg_callback: (s: k.SSL, cb: k.SSL_msg_cb | null) => void;
  /**
   * `Long (Ref<SSL> s, Any arg)`, SSL_set_msg_callback_arg(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_msg_callback_arg: (s: k.SSL, arg: unknown) => number;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_psk_client_cb_func> cb)`, SSL_set_psk_client_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_psk_client_callback: (s: k.SSL, cb: k.SSL_psk_client_cb_func | null) => void;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_psk_find_session_cb_func> cb)`, SSL_set_psk_find_session_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_psk_find_session_callback: (s: k.SSL, cb: k.SSL_psk_find_session_cb_func | null) => void;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_psk_server_cb_func> cb)`, SSL_set_psk_server_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_psk_server_callback: (s: k.SSL, cb: k.SSL_psk_server_cb_func | null) => void;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_psk_use_session_cb_func> cb)`, SSL_set_psk_use_session_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_psk_use_session_callback: (s: k.SSL, cb: k.SSL_psk_use_session_cb_func | null) => void;
  /**
   * `Long (Ref<SSL> ssl, InBytesOrNull resp, Long len)`, SSL_set_tlsext_status_ocsp_resp(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tlsext_status_ocsp_resp: (ssl: k.SSL, resp: k.InBytes | null, len: k.CLong) => number;
  /**
   * `Void (Ref<SSL> ssl, Callback<SSL_tmp_dh_cb> cb)`, SSL_set_tmp_dh_callback(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_tmp_dh_callback: (ssl: k.SSL, cb: k.SSL_tmp_dh_cb | null) => void;
  /**
   * `Void (Ref<SSL> s, Int mode, Callback<SSL_verify_cb> callback)`, SSL_set_verify(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_set_verify: (s: k.SSL, mode: number, callback: k.SSL_verify_cb | null) => void;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_client_hello_cb(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want_client_hello_cb: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_nothing(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want_nothing: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want_read: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_retry_verify(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_want_retry_verify: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want_write: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<SSL> ssl)`, SSL_want_x509_lookup(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_want_x509_lookup: (ssl: k.SSL) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Int index)`, OSSL_ECHSTORE_downselect(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_downselect: (es: k.OSSL_ECHSTORE, index: number) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Time age)`, OSSL_ECHSTORE_flush_keys(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_flush_keys: (es: k.OSSL_ECHSTORE, age: k.CLong) => number;
  /**
   * `Void (Free<OSSL_ECHSTORE> es)`, OSSL_ECHSTORE_free(3).
   * Gives one reference of `es` back.
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_free: (es: k.OSSL_ECHSTORE | null) => void;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Int index, Out<Time> loaded_secs, Out<OwnedText> public_name, Out<OwnedText> echconfig, Out<Int> has_private, Out<Int> for_retry)`, OSSL_ECHSTORE_get1_info(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_get1_info: (es: k.OSSL_ECHSTORE, index: number, loaded_secs: k.Out<number>, public_name: k.Out<string | null>, echconfig: k.Out<string | null>, has_private: k.Out<number>, for_retry: k.Out<number>) => number;
  /**
   * `Owned<OSSL_ECHSTORE> (RefOrNull<OSSL_LIB_CTX> libctx, Null propq)`, OSSL_ECHSTORE_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_new: (libctx: k.OSSL_LIB_CTX | null, propq: null) => k.OSSL_ECHSTORE | null;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Out<Int> numentries)`, OSSL_ECHSTORE_num_entries(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_num_entries: (es: k.OSSL_ECHSTORE, numentries: k.Out<number>) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Out<Int> numkeys)`, OSSL_ECHSTORE_num_keys(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_num_keys: (es: k.OSSL_ECHSTORE, numkeys: k.Out<number>) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Ref<BIO> in)`, OSSL_ECHSTORE_read_echconfiglist(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_read_echconfiglist: (es: k.OSSL_ECHSTORE, in_: k.BIO) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Ref<BIO> in, Int for_retry)`, OSSL_ECHSTORE_read_pem(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_read_pem: (es: k.OSSL_ECHSTORE, in_: k.BIO, for_retry: number) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, RefOrNull<EVP_PKEY> priv, Ref<BIO> in, Int for_retry)`, OSSL_ECHSTORE_set1_key_and_read_pem(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_set1_key_and_read_pem: (es: k.OSSL_ECHSTORE, priv: k.EVP_PKEY | null, in_: k.BIO, for_retry: number) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, Int index, Ref<BIO> out)`, OSSL_ECHSTORE_write_pem(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_write_pem: (es: k.OSSL_ECHSTORE, index: number, out: k.BIO) => number;
  /**
   * `Owned<OSSL_ECHSTORE> (Ref<SSL_CTX> ctx)`, SSL_CTX_get1_echstore(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_get1_echstore: (ctx: k.SSL_CTX) => k.OSSL_ECHSTORE | null;
  /**
   * `Int (Ref<SSL_CTX> ctx, RefOrNull<OSSL_ECHSTORE> es)`, SSL_CTX_set1_echstore(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_set1_echstore: (ctx: k.SSL_CTX, es: k.OSSL_ECHSTORE | null) => number;
  /**
   * `Int (Ref<SSL> s, Out<OwnedText> inner_sni, Out<OwnedText> outer_sni)`, SSL_ech_get1_status(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_get1_status: (s: k.SSL, inner_sni: k.Out<string | null>, outer_sni: k.Out<string | null>) => number;
  /**
   * `Int (Ref<SSL> s, UShort type)`, SSL_ech_set_grease_type(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set_grease_type: (s: k.SSL, type_: number) => number;
  /**
   * `Owned<OSSL_ECHSTORE> (Ref<SSL> s)`, SSL_get1_echstore(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_get1_echstore: (s: k.SSL) => k.OSSL_ECHSTORE | null;
  /**
   * `Int (Ref<SSL> s, RefOrNull<OSSL_ECHSTORE> es)`, SSL_set1_echstore(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_set1_echstore: (s: k.SSL, es: k.OSSL_ECHSTORE | null) => number;
  /**
   * `Int (Ref<OSSL_ECHSTORE> es, UShort echversion, UChar max_name_length, Text public_name, HpkeSuite suite)`, OSSL_ECHSTORE_new_config(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  OSSL_ECHSTORE_new_config: (es: k.OSSL_ECHSTORE, echversion: number, max_name_length: number, public_name: string, suite: { readonly kem_id: number; readonly kdf_id: number; readonly aead_id: number }) => number;
  /**
   * `Void (Ref<SSL_CTX> ctx, Callback<SSL_ech_cb_func> f)`, SSL_CTX_ech_set_callback(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CTX_ech_set_callback: (ctx: k.SSL_CTX, f: k.SSL_ech_cb_func | null) => void;
  /**
   * `Int (Ref<SSL> s, Out<Bytes> ec, Out<Size> eclen)`, SSL_ech_get1_retry_config(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_get1_retry_config: (s: k.SSL, ec: k.Out<Uint8Array | null>, eclen: k.Out<number>) => number;
  /**
   * `Void (Ref<SSL> s, Callback<SSL_ech_cb_func> f)`, SSL_ech_set_callback(3).
   * In OpenSSL since 4.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_ech_set_callback: (s: k.SSL, f: k.SSL_ech_cb_func | null) => void;
}

export const DTLS_client_method: SslFunctions['DTLS_client_method'] = lazily('DTLS_client_method');
export const DTLS_get_data_mtu: SslFunctions['DTLS_get_data_mtu'] = lazily('DTLS_get_data_mtu');
export const DTLS_method: SslFunctions['DTLS_method'] = lazily('DTLS_method');
export const DTLS_server_method: SslFunctions['DTLS_server_method'] = lazily('DTLS_server_method');
export const DTLSv1_2_client_method: SslFunctions['DTLSv1_2_client_method'] = lazily('DTLSv1_2_client_method');
export const DTLSv1_2_method: SslFunctions['DTLSv1_2_method'] = lazily('DTLSv1_2_method');
export const DTLSv1_2_server_method: SslFunctions['DTLSv1_2_server_method'] = lazily('DTLSv1_2_server_method');
export const DTLSv1_client_method: SslFunctions['DTLSv1_client_method'] = lazily('DTLSv1_client_method');
export const DTLSv1_listen: SslFunctions['DTLSv1_listen'] = lazily('DTLSv1_listen');
export const DTLSv1_method: SslFunctions['DTLSv1_method'] = lazily('DTLSv1_method');
export const DTLSv1_server_method: SslFunctions['DTLSv1_server_method'] = lazily('DTLSv1_server_method');
export const OPENSSL_cipher_name: SslFunctions['OPENSSL_cipher_name'] = lazily('OPENSSL_cipher_name');
export const OPENSSL_init_ssl: SslFunctions['OPENSSL_init_ssl'] = lazily('OPENSSL_init_ssl');
export const SSL_accept: SslFunctions['SSL_accept'] = lazily('SSL_accept');
export const SSL_add1_dnsname: SslFunctions['SSL_add1_dnsname'] = lazily('SSL_add1_dnsname');
export const SSL_add1_host: SslFunctions['SSL_add1_host'] = lazily('SSL_add1_host');
export const SSL_add1_ipaddr: SslFunctions['SSL_add1_ipaddr'] = lazily('SSL_add1_ipaddr');
export const SSL_add1_to_CA_list: SslFunctions['SSL_add1_to_CA_list'] = lazily('SSL_add1_to_CA_list');
export const SSL_add_client_CA: SslFunctions['SSL_add_client_CA'] = lazily('SSL_add_client_CA');
export const SSL_add_expected_rpk: SslFunctions['SSL_add_expected_rpk'] = lazily('SSL_add_expected_rpk');
export const SSL_add_ssl_module: SslFunctions['SSL_add_ssl_module'] = lazily('SSL_add_ssl_module');
export const SSL_alert_desc_string: SslFunctions['SSL_alert_desc_string'] = lazily('SSL_alert_desc_string');
export const SSL_alert_desc_string_long: SslFunctions['SSL_alert_desc_string_long'] = lazily('SSL_alert_desc_string_long');
export const SSL_alert_type_string: SslFunctions['SSL_alert_type_string'] = lazily('SSL_alert_type_string');
export const SSL_alert_type_string_long: SslFunctions['SSL_alert_type_string_long'] = lazily('SSL_alert_type_string_long');
export const SSL_alloc_buffers: SslFunctions['SSL_alloc_buffers'] = lazily('SSL_alloc_buffers');
export const SSL_certs_clear: SslFunctions['SSL_certs_clear'] = lazily('SSL_certs_clear');
export const SSL_check_private_key: SslFunctions['SSL_check_private_key'] = lazily('SSL_check_private_key');
export const SSL_clear: SslFunctions['SSL_clear'] = lazily('SSL_clear');
export const SSL_clear_options: SslFunctions['SSL_clear_options'] = lazily('SSL_clear_options');
export const SSL_client_hello_get0_ext: SslFunctions['SSL_client_hello_get0_ext'] = lazily('SSL_client_hello_get0_ext');
export const SSL_client_hello_get0_legacy_version: SslFunctions['SSL_client_hello_get0_legacy_version'] = lazily('SSL_client_hello_get0_legacy_version');
export const SSL_client_hello_isv2: SslFunctions['SSL_client_hello_isv2'] = lazily('SSL_client_hello_isv2');
export const SSL_client_version: SslFunctions['SSL_client_version'] = lazily('SSL_client_version');
export const SSL_compress_certs: SslFunctions['SSL_compress_certs'] = lazily('SSL_compress_certs');
export const SSL_config: SslFunctions['SSL_config'] = lazily('SSL_config');
export const SSL_connect: SslFunctions['SSL_connect'] = lazily('SSL_connect');
export const SSL_copy_session_id: SslFunctions['SSL_copy_session_id'] = lazily('SSL_copy_session_id');
export const SSL_ct_is_enabled: SslFunctions['SSL_ct_is_enabled'] = lazily('SSL_ct_is_enabled');
export const SSL_dane_clear_flags: SslFunctions['SSL_dane_clear_flags'] = lazily('SSL_dane_clear_flags');
export const SSL_dane_enable: SslFunctions['SSL_dane_enable'] = lazily('SSL_dane_enable');
export const SSL_dane_set_flags: SslFunctions['SSL_dane_set_flags'] = lazily('SSL_dane_set_flags');
export const SSL_dane_tlsa_add: SslFunctions['SSL_dane_tlsa_add'] = lazily('SSL_dane_tlsa_add');
export const SSL_do_handshake: SslFunctions['SSL_do_handshake'] = lazily('SSL_do_handshake');
export const SSL_dup: SslFunctions['SSL_dup'] = lazily('SSL_dup');
export const SSL_dup_CA_list: SslFunctions['SSL_dup_CA_list'] = lazily('SSL_dup_CA_list');
export const SSL_ech_set1_grease_suite: SslFunctions['SSL_ech_set1_grease_suite'] = lazily('SSL_ech_set1_grease_suite');
export const SSL_ech_set1_outer_alpn_protos: SslFunctions['SSL_ech_set1_outer_alpn_protos'] = lazily('SSL_ech_set1_outer_alpn_protos');
export const SSL_ech_set1_outer_server_name: SslFunctions['SSL_ech_set1_outer_server_name'] = lazily('SSL_ech_set1_outer_server_name');
export const SSL_ech_set1_server_names: SslFunctions['SSL_ech_set1_server_names'] = lazily('SSL_ech_set1_server_names');
export const SSL_enable_ct: SslFunctions['SSL_enable_ct'] = lazily('SSL_enable_ct');
export const SSL_export_keying_material: SslFunctions['SSL_export_keying_material'] = lazily('SSL_export_keying_material');
export const SSL_export_keying_material_early: SslFunctions['SSL_export_keying_material_early'] = lazily('SSL_export_keying_material_early');
export const SSL_extension_supported: SslFunctions['SSL_extension_supported'] = lazily('SSL_extension_supported');
export const SSL_free: SslFunctions['SSL_free'] = lazily('SSL_free');
export const SSL_free_buffers: SslFunctions['SSL_free_buffers'] = lazily('SSL_free_buffers');
export const SSL_get0_alpn_protos: SslFunctions['SSL_get0_alpn_protos'] = lazily('SSL_get0_alpn_protos');
export const SSL_get0_alpn_selected: SslFunctions['SSL_get0_alpn_selected'] = lazily('SSL_get0_alpn_selected');
export const SSL_get0_CA_list: SslFunctions['SSL_get0_CA_list'] = lazily('SSL_get0_CA_list');
export const SSL_get0_group_name: SslFunctions['SSL_get0_group_name'] = lazily('SSL_get0_group_name');
export const SSL_get0_next_proto_negotiated: SslFunctions['SSL_get0_next_proto_negotiated'] = lazily('SSL_get0_next_proto_negotiated');
export const SSL_get0_param: SslFunctions['SSL_get0_param'] = lazily('SSL_get0_param');
export const SSL_get0_peer_CA_list: SslFunctions['SSL_get0_peer_CA_list'] = lazily('SSL_get0_peer_CA_list');
export const SSL_get0_peer_certificate: SslFunctions['SSL_get0_peer_certificate'] = lazily('SSL_get0_peer_certificate');
export const SSL_get0_peer_rpk: SslFunctions['SSL_get0_peer_rpk'] = lazily('SSL_get0_peer_rpk');
export const SSL_get0_peer_scts: SslFunctions['SSL_get0_peer_scts'] = lazily('SSL_get0_peer_scts');
export const SSL_get0_peername: SslFunctions['SSL_get0_peername'] = lazily('SSL_get0_peername');
export const SSL_get0_shared_sigalg: SslFunctions['SSL_get0_shared_sigalg'] = lazily('SSL_get0_shared_sigalg');
export const SSL_get0_sigalg: SslFunctions['SSL_get0_sigalg'] = lazily('SSL_get0_sigalg');
export const SSL_get0_verified_chain: SslFunctions['SSL_get0_verified_chain'] = lazily('SSL_get0_verified_chain');
export const SSL_get1_session: SslFunctions['SSL_get1_session'] = lazily('SSL_get1_session');
export const SSL_get_certificate: SslFunctions['SSL_get_certificate'] = lazily('SSL_get_certificate');
export const SSL_get_cipher_list: SslFunctions['SSL_get_cipher_list'] = lazily('SSL_get_cipher_list');
export const SSL_get_ciphers: SslFunctions['SSL_get_ciphers'] = lazily('SSL_get_ciphers');
export const SSL_get_client_CA_list: SslFunctions['SSL_get_client_CA_list'] = lazily('SSL_get_client_CA_list');
export const SSL_get_client_ciphers: SslFunctions['SSL_get_client_ciphers'] = lazily('SSL_get_client_ciphers');
export const SSL_get_client_random: SslFunctions['SSL_get_client_random'] = lazily('SSL_get_client_random');
export const SSL_get_current_cipher: SslFunctions['SSL_get_current_cipher'] = lazily('SSL_get_current_cipher');
export const SSL_get_current_compression: SslFunctions['SSL_get_current_compression'] = lazily('SSL_get_current_compression');
export const SSL_get_current_expansion: SslFunctions['SSL_get_current_expansion'] = lazily('SSL_get_current_expansion');
export const SSL_get_default_timeout: SslFunctions['SSL_get_default_timeout'] = lazily('SSL_get_default_timeout');
export const SSL_get_early_data_status: SslFunctions['SSL_get_early_data_status'] = lazily('SSL_get_early_data_status');
export const SSL_get_error: SslFunctions['SSL_get_error'] = lazily('SSL_get_error');
export const SSL_get_ex_data_X509_STORE_CTX_idx: SslFunctions['SSL_get_ex_data_X509_STORE_CTX_idx'] = lazily('SSL_get_ex_data_X509_STORE_CTX_idx');
export const SSL_get_fd: SslFunctions['SSL_get_fd'] = lazily('SSL_get_fd');
export const SSL_get_finished: SslFunctions['SSL_get_finished'] = lazily('SSL_get_finished');
export const SSL_get_handshake_rtt: SslFunctions['SSL_get_handshake_rtt'] = lazily('SSL_get_handshake_rtt');
export const SSL_get_key_update_type: SslFunctions['SSL_get_key_update_type'] = lazily('SSL_get_key_update_type');
export const SSL_get_max_early_data: SslFunctions['SSL_get_max_early_data'] = lazily('SSL_get_max_early_data');
export const SSL_get_negotiated_client_cert_type: SslFunctions['SSL_get_negotiated_client_cert_type'] = lazily('SSL_get_negotiated_client_cert_type');
export const SSL_get_negotiated_server_cert_type: SslFunctions['SSL_get_negotiated_server_cert_type'] = lazily('SSL_get_negotiated_server_cert_type');
export const SSL_get_num_tickets: SslFunctions['SSL_get_num_tickets'] = lazily('SSL_get_num_tickets');
export const SSL_get_options: SslFunctions['SSL_get_options'] = lazily('SSL_get_options');
export const SSL_get_peer_cert_chain: SslFunctions['SSL_get_peer_cert_chain'] = lazily('SSL_get_peer_cert_chain');
export const SSL_get_peer_finished: SslFunctions['SSL_get_peer_finished'] = lazily('SSL_get_peer_finished');
export const SSL_get_peer_signature_type_nid: SslFunctions['SSL_get_peer_signature_type_nid'] = lazily('SSL_get_peer_signature_type_nid');
export const SSL_get_pending_cipher: SslFunctions['SSL_get_pending_cipher'] = lazily('SSL_get_pending_cipher');
export const SSL_get_privatekey: SslFunctions['SSL_get_privatekey'] = lazily('SSL_get_privatekey');
export const SSL_get_psk_identity: SslFunctions['SSL_get_psk_identity'] = lazily('SSL_get_psk_identity');
export const SSL_get_psk_identity_hint: SslFunctions['SSL_get_psk_identity_hint'] = lazily('SSL_get_psk_identity_hint');
export const SSL_get_quiet_shutdown: SslFunctions['SSL_get_quiet_shutdown'] = lazily('SSL_get_quiet_shutdown');
export const SSL_get_rbio: SslFunctions['SSL_get_rbio'] = lazily('SSL_get_rbio');
export const SSL_get_read_ahead: SslFunctions['SSL_get_read_ahead'] = lazily('SSL_get_read_ahead');
export const SSL_get_recv_max_early_data: SslFunctions['SSL_get_recv_max_early_data'] = lazily('SSL_get_recv_max_early_data');
export const SSL_get_rfd: SslFunctions['SSL_get_rfd'] = lazily('SSL_get_rfd');
export const SSL_get_security_level: SslFunctions['SSL_get_security_level'] = lazily('SSL_get_security_level');
export const SSL_get_server_random: SslFunctions['SSL_get_server_random'] = lazily('SSL_get_server_random');
export const SSL_get_servername: SslFunctions['SSL_get_servername'] = lazily('SSL_get_servername');
export const SSL_get_servername_type: SslFunctions['SSL_get_servername_type'] = lazily('SSL_get_servername_type');
export const SSL_get_session: SslFunctions['SSL_get_session'] = lazily('SSL_get_session');
export const SSL_get_shutdown: SslFunctions['SSL_get_shutdown'] = lazily('SSL_get_shutdown');
export const SSL_get_signature_type_nid: SslFunctions['SSL_get_signature_type_nid'] = lazily('SSL_get_signature_type_nid');
export const SSL_get_SSL_CTX: SslFunctions['SSL_get_SSL_CTX'] = lazily('SSL_get_SSL_CTX');
export const SSL_get_srp_N: SslFunctions['SSL_get_srp_N'] = lazily('SSL_get_srp_N');
export const SSL_get_srp_g: SslFunctions['SSL_get_srp_g'] = lazily('SSL_get_srp_g');
export const SSL_get_srp_userinfo: SslFunctions['SSL_get_srp_userinfo'] = lazily('SSL_get_srp_userinfo');
export const SSL_get_srp_username: SslFunctions['SSL_get_srp_username'] = lazily('SSL_get_srp_username');
export const SSL_get_ssl_method: SslFunctions['SSL_get_ssl_method'] = lazily('SSL_get_ssl_method');
export const SSL_get_state: SslFunctions['SSL_get_state'] = lazily('SSL_get_state');
export const SSL_get_verify_depth: SslFunctions['SSL_get_verify_depth'] = lazily('SSL_get_verify_depth');
export const SSL_get_verify_mode: SslFunctions['SSL_get_verify_mode'] = lazily('SSL_get_verify_mode');
export const SSL_get_verify_result: SslFunctions['SSL_get_verify_result'] = lazily('SSL_get_verify_result');
export const SSL_get_version: SslFunctions['SSL_get_version'] = lazily('SSL_get_version');
export const SSL_get_wbio: SslFunctions['SSL_get_wbio'] = lazily('SSL_get_wbio');
export const SSL_get_wfd: SslFunctions['SSL_get_wfd'] = lazily('SSL_get_wfd');
export const SSL_group_to_name: SslFunctions['SSL_group_to_name'] = lazily('SSL_group_to_name');
export const SSL_handle_events: SslFunctions['SSL_handle_events'] = lazily('SSL_handle_events');
export const SSL_has_matching_session_id: SslFunctions['SSL_has_matching_session_id'] = lazily('SSL_has_matching_session_id');
export const SSL_has_pending: SslFunctions['SSL_has_pending'] = lazily('SSL_has_pending');
export const SSL_in_before: SslFunctions['SSL_in_before'] = lazily('SSL_in_before');
export const SSL_in_init: SslFunctions['SSL_in_init'] = lazily('SSL_in_init');
export const SSL_is_dtls: SslFunctions['SSL_is_dtls'] = lazily('SSL_is_dtls');
export const SSL_is_init_finished: SslFunctions['SSL_is_init_finished'] = lazily('SSL_is_init_finished');
export const SSL_is_quic: SslFunctions['SSL_is_quic'] = lazily('SSL_is_quic');
export const SSL_is_server: SslFunctions['SSL_is_server'] = lazily('SSL_is_server');
export const SSL_is_tls: SslFunctions['SSL_is_tls'] = lazily('SSL_is_tls');
export const SSL_key_update: SslFunctions['SSL_key_update'] = lazily('SSL_key_update');
export const SSL_load_client_CA_file: SslFunctions['SSL_load_client_CA_file'] = lazily('SSL_load_client_CA_file');
export const SSL_load_client_CA_file_ex: SslFunctions['SSL_load_client_CA_file_ex'] = lazily('SSL_load_client_CA_file_ex');
export const SSL_net_read_desired: SslFunctions['SSL_net_read_desired'] = lazily('SSL_net_read_desired');
export const SSL_net_write_desired: SslFunctions['SSL_net_write_desired'] = lazily('SSL_net_write_desired');
export const SSL_new_session_ticket: SslFunctions['SSL_new_session_ticket'] = lazily('SSL_new_session_ticket');
export const SSL_peek: SslFunctions['SSL_peek'] = lazily('SSL_peek');
export const SSL_peek_ex: SslFunctions['SSL_peek_ex'] = lazily('SSL_peek_ex');
export const SSL_pending: SslFunctions['SSL_pending'] = lazily('SSL_pending');
export const SSL_read: SslFunctions['SSL_read'] = lazily('SSL_read');
export const SSL_read_early_data: SslFunctions['SSL_read_early_data'] = lazily('SSL_read_early_data');
export const SSL_read_ex: SslFunctions['SSL_read_ex'] = lazily('SSL_read_ex');
export const SSL_renegotiate: SslFunctions['SSL_renegotiate'] = lazily('SSL_renegotiate');
export const SSL_renegotiate_abbreviated: SslFunctions['SSL_renegotiate_abbreviated'] = lazily('SSL_renegotiate_abbreviated');
export const SSL_renegotiate_pending: SslFunctions['SSL_renegotiate_pending'] = lazily('SSL_renegotiate_pending');
export const SSL_rstate_string: SslFunctions['SSL_rstate_string'] = lazily('SSL_rstate_string');
export const SSL_rstate_string_long: SslFunctions['SSL_rstate_string_long'] = lazily('SSL_rstate_string_long');
export const SSL_session_reused: SslFunctions['SSL_session_reused'] = lazily('SSL_session_reused');
export const SSL_set0_CA_list: SslFunctions['SSL_set0_CA_list'] = lazily('SSL_set0_CA_list');
export const SSL_set0_rbio: SslFunctions['SSL_set0_rbio'] = lazily('SSL_set0_rbio');
export const SSL_set0_tmp_dh_pkey: SslFunctions['SSL_set0_tmp_dh_pkey'] = lazily('SSL_set0_tmp_dh_pkey');
export const SSL_set0_wbio: SslFunctions['SSL_set0_wbio'] = lazily('SSL_set0_wbio');
export const SSL_set1_cert_comp_preference: SslFunctions['SSL_set1_cert_comp_preference'] = lazily('SSL_set1_cert_comp_preference');
export const SSL_set1_client_cert_type: SslFunctions['SSL_set1_client_cert_type'] = lazily('SSL_set1_client_cert_type');
export const SSL_set1_compressed_cert: SslFunctions['SSL_set1_compressed_cert'] = lazily('SSL_set1_compressed_cert');
export const SSL_set1_dnsname: SslFunctions['SSL_set1_dnsname'] = lazily('SSL_set1_dnsname');
export const SSL_set1_ech_config_list: SslFunctions['SSL_set1_ech_config_list'] = lazily('SSL_set1_ech_config_list');
export const SSL_set1_host: SslFunctions['SSL_set1_host'] = lazily('SSL_set1_host');
export const SSL_set1_ipaddr: SslFunctions['SSL_set1_ipaddr'] = lazily('SSL_set1_ipaddr');
export const SSL_set1_param: SslFunctions['SSL_set1_param'] = lazily('SSL_set1_param');
export const SSL_set1_server_cert_type: SslFunctions['SSL_set1_server_cert_type'] = lazily('SSL_set1_server_cert_type');
export const SSL_set_accept_state: SslFunctions['SSL_set_accept_state'] = lazily('SSL_set_accept_state');
export const SSL_set_alpn_protos: SslFunctions['SSL_set_alpn_protos'] = lazily('SSL_set_alpn_protos');
export const SSL_set_block_padding: SslFunctions['SSL_set_block_padding'] = lazily('SSL_set_block_padding');
export const SSL_set_block_padding_ex: SslFunctions['SSL_set_block_padding_ex'] = lazily('SSL_set_block_padding_ex');
export const SSL_set_cipher_list: SslFunctions['SSL_set_cipher_list'] = lazily('SSL_set_cipher_list');
export const SSL_set_ciphersuites: SslFunctions['SSL_set_ciphersuites'] = lazily('SSL_set_ciphersuites');
export const SSL_set_client_CA_list: SslFunctions['SSL_set_client_CA_list'] = lazily('SSL_set_client_CA_list');
export const SSL_set_connect_state: SslFunctions['SSL_set_connect_state'] = lazily('SSL_set_connect_state');
export const SSL_set_default_read_buffer_len: SslFunctions['SSL_set_default_read_buffer_len'] = lazily('SSL_set_default_read_buffer_len');
export const SSL_set_fd: SslFunctions['SSL_set_fd'] = lazily('SSL_set_fd');
export const SSL_set_hostflags: SslFunctions['SSL_set_hostflags'] = lazily('SSL_set_hostflags');
export const SSL_set_max_early_data: SslFunctions['SSL_set_max_early_data'] = lazily('SSL_set_max_early_data');
export const SSL_set_num_tickets: SslFunctions['SSL_set_num_tickets'] = lazily('SSL_set_num_tickets');
export const SSL_set_options: SslFunctions['SSL_set_options'] = lazily('SSL_set_options');
export const SSL_set_post_handshake_auth: SslFunctions['SSL_set_post_handshake_auth'] = lazily('SSL_set_post_handshake_auth');
export const SSL_set_purpose: SslFunctions['SSL_set_purpose'] = lazily('SSL_set_purpose');
export const SSL_set_quiet_shutdown: SslFunctions['SSL_set_quiet_shutdown'] = lazily('SSL_set_quiet_shutdown');
export const SSL_set_read_ahead: SslFunctions['SSL_set_read_ahead'] = lazily('SSL_set_read_ahead');
export const SSL_set_recv_max_early_data: SslFunctions['SSL_set_recv_max_early_data'] = lazily('SSL_set_recv_max_early_data');
export const SSL_set_rfd: SslFunctions['SSL_set_rfd'] = lazily('SSL_set_rfd');
export const SSL_set_security_level: SslFunctions['SSL_set_security_level'] = lazily('SSL_set_security_level');
export const SSL_set_session: SslFunctions['SSL_set_session'] = lazily('SSL_set_session');
export const SSL_set_session_id_context: SslFunctions['SSL_set_session_id_context'] = lazily('SSL_set_session_id_context');
export const SSL_set_shutdown: SslFunctions['SSL_set_shutdown'] = lazily('SSL_set_shutdown');
export const SSL_set_SSL_CTX: SslFunctions['SSL_set_SSL_CTX'] = lazily('SSL_set_SSL_CTX');
export const SSL_set_srp_server_param_pw: SslFunctions['SSL_set_srp_server_param_pw'] = lazily('SSL_set_srp_server_param_pw');
export const SSL_set_ssl_method: SslFunctions['SSL_set_ssl_method'] = lazily('SSL_set_ssl_method');
export const SSL_set_tlsext_max_fragment_length: SslFunctions['SSL_set_tlsext_max_fragment_length'] = lazily('SSL_set_tlsext_max_fragment_length');
export const SSL_set_tlsext_use_srtp: SslFunctions['SSL_set_tlsext_use_srtp'] = lazily('SSL_set_tlsext_use_srtp');
export const SSL_set_trust: SslFunctions['SSL_set_trust'] = lazily('SSL_set_trust');
export const SSL_set_verify_depth: SslFunctions['SSL_set_verify_depth'] = lazily('SSL_set_verify_depth');
export const SSL_set_verify_result: SslFunctions['SSL_set_verify_result'] = lazily('SSL_set_verify_result');
export const SSL_set_wfd: SslFunctions['SSL_set_wfd'] = lazily('SSL_set_wfd');
export const SSL_shutdown: SslFunctions['SSL_shutdown'] = lazily('SSL_shutdown');
export const SSL_state_string: SslFunctions['SSL_state_string'] = lazily('SSL_state_string');
export const SSL_state_string_long: SslFunctions['SSL_state_string_long'] = lazily('SSL_state_string_long');
export const SSL_stateless: SslFunctions['SSL_stateless'] = lazily('SSL_stateless');
export const SSL_up_ref: SslFunctions['SSL_up_ref'] = lazily('SSL_up_ref');
export const SSL_use_RSAPrivateKey_file: SslFunctions['SSL_use_RSAPrivateKey_file'] = lazily('SSL_use_RSAPrivateKey_file');
export const SSL_use_cert_and_key: SslFunctions['SSL_use_cert_and_key'] = lazily('SSL_use_cert_and_key');
export const SSL_use_certificate: SslFunctions['SSL_use_certificate'] = lazily('SSL_use_certificate');
export const SSL_use_certificate_ASN1: SslFunctions['SSL_use_certificate_ASN1'] = lazily('SSL_use_certificate_ASN1');
export const SSL_use_certificate_chain_file: SslFunctions['SSL_use_certificate_chain_file'] = lazily('SSL_use_certificate_chain_file');
export const SSL_use_certificate_file: SslFunctions['SSL_use_certificate_file'] = lazily('SSL_use_certificate_file');
export const SSL_use_PrivateKey: SslFunctions['SSL_use_PrivateKey'] = lazily('SSL_use_PrivateKey');
export const SSL_use_PrivateKey_ASN1: SslFunctions['SSL_use_PrivateKey_ASN1'] = lazily('SSL_use_PrivateKey_ASN1');
export const SSL_use_PrivateKey_file: SslFunctions['SSL_use_PrivateKey_file'] = lazily('SSL_use_PrivateKey_file');
export const SSL_use_psk_identity_hint: SslFunctions['SSL_use_psk_identity_hint'] = lazily('SSL_use_psk_identity_hint');
export const SSL_use_RSAPrivateKey: SslFunctions['SSL_use_RSAPrivateKey'] = lazily('SSL_use_RSAPrivateKey');
export const SSL_verify_client_post_handshake: SslFunctions['SSL_verify_client_post_handshake'] = lazily('SSL_verify_client_post_handshake');
export const SSL_version: SslFunctions['SSL_version'] = lazily('SSL_version');
export const SSL_want: SslFunctions['SSL_want'] = lazily('SSL_want');
export const SSL_write: SslFunctions['SSL_write'] = lazily('SSL_write');
export const SSL_write_early_data: SslFunctions['SSL_write_early_data'] = lazily('SSL_write_early_data');
export const SSL_write_ex: SslFunctions['SSL_write_ex'] = lazily('SSL_write_ex');
export const TLS_client_method: SslFunctions['TLS_client_method'] = lazily('TLS_client_method');
export const TLS_method: SslFunctions['TLS_method'] = lazily('TLS_method');
export const TLS_server_method: SslFunctions['TLS_server_method'] = lazily('TLS_server_method');
export const TLSv1_1_client_method: SslFunctions['TLSv1_1_client_method'] = lazily('TLSv1_1_client_method');
export const TLSv1_1_method: SslFunctions['TLSv1_1_method'] = lazily('TLSv1_1_method');
export const TLSv1_1_server_method: SslFunctions['TLSv1_1_server_method'] = lazily('TLSv1_1_server_method');
export const TLSv1_2_client_method: SslFunctions['TLSv1_2_client_method'] = lazily('TLSv1_2_client_method');
export const TLSv1_2_method: SslFunctions['TLSv1_2_method'] = lazily('TLSv1_2_method');
export const TLSv1_2_server_method: SslFunctions['TLSv1_2_server_method'] = lazily('TLSv1_2_server_method');
export const TLSv1_client_method: SslFunctions['TLSv1_client_method'] = lazily('TLSv1_client_method');
export const TLSv1_method: SslFunctions['TLSv1_method'] = lazily('TLSv1_method');
export const TLSv1_server_method: SslFunctions['TLSv1_server_method'] = lazily('TLSv1_server_method');
export const SSL_cache_hit: SslFunctions['SSL_cache_hit'] = lazily('SSL_cache_hit');
export const SSL_get0_session: SslFunctions['SSL_get0_session'] = lazily('SSL_get0_session');
export const SSL_get1_peer_certificate: SslFunctions['SSL_get1_peer_certificate'] = lazily('SSL_get1_peer_certificate');
export const SSL_get_peer_certificate: SslFunctions['SSL_get_peer_certificate'] = lazily('SSL_get_peer_certificate');
export const SSL_get_time: SslFunctions['SSL_get_time'] = lazily('SSL_get_time');
export const SSL_get_timeout: SslFunctions['SSL_get_timeout'] = lazily('SSL_get_timeout');
export const SSL_set_time: SslFunctions['SSL_set_time'] = lazily('SSL_set_time');
export const SSL_set_timeout: SslFunctions['SSL_set_timeout'] = lazily('SSL_set_timeout');
export const SSLv23_client_method: SslFunctions['SSLv23_client_method'] = lazily('SSLv23_client_method');
export const SSLv23_method: SslFunctions['SSLv23_method'] = lazily('SSLv23_method');
export const SSLv23_server_method: SslFunctions['SSLv23_server_method'] = lazily('SSLv23_server_method');
export const DTLS_get_link_min_mtu: SslFunctions['DTLS_get_link_min_mtu'] = lazily('DTLS_get_link_min_mtu');
export const DTLS_set_link_mtu: SslFunctions['DTLS_set_link_mtu'] = lazily('DTLS_set_link_mtu');
export const DTLSv1_handle_timeout: SslFunctions['DTLSv1_handle_timeout'] = lazily('DTLSv1_handle_timeout');
export const SSL_add0_chain_cert: SslFunctions['SSL_add0_chain_cert'] = lazily('SSL_add0_chain_cert');
export const SSL_add1_chain_cert: SslFunctions['SSL_add1_chain_cert'] = lazily('SSL_add1_chain_cert');
export const SSL_build_cert_chain: SslFunctions['SSL_build_cert_chain'] = lazily('SSL_build_cert_chain');
export const SSL_clear_cert_flags: SslFunctions['SSL_clear_cert_flags'] = lazily('SSL_clear_cert_flags');
export const SSL_clear_chain_certs: SslFunctions['SSL_clear_chain_certs'] = lazily('SSL_clear_chain_certs');
export const SSL_clear_mode: SslFunctions['SSL_clear_mode'] = lazily('SSL_clear_mode');
export const SSL_clear_num_renegotiations: SslFunctions['SSL_clear_num_renegotiations'] = lazily('SSL_clear_num_renegotiations');
export const SSL_get0_peer_signature_name: SslFunctions['SSL_get0_peer_signature_name'] = lazily('SSL_get0_peer_signature_name');
export const SSL_get0_signature_name: SslFunctions['SSL_get0_signature_name'] = lazily('SSL_get0_signature_name');
export const SSL_get_extms_support: SslFunctions['SSL_get_extms_support'] = lazily('SSL_get_extms_support');
export const SSL_get_max_cert_list: SslFunctions['SSL_get_max_cert_list'] = lazily('SSL_get_max_cert_list');
export const SSL_get_max_proto_version: SslFunctions['SSL_get_max_proto_version'] = lazily('SSL_get_max_proto_version');
export const SSL_get_min_proto_version: SslFunctions['SSL_get_min_proto_version'] = lazily('SSL_get_min_proto_version');
export const SSL_get_mode: SslFunctions['SSL_get_mode'] = lazily('SSL_get_mode');
export const SSL_get_negotiated_group: SslFunctions['SSL_get_negotiated_group'] = lazily('SSL_get_negotiated_group');
export const SSL_get_peer_signature_nid: SslFunctions['SSL_get_peer_signature_nid'] = lazily('SSL_get_peer_signature_nid');
export const SSL_get_secure_renegotiation_support: SslFunctions['SSL_get_secure_renegotiation_support'] = lazily('SSL_get_secure_renegotiation_support');
export const SSL_get_shared_group: SslFunctions['SSL_get_shared_group'] = lazily('SSL_get_shared_group');
export const SSL_get_signature_nid: SslFunctions['SSL_get_signature_nid'] = lazily('SSL_get_signature_nid');
export const SSL_get_tlsext_status_type: SslFunctions['SSL_get_tlsext_status_type'] = lazily('SSL_get_tlsext_status_type');
export const SSL_num_renegotiations: SslFunctions['SSL_num_renegotiations'] = lazily('SSL_num_renegotiations');
export const SSL_select_current_cert: SslFunctions['SSL_select_current_cert'] = lazily('SSL_select_current_cert');
export const SSL_set0_chain: SslFunctions['SSL_set0_chain'] = lazily('SSL_set0_chain');
export const SSL_set0_chain_cert_store: SslFunctions['SSL_set0_chain_cert_store'] = lazily('SSL_set0_chain_cert_store');
export const SSL_set0_verify_cert_store: SslFunctions['SSL_set0_verify_cert_store'] = lazily('SSL_set0_verify_cert_store');
export const SSL_set1_chain: SslFunctions['SSL_set1_chain'] = lazily('SSL_set1_chain');
export const SSL_set1_chain_cert_store: SslFunctions['SSL_set1_chain_cert_store'] = lazily('SSL_set1_chain_cert_store');
export const SSL_set1_client_certificate_types: SslFunctions['SSL_set1_client_certificate_types'] = lazily('SSL_set1_client_certificate_types');
export const SSL_set1_client_sigalgs_list: SslFunctions['SSL_set1_client_sigalgs_list'] = lazily('SSL_set1_client_sigalgs_list');
export const SSL_set1_curves_list: SslFunctions['SSL_set1_curves_list'] = lazily('SSL_set1_curves_list');
export const SSL_set1_groups_list: SslFunctions['SSL_set1_groups_list'] = lazily('SSL_set1_groups_list');
export const SSL_set1_sigalgs_list: SslFunctions['SSL_set1_sigalgs_list'] = lazily('SSL_set1_sigalgs_list');
export const SSL_set1_verify_cert_store: SslFunctions['SSL_set1_verify_cert_store'] = lazily('SSL_set1_verify_cert_store');
export const SSL_set_cert_flags: SslFunctions['SSL_set_cert_flags'] = lazily('SSL_set_cert_flags');
export const SSL_set_current_cert: SslFunctions['SSL_set_current_cert'] = lazily('SSL_set_current_cert');
export const SSL_set_dh_auto: SslFunctions['SSL_set_dh_auto'] = lazily('SSL_set_dh_auto');
export const SSL_set_max_cert_list: SslFunctions['SSL_set_max_cert_list'] = lazily('SSL_set_max_cert_list');
export const SSL_set_max_pipelines: SslFunctions['SSL_set_max_pipelines'] = lazily('SSL_set_max_pipelines');
export const SSL_set_max_proto_version: SslFunctions['SSL_set_max_proto_version'] = lazily('SSL_set_max_proto_version');
export const SSL_set_max_send_fragment: SslFunctions['SSL_set_max_send_fragment'] = lazily('SSL_set_max_send_fragment');
export const SSL_set_min_proto_version: SslFunctions['SSL_set_min_proto_version'] = lazily('SSL_set_min_proto_version');
export const SSL_set_mode: SslFunctions['SSL_set_mode'] = lazily('SSL_set_mode');
export const SSL_set_mtu: SslFunctions['SSL_set_mtu'] = lazily('SSL_set_mtu');
export const SSL_set_retry_verify: SslFunctions['SSL_set_retry_verify'] = lazily('SSL_set_retry_verify');
export const SSL_set_split_send_fragment: SslFunctions['SSL_set_split_send_fragment'] = lazily('SSL_set_split_send_fragment');
export const SSL_set_tlsext_host_name: SslFunctions['SSL_set_tlsext_host_name'] = lazily('SSL_set_tlsext_host_name');
export const SSL_set_tlsext_status_type: SslFunctions['SSL_set_tlsext_status_type'] = lazily('SSL_set_tlsext_status_type');
export const SSL_set_tmp_dh: SslFunctions['SSL_set_tmp_dh'] = lazily('SSL_set_tmp_dh');
export const SSL_set_tmp_ecdh: SslFunctions['SSL_set_tmp_ecdh'] = lazily('SSL_set_tmp_ecdh');
export const SSL_total_renegotiations: SslFunctions['SSL_total_renegotiations'] = lazily('SSL_total_renegotiations');
export const DTLSv1_get_timeout: SslFunctions['DTLSv1_get_timeout'] = lazily('DTLSv1_get_timeout');
export const DTLS_set_timer_cb: SslFunctions['DTLS_set_timer_cb'] = lazily('DTLS_set_timer_cb');
export const SSL_client_hello_get0_ciphers: SslFunctions['SSL_client_hello_get0_ciphers'] = lazily('SSL_client_hello_get0_ciphers');
export const SSL_client_hello_get0_compression_methods: SslFunctions['SSL_client_hello_get0_compression_methods'] = lazily('SSL_client_hello_get0_compression_methods');
export const SSL_client_hello_get0_random: SslFunctions['SSL_client_hello_get0_random'] = lazily('SSL_client_hello_get0_random');
export const SSL_client_hello_get0_session_id: SslFunctions['SSL_client_hello_get0_session_id'] = lazily('SSL_client_hello_get0_session_id');
export const SSL_get0_chain_certs: SslFunctions['SSL_get0_chain_certs'] = lazily('SSL_get0_chain_certs');
export const SSL_get_app_data: SslFunctions['SSL_get_app_data'] = lazily('SSL_get_app_data');
export const SSL_get_cipher: SslFunctions['SSL_get_cipher'] = lazily('SSL_get_cipher');
export const SSL_get_cipher_bits: SslFunctions['SSL_get_cipher_bits'] = lazily('SSL_get_cipher_bits');
export const SSL_get_cipher_name: SslFunctions['SSL_get_cipher_name'] = lazily('SSL_get_cipher_name');
export const SSL_get_cipher_version: SslFunctions['SSL_get_cipher_version'] = lazily('SSL_get_cipher_version');
export const SSL_get_default_passwd_cb: SslFunctions['SSL_get_default_passwd_cb'] = lazily('SSL_get_default_passwd_cb');
export const SSL_get_default_passwd_cb_userdata: SslFunctions['SSL_get_default_passwd_cb_userdata'] = lazily('SSL_get_default_passwd_cb_userdata');
export const SSL_get_ex_data: SslFunctions['SSL_get_ex_data'] = lazily('SSL_get_ex_data');
export const SSL_get_ex_new_index: SslFunctions['SSL_get_ex_new_index'] = lazily('SSL_get_ex_new_index');
export const SSL_get_info_callback: SslFunctions['SSL_get_info_callback'] = lazily('SSL_get_info_callback');
export const SSL_get_peer_tmp_key: SslFunctions['SSL_get_peer_tmp_key'] = lazily('SSL_get_peer_tmp_key');
export const SSL_get_server_tmp_key: SslFunctions['SSL_get_server_tmp_key'] = lazily('SSL_get_server_tmp_key');
export const SSL_get_shared_ciphers: SslFunctions['SSL_get_shared_ciphers'] = lazily('SSL_get_shared_ciphers');
export const SSL_get_tlsext_status_ocsp_resp: SslFunctions['SSL_get_tlsext_status_ocsp_resp'] = lazily('SSL_get_tlsext_status_ocsp_resp');
export const SSL_get_tmp_key: SslFunctions['SSL_get_tmp_key'] = lazily('SSL_get_tmp_key');
export const SSL_get_verify_callback: SslFunctions['SSL_get_verify_callback'] = lazily('SSL_get_verify_callback');
export const SSL_in_accept_init: SslFunctions['SSL_in_accept_init'] = lazily('SSL_in_accept_init');
export const SSL_in_connect_init: SslFunctions['SSL_in_connect_init'] = lazily('SSL_in_connect_init');
export const SSL_library_init: SslFunctions['SSL_library_init'] = lazily('SSL_library_init');
export const SSL_load_error_strings: SslFunctions['SSL_load_error_strings'] = lazily('SSL_load_error_strings');
export const SSL_need_tmp_RSA: SslFunctions['SSL_need_tmp_RSA'] = lazily('SSL_need_tmp_RSA');
export const SSL_new: SslFunctions['SSL_new'] = lazily('SSL_new');
export const SSL_select_next_proto: SslFunctions['SSL_select_next_proto'] = lazily('SSL_select_next_proto');
export const SSL_set1_groups: SslFunctions['SSL_set1_groups'] = lazily('SSL_set1_groups');
export const SSL_set_allow_early_data_cb: SslFunctions['SSL_set_allow_early_data_cb'] = lazily('SSL_set_allow_early_data_cb');
export const SSL_set_app_data: SslFunctions['SSL_set_app_data'] = lazily('SSL_set_app_data');
export const SSL_set_bio: SslFunctions['SSL_set_bio'] = lazily('SSL_set_bio');
export const SSL_set_cert_cb: SslFunctions['SSL_set_cert_cb'] = lazily('SSL_set_cert_cb');
export const SSL_set_default_passwd_cb: SslFunctions['SSL_set_default_passwd_cb'] = lazily('SSL_set_default_passwd_cb');
export const SSL_set_default_passwd_cb_userdata: SslFunctions['SSL_set_default_passwd_cb_userdata'] = lazily('SSL_set_default_passwd_cb_userdata');
export const SSL_set_ecdh_auto: SslFunctions['SSL_set_ecdh_auto'] = lazily('SSL_set_ecdh_auto');
export const SSL_set_ex_data: SslFunctions['SSL_set_ex_data'] = lazily('SSL_set_ex_data');
export const SSL_set_generate_session_id: SslFunctions['SSL_set_generate_session_id'] = lazily('SSL_set_generate_session_id');
export const SSL_set_info_callback: SslFunctions['SSL_set_info_callback'] = lazily('SSL_set_info_callback');
export const SSL_set_msg_callback: SslFunctions['SSL_set_msg_callback'] = lazily('SSL_set_msg_callback');
export const SSL_set_msg_callback_arg: SslFunctions['SSL_set_msg_callback_arg'] = lazily('SSL_set_msg_callback_arg');
export const SSL_set_psk_client_callback: SslFunctions['SSL_set_psk_client_callback'] = lazily('SSL_set_psk_client_callback');
export const SSL_set_psk_find_session_callback: SslFunctions['SSL_set_psk_find_session_callback'] = lazily('SSL_set_psk_find_session_callback');
export const SSL_set_psk_server_callback: SslFunctions['SSL_set_psk_server_callback'] = lazily('SSL_set_psk_server_callback');
export const SSL_set_psk_use_session_callback: SslFunctions['SSL_set_psk_use_session_callback'] = lazily('SSL_set_psk_use_session_callback');
export const SSL_set_tlsext_status_ocsp_resp: SslFunctions['SSL_set_tlsext_status_ocsp_resp'] = lazily('SSL_set_tlsext_status_ocsp_resp');
export const SSL_set_tmp_dh_callback: SslFunctions['SSL_set_tmp_dh_callback'] = lazily('SSL_set_tmp_dh_callback');
export const SSL_set_verify: SslFunctions['SSL_set_verify'] = lazily('SSL_set_verify');
export const SSL_want_client_hello_cb: SslFunctions['SSL_want_client_hello_cb'] = lazily('SSL_want_client_hello_cb');
export const SSL_want_nothing: SslFunctions['SSL_want_nothing'] = lazily('SSL_want_nothing');
export const SSL_want_read: SslFunctions['SSL_want_read'] = lazily('SSL_want_read');
export const SSL_want_retry_verify: SslFunctions['SSL_want_retry_verify'] = lazily('SSL_want_retry_verify');
export const SSL_want_write: SslFunctions['SSL_want_write'] = lazily('SSL_want_write');
export const SSL_want_x509_lookup: SslFunctions['SSL_want_x509_lookup'] = lazily('SSL_want_x509_lookup');
export const OSSL_ECHSTORE_downselect: SslFunctions['OSSL_ECHSTORE_downselect'] = lazily('OSSL_ECHSTORE_downselect');
export const OSSL_ECHSTORE_flush_keys: SslFunctions['OSSL_ECHSTORE_flush_keys'] = lazily('OSSL_ECHSTORE_flush_keys');
export const OSSL_ECHSTORE_free: SslFunctions['OSSL_ECHSTORE_free'] = lazily('OSSL_ECHSTORE_free');
export const OSSL_ECHSTORE_get1_info: SslFunctions['OSSL_ECHSTORE_get1_info'] = lazily('OSSL_ECHSTORE_get1_info');
export const OSSL_ECHSTORE_new: SslFunctions['OSSL_ECHSTORE_new'] = lazily('OSSL_ECHSTORE_new');
export const OSSL_ECHSTORE_num_entries: SslFunctions['OSSL_ECHSTORE_num_entries'] = lazily('OSSL_ECHSTORE_num_entries');
export const OSSL_ECHSTORE_num_keys: SslFunctions['OSSL_ECHSTORE_num_keys'] = lazily('OSSL_ECHSTORE_num_keys');
export const OSSL_ECHSTORE_read_echconfiglist: SslFunctions['OSSL_ECHSTORE_read_echconfiglist'] = lazily('OSSL_ECHSTORE_read_echconfiglist');
export const OSSL_ECHSTORE_read_pem: SslFunctions['OSSL_ECHSTORE_read_pem'] = lazily('OSSL_ECHSTORE_read_pem');
export const OSSL_ECHSTORE_set1_key_and_read_pem: SslFunctions['OSSL_ECHSTORE_set1_key_and_read_pem'] = lazily('OSSL_ECHSTORE_set1_key_and_read_pem');
export const OSSL_ECHSTORE_write_pem: SslFunctions['OSSL_ECHSTORE_write_pem'] = lazily('OSSL_ECHSTORE_write_pem');
export const SSL_CTX_get1_echstore: SslFunctions['SSL_CTX_get1_echstore'] = lazily('SSL_CTX_get1_echstore');
export const SSL_CTX_set1_echstore: SslFunctions['SSL_CTX_set1_echstore'] = lazily('SSL_CTX_set1_echstore');
export const SSL_ech_get1_status: SslFunctions['SSL_ech_get1_status'] = lazily('SSL_ech_get1_status');
export const SSL_ech_set_grease_type: SslFunctions['SSL_ech_set_grease_type'] = lazily('SSL_ech_set_grease_type');
export const SSL_get1_echstore: SslFunctions['SSL_get1_echstore'] = lazily('SSL_get1_echstore');
export const SSL_set1_echstore: SslFunctions['SSL_set1_echstore'] = lazily('SSL_set1_echstore');
export const OSSL_ECHSTORE_new_config: SslFunctions['OSSL_ECHSTORE_new_config'] = lazily('OSSL_ECHSTORE_new_config');
export const SSL_CTX_ech_set_callback: SslFunctions['SSL_CTX_ech_set_callback'] = lazily('SSL_CTX_ech_set_callback');
export const SSL_ech_get1_retry_config: SslFunctions['SSL_ech_get1_retry_config'] = lazily('SSL_ech_get1_retry_config');
export const SSL_ech_set_callback: SslFunctions['SSL_ech_set_callback'] = lazily('SSL_ech_set_callback');
