// connect() over any Duplex: in memory, TLS inside TLS, byte by byte, breaking. BIO_s_bio(3), rules 14, 15, 35

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { Duplex, PassThrough } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { accept, connect, SslContext, SslError, type SslSocket } from '../../lib/index.ts';
import { closeAll, closed, closeLater, eventsUntilClose, open, readAll, rejection, trusting } from '../support/io-clients.ts';
import { type DuplexPairOptions, duplexPair } from '../support/io-duplex.ts';
import { EngineDuplex, ServerEngine } from '../support/io-engine-transport.ts';
import { type ServerOver, serverOver } from '../support/io-server-over.ts';
import { hashOf, pattern, TestServer } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeEachLibrary('connect() over a transport', (library, { name }) => {
  afterEach(closeAll);
  const overMemory = async (shape: DuplexPairOptions = {}): Promise<[SslSocket, ServerOver]> => {
    const [ours, theirs] = duplexPair(shape);
    const server = serverOver(theirs);
    closeLater(server.tls);
    const [socket] = await Promise.all([open({ ...trusting(library), transport: ours }), server.secure]);
    return [socket, server];
  };

  test('works over a pair in memory, and ends it in peace', async () => {
    const [socket, server] = await overMemory();
    server.tls.pipe(server.tls);
    socket.end('in memory');
    expect((await readAll(socket)).toString()).toBe('in memory');
    await closed(socket.transport as Duplex);
    expect(socket.transport?.errored).toBeNull();
  });

  test.each(versions)('%s: works when the transport delivers one byte at a time', async (version) => {
    const [ours, theirs] = duplexPair({ pieces: 1 });
    const server = serverOver(theirs, { version });
    const socket = await open({ ...trusting(library), transport: ours });
    server.tls.pipe(server.tls);
    socket.end(pattern(5000));
    expect(await readAll(socket)).toEqual(pattern(5000));
  });

  test('works over a transport whose other side is this package, started in the same turn', async () => {
    const [ours, theirs] = duplexPair();
    const context = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const [client, server] = await Promise.all([open({ ...trusting(library), transport: ours }), accept({ context, transport: theirs })]);
    server.pipe(server);
    client.end(pattern(200_000));
    expect(hashOf(await readAll(client))).toBe(hashOf(pattern(200_000)));
  });

  test('TLS inside TLS inside TLS', async () => {
    const [ours, theirs] = duplexPair();
    const context = new SslContext({ role: 'server', library, ...identity('serverEc') });
    let client: Duplex = ours;
    let server: Duplex = theirs;
    for (let depth = 0; depth < 3; depth += 1) {
      [client, server] = await Promise.all([open({ ...trusting(library), transport: client }), accept({ context, transport: server })]);
    }
    server.pipe(server);
    client.end(pattern(100_000));
    expect(hashOf(await readAll(client))).toBe(hashOf(pattern(100_000)));
  });

  test('TLS inside a connection of node:tls', async () => {
    const inner = await TestServer.listen({ kind: 'tls' });
    const { certificate, privateKey } = identity('serverEc');
    const [ours, theirs] = duplexPair();
    const outerServer = serverOver(theirs);
    const outer = closeLater(
      connectTls({ socket: ours, ca: certificatePem('root'), servername: 'server.test', cert: certificate, key: privateKey }),
    );
    await outerServer.secure;
    const tcp = connectTcp(inner.port, '127.0.0.1');
    outerServer.tls.pipe(tcp).pipe(outerServer.tls);
    const socket = await open({ ...trusting(library), transport: outer });
    socket.end('two layers');
    expect((await readAll(socket)).toString()).toBe('two layers');
    inner.close();
  });

  test('a socket of node:net that is still connecting will do', async () => {
    const server = await TestServer.listen({ kind: 'tls' });
    const socket = await open({
      ...trusting(library),
      transport: connectTcp({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }),
    });
    expect(socket.connection?.verify.verified).toBe(true);
    server.close();
  });

  test('a transport that holds data already, before connect() looks at it, loses none of it', async () => {
    const context = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const [ours, theirs] = duplexPair();
    const client = open({ ...trusting(library), transport: ours });
    await once(theirs, 'readable');
    const server = closeLater(await accept({ context, transport: theirs }));
    server.end('after');
    expect((await readAll(await client)).toString()).toBe('after');
  });

  test('an error of the transport during the handshake rejects with it as the cause', async () => {
    const transport = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
    const failed = rejection(connect({ ...trusting(library), transport }));
    const cause = Object.assign(new Error('cable cut'), { code: 'ECABLE' });
    setImmediate(() => transport.destroy(cause));
    const error = await failed;
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ECABLE', family: 'peer', operation: 'SSL_connect', cause });
  });

  test('an error without a code has the code ERR_SSL_TRANSPORT', async () => {
    const transport = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done(new Error('no')) });
    expect(await rejection(connect({ ...trusting(library), transport }))).toMatchObject({
      code: 'ERR_SSL_TRANSPORT',
      cause: { message: 'no' },
    });
  });

  test('an error of the transport after the handshake is the error of the socket', async () => {
    const [socket] = await overMemory();
    const failed = once(socket, 'error');
    socket.transport?.destroy(new Error('cable cut'));
    const [error] = (await failed) as [SslError];
    expect(error).toMatchObject({ code: 'ERR_SSL_TRANSPORT', operation: 'SSL_read_ex', cause: { message: 'cable cut' } });
  });

  test.each(['end', 'destroy'] as const)(
    'a transport that is lost by %s in the middle of the handshake is an unexpected end',
    async (cut) => {
      const [ours, theirs] = duplexPair({ cutAfter: 100, cut });
      serverOver(theirs);
      const error = await rejection(connect({ ...trusting(library), transport: ours }));
      expect(error).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_connect' });
      expect((error as SslError).handshakeSteps.length).toBeGreaterThan(0);
      if (!ours.destroyed) await once(ours, 'close');
    },
  );

  test('a transport that is destroyed without an error after the handshake is an unexpected end', async () => {
    const [socket] = await overMemory();
    const events = eventsUntilClose(socket.resume());
    socket.transport?.destroy();
    expect(await events).toEqual(['error ERR_SSL_UNEXPECTED_EOF', 'close']);
  });

  test('a transport that has ended, or is destroyed, is refused as not open', async () => {
    const ended = new PassThrough();
    ended.resume().end();
    await once(ended, 'end');
    const destroyed = new PassThrough().destroy();
    for (const transport of [ended, destroyed]) {
      expect(await rejection(connect({ ...trusting(library), transport }))).toMatchObject({
        code: 'ERR_SSL_ARGUMENT',
        argument: 'options.transport',
      });
    }
  });

  test('a transport whose write throws rejects, and leaves no native object behind', async () => {
    const before = library.liveObjects.connections;
    const transport = new Duplex({ read: () => undefined });
    transport.write = () => {
      throw new Error('write threw');
    };
    expect(await rejection(connect({ ...trusting(library), transport }))).toMatchObject({
      message: expect.stringContaining('write threw'),
    });
    expect(library.liveObjects.connections).toBe(before);
  });

  test('a transport that gives strings (setEncoding) rejects, and does not crash', async () => {
    const [ours, theirs] = duplexPair();
    ours.setEncoding('latin1');
    serverOver(theirs);
    const error = await rejection(connect({ ...trusting(library), transport: ours, timeout: 5000 }));
    expect(error).toMatchObject({ name: expect.stringMatching(/^(SslError|MisuseError)$/) });
    expect(error).not.toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
  });

  test('bytes behind the close_notify of the peer are no trouble', async () => {
    const [ours, theirs] = duplexPair();
    const context = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const [client, server] = await Promise.all([open({ ...trusting(library), transport: ours }), accept({ context, transport: theirs })]);
    closeLater(server).end('last');
    await once(server, 'finish'); // its close_notify has left
    theirs.write('not TLS at all');
    expect((await readAll(client)).toString()).toBe('last');
  });

  test('garbage after the handshake is an error of OpenSSL, with its queue', async () => {
    const [socket] = await overMemory();
    const failed = once(socket.resume(), 'error');
    (socket.transport as ReturnType<typeof duplexPair>[0]).push(Buffer.from('not TLS at all'));
    const [error] = (await failed) as [SslError];
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_read_ex', unexpectedEof: false });
    expect(error.queue.length).toBeGreaterThan(0);
  });

  test.each(versions)('%s: a server that ends at any byte of its flight is an unexpected end, never a hang or a crash', async (version) => {
    const before = library.liveObjects;
    const context = new SslContext({ role: 'client', library, ca: certificatePem('root'), groups: 'P-256', maxProtocol: version });
    const serverContext = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const outcomes = new Map<string, number>();
    const attempt = async (cutAfter: number): Promise<string> => {
      const transport = new EngineDuplex(new ServerEngine(serverContext, { cutAfter }));
      try {
        const socket = await connect({ context, verifyName: hosts.good, transport });
        socket.destroy();
        return 'done';
      } catch (error) {
        return error instanceof SslError ? `${error.code} ${error.unexpectedEof}` : String(error);
      }
    };
    // Every byte with Node's own; the engine and connectSync() are tried at every byte with each (test/engine, test/sync).
    const step = name === 'node' ? 1 : 5;
    let attempts = 0;
    for (let outcome = ''; outcome !== 'done'; attempts += 1) {
      outcome = await attempt(attempts * step);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(attempts * step).toBeGreaterThan(1000);
    expect([...outcomes]).toEqual([
      ['ERR_SSL_UNEXPECTED_EOF true', attempts - 1],
      ['done', 1],
    ]);
    expect(library.liveObjects.connections).toBe(before.connections);
  });
});
