// connectSync() that fails: every kind of bad certificate, protocol and network, with both kinds of BIO. Suites.md section 2

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ConnectSyncOptions, connectSync, SslError } from '../../lib/index.ts';
import { run, said } from '../support/io-child.ts';
import { local, thrown, trusting } from '../support/io-clients.ts';
import { Peer } from '../support/io-peer.ts';
import { freePort } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts, type Identity } from '../support/pki.ts';

const versions = ['TLSv1.2', 'TLSv1.3'] as const;
const bios = ['pair', 'socket'] as const;

let peer: Peer;
beforeAll(async () => {
  peer = await Peer.start();
});
afterAll(() => peer.stop());

// A mount namespace of its own gives a process an /etc/hosts of its own: a name with two addresses.
const hostsFile = (line: string): readonly string[] => [
  'unshare',
  '-m',
  'sh',
  '-c',
  `printf '${line}' > /tmp/hosts.$$ && mount --bind /tmp/hosts.$$ /etc/hosts && rm /tmp/hosts.$$ && exec "$@"`,
  'sh',
];
const [unshare = '', ...trial] = [...hostsFile('127.0.0.1 localhost\\n'), 'true'];
const noNamespaces = existsSync('/usr/bin/unshare') && spawnSync(unshare, trial).status === 0 ? null : 'unshare -m is not allowed here';

describeEachLibrary('connectSync() that fails', (library, { selector }) => {
  const failure = (options: ConnectSyncOptions): SslError => {
    const before = library.liveObjects.connections;
    const error = thrown(() => connectSync(options));
    expect(error).toBeInstanceOf(SslError);
    expect(library.liveObjects.connections).toBe(before);
    return error as SslError;
  };

  test.each<[Identity, readonly number[], number]>([
    ['expired', [10], 45],
    ['notYetValid', [9], 42],
    ['otherHost', [62], 42],
    ['selfSigned', [18], 48],
    ['unknownCa', [20, 21], 48],
    ['incomplete', [20, 21], 48],
    ['untrustedRootSent', [19], 48],
    ['clientPurpose', [26], 43],
  ])('%s: is refused with X509_V_ERR %p and alert %i, over both BIOs and versions', async (identity, codes, description) => {
    const { port } = await peer.listen({ kind: 'tls', identity });
    for (const bio of bios) {
      for (const maxProtocol of versions) {
        const error = failure({ ...local(library, port), bio, maxProtocol });
        expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', operation: 'SSL_connect', sslError: 1, ret: -1 });
        expect(codes).toContain(error.verify?.code);
        expect(error.alert).toMatchObject({ direction: 'sent', level: 'fatal', description });
        expect(error.handshakeSteps.at(-1)).toMatchObject({ call: 'SSL_connect', ret: -1, code: 1 });
      }
    }
  });

  test.each(bios)('bio %s: no protocol in common is alert 70', async (bio) => {
    const { port } = await peer.listen({ kind: 'tls', minVersion: 'TLSv1.3' });
    const error = failure({ ...local(library, port), maxProtocol: 'TLSv1.2', bio });
    expect(error).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', description: 70 } });
  });

  test.each(bios)('bio %s: no cipher in common is alert 40', async (bio) => {
    const { port } = await peer.listen({ kind: 'tls', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' });
    const error = failure({ ...local(library, port), maxProtocol: 'TLSv1.2', cipherList: 'ECDHE-ECDSA-AES128-GCM-SHA256', bio });
    expect(error).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', description: 40 } });
  });

  test.each(bios)('bio %s: no protocol in common of ALPN is alert 120', async (bio) => {
    const { port } = await peer.listen({ kind: 'tls', alpn: ['h2'] });
    const error = failure({ ...local(library, port), alpn: ['other'], bio });
    expect(error).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { direction: 'received', description: 120 } });
  });

  test.each(bios)('bio %s: TLS 1.1 is refused by default', async (bio) => {
    const { port } = await peer.listen({ kind: 'tls', minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' });
    expect(failure({ ...local(library, port), bio })).toMatchObject({ family: 'peer', sslError: 1 });
  });

  test.each(bios)('bio %s: plain HTTP on the port is an error of OpenSSL with its queue', async (bio) => {
    const server = await peer.listen({ kind: 'raw', reply: 'HTTP/1.1 400 Bad Request\r\n\r\n' });
    const error = failure({ ...local(library, server.port), bio });
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', sslError: 1, unexpectedEof: false });
    expect(error.queue.length).toBeGreaterThan(0);
    await server.seen('close');
  });

  test.each(bios)('bio %s: nobody listens: ECONNREFUSED, with the address', async (bio) => {
    const error = failure({ ...local(library, await freePort()), bio });
    expect(error).toMatchObject({ code: 'ECONNREFUSED', errno: 111, operation: 'connect', ret: null, sslError: null });
    expect(error.attempts).toEqual([{ address: '127.0.0.1', code: 'ECONNREFUSED' }]);
  });

  test.each(bios)('bio %s: a reset in the middle is ECONNRESET', async (bio) => {
    const { port } = await peer.listen({ kind: 'raw', then: 'reset' });
    expect(failure({ ...local(library, port), bio })).toMatchObject({ code: 'ECONNRESET', errno: 104 });
  });

  test.each(bios)('bio %s: an end at once is an unexpected end', async (bio) => {
    const { port } = await peer.listen({ kind: 'raw', then: 'end' });
    expect(failure({ ...local(library, port), bio })).toMatchObject({ code: 'ERR_SSL_UNEXPECTED_EOF', unexpectedEof: true });
  });

  test.each(bios)('bio %s: silence ends at the deadline', async (bio) => {
    const server = await peer.listen({ kind: 'raw' });
    const error = failure({ ...local(library, server.port), bio, timeout: 50 });
    expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT', family: 'peer', unexpectedEof: false });
    expect(error.handshakeSteps).toMatchObject([{ call: 'SSL_connect', ret: -1, code: 2 }]);
    await server.seen('close');
  });

  test('silence before the TCP connection is made ends at the deadline', async () => {
    // A listener that accepts nobody, with its queue full: further connections get no answer.
    const program = `
      require('node:net').createServer().listen({ host: '127.0.0.1', port: 0, backlog: 1 }, function () {
        process.send(this.address().port, () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
      });`;
    let error: unknown;
    const listening = await run(program, {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => {
        child.once('message', (port: number) => {
          let connected = 0;
          const sockets = Array.from({ length: 8 }, () => connectTcp(port, '127.0.0.1'));
          for (const socket of sockets) {
            socket.on('connect', () => {
              connected += 1;
              if (connected !== 2) return;
              error = thrown(() => connectSync({ ...local(library, port), timeout: 200 }));
              for (const each of sockets) each.destroy();
              child.kill('SIGKILL');
            });
          }
        });
      },
    });
    expect(listening.signal).toBe('SIGKILL');
    expect(error).toMatchObject({ code: 'ERR_SSL_TIMEOUT', operation: 'connect', attempts: [{ address: '127.0.0.1', code: 'ETIMEDOUT' }] });
  });

  test('a peer that drips bytes does not outlast the deadline', async () => {
    const { port } = await peer.listen({ kind: 'raw', reply: '\x16\x03\x03\x40\x00', then: 'drip' });
    expect(failure({ ...local(library, port), timeout: 100 })).toMatchObject({ code: 'ERR_SSL_TIMEOUT' });
  });

  test.each(bios)('bio %s: a server that sends one byte at a time is fine', async (bio) => {
    const tls = await peer.listen({ kind: 'tls' });
    const { port } = await peer.listen({ kind: 'proxy', to: tls.port, byteByByte: true });
    const socket = connectSync({ ...local(library, port), bio });
    socket.write('slowly');
    expect(String(socket.read())).toBe('slowly');
    socket.close();
  });

  test.each(versions.flatMap((version) => (['end', 'reset'] as const).map((cut) => [version, cut] as const)))(
    '%s: a flight that is cut at many places by %s is an unexpected end or a reset, never a hang',
    async (version, cut) => {
      const tls = await peer.listen({ kind: 'tls', maxVersion: version });
      const { port } = await peer.listen({ kind: 'proxy', to: tls.port, cutStep: 53, cut });
      const codes = new Set<string>();
      let attempts = 0;
      for (let done = false; !done; attempts += 1) {
        try {
          connectSync({ ...local(library, port), groups: 'P-256', bio: attempts % 2 === 0 ? 'pair' : 'socket' }).close();
          done = true;
        } catch (error) {
          codes.add(error instanceof SslError ? `${error.code} ${error.unexpectedEof}` : String(error));
        }
      }
      expect(attempts).toBeGreaterThan(15);
      const allowed = cut === 'end' ? ['ERR_SSL_UNEXPECTED_EOF true'] : ['ECONNRESET false', 'ERR_SSL_UNEXPECTED_EOF true'];
      expect(allowed).toEqual(expect.arrayContaining([...codes]));
    },
  );

  test('a name that does not exist is ENOTFOUND', () => {
    const error = failure({ library, ca: certificatePem('root'), host: 'nonexistent.invalid', port: 443 });
    expect(error).toMatchObject({ code: 'ENOTFOUND', operation: 'getaddrinfo', attempts: [] });
  });

  (noNamespaces === null ? test : test.skip)(
    `tries each address of a name, and lists them if all fail${noNamespaces === null ? '' : ` (skipped: ${noNamespaces})`}`,
    async () => {
      const { port } = await peer.listen({ kind: 'tls' });
      const program = `
      const { free, ...options } = input;
      try {
        libssl.connectSync({ ...options, port: free });
      } catch (error) { say({ code: error.code, attempts: error.attempts }); }
      const socket = libssl.connectSync(options);
      say(socket.connection.verify.verified);
      socket.close();`;
      const { library: _, ...options } = { ...trusting(library), host: 'two.test', port, free: await freePort(), serverName: hosts.good };
      const ran = await run(program, {
        input: { ...options, library: selector },
        wrapper: hostsFile('::1 two.test\\n127.0.0.1 two.test\\n'),
      });
      expect(ran.stderr).toBe('');
      const attempts = ['::1', '127.0.0.1'].map((address) => ({ address, code: 'ECONNREFUSED' }));
      expect(said(ran)).toEqual([{ code: 'ECONNREFUSED', attempts }, true]);
    },
  );
});
