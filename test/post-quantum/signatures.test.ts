// Certificates with ML-DSA keys: shown, verified, told; beside others; large chains through small places.

import { expect, test } from '@jest/globals';
import { type OpenSSL, SslContext } from '../../lib/index.ts';
import { DatagramPair } from '../support/datagram-pair.ts';
import { errorOf, type PairOptions, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { thrown } from '../support/io-clients.ts';
import { describeEachOf, only } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { librariesWithPostQuantum, type PostQuantumIdentity, postQuantum } from '../support/post-quantum.ts';

const trusting = ({ certificate }: { readonly certificate: string }) => ({ ca: certificate, verifyMode: 'peer' }) as const;
const shown = ({ certificate, privateKey }: PostQuantumIdentity) => ({ certificate, privateKey });
const known = [
  ['ML-DSA-44', 'mldsa44', 10_496, 128],
  ['ML-DSA-65', 'mldsa65', 15_616, 192],
  ['ML-DSA-87', 'mldsa87', 20_736, 256],
] as const;

describeEachOf('ML-DSA certificates: OpenSSL %s', librariesWithPostQuantum(), (_, library) => {
  test('the schemes are told as what the library has, and taken by these names', () => {
    expect(library.signatureAlgorithms).toEqual(expect.arrayContaining(['mldsa44', 'mldsa65', 'mldsa87', 'ecdsa_secp256r1_sha256']));
    expect(new Set(library.signatureAlgorithms).size).toBe(library.signatureAlgorithms.length);
    expect(() => new SslContext({ role: 'server', library, signatureAlgorithms: 'mldsa87:mldsa65' })).not.toThrow();
  });

  test.each(known)('%s signs a handshake', (type, scheme, bits, securityBits) => {
    const own = postQuantum(type);
    withConnectedPair({ library, client: trusting(own), server: shown(own) }, ({ client, server }) => {
      expect(client.connection).toMatchObject({ signatures: { own: null, peer: scheme }, verify: { code: 0, verified: true } });
      expect(server.connection.signatures).toEqual({ own: scheme, peer: null });
      expect(client.peerCertificate).toMatchObject({ signatureAlgorithm: type, publicKey: { type, bits, securityBits, group: null } });
      expect(client.peerPublicKey).toMatchObject({ type, bits, securityBits });
      expect(client.session).not.toBeNull();
    });
  });

  test('a client shows one, and goes with a raw public key too', () => {
    const own = postQuantum('ML-DSA-44');
    const server = { ...identity('serverEc'), verifyMode: 'fail-if-no-peer-cert', ca: own.certificate } as const;
    withConnectedPair({ library, client: { ...trusting({ certificate: certificatePem('root') }), ...shown(own) }, server }, (pair) => {
      expect(pair.server.connection).toMatchObject({ signatures: { peer: 'mldsa44' }, verify: { verified: true } });
    });
    const raw = { serverCertTypes: ['raw-public-key'] } as const;
    const key = withConnectedPair({ library, client: trusting(own), server: shown(own) }, ({ client }) => client.peerPublicKey?.raw);
    const client = { verifyMode: 'peer', ...raw, expectedPeerKeys: [key ?? new Uint8Array(0)] } as const;
    withConnectedPair({ library, client, server: { ...raw, privateKey: own.privateKey } }, (pair) => {
      expect(pair.client.peerPublicKey).toMatchObject({ type: 'ML-DSA-44' });
      expect(pair.client.connection).toMatchObject({ signatures: { peer: 'mldsa44' }, verify: { verified: true } });
    });
  });

  test('another authority is not believed', () => {
    withPair({ library, client: trusting(postQuantum('ML-DSA-65')), server: shown(postQuantum('ML-DSA-44')) }, (pair) => {
      expect(errorOf(pair.handshake().client)).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 18 } });
    });
  });

  test('SLH-DSA signs certificates, but no handshake', () => {
    const root = postQuantum('SLH-DSA-SHA2-128s');
    const leaf = postQuantum('ML-DSA-65', root, 'signed-by-slh-dsa');
    withConnectedPair({ library, client: trusting(root), server: shown(leaf) }, ({ client }) => {
      expect(client.verifiedChain.at(-1)?.publicKey.type).toBe('SLH-DSA-SHA2-128s');
      expect(client.peerCertificate?.signatureAlgorithm).toBe('SLH-DSA-SHA2-128s');
    });
    expect(thrown(() => new SslContext({ role: 'server', library, ...shown(root) }))).toMatchObject({
      code: 'ERR_SSL_SETTING',
      setting: 'certificate',
    });
  });

  const both = (order?: string): PairOptions['server'] => ({
    ...identity('serverEc'),
    identities: [shown(postQuantum('ML-DSA-65'))],
    ...(order === undefined ? {} : { signatureAlgorithms: order }),
  });
  const trustsBoth = { ca: [certificatePem('root'), postQuantumRoot('ML-DSA-65')], verifyMode: 'peer' } as const;

  test.each([
    ['a client without ML-DSA', 'ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256', undefined, 'ecdsa_secp256r1_sha256'],
    ['a client with nothing else', 'mldsa65', undefined, 'mldsa65'],
    ['a client with both, of a server that prefers ML-DSA', 'ecdsa_secp256r1_sha256:mldsa65', 'mldsa65:ecdsa_secp256r1_sha256', 'mldsa65'],
    [
      'a client with both, of a server that prefers ECDSA',
      'mldsa65:ecdsa_secp256r1_sha256',
      'ecdsa_secp256r1_sha256:mldsa65',
      'ecdsa_secp256r1_sha256',
    ],
  ])('of two certificates the right one is shown to %s', (__, offered, order, scheme) => {
    const server = { ...both(order), options: ['SSL_OP_CIPHER_SERVER_PREFERENCE'] } as const;
    withConnectedPair({ library, client: { ...trustsBoth, signatureAlgorithms: offered }, server }, ({ client }) => {
      expect(client.connection.signatures.peer).toBe(scheme);
      expect(client.connection.verify.verified).toBe(true);
    });
  });

  test('TLS 1.2 has no use for one', () => {
    withConnectedPair({ library, client: { ...trustsBoth, ...only('TLSv1.2') }, server: { ...both() } }, ({ client }) => {
      expect(client.connection.signatures.peer).toBe('ecdsa_secp256r1_sha256');
    });
    const own = postQuantum('ML-DSA-65');
    withPair({ library, client: { ...trusting(own), ...only('TLSv1.2') }, server: shown(own) }, (pair) => {
      expect(errorOf(pair.handshake().server).code).toBe('ERR_SSL_PROTOCOL');
    });
  });

  test('a long chain goes through a small BIO pair', () => {
    const root = postQuantum('ML-DSA-87');
    const middle = postQuantum('ML-DSA-87', root, 'ML-DSA-87-middle');
    const leaf = postQuantum('ML-DSA-87', middle, 'ML-DSA-87-leaf');
    for (const bufferSize of [256, 4096]) {
      const sizes = { clientEngine: { bufferSize, verifyHost: hosts.good }, serverEngine: { bufferSize } };
      withConnectedPair({ library, client: trusting(root), server: shown(leaf), ...sizes }, (pair) => {
        expect(pair.client.peerChain).toHaveLength(3);
        expect(pair.client.peerChain.reduce((sum, { raw }) => sum + raw.length, 0)).toBeGreaterThan(20_000);
        expect(pair.client.connection).toMatchObject({ group: 'X25519MLKEM768', verify: { verified: true, peerName: hosts.good } });
      });
    }
  });

  test('over datagrams, which stop at DTLS 1.2, a certificate chain that large is cut into fragments', () => {
    const root = postQuantum('SLH-DSA-SHA2-128s');
    const pair = new DatagramPair({
      library,
      client: { verifyMode: 'peer', ca: [certificatePem('root')] },
      server: { ...identity('serverEc'), certificate: `${certificatePem('serverEc')}\n${root.certificate}` },
      serverEngine: { mtu: 400 },
    });
    try {
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.client.peerChain.some(({ publicKey }) => publicKey.type === 'SLH-DSA-SHA2-128s')).toBe(true);
    } finally {
      pair.close();
    }
  });
});

function postQuantumRoot(type: 'ML-DSA-65'): string {
  return librariesWithPostQuantum().length === 0 ? '' : postQuantum(type).certificate;
}

const unaware = librariesWithPostQuantum(false).filter(() => librariesWithPostQuantum().length > 0);
describeEachOf('an OpenSSL that does not know ML-DSA: OpenSSL %s', unaware, (_, library: OpenSSL) => {
  const [newest] = librariesWithPostQuantum().toReversed();

  test('is shown the other certificate of two', () => {
    const client = { library, ca: certificatePem('root'), verifyMode: 'peer' } as const;
    const server = { ...identity('serverEc'), identities: [shown(postQuantum('ML-DSA-65'))] };
    withConnectedPair({ client, server: { library: newest?.[1] as OpenSSL, ...server } }, (pair) => {
      expect(pair.client.connection.signatures.peer).toBe('ecdsa_secp256r1_sha256');
    });
  });

  test('cannot use one of its own', () => {
    const refused = thrown(() => new SslContext({ role: 'server', library, ...shown(postQuantum('ML-DSA-65')) }));
    expect(refused).toMatchObject({ code: 'ERR_SSL_SETTING' });
  });
});
