// Data: both ways, early and late, small and large, faster than it is read.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { hashOf, pattern } from '../../support/io-servers.ts';
import { read, readAll, sideBySide, versions } from './support.ts';

const megabytes = 4 * 1024 * 1024;

sideBySide('data', (peers) => {
  test.each(versions)('goes both ways, %s', async (_, version) => {
    const { client, server } = await peers.pair(version);
    client.write('from the client');
    server.write('from the server');
    expect((await read(server, 15)).toString()).toBe('from the client');
    expect((await read(client, 15)).toString()).toBe('from the server');
  });

  test.each(versions)('that is written before secureConnect arrives, %s', async (_, version) => {
    const listener = await peers.listen(version, (socket) => void socket.pipe(socket));
    const client = peers.connect(listener);
    client.write('early, ');
    client.write('and earlier');
    expect((await read(client, 18)).toString()).toBe('early, and earlier');
  });

  test('that is written in secureConnect and secureConnection arrives', async () => {
    const listener = await peers.listen({}, (socket) => void socket.write('hello from the server'));
    const client = peers.connect(listener);
    expect((await read(client, 21)).toString()).toBe('hello from the server');
  });

  test.each(versions)('of a write that is ended at once arrives in full, %s', async (_, version) => {
    const received = new Promise<Buffer>((resolve, reject) => {
      peers
        .listen({ ...version, allowHalfOpen: true }, (socket) => {
          readAll(socket).then(resolve, reject);
        })
        .then((listener) => peers.connect(listener).end(pattern(100_000)), reject);
    });
    expect(hashOf(await received)).toBe(hashOf(pattern(100_000)));
  });

  test.each(versions)('of four megabytes each way at the same time is the same at the end, %s', async (_, version) => {
    const { client, server } = await peers.pair({ ...version, allowHalfOpen: true }, { allowHalfOpen: true } as object);
    client.end(pattern(megabytes));
    server.end(pattern(megabytes));
    const [atClient, atServer] = await Promise.all([readAll(client), readAll(server)]);
    expect([hashOf(atClient), hashOf(atServer)]).toEqual([hashOf(pattern(megabytes)), hashOf(pattern(megabytes))]);
  });

  test('is piped through an echo in pieces of every size', async () => {
    const listener = await peers.listen({ allowHalfOpen: true }, (socket) => void socket.pipe(socket));
    const client = await peers.open(listener);
    const back = readAll(client);
    const sent = createHash('sha256');
    for (const size of [1, 2, 1023, 1024, 16_383, 16_384, 16_385, 65_536, 100_003]) {
      sent.update(pattern(size));
      client.write(pattern(size));
    }
    client.end();
    expect(hashOf(await back)).toBe(sent.digest('hex'));
  });

  test('waits: write is false above the high-water mark, and drain comes when it is read', async () => {
    const { client, server } = await peers.pair();
    server.pause();
    let written = 0;
    do written += pattern(65_536).length;
    while (client.write(pattern(65_536)));
    expect(client.writableNeedDrain).toBe(true);
    const drained = once(client, 'drain');
    server.resume();
    await drained;
    expect([client.writableLength, client.bytesWritten]).toEqual([0, written]);
  });

  test('that nobody reads holds the sender up', async () => {
    const { client, server } = await peers.pair();
    server.pause();
    let finished = false;
    client.write(Buffer.alloc(4 * megabytes), () => {
      finished = true;
    });
    client.write('last');
    // What has been read proves that the loop has gone round with data under way.
    expect((await read(server, 65_536)).length).toBe(65_536);
    expect(finished).toBe(false);
  });

  test('comes in paused mode, by read(), as in flowing mode', async () => {
    const { client, server } = await peers.pair();
    server.write('paused');
    client.pause();
    expect(client.isPaused()).toBe(true);
    server.write(' and on');
    const chunks: string[] = [];
    client.on('data', (data: Buffer) => chunks.push(data.toString()));
    expect(chunks).toEqual([]);
    client.resume();
    while (chunks.join('').length < 13) await once(client, 'data');
    expect(chunks.join('')).toBe('paused and on');
  });

  test('setEncoding makes strings of it, across records', async () => {
    const { client, server } = await peers.pair();
    client.setEncoding('utf8');
    const bytes = Buffer.from('ä€😀');
    for (const byte of bytes) server.write(Buffer.from([byte]));
    server.end();
    let text = '';
    client.on('data', (chunk: string) => {
      text += chunk;
    });
    await once(client, 'end');
    expect(text).toBe('ä€😀');
  });

  test('that is corked goes out when it is uncorked', async () => {
    const { client, server } = await peers.pair();
    client.cork();
    client.write('one ');
    client.write('two');
    expect(client.writableLength).toBe(7);
    client.uncork();
    expect((await read(server, 7)).toString()).toBe('one two');
  });

  test('takes strings in the encoding that is named, and Uint8Arrays', async () => {
    const { client, server } = await peers.pair();
    client.write('c3a4', 'hex');
    client.write('ä', 'latin1');
    client.write(new Uint8Array([1, 2]));
    expect((await read(server, 5)).toString('hex')).toBe('c3a4e40102');
  });

  test('calls back each write in order', async () => {
    const { client, server } = await peers.pair();
    server.resume();
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => new Promise<void>((resolve) => client.write(`${n}`, () => resolve(void order.push(n))))));
    expect(order).toEqual([1, 2, 3]);
  });

  test('is counted in bytesRead and bytesWritten as what the application wrote', async () => {
    const { client, server } = await peers.pair();
    client.write(pattern(1000));
    server.write(pattern(500));
    await Promise.all([read(server, 1000), read(client, 500)]);
    expect([client.bytesWritten, server.bytesWritten]).toEqual([1000, 500]);
  });

  test('can be iterated', async () => {
    const { client, server } = await peers.pair();
    server.end('to be iterated');
    const chunks: Buffer[] = [];
    for await (const chunk of client) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('to be iterated');
  });

  test('goes through stream.pipeline', async () => {
    const { client, server } = await peers.pair();
    server.end(pattern(50_000));
    const through = new PassThrough();
    const [, all] = await Promise.all([pipeline(client, through), readAll(through)]);
    expect(hashOf(all)).toBe(hashOf(pattern(50_000)));
  });

  test('in fragments of the size that setMaxSendFragment says is the same', async () => {
    const { client, server } = await peers.pair();
    expect(client.setMaxSendFragment(512)).toBe(true);
    client.end(pattern(20_000));
    expect(hashOf(await readAll(server))).toBe(hashOf(pattern(20_000)));
  });

  test('of no length is a write like any other', async () => {
    const { client, server } = await peers.pair();
    await new Promise<void>((resolve) => client.write('', () => resolve()));
    client.write('x');
    expect((await read(server, 1)).toString()).toBe('x');
  });

  test('of many connections at once does not mix', async () => {
    const listener = await peers.listen({ allowHalfOpen: true }, (socket) => void socket.pipe(socket));
    const talk = async (n: number): Promise<string> => {
      const client: TLSSocket = peers.connect(listener);
      client.end(`number ${n} `.repeat(1000));
      return (await readAll(client)).toString();
    };
    const numbers = Array.from({ length: 20 }, (_, n) => n);
    expect(await Promise.all(numbers.map(talk))).toEqual(numbers.map((n) => `number ${n} `.repeat(1000)));
  });
});
