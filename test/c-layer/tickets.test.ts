// Callbacks of the C layer about what a connection is resumed from: ticket keys, ticket data, pre-shared keys of TLS 1.3, session IDs.

import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { NotSupportedError } from '../../lib/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, keyFile } from '../support/pki.ts';
import { makePair, type Pair, shakeHands, some, thrown } from './pair.ts';

/** Both have finished, and the client has read what tickets there are. */
function finished(pair: Pair): void {
  expect(shakeHands(pair)).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(pair.l.SSL_read(pair.client.ssl, new Uint8Array(1), 1)).toBe(-1);
}

describeEachLibrary('tickets and sessions of libssl/c', (library) => {
  const l = c.with(library);
  const old = library.version.short.startsWith('1.1.1');
  const name = randomBytes(16);
  const keys = { aes: randomBytes(32), hmac: randomBytes(32) };

  /** What the man page's example does, with whichever MAC this release has. */
  const cipherOf = (ctx: c.EVP_CIPHER_CTX, iv: Uint8Array, enc: number): number =>
    enc === 1
      ? l.EVP_EncryptInit_ex(ctx, l.EVP_aes_256_cbc(), null, keys.aes, iv)
      : l.EVP_DecryptInit_ex(ctx, l.EVP_aes_256_cbc(), null, keys.aes, iv);
  const useTicketKeys = (ctx: c.SSL_CTX, seen: number[]): number => {
    const prepare = (keyName: Uint8Array, iv: Uint8Array, enc: number): number => {
      seen.push(enc);
      if (enc === 0) return Buffer.from(keyName).equals(name) ? 1 : 0;
      keyName.set(name);
      iv.set(randomBytes(16));
      return 1;
    };
    if (old) {
      return l.SSL_CTX_set_tlsext_ticket_key_cb(ctx, (_, keyName, iv, cipher, mac, enc) => {
        const known = prepare(keyName, iv, enc);
        if (known === 1) expect([l.HMAC_Init_ex(mac, keys.hmac, 32, l.EVP_sha256(), null), cipherOf(cipher, iv, enc)]).toEqual([1, 1]);
        return known;
      });
    }
    return l.SSL_CTX_set_tlsext_ticket_key_evp_cb(ctx, (_, keyName, iv, cipher, mac, enc) => {
      const known = prepare(keyName, iv, enc);
      if (known !== 1) return known;
      const parameters = [
        l.OSSL_PARAM_construct_octet_string('key', keys.hmac, 32),
        l.OSSL_PARAM_construct_utf8_string('digest', 'sha256', 0),
        l.OSSL_PARAM_construct_end(),
      ];
      expect([l.EVP_MAC_CTX_set_params(mac, parameters), cipherOf(cipher, iv, enc)]).toEqual([1, 1]);
      return 1;
    });
  };

  test('ticket keys of the program’s own: another server with the same keys resumes, one that answers 0 does not', () => {
    const seen: number[] = [];
    const first = makePair(library, (_, server) => {
      l.SSL_CTX_set_session_id_context(server, 'tickets', 7);
      expect(useTicketKeys(server, seen)).toBe(1);
    });
    finished(first);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([1]));
    const session = some(l.SSL_get1_session(first.client.ssl));
    const again = (configure: (server: c.SSL_CTX) => void): Pair => {
      const pair = makePair(library, (_, server) => {
        l.SSL_CTX_set_session_id_context(server, 'tickets', 7);
        configure(server);
      });
      l.SSL_set_session(pair.client.ssl, session);
      finished(pair);
      return pair;
    };
    expect(l.SSL_session_reused(again((server) => useTicketKeys(server, seen)).server.ssl)).toBe(1);
    expect(seen).toContain(0);
    expect(l.SSL_session_reused(again(() => undefined).server.ssl)).toBe(0);
  });

  test('the ticket is what the keys make of it', () => {
    const pair = makePair(library, (_, server) => useTicketKeys(server, []));
    finished(pair);
    const ticket = c.out<Uint8Array | null>();
    l.SSL_SESSION_get0_ticket(some(l.SSL_get_session(pair.client.ssl)), ticket, c.out<number>());
    const bytes = Buffer.from(some(ticket.value));
    expect(bytes.subarray(0, 16)).toEqual(name);
    const signed = bytes.subarray(0, bytes.length - 32);
    expect(createHmac('sha256', keys.hmac).update(signed).digest()).toEqual(bytes.subarray(bytes.length - 32));
  });

  test('a key or an IV that is too short for the cipher never reaches OpenSSL', () => {
    const ctx = some(l.EVP_CIPHER_CTX_new());
    const cipher = l.EVP_aes_256_cbc();
    for (const [key, iv] of [
      [new Uint8Array(31), null],
      [null, new Uint8Array(15)],
      ['short', new Uint8Array(16)],
    ] as const) {
      expect(thrown(() => l.EVP_EncryptInit_ex(ctx, cipher, null, key, iv))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
    }
    expect(l.EVP_EncryptInit_ex(ctx, cipher, null, keys.aes, new Uint8Array(16))).toBe(1);
    expect(thrown(() => l.EVP_EncryptInit_ex(some(l.EVP_CIPHER_CTX_new()), null, null, keys.aes, null))).toMatchObject({
      code: 'ERR_SSL_ARGUMENT',
    });
  });

  test('a name of 3.0 on 1.1.1 says that it is not there', () => {
    const ctx = some(l.SSL_CTX_new(some(l.TLS_server_method())));
    if (old) expect(thrown(() => l.SSL_CTX_set_tlsext_ticket_key_evp_cb(ctx, () => 0))).toBeInstanceOf(NotSupportedError);
    else expect(l.SSL_CTX_set_tlsext_ticket_key_evp_cb(ctx, null)).toBe(1);
  });

  test('data of the program’s own in a ticket', () => {
    const read: unknown[] = [];
    const configure = (_: c.SSL_CTX, server: c.SSL_CTX): void => {
      l.SSL_CTX_set_session_id_context(server, 'tickets', 7);
      useTicketKeys(server, []);
      const set = l.SSL_CTX_set_session_ticket_cb(
        server,
        (ssl, arg) => l.SSL_SESSION_set1_ticket_appdata(some(l.SSL_get_session(ssl)), `of ${String(arg)}`, 6),
        (_ssl, session, keyName, length, status, arg) => {
          const data = c.out<Uint8Array | null>();
          const size = c.out<number>();
          if (session !== null) l.SSL_SESSION_get0_ticket_appdata(session, data, size);
          read.push([Buffer.from(data.value ?? []).toString(), size.value, keyName?.length === length, status, arg]);
          return c.SSL_TICKET_RETURN_USE;
        },
        'me!',
      );
      expect(set).toBe(1);
    };
    const first = makePair(library, configure);
    finished(first);
    const second = makePair(library, configure);
    l.SSL_set_session(second.client.ssl, some(l.SSL_get1_session(first.client.ssl)));
    finished(second);
    expect(l.SSL_session_reused(second.server.ssl)).toBe(1);
    expect(read).toContainEqual(['of me!', 6, true, c.SSL_TICKET_SUCCESS, 'me!']);
  });

  /** A session that holds a key, as SSL_CTX_set_psk_use_session_callback(3) has it. */
  const keySession = (ssl: c.SSL): c.SSL_SESSION => {
    const session = some(l.SSL_SESSION_new());
    l.SSL_SESSION_set1_master_key(session, keys.hmac, 32);
    l.SSL_SESSION_set_cipher(session, some(l.SSL_CIPHER_find(ssl, Uint8Array.of(0x13, 0x01))));
    l.SSL_SESSION_set_protocol_version(session, c.TLS1_3_VERSION);
    return session;
  };

  test('a pre-shared key of TLS 1.3', () => {
    const identities: string[] = [];
    const pair = makePair(library, (client, server) => {
      l.SSL_CTX_set_ciphersuites(client, 'TLS_AES_128_GCM_SHA256');
      l.SSL_CTX_set_psk_use_session_callback(client, (ssl, _md, id, sess) => {
        id.value = Buffer.from('me');
        sess.value = keySession(ssl);
        return 1;
      });
      l.SSL_CTX_set_psk_find_session_callback(server, (ssl, identity, length, sess) => {
        identities.push(Buffer.from(identity.subarray(0, length)).toString());
        sess.value = keySession(ssl);
        return 1;
      });
    });
    finished(pair);
    expect(identities).toEqual(['me']);
    expect(l.SSL_session_reused(pair.client.ssl)).toBe(1);
  });

  test('what is handed over must be the program’s own', () => {
    const pair = makePair(library, (client) => {
      l.SSL_CTX_set_psk_use_session_callback(client, (ssl, _md, id, sess) => {
        id.value = Buffer.from('me');
        const session = keySession(ssl);
        l.SSL_SESSION_free(session);
        sess.value = session;
        return 1;
      });
    });
    expect(thrown(() => l.SSL_do_handshake(pair.client.ssl))).toMatchObject({ code: 'ERR_SSL_FREED' });
  });

  test('session IDs of the program’s own', () => {
    const pair = makePair(library, (client, server) => {
      l.SSL_CTX_set_max_proto_version(client, c.TLS1_2_VERSION);
      l.SSL_CTX_set_options(server, c.SSL_OP_NO_TICKET);
      const made = l.SSL_CTX_set_generate_session_id(server, (_, id, length) => {
        expect(id).toHaveLength(some(length.value));
        id.fill(7);
        return 1;
      });
      expect(made).toBe(1);
    });
    finished(pair);
    const id = l.SSL_SESSION_get_id(some(l.SSL_get_session(pair.client.ssl)), c.out<number>());
    expect(Buffer.from(some(id))).toEqual(Buffer.alloc(32, 7));
  });

  test('a client’s certificate when a server asks for one', () => {
    const configure = (answer: number) => (client: c.SSL_CTX, server: c.SSL_CTX) => {
      l.SSL_CTX_load_verify_locations(server, certificateFile('root'), null);
      l.SSL_CTX_set_verify(server, c.SSL_VERIFY_PEER, () => 1);
      const bio = (file: string): c.BIO => some(l.BIO_new_file(file, 'r'));
      const shown = (_: c.SSL, x509: c.Out<c.X509 | null>, pkey: c.Out<c.EVP_PKEY | null>): number => {
        if (answer !== 1) return answer;
        x509.value = some(l.PEM_read_bio_X509(bio(certificateFile('client')), null, null, null));
        pkey.value = some(l.PEM_read_bio_PrivateKey(bio(keyFile('client')), null, null, null));
        return 1;
      };
      l.SSL_CTX_set_client_cert_cb(client, shown);
      expect(l.SSL_CTX_get_client_cert_cb(client)).toBe(shown);
    };
    const pair = makePair(library, configure(1));
    finished(pair);
    const peer = some(l.SSL_get_peer_certificate(pair.server.ssl));
    expect(l.X509_NAME_oneline(some(l.X509_get_subject_name(peer)), null, 0)).toContain('client');
    const without = makePair(library, configure(0));
    finished(without);
    expect(l.SSL_get_peer_certificate(without.server.ssl)).toBeNull();
    const waiting = makePair(library, configure(-1));
    expect(shakeHands(waiting)[0]).toEqual([-1, c.SSL_ERROR_WANT_X509_LOOKUP]);
  });
});
