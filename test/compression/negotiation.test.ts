// Certificate compression of both sides (RFC 8879), on each OpenSSL that was built with it. SSL_CTX_set1_cert_comp_preference(3)

import { afterEach, expect, test } from '@jest/globals';
import { certificateCompressions, type MessageEvent, SslContext, type SslContextOptions, type SslEngine } from '../../lib/index.ts';
import { describeEachCompressing, describeEachCompression } from '../support/compression.ts';
import { EnginePair, type PairOptions, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { closeAll, local, open } from '../support/io-clients.ts';
import { only } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

type Options = Partial<Omit<SslContextOptions, 'role'>>;

const none = { own: null, peer: null };
const compressedCertificate = 25; // RFC 8879, 7.2
const certificateMessage = 11; // RFC 8446, 4

const savings = ({ client, server }: EnginePair): unknown => [
  client.connection.certificateCompression,
  server.connection.certificateCompression,
];

describeEachCompression('a certificate is compressed', (library, algorithm) => {
  const settings = (client: Options = {}, server: Options = {}): PairOptions => ({
    library,
    client: { ...trustingClient(), ...client },
    server: { ...identity('server'), certificateCompression: [algorithm], ...server },
    clientEngine: { verifyHost: hosts.good },
  });

  test('of a server, to a client that says nothing: both sides tell what it has saved', () => {
    withConnectedPair(settings(), (pair) => {
      const [client, server] = [pair.client.connection, pair.server.connection].map((info) => info.certificateCompression);
      expect(client?.peer).toMatchObject({ algorithm });
      expect(client?.peer?.compressedLength).toBeLessThan(client?.peer?.originalLength ?? 0);
      expect(client?.own).toBeNull();
      expect(server).toEqual({ own: client?.peer, peer: null });
      expect(pair.client.connection.verify.verified).toBe(true);
      expect(pair.client.peerChain).toHaveLength(2);
    });
  });

  test('it is the message that goes in place of Certificate, and fewer bytes are sent', () => {
    const seen: (number | null)[] = [];
    const onMessage = ({ direction, messageType }: MessageEvent): void => {
      if (direction === 'received') seen.push(messageType);
    };
    const sent = (server: Options, client: Options): number =>
      withConnectedPair(settings(client, server), (pair) => pair.toClient.byteCount);
    const less = sent({}, { onMessage });
    expect(seen).toContain(compressedCertificate);
    expect(seen).not.toContain(certificateMessage);
    expect(less).toBeLessThan(sent({ certificateCompression: [] }, {}));
  });

  test('of a client, when it is asked for it', () => {
    const client = { ...identity('client'), certificateCompression: [algorithm] };
    withConnectedPair(settings(client, { ...trustingClient(), verifyMode: 'fail-if-no-peer-cert' }), (pair) => {
      const { own } = pair.client.connection.certificateCompression;
      expect(own).toMatchObject({ algorithm });
      expect(pair.server.connection.certificateCompression.peer).toEqual(own);
      expect(pair.server.peerCertificate).not.toBeNull();
    });
  });

  test('of every type of key that the server has', () => {
    const server = { identities: [identity('serverEc')] };
    for (const signatureAlgorithms of ['RSA-PSS+SHA256', 'ECDSA+SHA256']) {
      withConnectedPair(settings({ signatureAlgorithms: `${signatureAlgorithms}:RSA+SHA256` }, server), (pair) => {
        expect(pair.client.connection.certificateCompression.peer).toMatchObject({ algorithm });
      });
    }
  });

  test('not where the client is for TLS 1.2, has switched it off, or wants another', () => {
    const others = certificateCompressions(library).filter((other) => other !== algorithm);
    const clients: Options[] = [
      only('TLSv1.2'),
      { certificateCompression: [] },
      { certificateCompression: others },
      { options: ['SSL_OP_NO_RX_CERTIFICATE_COMPRESSION'] },
    ];
    for (const client of clients) withConnectedPair(settings(client), (pair) => expect(savings(pair)).toEqual([none, none]));
  });

  test('not where the server does not send any (SSL_OP_NO_TX_CERTIFICATE_COMPRESSION)', () => {
    const server: Options = { options: ['SSL_OP_NO_TX_CERTIFICATE_COMPRESSION'] };
    withConnectedPair(settings({}, server), (pair) => expect(savings(pair)).toEqual([none, none]));
  });

  test('not in a resumed connection, which shows no certificate', () => {
    const sessions: SslEngine['session'][] = [];
    const clientContext = new SslContext({ role: 'client', library, ...trustingClient(), onSession: (session) => sessions.push(session) });
    const serverContext = new SslContext({ role: 'server', library, ...identity('server'), certificateCompression: [algorithm] });
    withConnectedPair({ clientContext, serverContext }, (pair) => void pair.send('server', Buffer.from('x')));
    const [session] = sessions;
    withConnectedPair({ clientContext, serverContext, clientEngine: { session: session ?? undefined } as object }, (pair) => {
      expect(pair.client.connection.resumed).toBe(true);
      expect(savings(pair)).toEqual([none, none]);
    });
  });

  test('a connection goes its own way (SSL_set1_cert_comp_preference(3))', () => {
    const of = (certificateCompression: readonly (typeof algorithm)[]): unknown =>
      withConnectedPair({ ...settings(), clientEngine: { certificateCompression } }, savings);
    expect(of([])).toEqual([none, none]);
    expect(of([algorithm])).toMatchObject([{ peer: { algorithm } }, { own: { algorithm } }]);
  });

  test('a context that is chosen by name brings its compressed certificate along', () => {
    const other = new SslContext({ role: 'server', library, ...identity('serverEc'), certificateCompression: [algorithm] });
    withConnectedPair(settings({}, { certificateCompression: [], serverNameCallback: () => other }), (pair) => {
      expect(savings(pair)).toMatchObject([{ peer: { algorithm } }, { own: { algorithm } }]);
    });
  });

  test('a certificate that a callback gives goes out as it is, never as that of another', () => {
    withConnectedPair(settings({}, { certCallback: () => identity('serverEc') }), (pair) => {
      expect(savings(pair)).toEqual([none, none]);
      expect(pair.client.peerCertificate?.publicKey.type).toBe('EC');
    });
  });

  test('steps on the pool do the same', async () => {
    const pair = new EnginePair(settings());
    const shaken = await handshakeOnPool(pair);
    expect(shaken).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(savings(pair)).toMatchObject([{ peer: { algorithm } }, { own: { algorithm } }]);
    pair.close();
  });
});

describeEachCompressing('createServer()', (library) => {
  const algorithms = certificateCompressions(library);
  afterEach(async () => {
    closeAll();
    await stopServers();
  });

  test('each name has its own: what the server says, or what is said of the name', async () => {
    const contexts = { 'www.server.test': identity('serverEc'), 'a.other.test': { ...identity('serverEc'), certificateCompression: [] } };
    const { port } = await serve(library, { ...identity('server'), certificateCompression: algorithms, contexts });
    const shown = async (serverName: string): Promise<unknown> => {
      const socket = await open({ ...local(library, port), serverName, dangerousSkipNameCheck: true });
      return socket.connection?.certificateCompression.peer;
    };
    const first = await shown(hosts.good);
    expect(first).toMatchObject({ algorithm: algorithms[0] });
    const second = await shown('www.server.test');
    expect(second).toMatchObject({ algorithm: algorithms[0] });
    expect(second).not.toEqual(first); // another certificate
    expect(await shown('a.other.test')).toBeNull();
  });

  test('other contexts can be chosen while connections are open, and each is freed with its last', async () => {
    const { port, server } = await serve(library, { ...identity('server'), certificateCompression: algorithms });
    const before = await open(local(library, port));
    server.setContext({ ...identity('serverEc'), certificateCompression: [] });
    const after = await open(local(library, port));
    expect(before.connection?.certificateCompression.peer).not.toBeNull();
    expect(after.connection?.certificateCompression.peer).toBeNull();
  });
});

describeEachCompressing('the order of preference', (library) => {
  const all = certificateCompressions(library);

  // The man page has it that the configured order is used for compressing; it is the one in which the peer offers.
  test('that counts is the one of the side that is to unpack', () => {
    const reversed = [...all].reverse();
    for (const [receiver, sender] of [
      [all, reversed],
      [reversed, all],
    ]) {
      const settings = { ...trustingClient(), verifyMode: 'peer' as const };
      const options = {
        library,
        client: { ...settings, ...identity('client'), certificateCompression: receiver ?? [] },
        server: { ...settings, ...identity('server'), certificateCompression: sender ?? [] },
      };
      withConnectedPair(options, (pair) => {
        const { own, peer } = pair.client.connection.certificateCompression;
        expect([peer?.algorithm, own?.algorithm]).toEqual([receiver?.[0], sender?.[0]]);
      });
    }
  });

  test('a server that says nothing sends its certificate as it is', () => {
    withConnectedPair({ library, client: trustingClient(), server: identity('server') }, (pair) => {
      expect(savings(pair)).toEqual([none, none]);
    });
  });

  test('nothing is left of contexts that were only asked what the library has', () => {
    expect(library.liveObjects).toEqual({ ...library.liveObjects, connections: 0 });
    const before = library.liveObjects.contexts;
    certificateCompressions(library);
    expect(library.liveObjects.contexts).toBe(before);
  });
});
