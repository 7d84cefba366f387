// How a connection ends: end, destroy, half-open, resets, and the order of the events.

import { once } from 'node:events';
import { connect as connectNet, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { failure, portOf, read, readAll, sideBySide, versions } from './support.ts';

const noted = ['lookup', 'connect', 'ready', 'secureConnect', 'end', 'finish', 'error', 'close'];

function noteEvents(socket: TLSSocket, names: readonly string[] = noted): string[] {
  const events: string[] = [];
  for (const name of names) socket.on(name, () => events.push(name));
  return events;
}

sideBySide('endings', (peers) => {
  test.each(versions)('the events of a client come in order, %s', async (_, version) => {
    const listener = await peers.listen(version, (socket) => void socket.end('bye'));
    const client = peers.connect(listener);
    const events = noteEvents(client, ['connect', 'ready', 'secureConnect', 'end', 'close']);
    client.resume();
    await once(client, 'close');
    expect(events).toEqual(['connect', 'ready', 'secureConnect', 'end', 'close']);
  });

  test.each(versions)('end() of one side is end at the other, and both close, %s', async (_, version) => {
    const { client, server } = await peers.pair(version);
    const closed = Promise.all([once(client, 'close'), once(server, 'close')]);
    server.resume();
    client.resume();
    client.end();
    expect((await closed).flat()).toEqual([false, false]);
    expect([client.destroyed, server.destroyed, client.readableEnded, server.readableEnded]).toEqual([true, true, true, true]);
  });

  test('end() takes last words and calls back', async () => {
    const { client, server } = await peers.pair();
    const finished = new Promise<void>((resolve) => void client.end('last words', () => resolve()));
    expect((await readAll(server)).toString()).toBe('last words');
    await finished;
  });

  test.each(versions)('with allowHalfOpen a server can go on after the end of its client, %s', async (_, version) => {
    const { client, server } = await peers.pair({ ...version, allowHalfOpen: true });
    const answer = readAll(client);
    client.end('question');
    expect((await readAll(server)).toString()).toBe('question');
    expect([server.writable, server.destroyed]).toEqual([true, false]);
    server.end('answer');
    expect((await answer).toString()).toBe('answer');
  });

  test('with allowHalfOpen a client can go on after the end of its server', async () => {
    const { client, server } = await peers.pair({ allowHalfOpen: true }, { allowHalfOpen: true } as object);
    server.end();
    client.resume();
    await once(client, 'end');
    expect(client.writable).toBe(true);
    client.end('still here');
    expect((await readAll(server)).toString()).toBe('still here');
  });

  test('without allowHalfOpen a socket ends by itself when its peer does', async () => {
    const { client, server } = await peers.pair();
    expect(client.allowHalfOpen).toBe(false);
    client.resume();
    server.end();
    await once(client, 'close');
    expect([client.writableEnded, client.destroyed]).toEqual([true, true]);
  });

  test('destroy() without an error closes without one', async () => {
    const { client } = await peers.pair();
    const events = noteEvents(client);
    const closed = once(client, 'close');
    client.destroy();
    expect([client.destroyed, await closed, events]).toEqual([true, [false], ['close']]);
  });

  test('destroy(error) emits the error, then close with hadError', async () => {
    const { client } = await peers.pair();
    const events = noteEvents(client);
    const hadError = new Promise((resolve) => client.once('close', resolve));
    client.destroy(new Error('enough'));
    expect([await hadError, events]).toEqual([true, ['error', 'close']]);
  });

  test('destroy() twice closes once', async () => {
    const { client } = await peers.pair();
    const events = noteEvents(client);
    const closed = once(client, 'close');
    client.destroy().destroy();
    await closed;
    client.destroy();
    expect(events).toEqual(['close']);
  });

  test('a client that is gone closes its server’s socket', async () => {
    const { client, server } = await peers.pair();
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.resume();
    client.destroy();
    await closed;
    expect(server.destroyed).toBe(true);
  });

  test('a reset of the connection is ECONNRESET', async () => {
    const listener = await peers.listen();
    const relayed: Socket[] = [];
    const relay = await peers.listenPlain((socket) => {
      const onward = peers.keep(connectNet(portOf(listener), '127.0.0.1'));
      relayed.push(onward);
      socket.pipe(onward).pipe(socket);
    });
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    const client = await peers.open(relay);
    const [server] = await accepted;
    client.write('x');
    await read(server, 1);
    const failed = failure(server);
    server.resume();
    relayed[0]?.resetAndDestroy();
    expect(await failed).toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
  });

  test('write after end is ERR_STREAM_WRITE_AFTER_END', async () => {
    const { client } = await peers.pair();
    const failed = failure(client);
    client.end();
    client.write('too late');
    expect((await failed).code).toBe('ERR_STREAM_WRITE_AFTER_END');
  });

  test('write after close is ERR_STREAM_DESTROYED for its callback, and no event', async () => {
    const { client } = await peers.pair();
    const closed = once(client, 'close');
    client.destroy();
    await closed;
    const events = noteEvents(client);
    const error = await new Promise<Error | null | undefined>((resolve) => void client.write('too late', resolve));
    expect([error, events]).toEqual([expect.objectContaining({ code: 'ERR_STREAM_DESTROYED' }), []]);
  });

  test('what is buffered is delivered before the end', async () => {
    const { client, server } = await peers.pair();
    client.pause();
    server.write('first ');
    server.end('last');
    await once(server, 'finish');
    client.resume();
    expect((await readAll(client)).toString()).toBe('first last');
  });

  test('destroySoon() writes what is waiting, then closes', async () => {
    const { client, server } = await peers.pair();
    client.write('waiting');
    client.destroySoon();
    expect((await readAll(server)).toString()).toBe('waiting');
  });

  test('a socket that is destroyed in secureConnect gives nothing more', async () => {
    const listener = await peers.listen({}, (socket) => void socket.write('never seen'));
    const client = peers.connect(listener);
    const events = noteEvents(client, [...noted, 'data']);
    client.once('secureConnect', () => client.destroy());
    await once(client, 'close');
    expect(events.filter((name) => name === 'data' || name === 'error')).toEqual([]);
  });

  test('an error that a listener of data throws away is nobody’s: destroy in data closes', async () => {
    const { client, server } = await peers.pair();
    const closed = once(client, 'close');
    client.on('data', () => client.destroy());
    server.write('one');
    server.write('two');
    await closed;
    expect(client.destroyed).toBe(true);
  });

  test('readyState follows what can still be done', async () => {
    const { client, server } = await peers.pair({ allowHalfOpen: true }, { allowHalfOpen: true } as object);
    expect(client.readyState).toBe('open');
    client.end();
    server.resume();
    await once(server, 'end');
    expect([client.readyState, server.readyState]).toEqual(['readOnly', 'writeOnly']);
    const closed = once(client, 'close');
    server.end();
    client.resume();
    await closed;
    expect(client.readyState).toBe('closed');
  });

  test('bytes that were read before a peer broke off are there', async () => {
    const { client, server } = await peers.pair();
    server.write('before');
    expect((await read(client, 6)).toString()).toBe('before');
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.resume();
    server.destroy();
    await closed;
    expect(client.bytesRead).toBeGreaterThanOrEqual(6);
  });
});
