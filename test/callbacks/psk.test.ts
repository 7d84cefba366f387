// Pre-shared keys of both sides, TLS 1.2 and 1.3. SSL_CTX_set_psk_use_session_callback(3), SSL_CTX_set_psk_client_callback(3)

import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Psk, PskIdentity, SslContextOptions } from '../../lib/index.ts';
import { EnginePair, errorOf } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

type Options = Partial<Omit<SslContextOptions, 'role'>>;

describeEachLibraryAndProtocol('pre-shared keys', (library, protocol) => {
  const key = randomBytes(32);
  const plain = { ...only(protocol), ...(protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {}) };
  const pairOf = (client: Options, server: Options): EnginePair =>
    new EnginePair({ library, client: { ...plain, verifyMode: 'peer', ...client }, server: { ...plain, ...server } });
  const mine =
    (psk: Partial<PskIdentity> = {}): (() => PskIdentity) =>
    () => ({ identity: 'me', key, ...psk });
  const yours =
    (psk: Partial<Psk> = {}): (() => Psk) =>
    () => ({ key, ...psk });

  test('a handshake without any certificate, known by the key', () => {
    const requests: unknown[] = [];
    const offers: unknown[] = [];
    const pair = pairOf(
      {
        pskClientCallback: (request) => {
          requests.push(request);
          return { identity: 'mé', key };
        },
      },
      {
        pskIdentityHint: 'which?',
        pskServerCallback: (offer) => {
          offers.push(offer);
          return { key };
        },
      },
    );
    expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
    expect(offers).toEqual([{ protocol, identity: 'mé' }]);
    expect(requests).toEqual([{ protocol, hint: protocol === 'TLSv1.3' ? null : 'which?' }]);
    expect(pair.client.peerCertificate).toBeNull();
    expect(pair.client.connection.verify.verified).toBe(false);
    expect(pair.server.connection.protocol).toBe(protocol);
    if (protocol === 'TLSv1.2') expect([pair.client.pskIdentity, pair.server.pskIdentity]).toEqual(['mé', 'mé']);
    expect(pair.send('client', Buffer.from('hello')).toString()).toBe('hello');
    pair.close();
  });

  test('another key ends the handshake with an alert', () => {
    const pair = pairOf({ pskClientCallback: mine() }, { pskServerCallback: yours({ key: randomBytes(32) }) });
    const { client, server } = pair.handshake();
    expect(errorOf(server).alert).toMatchObject({ direction: 'sent' });
    expect(errorOf(client).alert).toMatchObject({ direction: 'received' });
    pair.close();
  });

  test('an identity that the server does not know', () => {
    const pair = pairOf({ pskClientCallback: mine() }, { pskServerCallback: () => null });
    const error = errorOf(pair.handshake().server);
    // TLS 1.3 goes on with a full handshake, for which this server has no certificate.
    expect(error.queue.map(({ reasonCode }) => reasonCode)).toEqual([protocol === 'TLSv1.3' ? 118 : 223]);
    if (protocol === 'TLSv1.2') expect(error.alert?.name).toBe('unknown_psk_identity');
    pair.close();
  });

  if (protocol === 'TLSv1.3') {
    test('an unknown identity goes on with certificates where there are some', () => {
      const pair = pairOf({ pskClientCallback: mine(), verifyMode: 'none' }, { ...identity('server'), pskServerCallback: () => null });
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.peerCertificate).not.toBeNull();
      expect(pair.client.connection.resumed).toBe(false);
      pair.close();
    });

    test('the hash of the key is that of its cipher', () => {
      const cipherSuite = 'TLS_AES_256_GCM_SHA384';
      const pair = pairOf(
        { pskClientCallback: mine({ cipherSuite }) },
        { cipherSuites: cipherSuite, pskServerCallback: yours({ cipherSuite }) },
      );
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.connection.cipher?.name).toBe(cipherSuite);
      pair.close();
    });

    test('after a HelloRetryRequest the key still fits, and is asked for again', () => {
      let asked = 0;
      const pair = pairOf(
        {
          groups: 'X25519:P-256',
          pskClientCallback: () => {
            asked += 1;
            return { identity: 'me', key };
          },
        },
        { groups: 'P-256', pskServerCallback: yours() },
      );
      expect(pair.handshake().client.status).toBe('done');
      expect(pair.client.connection.group).toMatch(/256/);
      expect(asked).toBe(2);
      pair.close();
    });
  }

  // ssl_choose_cipher of every release: SHA-256 first only if there is no certificate to fall back on.
  test('a server with a certificate too uses that under OpenSSL’s own ciphers; a cipher of the key’s hash in front brings the key back', () => {
    const connected = (client: Options, server: Options): boolean => {
      const pair = EnginePair.connected({
        library,
        client: { ...only(protocol), pskClientCallback: mine(), ...client },
        server: { ...only(protocol), pskServerCallback: yours(), ...server },
      });
      const { peerCertificate } = pair.client;
      pair.close();
      return peerCertificate === null;
    };
    expect(connected({}, {})).toBe(true);
    expect(connected({}, identity('server'))).toBe(false);
    const first = { cipherList: 'kECDHEPSK:kDHEPSK:ALL', cipherSuites: 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384' };
    expect(connected(first, identity('server'))).toBe(true);
  });

  test('no key: the client goes on without one', () => {
    const pair = pairOf({ pskClientCallback: () => null, verifyMode: 'none' }, { ...identity('server'), pskServerCallback: yours() });
    const { client } = pair.handshake();
    if (protocol === 'TLSv1.3') expect(client.status).toBe('done');
    else expect(client.status).toBe('failed'); // PSK ciphers were all that it offered
    pair.close();
  });

  test.each([
    [{ identity: '', key }, /an identity of 1 to 128 bytes/],
    [{ identity: 'x'.repeat(129), key }, /an identity of 1 to 128 bytes/],
    [{ identity: 'a\0b', key }, /an identity of 1 to 128 bytes/],
    [{ identity: 'me' }, /a key of 1 to 256 bytes/],
    [{ identity: 'me', key: Buffer.alloc(257) }, /a key of 1 to 256 bytes/],
    [{ identity: 'me', key, cipherSuite: 'AES' }, /cipherSuite must be one of TLS_AES_128_GCM_SHA256/],
    [undefined, /an identity of 1 to 128 bytes/],
    ['me', /an identity of 1 to 128 bytes/],
  ] as const)('the answer %# is a mistake that is named, without the key', (answer, message) => {
    const pair = pairOf({ pskClientCallback: () => answer as unknown as PskIdentity }, { pskServerCallback: yours() });
    expect(() => pair.handshake()).toThrow(message);
    expect(String(pair.client.failure)).not.toContain(key.toString('hex'));
    pair.close();
  });
});
