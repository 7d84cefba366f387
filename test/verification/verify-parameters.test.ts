// What the verify parameters make of a certificate: X509_VERIFY_PARAM_set_flags(3), X509_check_host(3).

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SslContext, SslEngine, type VerifyParameters } from '../../lib/index.ts';
import { withPair } from '../support/engine-pair.ts';
import { absentProgram } from '../support/io-tools.ts';
import { describeEachLibrary, isAtLeast, libraries } from '../support/libraries.ts';
import { certificateFile, certificatePem, hosts, type Identity, identity } from '../support/pki.ts';
import { credentials, day, ecdsa, generate, type Issued, issue, pem, x509 } from '../support/pki-issue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { expectVerdict, type Verdict, type VerdictScene } from '../support/verdicts.ts';

interface Row {
  readonly what: string;
  readonly server: Identity;
  readonly parameters: VerifyParameters;
  readonly verdict: Verdict;
  readonly trust?: Identity;
}

const oneOfTwo = ['nobody.test', hosts.good];
const year = 365 * 24 * 60 * 60 * 1000;
const rows: readonly Row[] = [
  { what: 'one of two hosts', server: 'server', parameters: { hosts: oneOfTwo }, verdict: null },
  { what: 'neither of two hosts', server: 'otherHost', parameters: { hosts: oneOfTwo }, verdict: { code: 62, alert: 42 } },
  { what: 'a host below a domain', server: 'server', parameters: { hosts: ['.server.test'] }, verdict: null },
  {
    what: 'the domain itself is not below it',
    server: 'cnOnly',
    parameters: { hosts: ['.server.test'] },
    verdict: { code: 62, alert: 42 },
  },
  { what: 'a wildcard', server: 'wildcard', parameters: { hosts: ['a.wild.test'] }, verdict: null },
  {
    what: 'a wildcard where none is wanted',
    server: 'wildcard',
    parameters: { hosts: ['a.wild.test'], hostFlags: ['X509_CHECK_FLAG_NO_WILDCARDS'] },
    verdict: { code: 62, alert: 42 },
  },
  {
    what: 'a name in the subject alone where that is not looked at',
    server: 'cnOnly',
    parameters: { hosts: [hosts.good], hostFlags: ['X509_CHECK_FLAG_NEVER_CHECK_SUBJECT'] },
    verdict: { code: 62, alert: 42 },
  },
  { what: 'an IP address', server: 'server', parameters: { ip: hosts.ip }, verdict: null },
  { what: 'another IP address', server: 'server', parameters: { ip: '192.0.2.9' }, verdict: { code: 64, alert: 42 } },
  { what: 'a mail address that is not there', server: 'server', parameters: { email: 'a@server.test' }, verdict: { code: 63, alert: 42 } },
  { what: 'a good one, in a year', server: 'server', parameters: { time: new Date(Date.now() + year) }, verdict: { code: 10, alert: 45 } },
  { what: 'a good one, at the end of 1970', server: 'server', parameters: { time: 31_535_999 }, verdict: { code: 9, alert: 42 } },
  {
    what: 'an expired one where time is not looked at',
    server: 'expired',
    parameters: { flags: ['X509_V_FLAG_NO_CHECK_TIME'] },
    verdict: null,
  },
  { what: 'an intermediate within the depth', server: 'server', parameters: { depth: 1 }, verdict: null },
  { what: 'an intermediate beyond the depth', server: 'server', parameters: { depth: 0 }, verdict: { code: 22, alert: 48 } },
  { what: 'one for clients, for any purpose', server: 'clientPurpose', parameters: { purpose: 'any' }, verdict: null },
  { what: 'one for servers, as a client’s', server: 'server', parameters: { purpose: 'sslclient' }, verdict: { code: 26, alert: 43 } },
  { what: 'a small key at level 0', server: 'smallKey', parameters: { authLevel: 0 }, verdict: null },
  { what: 'a small key at level 2', server: 'smallKey', parameters: { authLevel: 2 }, verdict: { code: 66, alert: 42 } },
  {
    what: 'one under an intermediate that alone is trusted',
    server: 'server',
    trust: 'intermediate',
    parameters: { flags: ['X509_V_FLAG_PARTIAL_CHAIN'] },
    verdict: null,
  },
  {
    what: 'an unknown critical extension that is to be ignored',
    server: 'unknownCritical',
    parameters: { flags: ['X509_V_FLAG_IGNORE_CRITICAL'] },
    verdict: null,
  },
  {
    what: 'any, where a revocation list must be there and is not',
    server: 'server',
    parameters: { flags: ['X509_V_FLAG_CRL_CHECK'] },
    verdict: { code: 3, alert: 48 },
  },
  {
    what: 'one without policies where one must be there',
    server: 'server',
    parameters: { policies: ['1.2.3.4'], flags: ['X509_V_FLAG_EXPLICIT_POLICY'] },
    verdict: { code: 43, alert: 46 },
  },
];

// At level 0 a server may hold a key of any size.
const anyKey = { cipherList: 'DEFAULT@SECLEVEL=0' };

describeEachLibrary('verify parameters', (library) => {
  test.each(rows.map((row) => [row.what, row] as const))('of a context: %s', (_, { server, trust, parameters, verdict }) => {
    const client = { ca: certificatePem(trust ?? 'root'), verifyParameters: parameters };
    expectVerdict(library, { client, server: { ...anyKey, ...identity(server) } }, verdict);
  });

  test.each(rows.map((row) => [row.what, row] as const))('of an engine: %s', (_, { server, trust, parameters, verdict }) => {
    const scene = { client: { ca: certificatePem(trust ?? 'root') }, server: { ...anyKey, ...identity(server) } };
    expectVerdict(library, { ...scene, engine: { verifyParameters: parameters } }, verdict);
  });

  test('the engine’s stand in place of the context’s, one by one (SSL_get0_param(3))', () => {
    const server = identity('server');
    const client = (verifyParameters: VerifyParameters): object => ({ ca: certificatePem('root'), verifyParameters });
    const engine = (verifyParameters: VerifyParameters): object => ({ verifyParameters });
    const wrongHost = client({ hosts: ['nobody.test'] });
    expectVerdict(library, { client: wrongHost, server }, { code: 62, alert: 42 });
    expectVerdict(library, { client: wrongHost, server, engine: engine({ hosts: [hosts.good] }) }, null);
    expectVerdict(library, { client: wrongHost, server, engine: { verifyHost: hosts.good } }, null);
    expectVerdict(library, { client: wrongHost, server, engine: engine({ depth: 5 }) }, { code: 62, alert: 42 });
    const listWanted = client({ flags: ['X509_V_FLAG_CRL_CHECK'] });
    expectVerdict(library, { client: listWanted, server, engine: engine({ clearFlags: ['X509_V_FLAG_CRL_CHECK'] }) }, null);
  });

  test('a server verifies its clients by them', () => {
    for (const [purpose, code] of [
      ['any', 0],
      ['sslclient', 26],
    ] as const) {
      const server = {
        ...identity('server'),
        ca: certificatePem('root'),
        verifyMode: 'fail-if-no-peer-cert',
        verifyParameters: { purpose },
      } as const;
      // A server's certificate, shown by a client.
      withPair({ library, client: identity('serverEc'), server }, (pair) => {
        const result = pair.handshake().server;
        expect(result.status === 'failed' ? result.error.verify?.code : 0).toBe(code);
        expect(pair.server.connection.verify).toMatchObject({ code, verified: code === 0 });
      });
    }
  });

  test('a purpose and a flag of a newer release are refused by name', () => {
    const make = (verifyParameters: VerifyParameters) => () => new SslContext({ role: 'client', library, verifyParameters });
    const absent = expect.objectContaining({ code: 'ERR_SSL_NOT_SUPPORTED' });
    if (isAtLeast(library, '3.2')) make({ purpose: 'codesign' })();
    else expect(make({ purpose: 'codesign' })).toThrow(absent);
    if (isAtLeast(library, '3.6')) make({ flags: ['X509_V_FLAG_OCSP_RESP_CHECK'] })();
    else expect(make({ flags: ['X509_V_FLAG_OCSP_RESP_CHECK'] })).toThrow(absent);
  });

  test('a policy that is no object identifier is refused, and named by its place (OBJ_txt2obj(3))', () => {
    for (const attempt of [
      () => new SslContext({ role: 'client', library, verifyParameters: { policies: ['1.2.3', '9.9.9'] } }),
      () => new SslEngine(new SslContext({ role: 'client', library }), { verifyParameters: { policies: ['1.2.3', '9.9.9'] } }),
    ]) {
      const refused = { code: 'ERR_SSL_SETTING', setting: 'verifyParameters.policies[1]', function: 'OBJ_txt2obj' };
      expect(attempt).toThrow(expect.objectContaining(refused));
      expect(attempt).toThrow(/OBJ_txt2obj refused it: .*first num too large/);
    }
  });
});

describe('certificates made for a parameter', () => {
  let root: Issued;
  let leaf: Issued;

  beforeAll(async () => {
    root = await issue({ subject: 'CN=Parameter Root', keys: await generate(ecdsa), ca: true });
    leaf = await issue({
      subject: `CN=${hosts.good}`,
      keys: await generate(ecdsa),
      issuer: root,
      names: [
        { type: 'dns', value: hosts.good },
        { type: 'email', value: 'post@server.test' },
      ],
      usage: 'server',
      extensions: [new x509.CertificatePolicyExtension(['1.2.3.4'])],
    });
  });

  const verdict = (parameters: VerifyParameters, expected: Verdict): void => {
    for (const { library } of libraries) {
      const client = { ca: pem(root), verifyParameters: parameters };
      expectVerdict(library, { client, server: credentials([leaf]) }, expected);
    }
  };

  test('an expired certificate, as of a time when it was good, and now (X509_VERIFY_PARAM_set_time(3))', async () => {
    const oldRoot = await issue({ subject: 'CN=Old Root', keys: await generate(ecdsa), ca: true, days: [-30, 100] });
    const expired = await issue({ subject: 'CN=expired', keys: await generate(ecdsa), issuer: oldRoot, usage: 'server', days: [-20, -10] });
    const daysAgo = (days: number): Date => new Date(Date.now() - days * day);
    for (const { library } of libraries) {
      const at = (time: Date | number): VerdictScene => ({
        client: { ca: pem(oldRoot), verifyParameters: { time } },
        server: credentials([expired]),
      });
      expectVerdict(library, at(daysAgo(15)), null);
      expectVerdict(library, at(Math.floor(Date.now() / 1000)), { code: 10, alert: 45 });
      expectVerdict(library, at(daysAgo(25)), { code: 9, alert: 42 });
    }
  });

  test('a mail address, and another (X509_check_email(3))', () => {
    verdict({ email: 'post@server.test' }, null);
    verdict({ email: 'post@other.test' }, { code: 63, alert: 42 });
  });

  test('a policy, and another: one must hold if X509_V_FLAG_EXPLICIT_POLICY says so', () => {
    verdict({ policies: ['1.2.3.5', '1.2.3.4'], flags: ['X509_V_FLAG_EXPLICIT_POLICY'] }, null);
    verdict({ policies: ['1.2.3.5'], flags: ['X509_V_FLAG_EXPLICIT_POLICY'] }, { code: 43, alert: 46 });
    verdict({ policies: ['1.2.3.5'] }, null);
  });

  test('all that is demanded must hold', () => {
    verdict({ hosts: [hosts.good], email: 'post@other.test' }, { code: 63, alert: 42 });
    verdict({ hosts: [hosts.good], email: 'post@server.test', ip: hosts.ip }, { code: 64, alert: 42 });
  });
});

const noProgram = absentProgram('openssl');
describeEachLibrary('trust for something', (library) => {
  (noProgram === null ? test : test.skip)(
    'a root that is trusted for mail alone is trusted by `trust: "email"` alone (openssl-x509(1))',
    () => {
      const { stdout } = spawnSync('openssl', ['x509', '-in', certificateFile('root'), '-addtrust', 'emailProtection', '-trustout']);
      const file = join(tempFolder('trust'), 'mail.pem');
      writeFileSync(file, stdout);
      const server = identity('server');
      expectVerdict(library, { client: { ca: { file }, verifyParameters: { trust: 'email' } }, server }, null);
      expectVerdict(library, { client: { ca: { file } }, server }, { code: 28, alert: 42 });
    },
  );
});
