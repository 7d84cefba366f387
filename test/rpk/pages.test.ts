// What docs/raw-public-keys.md and docs/post-quantum.md show is run as it stands there, with a server of ours in the place of example.org.

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { createServer, type OpenSSL, type ServerOptions } from '../../lib/index.ts';
import { environment, run } from '../cli/command.ts';
import { libraries } from '../support/at-hand.ts';
import { describeEachOf } from '../support/libraries.ts';
import { hosts } from '../support/pki.ts';
import { absentMaker, postQuantum } from '../support/post-quantum.ts';
import { rawKeys } from '../support/raw-keys.ts';
import { listening, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = join(__dirname, '..', '..');

interface Page {
  readonly name: string;
  readonly having: (library: OpenSSL) => boolean;
  readonly server: () => ServerOptions;
  readonly trusted: () => string;
}

const pages: readonly Page[] = [
  {
    name: 'raw-public-keys',
    having: (library) => library.has('SSL_add_expected_rpk'),
    server: () => ({ privateKey: rawKeys.ec.privateKey, serverCertTypes: ['raw-public-key'] }),
    trusted: () => '/dev/null',
  },
  {
    name: 'post-quantum',
    having: (library) => library.isAtLeast('3.5') && absentMaker === null,
    server: () => {
      const { certificate, privateKey } = postQuantum('ML-DSA-65');
      return { certificate, privateKey };
    },
    trusted: () => postQuantum('ML-DSA-65').files.certificate,
  },
];

for (const page of pages) {
  const having = libraries.filter(({ library }) => page.having(library));
  describeEachOf(
    `docs/${page.name}.md: OpenSSL %s`,
    having.map((entry) => [entry.name, entry] as const),
    (_, { library, selector }) => {
      afterEach(stopServers);

      test('its program prints what the page says', async () => {
        const text = readFileSync(join(root, 'docs', `${page.name}.md`), 'utf8');
        const code = /^```js\n(?<code>[\s\S]*?)^```$/m.exec(text)?.groups?.['code'] ?? '';
        const folder = join(tempFolder('pages', page.name), library.version.short);
        mkdirSync(join(folder, 'node_modules'), { recursive: true });
        symlinkSync(root, join(folder, 'node_modules', 'libssl'));
        writeFileSync(join(folder, 'server.pub.pem'), rawKeys.ec.publicKey);
        const { port } = await listening(createServer({ library, ...page.server() }));
        const address = "host: 'example.org', port: 443";
        expect(code).toContain(address);
        const program = code.replace(address, `host: '127.0.0.1', port: ${port}, serverName: '${hosts.good}'`);
        writeFileSync(join(folder, 'program.mjs'), `process.chdir(${JSON.stringify(folder)});\n${program}\nsocket.destroy();\n`);
        const variables = environment({ LIBSSL_LIBRARY: selector, SSL_CERT_FILE: page.trusted() });
        const ran = await run(process.execPath, [join(folder, 'program.mjs')], variables);
        const says = [...code.matchAll(/^\/\/ → (?<text>.*)$/gm)].map((match) => match.groups?.['text']);
        expect({ stderr: ran.stderr, lines: ran.stdout.trim().split('\n') }).toEqual({ stderr: '', lines: says });
      });
    },
  );
}
