// What can be asked of a connection whose handshake is done: new keys, a new handshake, the client's certificate.

import { expect, test } from '@jest/globals';
import { SslContext, SslEngine } from '../../lib/index.ts';
import { type EnginePair, errorOf, reasons, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, isAtLeast, only, since } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const refused = (cFunction: string): unknown =>
  expect.objectContaining({ name: 'SettingError', code: 'ERR_SSL_SETTING', function: cFunction });

/** Reads on both sides and moves until nothing moves: whatever messages are under way are worked off. */
function settle(pair: EnginePair): void {
  do {
    for (const engine of [pair.client, pair.server]) if (engine.failure === null) engine.peek(Buffer.alloc(1));
  } while (pair.shuttle());
}

describeEachLibrary('key update', (library) => {
  test.each(['own', 'both'] as const)('rule 41: %s keys are new and data still flows, again and again (SSL_key_update(3))', (whose) => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      settle(pair);
      for (let round = 0; round < 5; round += 1) {
        const engine = round % 2 === 0 ? pair.client : pair.server;
        engine.keyUpdate(whose);
        expect(engine.handshake()).toMatchObject({ status: 'done' });
        expect(engine.bytesToDrain).toBeGreaterThan(0);
        settle(pair);
        expect(pair.send('client', Buffer.from(`client ${round}`)).toString()).toBe(`client ${round}`);
        expect(pair.send('server', Buffer.from(`server ${round}`)).toString()).toBe(`server ${round}`);
      }
    });
  });

  test('a write sends it along (SSL_key_update(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      settle(pair);
      pair.client.write(Buffer.from('x'));
      const before = pair.client.drain().length;
      pair.client.keyUpdate();
      pair.client.write(Buffer.from('x'));
      expect(pair.client.bytesToDrain).toBeGreaterThan(before);
    });
  });

  test('rule 41: TLS 1.2 has none (SSL_key_update(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.2') }, (pair) => {
      expect(() => pair.client.keyUpdate()).toThrow(refused('SSL_key_update'));
      expect(pair.send('client', Buffer.from('unharmed')).toString()).toBe('unharmed');
    });
  });

  test('rule 41: not before the handshake is done, and not while a write waits for its retry', () => {
    const fresh = new SslEngine(new SslContext({ role: 'client', library, ...only('TLSv1.3') }));
    expect(() => fresh.keyUpdate()).toThrow(refused('SSL_key_update'));
    fresh.close();
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      settle(pair);
      expect(pair.client.write(Buffer.alloc(60_000)).status).toBe('want-write');
      expect(() => pair.client.keyUpdate()).toThrow(refused('SSL_key_update'));
      expect(pair.client.failure).toBeNull();
    });
  });

  test.each([['other'], [1], [null], [true]])('%p is nobody’s', (whose) => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      expect(() => pair.client.keyUpdate(whose as 'own')).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT', argument: 'whose' }));
    });
  });
});

describeEachLibrary('renegotiation', (library) => {
  const server = { ...identity('server'), ...(isAtLeast(library, '3.0') ? { conf: { Options: 'ClientRenegotiation' } } : {}) };

  test.each([[{}], [{ abbreviated: true }]])(
    'rule 41: the client asks for a new handshake in TLS 1.2 and gets it: %j (SSL_renegotiate(3))',
    (options) => {
      withConnectedPair({ library, client: { ...trustingClient(), ...only('TLSv1.2') }, server }, (pair) => {
        const before = Buffer.from(pair.client.finishedMessages.own);
        pair.client.renegotiate(options);
        let result = pair.client.handshake();
        for (let i = 0; i < 8 && result.status !== 'done'; i += 1) {
          pair.shuttle();
          pair.server.read(Buffer.alloc(10));
          pair.shuttle();
          result = pair.client.handshake();
        }
        expect(result.status).toBe('done');
        settle(pair);
        expect(Buffer.from(pair.client.finishedMessages.own).equals(before)).toBe(false);
        expect(pair.client.connection.resumed).toBe('abbreviated' in options);
        expect(pair.send('client', Buffer.from('after')).toString()).toBe('after');
        expect(pair.send('server', Buffer.from('after')).toString()).toBe('after');
      });
    },
  );

  test('rule 41: TLS 1.3 has none (SSL_renegotiate(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      expect(() => pair.client.renegotiate()).toThrow(refused('SSL_renegotiate'));
      expect(() => pair.client.renegotiate({ abbreviated: true })).toThrow(refused('SSL_renegotiate_abbreviated'));
      expect(pair.send('client', Buffer.from('unharmed')).toString()).toBe('unharmed');
    });
  });

  test('rule 44: on a fresh connection it returns 1, and spoils it: the first handshake is an internal error (SSL_renegotiate(3))', () => {
    const fresh = new SslEngine(new SslContext({ role: 'client', library }));
    expect(() => fresh.renegotiate()).not.toThrow();
    const result = fresh.connect();
    // 4.0 calls it SYSCALL, though its queue has the reason.
    expect(result).toMatchObject({ status: 'failed', ret: -1, code: since(library, { '1.1.1': 1, '4.0': 5 }) });
    expect(reasons(errorOf(result))).toEqual([since(library, { '1.1.1': '20:68', '3.0': '20:786691' })]);
    fresh.close();
  });

  if (!isAtLeast(library, '3.0')) return;
  test('a server that does not allow it answers with the alert no_renegotiation (SSL_CTX_set_options(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.2') }, (pair) => {
      pair.client.renegotiate();
      pair.client.handshake();
      pair.shuttle();
      pair.server.read(Buffer.alloc(10));
      pair.shuttle();
      const error = errorOf(pair.client.handshake());
      expect(reasons(error)).toEqual(['20:339']);
    });
  });
});

describeEachLibrary('client certificate after the handshake', (library) => {
  const server = { ...identity('server'), ca: certificatePem('root'), verifyMode: 'none' as const };
  const ready = { ...trustingClient(), ...only('TLSv1.3'), ...identity('client'), postHandshakeAuth: true };

  test.each([
    ['with one shows it', identity('client'), 'O=Testing,CN=client'],
    ['without one goes on without', {}, undefined],
  ])('a client that offered it and is asked, %s (SSL_verify_client_post_handshake(3))', (_, own, subject) => {
    const client = { ...trustingClient(), ...only('TLSv1.3'), postHandshakeAuth: true, ...own };
    const asking = { ...identity('server'), ca: certificatePem('root'), conf: { VerifyMode: 'RequestPostHandshake' } };
    withConnectedPair({ library, client, server: asking }, (pair) => {
      settle(pair);
      expect(pair.server.peerCertificate).toBeNull();
      expect(pair.server.connection.verify.verified).toBe(false);
      pair.server.requestClientCertificate();
      expect(pair.server.handshake()).toMatchObject({ status: 'done' });
      settle(pair);
      expect(pair.server.peerCertificate?.subject).toBe(subject);
      expect(pair.server.connection.verify.verified).toBe(subject !== undefined);
      expect(pair.send('client', Buffer.from('still talking')).toString()).toBe('still talking');
    });
  });

  test('a server whose verify mode is none asks for nothing (SSL_verify_client_post_handshake(3))', () => {
    withConnectedPair({ library, client: ready, server }, (pair) => {
      settle(pair);
      expect(() => pair.server.requestClientCertificate()).toThrow(refused('SSL_verify_client_post_handshake'));
    });
  });

  test('a client that did not offer it cannot be asked', () => {
    withConnectedPair({ library, client: { ...ready, postHandshakeAuth: false }, server }, (pair) => {
      settle(pair);
      expect(() => pair.server.requestClientCertificate()).toThrow(refused('SSL_verify_client_post_handshake'));
      expect(pair.server.failure).toBeNull();
    });
  });

  test('a client does not ask, and TLS 1.2 has no such thing', () => {
    withConnectedPair({ library, client: ready, server }, (pair) => {
      expect(() => pair.client.requestClientCertificate()).toThrow(refused('SSL_verify_client_post_handshake'));
    });
    withConnectedPair({ library, client: { ...ready, ...only('TLSv1.2') }, server }, (pair) => {
      expect(() => pair.server.requestClientCertificate()).toThrow(refused('SSL_verify_client_post_handshake'));
    });
  });
});

describeEachLibrary('what both sides know', (library) => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: both derive the same keying material (SSL_export_keying_material(3))', (protocol) => {
    withConnectedPair({ library, client: only(protocol) }, (pair) => {
      const material = [pair.client, pair.server].map((engine) =>
        Buffer.from(engine.exportKeyingMaterial(32, 'EXPERIMENTAL-test')).toString('hex'),
      );
      expect(material[0]).toHaveLength(64);
      expect(material[1]).toBe(material[0]);
      const other = Buffer.from(pair.client.exportKeyingMaterial(32, 'EXPERIMENTAL-other')).toString('hex');
      expect(other).not.toBe(material[0]);
      expect(Buffer.from(pair.client.randoms.client).equals(Buffer.from(pair.server.randoms.client))).toBe(true);
      expect(Buffer.from(pair.client.finishedMessages.own).equals(Buffer.from(pair.server.finishedMessages.peer))).toBe(true);
    });
  });

  test('before the handshake there is none', () => {
    const fresh = new SslEngine(new SslContext({ role: 'client', library }));
    expect(() => fresh.exportKeyingMaterial(32, 'EXPERIMENTAL-test')).toThrow(expect.objectContaining({ family: 'library' }));
    expect(fresh.finishedMessages.own).toHaveLength(0);
    fresh.close();
  });
});
