// Clients of a libssl/tls server that have shaken hands and then send without end, or read nothing: what waits for them is bounded.

import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Server, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import type { OpenSSL } from '../../../lib/index.ts';
import { closed, nothingMoves } from '../../support/io-clients.ts';
import type { Protocol } from '../../support/libraries.ts';
import { contentType, RudeClient } from '../../support/rude-client.ts';
import { type Peers, portOf, readAll, type TlsError, versions } from '../side-by-side/support.ts';
import { eachLibrary, firstLibrary, on, own } from './support.ts';

const mebibyte = 1024 * 1024;
const protocols = versions.map(([version]) => version);
const times = (count: number, record: () => Buffer): Buffer => Buffer.concat(Array.from({ length: count }, record));
const smallHello = Buffer.concat([Buffer.from([1, 0, 0, 41, 3, 3]), Buffer.alloc(32), Buffer.from([0, 0, 2, 0xc0, 0x2f, 1, 0])]);

interface Connected {
  readonly listener: Server;
  readonly client: RudeClient;
  readonly server: TLSSocket;
  /** What carries the server's ciphertext. */
  readonly transport: Duplex;
}

async function connected(peers: Peers, library: OpenSSL, protocol: Protocol): Promise<Connected> {
  const listener = await peers.listen(on(library));
  const accepted = once(listener, 'secureConnection');
  const client = await RudeClient.connect(library, portOf(listener), protocol);
  peers.keep(client.socket);
  const [server] = (await accepted) as [TLSSocket];
  return { listener, client, server, transport: (own(server) as unknown as { raw: Duplex }).raw };
}

async function isServed(peers: Peers, library: OpenSSL, listener: Server): Promise<void> {
  const accepted = once(listener, 'secureConnection');
  const client = await peers.open(listener, on(library));
  const [server] = (await accepted) as [TLSSocket];
  server.pipe(server);
  client.end('proper');
  expect(String(await readAll(client))).toBe('proper');
}

async function failureOf(socket: TLSSocket): Promise<TlsError> {
  socket.resume();
  return ((await once(socket, 'error')) as [TlsError])[0];
}

/** Sends until the server takes no more. */
async function fill({ client, transport }: Connected, batch: () => Buffer): Promise<void> {
  let going = true;
  const quiet = async (): Promise<boolean> => {
    await nothingMoves(transport);
    return false;
  };
  while (going) going = await Promise.race([client.send(batch()), quiet()]);
}

eachLibrary('floods', (peers, library) => {
  test.each(protocols)('%s: empty records end the connection', async (protocol) => {
    const { listener, client, server } = await connected(peers, library, protocol);
    const error = failureOf(server);
    await client.send(times(100, () => client.record(contentType.applicationData, Buffer.alloc(0))));
    expect(await error).toMatchObject({ code: 'ERR_SSL_RECORD_TOO_SMALL', alert: { direction: 'sent' } });
    await isServed(peers, library, listener);
  });

  test.each(protocols)('%s: warnings end the connection', async (protocol) => {
    const { listener, client, server } = await connected(peers, library, protocol);
    const error = failureOf(server);
    await client.send(times(100, () => client.record(contentType.alert, Buffer.from([1, 90]))));
    expect((await error).code).toMatch(/^ERR_SSL_/);
    await isServed(peers, library, listener);
  });

  test('a record that was altered ends the connection', async () => {
    const { listener, client, server } = await connected(peers, library, 'TLSv1.3');
    const error = failureOf(server);
    const record = client.record(contentType.applicationData, Buffer.from('altered'));
    record[record.length - 1] = (record.at(-1) ?? 0) ^ 1;
    await client.send(record);
    expect(await error).toMatchObject({ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', alert: { name: 'bad_record_mac' } });
    await isServed(peers, library, listener);
  });

  test('KeyUpdates that want an answer pile up nothing', async () => {
    const { listener, client, server, transport } = await connected(peers, library, 'TLSv1.3');
    const data = once(server, 'data');
    await client.send(times(2000, () => client.keyUpdate()));
    await client.send(client.record(contentType.applicationData, Buffer.from('behind them')));
    expect(String((await data)[0])).toBe('behind them');
    expect(transport.writableLength).toBe(0);
    await isServed(peers, library, listener);
  });

  test('a renegotiation is refused by a warning, and the connection goes on', async () => {
    const { listener, client, server } = await connected(peers, library, 'TLSv1.2');
    const data = once(server, 'data');
    await client.send(client.record(contentType.handshake, smallHello));
    await client.send(client.record(contentType.applicationData, Buffer.from('still here')));
    expect(String((await data)[0])).toBe('still here');
    await isServed(peers, library, listener);
  });

  test.each(protocols)('%s: a client that reads nothing stops the writing of 50 MB, and the memory it takes', async (protocol) => {
    const { listener, client, server, transport } = await connected(peers, library, protocol);
    const chunk = Buffer.alloc(64 * 1024, 1);
    let written = 0;
    const write = (): void => {
      while (written < 50 * mebibyte) {
        written += chunk.length;
        if (!server.write(chunk)) break;
      }
      if (written < 50 * mebibyte) server.once('drain', write);
    };
    write();
    await nothingMoves(transport);
    expect(transport.writableLength).toBeLessThan(mebibyte);
    expect(server.writableLength).toBeLessThan(mebibyte);
    expect(written).toBeLessThan(50 * mebibyte);
    await isServed(peers, library, listener);
    client.socket.destroy();
    await closed(server);
  });

  test('one write of 50 MB is encrypted as far as the client reads', async () => {
    const { client, server, transport } = await connected(peers, library, 'TLSv1.3');
    let said: Error | null | undefined;
    const written = new Promise<void>((resolve) => {
      server.write(Buffer.alloc(50 * mebibyte, 1), (error) => {
        said = error;
        resolve();
      });
    });
    await nothingMoves(transport);
    expect(transport.writableLength).toBeLessThan(mebibyte);
    expect(said).toBeUndefined();
    client.socket.resume();
    await written;
    expect(said ?? null).toBeNull();
  });
});

firstLibrary('answers that nobody reads', (peers, library) => {
  // The system's own buffers have to be filled before anything piles up here.
  test('renegotiations: no more is taken than 4 MiB of answers, and all goes on when they are read', async () => {
    const connection = await connected(peers, library, 'TLSv1.2');
    const { listener, client, server, transport } = connection;
    server.resume();
    await fill(connection, () => times(5000, () => client.record(contentType.handshake, smallHello)));
    expect(transport.writableLength).toBeGreaterThan(4 * mebibyte);
    expect(transport.writableLength).toBeLessThan(5 * mebibyte);
    await isServed(peers, library, listener);
    const data = once(server, 'data');
    const sent = client.send(client.record(contentType.applicationData, Buffer.from('behind them')));
    client.socket.resume();
    expect(await sent).toBe(true);
    expect(String((await data)[0])).toBe('behind them');
    expect(server.destroyed).toBe(false);
  });

  test('KeyUpdates between what a server writes', async () => {
    const connection = await connected(peers, library, 'TLSv1.3');
    const { listener, client, server, transport } = connection;
    server.pipe(server);
    const piece = (): Buffer => Buffer.concat([client.keyUpdate(), client.record(contentType.applicationData, Buffer.alloc(8192, 1))]);
    await fill(connection, () => times(100, piece));
    expect(transport.writableLength).toBeLessThan(5 * mebibyte);
    await isServed(peers, library, listener);
    client.socket.destroy();
    await closed(server);
  });
});
