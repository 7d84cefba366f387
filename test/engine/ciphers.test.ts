// The ciphers of a context: SSL_CTX_get_ciphers(3).

import { expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';

describeEachLibrary('ciphers of a context', (library) => {
  const cipherSuites = 'TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256';
  const cipherList = 'ECDHE-RSA-AES256-GCM-SHA384:AES128-SHA';

  test('those of TLS 1.3 come first, each in the order that was given', () => {
    const { ciphers } = new SslContext({ role: 'client', library, cipherSuites, cipherList });
    expect(ciphers).toEqual([
      {
        name: 'TLS_CHACHA20_POLY1305_SHA256',
        standardName: 'TLS_CHACHA20_POLY1305_SHA256',
        bits: 256,
        id: 0x1303,
        protocol: 'TLSv1.3',
      },
      { name: 'TLS_AES_128_GCM_SHA256', standardName: 'TLS_AES_128_GCM_SHA256', bits: 128, id: 0x1301, protocol: 'TLSv1.3' },
      {
        name: 'ECDHE-RSA-AES256-GCM-SHA384',
        standardName: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        bits: 256,
        id: 0xc030,
        protocol: 'TLSv1.2',
      },
      { name: 'AES128-SHA', standardName: 'TLS_RSA_WITH_AES_128_CBC_SHA', bits: 128, id: 0x2f, protocol: 'SSLv3' },
    ]);
  });

  test('without settings they are OpenSSL’s own, and what a client then offers', () => {
    const clientContext = new SslContext({ role: 'client', library, ...trustingClient() });
    const names = clientContext.ciphers.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    withPair({ library, clientContext }, (pair) => {
      expect(pair.handshake().server.status).toBe('done');
      const offered = pair.server.clientCiphers.filter((name) => !name.endsWith('_SCSV'));
      expect(names).toEqual(expect.arrayContaining([...offered]));
    });
  });

  test('what a protocol or the security level leaves out of a handshake is still in the list', () => {
    const names = (options: object) => new SslContext({ role: 'server', library, cipherSuites, cipherList, ...options }).ciphers.length;
    expect(names({ maxProtocol: 'TLSv1.2' })).toBe(4);
    expect(names({ securityLevel: 5 })).toBe(4);
    expect(names({ conf: { Ciphersuites: '' } })).toBe(2);
  });

  test('a foreign receiver is a misuse', () => {
    expect(() => Reflect.get(SslContext.prototype, 'ciphers', {}) as unknown).toThrow(
      expect.objectContaining({ name: 'MisuseError', argument: 'ciphers' }),
    );
  });
});
