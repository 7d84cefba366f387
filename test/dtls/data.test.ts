// Application data: a write is a datagram is a read, whatever the network makes of it on the way (RFC 6347, 4.1).

import { expect, test } from '@jest/globals';
import { type DatagramPair, readAll, withConnectedDatagramPair } from '../support/datagram-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const largestRecord = 16_384;

/** The datagrams of these writes, taken off the network. */
function encrypted({ client }: DatagramPair, ...texts: readonly string[]): readonly Uint8Array[] {
  for (const text of texts) client.write(Buffer.from(text));
  return client.drainDatagrams();
}

describeEachLibrary('data over DTLS', (library) => {
  test('three writes are three datagrams and three reads, each way', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      for (const [writer, reader] of [
        [pair.client, pair.server],
        [pair.server, pair.client],
      ] as const) {
        for (const text of ['one', 'two', 'three']) {
          expect(writer.write(Buffer.from(text))).toMatchObject({ status: 'done', value: text.length });
        }
        expect(writer.datagramsToDrain).toBe(3);
        pair.shuttle();
        expect(writer.datagramsToDrain).toBe(0);
        expect(readAll(reader)).toEqual(['one', 'two', 'three']);
        expect(reader.read(Buffer.alloc(1))).toMatchObject({ status: 'want-read' });
      }
    });
  });

  test('a read takes from one record, and the rest of it stays for the next (SSL_read(3))', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      for (const datagram of encrypted(pair, 'hello', 'world')) pair.server.feedDatagram(datagram);
      const into = Buffer.alloc(3);
      expect(pair.server.peek(into)).toMatchObject({ status: 'done', value: 3 });
      expect(pair.server.read(into)).toMatchObject({ status: 'done', value: 3 });
      expect([into.toString(), pair.server.state.pending, ...readAll(pair.server)]).toEqual(['hel', 2, 'lo', 'world']);
    });
  });

  test('datagrams out of order are read as they come, one that comes twice is read once', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      const [first, second, third] = encrypted(pair, 'first', 'second', 'third');
      for (const datagram of [third, first, third, second, first]) pair.server.feedDatagram(datagram ?? Buffer.alloc(0));
      expect(readAll(pair.server)).toEqual(['third', 'first', 'second']);
    });
  });

  test('what is lost is not missed: nothing is sent again', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      const [, second] = encrypted(pair, 'first', 'second');
      pair.server.feedDatagram(second ?? Buffer.alloc(0));
      expect(readAll(pair.server)).toEqual(['second']);
      expect([pair.client.dtlsTimeout, pair.server.dtlsTimeout]).toEqual([null, null]);
    });
  });

  test.each<readonly [string, (datagram: Uint8Array) => Uint8Array]>([
    ['cut short', (datagram) => datagram.subarray(0, 20)],
    ['cut in the header', (datagram) => datagram.subarray(0, 7)],
    ['with a bit turned over', (datagram) => datagram.map((byte, index) => (index === 30 ? byte ^ 1 : byte))],
    ['of another protocol', () => Buffer.from('GET / HTTP/1.1\r\nHost: server.test\r\n\r\n')],
    ['of one byte', () => Buffer.from([0x17])],
    ['empty', () => Buffer.alloc(0)],
    ['of the next epoch', (datagram) => datagram.map((byte, index) => (index === 4 ? byte + 1 : byte))],
    ['of all that UDP carries', () => Buffer.alloc(65_535, 0x17)],
  ])('a datagram %s is dropped, and the connection lives on (RFC 6347, 4.1.2.7)', async (_, spoil) => {
    await withConnectedDatagramPair({ library }, (pair) => {
      const [first, second] = encrypted(pair, 'first', 'second');
      pair.server.feedDatagram(spoil(first ?? Buffer.alloc(0)));
      expect(pair.server.read(Buffer.alloc(100))).toMatchObject({ status: 'want-read' });
      pair.server.feedDatagram(second ?? Buffer.alloc(0));
      expect(readAll(pair.server)).toEqual(['second']);
    });
  });

  test('several records in one datagram are read one by one', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      pair.server.feedDatagram(Buffer.concat(encrypted(pair, 'first', 'second')));
      expect(readAll(pair.server)).toEqual(['first', 'second']);
    });
  });

  test('a write of a whole record is one datagram, whatever the MTU (DTLS_get_data_mtu(3))', async () => {
    await withConnectedDatagramPair({ library, clientEngine: { mtu: 300 } }, (pair) => {
      expect(pair.client.write(Buffer.alloc(largestRecord, 'x'))).toMatchObject({ status: 'done', value: largestRecord });
      expect(pair.client.datagramsToDrain).toBe(1);
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['x'.repeat(largestRecord)]);
    });
  });

  test('a larger one is refused, and the connection lives on', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      expect(() => pair.client.write(Buffer.alloc(largestRecord + 1))).toThrow(
        expect.objectContaining({
          name: 'MisuseError',
          code: 'ERR_SSL_ARGUMENT',
          argument: 'bytes',
          message: expect.stringContaining('at most 16384'),
        }),
      );
      pair.client.write(Buffer.from('small'));
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['small']);
    });
  });

  test('a write of nothing sends nothing, and a read of nothing takes nothing', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      expect(pair.client.write(new Uint8Array(0))).toMatchObject({ status: 'done', value: 0 });
      expect(pair.client.datagramsToDrain).toBe(0);
      pair.client.write(Buffer.from('still there'));
      pair.shuttle();
      expect(pair.server.read(new Uint8Array(0)).status).not.toBe('failed');
      expect(readAll(pair.server)).toEqual(['still there']);
    });
  });

  test('a write above maxSendFragment fails as OpenSSL has it (SSL_CTX_set_max_send_fragment(3))', async () => {
    await withConnectedDatagramPair({ library, client: { maxSendFragment: 512 } }, ({ client }) => {
      expect(client.write(Buffer.alloc(512))).toMatchObject({ status: 'done' });
      expect(client.write(Buffer.alloc(513))).toMatchObject({ status: 'failed', error: { queue: [{ reasonCode: 194 }] } });
    });
  });
});
