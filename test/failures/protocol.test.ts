// Why two sides do not come together, as each of them tells it: suites.md, section 2.

import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import { errorOf, reasons, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, since } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

type Settings = Partial<SslContextOptions>;

/** What the side that said no reports, and the alert that the other side gets. */
interface Refusal {
  readonly reason: number;
  readonly alert: number;
}

interface Scene {
  readonly scene: string;
  readonly client: Settings;
  readonly server: () => Settings;
  /** The server's reason and alert, by release where they differ. */
  readonly refusal: Refusal;
}

const alone = { certificate: undefined, privateKey: undefined } as unknown as Settings;
const none = (): Settings => ({});
const old: Settings = { minProtocol: 'TLSv1', maxProtocol: 'TLSv1.1', cipherList: 'ALL@SECLEVEL=0' };

const scenes: readonly Scene[] = [
  {
    scene: 'no common protocol, the server newer',
    client: { maxProtocol: 'TLSv1.2' },
    server: () => ({ minProtocol: 'TLSv1.3' }),
    refusal: { reason: 258, alert: 70 },
  },
  {
    scene: 'no common protocol, the client newer',
    client: { minProtocol: 'TLSv1.3' },
    server: () => ({ maxProtocol: 'TLSv1.2' }),
    refusal: { reason: 258, alert: 70 },
  },
  {
    scene: 'an old client at a server of today',
    client: old,
    server: () => ({ minProtocol: 'TLSv1.2' }),
    refusal: { reason: 258, alert: 70 },
  },
  {
    scene: 'a client of today at an old server',
    client: { minProtocol: 'TLSv1.2' },
    server: () => old,
    refusal: { reason: 258, alert: 70 },
  },
  {
    scene: 'no common cipher in TLS 1.2',
    client: { maxProtocol: 'TLSv1.2', cipherList: 'ECDHE-RSA-AES128-GCM-SHA256' },
    server: () => ({ cipherList: 'ECDHE-RSA-AES256-GCM-SHA384' }),
    refusal: { reason: 193, alert: 40 },
  },
  {
    scene: 'no common cipher in TLS 1.3',
    client: { minProtocol: 'TLSv1.3', cipherSuites: 'TLS_AES_128_GCM_SHA256' },
    server: () => ({ cipherSuites: 'TLS_AES_256_GCM_SHA384' }),
    refusal: { reason: 193, alert: 40 },
  },
  {
    scene: 'an EC certificate for ciphers with RSA',
    client: { maxProtocol: 'TLSv1.2', cipherList: 'aRSA' },
    server: () => identity('serverEc'),
    refusal: { reason: 193, alert: 40 },
  },
  {
    scene: 'no common group in TLS 1.3',
    client: { minProtocol: 'TLSv1.3', groups: 'P-256' },
    server: () => ({ groups: 'P-384' }),
    refusal: { reason: 101, alert: 40 },
  },
  {
    scene: 'no common signature algorithm in TLS 1.3',
    client: { minProtocol: 'TLSv1.3', conf: { SignatureAlgorithms: 'ECDSA+SHA256' } },
    server: none,
    refusal: { reason: 118, alert: 40 },
  },
  {
    scene: 'a client that fell back without need',
    client: { maxProtocol: 'TLSv1.2', modes: ['SSL_MODE_SEND_FALLBACK_SCSV'] },
    server: none,
    refusal: { reason: 373, alert: 86 },
  },
  {
    scene: 'no common signature algorithm in TLS 1.2',
    client: { maxProtocol: 'TLSv1.2', signatureAlgorithms: 'RSA+SHA256' },
    server: () => ({ signatureAlgorithms: 'RSA+SHA512' }),
    refusal: { reason: 376, alert: 40 },
  },
  {
    scene: 'no common ALPN protocol',
    client: { alpn: ['h2'] },
    server: () => ({ alpn: ['http/1.1'] }),
    refusal: { reason: 235, alert: 120 },
  },
  {
    scene: 'no client certificate in TLS 1.2',
    client: { maxProtocol: 'TLSv1.2' },
    server: () => ({ verifyMode: 'fail-if-no-peer-cert', ca: certificatePem('root') }),
    refusal: { reason: 199, alert: 40 },
  },
  {
    scene: 'a server without certificate in TLS 1.2',
    client: { maxProtocol: 'TLSv1.2' },
    server: () => alone,
    refusal: { reason: 193, alert: 40 },
  },
  {
    scene: 'a server without certificate in TLS 1.3',
    client: { minProtocol: 'TLSv1.3' },
    server: () => alone,
    refusal: { reason: 258, alert: 70 },
  },
];

describeEachLibrary('protocol failures', (library) => {
  test.each(scenes.map((row) => [row.scene, row.refusal.reason, row.refusal.alert, row] as const))(
    '%s: the server has reason %i and sends alert %i, the client receives it',
    (_, reason, alert, row) => {
      withPair({ library, client: row.client, server: { ...identity('server'), ...row.server() } }, (pair) => {
        const { client, server } = pair.handshake();
        expect(errorOf(server)).toMatchObject({
          code: 'ERR_SSL_PROTOCOL',
          operation: 'SSL_accept',
          ret: -1,
          sslError: 1,
          alert: { direction: 'sent', description: alert },
        });
        expect(reasons(errorOf(server))).toEqual([`20:${reason}`]);
        expect(errorOf(client)).toMatchObject({
          code: 'ERR_SSL_ALERT',
          operation: 'SSL_connect',
          ret: -1,
          sslError: 1,
          alert: { direction: 'received', description: alert },
        });
        expect(reasons(errorOf(client))).toEqual([`20:${1000 + alert}`]);
      });
    },
  );

  test('a client whose own settings leave no protocol sends no ClientHello: reason 191 (SSL_CTX_set_min_proto_version(3))', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library, minProtocol: 'TLSv1.3', maxProtocol: 'TLSv1.2' }));
    const error = errorOf(engine.connect());
    expect(reasons(error)).toEqual(['20:191']);
    expect(error.alert).toMatchObject({ direction: 'sent', description: since(library, { '1.1.1': 80, '3.0': 70 }) });
    engine.close();
  });

  test('a client of TLS 1.0 at level 1, at a server of TLS 1.0 alone (SSL_CTX_set_security_level(3))', () => {
    const client = { minProtocol: 'TLSv1', cipherList: 'ALL', securityLevel: 1 } as const;
    withPair({ library, client, server: { ...identity('server'), ...old } }, (pair) => {
      const { client: result } = pair.handshake();
      const { error } = result.status === 'failed' ? result : { error: null };
      const expected = since(library, {
        '1.1.1': null, // its level 1 takes TLS 1.0
        '3.0': { reason: '20:333', alert: { direction: 'sent', description: 80 } },
        '3.5': { reason: '20:1070', alert: { direction: 'received', description: 70 } },
      });
      expect(error && { reason: reasons(error)[0], alert: error.alert }).toEqual(
        expected && { ...expected, alert: expect.objectContaining(expected.alert) },
      );
    });
  });

  test('TLS 1.0 and 1.1 still work at security level 0 (SSL_CTX_set_security_level(3))', () => {
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      const both = { minProtocol: version, maxProtocol: version, cipherList: 'ALL@SECLEVEL=0' };
      withPair({ library, client: both, server: { ...identity('server'), ...both } }, (pair) => {
        expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
        expect(pair.client.connection.protocol).toBe(version);
      });
    }
  });
});

const plainTexts: readonly (readonly [what: string, text: string])[] = [
  ['an HTTP server', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ['an SMTP server', '220 mail.example ESMTP ready\r\n'],
  ['an SSH server', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
  ['a POP3 server', '+OK ready\r\n'],
  ['an IMAP server', '* OK ready\r\n'],
];

describeEachLibrary('plain text in place of TLS', (library) => {
  test.each(plainTexts)('rule 10: the answer of %s is "wrong version number", 267', (_, text) => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }));
    engine.connect();
    engine.drain();
    engine.feed(Buffer.from(text));
    const error = errorOf(engine.connect());
    expect(reasons(error)).toEqual(['20:267']);
    expect(error).toMatchObject({ code: 'ERR_SSL_PROTOCOL', ret: -1, sslError: 1, alert: null, verify: null, unexpectedEof: false });
    expect(engine.bytesToDrain).toBe(0);
    engine.close();
  });

  test('an HTTP request at a server is reason 156, a proxy request 155', () => {
    const server = (): SslEngine => new SslEngine(new SslContext({ role: 'server', library, ...identity('server') }));
    for (const [text, reason] of [
      ['GET / HTTP/1.1\r\nHost: x\r\n\r\n', 156],
      ['CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', 155],
    ] as const) {
      const engine = server();
      engine.feed(Buffer.from(text));
      expect(reasons(errorOf(engine.accept()))).toEqual([`20:${reason}`]);
      engine.close();
    }
  });

  test('fewer than five bytes of anything are not enough to tell: want-read (SSL_connect(3))', () => {
    const engine = new SslEngine(new SslContext({ role: 'client', library }));
    engine.connect();
    engine.feed(Buffer.from('HTTP'));
    expect(engine.connect()).toMatchObject({ status: 'want-read' });
    expect(engine.bytesWanted).toBe(1);
    engine.close();
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  if (at >= 0 && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  return bytes;
}

describeEachLibrary('bytes altered under way', (library) => {
  test('a record that does not decrypt is "decryption failed or bad record mac", 281, and alert 20', () => {
    withConnectedPair({ library, client: { minProtocol: 'TLSv1.3' } }, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(10));
      pair.toClient.alter = (bytes) => flip(bytes, bytes.length - 1);
      pair.server.write(Buffer.from('to be altered'));
      pair.shuttle();
      const error = errorOf(pair.client.read(Buffer.alloc(100)));
      // The record layer of 3.2 and later says so a second time.
      expect(reasons(error)).toEqual(since(library, { '1.1.1': ['20:281'], '3.2': ['20:281', '20:313'] }));
      expect(error.alert).toMatchObject({ direction: 'sent', description: 20 });
      pair.shuttle();
      expect(errorOf(pair.server.read(Buffer.alloc(100))).alert).toMatchObject({ direction: 'received', description: 20 });
    });
  });

  test('each byte of the server hello, altered, fails the handshake, but for one that TLS 1.3 tells clients to ignore (RFC 8446, 5.1)', () => {
    const harmless: number[] = [];
    for (let target = 0; target < 120; target += 1) {
      withPair({ library, client: { groups: 'P-256' } }, (pair) => {
        pair.toClient.alter = (bytes, offset) => flip(bytes, target - offset);
        const { client, server } = pair.handshake();
        if (client.status === 'done' && server.status === 'done') harmless.push(target);
      });
    }
    expect(harmless).toEqual([2]);
  });
});
