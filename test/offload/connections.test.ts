// connect(), accept(), createServer() and libssl/tls with the handshake on the pool: the same connections, errors and ends.

import { pbkdf2 } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { accept, type ConnectOptions, connect, connectSync, createServer, SslContext, type SslError } from '../../lib/index.ts';
import * as tls from '../../lib/tls/index.ts';
import { withVariable } from '../support/environment.ts';
import { closeAll, closeLater, local, open, readSome, trusting } from '../support/io-clients.ts';
import { duplexPair } from '../support/io-duplex.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

const onPool = { offload: 'pool' } as const;

afterEach(async () => {
  closeAll();
  await stopServers();
});

async function failureOf(promise: Promise<unknown>): Promise<SslError> {
  return promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as SslError,
  );
}

/** A step that is over only now frees what was closed meanwhile. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describeEachLibraryAndProtocol('a handshake on the pool', (library, protocol) => {
  const version = only(protocol);

  test('both ends carry data, with what was negotiated and the steps as on this thread', async () => {
    const { port, connection } = await serve(library, { ...onPool, ...version, alpn: ['x'] });
    const socket = await open({ ...local(library, port), ...onPool, alpn: ['x'] });
    expect(socket.connection).toMatchObject({ protocol, alpn: 'x', verify: { verified: true } });
    expect(socket.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: 1, code: 0 });
    expect((await connection(0)).connection).toMatchObject({ protocol, serverName: hosts.good });
    socket.write('hello');
    expect((await readSome(socket, 5)).toString()).toBe('hello');
  });

  test('a session is resumed, with a ticket of the server’s ring', async () => {
    const { port } = await serve(library, { ...onPool, ...version });
    const first = await open({ ...local(library, port), ...onPool });
    first.write('x');
    await readSome(first, 1);
    const { session } = first.engine;
    const second = await open({ ...local(library, port), ...onPool, ...(session === null ? {} : { session }) });
    expect(second.connection?.resumed).toBe(true);
  });

  test('a server chooses by name, and asks a client for its certificate', async () => {
    const server = { ...onPool, ...version, contexts: { 'other.test': identity('otherHost') } };
    const { port, connection } = await serve(library, { ...server, clientCertificate: 'require', ca: certificatePem('root') });
    const options: ConnectOptions = { ...local(library, port), ...onPool, ...identity('client') };
    const named = await open({ ...options, serverName: 'other.test' });
    expect(named.peerCertificate?.altNames[0]?.value).toBe('other.test');
    expect((await connection(0)).peerCertificate?.subject).toContain('client');
  });

  test('a failure is the same error as on this thread, on both ends', async () => {
    const told = async (offload: 'main' | 'pool'): Promise<unknown> => {
      const { port, failure } = await serve(library, { ...version, offload });
      const { host: _, ...rest } = local(library, port);
      const client = await failureOf(connect({ ...rest, host: '127.0.0.1', serverName: 'wrong.test', offload }));
      const { error: server } = await failure(0);
      const of = ({ code, operation, ret, sslError, queue, alert, verify, state }: SslError): object => ({
        ...{ code, operation, ret, sslError, alert, state, verify: verify?.name },
        queue: queue.map(({ libraryCode, reasonCode, function: name, line }) => [libraryCode, reasonCode, name, line]),
      });
      return [of(client), of(server as unknown as SslError)];
    };
    expect(await told('pool')).toEqual(await told('main'));
  });

  test('callbacks that give promises, throw or close end a handshake as on this thread', async () => {
    const mistake = new Error('on purpose');
    const answers = [
      { clientHelloCallback: async () => Promise.reject(mistake) },
      { certCallback: () => Promise.reject(mistake) },
      {
        serverNameCallback: () => {
          throw mistake;
        },
      },
    ] as const;
    for (const answer of answers) {
      const { port, failure } = await serve(library, { ...onPool, ...version, ...identity('server'), ...answer });
      await failureOf(connect({ ...local(library, port), ...onPool }));
      expect((await failure(0)).error).toBe(mistake);
    }
    const later = await serve(library, { ...onPool, ...version, certCallback: () => Promise.resolve(identity('server')) });
    expect((await open({ ...local(library, later.port), ...onPool })).connection?.protocol).toBe(protocol);
  });
});

describeEachLibrary('many handshakes, and those that are given up', (library) => {
  test('500 at once', async () => {
    const { port, server } = await serve(library, { ...onPool, maxHandshakes: 500 });
    const context = new SslContext({ role: 'client', library, ca: certificatePem('root') });
    const { library: _, ca: __, ...rest } = local(library, port);
    const sockets = await Promise.all(
      Array.from({ length: 500 }, () => open({ ...rest, context, ...onPool, timeout: Number.POSITIVE_INFINITY })),
    );
    expect(sockets.every(({ connection }) => connection?.verify.verified)).toBe(true);
    await until(() => server.stats.open === 500);
  });

  // Over memory the second step begins as soon as the server's flight is there: what ends the connection meanwhile finds it away.
  const midStep = async (
    options: Partial<ConnectOptions>,
    end: (transport: ReturnType<typeof duplexPair>[0]) => void,
  ): Promise<SslError> => {
    const before = library.liveObjects.connections;
    const [ours, theirs] = duplexPair();
    const accepted = accept({ context: new SslContext({ role: 'server', library, ...identity('serverEc') }), transport: theirs });
    accepted.then(closeLater, () => undefined);
    const occupied = Array.from({ length: 4 }, () => promisify(pbkdf2)('x', 'y', 200_000, 64, 'sha512')); // every thread: the step has to wait
    const failed = failureOf(connect({ ...trusting(library), transport: ours, ...onPool, ...options }));
    ours.once('data', () => setImmediate(() => end(ours)));
    const error = await failed;
    closeAll();
    await Promise.all(occupied);
    await until(() => library.liveObjects.connections === before);
    return error;
  };

  test('an abort in mid-step rejects with its reason', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    expect(await midStep({ signal: abort.signal }, () => abort.abort(reason))).toBe(reason);
  });

  test('a deadline in mid-step is a timeout', async () => {
    expect(await midStep({ timeout: 30 }, () => undefined)).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'SSL_connect' });
  });

  test('a transport that fails in mid-step is its error', async () => {
    const error = await midStep({}, (transport) => transport.destroy(new Error('cable cut')));
    expect(error).toMatchObject({ code: 'ERR_SSL_TRANSPORT', cause: { message: 'cable cut' } });
  });
});

describe('the option offload', () => {
  const wrong = { offload: 'thread' } as unknown as typeof onPool;
  const refused = {
    code: 'ERR_SSL_ARGUMENT',
    argument: 'options.offload',
    message: expect.stringContaining("one of 'main', 'pool'") as unknown,
  };

  test('is main or pool, wherever it is given', async () => {
    const context = new SslContext({ role: 'server', ...identity('server') });
    const [ours] = duplexPair();
    await expect(connect({ host: 'localhost', port: 1, ...wrong })).rejects.toMatchObject(refused);
    await expect(accept({ context, transport: ours, ...wrong })).rejects.toMatchObject(refused);
    expect(() => createServer({ ...identity('server'), ...wrong })).toThrow(expect.objectContaining(refused));
    expect(() => tls.connect({ port: 1, ...wrong })).toThrow(expect.objectContaining(refused));
    expect(() => tls.createServer(wrong)).toThrow(expect.objectContaining(refused));
  });

  test('has no meaning for connectSync()', () => {
    expect(() => connectSync({ host: 'localhost', port: 1, ...onPool })).toThrow(
      expect.objectContaining({ code: 'ERR_SSL_UNKNOWN_OPTION' }),
    );
  });

  test('is what LIBSSL_OFFLOAD says where it is not given; that must be one of them too', async () => {
    await withVariable('LIBSSL_OFFLOAD', 'somewhere', async () => {
      const said = { code: 'ERR_SSL_ARGUMENT', argument: 'LIBSSL_OFFLOAD' };
      await expect(connect({ host: 'localhost', port: 1 })).rejects.toMatchObject(said);
      expect(() => createServer(identity('server'))).toThrow(expect.objectContaining(said));
      createServer({ ...identity('server'), offload: 'main' });
    });
  });

  test('SSL_MODE_ASYNC, whose jobs belong to a thread, is no mode of a context', () => {
    const modes = ['SSL_MODE_ASYNC'] as unknown as readonly ['SSL_MODE_AUTO_RETRY'];
    expect(() => new SslContext({ role: 'client', modes })).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT' }));
  });
});

test('libssl/tls does its handshakes on the pool: what is asked of a socket meanwhile is not known yet', async () => {
  const { certificate: cert, privateKey: key } = identity('server');
  const server = tls.createServer({ cert, key, ...onPool, ALPNProtocols: ['x'] }, (socket) => socket.pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = closeLater(
    tls.connect({ host: '127.0.0.1', port, ca: certificatePem('root'), servername: hosts.good, ALPNProtocols: ['x'], ...onPool }),
  );
  const asked: unknown[] = [];
  socket.on('connect', () => {
    const ask = (): void => {
      if (socket.ssl?.away === true) asked.push(socket.getProtocol(), socket.isSessionReused(), socket.setMaxSendFragment(1024));
      else if (socket.alpnProtocol == null) setImmediate(ask);
    };
    ask();
  });
  await once(socket, 'secureConnect');
  expect(asked.slice(0, 3)).toEqual(['unknown', false, false]);
  expect([socket.authorized, socket.alpnProtocol]).toEqual([true, 'x']);
  socket.write('hello');
  expect((await readSome(socket, 5)).toString()).toBe('hello');
  server.close();
});
