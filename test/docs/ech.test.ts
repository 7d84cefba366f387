// Holds docs/ech.md against the code: what it names, and its examples, run as a reader would with `libssl` below node_modules. What stands in
// for the world: the address is a server's of this test, the list is that server's, trusted is the root of the tests, files are its own; an
// interval is one call at once, after which the server closes.

import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { constants } from '../../lib/index.ts';
import { environment, run } from '../cli/command.ts';
import { describeEachWithEch, names, newStore } from '../support/ech.ts';
import { certificateFile, identity, keyFile } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = join(__dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'ech.md'), 'utf8');
const blocks = [...page.matchAll(/^```js\n(?<code>[\s\S]*?)^```$/gm)].map((match) => match.groups?.['code'] ?? '');

describe('docs/ech.md', () => {
  test.each([
    ['lib/ssl/ech-options.ts', 'EchOffer'],
    ['lib/ssl/ech-options.ts', 'EchGrease'],
    ['lib/ssl/ech-store.ts', 'EchKeyOptions'],
    ['lib/ssl/ech-store.ts', 'EchPemOptions'],
    ['lib/ssl/ech-store.ts', 'EchEntry'],
    ['lib/ssl/ech-config.ts', 'EchConfig'],
    ['lib/core/ech.ts', 'EchOutcome'],
    ['lib/core/ech.ts', 'EchRejection'],
  ])('names every member of %s, %s', (file, name) => {
    const source = readFileSync(join(root, file), 'utf8');
    const body = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n(?<body>[\\s\\S]*?)^\\}`, 'm').exec(source)?.groups?.['body'] ?? '';
    const members = [...body.matchAll(/^ {2}readonly (?<member>\w+)\??:/gm)].map((match) => match.groups?.['member'] ?? '');
    expect(members.length).toBeGreaterThan(1);
    expect(members.filter((member) => !new RegExp(`\\b${member}\\b`).test(page))).toEqual([]);
  });

  test('has every status with its number', () => {
    for (const [name, code] of Object.entries(constants.ECH_STATUS)) {
      const status = name.replace('SSL_ECH_STATUS_', '').toLowerCase().replaceAll('_', '-');
      const row = page.split('\n').find((line) => line.startsWith('|') && line.split('|')[1]?.includes(`\`${status}\``));
      expect([status, row]).toEqual([status, expect.stringMatching(new RegExp(`(?<![-\\d])${code}\\b`))]);
    }
  });
});

describeEachWithEch('the examples of docs/ech.md', (library, { selector }) => {
  afterEach(stopServers);

  const runHere = (code: string): ReturnType<typeof run> => {
    const folder = tempFolder('docs-ech');
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    const link = join(folder, 'node_modules', 'libssl');
    try {
      symlinkSync(root, link);
    } catch {} // by the example before
    copyFileSync(certificateFile('server'), join(folder, 'public.pem'));
    copyFileSync(keyFile('server'), join(folder, 'public.key.pem'));
    writeFileSync(join(folder, 'ech.pem'), newStore(library).toPem());
    writeFileSync(join(folder, 'example.mjs'), code);
    const variables = environment({ LIBSSL_LIBRARY: selector, SSL_CERT_FILE: certificateFile('root') });
    return run('/bin/sh', ['-c', 'cd "$0" && exec "$1" example.mjs', folder, process.execPath], variables);
  };

  test('that of a client', async () => {
    const store = newStore(library);
    const { port } = await serve(library, { ...identity('server'), echStore: store }, (socket) => socket.end());
    const code = (blocks[0] ?? '')
      .replace(/'AEX\+[^']*'/, `'${store.configListBase64}'`)
      .replace("host: 'example.org', port: 443", `host: '127.0.0.1', port: ${port}, serverName: '${names.inner}'`);
    expect(await runHere(`${code}\nsocket.resume().end();`)).toMatchObject({ code: 0, stderr: '', stdout: 'success\n' });
  });

  test('those of a server', async () => {
    const code = [
      blocks[1],
      blocks[2]?.replace('setInterval', '((work) => work())'),
      "server.listen(0, '127.0.0.1', () => server.close());",
    ];
    const ran = await runHere(`${code.join('\n')}\nconsole.log(keys.entries.length);`);
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: '2\n' });
  });
});
