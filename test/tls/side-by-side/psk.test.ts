// Pre-shared keys: both callbacks, in both versions, and what they may give.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { expect, test } from '@jest/globals';
import { read, sideBySide, thrown, tls12, tls13 } from './support.ts';

const psk = randomBytes(32);
const byVersion = [
  ['TLSv1.2', { ...tls12, ciphers: 'PSK' }],
  ['TLSv1.3', { ...tls13, ciphers: 'TLS_AES_128_GCM_SHA256' }],
] as const;

sideBySide('pre-shared keys', (peers) => {
  const client = (options: object, more: ConnectionOptions = {}): ConnectionOptions => ({
    ...options,
    ca: [],
    servername: '',
    checkServerIdentity: () => undefined,
    pskCallback: () => ({ psk, identity: 'me' }),
    ...more,
  });
  const server = (options: object, more: TlsOptions = {}): TlsOptions => ({ ...options, pskCallback: () => psk, ...more });

  test.each(byVersion)('make a connection without certificates, %s', async (_, options) => {
    const identities: string[] = [];
    const pair = await peers.pair(
      server(options, {
        pskCallback: (_socket, identity) => {
          identities.push(identity);
          return psk;
        },
      }),
      client(options),
    );
    expect(new Set(identities)).toEqual(new Set(['me']));
    expect(pair.client.getPeerCertificate()).toEqual({});
    pair.client.write('shared');
    expect((await read(pair.server, 6)).toString()).toBe('shared');
  });

  test.each(byVersion)('the callback of the server is given its socket, %s', async (_, options) => {
    const sockets = new Set<unknown>();
    const pair = await peers.pair(
      server(options, {
        pskCallback: (socket) => {
          sockets.add(socket);
          return psk;
        },
      }),
      client(options),
    );
    expect([...sockets]).toEqual([pair.server]);
  });

  /** What the client's callback is told where the server has a hint. */
  const hintsTold = async (options: (typeof byVersion)[number][1]): Promise<(string | null)[]> => {
    const hints: (string | null)[] = [];
    await peers.pair(
      server(options, { pskIdentityHint: 'which of them' }),
      client(options, {
        pskCallback: (hint) => {
          hints.push(hint);
          return { psk, identity: 'me' };
        },
      }),
    );
    return hints;
  };

  test('the hint of the server comes to the client, TLSv1.2', async () => {
    const [[, options]] = byVersion;
    expect(await hintsTold(options)).toEqual(['which of them']);
  });

  test('there is no hint in TLSv1.3', async () => {
    const [, [, options]] = byVersion;
    expect(new Set(await hintsTold(options))).toEqual(new Set([null]));
  });

  test('the server may give {psk} or any view of bytes', async () => {
    const [, [, options]] = byVersion;
    const forms: unknown[] = [new Uint8Array(psk), new DataView(new Uint8Array(psk).buffer)];
    for (const form of forms) {
      const pair = await peers.pair(server(options, { pskCallback: () => form as Buffer }), client(options));
      expect(pair.client.getProtocol()).toBe('TLSv1.3');
    }
  });

  test.each(byVersion)('an identity that the server does not know is refused, %s', async (_, options) => {
    const error = await peers.refusedBy(await peers.listen(server(options, { pskCallback: () => null })), client(options));
    expect(error.client.code).toMatch(/^(ERR_SSL_|ECONNRESET)/);
    expect(error.server.code).toMatch(/^(ERR_SSL_|ECONNRESET)/);
  });

  test.each(byVersion)('a key that differs is refused, %s', async (_, options) => {
    const error = await peers.refusedBy(await peers.listen(server(options, { pskCallback: () => randomBytes(32) })), client(options));
    expect([error.client.code, error.server.code]).toEqual([expect.stringMatching(/^ERR_SSL_/), expect.stringMatching(/^ERR_SSL_/)]);
  });

  test('a client that has none ends the handshake, TLSv1.2', async () => {
    const [[, options]] = byVersion;
    const error = await peers.refused(await peers.listen(server(options)), client(options, { pskCallback: () => null }));
    expect(error.code).toMatch(/^ERR_SSL_/);
  });

  test.each<[string, object, string]>([
    ['no key', { identity: 'me' }, 'ERR_INVALID_ARG_TYPE'],
    ['no identity', { psk }, 'ERR_INVALID_ARG_TYPE'],
    ['a key that is no bytes', { psk: 'key', identity: 'me' }, 'ERR_INVALID_ARG_TYPE'],
    ['a key that is too long', { psk: Buffer.alloc(10_000), identity: 'me' }, 'ERR_INVALID_ARG_VALUE'],
    ['an identity that is too long', { psk, identity: 'x'.repeat(10_000) }, 'ERR_INVALID_ARG_VALUE'],
  ])('a client’s callback that gives %s ends the connection with %s', async (_, answer, code) => {
    const [, [, options]] = byVersion;
    const error = await peers.refused(
      await peers.listen(server(options)),
      client(options, { pskCallback: () => answer as { psk: Buffer; identity: string } }),
    );
    expect(error.code).toBe(code);
  });

  test('a server’s callback that gives what is no key ends the connection with ERR_INVALID_ARG_TYPE', async () => {
    const [, [, options]] = byVersion;
    const listener = await peers.listen(server(options, { pskCallback: () => 'key' as unknown as Buffer }));
    const failed = once(listener, 'tlsClientError') as Promise<[NodeJS.ErrnoException]>;
    await peers.refused(listener, client(options));
    expect((await failed)[0].code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('what a callback throws is the error of its socket', async () => {
    const [, [, options]] = byVersion;
    const mine = new Error('of the callback');
    const error = await peers.refused(
      await peers.listen(server(options)),
      client(options, {
        pskCallback: () => {
          throw mine;
        },
      }),
    );
    expect(error).toBe(mine);
  });

  test('a callback that is no function is refused with ERR_INVALID_ARG_TYPE', async () => {
    const listener = await peers.listen();
    expect(thrown(() => peers.connect(listener, { pskCallback: 'key' } as object))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });
});
