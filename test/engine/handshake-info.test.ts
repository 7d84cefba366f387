// How a handshake was done: signatures, temporary keys, offers, secrets. Each can be asked at any time, of either side.

import { expect, test } from '@jest/globals';
import { signatureName, signatureNameOf } from '../../lib/core/signature-names.ts';
import { SslContext, type SslEngine, type SslSession } from '../../lib/index.ts';
import { EnginePair, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, isAtLeast, only, since } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const nothing = {
  signatures: { own: null, peer: null },
  temporaryKeys: { own: null, peer: null },
  roundTripTime: null,
  compression: null,
  extendedMasterSecret: null,
  secureRenegotiation: null,
};
const lists = (engine: SslEngine): readonly unknown[] => [engine.clientCiphers, engine.sharedCiphers, engine.sharedSignatureAlgorithms];
const p256 = { groups: 'P-256' };

describeEachLibraryAndProtocol('how the handshake was done', (library, protocol) => {
  const mutual = {
    library,
    client: { ...trustingClient(), ...only(protocol), ...identity('client'), ...p256 },
    server: { ...identity('serverEc'), ca: certificatePem('root'), verifyMode: 'peer', sessionIdContext: 'test' },
  } as const;

  test('both sides name the same signatures as TLS does (SSL_get_peer_signature_nid(3))', () => {
    withConnectedPair(mutual, (pair) => {
      const server = 'ecdsa_secp256r1_sha256';
      const client = 'rsa_pss_rsae_sha256';
      expect(pair.client.connection.signatures).toEqual({ own: client, peer: server });
      expect(pair.server.connection.signatures).toEqual({ own: server, peer: client });
    });
  });

  test.each([
    ['rsa_pss_rsae_sha384', 'RSA-PSS+SHA384', 'server'],
    ['rsa_pss_rsae_sha512', 'RSA-PSS+SHA512', 'server'],
    ['ecdsa_secp256r1_sha256', 'ECDSA+SHA256', 'serverEc'],
  ] as const)('%s is told as such', (name, signatureAlgorithms, server) => {
    withConnectedPair({ library, client: { ...only(protocol), signatureAlgorithms }, server: identity(server) }, (pair) => {
      expect(pair.client.connection.signatures).toEqual({ own: null, peer: name });
      expect(pair.server.connection.signatures).toEqual({ own: name, peer: null });
      expect(pair.server.sharedSignatureAlgorithms).toEqual([name]); // SSL_get_shared_sigalgs(3)
    });
  });

  test('a resumed connection was signed by nobody', () => {
    const clientContext = new SslContext({ role: 'client', library, ...mutual.client });
    const serverContext = new SslContext({ role: 'server', library, ...mutual.server });
    const first = EnginePair.connected({ clientContext, serverContext });
    first.shuttleAll();
    first.client.read(Buffer.alloc(1));
    const session = first.client.session as SslSession;
    first.client.shutdown();
    first.server.shutdown();
    first.close();
    withConnectedPair({ clientContext, serverContext, clientEngine: { session } }, (pair) => {
      expect(pair.client.connection).toMatchObject({ resumed: true, signatures: nothing.signatures });
      expect(pair.server.connection).toMatchObject({ resumed: true, signatures: nothing.signatures });
    });
  });

  test('the temporary keys are of the group that was agreed on (SSL_get_peer_tmp_key(3))', () => {
    withConnectedPair(mutual, (pair) => {
      const key = { type: since(library, { '1.1.1': 'id-ecPublicKey', '3.0': 'EC' }), bits: 256, securityBits: 128, group: 'prime256v1' };
      expect(pair.client.connection.temporaryKeys.peer).toEqual(key);
      if (protocol === 'TLSv1.3') {
        expect(pair.client.connection.temporaryKeys.own).toEqual(key);
        expect(pair.server.connection.temporaryKeys).toEqual({ own: key, peer: key });
      }
    });
  });

  test('the round-trip time is a number of microseconds since 3.2 (SSL_get_handshake_rtt(3))', () => {
    withConnectedPair(mutual, (pair) => {
      const { roundTripTime } = pair.client.connection;
      if (isAtLeast(library, '3.2')) expect(roundTripTime).toBeGreaterThanOrEqual(0);
      else expect(roundTripTime).toBeNull();
    });
  });

  test('what belongs to TLS 1.2 is null with TLS 1.3 (SSL_get_extms_support(3))', () => {
    const expected = protocol === 'TLSv1.2' ? true : null;
    withConnectedPair(mutual, (pair) => {
      for (const { connection } of [pair.client, pair.server]) {
        expect(connection).toMatchObject({ compression: null, extendedMasterSecret: expected, secureRenegotiation: expected });
      }
    });
  });

  test('a server knows what the client offered, and what of it both have (SSL_get_client_ciphers(3), SSL_get_shared_ciphers(3))', () => {
    const cipherList = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384';
    const cipherSuites = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384';
    const [one = '', other = ''] = (protocol === 'TLSv1.2' ? cipherList : cipherSuites).split(':');
    const client = { ...only(protocol), cipherList, cipherSuites };
    const server = { ...identity('serverEc'), cipherList: other, cipherSuites: other };
    withConnectedPair(
      { library, client, server: { ...server, ...(protocol === 'TLSv1.2' ? { cipherSuites } : { cipherList }) } },
      (pair) => {
        expect(pair.server.clientCiphers).toEqual([one, other]);
        expect(pair.server.sharedCiphers).toEqual([other]);
        expect(lists(pair.client)).toEqual([[], [], []]);
      },
    );
  });

  test('the master key is the same on both sides, and nothing that is printed has it (SSL_SESSION_get_master_key(3))', () => {
    withConnectedPair({ ...mutual, client: { ...mutual.client, onKeylog: () => undefined } }, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1)); // with TLS 1.3 it comes with a ticket
      const key = Buffer.from(pair.client.masterKey);
      expect(key).toHaveLength(48);
      if (protocol === 'TLSv1.2') expect(key.equals(pair.server.masterKey)).toBe(true);
      const { connection, state, session } = pair.client;
      expect(JSON.stringify({ connection, state, session })).not.toContain(key.toString('hex'));
    });
  });
});

describeEachLibraryAndProtocol('the questions at any time', (library, protocol) => {
  test('crash nothing before, in the middle of and after a handshake, on either side', () => {
    withPair({ library, client: only(protocol), server: identity('server') }, (pair) => {
      const ask = (engine: SslEngine): object => ({ ...engine.connection, lists: lists(engine), key: engine.masterKey });
      for (const engine of [pair.client, pair.server])
        expect(ask(engine)).toMatchObject({ ...nothing, lists: [[], [], []], key: new Uint8Array(0) });
      for (let moved = true; moved; ) {
        pair.client.connect();
        ask(pair.client);
        pair.server.accept();
        ask(pair.server);
        moved = pair.shuttle();
      }
      expect(ask(pair.client)).toMatchObject({ protocol, compression: null });
      pair.client.shutdown();
      pair.shuttleAll();
      expect(ask(pair.server)).toMatchObject({ protocol, compression: null });
    });
  });

  test('crash nothing after a failed one: a server still tells what the client had offered', () => {
    withPair({ library, client: { ...trustingClient(), ...only(protocol) }, server: identity('selfSigned') }, (pair) => {
      expect(pair.handshake().client.status).toBe('failed');
      expect(pair.client.connection).toMatchObject(nothing);
      expect(pair.server.clientCiphers.length).toBeGreaterThan(0);
      expect(() => [pair.client.masterKey, lists(pair.client), pair.server.masterKey, lists(pair.server)]).not.toThrow();
    });
  });
});

describeEachLibrary('no shared cipher', (library) => {
  test('the server tells what it was offered and could not take', () => {
    const client = { ...only('TLSv1.2'), cipherList: 'ECDHE-RSA-AES128-GCM-SHA256' };
    const server = { ...identity('server'), cipherList: 'ECDHE-RSA-AES256-GCM-SHA384' };
    withPair({ library, client, server }, (pair) => {
      expect(pair.handshake().server.status).toBe('failed');
      expect([pair.server.clientCiphers, pair.server.sharedCiphers]).toEqual([['ECDHE-RSA-AES128-GCM-SHA256'], []]);
    });
  });
});

test.each([
  ['rsaEncryption', 'SHA256', false, 'rsa_pkcs1_sha256'],
  ['rsaEncryption', 'MD5-SHA1', false, 'rsa_pkcs1_md5_sha1'],
  ['RSASSA-PSS', 'SHA384', true, 'rsa_pss_pss_sha384'],
  ['RSASSA-PSS', 'SHA384', false, 'rsa_pss_rsae_sha384'],
  ['id-ecPublicKey', 'SHA1', false, 'ecdsa_sha1'],
  ['ED25519', '', false, 'ed25519'],
  ['gost2012_256', 'md_gost12_256', false, 'md_gost12_256 with gost2012_256'],
])('%s with %p (a PSS key: %p) is %s', (keyType, digest, pssKey, name) => {
  expect(signatureNameOf(keyType, digest, pssKey)).toBe(name);
});

test('a scheme without a known name is shown by its number', () => {
  expect([signatureName(0x08_07), signatureName(0xfe_01), signatureName(1)]).toEqual(['ed25519', '0xfe01', '0x0001']);
});
