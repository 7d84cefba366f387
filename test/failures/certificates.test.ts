// What a client says of a server's certificate that it must not accept, and what it tells the server: suites.md, section 2.
// Numbers, not texts: texts differ between releases.

import { expect, test } from '@jest/globals';
import { constants, SslContext } from '../../lib/index.ts';
import type { SslContextOptions } from '../../lib/ssl/context-options.ts';
import type { SslEngineOptions } from '../../lib/ssl/engine-options.ts';
import { errorOf, reasons, trustingClient, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only, since } from '../support/libraries.ts';
import { certificatePem, hosts, type Identity, identity } from '../support/pki.ts';
import { expectVerdict } from '../support/verdicts.ts';

const { X509_V } = constants;

interface Refused {
  readonly scene: string;
  readonly server: Identity;
  readonly code: number | Readonly<Record<string, number>>;
  readonly alert: number;
  /** Trusted in place of the root. */
  readonly trust?: Identity;
  readonly client?: Partial<SslContextOptions>;
  readonly engine?: SslEngineOptions;
}

const refused: readonly Refused[] = [
  { scene: 'expired', server: 'expired', code: X509_V.X509_V_ERR_CERT_HAS_EXPIRED, alert: 45 },
  { scene: 'under an expired intermediate', server: 'expiredIntermediate', code: X509_V.X509_V_ERR_CERT_HAS_EXPIRED, alert: 45 },
  { scene: 'not yet valid', server: 'notYetValid', code: X509_V.X509_V_ERR_CERT_NOT_YET_VALID, alert: 42 },
  {
    scene: 'for another host',
    server: 'otherHost',
    code: X509_V.X509_V_ERR_HOSTNAME_MISMATCH,
    alert: 42,
    engine: { verifyHost: hosts.good },
  },
  {
    scene: 'with a wildcard that would have to stand for two labels',
    server: 'wildcard',
    code: X509_V.X509_V_ERR_HOSTNAME_MISMATCH,
    alert: 42,
    engine: { verifyHost: 'a.b.wild.test' },
  },
  {
    scene: 'for another IP address',
    server: 'server',
    code: X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH,
    alert: 42,
    engine: { verifyIp: '192.0.2.2' },
  },
  {
    scene: 'for another IPv6 address',
    server: 'server',
    code: X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH,
    alert: 42,
    engine: { verifyIp: '2001:db8::2' },
  },
  {
    scene: 'with the IP address written as a DNS name',
    server: 'ipAsDnsName',
    code: X509_V.X509_V_ERR_IP_ADDRESS_MISMATCH,
    alert: 42,
    engine: { verifyIp: hosts.ip },
  },
  { scene: 'self-signed', server: 'selfSigned', code: X509_V.X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, alert: 48 },
  { scene: 'of an unknown CA', server: 'unknownCa', code: X509_V.X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, alert: 48 },
  {
    scene: 'of an unknown root that the server sends',
    server: 'untrustedRootSent',
    code: X509_V.X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
    alert: 48,
  },
  { scene: 'without its intermediate', server: 'incomplete', code: X509_V.X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, alert: 48 },
  {
    scene: 'under an intermediate that alone is trusted',
    server: 'server',
    code: X509_V.X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,
    alert: 48,
    trust: 'intermediate',
  },
  { scene: 'with a flipped signature byte', server: 'badSignature', code: X509_V.X509_V_ERR_CERT_SIGNATURE_FAILURE, alert: 51 },
  { scene: 'with a path too long', server: 'pathLength', code: X509_V.X509_V_ERR_PATH_LENGTH_EXCEEDED, alert: 48 },
  {
    scene: 'issued by a certificate that is no CA',
    server: 'issuerIsNoCa',
    code: { '1.1.1': 24, '3.0': X509_V.X509_V_ERR_INVALID_CA },
    alert: 48,
  },
  {
    scene: 'with an unknown critical extension',
    server: 'unknownCritical',
    code: X509_V.X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION,
    alert: 46,
  },
  { scene: 'for clients only', server: 'clientPurpose', code: X509_V.X509_V_ERR_INVALID_PURPOSE, alert: 43 },
  {
    scene: 'with an RSA key of 1024 bits at security level 2',
    server: 'smallKey',
    code: X509_V.X509_V_ERR_EE_KEY_TOO_SMALL,
    alert: 42,
    client: { cipherList: 'DEFAULT@SECLEVEL=2' },
  },
];

const accepted: readonly { readonly scene: string; readonly server: Identity; readonly engine?: SslEngineOptions }[] = [
  { scene: 'RSA-2048 with a name in subjectAltName', server: 'server', engine: { verifyHost: hosts.good } },
  { scene: 'its second name', server: 'server', engine: { verifyHost: hosts.second } },
  { scene: 'its name in capitals', server: 'server', engine: { verifyHost: hosts.good.toUpperCase() } },
  { scene: 'its IP address', server: 'server', engine: { verifyIp: hosts.ip } },
  { scene: 'its IPv6 address in another spelling', server: 'server', engine: { verifyIp: '2001:0db8:0:0:0:0:0:1' } },
  { scene: 'P-256', server: 'serverEc', engine: { verifyHost: hosts.good } },
  { scene: 'a wildcard over one label', server: 'wildcard', engine: { verifyHost: 'a.wild.test' } },
  { scene: 'a name in the subject alone', server: 'cnOnly', engine: { verifyHost: hosts.good } },
  { scene: 'an empty subject', server: 'emptySubject', engine: { verifyHost: hosts.good } },
  { scene: 'any host where none was asked for', server: 'otherHost' },
];

// At level 0 a server may hold a key of any size, so that the client is the one to turn it down.
const anyKey = { cipherList: 'DEFAULT@SECLEVEL=0' };

describeEachLibraryAndProtocol('certificates that a client must not accept', (library, protocol) => {
  test.each(refused.map((row) => [row.scene, row] as const))(
    'a certificate %s: verify code, reason 134 and the alert (SSL_get_verify_result(3))',
    (_, row) => {
      const client = { ...trustingClient(row.trust), ...row.client, ...only(protocol) };
      const scene = { client, server: { ...anyKey, ...identity(row.server) }, engine: row.engine ?? {} };
      expectVerdict(library, scene, { code: row.code, alert: row.alert });
    },
  );

  test.each(accepted.map((row) => [row.scene, row] as const))('%s is accepted', (_, row) => {
    const client = { ...trustingClient(), ...only(protocol) };
    expectVerdict(library, { client, server: identity(row.server), engine: row.engine ?? {} }, null);
  });
});

describeEachLibrary('certificates and the client’s settings', (library) => {
  test('an issuer that is no CA has the same name in every release, though 1.1.1 numbers it 24 and later ones 79', () => {
    withPair({ library, client: trustingClient(), server: identity('issuerIsNoCa') }, (pair) => {
      expect(errorOf(pair.handshake().client).verify).toMatchObject({
        name: 'X509_V_ERR_INVALID_CA',
        text: expect.stringContaining('invalid CA'),
      });
    });
  });

  test('a signature that does not hold leaves the reason of the cryptography in the queue, before the verdict', () => {
    withPair({ library, client: trustingClient(), server: identity('badSignature') }, (pair) => {
      const expected = since(library, {
        '1.1.1': ['13:6', '20:134'],
        '3.0': ['13:524294', '20:134'],
        '3.5': ['6:234', '13:524294', '20:134'],
      });
      expect(reasons(errorOf(pair.handshake().client))).toEqual(expected);
    });
  });

  test('without a verify mode a client accepts anything, as in C (SSL_CTX_set_verify(3))', () => {
    withPair({ library, client: {}, server: identity('selfSigned'), clientEngine: { verifyHost: 'nobody.test' } }, (pair) => {
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.connection.verify.verified).toBe(false);
    });
  });

  test('the engine’s verify mode stands in place of the context’s (SSL_set_verify(3))', () => {
    withPair({ library, client: trustingClient(), server: identity('selfSigned'), clientEngine: { verifyMode: 'none' } }, (pair) => {
      expect(pair.handshake().client.status).toBe('done');
    });
    withPair({ library, client: {}, server: identity('selfSigned'), clientEngine: { verifyMode: 'peer' } }, (pair) => {
      expect(errorOf(pair.handshake().client).verify?.code).toBe(18);
    });
  });

  test('trust can be PEM text of several, a file, or both', () => {
    const both = `${certificatePem('otherRoot')}\n${certificatePem('root')}`;
    for (const ca of [both, [certificatePem('otherRoot'), certificatePem('root')], Buffer.from(both)]) {
      withPair({ library, client: { ca, verifyMode: 'peer' } }, (pair) => expect(pair.handshake().client.status).toBe('done'));
    }
  });

  test('a key too small for the server’s own security level is refused when it is set: reason 399 (SSL_CTX_use_certificate(3))', () => {
    expect(() => new SslContext({ role: 'server', library, cipherList: 'DEFAULT@SECLEVEL=2', ...identity('smallKey') })).toThrow(
      expect.objectContaining({
        code: 'ERR_SSL_SETTING',
        setting: 'certificate',
        function: 'SSL_CTX_use_certificate',
        queue: [expect.objectContaining({ libraryCode: 20, reasonCode: 399 })],
      }),
    );
  });
});
