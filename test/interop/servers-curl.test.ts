// https and http2 servers, and curl: both versions of HTTP, client certificates, server names, uploads and downloads, what curl refuses.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { type Serving, serveApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { curl, curlJson } from './support/curl.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeWith } from './support/installed.ts';
import { describeEachMode } from './support/modes.ts';
import { newFolder } from './support/program.ts';

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const file = Buffer.alloc(3_000_000, 'file');
const versions = ['TLSv1.2', 'TLSv1.3'] as const;
const tlsMax = (version: string): readonly string[] => ['--tls-max', version.slice('TLSv'.length)];

describeWith(['curl'], 'curl', () => {
  let certificates: Certificates;
  let strangers: Certificates;
  beforeAll(async () => {
    [certificates, strangers] = await Promise.all([makeCertificates(), makeCertificates()]);
  });

  describeEachMode('node:https', (mode) => {
    const until = endedWithBlock();
    let app: Serving;
    let origin: string;
    let trust: readonly string[];
    beforeAll(async () => {
      const { ca, caFile, server, other } = certificates;
      const options = { cert: server.cert, key: server.key, ca, requestCert: true, rejectUnauthorized: false };
      const names = { 'other.test': { cert: other.cert, key: other.key } };
      app = await until(serveApp(mode, 'https-server.mjs', { options, names, store: true }));
      origin = `https://localhost:${app.port}`;
      trust = ['--cacert', caFile, ...['localhost', 'other.test'].flatMap((name) => ['--resolve', `${name}:${app.port}:127.0.0.1`])];
    });

    test.each(versions)('%s: an answer', async (version) => {
      const said = await curlJson(...trust, ...tlsMax(version), `${origin}/`);
      expect(said).toMatchObject({
        http: '1.1',
        protocol: version,
        alpn: 'http/1.1',
        serverName: 'localhost',
        authorized: false,
        client: null,
      });
    });

    test.each(versions)('%s: uploads and downloads 3 MB', async (version) => {
      const path = join(newFolder('curl'), 'file');
      writeFileSync(path, file);
      expect(await curlJson(...trust, ...tlsMax(version), '--data-binary', `@${path}`, `${origin}/`)).toMatchObject({
        received: file.length,
      });
      const { body } = await curl(...trust, ...tlsMax(version), `${origin}/file`);
      expect(digest(body)).toBe(digest(file));
    });

    test.each(versions)('%s: a client certificate is verified, and one that nobody vouches for is not', async (version) => {
      const { client } = certificates;
      const shown = ['--cert', client.certFile, '--key', client.keyFile];
      expect(await curlJson(...trust, ...tlsMax(version), ...shown, `${origin}/`)).toMatchObject({ authorized: true, client: 'client' });
      const said = await curlJson(
        ...trust,
        ...tlsMax(version),
        '--cert',
        strangers.other.certFile,
        '--key',
        strangers.other.keyFile,
        `${origin}/`,
      );
      expect(said).toMatchObject({ authorized: false, client: 'other' });
    });

    test('the server name chooses the certificate, and curl refuses that of another name', async () => {
      const other = origin.replace('localhost', 'other.test');
      expect(await curlJson(...trust, `${other}/`)).toMatchObject({ serverName: 'other.test' });
      const { port } = app;
      expect(await curl(...trust, '--connect-to', `www.test:${port}:127.0.0.1:${port}`, `https://www.test:${port}/`)).toMatchObject({
        code: 60,
      });
    });

    // Over TLS 1.2 curl takes no tickets: the server has the session in its store.
    test.each(versions)('%s: a connection resumes the session of the one before', async (version) => {
      const { body } = await curl(...trust, ...tlsMax(version), '--header', 'Connection: close', `${origin}/`, `${origin}/`);
      const resumed = [...body.toString().matchAll(/"resumed":(\w+)/g)].map(([, one]) => one);
      expect(resumed).toEqual(['false', 'true']);
    });

    test('two requests take one connection', async () => {
      const { body } = await curl(...trust, `${origin}/`, `${origin}/`);
      const ports = [...body.toString().matchAll(/"remotePort":(\d+)/g)].map(([, port]) => port);
      expect(ports).toEqual([ports[0], ports[0]]);
    });

    test('the server hears what curl does not trust, and goes on', async () => {
      expect(await curl('--cacert', strangers.caFile, `${origin.replace('localhost', '127.0.0.1')}/`)).toMatchObject({
        code: 60,
      });
      expect(await app.says()).toMatchObject({ tlsClientError: expect.stringMatching(/^ERR_SSL_\w*ALERT_UNKNOWN_CA$/) });
      expect(await curlJson(...trust, `${origin}/`)).toMatchObject({ http: '1.1' });
    });
  });

  describeEachMode('node:https that insists on a certificate, and on TLS 1.3', (mode) => {
    const until = endedWithBlock();
    let app: Serving;
    let url: string;
    beforeAll(async () => {
      const { ca, server } = certificates;
      const options = { cert: server.cert, key: server.key, ca, requestCert: true, minVersion: 'TLSv1.3' };
      app = await until(serveApp(mode, 'https-server.mjs', { options }));
      url = `https://127.0.0.1:${app.port}/`;
    });

    test('answers a client with one, and none without', async () => {
      const { caFile, client } = certificates;
      const said = await curlJson('--cacert', caFile, '--cert', client.certFile, '--key', client.keyFile, url);
      expect(said).toMatchObject({ authorized: true, client: 'client' });
      expect(await curl('--cacert', caFile, url)).not.toMatchObject({ code: 0 });
      expect(await app.says()).toMatchObject({ tlsClientError: 'ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE' });
    });

    test('refuses TLS 1.2', async () => {
      expect(await curl('--cacert', certificates.caFile, '--tls-max', '1.2', url)).toMatchObject({ code: 35 });
      expect(await app.says()).toMatchObject({ tlsClientError: 'ERR_SSL_UNSUPPORTED_PROTOCOL' });
    });
  });

  describeEachMode('node:http2', (mode) => {
    const until = endedWithBlock();
    let url: string;
    let trust: readonly string[];
    beforeAll(async () => {
      const { caFile, server } = certificates;
      const { port } = await until(serveApp(mode, 'http2-server.mjs', { options: { cert: server.cert, key: server.key } }));
      url = `https://127.0.0.1:${port}`;
      trust = ['--cacert', caFile];
    });

    test.each([
      ['--http2', '2.0', 'h2'],
      ['--http1.1', '1.1', 'http/1.1'],
    ])('curl %s', async (flag, http, alpn) => {
      expect(await curlJson(...trust, flag, `${url}/`)).toMatchObject({ http, alpn });
    });

    test('sends 3 MB in each of five streams', async () => {
      const { body } = await curl(...trust, '--http2', '--parallel', ...Array.from({ length: 5 }, () => `${url}/file`));
      expect(body).toHaveLength(5 * file.length);
    });
  });
});
