// What callbacks see of a raw public key, and what they may decide: X509_STORE_CTX_get0_rpk(3).

import { describe, expect, test } from '@jest/globals';
import { type OpenSSL, type PublicKey, SslContext, type VerifyStep } from '../../lib/index.ts';
import { EnginePair, errorOf, type PairOptions, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachOf, only, type Protocol, protocols } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';
import { librariesWithRawKeys, rawKeys } from '../support/raw-keys.ts';

const raw = ['raw-public-key'] as const;

describeEachOf('callbacks and raw public keys: OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  describe.each(protocols)('%s', (protocol) => eachProtocol(library, protocol));
});

function eachProtocol(library: OpenSSL, protocol: Protocol): void {
  const pairOf = (client: PairOptions['client'], server: PairOptions['server'] = {}): PairOptions => ({
    library,
    client: { verifyMode: 'peer', serverCertTypes: raw, ...only(protocol), ...client },
    server: { privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...only(protocol), ...server },
  });
  const isOurs = (key: PublicKey | null): boolean => Buffer.from(key?.raw ?? []).equals(rawKeys.ec.der);

  test('verifyCallback sees the key and no certificate', () => {
    const steps: VerifyStep[] = [];
    const verifyCallback = (step: VerifyStep): boolean => {
      steps.push(step);
      return step.ok;
    };
    withConnectedPair(pairOf({ verifyCallback, expectedPeerKeys: [rawKeys.ec.der] }), () => undefined);
    withPair(pairOf({ verifyCallback }), (pair) => expect(errorOf(pair.handshake().client).verify?.code).toBe(95));
    expect(steps.map(({ ok, code, depth, certificate }) => ({ ok, code, depth, certificate }))).toEqual([
      { ok: true, code: 0, depth: 0, certificate: null },
      { ok: false, code: 95, depth: 0, certificate: null },
    ]);
    expect(steps.every(({ publicKey }) => isOurs(publicKey))).toBe(true);
  });

  test('verifyCallback can let a key in that it knows', () => {
    const verifyCallback = ({ publicKey }: VerifyStep): number => (isOurs(publicKey) ? 0 : 50);
    withConnectedPair(pairOf({ verifyCallback }), ({ client }) => expect(client.connection.verify.verified).toBe(true));
    withPair(pairOf({ verifyCallback }, { privateKey: rawKeys.rsa.privateKey }), (pair) => {
      expect(errorOf(pair.handshake().client).verify).toMatchObject({ code: 50, peerPublicKey: { type: 'RSA' } });
    });
  });

  test('verifyCallback that only says true leaves the error, and nothing is verified', () => {
    withConnectedPair(pairOf({ verifyCallback: () => true }), ({ client }) => {
      expect(client.connection.verify).toMatchObject({ code: 95, verified: false });
    });
  });

  test('certVerifyCallback gets an empty chain and the key', () => {
    const seen: [number, boolean][] = [];
    const certVerifyCallback = (chain: readonly unknown[], _engine: unknown, key: PublicKey | null): boolean => {
      seen.push([chain.length, isOurs(key)]);
      return isOurs(key);
    };
    withConnectedPair(pairOf({ certVerifyCallback }), ({ client }) => expect(client.connection.verify.verified).toBe(true));
    withPair(pairOf({ certVerifyCallback }, { privateKey: rawKeys.rsa.privateKey }), (pair) => {
      expect(errorOf(pair.handshake().client).verify).toMatchObject({ code: 50, peerPublicKey: { type: 'RSA' } });
    });
    expect(seen).toEqual([
      [0, true],
      [0, false],
    ]);
  });

  test('certVerifyCallback can leave it to OpenSSL, which knows the expected keys', () => {
    const certVerifyCallback = (): 'openssl' => 'openssl';
    withConnectedPair(pairOf({ certVerifyCallback, expectedPeerKeys: [rawKeys.ec.der] }), ({ client }) => {
      expect(client.connection.verify.verified).toBe(true);
    });
    withPair(pairOf({ certVerifyCallback, expectedPeerKeys: [rawKeys.rsa.der] }), (pair) => {
      expect(errorOf(pair.handshake().client).verify?.code).toBe(65);
    });
  });

  test('certVerifyCallback may answer later', async () => {
    const certVerifyCallback = (_chain: unknown, _engine: unknown, key: PublicKey | null): Promise<boolean> => Promise.resolve(isOurs(key));
    for (const [own, status] of [
      [rawKeys.ec, 'done'],
      [rawKeys.rsa, 'failed'],
    ] as const) {
      const pair = new EnginePair(pairOf({ certVerifyCallback }, { privateKey: own.privateKey }));
      expect(pair.handshake().client.status).toBe('want-retry-verify');
      await pair.client.pendingAnswer;
      expect(pair.handshake().client.status).toBe(status);
      pair.close();
    }
  });

  test('a server’s callbacks see the key of a client', () => {
    const server = { ...identity('server'), clientCertTypes: raw, verifyMode: 'fail-if-no-peer-cert', ...only(protocol) } as const;
    const client = { ...trustingClient(), privateKey: rawKeys.ec.privateKey, clientCertTypes: raw, ...only(protocol) };
    const certVerifyCallback = (chain: readonly unknown[], _engine: unknown, key: PublicKey | null): boolean =>
      chain.length === 0 && isOurs(key);
    const verifyCallback = ({ publicKey }: VerifyStep): number => (isOurs(publicKey) ? 0 : 50);
    for (const callbacks of [{ certVerifyCallback }, { verifyCallback }]) {
      withConnectedPair({ library, client, server: { ...server, ...callbacks } }, (pair) => {
        expect(pair.server.connection.verify.verified).toBe(true);
      });
    }
  });

  test('certCallback can show a raw public key, as a key alone or as a context', () => {
    const shown = { privateKey: rawKeys.ec.privateKey };
    const context = new SslContext({ role: 'server', library, ...shown, serverCertTypes: raw });
    for (const certCallback of [() => shown, () => context]) {
      const options = pairOf({ expectedPeerKeys: [rawKeys.ec.der] });
      withConnectedPair(
        { ...options, server: { ...identity('server'), serverCertTypes: raw, certCallback, ...only(protocol) } },
        (pair) => {
          expect(pair.client.connection.verify.verified).toBe(true);
          expect(isOurs(pair.client.peerPublicKey)).toBe(true);
        },
      );
    }
  });

  test('clientHelloCallback sees what a client offers', () => {
    const offers: unknown[] = [];
    const options = pairOf(
      { serverCertTypes: ['raw-public-key', 'x509'], expectedPeerKeys: [rawKeys.ec.der] },
      { clientHelloCallback: ({ serverCertTypes, clientCertTypes }) => void offers.push({ serverCertTypes, clientCertTypes }) },
    );
    withConnectedPair(options, () => undefined);
    expect(offers).toEqual([{ serverCertTypes: ['raw-public-key', 'x509'], clientCertTypes: null }]);
  });
}
