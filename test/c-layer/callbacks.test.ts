// Callbacks of the C layer: what they are given, what they answer, and what becomes of those that throw or misbehave.

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, encryptedKeyPassphrase, keyFile } from '../support/pki.ts';
import { freePair, makePair, shakeHands, some, thrown } from './pair.ts';

describeEachLibrary('callbacks of libssl/c', (library) => {
  const l = c.with(library);

  test('SSL_CTX_set_verify: each certificate of the chain, the SSL, and the answer', () => {
    const seen: unknown[] = [];
    const pair = makePair(library, (ctx) => {
      l.SSL_CTX_load_verify_locations(ctx, certificateFile('otherRoot'), null);
      l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, (ok, store) => {
        const ssl = l.X509_STORE_CTX_get_ex_data(store, l.SSL_get_ex_data_X509_STORE_CTX_idx());
        seen.push([ok, l.X509_STORE_CTX_get_error(store) === c.X509_V_OK, ssl, l.X509_STORE_CTX_get_current_cert(store) !== null]);
        return 1;
      });
    });
    expect(shakeHands(pair)[0]).toEqual([1, 0]);
    expect(seen).toContainEqual([0, false, pair.client.ssl, true]);
    expect(l.SSL_get_verify_result(pair.client.ssl)).not.toBe(c.X509_V_OK);
  });

  test('what a callback throws is thrown by the call, and the handshake fails', () => {
    const pair = makePair(library, (ctx) => {
      l.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, () => {
        throw new RangeError('of the callback');
      });
    });
    expect(thrown(() => shakeHands(pair))).toEqual(new RangeError('of the callback'));
    expect(l.SSL_is_init_finished(pair.client.ssl)).toBe(0);
    l.ERR_clear_error();
    expect(l.SSL_get_error(pair.server.ssl, l.SSL_do_handshake(pair.server.ssl))).toBe(c.SSL_ERROR_SSL); // the alert
    expect(l.ERR_reason_error_string(l.ERR_get_error())).toMatch(/alert/);
  });

  test('a connection is not gone on with inside its own callback, but can be asked, and freed later', () => {
    const codes: unknown[] = [];
    const pair = makePair(library);
    const { ssl } = pair.client;
    l.SSL_set_info_callback(ssl, (same) => {
      if (codes.length > 0) return;
      expect(same).toBe(ssl);
      codes.push((thrown(() => l.SSL_do_handshake(ssl)) as { code: string }).code, l.SSL_in_init(ssl));
      l.SSL_free(ssl);
      codes.push((thrown(() => l.SSL_in_init(ssl)) as { code: string }).code);
    });
    expect(l.SSL_do_handshake(ssl)).toBe(-1);
    expect(codes).toEqual(['ERR_SSL_BUSY', 1, 'ERR_SSL_FREED']);
  });

  test('ALPN, SNI with its alert, messages and key log lines', () => {
    const types = new Set<number>();
    const lines: string[] = [];
    const names: unknown[] = [];
    const pair = makePair(library, (client, server) => {
      l.SSL_CTX_set_alpn_protos(client, '\x02h2\x08http/1.1', 12);
      l.SSL_CTX_set_alpn_select_cb(
        server,
        (_, chosen, offered, length, arg) => {
          expect([offered.length, arg]).toEqual([length, 'of mine']);
          chosen.value = offered.subarray(4, 12);
          return c.SSL_TLSEXT_ERR_OK;
        },
        'of mine',
      );
      l.SSL_CTX_set_tlsext_servername_callback(server, (ssl) => {
        names.push(l.SSL_get_servername(ssl, c.TLSEXT_NAMETYPE_host_name));
        return c.SSL_TLSEXT_ERR_OK;
      });
      l.SSL_CTX_set_msg_callback(server, (_, __, type, bytes, length) => {
        expect(bytes).toHaveLength(length);
        types.add(type);
      });
      l.SSL_CTX_set_keylog_callback(server, (_, line) => lines.push(line));
    });
    expect(l.SSL_set_tlsext_host_name(pair.client.ssl, 'name.test')).toBe(1);
    expect(shakeHands(pair)[1]).toEqual([1, 0]);
    const data = c.out<Uint8Array | null>();
    l.SSL_get0_alpn_selected(pair.client.ssl, data, c.out<number>());
    expect(some(data.value).toString()).toBe('http/1.1');
    expect(names).toEqual(['name.test']);
    expect(types.has(22)).toBe(true);
    expect(lines.some((line) => line.startsWith('CLIENT_HANDSHAKE_TRAFFIC_SECRET '))).toBe(true);
  });

  test('another context’s callbacks after SSL_set_SSL_CTX, but the SSL’s own and those of sessions stay (SSL_set_SSL_CTX(3))', () => {
    const heard: string[] = [];
    const other = some(l.SSL_CTX_new(some(l.TLS_server_method())));
    const choose =
      (who: string, protocol: string): c.SSL_CTX_alpn_select_cb_func =>
      (_, chosen) => {
        heard.push(`${who} chooses`);
        chosen.value = Buffer.from(protocol);
        return c.SSL_TLSEXT_ERR_OK;
      };
    l.SSL_CTX_use_certificate_chain_file(other, certificateFile('serverEc'));
    l.SSL_CTX_use_PrivateKey_file(other, keyFile('serverEc'), c.SSL_FILETYPE_PEM);
    l.SSL_CTX_set_alpn_select_cb(other, choose('other', 'h3'), null);
    l.SSL_CTX_set_keylog_callback(other, () => heard.push('other keylog'));
    l.SSL_CTX_set_info_callback(other, () => heard.push('other info'));
    l.SSL_CTX_set_session_ticket_cb(other, () => heard.push('other ticket'), null, null);
    const pair = makePair(library, (client, server) => {
      l.SSL_CTX_set_alpn_protos(client, '\x02h2\x02h3', 6);
      l.SSL_CTX_set_alpn_select_cb(server, choose('first', 'h2'), null);
      l.SSL_CTX_set_keylog_callback(server, () => heard.push('first keylog'));
      l.SSL_CTX_set_info_callback(server, () => heard.push('first info'));
      l.SSL_CTX_set_session_ticket_cb(server, () => heard.push('first ticket'), null, null);
      l.SSL_CTX_set_tlsext_servername_callback(server, (ssl) => {
        l.SSL_set_SSL_CTX(ssl, other);
        return c.SSL_TLSEXT_ERR_OK;
      });
    });
    expect(shakeHands(pair)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const protocol = c.out<Uint8Array | null>();
    l.SSL_get0_alpn_selected(pair.client.ssl, protocol, c.out());
    expect(Buffer.from(some(protocol.value)).toString()).toBe('h3');
    expect([...new Set(heard)].toSorted()).toEqual(['first info', 'first ticket', 'other chooses', 'other keylog']);
    freePair(pair);
    l.SSL_CTX_free(other);
  });

  test('a pre-shared key in TLS 1.2', () => {
    const key = Buffer.from('0123456789abcdef');
    const pair = makePair(library, (client, server) => {
      for (const ctx of [client, server]) {
        l.SSL_CTX_set_max_proto_version(ctx, c.TLS1_2_VERSION);
        l.SSL_CTX_set_cipher_list(ctx, 'PSK-AES128-GCM-SHA256');
      }
      l.SSL_CTX_set_psk_client_callback(client, (_, __, identity, ___, psk) => {
        Buffer.from('me\0').copy(identity);
        return key.copy(psk);
      });
      l.SSL_CTX_set_psk_server_callback(server, (_, identity, psk) => (identity === 'me' ? key.copy(psk) : 0));
    });
    expect(shakeHands(pair)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(l.SSL_get_psk_identity(pair.server.ssl)).toBe('me');
  });

  test('passphrases: by a function, by its user data, and of PEM_read_bio_PrivateKey', () => {
    const { client } = makePair(library);
    const file = keyFile('encrypted');
    l.SSL_CTX_set_default_passwd_cb(client.ctx, (buf, size, rwflag, u) => {
      expect([buf.length, rwflag, u]).toEqual([size, 0, { mine: true }]);
      return Buffer.from(encryptedKeyPassphrase).copy(buf);
    });
    l.SSL_CTX_set_default_passwd_cb_userdata(client.ctx, { mine: true });
    expect(l.SSL_CTX_use_PrivateKey_file(client.ctx, file, c.SSL_FILETYPE_PEM)).toBe(1);
    l.SSL_CTX_set_default_passwd_cb(client.ctx, null);
    l.SSL_CTX_set_default_passwd_cb_userdata(client.ctx, encryptedKeyPassphrase);
    expect(l.SSL_CTX_use_PrivateKey_file(client.ctx, file, c.SSL_FILETYPE_PEM)).toBe(1);
    const bio = some(l.BIO_new_file(file, 'r'));
    const key = some(l.PEM_read_bio_PrivateKey(bio, null, null, encryptedKeyPassphrase));
    expect(l.EVP_PKEY_bits(key)).toBeGreaterThan(0);
    l.EVP_PKEY_free(key);
    l.BIO_free(bio);
    l.ERR_clear_error();
  });

  test('a BIO of one’s own carries a handshake, however the bytes go', () => {
    const queues: [Buffer[], Buffer[]] = [[], []];
    const method = some(l.BIO_meth_new(l.BIO_get_new_index() | c.BIO_TYPE_SOURCE_SINK, 'queues'));
    l.BIO_meth_set_create(method, (bio) => {
      l.BIO_set_init(bio, 1);
      return 1;
    });
    l.BIO_meth_set_write(method, (bio, data) => (l.BIO_get_data(bio) as [Buffer[], Buffer[]])[1].push(Buffer.from(data)) && data.length);
    l.BIO_meth_set_read(method, (bio, data, size) => {
      const [incoming] = l.BIO_get_data(bio) as [Buffer[], Buffer[]];
      const next = incoming.shift();
      l.BIO_clear_retry_flags(bio);
      if (next === undefined) {
        l.BIO_set_retry_read(bio);
        return -1;
      }
      if (next.length > size) incoming.unshift(next.subarray(size));
      return next.copy(data, 0, 0, size);
    });
    l.BIO_meth_set_ctrl(method, (_, command) => (command === c.BIO_CTRL_FLUSH ? 1 : 0));
    const pair = makePair(library);
    for (const [ssl, data] of [
      [pair.client.ssl, queues],
      [pair.server.ssl, [queues[1], queues[0]]],
    ] as const) {
      const bio = some(l.BIO_new(method));
      l.BIO_set_data(bio, data);
      l.SSL_set_bio(ssl, bio, bio);
    }
    l.BIO_meth_free(method);
    expect(shakeHands(pair)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(l.SSL_write(pair.client.ssl, 'through', 7)).toBe(7);
    const buffer = Buffer.alloc(16);
    expect(l.SSL_read(pair.server.ssl, buffer, 16)).toBe(7);
  });
});
