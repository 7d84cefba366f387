// The C layer as C programs use it: handshake, data, shutdown, sessions, over a BIO pair, with OpenSSL's own numbers.

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, hosts } from '../support/pki.ts';
import { freePair, makePair, shakeHands, some, thrown } from './pair.ts';

describeEachLibrary('libssl/c', (library) => {
  const is4 = library.isAtLeast('4.0');

  test('a handshake, data both ways, and a shutdown: the numbers of C', () => {
    const pair = makePair(library);
    const { l, client, server } = pair;
    l.ERR_clear_error();
    const first = l.SSL_connect(client.ssl);
    expect([first, l.SSL_get_error(client.ssl, first)]).toEqual([-1, c.SSL_ERROR_WANT_READ]);
    expect(l.SSL_want_read(client.ssl)).toBe(1);
    expect(l.SSL_in_init(client.ssl)).toBe(1);
    expect(shakeHands(pair)).toEqual([
      [1, c.SSL_ERROR_NONE],
      [1, c.SSL_ERROR_NONE],
    ]);
    expect(l.SSL_get_version(client.ssl)).toBe('TLSv1.3');
    expect(l.SSL_version(client.ssl)).toBe(c.TLS1_3_VERSION);
    expect(l.SSL_get_cipher_name(client.ssl)).toBe(l.SSL_CIPHER_get_name(l.SSL_get_current_cipher(client.ssl)));
    expect(l.SSL_write(client.ssl, 'hello', 5)).toBe(5);
    const buffer = Buffer.alloc(16);
    expect(l.SSL_peek(server.ssl, buffer, 2)).toBe(2);
    expect(l.SSL_pending(server.ssl)).toBe(5);
    const count = c.out<number>();
    expect(l.SSL_read_ex(server.ssl, buffer, buffer.length, count)).toBe(1);
    expect([count.value, buffer.toString('latin1', 0, 5)]).toEqual([5, 'hello']);
    expect([l.SSL_shutdown(client.ssl), l.SSL_get_shutdown(client.ssl)]).toEqual([0, c.SSL_SENT_SHUTDOWN]);
    const end = l.SSL_read(server.ssl, buffer, 16);
    expect([end, l.SSL_get_error(server.ssl, end)]).toEqual([0, c.SSL_ERROR_ZERO_RETURN]);
    freePair(pair);
  });

  test.each([false, true])('a write is repeated at its address, and may be longer there (callbacks: %s)', (hasCallbacks) => {
    const pair = makePair(library, (ctx) => (hasCallbacks ? c.with(library).SSL_CTX_set_info_callback(ctx, () => undefined) : undefined));
    const { l, client, server } = pair;
    shakeHands(pair);
    const memory = new Uint8Array(40_000);
    const write = (bytes: Uint8Array): readonly [number, number] => {
      l.ERR_clear_error();
      const ret = l.SSL_write(client.ssl, bytes, bytes.length);
      return [ret, l.SSL_get_error(client.ssl, ret)];
    };
    const read = Buffer.alloc(40_000);
    while (write(memory.subarray(0, 16_000))[0] > 0);
    expect(write(memory.subarray(0, 16_001))).toEqual([-1, c.SSL_ERROR_WANT_WRITE]);
    const longer = (): readonly [number, number] => {
      while (l.SSL_read(server.ssl, read, read.length) > 0);
      return write(memory.subarray(0, 20_000));
    };
    expect([longer(), longer()]).toEqual([
      [-1, c.SSL_ERROR_WANT_WRITE],
      [20_000, c.SSL_ERROR_NONE],
    ]);
    while (write(memory.subarray(0, 16_000))[0] > 0);
    expect(write(memory.subarray(1, 16_001))).toEqual([-1, c.SSL_ERROR_SSL]);
    expect(l.ERR_GET_REASON(l.ERR_get_error())).toBe(c.SSL_R_BAD_WRITE_RETRY);
    freePair(pair);
  });

  test('the peer’s certificate, its names and its chain', () => {
    const pair = makePair(library, (ctx) =>
      expect(c.with(library).SSL_CTX_load_verify_locations(ctx, certificateFile('root'), null)).toBe(1),
    );
    const { l, client } = pair;
    l.SSL_set_verify(client.ssl, c.SSL_VERIFY_PEER, null);
    expect(l.SSL_set1_host(client.ssl, hosts.good)).toBe(1);
    shakeHands(pair);
    expect(l.SSL_get_verify_result(client.ssl)).toBe(c.X509_V_OK);
    expect(l.SSL_is_init_finished(client.ssl)).toBe(1);
    const certificate = some(l.SSL_get_peer_certificate(client.ssl));
    const name = some(l.X509_get_subject_name(certificate));
    const text = Buffer.alloc(64);
    const length = l.X509_NAME_get_text_by_NID(name, c.NID_commonName, text, text.length);
    expect(l.X509_NAME_oneline(name, null, 0)).toContain(text.toString('utf8', 0, Math.max(length, 0)));
    expect(l.X509_check_host(certificate, hosts.good, hosts.good.length, 0, null)).toBe(1);
    expect(l.X509_check_host(certificate, 'elsewhere', 9, 0, null)).toBe(0);
    const chain = some(l.SSL_get_peer_cert_chain(client.ssl));
    expect(l.sk_X509_num(chain)).toBe(chain.length);
    expect(l.X509_cmp(some(chain[0]), certificate)).toBe(0);
    const names = l.X509_get_ext_d2i(certificate, c.NID_subject_alt_name, null, null) as c.GENERAL_NAME[];
    const kind = c.out<number>();
    const values = names.map((each) => {
      const value = l.GENERAL_NAME_get0_value(each, kind) as c.ASN1_STRING;
      return kind.value === c.GEN_DNS ? some(l.ASN1_STRING_get0_data(value)).toString() : '';
    });
    expect(values).toContain(hosts.good);
    const der = c.out<Uint8Array | null>();
    expect(l.i2d_X509(certificate, der)).toBe(some(der.value).length);
    const cursor = c.out<Uint8Array>(Buffer.concat([some(der.value), Buffer.from('rest')]));
    const again = some(l.d2i_X509(null, cursor, some(cursor.value).length));
    expect(l.X509_cmp(again, certificate)).toBe(0);
    expect(Buffer.from(some(cursor.value)).toString()).toBe('rest');
    freePair(pair);
  });

  test('the error queue is the thread’s: what a call leaves is there until it is taken', () => {
    const { l, client } = makePair(library);
    l.ERR_clear_error();
    expect(l.SSL_CTX_set_cipher_list(client.ctx, 'no such cipher')).toBe(0);
    const code = l.ERR_peek_error();
    expect(l.ERR_peek_last_error()).toBe(code);
    expect([l.ERR_GET_LIB(code), l.ERR_GET_REASON(code)]).toEqual([c.ERR_LIB_SSL, c.SSL_R_NO_CIPHER_MATCH]);
    expect(l.ERR_reason_error_string(code)).toBe('no cipher match');
    expect(l.ERR_error_string(code, null)).toContain('no cipher match');
    const lines: string[] = [];
    l.ERR_print_errors_cb((line) => lines.push(line), null);
    expect(lines).toHaveLength(1);
    expect(l.ERR_get_error()).toBe(0);
  });

  test('a session is kept as bytes and resumed', () => {
    const taken: c.SSL_SESSION[] = [];
    const resume = (session: c.SSL_SESSION | null, server: c.SSL_CTX | null): [number, c.SSL_CTX] => {
      const pair = makePair(library, (ctx) => {
        const { SSL_CTX_set_session_cache_mode, SSL_CTX_sess_set_new_cb } = c.with(library);
        SSL_CTX_set_session_cache_mode(ctx, c.SSL_SESS_CACHE_CLIENT | c.SSL_SESS_CACHE_NO_INTERNAL);
        SSL_CTX_sess_set_new_cb(ctx, (_, made) => taken.push(made) && 1);
      });
      const { l } = pair;
      if (server !== null) l.SSL_set_SSL_CTX(pair.server.ssl, server);
      if (session !== null) expect(l.SSL_set_session(pair.client.ssl, session)).toBe(1);
      expect(shakeHands(pair)).toEqual([
        [1, 0],
        [1, 0],
      ]);
      l.SSL_read(pair.client.ssl, Buffer.alloc(1), 1); // the tickets of TLS 1.3
      return [l.SSL_session_reused(pair.client.ssl), pair.server.ctx];
    };
    const l = c.with(library);
    expect(resume(null, null)[0]).toBe(0);
    const session = some(taken.at(-1));
    const bytes = c.out<Uint8Array | null>();
    expect(l.i2d_SSL_SESSION(session, bytes)).toBeGreaterThan(100);
    const again = some(l.d2i_SSL_SESSION(null, c.out(some(bytes.value)), some(bytes.value).length));
    expect(l.SSL_SESSION_get_protocol_version(again)).toBe(c.TLS1_3_VERSION);
    l.SSL_SESSION_free(session);
    expect(l.SSL_SESSION_up_ref(again)).toBe(1);
    l.SSL_SESSION_free(again);
    expect(l.SSL_SESSION_get_timeout(again)).toBeGreaterThan(0);
    l.SSL_SESSION_free(again);
    expect(thrown(() => l.SSL_SESSION_get_timeout(again))).toMatchObject({ code: 'ERR_SSL_FREED' });
  });

  test('options are bigints, and keep every bit', () => {
    const { l, client } = makePair(library);
    const before = l.SSL_CTX_get_options(client.ctx);
    expect(typeof before).toBe('bigint');
    expect(l.SSL_CTX_set_options(client.ctx, c.SSL_OP_NO_TICKET)).toBe(before | c.SSL_OP_NO_TICKET);
    expect(l.SSL_CTX_clear_options(client.ctx, c.SSL_OP_NO_TICKET)).toBe(before & ~c.SSL_OP_NO_TICKET);
  });

  test('a name that the library lacks says so', () => {
    const { l, client } = makePair(library);
    const lacking = is4 ? () => l.TLSv1_2_method() : () => l.SSL_set1_ech_config_list(client.ssl, Buffer.alloc(4), 4);
    const name = is4 ? 'TLSv1_2_method' : 'SSL_set1_ech_config_list';
    const message = `${name} is not in ${library.version.text}`;
    expect(thrown(lacking)).toMatchObject({ name: 'NotSupportedError', code: 'ERR_SSL_NOT_SUPPORTED', message });
  });
});
