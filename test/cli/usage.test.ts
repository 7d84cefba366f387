import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { certificateFile, encryptedKeyPassphrase, keyFile } from '../support/pki.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { libssl } from './command.ts';

const connectFlags = [
  '--library',
  '--blocking',
  '--timeout',
  '--json',
  '--ca',
  '--verify-name',
  '--no-verify',
  '--peer-key',
  '--servername',
  '--no-servername',
  '--alpn',
  '--cert',
  '--key',
  '--passphrase-env',
  '--min-protocol',
  '--max-protocol',
  '--ciphers',
  '--ciphersuites',
  '--groups',
  '--conf',
  '--sess-in',
  '--sess-out',
  '--keylog',
];

describe('help', () => {
  test('names the commands, gives examples and lists the exit codes', async () => {
    const { code, stdout, stderr } = await libssl(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [
      'connect [options] <host:port>',
      'record [options] <file> <host:port>',
      'replay [options] <file> [host:port]',
      'info [options]',
      'Examples:',
      '$ libssl connect',
      'Exit codes:',
      'LIBSSL_LIBRARY',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  test('of connect names every flag, with units and defaults, in 80 columns', async () => {
    const { code, stdout } = await libssl(['connect', '--help']);
    expect(code).toBe(0);
    for (const flag of connectFlags) expect(stdout).toMatch(new RegExp(`^  ${flag}\\b`, 'm'));
    for (const part of ['milliseconds', '(default: 60000)', '(default: TLSv1.2)', '443 if left out', 'Examples:', 'Exit codes:']) {
      expect(stdout.replace(/\n +/g, ' ')).toContain(part);
    }
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  const notRecorded = ['--blocking', '--peer-key', '--sess-in', '--sess-out', '--keylog'];
  test.each([
    ['record', connectFlags.filter((flag) => !notRecorded.includes(flag))],
    ['replay', ['--library', '--offline', '--timeout', '--json', '--cert', '--key', '--passphrase-env']],
  ])('of %s names every flag and no other, and its exit codes, in 80 columns', async (command, flags) => {
    const { code, stdout } = await libssl([command, '--help']);
    expect(code).toBe(0);
    const named = new Set([...stdout.matchAll(/^ {2}(?:-h, )?(?<flag>--[\w-]+)/gm)].map((match) => match.groups?.['flag'] ?? ''));
    expect([...named].toSorted()).toEqual([...flags, '--help'].toSorted());
    for (const part of ['Examples:', 'Exit codes:', '(default: 60000)']) expect(stdout.replace(/\n +/g, ' ')).toContain(part);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('without any argument goes to standard error, with exit code 2', async () => {
    const { code, stdout, stderr } = await libssl([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: libssl');
  });

  test('--version prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
    expect(await libssl(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

const noPem = (): string => {
  const file = join(tempFolder('cli'), 'no-pem.txt');
  writeFileSync(file, 'nothing of the kind\n');
  return file;
};

// Port 1 of this machine: were anything tried, it would end with exit code 1.
const here = '127.0.0.1:1';

describe('bad usage exits with 2, says why, and prints nothing to standard output', () => {
  test.each<readonly [string, () => readonly string[], string]>([
    ['an unknown command', () => ['conect', here], "unknown command 'conect'"],
    ['an unknown flag', () => ['connect', here, '--frob'], "unknown option '--frob'"],
    ['no target', () => ['connect'], "missing required argument 'host:port'"],
    ['two targets', () => ['connect', here, here], 'too many arguments'],
    ['a port out of range', () => ['connect', '127.0.0.1:65536'], 'a number from 1 to 65535'],
    ['a URL', () => ['connect', 'https://example.org'], 'no URL'],
    ['an impossible host', () => ['connect', 'bad%host:1'], 'HOST must be a host name or an IP address'],
    ['--library without a value', () => ['connect', here, '--library'], 'argument missing'],
    ['--library with an empty one', () => ['connect', here, '--library', ''], 'It is empty'],
    ['--timeout 0', () => ['connect', here, '--timeout', '0'], 'whole milliseconds from 1'],
    ['--timeout with a unit', () => ['connect', here, '--timeout', '5s'], 'whole milliseconds from 1'],
    ['--timeout that no timer can hold', () => ['connect', here, '--timeout', '2147483648'], 'whole milliseconds from 1'],
    ['--ca that is not there', () => ['connect', here, '--ca', '/no/such/file'], '--ca must be a readable file: ENOENT'],
    ['--ca that is no PEM', () => ['connect', here, '--ca', noPem()], '--ca: SSL_CTX_load_verify_locations refused it'],
    ['--servername that is an address', () => ['connect', here, '--servername', '192.0.2.1'], '--servername must be a host name'],
    [
      '--verify-name with --no-verify',
      () => ['connect', here, '--no-verify', '--verify-name', 'a'],
      '--verify-name has no meaning with --no-verify',
    ],
    ['--alpn with an empty name', () => ['connect', here, '--alpn', 'h2,,x'], 'single commas'],
    ['--alpn with a name too long', () => ['connect', here, '--alpn', 'a'.repeat(256)], '--alpn must be 1 to 255'],
    ['--cert that is not there', () => ['connect', here, '--cert', '/no/such/file'], '--cert must be a readable file'],
    ['--cert that is no PEM', () => ['connect', here, '--cert', noPem()], '--cert (/'],
    ['--key without --cert', () => ['connect', here, '--key', keyFile('client')], '--key needs --cert'],
    [
      '--key of another certificate',
      () => ['connect', here, '--cert', certificateFile('client'), '--key', keyFile('server')],
      '--key: SSL_CTX_use_PrivateKey refused it',
    ],
    [
      '--key with a passphrase that is not given',
      () => ['connect', here, '--cert', certificateFile('server'), '--key', keyFile('encrypted')],
      '--key: PEM_read_bio_PrivateKey refused it',
    ],
    ['--passphrase-env without --cert', () => ['connect', here, '--passphrase-env', 'PATH'], '--passphrase-env needs --cert'],
    [
      '--passphrase-env of no variable',
      () => ['connect', here, '--cert', certificateFile('client'), '--passphrase-env', 'NO_SUCH_VARIABLE'],
      'no environment variable NO_SUCH_VARIABLE',
    ],
    ['--min-protocol of no protocol', () => ['connect', here, '--min-protocol', 'TLS1.2'], 'Allowed choices are'],
    [
      '--max-protocol below the minimum',
      () => ['connect', here, '--max-protocol', 'TLSv1.1'],
      'is older than --min-protocol, which is TLSv1.2',
    ],
    [
      '--ciphers that name nothing',
      () => ['connect', here, '--ciphers', 'NONSENSE'],
      '--ciphers "NONSENSE": SSL_CTX_set_cipher_list refused it',
    ],
    ['--ciphersuites that name nothing', () => ['connect', here, '--ciphersuites', 'NONSENSE'], '--ciphersuites "NONSENSE"'],
    ['--groups that name nothing', () => ['connect', here, '--groups', 'NONSENSE'], '--groups "NONSENSE"'],
    ['--conf without a value', () => ['connect', here, '--conf', 'MinProtocol'], 'Give KEY=VALUE'],
    [
      '--conf with an unknown command',
      () => ['connect', here, '--conf', 'Nonsense=1'],
      '--conf Nonsense: SSL_CONF_cmd refused it: unknown command',
    ],
    ['--conf with a bad value', () => ['connect', here, '--conf', 'MinProtocol=9'], '--conf MinProtocol: SSL_CONF_cmd refused it'],
    [
      '--conf with one command twice',
      () => ['connect', here, '--conf', 'Groups=X25519', '--conf', 'Groups=P-256'],
      'Groups is given twice',
    ],
    ['--sess-in that is not there', () => ['connect', here, '--sess-in', '/no/such/file'], '--sess-in cannot be read: ENOENT'],
    ['--sess-in that is no session', () => ['connect', here, '--sess-in', noPem()], 'holds no session that OpenSSL'],
    ['--sess-out in no folder', () => ['connect', here, '--sess-out', '/no/such/file'], '--sess-out cannot be written: ENOENT'],
    ['--keylog in no folder', () => ['connect', here, '--keylog', '/no/such/file'], '--keylog cannot be written: ENOENT'],
    ['info with an argument', () => ['info', 'more'], 'too many arguments'],
    ['info with a flag of connect', () => ['info', '--ca', 'x'], "unknown option '--ca'"],
  ])('%s', async (_, parameters, reason) => {
    const { code, stdout, stderr } = await libssl(parameters());
    expect(stderr).toContain(reason);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('with --json too', async () => {
    expect(await libssl(['connect', here, '--json', '--ciphers', 'NONSENSE'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('a wrong passphrase is not in the message', async () => {
    const parameters = [
      'connect',
      here,
      '--cert',
      certificateFile('server'),
      '--key',
      keyFile('encrypted'),
      '--passphrase-env',
      'THE_PASSPHRASE',
    ];
    const wrong = `${encryptedKeyPassphrase}-wrong`;
    const { code, stdout, stderr } = await libssl(parameters, { THE_PASSPHRASE: wrong });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--key: PEM_read_bio_PrivateKey refused it');
    expect(stderr).not.toContain(encryptedKeyPassphrase);
  });
});
