// Sessions of a server: tickets under keys that change, and a store that several servers share, which may be slow, wrong or gone.

import { once } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type ConnectOptions, type ServerOptions, type SessionStore, type SslSession, TicketKeyRing } from '../../lib/index.ts';
import { closeAll, closed, local, open, readAll } from '../support/io-clients.ts';
import { describeEachLibrary, only, protocols } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';
import { type Served, serve, stopServers } from '../support/ssl-server.ts';

class MemoryStore implements SessionStore {
  readonly kept = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  readonly lifetimes: number[] = [];
  readonly removed: string[] = [];
  get(id: string): Promise<Uint8Array | undefined> {
    this.asked.push(id);
    return new Promise((resolve) => setImmediate(() => resolve(this.kept.get(id))));
  }
  set(id: string, der: Uint8Array, lifetime: number): void {
    this.kept.set(id, der);
    this.lifetimes.push(lifetime);
  }
  remove(id: string): void {
    this.removed.push(id);
  }
}

interface Visit {
  readonly resumed: boolean;
  readonly session: SslSession;
}

describeEachLibrary('sessions of a server', (library) => {
  afterEach(async () => {
    jest.restoreAllMocks();
    closeAll();
    await stopServers();
  });
  /** One connection, to its end: whether it was resumed, and the session that it leaves. */
  const visit = async (served: Served, session?: SslSession, more: Partial<ConnectOptions> = {}): Promise<Visit> => {
    const sessions: SslSession[] = [];
    const resume = session === undefined ? {} : { session };
    const socket = await open({ ...local(library, served.port), ...resume, ...more, onSession: (made) => sessions.push(made) });
    if (socket.connection?.protocol === 'TLSv1.2' && socket.engine.session !== null) sessions.push(socket.engine.session); // a renewed ticket
    socket.end('x');
    expect(await readAll(socket)).toHaveLength(1);
    const made = sessions.at(-1) ?? session;
    if (made === undefined) throw new Error('no session came');
    return { resumed: socket.connection?.resumed ?? false, session: made };
  };

  describe.each(protocols)('%s', (protocol) => {
    const settings = only(protocol) as ServerOptions;
    // TLS 1.2 resumes statelessly only what is no id; what is in OpenSSL's own memory is another test's.
    const start = (more: ServerOptions): Promise<Served> => serve(library, { ...settings, sessionCacheMode: 'off', ...more });

    test('a ticket of one server resumes at another with the same ring, and at none with another', async () => {
      const secret = Buffer.alloc(32, 1);
      const ring = (): TicketKeyRing => new TicketKeyRing({ secret, start: Date.UTC(2026, 0, 1) });
      const one = await start({ ticketKeys: ring() });
      const two = await start({ ticketKeys: ring() });
      const other = await start({});
      const { session, resumed } = await visit(one);
      expect(resumed).toBe(false);
      expect((await visit(two, session)).resumed).toBe(true);
      expect((await visit(other, session)).resumed).toBe(false);
    });

    test('80 bytes that stay do the same', async () => {
      const ticketKeys = Buffer.alloc(80, 5);
      const [one, two] = [await start({ ticketKeys }), await start({ ticketKeys })];
      const { session } = await visit(one);
      expect((await visit(two, session)).resumed).toBe(true);
    });

    test('a ticket of an older key is good and renewed, and one of a key that is gone leads to a full handshake', async () => {
      const day = 24 * 60 * 60 * 1000;
      const ring = new TicketKeyRing({ rotateEvery: day, keep: 1 });
      const served = await start({ ticketKeys: ring, sessionTimeout: 600_000 });
      const { session } = await visit(served);
      const real = Date.now();
      jest.spyOn(Date, 'now').mockImplementation(() => real + day);
      expect(ring.epoch).toBe(1);
      const renewed = await visit(served, session);
      expect(renewed.resumed).toBe(true);
      expect(Buffer.compare(renewed.session.toDer(), session.toDer())).not.toBe(0);
      jest.spyOn(Date, 'now').mockImplementation(() => real + 2 * day);
      expect((await visit(served, session)).resumed).toBe(false);
      expect((await visit(served, renewed.session)).resumed).toBe(true);
    });

    test('clients that were verified are resumed, and are known by their certificate', async () => {
      const served = await start({ clientCertificate: 'require', ca: certificatePem('root') });
      const sessions: SslSession[] = [];
      const options = { ...local(library, served.port), ...identity('client'), onSession: (made: SslSession) => sessions.push(made) };
      const first = await open(options);
      first.end('x');
      await readAll(first);
      const [session] = sessions;
      if (session === undefined) throw new Error('no session came');
      const second = await open({ ...options, session });
      expect(second.connection?.resumed).toBe(true);
      expect((await served.connection(1)).peerCertificate?.subject).toMatch(/CN=client/);
      second.end();
    });

    describe('in a store', () => {
      test('a session of one server resumes at another, and only clients that show an id cost a look', async () => {
        const sessionStore = new MemoryStore();
        const one = await serve(library, { ...settings, sessionStore });
        const two = await serve(library, { ...settings, sessionStore });
        const { session } = await visit(one, undefined, only(protocol));
        expect(sessionStore.asked).toEqual([]);
        expect([...sessionStore.kept.keys()].every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
        expect(sessionStore.lifetimes.every((seconds) => seconds > 100)).toBe(true);
        const again = await visit(two, session);
        expect(again.resumed).toBe(true);
        expect(sessionStore.asked).toHaveLength(1);
      });

      test('a client that speaks TLS 1.3 too is asked for at a server of TLS 1.2', async () => {
        if (protocol === 'TLSv1.3') return;
        const sessionStore = new MemoryStore();
        const served = await serve(library, { maxProtocol: 'TLSv1.2', sessionStore });
        const { session } = await visit(served);
        expect((await visit(served, session)).resumed).toBe(true);
      });

      const failing: readonly (readonly [what: string, get: () => unknown, error: object])[] = [
        [
          'throws',
          () => {
            throw new TypeError('no store');
          },
          { message: 'no store' },
        ],
        ['rejects', () => Promise.reject(new TypeError('no store')), { message: 'no store' }],
        ['never answers', () => new Promise(() => undefined), { code: 'ERR_SSL_TIMEOUT', operation: 'sessionStore.get' }],
        ['gives what is no session', () => Buffer.from('nonsense'), { code: 'ERR_SSL_SETTING' }],
        ['gives what is no bytes', () => 'nonsense', { code: 'ERR_SSL_ARGUMENT' }],
      ];
      test.each(failing)('a store that %s costs the resumption only, and that is told', async (_, get, error) => {
        const sessionStore = new MemoryStore();
        const served = await serve(library, { ...settings, sessionStore, sessionStoreTimeout: 50 });
        const { session } = await visit(served);
        sessionStore.get = get as MemoryStore['get'];
        const told = once(served.server, 'storeError');
        expect((await visit(served, session)).resumed).toBe(false);
        const [seen, operation] = (await told) as [Error, string];
        expect(seen).toMatchObject(error);
        expect(operation).toBe('get');
        expect(served.failures).toEqual([]);
      });

      test('a set or remove that fails is told too, and nothing else', async () => {
        const sessionStore = new MemoryStore();
        sessionStore.set = () => Promise.reject(new Error('full')) as never;
        const served = await serve(library, { ...settings, sessionStore });
        const told = once(served.server, 'storeError');
        await visit(served);
        expect(await told).toEqual([expect.objectContaining({ message: 'full' }), 'set']);
      });

      test('a session that nobody has is a full handshake', async () => {
        const sessionStore = new MemoryStore();
        const served = await serve(library, { ...settings, sessionStore });
        const { session } = await visit(served);
        sessionStore.kept.clear();
        expect((await visit(served, session)).resumed).toBe(false);
      });

      test('a connection that is cut off takes its session out', async () => {
        const sessionStore = new MemoryStore();
        const served = await serve(library, { ...settings, sessionStore });
        const socket = await open(local(library, served.port));
        socket.on('error', () => undefined);
        (await served.connection(0)).destroy();
        await closed(socket);
        expect(sessionStore.removed.length).toBeGreaterThan(0);
        expect([...sessionStore.kept.keys()]).toEqual(expect.arrayContaining(sessionStore.removed));
      });
    });
  });
});
