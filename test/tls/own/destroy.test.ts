// destroy() and end() of a libssl/tls socket at every stage: each ends both sides, frees what OpenSSL holds, and tells no error that nobody
// caused. A signal does the same.

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { OpenSSL } from '../../../lib/index.ts';
import { closed } from '../../support/io-clients.ts';
import { duplexPair } from '../../support/io-duplex.ts';
import { hosts } from '../../support/pki.ts';
import { type Peers, portOf, readAll, type TlsError, trusting, versions } from '../side-by-side/support.ts';
import { eachLibrary, on, own } from './support.ts';

type Act = (socket: TLSSocket) => void;

/** Where a client acts, by the name of the stage. */
const stages: readonly (readonly [stage: string, at: (socket: TLSSocket, act: () => void) => void])[] = [
  ['before the connection is made', (_, act) => act()],
  ['in the next tick', (_, act) => process.nextTick(act)],
  ['in connect', (socket, act) => void socket.once('connect', act)],
  ['when the ClientHello has gone', (socket, act) => void socket.once('connect', () => setImmediate(act))],
  ['in secure', (socket, act) => void socket.once('secure', act)],
  ['in secureConnect', (socket, act) => void socket.once('secureConnect', act)],
  ['in keylog', (socket, act) => void socket.once('keylog', act)],
  ['in session', (socket, act) => void socket.once('session', act)],
  ['in data', (socket, act) => void socket.once('secureConnect', () => socket.write('echo')).once('data', act)],
  ['in the callback of a write', (socket, act) => void socket.once('secureConnect', () => socket.write('echo', act))],
  [
    'in end',
    (socket, act) =>
      void socket
        .once('secureConnect', () => socket.end('echo'))
        .once('end', act)
        .resume(),
  ],
];

eachLibrary('the end at every stage', (peers, library) => {
  const chosen = on(library);
  let before = library.liveObjects;
  let server: Server;
  const failures: TlsError[] = [];

  beforeEach(async () => {
    before = library.liveObjects;
    failures.length = 0;
    server = await peers.listen(chosen, (socket) => socket.pipe(socket));
    server.on('tlsClientError', (error) => failures.push(error));
  });
  afterEach(async () => {
    const ended = once(server, 'close');
    server.close();
    await ended;
    const left = (): readonly number[] => [library.liveObjects.connections, library.liveObjects.bios];
    // With LIBSSL_OFFLOAD=pool a step may be under way still: its engine is freed when it is over.
    for (let turn = 0; turn < 1000 && left().join() !== [before.connections, before.bios].join(); turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(left()).toEqual([before.connections, before.bios]);
  });

  const acts: readonly (readonly [what: string, act: Act])[] = [
    ['destroy()', (socket) => socket.destroy()],
    ['destroy() twice', (socket) => socket.destroy().destroy()],
    ['destroy() and whatever else', (socket) => whatever(socket.destroy())],
    ['end() and destroy()', (socket) => socket.end().destroy()],
    ['end()', (socket) => socket.end().resume()],
    ['destroySoon()', (socket) => (socket as unknown as { destroySoon(): void }).destroySoon()],
  ];

  test.each(acts.flatMap(([what, act]) => stages.map(([stage, at]) => [what, stage, at, act] as const)))(
    '%s %s',
    async (_w, _s, at, act) => {
      const client = peers.tls.connect({ ...trusting, ...chosen, port: portOf(server), host: '127.0.0.1' });
      const errors: Error[] = [];
      client.on('error', (error: Error) => errors.push(error));
      at(client, () => act(client));
      await closed(client);
      expect(errors).toEqual([]);
      expect(client.destroyed).toBe(true);
      expect(own(client).ssl).toBeNull();
      expect([client.getProtocol(), client.getCipher(), client.getPeerCertificate(), client.getSession() ?? null]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      for (const { code } of failures) expect(code).toBe('ECONNRESET');
    },
  );

  test.each(stages.slice(1))('destroy(error) %s tells that error', async (_, at) => {
    const client = peers.tls.connect({ ...trusting, ...chosen, port: portOf(server), host: '127.0.0.1' });
    const given = new Error('given');
    const failed = once(client, 'error');
    at(client, () => client.destroy(given));
    expect(await failed).toEqual([given]);
    await closed(client);
  });

  test.each(stages.slice(0, 7))('a signal %s ends it with AbortError', async (_, at) => {
    const abort = new AbortController();
    const options = { ...trusting, ...chosen, port: portOf(server), host: '127.0.0.1', signal: abort.signal };
    const client = peers.tls.connect(options as never);
    const failed = once(client, 'error');
    at(client, () => abort.abort());
    expect(await failed).toMatchObject([{ name: 'AbortError' }]);
    await closed(client);
  });

  test.each(versions)('%s: a server destroys its socket in secureConnection', async (_, range) => {
    server.removeAllListeners('secureConnection').on('secureConnection', (socket: TLSSocket) => whatever(socket.destroy()));
    const client = peers.connect(server, { ...chosen, ...range });
    await closed(client.resume());
  });

  test.each(['SNICallback', 'ALPNCallback', 'newSession', 'keylog'])('a server destroys its socket in %s', async (where) => {
    const sockets: TLSSocket[] = [];
    const doomed = await doomedServer(peers, library, where, sockets);
    const client = peers.connect(doomed, { ...chosen, maxVersion: 'TLSv1.2', ALPNProtocols: ['one'], servername: hosts.good });
    await closed(client.resume());
    const ended = once(doomed, 'close');
    doomed.close();
    await ended;
    expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test('what carries it is destroyed or ends, at either side', async () => {
    for (const how of ['destroy', 'end', 'resetAndDestroy'] as const) {
      const raw = connectTcp(portOf(server), '127.0.0.1');
      const client = peers.keep(peers.tls.connect({ ...trusting, ...chosen, socket: raw }));
      await once(client, 'secureConnect');
      raw[how]();
      await closed(client.resume());
    }
  });

  test('over a Duplex that is destroyed with an error it ends with that error', async () => {
    const [one, other] = duplexPair();
    const client = peers.tls.connect({ ...trusting, ...chosen, socket: one });
    const failed = once(client, 'error');
    const given = new Error('given');
    other.on('error', () => undefined);
    one.destroy(given);
    expect(await failed).toEqual([given]);
    await closed(client);
    other.destroy();
  });

  test('over what is closed already it ends with ECONNRESET', async () => {
    const [one, other] = duplexPair();
    other.on('error', () => undefined);
    one.destroy();
    const client = peers.tls.connect({ ...trusting, ...chosen, socket: one });
    expect(await once(client, 'error')).toMatchObject([{ code: 'ECONNRESET' }]);
    await closed(client);
    other.destroy();
  });

  test('a write after destroy() calls back with an error', async () => {
    const client = await peers.open(server, chosen);
    client.destroy();
    const [error] = await new Promise<[Error | null | undefined]>((resolve) => client.write('late', (given) => resolve([given])));
    expect(error).toMatchObject({ code: 'ERR_STREAM_DESTROYED' });
  });

  test('end() before the handshake sends what was written, and then close_notify', async () => {
    const client = peers.connect(server, chosen);
    client.write('a');
    client.end('b');
    expect(String(await readAll(client))).toBe('ab');
  });
});

async function doomedServer(peers: Peers, library: OpenSSL, where: string, sockets: TLSSocket[]): Promise<Server> {
  const doom = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const doomed = peers.server({
    ...on(library),
    ...(where === 'SNICallback'
      ? {
          SNICallback: (_name, callback) => {
            doom();
            callback(null);
          },
        }
      : {}),
    ...(where === 'ALPNCallback'
      ? {
          ALPNCallback(this: unknown, { protocols }: { protocols: string[] }) {
            (this as TLSSocket).destroy();
            return protocols[0];
          },
        }
      : {}),
  });
  doomed.on('tlsClientError', (_, socket) => sockets.push(socket));
  if (where === 'newSession') {
    doomed.on('newSession', (_id, _data, done) => {
      doom();
      done();
    });
  }
  if (where === 'keylog') doomed.on('keylog', (_line, socket) => socket.destroy());
  doomed.on('secureConnection', (socket) => socket.destroy());
  doomed.listen(0, '127.0.0.1');
  await once(doomed, 'listening');
  return doomed;
}

/** Every method there is, on a socket that is closed: none may do harm. */
function whatever(socket: TLSSocket): void {
  const calls: readonly (() => unknown)[] = [
    () => socket.setTimeout(10),
    () => socket.setNoDelay(),
    () => socket.setKeepAlive(true),
    () => socket.ref().unref(),
    () => socket.address(),
    () => socket.pause().resume(),
    () => socket.setMaxSendFragment(1024),
    () => socket.disableRenegotiation(),
    () => socket.renegotiate({}, () => undefined),
    () => socket.enableTrace(),
    () => socket.isSessionReused(),
    () => socket.getEphemeralKeyInfo(),
    () => socket.getSharedSigalgs(),
    () => socket.getTLSTicket(),
    () => socket.getX509Certificate(),
    () => socket.getPeerX509Certificate(),
    () => socket.end(),
  ];
  for (const call of calls) call();
}
