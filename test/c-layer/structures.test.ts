// Functions whose C structures have no handle: they are plain objects and arrays here.

import { expect, test } from '@jest/globals';
import * as c from '../../lib/c/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, keyPem } from '../support/pki.ts';
import { some, thrown } from './pair.ts';

describeEachLibrary('structures of libssl/c', (library) => {
  const l = c.with(library);
  const certificate = (): c.X509 => some(l.PEM_read_bio_X509(some(l.BIO_new_file(certificateFile('serverEc'), 'r')), null, null, null));

  test('ASN1_TIME_to_tm fills an object in as struct tm', () => {
    const time = some(l.ASN1_TIME_set(null, 86_400 * 365 + 3661));
    const tm: c.Tm = {};
    expect(l.ASN1_TIME_to_tm(time, tm)).toBe(1);
    expect(tm).toEqual({ tm_sec: 1, tm_min: 1, tm_hour: 1, tm_mday: 1, tm_mon: 0, tm_year: 71, tm_wday: 5, tm_yday: 0, tm_isdst: 0 });
    expect(l.ASN1_TIME_to_tm(time, null)).toBe(1);
    expect(thrown(() => l.ASN1_TIME_to_tm(time, 5 as never))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test('a public key’s algorithm, its parameter and its bytes', () => {
    const object = c.out<c.ASN1_OBJECT | null>();
    const bytes = c.out<Uint8Array | null>();
    const length = c.out<number>();
    const algorithm = c.out<c.X509_ALGOR | null>();
    const x509 = certificate();
    expect(l.X509_PUBKEY_get0_param(object, bytes, length, algorithm, some(l.X509_get_X509_PUBKEY(x509)))).toBe(1);
    expect([l.OBJ_obj2nid(some(object.value)), bytes.value?.[0], bytes.value?.length]).toEqual([
      c.NID_X9_62_id_ecPublicKey,
      4,
      length.value,
    ]);
    const type = c.out<number>();
    const curve = c.out<c.ASN1_OBJECT | null>();
    l.X509_ALGOR_get0(object, type, curve, some(algorithm.value));
    expect([type.value, l.OBJ_obj2nid(some(curve.value))]).toEqual([6, c.NID_X9_62_prime256v1]);
    l.X509_ALGOR_get0(null, null, null, some(algorithm.value));
    l.X509_free(x509);
    expect(thrown(() => l.OBJ_obj2nid(some(curve.value)))).toMatchObject({ code: 'ERR_SSL_FREED' });
  });

  test('an extension made with a context, and one of a value', () => {
    const issuer = certificate();
    const x509 = some(l.X509_new());
    const ctx = some(l.X509V3_CTX_new());
    expect(l.X509V3_EXT_conf_nid(null, ctx, c.NID_authority_key_identifier, 'keyid:always')).toBeNull(); // no issuer yet
    l.ERR_clear_error();
    l.X509V3_set_ctx(ctx, issuer, x509, null, null, 0);
    const extension = some(l.X509V3_EXT_conf_nid(null, ctx, c.NID_authority_key_identifier, 'keyid:always,issuer:always'));
    expect(l.X509_add_ext(x509, extension, -1)).toBe(1);
    const names = some(l.X509_get_ext_d2i(issuer, c.NID_subject_alt_name, null, null)) as c.GENERAL_NAME[];
    expect(l.X509_add1_ext_i2d(x509, c.NID_subject_alt_name, names, 0, 0)).toBe(1);
    const copied = some(l.X509_get_ext_d2i(x509, c.NID_subject_alt_name, null, null)) as c.GENERAL_NAME[];
    expect(copied).toHaveLength(names.length);
    expect(copied.every((name, index) => l.GENERAL_NAME_cmp(name, some(names[index])) === 0)).toBe(true);
    expect(thrown(() => l.X509_add1_ext_i2d(x509, c.NID_subject_alt_name, [x509], 0, 0))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
    expect(thrown(() => l.X509_add1_ext_i2d(x509, c.NID_basic_constraints, names, 0, 0))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test('lists of texts: e-mail addresses and OCSP responders', () => {
    const x509 = some(l.X509_new());
    expect(l.X509_get1_ocsp(x509)).toBeNull();
    const add = (nid: number, value: string): void => {
      expect(l.X509_add_ext(x509, some(l.X509V3_EXT_conf_nid(null, null, nid, value)), -1)).toBe(1);
    };
    add(c.NID_subject_alt_name, 'email:one@name.test,DNS:name.test,email:two@name.test');
    add(c.NID_info_access, 'OCSP;URI:http://ocsp.name.test/');
    expect(l.X509_get1_email(x509)).toEqual(['one@name.test', 'two@name.test']);
    const responders = l.X509_get1_ocsp(x509);
    expect(responders).toEqual(['http://ocsp.name.test/']);
    l.X509_email_free(responders);
  });

  test('PEM_read_bio gives any block', () => {
    const bio = some(l.BIO_new_mem_buf(`-----BEGIN ANYTHING-----\nA: header\n\nAQID\n-----END ANYTHING-----\n${keyPem('serverEc')}`, -1));
    const cells = [c.out<string | null>(), c.out<string | null>(), c.out<Uint8Array | null>(), c.out<number>()] as const;
    expect(l.PEM_read_bio(bio, ...cells)).toBe(1);
    expect([cells[0].value, cells[1].value, [...some(cells[2].value)], cells[3].value]).toEqual(['ANYTHING', 'A: header\n', [1, 2, 3], 3]);
    expect(l.PEM_read_bio(bio, ...cells)).toBe(1);
    expect(cells[0].value).toBe('PRIVATE KEY');
    expect(l.PEM_read_bio(bio, ...cells)).toBe(0);
    l.ERR_clear_error();
  });

  test('SSL_CONF_cmd_argv takes options from the front of a vector', () => {
    const ctx = some(l.SSL_CTX_new(some(l.TLS_method())));
    const conf = some(l.SSL_CONF_CTX_new());
    l.SSL_CONF_CTX_set_flags(conf, c.SSL_CONF_FLAG_CMDLINE | c.SSL_CONF_FLAG_CLIENT);
    l.SSL_CONF_CTX_set_ssl_ctx(conf, ctx);
    const count = c.out<number>();
    const rest: c.Out<readonly string[]> = { value: ['-min_protocol', 'TLSv1.2', '-connect', 'name.test'] };
    expect([l.SSL_CONF_cmd_argv(conf, count, rest), count.value, rest.value]).toEqual([2, 2, ['-connect', 'name.test']]);
    expect([l.SSL_CONF_cmd_argv(conf, count, rest), rest.value]).toEqual([0, ['-connect', 'name.test']]);
    expect(l.SSL_CTX_get_min_proto_version(ctx)).toBe(c.TLS1_2_VERSION);
    expect(thrown(() => l.SSL_CONF_cmd_argv(conf, null, { value: [1 as never] }))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test('OSSL_PARAM: what does not fit is refused', () => {
    if (library.version.short.startsWith('1.1.1')) return;
    expect(l.OSSL_PARAM_construct_utf8_string('digest', 'sha256', 3).data).toBe('sha');
    expect(thrown(() => l.OSSL_PARAM_construct_utf8_string('digest', 'sha256', 7))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
    expect(thrown(() => l.OSSL_PARAM_construct_octet_string('key', Uint8Array.of(1), 2))).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
    expect(l.OSSL_PARAM_construct_int('size', -5)).toMatchObject({ key: 'size', data: -5 });
  });
});
