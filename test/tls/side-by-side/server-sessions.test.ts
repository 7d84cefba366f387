// A server that keeps its sessions itself: newSession, resumeSession, sessionTimeout.

import { constants } from 'node:crypto';
import { once } from 'node:events';
import type { Server, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { newSession, read, sideBySide, tls12, tls13 } from './support.ts';

// Without tickets: those need no store.
const stored = { ...tls12, secureOptions: constants.SSL_OP_NO_TICKET };

sideBySide('the sessions of a server', (peers) => {
  /** A store in memory, as the documentation has it. */
  const storing = (listener: Server): Map<string, Buffer> => {
    const store = new Map<string, Buffer>();
    listener.on('newSession', (id: Buffer, data: Buffer, done: () => void) => {
      store.set(id.toString('hex'), data);
      done();
    });
    listener.on('resumeSession', (id: Buffer, done: (error: Error | null, data: Buffer | null) => void) => {
      done(null, store.get(id.toString('hex')) ?? null);
    });
    return store;
  };

  test('newSession has an id and data, and resumeSession gives them back', async () => {
    const listener = await peers.listen(stored);
    const store = storing(listener);
    const session = await newSession(peers, listener);
    expect(store.size).toBe(1);
    const { client, server } = await peers.pairAt(listener, { session });
    expect([client.isSessionReused(), server.isSessionReused()]).toEqual([true, true]);
    client.write('resumed');
    expect((await read(server, 7)).toString()).toBe('resumed');
  });

  test('another server resumes from the same store', async () => {
    const options = { ...stored, sessionIdContext: 'shared' };
    const [one, two] = [await peers.listen(options), await peers.listen(options)];
    const store = storing(one);
    two.on('resumeSession', (id: Buffer, done: (error: null, data: Buffer | null) => void) =>
      done(null, store.get(id.toString('hex')) ?? null),
    );
    const session = await newSession(peers, one);
    expect((await peers.open(two, { session })).isSessionReused()).toBe(true);
  });

  test('answers may come later', async () => {
    const listener = await peers.listen(stored);
    const store = new Map<string, Buffer>();
    listener.on('newSession', (id: Buffer, data: Buffer, done: () => void) => {
      setImmediate(() => {
        store.set(id.toString('hex'), data);
        done();
      });
    });
    listener.on('resumeSession', (id: Buffer, done: (error: null, data: Buffer | null) => void) => {
      setImmediate(() => done(null, store.get(id.toString('hex')) ?? null));
    });
    const session = await newSession(peers, listener);
    expect((await peers.open(listener, { session })).isSessionReused()).toBe(true);
  });

  test('no secureConnection comes before newSession is answered', async () => {
    const listener = await peers.listen(stored);
    const events: string[] = [];
    listener.on('newSession', (_id: Buffer, _data: Buffer, done: () => void) => {
      events.push('newSession');
      setImmediate(() => {
        events.push('answered');
        done();
      });
    });
    listener.on('secureConnection', () => events.push('secureConnection'));
    await peers.pairAt(listener);
    expect(events).toEqual(['newSession', 'answered', 'secureConnection']);
  });

  test('a session that the store does not know is a full handshake', async () => {
    const listener = await peers.listen(stored);
    const store = storing(listener);
    const session = await newSession(peers, listener);
    store.clear();
    const { client } = await peers.pairAt(listener, { session });
    expect([client.isSessionReused(), client.authorized, store.size]).toEqual([false, true, 1]);
  });

  test('an error of the store ends the connection with it', async () => {
    const listener = await peers.listen(stored);
    const mine = new Error('the store is down');
    listener.on('newSession', (_id: Buffer, _data: Buffer, done: () => void) => done());
    listener.on('resumeSession', (_id: Buffer, done: (error: Error) => void) => done(mine));
    // A client that knows TLSv1.3 sends a session id even without a session.
    const session = await newSession(peers, listener, tls12);
    const failed = once(listener, 'tlsClientError') as Promise<[Error]>;
    await peers.refused(listener, { session });
    expect((await failed)[0]).toBe(mine);
  });

  test('a client with a ticket is resumed without resumeSession, TLSv1.2', async () => {
    const listener = await peers.listen(tls12);
    let asked = 0;
    listener.on('resumeSession', (_id: Buffer, done: (error: null, data: null) => void) => {
      asked += 1;
      done(null, null);
    });
    const session = await newSession(peers, listener, tls12);
    expect([(await peers.open(listener, { ...tls12, session })).isSessionReused(), asked]).toEqual([true, 0]);
  });

  test('newSession comes for TLSv1.3, with data that differs', async () => {
    const listener = await peers.listen(tls13);
    const sessions: Buffer[] = [];
    const two = new Promise<void>((resolve) => {
      listener.on('newSession', (_id: Buffer, data: Buffer, done: () => void) => {
        if (sessions.push(data) === 2) resolve();
        done();
      });
    });
    await peers.pairAt(listener);
    await two;
    expect(sessions[0]?.equals(sessions[1] ?? Buffer.alloc(0))).toBe(false);
  });

  test('sessionTimeout is the life of a ticket in seconds, as it is sent, TLSv1.2', async () => {
    // NewSessionTicket, RFC 5077, 3.3: the lifetime hint. Node shows none of it, but resumes within it.
    const listener = await peers.listen({ ...tls12, sessionTimeout: 100 });
    const session = await newSession(peers, listener);
    expect((await peers.open(listener, { session })).isSessionReused()).toBe(true);
    expect((listener as unknown as { sessionTimeout: number }).sessionTimeout).toBe(100);
  });

  test('a connection of a server socket knows the session that it made', async () => {
    const listener = await peers.listen(tls12);
    const accepted = once(listener, 'secureConnection') as Promise<[TLSSocket]>;
    await peers.open(listener);
    expect((await accepted)[0].getSession()).toBeInstanceOf(Buffer);
  });
});
