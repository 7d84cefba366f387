// The examples of docs/drop-in.md as its reader runs them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { libraries } from '../support/at-hand.ts';
import { environment, run } from './command.ts';

const examples = join(__dirname, '..', '..', 'examples');

describe('examples of the drop-in', () => {
  const runs = async (name: string, flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { code, stdout, stderr } = await run(process.execPath, [...flags, join(examples, `${name}.mjs`)], environment(env));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  test('https-server.mjs resumes its session', async () => {
    expect(await runs('https-server')).toMatch(/^[\d.]+\w*, TLSv1\.[23], a full handshake\n[\d.]+\w*, TLSv1\.[23], resumed\n$/);
  });

  test("register-app.mjs is on Node's own TLS as it is", async () => {
    expect(await runs('register-app')).toBe("TLSv1.3 on Node's own\n");
  });

  test.each(libraries.map(({ selector, library }) => [library.version.text, selector]))(
    'register-app.mjs is on %s with -r',
    async (text, selector) => {
      const flags = ['--require', join(examples, '..', 'dist', 'tls', 'register.js')];
      expect(await runs('register-app', flags, { LIBSSL_LIBRARY: selector })).toBe(`TLSv1.3 on ${text}\n`);
    },
  );

  test.each(['https-server', 'register-app'])('%s.mjs is short, and its page links it', (name) => {
    const lines = readFileSync(join(examples, `${name}.mjs`), 'utf8').split('\n');
    expect(lines.filter((line) => !/^\s*(\/\/.*|\/\*\*.*\*\/|import .*)?$/.test(line)).length).toBeLessThanOrEqual(40);
    expect(readFileSync(join(examples, '..', 'docs', 'drop-in.md'), 'utf8')).toContain(`../examples/${name}.mjs`);
  });
});
