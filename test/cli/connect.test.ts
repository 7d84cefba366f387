import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import type { TestServer } from '../support/io-servers.ts';
import { certificateFile, encryptedKeyPassphrase, hosts, identity, keyFile } from '../support/pki.ts';
import { connectTo, libssl, reportOf } from './command.ts';
import { modes, serve } from './servers.ts';

const node = ['--library', 'node'];

describe.each(modes)('connect, %s', (mode, flags) => {
  const command = (port: number, ...more: readonly string[]): readonly string[] => connectTo(port, ...node, ...flags, ...more);

  test('with --json prints one object with what the handshake was, and exits with 0', async () => {
    const { port } = await serve({ kind: 'tls', alpn: ['h2', 'http/1.1'] });
    const ran = await libssl(command(port, '--json', '--alpn', 'http/1.1,h2'));
    const report = reportOf(ran);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(report).toEqual({
      ok: true,
      library: {
        version: `OpenSSL ${process.versions.openssl.replace(/\+.*/, '')} ${report.library?.version.split(' ').slice(2).join(' ')}`,
        source: 'node',
        files: { ssl: process.execPath, crypto: process.execPath },
        isolation: 'embedded',
      },
      mode,
      steps: expect.any(Array),
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      group: expect.any(String),
      signature: 'ecdsa_secp256r1_sha256',
      alpn: 'h2',
      resumed: false,
      certificateCompression: null,
      verify: { code: 0, name: 'X509_V_OK' },
      peer: {
        subject: expect.stringContaining(`CN=${hosts.good}`),
        issuer: 'CN=Test Intermediate',
        altNames: expect.arrayContaining([
          { type: 'DNS', value: hosts.good },
          { type: 'IP', value: hosts.ip },
        ]),
        notBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
      peerKey: { type: expect.any(String), bits: 256, securityBits: 128, group: expect.any(String), spki: expect.any(String) },
    });
  });

  test('gives a step for each call: want-read first, done last, and the bytes between', async () => {
    const { port } = await serve({ kind: 'tls' });
    const { steps } = reportOf(await libssl(command(port, '--json')));
    expect(steps.length).toBeGreaterThanOrEqual(2);
    const number = expect.any(Number);
    expect(steps[0]).toEqual({ call: 'SSL_connect', ret: -1, code: 2, sent: number, received: number, ms: number });
    expect(steps[0]?.sent).toBeGreaterThan(200);
    expect(steps[0]?.received).toBeGreaterThan(500);
    expect(steps.at(-1)).toEqual({ call: 'SSL_connect', ret: 1, code: 0, sent: number, received: number, ms: number });
    for (const { ms } of steps) expect(ms).toBeGreaterThanOrEqual(0);
  });

  test('prints the same for people: a table, then what was agreed on and verified', async () => {
    const { port } = await serve({ kind: 'tls', alpn: ['h2'] });
    const { code, stdout, stderr } = await libssl(command(port, '--alpn', 'h2'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^127\\.0\\.0\\.1:${port}, ${mode}, OpenSSL \\S+ .*\\(node, embedded\\)$`, 'm'));
    expect(stdout).toMatch(/^# +call +returned +SSL_get_error +bytes out +bytes in +ms$/m);
    expect(stdout).toMatch(/^1 +SSL_connect +-1 +SSL_ERROR_WANT_READ +\d+ +\d+ +\d+\.\d$/m);
    expect(stdout).toMatch(/^\d+ +SSL_connect +1 +SSL_ERROR_NONE +\d+ +\d+ +\d+\.\d$/m);
    for (const fact of [
      /^Protocol +TLSv1\.3$/m,
      /^Cipher +TLS_AES_256_GCM_SHA384, 256 bits$/m,
      /^Group +\S+$/m,
      /^Signature +ecdsa_secp256r1_sha256$/m,
      /^ALPN +h2$/m,
      /^Verification +0 X509_V_OK: ok\n +name matched: server\.test$/m,
      /^Peer +subject: .*CN=server\.test.*\n +issuer: +CN=Test Intermediate$/m,
      /^Names +DNS:server\.test, .*IP:192\.0\.2\.1/m,
      /^Valid +\S+Z to \S+Z$/m,
      /^Closing +close_notify sent, and the peer's received$/m,
    ]) {
      expect(stdout).toMatch(fact);
    }
  });

  test('ends the connection with close_notify: the server sees an end and no error', async () => {
    const server = await serve({ kind: 'tls' });
    expect(await libssl(command(server.port))).toMatchObject({ code: 0 });
    await server.seen('end');
    expect(server.log.map(({ event }) => event)).not.toContain('error');
  });

  test('takes what it is told to agree on', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'server' });
    const flagsOf12 = ['--max-protocol', 'TLSv1.2', '--ciphers', 'ECDHE-RSA-AES256-GCM-SHA384', '--groups', 'P-384'];
    const old = reportOf(await libssl(command(port, '--json', ...flagsOf12)));
    expect(old).toMatchObject({
      ok: true,
      protocol: 'TLSv1.2',
      cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
      group: expect.stringMatching(/384/),
    });
    const flagsOf13 = ['--min-protocol', 'TLSv1.3', '--ciphersuites', 'TLS_CHACHA20_POLY1305_SHA256'];
    const recent = reportOf(await libssl(command(port, '--json', ...flagsOf13)));
    expect(recent).toMatchObject({ ok: true, protocol: 'TLSv1.3', cipher: 'TLS_CHACHA20_POLY1305_SHA256' });
    const configured = reportOf(
      await libssl(command(port, '--json', '--conf', 'MaxProtocol=TLSv1.2', '--conf', 'CipherString=AES128-GCM-SHA256')),
    );
    expect(configured).toMatchObject({ ok: true, protocol: 'TLSv1.2', cipher: 'AES128-GCM-SHA256', group: null });
  });

  test('with --no-verify exits with 0 and still tells what is wrong', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'selfSigned' });
    const ran = await libssl(command(port, '--no-verify', '--json'));
    expect(ran.code).toBe(0);
    expect(reportOf(ran)).toMatchObject({ ok: true, verify: { code: 18, name: 'X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT' } });
    const { stdout } = await libssl(command(port, '--no-verify'));
    expect(stdout).toMatch(/^Verification +switched off: .*\n +what OpenSSL found: 18 X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: /m);
  });

  test('--verify-name is the name that counts, whatever server name is sent', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'otherHost' });
    expect(reportOf(await libssl(command(port, '--json', '--verify-name', 'other.test')))).toMatchObject({ ok: true });
    const good = await serve({ kind: 'tls' });
    const byAddress = ['connect', `127.0.0.1:${good.port}`, '--ca', certificateFile('root'), ...flags];
    expect(reportOf(await libssl([...byAddress, '--json', '--verify-name', hosts.ip]))).toMatchObject({ ok: true });
    expect(reportOf(await libssl([...byAddress, '--json']))).toMatchObject({ verify: { code: 64 } });
  });

  test('shows the own certificate to a server that asks for one', async () => {
    const server = await serve({ kind: 'tls', clientCertificate: 'require' });
    const own = ['--cert', certificateFile('client'), '--key', keyFile('client')];
    expect(reportOf(await libssl(command(server.port, '--json', ...own)))).toMatchObject({ ok: true });
    await server.seen('secure');
  });

  test('the own certificate and its key may be named by URIs', async () => {
    const server = await serve({ kind: 'tls', clientCertificate: 'require' });
    const own = ['--cert', `file:${certificateFile('client')}`, '--key', `file:${keyFile('client')}`];
    expect(reportOf(await libssl(command(server.port, '--json', ...own)))).toMatchObject({ ok: true });
    await server.seen('secure');
    const wrong = await libssl(command(server.port, '--json', '--cert', 'nobody-knows-this:x'));
    expect(wrong.stdout + wrong.stderr).toContain('nobody-knows-this:x');
    expect(wrong.code).not.toBe(0);
  });

  test('a passphrase comes from the environment and is printed nowhere', async () => {
    const { port } = await serve({ kind: 'tls' });
    const own = ['--cert', certificateFile('server'), '--key', keyFile('encrypted'), '--passphrase-env', 'THE_PASSPHRASE'];
    const ran = await libssl(command(port, '--json', ...own), { THE_PASSPHRASE: encryptedKeyPassphrase });
    expect(reportOf(ran)).toMatchObject({ ok: true });
    expect(ran.stdout + ran.stderr).not.toContain(encryptedKeyPassphrase);
    expect(ran.stdout + ran.stderr).not.toContain('PRIVATE KEY');
  });

  test('a server that never answers close_notify is not waited for longer than a moment', async () => {
    const { certificate: cert, privateKey: key } = identity('serverEc');
    const server = createTlsServer({ cert, key, allowHalfOpen: true }, (socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { code, stdout } = await libssl(command((server.address() as AddressInfo).port));
    server.close();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Closing +close_notify sent; no answer within 1 s$/m);
  });

  test('what the server says first does not stand in the way of a clean end', async () => {
    const server = await serve({ kind: 'tls', session: 'bye', bytes: 100_000 });
    const { code, stdout } = await libssl(command(server.port));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Closing +close_notify sent, and the peer's received$/m);
  });
});

describe('connect', () => {
  test('takes an IPv6 address in brackets', async () => {
    let server: TestServer;
    try {
      server = await serve({ kind: 'tls', host: '::1' });
    } catch {
      return; // this machine has no IPv6
    }
    const target = ['connect', `[::1]:${server.port}`, '--ca', certificateFile('root'), '--servername', hosts.good];
    for (const [, flags] of modes)
      expect(await libssl([...target, ...flags])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\[::1\]:\d+, /) });
  });

  test('trusts several files, and a hashed folder is taken for one', async () => {
    const { port } = await serve({ kind: 'tls' });
    const target = ['connect', `127.0.0.1:${port}`, '--servername', hosts.good];
    expect(await libssl([...target, '--ca', certificateFile('otherRoot'), '--ca', certificateFile('root')])).toMatchObject({ code: 0 });
    const folder = await libssl([...target, '--json', '--ca', '/']);
    expect(reportOf(folder).verify).toMatchObject({ code: 20 });
  });
});
