// The examples as a reader of the README runs them, and what they leave behind.

import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OpenSSL } from '../../lib/index.ts';
import { modulesOf } from '../support/modules.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { environment, run, type Variables } from './command.ts';

const examples = join(__dirname, '..', '..', 'examples');

/** A place for temporary files of one run's own, to see what is left there. */
function temporary(name: string): string {
  return tempFolder('examples', name);
}

async function example(
  name: string,
  env: Variables = {},
): Promise<{ code: number | null; stdout: string; stderr: string; left: readonly string[] }> {
  const folder = temporary(name);
  const ran = await run(process.execPath, [join(examples, `${name}.mjs`)], environment({ TMPDIR: folder, ...env }));
  return { ...ran, left: readdirSync(folder) };
}

const noPrograms: Variables = { PATH: '/no/such/folder' };
const clean = { code: 0, stderr: '', left: [] };

describe('examples', () => {
  test('engine-in-memory.mjs does a whole connection by hand', async () => {
    const { stdout, ...rest } = await example('engine-in-memory');
    expect(rest).toMatchObject(clean);
    expect(stdout).toMatch(/^SSL_connect {2}ret -1 {2}SSL_ERROR_WANT_READ {2}→ {2}want-read$/m);
    expect(stdout).toContain('the server read: hello');
    expect(stdout.trim().split('\n').at(-1)).toBe('SSL_shutdown ret  1  SSL_ERROR_NONE  →  done');
  });

  test('dtls-in-memory.mjs keeps to its MTU, survives a lost flight and its datagrams keep their boundaries', async () => {
    const { stdout, ...rest } = await example('dtls-in-memory');
    expect(rest).toMatchObject(clean);
    const sizes = [...stdout.matchAll(/^(?:client|server): (?<sizes>[\d, ]+) bytes/gm)].flatMap(({ groups }) =>
      (groups?.['sizes'] ?? '').split(', '),
    );
    expect(sizes.length).toBeGreaterThan(8);
    expect(Math.max(...sizes.map(Number))).toBeLessThanOrEqual(400);
    expect(stdout).toMatch(/^client: \d+(, \d+)* bytes, lost\nsent again: done\n/m);
    expect(stdout).toContain('connect: done, DTLSv1.2, X509_V_OK\n');
    expect(stdout).toMatch(/^read: three\nread: writes are\nread: three datagrams\n/m);
    expect(stdout.trim().split('\n').at(-1)).toBe('read: closed');
  });

  test('key-by-uri.mjs asks a callback for the passphrase of the key that a URI names', async () => {
    const { stdout, ...rest } = await example('key-by-uri');
    expect(rest).toMatchObject(clean);
    expect(stdout.split('\n')).toEqual([
      'the privateKey is encrypted: true',
      'the server has proved its key: X509_V_OK',
      'privateKey 256 bits, -----BEGIN PUBLIC KEY-----',
      'ERR_SSL_PASSPHRASE_NEEDED',
      '',
    ]);
  });

  test('pkcs11.mjs says so where no token is named', async () => {
    const { stdout, ...rest } = await example('pkcs11');
    expect(rest).toMatchObject(clean);
    expect(stdout).toMatch(/^no token is named: /);
  });

  const hasLegacy = modulesOf('system') !== undefined && OpenSSL.load().source === 'system';
  (hasLegacy ? test : test.skip)('provider.mjs reads an old file where the legacy provider is, and nowhere else', async () => {
    const { stdout, ...rest } = await example('provider');
    expect(rest).toMatchObject(clean);
    expect(stdout).toMatch(/^legacy \d\S+: running$/m);
    expect(stdout).toContain('read in the context that has it: true\n');
    expect(stdout).toMatch(/^elsewhere: PKCS12_parse: \S+/m);
  });

  test.each([['blocking'], ['non-blocking']])('%s.mjs talks to a server, with the program openssl and without', async (name) => {
    for (const env of [{}, noPrograms]) {
      const { stdout, ...rest } = await example(name, env);
      expect(rest).toMatchObject(clean);
      expect(stdout).toMatch(/^TLSv1\.3, TLS_\w+, certificate for localhost: X509_V_OK$/m);
      expect(stdout).toMatch(/^answer: olleh$/m);
      expect(stdout).toMatch(/^close_notify received: true$/m);
    }
  });
});

describe('examples of one thing each, with the program openssl and without', () => {
  const said: Readonly<Record<string, readonly RegExp[]>> = {
    sessions: [/^TLSv1\.3, a full handshake\nTLSv1\.3, resumed\nTLSv1\.2, a full handshake\nTLSv1\.2, resumed\n$/],
    'early-data': [
      /^client: not-sent\nserver: early: "", later: "hello"\nclient: accepted\nserver: early: "what time is it\?", later: "hello"$/m,
      /^client: rejected\nserver: early: "", later: "hello"\n$/m,
    ],
    handshake: [
      /^TLSv1\.3, TLS_\w+, \S+, signed with ecdsa_secp256r1_sha256$/m,
      /^the server's key of the key exchange: \S+, 256 bits$/m,
      /^round trip: (known since OpenSSL 3\.2|\d+ µs)$/m,
      /^extended master secret: true$/m,
    ],
    keylog: [/^CLIENT_HANDSHAKE_TRAFFIC_SECRET$/m, /^SERVER_TRAFFIC_SECRET_0$/m],
    messages: [/^sent {5}ClientHello, \d+ bytes\nreceived ServerHello, \d+ bytes\n/, /^sent {5}Finished/m, /^received NewSessionTicket/m],
    'key-update': [/^KeyUpdate sent$/m, /^KeyUpdate received$/m, /^answer under the new keys: olleh$/m],
    settings: [
      /^TLSv1\.3, group (secp256r1|prime256v1|P-256)$/m,
      /^SettingError: groups "no-such-group": SSL_CTX_set1_groups_list refused it/m,
      /^NotSupportedError: not supported by .*: SSL_OP_PREFER_NO_DHE_KEX$|^OpenSSL .* knows all of it$/m,
    ],
    'verify-parameters': [
      /^as it is: X509_V_OK\nin fifty years: X509_V_ERR_CERT_HAS_EXPIRED\nas the certificate of a client: X509_V_ERR_INVALID_PURPOSE\n/,
      /^for another name besides: X509_V_ERR_HOSTNAME_MISMATCH\n.*: X509_V_ERR_UNABLE_TO_GET_CRL$/m,
    ],
    crl: [/^without the list: X509_V_OK\nwith the list: X509_V_ERR_CERT_REVOKED, CN=localhost, alert certificate_revoked\n$/],
    dane: [/^verified: true, by DANE-EE at depth 0\nrefused: X509_V_ERR_DANE_NO_MATCH\n$/],
    'certificate-transparency': [/^permissive: 0 timestamps\nstrict: X509_V_ERR_NO_VALID_SCTS\n$/],
    'verify-callback': [
      /^depth 1: CN=Authority of this example: X509_V_OK\ndepth 0: CN=localhost: X509_V_OK\nverified: true\n/m,
      /^refused: X509_V_ERR_APPLICATION_VERIFICATION$/m,
    ],
    'async-verification': [
      /^asked about CN=localhost\naccepted: X509_V_OK\nasked about CN=localhost\nrefused: .*\(X509_V_ERR_CERT_REVOKED\)\n$/,
    ],
    sni: [/^one\.example: CN=one\.example\ntwo\.example: CN=two\.example\nthree\.example: unrecognized_name\n$/],
    'client-hello': [
      /^localhost \[ 'h2', 'http\/1\.1' \] \[ 'TLSv1\.3', 'TLSv1\.2' \] true\naccepted: TLSv1\.3\n/,
      /^localhost .* up to TLS 1\.2 true\nrefused: protocol_version\n/m,
    ],
    'certificate-callback': [/^a certificate for localhost is wanted\nCN=localhost, X509_V_OK\n$/],
    'alpn-callback': [/^new\.example: h2\nold\.example: http\/1\.1\n$/],
    ocsp: [/^stapled: 30030a0103\nrefused: bad_certificate_status_response\n$/],
    psk: [/^TLSv1\.3, TLS_\w+_SHA256, certificate: none\nTLSv1\.2, .*PSK.*, certificate: none\n$/],
    'session-store': [/^stored: true, resumed at the other server: true\n$/],
    'ticket-keys': [/^nothing: resumed\na new key: resumed\nthe old key is gone: a full handshake\n$/],
    exporter: [
      /^TLSv1\.3 tls-exporter: [0-9a-f]{64}$/m,
      /^TLSv1\.2 tls-unique: [0-9a-f]{24}$/m,
      /^TLSv1\.2 tls-server-end-point: [0-9a-f]{64}$/m,
    ],
  };

  test.each(Object.entries(said))('%s.mjs', async (name, patterns) => {
    for (const env of [{}, noPrograms]) {
      const { stdout, ...rest } = await example(name, env);
      expect(rest).toMatchObject(clean);
      for (const pattern of patterns) expect(stdout).toMatch(pattern);
    }
  });

  test.each(Object.keys(said))('%s.mjs is short', (name) => {
    const lines = readFileSync(join(examples, `${name}.mjs`), 'utf8').split('\n');
    expect(lines.filter((line) => !/^\s*(\/\/.*|\/\*\*.*\*\/|import .*)?$/.test(line)).length).toBeLessThanOrEqual(20);
  });

  test('settings.mjs shows what a library has not got', async () => {
    const { stdout, ...rest } = await example('settings', { LIBSSL_LIBRARY: 'node' });
    expect(rest).toMatchObject(clean);
    const since33 = OpenSSL.load('node').isAtLeast('3.3');
    expect(stdout).toMatch(since33 ? /^OpenSSL .* knows all of it$/m : /^NotSupportedError: /m);
  });
});

describe('the demo', () => {
  const proofs = [
    /^ {2}✓ OpenSSL .* \(node, embedded\), blocking: SSL_connect returned -1, then 1$/m,
    /^ {2}✓ .* \(node, embedded\), non-blocking: /m,
  ];

  test.each<readonly [string, Variables]>([
    ['with the program openssl', {}],
    ['without it', noPrograms],
  ])('proves what it says, %s', async (_, env) => {
    const { stdout, ...rest } = await example('demo', env);
    expect(rest).toMatchObject(clean);
    for (const proof of proofs) expect(stdout).toMatch(proof);
    expect(stdout).toMatch(/│ SSL_connect │ -1 +│ SSL_ERROR_WANT_READ │ \d+/);
    expect(stdout).toMatch(/certificate of CN=localhost verified for localhost: 0 X509_V_OK/);
    expect(stdout).toMatch(/the same server is refused under another authority: \d+ X509_V_ERR_/);
  });

  test('leaves the system out with a sentence where it has no OpenSSL', async () => {
    if (process.platform !== 'linux') return;
    const folder = temporary('no-libraries');
    mkdirSync(folder, { recursive: true });
    for (const stem of ['libcrypto', 'libssl'])
      for (const version of ['3', '4', '1.1']) writeFileSync(join(folder, `${stem}.so.${version}`), 'none');
    const { stdout, ...rest } = await example('demo', { LD_LIBRARY_PATH: folder });
    expect(rest).toMatchObject(clean);
    expect(stdout).toContain("There is no OpenSSL of the system's to use here");
    for (const proof of proofs) expect(stdout).toMatch(proof);
    expect(stdout).not.toContain('(system');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes its server and its files along when %s ends it', async (signal) => {
    const folder = temporary(signal);
    const child = spawn(process.execPath, [join(examples, 'demo.mjs')], {
      env: environment({ TMPDIR: folder }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    const code = await new Promise<number | null>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (stdout === '') child.kill(signal);
        stdout += text;
      });
      child.on('close', resolve);
    });
    expect(code).toBe({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal]);
    expect(readdirSync(folder)).toEqual([]);
    const port = /on 127\.0\.0\.1:(?<port>\d+)/.exec(stdout)?.groups?.['port'] ?? '';
    await expectNobodyAt(Number(port));
  });
});

// A process that was killed is gone when the system has got round to it: asked until nobody answers.
async function expectNobodyAt(port: number): Promise<void> {
  let answer = 'connected';
  while (answer === 'connected') answer = await knock(port);
  expect(answer).toBe('ECONNREFUSED');
}

async function knock(port: number): Promise<string> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
  });
}
