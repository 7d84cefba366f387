// accept() with real clients: node:tls, openssl s_client, gnutls-cli, this package; with and without client certificates. SSL_accept(3)

import { once } from 'node:events';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions, SslError } from '../../lib/index.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, closeLater, local, open, readAll, rejection } from '../support/io-clients.ts';
import { pattern } from '../support/io-servers.ts';
import { absentProgram, opensslPrograms, Tool } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, certificatePem, hosts, identity, keyFile } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeEachLibrary('accept()', (library) => {
  let server: Acceptor | null = null;
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    server?.close();
    server = null;
    await tool?.stop();
    tool = null;
  });
  const listen = async (settings: Partial<SslContextOptions> = {}): Promise<Acceptor> => {
    const context = new SslContext({ role: 'server', library, ...identity('server'), ...settings });
    server = await acceptor({ context });
    return server;
  };
  const asking = (verifyMode: 'peer' | 'fail-if-no-peer-cert'): Partial<SslContextOptions> => ({ ca: certificatePem('root'), verifyMode });
  const nodeClient = (port: number, options: ConnectionOptions = {}): TLSSocket =>
    closeLater(connectTls({ port, host: '127.0.0.1', servername: hosts.good, ca: certificatePem('root'), ...options }));

  test.each(versions)('node:tls verifies us over %s, and both sides say the same of the connection', async (version) => {
    const { port, next } = await listen();
    const client = nodeClient(port, { minVersion: version, maxVersion: version });
    const [socket] = await Promise.all([next(), once(client, 'secureConnect')]);
    expect(client.authorized).toBe(true);
    expect(socket.connection).toMatchObject({ protocol: version, serverName: hosts.good, resumed: false, verify: { verified: false } });
    expect(socket.connection?.cipher?.name).toBe(client.getCipher().name);
    expect(socket.peerCertificate).toBeNull();
    client.end('hello');
    expect((await readAll(client)).toString()).toBe('hello');
  });

  test('echoes 3 MB to node:tls', async () => {
    const { port } = await listen();
    const client = nodeClient(port);
    client.end(pattern(3_000_000));
    expect((await readAll(client)).equals(pattern(3_000_000))).toBe(true);
  });

  test('chooses its first protocol that the client offers (RFC 7301), and refuses a client without any with alert 120', async () => {
    const { port, next } = await listen({ alpn: ['h2', 'http/1.1'] });
    nodeClient(port, { ALPNProtocols: ['http/1.1', 'h2'] });
    expect((await next()).connection?.alpn).toBe('h2');
    const failed = once(nodeClient(port, { ALPNProtocols: ['other'] }), 'error');
    const error = await rejection(next());
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', alert: { direction: 'sent', description: 120 } });
    expect((error as SslError).queue.map(({ reasonCode }) => reasonCode)).toContain(235);
    await failed;
  });

  test.each(versions)('%s: shows the certificate of a client, verified', async (version) => {
    const { port, next } = await listen({ ...asking('fail-if-no-peer-cert'), maxProtocol: version });
    const { certificate, privateKey } = identity('client');
    const client = nodeClient(port, { cert: certificate, key: privateKey });
    const socket = await next();
    expect(socket.peerCertificate?.subject).toMatch(/CN=client/);
    expect(socket.connection?.verify).toMatchObject({ verified: true, code: 0 });
    client.end('x');
    expect(await readAll(client)).toHaveLength(1);
  });

  test.each(versions)('%s: refuses a client without a certificate: reason 199 and an alert', async (version) => {
    const { port, next } = await listen({ ...asking('fail-if-no-peer-cert'), maxProtocol: version });
    nodeClient(port).on('error', () => undefined);
    const error = await rejection(next());
    expect(error).toBeInstanceOf(SslError);
    const description = version === 'TLSv1.3' ? 116 : 40;
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', operation: 'SSL_accept', alert: { direction: 'sent', description } });
    expect((error as SslError).queue.map(({ reasonCode }) => reasonCode)).toContain(199);
  });

  test.each(versions)(
    '%s: with verifyMode peer takes a client without a certificate, and does not call it verified (rule 17)',
    async (version) => {
      const { port, next } = await listen({ ...asking('peer'), maxProtocol: version });
      nodeClient(port);
      const socket = await next();
      expect(socket.peerCertificate).toBeNull();
      expect(socket.connection?.verify).toMatchObject({ verified: false, code: 0 });
    },
  );

  test.each(versions)('%s: refuses a client certificate of an unknown CA with alert 48', async (version) => {
    const { port, next } = await listen({ ...asking('peer'), maxProtocol: version });
    const { certificate, privateKey } = identity('clientUnknown');
    nodeClient(port, { cert: certificate, key: privateKey }).on('error', () => undefined);
    const error = await rejection(next());
    expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', alert: { direction: 'sent', description: 48 } });
    expect([20, 21]).toContain((error as SslError).verify?.code);
  });

  test('TLS 1.2: a connect() without the certificate that is asked for rejects with the alert of the server', async () => {
    const { port } = await listen({ ...asking('fail-if-no-peer-cert'), maxProtocol: 'TLSv1.2' });
    const error = await rejection(open(local(library, port)));
    expect(error).toMatchObject({ code: 'ERR_SSL_ALERT', operation: 'SSL_connect', alert: { direction: 'received', description: 40 } });
  });

  test('TLS 1.3: connect() succeeds, and the refusal of its missing certificate is the error of its first read (rule 16)', async () => {
    const { port } = await listen(asking('fail-if-no-peer-cert'));
    const socket = await open({ ...local(library, port), minProtocol: 'TLSv1.3' });
    expect(socket.connection?.protocol).toBe('TLSv1.3');
    const [error] = (await once(socket, 'error')) as [SslError];
    expect(error).toMatchObject({
      code: 'ERR_SSL_ALERT',
      operation: 'SSL_read_ex',
      alert: { direction: 'received', level: 'fatal', description: 116, name: 'certificate_required' },
    });
  });

  test('a connect() with a certificate is known to the server by it', async () => {
    const { port, next } = await listen(asking('fail-if-no-peer-cert'));
    const client = await open({ ...local(library, port), ...identity('clientEc') });
    expect((await next()).peerCertificate?.publicKey.bits).toBe(256);
    client.end('it is me');
    expect((await readAll(client)).toString()).toBe('it is me');
  });

  describe.each(opensslPrograms)('s_client of $name', ({ program }) => {
    test.each(versions)('%s: verifies us, with its certificate, and is echoed', async (version) => {
      const { port, next } = await listen({ ...asking('fail-if-no-peer-cert'), maxProtocol: version });
      const own = ['-cert', certificateFile('client'), '-cert_chain', certificateFile('client'), '-key', keyFile('client')];
      const trust = ['-CAfile', certificateFile('root'), '-verify_return_error', '-verify_hostname', hosts.good, '-servername', hosts.good];
      tool = new Tool(program, ['s_client', '-connect', `127.0.0.1:${port}`, '-ign_eof', ...trust, ...own]);
      await next();
      await tool.says(/Verify return code: 0 \(ok\)/);
      tool.type('from s_client\n');
      // Its own input is not shown: what comes back is.
      await tool.says(/from s_client/);
    });
  });

  const noGnutls = absentProgram('gnutls-cli');
  (noGnutls === null ? describe : describe.skip)(`gnutls-cli${noGnutls === null ? '' : ` (skipped: ${noGnutls})`}`, () => {
    test.each([
      ['TLSv1.2', 'NORMAL:-VERS-ALL:+VERS-TLS1.2'],
      ['TLSv1.3', 'NORMAL:-VERS-ALL:+VERS-TLS1.3'],
    ])('%s: verifies us and is echoed', async (version, priority) => {
      const { port, next } = await listen();
      const names = ['--x509cafile', certificateFile('root'), '--verify-hostname', hosts.good, '--sni-hostname', hosts.good];
      tool = new Tool('gnutls-cli', ['--port', String(port), '--priority', priority, ...names, '127.0.0.1']);
      const socket = await next();
      expect(socket.connection).toMatchObject({ protocol: version, serverName: hosts.good });
      await tool.says(/Handshake was completed/);
      tool.type('from gnutls\n');
      await tool.says(/from gnutls/);
    });
  });
});
