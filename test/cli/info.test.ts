import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { InfoReport } from '../../lib/cli/info-command.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { series } from '../support/series.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { libssl, type Ran } from './command.ts';

const infoOf = ({ stdout }: Ran): InfoReport => JSON.parse(stdout) as InfoReport;

// The loader finds these first, and they are no libraries.
function withoutSystemLibrary(): Readonly<Record<string, string>> {
  const folder = join(tempFolder('cli'), 'no-libraries');
  mkdirSync(folder, { recursive: true });
  for (const stem of ['libcrypto', 'libssl'])
    for (const version of ['3', '4', '1.1']) writeFileSync(join(folder, `${stem}.so.${version}`), 'none');
  return { LD_LIBRARY_PATH: folder };
}

describe('info', () => {
  test('says what is in use and why, what Node has, and where the addon is', async () => {
    const ran = await libssl(['info', '--json', '--library', 'node']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const report = infoOf(ran);
    expect(report).toEqual({
      ok: true,
      library: {
        version: expect.stringContaining(`OpenSSL ${process.versions.openssl.replace(/\+.*/, '')}`),
        source: 'node',
        files: { ssl: process.execPath, crypto: process.execPath },
        isolation: 'embedded',
        versionNumber: expect.stringMatching(/^0x[0-9a-f]{8}$/),
        isolationDetail: expect.any(String),
        providers: expect.arrayContaining([expect.objectContaining({ name: 'default', running: true })]),
      },
      chosenBy: 'argument',
      attempts: [],
      node: { version: process.version, openssl: process.versions.openssl, executable: process.execPath },
      package: { version: '0.1.0', addon: expect.stringMatching(/\.node$/) },
    });
    expect(existsSync(report.package.addon ?? '')).toBe(true);
  });

  test('says so when the environment chose', async () => {
    expect(infoOf(await libssl(['info', '--json'], { LIBSSL_LIBRARY: 'node' }))).toMatchObject({
      chosenBy: 'LIBSSL_LIBRARY',
      library: { source: 'node' },
    });
    const { stdout } = await libssl(['info'], { LIBSSL_LIBRARY: 'node' });
    expect(stdout).toMatch(/^Because +the environment names it: LIBSSL_LIBRARY=node$/m);
  });

  test('a flag outranks the environment', async () => {
    const report = infoOf(await libssl(['info', '--json', '--library', 'node'], { LIBSSL_LIBRARY: '/no/such/folder' }));
    expect(report).toMatchObject({ ok: true, chosenBy: 'argument' });
  });

  test("falls back to Node's own and says what was turned down before", async () => {
    if (process.platform !== 'linux') return;
    const report = infoOf(await libssl(['info', '--json'], withoutSystemLibrary()));
    expect(report).toMatchObject({ ok: true, chosenBy: 'default', library: { source: 'node' } });
    expect(report.attempts.map(({ source }) => source)).toEqual(['system', 'system', 'system']);
    expect(report.attempts[0]?.reason).not.toBe('');
    const { stdout } = await libssl(['info'], withoutSystemLibrary());
    expect(stdout).toMatch(/^Turned down +libcrypto\.so\.3 \+ libssl\.so\.3: \S/m);
  });

  test('exits with 1 where none can be loaded, with everything else it knows', async () => {
    const ran = await libssl(['info', '--json', '--library', '/no/such/folder']);
    expect(ran.code).toBe(1);
    expect(infoOf(ran)).toMatchObject({
      ok: false,
      library: null,
      chosenBy: 'argument',
      attempts: [{ reason: 'no such file or directory' }],
      node: { version: process.version },
      error: { code: 'ERR_SSL_LIBRARY_LOAD' },
    });
    const { code, stdout, stderr } = await libssl(['info', '--library', '/no/such/folder']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^In use +none$/m);
    expect(stderr).toMatch(/^libssl: no usable OpenSSL for '\/no\/such\/folder'/);
  });

  for (const name of series) {
    const there = existsSync(join(cacheFolder, name));
    (there ? test : test.skip)(
      `--library takes the folder of an OpenSSL ${name}${there ? '' : `: node deps/openssl/get/cli.mjs ${name} brings it`}`,
      async () => {
        const report = infoOf(await libssl(['info', '--json', '--library', join(cacheFolder, name)]));
        expect(report.library).toMatchObject({ source: 'path', isolation: 'isolated' });
        expect(report.library?.version).toContain(`OpenSSL ${name}`);
        expect(report.library?.files.ssl).toContain(realpathSync(join(cacheFolder, name)));
      },
    );
  }
});
