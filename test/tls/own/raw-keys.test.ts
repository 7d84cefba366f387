// Raw public keys through libssl/tls, which node:tls has not: the options are an SslContext's own.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connect, createSecureContext, createServer, type TLSSocket } from '../../../lib/tls/index.ts';
import { closeAll, closeLater } from '../../support/io-clients.ts';
import { describeEachOf } from '../../support/libraries.ts';
import { librariesWithRawKeys, rawKeys } from '../../support/raw-keys.ts';
import { type TlsError, versions } from '../side-by-side/support.ts';

const raw = ['raw-public-key'] as const;
const keyOf = (socket: TLSSocket): Buffer => Buffer.from(socket.ssl?.peerPublicKey?.raw ?? []);

describeEachOf('raw public keys of libssl/tls: OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  let server: ReturnType<typeof createServer> | null = null;
  afterEach(() => {
    closeAll();
    server?.close();
    server = null;
  });

  describe.each(versions)('%s', (__, range) => {
    let sockets: TLSSocket[] = [];
    const listen = async (options: Parameters<typeof createServer>[0]): Promise<number> => {
      const own: TLSSocket[] = []; // a client of another test may still come
      sockets = own;
      server = createServer({ library, ...range, key: rawKeys.ec.privateKey, serverCertTypes: raw, ...(options as object) }, (socket) => {
        closeLater(socket as never);
        own.push(socket);
        socket.on('error', () => undefined);
        socket.write('hello');
      });
      server.on('tlsClientError', () => undefined);
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    };
    const to = (port: number, options: object): TLSSocket =>
      closeLater(connect({ library, host: '127.0.0.1', port, servername: 'any.test', serverCertTypes: raw, ...options }) as never);

    test('a server with a key and no certificate is authorized by the key, and no name is asked for', async () => {
      const client = to(await listen({}), { expectedPeerKeys: [rawKeys.ec.publicKey] });
      await once(client, 'secureConnect');
      expect(client.authorized).toBe(true);
      expect(client.authorizationError).toBeFalsy();
      expect(keyOf(client).equals(rawKeys.ec.der)).toBe(true);
      expect(client.getPeerCertificate()).toEqual({});
      expect(client.getPeerX509Certificate()).toBeUndefined();
    });

    test('another key, or one that nobody expects, is an error', async () => {
      const port = await listen({});
      for (const [expected, code] of [
        [[rawKeys.rsa.der], /DANE_NO_MATCH/],
        [undefined, /RPK_UNTRUSTED/],
      ] as const) {
        const [error] = (await once(to(port, { expectedPeerKeys: expected }), 'error')) as [TlsError];
        expect(`${error.code} ${error.message}`).toMatch(code);
      }
      const lax = to(port, { rejectUnauthorized: false });
      await once(lax, 'secureConnect');
      expect([lax.authorized, String(lax.authorizationError)]).toEqual([false, expect.stringMatching(/RPK_UNTRUSTED/)]);
    });

    test('clients are authorized by theirs', async () => {
      const port = await listen({
        ...{ requestCert: true, rejectUnauthorized: true },
        ...{ clientCertTypes: raw, expectedPeerKeys: [rawKeys.rsa.publicKey] },
      });
      const own = { clientCertTypes: raw, key: rawKeys.rsa.privateKey, expectedPeerKeys: [rawKeys.ec.der] };
      const client = to(port, own);
      await once(client, 'data');
      expect([client.authorized, sockets[0]?.authorized]).toEqual([true, true]);
      expect(keyOf(sockets[0] as TLSSocket).equals(rawKeys.rsa.der)).toBe(true);
      const refused = to(port, { ...own, key: rawKeys.ed25519.privateKey });
      const [error] = (await once(refused, 'error')) as [TlsError];
      expect(error.code).toMatch(/ALERT/);
      expect(sockets).toHaveLength(1);
    });
  });

  test('a context of its own takes a key alone', () => {
    expect(() => createSecureContext({ library, key: rawKeys.ec.privateKey, serverCertTypes: raw })).not.toThrow();
    expect(() => createSecureContext({ library, serverCertTypes: [] })).toThrow(/serverCertTypes/);
    expect(() => createSecureContext({ library, expectedPeerKeys: ['nothing'] })).toThrow(/expectedPeerKeys\[0\]/);
  });
});
