// Post-quantum groups: what a library has, what a handshake agrees on, and what is told of it.

import { describe, expect, test } from '@jest/globals';
import { type ClientHello, NotSupportedError, type OpenSSL, SslContext } from '../../lib/index.ts';
import { type PairOptions, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachLibrary, describeEachOf, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { librariesWithPostQuantum } from '../support/post-quantum.ts';

const hybrids = ['X25519MLKEM768', 'SecP256r1MLKEM768', 'SecP384r1MLKEM1024'] as const;
const alone = ['MLKEM512', 'MLKEM768', 'MLKEM1024'] as const;

const withGroups = (library: OpenSSL, client: string | null, server: string | null): PairOptions => ({
  library,
  client: { ...trustingClient(), ...(client === null ? {} : { groups: client }) },
  server: { ...identity('serverEc'), ...(server === null ? {} : { groups: server }) },
});

describeEachOf('post-quantum groups: OpenSSL %s', librariesWithPostQuantum(), (_, library) => {
  test('are told as what the library has, and taken by these names', () => {
    expect(library.groups).toEqual(expect.arrayContaining([...hybrids, ...alone, 'x25519', 'secp256r1']));
    expect(new Set(library.groups).size).toBe(library.groups.length);
    for (const groups of library.groups) expect(() => new SslContext({ role: 'client', library, groups })).not.toThrow();
    expect(() => new SslContext({ role: 'client', library, groups: library.groups.join(':') })).not.toThrow();
  });

  test('are those of a context’s protocol versions', () => {
    const of12 = new SslContext({ role: 'client', library, ...only('TLSv1.2') }).implementedGroups;
    expect(of12).toEqual(expect.arrayContaining(['secp256r1']));
    for (const name of [...hybrids, ...alone]) expect(of12).not.toContain(name);
    expect(new SslContext({ role: 'server', library }).implementedGroups).toEqual(library.groups);
  });

  test('one is agreed on without a word', () => {
    withConnectedPair(withGroups(library, null, null), ({ client, server }) => {
      expect(client.connection.group).toBe('X25519MLKEM768');
      expect(server.connection.group).toBe('X25519MLKEM768');
    });
  });

  test.each([...hybrids, ...alone])('%s is agreed on and told', (group) => {
    withConnectedPair(withGroups(library, group, group), ({ client, server }) => {
      const type = group.replace(/^MLKEM/, 'ML-KEM-');
      const bits = Number(/\d+$/.exec(group)?.[0]);
      const own = { type, bits, securityBits: { 512: 128, 768: 192, 1024: 256 }[bits], group: null };
      expect(client.connection).toMatchObject({ protocol: 'TLSv1.3', group, temporaryKeys: { own, peer: null } });
      // What a server encapsulates is no key of its own: it knows the client's.
      expect(server.connection).toMatchObject({ protocol: 'TLSv1.3', group, temporaryKeys: { own: null } });
    });
  });

  test('with TLS 1.2 it is a curve', () => {
    const options = withGroups(library, null, null);
    withConnectedPair({ ...options, client: { ...options.client, ...only('TLSv1.2') } }, ({ client }) => {
      expect(client.connection.group).toBe('x25519');
    });
  });

  test.each([
    ['the first has a share, unless something else is said', 'X25519MLKEM768:x25519', ['X25519MLKEM768']],
    ['each that is marked has one', '*X25519MLKEM768:*x25519:secp256r1', ['X25519MLKEM768', 'x25519']],
    ['what is not known is left out where it is marked so', '?no-such-group:x25519', ['x25519']],
    ['tuples are written with slashes', '*x25519/*X25519MLKEM768', ['x25519', 'X25519MLKEM768']],
  ])('shares: %s', (__, groups, keyShares) => {
    const hellos: ClientHello[] = [];
    const options = withGroups(library, groups, null);
    const clientHelloCallback = (hello: ClientHello): undefined => void hellos.push(hello);
    withConnectedPair({ ...options, server: { ...options.server, clientHelloCallback } }, () => undefined);
    expect(hellos[0]).toMatchObject({ keyShares });
    expect(hellos[0]?.groups).toEqual(
      groups
        .split(/[:/]/)
        .filter((name) => !name.startsWith('?'))
        .map((name) => name.replace('*', '')),
    );
  });

  test('a server that wants another share asks for it', () => {
    const hellos: ClientHello[] = [];
    const options = withGroups(library, '*x25519:X25519MLKEM768', 'X25519MLKEM768');
    const clientHelloCallback = (hello: ClientHello): undefined => void hellos.push(hello);
    withConnectedPair({ ...options, server: { ...options.server, clientHelloCallback } }, ({ client }) => {
      expect(client.connection.group).toBe('X25519MLKEM768');
    });
    expect(hellos.map(({ keyShares }) => keyShares)).toEqual([['x25519'], ['X25519MLKEM768']]);
  });

  test.each([
    ['takes the share that is there within a tuple', 'X25519MLKEM768:x25519', 'x25519', 1],
    ['asks for one of an earlier tuple', 'X25519MLKEM768/x25519', 'X25519MLKEM768', 2],
  ])('a server %s', (__, groups, group, hellos) => {
    let count = 0;
    const options = withGroups(library, '*x25519:X25519MLKEM768', groups);
    const clientHelloCallback = (): undefined => {
      count += 1;
    };
    withConnectedPair({ ...options, server: { ...options.server, clientHelloCallback } }, ({ client }) => {
      expect(client.connection.group).toBe(group);
    });
    expect(count).toBe(hellos);
  });

  test('a client hello goes through a BIO pair that is smaller than its share', () => {
    const small = { clientEngine: { bufferSize: 300 }, serverEngine: { bufferSize: 300 } };
    withConnectedPair({ ...withGroups(library, 'MLKEM1024', 'MLKEM1024'), ...small }, (pair) => {
      expect(pair.client.connection.group).toBe('MLKEM1024');
      expect(pair.send('client', Buffer.alloc(2000, 1))).toHaveLength(2000);
    });
  });
});

describeEachOf('before 3.5: OpenSSL %s', librariesWithPostQuantum(false), (_, library) => {
  test('what there is cannot be asked', () => {
    const context = new SslContext({ role: 'client', library });
    for (const [ask, cFunction] of [
      [() => library.groups, 'SSL_CTX_get0_implemented_groups'],
      [() => context.implementedGroups, 'SSL_CTX_get0_implemented_groups'],
      [() => library.signatureAlgorithms, 'SSL_get1_builtin_sigalgs'],
    ] as const) {
      const error = thrown(ask);
      expect(error).toBeInstanceOf(NotSupportedError);
      expect((error as Error).message).toBe(`not supported by ${library.version.text}: ${cFunction}`);
    }
  });

  test('a group that there is not is refused by name', () => {
    expect(thrown(() => new SslContext({ role: 'client', library, groups: 'X25519MLKEM768' }))).toMatchObject({
      code: 'ERR_SSL_SETTING',
      function: 'SSL_CTX_set1_groups_list',
      message: expect.stringContaining('X25519MLKEM768'),
    });
  });
});

describeEachLibrary('what a client offers', (library) => {
  test('is told by name', () => {
    const hellos: ClientHello[] = [];
    const groups = library.isAtLeast('3.0') ? 'X25519:P-256' : 'X25519:P-256';
    const signatureAlgorithms = 'ECDSA+SHA256:RSA-PSS+SHA384';
    const client = { ...trustingClient(), groups, signatureAlgorithms };
    const server = { ...identity('serverEc'), clientHelloCallback: (hello: ClientHello): undefined => void hellos.push(hello) };
    withConnectedPair({ library, client, server }, ({ client: { connection } }) => expect(connection.group).toMatch(/x25519/i));
    expect(hellos).toHaveLength(1);
    expect(hellos[0]).toMatchObject({ groups: ['x25519', 'secp256r1'], keyShares: ['x25519'] });
    expect(hellos[0]?.signatureAlgorithms).toEqual(expect.arrayContaining(['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha384']));
  });
});

describe('between releases', () => {
  const [newest] = librariesWithPostQuantum().toReversed();
  const [oldest] = librariesWithPostQuantum(false);
  (newest === undefined || oldest === undefined ? test.skip : test)('what both have is agreed on', () => {
    if (newest === undefined || oldest === undefined) throw new Error('skipped');
    for (const [one, other] of [
      [newest[1], oldest[1]],
      [oldest[1], newest[1]],
    ] as const) {
      withConnectedPair({ client: { library: one, ...trustingClient() }, server: { library: other, ...identity('serverEc') } }, (pair) => {
        expect(pair.client.connection.group).toMatch(/^x25519$/i);
        expect(pair.server.connection.group).toMatch(/^x25519$/i);
      });
    }
  });
});
