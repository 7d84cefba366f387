// What an engine says of its connection and of the certificates in it.

import { X509Certificate } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

const nothing = { protocol: null, cipher: null, group: null, alpn: null, resumed: false };

describeEachLibraryAndProtocol('connection info', (library, protocol) => {
  const client = { ...trustingClient(), ...only(protocol) };

  test('rule 17: before the handshake nothing is told, and X509_V_OK is not called verified (SSL_get_verify_result(3))', () => {
    withPair({ library, client, clientEngine: { serverName: hosts.good } }, (pair) => {
      const before = { ...nothing, serverName: hosts.good, verify: { code: 0, name: 'X509_V_OK', verified: false, peerName: null } };
      expect(pair.client.connection).toMatchObject(before);
      pair.client.connect();
      expect(pair.client.connection).toMatchObject(before);
      expect(pair.client.peerCertificate).toBeNull();
      expect(pair.client.peerChain).toEqual([]);
      expect(pair.client.verifiedChain).toEqual([]);
    });
  });

  test('rule 17: verified needs all of it: a finished handshake, a peer certificate and the verify mode (SSL_get_verify_result(3))', () => {
    withConnectedPair({ library, client }, (pair) => {
      expect(pair.client.connection.verify.verified).toBe(true);
      expect(pair.server.connection.verify).toMatchObject({ verified: false, code: 0 });
    });
    withConnectedPair({ library, client: { ...client, verifyMode: 'none' } }, (pair) => {
      expect(pair.client.connection.verify).toMatchObject({ verified: false, code: 0, name: 'X509_V_OK' });
    });
    withConnectedPair({ library, client: only(protocol) }, (pair) => {
      expect(pair.client.connection.verify).toMatchObject({
        verified: false,
        code: 20,
        name: 'X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      });
    });
  });

  test('protocol, state and verification are told when it is done (SSL_get_version(3))', () => {
    withConnectedPair({ library, client, clientEngine: { verifyHost: hosts.good } }, (pair) => {
      expect(pair.client.connection).toMatchObject({ protocol, resumed: false, verify: { peerName: hosts.good, text: 'ok' } });
      expect(pair.client.connection.cipher).toMatchObject({ bits: expect.any(Number), id: expect.any(Number) });
      expect(pair.client.state).toEqual({
        text: 'SSL negotiation finished successfully',
        finished: true,
        sentShutdown: false,
        receivedShutdown: false,
        pending: 0,
        hasPending: false,
      });
    });
  });

  test('the peer’s chain is what it sent, the verified chain goes up to the root (SSL_get_peer_cert_chain(3))', () => {
    withConnectedPair({ library, client }, (pair) => {
      const subjects = pair.client.peerChain.map(({ subject }) => subject);
      expect(subjects).toEqual([`O=Testing,CN=${hosts.good}`, 'CN=Test Intermediate']);
      expect(pair.client.verifiedChain.map(({ subject }) => subject)).toEqual([...subjects, 'CN=Test Root']);
      expect(pair.client.peerCertificate).toEqual(pair.client.peerChain[0]);
      expect(pair.server.peerChain).toEqual([]);
    });
  });

  test('the wildcard that matched is the peer’s name (SSL_get0_peername(3))', () => {
    withConnectedPair({ library, client, server: identity('wildcard'), clientEngine: { verifyHost: 'a.wild.test' } }, (pair) => {
      expect(pair.client.connection.verify.peerName).toBe('*.wild.test');
    });
  });

  test('an IP address that matched leaves no peer name (SSL_get0_peername(3))', () => {
    withConnectedPair({ library, client, clientEngine: { verifyIp: hosts.ip } }, (pair) => {
      expect(pair.client.connection.verify).toMatchObject({ verified: true, peerName: null });
    });
  });
});

describeEachLibrary('certificates as data', (library) => {
  const peerOf = (name: 'server' | 'serverEc' | 'emptySubject') =>
    withConnectedPair({ library, client: trustingClient(), server: identity(name) }, ({ client }) => client.peerChain);

  test.each(['server', 'serverEc'] as const)('%s reads as Node reads it (X509_get_subject_name(3))', (name) => {
    const [certificate] = peerOf(name);
    const node = new X509Certificate(certificatePem(name));
    expect(certificate).toMatchObject({
      subject: `O=Testing,CN=${hosts.good}`,
      issuer: 'CN=Test Intermediate',
      serialNumber: node.serialNumber,
      fingerprint256: node.fingerprint256,
      notBefore: new Date(node.validFrom),
      notAfter: new Date(node.validTo),
      signatureAlgorithm: 'ecdsa-with-SHA256',
    });
    expect(Buffer.from(certificate?.raw ?? []).equals(node.raw)).toBe(true);
  });

  test('alternative names keep their kinds: DNS, IPv4 and IPv6 (X509_get_ext_d2i(3))', () => {
    expect(peerOf('server')[0]?.altNames).toEqual([
      { type: 'DNS', value: hosts.good },
      { type: 'DNS', value: hosts.second },
      { type: 'IP', value: hosts.ip },
      { type: 'IP', value: hosts.ipv6 },
    ]);
  });

  test('a certificate without a subject or without alternative names reads as empty', () => {
    expect(peerOf('emptySubject')[0]).toMatchObject({ subject: '', issuer: 'CN=Test Intermediate' });
    expect(peerOf('server')[1]?.altNames).toEqual([]);
  });

  test('the key’s type, size and curve are told in this release’s spelling (EVP_PKEY_get_bits(3))', () => {
    expect(peerOf('server')[0]?.publicKey).toEqual({
      type: since(library, { '1.1.1': 'rsaEncryption', '3.0': 'RSA' }),
      bits: 2048,
      securityBits: 112,
      group: null,
    });
    expect(peerOf('serverEc')[0]?.publicKey).toEqual({
      type: since(library, { '1.1.1': 'id-ecPublicKey', '3.0': 'EC' }),
      bits: 256,
      securityBits: 128,
      group: 'prime256v1',
    });
  });

  test('certificates are plain data: they outlive the engine', () => {
    const [certificate] = peerOf('server');
    expect(JSON.parse(JSON.stringify(certificate))).toMatchObject({ subject: `O=Testing,CN=${hosts.good}` });
  });

  test('reading them leaves nothing alive in the library', () => {
    const before = library.liveObjects.connections;
    peerOf('server');
    expect(library.liveObjects.connections).toBe(before);
  });
});

describeEachLibrary('a fresh engine', (library) => {
  test('can be asked everything without a handshake, and nothing crashes (SSL_get0_group_name(3))', () => {
    for (const role of ['client', 'server'] as const) {
      const engine = new SslEngine(new SslContext({ role, library }));
      expect(engine.connection).toMatchObject({ ...nothing, serverName: null });
      expect(engine.state).toMatchObject({ text: 'before SSL initialization', finished: false, pending: 0 });
      expect([engine.peerCertificate, engine.peerChain, engine.verifiedChain, engine.failure]).toEqual([null, [], [], null]);
      expect([engine.bytesToDrain, engine.bytesWanted, engine.unfinishedWrite, engine.closed]).toEqual([0, 0, 0, false]);
      engine.close();
    }
  });
});
