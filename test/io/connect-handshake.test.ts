// connect() against real peers: the handshake, what it says of it, and a first exchange. SSL_connect(3)

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect, sslErrorName } from '../../lib/index.ts';
import { local, readAll, readSome } from '../support/io-clients.ts';
import { TestServer } from '../support/io-servers.ts';
import { absentProgram, gnutlsServ, opensslPrograms, sServer, type Tool } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { hosts } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeEachLibrary('connect() to node:tls', (library) => {
  let server: TestServer;
  let alpnServer: TestServer;
  beforeAll(async () => {
    server = await TestServer.listen({ kind: 'tls' });
    alpnServer = await TestServer.listen({ kind: 'tls', alpn: ['h2', 'http/1.1'] });
  });
  afterAll(() => {
    server.close();
    alpnServer.close();
  });

  test.each(versions)('finishes a verified %s handshake and says so', async (version) => {
    const socket = await connect({ ...local(library, server.port), minProtocol: version, maxProtocol: version });
    expect(socket.connection).toMatchObject({
      protocol: version,
      resumed: false,
      alpn: null,
      serverName: hosts.good,
      verify: { verified: true, code: 0, name: 'X509_V_OK', peerName: hosts.good },
    });
    expect(socket.connection?.cipher?.bits).toBeGreaterThanOrEqual(128);
    expect(socket.peerCertificate?.altNames).toContainEqual({ type: 'DNS', value: hosts.good });
    expect(socket.peerChain).toHaveLength(2);
    socket.end('hello');
    expect((await readAll(socket)).toString()).toBe('hello');
  });

  test('records the handshake call by call: it ends with 1, and every other call wanted to read', async () => {
    const socket = await connect(local(library, server.port));
    const steps = socket.handshakeSteps.map(({ call, ret, code }) => `${call} ${ret} ${sslErrorName(code)}`);
    expect(steps.at(-1)).toBe('SSL_connect 1 SSL_ERROR_NONE');
    expect(new Set(steps.slice(0, -1))).toEqual(new Set(['SSL_connect -1 SSL_ERROR_WANT_READ']));
    expect(socket.handshakeSteps[0]?.sent).toBeGreaterThan(100);
    expect(socket.handshakeSteps.some(({ received }) => Number(received) > 0)).toBe(true);
    socket.destroy();
  });

  test('agrees on the first of its protocols that the server has (RFC 7301)', async () => {
    const socket = await connect({ ...local(library, alpnServer.port), alpn: ['none', 'http/1.1'] });
    expect(socket.connection?.alpn).toBe('http/1.1');
    socket.destroy();
  });

  test('keeps what was negotiated readable after the connection is closed', async () => {
    const socket = await connect(local(library, server.port));
    const before = socket.connection;
    socket.end();
    await readAll(socket);
    expect(socket.engine.closed).toBe(true);
    expect(socket.connection).toBe(before);
    expect(socket.peerCertificate?.subject).toContain(hosts.good);
  });

  test('works with a pair of 1 byte: many rounds of want-write and want-read (rule 40)', async () => {
    const socket = await connect({ ...local(library, server.port), bufferSize: 1 });
    socket.end('through the eye of a needle');
    expect((await readAll(socket)).toString()).toBe('through the eye of a needle');
  });

  test('leaves no native object behind once the connections are closed', async () => {
    const before = library.liveObjects;
    const sockets = await Promise.all([1, 2, 3].map(() => connect(local(library, server.port))));
    expect(library.liveObjects.connections - before.connections).toBe(3);
    await Promise.all(sockets.map((socket) => readAll(socket.end())));
    expect(library.liveObjects.connections).toBe(before.connections);
    expect(library.liveObjects.bios).toBe(before.bios);
  });
});

describe.each(opensslPrograms)('connect() to s_server of $name', ({ program }) => {
  let peer: { tool: Tool; port: number };
  beforeAll(async () => {
    peer = await sServer(program, ['-rev']);
  });
  afterAll(async () => peer?.tool.stop());

  describeEachLibrary('from', (library) => {
    test.each(versions)('%s: is verified, and the answer comes back', async (version) => {
      const socket = await connect({ ...local(library, peer.port), minProtocol: version, maxProtocol: version });
      expect(socket.connection).toMatchObject({ protocol: version, verify: { verified: true } });
      socket.write('stressed\n');
      expect((await readSome(socket, 9)).toString()).toBe('desserts\n');
      socket.destroy();
    });
  });
});

const noGnutls = absentProgram('gnutls-serv');
(noGnutls === null ? describe : describe.skip)(`connect() to gnutls-serv${noGnutls === null ? '' : ` (skipped: ${noGnutls})`}`, () => {
  let peer: { tool: Tool; port: number };
  beforeAll(async () => {
    peer = await gnutlsServ();
  });
  afterAll(async () => peer?.tool.stop());

  describeEachLibrary('from', (library) => {
    test.each(versions)('%s: is verified, and the echo comes back', async (version) => {
      const socket = await connect({ ...local(library, peer.port), minProtocol: version, maxProtocol: version });
      expect(socket.connection).toMatchObject({ protocol: version, verify: { verified: true } });
      socket.write('over to gnutls\n');
      expect((await readSome(socket, 15)).toString()).toBe('over to gnutls\n');
      socket.destroy();
    });
  });
});
