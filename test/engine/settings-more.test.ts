// Smaller settings of a context, each seen in what it does: certificate lists, names of authorities, quiet shutdown, early data, the cache.

import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { accept, SslContext, type SslError } from '../../lib/index.ts';
import { errorOf, reasons, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { absentProgram, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';
import { certificateFile, certificatePem, identity } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';

describeEachLibraryAndProtocol('maxCertList', (library, protocol) => {
  test('a longer list of certificates is refused: reason 152, alert 47 (SSL_CTX_set_max_cert_list(3))', () => {
    withPair({ library, client: { ...only(protocol), maxCertList: 500 } }, (pair) => {
      const results = pair.handshake();
      expect(reasons(errorOf(results.client))).toEqual(['20:152']);
      expect(errorOf(results.client).alert).toMatchObject({ direction: 'sent', description: 47 });
      expect(errorOf(results.server).alert).toMatchObject({ direction: 'received', description: 47 });
    });
  });
});

describeEachLibraryAndProtocol('clientCa', (library, protocol) => {
  const asking = { ...identity('server'), verifyMode: 'peer', ca: certificatePem('root'), ...only(protocol) } as const;
  const namesSeen = (server: object): readonly string[] =>
    withConnectedPair({ library, server: { ...asking, ...server } }, ({ client }) => client.peerCaNames);

  test('the names reach the client, in order, and the certificates do not (SSL_CTX_add_client_CA(3))', () => {
    const both = `${certificatePem('root')}\n${certificatePem('otherRoot')}`;
    expect(namesSeen({ clientCa: both })).toEqual(['CN=Test Root', 'CN=Other Root']);
    expect(namesSeen({ clientCa: [{ file: certificateFile('otherRoot') }, certificatePem('root')] })).toEqual([
      'CN=Other Root',
      'CN=Test Root',
    ]);
  });

  test('a server that believes an authority does not name it by itself', () => {
    expect(namesSeen({})).toEqual([]);
  });

  test('a server that asks for no certificate names nobody', () => {
    expect(namesSeen({ verifyMode: 'none', clientCa: certificatePem('root') })).toEqual([]);
  });

  test('a client names nobody, and before the handshake nobody has been named (SSL_get0_peer_CA_list(3))', () => {
    withPair({ library }, ({ client }) => expect(client.peerCaNames).toEqual([]));
    withConnectedPair({ library, server: { ...asking, clientCa: certificatePem('root') } }, ({ server }) =>
      expect(server.peerCaNames).toEqual([]),
    );
  });

  test('a text without certificates is refused', () => {
    expect(() => new SslContext({ role: 'server', library, clientCa: identity('server').privateKey })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'clientCa', function: 'PEM_read_bio_X509' }),
    );
  });
});

describeEachLibraryAndProtocol('quietShutdown', (library, protocol) => {
  test('rule 32: shutdown returns 1 at once, with nothing sent (SSL_CTX_set_quiet_shutdown(3))', () => {
    withConnectedPair({ library, client: { ...only(protocol), quietShutdown: true } }, (pair) => {
      pair.shuttleAll();
      expect(pair.client.shutdown()).toEqual({ status: 'done', ret: 1, code: 0, value: 'complete' });
      expect(pair.client.bytesToDrain).toBe(0);
      expect(pair.client.state).toMatchObject({ sentShutdown: true, receivedShutdown: true });
      // To the peer it is a truncation.
      pair.server.feedEnd();
      expect(errorOf(pair.server.read(Buffer.alloc(10)))).toMatchObject({ unexpectedEof: true });
    });
  });
});

describeEachLibrary('sessionCacheSize', (library) => {
  test.each([
    [1, [true, false]],
    [0, [true, true]],
  ] as const)(
    '%i: which of two sessions the server still has, the newer one first (SSL_CTX_sess_set_cache_size(3))',
    (sessionCacheSize, resumed) => {
      // Without tickets a TLS 1.2 server has to remember.
      const serverContext = new SslContext({
        role: 'server',
        library,
        ...identity('server'),
        options: ['SSL_OP_NO_TICKET'],
        sessionIdContext: 'cache',
        sessionCacheSize,
      });
      const clientContext = new SslContext({ role: 'client', library, ...only('TLSv1.2') });
      const visit = (): ReturnType<typeof take> => withConnectedPair({ clientContext, serverContext }, take);
      const sessions = [visit(), visit()];
      const again = sessions
        .toReversed()
        .map((session) =>
          withConnectedPair({ clientContext, serverContext, clientEngine: { session } }, ({ client }) => client.connection.resumed),
        );
      expect(again).toEqual(resumed);
    },
  );
});

const noProgram = absentProgram('openssl');
describeEachLibrary('recvMaxEarlyData', (library) => {
  (noProgram === null ? test : test.skip).each([
    // The record layer of 3.2 and later says so a second time.
    ['more than that is refused: reason 164', 100, { '1.1.1': ['20:164'], '3.2': ['20:164', '20:313'] }],
    ['less than that is passed over by a server that takes none', 10_000, null],
  ] as const)('%s (SSL_CTX_set_recv_max_early_data(3))', async (_, recvMaxEarlyData, expected) => {
    const context = new SslContext({ role: 'server', library, ...identity('server'), maxEarlyData: 16_384, recvMaxEarlyData });
    const outcomes: string[][] = [];
    const server = createServer((transport) => {
      accept({ context, transport }).then(
        (socket) => {
          outcomes.push([]);
          socket.on('error', () => undefined).resume();
          socket.write('welcome');
        },
        (error: unknown) => outcomes.push([...reasons(error as SslError)]),
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const folder = tempFolder('early-data');
    const [session, early] = [join(folder, `${library.version.short}.session`), join(folder, 'early')];
    writeFileSync(early, Buffer.alloc(5000, 'early'));
    const common = ['s_client', '-connect', `127.0.0.1:${(server.address() as AddressInfo).port}`, '-tls1_3'];
    const first = new Tool('openssl', [...common, '-sess_out', session]);
    await first.says(/welcome/);
    await first.stop();
    const second = new Tool('openssl', [...common, '-sess_in', session, '-early_data', early]);
    await second.says(expected === null ? /Early data was rejected[\s\S]*welcome/ : /alert/);
    await second.stop();
    expect(outcomes).toEqual([[], expected === null ? [] : since(library, expected as Readonly<Record<string, readonly string[]>>)]);
    server.close();
  });
});

function take(pair: Parameters<Parameters<typeof withConnectedPair>[1]>[0]): NonNullable<typeof pair.client.session> {
  const { session } = pair.client;
  pair.client.shutdown();
  pair.shuttleAll();
  pair.server.shutdown();
  if (session === null) throw new Error('no session');
  return session;
}
