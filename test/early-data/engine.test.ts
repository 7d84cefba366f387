// SSL_write_early_data and SSL_read_early_data on two engines, in the order of SSL_read_early_data(3).

import { expect, test } from '@jest/globals';
import { SslSession } from '../../lib/index.ts';
import { contexts, endBoth, expectHandshake, sessionFrom, withSession } from '../support/early-data.ts';
import { EnginePair } from '../support/engine-pair.ts';
import { describeEachLibrary, only } from '../support/libraries.ts';

const early = Buffer.from('early');
const into = Buffer.alloc(4000);
const finish = { status: 'done', ret: 2, code: 0, value: { status: 'finish', bytes: 0 } };
const read = (bytes: number): object => ({ status: 'done', ret: 1, code: 0, value: { status: 'success', bytes } });
const wantRead = { status: 'want-read', ret: 0, code: 2 };

describeEachLibrary('early data (SSL_read_early_data(3))', (library) => {
  test('a client writes it before the handshake, a server reads it before it accepts', () => {
    withSession(contexts(library), (pair) => {
      expect([pair.client.earlyDataStatus, pair.server.earlyDataStatus]).toEqual(['not-sent', 'not-sent']);
      expect(pair.client.writeEarlyData(early)).toMatchObject({ status: 'done', ret: 1, code: 0, value: 5 });
      expect(pair.client.writeEarlyData(Buffer.from('more'))).toMatchObject({ status: 'done', ret: 1, value: 4 });
      pair.shuttle();
      expect(pair.server.readEarlyData(into)).toMatchObject(read(5));
      expect(into.toString('latin1', 0, 5)).toBe('early');
      expect(pair.server.readEarlyData(into)).toMatchObject(read(4));
      expect(pair.server.readEarlyData(into)).toMatchObject(wantRead); // the client's end of early data comes with its Finished
      expect(pair.server.state.finished).toBe(false);
      pair.shuttle();
      expect(pair.client.connect()).toMatchObject({ status: 'done', ret: 1 });
      pair.shuttle();
      expect(pair.server.readEarlyData(into)).toMatchObject(finish);
      expect(pair.server.accept()).toMatchObject({ status: 'done', ret: 1 });
      expect([pair.client.earlyDataStatus, pair.server.earlyDataStatus]).toEqual(['accepted', 'accepted']);
      expectHandshake(pair);
      expect(pair.server.connection.resumed).toBe(true);
    });
  });

  test('a server may answer before the client is known', () => {
    withSession(contexts(library), (pair) => {
      pair.client.writeEarlyData(early);
      pair.shuttle();
      pair.server.readEarlyData(into);
      expect(pair.server.writeEarlyData(Buffer.from('half'))).toMatchObject({ status: 'done', value: 4 });
      pair.shuttle();
      expect(pair.client.connect().status).toBe('done');
      expect(pair.client.read(into)).toMatchObject({ status: 'done', value: 4 });
      expect(into.toString('latin1', 0, 4)).toBe('half');
    });
  });

  test('a record is read in parts, and with no room not at all', () => {
    withSession(contexts(library), (pair) => {
      pair.client.writeEarlyData(early);
      pair.shuttle();
      expect(pair.server.readEarlyData(new Uint8Array(0))).toMatchObject({
        status: 'done',
        ret: 0,
        value: { status: 'success', bytes: 0 },
      });
      expect(pair.server.readEarlyData(into.subarray(0, 2))).toMatchObject(read(2));
      expect(pair.server.readEarlyData(into)).toMatchObject(read(3));
      expectHandshake(pair);
    });
  });

  test('a server that does not ask for it skips it: the connection goes on, and the client is told', () => {
    withSession(contexts(library), (pair) => {
      expect(pair.client.writeEarlyData(early).status).toBe('done');
      expectHandshake(pair);
      expect([pair.client.earlyDataStatus, pair.server.earlyDataStatus]).toEqual(['rejected', 'rejected']);
      expect(pair.client.connection.resumed).toBe(true);
    });
  });

  test.each<[string, object, boolean]>([
    ['another server, which cannot read the ticket', {}, false],
    ['a server that wants another key exchange group (HelloRetryRequest)', { groups: 'P-384' }, false],
  ])('%s finds nothing to read', (_, server, resumed) => {
    const other = contexts(library, {}, server).serverContext;
    const both = contexts(library);
    const session = sessionFrom(both);
    withSession(
      { ...both, serverContext: other },
      (pair) => {
        expect(pair.client.writeEarlyData(early).status).toBe('done');
        pair.shuttle();
        expect(pair.server.readEarlyData(into)).toMatchObject(finish);
        expectHandshake(pair);
        expect([pair.client.earlyDataStatus, pair.client.connection.resumed]).toEqual(['rejected', resumed]);
      },
      session,
    );
  });

  test('a client without any, and one of TLS 1.2, are finished at once', () => {
    for (const client of [{}, only('TLSv1.2')]) {
      const pair = new EnginePair(contexts(library, client));
      pair.client.connect();
      pair.shuttle();
      let result = pair.server.readEarlyData(into);
      for (let moved = true; moved && result.status !== 'done'; result = pair.server.readEarlyData(into)) {
        moved = pair.shuttle();
        pair.client.connect();
        pair.shuttle();
      }
      expect(result).toMatchObject(finish);
      expectHandshake(pair);
      expect(pair.server.earlyDataStatus).toBe('not-sent');
      endBoth(pair);
    }
  });

  test('the same session a second time is taken for a replay and rejected; with SSL_OP_NO_ANTI_REPLAY it is not', () => {
    for (const [options, expected] of [
      [[], ['accepted', 'rejected']],
      [['SSL_OP_NO_ANTI_REPLAY'], ['accepted', 'accepted']],
    ] as const) {
      const both = contexts(library, {}, { options });
      const der = sessionFrom(both).toDer();
      const came = [1, 2].map(() =>
        withSession(
          both,
          (pair) => {
            pair.client.writeEarlyData(early);
            pair.shuttle();
            pair.server.readEarlyData(into);
            expectHandshake(pair);
            return pair.client.earlyDataStatus;
          },
          SslSession.fromDer(der, library),
        ),
      );
      expect(came).toEqual(expected);
    }
  });
});
