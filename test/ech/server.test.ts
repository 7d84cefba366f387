// Encrypted Client Hello through createServer(), connect() and connectSync(): names, keys that change, and the one retry.

import { afterEach, expect, test } from '@jest/globals';
import { type ConnectOptions, EchRejectedError, EchStore, type ServerOptions, type SslServerEvents } from '../../lib/index.ts';
import { describeEachWithEch, names, newStore } from '../support/ech.ts';
import { closeAll, open, readSome, rejection } from '../support/io-clients.ts';
import { certificatePem, identity } from '../support/pki.ts';
import { type Served, serve, stopServers } from '../support/ssl-server.ts';

afterEach(closeAll);
afterEach(stopServers);

describeEachWithEch('ECH of servers and sockets', (library) => {
  const start = (options: ServerOptions): Promise<Served> => serve(library, { ...identity('server'), ...options });
  const to = ({ port }: Served, more: Partial<ConnectOptions>): ConnectOptions => {
    return { host: '127.0.0.1', port, library, ca: certificatePem('root'), serverName: names.inner, ...more };
  };

  test.each(['stream', 'descriptor'] as const)('both ends know the names, and data goes both ways (io: %s)', async (io) => {
    const store = newStore(library);
    const served = await start({ echStore: store, io });
    const socket = await open(to(served, { io, ech: { configList: store.configList } }));
    socket.write('through');
    expect(String(await readSome(socket, 7))).toBe('through');
    const theirs = await served.connection(0);
    for (const { connection } of [socket, theirs]) {
      expect(connection?.ech).toMatchObject({ status: 'success', innerName: names.inner, outerName: names.outer });
    }
    socket.destroy();
    expect(socket.connection?.ech?.status).toBe('success'); // it outlives the connection
  });

  test.each(['main', 'pool'] as const)('the steps of the handshake on the %s thread', async (offload) => {
    const store = newStore(library);
    const served = await start({ echStore: store, offload });
    const socket = await open(to(served, { offload, ech: { configList: store.configList } }));
    expect(socket.connection?.ech?.status).toBe('success');
    const stale = to(served, { offload, ech: { configList: newStore(library).configList } });
    expect(await rejection(open(stale))).toBeInstanceOf(EchRejectedError);
  });

  test('a name is chosen by the inner ClientHello, and another name next to it by the outer one', async () => {
    const store = newStore(library, 'other.test');
    const served = await start({ echStore: store, contexts: { 'other.test': identity('otherHost') } });
    const socket = await open(to(served, { ech: { configList: store.configList } }));
    expect(socket.connection?.verify.peerName).toBe(names.inner);
    const error = await rejection(open(to(served, { ech: { configList: newStore(library, 'other.test').configList } })));
    expect(error).toMatchObject({ code: 'ERR_SSL_ECH_REQUIRED', ech: { outerName: 'other.test' } });
    const { peer, error: theirs } = await served.failure(0);
    expect(peer.serverName).toBe('other.test');
    expect(theirs).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { name: 'ech_required' } });
  });

  test('the server of a handshake that fails behind the decryption knows whom the client meant', async () => {
    const store = newStore(library);
    const served = await start({ echStore: store });
    const untrusting = { ech: { configList: store.configList }, ca: certificatePem('otherRoot') };
    expect(await rejection(open(to(served, untrusting)))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
    expect((await served.failure(0)).peer.serverName).toBe(names.inner);
  });

  test('keys change while the server serves; its own settings changed, it keeps them', async () => {
    const [old, fresh] = [newStore(library), newStore(library)];
    const served = await start({ echStore: old });
    const outcome = async (store: EchStore): Promise<unknown> =>
      await open(to(served, { ech: { configList: store.configList } })).then(
        ({ connection }) => connection?.ech?.status,
        (error: unknown) => (error as EchRejectedError).code,
      );
    expect(await outcome(old)).toBe('success');
    served.server.setEchStore(fresh);
    expect(await outcome(fresh)).toBe('success');
    expect(await outcome(old)).toBe('ERR_SSL_ECH_REQUIRED');
    served.server.setContext(identity('server'));
    expect(await outcome(fresh)).toBe('success');
    served.server.setEchStore(null);
    served.server.setContext(identity('server'));
    expect(await outcome(fresh)).toBe('ERR_SSL_ECH_REQUIRED');
    expect(() => served.server.setEchStore({} as EchStore)).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT' }));
  });

  test('with retry a stale list costs one more connection, on which nothing else has changed', async () => {
    const store = newStore(library);
    const served = await start({ echStore: store, alpn: ['b'] });
    const ech = { configList: newStore(library).configListBase64, retry: true };
    const socket = await open(to(served, { ech, alpn: ['a', 'b'] }));
    expect(socket.connection).toMatchObject({ alpn: 'b', ech: { status: 'success', innerName: names.inner } });
    await served.failure(0);
    expect(served.server.stats).toMatchObject({ accepted: 2 });
  });

  test('it is one retry and no more, and none where the server sends no list', async () => {
    const misled = EchStore.fromPem(newStore(library).toPem(), {}, library);
    const served = await start({ echStore: misled });
    const ech = { configList: newStore(library).configList, retry: true };
    let connections = 0;
    served.server.on('handshakeError', (() => {
      connections += 1;
      served.server.setEchStore(newStore(library)); // what was sent is stale by now
    }) satisfies (...parameters: SslServerEvents['handshakeError']) => void);
    expect(await rejection(open(to(served, { ech })))).toMatchObject({ code: 'ERR_SSL_ECH_REQUIRED', ech: { status: 'failed-ech' } });
    await served.failure(1);
    expect(connections).toBe(2);
    served.server.setEchStore(null);
    expect(await rejection(open(to(served, { ech })))).toMatchObject({ securelyDisabled: true, retryConfigs: null });
    await served.failure(2);
    expect(served.server.stats).toMatchObject({ accepted: 3 });
  });

  test('what else goes wrong is not tried again', async () => {
    const store = newStore(library);
    const served = await start({ echStore: store });
    const ech = { configList: store.configList, retry: true };
    expect(await rejection(open(to(served, { ech, ca: certificatePem('otherRoot') })))).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
    await served.failure(0);
    expect(served.server.stats).toMatchObject({ accepted: 1 });
  });

  test('a client that skips verification gets no list from a stranger, and no second connection', async () => {
    const served = await serve(library, { ...identity('otherHost'), echStore: newStore(library) });
    const ech = { configList: newStore(library).configList, retry: true };
    expect(await rejection(open(to(served, { ech, dangerousSkipVerification: true })))).toMatchObject({ retryConfigs: null });
    await served.failure(0);
    expect(served.server.stats).toMatchObject({ accepted: 1 });
  });

  test('GREASE through connect()', async () => {
    const served = await start({ echStore: newStore(library) });
    expect((await open(to(served, { ech: 'grease' }))).connection?.ech?.status).toBe('grease-ech');
  });
});
