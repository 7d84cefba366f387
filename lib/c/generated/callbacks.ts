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
