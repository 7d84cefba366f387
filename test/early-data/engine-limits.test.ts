// What early data may be: how much, when, under which session; and what OpenSSL says of everything else. SSL_read_early_data(3)

import { expect, test } from '@jest/globals';
import { SslEngine } from '../../lib/index.ts';
import { aged, type Contexts, contexts, endBoth, expectHandshake, maxEarlyData, sessionFrom, withSession } from '../support/early-data.ts';
import { EnginePair, errorOf, reasons } from '../support/engine-pair.ts';
import { describeEachLibrary, only, since } from '../support/libraries.ts';

const early = Buffer.from('early');
const into = Buffer.alloc(4000);
const read = (bytes: number): object => ({ status: 'done', ret: 1, code: 0, value: { status: 'success', bytes } });

describeEachLibrary('limits of early data', (library) => {
  // ERR_R_SHOULD_NOT_HAVE_BEEN_CALLED
  const outOfTurn = since(library, { '1.1.1': ['20:66'], '3.0': ['20:786689'] });

  test('as much as the session allows is taken, one byte more is refused before any of it is sent', () => {
    const both = contexts(library);
    const session = sessionFrom(both);
    expect(session.maxEarlyData).toBe(maxEarlyData);
    withSession(both, (pair) => {
      expect(pair.client.writeEarlyData(Buffer.alloc(maxEarlyData))).toMatchObject({ status: 'done', value: maxEarlyData });
      pair.shuttle();
      expect(pair.server.readEarlyData(into)).toMatchObject(read(maxEarlyData));
    });
    withSession(both, (pair) => {
      const error = errorOf(pair.client.writeEarlyData(Buffer.alloc(maxEarlyData + 1)));
      expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_write_early_data', ret: 0, sslError: 1 });
      expect(reasons(error)).toEqual(['20:164']); // SSL_R_TOO_MUCH_EARLY_DATA
      expect(errorOf(pair.client.connect())).toBe(error); // the latch
    });
  });

  test('recvMaxEarlyData bounds what a server reads, whatever its tickets allow (SSL_CTX_set_recv_max_early_data(3))', () => {
    withSession(contexts(library, {}, { recvMaxEarlyData: 10 }), (pair) => {
      pair.client.writeEarlyData(Buffer.alloc(100));
      pair.shuttle();
      const error = errorOf(pair.server.readEarlyData(into));
      expect(error).toMatchObject({ operation: 'SSL_read_early_data', ret: 0, sslError: 1, alert: { direction: 'sent', description: 10 } });
      expect(reasons(error)[0]).toBe('20:164');
      expect(errorOf(pair.server.accept())).toBe(error);
    });
  });

  test.each<[string, (both: Contexts) => SslEngine, (engine: SslEngine) => unknown]>([
    ['without a session', (both) => new SslEngine(both.clientContext), (engine) => engine.writeEarlyData(early)],
    [
      'with a session whose ticket allows none',
      (both) => new SslEngine(both.clientContext, { session: sessionFrom(contexts(library, {}, { maxEarlyData: 0 })) }),
      (engine) => engine.writeEarlyData(early),
    ],
    [
      'with a session of TLS 1.2',
      (both) => new SslEngine(both.clientContext, { session: sessionFrom(contexts(library, only('TLSv1.2'))) }),
      (engine) => engine.writeEarlyData(early),
    ],
    [
      'after connect()',
      (both) => new SslEngine(both.clientContext, { session: sessionFrom(both) }),
      (engine) => {
        engine.connect();
        return engine.writeEarlyData(early);
      },
    ],
    ['by a server that has read none', (both) => new SslEngine(both.serverContext), (engine) => engine.writeEarlyData(early)],
    ['by a client that reads it', (both) => new SslEngine(both.clientContext), (engine) => engine.readEarlyData(into)],
    [
      'after accept()',
      (both) => new SslEngine(both.serverContext),
      (engine) => {
        engine.accept();
        return engine.readEarlyData(into);
      },
    ],
  ])('used %s it is what OpenSSL says', (_, make, call) => {
    const engine = make(contexts(library));
    const result = call(engine) as ReturnType<SslEngine['readEarlyData']>;
    expect(result).toMatchObject({ status: 'failed', ret: 0, code: 1 });
    expect(reasons(errorOf(result))).toEqual(outOfTurn);
    engine.close();
  });

  test('after the handshake neither may be called', () => {
    for (const side of ['client', 'server'] as const) {
      withSession(contexts(library), (pair) => {
        expectHandshake(pair);
        const result = side === 'client' ? pair.client.writeEarlyData(early) : pair.server.readEarlyData(into);
        expect(reasons(errorOf(result))).toEqual(outOfTurn);
      });
    }
  });

  test('rule 25: through a small pair the same bytes are written again until they are gone', () => {
    const bytes = Buffer.from(Array.from({ length: 900 }, (_, index) => index % 251));
    withSession(
      contexts(library),
      (pair) => {
        const { client, server } = pair;
        let result = client.writeEarlyData(bytes);
        expect(result).toMatchObject({ status: 'want-write', ret: 0, code: 3 });
        expect(client.unfinishedWrite).toBe(bytes.length);
        expect(() => client.write(bytes)).toThrow(expect.objectContaining({ family: 'misuse', code: 'ERR_SSL_STATE' }));
        expect(() => client.connect()).toThrow(expect.objectContaining({ family: 'misuse', code: 'ERR_SSL_STATE', argument: 'connect' }));
        expect(() => client.writeEarlyData(early)).toThrow(expect.objectContaining({ family: 'misuse', argument: 'bytes' }));
        const parts: Buffer[] = [];
        for (let rounds = 0; result.status === 'want-write'; rounds += 1) {
          expect(rounds).toBeLessThan(1000);
          pair.toServer.move(client, server);
          const got = server.readEarlyData(into);
          if (got.status === 'done') parts.push(Buffer.from(into.subarray(0, got.value.bytes)));
          result = rounds % 2 === 0 ? client.writeEarlyData() : client.writeEarlyData(bytes);
        }
        expect(result).toMatchObject({ status: 'done', value: bytes.length });
        expect(client.unfinishedWrite).toBe(0);
        expect(() => client.writeEarlyData()).toThrow(expect.objectContaining({ argument: 'bytes' }));
        for (let moved = true; moved; ) {
          moved = pair.shuttle();
          const got = server.readEarlyData(into);
          if (got.status === 'done') parts.push(Buffer.from(into.subarray(0, got.value.bytes)));
        }
        expect(Buffer.concat(parts).equals(bytes)).toBe(true);
        expectHandshake(pair);
      },
      undefined,
      { bufferSize: 100 },
    );
  });

  test('a write waits for its own retry, not for early data (rule 25)', () => {
    const pair = EnginePair.connected({ ...contexts(library), clientEngine: { bufferSize: 600 } });
    pair.shuttleAll();
    expect(pair.client.write(Buffer.alloc(4000)).status).toBe('want-write');
    expect(() => pair.client.writeEarlyData()).toThrow(expect.objectContaining({ family: 'misuse', code: 'ERR_SSL_STATE' }));
    endBoth(pair);
  });

  test('an end of file in the middle of it is an unexpected one (rule 10)', () => {
    withSession(contexts(library), (pair) => {
      pair.client.writeEarlyData(early);
      pair.shuttle();
      pair.server.readEarlyData(into);
      pair.server.feedEnd();
      expect(errorOf(pair.server.readEarlyData(into))).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
    });
  });

  test('with a session that died with its connection nothing of it is sent, and the error does not blame the peer', () => {
    const both = contexts(library);
    const session = sessionFrom(both);
    EnginePair.connected({ ...both, clientEngine: { session } }).close(); // without close_notify
    expect(session.resumable).toBe(false);
    withSession(
      both,
      (pair) => {
        expect(errorOf(pair.client.writeEarlyData(early))).toMatchObject({ code: 'ERR_SSL_PROTOCOL', unexpectedEof: false });
      },
      session,
    );
  });
});

describeEachLibrary('early data under a ticket that has expired', (library) => {
  test.each([
    ['just expired', 7200, false],
    ['long expired', 700_000, false],
    ['made in the future by a clock that was set back', -100, false],
    ['not expired yet', 7100, true],
  ] as const)('%s', (_, age, allowed) => {
    const both = contexts(library);
    const session = aged(sessionFrom(both), age);
    expect(session).toMatchObject({ ticketLifetime: 7200, resumable: true });
    const engine = new SslEngine(both.clientContext, { session });
    if (allowed) {
      expect(engine.writeEarlyData(early).status).toBe('done');
    } else {
      expect(() => engine.writeEarlyData(early)).toThrow(expect.objectContaining({ family: 'misuse', code: 'ERR_SSL_STATE' }));
      expect(engine.drain()).toHaveLength(0);
      expect(engine.connect().status).toBe('want-read'); // it can still connect
      expect(engine.earlyDataStatus).toBe('not-sent');
    }
    engine.close();
  });
});
