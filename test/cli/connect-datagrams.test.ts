// The command `connect --dtls`, against a server of datagrams of this package and against openssl's.

import { afterEach, describe, expect, test } from '@jest/globals';
import { closePeers, TestServer } from '../support/datagram-peers.ts';
import { absentProgram, sServerCommand, startServer } from '../support/io-tools.ts';
import { libraries } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { connectTo, libssl, reportOf } from './command.ts';

afterEach(closePeers);

const node = ['--library', 'node'];

async function serve(options = {}): Promise<number> {
  const [{ library } = { library: undefined }] = libraries;
  if (library === undefined) throw new Error('no OpenSSL');
  return (await TestServer.open(library, options)).port;
}

describe('connect --dtls', () => {
  test('prints the handshake, what was agreed on, and that the peer has answered', async () => {
    const port = await serve({ alpn: ['coap'] });
    const { code, stdout, stderr } = await libssl(connectTo(port, ...node, '--dtls', '--alpn', 'coap'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const fact of [
      new RegExp(`^127\\.0\\.0\\.1:${port}, datagrams, OpenSSL `, 'm'),
      /^1 +SSL_connect +-1 +SSL_ERROR_WANT_READ +\d+ +\d+ +\d+\.\d$/m,
      /^Protocol +DTLSv1\.2$/m,
      /^ALPN +coap$/m,
      /^Verification +0 X509_V_OK: ok$/m,
      /^Closing +close_notify sent, and the peer's received$/m,
    ]) {
      expect(stdout).toMatch(fact);
    }
  });

  test('with --json says the same, and that nobody is there', async () => {
    const port = await serve();
    const ran = await libssl(connectTo(port, ...node, '--dtls', '--json'));
    expect(reportOf(ran)).toMatchObject({ ok: true, mode: 'datagrams', protocol: 'DTLSv1.2', verify: { name: 'X509_V_OK' } });
    await closePeers();
    const failed = await libssl(connectTo(port, ...node, '--dtls', '--json'));
    expect(failed.code).toBe(1);
    expect(reportOf(failed)).toMatchObject({ ok: false, mode: 'datagrams', error: { code: 'ECONNREFUSED' } });
  });

  test('shows a certificate that is not accepted', async () => {
    const port = await serve(identity('otherHost'));
    const ran = await libssl(connectTo(port, ...node, '--dtls', '--json'));
    expect(ran.code).toBe(1);
    expect(reportOf(ran)).toMatchObject({ ok: false, error: { code: 'ERR_SSL_CERTIFICATE' }, peer: { altNames: expect.any(Array) } });
  });

  test.each([
    [['--dtls', '--blocking'], '--dtls has no meaning with --blocking'],
    [['--dtls', '--min-protocol', 'TLSv1.2'], '--min-protocol TLSv1.2 is not for --dtls'],
    [['--dtls', '--max-protocol', 'DTLSv1'], '--max-protocol DTLSv1 is older than --min-protocol, which is DTLSv1.2'],
    [['--max-protocol', 'DTLSv1.2'], '--max-protocol DTLSv1.2 is for --dtls'],
  ])('%j is bad usage', async (flags, text) => {
    const { code, stdout, stderr } = await libssl(connectTo(1, ...node, ...flags));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(text);
  });

  const absent = absentProgram('openssl');
  (absent === null ? test : test.skip)(`talks to openssl s_server${absent === null ? '' : ` (skipped: ${absent})`}`, async () => {
    const { tool, port } = await startServer(sServerCommand('openssl', ['-dtls1_2'], 'server'));
    try {
      const ran = await libssl(connectTo(port, ...node, '--dtls', '--min-protocol', 'DTLSv1.2', '--json'));
      expect(reportOf(ran)).toMatchObject({ ok: true, protocol: 'DTLSv1.2' });
    } finally {
      await tool.stop();
    }
  });
});
