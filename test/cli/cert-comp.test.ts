// --cert-comp of the command `connect`, with each OpenSSL that can compress certificates, and without.

import { afterEach, expect, test } from '@jest/globals';
import { certificateCompressions } from '../../lib/index.ts';
import { describeEachCompressing, notCompressing } from '../support/compression.ts';
import { describeEachOf } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { connectTo, libssl, reportOf } from './command.ts';

afterEach(stopServers);

describeEachCompressing('connect --cert-comp', (library, { selector }) => {
  const names = certificateCompressions(library);
  const using = (port: number, ...more: readonly string[]): ReturnType<typeof libssl> =>
    libssl(connectTo(port, '--library', selector, ...more));

  test('offers what is named, and both forms of output tell what came of it', async () => {
    const { port } = await serve(library, { ...identity('server'), certificateCompression: names });
    for (const algorithm of names) {
      const { certificateCompression } = reportOf(await using(port, '--json', '--cert-comp', algorithm));
      expect(certificateCompression).toMatchObject({ algorithm });
    }
    const { stdout, stderr } = await using(port, '--cert-comp', names.join(','));
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`^Certificate +${names[0]}: \\d+ bytes in \\d+$`, 'm'));
    expect(reportOf(await using(port, '--json', '--cert-comp', 'none'))).toMatchObject({ ok: true, certificateCompression: null });
    expect((await using(port, '--cert-comp', 'none')).stdout).not.toMatch(/^Certificate/m);
  });

  test('refuses a name that is none, and says which there are', async () => {
    const { code, stderr } = await using(1, '--cert-comp', 'zlib,rar');
    expect(code).toBe(2);
    expect(stderr).toContain("--cert-comp must be 'zlib', 'brotli', 'zstd', got \"rar\"");
  });
});

describeEachOf(
  'connect --cert-comp with OpenSSL %s',
  notCompressing.map((entry) => [entry.name, entry] as const),
  (_, { library, selector }) => {
    test('is a mistake that names what the library lacks', async () => {
      const { code, stderr } = await libssl(connectTo(1, '--library', selector, '--cert-comp', 'zlib'));
      expect(code).toBe(2);
      expect(stderr).toContain(`not supported by ${library.version.text}`);
    });
  },
);
