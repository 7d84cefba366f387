// Runs what README.md shows. Each JavaScript block is a program of its own, run where a user's would be: in a folder with `libssl` below
// node_modules. Three things stand in for the world, and nothing else of a block is changed:
//   - example.org and its port 443 are a server of this test, reached with the SNI that its certificate is for;
//   - the system's trusted certificates are the root of the tests (SSL_CERT_FILE);
//   - a server's fixed port is 0, and it stops when it listens.
// What a block says that it prints, `// → text`, must be the beginning of a line of its output, in that order.

import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { environment, run } from './cli/command.ts';
import { certificateFile, hosts, identity, keyFile } from './support/pki.ts';
import { tempFolder } from './support/temp-folder.ts';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```js\n(?<code>[\s\S]*?)^```$/gm)].map((match) => match.groups?.['code'] ?? '');

let server: Server;
let folder: string;

beforeAll(async () => {
  folder = tempFolder('readme');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules', 'libssl'));
  copyFileSync(certificateFile('server'), join(folder, 'server.pem'));
  copyFileSync(keyFile('server'), join(folder, 'server.key.pem'));
  const { certificate: cert, privateKey: key } = identity('serverEc');
  server = createServer({ cert, key }, (socket) => {
    socket.on('error', () => undefined); // a client that turns the certificate down
    socket.once('data', () => socket.end('HTTP/1.0 200 OK\r\n\r\nhello\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
});
afterAll(() => {
  server.close();
});

describe('README.md', () => {
  test('begins with an example of at most 15 lines', () => {
    expect(blocks[0]?.trim().split('\n').length).toBeLessThanOrEqual(15);
  });

  test.each(blocks.map((code) => [firstWords(code), code]))('runs the example %s', async (_, code) => {
    const { port } = server.address() as AddressInfo;
    const local = code
      .replaceAll("host: 'example.org', port: 443", `host: '127.0.0.1', port: ${port}, serverName: '${hosts.good}'`)
      .replaceAll('server.listen(8443)', "server.listen(0, '127.0.0.1', () => server.close())");
    const ran = await inFolder(local);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const said = ran.stdout.split('\n');
    for (const promised of promises(code)) {
      const at = said.findIndex((line) => line.startsWith(promised));
      expect(at === -1 ? said : promised).toBe(promised);
      said.splice(0, at + 1);
    }
  });

  test('names flags that the command has', async () => {
    const { stdout } = await run(process.execPath, [join(root, 'dist', 'cli', 'main.js'), 'connect', '--help'], environment());
    const named = new Set([...readme.matchAll(/`(?<flag>--[a-z-]+)/g)].map((match) => match.groups?.['flag'] ?? ''));
    expect(named.size).toBeGreaterThan(10);
    for (const flag of named) expect(stdout).toContain(`  ${flag}`);
  });

  test('links to files that are there', () => {
    for (const page of [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'CHANGELOG.md',
      'docs/api.md',
      'docs/errors.md',
      'docs/architecture.md',
      'docs/sessions.md',
      'docs/settings.md',
      'docs/observing.md',
      'docs/callbacks.md',
      'docs/after-the-handshake.md',
    ]) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const match of text.matchAll(/\]\((?<target>[^)#:]+)(?:#[^)]*)?\)/g)) {
        const target = join(root, page, '..', match.groups?.['target'] ?? '');
        expect(() => readFileSync(target)).not.toThrow();
      }
    }
  });
});

async function inFolder(code: string): ReturnType<typeof run> {
  const env = environment({ SSL_CERT_FILE: certificateFile('root') });
  return await run('/bin/sh', ['-c', 'cd "$0" && exec "$@"', folder, process.execPath, '--input-type=module', '-e', code], env);
}

function promises(code: string): readonly string[] {
  return [...code.matchAll(/^ *\/\/ → (?<text>.*)$/gm)].map((match) => match.groups?.['text'] ?? '');
}

function firstWords(code: string): string {
  return code.split('\n').find((line) => line !== '' && !line.startsWith('import')) ?? code;
}
