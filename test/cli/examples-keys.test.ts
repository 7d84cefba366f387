// The examples of raw public keys and of post-quantum groups, on each OpenSSL that has them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { libraries } from '../support/at-hand.ts';
import { describeEachOf } from '../support/libraries.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { environment, run } from './command.ts';

const examples = join(__dirname, '..', '..', 'examples');
const said: Readonly<Record<string, readonly [since: string, says: RegExp]>> = {
  'raw-public-keys': [
    '3.2',
    /^server: raw-public-key, verified: true\nhello, owner of an ED25519 key of 256 bits\nrefused: X509_V_ERR_DANE_NO_MATCH\n$/,
  ],
  'post-quantum': [
    '3.5',
    /^groups: .*X25519MLKEM768.*\nsignatures: mldsa44 mldsa65 mldsa87\n(?:.*\n)+X25519MLKEM768:x25519 → X25519MLKEM768\n(?:.*\n)+\*x25519:X25519MLKEM768 → X25519MLKEM768\n.*\nx25519 → x25519\n$/,
  ],
};

for (const [name, [since, says]] of Object.entries(said)) {
  const having = libraries.filter(({ library }) => library.isAtLeast(since));
  describeEachOf(
    `${name}.mjs: OpenSSL %s`,
    having.map((entry) => [`${entry.name} (${entry.library.version.short})`, entry] as const),
    (_, { selector }) => {
      test('does what its page says, and leaves nothing behind', async () => {
        const folder = tempFolder('examples', name);
        const variables = environment({ TMPDIR: folder, LIBSSL_LIBRARY: selector });
        const { code, stdout, stderr } = await run(process.execPath, [join(examples, `${name}.mjs`)], variables);
        expect({ code, stderr, left: readdirSync(folder) }).toEqual({ code: 0, stderr: '', left: [] });
        expect(stdout).toMatch(says);
      });
    },
  );

  test(`${name}.mjs is short, and its page links it`, () => {
    const lines = readFileSync(join(examples, `${name}.mjs`), 'utf8').split('\n');
    expect(lines.filter((line) => !/^\s*(\/\/.*|\/\*\*.*\*\/|import .*)?$/.test(line)).length).toBeLessThanOrEqual(27);
    const page = name === 'post-quantum' ? 'post-quantum.md' : 'raw-public-keys.md';
    expect(readFileSync(join(examples, '..', 'docs', page), 'utf8')).toContain(`../examples/${name}.mjs`);
  });
}
