// A browser that is not OpenSSL: Chromium offers brotli, and takes a certificate of createServer() that was compressed so.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { certificateCompressions } from '../../lib/index.ts';
import { makeCertificates } from '../interop/support/certificates.ts';
import { type Browser, startChromium } from '../interop/support/chromium.ts';
import { describeWith } from '../interop/support/installed.ts';
import { compressing } from '../support/compression.ts';
import { describeEachOf } from '../support/libraries.ts';
import { serve, stopServers } from '../support/ssl-server.ts';

describeWith(['chromium'], 'Chromium', () => {
  let browser: Browser;
  let own: { readonly certificate: string; readonly privateKey: string };
  beforeAll(async () => {
    const { server } = await makeCertificates();
    own = { certificate: server.cert, privateKey: server.key };
    browser = await startChromium(server);
  });
  afterAll(async () => {
    await browser.stop();
    await stopServers();
  });

  const entries = compressing.filter(({ library }) => certificateCompressions(library).includes('brotli'));
  describeEachOf(
    'and OpenSSL %s',
    entries.map((entry) => [entry.name, entry] as const),
    (_, { library }) => {
      test('agree on brotli', async () => {
        const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi';
        const certificateCompression = certificateCompressions(library);
        const { port, connection } = await serve(library, { ...own, certificateCompression }, (socket) => {
          socket.once('data', () => socket.end(answer));
        });
        const page = await browser.newPage();
        await page.goto(`https://localhost:${port}/`);
        expect(await page.textContent('body')).toContain('hi');
        const saving = (await connection(0)).connection?.certificateCompression.own;
        expect(saving).toMatchObject({ algorithm: 'brotli' });
      });
    },
  );
});
