// A node:tls client in CommonJS against servers that echo: behind stunnel and HAProxy, gnutls-serv, and openssl s_server of each series.
// RFC 8446, RFC 7301 (ALPN)

import { type AddressInfo, createServer } from 'node:net';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { opensslPrograms, Tool } from '../support/io-tools.ts';
import { runApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { startTcpHaproxy } from './support/haproxy.ts';
import { describeWith } from './support/installed.ts';
import { describeEachMode, type Mode } from './support/modes.ts';
import { type Running, startProgram } from './support/program.ts';
import { stunnelServer } from './support/stunnel.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;
const manyLines = 30_000;
const until = endedWithBlock();
let certificates: Certificates;
let plain: { readonly port: number };

beforeAll(async () => {
  certificates = await makeCertificates();
  plain = await until(plainEcho());
});

/** What the client says of its one connection. */
function echoed(mode: Mode, options: object, lines = 1): Promise<object> {
  return runApp(mode, 'tls-client.cjs', { options: { ca: certificates.ca, servername: 'localhost', ...options }, lines });
}

describeWith(['stunnel'], 'stunnel', () => {
  let open: Running;
  let closed: Running;
  beforeAll(async () => {
    open = await until(stunnelServer(certificates, { to: plain.port }));
    closed = await until(stunnelServer(certificates, { to: plain.port, clientCertificate: true }));
  });

  describeEachMode('node:tls', (mode) => {
    test.each(versions)('%s: 300 kB come back, verified', async (version) => {
      const said = await echoed(mode, { port: open.port, minVersion: version, maxVersion: version }, manyLines);
      expect(said).toMatchObject({ authorized: true, protocol: version, same: true });
    });

    test.each(versions)('%s: shows a certificate to one that wants it', async (version) => {
      const { cert, key } = certificates.client;
      expect(await echoed(mode, { port: closed.port, maxVersion: version, cert, key })).toMatchObject({ same: true });
    });

    test('hears from one that wants a certificate and does not get it', async () => {
      // TLS 1.3 tells a client after its handshake: RFC 8446, 4.4.2.4
      const said = await runApp(
        mode,
        'tls-client.cjs',
        { options: { port: closed.port, ca: certificates.ca, maxVersion: 'TLSv1.2' }, lines: 1 },
        {
          unconnected: true,
        },
      );
      expect(said).toMatchObject({ error: { code: expect.stringMatching(/^ERR_SSL_\w*ALERT_HANDSHAKE_FAILURE$/) } });
    });
  });
});

describeWith(['haproxy'], 'HAProxy in front of a plain server', () => {
  let haproxy: Running;
  beforeAll(async () => {
    haproxy = await until(startTcpHaproxy(certificates, plain.port));
  });

  describeEachMode('node:tls', (mode) => {
    test('300 kB come back, and the protocol is the agreed one', async () => {
      const said = await echoed(mode, { port: haproxy.port, ALPNProtocols: ['other', 'echo'] }, manyLines);
      expect(said).toMatchObject({ authorized: true, alpnProtocol: 'echo', same: true });
    });
  });
});

describeWith(['gnutls-serv'], 'gnutls-serv', () => {
  let gnutls: Running;
  beforeAll(async () => {
    const { caFile, serverRsa } = certificates;
    const files = ['--x509certfile', serverRsa.certFile, '--x509keyfile', serverRsa.keyFile, '--x509cafile', caFile];
    gnutls = await until(
      startProgram((port) => ({
        program: 'gnutls-serv',
        parameters: ['--port', String(port), '--echo', '--alpn', 'echo', '--verify-client-cert', ...files],
        ready: /listening on IPv4 .*done/,
      })),
    );
  });

  describeEachMode('node:tls', (mode) => {
    test.each(versions)('%s: a line comes back; with ALPN, and with a client certificate', async (version) => {
      const { cert, key } = certificates.client;
      const said = await echoed(mode, { port: gnutls.port, maxVersion: version, ALPNProtocols: ['echo'], cert, key });
      expect(said).toMatchObject({ authorized: true, protocol: version, alpnProtocol: 'echo', same: true });
    });
  });
});

describe.each(opensslPrograms)('openssl s_server of $name', ({ program }) => {
  let port: number;
  beforeAll(async () => {
    const { certFile, keyFile } = certificates.server;
    const parameters = ['s_server', '-accept', '127.0.0.1:0', '-cert', certFile, '-cert_chain', certFile, '-key', keyFile, '-rev'];
    const tool = await until(new Tool(program, parameters));
    port = Number((await tool.says(/ACCEPT 127\.0\.0\.1:(\d+)/))[1]);
  });

  describeEachMode('node:tls', (mode) => {
    test.each(versions)('%s: a line comes back, the other way round', async (version) => {
      const said = await echoed(mode, { port, maxVersion: version });
      expect(said).toMatchObject({ authorized: true, protocol: version, received: '0 enil\n' });
    });

    test.each([
      ['TLS_CHACHA20_POLY1305_SHA256', 'TLSv1.3'],
      ['ECDHE-ECDSA-AES256-GCM-SHA384', 'TLSv1.2'],
    ])('the cipher is %s where it is the only one offered', async (cipher, protocol) => {
      const said = await echoed(mode, { port, ciphers: cipher, minVersion: protocol, maxVersion: protocol });
      expect(said).toMatchObject({ cipher, protocol });
    });
  });
});

async function plainEcho(): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
