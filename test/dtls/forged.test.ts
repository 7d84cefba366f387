// Records that anybody can send from a forged address: none of them ends a connection, whatever their length (RFC 6347, 4.1.2.7).

import { expect, test } from '@jest/globals';
import { DatagramPair, readAll } from '../support/datagram-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const applicationData = 23;
const lengths = [
  ...Array.from({ length: 70 }, (_, length) => length),
  1000,
  16_384,
  16_640,
  16_641,
  17_000,
  18_432,
  18_433,
  40_000,
  65_000,
];

function record(type: number, epoch: number, sequence: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(13 + length, 7);
  bytes.set([type, 0xfe, 0xfd, 0, epoch, 0, 0, 0, 0, 0, sequence], 0);
  bytes.writeUInt16BE(length, 11);
  return bytes;
}

describeEachLibrary('forged records', (library) => {
  test.each(['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-RSA-CHACHA20-POLY1305', 'AES128-CCM', 'AES128-CCM8'])(
    'of any length are dropped by a connection with %s',
    (cipherList) => {
      const both = { cipherList: `${cipherList}:@SECLEVEL=0` };
      const pair = DatagramPair.connected({ library, client: both, server: both });
      for (const epoch of [0, 1, 2]) {
        for (const length of lengths) {
          for (const type of [20, 21, 22, applicationData]) pair.server.feedDatagram(record(type, epoch, 200, length));
          expect([epoch, length, pair.server.read(Buffer.alloc(100)).status]).toEqual([epoch, length, 'want-read']);
        }
      }
      pair.client.write(Buffer.from('still there'));
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['still there']);
      pair.close();
    },
  );

  test('of the epoch to come, in the middle of a handshake, do not end it', () => {
    const pair = new DatagramPair({ library });
    pair.client.connect();
    pair.shuttle();
    pair.server.accept();
    for (const length of lengths) pair.server.feedDatagram(record(applicationData, 1, 200, length));
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    pair.close();
  });

  // OpenSSL itself takes a wrong MAC for the end where it is over the ciphertext (RFC 7366): hence the option.
  test('are dropped with a CBC cipher and SSL_OP_NO_ENCRYPT_THEN_MAC', () => {
    const both = { cipherList: 'ECDHE-RSA-AES128-SHA256:@SECLEVEL=0', options: ['SSL_OP_NO_ENCRYPT_THEN_MAC'] } as const;
    const pair = DatagramPair.connected({ library, client: both, server: both });
    for (const length of lengths) {
      pair.server.feedDatagram(record(applicationData, 1, 200, length));
      expect([length, pair.server.read(Buffer.alloc(100)).status]).toEqual([length, 'want-read']);
    }
    pair.close();
  });

  test('end a connection whose CBC cipher has encrypt-then-MAC', () => {
    const both = { cipherList: 'ECDHE-RSA-AES128-SHA256:@SECLEVEL=0' };
    const pair = DatagramPair.connected({ library, client: both, server: both });
    pair.server.feedDatagram(record(applicationData, 1, 200, 64));
    expect(pair.server.read(Buffer.alloc(100)).status).toBe('failed');
    pair.close();
  });
});
