// Sessions and early data with Encrypted Client Hello: the outer ClientHello shows none of the session, RFC 9849, 6.1.2.

import { expect, test } from '@jest/globals';
import { EchRejectedError, type SslSession } from '../../lib/index.ts';
import { type Contexts, contexts, expectHandshake, sessionFrom, withSession } from '../support/early-data.ts';
import { describeEachWithEch, names, newStore } from '../support/ech.ts';
import { errorOf } from '../support/engine-pair.ts';

describeEachWithEch('sessions with ECH', (library) => {
  const setUp = () => {
    const store = newStore(library);
    return { both: contexts(library, {}, { echStore: store }), ech: { configList: store.configList } };
  };
  const named = { serverName: names.inner, verifyHost: names.inner };

  /** A session that came over ECH. */
  const sessionOver = (both: Contexts, ech: { readonly configList: Uint8Array }): SslSession => {
    return sessionFrom({ ...both, clientEngine: { ...named, ech } });
  };

  test('one that came over ECH is resumed over ECH, under the inner name', () => {
    const { both, ech } = setUp();
    const session = sessionOver(both, ech);
    withSession(
      both,
      (pair) => {
        expectHandshake(pair);
        expect(pair.client.connection).toMatchObject({ resumed: true, ech: { status: 'success', innerName: names.inner } });
        expect(pair.server.connection).toMatchObject({ resumed: true, serverName: names.inner });
        expect(pair.toServer.bytes.includes(names.inner)).toBe(false);
        expect(pair.toServer.bytes.includes(Buffer.from(session.ticket))).toBe(false);
      },
      session,
      { ...named, ech },
    );
  });

  test('early data goes with it, and none of it is seen', () => {
    const { both, ech } = setUp();
    withSession(
      both,
      (pair) => {
        expect(pair.client.writeEarlyData(Buffer.from('early words')).status).toBe('done');
        pair.shuttleAll();
        const into = Buffer.alloc(100);
        const read = pair.server.readEarlyData(into);
        expect(read).toMatchObject({ status: 'done', value: { bytes: 11 } });
        expect(String(into.subarray(0, 11))).toBe('early words');
        while (pair.server.readEarlyData(into).status === 'done' && pair.server.earlyDataStatus !== 'accepted') pair.shuttleAll();
        pair.shuttleAll();
        expect(pair.client.connect().status).toBe('done');
        expect(pair.client.earlyDataStatus).toBe('accepted');
        expect(pair.client.ech?.status).toBe('success');
        expect(pair.toServer.bytes.includes(names.inner)).toBe(false);
      },
      sessionOver(both, ech),
      { ...named, ech },
    );
  });

  test('with a stale list it is not resumed, and its ticket is not shown either', () => {
    const { both, ech } = setUp();
    const session = sessionOver(both, ech);
    withSession(
      both,
      (pair) => {
        expect(errorOf(pair.handshake().client)).toBeInstanceOf(EchRejectedError);
        expect(pair.toServer.bytes.includes(Buffer.from(session.ticket))).toBe(false);
      },
      session,
      { ...named, ech: { configList: newStore(library).configList } },
    );
  });

  test('one that came without ECH is resumed over it too', () => {
    const { both, ech } = setUp();
    withSession(
      both,
      (pair) => {
        expectHandshake(pair);
        expect(pair.client.connection).toMatchObject({ ech: { status: 'success' } });
      },
      sessionFrom(both),
      { ...named, ech },
    );
  });
});
