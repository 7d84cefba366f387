// `replay`: the same library does the same again, another one differs in a way that is named, with the server and without it.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { freePort, opensslPrograms, sServer } from '../support/io-tools.ts';
import { type AtHand, describeEachLibrary, describeEachOf, libraries, protocols } from '../support/libraries.ts';
import { certificateFile, keyFile } from '../support/pki.ts';
import { libssl } from './command.ts';
import { newFile, record, recordingIn, replay } from './recordings.ts';
import { serve } from './servers.ts';

const node = ['--library', 'node'];
const using = ({ selector }: Pick<AtHand, 'selector'>): readonly string[] => ['--library', selector];
const seriesOf = ({ library }: AtHand): string => library.version.short.replace(/^(1\.1\.1|\d+\.\d+).*/, '$1');
const firstOf = (series: string): AtHand | undefined => libraries.find((entry) => seriesOf(entry) === series);

// Of the first at hand with one of each other series.
const [first] = libraries as readonly [AtHand, ...AtHand[]];
const others = libraries.filter(
  (other, index) => seriesOf(other) !== seriesOf(first) && libraries.findIndex((each) => seriesOf(each) === seriesOf(other)) === index,
);

describeEachLibrary('replay with the library of the recording', (_, atHand) => {
  describe.each(protocols)('%s', (protocol) => {
    const versions = ['--min-protocol', protocol, '--max-protocol', protocol];

    test('against node:tls: the same, exit code 0', async () => {
      const { port } = await serve({ kind: 'tls', alpn: ['h2'] });
      const { file } = await record(port, ...using(atHand), ...versions, '--alpn', 'h2');
      expect(await replay(file, ...using(atHand))).toMatchObject({
        code: 0,
        report: { same: true, compared: 'everything', server: `127.0.0.1:${port}`, difference: null, inCalls: null },
      });
    });
  });
});

// ECDSA: signatures of several lengths, which must not make a difference.
test.each(protocols)('a handshake of %s with signatures whose length varies is the same, again and again', async (protocol) => {
  const { port } = await serve({ kind: 'tls', identity: 'serverEc' });
  const { file } = await record(port, ...node, '--min-protocol', protocol, '--max-protocol', protocol);
  for (let again = 0; again < 4; again += 1) expect((await replay(file, ...node)).report.difference).toBeNull();
});

describeEachOf(
  'replay against openssl s_server: %s',
  opensslPrograms.map(({ name, program }) => [name, program] as const),
  (_, program) => {
    test('the same library: the same; the text says so', async () => {
      const { tool, port } = await sServer(program);
      try {
        const { file } = await record(port, ...node);
        const { code, stdout } = await libssl(['replay', file, ...node]);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^Recorded +OpenSSL .*\nReplayed +OpenSSL .*\nServer +127\.0\.0\.1:\d+\n\nthe same\n$/);
      } finally {
        await tool.stop();
      }
    });
  },
);

const pairs = others.map((other) => [`${first.name} to ${other.name}`, other] as const);

describeEachOf('replay with another series: %s', pairs, (_, other) => {
  test('finds the ClientHello different, and names what in it', async () => {
    const { port } = await serve({ kind: 'tls' });
    const { file } = await record(port, ...using(first));
    const { code, report } = await replay(file, ...using(other));
    expect(report.recorded.version).toBe(first.library.version.text);
    expect(report.replayed.version).toBe(other.library.version.text);
    const hybrid = ({ library }: AtHand): boolean => library.isAtLeast('3.5');
    if (hybrid(first) && hybrid(other)) return; // these may well say the same
    expect(code).toBe(1);
    expect(report.difference).toMatchObject({ step: 1, call: 'SSL_connect', what: 'ClientHello, groups' });
    const { recorded = '', replayed = '' } = report.difference ?? {};
    expect([recorded, replayed].map((groups) => groups.includes('X25519MLKEM768'))).toEqual([hybrid(first), hybrid(other)]);
  });

  test('an end of file in the handshake: SYSCALL before 3.0, SSL since, with the server and without', async () => {
    const { port } = await serve({ kind: 'raw', then: 'end' });
    const { file } = await record(port, ...using(first));
    const codeOf = ({ library }: AtHand): string => (library.isAtLeast('3.0') ? 'SSL_ERROR_SSL (1)' : 'SSL_ERROR_SYSCALL (5)');
    for (const how of [[], ['--offline']]) {
      const { report } = await replay(file, ...using(other), ...how);
      expect(report.compared).toBe('everything');
      const expected = { step: 2, call: 'SSL_connect', what: 'SSL_get_error', recorded: codeOf(first), replayed: codeOf(other) };
      expect(report.inCalls).toEqual(codeOf(first) === codeOf(other) ? null : expected);
    }
  });

  test('a certificate of nobody: the calls say the same', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'unknownCa' });
    const { file } = await record(port, ...using(first), '--max-protocol', 'TLSv1.2', '--groups', 'P-256');
    expect(recordingIn(file).outcome.error).toBe('ERR_SSL_CERTIFICATE');
    expect((await replay(file, ...using(other))).report.inCalls).toBeNull();
  });

  test('plain text: the calls say the same, but from 3.2 up to 3.6 the SSL is not in its error state', async () => {
    const { port } = await serve({ kind: 'raw', reply: 'HTTP/1.1 400 Bad Request\r\n\r\n' });
    const { file } = await record(port, ...using(first), '--max-protocol', 'TLSv1.2', '--groups', 'P-256');
    expect(recordingIn(file).outcome.error).toBe('ERR_SSL_PROTOCOL');
    const stateOf = ({ library }: AtHand): string =>
      library.isAtLeast('3.2') && !library.isAtLeast('4.0') ? 'SSLv3/TLS write client hello' : 'error';
    const { report } = await replay(file, ...using(other), '--offline');
    const expected = { step: 2, call: 'SSL_connect', what: 'state', recorded: stateOf(first), replayed: stateOf(other) };
    expect(report.inCalls).toEqual(stateOf(first) === stateOf(other) ? null : expected);
  });
});

describe('replay of a recording from 3.0 with 3.5', () => {
  const [older, newer] = [firstOf('3.0'), firstOf('3.5')];

  (older === undefined || newer === undefined ? test.skip : test)(
    'the text names both libraries, the place, and what is in one alone',
    async () => {
      if (older === undefined || newer === undefined) return;
      const { port } = await serve({ kind: 'tls' });
      const { file } = await record(port, ...using(older));
      const { code, stdout } = await libssl(['replay', file, ...using(newer)]);
      expect(code).toBe(1);
      expect(stdout).toContain(`Recorded  ${older.library.version.text}`);
      expect(stdout).toContain(`Replayed  ${newer.library.version.text}`);
      expect(stdout).toMatch(/^different at step 1, SSL_connect: ClientHello, groups$/m);
      expect(stdout).toMatch(/^only replayed +X25519MLKEM768/m);
    },
  );
});

describe('replay against another server', () => {
  test('what that one does otherwise is the difference', async () => {
    const [one, other] = [
      await serve({ kind: 'tls', alpn: ['h2'] }),
      await serve({ kind: 'tls', alpn: ['http/1.1'], maxVersion: 'TLSv1.2' }),
    ];
    const { file } = await record(one.port, ...node, '--alpn', 'h2,http/1.1');
    const { code, report } = await replay(file, `127.0.0.1:${other.port}`, ...node);
    expect(code).toBe(1);
    expect(report.server).toBe(`127.0.0.1:${other.port}`);
    expect(report.difference).toMatchObject({ step: 1, what: 'ServerHello, version', recorded: 'TLSv1.3', replayed: 'TLSv1.2' });
    expect(report.inCalls).not.toBeNull();
  });

  test('one that asks for another group: the second ClientHello', async () => {
    const [one, other] = [await serve({ kind: 'tls' }), await serve({ kind: 'tls', groups: 'P-384' })];
    const { file } = await record(one.port, ...node, '--groups', 'X25519:P-384');
    const { report } = await replay(file, `127.0.0.1:${other.port}`, ...node);
    expect(report.difference).toMatchObject({ step: 1, what: 'ServerHello', replayed: expect.stringContaining('HelloRetryRequest') });
  });
});

describe('replay without the server', () => {
  test('a handshake that was done is compared up to the ClientHello, with --offline and when nobody answers', async () => {
    const server = await serve({ kind: 'tls' });
    const { file } = await record(server.port, ...node);
    const expected = { code: 0, report: { same: true, compared: 'beginning', server: null, difference: null } };
    expect(await replay(file, ...node, '--offline')).toMatchObject(expected);
    server.close();
    expect(await replay(file, ...node)).toMatchObject(expected);
  });

  test('a fatal alert in answer to the ClientHello is fed again', async () => {
    const server = await serve({ kind: 'raw', reply: '\x15\x03\x01\x00\x02\x02\x28' });
    const { file } = await record(server.port, ...node);
    expect(await replay(file, ...node, '--offline')).toMatchObject({ code: 0, report: { same: true, compared: 'everything' } });
    // Another alert in its place, to see that it is looked at.
    const changed = newFile();
    writeFileSync(changed, readFileSync(file, 'utf8').replace('15030100020228', '15030100020246'));
    const { report } = await replay(changed, ...node, '--offline');
    expect(report.difference).toMatchObject({ step: 1, what: 'received alert', replayed: 'level 2, description 70' });
  });

  test('a ServerHello of a version that was turned down is fed again', async () => {
    const body = Buffer.concat([Buffer.from('0301', 'hex'), Buffer.alloc(32, 7), Buffer.from('00c02f00', 'hex')]);
    const hello = Buffer.concat([Buffer.from([2, 0, 0, body.length]), body]);
    const server = await serve({ kind: 'raw', reply: Buffer.concat([Buffer.from([22, 3, 1, 0, hello.length]), hello]).toString('latin1') });
    const { file } = await record(server.port, ...node);
    expect(recordingIn(file).steps.at(-1)).toMatchObject({ code: 1, queue: [{ library: 20, reason: 258 }] });
    expect(await replay(file, ...node, '--offline')).toMatchObject({ code: 0, report: { same: true, compared: 'everything' } });
  });
});

describe('settings', () => {
  test('one that the library does not take is the difference', async () => {
    const { port } = await serve({ kind: 'tls' });
    const { file } = await record(port, ...node, '--ciphers', 'ECDHE+AESGCM');
    const changed = newFile();
    writeFileSync(changed, readFileSync(file, 'utf8').replace('ECDHE+AESGCM', 'NO-SUCH-CIPHER'));
    const { code, report } = await replay(changed, ...node);
    expect({ code, compared: report.compared }).toEqual({ code: 1, compared: 'settings' });
    expect(report.difference).toMatchObject({
      step: null,
      call: 'SSL_CTX_set_cipher_list',
      what: 'the setting cipherList',
      recorded: 'accepted',
    });
  });

  test('a recording with --cert wants it again', async () => {
    const { port } = await serve({ kind: 'tls', clientCertificate: 'require' });
    const own = ['--cert', certificateFile('client'), '--key', keyFile('client')];
    const { file } = await record(port, ...node, ...own);
    expect(await libssl(['replay', file, ...node])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('give --cert and --key'),
    });
    expect(await replay(file, ...node, ...own)).toMatchObject({ code: 0, report: { same: true } });
    // What is wrong with them is no difference between libraries.
    for (const [key, said] of [
      [keyFile('server'), '--key: SSL_CTX_use_PrivateKey refused it'],
      ['/no/such/file', '--key must be a readable file'],
    ] as const) {
      const wrong = await libssl(['replay', file, ...node, '--cert', certificateFile('client'), '--key', key]);
      expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    }
  });
});

describe('replay that cannot be done', () => {
  test('a server that was named and does not answer is exit code 2: nothing was compared', async () => {
    const { port } = await serve({ kind: 'tls' });
    const { file } = await record(port, ...node);
    const { code, stdout, stderr } = await libssl(['replay', file, `127.0.0.1:${await freePort()}`, ...node]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^libssl: nothing was compared: .*ECONNREFUSED/);
  });

  test('so is a library that cannot be loaded, and --offline with a server', async () => {
    const { port } = await serve({ kind: 'tls' });
    const { file } = await record(port, ...node);
    expect(await libssl(['replay', file, '--library', '/no/such/folder'])).toMatchObject({ code: 2, stdout: '' });
    expect(await libssl(['replay', file, `127.0.0.1:${port}`, '--offline'])).toMatchObject({ code: 2, stdout: '' });
  });
});
