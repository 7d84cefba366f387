// SyncSslSocket: read, readInto, write, shutdown, close, and what a deadline leaves behind. SSL_read(3), SSL_write(3), SSL_shutdown(3)

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ConnectSyncOptions, connectSync, SslError, type SyncSslSocket } from '../../lib/index.ts';
import { local, thrown } from '../support/io-clients.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { hashOf, pattern, type TlsServerOptions } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const bios = ['pair', 'socket'] as const;
const megabyte = 1024 * 1024;

let peer: Peer;
beforeAll(async () => {
  peer = await Peer.start();
});
afterAll(() => peer.stop());

describeEachLibrary('the data of connectSync()', (library) => {
  let socket: SyncSslSocket | null = null;
  let echo: PeerServer;
  beforeAll(async () => {
    echo = await peer.listen({ kind: 'tls' });
  });
  afterEach(() => {
    socket?.close();
    socket = null;
  });
  const open = (port: number, options: Partial<ConnectSyncOptions> = {}): SyncSslSocket => {
    socket = connectSync({ ...local(library, port), timeout: 10_000, ...options }); // a failure shall not block for a minute
    return socket;
  };
  const openTo = async (
    server: Omit<TlsServerOptions, 'kind'>,
    options: Partial<ConnectSyncOptions> = {},
  ): Promise<[SyncSslSocket, PeerServer]> => {
    const listening = await peer.listen({ kind: 'tls', ...server });
    const opened = open(listening.port, options);
    await listening.seen('secure');
    return [opened, listening];
  };
  const throughProxy = async (options: Partial<ConnectSyncOptions> = {}): Promise<[SyncSslSocket, PeerServer]> => {
    const tls = await peer.listen({ kind: 'tls', session: 'say', bytes: 10 });
    const proxy = await peer.listen({ kind: 'proxy', to: tls.port });
    const opened = open(proxy.port, options);
    expect(opened.read()).toHaveLength(10);
    return [opened, proxy];
  };
  const readAll = (from: SyncSslSocket): Buffer => {
    const parts: Buffer[] = [];
    for (let data = from.read(); data !== null; data = from.read()) parts.push(data);
    return Buffer.concat(parts);
  };

  test.each(bios)('bio %s: echoes every size from 1 byte to 1 MB', (bio) => {
    const opened = open(echo.port, { bio });
    for (const size of [1, 2, 16_383, 16_384, 16_385, 65_537, megabyte]) {
      expect(opened.write(pattern(size))).toBe(size);
      const parts: Buffer[] = [];
      for (let left = size; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(opened.read() as Buffer);
      expect(hashOf(Buffer.concat(parts))).toBe(hashOf(pattern(size)));
    }
  });

  test.each(bios)('bio %s: writes 10 MB in one call, which the peer counts', async (bio) => {
    const [opened, server] = await openTo({ session: 'count' }, { bio });
    expect(opened.write(pattern(10 * megabyte))).toBe(10 * megabyte);
    expect(opened.shutdown()).toBe('sent');
    expect(opened.read()).toBeNull();
    expect((await server.seen('hash')).detail).toBe(hashOf(pattern(10 * megabyte)));
  });

  test.each(bios)('bio %s: reads 10 MB until the close_notify of the peer', async (bio) => {
    const [opened] = await openTo({ session: 'bye', bytes: 10 * megabyte }, { bio });
    expect(hashOf(readAll(opened))).toBe(hashOf(pattern(10 * megabyte)));
  });

  test('read() gives what one record holds, at most the size that was asked for', async () => {
    const [opened] = await openTo({ session: 'bye', bytes: 40_000 });
    expect(opened.read(1)).toHaveLength(1);
    expect(opened.read(100)).toHaveLength(100);
    expect(opened.read(1_000_000)?.length).toBeLessThanOrEqual(16_384);
  });

  test('readInto() fills the memory that it is given and gives the number of bytes', () => {
    const opened = open(echo.port);
    opened.write('0123456789');
    const into = Buffer.alloc(20, '.');
    expect(opened.readInto(into.subarray(5, 9))).toBe(4);
    expect(opened.readInto(into.subarray(9))).toBe(6);
    expect(String(into)).toBe('.....0123456789.....');
    opened.write(new Uint8Array([1, 2, 3]));
    const plain = new Uint8Array(8);
    expect(opened.readInto(plain)).toBe(3);
    expect([...plain]).toEqual([1, 2, 3, 0, 0, 0, 0, 0]);
  });

  test('write() of nothing sends nothing and gives 0; a string is UTF-8', () => {
    const opened = open(echo.port);
    expect(opened.write('')).toBe(0);
    expect(opened.write(Buffer.alloc(0))).toBe(0);
    expect(opened.write('\u20ac')).toBe(3);
    expect(String(opened.read())).toBe('\u20ac');
  });

  test.each(bios)(
    'bio %s: read() gives null for the close_notify of the peer, again and again, and write() still works (rule 33)',
    async (bio) => {
      const [opened, server] = await openTo({ session: 'bye', bytes: 3 }, { bio });
      expect(opened.read()).toHaveLength(3);
      expect(opened.read()).toBeNull();
      expect(opened.read()).toBeNull();
      expect(opened.write('still here')).toBe(10);
      expect(opened.shutdown()).toBe('complete');
      expect((await server.seen('size')).detail).toBe(10);
    },
  );

  test('after its own shutdown() it can read what the peer still sends, but not write (rule 28)', async () => {
    const [opened, server] = await openTo({ session: 'hold', bytes: 7 });
    expect(opened.shutdown()).toBe('sent');
    await server.command('write');
    expect(opened.read()).toHaveLength(7);
    const error = thrown(() => opened.write('no'));
    expect(error).toBeInstanceOf(SslError);
    expect((error as SslError).queue.map(({ reasonCode }) => reasonCode)).toContain(207); // protocol is shutdown
  });

  test.each(bios)('bio %s: a FIN without close_notify is an error, never null', async (bio) => {
    const [opened, proxy] = await throughProxy({ bio });
    await proxy.command('cut-end');
    for (let again = 0; again < 2; again += 1) {
      const error = thrown(() => opened.read());
      expect(error).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_read_ex' });
    }
  });

  test.each(bios)('bio %s: a reset is ECONNRESET, and afterwards nothing works but close()', async (bio) => {
    const [opened, proxy] = await throughProxy({ bio });
    await proxy.command('cut-reset');
    expect(thrown(() => opened.read())).toMatchObject({ code: 'ECONNRESET', errno: 104 });
    expect(thrown(() => opened.write('x'))).toBeInstanceOf(SslError);
    expect(thrown(() => opened.shutdown())).toBeInstanceOf(SslError);
    opened.close();
    expect(opened.closed).toBe(true);
  });

  test('write() to a peer that is gone fails, at the latest when the kernel knows', async () => {
    const [opened, proxy] = await throughProxy();
    await proxy.command('cut-reset');
    const error = thrown(() => {
      for (;;) opened.write(pattern(megabyte));
    });
    expect(['EPIPE', 'ECONNRESET']).toContain((error as SslError).code);
  });

  test('a read that runs into its deadline can be repeated, and no byte is lost', async () => {
    const [opened, server] = await openTo({ session: 'hold', bytes: 50_000 });
    for (let again = 0; again < 3; again += 1) {
      expect(thrown(() => opened.read(100, { timeout: 10 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT', family: 'peer' });
      expect(thrown(() => opened.readInto(Buffer.alloc(10), { timeout: 10 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    }
    expect(opened.engine.failure).toBeNull();
    await server.command('write');
    const parts: Buffer[] = [];
    for (let left = 50_000; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(opened.read() as Buffer);
    expect(hashOf(Buffer.concat(parts))).toBe(hashOf(pattern(50_000)));
  });

  test('a read that ran into its deadline in the middle of a record goes on where it was', async () => {
    const tls = await peer.listen({ kind: 'tls', session: 'say', bytes: 10_000 });
    const proxy = await peer.listen({ kind: 'proxy', to: tls.port, cutAfter: 7000, cut: 'hold' });
    const opened = open(proxy.port, { maxProtocol: 'TLSv1.2' });
    await proxy.seen('cut');
    for (let again = 0; again < 3; again += 1)
      expect(thrown(() => opened.read(20_000, { timeout: 10 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    await proxy.command('pass');
    expect(hashOf(opened.read(20_000) as Buffer)).toBe(hashOf(pattern(10_000)));
  });

  test.each(bios)(
    'bio %s: a write that runs into its deadline can be repeated with the same bytes: none is lost, none is sent twice',
    async (bio) => {
      const [opened, server] = await openTo({ session: 'hold' }, { bio, ...(bio === 'socket' ? { timeout: 100 } : {}) });
      const bytes = pattern(12 * megabyte);
      let repeated = 0;
      for (let done = false; !done; ) {
        try {
          expect(opened.write(bytes, bio === 'socket' ? {} : { timeout: 50 })).toBe(bytes.length);
          done = true;
        } catch (error) {
          expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
          repeated += 1;
          if (repeated === 2) await server.command('resume');
        }
      }
      expect(repeated).toBeGreaterThan(0);
      expect(opened.shutdown()).toBe('sent');
      expect(withinDeadlines(() => opened.read())).toBeNull();
      expect((await server.seen('size')).detail).toBe(bytes.length);
      expect((await server.seen('hash')).detail).toBe(hashOf(bytes));
    },
  );

  test('small writes that run into their deadline when the way is full can be repeated one by one: none is lost, none is sent twice', async () => {
    const [opened, server] = await openTo({ session: 'hold' });
    const bytes = pattern(8 * megabyte);
    const size = 10_000;
    let repeated = 0;
    for (let at = 0; at < bytes.length; ) {
      const chunk = bytes.subarray(at, at + size);
      try {
        expect(opened.write(chunk, { timeout: 20 })).toBe(chunk.length);
        at += size;
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
        repeated += 1;
        if (repeated === 3) await server.command('resume');
      }
    }
    expect(repeated).toBeGreaterThanOrEqual(3);
    opened.shutdown();
    expect(opened.read()).toBeNull();
    expect((await server.seen('size')).detail).toBe(bytes.length);
    expect((await server.seen('hash')).detail).toBe(hashOf(bytes));
  });

  test('other bytes than those of the write that ran into its deadline are refused, and harm nothing', async () => {
    const [opened, server] = await openTo({ session: 'hold' });
    const bytes = pattern(12 * megabyte);
    expect(thrown(() => opened.write(bytes, { timeout: 50 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    expect(thrown(() => opened.write('something else'))).toMatchObject({ family: 'misuse', code: 'ERR_SSL_STATE' });
    await server.command('resume');
    expect(opened.write(bytes)).toBe(bytes.length);
    opened.shutdown();
    expect(opened.read()).toBeNull();
    expect((await server.seen('hash')).detail).toBe(hashOf(bytes));
  });

  test('a deadline of a call does not become that of the next', async () => {
    const [opened, server] = await openTo({ session: 'hold', bytes: 5 });
    expect(thrown(() => opened.read(5, { timeout: 1 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    await server.command('write');
    expect(opened.read(5, { timeout: Number.POSITIVE_INFINITY })).toHaveLength(5);
  });

  test.each(bios)('bio %s: the deadline of connectSync() is that of every call', async (bio) => {
    const [opened] = await openTo({ session: 'hold' }, { bio, timeout: 100 });
    expect(thrown(() => opened.read())).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    expect(thrown(() => opened.read())).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
  });

  test.each(bios)('bio %s: close() says close_notify to the peer', async (bio) => {
    const [opened, server] = await openTo({ session: 'count' }, { bio });
    opened.write('abc');
    opened.close();
    expect((await server.seen('size')).detail).toBe(3);
    await server.seen('close');
    expect((await server.log()).filter(({ event }) => event === 'error')).toEqual([]);
  });

  test.each(bios)('bio %s: what write() has taken arrives although close() follows and nothing was ever read (rule 23)', async (bio) => {
    // The session tickets of TLS 1.3 lie unread in the kernel: a plain close(2) would answer them with a reset, and drop what is under way.
    const [opened, server] = await openTo({ session: 'hold' }, { bio, minProtocol: 'TLSv1.3' });
    const bytes = pattern(megabyte);
    expect(opened.write(bytes)).toBe(bytes.length);
    opened.close();
    await server.command('resume');
    await server.seen('end');
    const log = await server.log();
    expect(log).toContainEqual({ event: 'hash', detail: hashOf(bytes) });
    expect(log.filter(({ event }) => event === 'error')).toEqual([]);
  });

  test.each(bios)('bio %s: close() returns although the peer reads nothing and the way is full', async (bio) => {
    const [opened, server] = await openTo({ session: 'hold' }, { bio, timeout: 100 });
    expect(thrown(() => opened.write(pattern(12 * megabyte)))).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    opened.close();
    expect(opened.closed).toBe(true);
    await server.command('resume');
    await server.seen('close');
  });
});

// The peer has much to take in first: with the socket BIO each wait of a call has the one deadline that the connection was made with.
function withinDeadlines<T>(call: () => T): T {
  for (;;) {
    try {
      return call();
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
    }
  }
}
