// Callbacks of a step that runs on the pool: they are asked on this thread, in the same order, with the same questions, and may do the same.

import { createHmac, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions, SslSession, type TicketKey } from '../../lib/index.ts';
import { contexts, sessionFrom } from '../support/early-data.ts';
import { EnginePair, errorOf, type PairOptions, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, isAtLeast, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

type Options = Partial<Omit<SslContextOptions, 'role'>>;

const done = { client: { status: 'done' }, server: { status: 'done' } };
const ticketKey: TicketKey = { name: randomBytes(16), aesKey: randomBytes(32), hmacKey: randomBytes(32) };
const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(value)));

describeEachLibraryAndProtocol('callbacks of a step on the pool', (library, protocol) => {
  const version = only(protocol);
  const settings = (client: Options = {}, server: Options = {}): PairOptions => ({
    library,
    client: { ...version, ...trustingClient(), ...client },
    server: { ...version, ...identity('server'), ...server },
  });
  const pairOf = (client?: Options, server?: Options): EnginePair => new EnginePair(settings(client, server));

  test('every question comes in the same order, with the same content, as on this thread', async () => {
    const asking = (): { readonly asked: unknown[]; readonly options: PairOptions } => {
      const asked: unknown[] = [];
      const note = <T>(name: string, question: unknown, answer: T): T => {
        asked.push([name, question]);
        return answer;
      };
      const client: Options = {
        ...identity('client'),
        alpn: ['one'],
        statusType: 'ocsp',
        verifyCallback: (step) => note('verify', step, step.ok),
        certCallback: () => note('client cert', null, undefined),
        statusCallback: (response) => note('client status', response === null, true),
        pskClientCallback: (request) => note('psk client', request, null),
      };
      const server: Options = {
        ...trustingClient(),
        sessionIdContext: 'here',
        clientHelloCallback: ({ serverName, alpn }) => note('hello', { serverName, alpn }, undefined),
        serverNameCallback: (name) => note('name', name, undefined),
        alpnSelectCallback: (offered) => note('alpn', offered, 'one'),
        certCallback: () => note('cert', null, undefined),
        statusCallback: () => note('status', null, Buffer.from('30030a0103', 'hex')),
        verifyCallback: (step) => note('server verify', step, step.ok),
        getSessionCallback: (id) => note('session', id.length, null),
        generateTicketCallback: () => note('ticket', null, Buffer.from('data')),
        ticketKeyCallback: (name) => note('ticket key', name, ticketKey),
        pskServerCallback: (offer) => note('psk server', offer, null),
      };
      return { asked, options: { ...settings(client, server), clientEngine: { serverName: hosts.good } } };
    };
    const here = asking();
    const pair = new EnginePair(here.options);
    expect(pair.handshake()).toMatchObject(done);
    pair.close();
    expect(here.asked.length).toBeGreaterThan(10);
    const there = asking();
    const other = new EnginePair(there.options);
    expect(await handshakeOnPool(other)).toMatchObject(done);
    other.close();
    expect(there.asked).toEqual(here.asked);
  });

  test('a certificate is verified by certVerifyCallback, now or later', async () => {
    const seen: number[] = [];
    for (const answer of [true, 'openssl', ...(isAtLeast(library, '3.0.2') ? [later(true)] : [])] as const) {
      const pair = pairOf({ certVerifyCallback: (chain) => noting(seen, chain.length, answer) });
      expect(await handshakeOnPool(pair)).toMatchObject(done);
      pair.close();
    }
    expect(new Set(seen)).toEqual(new Set([seen[0]]));
    expect(seen[0]).toBeGreaterThan(0);
    const refused = pairOf({ certVerifyCallback: () => 26 });
    expect(errorOf((await handshakeOnPool(refused)).client)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 26, depth: 0 } });
    refused.close();
  });

  test('a server chooses certificates and contexts, now or later', async () => {
    const other = new SslContext({ role: 'server', library, ...version, ...identity('otherHost') });
    const choices: readonly Options[] = [
      { clientHelloCallback: () => other },
      { clientHelloCallback: () => later(other) },
      { serverNameCallback: () => other },
      { certCallback: () => identity('otherHost') },
      { certCallback: () => later(other) },
    ];
    for (const choice of choices) {
      const pair = pairOf({ verifyMode: 'none' }, choice);
      expect(await handshakeOnPool(pair)).toMatchObject(done);
      expect(pair.client.peerCertificate?.altNames[0]?.value).toBe('other.test');
      pair.close();
    }
  });

  test('pre-shared keys are asked for', async () => {
    const key = randomBytes(32);
    const plain: Options = protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {};
    const pair = new EnginePair({
      library,
      client: { ...version, ...plain, verifyMode: 'peer', pskClientCallback: () => ({ identity: 'me', key }) },
      server: { ...version, ...plain, pskServerCallback: () => ({ key }) },
    });
    expect(await handshakeOnPool(pair)).toMatchObject(done);
    expect(pair.client.peerCertificate).toBeNull();
    pair.close();
  });

  test('sessions and tickets are found again', async () => {
    const store = new Map<string, Uint8Array>();
    const stateful: Options = {
      options: ['SSL_OP_NO_TICKET'],
      sessionIdContext: 'here',
      onSession: (session) => store.set(session.id, session.toDer()),
      getSessionCallback: (id) => {
        const der = store.get(Buffer.from(id).toString('hex'));
        return der === undefined ? null : SslSession.fromDer(der, library);
      },
    };
    const appData: (Uint8Array | null)[] = [];
    const tickets: Options = {
      sessionIdContext: 'here',
      ticketKeyCallback: () => ticketKey,
      generateTicketCallback: () => Buffer.from('inside'),
      decryptTicketCallback: ({ status, appData: data }) => noting(appData, data, status.startsWith('success') ? 'use' : 'ignore-renew'),
    };
    for (const server of [stateful, tickets]) {
      const first = pairOf({}, server);
      expect(await handshakeOnPool(first)).toMatchObject(done);
      first.send('server', Buffer.from('x')); // brings the tickets of TLS 1.3
      const { session } = first.client;
      first.client.shutdown();
      first.server.shutdown();
      first.close();
      // Another context: it finds nothing in its own memory.
      const second = new EnginePair({ ...settings({}, server), clientEngine: session === null ? {} : { session } });
      expect(await handshakeOnPool(second)).toMatchObject(done);
      expect([second.client.connection.resumed, second.server.connection.resumed]).toEqual([true, true]);
      second.close();
    }
    expect(appData.map((data) => data && Buffer.from(data).toString())).toContain('inside');
  });

  test('allowEarlyDataCallback is asked', async () => {
    if (protocol !== 'TLSv1.3') return;
    const asked: boolean[] = [];
    const both = contexts(library, version, { ...version, allowEarlyDataCallback: () => noting(asked, true, false) });
    const pair = new EnginePair({ ...both, clientEngine: { session: sessionFrom(both) } });
    pair.client.writeEarlyData(Buffer.from('early'));
    pair.shuttle();
    const into = Buffer.alloc(100);
    await expect(pair.server.readEarlyDataAsync(into)).resolves.toMatchObject({ status: 'done', value: { status: 'finish' } });
    expect(asked).toEqual([true]);
    expect(await handshakeOnPool(pair)).toMatchObject(done);
    expect(pair.client.earlyDataStatus).toBe('rejected');
    pair.close();
  });

  test('what a callback throws comes out of the step, unchanged, and the peer is told', async () => {
    const places: readonly Options[] = [
      { clientHelloCallback: raise },
      { clientHelloCallback: () => later(null).then(raise) },
      { serverNameCallback: raise },
      { alpnSelectCallback: raise },
      { certCallback: raise },
      { certCallback: () => later(null).then(raise) },
      { statusCallback: raise },
    ];
    for (const place of places) {
      const pair = pairOf({ alpn: ['x'], statusType: 'ocsp' }, place);
      await expect(handshakeOnPool(pair)).rejects.toBe(mistake);
      pair.shuttle();
      expect(errorOf(await pair.client.connectAsync()).alert).toMatchObject({ direction: 'received', level: 'fatal' });
      pair.close();
    }
  });

  test('a promise for an answer that OpenSSL cannot wait for is refused', async () => {
    const pair = pairOf({}, { serverNameCallback: (() => later(undefined)) as unknown as () => undefined });
    await expect(handshakeOnPool(pair)).rejects.toMatchObject({ code: 'ERR_SSL_ARGUMENT', argument: 'serverNameCallback' });
    pair.close();
  });

  test.each(['clientHelloCallback', 'serverNameCallback', 'certCallback'] as const)(
    '%s can ask its engine and other engines, and operate others, but not its own',
    async (name) => {
      const told: unknown[] = [];
      const other = pairOf();
      const pair = pairOf(
        {},
        {
          [name]: (...parameters: readonly unknown[]) => {
            const engine = parameters.at(-1) as EnginePair['server'];
            told.push(engine.busy, engine.away, engine.state.finished, engine.connection.resumed, other.handshake().client.status);
            for (const call of [() => engine.accept(), () => engine.read(Buffer.alloc(1)), () => engine.shutdown()]) {
              told.push(codeOf(call));
            }
            engine.adjust({ maxSendFragment: 1024 });
            engine.acceptAsync().catch((error: unknown) => told.push((error as { readonly code?: unknown }).code));
          },
        },
      );
      expect(await handshakeOnPool(pair)).toMatchObject(done);
      expect(told).toEqual([true, false, false, false, 'done', 'ERR_SSL_BUSY', 'ERR_SSL_BUSY', 'ERR_SSL_BUSY', 'ERR_SSL_BUSY']);
      other.close();
      pair.close();
    },
  );

  test.each(['clientHelloCallback', 'serverNameCallback', 'certCallback', 'verifyCallback'] as const)(
    '%s can close its engine: it takes effect when the step is over, which fails',
    async (name) => {
      const before = library.liveObjects.connections;
      const closing = { [name]: (...parameters: readonly unknown[]) => (parameters.at(-1) as EnginePair['server']).close() };
      const onClient = name === 'verifyCallback';
      // Up to the step that asks.
      const prepared = (): EnginePair => {
        const pair = onClient ? pairOf(closing) : pairOf({}, closing);
        pair.client.connect();
        pair.shuttle();
        if (onClient) pair.server.accept();
        pair.shuttle();
        return pair;
      };
      const here = prepared();
      const expected = onClient ? here.client.connect() : here.server.accept();
      const there = prepared();
      const result = await (onClient ? there.client.connectAsync() : there.server.acceptAsync());
      expect(result).toMatchObject({ status: 'failed', ret: expected.ret, code: expected.code });
      expect(onClient ? there.client.closed : there.server.closed).toBe(true);
      here.close();
      there.close();
      expect(library.liveObjects.connections).toBe(before);
    },
  );

  test('what an observer throws comes out of the step', async () => {
    const pair = pairOf({ onKeylog: raise });
    await expect(handshakeOnPool(pair)).rejects.toBe(mistake);
    pair.close();
  });

  test('cookies are made and looked at where DTLS asks for them', async () => {
    if (protocol !== 'TLSv1.2') return;
    const cookie = createHmac('sha256', 'secret').update('peer').digest();
    const asked: string[] = [];
    const server = new SslContext({
      role: 'server',
      method: 'dtls',
      library,
      ...identity('server'),
      options: ['SSL_OP_COOKIE_EXCHANGE'],
      generateCookieCallback: () => noting(asked, 'made', cookie),
      verifyCookieCallback: (given) => noting(asked, 'looked at', cookie.equals(given)),
      dtlsTimerCallback: () => noting(asked, 'timer', 1000),
    });
    const client = new SslContext({ role: 'client', method: 'dtls', library, ...trustingClient() });
    const pair = new EnginePair({ clientContext: client, serverContext: server });
    let statuses = ['', ''];
    for (let round = 0; round < 10 && statuses.join() !== 'done,done'; round += 1) {
      const one = await pair.client.connectAsync();
      for (const datagram of pair.client.drainDatagrams()) pair.server.feedDatagram(datagram);
      const two = await pair.server.acceptAsync();
      for (const datagram of pair.server.drainDatagrams()) pair.client.feedDatagram(datagram);
      statuses = [one.status, two.status];
    }
    expect(statuses).toEqual(['done', 'done']);
    expect(asked).toEqual(expect.arrayContaining(['made', 'looked at', 'timer']));
    pair.close();
  });
});

const mistake = new Error('on purpose');

function noting<N, T>(list: N[], what: N, answer: T): T {
  list.push(what);
  return answer;
}

function raise(): never {
  throw mistake;
}

function codeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
}
