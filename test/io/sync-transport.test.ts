// connectSync() over an object with read and write: the other side is an engine that answers inside of them. BIO_s_bio(3), rules 14, 15, 35

import { expect, test } from '@jest/globals';
import { connectSync, SslContext, SslError, type SyncSslSocket, type SyncTransport } from '../../lib/index.ts';
import { thrown, trusting } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine, type ServerEngineOptions } from '../support/io-engine-transport.ts';
import { hashOf, pattern } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeEachLibrary('connectSync() over a transport', (library) => {
  const over = (transport: SyncTransport): SyncSslSocket => connectSync({ ...trusting(library), transport, timeout: 10_000 });
  const toEngine = (shape: { pieces?: number; taken?: number } = {}, server: ServerEngineOptions = {}): [SyncSslSocket, EngineSyncTransport] => {
    const transport = new EngineSyncTransport(new ServerEngine(library, server), shape);
    return [over(transport), transport];
  };
  const readAll = (socket: SyncSslSocket, size: number): Buffer => {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(socket.read() as Buffer);
    return Buffer.concat(parts);
  };
  const wrong = (member: Partial<Record<'read' | 'write', unknown>>): unknown => {
    const transport = new EngineSyncTransport(new ServerEngine(library));
    const altered = {
      read: (size: number) => ('read' in member ? member.read : transport.read(size)),
      write: (bytes: Uint8Array) => ('write' in member ? member.write : transport.write(bytes)),
    };
    return thrown(() => over(altered as unknown as SyncTransport));
  };

  test.each(versions)('%s: finishes a verified handshake, echoes, and closes in full', (version) => {
    const [socket, transport] = toEngine({}, { maxProtocol: version });
    expect(socket.connection).toMatchObject({ protocol: version, verify: { verified: true, peerName: hosts.good } });
    socket.write('hello');
    expect(String(socket.read())).toBe('hello');
    expect(socket.shutdown()).toBe('sent');
    expect(socket.read()).toBeNull();
    expect(socket.shutdown()).toBe('complete');
    socket.close();
    socket.close();
    expect(transport.closed).toBe(1);
  });

  test('works one byte at a time, both ways', () => {
    const [socket, transport] = toEngine({ pieces: 1, taken: 1 });
    socket.write(pattern(2000));
    expect(readAll(socket, 2000).equals(pattern(2000))).toBe(true);
    expect(transport.reads).toBeGreaterThan(2000);
    socket.close();
  });

  test('echoes 1 MB in pieces that fit no record', () => {
    const [socket, transport] = toEngine({ pieces: 777, taken: 1111 });
    const bytes = pattern(1_000_000);
    for (let at = 0; at < bytes.length; at += 20_000) {
      socket.write(bytes.subarray(at, at + 20_000));
      expect(readAll(socket, 20_000).equals(bytes.subarray(at, at + 20_000))).toBe(true);
    }
    expect(hashOf(transport.server.received)).toBe(hashOf(bytes));
    socket.close();
  });

  test('the Finished leaves before connectSync() returns (rule 14)', () => {
    const [socket, transport] = toEngine();
    expect(transport.server.engine.state.finished).toBe(true);
    socket.close();
  });

  test('the alert of a failed verification leaves before connectSync() throws (rule 15)', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library, identity('expired')));
    const sent: Buffer[] = [];
    const recording: SyncTransport = {
      read: (size) => transport.read(size),
      write: (bytes) => {
        sent.push(Buffer.from(bytes));
        return transport.write(bytes);
      },
    };
    const error = thrown(() => connectSync({ ...trusting(library), transport: recording, maxProtocol: 'TLSv1.2' }));
    expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 10 } });
    expect([...(sent.at(-1) ?? [])].slice(0, 7)).toEqual([21, 3, 3, 0, 2, 2, 45]);
  });

  test('a write that takes everything may return nothing', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library));
    const socket = over({
      read: (size) => transport.read(size),
      write: (bytes) => {
        transport.write(bytes);
        return undefined;
      },
    });
    socket.write('x');
    expect(String(socket.read())).toBe('x');
    socket.close();
  });

  test('memory that read() gives may be used again by the transport at the next call', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library), { pieces: 100 });
    const shared = Buffer.alloc(100);
    const socket = over({
      write: (bytes) => transport.write(bytes),
      read: (size) => {
        const bytes = transport.read(size);
        if (bytes === null) return null;
        shared.fill(0xaa);
        shared.set(bytes);
        return shared.subarray(0, bytes.length);
      },
    });
    socket.write('reused');
    expect(String(socket.read())).toBe('reused');
    socket.close();
  });

  test('never asks for more than there is room for, nor for nothing', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library));
    const sizes: number[] = [];
    const socket = connectSync({
      ...trusting(library),
      bufferSize: 64,
      transport: {
        write: (bytes) => transport.write(bytes),
        read: (size) => {
          sizes.push(size);
          return transport.read(size);
        },
      },
    });
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
    socket.close();
  });

  test.each(['read', 'write'] as const)('what %s throws in the handshake is the cause of an SslError, and the transport is closed', (method) => {
    const before = library.liveObjects.connections;
    const mine = Object.assign(new Error('cable cut'), { code: 'ECABLE' });
    const transport = new EngineSyncTransport(new ServerEngine(library));
    transport[method] = () => {
      throw mine;
    };
    const error = thrown(() => over(transport));
    expect(error).toBeInstanceOf(SslError);
    expect(error).toMatchObject({ code: 'ECABLE', operation: 'SSL_connect', family: 'peer', cause: mine });
    expect(transport.closed).toBe(1);
    expect(library.liveObjects.connections).toBe(before);
  });

  test('what read throws later is the cause of an SslError, and the call can be repeated', () => {
    const [socket, transport] = toEngine();
    const read = transport.read.bind(transport);
    let broken = true;
    transport.read = (size) => {
      if (broken) throw new Error('not now');
      return read(size);
    };
    socket.write('x');
    expect(thrown(() => socket.read())).toMatchObject({ code: 'ERR_SSL_TRANSPORT', cause: { message: 'not now' } });
    broken = false;
    expect(String(socket.read())).toBe('x');
    socket.close();
  });

  test.each([undefined, 'text', 5, {}, [], Buffer.alloc(0), new ArrayBuffer(5), new Uint16Array(5)])('%p from read() is a mistake of the caller', (value) => {
    expect(wrong({ read: value })).toMatchObject({ family: 'misuse', code: 'ERR_SSL_ARGUMENT', argument: 'the result of transport.read' });
  });

  test('more bytes from read() than were asked for are a mistake of the caller', () => {
    expect(wrong({ read: Buffer.alloc(10_000_000) })).toMatchObject({ family: 'misuse', code: 'ERR_SSL_ARGUMENT' });
  });

  test.each([0, -1, 1.5, Number.NaN, 1_000_000, '5', true, {}])('%p from write() is a mistake of the caller', (value) => {
    expect(wrong({ write: value })).toMatchObject({ family: 'misuse', code: 'ERR_SSL_ARGUMENT', argument: 'the result of transport.write' });
  });

  test.each(versions)('%s: null from read() at any place of the flight is an unexpected end', (version) => {
    const client = new SslContext({ role: 'client', library, ca: certificatePem('root'), groups: 'P-256', maxProtocol: version });
    const server = new SslContext({ role: 'server', library, ...identity('serverEc') });
    const codes = new Set<string>();
    let cutAfter = 0;
    for (let done = false; !done; cutAfter += 1) {
      try {
        connectSync({ context: client, verifyName: hosts.good, transport: new EngineSyncTransport(new ServerEngine(server, { cutAfter })) }).close();
        done = true;
      } catch (error) {
        codes.add(error instanceof SslError ? `${error.code} ${error.unexpectedEof}` : String(error));
      }
    }
    expect(cutAfter).toBeGreaterThan(1000);
    expect([...codes]).toEqual(['ERR_SSL_UNEXPECTED_EOF true']);
  });

  test('null from read() after the handshake is an unexpected end, and then there is no more', () => {
    const [socket, transport] = toEngine();
    transport.read = () => null;
    for (let again = 0; again < 2; again += 1) {
      expect(thrown(() => socket.read())).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
    }
    socket.close();
  });

  test.each(['read', 'readInto', 'write', 'shutdown', 'close'] as const)('%s() inside of the transport is ERR_SSL_BUSY, and harms nothing', (method) => {
    const [socket, transport] = toEngine();
    const calls = {
      read: () => socket.read(),
      readInto: () => socket.readInto(Buffer.alloc(1)),
      write: () => socket.write('y'),
      shutdown: () => socket.shutdown(),
      close: () => socket.close(),
    };
    const errors: unknown[] = [];
    const read = transport.read.bind(transport);
    const write = transport.write.bind(transport);
    transport.read = (size) => {
      errors.push(thrown(calls[method]));
      return read(size);
    };
    transport.write = (bytes) => {
      errors.push(thrown(calls[method]));
      return write(bytes);
    };
    socket.write('x');
    expect(String(socket.read())).toBe('x');
    expect(errors).toHaveLength(2);
    for (const error of errors) expect(error).toMatchObject({ code: 'ERR_SSL_BUSY', family: 'misuse', argument: method });
    transport.read = read;
    transport.write = write;
    socket.close();
  });

  test('another connection can be made and used inside of a transport', () => {
    const [outer, transport] = toEngine();
    const [inner] = toEngine();
    const read = transport.read.bind(transport);
    transport.read = (size) => {
      inner.write('inner');
      expect(String(inner.read())).toBe('inner');
      const [third] = toEngine();
      third.close();
      return read(size);
    };
    outer.write('outer');
    expect(String(outer.read())).toBe('outer');
    inner.close();
    outer.close();
  });

  test('TLS inside of TLS: a SyncSslSocket is a transport', () => {
    const inside = new EngineSyncTransport(new ServerEngine(library));
    const [outer, transport] = toEngine();
    transport.server.onData = (data) => {
      inside.write(data);
      const answer = inside.server.take();
      if (answer.length > 0) transport.server.engine.write(answer);
    };
    const inner = over(outer);
    expect(inner.connection.verify.verified).toBe(true);
    inner.write('two layers');
    expect(String(inner.read())).toBe('two layers');
    inner.close();
    expect(outer.closed).toBe(true);
  });

  test('a deadline is looked at between two reads of the transport', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library), { pieces: 1 });
    const read = transport.read.bind(transport);
    transport.read = (size) => {
      const until = performance.now() + 2;
      while (performance.now() < until);
      return read(size);
    };
    const error = thrown(() => connectSync({ ...trusting(library), transport, timeout: 20 }));
    expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'SSL_connect', family: 'peer' });
    expect((error as SslError).state).not.toBe('');
  });

  test('a close() of the transport that throws hides neither the failure nor leaves a native object behind', () => {
    const before = library.liveObjects.connections;
    const transport = new EngineSyncTransport(new ServerEngine(library, identity('expired')));
    const { server } = transport;
    transport.close = () => {
      server.engine.close();
      throw new Error('close threw');
    };
    expect(thrown(() => over(transport))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
    expect(library.liveObjects.connections).toBe(before);
  });
});
