// While a step is under way on the pool nobody else touches that SSL: who tries is told so, and close() waits.

import { expect, test } from '@jest/globals';
import { MisuseError, SslContext, SslEngine } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

// What can be read of an engine all the time, and what waits by itself.
const always = ['constructor', 'closed', 'failure', 'busy', 'away', 'pendingAnswer', 'close'];
// What looks at its argument first, or belongs to DTLS.
const parameters: Readonly<Record<string, readonly unknown[]>> = {
  read: [Buffer.alloc(1)],
  peek: [Buffer.alloc(1)],
  feed: [Buffer.alloc(1)],
  feedDatagram: [Buffer.alloc(1)],
  drainInto: [Buffer.alloc(1)],
  readEarlyData: [Buffer.alloc(1)],
  readEarlyDataAsync: [Buffer.alloc(1)],
};

/** Every method and property that an engine has, by the classes that it is made of. */
function membersOf(engine: SslEngine): readonly string[] {
  const members: string[] = [];
  for (let level = Object.getPrototypeOf(engine) as object; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    members.push(...Object.getOwnPropertyNames(level));
  }
  return members.filter((name) => !always.includes(name));
}

async function codeOf(engine: SslEngine, name: string): Promise<unknown> {
  try {
    const member: unknown = Reflect.get(engine, name);
    if (typeof member === 'function') await Reflect.apply(member, engine, parameters[name] ?? []);
  } catch (error) {
    return error instanceof MisuseError ? error.code : error;
  }
  return 'not refused';
}

describeEachLibrary('an engine whose step is under way on the pool', (library) => {
  const pairOf = (server: object = {}): EnginePair =>
    new EnginePair({ library, client: trustingClient(), server: { ...identity('server'), ...server } });

  test('refuses every method and property with ERR_SSL_BUSY, and goes on undisturbed', async () => {
    const pair = pairOf();
    const step = pair.client.connectAsync();
    expect([pair.client.busy, pair.client.away]).toEqual([true, true]);
    expect([pair.client.closed, pair.client.failure, pair.client.pendingAnswer]).toEqual([false, null, null]);
    const members = membersOf(pair.client);
    expect(members.length).toBeGreaterThan(50);
    // Asked in one go: the step cannot be over before they are.
    const codes = Promise.all(members.map((name) => codeOf(pair.client, name)));
    expect(Object.fromEntries((await codes).map((code, index) => [members[index], code]))).toEqual(
      Object.fromEntries(members.map((name) => [name, 'ERR_SSL_BUSY'])),
    );
    expect((await step).status).toBe('want-read');
    expect([pair.client.busy, pair.client.away]).toEqual([false, false]);
    expect(await handshakeOnPool(pair)).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    pair.close();
  });

  test('says which call is refused, and why', async () => {
    const pair = pairOf();
    const step = pair.client.connectAsync();
    expect(() => pair.client.drain()).toThrow(
      expect.objectContaining({ argument: 'drain', message: 'drain: an operation of this engine is under way on the pool' }),
    );
    await step;
    pair.close();
  });

  test('is closed when the step is over: the promise is rejected, and nothing is left', async () => {
    const before = library.liveObjects.connections;
    const pair = pairOf();
    const step = pair.client.connectAsync();
    pair.client.close();
    pair.client.close();
    expect(pair.client.closed).toBe(true);
    expect(() => pair.client.state).toThrow(expect.objectContaining({ code: 'ERR_SSL_CLOSED' }));
    await expect(step).rejects.toMatchObject({ code: 'ERR_SSL_CLOSED', argument: 'SSL_connect' });
    await expect(pair.client.connectAsync()).rejects.toMatchObject({ code: 'ERR_SSL_CLOSED', argument: 'connectAsync' });
    pair.server.close();
    expect(library.liveObjects.connections).toBe(before);
  });

  test('a hundred that are closed while they wait for a thread leave nothing', async () => {
    const before = library.liveObjects;
    const pair = pairOf();
    const engines = Array.from({ length: 100 }, () => new SslEngine(pair.server.context));
    const steps = engines.map((engine) => engine.acceptAsync());
    for (const engine of engines) engine.close();
    const ends = await Promise.allSettled(steps);
    expect(ends).toEqual(
      engines.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'ERR_SSL_CLOSED' }) as unknown })),
    );
    pair.close();
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('another engine of the same context can be used meanwhile', async () => {
    const pair = pairOf();
    const step = pair.client.connectAsync();
    const other = new EnginePair({ clientContext: pair.client.context, serverContext: pair.server.context });
    expect(other.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect((await step).status).toBe('want-read');
    other.close();
    pair.close();
  });
});

test('a method that is called on something else rejects with ERR_SSL_RECEIVER', async () => {
  for (const method of ['connectAsync', 'acceptAsync', 'handshakeAsync', 'readEarlyDataAsync'] as const) {
    const call = Reflect.apply(SslEngine.prototype[method], {}, [Buffer.alloc(1)]) as Promise<unknown>;
    await expect(call).rejects.toMatchObject({ code: 'ERR_SSL_RECEIVER', argument: method });
  }
});

test('readEarlyDataAsync() rejects what is no Uint8Array', async () => {
  const engine = new SslEngine(new SslContext({ role: 'server', ...identity('server') }));
  await expect(engine.readEarlyDataAsync('x' as unknown as Uint8Array)).rejects.toMatchObject({
    code: 'ERR_SSL_ARGUMENT',
    argument: 'into',
  });
  engine.close();
});

test('an SSL of datagrams does its steps on the pool too', async () => {
  for (const { library } of libraries) {
    const client = new SslEngine(new SslContext({ role: 'client', method: 'dtls', library, ...trustingClient() }), {
      verifyHost: hosts.good,
    });
    const server = new SslEngine(new SslContext({ role: 'server', method: 'dtls', library, ...identity('server') }));
    let ends = ['', ''];
    for (let round = 0; round < 10 && ends.some((end) => end !== 'done'); round += 1) {
      const one = await client.connectAsync();
      for (const datagram of client.drainDatagrams()) server.feedDatagram(datagram);
      const two = await server.acceptAsync();
      for (const datagram of server.drainDatagrams()) client.feedDatagram(datagram);
      ends = [one.status, two.status];
    }
    expect(ends).toEqual(['done', 'done']);
    client.close();
    server.close();
  }
});
