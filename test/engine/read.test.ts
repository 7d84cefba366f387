import { expect, test } from '@jest/globals';
import { withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';

const largestRecord = 16 * 1024;

describeEachLibraryAndProtocol('read and peek', (library, protocol) => {
  const options = { library, client: only(protocol) };

  test('rule 20: read gives at most one record a call (SSL_read(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.write(Buffer.from('first'));
      pair.server.write(Buffer.from('second'));
      pair.shuttleAll();
      const into = Buffer.alloc(100);
      expect(pair.client.read(into)).toMatchObject({ status: 'done', ret: 1, value: 5 });
      expect(into.toString('latin1', 0, 5)).toBe('first');
      expect(pair.client.read(into)).toMatchObject({ status: 'done', value: 6 });
      expect(pair.client.read(into)).toMatchObject({ status: 'want-read', ret: 0, code: 2 });
    });
  });

  test('rule 20: a record of 16 KiB is the most, however much room there is (SSL_read(3))', () => {
    const engine = { bufferSize: 4 * largestRecord };
    withConnectedPair({ ...options, clientEngine: engine, serverEngine: engine }, (pair) => {
      pair.server.write(Buffer.alloc(3 * largestRecord));
      pair.shuttleAll();
      expect(pair.client.read(Buffer.alloc(4 * largestRecord))).toMatchObject({ status: 'done', value: largestRecord });
      expect(pair.client.read(Buffer.alloc(4 * largestRecord))).toMatchObject({ status: 'done', value: largestRecord });
    });
  });

  test('a record is read in pieces, and pending says how much of it is left (SSL_pending(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.write(Buffer.from('abcdefghij'));
      pair.shuttleAll();
      const into = Buffer.alloc(4);
      expect(pair.client.state.pending).toBe(0);
      expect(pair.client.read(into)).toMatchObject({ value: 4 });
      expect(pair.client.state).toMatchObject({ pending: 6, hasPending: true });
      expect(pair.client.read(into)).toMatchObject({ value: 4 });
      expect(pair.client.read(into)).toMatchObject({ value: 2 });
      expect(into.toString()).toBe('ijgh');
      expect(pair.client.state.pending).toBe(0);
    });
  });

  test('peek gives the bytes and leaves them (SSL_peek(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.write(Buffer.from('look'));
      pair.shuttleAll();
      const into = Buffer.alloc(10);
      expect(pair.client.peek(into)).toMatchObject({ status: 'done', ret: 1, value: 4 });
      expect(pair.client.peek(into)).toMatchObject({ status: 'done', value: 4 });
      expect(pair.client.read(into)).toMatchObject({ status: 'done', value: 4 });
      expect(pair.client.peek(into)).toMatchObject({ status: 'want-read' });
    });
  });

  test('rule 22: pending ignores a record that is not processed yet, and the bytes that were fed stay in the pair (SSL_pending(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(10));
      pair.server.write(Buffer.from('unprocessed'));
      pair.shuttleAll();
      expect(pair.client.state).toMatchObject({ pending: 0, hasPending: false });
      expect(pair.client.peek(new Uint8Array(1))).toMatchObject({ value: 1 });
      expect(pair.client.state).toMatchObject({ pending: 11, hasPending: true });
    });
  });

  test('rule 24: a zero-length read gives want-read when there is nothing, and is not the end (SSL_get_error(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      expect(pair.client.read(new Uint8Array(0))).toMatchObject({ status: 'want-read', ret: 0, code: 2 });
      pair.server.write(Buffer.from('x'));
      pair.shuttleAll();
      expect(pair.client.failure).toBeNull();
      expect(pair.client.read(new Uint8Array(1))).toMatchObject({ status: 'done', value: 1 });
    });
  });

  test('rule 24: a zero-length read with data waiting is no failure, and the data stays (SSL_read_ex(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.server.write(Buffer.from('abc'));
      pair.shuttleAll();
      const result = pair.client.read(new Uint8Array(0));
      expect(result).not.toMatchObject({ status: 'failed' });
      expect(pair.client.failure).toBeNull();
      expect(pair.client.peek(new Uint8Array(0)).status).toBe(result.status);
      expect(pair.client.read(Buffer.alloc(10))).toMatchObject({ status: 'done', value: 3 });
    });
  });

  test('part of a record gives want-read, and bytesWanted says how much is missing (BIO_s_bio(3))', () => {
    withConnectedPair(options, ({ client, server, toClient }) => {
      toClient.move(server, client);
      client.read(Buffer.alloc(1));
      server.write(Buffer.alloc(100));
      const record = server.drain();
      client.feed(record.subarray(0, 60));
      expect(client.read(Buffer.alloc(200)).status).toBe('want-read');
      expect(client.bytesWanted).toBe(record.length - 60);
      client.feed(record.subarray(60));
      expect(client.read(Buffer.alloc(200))).toMatchObject({ status: 'done', value: 100 });
    });
  });

  test('reads into any Uint8Array, from its offset, and leaves the rest alone', () => {
    withConnectedPair(options, (pair) => {
      pair.server.write(Buffer.from('abc'));
      pair.shuttleAll();
      const whole = new Uint8Array(10).fill(46);
      expect(pair.client.read(whole.subarray(2, 5))).toMatchObject({ value: 3 });
      expect(Buffer.from(whole).toString()).toBe('..abc.....');
    });
  });
});

describeEachLibrary('session tickets', (library) => {
  test('rule 23: a client that only writes leaves the tickets in the pair, a read takes them (SSL_read(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      pair.shuttleAll();
      const { room } = pair.client;
      pair.client.write(Buffer.from('x'));
      expect(pair.client.room).toBe(room);
      expect(pair.client.read(Buffer.alloc(1)).status).toBe('want-read');
      expect(pair.client.room).toBeGreaterThan(room);
    });
  });

  test('rule 21: with AUTO_RETRY, the default, a read goes past the tickets to the data behind them (SSL_CTX_set_mode(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      pair.server.write(Buffer.from('behind the tickets'));
      pair.shuttleAll();
      expect(pair.client.read(Buffer.alloc(100))).toMatchObject({ status: 'done', value: 18 });
    });
  });
});
