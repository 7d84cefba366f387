// connect() and createServer() where OpenSSL works on the connection's descriptor itself: what differs from a stream below, and what must not.

import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, connectSync, createServer, type SslEngine, type SslError, type SslServer, type SslSocket } from '../../lib/index.ts';
import { withVariable } from '../support/environment.ts';
import { run, said } from '../support/io-child.ts';
import { closeAll, closed, local, open, readAll, readSome, rejection, thrown } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { Peer } from '../support/io-peer.ts';
import { hashOf, pattern, TestServer } from '../support/io-servers.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

const descriptor = { io: 'descriptor' } as const;

describeEachLibrary('connect() over a descriptor', (library, { selector }) => {
  let echo: TestServer;
  let peer: Peer;
  let more: TestServer | null = null;
  beforeAll(async () => {
    echo = await TestServer.listen({ kind: 'tls' });
    peer = await Peer.start();
  });
  afterAll(async () => {
    echo.close();
    await peer.stop();
  });
  afterEach(() => {
    closeAll();
    more?.close();
    more = null;
  });

  test.each([
    ['descriptor', null],
    ['stream', Socket],
  ] as const)('io: %s, and the socket tells what is below it', async (io, below) => {
    const socket = await open({ ...local(library, echo.port), io });
    expect(socket.transport?.constructor ?? null).toBe(below);
    expect(socket).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: echo.port, remoteFamily: 'IPv4', localAddress: '127.0.0.1' });
    expect(socket.localPort).toBeGreaterThan(0);
    expect(socket.setNoDelay().setNoDelay(false).setKeepAlive(true, 5000).setKeepAlive().unref().ref()).toBe(socket);
    socket.end('both');
    expect((await readAll(socket)).toString()).toBe('both');
    expect(socket.bytesRead).toBeGreaterThan(1000);
    expect(socket.bytesWritten).toBeGreaterThan(300);
    expect(socket.unsent).toBe(0);
    await closed(socket);
    expect([socket.remoteAddress, socket.remotePort]).toEqual(['127.0.0.1', echo.port]); // once asked for they stay known
    expect(socket.setNoDelay().setKeepAlive(true).ref().unref()).toBe(socket); // nothing is left to set
  });

  test('the steps of the handshake are those over a stream, with the same bytes', async () => {
    const [one, other] = await Promise.all([
      open({ ...local(library, echo.port), ...descriptor }),
      open({ ...local(library, echo.port), io: 'stream' }),
    ]);
    const stepsOf = (socket: SslSocket): readonly unknown[] => socket.handshakeSteps.map(({ call, ret, code }) => ({ call, ret, code }));
    expect(stepsOf(one)[0]).toEqual({ call: 'SSL_connect', ret: -1, code: 2 });
    const sumOf = (socket: SslSocket, what: 'sent' | 'received'): number =>
      socket.handshakeSteps.reduce((sum, step) => sum + (step[what] ?? 0), 0);
    expect(one.handshakeSteps[0]?.sent).toBe(other.handshakeSteps[0]?.sent);
    expect(Math.abs(sumOf(one, 'received') - sumOf(other, 'received'))).toBeLessThan(600); // a signature's length, and tickets come when they come
    expect(one.handshakeSteps.at(-1)).toMatchObject({ ret: 1, code: 0 });
  });

  test('a peer that sends byte by byte', async () => {
    more = await TestServer.listen({ kind: 'proxy', to: echo.port, byteByByte: true });
    const socket = await open({ ...local(library, more.port), ...descriptor });
    const bytes = pattern(3000);
    socket.end(bytes);
    expect(hashOf(await readAll(socket))).toBe(hashOf(bytes));
  });

  test('what ends a connection is reported as over OpenSSL’s own socket BIO', async () => {
    for (const then of ['end', 'reset'] as const) {
      for (const reply of [undefined, 'HTTP/1.1 400 Bad Request\r\n\r\n']) {
        const { port } = await peer.listen({ kind: 'raw', then, ...(reply === undefined ? {} : { reply }) });
        const own = (await rejection(connect({ ...local(library, port), ...descriptor }))) as SslError;
        const theirs = thrown(() => connectSync({ ...local(library, port), bio: 'socket' })) as SslError;
        const of = ({ code, ret, sslError, errno, unexpectedEof, queue }: SslError): unknown => ({
          ...{ code, ret, sslError, errno, unexpectedEof },
          queue: queue.map(({ libraryCode, reasonCode }) => [libraryCode, reasonCode]),
        });
        expect(of(own)).toEqual(of(theirs));
      }
    }
  });

  test('engine.close() under the connection ends it', async () => {
    const socket = await open({ ...local(library, echo.port), ...descriptor });
    const failed = once(socket, 'error');
    socket.engine.close();
    expect((await failed)[0]).toMatchObject({ code: 'ERR_SSL_DESTROYED' });
    expect(socket.destroyed).toBe(true);
  });

  test.each(['throws', 'closes the engine', 'aborts'] as const)(
    'a callback that %s in mid-handshake ends it, and nothing is left',
    async (what) => {
      const descriptors = (): number => readdirSync('/proc/self/fd').length;
      const { port } = await peer.listen({ kind: 'tls' });
      const before = descriptors();
      const live = library.liveObjects.connections;
      const controller = new AbortController();
      const own = new Error('of the callback');
      const verifyCallback = (_step: unknown, engine: SslEngine): boolean => {
        if (what === 'throws') throw own;
        if (what === 'closes the engine') engine.close();
        else controller.abort(own);
        return true;
      };
      const error = await rejection(connect({ ...local(library, port), ...descriptor, signal: controller.signal, verifyCallback }));
      if (what === 'closes the engine') expect(error).toMatchObject({ code: 'ERR_SSL_DESTROYED' });
      else expect(error).toBe(own);
      // A step on the pool goes on to its end first, and what is left is freed then.
      do await new Promise(setImmediate);
      while (library.liveObjects.connections > live);
      expect(descriptors()).toBeLessThanOrEqual(before); // those of an earlier test may still have been closing
      expect(library.liveObjects.connections).toBe(live);
    },
  );

  test('a listener runs in the asynchronous context that connect() was called in', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen = await storage.run('mine', async () => {
      const socket = await open({ ...local(library, echo.port), ...descriptor });
      socket.write('x');
      return new Promise((resolve) => socket.once('data', () => resolve(storage.getStore())));
    });
    expect(seen).toBe('mine');
  });

  test('what a listener throws is an uncaught exception, and the connection goes on', async () => {
    const program = `
      const socket = await libssl.connect({ ...input, library: libssl.OpenSSL.load(input.library) });
      process.once('uncaughtException', (error) => {
        say(error.message);
        socket.once('data', (data) => { say(String(data)); socket.destroy(); });
        socket.write('again');
      });
      socket.once('data', () => { throw new Error('on purpose'); });
      socket.write('once');`;
    const input = { ...local(library, echo.port), ...descriptor, library: selector };
    const ran = await run(program, { input });
    expect(ran).toMatchObject({ code: 0, signal: null });
    expect(said(ran)).toEqual(['on purpose', 'again']);
  });

  test('a worker that is terminated with open connections closes them', async () => {
    const program = `
      const { module, execArgv, ...options } = input;
      const { Worker } = require('node:worker_threads');
      const fds = () => require('node:fs').readdirSync('/proc/self/fd').length;
      libssl.OpenSSL.load(input.library);
      const body = \`
        const { parentPort, workerData } = require('node:worker_threads');
        const libssl = require(workerData.module);
        const library = libssl.OpenSSL.load(workerData.options.library);
        const all = Array.from({ length: 20 }, () => libssl.connect({ ...workerData.options, library }));
        Promise.all(all).then((sockets) => {
          sockets.slice(0, 10).forEach((socket) => { socket.on('data', () => undefined); socket.write('x'); });
          parentPort.postMessage('open');
        });\`;
      const once = async () => {
        const worker = new Worker(body, { eval: true, workerData: { options, module }, execArgv });
        await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
        return worker.terminate();
      };
      await once();
      const before = fds();
      say(await once());
      say(fds() - before);`;
    const support = require.resolve('../support/io-register.cjs');
    const ours = { ...local(library, echo.port), ...descriptor, library: selector };
    const input = { ...ours, module: require.resolve('../../lib/index.ts'), execArgv: ['--require', support] };
    const ran = await run(program, { input });
    expect(ran).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(said(ran)).toEqual([1, 0]);
  });

  test.each([
    ['process.exit(7)', 7],
    ['socket.unref()', 0],
  ])('with an open connection %s ends the process', async (last, code) => {
    const program = `
      const socket = await libssl.connect({ ...input, library: libssl.OpenSSL.load(input.library) });
      socket.on('data', () => undefined);
      ${last};`;
    const input = { ...local(library, echo.port), ...descriptor, library: selector };
    expect(await run(program, { input })).toMatchObject({ code, signal: null, stderr: '' });
  });
});

describeEachLibrary('createServer() over descriptors', (library) => {
  let server: SslServer;
  let port: number;
  const sockets = new Set<SslSocket>();
  beforeAll(async () => {
    server = createServer({ library, ...identity('serverEc'), ...descriptor }, (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).pipe(socket);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(() => {
    closeAll();
    sockets.clear();
  });
  afterAll(() => void server.destroy());

  test('200 connections at once echo what they are sent, and give all descriptors back', async () => {
    const descriptors = (): number => readdirSync('/proc/self/fd').length;
    const before = descriptors();
    const clients = await Promise.all(Array.from({ length: 200 }, () => open({ ...local(library, port), ...descriptor })));
    for (const client of clients) client.write('x');
    await Promise.all(clients.map((client) => readSome(client, 1))); // a server is done after its client
    expect([...sockets].every(({ transport }) => transport === null)).toBe(true);
    expect(descriptors() - before).toBeGreaterThan(300); // two for each connection; those of an earlier test may still be closing
    expect(server.stats.open).toBe(200);
    await Promise.all(
      clients.map(async (client, index) => {
        client.end(pattern(100 + index));
        expect(hashOf(await readAll(client))).toBe(hashOf(pattern(100 + index)));
        await closed(client);
      }),
    );
    await Promise.all([...sockets].map(closed));
    expect(descriptors()).toBeLessThanOrEqual(before);
    expect(server.stats.open).toBe(0);
  });

  test('a connection that is refused in its handshake gives its descriptor back', async () => {
    const descriptors = (): number => readdirSync('/proc/self/fd').length;
    const before = descriptors();
    for (let index = 0; index < 5; index += 1) {
      const failed = once(server, 'handshakeError');
      const refused = { ...local(library, port), ...descriptor, verifyName: 'other.example' };
      expect(await rejection(connect(refused))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
      expect((await failed)[0]).toMatchObject({ code: 'ERR_SSL_ALERT' });
    }
    expect(descriptors()).toBeLessThanOrEqual(before);
  });

  test('both sides write at once more than the system takes, and nothing is lost', async () => {
    const client = await open({ ...local(library, port), ...descriptor });
    const bytes = pattern(20_000_000);
    client.write(bytes);
    expect(hashOf(await readSome(client, bytes.length))).toBe(hashOf(bytes));
  });
});

describe('the option io', () => {
  const [first] = libraries;
  const options = (port: number): ReturnType<typeof local> => {
    if (first === undefined) throw new Error('no library is at hand');
    return local(first.library, port);
  };

  test.each([
    ['something else', { io: 'fd' }, 'options.io'],
    ['a bufferSize beside descriptor', { io: 'descriptor', bufferSize: 20_000 }, 'options.bufferSize'],
    ['a transport beside descriptor', { io: 'descriptor', port: undefined, transport: duplexPair()[0] }, 'options.transport'],
  ])('%s is refused', async (_what, more, argument) => {
    const refused = { ...options(1), ...more } as unknown as Parameters<typeof connect>[0];
    expect(await rejection(connect(refused))).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument });
  });

  test('LIBSSL_IO says what io is where it is not given; that must be one of the three too', async () => {
    await withVariable('LIBSSL_IO', 'fd', async () => {
      const refused = { code: 'ERR_SSL_ARGUMENT', argument: 'LIBSSL_IO' };
      expect(await rejection(connect({ host: 'localhost', port: 1 }))).toMatchObject(refused);
      expect(thrown(() => createServer(identity('server')))).toMatchObject(refused);
      createServer({ ...identity('server'), io: 'stream' });
    });
  });

  test('a bufferSize asks for a pair, and so for a stream', async () => {
    const echo = await TestServer.listen({ kind: 'tls' });
    const socket = await open({ ...options(echo.port), bufferSize: 20_000 });
    expect(socket.transport).toBeInstanceOf(Socket);
    closeAll();
    echo.close();
  });
});
