// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';

/** Of SSL_CTX_set_verify(3): 1 goes on, 0 ends the handshake. */
export type SSL_verify_cb = (preverify_ok: number, x509_ctx: k.X509_STORE_CTX) => number;

/** Of SSL_CTX_set_info_callback(3). */
export type SSL_info_cb = (ssl: k.SSL, where: number, ret: number) => void;

/** Of SSL_CTX_set_msg_callback(3): `buf` is a copy. */
export type SSL_msg_cb = (write_p: number, version: number, content_type: number, buf: Uint8Array, len: number, ssl: k.SSL, arg: unknown) => void;

/** Of SSL_CTX_set_keylog_callback(3). */
export type SSL_CTX_keylog_cb_func = (ssl: k.SSL, line: string) => void;

/** Of SSL_CTX_set_cert_cb(3): 1 goes on, 0 ends the handshake, below 0 waits. */
export type SSL_cert_cb = (ssl: k.SSL, arg: unknown) => number;

/** Of SSL_CTX_set_tlsext_status_cb(3). */
export type SSL_status_cb = (ssl: k.SSL, arg: unknown) => number;

/** Of SSL_CTX_set_tlsext_servername_callback(3): the alert goes into `al.value`. */
export type SSL_servername_cb = (ssl: k.SSL, al: k.Out<number>, arg: unknown) => number;

/** Of SSL_CTX_set_client_hello_cb(3): the alert goes into `al.value`. */
export type SSL_client_hello_cb_fn = (ssl: k.SSL, al: k.Out<number>, arg: unknown) => number;

/** Of SSL_CTX_set_cert_verify_callback(3). */
export type SSL_cert_verify_cb = (x509_ctx: k.X509_STORE_CTX, arg: unknown) => number;

/** Of SSL_CTX_set_alpn_select_cb(3): the chosen protocol's bytes, without their length, go into `out.value`. */
export type SSL_CTX_alpn_select_cb_func = (ssl: k.SSL, out: k.Out<Uint8Array | null>, in_: Uint8Array, inlen: number, arg: unknown) => number;

/** Of SSL_CTX_set_psk_client_callback(3): fills `identity` (ending in a NUL) and `psk`, and returns the length of the key. */
export type SSL_psk_client_cb_func = (ssl: k.SSL, hint: string | null, identity: Uint8Array, max_identity_len: number, psk: Uint8Array, max_psk_len: number) => number;

/** Of SSL_CTX_set_psk_server_callback(3): fills `psk`, and returns its length. */
export type SSL_psk_server_cb_func = (ssl: k.SSL, identity: string | null, psk: Uint8Array, max_psk_len: number) => number;

/** Of SSL_CTX_sess_set_new_cb(3): 1 keeps the session's reference. */
export type SSL_new_session_cb = (ssl: k.SSL, sess: k.SSL_SESSION) => number;

/** Of SSL_CTX_sess_set_remove_cb(3). */
export type SSL_remove_session_cb = (ctx: k.SSL_CTX, sess: k.SSL_SESSION) => void;

/** Of SSL_CTX_sess_set_get_cb(3): with `copy.value` 0 the reference goes over to OpenSSL. */
export type SSL_get_session_cb = (ssl: k.SSL, data: Uint8Array, len: number, copy: k.Out<number>) => unknown;

/** Of SSL_CTX_set_cookie_generate_cb(3): fills `cookie`, its length goes into `cookie_len.value`. */
export type SSL_cookie_generate_cb = (ssl: k.SSL, cookie: Uint8Array, cookie_len: k.Out<number>) => number;

/** Of SSL_CTX_set_cookie_verify_cb(3). */
export type SSL_cookie_verify_cb = (ssl: k.SSL, cookie: Uint8Array, cookie_len: number) => number;

/** Of PEM_read_bio_PrivateKey(3): fills `buf`, and returns the passphrase's length. */
export type pem_password_cb = (buf: Uint8Array, size: number, rwflag: number, u: unknown) => number;

/** Of ERR_print_errors_cb(3): 0 or below ends the list. */
export type ERR_print_errors_cb_t = (str: string, len: number, u: unknown) => number;

/** Of BIO_meth_set_create(3). */
export type BIO_create_cb = (b: k.BIO) => number;

/** Of BIO_meth_set_destroy(3). */
export type BIO_destroy_cb = (b: k.BIO) => number;

/** Of BIO_meth_set_read(3): fills `data`, and returns how much. */
export type BIO_read_cb = (b: k.BIO, data: Uint8Array, dlen: number) => number;

/** Of BIO_meth_set_gets(3): fills `data`, and returns how much. */
export type BIO_gets_cb = (b: k.BIO, data: Uint8Array, size: number) => number;

/** Of BIO_meth_set_write(3): `data` is a copy. */
export type BIO_write_cb = (b: k.BIO, data: Uint8Array, dlen: number) => number;

/** Of BIO_meth_set_puts(3). */
export type BIO_puts_cb = (b: k.BIO, str: string) => number;

/** Of BIO_meth_set_ctrl(3): `ptr` is null here. */
export type BIO_ctrl_cb = (b: k.BIO, cmd: number, larg: number, ptr: null) => number;

/** Of SSL_CTX_set_client_cert_cb(3): with 1 the references in `x509.value` and `pkey.value` go over to OpenSSL. */
export type SSL_client_cert_cb = (ssl: k.SSL, x509: k.Out<k.X509 | null>, pkey: k.Out<k.EVP_PKEY | null>) => number;

/** Of SSL_CTX_set_tlsext_ticket_key_cb(3): with `enc` 1 it fills `key_name` and `iv`, with 0 it is given those of a ticket. */
export type SSL_ticket_key_cb = (s: k.SSL, key_name: Uint8Array, iv: Uint8Array, ctx: k.EVP_CIPHER_CTX, hctx: k.HMAC_CTX, enc: number) => number;

/** Of SSL_CTX_set_tlsext_ticket_key_evp_cb(3): with `enc` 1 it fills `key_name` and `iv`, with 0 it is given those of a ticket. */
export type SSL_ticket_key_evp_cb = (s: k.SSL, key_name: Uint8Array, iv: Uint8Array, ctx: k.EVP_CIPHER_CTX, hctx: k.EVP_MAC_CTX, enc: number) => number;

/** Of SSL_CTX_set_session_ticket_cb(3). */
export type SSL_CTX_generate_session_ticket_fn = (s: k.SSL, arg: unknown) => number;

/** Of SSL_CTX_set_session_ticket_cb(3): `ss` and `keyname` are null for a ticket that could not be read. */
export type SSL_CTX_decrypt_session_ticket_fn = (s: k.SSL, ss: k.SSL_SESSION | null, keyname: Uint8Array | null, keyname_length: number, status: number, arg: unknown) => number;

/** Of SSL_CTX_set_psk_use_session_callback(3): the identity goes into `id.value`, and the reference in `sess.value` over to OpenSSL. */
export type SSL_psk_use_session_cb_func = (ssl: k.SSL, md: k.EVP_MD | null, id: k.Out<Uint8Array | null>, sess: k.Out<k.SSL_SESSION | null>) => number;

/** Of SSL_CTX_set_psk_find_session_callback(3): with 1 the reference in `sess.value` goes over to OpenSSL. */
export type SSL_psk_find_session_cb_func = (ssl: k.SSL, identity: Uint8Array, identity_len: number, sess: k.Out<k.SSL_SESSION | null>) => number;

/** Of SSL_CTX_set_allow_early_data_cb(3). */
export type SSL_allow_early_data_cb_fn = (s: k.SSL, arg: unknown) => number;

/** Of SSL_CTX_set_generate_session_id(3): fills `id`; `id_len.value` is how much of it, and how much there is room for. */
export type GEN_SESSION_CB = (ssl: k.SSL, id: Uint8Array, id_len: k.Out<number>) => number;

/** Of SSL_CTX_set_stateless_cookie_generate_cb(3): fills `cookie`, its length goes into `cookie_len.value`. */
export type SSL_stateless_cookie_generate_cb = (ssl: k.SSL, cookie: Uint8Array, cookie_len: k.Out<number>) => number;

/** Of SSL_CTX_set_stateless_cookie_verify_cb(3). */
export type SSL_stateless_cookie_verify_cb = (ssl: k.SSL, cookie: Uint8Array, cookie_len: number) => number;

/** Of SSL_CTX_set_next_protos_advertised_cb(3): the protocols in wire form go into `out.value`. */
export type SSL_CTX_npn_advertised_cb_func = (ssl: k.SSL, out: k.Out<Uint8Array | null>, arg: unknown) => number;

/** Of SSL_CTX_set_next_proto_select_cb(3): the chosen protocol's bytes, without their length, go into `out.value`. */
export type SSL_CTX_npn_select_cb_func = (ssl: k.SSL, out: k.Out<Uint8Array | null>, in_: Uint8Array, inlen: number, arg: unknown) => number;

/** Of SSL_CTX_set_srp_client_pwd_callback(3): the password, null to fail. */
export type SSL_srp_client_pwd_cb = (s: k.SSL, arg: unknown) => string | null;

/** Of SSL_CTX_set_srp_username_callback(3): the alert goes into `ad.value`. */
export type SSL_srp_username_cb = (s: k.SSL, ad: k.Out<number>, arg: unknown) => number;

/** Of SSL_CTX_set_srp_verify_param_callback(3). */
export type SSL_srp_verify_param_cb = (s: k.SSL, arg: unknown) => number;

/** Of SSL_CTX_set_tmp_dh_callback(3): OpenSSL takes a reference of its own. */
export type SSL_tmp_dh_cb = (ssl: k.SSL, is_export: number, keylength: number) => k.DH | null;

/** Of DTLS_set_timer_cb(3): the next interval in microseconds, after one of `timer_us`; 0 at first. */
export type DTLS_timer_cb = (s: k.SSL, timer_us: number) => number;

/** Of SSL_CTX_add_client_custom_ext(3): with 1 the extension's bytes are in `out.value`, 0 adds none, -1 fails with `al.value`. */
export type custom_ext_add_cb = (s: k.SSL, ext_type: number, out: k.Out<Uint8Array | null>, al: k.Out<number>, add_arg: unknown) => number;

/** Of SSL_CTX_add_client_custom_ext(3): `out` is a copy, for what the program keeps besides. */
export type custom_ext_free_cb = (s: k.SSL, ext_type: number, out: Uint8Array | null, add_arg: unknown) => void;

/** Of SSL_CTX_add_client_custom_ext(3): 1 goes on, 0 or below fails with `al.value`. */
export type custom_ext_parse_cb = (s: k.SSL, ext_type: number, in_: Uint8Array, inlen: number, al: k.Out<number>, parse_arg: unknown) => number;

/** Of SSL_CTX_add_custom_ext(3): with 1 the extension's bytes are in `out.value`, 0 adds none, -1 fails with `al.value`. */
export type SSL_custom_ext_add_cb_ex = (s: k.SSL, ext_type: number, context: number, out: k.Out<Uint8Array | null>, x: k.X509 | null, chainidx: number, al: k.Out<number>, add_arg: unknown) => number;

/** Of SSL_CTX_add_custom_ext(3): `out` is a copy, for what the program keeps besides. */
export type SSL_custom_ext_free_cb_ex = (s: k.SSL, ext_type: number, context: number, out: Uint8Array | null, add_arg: unknown) => void;

/** Of SSL_CTX_add_custom_ext(3): 1 goes on, 0 or below fails with `al.value`. */
export type SSL_custom_ext_parse_cb_ex = (s: k.SSL, ext_type: number, context: number, in_: Uint8Array, inlen: number, x: k.X509 | null, chainidx: number, al: k.Out<number>, parse_arg: unknown) => number;

/** Of SSL_CTX_ech_set_callback(3): `str` is for a log; what is returned, OpenSSL 4.0 does not look at. */
export type SSL_ech_cb_func = (s: k.SSL, str: string) => number;
