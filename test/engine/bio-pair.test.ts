import { expect, test } from '@jest/globals';
import { EnginePair, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';

const defaultSize = 17 * 1024;

describeEachLibrary('BIO pair', (library) => {
  test('rule 34: holds 17 KiB each way unless told otherwise (BIO_s_bio(3))', () => {
    withPair({ library }, ({ client }) => {
      expect(client.room).toBe(defaultSize);
      expect(client.bytesToDrain).toBe(0);
      expect(client.feed(Buffer.alloc(defaultSize + 1))).toBe(defaultSize);
      expect(client.room).toBe(0);
      expect(client.feed(Buffer.alloc(1))).toBe(0);
    });
  });

  test('takes the size that it is told (BIO_new_bio_pair(3))', () => {
    withPair({ library, clientEngine: { bufferSize: 100 } }, ({ client }) => {
      expect(client.room).toBe(100);
      client.connect();
      expect(client.bytesToDrain).toBe(100);
    });
  });

  test('rule 36: bytesWanted is what SSL waits for: 5 after the ClientHello, 0 before and after success (BIO_s_bio(3))', () => {
    withPair({ library }, (pair) => {
      expect(pair.client.bytesWanted).toBe(0);
      pair.client.connect();
      expect(pair.client.bytesWanted).toBe(5);
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.bytesWanted).toBe(0);
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1));
      expect(pair.client.bytesWanted).toBe(5);
    });
  });

  test('rule 36: bytesWanted is never more than feed() would take (BIO_s_bio(3))', () => {
    withPair({ library, clientEngine: { bufferSize: 3 } }, ({ client }) => {
      for (let i = 0; i < 2000 && client.connect().status === 'want-write'; i += 1) client.drain();
      expect(client.bytesWanted).toBe(3);
      client.feed(Buffer.from([22, 3]));
      expect(client.bytesWanted).toBeLessThanOrEqual(client.room);
    });
  });

  test('rule 39: bytes come out in order when the ring wraps, however they are fed and drained (BIO_nread(3))', () => {
    withConnectedPair({ library, clientEngine: { bufferSize: 37 }, serverEngine: { bufferSize: 41 } }, (pair) => {
      pair.toServer.atMost = 29;
      pair.toClient.atMost = 31;
      const bytes = Buffer.from(Array.from({ length: 3000 }, (_, index) => index % 251));
      expect(pair.send('client', bytes).equals(bytes)).toBe(true);
      expect(pair.send('server', bytes).equals(bytes)).toBe(true);
    });
  });

  test('drainInto takes what fits and leaves the rest (BIO_read(3))', () => {
    withPair({ library }, ({ client }) => {
      client.connect();
      const hello = client.bytesToDrain;
      const into = new Uint8Array(10);
      expect(client.drainInto(into)).toBe(10);
      expect(into[0]).toBe(22);
      expect(client.bytesToDrain).toBe(hello - 10);
      expect(client.drainInto(new Uint8Array(0))).toBe(0);
      expect(client.drain().length).toBe(hello - 10);
      expect(client.drainInto(into)).toBe(0);
    });
  });

  test('drain gives bytes that nothing changes afterwards', () => {
    withPair({ library }, ({ client }) => {
      client.connect();
      const hello = Buffer.from(client.drain());
      const kept = client.drain();
      expect(kept.length).toBe(0);
      client.connect();
      client.feed(Buffer.alloc(1000));
      expect(hello[0]).toBe(22);
    });
  });

  test('rule 40: the default ClientHello is about 1.5 kB since 3.5, 300 bytes before: a small pair wants many writes', () => {
    withPair({ library }, ({ client }) => {
      client.connect();
      const size = client.bytesToDrain;
      const { from, to } = since(library, { '1.1.1': { from: 200, to: 520 }, '3.5': { from: 1300, to: 1800 } });
      expect(size).toBeGreaterThan(from);
      expect(size).toBeLessThan(to);
    });
    withPair({ library, clientEngine: { bufferSize: 100 } }, ({ client }) => {
      let count = 0;
      for (let result = client.connect(); result.status === 'want-write'; result = client.connect()) {
        expect(result).toMatchObject({ ret: -1, code: 3 });
        expect(client.drain().length).toBe(100);
        count += 1;
      }
      expect(count).toBeGreaterThanOrEqual(since(library, { '1.1.1': 2, '3.5': 13 }));
    });
  });

  test('the wire holds the same bytes whichever size the pair has: a whole connection through one-byte buffers', () => {
    withPair({ library, clientEngine: { bufferSize: 1 }, serverEngine: { bufferSize: 1 } }, (pair) => {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    });
  });
});

describeEachLibraryAndProtocol('rule 35: flush before waiting', (library, protocol) => {
  test('a side that is not drained makes the other wait for ever, whatever the codes say (BIO_s_bio(3))', () => {
    const pair = new EnginePair({ library, client: only(protocol) });
    pair.toServer.stopped = true;
    expect(pair.handshake()).toMatchObject({ client: { status: 'want-read' }, server: { status: 'want-read' } });
    pair.toServer.stopped = false;
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    pair.close();
  });

  test('want-write has bytes to drain, and so has want-read after every flight', () => {
    const pair = new EnginePair({ library, client: only(protocol), clientEngine: { bufferSize: 64 } });
    for (let i = 0; i < 1000; i += 1) {
      const { status } = pair.client.connect();
      if (status !== 'want-write') break;
      expect(pair.client.bytesToDrain).toBe(64);
      pair.toServer.move(pair.client, pair.server);
      pair.server.accept();
    }
    expect(pair.client.bytesToDrain).toBeGreaterThan(0);
    pair.close();
  });

  test('the result never tells whether there is something to drain: done, want-read and failed all may', () => {
    const pair = EnginePair.connected({ library, client: only(protocol) });
    pair.server.shutdown();
    pair.client.write(Buffer.from('x'));
    expect(pair.client.bytesToDrain).toBeGreaterThan(0);
    pair.close();
  });
});
