// Encrypted Client Hello as a C program has it: OSSL_ECHSTORE_new(3), SSL_ech_get1_status(3), SSL_CTX_ech_set_callback(3).

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { NotSupportedError } from '../../lib/index.ts';
import { describeEachWithEch, describeEachWithoutEch } from '../support/ech.ts';
import { certificateFile } from '../support/pki.ts';
import { freePair, makePair, type Pair, shakeHands, some, thrown } from './pair.ts';

const suite = { kem_id: c.OSSL_HPKE_KEM_ID_X25519, kdf_id: c.OSSL_HPKE_KDF_ID_HKDF_SHA256, aead_id: c.OSSL_HPKE_AEAD_ID_AES_GCM_128 };
const publicName = 'public.test';

describeEachWithEch('ECH of libssl/c', (library) => {
  const l = c.with(library);

  const newStore = (): c.OSSL_ECHSTORE => {
    const store = some(l.OSSL_ECHSTORE_new(null, null));
    expect(l.OSSL_ECHSTORE_new_config(store, c.OSSL_ECH_CURRENT_VERSION, 0, publicName, suite)).toBe(1);
    return store;
  };
  const written = (store: c.OSSL_ECHSTORE, index: number): c.BIO => {
    const bio = some(l.BIO_new(some(l.BIO_s_mem())));
    expect(l.OSSL_ECHSTORE_write_pem(store, index, bio)).toBe(1);
    return bio;
  };
  const statusOf = (ssl: c.SSL): readonly [number, string | null, string | null] => {
    const [inner, outer] = [c.out<string | null>(), c.out<string | null>()];
    return [l.SSL_ech_get1_status(ssl, inner, outer), inner.value ?? null, outer.value ?? null];
  };
  const connected = (
    server: c.OSSL_ECHSTORE,
    client: c.OSSL_ECHSTORE,
    configure: Parameters<typeof makePair>[1] = () => undefined,
  ): Pair => {
    const pair = makePair(library, (clientCtx, serverCtx) => {
      expect(l.SSL_CTX_set1_echstore(serverCtx, server)).toBe(1);
      configure(clientCtx, serverCtx);
    });
    expect(l.SSL_set1_echstore(pair.client.ssl, client)).toBe(1);
    expect(l.SSL_set_tlsext_host_name(pair.client.ssl, 'inner.test')).toBe(1);
    return pair;
  };

  test('a store: what is in it, counted, chosen, flushed', () => {
    const store = newStore();
    expect(l.OSSL_ECHSTORE_new_config(store, c.OSSL_ECH_CURRENT_VERSION, 32, 'second.test', suite)).toBe(1);
    const [entries, keys] = [c.out<number>(), c.out<number>()];
    expect([l.OSSL_ECHSTORE_num_entries(store, entries), l.OSSL_ECHSTORE_num_keys(store, keys)]).toEqual([1, 1]);
    expect([entries.value, keys.value]).toEqual([2, 2]);
    const [age, name, text] = [c.out<number>(), c.out<string | null>(), c.out<string | null>()];
    const [hasPrivate, forRetry] = [c.out<number>(), c.out<number>()];
    expect(l.OSSL_ECHSTORE_get1_info(store, 1, age, name, text, hasPrivate, forRetry)).toBe(1);
    expect([name.value, hasPrivate.value, forRetry.value]).toEqual(['second.test', 1, 0]);
    expect(text.value).toMatch(/^\[fe0d,.*second\.test/);
    expect(l.OSSL_ECHSTORE_get1_info(store, 7, age, name, text, hasPrivate, forRetry)).toBe(0);
    expect([name.value, text.value]).toEqual([null, null]);
    expect(l.OSSL_ECHSTORE_downselect(store, c.OSSL_ECHSTORE_LAST)).toBe(1);
    expect(l.OSSL_ECHSTORE_flush_keys(store, 0)).toBe(1);
    l.OSSL_ECHSTORE_num_entries(store, entries);
    expect(entries.value).toBe(0);
    l.OSSL_ECHSTORE_free(store);
    expect(thrown(() => l.OSSL_ECHSTORE_num_entries(store, entries))).toMatchObject({ code: 'ERR_SSL_FREED' });
  });

  test('a handshake: both sides’ status, callbacks, and the stores of both', () => {
    const store = newStore();
    const heard: string[] = [];
    const pair = connected(store, store, (client, server) => {
      expect(l.SSL_CTX_load_verify_locations(client, certificateFile('root'), null)).toBe(1);
      l.SSL_CTX_ech_set_callback(client, (ssl, text) => {
        heard.push(`client ${statusOf(ssl)[0]} ${text.includes('ech_success=1')}`);
        return 1;
      });
      l.SSL_CTX_ech_set_callback(server, () => heard.push('the context’s, which the connection’s replaces'));
    });
    l.SSL_ech_set_callback(pair.server.ssl, (ssl) => heard.push(`server ${statusOf(ssl)[0]}`));
    expect(statusOf(pair.client.ssl)[0]).toBe(c.SSL_ECH_STATUS_NOT_TRIED);
    expect(shakeHands(pair)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    for (const { ssl } of [pair.client, pair.server]) {
      expect(statusOf(ssl)).toEqual([c.SSL_ECH_STATUS_SUCCESS, 'inner.test', publicName]);
    }
    expect(heard).toEqual(['server 1', 'client 1 true']);
    const copies = [some(l.SSL_get1_echstore(pair.client.ssl)), some(l.SSL_CTX_get1_echstore(pair.server.ctx))];
    for (const copy of copies) {
      const entries = c.out<number>();
      l.OSSL_ECHSTORE_num_entries(copy, entries);
      expect(entries.value).toBe(1);
      l.OSSL_ECHSTORE_free(copy);
    }
    expect(l.SSL_CTX_get1_echstore(pair.client.ctx)).toBeNull();
    freePair(pair);
    l.OSSL_ECHSTORE_free(store);
  });

  test('a stale list: the server’s own comes back, and is read', () => {
    const [stale, current] = [newStore(), some(l.OSSL_ECHSTORE_new(null, null))];
    const source = newStore();
    expect(l.OSSL_ECHSTORE_read_pem(current, written(source, c.OSSL_ECHSTORE_LAST), c.OSSL_ECH_FOR_RETRY)).toBe(1);
    const pair = connected(current, stale);
    const [client] = shakeHands(pair);
    expect(client).toEqual([-1, c.SSL_ERROR_SSL]);
    // The client trusts nobody, so the server has not proved to be the public name.
    expect(statusOf(pair.client.ssl)).toEqual([c.SSL_ECH_STATUS_FAILED_ECH_BAD_NAME, 'inner.test', publicName]);
    const [list, size] = [c.out<Uint8Array | null>(), c.out<number>()];
    expect(l.SSL_ech_get1_retry_config(pair.client.ssl, list, size)).toBe(1);
    expect(list.value).toHaveLength(size.value ?? 0);
    const read = some(l.OSSL_ECHSTORE_new(null, null));
    const bytes = some(list.value);
    expect(l.OSSL_ECHSTORE_read_echconfiglist(read, some(l.BIO_new_mem_buf(bytes, bytes.length)))).toBe(1);
    freePair(pair);
    for (const store of [stale, current, source, read]) l.OSSL_ECHSTORE_free(store);
  });

  test('without anything to give, retry configurations and status are empty', () => {
    const pair = makePair(library);
    const [list, size] = [c.out<Uint8Array | null>(), c.out<number>()];
    expect(l.SSL_ech_get1_retry_config(pair.client.ssl, list, size)).toBe(1);
    expect([list.value, size.value]).toEqual([null, 0]);
    expect(statusOf(pair.client.ssl)).toEqual([c.SSL_ECH_STATUS_NOT_CONFIGURED, null, null]);
    expect(l.SSL_ech_set_grease_type(pair.client.ssl, 0x1234)).toBe(1);
    freePair(pair);
  });

  test('a suite that is none, and numbers of too many bits, are refused before C sees them', () => {
    const store = newStore();
    const config = (version: number, length: number, given: unknown): unknown =>
      thrown(() => l.OSSL_ECHSTORE_new_config(store, version, length, publicName, given as typeof suite));
    for (const given of [null, 5, {}, { ...suite, kem_id: 65_536 }, { ...suite, aead_id: 0.5 }, { ...suite, kdf_id: -1 }]) {
      expect(config(0xfe0d, 0, given)).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'suite' });
    }
    expect(config(65_536, 0, suite)).toMatchObject({ argument: 'echversion' });
    expect(config(0xfe0d, 256, suite)).toMatchObject({ argument: 'max_name_length' });
    l.OSSL_ECHSTORE_free(store);
  });
});

describeEachWithoutEch('ECH of libssl/c where there is none', (library) => {
  test('each function says that it is missing', () => {
    const l = c.with(library);
    expect(thrown(() => l.OSSL_ECHSTORE_new(null, null))).toBeInstanceOf(NotSupportedError);
    const ssl = some(l.SSL_new(some(l.SSL_CTX_new(some(l.TLS_method())))));
    expect(thrown(() => l.SSL_ech_get1_retry_config(ssl, c.out(), c.out()))).toMatchObject({ function: 'SSL_ech_get1_retry_config' });
    expect(thrown(() => l.SSL_ech_set_callback(ssl, () => 1))).toMatchObject({ function: 'SSL_ech_set_callback' });
  });
});
