// Sockets that are made with new TLSSocket(), callbacks that are called twice, and contexts that are none.

import { once } from 'node:events';
import { connect as connectNet } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocketOptions } from 'node:tls';
import { expect, test } from '@jest/globals';
import { duplexPair } from '../../support/io-duplex.ts';
import { certificatePem } from '../../support/pki.ts';
import { newSession, pems, portOf, sideBySide, thrown, tls12, trusting } from './support.ts';

sideBySide('by hand', (peers) => {
  const served = (transport: Duplex, options: object = {}) => {
    const all: TLSSocketOptions = { isServer: true, ...pems('server'), ...options };
    return peers.keep(new peers.serverTls.TLSSocket(transport, all));
  };

  test('a server’s socket takes ALPNProtocols', async () => {
    const [left, right] = duplexPair();
    const server = served(right, { ALPNProtocols: ['a'] });
    const client = peers.keep(peers.tls.connect({ ...trusting, socket: left, ALPNProtocols: ['b', 'a'] }));
    await Promise.all([once(client, 'secureConnect'), once(server, 'secure')]);
    expect([client.alpnProtocol, server.alpnProtocol]).toEqual(['a', 'a']);
  });

  test('a server’s socket takes ALPNCallback', async () => {
    const [left, right] = duplexPair();
    served(right, { ALPNCallback: ({ protocols }: { protocols: readonly string[] }) => protocols.at(-1) });
    const client = peers.keep(peers.tls.connect({ ...trusting, socket: left, ALPNProtocols: ['b', 'a'] }));
    await once(client, 'secureConnect');
    expect(client.alpnProtocol).toBe('a');
  });

  test('a server’s socket takes SNICallback', async () => {
    const [left, right] = duplexPair();
    const other = peers.serverTls.createSecureContext(pems('otherHost'));
    served(right, { SNICallback: (_name: string, done: (error: null, context: typeof other) => void) => done(null, other) });
    const client = peers.keep(peers.tls.connect({ ...trusting, socket: left, servername: 'other.test' }));
    await once(client, 'secureConnect');
    expect(client.getPeerCertificate().subject.CN).toBe('other.test');
  });

  test('a server’s socket takes requestCert, and emits secure for who looks at the certificate', async () => {
    const [left, right] = duplexPair();
    const server = served(right, { ca: certificatePem('root'), requestCert: true, rejectUnauthorized: false });
    const client = peers.keep(peers.tls.connect({ ...trusting, ...pems('client'), socket: left }));
    await Promise.all([once(server, 'secure'), once(client, 'secureConnect')]);
    expect(server.getPeerCertificate().subject.CN).toBe('client');
  });

  test('a server’s socket takes pskCallback', async () => {
    const [left, right] = duplexPair();
    const psk = Buffer.alloc(32, 7);
    served(right, { ...tls12, ciphers: 'PSK', cert: undefined, key: undefined, pskCallback: () => psk });
    const client = peers.keep(
      peers.tls.connect({
        ...tls12,
        ciphers: 'PSK',
        socket: left,
        checkServerIdentity: () => undefined,
        pskCallback: () => ({ psk, identity: 'me' }),
      }),
    );
    await once(client, 'secureConnect');
    expect(client.getProtocol()).toBe('TLSv1.2');
  });

  test('a client’s socket takes a session and a secure context', async () => {
    const listener = await peers.listen(tls12, (socket) => void socket.resume());
    const session = await newSession(peers, listener);
    const raw = peers.keep(connectNet(portOf(listener), '127.0.0.1'));
    await once(raw, 'connect');
    const secureContext = peers.tls.createSecureContext({ ca: certificatePem('root') });
    const client = peers.keep(new peers.tls.TLSSocket(raw, { secureContext, session, rejectUnauthorized: true }));
    const secure = once(client, 'secure');
    client.write('x');
    await secure;
    expect([client.getProtocol(), client.encrypted]).toEqual(['TLSv1.2', true]);
  });

  test.each([
    ['no context', {}],
    ['a context of nothing', { context: {} }],
  ])('%s as secureContext is refused with ERR_TLS_INVALID_CONTEXT', (_, secureContext) => {
    const [, right] = duplexPair();
    expect(thrown(() => served(right, { secureContext }))?.code).toBe('ERR_TLS_INVALID_CONTEXT');
  });

  test('an SNICallback that answers twice ends the connection with ERR_MULTIPLE_CALLBACK', async () => {
    const listener = await peers.listen({
      SNICallback: (_, done) => {
        done(null);
        done(null);
      },
    });
    const failed = once(listener, 'tlsClientError') as Promise<[NodeJS.ErrnoException]>;
    peers.connect(listener);
    expect((await failed)[0].code).toBe('ERR_MULTIPLE_CALLBACK');
  });

  test('a resumeSession that answers twice ends the connection with ERR_MULTIPLE_CALLBACK', async () => {
    const listener = await peers.listen(tls12);
    listener.on('newSession', (_id: Buffer, _data: Buffer, done: () => void) => done());
    const session = await newSession(peers, listener, tls12);
    listener.on('resumeSession', (_id: Buffer, done: (error: null, data: null) => void) => {
      done(null, null);
      done(null, null);
    });
    const failed = once(listener, 'tlsClientError') as Promise<[NodeJS.ErrnoException]>;
    // Without a ticket: one that has it is not asked for.
    peers.connect(listener, { session });
    peers.connect(listener);
    expect((await failed)[0].code).toBe('ERR_MULTIPLE_CALLBACK');
  });

  test('SecureContext is what createSecureContext makes, and what the options of connect and createServer take', async () => {
    const { SecureContext } = peers.tls as unknown as { SecureContext: new () => object };
    const secureContext = peers.tls.createSecureContext({ ca: certificatePem('root') });
    expect(secureContext).toBeInstanceOf(SecureContext);
    const { client } = await peers.pair({}, { secureContext });
    expect(client.authorized).toBe(true);
  });
});
