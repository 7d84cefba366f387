// ECH for show: RFC 9849, 6.2. It hides nothing, and whoever watches cannot tell.

import { expect, test } from '@jest/globals';
import type { EchOptions } from '../../lib/index.ts';
import { describeEachWithEch, type EchScene, echPair, names, newStore } from '../support/ech.ts';
import { withConnectedPair, withPair } from '../support/engine-pair.ts';

describeEachWithEch('ECH as GREASE', (library) => {
  const greasing = (ech: EchOptions): EchScene => ({ engine: { ech } });
  const helloOf = (ech: EchOptions): Buffer =>
    withPair(echPair(library, greasing(ech)), ({ client }) => {
      client.connect();
      return Buffer.from(client.drain());
    });

  test.each([
    ['the word', 'grease'],
    ['an object', { grease: true }],
  ] as const)('by %s: the connection is as ever, and the name is seen', (_, ech) => {
    withPair(echPair(library, greasing(ech)), (pair) => {
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.toServer.bytes.includes(names.inner)).toBe(true);
      expect(pair.client.ech).toEqual({ status: 'grease', name: 'SSL_ECH_STATUS_GREASE', code: 2, innerName: null, outerName: null });
      expect(pair.client.echRetryConfigs).toBeNull();
      expect(pair.client.connection.verify.verified).toBe(true);
    });
  });

  test('a whole context pretends with the option of C', () => {
    const client = { options: ['SSL_OP_ECH_GREASE'] } as const;
    withConnectedPair(echPair(library, { client }), (pair) => expect(pair.client.ech?.status).toBe('grease'));
  });

  test('a server with keys takes it for an offer that it cannot read, and the connection is made all the same', () => {
    const store = newStore(library);
    withConnectedPair(echPair(library, { ...greasing('grease'), server: { echStore: store } }), ({ client, server }) => {
      expect(client.ech).toMatchObject({ status: 'grease-ech', code: 3 });
      expect(server.ech).toMatchObject({ status: 'grease', code: 2 });
      expect(Buffer.from(client.echRetryConfigs ?? []).equals(store.configList)).toBe(true);
    });
  });

  test('type and suite are what the caller says', () => {
    const type = Buffer.from([0x12, 0x34]);
    const offered = helloOf({ grease: true, greaseType: 0x12_34, greaseSuite: 'x25519,hkdf-sha256,chacha20-poly1305' });
    // HKDF-SHA256, ChaCha20-Poly1305; also zlib and zstd, where the library compresses certificates.
    const suite = Buffer.from([0x00, 0x01, 0x00, 0x03]);
    const places = [...offered.keys()].filter((at) => offered.subarray(at, at + suite.length).equals(suite));
    expect(places.some((at) => offered.subarray(at - 5, at - 3).equals(type))).toBe(true); // type, length, outer
    expect(helloOf('grease').includes(Buffer.from([0xfe, 0x0d]))).toBe(true);
  });

  test('a server that may mix configurations for show among those that it sends still sends its own', () => {
    const store = newStore(library);
    const server = { echStore: store, options: ['SSL_OP_ECH_GREASE_RETRY_CONFIG'] } as const;
    withConnectedPair(echPair(library, { ...greasing('grease'), server }), ({ client }) => {
      const configs = Buffer.from(client.echRetryConfigs ?? []);
      expect(configs.includes(Buffer.from(store.configList.subarray(2)))).toBe(true);
    });
  });
});
