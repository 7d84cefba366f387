// A whole connection of DTLS in memory: what is negotiated, what both sides know, and what a context of the method 'dtls' takes over from
// TLS.

import { expect, test } from '@jest/globals';
import { type MessageEvent, type Psk, type PskIdentity, SslContext } from '../../lib/index.ts';
import { readAll, withConnectedDatagramPair, withDatagramPair } from '../support/datagram-pair.ts';
import { errorOf, reasons, trustingClient } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachOf, libraries, since } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

describeEachLibrary('DTLS', (library) => {
  test.each(['server', 'serverEc'] as const)(
    'a handshake with the certificate %s ends on both sides, verified (DTLS_client_method(3))',
    async (name) => {
      const options = {
        library,
        client: trustingClient(),
        server: identity(name),
        clientEngine: { serverName: hosts.good, verifyHost: hosts.good },
      };
      await withConnectedDatagramPair(options, ({ client, server }) => {
        expect(client.context).toMatchObject({ role: 'client', method: 'dtls' });
        expect(client.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { code: 0, verified: true } });
        expect(server.connection).toMatchObject({ protocol: 'DTLSv1.2', serverName: hosts.good, cipher: client.connection.cipher });
        expect(client.connection.cipher?.name).toMatch(name === 'server' ? /^ECDHE-RSA-/ : /^ECDHE-ECDSA-/);
        expect([client.dtlsTimeout, server.dtlsTimeout]).toEqual([null, null]);
      });
    },
  );

  test('without method a context speaks TLS', () => {
    expect(new SslContext({ role: 'client', library }).method).toBe('tls');
  });

  test('DTLS 1.0 where both sides and their security level allow it (SSL_CTX_set_min_proto_version(3))', async () => {
    const old = { minProtocol: 'DTLSv1', maxProtocol: 'DTLSv1', cipherList: 'DEFAULT@SECLEVEL=0' } as const;
    await withConnectedDatagramPair({ library, client: old, server: old }, ({ client, server }) => {
      expect([client.connection.protocol, server.connection.protocol]).toEqual(['DTLSv1', 'DTLSv1']);
    });
  });

  test('ALPN, an exporter, randoms and the Finished messages are the same on both sides', async () => {
    const options = { library, client: { alpn: ['webrtc', 'c-webrtc'] }, server: { alpn: ['c-webrtc'] } };
    await withConnectedDatagramPair(options, ({ client, server }) => {
      expect([client.connection.alpn, server.connection.alpn]).toEqual(['c-webrtc', 'c-webrtc']);
      const label = 'EXTRACTOR-dtls_srtp';
      expect(client.exportKeyingMaterial(60, label)).toEqual(server.exportKeyingMaterial(60, label));
      expect(client.randoms).toEqual(server.randoms);
      expect(client.finishedMessages.own).toEqual(server.finishedMessages.peer);
      expect(client.masterKey).toEqual(server.masterKey);
    });
  });

  test('the key log, states and messages are heard, under the names of DTLS', async () => {
    const lines: string[] = [];
    const messages: MessageEvent[] = [];
    const states: string[] = [];
    const client = {
      onKeylog: (line: string): void => void lines.push(line),
      onMessage: (event: MessageEvent): void => void messages.push(event),
      onInfo: ({ state }: { readonly state: string }): void => void states.push(state),
    };
    await withConnectedDatagramPair({ library, client }, () => {
      expect(lines).toEqual([expect.stringMatching(/^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$/i)]);
      expect(new Set(messages.map(({ version }) => version))).toContain('DTLSv1.2');
      expect(states).not.toHaveLength(0);
    });
  });

  test('a client certificate is asked for and shown (SSL_CTX_set_verify(3))', async () => {
    const server = { ...identity('server'), ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' } as const;
    await withConnectedDatagramPair({ library, client: identity('client'), server }, (pair) => {
      expect(pair.server.connection.verify).toMatchObject({ verified: true });
    });
  });

  test('callbacks decide as in TLS: the certificate by name', async () => {
    const asked: (string | null)[] = [];
    const other = new SslContext({ role: 'server', method: 'dtls', library, ...identity('otherHost') });
    const server = {
      serverNameCallback: (name: string | null): SslContext => {
        asked.push(name);
        return other;
      },
    };
    await withConnectedDatagramPair({ library, server, clientEngine: { serverName: 'a.test' } }, (pair) => {
      expect(asked).toEqual(['a.test']);
      expect(pair.client.peerCertificate?.raw).toEqual(pair.server.ownCertificate?.raw);
    });
  });

  test('a pre-shared key in place of certificates, asked for as in TLS 1.2 (SSL_CTX_set_psk_client_callback(3))', async () => {
    const key = Buffer.alloc(32, 'k');
    const asked: unknown[] = [];
    const client = {
      cipherList: 'PSK',
      pskClientCallback: (request: unknown): PskIdentity => {
        asked.push(request);
        return { identity: 'me', key };
      },
    };
    const server = {
      cipherList: 'PSK',
      pskIdentityHint: 'which',
      pskServerCallback: (offer: unknown): Psk => {
        asked.push(offer);
        return { key };
      },
    };
    await withConnectedDatagramPair({ library, client, server }, (pair) => {
      expect(pair.client.connection.cipher?.name).toMatch(/PSK/);
      expect(asked).toEqual([
        { protocol: 'TLSv1.2', hint: 'which' },
        { protocol: 'TLSv1.2', identity: 'me' },
      ]);
    });
  });

  test('a callback cannot switch to a context of the other method', async () => {
    const stream = new SslContext({ role: 'server', library, ...identity('server') });
    await withDatagramPair({ library, server: { serverNameCallback: () => stream } }, (pair) => {
      pair.client.connect();
      pair.shuttle();
      expect(() => pair.server.accept()).toThrow(
        expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', message: expect.stringContaining("method 'dtls'") }),
      );
    });
  });

  test('what TLS 1.3 alone has is refused as OpenSSL refuses it', async () => {
    await withConnectedDatagramPair({ library }, ({ client }) => {
      expect(() => client.keyUpdate()).toThrow(expect.objectContaining({ code: 'ERR_SSL_SETTING', function: 'SSL_key_update' }));
    });
    await withDatagramPair({ library }, ({ client }) => {
      const result = client.writeEarlyData(Buffer.from('early'));
      expect(result).toMatchObject({ status: 'failed', error: { operation: 'SSL_write_early_data' } });
      // "called a function you should not call": a reason that 3.0 has moved to those common to all libraries
      expect(reasons(errorOf(result))).toEqual([`20:${since(library, { '1.1.1': 66, '3.0': 0xc0101 })}`]);
    });
  });

  test('a new handshake on the same connection (SSL_renegotiate(3))', async () => {
    await withConnectedDatagramPair({ library }, (pair) => {
      const before = pair.client.randoms;
      pair.server.renegotiate();
      expect(pair.server.handshake().status).toBe('done');
      for (let turn = 0; turn < 10; turn += 1) {
        pair.shuttle();
        readAll(pair.client);
        readAll(pair.server);
      }
      expect(pair.client.randoms.client).not.toEqual(before.client);
      expect(pair.client.randoms).toEqual(pair.server.randoms);
    });
  });

  test('connections, contexts and BIOs are counted while they live, and gone after close()', async () => {
    const before = library.liveObjects;
    await withConnectedDatagramPair({ library }, () => {
      expect(library.liveObjects).toMatchObject({ connections: before.connections + 2, bios: before.bios + 2 });
    });
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });
});

const pairs = libraries.flatMap((client) =>
  libraries.filter((server) => server !== client).map((server) => [`${client.name} with ${server.name}`, { client, server }] as const),
);

describeEachOf('two OpenSSLs in one process: %s', pairs, (_, { client, server }) => {
  test.each([[{}], [{ mtu: 300 }]])('shake hands and exchange data, with %j', async (engine) => {
    const options = {
      client: { library: client.library, ...trustingClient() },
      server: { library: server.library, ...identity('server') },
      clientEngine: { ...engine, verifyHost: hosts.good },
      serverEngine: engine,
    };
    await withConnectedDatagramPair(options, (pair) => {
      pair.client.write(Buffer.from('over'));
      pair.server.write(Buffer.from('and back'));
      pair.shuttle();
      expect([readAll(pair.server), readAll(pair.client)]).toEqual([['over'], ['and back']]);
    });
  });
});
