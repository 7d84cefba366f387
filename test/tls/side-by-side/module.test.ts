// The module itself: lists, constants, defaults that can be assigned, convertALPNProtocols.

import { constants, X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sideBySide, type Tls, thrown, trusting } from './support.ts';

/** The defaults are to be assigned, which the types do not say. */
type Defaults = { -readonly [Name in 'DEFAULT_CIPHERS' | 'DEFAULT_ECDH_CURVE' | 'DEFAULT_MIN_VERSION' | 'DEFAULT_MAX_VERSION']: Tls[Name] };

sideBySide('the module', (peers) => {
  const { tls } = peers;

  test('getCiphers has lower-case names, sorted, once each, of both kinds', () => {
    const ciphers = tls.getCiphers();
    expect(ciphers).toEqual(expect.arrayContaining(['tls_aes_256_gcm_sha384', 'ecdhe-rsa-aes128-gcm-sha256']));
    expect(ciphers).toEqual([...new Set(ciphers)].toSorted((left, right) => (left < right ? -1 : 1)));
    for (const name of ciphers) expect(name).toMatch(/^[a-z0-9_-]+$/);
  });

  test('getCiphers gives a list of one’s own', () => {
    tls.getCiphers().length = 0;
    expect(tls.getCiphers().length).toBeGreaterThan(5);
  });

  test('every one of getCiphers can be asked for', () => {
    for (const name of tls.getCiphers()) expect(thrown(() => tls.createSecureContext({ ciphers: name.toUpperCase() }))).toBeUndefined();
  });

  test('rootCertificates are certificates in PEM, frozen, the same at each look', () => {
    const roots = tls.rootCertificates;
    expect(roots.length).toBeGreaterThan(50);
    for (const pem of roots) expect(new X509Certificate(pem).ca).toBe(true);
    expect(new Set(roots).size).toBe(roots.length);
    expect([Object.isFrozen(roots), tls.rootCertificates === roots]).toEqual([true, true]);
    expect(thrown(() => Object.assign(tls, { rootCertificates: [] }))).toBeDefined();
  });

  test('rootCertificates can be trusted', async () => {
    const listener = await peers.listen();
    expect((await peers.refused(listener, { ca: [...tls.rootCertificates] })).code).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    const { client } = await peers.pair({}, { ca: [...tls.rootCertificates, String(trusting.ca)] });
    expect(client.authorized).toBe(true);
  });

  test('has the limits of renegotiation', () => {
    expect([tls.CLIENT_RENEG_LIMIT, tls.CLIENT_RENEG_WINDOW]).toEqual([3, 600]);
  });

  test('has defaults', () => {
    expect([tls.DEFAULT_MIN_VERSION, tls.DEFAULT_MAX_VERSION, tls.DEFAULT_ECDH_CURVE]).toEqual(['TLSv1.2', 'TLSv1.3', 'auto']);
    expect(tls.DEFAULT_CIPHERS.split(':')).toEqual(expect.arrayContaining(['TLS_AES_256_GCM_SHA384', 'ECDHE-RSA-AES128-GCM-SHA256']));
    expect(constants.defaultCoreCipherList.split(':')).toEqual(expect.arrayContaining(['TLS_AES_256_GCM_SHA384']));
  });

  describe('defaults that are assigned are those of what is made from then on', () => {
    const defaults = tls as Defaults;
    const { DEFAULT_CIPHERS, DEFAULT_ECDH_CURVE, DEFAULT_MIN_VERSION, DEFAULT_MAX_VERSION } = tls;
    afterEach(() => {
      Object.assign(defaults, { DEFAULT_CIPHERS, DEFAULT_ECDH_CURVE, DEFAULT_MIN_VERSION, DEFAULT_MAX_VERSION });
    });

    test('DEFAULT_MAX_VERSION', async () => {
      const listener = await peers.listen();
      defaults.DEFAULT_MAX_VERSION = 'TLSv1.2';
      expect((await peers.open(listener)).getProtocol()).toBe('TLSv1.2');
      defaults.DEFAULT_MAX_VERSION = DEFAULT_MAX_VERSION;
      expect((await peers.open(listener)).getProtocol()).toBe('TLSv1.3');
    });

    test('DEFAULT_MIN_VERSION', async () => {
      const listener = await peers.listen({ maxVersion: 'TLSv1.2' });
      defaults.DEFAULT_MIN_VERSION = 'TLSv1.3';
      expect((await peers.refused(listener)).code).toMatch(/^ERR_SSL_/);
    });

    test('DEFAULT_CIPHERS', async () => {
      const listener = await peers.listen();
      defaults.DEFAULT_CIPHERS = 'TLS_AES_128_GCM_SHA256';
      expect((await peers.open(listener)).getCipher().name).toBe('TLS_AES_128_GCM_SHA256');
    });

    test('DEFAULT_ECDH_CURVE', async () => {
      const listener = await peers.listen();
      defaults.DEFAULT_ECDH_CURVE = 'P-384';
      expect((await peers.open(listener)).getEphemeralKeyInfo()).toMatchObject({ name: 'secp384r1' });
    });

    test('a version that is none is refused with ERR_TLS_INVALID_PROTOCOL_VERSION where it is used', () => {
      Object.assign(defaults, { DEFAULT_MIN_VERSION: 'TLSv9' });
      expect(thrown(() => tls.createSecureContext())?.code).toBe('ERR_TLS_INVALID_PROTOCOL_VERSION');
    });
  });

  describe('convertALPNProtocols', () => {
    const convertALPNProtocols = (tls as unknown as { convertALPNProtocols: (protocols: unknown, out: { ALPNProtocols?: Buffer }) => void })
      .convertALPNProtocols;
    const converted = (protocols: unknown): Buffer | undefined => {
      const out: { ALPNProtocols?: Buffer } = {};
      convertALPNProtocols(protocols, out);
      return out.ALPNProtocols;
    };
    const wire = Buffer.from('\x02h2\x08http/1.1', 'latin1');

    test.each([
      ['an array', ['h2', 'http/1.1']],
      ['a Buffer', wire],
      ['a Uint8Array', new Uint8Array(wire)],
      ['a DataView', new DataView(new Uint8Array(wire).buffer)],
      ['a part of a buffer', new DataView(new Uint8Array([9, ...wire, 9]).buffer, 1, wire.length)],
    ])('makes of %s what is sent', (_, protocols) => {
      expect(converted(protocols)?.toString('hex')).toBe(wire.toString('hex'));
    });

    test('makes nothing of anything else, and an empty list of an empty one', () => {
      expect([converted('h2'), converted(undefined), converted([])?.length]).toEqual([undefined, undefined, 0]);
    });

    test('copies', () => {
      const mine = Buffer.from(wire);
      const out = converted(mine);
      mine.fill(0);
      expect(out?.toString('hex')).toBe(wire.toString('hex'));
    });

    test('counts bytes, not characters', () => {
      expect(converted(['ä'])?.toString('hex')).toBe('02c3a4');
    });

    test.each([[256], [1000]])('refuses a name of %i bytes with ERR_OUT_OF_RANGE', (length) => {
      expect(thrown(() => converted(['a', 'x'.repeat(length)]))?.code).toBe('ERR_OUT_OF_RANGE');
    });
  });
});
