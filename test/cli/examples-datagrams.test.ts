// The examples of datagrams as a reader of docs/dtls.md runs them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../support/temp-folder.ts';
import { environment, run } from './command.ts';

const examples = join(__dirname, '..', '..', 'examples');
const said: Readonly<Record<string, RegExp>> = {
  'dtls-client-server':
    /^DTLSv1\.2, verified: true, messages of up to \d+ bytes\nsent 5 bytes, got: three\nsent 9 bytes, got: sends are\nsent 14 bytes, got: three messages\nshutdown: complete\n\{ cookiesAsked: 1, accepted: 1, established: 1, strangers: 0 \}\n$/,
  srtp: /^SRTP_AEAD_AES_128_GCM \(7\): a key of 16 bytes, a salt of 12\nthe same on both sides: true\n$/,
};

test.each(Object.entries(said))('%s.mjs', async (name, pattern) => {
  const folder = tempFolder('examples', name);
  const { code, stdout, stderr } = await run(process.execPath, [join(examples, `${name}.mjs`)], environment({ TMPDIR: folder }));
  expect({ code, stderr, left: readdirSync(folder) }).toEqual({ code: 0, stderr: '', left: [] });
  expect(stdout).toMatch(pattern);
});

test.each(Object.keys(said))('%s.mjs is short, and the page links it', (name) => {
  const lines = readFileSync(join(examples, `${name}.mjs`), 'utf8').split('\n');
  expect(lines.filter((line) => !/^\s*(\/\/.*|import .*)?$/.test(line)).length).toBeLessThanOrEqual(25);
  expect(readFileSync(join(examples, '..', 'docs', 'dtls.md'), 'utf8')).toContain(`../examples/${name}.mjs`);
});
