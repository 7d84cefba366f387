// SyncSslSocket called wrongly, beyond test/sync: which method a mistake names, memory of odd kinds, and the engine beside the socket.

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connectSync, MisuseError, OpenSSL, SslEngine, SyncSslSocket } from '../../lib/index.ts';
import { local, thrown } from '../support/io-clients.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const bios = ['pair', 'socket'] as const;
const methods = ['read', 'readInto', 'write', 'shutdown', 'close'] as const;

let peer: Peer;
let echo: PeerServer;
let socket: SyncSslSocket;
beforeAll(async () => {
  peer = await Peer.start();
  echo = await peer.listen({ kind: 'tls' });
});
afterAll(() => peer.stop());
afterEach(() => socket.close());

const open = (library: OpenSSL, bio: 'pair' | 'socket' = 'pair'): SyncSslSocket => {
  socket = connectSync({ ...local(library, echo.port), bio, timeout: 10_000 });
  return socket;
};

const expectStillGood = (opened: SyncSslSocket): void => {
  opened.write('still good');
  expect(String(opened.read())).toBe('still good');
};

const call = (method: (typeof methods)[number], on: unknown): unknown => {
  const first = { read: [5], readInto: [Buffer.alloc(5)], write: ['x'], shutdown: [], close: [] }[method];
  return Reflect.apply(SyncSslSocket.prototype[method] as (...values: readonly unknown[]) => unknown, on, first);
};

describeEachLibrary('SyncSslSocket', (library) => {
  test.each(bios)(
    'bio %s: after close() every method is ERR_SSL_CLOSED, close() again is nothing, and what was negotiated stays',
    (bio) => {
      const opened = open(library, bio);
      const { connection, peerCertificate, handshakeSteps } = opened;
      expect(opened.closed).toBe(false);
      opened.close();
      opened.close();
      expect(opened.closed).toBe(true);
      expect(opened.engine.closed).toBe(true);
      for (const method of methods.filter((name) => name !== 'close')) {
        expect(thrown(() => call(method, opened))).toMatchObject({ code: 'ERR_SSL_CLOSED', family: 'misuse', argument: method });
      }
      expect(opened.connection).toBe(connection);
      expect(opened.peerCertificate).toBe(peerCertificate);
      expect(opened.handshakeSteps).toBe(handshakeSteps);
    },
  );

  test('after a failure every call gives that failure, until close()', async () => {
    const silent = await peer.listen({ kind: 'tls', session: 'hold' });
    const proxy = await peer.listen({ kind: 'proxy', to: silent.port });
    socket = connectSync({ ...local(library, proxy.port), timeout: 10_000 });
    await silent.seen('secure');
    await proxy.command('cut-end');
    const first = thrown(() => socket.read());
    expect(first).toMatchObject({ unexpectedEof: true });
    for (const method of ['read', 'readInto', 'write', 'shutdown'] as const) expect(thrown(() => call(method, socket))).toBe(first);
  });
});

const library = OpenSSL.load('node');

test.each(methods)('%s() on another object is ERR_SSL_RECEIVER', (method) => {
  const opened = open(library);
  const others = [
    undefined,
    null,
    5,
    'socket',
    {},
    [],
    Object.create(opened),
    Object.create(SyncSslSocket.prototype),
    SyncSslSocket.prototype,
    opened.engine,
  ];
  for (const other of others) {
    const error = thrown(() => call(method, other));
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_RECEIVER', argument: method });
  }
  expectStillGood(opened);
});

test('a buffer that is detached, or shared with other threads, does not crash', () => {
  const opened = open(library);
  const detached = new Uint8Array(10);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  expect(thrown(() => opened.readInto(detached))).toMatchObject({ family: 'misuse' });
  expect(() => opened.write(detached)).toThrow();
  opened.write('shared');
  const shared = new Uint8Array(new SharedArrayBuffer(10));
  expect(opened.readInto(shared)).toBe(6);
  expect(opened.write(shared.subarray(0, 6))).toBe(6);
  expect(String(opened.read())).toBe('shared');
});

test('the engine of a socket shows its state, and what it reads is not read twice', () => {
  const opened = open(library);
  expect(opened.engine).toBeInstanceOf(SslEngine);
  expect(opened.engine.state).toMatchObject({ finished: true, sentShutdown: false, receivedShutdown: false });
  opened.write('0123456789');
  expect(String(opened.read(4))).toBe('0123');
  expect(opened.engine.state.pending).toBe(6);
  const into = Buffer.alloc(3);
  expect(opened.engine.read(into)).toMatchObject({ status: 'done', value: 3 });
  expect(String(opened.read())).toBe('789');
});
