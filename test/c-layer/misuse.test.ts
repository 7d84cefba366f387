// What a C program would crash by is refused before it reaches OpenSSL, with an error that says what was wrong.

import { describe, expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { MisuseError } from '../../lib/index.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { makePair, shakeHands, some, thrown } from './pair.ts';

const refused = (run: () => unknown): string => {
  const error = thrown(run);
  expect(error).toBeInstanceOf(MisuseError);
  return (error as MisuseError).code;
};
/** What only a program without types would give. */
const wrong = (value: unknown): never => value as never;

describeEachLibrary('misuse of libssl/c', (library) => {
  test('handles of another kind, and what is none', () => {
    const { l, client } = makePair(library);
    for (const value of [client.ctx, {}, null, undefined, 1, 'ssl', [], Object.create(client.ssl)]) {
      expect(refused(() => l.SSL_connect(wrong(value)))).toBe('ERR_SSL_ARGUMENT');
    }
    expect(String(thrown(() => l.SSL_connect(wrong(client.ctx))))).toContain('SSL_connect: ssl must be of the type SSL, not SSL_CTX');
    expect(refused(() => (l.SSL_connect as (...given: unknown[]) => number)(client.ssl, 1))).toBe('ERR_SSL_ARGUMENT');
  });

  test('freed handles, and what goes with them', () => {
    const { l, client } = makePair(library);
    const param = some(l.SSL_get0_param(client.ssl));
    l.SSL_free(client.ssl);
    for (const run of [
      () => l.SSL_free(client.ssl),
      () => l.SSL_connect(client.ssl),
      () => l.BIO_pending(client.bio),
      () => l.X509_VERIFY_PARAM_get_flags(param),
    ]) {
      expect(refused(run)).toBe('ERR_SSL_FREED');
    }
    l.SSL_free(null);
  });

  test('references that are not the program’s', () => {
    const { l, client } = makePair(library);
    expect(refused(() => l.BIO_free(client.bio))).toBe('ERR_SSL_NOT_OWNED');
    const store = some(l.SSL_CTX_get_cert_store(client.ctx));
    expect(refused(() => l.X509_STORE_free(store))).toBe('ERR_SSL_NOT_OWNED');
    expect(l.X509_STORE_up_ref(store)).toBe(1);
    l.X509_STORE_free(store);
    const again = some(l.SSL_CTX_get_cert_store(client.ctx));
    expect(again).toBe(store);
    expect(refused(() => l.X509_STORE_free(again))).toBe('ERR_SSL_NOT_OWNED');
  });

  test('numbers, texts and buffers that do not fit', () => {
    const { l, client } = makePair(library);
    const buffer = new Uint8Array(4);
    for (const value of [1.5, Number.NaN, Infinity, 2 ** 31, -(2 ** 31) - 1, '1', null, 2n ** 40n]) {
      expect(refused(() => l.SSL_read(client.ssl, buffer, wrong(value)))).toBe('ERR_SSL_ARGUMENT');
    }
    expect(refused(() => l.SSL_read(client.ssl, buffer, 5))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_read(client.ssl, wrong('text'), 4))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_write(client.ssl, 'four', 5))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_CTX_set_cipher_list(client.ctx, 'A\0B'))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_CTX_set_options(client.ctx, -1))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_read_ex(client.ssl, buffer, 4, wrong(7)))).toBe('ERR_SSL_ARGUMENT');
    expect(refused(() => l.SSL_CTX_set_verify(client.ctx, 1, wrong('callback')))).toBe('ERR_SSL_ARGUMENT');
  });

  test('a negative length is OpenSSL’s to refuse, as in C', () => {
    const pair = makePair(library);
    shakeHands(pair);
    const { l, client } = pair;
    l.ERR_clear_error();
    expect(l.SSL_read(client.ssl, new Uint8Array(4), -1)).toBe(-1);
    expect(l.ERR_GET_REASON(l.ERR_get_error())).toBe(c.SSL_R_BAD_LENGTH);
  });

  test('a name that replaces another one leaves no handle of the old', () => {
    const l = c.with(library);
    const certificate = some(l.X509_new());
    const old = some(l.X509_get_subject_name(certificate));
    const name = some(l.X509_NAME_new());
    expect(l.X509_NAME_add_entry_by_txt(name, 'CN', c.MBSTRING_ASC, 'new', -1, -1, 0)).toBe(1);
    expect(l.X509_set_subject_name(certificate, name)).toBe(1);
    expect(refused(() => l.X509_NAME_entry_count(old))).toBe('ERR_SSL_FREED');
    expect(l.X509_NAME_oneline(some(l.X509_get_subject_name(certificate)), null, 0)).toBe('/CN=new');
    l.X509_free(certificate);
    l.X509_NAME_free(name);
  });
});

describe('two libraries', () => {
  const [one, other] = libraries;
  if (one === undefined || other === undefined) {
    test.skip('only one is at hand', () => undefined);
    return;
  }
  test('a handle of one is refused by the other', () => {
    const { client } = makePair(one.library);
    const error = thrown(() => c.with(other.library).SSL_connect(client.ssl));
    expect(error).toMatchObject({ code: 'ERR_SSL_OTHER_LIBRARY', message: expect.stringContaining(other.library.version.text) });
  });
});
