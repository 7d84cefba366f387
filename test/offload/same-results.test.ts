// A step on the pool comes to what the same call on this thread comes to: return value, SSL_get_error's answer, error queue, events.

import { expect, test } from '@jest/globals';
import type { SslResult } from '../../lib/index.ts';
import { contexts, maxEarlyData, sessionFrom } from '../support/early-data.ts';
import { type BothResults, EnginePair, type PairOptions, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

type Prepare = (pair: EnginePair) => void;

interface Scene {
  readonly options: PairOptions;
  readonly prepare?: Prepare;
}

describeEachLibraryAndProtocol('a step on the pool', (library, protocol) => {
  const version = only(protocol);
  const other = protocol === 'TLSv1.3' ? 'TLSv1.2' : 'TLSv1.3';
  const client = { ...version, ...trustingClient() };
  const server = { ...version, ...identity('server') };
  const scene = (options: PairOptions, prepare?: Prepare): Scene => ({
    options: { library, ...options, client: { ...client, ...options.client }, server: { ...server, ...options.server } },
    ...(prepare === undefined ? {} : { prepare }),
  });
  const changed: Prepare = (pair) => {
    pair.toClient.alter = (bytes, offset) => {
      if (offset === 0) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return bytes;
    };
  };
  const scenes: readonly (readonly [name: string, scene: Scene])[] = [
    ['a handshake that is done', scene({ clientEngine: { serverName: hosts.good, verifyHost: hosts.good } })],
    ['bytes that come one by one', scene({}, (pair) => Object.assign(pair.toClient, { atMost: 700 }))],
    ['a certificate that nobody trusts', scene({ server: identity('selfSigned') })],
    ['a certificate that has expired', scene({ server: identity('expired') })],
    ['a certificate for another host', scene({ clientEngine: { verifyHost: 'other.example' } })],
    ['no protocol in common', scene({ client: only(other) })],
    [
      'no cipher in common',
      scene({
        client: { cipherList: 'ECDHE-RSA-AES128-GCM-SHA256', cipherSuites: 'TLS_AES_128_GCM_SHA256' },
        server: { cipherList: 'ECDHE-RSA-AES256-GCM-SHA384', cipherSuites: 'TLS_AES_256_GCM_SHA384' },
      }),
    ],
    ['a client without the certificate that is demanded', scene({ server: { ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' } })],
    [
      'a client with a certificate',
      scene({ client: identity('client'), server: { ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' } }),
    ],
    ['a protocol of ALPN that the server does not have', scene({ clientEngine: { alpn: ['a'] }, server: { alpn: ['b'] } })],
    ['a server that refuses the ClientHello', scene({ server: { clientHelloCallback: () => ({ alert: 'access_denied' }) } })],
    ['a message that was changed on its way', scene({}, changed)],
    ['no TLS at all', scene({}, (pair) => void pair.server.feed(Buffer.from('GET / HTTP/1.1\r\n\r\n')))],
    ['an end of the input', scene({}, (pair) => pair.toClient.end(pair.client))],
  ];

  test.each(scenes)('%s: numbers, errors and queues are those of the call on this thread', async (_, { options, prepare }) => {
    const here = new EnginePair(options);
    prepare?.(here);
    const expected = here.handshake();
    const there = new EnginePair(options);
    prepare?.(there);
    const results = await handshakeOnPool(there);
    expect(told(results)).toEqual(told(expected));
    expect(there.client.state).toEqual(here.client.state);
    expect(comparable(there)).toEqual(comparable(here));
    here.close();
    there.close();
  });

  test('what comes after a failure is that failure again, and nothing is run', async () => {
    const pair = new EnginePair(scene({ server: identity('selfSigned') }).options);
    const { client: failed } = await handshakeOnPool(pair);
    expect(failed.status).toBe('failed');
    await expect(pair.client.connectAsync()).resolves.toBe(failed);
    expect(pair.client.connect()).toBe(failed);
    pair.close();
  });

  test('steps on the pool and on this thread can take turns', async () => {
    const pair = new EnginePair(scene({}).options);
    expect(pair.client.connect().status).toBe('want-read');
    pair.shuttle();
    expect((await pair.server.acceptAsync()).status).toBe('want-read');
    pair.shuttle();
    expect((await pair.client.connectAsync()).status).toBe(protocol === 'TLSv1.3' ? 'done' : 'want-read');
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(pair.send('server', Buffer.from('hello')).toString()).toBe('hello');
    pair.close();
  });

  test('handshakeAsync() does what the side was told to do, and without that says so as handshake() does', async () => {
    const pair = new EnginePair(scene({}).options);
    const unset = new EnginePair(scene({}).options);
    expect(error(await unset.client.handshakeAsync())).toEqual(error(unset.server.handshake()));
    unset.close();
    pair.client.setConnectState();
    pair.server.setAcceptState();
    await expect(pair.client.handshakeAsync()).resolves.toMatchObject({ status: 'want-read' });
    pair.shuttle();
    await expect(pair.server.handshakeAsync()).resolves.toMatchObject({ status: 'want-read' });
    pair.close();
  });

  test('observers hear the same in the same order, when the step is over', async () => {
    const heard = async (run: (pair: EnginePair) => unknown): Promise<readonly string[]> => {
      const events: string[] = [];
      const observers = (side: string): object => ({
        onInfo: ({ kind, where, ret, state }: { kind: string; where: number; ret: number; state: string }) =>
          events.push([side, kind, where, ret, state].join(' ')),
        onMessage: ({ direction, contentType, messageType }: { direction: string; contentType: number; messageType: number | null }) =>
          events.push([side, direction, contentType, messageType].join(' ')),
        onKeylog: (line: string) => events.push(`${side} ${line.split(' ')[0]}`),
        onSession: () => events.push(`${side} session`),
      });
      const pair = new EnginePair(scene({ client: observers('client'), server: observers('server') }).options);
      await run(pair);
      pair.close();
      return events;
    };
    const here = await heard((pair) => pair.handshake());
    expect(here.length).toBeGreaterThan(20);
    expect(await heard((pair) => handshakeOnPool(pair))).toEqual(here);
  });

  test('many connections of two contexts are done at once', async () => {
    const first = new EnginePair(scene({}).options);
    const shared = { clientContext: first.client.context, serverContext: first.server.context };
    const pairs = [first, ...Array.from({ length: 49 }, () => new EnginePair(shared))];
    const results = await Promise.all(pairs.map((pair) => handshakeOnPool(pair, { atOnce: true })));
    expect(results.map(({ client: one, server: two }) => [one.status, two.status])).toEqual(pairs.map(() => ['done', 'done']));
    for (const pair of pairs) {
      expect(pair.send('client', Buffer.from('hello')).toString()).toBe('hello');
      pair.close();
    }
  });

  test('readEarlyDataAsync() reads what readEarlyData() reads', async () => {
    if (protocol !== 'TLSv1.3') return;
    const both = contexts(library, version, version);
    const pair = new EnginePair({ ...both, clientEngine: { session: sessionFrom(both) } });
    expect(pair.client.writeEarlyData(Buffer.from('early'))).toMatchObject({ status: 'done' });
    pair.shuttle();
    const into = Buffer.alloc(maxEarlyData);
    await expect(pair.server.readEarlyDataAsync(into)).resolves.toMatchObject({
      status: 'done',
      ret: 1,
      value: { status: 'success', bytes: 5 },
    });
    expect(into.subarray(0, 5).toString()).toBe('early');
    await expect(pair.server.readEarlyDataAsync(into)).resolves.toMatchObject({ status: 'want-read' });
    pair.shuttle();
    expect((await pair.client.connectAsync()).status).toBe('done');
    pair.shuttle();
    await expect(pair.server.readEarlyDataAsync(into)).resolves.toMatchObject({
      status: 'done',
      ret: 2,
      value: { status: 'finish', bytes: 0 },
    });
    expect((await handshakeOnPool(pair)).server.status).toBe('done');
    expect(pair.server.earlyDataStatus).toBe('accepted');
    pair.close();
  });
});

function error(result: SslResult<unknown>): unknown {
  if (result.status !== 'failed') return result;
  return {
    ...result,
    error: Object.fromEntries(
      Object.getOwnPropertyNames(result.error)
        .filter((name) => name !== 'stack')
        .map((name) => [name, Reflect.get(result.error, name) as unknown]),
    ),
  };
}

function told({ client, server }: BothResults): unknown {
  return { client: error(client), server: error(server) };
}

function comparable(pair: EnginePair): unknown {
  const of = (side: 'client' | 'server'): unknown => {
    const { protocol, cipher, alpn, verify, resumed } = pair[side].connection;
    return { protocol, cipher, alpn, verify, resumed, peer: pair[side].peerCertificate };
  };
  return { client: of('client'), server: of('server') };
}
