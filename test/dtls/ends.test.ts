// How a connection of DTLS ends, and is resumed.

import { expect, test } from '@jest/globals';
import { SslContext, SslEngine, SslSession } from '../../lib/index.ts';
import { DatagramPair, type DatagramPairOptions, readAll, withConnectedDatagramPair, withDatagramPair } from '../support/datagram-pair.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

describeEachLibrary('shutdown of DTLS', (library) => {
  test('close_notify goes both ways (SSL_shutdown(3))', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      pair.client.write(Buffer.from('last words'));
      expect(pair.client.shutdown()).toEqual({ status: 'done', ret: 0, code: null, value: 'sent' });
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['last words']);
      expect(pair.server.read(Buffer.alloc(1))).toMatchObject({ status: 'closed' });
      expect(pair.server.shutdown()).toMatchObject({ status: 'done', ret: 1, value: 'complete' });
      pair.shuttle();
      expect(pair.client.shutdown()).toMatchObject({ status: 'done', ret: 1, value: 'complete' });
    });
  });

  test('a close_notify that is lost leaves the peer waiting: nothing sends it again', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      pair.client.shutdown();
      pair.client.drainDatagrams();
      expect(pair.server.read(Buffer.alloc(1))).toMatchObject({ status: 'want-read' });
      expect(pair.client.dtlsTimeout).toBeNull();
    });
  });

  test('close() frees what was not read and not drained', () => {
    const before = library.liveObjects;
    const pair = DatagramPair.connected({ library });
    pair.client.write(Buffer.from('never drained'));
    pair.server.feedDatagram(Buffer.from('never read'));
    pair.close();
    pair.close();
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });
});

describeEachLibrary('resumption of DTLS', (library) => {
  const contexts = (): Required<Pick<DatagramPairOptions, 'clientContext' | 'serverContext'>> => ({
    clientContext: new SslContext({ role: 'client', method: 'dtls', library, ...trustingClient() }),
    serverContext: new SslContext({ role: 'server', method: 'dtls', library, ...identity('server') }),
  });
  const sessionOf = (options: DatagramPairOptions): SslSession => {
    const pair = DatagramPair.connected(options);
    const { session } = pair.client;
    pair.client.shutdown(); // without it OpenSSL takes the session for spoilt (SSL_free(3))
    pair.close();
    if (session === null) throw new Error('no session');
    return session;
  };

  test('a session of one connection makes the next a resumed one, on both sides (SSL_set_session(3))', async () => {
    const options = contexts();
    const session = sessionOf(options);
    expect(session).toMatchObject({ protocol: 'DTLSv1.2', resumable: true, hasTicket: true });
    await withConnectedDatagramPair({ ...options, clientEngine: { session } }, (pair) => {
      expect([pair.client.connection.resumed, pair.server.connection.resumed]).toEqual([true, true]);
      pair.client.write(Buffer.from('again'));
      pair.shuttle();
      expect(readAll(pair.server)).toEqual(['again']);
    });
  });

  test('a session survives as DER (d2i_SSL_SESSION(3))', async () => {
    const options = contexts();
    const session = SslSession.fromDer(sessionOf(options).toDer(), library);
    await withConnectedDatagramPair({ ...options, clientEngine: { session } }, (pair) => {
      expect(pair.client.connection.resumed).toBe(true);
    });
  });

  test('a session is of no use to a server with other keys: the handshake is a full one', async () => {
    const session = sessionOf(contexts());
    await withConnectedDatagramPair({ ...contexts(), clientEngine: { session } }, (pair) => {
      expect(pair.client.connection.resumed).toBe(false);
    });
  });

  test('a session of TLS is of no use to DTLS: the handshake is a full one', async () => {
    const stream = EnginePair.connected({ library, client: { maxProtocol: 'TLSv1.2' } });
    const { session } = stream.client;
    stream.client.shutdown();
    stream.close();
    if (session === null) throw new Error('no session');
    await withConnectedDatagramPair({ ...contexts(), clientEngine: { session } }, (pair) => {
      expect(pair.client.connection).toMatchObject({ protocol: 'DTLSv1.2', resumed: false });
    });
  });

  test('onSession hears of it once', async () => {
    const sessions: SslSession[] = [];
    await withConnectedDatagramPair({ library, client: { onSession: (session) => void sessions.push(session) } }, () => {
      expect(sessions.map(({ protocol }) => protocol)).toEqual(['DTLSv1.2']);
    });
  });
});

describeEachLibrary('life of an engine of datagrams', (library) => {
  test('every member throws after close(), and names itself', async () => {
    await withDatagramPair({ library }, ({ client }) => {
      client.close();
      const closed = (name: string): unknown => expect.objectContaining({ code: 'ERR_SSL_CLOSED', argument: name });
      expect(() => client.feedDatagram(new Uint8Array(1))).toThrow(closed('feedDatagram'));
      expect(() => client.drainDatagrams()).toThrow(closed('drainDatagrams'));
      expect(() => client.handleDtlsTimeout()).toThrow(closed('handleDtlsTimeout'));
      expect(() => client.listen()).toThrow(closed('listen'));
      expect(() => client.datagramsToDrain).toThrow(closed('datagramsToDrain'));
      expect(() => client.dtlsTimeout).toThrow(closed('dtlsTimeout'));
      expect(() => client.dataMtu).toThrow(closed('dataMtu'));
    });
  });

  test('an engine may be used, and closed, inside of a callback of another', async () => {
    const inner = DatagramPair.connected({ library });
    const dtlsTimerCallback = (): number => {
      if (inner.client.closed) return 1000;
      inner.client.write(Buffer.from('from inside'));
      inner.shuttle();
      expect(readAll(inner.server)).toEqual(['from inside']);
      inner.close();
      return 1000;
    };
    await withDatagramPair({ library, client: { dtlsTimerCallback } }, (pair) => {
      expect(pair.client.connect().status).toBe('want-read');
      expect(pair.handshake()).toMatchObject({ server: { status: 'done' } });
      expect(inner.client.closed).toBe(true);
    });
  });

  test('many engines of one context live side by side', () => {
    const context = new SslContext({ role: 'client', method: 'dtls', library });
    const engines = Array.from({ length: 300 }, () => new SslEngine(context)); // more than there are types of BIO
    for (const engine of engines) engine.connect();
    expect(engines.map((engine) => engine.drainDatagrams().length)).toEqual(engines.map(() => 1));
    for (const engine of engines) engine.close();
  });
});
