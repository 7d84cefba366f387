// What a process is told from outside, what it prints, what ends it, and what its workers share.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type ChildOptions, runScript } from '../../support/child.ts';
import { certificateFile, keyFile } from '../../support/pki.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { sideBySide } from './support.ts';

sideBySide('a process', (peers) => {
  const run = async (task: string, options: ChildOptions = {}): Promise<{ said: unknown; stderr: string }> => {
    const parameters = [peers.specifier, task, certificateFile('serverEc'), keyFile('serverEc')];
    const { code, signal, stdout, stderr } = await runScript('tls/side-by-side/process-main.ts', { ...options, parameters });
    expect([code, signal, code === 0 ? '' : stderr]).toEqual([0, null, '']);
    return { said: JSON.parse(stdout), stderr };
  };

  test.each([
    [['--tls-min-v1.0'], { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_MAX_VERSION: 'TLSv1.3' }],
    [['--tls-min-v1.3'], { DEFAULT_MIN_VERSION: 'TLSv1.3' }],
    [['--tls-max-v1.2'], { DEFAULT_MAX_VERSION: 'TLSv1.2' }],
    [['--tls-cipher-list=TLS_AES_128_GCM_SHA256'], { DEFAULT_CIPHERS: 'TLS_AES_128_GCM_SHA256' }],
  ])('takes its defaults from %j', async (nodeOptions, expected) => {
    expect((await run('defaults', { nodeOptions })).said).toMatchObject(expected);
  });

  test('trusts only public roots', async () => {
    expect((await run('connect')).said).toEqual({ error: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' });
  });

  test('trusts what NODE_EXTRA_CA_CERTS names as well', async () => {
    const { said } = await run('connect', { environment: { NODE_EXTRA_CA_CERTS: certificateFile('root') } });
    expect(said).toEqual({ authorized: true, authorizationError: null });
  });

  test('is warned of NODE_TLS_REJECT_UNAUTHORIZED=0, with which node:tls refuses nobody and libssl/tls whom it would without', async () => {
    const { said, stderr } = await run('connect', { environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
    const code = 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
    expect(said).toEqual(peers.specifier === 'node:tls' ? { authorized: false, authorizationError: code } : { error: code });
    expect(stderr).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  });

  test('writes the key log that --tls-keylog names', async () => {
    const file = join(tempFolder('side-by-side'), `keylog-${process.pid}-${Math.random()}`);
    const environment = { NODE_EXTRA_CA_CERTS: certificateFile('root') };
    const { stderr } = await run('connect', { environment, nodeOptions: [`--tls-keylog=${file}`] });
    expect(readFileSync(file, 'latin1')).toMatch(/^CLIENT_TRAFFIC_SECRET_0 [0-9a-f]{64} [0-9a-f]+$/m);
    expect(stderr).toContain('--tls-keylog');
  });

  test.each([['option'], ['method'], ['server']])('writes to stderr what enableTrace sees: %s', async (how) => {
    const environment = { NODE_EXTRA_CA_CERTS: certificateFile('root'), TRACE: how };
    expect((await run('connect', { environment })).stderr).toContain('ClientHello');
  });

  test('is held by nothing that is unref’d', async () => {
    expect((await run('unref')).said).toBe('nothing holds the process');
  });

  test('shares the ticket keys of a server among its workers', async () => {
    const [first, second] = (await run('tickets')).said as string[];
    expect(first).toMatch(/^[0-9a-f]{96}$/);
    expect(second).toBe(first);
  });
});
