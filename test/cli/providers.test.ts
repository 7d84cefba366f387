// The flags about providers, which are called as those of openssl(1), and what `info` says of them.

import { describe, expect, test } from '@jest/globals';
import type { InfoReport } from '../../lib/cli/info-command.ts';
import { modulesOf } from '../support/modules.ts';
import { connectTo, libssl, reportOf } from './command.ts';
import { modes, serve } from './servers.ts';

const node = ['--library', 'node'];

describe.each(modes)('connect, %s', (_, flags) => {
  test('does the handshake with the providers that --provider names, and with no others', async () => {
    const { port } = await serve({ kind: 'tls' });
    const ran = async (...more: readonly string[]) => await libssl(connectTo(port, ...node, ...flags, ...more));
    expect(await ran('--provider', 'default', '--provider', 'base')).toMatchObject({ code: 0, stderr: '' });
    expect(await ran('--propquery', '?provider=default')).toMatchObject({ code: 0, stderr: '' });
    const alone = await ran('--provider', 'base');
    expect(alone.code).toBe(2);
    expect(alone.stderr).toMatch(/--provider: SSL_CTX_new_ex refused it/);
  });

  test('says which flag names what is not there, and exits with 2', async () => {
    const { port } = await serve({ kind: 'tls' });
    const said = async (...more: readonly string[]) => {
      const { code, stderr } = await libssl(connectTo(port, ...node, ...flags, ...more));
      return [code, stderr] as const;
    };
    expect(await said('--provider', 'nosuch')).toEqual([2, expect.stringMatching(/--provider "nosuch": OSSL_PROVIDER_load refused it/)]);
    expect(await said('--provider', 'x/y')).toEqual([2, expect.stringMatching(/--provider must be a provider's name/)]);
    expect(await said('--provider-path', '/no/such/folder')).toEqual([
      2,
      expect.stringMatching(/--provider-path must be a readable directory/),
    ]);
    expect(await said('--propquery', 'provider=nosuch')).toEqual([2, expect.stringMatching(/--propquery.*SSL_CTX_new_ex refused it/)]);
    expect(await said('--provider', '')).toEqual([2, expect.stringContaining('--provider')]);
  });
});

const modules = modulesOf('system');

describe("the system's OpenSSL", () => {
  if (modules === undefined) {
    test.skip('it has no legacy.so', () => undefined);
    return;
  }

  test('finds a module in the folder of --provider-path', async () => {
    const { port } = await serve({ kind: 'tls' });
    const flags = ['--library', 'system', '--provider', 'default', '--provider', 'legacy'];
    const ran = await libssl(connectTo(port, '--json', ...flags, '--provider-path', modules));
    expect(reportOf(ran)).toMatchObject({ ok: true });
    const none = await libssl(connectTo(port, ...flags, '--provider-path', '/tmp'));
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/--provider "legacy": OSSL_PROVIDER_load refused it/)]);
  });
});

describe('info', () => {
  test('lists the providers of the default context', async () => {
    const report = JSON.parse((await libssl(['info', '--json', ...node])).stdout) as InfoReport;
    expect(report.library?.providers).toEqual([
      { name: 'default', version: expect.stringMatching(/^\d+\.\d+\.\d+/), buildInfo: expect.any(String), running: true },
    ]);
    expect((await libssl(['info', ...node])).stdout).toMatch(/^Providers +default \d+\.\d+\.\d+/m);
  });
});
