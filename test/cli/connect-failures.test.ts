import { describe, expect, test } from '@jest/globals';
import { freePort } from '../support/io-tools.ts';
import { hosts } from '../support/pki.ts';
import { connectTo, libssl, reportOf } from './command.ts';
import { modes, serve } from './servers.ts';

const node = ['--library', 'node'];

describe.each(modes)('a connect that fails, %s', (mode, flags) => {
  const command = (port: number, ...more: readonly string[]): readonly string[] => connectTo(port, ...node, ...flags, ...more);

  test('shows a certificate that was not accepted: steps, error queue, alert, verify code, exit code 1', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'expired' });
    const { code, stdout, stderr } = await libssl(command(port));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^1 +SSL_connect +-1 +SSL_ERROR_WANT_READ /m);
    expect(stdout).toMatch(/^\d+ +SSL_connect +-1 +SSL_ERROR_SSL /m);
    expect(stdout).toMatch(/^Failed +ERR_SSL_CERTIFICATE$/m);
    expect(stdout).toMatch(/^In +SSL_connect: returned -1, SSL_ERROR_SSL$/m);
    expect(stdout).toMatch(/^Verification +10 X509_V_ERR_CERT_HAS_EXPIRED: certificate has expired$/m);
    expect(stdout).toMatch(/^Alert +sent: fatal certificate_expired \(45\)$/m);
    expect(stdout).toMatch(/^Error queue +error:0A000086:SSL routines:\w+:certificate verify failed:.*:\d+:/m);
    expect(stderr).toMatch(/^libssl: SSL_connect failed: .*certificate has expired.* \[ERR_SSL_CERTIFICATE\]\n$/);
  });

  test('shows the same with --json, and nothing on standard error', async () => {
    const { port } = await serve({ kind: 'tls', identity: 'otherHost' });
    const ran = await libssl(command(port, '--json'));
    const report = reportOf(ran);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 1, stderr: '' });
    expect(report).toMatchObject({
      ok: false,
      mode,
      protocol: null,
      cipher: null,
      group: null,
      signature: null,
      alpn: null,
      resumed: false,
      certificateCompression: null,
      peer: { subject: 'CN=other.test' },
    });
    expect(report.verify).toEqual({ code: 62, name: 'X509_V_ERR_HOSTNAME_MISMATCH' });
    expect(report.steps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: -1, code: 1 });
    expect(report.error).toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      family: 'peer',
      operation: 'SSL_connect',
      ret: -1,
      sslError: 'SSL_ERROR_SSL',
      verify: {
        code: 62,
        name: 'X509_V_ERR_HOSTNAME_MISMATCH',
        text: expect.any(String),
        depth: 0,
        certificate: { subject: 'CN=other.test' },
      },
      alert: { direction: 'sent', level: 'fatal', description: 42, name: 'bad_certificate' },
      unexpectedEof: false,
    });
    expect(report.error?.queue?.[0]).toMatchObject({ libraryCode: 20, reasonCode: 134, reason: 'certificate verify failed' });
  });

  test.each([
    ['expired', 'expired', 10, 0, "the peer's own", new RegExp(`CN=${hosts.good}`)],
    ['selfSigned', 'self-signed', 18, 0, "the peer's own", new RegExp(`CN=${hosts.good}`)],
    ['expiredIntermediate', 'expired intermediate', 10, 1, 'above it', /^CN=/],
  ] as const)('shows the peer of %s (%s) and which certificate was turned down', async (identity, _, verifyCode, depth, place, subject) => {
    const { port } = await serve({ kind: 'tls', identity });
    const { peer, error } = reportOf(await libssl(command(port, '--json')));
    expect(error?.verify).toMatchObject({ code: verifyCode, depth, certificate: { subject: expect.stringMatching(subject) } });
    expect(Object.keys(error?.verify?.certificate ?? {})).not.toContain('raw');
    expect(peer).toMatchObject({ subject: expect.stringContaining(`CN=${hosts.good}`), notAfter: expect.any(String) });
    if (depth === 0) expect(error?.verify?.certificate).toEqual(peer);
    else expect(error?.verify?.certificate?.subject).toBe(peer?.issuer);

    const { stdout } = await libssl(command(port));
    const turnedDown = `turned down at depth ${depth} (${place}): ${error?.verify?.certificate?.subject}`;
    expect(stdout.split('\n').map((line) => line.trim())).toContain(turnedDown);
    expect(stdout).toMatch(new RegExp(`^Peer +subject: .*CN=${hosts.good}`, 'm'));
    expect(stdout).toMatch(/^Valid +\S+Z to \S+Z$/m);
  });

  test('a port where nothing listens is exit code 1, with what was tried', async () => {
    const port = await freePort();
    const ran = await libssl(command(port, '--json'));
    expect(ran.code).toBe(1);
    expect(reportOf(ran)).toMatchObject({ ok: false, steps: [], verify: null, peer: null, error: { code: 'ECONNREFUSED' } });
    const { code, stdout, stderr } = await libssl(command(port));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Failed +ECONNREFUSED$/m);
    expect(stderr).toMatch(/^libssl: .*ECONNREFUSED.*\n$/);
  });

  test('a name that does not exist is exit code 1', async () => {
    const ran = await libssl(['connect', 'no-such-host.invalid', '--json', ...node, ...flags]);
    expect(ran.code).toBe(1);
    expect(reportOf(ran).error?.code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  });

  test('a server that says nothing is given up after --timeout, with the steps so far', async () => {
    const { port } = await serve({ kind: 'raw' });
    const ran = await libssl(command(port, '--json', '--timeout', '300'));
    expect(ran.code).toBe(1);
    expect(reportOf(ran)).toMatchObject({
      ok: false,
      steps: [{ call: 'SSL_connect', ret: -1, code: 2 }],
      error: { code: 'ERR_SSL_TIMEOUT' },
    });
  });

  test('a server that ends in the middle of the handshake is an unexpected end', async () => {
    const behind = await serve({ kind: 'tls' });
    const { port } = await serve({ kind: 'proxy', to: behind.port, cutAfter: 100 });
    const ran = await libssl(command(port, '--json'));
    expect(ran.code).toBe(1);
    expect(reportOf(ran).error).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
  });

  test('a server that speaks no TLS is told by the error queue', async () => {
    const { port } = await serve({ kind: 'raw', reply: 'HTTP/1.1 400 Bad Request\r\n\r\n' });
    const { code, stdout } = await libssl(command(port));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Error queue +error:[0-9A-F]{8}:SSL routines:/m);
  });

  test('a TLS 1.3 server that refuses a client after the handshake is exit code 1, with the alert', async () => {
    const { port } = await serve({ kind: 'tls', clientCertificate: 'require' });
    const ran = await libssl(command(port, '--json', '--min-protocol', 'TLSv1.3'));
    expect(ran.code).toBe(1);
    expect(reportOf(ran)).toMatchObject({
      ok: false,
      protocol: 'TLSv1.3',
      verify: { code: 0 },
      peer: { issuer: 'CN=Test Intermediate' },
      error: { code: 'ERR_SSL_ALERT', alert: { direction: 'received', description: 116, name: 'certificate_required' } },
    });
  });

  test('a library that cannot be loaded is exit code 1, and --json still prints an object', async () => {
    const ran = await libssl(['connect', '127.0.0.1:1', '--json', '--library', '/no/such/folder', ...flags]);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 1, stderr: '' });
    expect(reportOf(ran)).toMatchObject({
      ok: false,
      library: null,
      mode,
      steps: [],
      error: {
        code: 'ERR_SSL_LIBRARY_LOAD',
        attempts: [{ source: 'path', files: ['/no/such/folder'], reason: 'no such file or directory' }],
      },
    });
  });
});

test('goes below TLS 1.2 when it is told to, and says no more than OpenSSL does', async () => {
  const { port } = await serve({ kind: 'tls' });
  const { code, stdout } = await libssl(connectTo(port, '--json', '--min-protocol', 'TLSv1', '--max-protocol', 'TLSv1.1'));
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { operation: 'SSL_connect' } });
});
