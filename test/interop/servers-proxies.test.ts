// Servers of node:https and node:http2 behind nginx and HAProxy, which verify them and show a certificate of their own.

import { beforeAll, expect, test } from '@jest/globals';
import { type Serving, serveApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { curl, curlJson } from './support/curl.ts';
import { endedWithBlock } from './support/ending.ts';
import { startHaproxyInFront } from './support/haproxy.ts';
import { describeWith } from './support/installed.ts';
import { describeEachMode } from './support/modes.ts';
import { startNginxInFront } from './support/nginx.ts';

const size = 3_000_000;

describeWith(['curl', 'nginx', 'haproxy'], 'behind proxies', () => {
  const whole = endedWithBlock();
  let certificates: Certificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
  });

  describeEachMode('servers', (mode) => {
    let https: Serving;
    let http2: Serving;
    let strange: Serving;
    beforeAll(async () => {
      const { ca, server, other } = certificates;
      const verifying = { ca, requestCert: true };
      const options = { cert: server.cert, key: server.key, ...verifying };
      https = await whole(serveApp(mode, 'https-server.mjs', { options }));
      http2 = await whole(serveApp(mode, 'http2-server.mjs', { options }));
      strange = await whole(
        serveApp(mode, 'https-server.mjs', { options: { ...options, cert: other.cert, key: other.key } }, { unconnected: true }),
      );
    });
    const known = { authorized: true, client: 'client' };

    test.each(['TLSv1.2', 'TLSv1.3'])('nginx over %s, which resumes its session', async (version) => {
      const { port } = await whole(startNginxInFront(certificates, https.port, version));
      const url = `http://127.0.0.1:${port}`;
      expect(await curlJson(`${url}/`)).toMatchObject({ ...known, protocol: version, serverName: 'localhost', resumed: false });
      expect(await curlJson(`${url}/`)).toMatchObject({ ...known, protocol: version, resumed: true });
      expect((await curl(`${url}/file`)).body).toHaveLength(size);
    });

    test.each([
      ['HTTP/1.1', () => https, '1.1'],
      ['HTTP/2', () => http2, '2.0'],
    ] as const)('HAProxy over %s', async (_, app, http) => {
      const { port } = await whole(startHaproxyInFront(certificates, app().port));
      const url = `http://127.0.0.1:${port}`;
      expect(await curlJson(`${url}/`)).toMatchObject({ ...known, http, protocol: 'TLSv1.3', serverName: 'localhost' });
      expect((await curl(`${url}/file`)).body).toHaveLength(size);
    });

    test('both refuse a server with another name', async () => {
      const proxies = [startNginxInFront(certificates, strange.port, 'TLSv1.3'), startHaproxyInFront(certificates, strange.port)];
      for (const starting of proxies) {
        const { port } = await whole(starting);
        const { body } = await curl('--write-out', '%{http_code}', '--output', '/dev/null', `http://127.0.0.1:${port}/`);
        expect(body.toString()).toMatch(/^50[23]$/);
      }
    });
  });
});
