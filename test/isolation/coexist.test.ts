// Several OpenSSLs in one process, each through its own table: they handshake with each other, and none gets what is another's.

import { describe, expect, test } from '@jest/globals';
import { OpenSSL, SslContext } from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachOf, isAtLeast, libraries, only, protocols } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

const pairs = libraries.flatMap((one) =>
  libraries
    .filter((other) => other !== one)
    .map((other) => [`client of ${one.name} and a server of ${other.name}`, [one.library, other.library]] as const),
);

describeEachOf('a %s', pairs, (_, [clientLibrary, serverLibrary]) => {
  test.each(protocols)('shake hands in %s and exchange data', (protocol) => {
    const options = {
      client: { library: clientLibrary, ...trustingClient(), ...only(protocol), alpn: ['h2'], ...identity('client') },
      server: { library: serverLibrary, ...identity('server'), alpn: ['h2'], ca: trustingClient().ca, verifyMode: 'peer' },
      clientEngine: { serverName: hosts.good, verifyHost: hosts.good },
    } as const;
    withConnectedPair(options, (pair) => {
      const [client, server] = [pair.client.connection, pair.server.connection];
      expect(client).toMatchObject({ protocol, alpn: 'h2', verify: { verified: true, peerName: hosts.good } });
      expect(server).toMatchObject({ protocol, alpn: 'h2', serverName: hosts.good, verify: { verified: true } });
      expect(client.cipher?.id).toBe(server.cipher?.id);
      const bytes = Buffer.alloc(20_000, 'both ways');
      expect(pair.send('client', bytes).equals(bytes)).toBe(true);
      expect(pair.send('server', bytes).equals(bytes)).toBe(true);
      expect(pair.client.shutdown()).toMatchObject({ value: 'sent' });
      pair.shuttleAll();
      expect(pair.server.read(Buffer.alloc(1)).status).toBe('closed');
    });
  });

  test('a failure of one is told to the other, each in its own library’s words', () => {
    withPair(
      { client: { library: clientLibrary, ...trustingClient() }, server: { library: serverLibrary, ...identity('expired') } },
      (pair) => {
        const { client, server } = pair.handshake();
        expect(errorOf(client)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 10 }, queue: [{ reasonCode: 134 }] });
        expect(errorOf(server)).toMatchObject({ code: 'ERR_SSL_ALERT', queue: [{ reasonCode: 1045 }] });
      },
    );
  });
});

describe('all of them at once', () => {
  test('handshakes interleaved step by step all finish', () => {
    const open = pairs.map(([, [clientLibrary, serverLibrary]]) => {
      return new EnginePair({
        client: { library: clientLibrary, ...trustingClient() },
        server: { library: serverLibrary, ...identity('server') },
      });
    });
    for (let round = 0; round < 6; round += 1) {
      for (const pair of open) {
        if (!pair.client.state.finished) pair.client.connect();
        pair.toServer.move(pair.client, pair.server);
      }
      for (const pair of open) {
        if (!pair.server.state.finished) pair.server.accept();
        pair.toClient.move(pair.server, pair.client);
      }
    }
    for (const pair of open) {
      expect([pair.client.state.finished, pair.server.state.finished]).toEqual([true, true]);
      pair.close();
    }
  });

  test('each counts its own objects', () => {
    for (const { library } of libraries) {
      const others = libraries.filter((other) => other.library !== library).map((other) => other.library);
      const before = others.map(({ liveObjects }) => liveObjects.connections);
      const own = library.liveObjects.connections;
      const pair = new EnginePair({ library });
      expect(library.liveObjects.connections).toBe(own + 2);
      expect(others.map(({ liveObjects }) => liveObjects.connections)).toEqual(before);
      pair.close();
      expect(library.liveObjects.connections).toBe(own);
    }
  });

  test('has() answers for the one library', () => {
    for (const { library } of libraries) {
      expect(library.has('SSL_connect')).toBe(true);
      expect(library.has('SSL_get1_peer_certificate')).toBe(isAtLeast(library, '3.0'));
      expect(library.has('OSSL_QUIC_client_method')).toBe(isAtLeast(library, '3.2'));
      expect(library.has('SSL_set1_ech_config_list')).toBe(isAtLeast(library, '4.0'));
      expect(library.has('SSL_no_such_function')).toBe(false);
      expect(() => library.require('SSL_connect')).not.toThrow();
      expect(() => library.require('SSL_no_such_function')).toThrow(
        expect.objectContaining({ code: 'ERR_SSL_NOT_SUPPORTED', function: 'SSL_no_such_function', family: 'library' }),
      );
    }
  });

  test('macros of C are exported by none (SSL_set_tlsext_host_name(3))', () => {
    for (const { library } of libraries) expect(library.has('SSL_set_tlsext_host_name')).toBe(false);
  });

  test('what has() finds is of the library itself, not of Node: each has what Node lacks or lacks what Node has', () => {
    const node = OpenSSL.load('node');
    for (const { library } of libraries.filter(({ library: other }) => isAtLeast(other, '4.0'))) {
      expect(library.has('ENGINE_new')).toBe(false);
      expect(node.has('SSL_connect')).toBe(true);
    }
  });

  test('a context of one library takes no engine of another by mistake: an engine’s library is its context’s', () => {
    for (const { library } of libraries) {
      const context = new SslContext({ role: 'client', library });
      expect(context.library).toBe(library);
      expect(context.library.version.text).toMatch(/^OpenSSL \d/);
    }
  });
});
