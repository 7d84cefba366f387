// The size of datagrams: SSL_set_mtu(3), DTLS_set_link_mtu(3), DTLS_get_data_mtu(3).

import { expect, test } from '@jest/globals';
import { readAll, withConnectedDatagramPair, withDatagramPair } from '../support/datagram-pair.ts';
import { describeEachLibrary, since } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const headers = 48; // of IPv6 and UDP
/** A chain that no MTU here holds. */
const longChain = {
  ...identity('server'),
  certificate: [certificatePem('server'), ...Array<string>(8).fill(certificatePem('intermediate'))].join('\n'),
};
// Before 3.2 OpenSSL does not count what an AEAD cipher adds to the Finished: 8 bytes of nonce and 16 of tag.
const uncounted = { '1.1.1': 24, '3.2': 0 };

describeEachLibrary('MTU', (library) => {
  const expectFilled = (sizes: readonly number[], mtu: number, more: number): void => {
    const largest = Math.max(...sizes); // a full one, and none above
    expect(largest).toBeGreaterThanOrEqual(mtu);
    expect(largest).toBeLessThanOrEqual(mtu + more);
  };
  const more = since(library, uncounted);

  test.each([208, 209, 256, 300, 512, 1200, 1232, 1472, 4096])('mtu %i: no datagram of either side is larger', async (mtu) => {
    const engine = { mtu };
    await withConnectedDatagramPair({ library, server: longChain, clientEngine: engine, serverEngine: engine }, (pair) => {
      expectFilled(
        pair.sent.map(({ datagram }) => datagram.length),
        mtu,
        more,
      );
      const { dataMtu } = pair.client;
      expect(dataMtu).toBe(pair.server.dataMtu);
      pair.client.write(Buffer.alloc(dataMtu, 'x'));
      const [datagram] = pair.client.drainDatagrams();
      expect(datagram?.length).toBe(mtu);
      pair.server.feedDatagram(datagram ?? Buffer.alloc(0));
      expect(readAll(pair.server)).toEqual(['x'.repeat(dataMtu)]);
    });
  });

  test.each([208, 231, 256])('mtu %i holds for every datagram where the cipher is none of AEAD', async (mtu) => {
    const cipher = { cipherList: 'ECDHE-RSA-AES256-SHA384' };
    const options = { library, client: cipher, server: { ...longChain, ...cipher }, clientEngine: { mtu }, serverEngine: { mtu } };
    await withConnectedDatagramPair(options, (pair) => {
      expectFilled(
        pair.sent.map(({ datagram }) => datagram.length),
        mtu,
        0,
      );
    });
  });

  test.each([256, 576, 1280, 1500, 4144])('linkMtu %i leaves room for the headers of IPv6 and UDP', async (linkMtu) => {
    await withConnectedDatagramPair({ library, server: longChain, serverEngine: { linkMtu } }, (pair) => {
      const sizes = pair.sent.filter(({ from }) => from === 'server').map(({ datagram }) => datagram.length);
      expectFilled(sizes, linkMtu - headers, more);
    });
  });

  test('without either a datagram fits into the least MTU of IPv6', async () => {
    await withConnectedDatagramPair({ library, server: longChain }, (pair) => {
      expectFilled(
        pair.sent.map(({ datagram }) => datagram.length),
        1280 - headers,
        more,
      );
    });
  });

  test('dataMtu is 0 until a cipher is chosen', async () => {
    await withDatagramPair({ library }, ({ client }) => {
      expect(client.dataMtu).toBe(0);
      client.connect();
      expect(client.dataMtu).toBe(0);
    });
  });
});
