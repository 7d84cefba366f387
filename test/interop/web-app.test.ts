// One application, Express, ws and http2, for curl, Chromium and Node's clients at once: what `node -r libssl/register` has to make of it.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { runApp, serveApp } from './support/app.ts';
import { type Certificates, makeCertificates } from './support/certificates.ts';
import { type Browser, startChromium } from './support/chromium.ts';
import { curl } from './support/curl.ts';
import { endedWithBlock } from './support/ending.ts';
import { describeWith } from './support/installed.ts';
import { allModes, describeEachMode } from './support/modes.ts';

interface Ports {
  readonly port: number;
  readonly http2: number;
}

const whole = endedWithBlock();
let certificates: Certificates;
beforeAll(async () => {
  certificates = await makeCertificates();
});

describeEachMode(
  'Express, ws and http2 in one application',
  (mode) => {
    const until = endedWithBlock();
    const library = mode.library ?? 'node';
    let ports: Ports;
    beforeAll(async () => {
      const { ca, server } = certificates;
      const app = await until(serveApp<Ports>(mode, 'web-app.mjs', { options: { cert: server.cert, key: server.key, ca } }));
      ports = app.said;
    });
    const origin = (which: keyof Ports, name = 'localhost'): string => `https://${name}:${ports[which]}`;

    describeWith(['curl'], 'curl', () => {
      test.each([
        ['port', '--http1.1'],
        ['http2', '--http1.1'],
        ['http2', '--http2'],
      ] as const)('%s, %s: the connection is on the library that was chosen', async (which, flag) => {
        const { body, errors } = await curl('--cacert', certificates.caFile, flag, `${origin(which, '127.0.0.1')}/library`);
        expect(errors).toBe('');
        expect(body.toString()).toBe(library);
      });
    });

    describe("Node's clients", () => {
      test('node:https', async () => {
        const input = { options: { port: ports.port, ca: certificates.ca }, requests: [{ path: '/library' }, { path: '/bytes' }] };
        const said = await runApp<readonly { body: string }[]>(mode, 'https-client.mjs', input);
        expect(said).toMatchObject([{ body: library, authorized: true }, { status: 200 }]);
      });

      test('node:http2', async () => {
        const input = { url: origin('http2'), options: { ca: certificates.ca }, paths: ['/library', '/bytes'] };
        const said = await runApp(mode, 'http2-client.mjs', input);
        expect(said).toMatchObject({ alpnProtocol: 'h2', answers: [{ body: library }, { status: 200 }] });
      });

      test.each(['port', 'http2'] as const)('ws, at %s', async (which) => {
        const input = { url: origin(which).replace('https', 'wss'), options: { ca: certificates.ca } };
        const said = await runApp(mode, 'ws-client.mjs', input);
        expect(said).toMatchObject({ hello: `hello over ${library}`, length: 1_000_000 + ` over ${library}`.length });
      });
    });

    describeWith(['chromium'], 'Chromium', () => {
      let browser: Browser;
      beforeAll(async () => {
        browser = await whole(startChromium(certificates.server));
      });

      test.each([
        ['port', 'http/1.1'],
        ['http2', 'h2'],
      ] as const)('%s: opens the page over %s, with fetch() and a WebSocket', async (which, nextHopProtocol) => {
        const page = await browser.newPage();
        const response = await page.goto(`${origin(which)}/`);
        expect((await response?.securityDetails())?.protocol).toBe('TLS 1.3');
        const said: unknown = JSON.parse((await page.locator('#done').textContent()) ?? '');
        expect(said).toEqual({ library, posted: '1000000', bytes: 20 * 50_000, answer: `hello over ${library}`, nextHopProtocol });
        await page.close();
      });

      test('does not open what it was not told to trust', async () => {
        const { other } = certificates;
        const input = { options: { cert: other.cert, key: other.key } };
        const strange = await until(serveApp<Ports>(mode, 'web-app.mjs', input, { unconnected: true }));
        const page = await browser.newPage();
        await expect(page.goto(`https://localhost:${strange.said.port}/`)).rejects.toThrow('net::ERR_CERT');
        await page.close();
      });
    });
  },
  allModes,
);
