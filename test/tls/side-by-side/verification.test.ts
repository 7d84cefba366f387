// Whether the server is who it should be: authorized, authorizationError, the codes, and checkServerIdentity.

import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';
import { expect, test } from '@jest/globals';
import { certificatePem, hosts, type Identity } from '../../support/pki.ts';
import { pems, sideBySide, versions } from './support.ts';

// What OpenSSL 1.1.1 to 4.0 agree on.
const refusals: readonly (readonly [what: string, name: Identity, code: string])[] = [
  ['a self-signed certificate', 'selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['a root that is sent and not trusted', 'untrustedRootSent', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['an issuer that is not known', 'unknownCa', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['a missing intermediate', 'incomplete', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['an expired certificate', 'expired', 'CERT_HAS_EXPIRED'],
  ['a certificate that is not valid yet', 'notYetValid', 'CERT_NOT_YET_VALID'],
  ['an expired intermediate', 'expiredIntermediate', 'CERT_HAS_EXPIRED'],
  ['a broken signature', 'badSignature', 'CERT_SIGNATURE_FAILURE'],
  ['the purpose of a client', 'clientPurpose', 'INVALID_PURPOSE'],
  ['a path that is too long', 'pathLength', 'PATH_LENGTH_EXCEEDED'],
  ['another host', 'otherHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
];

sideBySide('verification', (peers) => {
  test.each(versions)('accepts a good chain for a name of it, %s', async (_, version) => {
    const client = await peers.open(await peers.listen(version), { servername: hosts.second });
    expect([client.authorized, client.authorizationError, client.getProtocol()]).toEqual([true, null, version.maxVersion]);
  });

  test.each(refusals)('refuses %s (%s): %s', async (_, name, code) => {
    const error = await peers.refused(await peers.listen(pems(name)));
    expect(error.code).toBe(code);
  });

  test.each(refusals)('lets %s (%s) through with rejectUnauthorized false, and says %s', async (_, name, code) => {
    const client = await peers.open(await peers.listen(pems(name)), { rejectUnauthorized: false });
    expect([client.authorized, client.authorizationError]).toEqual([false, code]);
  });

  test('rejectUnauthorized that is undefined is true', async () => {
    const options = { rejectUnauthorized: undefined };
    expect((await peers.refused(await peers.listen(pems('selfSigned')), options)).code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  test('a wrong host has reason, host and the certificate in its error', async () => {
    const error = await peers.refused(await peers.listen(pems('otherHost')));
    expect(error).toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
      reason: `Host: ${hosts.good}. is not in the cert's altnames: DNS:other.test`,
      host: hosts.good,
      cert: { subject: { CN: 'other.test' } },
    });
    expect(error.message).toBe(`Hostname/IP does not match certificate's altnames: ${error.reason}`);
  });

  test('is against the public roots if no ca is given', async () => {
    const error = await peers.refused(await peers.listen(), { ca: undefined });
    expect(error.code).toMatch(/^UNABLE_TO_GET_ISSUER_CERT_LOCALLY$/);
  });

  test('is against only the ca that is given', async () => {
    const listener = await peers.listen();
    expect((await peers.refused(listener, { ca: certificatePem('otherRoot') })).code).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    const both = await peers.open(listener, { ca: [certificatePem('otherRoot'), certificatePem('root')] });
    expect([both.authorized, both.authorizationError]).toEqual([true, null]);
  });

  test('is against an intermediate alone if a partial chain may be trusted', async () => {
    const listener = await peers.listen();
    const ca = certificatePem('intermediate');
    expect((await peers.refused(listener, { ca })).code).toMatch(/^UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?$/);
    expect((await peers.open(listener, { ca, allowPartialTrustChain: true })).authorized).toBe(true);
  });

  test('checkServerIdentity is called with the servername and the detailed certificate', async () => {
    const calls: (readonly [string, PeerCertificate])[] = [];
    const checkServerIdentity = (host: string, certificate: PeerCertificate): undefined => void calls.push([host, certificate]);
    await peers.open(await peers.listen(pems('otherHost')), { checkServerIdentity });
    const [[host, certificate] = []] = calls;
    expect([calls.length, host, certificate?.subject.CN]).toEqual([1, hosts.good, 'other.test']);
    expect((certificate as DetailedPeerCertificate).issuerCertificate.subject.CN).toBe('Test Intermediate');
  });

  test('checkServerIdentity is not asked about a certificate that is not trusted', async () => {
    let calls = 0;
    const checkServerIdentity = (): undefined => {
      calls += 1;
      return undefined;
    };
    await peers.open(await peers.listen(pems('selfSigned')), { checkServerIdentity, rejectUnauthorized: false });
    expect(calls).toBe(0);
  });

  test('the error that checkServerIdentity returns is the error of the socket', async () => {
    const mine = Object.assign(new Error('not the one that is pinned'), { code: 'PINNED' });
    const listener = await peers.listen();
    const error = await peers.refused(listener, { checkServerIdentity: () => mine });
    expect(error).toBe(mine);
    const client = await peers.open(listener, { checkServerIdentity: () => mine, rejectUnauthorized: false });
    expect([client.authorized, client.authorizationError]).toEqual([false, 'PINNED']);
  });

  test('an error without a code is told by its message', async () => {
    const checkServerIdentity = (): Error => new Error('just no');
    const client = await peers.open(await peers.listen(), { checkServerIdentity, rejectUnauthorized: false });
    expect(client.authorizationError).toBe('just no');
  });

  test.each([
    ['a wildcard', 'wildcard', 'any.wild.test'],
    ['the common name, as there are no other names', 'cnOnly', hosts.good],
  ] as const)('accepts %s', async (_, name, servername) => {
    expect((await peers.open(await peers.listen(pems(name)), { servername })).authorized).toBe(true);
  });

  test.each([
    ['a wildcard does not stand for two labels', 'wildcard', 'very.any.wild.test'],
    ['a wildcard does not stand for none', 'wildcard', 'wild.test'],
  ] as const)('%s', async (_, name, servername) => {
    expect((await peers.refused(await peers.listen(pems(name)), { servername })).code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  });
});
