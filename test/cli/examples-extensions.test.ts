// The examples of certificate compression and of custom extensions, on each OpenSSL, as a reader of the docs runs them.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { certificateCompressions } from '../../lib/index.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { environment, run } from './command.ts';

const example = (name: string, selector: string): ReturnType<typeof run> =>
  run(process.execPath, [join(__dirname, '..', '..', 'examples', `${name}.mjs`)], environment({ LIBSSL_LIBRARY: selector }));

describeEachLibrary('the examples', (library, { selector }) => {
  test('certificate-compression.mjs shows what each way saves', async () => {
    const { code, stdout, stderr } = await example('certificate-compression', selector);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const sent = [...stdout.matchAll(/^done, certificate (?<how>[\w ]+).*: the server sent (?<bytes>\d+) bytes$/gm)];
    const ways = certificateCompressions(library);
    expect(sent.map(({ groups }) => groups?.['how'])).toEqual(['as it is', ...ways]);
    const [whole = 0, ...less] = sent.map(({ groups }) => Number(groups?.['bytes']));
    for (const bytes of less) expect(bytes).toBeLessThan(whole);
  });

  test('custom-extension.mjs hears both sides, and refuses what is too long', async () => {
    const { code, stdout, stderr } = await example('custom-extension', selector);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^server heard in client-hello: it is me$/m);
    expect(stdout).toMatch(/^client heard in tls1\.3-encrypted-extensions: welcome\ndone$/m);
    expect(stdout.trim().split('\n').at(-1)).toBe('refused: decode_error');
  });
});
