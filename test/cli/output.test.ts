import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { tempFolder } from '../support/temp-folder.ts';
import { commandFile, environment, libssl, type Ran, run } from './command.ts';

const escapeCharacter = '\u001b';
const info = ['info', '--library', 'node'];

test('has no colours when it is not printed to a terminal', async () => {
  expect((await libssl(info)).stdout).not.toContain(escapeCharacter);
  expect((await libssl(info, { CI: 'true' })).stdout).not.toContain(escapeCharacter);
});

test('has colours when FORCE_COLOR asks for them, unless NO_COLOR or --no-color does not', async () => {
  expect((await libssl(info, { FORCE_COLOR: '1' })).stdout).toContain(escapeCharacter);
  expect((await libssl(info, { FORCE_COLOR: '0' })).stdout).not.toContain(escapeCharacter);
  expect((await libssl(info, { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain(escapeCharacter);
  expect((await libssl([...info, '--no-color'], { FORCE_COLOR: '1' })).stdout).not.toContain(escapeCharacter);
  expect((await libssl([...info, '--json'], { FORCE_COLOR: '1' })).stdout).not.toContain(escapeCharacter);
});

test('a reader that is gone changes nothing: no message, the same exit code', async () => {
  const ended = await new Promise<Pick<Ran, 'code' | 'signal' | 'stderr'>>((resolve) => {
    const child = spawn(process.execPath, [commandFile, ...info], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });
  expect(ended).toEqual({ code: 0, signal: null, stderr: '' });
});

test('a closed standard output changes nothing', async () => {
  const closed = await run('/bin/sh', ['-c', 'exec "$0" "$@" >&-', process.execPath, commandFile, ...info]);
  expect(closed).toMatchObject({ code: 0, signal: null, stderr: '' });
});

test('an output that cannot be written is exit code 1, with the reason', async () => {
  if (!existsSync('/dev/full')) return;
  const full = await run('/bin/sh', ['-c', 'exec "$0" "$@" >/dev/full', process.execPath, commandFile, ...info]);
  expect(full.code).toBe(1);
  expect(full.stderr).toMatch(/^libssl: the output cannot be written: ENOSPC/);
});

test('npx finds the command in a clone, without a network', async () => {
  const npm = { npm_config_cache: tempFolder('npm'), npm_config_registry: 'http://127.0.0.1:1/' };
  const ran = await run('npx', ['libssl', '--version'], environment(npm));
  expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

test('an addon that cannot be loaded is exit code 1 with a sentence, and help needs none', async () => {
  const broken = { LIBSSL_ADDON: '/no/such/addon.node' };
  const ran = await libssl(info, broken);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
  expect(ran.stderr).toMatch(/^libssl: the native addon cannot be loaded \(.*\): .*\/no\/such\/addon\.node/);
  expect(await libssl(['connect', '--help'], broken)).toMatchObject({ code: 0, stderr: '' });
});
