// Callbacks of the C layer about extensions: custom ones, NPN, SRP, and DH parameters of a server.

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { dhParameters } from '../support/dh.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, keyFile } from '../support/pki.ts';
import { makePair, type Pair, shakeHands, some, thrown } from './pair.ts';

/** Of those for private use. It is not 65000: the client of Node 20's own OpenSSL takes an answer of that type for an unsolicited one. */
const extension = 65010;
const done = [
  [1, 0],
  [1, 0],
];

describeEachLibrary('extensions of libssl/c', (library) => {
  const l = c.with(library);
  const tls12 = (...contexts: c.SSL_CTX[]): void => {
    for (const ctx of contexts) l.SSL_CTX_set_max_proto_version(ctx, c.TLS1_2_VERSION);
  };

  const answerOne = (_: c.SSL, __: number, out: c.Out<Uint8Array | null>): number => {
    out.value = Uint8Array.of(1);
    return 1;
  };

  test('a custom extension of a ClientHello and its answer, in the older form', () => {
    const seen: unknown[] = [];
    const pair = makePair(library, (client, server) => {
      tls12(client);
      const parse = (_: c.SSL, type: number, bytes: Uint8Array, length: number, _alert: c.Out<number>, arg: unknown): number => {
        seen.push([arg, type, Buffer.from(bytes).toString(), length]);
        return 1;
      };
      const add = (text: string) => (_: c.SSL, __: number, out: c.Out<Uint8Array | null>, ___: c.Out<number>, arg: unknown) => {
        out.value = Buffer.from(`${text} ${String(arg)}`);
        return 1;
      };
      const freed = (_: c.SSL, __: number, bytes: Uint8Array | null): void => {
        seen.push(['freed', Buffer.from(bytes ?? []).toString()]);
      };
      expect(l.SSL_CTX_add_client_custom_ext(client, extension, add('of'), freed, 'client', parse, 'client hears')).toBe(1);
      expect(l.SSL_CTX_add_server_custom_ext(server, extension, add('of'), null, 'server', parse, 'server hears')).toBe(1);
      expect(l.SSL_CTX_add_client_custom_ext(client, extension, add('again'), null, null, null, null)).toBe(0); // there is one
    });
    expect(shakeHands(pair)).toEqual(done);
    expect(seen).toEqual([
      ['freed', 'of client'],
      ['server hears', extension, 'of client', 9],
      ['client hears', extension, 'of server', 9],
    ]);
    expect(l.SSL_CTX_has_client_custom_ext(pair.client.ctx, extension)).toBe(1);
  });

  test('a custom extension of a TLS 1.3 message, with its context and certificate', () => {
    const seen: unknown[] = [];
    const where = c.SSL_EXT_CLIENT_HELLO | c.SSL_EXT_TLS1_3_CERTIFICATE;
    const pair = makePair(library, (client, server) => {
      l.SSL_CTX_add_custom_ext(
        client,
        extension + 1,
        where,
        (_, __, ___, out) => {
          out.value = Uint8Array.of(1, 2, 3);
          return 1;
        },
        null,
        null,
        (_, __, context, bytes, ___, x509, index) => {
          seen.push([context, [...bytes], x509 !== null, index]);
          return 1;
        },
        null,
      );
      l.SSL_CTX_add_custom_ext(
        server,
        extension + 1,
        where,
        (_, __, ___, out, ____, index) => {
          if (index > 0) return 0;
          out.value = null; // empty
          return 1;
        },
        null,
        null,
        (_, __, context, bytes) => {
          seen.push([context, [...bytes]]);
          return 1;
        },
        null,
      );
    });
    expect(shakeHands(pair)).toEqual(done);
    expect(seen).toEqual([
      [c.SSL_EXT_CLIENT_HELLO, [1, 2, 3]],
      [c.SSL_EXT_TLS1_3_CERTIFICATE, [], true, 0],
    ]);
  });

  test('a custom extension that is refused: with its alert, and with what it threw', () => {
    const pair = makePair(library, (client, server) => {
      tls12(client);
      l.SSL_CTX_add_client_custom_ext(client, extension, answerOne, null, null, null, null);
      l.SSL_CTX_add_server_custom_ext(
        server,
        extension,
        null,
        null,
        null,
        (_, __, ___, ____, alert) => {
          alert.value = c.SSL_AD_ILLEGAL_PARAMETER;
          return 0;
        },
        null,
      );
    });
    expect(shakeHands(pair).map(([, code]) => code)).toContain(c.SSL_ERROR_SSL);
    expect(l.ERR_GET_REASON(l.ERR_peek_error())).toBe(c.SSL_R_BAD_EXTENSION);
    l.SSL_do_handshake(pair.client.ssl);
    const throwing = makePair(library, (client) => {
      l.SSL_CTX_add_client_custom_ext(
        client,
        extension,
        () => {
          throw new RangeError('of the callback');
        },
        null,
        null,
        null,
        null,
      );
    });
    expect(thrown(() => shakeHands(throwing))).toEqual(new RangeError('of the callback'));
    const wrong = makePair(library, (client) => {
      l.SSL_CTX_add_client_custom_ext(
        client,
        extension,
        (_, __, out) => {
          out.value = 'text' as never;
          return 1;
        },
        null,
        null,
        null,
        null,
      );
    });
    expect(thrown(() => shakeHands(wrong))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test('next protocol negotiation', () => {
    const pair = makePair(library, (client, server) => {
      tls12(client);
      l.SSL_CTX_set_next_protos_advertised_cb(
        server,
        (_, out, arg) => {
          expect(arg).toBe('of the server');
          out.value = Buffer.from('\x05first\x06second');
          return c.SSL_TLSEXT_ERR_OK;
        },
        'of the server',
      );
      l.SSL_CTX_set_next_proto_select_cb(
        client,
        (_, out, offered, length) => {
          expect(offered).toHaveLength(length);
          out.value = offered.subarray(7);
          return c.SSL_TLSEXT_ERR_OK;
        },
        null,
      );
    });
    expect(shakeHands(pair)).toEqual(done);
    for (const { ssl } of [pair.client, pair.server]) {
      const chosen = c.out<Uint8Array | null>();
      l.SSL_get0_next_proto_negotiated(ssl, chosen, c.out<number>());
      expect(Buffer.from(some(chosen.value)).toString()).toBe('second');
    }
  });

  const srp = (password: string): Pair =>
    makePair(library, (client, server) => {
      tls12(client);
      l.SSL_CTX_set_cipher_list(client, 'SRP');
      l.SSL_CTX_set_cipher_list(server, 'SRP:aRSA');
      expect(l.SSL_CTX_set_srp_username(client, 'user')).toBe(1);
      expect(l.SSL_CTX_set_srp_cb_arg(client, { password })).toBe(1);
      expect(l.SSL_CTX_set_srp_client_pwd_callback(client, (_, arg) => (arg as { password: string }).password)).toBe(1);
      l.SSL_CTX_set_srp_username_callback(server, (ssl, alert) => {
        const user = l.SSL_get_srp_username(ssl);
        alert.value = c.SSL_AD_UNKNOWN_PSK_IDENTITY;
        return user === 'user' && l.SSL_set_srp_server_param_pw(ssl, user, 'secret', '2048') === 1 ? c.SSL_ERROR_NONE : 2;
      });
    });

  test('SRP, with the right password and with a wrong one', () => {
    const pair = srp('secret');
    expect(shakeHands(pair)).toEqual(done);
    expect(l.SSL_get_srp_username(pair.server.ssl)).toBe('user');
    expect(some(l.SSL_get_cipher_name(pair.client.ssl))).toMatch(/SRP/);
    expect(shakeHands(srp('wrong')).some(([, code]) => code === c.SSL_ERROR_SSL)).toBe(true);
    l.ERR_clear_error();
  });

  test('DH parameters that a callback gives', () => {
    const bio = some(l.BIO_new_mem_buf(dhParameters('modp14'), -1));
    const dh = some(l.PEM_read_bio_DHparams(bio, null, null, null));
    const asked: unknown[] = [];
    const pair = makePair(library, (client, server) => {
      tls12(client);
      l.SSL_CTX_set_cipher_list(client, 'DHE');
      l.SSL_CTX_set1_groups_list(client, 'P-256'); // with a finite-field group 4.0 prefers that
      l.SSL_CTX_use_certificate_chain_file(server, certificateFile('server'));
      l.SSL_CTX_use_PrivateKey_file(server, keyFile('server'), c.SSL_FILETYPE_PEM);
      l.SSL_CTX_set_tmp_dh_callback(server, (_, isExport, bits) => {
        asked.push(isExport, bits);
        return dh;
      });
      l.SSL_CTX_set_tmp_rsa_callback(server, null); // nothing, in any release
    });
    expect(shakeHands(pair)).toEqual(done);
    expect(asked.slice(0, 1)).toEqual([0]);
    expect(l.SSL_get_cipher_name(pair.server.ssl)).toMatch(/^DHE-/);
    l.DH_free(dh); // the connection has its own
  });

  test('the interval of a DTLS timer', () => {
    const client = some(l.SSL_CTX_new(some(l.DTLS_client_method())));
    const ssl = some(l.SSL_new(client));
    const bio = some(l.BIO_new(some(l.BIO_s_mem())));
    l.SSL_set_bio(ssl, bio, bio);
    const asked: number[] = [];
    l.DTLS_set_timer_cb(ssl, (_, before) => {
      asked.push(before);
      return 60_000_000;
    });
    l.SSL_connect(ssl);
    expect(asked[0]).toBe(0);
    const left = c.out<number>();
    expect(l.DTLSv1_get_timeout(ssl, left)).toBe(1);
    expect(some(left.value)).toBeGreaterThan(30_000);
  });
});
