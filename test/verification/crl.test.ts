// Certificate revocation lists: X509_STORE_add_crl(3), X509_VERIFY_PARAM_set_flags(3).

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions } from '../../lib/index.ts';
import { errorOf, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, since } from '../support/libraries.ts';
import { certificatePem } from '../support/pki.ts';
import { credentials, ecdsa, generate, type Issued, issue, pem, revocationList } from '../support/pki-issue.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { expectVerdict, type Verdict } from '../support/verdicts.ts';

interface Lists {
  readonly root: string;
  readonly rootRevoking: string;
  readonly good: string;
  readonly revoking: string;
  readonly expired: string;
  readonly notYetValid: string;
  readonly broken: string;
  readonly ofAnother: string;
}

let root: Issued;
let intermediate: Issued;
let leaf: Issued;
let lists: Lists;

beforeAll(async () => {
  root = await issue({ subject: 'CN=List Root', keys: await generate(ecdsa), ca: true });
  intermediate = await issue({ subject: 'CN=List Intermediate', keys: await generate(ecdsa), issuer: root, ca: true });
  leaf = await issue({ subject: 'CN=listed', keys: await generate(ecdsa), issuer: intermediate, usage: 'server' });
  const good = await revocationList({ issuer: intermediate });
  lists = {
    root: await revocationList({ issuer: root }),
    rootRevoking: await revocationList({ issuer: root, revoked: [intermediate] }),
    good,
    revoking: await revocationList({ issuer: intermediate, revoked: [leaf] }),
    expired: await revocationList({ issuer: intermediate, days: [-20, -10] }),
    notYetValid: await revocationList({ issuer: intermediate, days: [10, 20] }),
    broken: await revocationList({ issuer: intermediate, signer: root.keys }),
    ofAnother: await revocationList({ issuer: await issue({ subject: 'CN=Another', keys: await generate(ecdsa), ca: true }) }),
  };
});

interface Row {
  readonly scene: string;
  readonly crl: readonly (keyof Lists)[];
  readonly verdict: Verdict;
  readonly all?: boolean;
}

const rows: readonly Row[] = [
  { scene: 'a list that does not name the certificate', crl: ['good'], verdict: null },
  { scene: 'a list that names it', crl: ['revoking'], verdict: { code: 23, alert: 44 } },
  { scene: 'a list of another authority', crl: ['ofAnother'], verdict: { code: 3, alert: 48 } },
  { scene: 'a list whose time is over', crl: ['expired'], verdict: { code: 12, alert: 45 } },
  { scene: 'a list whose time has not come', crl: ['notYetValid'], verdict: { code: 11, alert: 42 } },
  { scene: 'a list that another key has signed', crl: ['broken'], verdict: { code: 8, alert: 51 } },
  { scene: 'a current list beside an old one', crl: ['expired', 'good'], verdict: null },
  { scene: 'the intermediate revoked, where only the peer’s own certificate is looked up', crl: ['good', 'rootRevoking'], verdict: null },
  { scene: 'the whole chain looked up', crl: ['good', 'root'], all: true, verdict: null },
  { scene: 'the whole chain looked up, without the root’s list', crl: ['good'], all: true, verdict: { code: 3, alert: 48 } },
  {
    scene: 'the whole chain looked up, the intermediate revoked',
    crl: ['good', 'rootRevoking'],
    all: true,
    verdict: { code: 23, alert: 44 },
  },
];

describeEachLibrary('certificate revocation lists', (library) => {
  const server = (): ReturnType<typeof credentials> => credentials([leaf, intermediate]);
  const trusting = (): { readonly ca: string } => ({ ca: pem(root) });

  test('come along with a shared trust, and are looked at where the flag says so (SSL_CTX_set1_cert_store(3))', () => {
    const shared = new SslContext({ role: 'client', library, ...trusting(), crl: lists.revoking });
    const status = (options: Partial<SslContextOptions>): unknown =>
      withPair({ library, client: { ca: shared, verifyMode: 'peer', ...options }, server: server() }, (pair) => {
        const result = pair.handshake().client;
        return result.status === 'failed' ? result.error.verify?.code : result.status;
      });
    expect(status({})).toBe('done');
    expect(status({ verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK'] } })).toBe(23);
  });

  test.each(rows.map((row) => [row.scene, row] as const))('%s', (_, { crl, verdict, all }) => {
    const flags = all === true ? ({ verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK_ALL'] } } as const) : {};
    const client = { ...trusting(), ...flags, crl: crl.map((name) => lists[name]) };
    expectVerdict(library, { client, server: server() }, verdict);
  });

  test('lists come as one text of several, as bytes and as a file', () => {
    const file = join(tempFolder('crl'), `${library.version.short}.pem`);
    writeFileSync(file, lists.revoking);
    for (const crl of [`${lists.root}\n${lists.revoking}`, Buffer.from(lists.revoking), { file }, [{ file }, lists.root]]) {
      expectVerdict(library, { client: { ...trusting(), crl }, server: server() }, { code: 23, alert: 44 });
    }
  });

  test('the error names the certificate that is revoked, and where in the chain it is', () => {
    const client = {
      ...trusting(),
      crl: [lists.good, lists.rootRevoking],
      verifyMode: 'peer',
      verifyParameters: { flags: ['X509_V_FLAG_CRL_CHECK_ALL'] },
    } as const;
    withPair({ library, client, server: server() }, (pair) => {
      const { verify } = errorOf(pair.handshake().client);
      expect(verify).toMatchObject({ name: 'X509_V_ERR_CERT_REVOKED', depth: 1, certificate: { subject: 'CN=List Intermediate' } });
    });
  });

  test('clearFlags, the caller’s own word, switches off what giving a list switched on', () => {
    const client = { ...trusting(), crl: lists.revoking, verifyParameters: { clearFlags: ['X509_V_FLAG_CRL_CHECK'] } } as const;
    expectVerdict(library, { client, server: server() }, null);
  });

  test.each<readonly [what: string, crl: () => SslContextOptions['crl'], queue: Readonly<Record<string, string>>]>([
    ['a certificate', () => certificatePem('root'), { '1.1.1': '9:108' }],
    ['a list and then a broken one', () => `${lists.good}\n${lists.root.replace(/\n.{10}/, '\n**********')}`, { '1.1.1': '9:100' }],
  ])('%s in place of a list is refused (PEM_read_bio_X509_CRL(3))', (_, crl, queue) => {
    const make = (): SslContext => new SslContext({ role: 'client', library, crl: crl() ?? '' });
    expect(make).toThrow(expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'crl', function: 'PEM_read_bio_X509_CRL' }));
    try {
      make();
    } catch (error) {
      const [last] = (error as { queue: readonly { libraryCode: number; reasonCode: number }[] }).queue.slice(-1);
      expect(`${last?.libraryCode}:${last?.reasonCode}`).toBe(since(library, queue));
    }
  });
});
