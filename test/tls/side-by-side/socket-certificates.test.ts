// Certificates as a socket shows them: the legacy objects, plain and detailed, and X509Certificate.

import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { certificatePem, hosts } from '../../support/pki.ts';
import { ecdsa, generate, issue, pem, privatePem, x509 } from '../../support/pki-issue.ts';
import { pems, sideBySide, tls12, versions } from './support.ts';

sideBySide('certificates of a socket', (peers) => {
  const leaf = (name: 'server' | 'serverEc' | 'client'): X509Certificate => new X509Certificate(certificatePem(name));

  test.each(versions)('getPeerCertificate of the client is the server’s, %s', async (_, version) => {
    const { client } = await peers.pair({ ...pems('server'), ...version });
    const expected = leaf('server');
    const shown = client.getPeerCertificate();
    expect(shown).toMatchObject({
      subject: { CN: hosts.good, O: 'Testing' },
      issuer: { CN: 'Test Intermediate' },
      subjectaltname: `DNS:${hosts.good}, DNS:${hosts.second}, IP Address:${hosts.ip}, IP Address:2001:DB8:0:0:0:0:0:1`,
      ca: false,
      bits: 2048,
      exponent: '0x10001',
      ext_key_usage: ['1.3.6.1.5.5.7.3.1'],
      valid_from: expected.validFrom,
      valid_to: expected.validTo,
      fingerprint: expected.fingerprint,
      fingerprint256: expected.fingerprint256,
      fingerprint512: expected.fingerprint512,
      serialNumber: expected.serialNumber,
    });
    expect(shown.raw.equals(expected.raw)).toBe(true);
    expect(shown.modulus).toMatch(/^[0-9A-F]{512}$/);
    expect(shown.pubkey).toBeInstanceOf(Buffer);
    expect('issuerCertificate' in shown).toBe(false);
  });

  test('a certificate of an elliptic curve says which', async () => {
    const { client } = await peers.pair();
    const shown = client.getPeerCertificate();
    expect(shown).toMatchObject({ bits: 256, asn1Curve: 'prime256v1', nistCurve: 'P-256' });
    expect([shown.modulus, shown.exponent]).toEqual([undefined, undefined]);
    expect(shown.pubkey?.length).toBe(65);
  });

  test('pubkey is the key itself', async () => {
    const { client } = await peers.pair(pems('server'));
    const { pubkey } = client.getPeerCertificate();
    const [spki, pkcs1] = (['spki', 'pkcs1'] as const).map((type) =>
      createPublicKey(certificatePem('server')).export({ type, format: 'der' }),
    );
    expect([spki?.toString('hex'), pkcs1?.toString('hex')]).toContain(pubkey?.toString('hex'));
  });

  test('fingerprints are hashes of raw', async () => {
    const { raw, fingerprint, fingerprint256, fingerprint512 } = (await peers.pair()).client.getPeerCertificate();
    for (const [digest, shown] of [
      ['sha1', fingerprint],
      ['sha256', fingerprint256],
      ['sha512', fingerprint512],
    ] as const) {
      expect(shown.replaceAll(':', '').toLowerCase()).toBe(createHash(digest).update(raw).digest('hex'));
    }
  });

  test.each(versions)('getPeerCertificate(true) follows the issuers to the root, which is its own, %s', async (_, version) => {
    const { client } = await peers.pair(version);
    const detailed = client.getPeerCertificate(true);
    const intermediate = detailed.issuerCertificate;
    const root = intermediate.issuerCertificate;
    expect([detailed, intermediate, root].map(({ subject }) => subject.CN)).toEqual([hosts.good, 'Test Intermediate', 'Test Root']);
    expect(root.issuerCertificate).toBe(root);
    expect([intermediate.ca, root.ca]).toEqual([true, true]);
  });

  test('getPeerCertificate of a server that asked for none is empty', async () => {
    const { server } = await peers.pair();
    expect([server.getPeerCertificate(), server.getPeerCertificate(true)]).toEqual([{}, {}]);
    expect(server.getPeerX509Certificate()).toBeUndefined();
  });

  test.each(versions)('getPeerCertificate of a server is the client’s, %s', async (_, version) => {
    const { server } = await peers.pair({ ...version, ca: certificatePem('root'), requestCert: true }, pems('client'));
    expect(server.getPeerCertificate()).toMatchObject({ subject: { CN: 'client' }, fingerprint256: leaf('client').fingerprint256 });
  });

  test('getCertificate is one’s own', async () => {
    const { client, server } = await peers.pair({ ca: certificatePem('root'), requestCert: true }, pems('client'));
    expect(server.getCertificate()).toMatchObject({ subject: { CN: hosts.good }, fingerprint256: leaf('serverEc').fingerprint256 });
    expect(client.getCertificate()).toMatchObject({ subject: { CN: 'client' } });
  });

  test('getCertificate is empty if there is none', async () => {
    expect((await peers.pair()).client.getCertificate()).toEqual({});
  });

  test('getX509Certificate and getPeerX509Certificate are X509Certificates of one’s own and of the peer', async () => {
    const { client, server } = await peers.pair({ ca: certificatePem('root'), requestCert: true }, pems('client'));
    const fingerprints = [
      client.getX509Certificate(),
      client.getPeerX509Certificate(),
      server.getX509Certificate(),
      server.getPeerX509Certificate(),
    ].map((certificate) => certificate?.fingerprint256);
    const [mine, theirs] = [leaf('client').fingerprint256, leaf('serverEc').fingerprint256];
    expect(fingerprints).toEqual([mine, theirs, theirs, mine]);
  });

  test('getX509Certificate is undefined if there is none', async () => {
    expect((await peers.pair()).client.getX509Certificate()).toBeUndefined();
  });

  test('getPeerX509Certificate can be asked like any other', async () => {
    // Once: the second time Node 20 has taken the first of the chain away.
    const certificate = (await peers.pair()).client.getPeerX509Certificate();
    expect(certificate).toBeInstanceOf(X509Certificate);
    expect([certificate?.checkHost(hosts.good), certificate?.issuer]).toEqual([hosts.good, 'CN=Test Intermediate']);
  });

  test('a certificate without a subject shows an empty one', async () => {
    const { client } = await peers.pair(pems('emptySubject'));
    expect([client.getPeerCertificate().subject?.CN, client.authorized]).toEqual([undefined, true]);
  });

  test('infoAccess has lists by name', async () => {
    const keys = await generate(ecdsa);
    const names = [{ type: 'dns', value: 'server.test' }] as const;
    const access = new x509.AuthorityInfoAccessExtension({
      ocsp: 'http://ocsp.test/',
      caIssuers: ['http://ca.test/a', 'http://ca.test/b'],
    });
    const issued = await issue({ subject: 'CN=access', keys, names, extensions: [access] });
    const options = { cert: pem(issued), key: privatePem(keys.privateKey) };
    const { client } = await peers.pair(options, { rejectUnauthorized: false });
    expect({ ...client.getPeerCertificate().infoAccess }).toEqual({
      'OCSP - URI': ['http://ocsp.test/'],
      'CA Issuers - URI': ['http://ca.test/a', 'http://ca.test/b'],
    });
  });

  test('the peer’s certificate is there in checkServerIdentity and before secureConnect', async () => {
    let seen: string | string[] | undefined;
    await peers.pair(tls12, {
      checkServerIdentity: (_host, certificate) => {
        seen = certificate.subject.CN;
        return undefined;
      },
    });
    expect(seen).toBe(hosts.good);
  });
});
