// Raw public keys with peers that are not ours: openssl s_server and s_client, and GnuTLS's. Both roles, both ways.

import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type ClientOptions, connectSync, createServer, type ServerOptions, SslError } from '../../lib/index.ts';
import { closeAll, open, rejection } from '../support/io-clients.ts';
import { absentProgram, freePort, type ServerCommand, startServer, Tool } from '../support/io-tools.ts';
import { describeEachOf, type Protocol, protocols } from '../support/libraries.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { certificateFile, certificatePem, type Identity, keyPem } from '../support/pki.ts';
import { librariesWithRawKeys, type RawKey, rawKeys } from '../support/raw-keys.ts';
import { listening, type Served, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const raw = ['raw-public-key'] as const;

const fileOf = (name: string, text: string): string => {
  const file = join(tempFolder('rpk'), name);
  writeFileSync(file, text);
  return file;
};
const own = (name: string, key: RawKey) => ({
  privateKey: fileOf(`${name}.key.pem`, key.privateKey),
  publicKey: fileOf(`${name}.pem`, key.publicKey),
});

/** Keys of certificates: openssl's programs take a key with its certificate only, and show the key alone all the same. */
function keyOf(name: Identity): RawKey {
  const { publicKey } = new X509Certificate(certificatePem(name));
  return {
    privateKey: keyPem(name),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    der: publicKey.export({ type: 'spki', format: 'der' }),
  };
}
const keys = { server: keyOf('serverEc'), client: keyOf('client'), other: keyOf('server') };
const certificateOf = (key: RawKey): string =>
  certificateFile(key === keys.server ? 'serverEc' : key === keys.client ? 'client' : 'server');

interface PeerProgram {
  readonly name: string;
  readonly program: string;
  /** Shows `key`, and lets in whoever has `expects`. */
  readonly server: (protocol: Protocol, key: RawKey, expects: RawKey) => Promise<ServerCommand>;
  /** Shows `key`, and expects `expects`. */
  readonly client: (protocol: Protocol, port: number, key: RawKey, expects: RawKey) => readonly string[];
  readonly connected: RegExp;
}

const openssl = (release: string): PeerProgram => {
  const program = join(cacheFolder, release, 'bin', 'openssl');
  const version = (protocol: Protocol): string => (protocol === 'TLSv1.2' ? '-tls1_2' : '-tls1_3');
  const types = ['-enable_server_rpk', '-enable_client_rpk'];
  // Before 4.0 s_client knows of an expected key by a TLSA record only, and s_server cannot be told of any: it lets everybody in.
  const tells = release === '4.0';
  const ofServer = (expects: RawKey): readonly string[] =>
    tells ? ['-Verify', '1', '-verify_return_error', '-expected-rpks', own('expected', expects).publicKey] : ['-verify', '1'];
  const ofClient = (expects: RawKey): readonly string[] =>
    tells
      ? ['-expected-rpks', own('expected', expects).publicKey]
      : ['-dane_tlsa_domain', 'a.test', '-dane_tlsa_rrdata', `3 1 0 ${expects.der.toString('hex')}`];
  return {
    name: `openssl ${release}`,
    program,
    server: (protocol, key, expects) =>
      Promise.resolve({
        program,
        parameters: [
          ...[
            's_server',
            '-accept',
            '127.0.0.1:0',
            version(protocol),
            ...types,
            '-rev',
            '-key',
            own('server', key).privateKey,
            '-cert',
            certificateOf(key),
          ],
          ...ofServer(expects),
        ],
        ready: /ACCEPT 127\.0\.0\.1:(\d+)/,
      }),
    client: (protocol, port, key, expects) => [
      ...[
        's_client',
        '-connect',
        `127.0.0.1:${port}`,
        version(protocol),
        ...types,
        '-key',
        own('client', key).privateKey,
        '-cert',
        certificateOf(key),
      ],
      ...['-verify_return_error', ...ofClient(expects)],
    ],
    connected: /Verif\w+: OK/,
  };
};

const gnutls: PeerProgram = {
  name: 'GnuTLS',
  program: 'gnutls-serv',
  server: async (protocol, key) => {
    const port = await freePort();
    const files = own('server', key);
    const parameters = ['--port', String(port), '--echo', '--rawpkfile', files.publicKey, '--rawpkkeyfile', files.privateKey];
    return {
      program: 'gnutls-serv',
      parameters: [...parameters, '--priority', priority(protocol), '--require-client-cert'],
      ready: /listening on IPv4 .*done/,
      port,
    };
  },
  client: (protocol, port, key) => {
    const files = own('client', key);
    const shown = ['--rawpkfile', files.publicKey, '--rawpkkeyfile', files.privateKey];
    return ['--no-ca-verification', ...shown, '--priority', priority(protocol), '--port', String(port), '127.0.0.1'];
  },
  connected: /Handshake was completed/,
};

function priority(protocol: Protocol): string {
  const version = protocol === 'TLSv1.2' ? 'VERS-TLS1.2' : 'VERS-TLS1.3';
  return `NORMAL:-VERS-ALL:+${version}:-CTYPE-ALL:+CTYPE-SRV-RAWPK:+CTYPE-CLI-RAWPK`;
}

describeEachOf('raw public keys with other programs: OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  let tool: Tool | null = null;
  afterEach(async () => {
    closeAll();
    await stopServers();
    await tool?.stop();
    tool = null;
  });

  describe.each([openssl('3.5'), openssl('3.6'), openssl('4.0'), gnutls].map((peer) => [peer.name, peer] as const))('%s', (__, peer) => {
    const absent = absentProgram(peer.program);
    describe.each(protocols)('%s', (protocol) => {
      if (absent !== null) {
        test.skip(`skipped: ${absent}`, () => undefined);
        return;
      }

      const start = async (): Promise<ClientOptions & { readonly host: string; readonly port: number }> => {
        const started = await startServer(await peer.server(protocol, keys.server, keys.client));
        tool = started.tool;
        return {
          ...{ library, host: '127.0.0.1', port: started.port, serverCertTypes: raw, clientCertTypes: raw },
          privateKey: keys.client.privateKey,
        };
      };

      test('as a server: both keys are verified, and data goes both ways', async () => {
        const options = { ...(await start()), expectedPeerKeys: [keys.server.publicKey] };
        const socket = await open(options);
        expect(socket.connection).toMatchObject({
          protocol,
          certificateTypes: { server: 'raw-public-key', client: 'raw-public-key' },
          verify: { verified: true },
        });
        expect(Buffer.from(socket.peerPublicKey?.raw ?? []).equals(keys.server.der)).toBe(true);
        socket.write('abc\n');
        for await (const data of socket) {
          expect(String(data)).toMatch(/cba|abc/);
          break;
        }
        const blocking = connectSync(options);
        expect(blocking.connection.verify.verified).toBe(true);
        expect(Buffer.from(blocking.peerPublicKey?.raw ?? []).equals(keys.server.der)).toBe(true);
        blocking.close();
      });

      test('as a server: another key is refused', async () => {
        const options = await start();
        expect(await rejection(open({ ...options, expectedPeerKeys: [rawKeys.ed25519.der] }))).toMatchObject({ verify: { code: 65 } });
        expect(await rejection(open(options))).toBeInstanceOf(SslError);
        expect(await rejection(open(options))).toMatchObject({ verify: { code: 95 } });
      });

      const serve = (expects: RawKey): Promise<Served> => {
        const options: ServerOptions = {
          ...{ library, privateKey: keys.server.privateKey, serverCertTypes: raw, minProtocol: protocol, maxProtocol: protocol },
          ...{ clientCertificate: 'require', clientCertTypes: raw, expectedPeerKeys: [expects.der] },
        };
        return listening(createServer(options));
      };
      const clientProgram = peer.program === 'gnutls-serv' ? 'gnutls-cli' : peer.program;

      test('as a client: both keys are verified, and data goes both ways', async () => {
        const served = await serve(keys.client);
        tool = new Tool(clientProgram, peer.client(protocol, served.port, keys.client, keys.server));
        await tool.says(peer.connected);
        const socket = await served.connection(0);
        expect(socket.connection).toMatchObject({
          protocol,
          certificateTypes: { server: 'raw-public-key', client: 'raw-public-key' },
          verify: { verified: true },
        });
        expect(Buffer.from(socket.peerPublicKey?.raw ?? []).equals(keys.client.der)).toBe(true);
        tool.type('there and back\n');
        await tool.says(/there and back/);
      });

      test('as a client: another key is refused, and the server goes on', async () => {
        const served = await serve(keys.other);
        tool = new Tool(clientProgram, peer.client(protocol, served.port, keys.client, keys.server));
        expect((await served.failure(0)).error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 65 } });
        await tool.exited;
        tool = new Tool(clientProgram, peer.client(protocol, served.port, keys.other, keys.server));
        await served.connection(0);
      });
    });
  });
});
