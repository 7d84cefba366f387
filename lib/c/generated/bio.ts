// Generated from deps/openssl/c-layer/ by `npm run generate`. Do not edit.

import type * as k from '../types.ts';
import { lazily } from '../default-library.ts';

/** BIO. */
export interface BioFunctions {
  /**
   * `Int (Int accept_sock, Ref<BIO_ADDR> addr, Int options)`, BIO_accept_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_accept_ex: (accept_sock: number, addr: k.BIO_ADDR, options: number) => number;
  /**
   * `Void (Ref<BIO_ADDR> ap)`, BIO_ADDR_clear(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDR_clear: (ap: k.BIO_ADDR) => void;
  /**
   * `Int (Ref<BIO_ADDR> dst, Ref<BIO_ADDR> src)`, BIO_ADDR_copy(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_ADDR_copy: (dst: k.BIO_ADDR, src: k.BIO_ADDR) => number;
  /**
   * `Owned<BIO_ADDR> (Ref<BIO_ADDR> ap)`, BIO_ADDR_dup(3).
   * The result is yours: free it, or leave it to the garbage collector.
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_ADDR_dup: (ap: k.BIO_ADDR) => k.BIO_ADDR | null;
  /**
   * `Int (Ref<BIO_ADDR> ap)`, BIO_ADDR_family(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDR_family: (ap: k.BIO_ADDR) => number;
  /**
   * `Void (Free<BIO_ADDR> arg1)`, BIO_ADDR_free(3).
   * Gives one reference of `arg1` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_ADDR_free: (arg1: k.BIO_ADDR | null) => void;
  /**
   * `OwnedText (Ref<BIO_ADDR> ap, Int numeric)`, BIO_ADDR_hostname_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDR_hostname_string: (ap: k.BIO_ADDR, numeric: number) => string | null;
  /**
   * `Owned<BIO_ADDR> (void)`, BIO_ADDR_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_ADDR_new: () => k.BIO_ADDR | null;
  /**
   * `OwnedText (Ref<BIO_ADDR> ap)`, BIO_ADDR_path_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDR_path_string: (ap: k.BIO_ADDR) => string | null;
  /**
   * `OwnedText (Ref<BIO_ADDR> ap, Int numeric)`, BIO_ADDR_service_string(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDR_service_string: (ap: k.BIO_ADDR, numeric: number) => string | null;
  /**
   * `Borrowed<BIO_ADDR> (Ref<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_address(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDRINFO_address: (bai: k.BIO_ADDRINFO) => k.BIO_ADDR | null;
  /**
   * `Int (Ref<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_family(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDRINFO_family: (bai: k.BIO_ADDRINFO) => number;
  /**
   * `Void (Free<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_free(3).
   * Gives one reference of `bai` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_ADDRINFO_free: (bai: k.BIO_ADDRINFO | null) => void;
  /**
   * `Borrowed<BIO_ADDRINFO> (Ref<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_next(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDRINFO_next: (bai: k.BIO_ADDRINFO) => k.BIO_ADDRINFO | null;
  /**
   * `Int (Ref<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_protocol(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDRINFO_protocol: (bai: k.BIO_ADDRINFO) => number;
  /**
   * `Int (Ref<BIO_ADDRINFO> bai)`, BIO_ADDRINFO_socktype(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ADDRINFO_socktype: (bai: k.BIO_ADDRINFO) => number;
  /**
   * `Int (Int sock, Ref<BIO_ADDR> addr, Int options)`, BIO_bind(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_bind: (sock: number, addr: k.BIO_ADDR, options: number) => number;
  /**
   * `Void (Ref<BIO> b, Int flags)`, BIO_clear_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_clear_flags: (b: k.BIO, flags: number) => void;
  /**
   * `Int (Int sock)`, BIO_closesocket(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_closesocket: (sock: number) => number;
  /**
   * `Int (Int sock, Ref<BIO_ADDR> addr, Int options)`, BIO_connect(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_connect: (sock: number, addr: k.BIO_ADDR, options: number) => number;
  /**
   * `Size (Ref<BIO> b)`, BIO_ctrl_get_read_request(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_get_read_request: (b: k.BIO) => number;
  /**
   * `Size (Ref<BIO> b)`, BIO_ctrl_get_write_guarantee(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_get_write_guarantee: (b: k.BIO) => number;
  /**
   * `Size (Ref<BIO> b)`, BIO_ctrl_pending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_pending: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_ctrl_reset_read_request(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_reset_read_request: (b: k.BIO) => number;
  /**
   * `Size (Ref<BIO> b)`, BIO_ctrl_wpending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_wpending: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> bio, Int timeout, Int nap_milliseconds)`, BIO_do_connect_retry(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_do_connect_retry: (bio: k.BIO, timeout: number, nap_milliseconds: number) => number;
  /**
   * `Int (Ref<BIO> b, InBytes bytes, Int len)`, BIO_dump(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dump: (b: k.BIO, bytes: k.InBytes, len: number) => number;
  /**
   * `Owned<BIO> (Ref<BIO> in)`, BIO_dup_chain(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dup_chain: (in_: k.BIO) => k.BIO | null;
  /**
   * `Int (Ref<BIO> b)`, BIO_eof(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_eof: (b: k.BIO) => number;
  /**
   * `Int (UInt errcode)`, BIO_err_is_non_fatal(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_err_is_non_fatal: (errcode: number) => number;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_f_base64(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_f_base64: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_f_buffer(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_f_buffer: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_f_null(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_f_null: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_f_ssl(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_f_ssl: () => k.BIO_METHOD | null;
  /**
   * `Borrowed<BIO> (Ref<BIO> b, Int bio_type)`, BIO_find_type(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_find_type: (b: k.BIO, bio_type: number) => k.BIO | null;
  /**
   * `Int (Free<BIO> a)`, BIO_free(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_free: (a: k.BIO | null) => number;
  /**
   * `Int (Ref<BIO> a)`, BIO_get_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_init: (a: k.BIO) => number;
  /**
   * `Int (Ref<BIO> bio, OutBytes buf, Int size)`, BIO_get_line(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_get_line: (bio: k.BIO, buf: Uint8Array, size: number) => number;
  /**
   * `Int (void)`, BIO_get_new_index(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_get_new_index: () => number;
  /**
   * `Borrowed<BIO> (Ref<BIO> bio, OutOrNull<Int> reason)`, BIO_get_retry_BIO(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_retry_BIO: (bio: k.BIO, reason: k.Out<number> | null) => k.BIO | null;
  /**
   * `Int (Ref<BIO> bio)`, BIO_get_retry_reason(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_retry_reason: (bio: k.BIO) => number;
  /**
   * `Int (Ref<BIO> a)`, BIO_get_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_shutdown: (a: k.BIO) => number;
  /**
   * `Int (Ref<BIO> bp, OutBytes buf, Int size)`, BIO_gets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_gets: (bp: k.BIO, buf: Uint8Array, size: number) => number;
  /**
   * `Int (Ref<BIO> b, Int indent, Int max)`, BIO_indent(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_indent: (b: k.BIO, indent: number, max: number) => number;
  /**
   * `Int (Int sock, Ref<BIO_ADDR> addr, Int options)`, BIO_listen(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_listen: (sock: number, addr: k.BIO_ADDR, options: number) => number;
  /**
   * `Text (Ref<BIO> b)`, BIO_method_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_method_name: (b: k.BIO) => string | null;
  /**
   * `Int (Ref<BIO> b)`, BIO_method_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_method_type: (b: k.BIO) => number;
  /**
   * `Owned<BIO> (Text host_port)`, BIO_new_accept(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_accept: (host_port: string) => k.BIO | null;
  /**
   * `Owned<BIO> (Ref<SSL_CTX> ctx)`, BIO_new_buffer_ssl_connect(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_new_buffer_ssl_connect: (ctx: k.SSL_CTX) => k.BIO | null;
  /**
   * `Owned<BIO> (Int fd, Int close_flag)`, BIO_new_dgram(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_dgram: (fd: number, close_flag: number) => k.BIO | null;
  /**
   * `Owned<BIO> (Int fd, Int close_flag)`, BIO_new_fd(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_fd: (fd: number, close_flag: number) => k.BIO | null;
  /**
   * `Owned<BIO> (Text filename, Text mode)`, BIO_new_file(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_file: (filename: string, mode: string) => k.BIO | null;
  /**
   * `Owned<BIO> (Ref<FILE> stream, Int close_flag)`, BIO_new_fp(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_new_fp: (stream: k.FILE, close_flag: number) => k.BIO | null;
  /**
   * `Owned<BIO> (Int sock, Int close_flag)`, BIO_new_socket(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_socket: (sock: number, close_flag: number) => k.BIO | null;
  /**
   * `Owned<BIO> (Ref<SSL_CTX> ctx, Int client)`, BIO_new_ssl(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_new_ssl: (ctx: k.SSL_CTX, client: number) => k.BIO | null;
  /**
   * `Owned<BIO> (Ref<SSL_CTX> ctx)`, BIO_new_ssl_connect(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_new_ssl_connect: (ctx: k.SSL_CTX) => k.BIO | null;
  /**
   * `Borrowed<BIO> (Ref<BIO> b)`, BIO_next(3).
   * The result belongs to the object it was asked of.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_next: (b: k.BIO) => k.BIO | null;
  /**
   * `Options (Ref<BIO> bio)`, BIO_number_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_number_read: (bio: k.BIO) => bigint;
  /**
   * `Options (Ref<BIO> bio)`, BIO_number_written(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_number_written: (bio: k.BIO) => bigint;
  /**
   * `Int (Ref<BIO> bp, Text buf)`, BIO_puts(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_puts: (bp: k.BIO, buf: string) => number;
  /**
   * `Int (Ref<BIO> b, OutBytes data, Int dlen)`, BIO_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_read: (b: k.BIO, data: Uint8Array, dlen: number) => number;
  /**
   * `Int (Ref<BIO> b, OutBytes data, Size dlen, Out<Size> readbytes)`, BIO_read_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_read_ex: (b: k.BIO, data: Uint8Array, dlen: k.CLong, readbytes: k.Out<number>) => number;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_accept(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_accept: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_bio(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_bio: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_connect(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_connect: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_datagram(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_datagram: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_dgram_mem(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_dgram_mem: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_dgram_pair(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_dgram_pair: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_fd(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_fd: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_file(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_file: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_mem(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_mem: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_null(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_null: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_secmem(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_secmem: () => k.BIO_METHOD | null;
  /**
   * `Static<BIO_METHOD> (void)`, BIO_s_socket(3).
   *
   * Fails when: this OpenSSL lacks it (NotSupportedError).
   */
  BIO_s_socket: () => k.BIO_METHOD | null;
  /**
   * `Void (Ref<BIO> b, Int flags)`, BIO_set_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_flags: (b: k.BIO, flags: number) => void;
  /**
   * `Void (Ref<BIO> a, Int init)`, BIO_set_init(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_init: (a: k.BIO, init: number) => void;
  /**
   * `Void (Ref<BIO> bio, Int reason)`, BIO_set_retry_reason(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_retry_reason: (bio: k.BIO, reason: number) => void;
  /**
   * `Void (Ref<BIO> a, Int shut)`, BIO_set_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_shutdown: (a: k.BIO, shut: number) => void;
  /**
   * `Int (Int i)`, BIO_sock_should_retry(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_sock_should_retry: (i: number) => number;
  /**
   * `Int (Int domain, Int socktype, Int protocol, Int options)`, BIO_socket(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_socket: (domain: number, socktype: number, protocol: number, options: number) => number;
  /**
   * `Int (Int fd, Int mode)`, BIO_socket_nbio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_socket_nbio: (fd: number, mode: number) => number;
  /**
   * `Int (Ref<BIO> to, Ref<BIO> from)`, BIO_ssl_copy_session_id(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ssl_copy_session_id: (to: k.BIO, from: k.BIO) => number;
  /**
   * `Void (Ref<BIO> ssl_bio)`, BIO_ssl_shutdown(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ssl_shutdown: (ssl_bio: k.BIO) => void;
  /**
   * `Int (Ref<BIO> b, Int flags)`, BIO_test_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_test_flags: (b: k.BIO, flags: number) => number;
  /**
   * `Int (UpRef<BIO> a)`, BIO_up_ref(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_up_ref: (a: k.BIO) => number;
  /**
   * `Void (Ref<BIO> a)`, BIO_vfree(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_vfree: (a: k.BIO) => void;
  /**
   * `Int (Ref<BIO> bio, Time max_time, UInt nap_milliseconds)`, BIO_wait(3).
   * In OpenSSL since 3.0.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_wait: (bio: k.BIO, max_time: k.CLong, nap_milliseconds: number) => number;
  /**
   * `Int (Ref<BIO> b, InBytes data, Int dlen)`, BIO_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_write: (b: k.BIO, data: k.InBytes, dlen: number) => number;
  /**
   * `Int (Ref<BIO> b, InBytes data, Size dlen, Out<Size> written)`, BIO_write_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_write_ex: (b: k.BIO, data: k.InBytes, dlen: k.CLong, written: k.Out<number>) => number;
  /**
   * `Int (Ref<BIO> b, Ref<BIO_ADDR> peer)`, BIO_ctrl_dgram_connect(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_dgram_connect: (b: k.BIO, peer: k.BIO_ADDR) => number;
  /**
   * `Int (Ref<BIO> b, RefOrNull<BIO_ADDR> peer)`, BIO_ctrl_set_connected(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl_set_connected: (b: k.BIO, peer: k.BIO_ADDR | null) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_destroy_bio_pair(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_destroy_bio_pair: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b, Ref<BIO_ADDR> peer)`, BIO_dgram_get_peer(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dgram_get_peer: (b: k.BIO, peer: k.BIO_ADDR) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_dgram_recv_timedout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dgram_recv_timedout: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_dgram_send_timedout(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dgram_send_timedout: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b, Ref<BIO_ADDR> peer)`, BIO_dgram_set_peer(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_dgram_set_peer: (b: k.BIO, peer: k.BIO_ADDR) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_do_accept(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_do_accept: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_do_connect(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_do_connect: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_do_handshake(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_do_handshake: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_flush(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_flush: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_get_bind_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_bind_mode: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_get_buffer_num_lines(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_buffer_num_lines: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_get_close(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_close: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_get_conn_ip_family(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_conn_ip_family: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_get_conn_mode(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_get_conn_mode: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b, OutOrNull<Int> c)`, BIO_get_fd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_fd: (b: k.BIO, c: k.Out<number> | null) => number;
  /**
   * `Long (Ref<BIO> b)`, BIO_get_num_renegotiates(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_num_renegotiates: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_get_read_request(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_read_request: (b: k.BIO) => number;
  /**
   * `Size (Ref<BIO> b, Long size)`, BIO_get_write_buf_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_write_buf_size: (b: k.BIO, size: k.CLong) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_get_write_guarantee(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_write_guarantee: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b1, Ref<BIO> b2)`, BIO_make_bio_pair(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_make_bio_pair: (b1: k.BIO, b2: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_pending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_pending: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b, Text name)`, BIO_read_filename(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_read_filename: (b: k.BIO, name: string) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_reset(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_reset: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b, Long ofs)`, BIO_seek(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_seek: (b: k.BIO, ofs: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Take<BIO> bio)`, BIO_set_accept_bios(3).
   * The reference of `bio` goes over to OpenSSL if it succeeds.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_set_accept_bios: (b: k.BIO, bio: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b, Text name)`, BIO_set_accept_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_accept_name: (b: k.BIO, name: string) => number;
  /**
   * `Long (Ref<BIO> b, Text port)`, BIO_set_accept_port(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_accept_port: (b: k.BIO, port: string) => number;
  /**
   * `Long (Ref<BIO> b, Long mode)`, BIO_set_bind_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_bind_mode: (b: k.BIO, mode: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long size)`, BIO_set_buffer_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_buffer_size: (b: k.BIO, size: k.CLong) => number;
  /**
   * `Int (Ref<BIO> b, Long c)`, BIO_set_close(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_close: (b: k.BIO, c: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Ref<BIO_ADDR> addr)`, BIO_set_conn_address(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_conn_address: (b: k.BIO, addr: k.BIO_ADDR) => number;
  /**
   * `Long (Ref<BIO> b, Text name)`, BIO_set_conn_hostname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_conn_hostname: (b: k.BIO, name: string) => number;
  /**
   * `Long (Ref<BIO> b, Long n)`, BIO_set_conn_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_conn_mode: (b: k.BIO, n: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Text port)`, BIO_set_conn_port(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_conn_port: (b: k.BIO, port: string) => number;
  /**
   * `Long (Ref<BIO> b, Long v)`, BIO_set_mem_eof_return(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_mem_eof_return: (b: k.BIO, v: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long n)`, BIO_set_nbio(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_nbio: (b: k.BIO, n: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long size)`, BIO_set_read_buffer_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_read_buffer_size: (b: k.BIO, size: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long client)`, BIO_set_ssl_mode(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_ssl_mode: (b: k.BIO, client: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long num)`, BIO_set_ssl_renegotiate_bytes(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_ssl_renegotiate_bytes: (b: k.BIO, num: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long n)`, BIO_set_tfo(3).
   * In OpenSSL since 3.5.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_set_tfo: (b: k.BIO, n: k.CLong) => number;
  /**
   * `Int (Ref<BIO> b, Long size)`, BIO_set_write_buf_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_write_buf_size: (b: k.BIO, size: k.CLong) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_shutdown_wr(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_shutdown_wr: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_tell(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_tell: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_wpending(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_wpending: (b: k.BIO) => number;
  /**
   * `Void (Ref<BIO> b)`, BIO_clear_retry_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_clear_retry_flags: (b: k.BIO) => void;
  /**
   * `Long (Ref<BIO> b, Int cmd, Long larg, Null parg)`, BIO_ctrl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_ctrl: (b: k.BIO, cmd: number, larg: k.CLong, parg: null) => number;
  /**
   * `Void (Free<BIO> a)`, BIO_free_all(3).
   * Gives one reference of `a` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_free_all: (a: k.BIO | null) => void;
  /**
   * `Text (Ref<BIO> b)`, BIO_get_accept_name(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_accept_name: (b: k.BIO) => string | null;
  /**
   * `Text (Ref<BIO> b)`, BIO_get_accept_port(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_accept_port: (b: k.BIO) => string | null;
  /**
   * `Text (Ref<BIO> b)`, BIO_get_conn_hostname(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_conn_hostname: (b: k.BIO) => string | null;
  /**
   * `Text (Ref<BIO> b)`, BIO_get_conn_port(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_conn_port: (b: k.BIO) => string | null;
  /**
   * `Any (Ref<BIO> a)`, BIO_get_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_data: (a: k.BIO) => unknown;
  /**
   * `Any (Ref<BIO> s, Int idx)`, BIO_get_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_ex_data: (s: k.BIO, idx: number) => unknown;
  /**
   * `Int (Long argl, Any argp, Null new_func, Null dup_func, Null free_func)`, BIO_get_ex_new_index(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_get_ex_new_index: (argl: k.CLong, argp: unknown, new_func: null, dup_func: null, free_func: null) => number;
  /**
   * `Long (Ref<BIO> b, Out<Bytes> pp)`, BIO_get_mem_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_mem_data: (b: k.BIO, pp: k.Out<Uint8Array | null>) => number;
  /**
   * `Long (Ref<BIO> b, Any pp)`, BIO_get_mem_ptr(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_mem_ptr: (b: k.BIO, pp: unknown) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_get_retry_flags(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_retry_flags: (b: k.BIO) => number;
  /**
   * `Long (Ref<BIO> b, Out<SSL> sslp)`, BIO_get_ssl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_get_ssl: (b: k.BIO, sslp: k.Out<k.SSL | null>) => number;
  /**
   * `Int (TextOrNull host, TextOrNull service, Int lookup_type, Int family, Int socktype, Int protocol, Out<BIO_ADDRINFO> res)`, BIO_lookup_ex(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_lookup_ex: (host: string | null, service: string | null, lookup_type: number, family: number, socktype: number, protocol: number, res: k.Out<k.BIO_ADDRINFO | null>) => number;
  /**
   * `Void (Free<BIO_METHOD> biom)`, BIO_meth_free(3).
   * Gives one reference of `biom` back.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError), or the reference is not yours (MisuseError).
   */
  BIO_meth_free: (biom: k.BIO_METHOD | null) => void;
  /**
   * `Owned<BIO_METHOD> (Int type, Text name)`, BIO_meth_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_meth_new: (type_: number, name: string) => k.BIO_METHOD | null;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_create_cb> cb)`, BIO_meth_set_create(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_create: (biom: k.BIO_METHOD, cb: k.BIO_create_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_ctrl_cb> cb)`, BIO_meth_set_ctrl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_ctrl: (biom: k.BIO_METHOD, cb: k.BIO_ctrl_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_destroy_cb> cb)`, BIO_meth_set_destroy(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_destroy: (biom: k.BIO_METHOD, cb: k.BIO_destroy_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_gets_cb> cb)`, BIO_meth_set_gets(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_gets: (biom: k.BIO_METHOD, cb: k.BIO_gets_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_puts_cb> cb)`, BIO_meth_set_puts(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_puts: (biom: k.BIO_METHOD, cb: k.BIO_puts_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_read_cb> cb)`, BIO_meth_set_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_read: (biom: k.BIO_METHOD, cb: k.BIO_read_cb | null) => number;
  /**
   * `Int (Ref<BIO_METHOD> biom, Callback<BIO_write_cb> cb)`, BIO_meth_set_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_meth_set_write: (biom: k.BIO_METHOD, cb: k.BIO_write_cb | null) => number;
  /**
   * `Owned<BIO> (Ref<BIO_METHOD> type)`, BIO_new(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_new: (type_: k.BIO_METHOD) => k.BIO | null;
  /**
   * `Int (Out<BIO> bio1, Size writebuf1, Out<BIO> bio2, Size writebuf2)`, BIO_new_bio_dgram_pair(3).
   * In OpenSSL since 3.2.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or this OpenSSL lacks it (NotSupportedError).
   */
  BIO_new_bio_dgram_pair: (bio1: k.Out<k.BIO | null>, writebuf1: k.CLong, bio2: k.Out<k.BIO | null>, writebuf2: k.CLong) => number;
  /**
   * `Int (Out<BIO> bio1, Size writebuf1, Out<BIO> bio2, Size writebuf2)`, BIO_new_bio_pair(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_bio_pair: (bio1: k.Out<k.BIO | null>, writebuf1: k.CLong, bio2: k.Out<k.BIO | null>, writebuf2: k.CLong) => number;
  /**
   * `Owned<BIO> (InBytes buf, Int len)`, BIO_new_mem_buf(3).
   * The result is yours: free it, or leave it to the garbage collector.
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_new_mem_buf: (buf: k.InBytes, len: number) => k.BIO | null;
  /**
   * `Ref<BIO> (Ref<BIO> b)`, BIO_pop(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_pop: (b: k.BIO) => k.BIO | null;
  /**
   * `Int (Ref<BIO> bio, Text text)`, BIO_printf(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_printf: (bio: k.BIO, text: string) => number;
  /**
   * `Ref<BIO> (Ref<BIO> b, RefOrNull<BIO> append)`, BIO_push(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_push: (b: k.BIO, append: k.BIO | null) => k.BIO | null;
  /**
   * `Int (Ref<BIO> b)`, BIO_retry_type(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_retry_type: (b: k.BIO) => number;
  /**
   * `Void (Ref<BIO> a, Any ptr)`, BIO_set_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_data: (a: k.BIO, ptr: unknown) => void;
  /**
   * `Int (Ref<BIO> s, Int idx, Any data)`, BIO_set_ex_data(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_ex_data: (s: k.BIO, idx: number, data: unknown) => number;
  /**
   * `Int (Ref<BIO> b, Int fd, Int c)`, BIO_set_fd(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_fd: (b: k.BIO, fd: number, c: number) => number;
  /**
   * `Int (Ref<BIO> b, Int n)`, BIO_set_nbio_accept(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_nbio_accept: (b: k.BIO, n: number) => number;
  /**
   * `Void (Ref<BIO> b)`, BIO_set_retry_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_retry_read: (b: k.BIO) => void;
  /**
   * `Void (Ref<BIO> b)`, BIO_set_retry_special(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_retry_special: (b: k.BIO) => void;
  /**
   * `Void (Ref<BIO> b)`, BIO_set_retry_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_retry_write: (b: k.BIO) => void;
  /**
   * `Long (Ref<BIO> b, Ref<SSL> ssl, Long c)`, BIO_set_ssl(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_ssl: (b: k.BIO, ssl: k.SSL, c: k.CLong) => number;
  /**
   * `Long (Ref<BIO> b, Long size)`, BIO_set_write_buffer_size(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_set_write_buffer_size: (b: k.BIO, size: k.CLong) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_should_io_special(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_should_io_special: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_should_read(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_should_read: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_should_retry(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_should_retry: (b: k.BIO) => number;
  /**
   * `Int (Ref<BIO> b)`, BIO_should_write(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError), or a handle was freed or is of another library (MisuseError).
   */
  BIO_should_write: (b: k.BIO) => number;
  /**
   * `Int (Int sock, Int type, SockInfo info)`, BIO_sock_info(3).
   *
   * Fails when: an argument is of another type or does not fit (MisuseError).
   */
  BIO_sock_info: (sock: number, type_: number, info: { readonly addr: k.BIO_ADDR }) => number;
}

export const BIO_accept_ex: BioFunctions['BIO_accept_ex'] = lazily('BIO_accept_ex');
export const BIO_ADDR_clear: BioFunctions['BIO_ADDR_clear'] = lazily('BIO_ADDR_clear');
export const BIO_ADDR_copy: BioFunctions['BIO_ADDR_copy'] = lazily('BIO_ADDR_copy');
export const BIO_ADDR_dup: BioFunctions['BIO_ADDR_dup'] = lazily('BIO_ADDR_dup');
export const BIO_ADDR_family: BioFunctions['BIO_ADDR_family'] = lazily('BIO_ADDR_family');
export const BIO_ADDR_free: BioFunctions['BIO_ADDR_free'] = lazily('BIO_ADDR_free');
export const BIO_ADDR_hostname_string: BioFunctions['BIO_ADDR_hostname_string'] = lazily('BIO_ADDR_hostname_string');
export const BIO_ADDR_new: BioFunctions['BIO_ADDR_new'] = lazily('BIO_ADDR_new');
export const BIO_ADDR_path_string: BioFunctions['BIO_ADDR_path_string'] = lazily('BIO_ADDR_path_string');
export const BIO_ADDR_service_string: BioFunctions['BIO_ADDR_service_string'] = lazily('BIO_ADDR_service_string');
export const BIO_ADDRINFO_address: BioFunctions['BIO_ADDRINFO_address'] = lazily('BIO_ADDRINFO_address');
export const BIO_ADDRINFO_family: BioFunctions['BIO_ADDRINFO_family'] = lazily('BIO_ADDRINFO_family');
export const BIO_ADDRINFO_free: BioFunctions['BIO_ADDRINFO_free'] = lazily('BIO_ADDRINFO_free');
export const BIO_ADDRINFO_next: BioFunctions['BIO_ADDRINFO_next'] = lazily('BIO_ADDRINFO_next');
export const BIO_ADDRINFO_protocol: BioFunctions['BIO_ADDRINFO_protocol'] = lazily('BIO_ADDRINFO_protocol');
export const BIO_ADDRINFO_socktype: BioFunctions['BIO_ADDRINFO_socktype'] = lazily('BIO_ADDRINFO_socktype');
export const BIO_bind: BioFunctions['BIO_bind'] = lazily('BIO_bind');
export const BIO_clear_flags: BioFunctions['BIO_clear_flags'] = lazily('BIO_clear_flags');
export const BIO_closesocket: BioFunctions['BIO_closesocket'] = lazily('BIO_closesocket');
export const BIO_connect: BioFunctions['BIO_connect'] = lazily('BIO_connect');
export const BIO_ctrl_get_read_request: BioFunctions['BIO_ctrl_get_read_request'] = lazily('BIO_ctrl_get_read_request');
export const BIO_ctrl_get_write_guarantee: BioFunctions['BIO_ctrl_get_write_guarantee'] = lazily('BIO_ctrl_get_write_guarantee');
export const BIO_ctrl_pending: BioFunctions['BIO_ctrl_pending'] = lazily('BIO_ctrl_pending');
export const BIO_ctrl_reset_read_request: BioFunctions['BIO_ctrl_reset_read_request'] = lazily('BIO_ctrl_reset_read_request');
export const BIO_ctrl_wpending: BioFunctions['BIO_ctrl_wpending'] = lazily('BIO_ctrl_wpending');
export const BIO_do_connect_retry: BioFunctions['BIO_do_connect_retry'] = lazily('BIO_do_connect_retry');
export const BIO_dump: BioFunctions['BIO_dump'] = lazily('BIO_dump');
export const BIO_dup_chain: BioFunctions['BIO_dup_chain'] = lazily('BIO_dup_chain');
export const BIO_eof: BioFunctions['BIO_eof'] = lazily('BIO_eof');
export const BIO_err_is_non_fatal: BioFunctions['BIO_err_is_non_fatal'] = lazily('BIO_err_is_non_fatal');
export const BIO_f_base64: BioFunctions['BIO_f_base64'] = lazily('BIO_f_base64');
export const BIO_f_buffer: BioFunctions['BIO_f_buffer'] = lazily('BIO_f_buffer');
export const BIO_f_null: BioFunctions['BIO_f_null'] = lazily('BIO_f_null');
export const BIO_f_ssl: BioFunctions['BIO_f_ssl'] = lazily('BIO_f_ssl');
export const BIO_find_type: BioFunctions['BIO_find_type'] = lazily('BIO_find_type');
export const BIO_free: BioFunctions['BIO_free'] = lazily('BIO_free');
export const BIO_get_init: BioFunctions['BIO_get_init'] = lazily('BIO_get_init');
export const BIO_get_line: BioFunctions['BIO_get_line'] = lazily('BIO_get_line');
export const BIO_get_new_index: BioFunctions['BIO_get_new_index'] = lazily('BIO_get_new_index');
export const BIO_get_retry_BIO: BioFunctions['BIO_get_retry_BIO'] = lazily('BIO_get_retry_BIO');
export const BIO_get_retry_reason: BioFunctions['BIO_get_retry_reason'] = lazily('BIO_get_retry_reason');
export const BIO_get_shutdown: BioFunctions['BIO_get_shutdown'] = lazily('BIO_get_shutdown');
export const BIO_gets: BioFunctions['BIO_gets'] = lazily('BIO_gets');
export const BIO_indent: BioFunctions['BIO_indent'] = lazily('BIO_indent');
export const BIO_listen: BioFunctions['BIO_listen'] = lazily('BIO_listen');
export const BIO_method_name: BioFunctions['BIO_method_name'] = lazily('BIO_method_name');
export const BIO_method_type: BioFunctions['BIO_method_type'] = lazily('BIO_method_type');
export const BIO_new_accept: BioFunctions['BIO_new_accept'] = lazily('BIO_new_accept');
export const BIO_new_buffer_ssl_connect: BioFunctions['BIO_new_buffer_ssl_connect'] = lazily('BIO_new_buffer_ssl_connect');
export const BIO_new_dgram: BioFunctions['BIO_new_dgram'] = lazily('BIO_new_dgram');
export const BIO_new_fd: BioFunctions['BIO_new_fd'] = lazily('BIO_new_fd');
export const BIO_new_file: BioFunctions['BIO_new_file'] = lazily('BIO_new_file');
export const BIO_new_fp: BioFunctions['BIO_new_fp'] = lazily('BIO_new_fp');
export const BIO_new_socket: BioFunctions['BIO_new_socket'] = lazily('BIO_new_socket');
export const BIO_new_ssl: BioFunctions['BIO_new_ssl'] = lazily('BIO_new_ssl');
export const BIO_new_ssl_connect: BioFunctions['BIO_new_ssl_connect'] = lazily('BIO_new_ssl_connect');
export const BIO_next: BioFunctions['BIO_next'] = lazily('BIO_next');
export const BIO_number_read: BioFunctions['BIO_number_read'] = lazily('BIO_number_read');
export const BIO_number_written: BioFunctions['BIO_number_written'] = lazily('BIO_number_written');
export const BIO_puts: BioFunctions['BIO_puts'] = lazily('BIO_puts');
export const BIO_read: BioFunctions['BIO_read'] = lazily('BIO_read');
export const BIO_read_ex: BioFunctions['BIO_read_ex'] = lazily('BIO_read_ex');
export const BIO_s_accept: BioFunctions['BIO_s_accept'] = lazily('BIO_s_accept');
export const BIO_s_bio: BioFunctions['BIO_s_bio'] = lazily('BIO_s_bio');
export const BIO_s_connect: BioFunctions['BIO_s_connect'] = lazily('BIO_s_connect');
export const BIO_s_datagram: BioFunctions['BIO_s_datagram'] = lazily('BIO_s_datagram');
export const BIO_s_dgram_mem: BioFunctions['BIO_s_dgram_mem'] = lazily('BIO_s_dgram_mem');
export const BIO_s_dgram_pair: BioFunctions['BIO_s_dgram_pair'] = lazily('BIO_s_dgram_pair');
export const BIO_s_fd: BioFunctions['BIO_s_fd'] = lazily('BIO_s_fd');
export const BIO_s_file: BioFunctions['BIO_s_file'] = lazily('BIO_s_file');
export const BIO_s_mem: BioFunctions['BIO_s_mem'] = lazily('BIO_s_mem');
export const BIO_s_null: BioFunctions['BIO_s_null'] = lazily('BIO_s_null');
export const BIO_s_secmem: BioFunctions['BIO_s_secmem'] = lazily('BIO_s_secmem');
export const BIO_s_socket: BioFunctions['BIO_s_socket'] = lazily('BIO_s_socket');
export const BIO_set_flags: BioFunctions['BIO_set_flags'] = lazily('BIO_set_flags');
export const BIO_set_init: BioFunctions['BIO_set_init'] = lazily('BIO_set_init');
export const BIO_set_retry_reason: BioFunctions['BIO_set_retry_reason'] = lazily('BIO_set_retry_reason');
export const BIO_set_shutdown: BioFunctions['BIO_set_shutdown'] = lazily('BIO_set_shutdown');
export const BIO_sock_should_retry: BioFunctions['BIO_sock_should_retry'] = lazily('BIO_sock_should_retry');
export const BIO_socket: BioFunctions['BIO_socket'] = lazily('BIO_socket');
export const BIO_socket_nbio: BioFunctions['BIO_socket_nbio'] = lazily('BIO_socket_nbio');
export const BIO_ssl_copy_session_id: BioFunctions['BIO_ssl_copy_session_id'] = lazily('BIO_ssl_copy_session_id');
export const BIO_ssl_shutdown: BioFunctions['BIO_ssl_shutdown'] = lazily('BIO_ssl_shutdown');
export const BIO_test_flags: BioFunctions['BIO_test_flags'] = lazily('BIO_test_flags');
export const BIO_up_ref: BioFunctions['BIO_up_ref'] = lazily('BIO_up_ref');
export const BIO_vfree: BioFunctions['BIO_vfree'] = lazily('BIO_vfree');
export const BIO_wait: BioFunctions['BIO_wait'] = lazily('BIO_wait');
export const BIO_write: BioFunctions['BIO_write'] = lazily('BIO_write');
export const BIO_write_ex: BioFunctions['BIO_write_ex'] = lazily('BIO_write_ex');
export const BIO_ctrl_dgram_connect: BioFunctions['BIO_ctrl_dgram_connect'] = lazily('BIO_ctrl_dgram_connect');
export const BIO_ctrl_set_connected: BioFunctions['BIO_ctrl_set_connected'] = lazily('BIO_ctrl_set_connected');
export const BIO_destroy_bio_pair: BioFunctions['BIO_destroy_bio_pair'] = lazily('BIO_destroy_bio_pair');
export const BIO_dgram_get_peer: BioFunctions['BIO_dgram_get_peer'] = lazily('BIO_dgram_get_peer');
export const BIO_dgram_recv_timedout: BioFunctions['BIO_dgram_recv_timedout'] = lazily('BIO_dgram_recv_timedout');
export const BIO_dgram_send_timedout: BioFunctions['BIO_dgram_send_timedout'] = lazily('BIO_dgram_send_timedout');
export const BIO_dgram_set_peer: BioFunctions['BIO_dgram_set_peer'] = lazily('BIO_dgram_set_peer');
export const BIO_do_accept: BioFunctions['BIO_do_accept'] = lazily('BIO_do_accept');
export const BIO_do_connect: BioFunctions['BIO_do_connect'] = lazily('BIO_do_connect');
export const BIO_do_handshake: BioFunctions['BIO_do_handshake'] = lazily('BIO_do_handshake');
export const BIO_flush: BioFunctions['BIO_flush'] = lazily('BIO_flush');
export const BIO_get_bind_mode: BioFunctions['BIO_get_bind_mode'] = lazily('BIO_get_bind_mode');
export const BIO_get_buffer_num_lines: BioFunctions['BIO_get_buffer_num_lines'] = lazily('BIO_get_buffer_num_lines');
export const BIO_get_close: BioFunctions['BIO_get_close'] = lazily('BIO_get_close');
export const BIO_get_conn_ip_family: BioFunctions['BIO_get_conn_ip_family'] = lazily('BIO_get_conn_ip_family');
export const BIO_get_conn_mode: BioFunctions['BIO_get_conn_mode'] = lazily('BIO_get_conn_mode');
export const BIO_get_fd: BioFunctions['BIO_get_fd'] = lazily('BIO_get_fd');
export const BIO_get_num_renegotiates: BioFunctions['BIO_get_num_renegotiates'] = lazily('BIO_get_num_renegotiates');
export const BIO_get_read_request: BioFunctions['BIO_get_read_request'] = lazily('BIO_get_read_request');
export const BIO_get_write_buf_size: BioFunctions['BIO_get_write_buf_size'] = lazily('BIO_get_write_buf_size');
export const BIO_get_write_guarantee: BioFunctions['BIO_get_write_guarantee'] = lazily('BIO_get_write_guarantee');
export const BIO_make_bio_pair: BioFunctions['BIO_make_bio_pair'] = lazily('BIO_make_bio_pair');
export const BIO_pending: BioFunctions['BIO_pending'] = lazily('BIO_pending');
export const BIO_read_filename: BioFunctions['BIO_read_filename'] = lazily('BIO_read_filename');
export const BIO_reset: BioFunctions['BIO_reset'] = lazily('BIO_reset');
export const BIO_seek: BioFunctions['BIO_seek'] = lazily('BIO_seek');
export const BIO_set_accept_bios: BioFunctions['BIO_set_accept_bios'] = lazily('BIO_set_accept_bios');
export const BIO_set_accept_name: BioFunctions['BIO_set_accept_name'] = lazily('BIO_set_accept_name');
export const BIO_set_accept_port: BioFunctions['BIO_set_accept_port'] = lazily('BIO_set_accept_port');
export const BIO_set_bind_mode: BioFunctions['BIO_set_bind_mode'] = lazily('BIO_set_bind_mode');
export const BIO_set_buffer_size: BioFunctions['BIO_set_buffer_size'] = lazily('BIO_set_buffer_size');
export const BIO_set_close: BioFunctions['BIO_set_close'] = lazily('BIO_set_close');
export const BIO_set_conn_address: BioFunctions['BIO_set_conn_address'] = lazily('BIO_set_conn_address');
export const BIO_set_conn_hostname: BioFunctions['BIO_set_conn_hostname'] = lazily('BIO_set_conn_hostname');
export const BIO_set_conn_mode: BioFunctions['BIO_set_conn_mode'] = lazily('BIO_set_conn_mode');
export const BIO_set_conn_port: BioFunctions['BIO_set_conn_port'] = lazily('BIO_set_conn_port');
export const BIO_set_mem_eof_return: BioFunctions['BIO_set_mem_eof_return'] = lazily('BIO_set_mem_eof_return');
export const BIO_set_nbio: BioFunctions['BIO_set_nbio'] = lazily('BIO_set_nbio');
export const BIO_set_read_buffer_size: BioFunctions['BIO_set_read_buffer_size'] = lazily('BIO_set_read_buffer_size');
export const BIO_set_ssl_mode: BioFunctions['BIO_set_ssl_mode'] = lazily('BIO_set_ssl_mode');
export const BIO_set_ssl_renegotiate_bytes: BioFunctions['BIO_set_ssl_renegotiate_bytes'] = lazily('BIO_set_ssl_renegotiate_bytes');
export const BIO_set_tfo: BioFunctions['BIO_set_tfo'] = lazily('BIO_set_tfo');
export const BIO_set_write_buf_size: BioFunctions['BIO_set_write_buf_size'] = lazily('BIO_set_write_buf_size');
export const BIO_shutdown_wr: BioFunctions['BIO_shutdown_wr'] = lazily('BIO_shutdown_wr');
export const BIO_tell: BioFunctions['BIO_tell'] = lazily('BIO_tell');
export const BIO_wpending: BioFunctions['BIO_wpending'] = lazily('BIO_wpending');
export const BIO_clear_retry_flags: BioFunctions['BIO_clear_retry_flags'] = lazily('BIO_clear_retry_flags');
export const BIO_ctrl: BioFunctions['BIO_ctrl'] = lazily('BIO_ctrl');
export const BIO_free_all: BioFunctions['BIO_free_all'] = lazily('BIO_free_all');
export const BIO_get_accept_name: BioFunctions['BIO_get_accept_name'] = lazily('BIO_get_accept_name');
export const BIO_get_accept_port: BioFunctions['BIO_get_accept_port'] = lazily('BIO_get_accept_port');
export const BIO_get_conn_hostname: BioFunctions['BIO_get_conn_hostname'] = lazily('BIO_get_conn_hostname');
export const BIO_get_conn_port: BioFunctions['BIO_get_conn_port'] = lazily('BIO_get_conn_port');
export const BIO_get_data: BioFunctions['BIO_get_data'] = lazily('BIO_get_data');
export const BIO_get_ex_data: BioFunctions['BIO_get_ex_data'] = lazily('BIO_get_ex_data');
export const BIO_get_ex_new_index: BioFunctions['BIO_get_ex_new_index'] = lazily('BIO_get_ex_new_index');
export const BIO_get_mem_data: BioFunctions['BIO_get_mem_data'] = lazily('BIO_get_mem_data');
export const BIO_get_mem_ptr: BioFunctions['BIO_get_mem_ptr'] = lazily('BIO_get_mem_ptr');
export const BIO_get_retry_flags: BioFunctions['BIO_get_retry_flags'] = lazily('BIO_get_retry_flags');
export const BIO_get_ssl: BioFunctions['BIO_get_ssl'] = lazily('BIO_get_ssl');
export const BIO_lookup_ex: BioFunctions['BIO_lookup_ex'] = lazily('BIO_lookup_ex');
export const BIO_meth_free: BioFunctions['BIO_meth_free'] = lazily('BIO_meth_free');
export const BIO_meth_new: BioFunctions['BIO_meth_new'] = lazily('BIO_meth_new');
export const BIO_meth_set_create: BioFunctions['BIO_meth_set_create'] = lazily('BIO_meth_set_create');
export const BIO_meth_set_ctrl: BioFunctions['BIO_meth_set_ctrl'] = lazily('BIO_meth_set_ctrl');
export const BIO_meth_set_destroy: BioFunctions['BIO_meth_set_destroy'] = lazily('BIO_meth_set_destroy');
export const BIO_meth_set_gets: BioFunctions['BIO_meth_set_gets'] = lazily('BIO_meth_set_gets');
export const BIO_meth_set_puts: BioFunctions['BIO_meth_set_puts'] = lazily('BIO_meth_set_puts');
export const BIO_meth_set_read: BioFunctions['BIO_meth_set_read'] = lazily('BIO_meth_set_read');
export const BIO_meth_set_write: BioFunctions['BIO_meth_set_write'] = lazily('BIO_meth_set_write');
export const BIO_new: BioFunctions['BIO_new'] = lazily('BIO_new');
export const BIO_new_bio_dgram_pair: BioFunctions['BIO_new_bio_dgram_pair'] = lazily('BIO_new_bio_dgram_pair');
export const BIO_new_bio_pair: BioFunctions['BIO_new_bio_pair'] = lazily('BIO_new_bio_pair');
export const BIO_new_mem_buf: BioFunctions['BIO_new_mem_buf'] = lazily('BIO_new_mem_buf');
export const BIO_pop: BioFunctions['BIO_pop'] = lazily('BIO_pop');
export const BIO_printf: BioFunctions['BIO_printf'] = lazily('BIO_printf');
export const BIO_push: BioFunctions['BIO_push'] = lazily('BIO_push');
export const BIO_retry_type: BioFunctions['BIO_retry_type'] = lazily('BIO_retry_type');
export const BIO_set_data: BioFunctions['BIO_set_data'] = lazily('BIO_set_data');
export const BIO_set_ex_data: BioFunctions['BIO_set_ex_data'] = lazily('BIO_set_ex_data');
export const BIO_set_fd: BioFunctions['BIO_set_fd'] = lazily('BIO_set_fd');
export const BIO_set_nbio_accept: BioFunctions['BIO_set_nbio_accept'] = lazily('BIO_set_nbio_accept');
export const BIO_set_retry_read: BioFunctions['BIO_set_retry_read'] = lazily('BIO_set_retry_read');
export const BIO_set_retry_special: BioFunctions['BIO_set_retry_special'] = lazily('BIO_set_retry_special');
export const BIO_set_retry_write: BioFunctions['BIO_set_retry_write'] = lazily('BIO_set_retry_write');
export const BIO_set_ssl: BioFunctions['BIO_set_ssl'] = lazily('BIO_set_ssl');
export const BIO_set_write_buffer_size: BioFunctions['BIO_set_write_buffer_size'] = lazily('BIO_set_write_buffer_size');
export const BIO_should_io_special: BioFunctions['BIO_should_io_special'] = lazily('BIO_should_io_special');
export const BIO_should_read: BioFunctions['BIO_should_read'] = lazily('BIO_should_read');
export const BIO_should_retry: BioFunctions['BIO_should_retry'] = lazily('BIO_should_retry');
export const BIO_should_write: BioFunctions['BIO_should_write'] = lazily('BIO_should_write');
export const BIO_sock_info: BioFunctions['BIO_sock_info'] = lazily('BIO_sock_info');
