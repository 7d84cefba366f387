// Post-quantum groups and signatures with peers that are not ours: openssl s_server and s_client, and node:tls of a Node.js that has them.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, OpenSSL } from '../../lib/index.ts';
import { closeAll, closeLater, open } from '../support/io-clients.ts';
import { absentProgram, startServer, Tool } from '../support/io-tools.ts';
import { describeEachOf } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { hosts } from '../support/pki.ts';
import { librariesWithPostQuantum, postQuantum } from '../support/post-quantum.ts';
import { listening, stopServers } from '../support/ssl-server.ts';

const nodeHasThem = OpenSSL.load('node').isAtLeast('3.5');

describeEachOf('post-quantum peers: OpenSSL %s', librariesWithPostQuantum(), (_, library) => {
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    await stopServers();
    await tool?.stop();
    tool = null;
  });
  const to = (port: number) => ({ library, host: '127.0.0.1', port, serverName: hosts.good, ca: postQuantum('ML-DSA-65').certificate });

  describe.each(['3.5', '3.6', '4.0'])('openssl %s', (release) => {
    const program = join(cacheFolder, release, 'bin', 'openssl');
    const absent = absentProgram(program);
    if (absent !== null) {
      test.skip(`skipped: ${absent}`, () => undefined);
      return;
    }

    test.each([
      ['X25519MLKEM768', undefined],
      ['SecP256r1MLKEM768', 'SecP256r1MLKEM768'],
      ['MLKEM1024', 'x25519:MLKEM1024'],
    ])('s_server with an ML-DSA certificate: %s', async (group, groups) => {
      const { files } = postQuantum('ML-DSA-65');
      const held = group === 'X25519MLKEM768' ? [] : ['-groups', group];
      const parameters = ['s_server', '-accept', '127.0.0.1:0', '-cert', files.certificate, '-key', files.privateKey, '-rev', ...held];
      const started = await startServer({ program, parameters, ready: /ACCEPT 127\.0\.0\.1:(\d+)/ });
      tool = started.tool;
      const socket = await open({ ...to(started.port), ...(groups === undefined ? {} : { groups }) });
      expect(socket.connection).toMatchObject({ group, signatures: { peer: 'mldsa65' }, verify: { verified: true } });
      expect(socket.peerPublicKey).toMatchObject({ type: 'ML-DSA-65', securityBits: 192 });
      socket.write('abc\n');
      const [data] = (await once(socket, 'data')) as [Buffer];
      expect(String(data)).toBe('cba\n');
    });

    test('s_client, which tells what it has seen', async () => {
      const { certificate, privateKey, files } = postQuantum('ML-DSA-65');
      const served = await listening(createServer({ library, certificate, privateKey }));
      const trust = ['-CAfile', files.certificate, '-verify_return_error', '-servername', hosts.good];
      tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${served.port}`, ...trust]);
      await tool.says(/Negotiated TLS1\.3 group: X25519MLKEM768/);
      await tool.says(/Peer signature type: mldsa65/);
      const socket = await served.connection(0);
      expect(socket.connection).toMatchObject({ group: 'X25519MLKEM768', signatures: { own: 'mldsa65' } });
      tool.type('there and back\n');
      await tool.says(/there and back/);
    });
  });

  const title = nodeHasThem ? 'node:tls' : "node:tls (skipped: this Node's OpenSSL is older than 3.5)";
  (nodeHasThem ? describe : describe.skip)(title, () => {
    test('as a server', async () => {
      const { certificate: cert, privateKey: key } = postQuantum('ML-DSA-65');
      const server = createTlsServer({ cert, key }, (socket) => socket.end('hello'));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        const socket = await open(to((server.address() as AddressInfo).port));
        expect(socket.connection).toMatchObject({ group: 'X25519MLKEM768', signatures: { peer: 'mldsa65' }, verify: { verified: true } });
      } finally {
        closeAll();
        server.close();
      }
    });

    test('as a client', async () => {
      const { certificate, privateKey } = postQuantum('ML-DSA-65');
      const served = await listening(createServer({ library, certificate, privateKey }));
      const client = closeLater(connectTls({ port: served.port, host: '127.0.0.1', servername: hosts.good, ca: certificate }));
      await once(client, 'secureConnect');
      expect(client.authorized).toBe(true);
      expect((await served.connection(0)).connection).toMatchObject({ group: 'X25519MLKEM768', signatures: { own: 'mldsa65' } });
    });
  });
});
