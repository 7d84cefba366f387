// connectSync() over an object with read and write, beyond test/sync: pieces of every size, connections inside connections. Rules 14, 35

import { expect, test } from '@jest/globals';
import { connectSync, type SyncSslSocket, type SyncTransport } from '../../lib/index.ts';
import { trusting } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine, type ServerEngineOptions } from '../support/io-engine-transport.ts';
import { hashOf, pattern } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

describeEachLibrary('connectSync() over a transport', (library) => {
  const over = (transport: SyncTransport): SyncSslSocket => connectSync({ ...trusting(library), transport, timeout: 10_000 });
  const toEngine = (
    shape: { pieces?: number; taken?: number } = {},
    server: ServerEngineOptions = {},
  ): [SyncSslSocket, EngineSyncTransport] => {
    const transport = new EngineSyncTransport(new ServerEngine(library, server), shape);
    return [over(transport), transport];
  };
  const readAll = (socket: SyncSslSocket, size: number): Buffer => {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(socket.read() as Buffer);
    return Buffer.concat(parts);
  };
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
});
