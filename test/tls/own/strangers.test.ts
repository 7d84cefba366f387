// Clients of a libssl/tls server that are none, many at once: each is told once, costs a bounded amount, and a proper client is served behind
// them. SSL_accept(3)

import { once } from 'node:events';
import { connect as connectTcp, createServer as createTcp, type Server as NetServer, type Socket } from 'node:net';
import type { Server, TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { closed } from '../../support/io-clients.ts';
import { pattern } from '../../support/io-servers.ts';
import { hosts } from '../../support/pki.ts';
import { clientHello, tooLargeHello } from '../../support/rude-client.ts';
import { portOf, read, readAll, type TlsError, versions } from '../side-by-side/support.ts';
import { eachLibrary, firstLibrary, on, own } from './support.ts';

const many = 40;
const echo = (socket: TLSSocket): void => void socket.pipe(socket);

/** The errors that a server tells of, and a wait for the n-th. */
function told(server: Server): { readonly errors: readonly TlsError[]; readonly has: (count: number) => Promise<void> } {
  const errors: TlsError[] = [];
  server.on('tlsClientError', (error) => errors.push(error));
  return {
    errors,
    async has(count) {
      while (errors.length < count) await once(server, 'tlsClientError');
    },
  };
}

eachLibrary('a server among strangers', (peers, library) => {
  const chosen = on(library);
  const stranger = (server: NetServer): Socket => peers.keep(connectTcp({ port: portOf(server), host: '127.0.0.1', noDelay: true }));
  const isServed = async (server: NetServer): Promise<void> => {
    const client = await peers.open(server, chosen);
    client.end('proper');
    expect(String(await readAll(client))).toBe('proper');
  };
  const ends = async (server: NetServer): Promise<void> => {
    const end = once(server, 'close');
    server.close();
    await end;
  };
  const hello = clientHello(library, hosts.good);

  const openssl = /^ERR_SSL_/;
  const gone = /^ECONNRESET$/;
  const kinds: readonly (readonly [what: string, code: RegExp, run: (socket: Socket) => void])[] = [
    ['zeros', openssl, (socket) => socket.end(Buffer.alloc(3000))],
    ['noise', openssl, (socket) => socket.end(pattern(3000).subarray(100))],
    ['HTTP in clear', /^ERR_SSL_HTTP_REQUEST$/, (socket) => socket.end('GET / HTTP/1.1\r\nHost: here\r\n\r\n')],
    ['an alert', openssl, (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))],
    ['half a ClientHello and the end', gone, (socket) => socket.end(hello.subarray(0, 100))],
    ['a ClientHello and the end', gone, (socket) => socket.end(hello)],
    ['a ClientHello that is too large', openssl, (socket) => socket.write(tooLargeHello)],
    ['a connection ended at once', gone, (socket) => socket.end()],
    ['a connection closed at once', gone, (socket) => socket.destroy()],
    ['a reset in the middle of the handshake', /^(?:ECONNRESET|EPIPE)$/, (socket) => socket.write(hello, () => socket.resetAndDestroy())],
  ];

  test.each(kinds)('%s', async (_, code, run) => {
    const before = library.liveObjects;
    const server = await peers.listen(chosen, echo);
    const failures = told(server);
    const strangers = Array.from({ length: many }, () => stranger(server));
    await Promise.all(strangers.map((socket) => once(socket, 'connect')));
    for (const socket of strangers) run(socket);
    await failures.has(many);
    await isServed(server);
    for (const error of failures.errors) expect(error.code).toMatch(code);
    await ends(server);
    expect(failures.errors).toHaveLength(many);
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('a stall in the middle of a ClientHello ends at handshakeTimeout', async () => {
    const server = await peers.listen({ ...chosen, handshakeTimeout: 300 }, echo);
    const failures = told(server);
    const strangers = Array.from({ length: many }, () => stranger(server));
    for (const socket of strangers) socket.write(hello.subarray(0, 50));
    await isServed(server);
    await failures.has(many);
    expect(new Set(failures.errors.map(({ code }) => code))).toEqual(new Set(['ERR_TLS_HANDSHAKE_TIMEOUT']));
    await Promise.all(strangers.map(closed));
    await ends(server);
  });

  test('one that says nothing at all ends at handshakeTimeout', async () => {
    const server = await peers.listen({ ...chosen, handshakeTimeout: 100 }, echo);
    const failures = told(server);
    await closed(stranger(server));
    expect(failures.errors.map(({ code }) => code)).toEqual(['ERR_TLS_HANDSHAKE_TIMEOUT']);
  });

  test.each(versions)('%s: a client whose bytes come one at a time is served', async (_, range) => {
    const server = await peers.listen({ ...chosen, ...range }, echo);
    const drip = await peers.listenPlain((from) => {
      const to = stranger(server);
      to.pipe(from);
      from.on('data', (data: Buffer) => {
        for (const byte of data) to.write(Buffer.from([byte]));
      });
      from.on('end', () => to.end());
    }, true);
    await isServed(drip);
  });

  test.each(['SNICallback', 'ALPNCallback'])(
    '%s that throws, and that answers nonsense, for one client harms nobody else',
    async (name) => {
      const answer = (asked: string): string => {
        if (asked.includes('bad')) throw new RangeError('not this one');
        return asked.includes('odd') ? 'nonsense' : 'good';
      };
      const server = await peers.listen(
        {
          ...chosen,
          ...(name === 'ALPNCallback'
            ? { ALPNCallback: ({ protocols }) => answer(protocols.join()) }
            : {
                SNICallback: (asked, callback) => (answer(asked) === 'good' ? callback(null) : callback(null, { context: 'nonsense' })),
              }),
        },
        echo,
      );
      const failures = told(server);
      const options = (one: string): object =>
        name === 'ALPNCallback' ? { ALPNProtocols: [one] } : { servername: one, rejectUnauthorized: false };
      for (const one of ['bad', 'odd']) {
        const client = peers.connect(server, { ...chosen, ...options(one) });
        await closed(client);
      }
      await failures.has(2);
      const good = await peers.open(server, { ...chosen, ...options('good') });
      good.end('good');
      expect(String(await readAll(good))).toBe('good');
      expect(failures.errors[0]).toBeInstanceOf(RangeError);
      expect(failures.errors[1]?.code).toBe(name === 'ALPNCallback' ? 'ERR_TLS_ALPN_CALLBACK_INVALID_RESULT' : 'ERR_TLS_INVALID_CONTEXT');
    },
  );

  test('close() ends when the last connection is gone, whoever ends it', async () => {
    const { client, server, listener } = await peers.pair(chosen, chosen);
    const other = await peers.pairAt(listener, chosen);
    const stalled = stranger(listener);
    stalled.write(hello.subarray(0, 50));
    await once(listener, 'connection');
    let closedYet = false;
    const end = once(listener, 'close').then(() => {
      closedYet = true;
    });
    listener.close();
    client.end();
    server.end();
    await Promise.all([closed(client.resume()), closed(server.resume())]);
    other.server.destroy();
    await closed(other.client.resume());
    expect(closedYet).toBe(false);
    stalled.destroy();
    await end;
  });
});

firstLibrary('many at once', (peers, library) => {
  const chosen = on(library);

  test('300 clients at once are served beside 300 who say nothing', async () => {
    const count = 300;
    const before = library.liveObjects;
    const server = await peers.listen({ ...chosen, handshakeTimeout: 60_000 }, echo);
    const silent = Array.from({ length: count }, () => peers.keep(connectTcp(portOf(server), '127.0.0.1')));
    await Promise.all(silent.map((socket) => once(socket, 'connect')));
    const answers = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const client = await peers.open(server, chosen);
        client.end(`client ${index}`);
        return String(await readAll(client));
      }),
    );
    expect(answers).toEqual(Array.from({ length: count }, (_, index) => `client ${index}`));
    for (const socket of silent) socket.destroy();
    const end = once(server, 'close');
    server.close();
    await end;
    expect(library.liveObjects).toMatchObject({ connections: before.connections, bios: before.bios });
  });

  test('maxConnections turns away who comes on top', async () => {
    const server = peers.server(chosen, echo);
    server.maxConnections = 1;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const first = await peers.open(server, chosen);
    const error = await peers.refused(server, chosen);
    expect(error.code).toBe('ECONNRESET');
    first.write('still');
    expect(String(await read(first, 5))).toBe('still');
  });

  test('a connection that another server hands over is served, and told by whom', async () => {
    const server = peers.server(chosen, echo);
    const front = createTcp((socket) => server.emit('connection', peers.keep(socket)));
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
    const accepted = once(server, 'secureConnection');
    const client = await peers.open(front, chosen);
    const [socket] = (await accepted) as [TLSSocket];
    expect(own(socket).server).toBe(server);
    client.end('handed');
    expect(String(await readAll(client))).toBe('handed');
    front.close();
  });
});
