// connectSync() over a transport of the caller's that throws, returns nonsense or calls back. docs/errors.md

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connectSync, MisuseError, SslError, type SyncSslSocket, type SyncTransport } from '../../lib/index.ts';
import { thrown } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine } from '../support/io-engine-transport.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

// Passes everything on until a test sets another read, write or close.
class Altered implements SyncTransport {
  readonly inner: EngineSyncTransport;
  onRead: ((size: number) => unknown) | null = null;
  onWrite: ((bytes: Uint8Array) => unknown) | null = null;
  onClose: (() => void) | null = null;
  closed = 0;

  constructor(inner: EngineSyncTransport) {
    this.inner = inner;
  }

  read(size: number): Uint8Array | null {
    return this.onRead === null ? this.inner.read(size) : (this.onRead(size) as Uint8Array | null);
  }

  write(bytes: Uint8Array): number | undefined {
    return this.onWrite === null ? this.inner.write(bytes) : (this.onWrite(bytes) as number | undefined);
  }

  close(): void {
    this.closed += 1;
    this.inner.close();
    this.onClose?.();
  }
}

const wrongReads: readonly (readonly [string, (size: number) => unknown])[] = [
  ['undefined', () => undefined],
  ['a number', () => 5],
  ['a string', () => 'bytes'],
  ['an array', () => [1, 2, 3]],
  ['an object with a length', () => ({ length: 3, byteLength: 3 })],
  ['an ArrayBuffer', () => new ArrayBuffer(3)],
  ['a DataView', () => new DataView(new ArrayBuffer(3))],
  ['a Uint16Array', () => new Uint16Array(3)],
  ['a promise', () => Promise.resolve(Buffer.from('later'))],
  ['no bytes', () => Buffer.alloc(0)],
  ['one byte too many', (size) => Buffer.alloc(size + 1)],
];
const wrongWrites: readonly (readonly [string, (bytes: Uint8Array) => unknown])[] = [
  ['0', () => 0],
  ['-1', () => -1],
  ['half a byte', () => 0.5],
  ['NaN', () => Number.NaN],
  ['a string', () => '1'],
  ['true', () => true],
  ['a promise', () => Promise.resolve(1)],
  ['one byte too many', (bytes) => bytes.length + 1],
];

describeEachLibrary('a transport of connectSync() that misbehaves', (library) => {
  let before: typeof library.liveObjects;
  let transport: Altered;
  const made: Altered[] = [];
  const fresh = (name: Parameters<typeof identity>[0] = 'serverEc'): Altered => {
    const altered = new Altered(new EngineSyncTransport(new ServerEngine(library, identity(name))));
    made.push(altered);
    return altered;
  };
  const open = (): SyncSslSocket => connectSync({ library, ca: certificatePem('root'), serverName: hosts.good, transport });
  beforeEach(() => {
    before = library.liveObjects;
    transport = fresh();
  });
  afterEach(() => {
    for (const { inner } of made.splice(0)) inner.close();
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test.each(wrongReads)('read() that gives %s in the handshake is a mistake', (_, give) => {
    transport.onRead = give;
    const error = thrown(open);
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'the result of transport.read' });
    expect(transport.closed).toBe(1);
  });

  test.each(wrongReads)('read() that gives %s later is a mistake', (_, give) => {
    const socket = open();
    transport.onRead = give;
    const error = thrown(() => socket.read());
    socket.close();
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test.each(wrongWrites)('write() that gives %s in the handshake is a mistake', (_, give) => {
    transport.onWrite = give;
    const error = thrown(open);
    expect(transport.closed).toBe(1);
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'the result of transport.write' });
  });

  test.each(wrongWrites)('write() that gives %s later is a mistake', (_, give) => {
    const socket = open();
    transport.onWrite = give;
    const error = thrown(() => socket.write('x'));
    socket.close();
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_ARGUMENT' });
  });

  test.each(['onRead', 'onWrite'] as const)('%s: what it throws in the handshake is the cause', (method) => {
    const cause = new Error('out of paper');
    transport[method] = () => {
      throw cause;
    };
    const error = thrown(open);
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ERR_SSL_TRANSPORT', operation: 'SSL_connect', family: 'peer', unexpectedEof: false });
    expect((error as SslError).cause).toBe(cause);
    expect((error as SslError).message).toContain('out of paper');
    expect((error as SslError).handshakeSteps).toMatchObject([{ call: 'SSL_connect', ret: -1, code: 2 }]);
    expect(transport.closed).toBe(1);
  });

  test.each(['onRead', 'onWrite'] as const)('%s: a system error keeps its code and number', (method) => {
    transport[method] = () => {
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', errno: -104, syscall: 'read' });
    };
    expect(thrown(open)).toMatchObject({ code: 'ECONNRESET', errno: 104, operation: 'read' });
  });

  test.each(['onRead', 'onWrite'] as const)('%s: what it throws later is the cause, and the call says which', (method) => {
    const socket = open();
    const cause = new Error('out of ink');
    transport[method] = () => {
      throw cause;
    };
    const error = thrown(() => (method === 'onRead' ? socket.read() : socket.write('x')));
    socket.close();
    expect(error).toMatchObject({ code: 'ERR_SSL_TRANSPORT', operation: method === 'onRead' ? 'SSL_read_ex' : 'SSL_write_ex' });
    expect((error as SslError).cause).toBe(cause);
    expect(transport.closed).toBe(1);
  });

  test.each([undefined, null, 'text', 7, Symbol('s')])('whatever is thrown, %p too, is told as the failure of the transport', (cause) => {
    for (const method of ['onRead', 'onWrite'] as const) {
      transport = fresh();
      transport[method] = () => {
        throw cause as unknown as Error;
      };
      const error = thrown(open);
      expect(transport.closed).toBe(1);
      expect(error).toBeInstanceOf(SslError);
      expect(error).toMatchObject({ code: 'ERR_SSL_TRANSPORT' });
    }
  });

  test('a transport that cannot take the last alert does not hide why the handshake failed', () => {
    transport = fresh('selfSigned');
    let writes = 0;
    transport.onWrite = (bytes) => {
      writes += 1;
      if (writes > 1) throw new Error('gone');
      return transport.inner.write(bytes);
    };
    expect(thrown(open)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 18 } });
  });

  test('a close() of the transport that throws does not hide why the handshake failed, and nothing is left behind', () => {
    transport = fresh('selfSigned');
    transport.onClose = () => {
      throw new Error('cannot close');
    };
    expect(thrown(open)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 18 } });
  });

  test('a close() of the transport that throws leaves nothing behind', () => {
    const socket = open();
    transport.onClose = () => {
      throw new Error('cannot close');
    };
    try {
      socket.close();
    } catch (error) {
      expect(String(error)).toContain('cannot close');
    }
    expect(socket.closed).toBe(true);
    expect(socket.engine.closed).toBe(true);
  });

  test.each(['onRead', 'onWrite'] as const)('%s: the socket that waits for it is busy, and goes on', (method) => {
    const socket = open();
    const codes: unknown[] = [];
    let nested = false;
    const pass = method === 'onRead' ? (size: never) => transport.inner.read(size) : (bytes: never) => transport.inner.write(bytes);
    transport[method] = (argument) => {
      if (!nested) {
        nested = true;
        const calls = [
          () => socket.read(),
          () => socket.readInto(Buffer.alloc(1)),
          () => socket.write('x'),
          () => socket.shutdown(),
          () => socket.close(),
        ];
        for (const call of calls) codes.push((thrown(call) as MisuseError).code);
      }
      return pass(argument as never);
    };
    socket.write('outer');
    expect(String(socket.read())).toBe('outer');
    expect(codes).toEqual(Array(5).fill('ERR_SSL_BUSY'));
    transport[method] = null;
    socket.close();
    expect(transport.closed).toBe(1);
  });

  test('the close() of the transport can close the socket once more', () => {
    const socket = open();
    transport.onClose = () => socket.close();
    socket.close();
    expect(transport.closed).toBe(1);
  });

  test.each(['onRead', 'onWrite'] as const)('%s: an engine that is closed under the call is a mistake, no crash', (method) => {
    const socket = open();
    transport[method] = () => {
      socket.engine.close();
      return method === 'onRead' ? Buffer.from('abc') : undefined;
    };
    const error = thrown(() => {
      if (method === 'onWrite') socket.write('x');
      socket.read();
    });
    expect(error).toBeInstanceOf(MisuseError);
    expect(error).toMatchObject({ code: 'ERR_SSL_CLOSED' });
    socket.close();
    expect(transport.closed).toBe(1);
  });

  test('bytes that are no TLS are a protocol error', () => {
    transport.onRead = () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n');
    const error = thrown(open);
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', sslError: 1, unexpectedEof: false });
    expect((error as SslError).queue.length).toBeGreaterThan(0);
  });

  test('a deadline between two reads ends the call, and the same call works afterwards', () => {
    const socket = open();
    transport.onRead = () => {
      const until = performance.now() + 5;
      while (performance.now() < until);
      return transport.inner.read(1);
    };
    socket.write('0123456789');
    expect(thrown(() => socket.read(100, { timeout: 1 }))).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'SSL_read_ex' });
    transport.onRead = null;
    expect(String(socket.read(100))).toBe('0123456789');
    socket.close();
  });
});
