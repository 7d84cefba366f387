// --sess-out, --sess-in and --keylog: against node:tls, and against `openssl s_server` and `openssl s_client`.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sServer, type Tool } from '../support/io-tools.ts';
import { certificateFile, hosts } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { connectTo, environment, libssl, reportOf, run } from './command.ts';
import { modes, serve } from './servers.ts';

const node = ['--library', 'node'];
const protocols = [
  ['TLSv1.3', ['--min-protocol', 'TLSv1.3']],
  ['TLSv1.2', ['--max-protocol', 'TLSv1.2']],
] as const;

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(tempFolder('connect-files'), `${process.pid}-${files}`);
};
const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe.each(modes)('%s', (_, flags) => {
  describe.each(protocols)('%s', (protocol, versionFlags) => {
    const connect = async (port: number, ...more: readonly string[]) =>
      await libssl(connectTo(port, '--json', ...node, ...flags, ...versionFlags, ...more));

    test('a session goes to a file of this user only, and is resumed from it', async () => {
      const { port } = await serve({ kind: 'tls' });
      const file = newFile();
      expect(reportOf(await connect(port, '--sess-out', file))).toMatchObject({ ok: true, protocol, resumed: false, sessionSaved: true });
      expect(modeOf(file)).toBe(0o600);
      expect(readFileSync(file)[0]).toBe(0x30); // a SEQUENCE: DER
      const again = reportOf(await connect(port, '--sess-in', file, '--sess-out', file));
      expect(again).toMatchObject({ ok: true, protocol, resumed: true, sessionSaved: expect.any(Boolean), verify: { code: 0 } });
      // A server may send no new ticket when it takes an old one: then the file keeps the session that it has.
      expect(reportOf(await connect(port, '--sess-in', file))).toMatchObject({ ok: true, resumed: true });
      expect(reportOf(await connect(port, '--sess-in', file))).not.toHaveProperty('sessionSaved');
    });

    test('a session of a connection that was not verified is not believed', async () => {
      const { port } = await serve({ kind: 'tls', identity: 'unknownCa' });
      const file = newFile();
      expect(reportOf(await connect(port, '--no-verify', '--sess-out', file))).toMatchObject({ ok: true, sessionSaved: true });
      const ran = await connect(port, '--sess-in', file);
      expect(ran.code).toBe(1);
      expect(reportOf(ran)).toMatchObject({ ok: false, error: { code: 'ERR_SSL_CERTIFICATE' } });
      expect(reportOf(await connect(port, '--no-verify', '--sess-in', file))).toMatchObject({ ok: true, resumed: true });
    });
  });

  test('the file that was there gets the mode too; where no session comes it stays as it was', async () => {
    const { port } = await serve({ kind: 'tls' });
    const file = newFile();
    writeFileSync(file, 'long before '.repeat(1000), { mode: 0o644 });
    expect(await libssl(connectTo(port, ...node, ...flags, '--sess-out', file))).toMatchObject({ code: 0 });
    expect(modeOf(file)).toBe(0o600);
    expect(readFileSync(file, 'latin1')).not.toContain('long before');

    const silent = await serve({ kind: 'raw', reply: 'no TLS' });
    const [kept, none] = [newFile(), newFile()];
    writeFileSync(kept, 'before');
    for (const path of [kept, none]) {
      const { code, stdout } = await libssl(connectTo(silent.port, ...node, ...flags, '--sess-out', path));
      expect(code).toBe(1);
      expect(stdout).toMatch(/^Session file +not written: no session came$/m);
    }
    expect(readFileSync(kept, 'latin1')).toBe('before');
    expect(existsSync(none)).toBe(false);
  });

  test('key log lines are appended to a file of this user only', async () => {
    const { port } = await serve({ kind: 'tls' });
    const file = newFile();
    for (let n = 0; n < 2; n += 1) expect(await libssl(connectTo(port, ...node, ...flags, '--keylog', file))).toMatchObject({ code: 0 });
    expect(modeOf(file)).toBe(0o600);
    const lines = readFileSync(file, 'latin1').trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^[A-Z_0-9]+ [0-9a-f]{64} [0-9a-f]{64,}$/);
    expect(lines.filter((line) => line.startsWith('CLIENT_TRAFFIC_SECRET_0 '))).toHaveLength(2);
  });

  test('a file that cannot be written to the end is exit code 1, with the reason', async () => {
    if (!existsSync('/dev/full')) return;
    const { port } = await serve({ kind: 'tls' });
    for (const flag of ['--keylog', '--sess-out']) {
      const { code, stderr, stdout } = await libssl(connectTo(port, ...node, ...flags, flag, '/dev/full'));
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(new RegExp(`^libssl: ${flag} cannot be written: ENOSPC`)),
      });
      expect(stdout).toMatch(/^Closing +close_notify sent, and the peer's received$/m);
    }
  });
});

const absence = spawnSync('openssl', ['version']).error === undefined ? '' : ': there is no program openssl';
(absence === '' ? describe : describe.skip)(`openssl s_server${absence}`, () => {
  let tool: Tool | null = null;
  afterEach(async () => {
    await tool?.stop();
    tool = null;
  });

  test.each(protocols)('resumes what libssl and s_client keep for each other, %s', async (_, versionFlags) => {
    const peer = await sServer('openssl', []);
    ({ tool } = peer);
    const connect = async (...more: readonly string[]) => reportOf(await libssl(connectTo(peer.port, '--json', ...versionFlags, ...more)));
    const [ours, theirs] = [newFile(), newFile()];
    expect(await connect('--sess-out', ours)).toMatchObject({ ok: true, resumed: false, sessionSaved: true });
    expect(await connect('--sess-in', ours)).toMatchObject({ ok: true, resumed: true });

    const shown = await run('openssl', ['sess_id', '-inform', 'DER', '-in', ours, '-noout', '-text']);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('SSL-Session:') });

    const version = versionFlags[1] === 'TLSv1.3' ? '-tls1_3' : '-tls1_2';
    const to = ['-connect', `127.0.0.1:${peer.port}`, '-servername', hosts.good, '-CAfile', certificateFile('root'), version];
    await run('/bin/sh', ['-c', 'sleep 1 | exec openssl s_client "$@"', 'sh', ...to, '-sess_out', theirs], environment());
    expect(await connect('--sess-in', theirs)).toMatchObject({ ok: true, resumed: true });
  });
});
