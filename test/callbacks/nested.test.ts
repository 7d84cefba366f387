// Callbacks in which other engines are operated: what they do is theirs. SSL_get_error(3), exactness rule 3

import { expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

type ClientOptions = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('a callback that operates other engines', (library, protocol) => {
  const pairOf = (client: ClientOptions, server = identity('server')): EnginePair =>
    new EnginePair({ library, client: { ...only(protocol), ...client }, server: { ...only(protocol), ...server } });

  test('a callback may do a whole handshake of its own, with the same OpenSSL, and fail at it', () => {
    const inner: string[] = [];
    const pair = pairOf({
      ...trustingClient(),
      verifyCallback: ({ ok, depth }) => {
        if (depth === 0) {
          inner.push(withPair({ library, client: trustingClient() }, (other) => other.handshake().client.status));
          inner.push(
            withPair({ library, client: trustingClient(), server: identity('expired') }, (other) => other.handshake().client.status),
          );
          expect(() => new SslContext({ role: 'client', library, cipherList: 'nothing' })).toThrow();
        }
        return ok;
      },
    });
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(inner).toEqual(['done', 'failed']);
    expect(pair.client.connection.serverName).toBeNull();
    pair.close();
  });

  test('the errors of an operation survive what its callback does (SSL_get_error reads them)', () => {
    const pair = pairOf(
      {
        ...trustingClient(),
        verifyCallback: ({ ok }) => {
          withPair({ library, client: trustingClient(), server: identity('expired') }, (other) => other.handshake());
          return ok;
        },
      },
      identity('otherHost'),
    );
    const checked = new EnginePair({
      library,
      clientContext: pair.client.context,
      server: { ...only(protocol), ...identity('otherHost') },
      clientEngine: { verifyHost: hosts.good },
    });
    const error = errorOf(checked.handshake().client);
    expect(error).toMatchObject({ ret: -1, sslError: 1, verify: { code: 62 } });
    expect(error.queue.map(({ reasonCode }) => reasonCode)).toEqual([134]);
    checked.close();
    pair.close();
  });

  test('memory that a callback takes away from under a read or a write is not used any more', () => {
    let lent: Uint8Array<ArrayBuffer> = new Uint8Array(0);
    let taken = 0;
    const takeAway = (): void => {
      if (lent.byteLength === 0) return;
      structuredClone(lent, { transfer: [lent.buffer] });
      expect(lent.byteLength).toBe(0);
      taken += 1;
    };
    const pair = pairOf({
      ...trustingClient(),
      verifyCallback: ({ ok }) => {
        takeAway();
        return ok;
      },
    });
    pair.client.setConnectState();
    // SSL_read and SSL_write do the handshake (SSL_set_connect_state(3)): the callback runs inside of them.
    for (let turn = 0; turn < 6; turn += 1) {
      lent = new Uint8Array(4096).fill(0x61);
      if (turn % 2 === 0) pair.client.read(lent);
      else if (pair.client.unfinishedWrite === 0) pair.client.write(lent);
      else pair.client.write();
      pair.shuttleAll();
      pair.server.accept();
      pair.shuttleAll();
    }
    expect(taken).toBeGreaterThan(0);
    expect(pair.client.state.finished).toBe(true);
    const into = Buffer.alloc(8192);
    const read = pair.server.read(into);
    expect(read).toMatchObject({ status: 'done', value: 4096 });
    expect(into.subarray(0, 4096).every((byte) => byte === 0x61)).toBe(true);
    pair.close();
  });
});
