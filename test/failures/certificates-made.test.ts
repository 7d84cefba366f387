// Rows of suites.md, section 2, whose certificates are made for the row: keys and digests that are too weak, name constraints, and the
// unusual ones that are in order.

import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { withPair } from '../support/engine-pair.ts';
import { absentProgram } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { credentials, ecdsa, generate, type Issued, issue, pem, privatePem, type Request, rsa, x509 } from '../support/pki-issue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { expectVerdict, type Verdict } from '../support/verdicts.ts';

interface Scene {
  readonly root: string;
  readonly server: { readonly certificate: string; readonly privateKey: string };
}

const noProgram = absentProgram('openssl');
const scenes = new Map<string, Scene>();
const goodName = [{ type: 'dns', value: hosts.good }] as const;

beforeAll(async () => {
  const root = await issue({ subject: 'CN=Made Root', keys: await generate(ecdsa), ca: true });
  const under = async (name: string, changes: Partial<Request>, chain: readonly Issued[] = []): Promise<void> => {
    const keys = changes.keys ?? (await generate(ecdsa));
    const leaf = await issue({ subject: `CN=${hosts.good}`, issuer: root, names: goodName, usage: 'server', ...changes, keys });
    scenes.set(name, { root: pem(chain.at(-1) ?? root), server: credentials([leaf, ...chain.slice(0, -1)]) });
  };

  const smallRoot = await issue({ subject: 'CN=Small Root', keys: await generate(rsa(1024)), ca: true });
  const smallIntermediate = await issue({ subject: 'CN=Small', keys: await generate(rsa(1024)), issuer: root, ca: true });
  await under('CA key of 1024 bits', { issuer: smallIntermediate }, [smallIntermediate, root]);
  await under('root key of 1024 bits', { issuer: smallRoot }, [smallRoot]);

  const constrained = async (member: 'permittedSubtrees' | 'excludedSubtrees', name: string): Promise<Issued> =>
    issue({ subject: 'CN=Constrained', keys: await generate(ecdsa), issuer: root, ca: true, extensions: [nameConstraint(member, name)] });
  for (const [what, member, name] of [
    ['name constraint that permits it', 'permittedSubtrees', 'test'],
    ['name constraint that does not permit it', 'permittedSubtrees', 'example'],
    ['name constraint that excludes it', 'excludedSubtrees', 'test'],
    ['name constraint that does not exclude it', 'excludedSubtrees', 'example'],
  ] as const) {
    const intermediate = await constrained(member, name);
    await under(what, { issuer: intermediate }, [intermediate, root]);
  }

  const subjects = Array.from({ length: 999 }, (_, index) => ({ type: 'dns', value: `host-${index}.test` }) as const);
  await under('1,000 names', { names: [...subjects, ...goodName] });
  await under('a wildcard within a label', { names: [{ type: 'dns', value: 's*.sub.test' }] });
  await under('P-384', { keys: await generate({ ...ecdsa, namedCurve: 'P-384' }) });
  await under('RSA-4096', { keys: await generate(rsa(4096)) });
  await under('Ed25519', { keys: (await webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair });

  if (noProgram !== null) return;
  for (const digest of ['md5', 'sha1', 'sha256']) scenes.set(digest, await signedWith(digest, root));
});

interface Row {
  readonly what: string;
  readonly level: number;
  readonly verdict: Verdict;
  readonly host?: string;
}

const rows: readonly Row[] = [
  { what: 'CA key of 1024 bits', level: 2, verdict: { code: 67, alert: 42 } },
  { what: 'CA key of 1024 bits', level: 1, verdict: null },
  { what: 'root key of 1024 bits', level: 2, verdict: { code: 67, alert: 42 } },
  { what: 'name constraint that permits it', level: 1, verdict: null },
  { what: 'name constraint that does not permit it', level: 1, verdict: { code: 47, alert: 46 } },
  { what: 'name constraint that excludes it', level: 1, verdict: { code: 48, alert: 46 } },
  { what: 'name constraint that does not exclude it', level: 1, verdict: null },
  { what: '1,000 names', level: 1, verdict: null },
  { what: 'a wildcard within a label', level: 1, verdict: null, host: 'server.sub.test' },
  { what: 'P-384', level: 1, verdict: null },
  { what: 'Ed25519', level: 1, verdict: null },
  { what: 'RSA-4096', level: 1, verdict: null },
];

const digests: readonly Row[] = [
  { what: 'sha256', level: 2, verdict: null },
  { what: 'sha1', level: 2, verdict: { code: 68, alert: 42 } },
  { what: 'sha1', level: 0, verdict: null },
  { what: 'md5', level: 1, verdict: { code: 68, alert: 42 } },
  { what: 'md5', level: 0, verdict: null },
];

describeEachLibrary('certificates made for a row', (library) => {
  const verdict = ({ what, level, verdict: expected, host }: Row): void => {
    const scene = scenes.get(what);
    if (scene === undefined) throw new Error(`no scene ${what}`);
    // The client alone is strict: whatever the server holds, it can show.
    const server = { ...scene.server, securityLevel: 0 };
    const client = { ca: scene.root, verifyParameters: { authLevel: level } };
    expectVerdict(library, { client, server, engine: { verifyHost: host ?? hosts.good } }, expected);
  };

  test.each(rows.map((row) => [row.what, row.level, row] as const))('%s, at level %i (X509_VERIFY_PARAM_set_auth_level(3))', (_, __, row) =>
    verdict(row),
  );

  (noProgram === null ? test : test.skip).each(digests.map((row) => [row.what, row.level, row] as const))(
    'an intermediate signed with %s, at level %i (SSL_CTX_set_security_level(3))',
    (_, __, row) => verdict(row),
  );

  test('the scenes of the table are all there', () => {
    withPair({ library, client: { ca: certificatePem('root') }, server: identity('server') }, (pair) =>
      expect(pair.handshake().client.status).toBe('done'),
    );
    expect([...scenes.keys()].filter((name) => ![...rows, ...digests].some(({ what }) => what === name))).toEqual([]);
  });
});

// RFC 5280, 4.2.1.10: a sequence of subtrees, each a sequence with a general name; 0 tags those permitted, 1 those excluded, 2 a DNS name.
function nameConstraint(member: 'permittedSubtrees' | 'excludedSubtrees', name: string): x509.Extension {
  const element = (tag: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([tag, content.length]), content]);
  const subtree = element(0x30, element(0x82, Buffer.from(name)));
  const subtrees = element(member === 'permittedSubtrees' ? 0xa0 : 0xa1, subtree);
  return new x509.Extension('2.5.29.30', true, element(0x30, subtrees));
}

// @peculiar/x509 signs with nothing so old: the program does. The intermediate is what it signs, as a root's own signature is not looked at.
async function signedWith(digest: string, root: Issued): Promise<Scene> {
  const folder = tempFolder('failures', digest);
  const path = (name: string): string => join(folder, name);
  const signer = await issue({ subject: `CN=Root of ${digest}`, keys: await generate(rsa(2048)), ca: true });
  const intermediate = await issue({ subject: `CN=Signed with ${digest}`, keys: await generate(rsa(2048)), ca: true });
  writeFileSync(path('root.pem'), pem(signer));
  writeFileSync(path('root.key'), privatePem(signer.keys.privateKey));
  writeFileSync(path('old.pem'), pem(intermediate));
  // In place of those it has: its authority key identifier names itself.
  writeFileSync(path('extensions'), 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n');
  const signing = [
    '-clrext',
    '-extfile',
    path('extensions'),
    '-CA',
    path('root.pem'),
    '-CAkey',
    path('root.key'),
    '-CAcreateserial',
    `-${digest}`,
  ];
  const made = spawnSync('openssl', ['x509', '-in', path('old.pem'), ...signing, '-days', '10'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const leaf = await issue({ subject: `CN=${hosts.good}`, keys: root.keys, issuer: intermediate, names: goodName, usage: 'server' });
  const { certificate, privateKey } = credentials([leaf]);
  return { root: pem(signer), server: { certificate: `${certificate}\n${made.stdout}`, privateKey } };
}
