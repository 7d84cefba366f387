// What a connection shows, and how it cuts what it sends, changed while it lives: SSL_use_cert_and_key(3), SSL_set_max_send_fragment(3).

import { expect, test } from '@jest/globals';
import { type Adjustment, SslContext } from '../../lib/index.ts';
import { trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, libraries, only } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';

const shownTo = {
  RSA: { cipherList: 'ECDHE+aRSA', signatureAlgorithms: 'RSA-PSS+SHA256:RSA+SHA256' },
  EC: { cipherList: 'ECDHE+aECDSA', signatureAlgorithms: 'ECDSA+SHA256' },
} as const;

describeEachLibraryAndProtocol('adjust({ identity })', (library, protocol) => {
  const client = { ...trustingClient(), ...only(protocol) };
  const both = new SslContext({ role: 'server', library, ...identity('server'), identities: [identity('serverEc')] });
  const other = new SslContext({ role: 'server', library, ...identity('otherHost') });

  test('a server shows what the other context would, with its chain, and other connections do not', () => {
    const serverContext = new SslContext({ role: 'server', library, ...identity('server') });
    const shown = (settings: Adjustment): unknown =>
      withPair({ library, client, serverContext }, (pair) => {
        pair.server.adjust(settings);
        expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
        return [pair.client.peerCertificate?.subject, pair.client.peerChain.length];
      });
    expect(shown({ identity: other })).toEqual(['CN=other.test', 2]);
    expect(shown({})).toEqual(['O=Testing,CN=server.test', 2]);
  });

  test.each(['RSA', 'EC'] as const)('each of its certificates is there: a client that takes %s is shown that one', (type) => {
    withPair({ library, client: { ...client, ...shownTo[type] }, server: identity('otherHost') }, (pair) => {
      pair.server.adjust({ identity: both });
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect([pair.client.peerCertificate?.subject, pair.client.peerCertificate?.publicKey.bits]).toEqual([
        'O=Testing,CN=server.test',
        type === 'RSA' ? 2048 : 256,
      ]);
      expect(pair.client.peerChain).toHaveLength(2);
    });
  });

  test('it takes the place of all that there was, also where certCallback answers it', () => {
    const clientOfRsa = { ...client, ...shownTo.RSA };
    const onlyEc = new SslContext({ role: 'server', library, ...identity('serverEc') });
    withPair({ library, client: clientOfRsa, serverContext: both }, (pair) => {
      pair.server.adjust({ identity: onlyEc });
      expect(pair.handshake().server.status).toBe('failed');
    });
    const serverContext = new SslContext({
      role: 'server',
      library,
      ...identity('server'),
      identities: [identity('serverEc')],
      certCallback: () => onlyEc,
    });
    withPair({ library, client: clientOfRsa, serverContext }, (pair) => expect(pair.handshake().server.status).toBe('failed'));
  });

  test('from inside of a callback, and from a context of the other role', () => {
    const ofClient = new SslContext({ role: 'client', library, ...identity('otherHost') });
    const serverContext = new SslContext({
      role: 'server',
      library,
      ...identity('server'),
      clientHelloCallback: (_hello, engine) => {
        engine.adjust({ identity: ofClient });
        return undefined;
      },
    });
    withConnectedPair({ library, client, serverContext }, (pair) => expect(pair.client.peerCertificate?.subject).toBe('CN=other.test'));
  });

  test('a client shows it when it is asked', () => {
    const server = { ...identity('server'), ca: certificatePem('root'), verifyMode: 'fail-if-no-peer-cert' } as const;
    withPair({ library, client, server }, (pair) => {
      pair.client.adjust({ identity: new SslContext({ role: 'client', library, ...identity('clientEc') }) });
      expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
      expect(pair.server.peerCertificate?.publicKey.bits).toBe(256);
    });
  });

  test('what another connection of that context shows stays the same', () => {
    withPair({ library, client }, (pair) => pair.server.adjust({ identity: both }));
    for (const [type, bits] of [
      ['RSA', 2048],
      ['EC', 256],
    ] as const) {
      withConnectedPair({ library, client: { ...client, ...shownTo[type] }, serverContext: both }, (pair) =>
        expect(pair.client.peerCertificate?.publicKey.bits).toBe(bits),
      );
    }
  });
});

describeEachLibrary('adjust({ identity })', (library) => {
  test('one that OpenSSL refuses is a SettingError that names it', () => {
    const weak = new SslContext({ role: 'server', library, securityLevel: 0, ...identity('smallKey') });
    withPair({ library, server: { ...identity('server'), securityLevel: 2 } }, ({ server }) => {
      expect(() => server.adjust({ identity: weak })).toThrow(
        expect.objectContaining({ name: 'SettingError', setting: 'identity', function: 'SSL_use_cert_and_key' }),
      );
    });
  });

  test('a context without a certificate, of another OpenSSL, or none is a misuse', () => {
    const foreign = libraries.find((entry) => entry.library !== library)?.library;
    const wrong: unknown[] = [{}, null, 1, new SslContext({ role: 'server', library })];
    if (foreign !== undefined) wrong.push(new SslContext({ role: 'server', library: foreign, ...identity('server') }));
    withPair({ library }, ({ server }) => {
      for (const given of wrong) {
        expect(() => server.adjust({ identity: given as SslContext })).toThrow(
          expect.objectContaining({ name: 'MisuseError', argument: 'settings.identity' }),
        );
      }
    });
  });
});

describeEachLibraryAndProtocol('adjust({ maxSendFragment })', (library, protocol) => {
  test('records hold no more than that from then on (SSL_set_max_send_fragment(3))', () => {
    withConnectedPair({ library, client: { ...trustingClient(), ...only(protocol) } }, (pair) => {
      const largestRead = (): number => {
        pair.client.write(Buffer.alloc(4000));
        pair.shuttleAll();
        const sizes: number[] = [];
        for (let total = 0; total < 4000; total += sizes.at(-1) ?? 0) {
          const read = pair.server.read(Buffer.alloc(5000));
          if (read.status !== 'done') throw new Error(read.status);
          sizes.push(read.value);
        }
        return Math.max(...sizes);
      };
      expect(largestRead()).toBe(4000);
      pair.client.adjust({ maxSendFragment: 512 });
      expect(largestRead()).toBe(512);
      pair.client.adjust({ maxSendFragment: 1000 });
      expect(largestRead()).toBeLessThanOrEqual(1000);
    });
  });

  test.each([511, 16_385, '512', 512.5, null])('%p is a misuse', (maxSendFragment) => {
    withPair({ library }, ({ client }) => {
      expect(() => client.adjust({ maxSendFragment: maxSendFragment as number })).toThrow(
        expect.objectContaining({ name: 'MisuseError', argument: 'settings.maxSendFragment' }),
      );
    });
  });
});
