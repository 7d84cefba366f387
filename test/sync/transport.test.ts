// connectSync() over a transport of the caller's: an engine in this process that answers. Whole flows, odd pieces, an end at every byte.

import { expect, test } from '@jest/globals';
import { type ConnectSyncOptions, connectSync, type OpenSSL, SslContext, SslError, type SyncSslSocket } from '../../lib/index.ts';
import { thrown } from '../support/io-clients.ts';
import { EngineSyncTransport, ServerEngine } from '../support/io-engine-transport.ts';
import { hashOf, pattern } from '../support/io-servers.ts';
import { describeEachLibrary, only, type Protocol, protocols } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const clientContext = (library: OpenSSL, protocol: Protocol): SslContext =>
  new SslContext({ role: 'client', library, ca: certificatePem('root'), ...only(protocol) });
const serverContext = (library: OpenSSL): SslContext => new SslContext({ role: 'server', library, ...identity('serverEc') });

describeEachLibrary('connectSync() over a transport', (library) => {
  const open = (transport: ConnectSyncOptions['transport'], options: Partial<ConnectSyncOptions> = {}): SyncSslSocket =>
    connectSync({ library, ca: certificatePem('root'), serverName: hosts.good, ...(transport ? { transport } : {}), ...options });
  const readExactly = (socket: SyncSslSocket, size: number): Buffer => {
    const parts: Buffer[] = [];
    for (let left = size; left > 0; left -= parts.at(-1)?.length ?? 0) parts.push(socket.read() as Buffer);
    return Buffer.concat(parts);
  };

  test.each(protocols)('%s: a whole flow: handshake, echo of many sizes, both close_notify, close', (protocol) => {
    const before = library.liveObjects;
    const transport = new EngineSyncTransport(new ServerEngine(library));
    const socket = open(transport, only(protocol));
    expect(socket.connection).toMatchObject({ protocol, verify: { verified: true, peerName: hosts.good } });
    expect(socket.peerChain).toHaveLength(2);
    for (const size of [1, 2, 100, 16_384, 16_385, 60_000]) {
      expect(socket.write(pattern(size))).toBe(size);
      expect(hashOf(readExactly(socket, size))).toBe(hashOf(pattern(size)));
    }
    expect(socket.shutdown()).toBe('sent');
    expect(socket.read()).toBeNull();
    expect(socket.shutdown()).toBe('complete');
    socket.close();
    socket.close();
    expect(transport.closed).toBe(1);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test.each([
    { pieces: 1, taken: Number.POSITIVE_INFINITY },
    { pieces: Number.POSITIVE_INFINITY, taken: 1 },
    { pieces: 1, taken: 1 },
    { pieces: 7, taken: 5 },
  ])('$pieces bytes a read and $taken a write are enough', (sizes) => {
    for (const protocol of protocols) {
      const transport = new EngineSyncTransport(new ServerEngine(library), sizes);
      const socket = open(transport, only(protocol));
      expect(socket.write(pattern(20_000))).toBe(20_000);
      expect(hashOf(readExactly(socket, 20_000))).toBe(hashOf(pattern(20_000)));
      socket.close();
      expect(transport.closed).toBe(1);
    }
  });

  test('works with a buffer of 1 byte: read() is asked for 1 byte each time', () => {
    const inner = new EngineSyncTransport(new ServerEngine(library));
    const asked = new Set<number>();
    const transport = {
      read: (size: number): Uint8Array | null => {
        asked.add(size);
        return inner.read(size);
      },
      write: (bytes: Uint8Array): number => inner.write(bytes),
    };
    const socket = open(transport, { bufferSize: 1 });
    socket.write('needle');
    expect(String(readExactly(socket, 6))).toBe('needle');
    socket.close();
    inner.close();
    expect([...asked]).toEqual([1]);
  });

  test('write() that says nothing has taken everything; the methods are called on the transport; close is not needed', () => {
    const inner = new EngineSyncTransport(new ServerEngine(library));
    const transport = {
      inner,
      read(size: number): Uint8Array | null {
        const bytes = this.inner.read(size);
        return bytes === null ? null : new Uint8Array(bytes);
      },
      write(bytes: Uint8Array): undefined {
        this.inner.write(bytes);
      },
    };
    const socket = open(transport);
    socket.write('x');
    expect(String(socket.read())).toBe('x');
    socket.close();
    inner.close();
  });

  test('records the handshake call by call, with the bytes of each', () => {
    const socket = open(new EngineSyncTransport(new ServerEngine(library)));
    expect(socket.handshakeSteps[0]).toMatchObject({ call: 'SSL_connect', ret: -1, code: 2 });
    expect(socket.handshakeSteps[0]?.sent).toBeGreaterThan(100);
    expect(socket.handshakeSteps.some(({ received }) => Number(received) > 100)).toBe(true);
    expect(socket.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: 1, code: 0 });
    socket.close();
  });

  test('a refused certificate is told to the server, and the transport is closed', () => {
    const before = library.liveObjects;
    const transport = new EngineSyncTransport(new ServerEngine(library, identity('expired')));
    let last = Buffer.alloc(0);
    const spy = {
      read: (size: number): Uint8Array | null => transport.read(size),
      write: (bytes: Uint8Array): number => {
        last = Buffer.from(bytes);
        return transport.write(bytes);
      },
      close: () => transport.close(),
    };
    const error = thrown(() => open(spy, { maxProtocol: 'TLSv1.2' }));
    expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 10 }, alert: { direction: 'sent', description: 45 } });
    expect([...last]).toEqual([21, 3, 3, 0, 2, 2, 45]);
    expect(transport.closed).toBe(1);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test.each(protocols)('%s: an end at every byte of what the server sends is an unexpected end, never a hang', (protocol) => {
    const before = library.liveObjects;
    const server = serverContext(library);
    const context = clientContext(library, protocol);
    // Signatures differ in length: only several whole flights in a row are the end of it.
    let opened = 0;
    let cutAfter = 0;
    for (let wholeFlights = 0; wholeFlights < 8; cutAfter += 1) {
      const transport = new EngineSyncTransport(new ServerEngine(server, { cutAfter }));
      let operation = 'SSL_connect';
      let error: unknown = null;
      try {
        const socket = connectSync({ context, serverName: hosts.good, transport });
        operation = 'SSL_read_ex';
        opened += 1;
        // What is left of the flight is taken by the read: it finds the end, or a server that waits.
        error = thrown(() => socket.read());
        socket.close();
      } catch (caught) {
        error = caught;
      }
      if (String(error).includes('nothing will ever come')) {
        wholeFlights += 1;
        continue;
      }
      wholeFlights = 0;
      if (!(error instanceof SslError && error.unexpectedEof && error.code === 'ERR_SSL_UNEXPECTED_EOF' && error.operation === operation))
        throw new Error(`cut after ${cutAfter}: ${String(error)}`, { cause: error });
      if (transport.closed !== 1) throw new Error(`cut after ${cutAfter}: the transport was closed ${transport.closed} times`);
    }
    expect(opened).toBeGreaterThanOrEqual(8);
    expect(cutAfter).toBeGreaterThan(500);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('an end without close_notify after data: the data, then an unexpected end, again and again', () => {
    const transport = new EngineSyncTransport(new ServerEngine(library));
    let ended = false;
    const socket = open({
      read: (size) => (ended ? null : transport.read(size)),
      write: (bytes) => (ended ? undefined : transport.write(bytes)),
    });
    socket.write('abc');
    expect(socket.read(2)?.toString()).toBe('ab');
    ended = true;
    expect(socket.read()?.toString()).toBe('c');
    for (let again = 0; again < 2; again += 1) {
      expect(thrown(() => socket.read())).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true, operation: 'SSL_read_ex' });
    }
    socket.close();
    transport.close();
  });
});
