// OpenSSL's own handshake tests, whole, with the two oldest series at hand; and that the runner finds what is wrong: each expectation altered,
// bytes lost on the way. `npm run conformance -- --all` runs the others.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cacheFolder, fileOfSeries } from '../support/library-copies.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { findLibraries } from './at-hand.ts';
import type { Expectations, HandshakeCase } from './case.ts';
import { certificatesOf, fileOf, filesOf, type Library } from './library.ts';
import type { Wire } from './loop.ts';
import { lineOf, totalsOf } from './report.ts';
import { runCase } from './run-case.ts';
import { casesOf, runSuite } from './suite.ts';

const single = process.env['LIBSSL_TEST_ONLY']; // the one OpenSSL that a run is held to
const names = ['3.0', '1.1.1'].filter((name) => single === undefined || single === '' || basename(single) === name);
// The copies that all test files share.
const place = (name: string): string => fileOfSeries(tempFolder('libraries'), name) ?? join(cacheFolder, name);
const { libraries, missing } = findLibraries({ names, place });

if (names.length === 0) test.skip('none of those is at hand', () => undefined);
for (const { name, reason } of missing) test.skip(`${name}: ${reason}`, () => undefined);

for (const library of libraries) {
  describe(`OpenSSL ${library.name} (${library.openssl.version.short})`, () => {
    test('passes every test of every file, but those that it cannot run by its own word', async () => {
      const suite = await runSuite(library);
      expect(suite.cases.filter(({ verdict }) => verdict.status === 'failed').map(lineOf)).toEqual([]);
      expect(suite.cases).toHaveLength(numberOfTests(library));
      expect(totalsOf(suite).passed).toBeGreaterThan(suite.cases.length * 0.9);
    }, 300_000);

    // The C layer's own callbacks, resumption and renegotiation: once is enough.
    if (library.name === '3.0')
      test('passes them through the C layer alone', async () => {
        const suite = await runSuite(library, { layer: 'c' });
        expect(suite.cases.filter(({ verdict }) => verdict.status === 'failed').map(lineOf)).toEqual([]);
        expect(totalsOf(suite).layers['typed'] ?? 0).toBe(0);
        expect(totalsOf(suite).passed).toBeGreaterThan(suite.cases.length * 0.9);
      }, 300_000);

    const all = filesOf(library).flatMap((file) => casesOf(library, file));

    test.each(alterationsOf(library))('a wrong %s is found', async (key, wanted, alter) => {
      const right = await firstThatRuns(library, all, wanted);
      expect(await runCase(library, right)).toMatchObject({ status: 'passed' });
      const wrong = { ...right, expected: { ...right.expected, ...alter(right.expected) } };
      expect(await runCase(library, wrong, { skips: false })).toMatchObject({ status: 'failed', mismatches: [{ key }] });
    });

    test.each([
      ['client', 0],
      ['client', 1],
      ['client', 3],
      ['server', 0],
      ['server', 1],
      ['server', 2],
    ] as const)('a byte of the %s that is lost in its flight %i is found', async (from, flight) => {
      const right = await firstThatRuns(
        library,
        all,
        ({ method, mode, applicationData }) => method === 'TLS' && mode === 'Simple' && applicationData > 256,
      );
      const verdict = await runCase(library, right, { wire: () => losing(from, flight) });
      expect(verdict).toMatchObject({
        status: 'failed',
        mismatches: expect.arrayContaining([expect.objectContaining({ key: 'ExpectedResult' })]),
      });
    });
  });
}

// Read apart from the reader of the runner.
function numberOfTests(library: Library): number {
  return filesOf(library).reduce((sum, file) => {
    const [, count] = /^num_tests = (\d+)$/m.exec(readFileSync(fileOf(library, file), 'utf8')) ?? [];
    return sum + Number(count);
  }, 0);
}

async function firstThatRuns(
  library: Library,
  all: readonly HandshakeCase[],
  wanted: (test: HandshakeCase) => boolean,
): Promise<HandshakeCase> {
  for (const candidate of all.filter(wanted)) {
    if ((await runCase(library, candidate)).status === 'passed') return candidate;
  }
  throw new Error('no test that runs here has this expectation');
}

type Alteration = readonly [key: string, wanted: (test: HandshakeCase) => boolean, alter: (right: Expectations) => Partial<Expectations>];

/** For each key a test that expects something of it, and something else to expect. */
function alterationsOf(library: Library): readonly Alteration[] {
  const succeeding = ({ expected }: HandshakeCase): boolean => expected.result === 'Success';
  const given =
    (field: keyof Expectations) =>
    (candidate: HandshakeCase): boolean =>
      succeeding(candidate) && candidate.expected[field] !== null;
  const otherNames = join(certificatesOf(library), 'ca-cert.pem');
  return [
    ['ExpectedResult', succeeding, () => ({ result: 'ClientFail' })],
    ['ExpectedResult', ({ expected }) => expected.result === 'ServerFail', () => ({ result: 'Success' })],
    ['ExpectedClientAlert', ({ expected }) => expected.clientAlert !== null, () => ({ clientAlert: 1 })],
    ['ExpectedServerAlert', ({ expected }) => expected.serverAlert !== null, () => ({ serverAlert: 1 })],
    ['ExpectedProtocol', given('protocol'), () => ({ protocol: 'SSLv3' })],
    ['ExpectedServerName', ({ expected }) => expected.serverName === 'server2', () => ({ serverName: 'server1' })],
    ['SessionTicketExpected', ({ expected }) => expected.sessionTicket === 'Yes', () => ({ sessionTicket: 'No' })],
    ['SessionTicketExpected', ({ expected }) => expected.sessionTicket === 'No', () => ({ sessionTicket: 'Yes' })],
    [
      'SessionIdExpected',
      ({ expected }) => expected.sessionId !== 'Ignore',
      ({ sessionId }) => ({ sessionId: sessionId === 'Yes' ? 'No' : 'Yes' }),
    ],
    ['CompressionExpected', succeeding, ({ compression }) => ({ compression: !compression })],
    ['ExpectedNPNProtocol', succeeding, () => ({ npnProtocol: 'other' })],
    ['ExpectedNPNProtocol', given('npnProtocol'), () => ({ npnProtocol: null })],
    ['ExpectedALPNProtocol', given('alpnProtocol'), () => ({ alpnProtocol: 'other' })],
    ['ResumptionExpected', ({ mode }) => mode === 'Resume', ({ resumption }) => ({ resumption: !resumption })],
    ['ExpectedTmpKeyType', given('tmpKeyType'), () => ({ tmpKeyType: 'secp521r1k' })],
    ['ExpectedServerCertType', given('serverCertType'), () => ({ serverCertType: 'DSA' })],
    ['ExpectedServerSignHash', given('serverSignHash'), () => ({ serverSignHash: 'MD5' })],
    ['ExpectedServerSignType', given('serverSignType'), () => ({ serverSignType: 'DSA' })],
    ['ExpectedServerCANames', given('serverCaNames'), () => ({ serverCaNames: otherNames })],
    ['ExpectedClientCertType', given('clientCertType'), () => ({ clientCertType: 'DSA' })],
    ['ExpectedClientSignHash', given('clientSignHash'), () => ({ clientSignHash: 'MD5' })],
    ['ExpectedClientSignType', given('clientSignType'), () => ({ clientSignType: 'DSA' })],
    ['ExpectedClientCANames', given('clientCaNames'), () => ({ clientCaNames: otherNames })],
    ['ExpectedCipher', given('cipher'), () => ({ cipher: 'NULL-SHA' })],
    [
      'ExpectedSessionTicketAppData',
      ({ expected }) => (expected.sessionTicketAppData ?? '') !== '',
      () => ({ sessionTicketAppData: 'other' }),
    ],
  ];
}

/** Takes the last byte off one of what one side sends. */
function losing(from: 'client' | 'server', flight: number): Wire {
  let sent = 0;
  return (packets, sender) => {
    if (sender !== from || packets.length === 0) return packets;
    sent += 1;
    return sent - 1 === flight ? packets.map((packet) => packet.subarray(0, -1)) : packets;
  };
}
