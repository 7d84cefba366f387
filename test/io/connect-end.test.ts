// How a connection of connect() ends: close_notify, truncation, reset, destroy() at any time. SSL_shutdown(3), rules 10, 29, 33

import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { SslError, type SslSocket } from '../../lib/index.ts';
import { run, said } from '../support/io-child.ts';
import { closeAll, eventsUntilClose, local, nothingMoves, open, readAll, readSome, trusting } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { serverOver } from '../support/io-server-over.ts';
import { pattern, type ServerOptions, TestServer } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeEachLibrary('the end of connect()', (library, { selector }) => {
  let echo: TestServer;
  const servers: TestServer[] = [];
  beforeAll(async () => {
    echo = await TestServer.listen({ kind: 'tls' });
  });
  afterAll(() => echo.close());
  afterEach(() => {
    jest.useRealTimers();
    closeAll();
    for (const server of servers.splice(0)) server.close();
  });
  const listen = async (options: ServerOptions): Promise<TestServer> => {
    const server = await TestServer.listen(options);
    servers.push(server);
    return server;
  };
  const throughProxy = async (version: (typeof versions)[number] = 'TLSv1.3'): Promise<[SslSocket, TestServer]> => {
    const tls = await listen({ kind: 'tls', maxVersion: version, session: 'say', bytes: 10 });
    const proxy = await listen({ kind: 'proxy', to: tls.port });
    const socket = await open(local(library, proxy.port));
    expect(await readSome(socket, 10)).toHaveLength(10);
    return [socket, proxy];
  };

  test.each(versions)('%s: end() sends close_notify, and the end is the close_notify of the peer', async (version) => {
    const server = await listen({ kind: 'tls', maxVersion: version, session: 'count' });
    const socket = await open(local(library, server.port));
    await server.seen('secure');
    const events = eventsUntilClose(socket.resume());
    socket.end('abc');
    expect(await events).toEqual(['finish', 'end', 'close']);
    await server.seen('close');
    expect(server.log.filter(({ event }) => event.includes('error'))).toEqual([]);
  });

  test('end() waits for the close_notify of the peer before it lets go of the transport', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const socket = await open(local(library, server.port));
    socket.resume().end();
    await once(socket, 'finish');
    await nothingMoves(socket);
    expect(socket.destroyed).toBe(false);
    expect(socket.engine.state).toMatchObject({ sentShutdown: true, receivedShutdown: false });
    server.command('resume');
    await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  test('end() straight after connect() loses nothing of either side', async () => {
    const server = await listen({ kind: 'tls', session: 'bye', bytes: 1000 });
    const socket = await open(local(library, server.port));
    socket.end('x');
    expect(await readAll(socket)).toEqual(pattern(1000));
    expect((await server.seen('size')).detail).toBe(1);
  });

  test.each(versions)('%s: a FIN without close_notify is an error with unexpectedEof, never an end', async (version) => {
    const [socket, proxy] = await throughProxy(version);
    const events = eventsUntilClose(socket.resume());
    const failed = once(socket, 'error');
    proxy.command('cut-end');
    const [error] = (await failed) as [SslError];
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_read_ex', family: 'peer' });
    expect(await events).toEqual(['error ERR_SSL_UNEXPECTED_EOF', 'close']);
  });

  test('a reset is an error with the code of the system, never an end', async () => {
    const [socket, proxy] = await throughProxy();
    const events = eventsUntilClose(socket.resume());
    const failed = once(socket, 'error');
    proxy.command('cut-reset');
    const [error] = (await failed) as [SslError];
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ECONNRESET', errno: 104, family: 'peer' });
    if (socket.transport !== null) expect(error.cause).toMatchObject({ code: 'ECONNRESET' });
    expect(await events).toEqual(['error ECONNRESET', 'close']);
  });

  test('a truncation is found even when nobody reads', async () => {
    const [socket, proxy] = await throughProxy();
    const failed = once(socket, 'error');
    proxy.command('cut-end');
    expect((await failed)[0]).toMatchObject({ unexpectedEof: true });
  });

  test('data before a truncation is delivered, then comes the error', async () => {
    const tls = await listen({ kind: 'tls', session: 'say', bytes: 100_000 });
    const proxy = await listen({ kind: 'proxy', to: tls.port, cutAfter: 90_000 });
    const socket = await open(local(library, proxy.port));
    let received = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => (received = Buffer.concat([received, data])));
    const [error] = (await once(socket, 'error')) as [SslError];
    expect(error.unexpectedEof).toBe(true);
    expect(received.length).toBeGreaterThan(60_000);
    expect(received.equals(pattern(100_000).subarray(0, received.length))).toBe(true);
  });

  test('destroy() sends no close_notify, and gives no end and no error', async () => {
    const server = await listen({ kind: 'tls' });
    const socket = await open(local(library, server.port));
    await server.seen('secure');
    const events = eventsUntilClose(socket);
    socket.destroy();
    expect(await events).toEqual(['close']);
    expect(socket.engine.closed).toBe(true);
    expect(socket.transport?.destroyed ?? true).toBe(true);
    await server.seen('close');
  });

  test('destroy(error) gives that very error', async () => {
    const socket = await open(local(library, echo.port));
    const mine = new Error('mine');
    const failed = once(socket, 'error');
    socket.destroy(mine);
    expect((await failed)[0]).toBe(mine);
    expect(socket.errored).toBe(mine);
  });

  test('destroy() twice, after end() and after the close is harmless', async () => {
    const socket = await open(local(library, echo.port));
    const events = eventsUntilClose(socket);
    socket.resume().end();
    await once(socket, 'close');
    socket.destroy().destroy(new Error('too late'));
    expect(await events).toEqual(['finish', 'end', 'close']);
  });

  test.each(['data', 'readable', 'end', 'finish', 'drain'])(
    'destroy() inside a handler of %s drops the connection and nothing else',
    async (event) => {
      const socket = await open(local(library, echo.port));
      const events = eventsUntilClose(socket);
      socket.once(event, () => socket.destroy());
      if (event !== 'readable') socket.resume();
      socket.write(pattern(300_000));
      socket.end();
      const seen = await events;
      expect(seen.filter((name) => name.startsWith('error'))).toEqual([]);
      expect(seen.at(-1)).toBe('close');
      expect(socket.engine.closed).toBe(true);
    },
  );

  test('destroy() with writes under way reports their loss to every callback', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const socket = await open(local(library, server.port));
    const outcomes = [12_000_000, 10].map(
      (size) => new Promise<Error | null | undefined>((resolve) => socket.write(pattern(size), resolve)),
    );
    await nothingMoves(socket);
    socket.destroy();
    for (const outcome of await Promise.all(outcomes)) expect(outcome).toBeInstanceOf(Error);
  });

  test('a peer that goes away in the middle of a write reports the loss, to the callback and as an error', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const socket = await open(local(library, server.port));
    await server.seen('secure');
    const failed = once(socket, 'error');
    const outcome = new Promise((resolve) => socket.write(pattern(12_000_000), resolve));
    await nothingMoves(socket);
    server.command('destroy');
    expect(await outcome).toBeInstanceOf(Error);
    expect(['ECONNRESET', 'EPIPE', 'ERR_SSL_UNEXPECTED_EOF']).toContain(((await failed)[0] as SslError).code);
  });

  test('what was written is delivered although the peer has said close_notify before', async () => {
    const [ours, theirs] = duplexPair();
    const server = serverOver(theirs);
    const [socket] = await Promise.all([open({ ...trusting(library), transport: ours, allowHalfOpen: true }), server.secure]);
    server.tls.pause().end();
    socket.resume();
    await once(socket, 'end');
    socket.end(pattern(2_000_000));
    expect(await readAll(server.tls)).toHaveLength(2_000_000);
  });

  test('a peer that reads late, after its own close_notify, still gets everything and our close_notify', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const socket = await open({ ...local(library, server.port), allowHalfOpen: true });
    await server.seen('secure');
    server.command('end');
    await once(socket.resume(), 'end');
    let written = 0;
    // Up to the brim of the kernel's buffers, so that the last bytes and close_notify have to wait in the transport.
    for (; socket.unsent === 0; written += 8192) await new Promise((resolve) => socket.write(pattern(8192), resolve));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    socket.end();
    await new Promise((resolve) => setImmediate(resolve));
    jest.advanceTimersByTime(3_600_000); // however late it is
    jest.useRealTimers();
    expect(socket.writableFinished).toBe(socket.unsent === 0); // finished means: it has left
    server.command('resume');
    await once(socket, 'close');
    await Promise.race([server.seen('size'), server.seen('error')]);
    expect(server.log).toContainEqual({ event: 'size', detail: written });
    expect(server.log.filter(({ event }) => event.includes('error'))).toEqual([]);
  });

  test('write() after end() is the error of streams, and does not reach OpenSSL', async () => {
    const socket = await open(local(library, echo.port));
    const failed = once(socket, 'error');
    socket.end();
    const outcome = new Promise((resolve) => socket.write('late', resolve));
    expect(await outcome).toMatchObject({ code: 'ERR_STREAM_WRITE_AFTER_END' });
    expect((await failed)[0]).toMatchObject({ code: 'ERR_STREAM_WRITE_AFTER_END' });
    expect(socket.engine.failure).toBeNull();
  });

  test('write() after destroy() reports ERR_STREAM_DESTROYED to the callback', async () => {
    const socket = await open(local(library, echo.port));
    socket.destroy();
    const outcome = new Promise((resolve) => socket.write('late', resolve));
    expect(await outcome).toMatchObject({ code: 'ERR_STREAM_DESTROYED' });
  });

  test('an error that nobody listens to is an uncaught exception, as with any stream', async () => {
    const tls = await listen({ kind: 'tls', session: 'say', bytes: 10 });
    const proxy = await listen({ kind: 'proxy', to: tls.port });
    const program = `
      const socket = await libssl.connect(input);
      process.on('uncaughtException', (error) => { say({ code: error.code }); process.exit(7); });
      socket.once('data', () => say({ data: true }));`;
    const { library: _, ...plain } = local(library, proxy.port);
    const result = await run(program, {
      input: { ...plain, library: selector },
      started: (child) => child.stdout?.once('data', () => proxy.command('cut-end')),
    });
    expect(said(result).at(-1)).toEqual({ code: 'ERR_SSL_UNEXPECTED_EOF' });
    expect(result.code).toBe(7);
  });
});
