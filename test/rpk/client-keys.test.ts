// Raw public keys of clients, and over datagrams: RFC 7250, SSL_CTX_set1_client_cert_type(3), SSL_add_expected_rpk(3).

import { expect, test } from '@jest/globals';
import { SslContext } from '../../lib/index.ts';
import { DatagramPair } from '../support/datagram-pair.ts';
import { errorOf, type PairOptions, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachOf, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { eachVersion, either, raw, serverShows } from '../support/raw-key-tests.ts';
import { librariesWithRawKeys, type RawKey, rawKeys } from '../support/raw-keys.ts';

eachVersion("a client's raw public key: OpenSSL %s", (library, protocol) => {
  const pairOf = (key: RawKey, server: PairOptions['server']): PairOptions => ({
    library,
    client: { ...trustingClient(), privateKey: key.privateKey, clientCertTypes: raw, ...only(protocol) },
    server: { ...identity('server'), clientCertTypes: raw, verifyMode: 'fail-if-no-peer-cert', ...only(protocol), ...server },
  });

  test('is verified by the key that is expected', () => {
    withConnectedPair(pairOf(rawKeys.ed25519, { expectedPeerKeys: [rawKeys.ed25519.publicKey] }), ({ client, server }) => {
      expect(server.connection).toMatchObject({
        certificateTypes: { server: 'x509', client: 'raw-public-key' },
        verify: { code: 0, verified: true },
      });
      expect(client.connection.certificateTypes).toEqual({ server: 'x509', client: 'raw-public-key' });
      expect(Buffer.from(server.peerPublicKey?.raw ?? []).equals(rawKeys.ed25519.der)).toBe(true);
      expect(server.peerChain).toEqual([]);
    });
  });

  test.each([
    ['nothing', undefined, 95],
    ['another key', [rawKeys.ec.publicKey], 65],
  ])('is refused where %s is expected', (_, expectedPeerKeys, code) => {
    withPair(pairOf(rawKeys.rsa, { ...(expectedPeerKeys && { expectedPeerKeys }) }), (pair) => {
      expect(errorOf(pair.handshake().server)).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        verify: { code, peerCertificate: null, peerPublicKey: { type: 'RSA' } },
      });
    });
  });

  test('goes with a raw public key of the server', () => {
    const options: PairOptions = {
      library,
      client: {
        ...{ verifyMode: 'peer', privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, clientCertTypes: either },
        ...{ expectedPeerKeys: [rawKeys.rsa.publicKey], ...only(protocol) },
      },
      server: {
        ...serverShows(rawKeys.rsa),
        ...{ clientCertTypes: either, verifyMode: 'fail-if-no-peer-cert', expectedPeerKeys: [rawKeys.ec.publicKey] },
      },
    };
    withConnectedPair(options, ({ client, server }) => {
      expect(client.connection).toMatchObject({
        certificateTypes: { server: 'raw-public-key', client: 'raw-public-key' },
        verify: { verified: true },
      });
      expect(server.connection.verify.verified).toBe(true);
    });
  });

  test('is passed over where the server knows of none: without a certificate there is nothing to show', () => {
    const { clientCertTypes: _, ...server } = { ...pairOf(rawKeys.ec, {}).server };
    withPair({ ...pairOf(rawKeys.ec, {}), server: { ...server, ca: trustingClient().ca } }, (pair) => {
      expect(errorOf(pair.handshake().server).code).toBe('ERR_SSL_PROTOCOL');
    });
  });

  test('a certificate in its place is refused where only a key will do', () => {
    const options = pairOf(rawKeys.ec, { ca: trustingClient().ca });
    const client = { ...trustingClient(), ...identity('client'), ...only(protocol) };
    withPair({ ...options, client }, (pair) => {
      expect(errorOf(pair.handshake().server).verify).toMatchObject({ code: 28, depth: 0 });
    });
  });
});

describeEachOf('raw public keys over datagrams: OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  test('are the same', () => {
    const pair = new DatagramPair({
      library,
      client: { verifyMode: 'peer', serverCertTypes: raw, expectedPeerKeys: [rawKeys.ec.publicKey] },
      serverContext: new SslContext({ role: 'server', method: 'dtls', library, ...serverShows(rawKeys.ec) }),
    });
    try {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.client.connection).toMatchObject({ protocol: 'DTLSv1.2', verify: { verified: true } });
      expect(Buffer.from(pair.client.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
    } finally {
      pair.close();
    }
  });
});
