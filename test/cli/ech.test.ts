// `libssl connect` with Encrypted Client Hello, against a server of this package.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { describeEachWithEch, describeEachWithoutEch, names, newStore } from '../support/ech.ts';
import { certificateFile, identity } from '../support/pki.ts';
import { serve, stopServers } from '../support/ssl-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { libssl, reportOf } from './command.ts';
import { modes } from './servers.ts';

afterEach(stopServers);

const flags = (selector: string, port: number, ...more: readonly string[]): readonly string[] => {
  const whom = ['--servername', names.inner, '--ca', certificateFile('root'), '--library', selector];
  return ['connect', `127.0.0.1:${port}`, ...whom, ...more];
};

describeEachWithEch('libssl connect --ech', (library, { selector }) => {
  test.each(modes)('%s: shows both names, as text and as JSON', async (_, mode) => {
    const store = newStore(library);
    const { port } = await serve(library, { ...identity('server'), echStore: store });
    const given = flags(selector, port, '--ech', store.configListBase64, ...mode);
    const text = await libssl(given);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/ECH +1 SSL_ECH_STATUS_SUCCESS\n +inner name: www\.server\.test\n +outer name: server\.test/);
    const json = await libssl([...given, '--json']);
    expect(reportOf(json)).toMatchObject({ ok: true, ech: { status: 'success', innerName: names.inner, outerName: names.outer } });
  });

  test('the list is read from a file: base64, bytes, or PEM', async () => {
    const store = newStore(library);
    const { port } = await serve(library, { ...identity('server'), echStore: store });
    const contents = [`${store.configListBase64}\n`, store.configList, store.toPem()];
    for (const [index, content] of contents.entries()) {
      const file = join(tempFolder('cli-ech'), `list-${index}`);
      writeFileSync(file, content);
      const ran = await libssl(flags(selector, port, '--ech', file, '--json'));
      expect(reportOf(ran)).toMatchObject({ ok: true, ech: { status: 'success' } });
    }
  });

  test('a server that refuses: its own list is shown, and used with --ech-retry', async () => {
    const store = newStore(library);
    const { port } = await serve(library, { ...identity('server'), echStore: store });
    const given = flags(selector, port, '--ech', newStore(library).configListBase64);
    const text = await libssl(given);
    expect(text.code).toBe(1);
    expect(text.stderr).toMatch(/^libssl: SSL_connect failed: the server did not take .* \[ERR_SSL_ECH_REQUIRED\]\n$/);
    expect(text.stdout).toContain('-105 SSL_ECH_STATUS_FAILED_ECH');
    expect(text.stdout).toContain(store.configListBase64);
    expect(reportOf(await libssl([...given, '--json']))).toMatchObject({
      ok: false,
      ech: { status: 'failed-ech' },
      retryConfigs: store.configListBase64,
      error: { code: 'ERR_SSL_ECH_REQUIRED' },
    });
    expect(reportOf(await libssl([...given, '--ech-retry', '--json']))).toMatchObject({ ok: true, ech: { status: 'success' } });
  });

  test('--ech-grease shows what it is, and without either there is nothing to show', async () => {
    const { port } = await serve(library, identity('server'));
    expect((await libssl(flags(selector, port, '--ech-grease'))).stdout).toContain('2 SSL_ECH_STATUS_GREASE');
    const plain = await libssl(flags(selector, port));
    expect(plain).toMatchObject({ code: 0 });
    expect(plain.stdout).not.toContain('ECH');
  });

  test.each([
    ['no base64', ['--ech', '?'], /^libssl: --ech configList must be an ECHConfigList/],
    [
      'no list',
      ['--ech', Buffer.alloc(60, 3).toString('base64')],
      /^libssl: --ech configList: OSSL_ECHSTORE_read_echconfiglist refused it/,
    ],
    ['nothing', ['--ech', ''], /^libssl: --ech is empty/],
    ['both', ['--ech', 'AAAA', '--ech-grease'], /^libssl: --ech-grease has no meaning with --ech/],
    ['a retry of nothing', ['--ech-retry'], /^libssl: --ech-retry needs --ech/],
    ['a retry of grease', ['--ech-retry', '--ech-grease'], /^libssl: --ech-retry has no meaning with --ech-grease/],
  ])('%s is a mistake in the command line', async (_, more, message) => {
    const ran = await libssl(flags(selector, 1, ...more));
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});

describeEachWithoutEch('libssl connect --ech without ECH', (_, { selector }) => {
  test('says what the library lacks', async () => {
    const ran = await libssl(flags(selector, 1, '--ech-grease'));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('SSL_ech_set1_grease_suite') });
  });
});
