// `record`: what the file holds, what it must not hold, and what becomes of flags that cannot be followed.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { freePort, sServer } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificateFile, certificatePem, hosts, keyFile, keyPem } from '../support/pki.ts';
import { libssl } from './command.ts';
import { newFile, record, recordingIn } from './recordings.ts';
import { serve } from './servers.ts';

const node = ['--library', 'node'];

describeEachLibrary('record', (library, { selector }) => {
  test('writes every call with its records, the settings and what was agreed on', async () => {
    const { port } = await serve({ kind: 'tls', alpn: ['h2'] });
    const { code, file, stdout } = await record(
      port,
      '--library',
      selector,
      '--alpn',
      'h2',
      '--groups',
      'P-256',
      '--min-protocol',
      'TLSv1.3',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('the handshake is done: TLSv1.3, ');
    const recording = recordingIn(file);
    expect(recording).toMatchObject({
      format: 'libssl-recording',
      version: 1,
      library: { version: library.version.text },
      server: { host: '127.0.0.1', port },
      settings: {
        serverName: hosts.good,
        verifyName: hosts.good,
        ca: [{ pem: certificatePem('root').trim() }],
        minProtocol: 'TLSv1.3',
        maxProtocol: null,
        groups: 'P-256',
        alpn: ['h2'],
        clientCertificate: false,
      },
      outcome: { done: true, protocol: 'TLSv1.3', alpn: 'h2', verify: 0, alert: null, error: null },
    });
    const [first, second] = recording.steps;
    expect(first).toMatchObject({
      call: 'SSL_connect',
      ret: -1,
      code: 2,
      queue: [],
      state: 'SSLv3/TLS write client hello',
      finished: false,
      sent: [
        {
          type: 22,
          encrypted: false,
          messages: [{ type: 1, clientHello: { groups: [23], keyShares: [23], alpn: ['h2'], versions: [0x0304] } }],
        },
      ],
      received: [{ type: 22, messages: [{ type: 2, serverHello: { version: 0x0304, group: 23 } }] }],
      arrival: 'record',
    });
    expect(second?.received).toHaveLength(1);
    const calls = recording.steps.map(({ call, ret, code: said }) => `${call} ${ret} ${said}`);
    expect(calls).toContain('SSL_connect 1 0');
    expect(calls).toContain('SSL_shutdown 0 null');
    expect(calls.at(-1)).toBe('SSL_read_ex 0 6');
  });
});

describe('record of a handshake that fails', () => {
  test('is written all the same, with exit code 0: queue, alert, verify result', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'unknownCa' });
    const { code, file, stderr } = await record(port, ...node);
    expect(code).toBe(0);
    expect(stderr).toMatch(/\[ERR_SSL_CERTIFICATE\]\n$/);
    const { steps, outcome } = recordingIn(file);
    expect(steps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: -1, code: 1, queue: [{ library: 20, reason: 134 }], arrival: null });
    expect(outcome).toMatchObject({ done: false, verify: 20, error: 'ERR_SSL_CERTIFICATE', alert: { direction: 'sent', description: 48 } });
  });

  test('a server that refuses the client’s certificate after a TLS 1.3 handshake shows in the calls after it (SSL_connect(3))', async () => {
    const { port } = await serve({ kind: 'tls', clientCertificate: 'require' });
    const { outcome } = recordingIn((await record(port, ...node, '--min-protocol', 'TLSv1.3')).file);
    expect(outcome).toMatchObject({ done: true, verify: 0, error: 'ERR_SSL_ALERT', alert: { direction: 'received', description: 116 } });
  });

  test('a server that says nothing is silent when the time is up', async () => {
    const { port } = await serve({ kind: 'raw' });
    const { steps, outcome } = recordingIn((await record(port, ...node, '--timeout', '300')).file);
    expect(steps).toMatchObject([{ call: 'SSL_connect', ret: -1, code: 2, arrival: 'silent' }]);
    expect(outcome).toMatchObject({ done: false, error: null });
  });

  test('a server that never stops sending is left when the time is up', async () => {
    const { port } = await serve({ kind: 'tls', session: 'say', bytes: 4 * 1024 * 1024 });
    const { file, code } = await record(port, ...node, '--min-protocol', 'TLSv1.3');
    expect(code).toBe(0);
    expect(recordingIn(file).outcome.done).toBe(true);
  });

  test('a connection that breaks is a reset', async () => {
    const { port } = await serve({ kind: 'raw', then: 'reset' });
    const { steps } = recordingIn((await record(port, ...node)).file);
    expect(steps.at(-1)?.arrival).toBe('reset');
  });
});

describe('what a recording does not hold', () => {
  test('the certificate and key of --cert: what is left out is said, and the handshake used them', async () => {
    const { port } = await serve({ kind: 'tls', clientCertificate: 'require' });
    const own = ['--cert', certificateFile('client'), '--key', keyFile('client')];
    const { code, file, stderr } = await record(port, ...node, ...own);
    expect(code).toBe(0);
    expect(stderr).toContain('not in the recording');
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ settings: { clientCertificate: true }, outcome: { done: true, error: null } });
    expect(text).not.toContain('PRIVATE KEY');
    for (const pem of [keyPem('client'), certificatePem('client')]) expect(text).not.toContain(pem.split('\n')[1]);
  });

  test('a private key that stands in the file of --ca', async () => {
    const { port } = await serve({ kind: 'tls' });
    const ca = newFile();
    writeFileSync(ca, `${keyPem('root')}\n${certificatePem('root')}\nsome words\n`);
    const file = newFile();
    const ran = await libssl(['record', file, `127.0.0.1:${port}`, '--verify-name', hosts.good, '--ca', ca, ...node]);
    expect(ran.code).toBe(0);
    const { settings, outcome } = recordingIn(file);
    expect(settings.ca).toEqual([{ pem: certificatePem('root').trim() }]);
    expect(outcome).toMatchObject({ done: true, verify: 0 });
  });

  test('randoms, session ids and keys: two recordings of one handshake are the same but for lengths that vary', async () => {
    const { tool, port } = await sServer('openssl', ['-tls1_2'], 'server'); // RSA: its signatures have one length
    try {
      const [one, other] = [await record(port, ...node), await record(port, ...node)].map(({ file }) => recordingIn(file).steps);
      const comparable = (steps: typeof one) => steps?.map(({ bytes, ...step }) => step);
      expect(comparable(one)).toEqual(comparable(other));
      expect(one?.filter(({ bytes }) => bytes !== undefined)).toHaveLength(1); // the ServerHello's record, and no further one
    } finally {
      await tool.stop();
    }
  });
});

describe('record that cannot be done', () => {
  test('a port where nothing listens is exit code 1, and leaves no file', async () => {
    const { code, file, stdout, stderr } = await record(await freePort(), ...node);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^libssl: connecting to 127\.0\.0\.1:\d+: .*ECONNREFUSED/);
    expect(existsSync(file)).toBe(false);
  });

  test('a file that was there stays as it was when there is no connection', async () => {
    const file = newFile();
    writeFileSync(file, 'before');
    expect(await libssl(['record', file, `127.0.0.1:${await freePort()}`, ...node])).toMatchObject({ code: 1 });
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test.each([
    ['a file that cannot be written', ['/no/such/folder/file', '127.0.0.1:1'], /^libssl: FILE cannot be written: ENOENT/],
    ['a CA file that is not there', [newFile(), '127.0.0.1:1', '--ca', '/no/such/file'], /^libssl: --ca cannot be read: ENOENT/],
    ['a cipher that there is not', [newFile(), '127.0.0.1:1', '--ca', certificateFile('root'), '--ciphers', 'NOPE'], /^libssl: --ciphers /],
    ['a CA file without a certificate', [newFile(), '127.0.0.1:1', '--ca', keyFile('client')], /^libssl: --ca must be /],
    ['an impossible host', [newFile(), 'bad%host:1'], /^libssl: HOST must be a host name or an IP address/],
    ['a key without a certificate', [newFile(), '127.0.0.1:1', '--key', keyFile('client')], /^libssl: --key needs --cert/],
    ['a flag of connect alone', [newFile(), '127.0.0.1:1', '--sess-in', 'x'], /unknown option '--sess-in'/],
    ['no server', [newFile()], /missing required argument 'host:port'/],
  ])('%s is bad usage', async (_, parameters, said) => {
    const { code, stdout, stderr } = await libssl(['record', ...parameters, ...node]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });

  test('a library that cannot be loaded is exit code 1', async () => {
    const { code, stderr } = await libssl(['record', newFile(), '127.0.0.1:1', '--library', '/no/such/folder']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\[ERR_SSL_LIBRARY_LOAD\]\n$/);
  });
});
