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
});
