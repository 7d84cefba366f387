// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** SSL_SESSION, SSL_CIPHER, SSL_CONF. */
export interface SessionFunctions {
  /**
   * `Int (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_auth_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_auth_nid: (c: k.SSL_CIPHER) => number;
  /**
   * `Int (RefOrNull<SSL_CIPHER> c, OutOrNull<Int> alg_bits)`, SSL_CIPHER_get_bits(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_bits: (c: k.SSL_CIPHER | null, alg_bits: k.Out<number> | null) => number;
  /**
   * `Int (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_cipher_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_cipher_nid: (c: k.SSL_CIPHER) => number;
  /**
   * `Int (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_digest_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_digest_nid: (c: k.SSL_CIPHER) => number;
  /**
   * `Static<EVP_MD> (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_handshake_digest(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_handshake_digest: (c: k.SSL_CIPHER) => k.EVP_MD | null;
  /**
   * `UInt (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_id: (c: k.SSL_CIPHER) => number;
  /**
   * `Int (Ref<SSL_CIPHER> c)`, SSL_CIPHER_get_kx_nid(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_kx_nid: (c: k.SSL_CIPHER) => number;
  /**
   * `Text (RefOrNull<SSL_CIPHER> c)`, SSL_CIPHER_get_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_name: (c: k.SSL_CIPHER | null) => string | null;
  /**
   * `Text (RefOrNull<SSL_CIPHER> c)`, SSL_CIPHER_get_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_get_version: (c: k.SSL_CIPHER | null) => string | null;
  /**
   * `Int (Ref<SSL_CIPHER> c)`, SSL_CIPHER_is_aead(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_is_aead: (c: k.SSL_CIPHER) => number;
  /**
   * `Text (RefOrNull<SSL_CIPHER> c)`, SSL_CIPHER_standard_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_standard_name: (c: k.SSL_CIPHER | null) => string | null;
  /**
   * `Int (Int id, Ref<COMP_METHOD> cm)`, SSL_COMP_add_compression_method(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_COMP_add_compression_method: (id: number, cm: k.COMP_METHOD) => number;
  /**
   * `Text (Ref<SSL_COMP> comp)`, SSL_COMP_get0_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_COMP_get0_name: (comp: k.SSL_COMP) => string | null;
  /**
   * `StackBorrowed<SSL_COMP> (void)`, SSL_COMP_get_compression_methods(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_COMP_get_compression_methods: () => k.SSL_COMP[] | null;
  /**
   * `Int (Ref<SSL_COMP> comp)`, SSL_COMP_get_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_COMP_get_id: (comp: k.SSL_COMP) => number;
  /**
   * `Text (Ref<COMP_METHOD> comp)`, SSL_COMP_get_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_COMP_get_name: (comp: k.COMP_METHOD) => string | null;
  /**
   * `Int (Ref<SSL_CONF_CTX> cctx, Text cmd, TextOrNull value)`, SSL_CONF_cmd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_cmd: (cctx: k.SSL_CONF_CTX, cmd: string, value: string | null) => number;
  /**
   * `Int (Ref<SSL_CONF_CTX> cctx, Text cmd)`, SSL_CONF_cmd_value_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_cmd_value_type: (cctx: k.SSL_CONF_CTX, cmd: string) => number;
  /**
   * `UInt (Ref<SSL_CONF_CTX> cctx, UInt flags)`, SSL_CONF_CTX_clear_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_clear_flags: (cctx: k.SSL_CONF_CTX, flags: number) => number;
  /**
   * `Int (Ref<SSL_CONF_CTX> cctx)`, SSL_CONF_CTX_finish(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_finish: (cctx: k.SSL_CONF_CTX) => number;
  /**
   * `Void (Free<SSL_CONF_CTX> cctx)`, SSL_CONF_CTX_free(3).
   * Gives one reference of `cctx` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_CONF_CTX_free: (cctx: k.SSL_CONF_CTX | null) => void;
  /**
   * `Owned<SSL_CONF_CTX> (void)`, SSL_CONF_CTX_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_CONF_CTX_new: () => k.SSL_CONF_CTX | null;
  /**
   * `Int (Ref<SSL_CONF_CTX> cctx, TextOrNull pre)`, SSL_CONF_CTX_set1_prefix(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_set1_prefix: (cctx: k.SSL_CONF_CTX, pre: string | null) => number;
  /**
   * `UInt (Ref<SSL_CONF_CTX> cctx, UInt flags)`, SSL_CONF_CTX_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_set_flags: (cctx: k.SSL_CONF_CTX, flags: number) => number;
  /**
   * `Void (Ref<SSL_CONF_CTX> cctx, RefOrNull<SSL> ssl)`, SSL_CONF_CTX_set_ssl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_set_ssl: (cctx: k.SSL_CONF_CTX, ssl: k.SSL | null) => void;
  /**
   * `Int (Ref<SSL_CONF_CTX> cctx, OutOrNull<Int> pargc, TextsCell pargv)`, SSL_CONF_cmd_argv(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_cmd_argv: (cctx: k.SSL_CONF_CTX, pargc: k.Out<number> | null, pargv: k.Out<readonly string[]>) => number;
  /**
   * `Void (Ref<SSL_CONF_CTX> cctx, RefOrNull<SSL_CTX> ctx)`, SSL_CONF_CTX_set_ssl_ctx(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CONF_CTX_set_ssl_ctx: (cctx: k.SSL_CONF_CTX, ctx: k.SSL_CTX | null) => void;
  /**
   * `Owned<SSL_SESSION> (Ref<SSL_SESSION> src)`, SSL_SESSION_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_dup: (src: k.SSL_SESSION) => k.SSL_SESSION | null;
  /**
   * `Void (Free<SSL_SESSION> ses)`, SSL_SESSION_free(3).
   * Gives one reference of `ses` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  SSL_SESSION_free: (ses: k.SSL_SESSION | null) => void;
  /**
   * `Void (Ref<SSL_SESSION> s, OutView alpn, Out<Size> len)`, SSL_SESSION_get0_alpn_selected(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_alpn_selected: (s: k.SSL_SESSION, alpn: k.Out<Uint8Array | null>, len: k.Out<number>) => void;
  /**
   * `Static<SSL_CIPHER> (Ref<SSL_SESSION> s)`, SSL_SESSION_get0_cipher(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_cipher: (s: k.SSL_SESSION) => k.SSL_CIPHER | null;
  /**
   * `Text (Ref<SSL_SESSION> s)`, SSL_SESSION_get0_hostname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_hostname: (s: k.SSL_SESSION) => string | null;
  /**
   * `View (Ref<SSL_SESSION> s, OutOrNull<UInt> len)`, SSL_SESSION_get0_id_context(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_id_context: (s: k.SSL_SESSION, len: k.Out<number> | null) => Uint8Array | null;
  /**
   * `Borrowed<X509> (Ref<SSL_SESSION> s)`, SSL_SESSION_get0_peer(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_peer: (s: k.SSL_SESSION) => k.X509 | null;
  /**
   * `Borrowed<EVP_PKEY> (Ref<SSL_SESSION> s)`, SSL_SESSION_get0_peer_rpk(3).
   * The result belongs to the object it was asked of.
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_SESSION_get0_peer_rpk: (s: k.SSL_SESSION) => k.EVP_PKEY | null;
  /**
   * `Void (Ref<SSL_SESSION> s, OutView tick, Out<Size> len)`, SSL_SESSION_get0_ticket(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_ticket: (s: k.SSL_SESSION, tick: k.Out<Uint8Array | null>, len: k.Out<number>) => void;
  /**
   * `UInt (Ref<SSL_SESSION> s)`, SSL_SESSION_get_compress_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_compress_id: (s: k.SSL_SESSION) => number;
  /**
   * `View (Ref<SSL_SESSION> s, OutOrNull<UInt> len)`, SSL_SESSION_get_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_id: (s: k.SSL_SESSION, len: k.Out<number> | null) => Uint8Array | null;
  /**
   * `Size (Ref<SSL_SESSION> sess, OutBytes out, Size outlen)`, SSL_SESSION_get_master_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_master_key: (sess: k.SSL_SESSION, out: Uint8Array, outlen: k.CLong) => number;
  /**
   * `UInt (Ref<SSL_SESSION> s)`, SSL_SESSION_get_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_max_early_data: (s: k.SSL_SESSION) => number;
  /**
   * `UChar (Ref<SSL_SESSION> sess)`, SSL_SESSION_get_max_fragment_length(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_max_fragment_length: (sess: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<SSL_SESSION> s)`, SSL_SESSION_get_protocol_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_protocol_version: (s: k.SSL_SESSION) => number;
  /**
   * `ULong (Ref<SSL_SESSION> s)`, SSL_SESSION_get_ticket_lifetime_hint(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_ticket_lifetime_hint: (s: k.SSL_SESSION) => number;
  /**
   * `WideLong (Ref<SSL_SESSION> s)`, SSL_SESSION_get_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_time: (s: k.SSL_SESSION) => k.CLong;
  /**
   * `Time (Ref<SSL_SESSION> s)`, SSL_SESSION_get_time_ex(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_SESSION_get_time_ex: (s: k.SSL_SESSION) => number;
  /**
   * `WideLong (Ref<SSL_SESSION> s)`, SSL_SESSION_get_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_timeout: (s: k.SSL_SESSION) => k.CLong;
  /**
   * `Int (Ref<SSL_SESSION> s)`, SSL_SESSION_has_ticket(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_has_ticket: (s: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<SSL_SESSION> s)`, SSL_SESSION_is_resumable(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_is_resumable: (s: k.SSL_SESSION) => number;
  /**
   * `Owned<SSL_SESSION> (void)`, SSL_SESSION_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_SESSION_new: () => k.SSL_SESSION | null;
  /**
   * `Int (Ref<BIO> fp, Ref<SSL_SESSION> ses)`, SSL_SESSION_print(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_print: (fp: k.BIO, ses: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<BIO> bp, Ref<SSL_SESSION> x)`, SSL_SESSION_print_keylog(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_print_keylog: (bp: k.BIO, x: k.SSL_SESSION) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, InBytes alpn, Size len)`, SSL_SESSION_set1_alpn_selected(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_alpn_selected: (s: k.SSL_SESSION, alpn: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, Text hostname)`, SSL_SESSION_set1_hostname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_hostname: (s: k.SSL_SESSION, hostname: string) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, InBytes sid, UInt sid_len)`, SSL_SESSION_set1_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_id: (s: k.SSL_SESSION, sid: k.InBytes, sid_len: number) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, InBytes sid_ctx, UInt sid_ctx_len)`, SSL_SESSION_set1_id_context(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_id_context: (s: k.SSL_SESSION, sid_ctx: k.InBytes, sid_ctx_len: number) => number;
  /**
   * `Int (Ref<SSL_SESSION> sess, InBytes in, Size len)`, SSL_SESSION_set1_master_key(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_master_key: (sess: k.SSL_SESSION, in_: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_SESSION> ss, InBytes data, Size len)`, SSL_SESSION_set1_ticket_appdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set1_ticket_appdata: (ss: k.SSL_SESSION, data: k.InBytes, len: k.CLong) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, Ref<SSL_CIPHER> cipher)`, SSL_SESSION_set_cipher(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_cipher: (s: k.SSL_SESSION, cipher: k.SSL_CIPHER) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, UInt max_early_data)`, SSL_SESSION_set_max_early_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_max_early_data: (s: k.SSL_SESSION, max_early_data: number) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, Int version)`, SSL_SESSION_set_protocol_version(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_protocol_version: (s: k.SSL_SESSION, version: number) => number;
  /**
   * `Long (Ref<SSL_SESSION> s, Long t)`, SSL_SESSION_set_time(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_time: (s: k.SSL_SESSION, t: k.CLong) => number;
  /**
   * `Time (Ref<SSL_SESSION> s, Time t)`, SSL_SESSION_set_time_ex(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  SSL_SESSION_set_time_ex: (s: k.SSL_SESSION, t: k.CLong) => number;
  /**
   * `Long (Ref<SSL_SESSION> s, Long t)`, SSL_SESSION_set_timeout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_timeout: (s: k.SSL_SESSION, t: k.CLong) => number;
  /**
   * `Int (UpRef<SSL_SESSION> ses)`, SSL_SESSION_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_up_ref: (ses: k.SSL_SESSION) => number;
  /**
   * `Text (Ref<SSL_CIPHER> cipher, OutBytesOrNull buf, Int size)`, SSL_CIPHER_description(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_description: (cipher: k.SSL_CIPHER, buf: Uint8Array | null, size: number) => string | null;
  /**
   * `Static<SSL_CIPHER> (Ref<SSL> ssl, InBytes ptr)`, SSL_CIPHER_find(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_CIPHER_find: (ssl: k.SSL, ptr: k.InBytes) => k.SSL_CIPHER | null;
  /**
   * `Void (void)`, SSL_COMP_free_compression_methods(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  SSL_COMP_free_compression_methods: () => void;
  /**
   * `Int (Ref<SSL_SESSION> ss, Out<Bytes> data, Out<Size> len)`, SSL_SESSION_get0_ticket_appdata(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get0_ticket_appdata: (ss: k.SSL_SESSION, data: k.Out<Uint8Array | null>, len: k.Out<number>) => number;
  /**
   * `Any (Ref<SSL_SESSION> s)`, SSL_SESSION_get_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_app_data: (s: k.SSL_SESSION) => unknown;
  /**
   * `Any (Ref<SSL_SESSION> s, Int idx)`, SSL_SESSION_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_get_ex_data: (s: k.SSL_SESSION, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, SSL_SESSION_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  SSL_SESSION_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, Any arg)`, SSL_SESSION_set_app_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_app_data: (s: k.SSL_SESSION, arg: unknown) => number;
  /**
   * `Int (Ref<SSL_SESSION> s, Int idx, Any data)`, SSL_SESSION_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  SSL_SESSION_set_ex_data: (s: k.SSL_SESSION, idx: number, data: unknown) => number;
}

export const SSL_CIPHER_get_auth_nid: SessionFunctions['SSL_CIPHER_get_auth_nid'] = lazily('SSL_CIPHER_get_auth_nid');
export const SSL_CIPHER_get_bits: SessionFunctions['SSL_CIPHER_get_bits'] = lazily('SSL_CIPHER_get_bits');
export const SSL_CIPHER_get_cipher_nid: SessionFunctions['SSL_CIPHER_get_cipher_nid'] = lazily('SSL_CIPHER_get_cipher_nid');
export const SSL_CIPHER_get_digest_nid: SessionFunctions['SSL_CIPHER_get_digest_nid'] = lazily('SSL_CIPHER_get_digest_nid');
export const SSL_CIPHER_get_handshake_digest: SessionFunctions['SSL_CIPHER_get_handshake_digest'] = lazily('SSL_CIPHER_get_handshake_digest');
export const SSL_CIPHER_get_id: SessionFunctions['SSL_CIPHER_get_id'] = lazily('SSL_CIPHER_get_id');
export const SSL_CIPHER_get_kx_nid: SessionFunctions['SSL_CIPHER_get_kx_nid'] = lazily('SSL_CIPHER_get_kx_nid');
export const SSL_CIPHER_get_name: SessionFunctions['SSL_CIPHER_get_name'] = lazily('SSL_CIPHER_get_name');
export const SSL_CIPHER_get_version: SessionFunctions['SSL_CIPHER_get_version'] = lazily('SSL_CIPHER_get_version');
export const SSL_CIPHER_is_aead: SessionFunctions['SSL_CIPHER_is_aead'] = lazily('SSL_CIPHER_is_aead');
export const SSL_CIPHER_standard_name: SessionFunctions['SSL_CIPHER_standard_name'] = lazily('SSL_CIPHER_standard_name');
export const SSL_COMP_add_compression_method: SessionFunctions['SSL_COMP_add_compression_method'] = lazily('SSL_COMP_add_compression_method');
export const SSL_COMP_get0_name: SessionFunctions['SSL_COMP_get0_name'] = lazily('SSL_COMP_get0_name');
export const SSL_COMP_get_compression_methods: SessionFunctions['SSL_COMP_get_compression_methods'] = lazily('SSL_COMP_get_compression_methods');
export const SSL_COMP_get_id: SessionFunctions['SSL_COMP_get_id'] = lazily('SSL_COMP_get_id');
export const SSL_COMP_get_name: SessionFunctions['SSL_COMP_get_name'] = lazily('SSL_COMP_get_name');
export const SSL_CONF_cmd: SessionFunctions['SSL_CONF_cmd'] = lazily('SSL_CONF_cmd');
export const SSL_CONF_cmd_value_type: SessionFunctions['SSL_CONF_cmd_value_type'] = lazily('SSL_CONF_cmd_value_type');
export const SSL_CONF_CTX_clear_flags: SessionFunctions['SSL_CONF_CTX_clear_flags'] = lazily('SSL_CONF_CTX_clear_flags');
export const SSL_CONF_CTX_finish: SessionFunctions['SSL_CONF_CTX_finish'] = lazily('SSL_CONF_CTX_finish');
export const SSL_CONF_CTX_free: SessionFunctions['SSL_CONF_CTX_free'] = lazily('SSL_CONF_CTX_free');
export const SSL_CONF_CTX_new: SessionFunctions['SSL_CONF_CTX_new'] = lazily('SSL_CONF_CTX_new');
export const SSL_CONF_CTX_set1_prefix: SessionFunctions['SSL_CONF_CTX_set1_prefix'] = lazily('SSL_CONF_CTX_set1_prefix');
export const SSL_CONF_CTX_set_flags: SessionFunctions['SSL_CONF_CTX_set_flags'] = lazily('SSL_CONF_CTX_set_flags');
export const SSL_CONF_CTX_set_ssl: SessionFunctions['SSL_CONF_CTX_set_ssl'] = lazily('SSL_CONF_CTX_set_ssl');
export const SSL_CONF_cmd_argv: SessionFunctions['SSL_CONF_cmd_argv'] = lazily('SSL_CONF_cmd_argv');
export const SSL_CONF_CTX_set_ssl_ctx: SessionFunctions['SSL_CONF_CTX_set_ssl_ctx'] = lazily('SSL_CONF_CTX_set_ssl_ctx');
export const SSL_SESSION_dup: SessionFunctions['SSL_SESSION_dup'] = lazily('SSL_SESSION_dup');
export const SSL_SESSION_free: SessionFunctions['SSL_SESSION_free'] = lazily('SSL_SESSION_free');
export const SSL_SESSION_get0_alpn_selected: SessionFunctions['SSL_SESSION_get0_alpn_selected'] = lazily('SSL_SESSION_get0_alpn_selected');
export const SSL_SESSION_get0_cipher: SessionFunctions['SSL_SESSION_get0_cipher'] = lazily('SSL_SESSION_get0_cipher');
export const SSL_SESSION_get0_hostname: SessionFunctions['SSL_SESSION_get0_hostname'] = lazily('SSL_SESSION_get0_hostname');
export const SSL_SESSION_get0_id_context: SessionFunctions['SSL_SESSION_get0_id_context'] = lazily('SSL_SESSION_get0_id_context');
export const SSL_SESSION_get0_peer: SessionFunctions['SSL_SESSION_get0_peer'] = lazily('SSL_SESSION_get0_peer');
export const SSL_SESSION_get0_peer_rpk: SessionFunctions['SSL_SESSION_get0_peer_rpk'] = lazily('SSL_SESSION_get0_peer_rpk');
export const SSL_SESSION_get0_ticket: SessionFunctions['SSL_SESSION_get0_ticket'] = lazily('SSL_SESSION_get0_ticket');
export const SSL_SESSION_get_compress_id: SessionFunctions['SSL_SESSION_get_compress_id'] = lazily('SSL_SESSION_get_compress_id');
export const SSL_SESSION_get_id: SessionFunctions['SSL_SESSION_get_id'] = lazily('SSL_SESSION_get_id');
export const SSL_SESSION_get_master_key: SessionFunctions['SSL_SESSION_get_master_key'] = lazily('SSL_SESSION_get_master_key');
export const SSL_SESSION_get_max_early_data: SessionFunctions['SSL_SESSION_get_max_early_data'] = lazily('SSL_SESSION_get_max_early_data');
export const SSL_SESSION_get_max_fragment_length: SessionFunctions['SSL_SESSION_get_max_fragment_length'] = lazily('SSL_SESSION_get_max_fragment_length');
export const SSL_SESSION_get_protocol_version: SessionFunctions['SSL_SESSION_get_protocol_version'] = lazily('SSL_SESSION_get_protocol_version');
export const SSL_SESSION_get_ticket_lifetime_hint: SessionFunctions['SSL_SESSION_get_ticket_lifetime_hint'] = lazily('SSL_SESSION_get_ticket_lifetime_hint');
export const SSL_SESSION_get_time: SessionFunctions['SSL_SESSION_get_time'] = lazily('SSL_SESSION_get_time');
export const SSL_SESSION_get_time_ex: SessionFunctions['SSL_SESSION_get_time_ex'] = lazily('SSL_SESSION_get_time_ex');
export const SSL_SESSION_get_timeout: SessionFunctions['SSL_SESSION_get_timeout'] = lazily('SSL_SESSION_get_timeout');
export const SSL_SESSION_has_ticket: SessionFunctions['SSL_SESSION_has_ticket'] = lazily('SSL_SESSION_has_ticket');
export const SSL_SESSION_is_resumable: SessionFunctions['SSL_SESSION_is_resumable'] = lazily('SSL_SESSION_is_resumable');
export const SSL_SESSION_new: SessionFunctions['SSL_SESSION_new'] = lazily('SSL_SESSION_new');
export const SSL_SESSION_print: SessionFunctions['SSL_SESSION_print'] = lazily('SSL_SESSION_print');
export const SSL_SESSION_print_keylog: SessionFunctions['SSL_SESSION_print_keylog'] = lazily('SSL_SESSION_print_keylog');
export const SSL_SESSION_set1_alpn_selected: SessionFunctions['SSL_SESSION_set1_alpn_selected'] = lazily('SSL_SESSION_set1_alpn_selected');
export const SSL_SESSION_set1_hostname: SessionFunctions['SSL_SESSION_set1_hostname'] = lazily('SSL_SESSION_set1_hostname');
export const SSL_SESSION_set1_id: SessionFunctions['SSL_SESSION_set1_id'] = lazily('SSL_SESSION_set1_id');
export const SSL_SESSION_set1_id_context: SessionFunctions['SSL_SESSION_set1_id_context'] = lazily('SSL_SESSION_set1_id_context');
export const SSL_SESSION_set1_master_key: SessionFunctions['SSL_SESSION_set1_master_key'] = lazily('SSL_SESSION_set1_master_key');
export const SSL_SESSION_set1_ticket_appdata: SessionFunctions['SSL_SESSION_set1_ticket_appdata'] = lazily('SSL_SESSION_set1_ticket_appdata');
export const SSL_SESSION_set_cipher: SessionFunctions['SSL_SESSION_set_cipher'] = lazily('SSL_SESSION_set_cipher');
export const SSL_SESSION_set_max_early_data: SessionFunctions['SSL_SESSION_set_max_early_data'] = lazily('SSL_SESSION_set_max_early_data');
export const SSL_SESSION_set_protocol_version: SessionFunctions['SSL_SESSION_set_protocol_version'] = lazily('SSL_SESSION_set_protocol_version');
export const SSL_SESSION_set_time: SessionFunctions['SSL_SESSION_set_time'] = lazily('SSL_SESSION_set_time');
export const SSL_SESSION_set_time_ex: SessionFunctions['SSL_SESSION_set_time_ex'] = lazily('SSL_SESSION_set_time_ex');
export const SSL_SESSION_set_timeout: SessionFunctions['SSL_SESSION_set_timeout'] = lazily('SSL_SESSION_set_timeout');
export const SSL_SESSION_up_ref: SessionFunctions['SSL_SESSION_up_ref'] = lazily('SSL_SESSION_up_ref');
export const SSL_CIPHER_description: SessionFunctions['SSL_CIPHER_description'] = lazily('SSL_CIPHER_description');
export const SSL_CIPHER_find: SessionFunctions['SSL_CIPHER_find'] = lazily('SSL_CIPHER_find');
export const SSL_COMP_free_compression_methods: SessionFunctions['SSL_COMP_free_compression_methods'] = lazily('SSL_COMP_free_compression_methods');
export const SSL_SESSION_get0_ticket_appdata: SessionFunctions['SSL_SESSION_get0_ticket_appdata'] = lazily('SSL_SESSION_get0_ticket_appdata');
export const SSL_SESSION_get_app_data: SessionFunctions['SSL_SESSION_get_app_data'] = lazily('SSL_SESSION_get_app_data');
export const SSL_SESSION_get_ex_data: SessionFunctions['SSL_SESSION_get_ex_data'] = lazily('SSL_SESSION_get_ex_data');
export const SSL_SESSION_get_ex_new_index: SessionFunctions['SSL_SESSION_get_ex_new_index'] = lazily('SSL_SESSION_get_ex_new_index');
export const SSL_SESSION_set_app_data: SessionFunctions['SSL_SESSION_set_app_data'] = lazily('SSL_SESSION_set_app_data');
export const SSL_SESSION_set_ex_data: SessionFunctions['SSL_SESSION_set_ex_data'] = lazily('SSL_SESSION_set_ex_data');
