// Handshakes after the handshake: renegotiate, disableRenegotiation and the limits, which only TLSv1.2 knows.

import { once } from 'node:events';
import nodeTls from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import * as libsslTls from '../../../lib/tls/index.ts';
import { certificatePem } from '../../support/pki.ts';
import type { Tls } from './modules.ts';
import { failure, Peers, pems, read, sideBySide, thrown, tls12, tls13 } from './support.ts';

sideBySide('renegotiation', (peers) => {
  // libssl/tls takes no renegotiation from its clients, as OpenSSL does by itself since 3.0.
  const byNode = new Peers(peers.tls, nodeTls, peers.specifier);

  test('renegotiate is true and calls back with null, and data goes on, TLSv1.2', async () => {
    const { client, server } = await byNode.pair(tls12);
    server.pipe(server);
    client.resume();
    const error = await new Promise<Error | null>((resolve) => {
      expect(client.renegotiate({}, resolve)).toBe(true);
    });
    expect(error).toBeNull();
    client.pause();
    client.write('after it');
    expect((await read(client, 8)).toString()).toBe('after it');
  });

  test('renegotiate by the server is true and calls back with null, TLSv1.2', async () => {
    const { client, server } = await peers.pair({ ...tls12, ca: certificatePem('root') }, pems('client'));
    client.resume();
    server.resume();
    const error = await new Promise<Error | null>((resolve) => {
      expect(server.renegotiate({ requestCert: true, rejectUnauthorized: false }, resolve)).toBe(true);
    });
    expect(error).toBeNull();
  });

  test('renegotiate is false and calls back with an error, TLSv1.3', async () => {
    const { client } = await peers.pair(tls13);
    const error = await new Promise<Error | null>((resolve) => {
      expect(client.renegotiate({}, resolve)).toBe(false);
    });
    expect(error).toHaveProperty('code', 'ERR_SSL_WRONG_SSL_VERSION');
  });

  test.each<[string, unknown[]]>([
    ['options', [1, () => undefined]],
    ['options', [null, () => undefined]],
    ['callback', [{}, 'callback']],
  ])('renegotiate refuses %s of another type', async (_, values) => {
    const { client } = await peers.pair(tls12);
    const renegotiate = client.renegotiate.bind(client) as (...values: unknown[]) => unknown;
    expect(thrown(() => renegotiate(...values))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('renegotiate of a socket that is closed is undefined', async () => {
    const { client } = await peers.pair(tls12);
    const closed = once(client, 'close');
    client.destroy();
    await closed;
    expect(client.renegotiate({}, () => undefined)).toBeUndefined();
  });
});

describe('the limits of node:tls', () => {
  const peers = new Peers(nodeTls, nodeTls, 'node:tls');

  test('disableRenegotiation ends the connection of a client that tries: ERR_TLS_RENEGOTIATION_DISABLED', async () => {
    const { client, server } = await peers.pair(tls12);
    server.disableRenegotiation();
    server.resume();
    client.resume();
    const failed = failure(server);
    client.renegotiate({}, () => undefined);
    expect((await failed).code).toBe('ERR_TLS_RENEGOTIATION_DISABLED');
  });

  test('more than CLIENT_RENEG_LIMIT of them are ERR_TLS_SESSION_ATTACK', async () => {
    const { client, server } = await peers.pair(tls12);
    server.resume();
    client.resume();
    const failed = failure(server);
    let done = 0;
    const again = (): void => {
      const onDone = (error: Error | null): void => {
        if (error !== null) return;
        done += 1;
        setImmediate(again);
      };
      client.renegotiate({}, onDone);
    };
    again();
    expect((await failed).code).toBe('ERR_TLS_SESSION_ATTACK');
    expect(done).toBe(nodeTls.CLIENT_RENEG_LIMIT);
  });
});

describe('a server of libssl/tls', () => {
  const peers = new Peers(nodeTls, libsslTls as unknown as Tls, 'node:tls');

  test('refuses the renegotiation of a client, whose connection ends', async () => {
    const { client, server } = await peers.pair(tls12);
    server.resume();
    client.resume();
    const failed = failure(client);
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.renegotiate({}, () => undefined);
    expect((await failed).code).toMatch(/^ERR_SSL_(NO_RENEGOTIATION|SSLV3_ALERT_HANDSHAKE_FAILURE)$/);
    await closed;
  });
});
