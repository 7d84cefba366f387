// DTLS over real UDP sockets of 127.0.0.1, against programs that are not this package: openssl-s_server(1), openssl-s_client(1),
// gnutls-serv and gnutls-cli.

import { createSocket } from 'node:dgram';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type OpenSSL, SslContext, type SslEngineOptions } from '../../lib/index.ts';
import { DatagramSocket } from '../support/datagram-socket.ts';
import { trustingClient } from '../support/engine-pair.ts';
import { absentProgram, opensslPrograms, sServerCommand, startServer, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, libraries } from '../support/libraries.ts';
import { certificateFile, hosts, identity, keyFile } from '../support/pki.ts';

const tools: Tool[] = [];
const sockets: DatagramSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  for (const tool of tools.splice(0)) await tool.stop();
});

function run(program: string, parameters: readonly string[]): Tool {
  const tool = new Tool(program, parameters);
  tools.push(tool);
  return tool;
}

async function client(library: OpenSSL, port: number, options: SslEngineOptions = {}): Promise<DatagramSocket> {
  const context = new SslContext({ role: 'client', method: 'dtls', library, ...trustingClient() });
  const socket = await DatagramSocket.open(context, { serverName: hosts.good, verifyHost: hosts.good, ...options }, port);
  sockets.push(socket);
  return socket;
}

/** A server that asks for a cookie before it keeps anything. */
async function server(library: OpenSSL, options: SslEngineOptions = {}): Promise<DatagramSocket> {
  const cookie = Buffer.from('of this one client');
  const context = new SslContext({
    role: 'server',
    method: 'dtls',
    library,
    ...identity('server'),
    generateCookieCallback: () => cookie,
    verifyCookieCallback: (given) => cookie.equals(given),
  });
  const socket = await DatagramSocket.open(context, options);
  sockets.push(socket);
  return socket;
}

async function accepts(socket: DatagramSocket): Promise<void> {
  expect(
    await socket.run(
      (engine) => engine.listen(),
      (heard) => heard,
    ),
  ).toMatchObject({ status: 'done', value: true });
  expect(await socket.run((engine) => engine.accept())).toMatchObject({ status: 'done' });
}

async function freeDatagramPort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()));
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return port;
}

/** What is said to the peer, and what it says. */
async function talk(socket: DatagramSocket, tool: Tool): Promise<void> {
  await socket.run((engine) => engine.write(Buffer.from('from us\n')));
  await tool.says(/from us/);
  tool.type('from the program\n');
  await socket.reads('from the program\n');
}

const programs = opensslPrograms.map(({ name, program }) => [name, program] as const);
const absent = absentProgram('openssl');

(absent === null ? describe : describe.skip)(`the program openssl${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  describeEachLibrary('s_server and s_client', (library) => {
    test.each([
      ['-dtls', {}],
      ['-dtls1_2', { mtu: 300 }],
    ])('s_server %s, with %j', async (flag, options) => {
      const { tool, port } = await startServer(sServerCommand('openssl', [flag], 'server'));
      tools.push(tool);
      const socket = await client(library, port, options);
      expect(await socket.run((engine) => engine.connect())).toMatchObject({ status: 'done' });
      expect(socket.engine.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { verified: true } });
      await talk(socket, tool);
      expect(await socket.run((engine) => engine.shutdown())).toMatchObject({ status: 'done' });
    });

    test.each([
      ['-dtls', {}],
      ['-dtls1_2', { linkMtu: 400 }],
    ])('s_client %s, with %j', async (flag, options) => {
      const socket = await server(library, options);
      const trust = ['-CAfile', certificateFile('root'), '-verify_return_error', '-verify_hostname', hosts.good];
      const tool = run('openssl', ['s_client', flag, '-connect', `127.0.0.1:${socket.port}`, '-servername', hosts.good, ...trust]);
      await accepts(socket);
      expect(socket.engine.connection).toMatchObject({ protocol: 'DTLSv1.2', serverName: hosts.good });
      await tool.says(/Verify return code: 0 \(ok\)/);
      await talk(socket, tool);
      tool.type('Q\n');
      expect(await socket.run((engine) => engine.read(Buffer.alloc(10)))).toMatchObject({ status: 'closed' });
    });
  });

  describe.each(programs)('of release %s, with the OpenSSL that tests have first', (_, program) => {
    const [{ library } = { library: undefined }] = libraries;

    test('s_server -listen', async () => {
      if (library === undefined) throw new Error('no OpenSSL');
      const { tool, port } = await startServer(sServerCommand(program, ['-dtls', '-listen'], 'server'));
      tools.push(tool);
      const socket = await client(library, port);
      expect(await socket.run((engine) => engine.connect())).toMatchObject({ status: 'done' });
      await talk(socket, tool);
    });

    test('s_client', async () => {
      if (library === undefined) throw new Error('no OpenSSL');
      const socket = await server(library);
      const tool = run(program, ['s_client', '-dtls', '-connect', `127.0.0.1:${socket.port}`]);
      await accepts(socket);
      await talk(socket, tool);
    });
  });
});

const withoutGnutls = absentProgram('gnutls-serv') ?? absentProgram('gnutls-cli');

(withoutGnutls === null ? describe : describe.skip)(`GnuTLS${withoutGnutls === null ? '' : ` (skipped: ${withoutGnutls})`}`, () => {
  describeEachLibrary('gnutls-serv and gnutls-cli', (library) => {
    test('gnutls-serv --udp', async () => {
      const port = await freeDatagramPort();
      const files = ['--x509certfile', certificateFile('serverEc'), '--x509keyfile', keyFile('serverEc')];
      const tool = run('gnutls-serv', ['--udp', '--echo', '--port', String(port), ...files]);
      await tool.says(/listening on IPv4 .*done/);
      const socket = await client(library, port);
      expect(await socket.run((engine) => engine.connect())).toMatchObject({ status: 'done' });
      expect(socket.engine.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { verified: true } });
      await socket.run((engine) => engine.write(Buffer.from('over to gnutls\n')));
      await socket.reads('over to gnutls\n');
    });

    test('gnutls-cli --udp', async () => {
      const socket = await server(library);
      const trust = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good];
      const tool = run('gnutls-cli', ['--udp', '--port', String(socket.port), ...trust, '127.0.0.1']);
      await accepts(socket);
      await tool.says(/Handshake was completed/);
      await talk(socket, tool);
    });
  });
});
