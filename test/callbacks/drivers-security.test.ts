// What connect() makes of the answers of callbacks that verify: who is accepted, and who is not. SSL_get_verify_result(3), exactness rule 17.

import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ConnectOptions, SslError, SslSocket } from '../../lib/index.ts';
import { carriers, type EndOptions, startBoth } from '../support/io-both.ts';
import { closeAll } from '../support/io-clients.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { type Identity, identity } from '../support/pki.ts';

type Outcome = 'resolves' | number; // or the verify result of its rejection

describeEachLibraryAndProtocol('connect() with callbacks that verify', (library, protocol) => {
  afterEach(closeAll);
  const outcome = async (client: Partial<ConnectOptions>, server: Identity, carrier: (typeof carriers)[number]): Promise<Outcome> => {
    const ends = await startBoth(library, carrier, {
      client: { ...only(protocol), ...client },
      server: { ...only(protocol), ...identity(server) },
    });
    return await ends.client.then(
      () => 'resolves' as const,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE' });
        return (error as SslError).verify?.code ?? -1;
      },
    );
  };
  const expired = 10;
  const otherName = 62;
  const application = 50;
  const rows: readonly (readonly [string, Partial<ConnectOptions>, Identity, Outcome])[] = [
    ['verifyCallback true over an error: the error stands', { verifyCallback: () => true }, 'expired', expired],
    ['verifyCallback 0 over an error: accepted', { verifyCallback: () => 0 }, 'expired', 'resolves'],
    [
      'verifyCallback 0 over this error alone: another stands',
      { verifyCallback: (step) => (step.code === otherName ? 0 : step.ok) },
      'expired',
      expired,
    ],
    ['verifyCallback true over another name: the error stands', { verifyCallback: () => true }, 'otherHost', otherName],
    [
      'verifyCallback 0 over another name: accepted',
      { verifyCallback: ({ code }) => (code === otherName ? 0 : true) },
      'otherHost',
      'resolves',
    ],
    ['verifyCallback false over a good one: refused', { verifyCallback: ({ depth }) => depth !== 0 }, 'server', 1],
    ['certVerifyCallback true: accepted, whoever signed', { certVerifyCallback: () => true }, 'selfSigned', 'resolves'],
    ['certVerifyCallback true: the name is looked at', { certVerifyCallback: () => true }, 'otherHost', otherName],
    ['certVerifyCallback 0: the name is looked at', { certVerifyCallback: () => 0 }, 'otherHost', otherName],
    [
      'certVerifyCallback true, name check switched off: accepted',
      { certVerifyCallback: () => true, dangerousSkipNameCheck: true },
      'otherHost',
      'resolves',
    ],
    ["certVerifyCallback 'openssl': as without it", { certVerifyCallback: () => 'openssl' }, 'expired', expired],
    ['certVerifyCallback false: refused', { certVerifyCallback: () => false }, 'server', application],
    ...(library.isAtLeast('3.0.2')
      ? ([
          [
            'certVerifyCallback true, later: the name is looked at',
            { certVerifyCallback: () => Promise.resolve(true) },
            'otherHost',
            otherName,
          ],
          ['certVerifyCallback false, later: refused', { certVerifyCallback: () => Promise.resolve(false) }, 'server', application],
        ] as const)
      : []),
  ];

  test.each(rows)('%s', async (_, client, server, expected) => {
    for (const carrier of carriers) expect([carrier, await outcome(client, server, carrier)]).toEqual([carrier, expected]);
  });

  describe('a pre-shared key', () => {
    const key = randomBytes(32);
    const known = { pskClientCallback: () => ({ identity: 'me', key }) };
    const psk = (client: EndOptions['client'], server: EndOptions['server']): ReturnType<typeof startBoth> =>
      startBoth(library, 'Duplex', {
        client: { ...only(protocol), cipherList: 'PSK:ALL', ...known, ...client },
        server: { ...only(protocol), cipherList: 'PSK:ALL', ...server },
      });
    const first = async (ends: Promise<{ readonly client: Promise<SslSocket> }>): Promise<SslSocket> => await (await ends).client;

    test('proves who the server is: connect() resolves without a certificate', async () => {
      const socket = await first(psk({}, { certificate: undefined, privateKey: undefined, pskServerCallback: () => ({ key }) } as never));
      expect(socket.peerCertificate).toBeNull();
      socket.write('x');
    });

    test('that the server does not use leaves its certificate to be verified, with its name', async () => {
      const cipherList = 'DEFAULT';
      expect((await first(psk({ cipherList }, { ...identity('server'), cipherList }))).peerCertificate).not.toBeNull();
      await expect(first(psk({ cipherList }, { ...identity('otherHost'), cipherList }))).rejects.toMatchObject({
        verify: { code: otherName },
      });
      await expect(first(psk({ cipherList }, { ...identity('selfSigned'), cipherList }))).rejects.toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
      });
    });

    test('of an attacker who has neither key nor certificate does not help', async () => {
      const bare = { certificate: undefined, privateKey: undefined, pskServerCallback: () => ({ key: randomBytes(32) }) };
      await expect(first(psk({}, bare as never))).rejects.toMatchObject({ name: 'SslError' });
    });
  });
});

describeEachLibrary('connect() to an anonymous server', (library) => {
  afterEach(closeAll);

  // The one way in which a server of OpenSSL's has neither certificate nor key: a cipher without authentication, which both must want.
  test('rejects, also where it offered a pre-shared key', async () => {
    const cipherList = 'ADH:AECDH:PSK:@SECLEVEL=0';
    const ends = await startBoth(library, 'Duplex', {
      client: { maxProtocol: 'TLSv1.2', cipherList, pskClientCallback: () => ({ identity: 'me', key: randomBytes(32) }) },
      server: { maxProtocol: 'TLSv1.2', cipherList: 'ADH:AECDH:@SECLEVEL=0', dhParameters: 'auto' },
    });
    await expect(ends.client).rejects.toMatchObject({
      code: 'ERR_SSL_CERTIFICATE',
      message: expect.stringContaining('showed no certificate'),
    });
  });
});
