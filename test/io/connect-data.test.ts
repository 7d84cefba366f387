// Data through SslSocket: every size, both ways, with backpressure, and each side ending on its own. SSL_read(3), SSL_write(3)

import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { SslSocket } from '../../lib/index.ts';
import { closeAll, local, nothingMoves, open, readAll, readSome, trusting } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { serverOver } from '../support/io-server-over.ts';
import { hashOf, pattern, TestServer, type TlsServerOptions } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const megabyte = 1024 * 1024;
const sizes = [1, 2, 16_383, 16_384, 16_385, 65_536, 300_000, megabyte];

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
}

describeEachLibrary('the data of connect()', (library) => {
  let echo: TestServer;
  let more: TestServer | null = null;
  beforeAll(async () => {
    echo = await TestServer.listen({ kind: 'tls' });
  });
  afterAll(() => echo.close());
  afterEach(() => {
    closeAll();
    more?.close();
    more = null;
  });
  const connectTo = async (
    options: Omit<TlsServerOptions, 'kind'>,
    version: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3',
  ): Promise<[SslSocket, TestServer]> => {
    more = await TestServer.listen({ kind: 'tls', maxVersion: version, ...options });
    const socket = await open(local(library, more.port));
    await more.seen('secure');
    return [socket, more];
  };

  test.each(sizes)('echoes %i bytes unchanged, then ends in peace', async (size) => {
    const socket = await open(local(library, echo.port));
    const bytes = pattern(size);
    socket.end(bytes);
    expect(hashOf(await readAll(socket))).toBe(hashOf(bytes));
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('echoes 10 MB over %s, written and read at the same time', async (version) => {
    const [socket] = await connectTo({}, version);
    const bytes = pattern(10 * megabyte);
    socket.end(bytes);
    expect(hashOf(await readAll(socket))).toBe(hashOf(bytes));
  });

  test('echoes 2,000 small writes in order', async () => {
    const socket = await open(local(library, echo.port));
    for (let n = 0; n < 2000; n += 1) socket.write(`${n},`);
    socket.end();
    expect((await readAll(socket)).toString()).toBe(Array.from({ length: 2000 }, (_, n) => `${n},`).join(''));
  });

  test('gathers corked writes and takes an empty write and strings in any encoding', async () => {
    const socket = await open(local(library, echo.port));
    socket.cork();
    socket.write('');
    socket.write('caf\u00e9', 'utf8');
    socket.write('6f6b', 'hex');
    socket.uncork();
    const written = new Promise((resolve) => socket.write(Buffer.alloc(0), resolve));
    await written;
    socket.end();
    expect((await readAll(socket)).toString()).toBe('caf\u00e9ok');
  });

  test('stops taking plaintext while the peer does not read, and sends everything once it does', async () => {
    const [socket, server] = await connectTo({ session: 'hold' });
    const chunk = pattern(64 * 1024);
    let written = 0;
    // Written until the socket says stop, then for as long as its queue gets any shorter.
    while (written < 64 * megabyte) {
      written += chunk.length;
      if (socket.write(chunk)) continue;
      const drained = await Promise.race([once(socket, 'drain').then(() => true), nothingMoves(socket).then(() => false)]);
      if (!drained) break;
    }
    expect(socket.writableNeedDrain).toBe(true);
    // Not more than one batch of records stands in front of the full transport.
    expect(socket.unsent + socket.writableLength).toBeGreaterThan(0);
    expect(socket.unsent).toBeLessThan(512 * 1024);
    expect(socket.writableLength).toBeLessThan(256 * 1024);
    const stalled = written;
    server.command('resume');
    await once(socket, 'drain');
    socket.end();
    await readAll(socket);
    expect((await server.seen('size')).detail).toBe(stalled);
    const expected = Buffer.concat(Array.from({ length: stalled / chunk.length }, () => chunk));
    expect((await server.seen('hash')).detail).toBe(hashOf(expected));
  });

  test('stops taking ciphertext while nobody reads: the transport is paused, and all comes in the end', async () => {
    const size = 4 * megabyte;
    const [ours, theirs] = duplexPair();
    const server = serverOver(theirs);
    const [socket] = await Promise.all([open({ ...trusting(library), transport: ours }), server.secure]);
    pipeline(Readable.from(pieces(pattern(size))), server.tls, () => undefined);
    await nothingMoves(ours);
    expect(ours.isPaused()).toBe(true);
    // The pair (256 KiB), the socket's own queue and one chunk of the transport: bounded, whatever is sent.
    expect(ours.received).toBeLessThan(megabyte);
    expect(socket.readableLength).toBeLessThan(128 * 1024);
    expect(hashOf(await readAll(socket))).toBe(hashOf(pattern(size)));
  });

  test('a reader that pauses and resumes loses nothing', async () => {
    const [socket] = await connectTo({ session: 'bye', bytes: 2 * megabyte });
    const parts: Buffer[] = [];
    socket.on('data', (data: Buffer) => {
      parts.push(data);
      socket.pause();
      setImmediate(() => socket.resume());
    });
    await once(socket, 'end');
    expect(hashOf(Buffer.concat(parts))).toBe(hashOf(pattern(2 * megabyte)));
  });

  test('reads with read(n) and unshift as any stream', async () => {
    const socket = await open(local(library, echo.port));
    socket.write('0123456789');
    while (socket.readableLength < 10) await once(socket, 'readable');
    expect(String(socket.read(4))).toBe('0123');
    socket.unshift(Buffer.from('ab'));
    expect(String(socket.read(8))).toBe('ab456789');
    socket.destroy();
  });

  test('calls a write back only when the transport has room for more', async () => {
    const [socket, server] = await connectTo({ session: 'hold' });
    let done = false;
    const written = new Promise<void>((resolve) => {
      socket.write(pattern(12 * megabyte), () => {
        done = true;
        resolve();
      });
    });
    await nothingMoves(socket);
    expect(done).toBe(false);
    server.command('resume');
    await written;
    socket.end();
    await readAll(socket);
    expect((await server.seen('size')).detail).toBe(12 * megabyte);
  });

  test('with allowHalfOpen goes on writing after the close_notify of the peer (rule 33)', async () => {
    more = await TestServer.listen({ kind: 'tls', session: 'bye', bytes: 5 });
    const socket = await open({ ...local(library, more.port), allowHalfOpen: true });
    expect(await readAll(socket)).toHaveLength(5);
    expect(socket.engine.state).toMatchObject({ receivedShutdown: true, sentShutdown: false });
    socket.write('still ');
    await nothingMoves(socket);
    socket.end('here');
    expect((await more.seen('size')).detail).toBe(10);
  });

  test('without allowHalfOpen ends its own side when the peer has ended, and says close_notify', async () => {
    const [socket, server] = await connectTo({ session: 'bye', bytes: 5 });
    expect(await readAll(socket)).toHaveLength(5);
    expect(socket.writableFinished).toBe(true);
    await server.seen('end');
  });

  test('goes on reading after its own end(): close_notify closes one direction (SSL_shutdown(3))', async () => {
    const [socket, server] = await connectTo({ session: 'hold', bytes: 3 });
    socket.end();
    await once(socket, 'finish');
    server.command('write');
    expect(await readSome(socket, 3)).toHaveLength(3);
    server.command('resume');
    await readAll(socket);
  });
});
