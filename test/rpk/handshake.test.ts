// Raw public keys in place of certificates: RFC 7250, SSL_CTX_set1_server_cert_type(3), SSL_add_expected_rpk(3).

import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SslContext, SslSession } from '../../lib/index.ts';
import { errorOf, type PairOptions, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { eachVersion, either, raw, serverShows } from '../support/raw-key-tests.ts';
import { type RawKey, rawKeys } from '../support/raw-keys.ts';

eachVersion("a server's raw public key: OpenSSL %s", (library, protocol) => {
  const pairOf = (options: PairOptions): PairOptions => ({
    library,
    ...options,
    client: { verifyMode: 'peer', serverCertTypes: raw, ...only(protocol), ...options.client },
    server: { ...only(protocol), ...options.server },
  });

  test.each(Object.entries(rawKeys))('is verified by the key that is expected: %s', (_, key) => {
    withConnectedPair(pairOf({ client: { expectedPeerKeys: [key.publicKey] }, server: serverShows(key) }), ({ client, server }) => {
      expect(client.connection.verify).toMatchObject({ code: 0, verified: true, peerName: null });
      expect(client.connection.certificateTypes).toEqual({ server: 'raw-public-key', client: 'x509' });
      expect(server.connection.certificateTypes).toEqual({ server: 'raw-public-key', client: 'x509' });
      expect(Buffer.from(client.peerPublicKey?.raw ?? []).equals(key.der)).toBe(true);
      expect(client.peerChain).toEqual([]);
      expect(client.peerCertificate).toBeNull();
      expect(client.verifiedChain).toEqual([]);
      expect(server.peerPublicKey).toBeNull();
      expect(client.connection.signatures.peer).toBe(server.connection.signatures.own);
      expect(client.connection.signatures.peer).toEqual(expect.any(String));
    });
  });

  test.each([
    ['ec', { type: 'EC', bits: 256, securityBits: 128, group: 'prime256v1' }],
    ['rsa', { type: 'RSA', bits: 2048, securityBits: 112, group: null }],
    ['ed25519', { type: 'ED25519', bits: 256, securityBits: 128, group: null }],
  ] as const)('is told with its type: %s', (name, told) => {
    const key = rawKeys[name];
    withConnectedPair(pairOf({ client: { expectedPeerKeys: [key.der] }, server: serverShows(key) }), ({ client }) => {
      expect(client.peerPublicKey).toEqual({
        ...told,
        raw: expect.any(Uint8Array),
        pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----\n/),
      });
    });
  });

  test('is refused where nothing is expected', () => {
    withPair(pairOf({ server: serverShows(rawKeys.ec) }), (pair) => {
      const { client, server } = pair.handshake();
      const error = errorOf(client);
      expect(error).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        alert: { direction: 'sent', level: 'fatal' },
        verify: { code: 95, name: 'X509_V_ERR_RPK_UNTRUSTED', depth: 0, certificate: null, peerCertificate: null },
      });
      expect(error.message).toContain("the peer's raw public key was not accepted");
      expect(Buffer.from(error.verify?.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
      expect(errorOf(server)).toMatchObject({ code: 'ERR_SSL_ALERT' });
      expect(pair.client.connection.verify.verified).toBe(false);
    });
  });

  test.each([
    ['another key', rawKeys.otherEc],
    ['a key of another type', rawKeys.rsa],
  ])('is refused where %s is expected', (_, expected) => {
    withPair(pairOf({ client: { expectedPeerKeys: [expected.publicKey] }, server: serverShows(rawKeys.ec) }), (pair) => {
      expect(errorOf(pair.handshake().client)).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        verify: { code: 65, name: 'X509_V_ERR_DANE_NO_MATCH', depth: 0, peerPublicKey: { type: 'EC' } },
      });
    });
  });

  test('is one of several that are expected', () => {
    const expectedPeerKeys = [rawKeys.rsa.publicKey, rawKeys.otherEc.der, rawKeys.ed25519.publicKey];
    for (const key of [rawKeys.rsa, rawKeys.ed25519]) {
      withConnectedPair(pairOf({ client: { expectedPeerKeys }, server: serverShows(key) }), ({ client }) => {
        expect(client.connection.verify.verified).toBe(true);
      });
    }
  });

  test("is verified by the connection's own expectation, in place of the context's", () => {
    const clientContext = new SslContext({
      ...{ role: 'client', library, verifyMode: 'peer', ...only(protocol) },
      ...{ serverCertTypes: raw, expectedPeerKeys: [rawKeys.ec.publicKey] },
    });
    const server = { ...serverShows(rawKeys.rsa), ...only(protocol) };
    const clientEngine = { expectedPeerKeys: [rawKeys.rsa.publicKey] };
    withConnectedPair({ library, clientContext, server, clientEngine }, ({ client }) => {
      expect(client.connection.verify.verified).toBe(true);
    });
    withPair({ library, clientContext, server: { ...server, ...serverShows(rawKeys.ec) }, clientEngine }, (pair) => {
      expect(errorOf(pair.handshake().client).verify?.code).toBe(65);
    });
  });

  test.each([
    ['the key in full', 'Full', (der: Buffer): Buffer => der],
    ['its SHA2-256', 'SHA2-256', (der: Buffer): Buffer => createHash('sha256').update(der).digest()],
    ['its SHA2-512', 'SHA2-512', (der: Buffer): Buffer => createHash('sha512').update(der).digest()],
  ] as const)('is verified by a TLSA record: %s', (_, matchingType, digest) => {
    const dane = (of: RawKey) =>
      ({ name: 'server.test', records: [{ usage: 'DANE-EE', selector: 'SPKI', matchingType, data: digest(of.der) }] }) as const;
    withConnectedPair(pairOf({ clientEngine: { dane: dane(rawKeys.ec) }, server: serverShows(rawKeys.ec) }), ({ client }) => {
      expect(client.connection.verify.verified).toBe(true);
    });
    withPair(pairOf({ clientEngine: { dane: dane(rawKeys.otherEc) }, server: serverShows(rawKeys.ec) }), (pair) => {
      expect(errorOf(pair.handshake().client).verify?.code).toBe(65);
    });
    // Beside the records.
    const clientEngine = { dane: dane(rawKeys.otherEc), expectedPeerKeys: [rawKeys.ec.publicKey] };
    withConnectedPair(pairOf({ clientEngine, server: serverShows(rawKeys.ec) }), ({ client }) => {
      expect(client.connection.verify.verified).toBe(true);
    });
  });

  test('is taken from a certificate where there is one', () => {
    const server = { ...identity('serverEc'), serverCertTypes: either };
    withPair(pairOf({ server }), (pair) => {
      const error = errorOf(pair.handshake().client);
      expect(error.verify).toMatchObject({ code: 95, peerCertificate: null });
      const expectedPeerKeys = [error.verify?.peerPublicKey?.raw ?? new Uint8Array(0)];
      withConnectedPair(pairOf({ client: { expectedPeerKeys }, server }), ({ client }) => {
        expect(client.connection.verify.verified).toBe(true);
        expect(client.peerChain).toEqual([]);
      });
    });
  });

  test('is resumed with the key that it was made with', () => {
    const expectedPeerKeys = [rawKeys.ec.publicKey];
    const clientContext = new SslContext({
      ...{ role: 'client', library, verifyMode: 'peer', ...only(protocol) },
      ...{ serverCertTypes: raw, expectedPeerKeys },
    });
    const serverContext = new SslContext({ role: 'server', library, ...only(protocol), ...serverShows(rawKeys.ec) });
    const session = withConnectedPair({ clientContext, serverContext }, (pair) => {
      pair.send('server', Buffer.from('a ticket comes along'));
      return pair.client.session;
    });
    if (session === null) throw new Error('no session');
    expect(Buffer.from(session.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
    const restored = SslSession.fromDer(session.toDer(), library);
    expect(Buffer.from(restored.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
    withConnectedPair({ clientContext, serverContext, clientEngine: { session: restored } }, ({ client }) => {
      expect(client.connection).toMatchObject({ resumed: true, verify: { verified: true } });
      expect(Buffer.from(client.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
      expect(client.peerChain).toEqual([]);
    });
  });

  test('is passed over by a client that knows of none: the certificate is shown', () => {
    const server = { ...identity('server'), serverCertTypes: either };
    withConnectedPair({ library, client: { ...trustingClient(), ...only(protocol) }, server }, ({ client }) => {
      expect(client.connection.certificateTypes).toEqual({ server: 'x509', client: 'x509' });
      expect(client.connection.verify.verified).toBe(true);
      expect(client.peerPublicKey).toMatchObject({ type: 'RSA', bits: 2048 });
    });
  });

  test('is no good for a client that knows of none, where there is no certificate', () => {
    withPair({ library, client: { ...trustingClient(), ...only(protocol) }, server: serverShows(rawKeys.ec) }, (pair) => {
      const { client, server } = pair.handshake();
      // With TLS 1.3 3.5 and 3.6 send an empty certificate, which the client refuses; 4.0 does not.
      expect([client.status, server.status]).toEqual(['failed', 'failed']);
      expect(pair.client.peerPublicKey).toBeNull();
    });
  });

  test('comes not from a server that knows of none: its certificate is verified where that will do', () => {
    withConnectedPair(pairOf({ client: { ...trustingClient(), serverCertTypes: either }, server: identity('server') }), ({ client }) => {
      expect(client.connection.certificateTypes?.server).toBe('x509');
      expect(client.connection.verify.verified).toBe(true);
    });
  });

  test('comes not from a server that knows of none: its certificate is refused where only a key will do', () => {
    withPair(pairOf({ client: trustingClient(), server: identity('server') }), (pair) => {
      expect(errorOf(pair.handshake().client)).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        verify: { code: 28, name: 'X509_V_ERR_CERT_REJECTED', depth: 0 },
      });
    });
  });

  test('nothing in common ends the handshake', () => {
    const client = { ...trustingClient(), serverCertTypes: ['x509'] } as const;
    withPair(pairOf({ client, server: serverShows(rawKeys.ec) }), (pair) => {
      const { server } = pair.handshake();
      expect(errorOf(server).alert).toMatchObject({ direction: 'sent', name: 'unsupported_certificate' });
    });
  });

  test('an expected key stands in place of authorities for a certificate too, and its name is looked at', () => {
    const client = { ...trustingClient(), serverCertTypes: either, expectedPeerKeys: [rawKeys.ec.publicKey] };
    withPair(pairOf({ client, server: identity('server') }), (pair) => {
      expect(errorOf(pair.handshake().client).verify?.code).toBe(65);
    });
    withPair(pairOf({ client: { serverCertTypes: either }, server: identity('selfSigned') }), (pair) => {
      const key = errorOf(pair.handshake().client).verify?.peerPublicKey?.raw ?? new Uint8Array(0);
      const pinned = { client: { serverCertTypes: either, expectedPeerKeys: [key] }, server: identity('selfSigned') };
      withConnectedPair(pairOf({ ...pinned }), (connected) => expect(connected.client.connection.verify.verified).toBe(true));
      for (const where of [
        { clientEngine: { verifyHost: 'other.test' } },
        { clientEngine: { verifyParameters: { hosts: ['other.test'] } } },
      ]) {
        withPair(pairOf({ ...pinned, ...where }), (other) => expect(errorOf(other.handshake().client).verify?.code).toBe(62));
        const ofEngine = { ...where.clientEngine, expectedPeerKeys: [key] };
        withPair(pairOf({ client: { serverCertTypes: either }, server: pinned.server, clientEngine: ofEngine }), (other) =>
          expect(errorOf(other.handshake().client).verify?.code).toBe(62),
        );
      }
    });
  });
});
