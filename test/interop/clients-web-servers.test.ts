// https and http2 clients against nginx and HAProxy: verification, client certificates, resumption, 3 MB, several streams at once.
// RFC 8446, RFC 9113

import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { pattern } from '../support/io-servers.ts';
import { runApp } from './support/app.ts';
import { type Certificates, type Credentials, makeCertificates } from './support/certificates.ts';
import { endedWithBlock } from './support/ending.ts';
import { startHttpHaproxy } from './support/haproxy.ts';
import { describeWith } from './support/installed.ts';
import { describeEachMode } from './support/modes.ts';
import { startNginx } from './support/nginx.ts';
import type { Running } from './support/program.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly authorized?: boolean;
  readonly reusedSession?: boolean;
}
type Refused = { readonly error: { readonly code: string } };

const file = pattern(3_000_000);
const hash = createHash('sha256').update(file).digest('hex');
const versions = ['TLSv1.2', 'TLSv1.3'] as const;

describeWith(['nginx'], 'nginx', () => {
  const until = endedWithBlock();
  let certificates: Certificates;
  let nginx: Running;
  beforeAll(async () => {
    certificates = await makeCertificates();
    nginx = await until(startNginx(certificates, file));
  });
  const trusting = (more: object = {}): object => ({ port: nginx.port, ca: certificates.ca, ...more });
  const as = ({ cert, key }: Credentials): object => ({ cert, key });

  describeEachMode('node:https', (mode) => {
    const get = (options: object, ...paths: string[]): Promise<readonly Answer[]> =>
      runApp(mode, 'https-client.mjs', { options, requests: paths.map((path) => ({ path })) });

    test.each(versions)('%s: gets an answer and 3 MB, verified', async (version) => {
      const [said, big] = await get(trusting({ minVersion: version, maxVersion: version, servername: 'localhost' }), '/', '/file');
      expect(said).toMatchObject({ status: 200, authorized: true });
      expect(JSON.parse(said?.body ?? '')).toMatchObject({
        protocol: version,
        http: 'HTTP/1.1',
        verified: 'NONE',
        serverName: 'localhost',
      });
      expect(big).toMatchObject({ status: 200, body: hash });
    });

    test.each(versions)('%s: the agent resumes the session of the connection before', async (version) => {
      const [first, second] = await get(trusting({ maxVersion: version }), '/', '/');
      expect([first?.reusedSession, second?.reusedSession]).toEqual([false, true]);
      expect(JSON.parse(second?.body ?? '')).toMatchObject({ reused: 'r' });
    });

    test('one connection serves request after request with keepAlive', async () => {
      const requests = [{ path: '/' }, { path: '/' }];
      const input = { options: trusting(), agent: { keepAlive: true }, requests };
      const answers = await runApp<readonly { reusedSocket: boolean }[]>(mode, 'https-client.mjs', input);
      expect(answers.map(({ reusedSocket }) => reusedSocket)).toEqual([false, true]);
    });

    test('a client certificate opens what is private, and none does not', async () => {
      expect(await get(trusting(), '/private')).toMatchObject([{ status: 403 }]);
      expect(await get(trusting(as(certificates.client)), '/private', '/')).toMatchObject([
        { status: 200, body: 'private' },
        { status: 200, body: expect.stringContaining('CN=client') },
      ]);
    });

    test.each([
      ['another name', { servername: 'other.test' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      ['an authority that it does not know', { ca: [] }, 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ])('refuses %s', async (_, options, code) => {
      const input = { options: trusting(options), requests: [{ path: '/' }] };
      expect(await runApp<Refused>(mode, 'https-client.mjs', input, { unconnected: true })).toMatchObject({ error: { code } });
    });
  });

  describeEachMode('node:http2', (mode) => {
    test('eleven requests over one connection, 3 MB among them', async () => {
      const paths = ['/file', ...Array.from({ length: 10 }, () => '/')];
      const input = { url: `https://localhost:${nginx.port}`, options: trusting(as(certificates.client)), paths };
      const said = await runApp<{ alpnProtocol: string; answers: readonly Answer[] }>(mode, 'http2-client.mjs', input);
      expect(said.alpnProtocol).toBe('h2');
      expect(said.answers[0]).toEqual({ status: 200, body: hash });
      for (const { body } of said.answers.slice(1)) expect(JSON.parse(body)).toMatchObject({ http: 'HTTP/2.0', verified: 'SUCCESS' });
    });

    test('refuses a certificate of an authority that it does not know', async () => {
      const input = { url: `https://localhost:${nginx.port}`, options: {}, paths: ['/'] };
      const said = await runApp<Refused>(mode, 'http2-client.mjs', input, { unconnected: true });
      expect(said).toMatchObject({ error: { code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' } });
    });
  });
});

describeWith(['haproxy'], 'HAProxy', () => {
  const until = endedWithBlock();
  let certificates: Certificates;
  let haproxy: Running;
  beforeAll(async () => {
    certificates = await makeCertificates();
    haproxy = await until(startHttpHaproxy(certificates));
  });

  describeEachMode('clients', (mode) => {
    test.each(versions)('node:https over %s, with a client certificate and resumed', async (version) => {
      const { ca, client } = certificates;
      const options = { port: haproxy.port, ca, servername: 'localhost', maxVersion: version, cert: client.cert, key: client.key };
      const input = { options, requests: [{ path: '/' }, { path: '/' }] };
      const answers = await runApp<readonly Answer[]>(mode, 'https-client.mjs', input);
      expect(answers.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
        { protocol: version, client: 'client', serverName: 'localhost', resumed: 0 },
        { protocol: version, client: 'client', serverName: 'localhost', resumed: 1 },
      ]);
    });

    test('node:http2 agrees on h2', async () => {
      const input = { url: `https://localhost:${haproxy.port}`, options: { ca: certificates.ca }, paths: ['/', '/'] };
      const said = await runApp<{ answers: readonly Answer[] }>(mode, 'http2-client.mjs', input);
      for (const { body } of said.answers) expect(JSON.parse(body)).toMatchObject({ alpn: 'h2', protocol: 'TLSv1.3' });
    });
  });
});
