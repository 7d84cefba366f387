// connectDatagram() and createDatagramServer() against programs that are not this package: openssl-s_server(1), openssl-s_client(1),
// gnutls-serv and gnutls-cli, with each OpenSSL; and DTLS 1.0.

import { afterEach, describe, expect, test } from '@jest/globals';
import type { SslDatagramSocket } from '../../lib/index.ts';
import { bytes, closePeers, closing, connected, nextMessage, TestServer } from '../support/datagram-peers.ts';
import { absentProgram, gnutlsServCommand, sServerCommand, startServer, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, isAtLeast } from '../support/libraries.ts';
import { certificateFile, hosts, identity } from '../support/pki.ts';

const tools: Tool[] = [];
afterEach(closePeers);
afterEach(async () => {
  for (const tool of tools.splice(0)) await tool.stop();
});

function run(program: string, parameters: readonly string[]): Tool {
  const tool = new Tool(program, parameters);
  tools.push(tool);
  return tool;
}

async function talk(socket: SslDatagramSocket, tool: Tool): Promise<void> {
  await socket.send(bytes('from us\n'));
  await tool.says(/from us/);
  const heard = nextMessage(socket);
  tool.type('from the program\n');
  expect(await heard).toBe('from the program\n');
}

const absent = absentProgram('openssl');

(absent === null ? describe : describe.skip)(`the program openssl${absent === null ? '' : ` (skipped: ${absent})`}`, () => {
  describeEachLibrary('s_server and s_client', (library) => {
    test.each([{}, { mtu: 300 }])('s_server -dtls1_2 -listen, with %j', async (options) => {
      const { tool, port } = await startServer(sServerCommand('openssl', ['-dtls1_2', '-listen'], 'server'));
      tools.push(tool);
      const client = await connected(library, { port, ...options });
      expect(client.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { verified: true } });
      await talk(client, tool);
      await client.shutdown({ timeout: 100 });
      await tool.says(/DONE|CONNECTION CLOSED|closed/i);
    });

    test.each([{}, { mtu: 300 }])('two s_client -dtls1_2 at once, with %j', async (options) => {
      const server = await TestServer.open(library, options);
      const trust = ['-CAfile', certificateFile('root'), '-verify_return_error', '-verify_hostname', hosts.good];
      const start = (): Tool =>
        run('openssl', ['s_client', '-dtls1_2', '-connect', `127.0.0.1:${server.port}`, '-servername', hosts.good, ...trust]);
      for (const tool of [start(), start()]) {
        await tool.says(/Verify return code: 0 \(ok\)/);
      }
      const [first, second] = [await server.next(), await server.next()];
      expect(first.remotePort).not.toBe(second.remotePort);
      const heard = [nextMessage(first), nextMessage(second)];
      for (const tool of tools) tool.type('hello\n');
      expect(await Promise.all(heard)).toEqual(['hello\n', 'hello\n']);
      const closed = closing(first);
      for (const tool of tools) tool.type('Q\n');
      expect(await closed).toBe('peer');
      expect(server.server.stats).toMatchObject({ accepted: 2, established: 2 });
    });
  });
});

const withoutGnutls = absentProgram('gnutls-serv') ?? absentProgram('gnutls-cli');

(withoutGnutls === null ? describe : describe.skip)(`GnuTLS${withoutGnutls === null ? '' : ` (skipped: ${withoutGnutls})`}`, () => {
  describeEachLibrary('gnutls-serv and gnutls-cli', (library) => {
    test('gnutls-serv --udp', async () => {
      const { tool, port } = await startServer(await gnutlsServCommand(['--udp']));
      tools.push(tool);
      const client = await connected(library, { port });
      expect(client.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { verified: true } });
      const heard = nextMessage(client);
      await client.send(bytes('over to gnutls\n'));
      expect(await heard).toBe('over to gnutls\n');
    });

    test('gnutls-cli --udp', async () => {
      const server = await TestServer.open(library, { ...identity('serverEc'), mtu: 400 });
      const trust = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good];
      const tool = run('gnutls-cli', ['--udp', '--mtu', '500', '--port', String(server.port), ...trust, '127.0.0.1']);
      const accepted = await server.next();
      await tool.says(/Handshake was completed/);
      await talk(accepted, tool);
    });
  });
});

describeEachLibrary('DTLS 1.0', (library) => {
  const old = {
    dangerousMinProtocol: 'DTLSv1',
    maxProtocol: 'DTLSv1',
    ...(isAtLeast(library, '3.0') ? { securityLevel: 0 } : {}),
  } as const;

  test('is spoken where both sides allow it', async () => {
    const server = await TestServer.open(library, old);
    const client = await connected(library, { port: server.port, ...old });
    expect(client.connection?.protocol).toBe('DTLSv1');
    const heard = nextMessage(await server.next());
    await client.send(bytes('as in 2006'));
    expect(await heard).toBe('as in 2006');
  });

  test('is refused by a server and by a client that were not told otherwise', async () => {
    const strict = await TestServer.open(library);
    await expect(connected(library, { port: strict.port, ...old })).rejects.toMatchObject({ alert: { name: 'protocol_version' } });
    const lax = await TestServer.open(library, old);
    await expect(connected(library, { port: lax.port })).rejects.toMatchObject({ name: 'SslError' });
    expect(lax.server.stats.established).toBe(0);
  });
});
