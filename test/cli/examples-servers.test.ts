// The examples of servers as a reader of docs/servers.md runs them, and what they leave behind.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { absentProgram } from '../support/io-tools.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { environment, run } from './command.ts';

const examples = join(__dirname, '..', '..', 'examples');

describe('examples of servers', () => {
  const said: Readonly<Record<string, RegExp>> = {
    server:
      /^server: TLSv1\.3, client certificate: none\nclient: hello\nserver: ERR_SSL_PROTOCOL\nclient: protocol_version\n1 \{ ERR_SSL_PROTOCOL: 1 \}\n$/,
    'server-sni': /^one\.example: CN=one\.example\nwww\.two\.example: CN=\*\.two\.example\nthree\.example: unrecognized_name\n$/,
    'server-cluster': /^worker (\d): a full handshake\nworker (?!\1)(\d): resumed\nworker (?!\1|\2)\d: resumed\n$/,
  };

  const runs = async (name: string): Promise<string> => {
    const folder = tempFolder('examples', name);
    const { code, stdout, stderr } = await run(process.execPath, [join(examples, `${name}.mjs`)], environment({ TMPDIR: folder }));
    expect({ code, stderr, left: readdirSync(folder) }).toEqual({ code: 0, stderr: '', left: [] });
    return stdout;
  };

  test.each(Object.entries(said))('%s.mjs', async (name, pattern) => {
    expect(await runs(name)).toMatch(pattern);
  });

  const noRedis = absentProgram('redis-server');
  const title = `server-redis-sessions.mjs${noRedis === null ? '' : ` (skipped: ${noRedis})`}`;
  (noRedis === null ? test : test.skip)(title, async () => {
    expect(await runs('server-redis-sessions')).toBe('one: a full handshake\ntwo: resumed\nsessions in Redis: true\n');
  });

  test.each([...Object.keys(said), 'server-redis-sessions'])('%s.mjs is short, and its page links it', (name) => {
    const lines = readFileSync(join(examples, `${name}.mjs`), 'utf8').split('\n');
    expect(lines.filter((line) => !/^\s*(\/\/.*|\/\*\*.*\*\/|import .*)?$/.test(line)).length).toBeLessThanOrEqual(40);
    expect(readFileSync(join(examples, '..', 'docs', 'servers.md'), 'utf8')).toContain(`../examples/${name}.mjs`);
  });
});
