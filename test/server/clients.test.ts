// createServer() with real clients: openssl s_client, gnutls-cli, curl, node:tls: certificates both ways, ALPN, SNI, resumption.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ServerOptions, SslSocket } from '../../lib/index.ts';
import { closeAll, closeLater, readAll } from '../support/io-clients.ts';
import { absentProgram, opensslPrograms, Tool } from '../support/io-tools.ts';
import { describeEachLibrary, protocols } from '../support/libraries.ts';
import { certificateFile, certificatePem, hosts, identity, keyFile } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const skipping = (program: string): { readonly title: string; readonly run: typeof describe | typeof describe.skip } => {
  const absent = absentProgram(program);
  return { title: `${program}${absent === null ? '' : ` (skipped: ${absent})`}`, run: absent === null ? describe : describe.skip };
};

describeEachLibrary('clients of a server', (library) => {
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    await stopServers();
    await tool?.stop();
    tool = null;
  });
  const asking: ServerOptions = { clientCertificate: 'require', ca: certificatePem('root') };
  const own = identity('client');
  const nodeClient = (port: number, options: ConnectionOptions = {}): TLSSocket =>
    closeLater(connectTls({ port, host: '127.0.0.1', servername: hosts.good, ca: certificatePem('root'), ...options }));

  describe.each(protocols)('node:tls over %s', (version) => {
    const held = { minVersion: version, maxVersion: version } as const;

    test('with a certificate, an ALPN protocol and a name', async () => {
      const served = await serve(library, { ...asking, alpn: ['h2', 'http/1.1'], contexts: { [hosts.good]: {} } });
      const client = nodeClient(served.port, { ...held, cert: own.certificate, key: own.privateKey, ALPNProtocols: ['http/1.1', 'h2'] });
      await once(client, 'secureConnect');
      expect(client.authorized).toBe(true);
      expect(client.alpnProtocol).toBe('h2');
      const socket = await served.connection(0);
      expect(socket.connection).toMatchObject({ protocol: version, alpn: 'h2', serverName: hosts.good, verify: { verified: true } });
      expect(socket.peerCertificate?.subject).toMatch(/CN=client/);
    });

    test('resumes', async () => {
      const served = await serve(library);
      const first = nodeClient(served.port, held);
      const [session] = (await once(first, 'session')) as [Buffer];
      await new Promise((resolve) => setImmediate(resolve));
      first.end('x'); // not inside of the event: node:tls would leave out its close_notify
      await readAll(first);
      const second = nodeClient(served.port, { ...held, session });
      await once(second, 'secureConnect');
      expect(second.isSessionReused()).toBe(true);
      expect((await served.connection(1)).connection?.resumed).toBe(true);
    });

    test('request lets a client in that shows no certificate, and none that shows a bad one', async () => {
      const served = await serve(library, { ...asking, clientCertificate: 'request' });
      const without = nodeClient(served.port, held);
      without.end('x');
      expect(await readAll(without)).toHaveLength(1);
      expect((await served.connection(0)).connection?.verify.verified).toBe(false);
      const { certificate, privateKey } = identity('clientUnknown');
      nodeClient(served.port, { ...held, cert: certificate, key: privateKey }).on('error', () => undefined);
      expect((await served.failure(0)).error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', alert: { direction: 'sent', description: 48 } });
    });

    test('dangerousUnverifiedClients lets it in, and says what is wrong with it', async () => {
      const served = await serve(library, { clientCertificate: 'require', dangerousUnverifiedClients: true });
      const { certificate, privateKey } = identity('clientUnknown');
      const client = nodeClient(served.port, { ...held, cert: certificate, key: privateKey });
      client.end('x');
      expect(await readAll(client)).toHaveLength(1);
      const { connection, peerCertificate } = await served.connection(0);
      expect(connection?.verify).toMatchObject({ verified: false });
      expect([18, 19, 20, 21]).toContain(connection?.verify.code);
      expect(peerCertificate).not.toBeNull();
    });
  });

  describe.each(opensslPrograms)('s_client of $name', ({ program }) => {
    test.each(protocols)('%s: verifies us with its certificate, and resumes a session of its file', async (version) => {
      const served = await serve(library, { ...asking, maxProtocol: version });
      const file = join(tempFolder('server'), `${library.version.number}-${version}-${Math.random()}.session`);
      const trust = ['-CAfile', certificateFile('root'), '-verify_return_error', '-verify_hostname', hosts.good, '-servername', hosts.good];
      const shown = ['-cert', certificateFile('client'), '-cert_chain', certificateFile('client'), '-key', keyFile('client')];
      const visit = async (more: readonly string[]): Promise<void> => {
        tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${served.port}`, '-ign_eof', ...trust, ...shown, ...more]);
        await tool.says(/Verify return code: 0 \(ok\)/);
        tool.type('hello\n');
        await tool.says(/hello/); // its own input is not shown
      };
      await visit(['-sess_out', file]);
      (await served.connection(0)).end();
      await tool?.exited;
      expect(readFileSync(file, 'latin1')).toMatch(/SSL SESSION/);
      await visit(['-sess_in', file]);
      expect((await served.connection(1)).connection).toMatchObject({ protocol: version, resumed: true });
    });
  });

  const gnutls = skipping('gnutls-cli');
  gnutls.run(gnutls.title, () => {
    test('verifies us, says a name, and resumes', async () => {
      const served = await serve(library, { contexts: { [hosts.good]: {} } });
      const names = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good, '--sni-hostname', hosts.good];
      tool = new Tool('gnutls-cli', ['--port', String(served.port), '--resume', '--waitresumption', ...names, '127.0.0.1']);
      await tool.says(/This is a resumed session/);
      tool.type('from gnutls\n');
      await tool.says(/from gnutls/);
      const resumed = served.sockets.map(({ connection }) => connection?.resumed);
      expect(resumed).toEqual([false, true]);
    });
  });

  const curl = skipping('curl');
  curl.run(curl.title, () => {
    const answers = (socket: SslSocket): void => {
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello'));
    };
    const url = (port: number): readonly string[] => [
      ...['--silent', '--show-error', '--cacert', certificateFile('root'), '--resolve', `${hosts.good}:${port}:127.0.0.1`],
      `https://${hosts.good}:${port}/`,
    ];

    test('gets a page, with ALPN, and with its certificate where one is asked for', async () => {
      const served = await serve(library, { ...asking, alpn: ['http/1.1'] }, answers);
      tool = new Tool('curl', [...url(served.port), '--cert', certificateFile('client'), '--key', keyFile('client')]);
      expect(await tool.exited).toBe(0);
      expect(tool.output).toBe('hello');
      expect((await served.connection(0)).connection).toMatchObject({ alpn: 'http/1.1', serverName: hosts.good });
    });

    test('is refused without one', async () => {
      const served = await serve(library, { ...asking, maxProtocol: 'TLSv1.2' }, answers);
      tool = new Tool('curl', url(served.port));
      expect(await tool.exited).not.toBe(0);
      expect((await served.failure(0)).error).toMatchObject({ code: 'ERR_SSL_PROTOCOL' });
    });
  });
});
