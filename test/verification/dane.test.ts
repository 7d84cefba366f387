// TLSA records in place of authorities, or beside them: SSL_CTX_dane_enable(3), RFC 6698, RFC 7671.

import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connectSync, type DaneOptions, SslContext, SslEngine, type TlsaRecord } from '../../lib/index.ts';
import { withConnectedPair, withPair } from '../support/engine-pair.ts';
import { closeAll, closed, open } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { absentProgram, sServerCommand } from '../support/io-tools.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, hosts, type Identity, identity } from '../support/pki.ts';
import { expectVerdict, type Verdict } from '../support/verdicts.ts';

type Usage = 'PKIX-TA' | 'PKIX-EE' | 'DANE-TA' | 'DANE-EE';
type Selector = 'Cert' | 'SPKI';
type Matching = 'Full' | 'SHA2-256' | 'SHA2-512';

/** The record that `of` matches, computed by Node. */
function tlsa(of: Identity, usage: Usage, selector: Selector = 'SPKI', matchingType: Matching = 'SHA2-256'): TlsaRecord {
  const certificate = new X509Certificate(certificatePem(of));
  const bytes = selector === 'Cert' ? certificate.raw : certificate.publicKey.export({ type: 'spki', format: 'der' });
  const digest = { 'SHA2-256': 'sha256', 'SHA2-512': 'sha512' } as const;
  return { usage, selector, matchingType, data: matchingType === 'Full' ? bytes : createHash(digest[matchingType]).update(bytes).digest() };
}

interface Row {
  readonly what: string;
  readonly records: () => readonly TlsaRecord[];
  readonly verdict: Verdict;
  readonly server?: Identity;
  readonly name?: string;
  readonly trust?: Identity;
  readonly flags?: DaneOptions['flags'];
  /** Of the certificate that matches. */
  readonly depth?: number;
}

const noMatch = { code: 65, alert: 42 };
const wrongName = { code: 62, alert: 42 };
const rows: readonly Row[] = [
  { what: 'DANE-EE, the key', records: () => [tlsa('server', 'DANE-EE')], verdict: null, depth: 0 },
  { what: 'DANE-EE, the certificate', records: () => [tlsa('server', 'DANE-EE', 'Cert')], verdict: null, depth: 0 },
  { what: 'DANE-EE, the key in full', records: () => [tlsa('server', 'DANE-EE', 'SPKI', 'Full')], verdict: null, depth: 0 },
  { what: 'DANE-EE, by SHA2-512', records: () => [tlsa('server', 'DANE-EE', 'Cert', 'SHA2-512')], verdict: null, depth: 0 },
  { what: 'DANE-EE, another key', records: () => [tlsa('serverEc', 'DANE-EE')], verdict: noMatch },
  {
    what: 'DANE-EE, the one of two that matches',
    records: () => [tlsa('serverEc', 'DANE-EE'), tlsa('server', 'DANE-EE')],
    verdict: null,
    depth: 0,
  },
  {
    what: 'DANE-EE, a self-signed certificate',
    records: () => [tlsa('selfSigned', 'DANE-EE')],
    server: 'selfSigned',
    verdict: null,
    depth: 0,
  },
  { what: 'DANE-EE, an expired certificate', records: () => [tlsa('expired', 'DANE-EE')], server: 'expired', verdict: null, depth: 0 },
  { what: 'DANE-EE, another name', records: () => [tlsa('server', 'DANE-EE')], name: 'other.test', verdict: wrongName },
  {
    what: 'DANE-EE, another name that is not looked at',
    records: () => [tlsa('server', 'DANE-EE')],
    name: 'other.test',
    flags: ['DANE_FLAG_NO_DANE_EE_NAMECHECKS'],
    verdict: null,
    depth: 0,
  },
  { what: 'DANE-TA, the intermediate that is sent', records: () => [tlsa('intermediate', 'DANE-TA', 'Cert')], verdict: null, depth: 1 },
  {
    what: 'DANE-TA, the root in full, which is not sent',
    records: () => [tlsa('root', 'DANE-TA', 'Cert', 'Full')],
    verdict: null,
    depth: 2,
  },
  { what: 'DANE-TA, the digest of a root that is not sent', records: () => [tlsa('root', 'DANE-TA', 'Cert')], verdict: noMatch },
  {
    what: 'DANE-TA, an expired certificate',
    records: () => [tlsa('intermediate', 'DANE-TA')],
    server: 'expired',
    verdict: { code: 10, alert: 45 },
  },
  { what: 'DANE-TA, another name', records: () => [tlsa('intermediate', 'DANE-TA')], name: 'other.test', verdict: wrongName },
  { what: 'PKIX-EE under a trusted root', records: () => [tlsa('server', 'PKIX-EE')], trust: 'root', verdict: null, depth: 0 },
  { what: 'PKIX-EE without one', records: () => [tlsa('server', 'PKIX-EE')], verdict: { code: 20, alert: 48 } },
  { what: 'PKIX-EE, another key under a trusted root', records: () => [tlsa('serverEc', 'PKIX-EE')], trust: 'root', verdict: noMatch },
  { what: 'PKIX-TA, the trusted root', records: () => [tlsa('root', 'PKIX-TA')], trust: 'root', verdict: null, depth: 2 },
  { what: 'PKIX-TA, another root than the trusted one', records: () => [tlsa('otherRoot', 'PKIX-TA')], trust: 'root', verdict: noMatch },
];

describeEachLibrary('DANE', (library) => {
  const daneOf = ({ records, name, flags }: Row): DaneOptions => ({
    name: name ?? hosts.good,
    records: records(),
    ...(flags && { flags }),
  });

  test.each(rows.map((row) => [row.what, row] as const))('%s', (_, row) => {
    const client = row.trust === undefined ? {} : { ca: certificatePem(row.trust) };
    expectVerdict(library, { client, server: identity(row.server ?? 'server'), engine: { dane: daneOf(row) } }, row.verdict);
  });

  test.each(rows.filter((row) => row.verdict === null).map((row) => [row.what, row] as const))(
    '%s: what matched (SSL_get0_dane_tlsa(3))',
    (_, row) => {
      const client = { verifyMode: 'peer', ...(row.trust === undefined ? {} : { ca: certificatePem(row.trust) }) } as const;
      const options = { library, client, server: identity(row.server ?? 'server'), clientEngine: { dane: daneOf(row) } };
      withConnectedPair(options, (pair) => {
        expect(pair.client.dane).toEqual({ ...row.records().at(-1), data: expect.any(Uint8Array), depth: row.depth });
        expect(Buffer.from(pair.client.dane?.data ?? []).equals(row.records().at(-1)?.data as Buffer)).toBe(true);
        expect(pair.server.dane).toBeNull();
      });
    },
  );

  test('names and numbers, bytes and hexadecimal are the same record', () => {
    const record = tlsa('server', 'DANE-EE');
    const hex = Buffer.from(record.data as Uint8Array).toString('hex');
    for (const other of [
      { usage: 3, selector: 1, matchingType: 1, data: hex },
      { usage: 3, selector: 'SPKI', matchingType: 1, data: `${hex.slice(0, 20)} ${hex.slice(20).toUpperCase()}` },
    ] as const) {
      expectVerdict(library, { client: {}, server: identity('server'), engine: { dane: { name: hosts.good, records: [other] } } }, null);
    }
  });

  test('the name is the server name too, where no other is given (SSL_dane_enable(3))', () => {
    const dane = { name: hosts.good, records: [tlsa('server', 'DANE-EE')] };
    withConnectedPair({ library, clientEngine: { dane } }, ({ server }) => expect(server.connection.serverName).toBe(hosts.good));
    const clientEngine = { dane, serverName: hosts.second };
    withConnectedPair({ library, clientEngine }, ({ server }) => expect(server.connection.serverName).toBe(hosts.second));
  });

  test('a record that cannot be used is refused and named, not left out (SSL_dane_tlsa_add(3))', () => {
    const good = tlsa('server', 'DANE-EE');
    const context = new SslContext({ role: 'client', library });
    const before = library.liveObjects;
    for (const wrong of [
      { ...good, data: Buffer.alloc(31) },
      { ...good, matchingType: 'SHA2-512' },
      { ...good, selector: 'Cert', matchingType: 'Full', data: Buffer.from('no certificate') },
      { ...good, matchingType: 'Full', data: Buffer.from('no key') },
    ] as const) {
      const make = (): SslEngine => new SslEngine(context, { dane: { name: hosts.good, records: [good, wrong] } });
      expect(make).toThrow(expect.objectContaining({ code: 'ERR_SSL_SETTING', setting: 'dane.records[1]', function: 'SSL_dane_tlsa_add' }));
      expect(make).toThrow(/the record cannot be used; .*tlsa/i);
    }
    expect(library.liveObjects).toEqual(before);
  });

  test('connections of the same context without records notice nothing', () => {
    const clientContext = new SslContext({ role: 'client', library, ca: certificatePem('root'), verifyMode: 'peer' });
    new SslEngine(clientContext, { dane: { name: 'other.test', records: [tlsa('serverEc', 'DANE-EE')] } }).close();
    withConnectedPair({ clientContext, server: identity('server') }, ({ client }) => {
      expect(client.connection.verify.verified).toBe(true);
      expect(client.dane).toBeNull();
    });
  });

  test('before the handshake nothing has matched', () => {
    const clientEngine = { dane: { name: hosts.good, records: [tlsa('server', 'DANE-EE')] } };
    withPair({ library, clientEngine }, ({ client }) => expect(client.dane).toBeNull());
  });
});

describeEachLibraryAndProtocol('DANE in each protocol', (library, protocol) => {
  test('a matching key, and another', () => {
    const scene = (of: Identity): Parameters<typeof expectVerdict>[1] => ({
      client: only(protocol),
      server: identity('server'),
      engine: { dane: { name: hosts.good, records: [tlsa(of, 'DANE-EE')] } },
    });
    expectVerdict(library, scene('server'), null);
    expectVerdict(library, scene('serverEc'), noMatch);
  });
});

const noProgram = absentProgram('openssl');
describeEachLibrary('DANE of connect() and connectSync(), against openssl s_server', (library) => {
  let peer: Peer;
  let port = 0;
  beforeAll(async () => {
    if (noProgram !== null) return;
    peer = await Peer.start();
    port = await peer.run(sServerCommand('openssl', [], 'server'));
  });
  afterAll(() => peer?.stop());
  afterEach(closeAll);
  const run = noProgram === null ? test : test.skip;
  const base = (records: readonly TlsaRecord[], name: string = hosts.good) => ({
    host: '127.0.0.1',
    port,
    library,
    ca: [],
    timeout: 10_000,
    dane: { name, records },
  });

  run('verified without any authority', async () => {
    const options = base([tlsa('server', 'DANE-EE')]);
    const socket = await open(options);
    expect(socket.connection).toMatchObject({ serverName: hosts.good, verify: { verified: true, code: 0, peerName: hosts.good } });
    expect(socket.engine.dane).toMatchObject({ usage: 'DANE-EE', depth: 0 });
    await closed(socket.destroy()); // s_server serves one after the other
    for (const bio of ['pair', 'socket'] as const) {
      const blocking = connectSync({ ...options, bio });
      expect(blocking.connection?.verify.verified).toBe(true);
      blocking.close();
    }
  });

  run.each<readonly [what: string, of: Identity, name: string, code: number]>([
    ['another key', 'serverEc', hosts.good, 65],
    ['another name', 'server', 'other.test', 62],
  ])('%s is refused', async (_, of, name, code) => {
    const options = base([tlsa(of, 'DANE-EE')], name);
    await expect(open(options)).rejects.toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code } });
    for (const bio of ['pair', 'socket'] as const) {
      expect(() => connectSync({ ...options, bio })).toThrow(expect.objectContaining({ verify: expect.objectContaining({ code }) }));
    }
  });

  run('names that the verify parameters demand hold besides', async () => {
    const options = { ...base([tlsa('server', 'DANE-EE')]), verifyParameters: { hosts: ['nobody.test'] } };
    await expect(open(options)).rejects.toMatchObject({ verify: { code: 62 } });
    expect((await open({ ...options, verifyParameters: { hosts: [hosts.second] } })).connection?.verify.verified).toBe(true);
  });

  run('what would weaken or contradict it is refused', async () => {
    const options = base([tlsa('server', 'DANE-EE')]);
    for (const [name, value] of [
      ['verifyName', hosts.good],
      ['dangerousSkipVerification', true],
      ['dangerousSkipNameCheck', true],
      ['serverName', null],
      ['session', {}],
    ] as const) {
      const outcome = await open({ ...options, [name]: value }).catch((error: unknown) => error);
      expect(outcome).toMatchObject({ name: 'MisuseError', argument: `options.${name}` });
    }
  });
});
