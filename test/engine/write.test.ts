import { expect, test } from '@jest/globals';
import { errorOf, reasons, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { moveAll, RawEngine } from '../support/raw-engine.ts';

describeEachLibraryAndProtocol('write', (library, protocol) => {
  const options = { library, client: only(protocol) };
  const big = Buffer.alloc(60_000, 'abc');

  test('takes the bytes and puts a record into the pair (SSL_write(3))', () => {
    withConnectedPair(options, ({ client }) => {
      expect(client.write(Buffer.from('hello'))).toMatchObject({ status: 'done', ret: 1, code: 0, value: 5 });
      expect(client.bytesToDrain).toBeGreaterThan(5);
      expect(client.unfinishedWrite).toBe(0);
    });
  });

  test('rule 5: more than the pair holds gives want-write, and the same write goes on when the pair is drained (SSL_write(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      expect(pair.client.write(big)).toMatchObject({ status: 'want-write', ret: 0, code: 3 });
      expect(pair.client.unfinishedWrite).toBe(big.length);
      expect(pair.client.bytesToDrain).toBe(17 * 1024);
      // send() would write again from the start: here the retry itself is looked at.
      const into = Buffer.alloc(32 * 1024);
      const parts: Buffer[] = [];
      let written = pair.client.write();
      while (pair.shuttle()) {
        const read = pair.server.read(into);
        if (read.status === 'done') parts.push(Buffer.from(into.subarray(0, read.value)));
        if (written.status === 'want-write') written = pair.client.write();
      }
      for (let read = pair.server.read(into); read.status === 'done'; read = pair.server.read(into))
        parts.push(Buffer.from(into.subarray(0, read.value)));
      expect(written).toMatchObject({ status: 'done', value: big.length });
      expect(Buffer.concat(parts).equals(big)).toBe(true);
      expect(pair.client.unfinishedWrite).toBe(0);
    });
  });

  test('rule 25: a retry takes the same bytes again, from another buffer too (SSL_write(3))', () => {
    withConnectedPair(options, (pair) => {
      pair.client.write(big);
      pair.shuttle();
      expect(pair.client.write(Buffer.from(big)).status).toBe('want-write');
      expect(pair.client.failure).toBeNull();
    });
  });

  test.each([
    ['other bytes', Buffer.alloc(60_000, 'abd')],
    ['fewer bytes', big.subarray(1)],
    ['more bytes', Buffer.concat([big, big])],
    ['no bytes', Buffer.alloc(0)],
  ])('rule 25: %s in place of the retry are refused before OpenSSL would make it fatal (SSL_write(3))', (_, other) => {
    withConnectedPair(options, (pair) => {
      pair.client.write(big);
      expect(() => pair.client.write(other)).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE', argument: 'bytes' }));
      expect(pair.client.failure).toBeNull();
      pair.shuttle();
      expect(pair.client.write(big).status).toBe('want-write');
    });
  });

  test('rule 25: the caller may change its buffer after want-write: the bytes were kept', () => {
    withConnectedPair(options, (pair) => {
      const bytes = Buffer.from(big);
      const into = Buffer.alloc(32 * 1024);
      const parts: Buffer[] = [];
      let written = pair.client.write(bytes);
      bytes.fill('z');
      for (let moved = true; moved; ) {
        moved = pair.shuttle();
        for (let read = pair.server.read(into); read.status === 'done'; read = pair.server.read(into))
          parts.push(Buffer.from(into.subarray(0, read.value)));
        if (written.status === 'want-write') written = pair.client.write();
      }
      expect(Buffer.concat(parts).equals(big)).toBe(true);
    });
  });

  test('reading goes on while a write waits for its retry', () => {
    withConnectedPair(options, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1));
      pair.client.write(big);
      pair.server.write(Buffer.from('meanwhile'));
      pair.toClient.move(pair.server, pair.client);
      expect(pair.client.read(Buffer.alloc(20))).toMatchObject({ status: 'done', value: 9 });
      expect(pair.client.unfinishedWrite).toBe(big.length);
    });
  });

  test('rule 27: a write of no bytes returns 1 and sends nothing (SSL_write_ex(3))', () => {
    withConnectedPair(options, ({ client, server, toServer }) => {
      toServer.move(client, server);
      expect(client.write(new Uint8Array(0))).toMatchObject({ status: 'done', ret: 1, code: 0, value: 0 });
      expect(client.bytesToDrain).toBe(0);
      expect(client.failure).toBeNull();
    });
  });

  test('rule 28: after one’s own close_notify it is "protocol is shutdown", 207 (SSL_write(3))', () => {
    withConnectedPair(options, ({ client }) => {
      client.shutdown();
      const result = client.write(Buffer.from('late'));
      expect(result).toMatchObject({ status: 'failed', ret: 0, code: 1 });
      expect(reasons(errorOf(result))).toEqual(['20:207']);
      expect(errorOf(result)).toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_write_ex' });
    });
  });

  test('a write to a small pair takes many retries and arrives whole', () => {
    withConnectedPair({ ...options, clientEngine: { bufferSize: 16 }, serverEngine: { bufferSize: 16 } }, (pair) => {
      const bytes = Buffer.alloc(2000, 'small');
      expect(pair.send('client', bytes).equals(bytes)).toBe(true);
      expect(pair.send('server', bytes).equals(bytes)).toBe(true);
    });
  });
});

describeEachLibrary('write, below the typed layer', (library) => {
  test('rule 4: SSL_write into a full pair is want-write, as the queue is empty before it (SSL_get_error(3))', () => {
    const client = new RawEngine(library);
    const server = new RawEngine(library, { server: true, identities: [{ place: '', ...identity('server'), passphrase: undefined }] });
    for (let i = 0; i < 4; i += 1) {
      client.connect();
      moveAll(client, server);
      server.accept();
      moveAll(client, server);
    }
    expect(client.write(Buffer.alloc(60_000))).toMatchObject({ ret: 0, code: 3, reasons: [] });
    client.close();
    server.close();
  });

  test('a write that does the handshake first keeps its bytes through it', () => {
    withPair({ library }, (pair) => {
      pair.client.setConnectState();
      expect(pair.client.write(Buffer.from('early'))).toMatchObject({ status: 'want-read' });
      expect(pair.client.unfinishedWrite).toBe(5);
      expect(() => pair.client.write(Buffer.from('other'))).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE' }));
    });
  });

  test('a failed write keeps nothing, and write() without bytes gives the failure (SSL_write(3))', () => {
    withConnectedPair({ library }, ({ client }) => {
      client.shutdown();
      const failed = client.write(Buffer.from('late'));
      expect(client.unfinishedWrite).toBe(0);
      expect(client.write()).toBe(failed);
    });
  });

  test('write() without bytes and without an unfinished write is a mistake', () => {
    withConnectedPair({ library }, ({ client }) => {
      expect(() => client.write()).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'bytes' }));
    });
  });

  test('the largest record is 16 KiB of data and its overhead', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      pair.shuttleAll();
      pair.client.write(Buffer.alloc(16 * 1024));
      const overhead = since(library, { '1.1.1': 22 });
      expect(pair.client.bytesToDrain).toBe(16 * 1024 + overhead);
    });
  });
});
