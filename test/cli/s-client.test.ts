// The command against `openssl s_client` of the same library: the same protocol, cipher and verify result, for good and bad certificates.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OpenSSL } from '../../lib/index.ts';
import { TestServer } from '../support/io-servers.ts';
import { cacheFolder } from '../support/library-copies.ts';
import { certificateFile, hosts, type Identity } from '../support/pki.ts';
import { series } from '../support/series.ts';
import { connectTo, environment, libssl, type Ran, reportOf, run } from './command.ts';

interface Program {
  readonly name: string;
  readonly file: string;
  /** What --library takes. */
  readonly library: string;
  /** The configuration that the program reads: the library is to read the same. */
  readonly configuration: string | null;
}

const programs: readonly Program[] = [
  { name: 'system', file: 'openssl', library: 'system', configuration: null },
  ...series.map((name) => ({
    name,
    file: join(cacheFolder, name, 'bin', 'openssl'),
    library: join(cacheFolder, name),
    configuration: join(cacheFolder, name, 'ssl', 'openssl.cnf'),
  })),
];

const protocols = [
  ['TLSv1.2', ['-tls1_2'], ['--max-protocol', 'TLSv1.2']],
  ['TLSv1.3', ['-tls1_3'], ['--min-protocol', 'TLSv1.3']],
] as const;
const modes = [
  ['non-blocking', []],
  ['blocking', ['--blocking']],
] as const;
const bad: readonly Identity[] = [
  'expired',
  'notYetValid',
  'otherHost',
  'selfSigned',
  'unknownCa',
  'untrustedRootSent',
  'incomplete',
  'clientPurpose',
];

const servers = new Map<Identity, TestServer>();
beforeAll(async () => {
  for (const identity of ['server', 'serverEc', ...bad] as const) {
    servers.set(identity, await TestServer.listen({ kind: 'tls', identity, alpn: ['h2'] }));
  }
});
afterAll(() => {
  for (const server of servers.values()) server.close();
});

const portOf = (identity: Identity): number => servers.get(identity)?.port ?? 0;

for (const program of programs) {
  const absence = whyNot(program);
  const title = `openssl s_client and libssl connect on the same OpenSSL, ${program.name}`;
  (absence === null ? describe : describe.skip)(absence === null ? title : `${title}: ${absence}`, () => {
    const variables = program.configuration === null ? {} : { OPENSSL_CONF: program.configuration };
    const sClient = async (identity: Identity, flags: readonly string[]): Promise<Ran> => {
      const names = ['-servername', hosts.good, '-verify_hostname', hosts.good, '-CAfile', certificateFile('root')];
      const parameters = [
        's_client',
        '-connect',
        `127.0.0.1:${portOf(identity)}`,
        '-brief',
        '-verify_return_error',
        ...names,
        '-alpn',
        'h2',
        ...flags,
      ];
      return await run(program.file, parameters, environment(variables));
    };
    const ours = async (identity: Identity, flags: readonly string[]): Promise<Ran> =>
      await libssl([...connectTo(portOf(identity), '--json', '--library', program.library, '--alpn', 'h2', ...flags)], variables);

    test('the two are the same release', async () => {
      const { stdout } = await run(program.file, ['version'], environment(variables));
      expect(reportOf(await ours('server', [])).library?.version).toContain(`OpenSSL ${releaseOf(stdout)} `);
    });

    describe.each(protocols)('%s', (protocol, itsFlags, ourFlags) => {
      test.each(modes)('agree on protocol, cipher and a good certificate, %s', async (_, modeFlags) => {
        for (const identity of ['server', 'serverEc'] as const) {
          const { code, stdout, stderr } = await sClient(identity, itsFlags);
          const said = stdout + stderr;
          const report = reportOf(await ours(identity, [...ourFlags, ...modeFlags]));
          expect(code).toBe(0);
          expect(report).toMatchObject({ ok: true, protocol, alpn: 'h2', verify: { code: 0, name: 'X509_V_OK' } });
          expect(lineOf(said, 'Protocol version')).toBe(report.protocol);
          expect(lineOf(said, 'Ciphersuite')).toBe(report.cipher);
          expect(lineOf(said, 'Verification')).toBe('OK');
          expect(lineOf(said, 'Verified peername')).toBe(hosts.good);
        }
      });

      test.each(bad)('agree on what is wrong with the certificate %s', async (identity) => {
        const { code, stdout, stderr } = await sClient(identity, itsFlags);
        const said = stdout + stderr;
        const ran = await ours(identity, ourFlags);
        const report = reportOf(ran);
        expect(code).not.toBe(0);
        expect(ran.code).toBe(1);
        expect(report.error?.verify?.code).toBe(Number(/verify error:num=(?<number>\d+):/.exec(said)?.groups?.['number']));
        expect(said).toContain(`:${report.error?.verify?.text}`);
        // The same entries of the error queue: number, library, function, reason, file and line. What s_client adds comes from the
        // SSL_shutdown that it calls after a failed handshake.
        const entries = queueLines(said);
        expect(entries.filter((entry) => !entry.includes(':SSL_shutdown:'))).toEqual(report.error?.queue?.map(queueLine));
      });
    });
  });
}

// Why a program cannot be held against its library; null if it can.
function whyNot({ name, file, library }: Program): string | null {
  if (name !== 'system') return existsSync(file) ? null : `node deps/openssl/get/cli.mjs ${name} brings it`;
  const { error, stdout } = spawnSync(file, ['version'], { encoding: 'utf8' });
  if (error !== undefined) return 'there is no program openssl';
  try {
    const { short } = OpenSSL.load(library).version;
    return releaseOf(stdout) === short ? null : `the program is ${stdout.trim()}, the library ${short}`;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

// "OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)"
function releaseOf(text: string): string | undefined {
  return /OpenSSL (?<number>\S+)[^(]*$/.exec(text.replace(/\)\s*$/, ''))?.groups?.['number'];
}

function lineOf(said: string, name: string): string | undefined {
  return new RegExp(`^${name}: (?<value>.*)$`, 'm').exec(said)?.groups?.['value'];
}

// 40678CB1:error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed:../ssl/statem/statem_clnt.c:1889:
function queueLines(said: string): readonly string[] {
  return said
    .split('\n')
    .map((line) => /:error:(?<entry>.*)$/.exec(line)?.groups?.['entry'])
    .filter((entry) => entry !== undefined);
}

function queueLine(entry: NonNullable<NonNullable<ReturnType<typeof reportOf>['error']>['queue']>[number]): string {
  const number = entry.code.toString(16).toUpperCase().padStart(8, '0');
  return [number, entry.library, entry.function, entry.reason, entry.file, entry.line, entry.data].join(':');
}
