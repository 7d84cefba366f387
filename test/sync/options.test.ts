// The options of connectSync() and the arguments of a SyncSslSocket: wrong types, contradictions, borrowed methods, use after close.

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type ConnectSyncOptions, connectSync, MisuseError, SslError, SyncSslSocket } from '../../lib/index.ts';
import { local, thrown, trusting } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine } from '../support/io-engine-transport.ts';
import { Peer, type PeerServer } from '../support/io-peer.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const bios = ['pair', 'socket'] as const;
const transport = { read: (): null => null, write: (): undefined => undefined };

let peer: Peer;
let echo: PeerServer;
beforeAll(async () => {
  peer = await Peer.start();
  echo = await peer.listen({ kind: 'tls' });
});
afterAll(() => peer.stop());

describeEachLibrary('the options of connectSync()', (library) => {
  const refused = (options: unknown): MisuseError => {
    const { connections, bios: bioCount } = library.liveObjects;
    const error = thrown(() => connectSync(options as ConnectSyncOptions));
    expect(error).toBeInstanceOf(MisuseError);
    expect(library.liveObjects).toMatchObject({ connections, bios: bioCount });
    return error as MisuseError;
  };

  test.each([
    ['port', { port: 443, transport }],
    ['port', { port: 443, fd: 0 }],
    ['fd', { fd: 0, transport }],
    ['bio', { bio: 'pair', transport }],
    ['bio', { bio: 'socket', transport }],
    ['bufferSize', { bio: 'socket', bufferSize: 1000, host: '127.0.0.1', port: 443 }],
  ])('options.%s contradicts another: %j', (name, options) => {
    expect(refused({ ...trusting(library), ...options })).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: `options.${name}` });
  });

  test.each<[string, readonly unknown[]]>([
    ['port', [0, -1, 65_536, 1.5, '443', null, Number.NaN, {}]],
    ['host', [5, null, '', {}, 'a b', 'nul\0byte']],
    ['fd', [-1, 2 ** 31, 0.5, '0', null, {}]],
    ['bio', ['memory', 5, null, '']],
    ['timeout', [0, -1, 1.5, '5', null, Number.NaN, {}]],
    ['bufferSize', [0, -1, 1.5, '5', null]],
    [
      'transport',
      [null, 5, 'x', {}, { read: transport.read }, { write: transport.write }, { ...transport, close: 5 }, { ...transport, close: null }],
    ],
  ])('options.%s of a wrong type or out of range', (name, values) => {
    for (const value of values) {
      const place = name === 'fd' || name === 'transport' ? {} : { host: '127.0.0.1', port: echo.port };
      const error = refused({ ...trusting(library), ...place, [name]: value });
      expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: `options.${name}` });
    }
  });

  test.each([undefined, null, 5, 'example.org', Symbol('s')])('%p in place of the options', (options) => {
    expect(refused(options).code).toBe('ERR_SSL_ARGUMENT');
  });

  test('an unknown option, no place to connect to, and a place without a port', () => {
    expect(refused({ ...local(library, echo.port), socket: 5 })).toMatchObject({
      code: 'ERR_SSL_UNKNOWN_OPTION',
      argument: 'options.socket',
    });
    expect(refused(trusting(library))).toMatchObject({ argument: 'options.host' });
    expect(refused({ ...trusting(library), host: '127.0.0.1' })).toMatchObject({ argument: 'options.port' });
    expect(refused({ library, transport })).toMatchObject({ argument: 'options.verifyName' });
  });

  test.each(bios)('bio %s: a descriptor that is none, or no socket, is an error of the system', (bio) => {
    const { connections, bios: bioCount } = library.liveObjects;
    const error = thrown(() => connectSync({ ...trusting(library), fd: 2 ** 31 - 1, bio }));
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'EBADF', errno: 9 });
    expect(library.liveObjects).toMatchObject({ connections, bios: bioCount });
  });
});

describeEachLibrary('the arguments of a SyncSslSocket', (library) => {
  let socket: SyncSslSocket | null = null;
  const open = (options: Partial<ConnectSyncOptions> = {}): SyncSslSocket => {
    socket = connectSync({ ...local(library, echo.port), ...options });
    return socket;
  };
  afterEach(() => socket?.close());

  test.each(bios)('bio %s: wrong ones are mistakes, and harm nothing', (bio) => {
    const opened = open({ bio }) as unknown as Record<string, (...parameters: unknown[]) => unknown>;
    const wrong: Record<string, readonly unknown[][]> = {
      read: [[0], [-1], [1.5], ['5'], [null], [{}], [2 ** 30 + 1], [5, 7], [5, { timeout: 0 }], [5, { timeout: '5' }], [5, { size: 5 }]],
      readInto: [
        [],
        [null],
        ['x'],
        [5],
        [[1, 2]],
        [new ArrayBuffer(5)],
        [Buffer.alloc(0)],
        [Buffer.alloc(5), { timeout: -1 }],
        [Buffer.alloc(5), 5],
      ],
      write: [[], [null], [5], [{}], [[1, 2]], [new ArrayBuffer(5)], ['x', { timeout: Number.NaN }], ['x', 5], ['x', { end: true }]],
      shutdown: [[5], ['x'], [{ timeout: 0 }], [{ other: 1 }]],
    };
    for (const [method, calls] of Object.entries(wrong)) {
      for (const parameters of calls) {
        const error = thrown(() => opened[method]?.(...parameters));
        if (!(error instanceof MisuseError)) throw new Error(`${method}(${JSON.stringify(parameters)}): ${String(error)}`);
        expect(['ERR_SSL_ARGUMENT', 'ERR_SSL_UNKNOWN_OPTION']).toContain(error.code);
      }
    }
    expect(socket?.write('fine')).toBe(4);
    expect(String(socket?.read())).toBe('fine');
  });

  test('borrowed methods are refused', () => {
    const opened = open();
    const methods = ['read', 'readInto', 'write', 'shutdown', 'close'] as const;
    const strangers = [
      undefined,
      null,
      5,
      {},
      Object.create(opened),
      Object.create(SyncSslSocket.prototype),
      new Proxy(opened, {}),
      opened.engine,
    ];
    for (const stranger of strangers) {
      for (const method of methods) {
        const borrowed: unknown = Reflect.get(SyncSslSocket.prototype, method);
        const call = (): unknown =>
          Reflect.apply(borrowed as () => unknown, stranger, method === 'write' ? ['x'] : method === 'readInto' ? [Buffer.alloc(1)] : []);
        expect(thrown(call)).toMatchObject({ code: 'ERR_SSL_RECEIVER', family: 'misuse' });
      }
    }
    expect(opened.closed).toBe(false);
    expect(opened.write('x')).toBe(1);
  });

  test.each(bios)('bio %s: everything but close() is refused after close(), and what was negotiated stays', (bio) => {
    const before = library.liveObjects;
    const opened = open({ bio });
    expect(library.liveObjects.connections).toBe(before.connections + 1);
    opened.close();
    opened.close();
    expect(opened.closed).toBe(true);
    expect(opened.engine.closed).toBe(true);
    for (const call of [() => opened.read(), () => opened.readInto(Buffer.alloc(1)), () => opened.write('x'), () => opened.shutdown()]) {
      const error = thrown(call);
      expect(error).toBeInstanceOf(MisuseError);
      expect(error).toMatchObject({ code: 'ERR_SSL_CLOSED' });
    }
    expect(opened.connection.verify.verified).toBe(true);
    expect(opened.peerCertificate).toBe(opened.peerChain[0]);
    expect(opened.handshakeSteps.length).toBeGreaterThan(0);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test.each(bios)('bio %s: an engine that the caller has closed is a mistake, no crash, and close() still works', (bio) => {
    const before = library.liveObjects;
    const opened = open({ bio });
    opened.engine.close();
    for (const call of [() => opened.read(), () => opened.write('x'), () => opened.shutdown()]) {
      expect(thrown(call)).toMatchObject({ code: 'ERR_SSL_CLOSED', family: 'misuse' });
    }
    opened.close();
    expect(opened.closed).toBe(true);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('a failed call leaves only close(); a second close() does nothing', () => {
    const server = new ServerEngine(library);
    const inner = new EngineSyncTransport(server);
    let ended = false;
    const opened = connectSync({
      ...trusting(library),
      transport: { read: (size) => (ended ? null : inner.read(size)), write: (bytes) => inner.write(bytes), close: () => inner.close() },
    });
    ended = true;
    for (let data: unknown = ''; data !== null; ) data = thrown(() => opened.read()) instanceof SslError ? null : '';
    expect(thrown(() => opened.write('x'))).toBeInstanceOf(SslError);
    expect(thrown(() => opened.shutdown())).toBeInstanceOf(SslError);
    opened.close();
    opened.close();
    expect(inner.closed).toBe(1);
  });
});
