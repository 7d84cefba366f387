// What two sides agree on, and the settings that steer it.

import { describe, expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import { type EnginePair, type PairOptions, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, isAtLeast, only, since } from '../support/libraries.ts';
import { certificateFile, hosts, identity, keyFile } from '../support/pki.ts';

const both = <T>(pair: EnginePair, look: (engine: EnginePair['client']) => T): readonly T[] => [look(pair.client), look(pair.server)];

describeEachLibrary('ALPN', (library) => {
  const alpnOf = (options: Omit<PairOptions, 'library'>): readonly (string | null)[] =>
    withConnectedPair({ library, ...options }, (pair) => both(pair, ({ connection }) => connection.alpn));

  test("the server's order decides (SSL_CTX_set_alpn_select_cb(3))", () => {
    expect(alpnOf({ client: { alpn: ['http/1.1', 'h2'] }, server: { ...identity('server'), alpn: ['h2', 'http/1.1'] } })).toEqual([
      'h2',
      'h2',
    ]);
  });

  test('one side alone agrees on none, and that is no failure', () => {
    expect(alpnOf({ client: { alpn: ['h2'] } })).toEqual([null, null]);
    expect(alpnOf({ server: { ...identity('server'), alpn: ['h2'] } })).toEqual([null, null]);
  });

  test("the engine's offer stands in place of its context's (SSL_set_alpn_protos(3))", () => {
    const server = { ...identity('server'), alpn: ['a', 'b'] };
    expect(alpnOf({ client: { alpn: ['a'] }, clientEngine: { alpn: ['b'] }, server })).toEqual(['b', 'b']);
  });

  test('names of 127, 128 and 255 characters go through (RFC 7301, 3.1)', () => {
    for (const length of [127, 128, 255]) {
      const long = 'x'.repeat(length);
      expect(alpnOf({ client: { alpn: ['y', long] }, server: { ...identity('server'), alpn: [long] } })).toEqual([long, long]);
    }
  });
});

describeEachLibrary('SNI', (library) => {
  test('the server reads the name that the client sends (SSL_get_servername(3))', () => {
    withConnectedPair({ library, clientEngine: { serverName: hosts.good } }, (pair) => {
      expect(both(pair, ({ connection }) => connection.serverName)).toEqual([hosts.good, since(library, { '1.1.1': hosts.good })]);
      expect(pair.toServer.bytes.includes(hosts.good)).toBe(true);
    });
  });

  test('without it no name is sent', () => {
    withConnectedPair({ library }, (pair) => {
      expect(both(pair, ({ connection }) => connection.serverName)).toEqual([null, null]);
    });
  });

  test('a client knows its own name before the handshake', () => {
    withConnectedPair({ library, clientEngine: { serverName: 'x' } }, (pair) => expect(pair.client.connection.serverName).toBe('x'));
  });
});

interface Agreed {
  readonly protocol: string;
  readonly cipher: string;
  readonly group: string | null;
}

describeEachLibrary('ciphers, groups and versions', (library) => {
  const agreed = (client: Partial<SslContextOptions>, server: Partial<SslContextOptions> = {}): Agreed =>
    withConnectedPair({ library, client, server: { ...identity('server'), ...server } }, (pair) => {
      const [one, other] = both(pair, ({ connection: { protocol, cipher, group } }) => ({
        protocol: protocol ?? '',
        cipher: cipher?.name ?? '',
        group: group?.toLowerCase() ?? null,
      }));
      if (one === undefined) throw new Error('no result');
      // 1.1.1 has no name for the group: it is read from the peer's key, which its TLS 1.2 server does not keep.
      const hidden = !isAtLeast(library, '3.0') && one.protocol !== 'TLSv1.3';
      expect(other).toEqual(hidden ? { ...one, group: null } : one);
      return one;
    });

  test('without settings it is TLS 1.3, and since 3.5 with a post-quantum group', () => {
    const group = since(library, { '1.1.1': 'x25519', '3.5': 'x25519mlkem768' });
    expect(agreed({})).toEqual({ protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', group });
  });

  test.each([
    ['TLS_AES_128_GCM_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ['TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256'],
  ])('cipherSuites %s of the client chooses in TLS 1.3 (SSL_CTX_set_ciphersuites(3))', (cipherSuites, cipher) => {
    expect(agreed({ cipherSuites }).cipher).toBe(cipher);
  });

  test.each([['ECDHE-RSA-AES128-GCM-SHA256'], ['ECDHE-RSA-CHACHA20-POLY1305'], ['AES128-SHA256']])(
    'cipherList %s chooses in TLS 1.2 (SSL_CTX_set_cipher_list(3))',
    (cipher) => {
      expect(agreed({ cipherList: cipher, maxProtocol: 'TLSv1.2' }).cipher).toBe(cipher);
    },
  );

  test.each([
    ['P-256', 'p-256', 'prime256v1', 'secp256r1'],
    ['P-384', 'p-384', 'secp384r1'],
    ['X25519', 'x25519'],
  ])('groups %s chooses the key exchange in both versions (SSL_CTX_set1_groups_list(3))', (groups, ...spellings) => {
    for (const protocol of ['TLSv1.2', 'TLSv1.3'] as const) expect(spellings).toContain(agreed({ groups, ...only(protocol) }).group);
  });

  test('a group of the server that the client did not send a key for takes a HelloRetryRequest, and works (RFC 8446, 4.1.4)', () => {
    const { group } = agreed({ groups: 'X25519:P-384', minProtocol: 'TLSv1.3' }, { groups: 'P-384' });
    expect(['secp384r1', 'p-384']).toContain(group);
  });

  test('RSA key transport has no group, and asking does no harm', () => {
    expect(agreed({ cipherList: 'AES128-GCM-SHA256', maxProtocol: 'TLSv1.2' }).group).toBeNull();
  });

  test('maxProtocol and minProtocol hold on either side (SSL_CTX_set_min_proto_version(3))', () => {
    expect(agreed({ maxProtocol: 'TLSv1.2' }).protocol).toBe('TLSv1.2');
    expect(agreed({}, { maxProtocol: 'TLSv1.2' }).protocol).toBe('TLSv1.2');
    expect(agreed({ minProtocol: 'TLSv1.3' }).protocol).toBe('TLSv1.3');
  });

  test('conf commands are applied, and after everything else (SSL_CONF_cmd(3))', () => {
    expect(agreed({ maxProtocol: 'TLSv1.3', conf: { MaxProtocol: 'TLSv1.2' } }).protocol).toBe('TLSv1.2');
    expect(agreed({ conf: { Ciphersuites: 'TLS_AES_128_GCM_SHA256' } }).cipher).toBe('TLS_AES_128_GCM_SHA256');
    expect(['p-256', 'prime256v1', 'secp256r1']).toContain(agreed({ conf: { Groups: 'P-256' } }).group);
    expect(agreed({ conf: { Options: '-SessionTicket', Protocol: '-TLSv1.3' } }).protocol).toBe('TLSv1.2');
  });

  test('conf can bring certificate and key, from files (SSL_CONF_cmd(3))', () => {
    const conf = { Certificate: certificateFile('server'), PrivateKey: keyFile('server') };
    expect(agreed({}, { certificate: undefined, privateKey: undefined, conf } as unknown as SslContextOptions).protocol).toBe('TLSv1.3');
  });

  test('the same settings serve a server (SSL_CONF_CTX_set_flags(3))', () => {
    expect(
      agreed({ maxProtocol: 'TLSv1.2' }, { conf: { Options: 'ServerPreference', CipherString: 'ECDHE-RSA-AES128-GCM-SHA256' } }).cipher,
    ).toBe('ECDHE-RSA-AES128-GCM-SHA256');
  });

  test('bits, IANA name and number of the cipher are told (SSL_CIPHER_get_bits(3))', () => {
    withConnectedPair({ library, client: { cipherList: 'ECDHE-RSA-AES128-GCM-SHA256', maxProtocol: 'TLSv1.2' } }, ({ client }) => {
      expect(client.connection.cipher).toEqual({
        name: 'ECDHE-RSA-AES128-GCM-SHA256',
        standardName: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        bits: 128,
        id: 0xc02f,
        protocol: 'TLSv1.2',
      });
    });
  });

  if (!isAtLeast(library, '3.5')) return;
  test('X25519MLKEM768 can be asked for alone', () => {
    expect(agreed({ groups: 'X25519MLKEM768' }).group).toBe('x25519mlkem768');
  });
});

describe('contexts that agree on nothing are refused when they are made, where OpenSSL sees it', () => {
  test('a cipher list that names nothing', () => {
    expect(() => new SslContext({ role: 'client', library: 'node', cipherList: 'NO-SUCH-CIPHER' })).toThrow(
      expect.objectContaining({
        code: 'ERR_SSL_SETTING',
        setting: 'cipherList',
        queue: [expect.objectContaining({ libraryCode: 20, reasonCode: 185 })],
      }),
    );
  });
});
