// examples/ech.mjs, as a reader runs it with each OpenSSL.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeEachWithEch, describeEachWithoutEch } from '../support/ech.ts';
import { environment, type Ran, run } from './command.ts';

const file = join(__dirname, '..', '..', 'examples', 'ech.mjs');
const runWith = (selector: string): Promise<Ran> => run(process.execPath, [file], environment({ LIBSSL_LIBRARY: selector }));

test('ech.mjs is short', () => {
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines.filter((line) => !/^\s*(\/\/.*|\/\*\*.*\*\/|import .*|[{}]*)?$/.test(line)).length).toBeLessThanOrEqual(24);
});

describeEachWithEch('ech.mjs', (_, { selector }) => {
  test('is refused with a stale list, and comes again with that of the server', async () => {
    expect(await runWith(selector)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `failed-ech: the server has other keys by now, as front.example has proved
success: secret.example, for others front.example; the certificate is for secret.example
`,
    });
  });
});

describeEachWithoutEch('ech.mjs', (library, { selector }) => {
  test('says that there is none', async () => {
    expect(await runWith(selector)).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `${library.version.text} has no ECH: LIBSSL_LIBRARY chooses another\n`,
    });
  });
});
