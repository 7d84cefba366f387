// Raw public keys through connect(), connectSync(), accept() and createServer(): secure unless the caller's code says otherwise.

import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type ConnectOptions,
  createServer,
  type ServerOptions,
  SslContext,
  SslError,
  SslSession,
  type SslSocket,
} from '../../lib/index.ts';
import { closeAll, closed, open, readSome, rejection, trusting } from '../support/io-clients.ts';
import { describeEachOf, only, protocols } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';
import { librariesWithRawKeys, rawKeys } from '../support/raw-keys.ts';
import { listening, type Served, stopServers } from '../support/ssl-server.ts';

const raw = ['raw-public-key'] as const;
const either = ['raw-public-key', 'x509'] as const;

describeEachOf('raw public keys of connect() and createServer(): OpenSSL %s', librariesWithRawKeys(), (_, library) => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });
  const serve = (options: ServerOptions): Promise<Served> => listening(createServer({ library, ...options }));
  const to = ({ port }: Served, options: Partial<ConnectOptions>): ConnectOptions => ({ library, host: '127.0.0.1', port, ...options });
  const codeOf = async (options: ConnectOptions): Promise<number> => {
    const error = await rejection(open(options));
    if (!(error instanceof SslError)) throw error;
    expect(error.code).toBe('ERR_SSL_CERTIFICATE');
    return error.verify?.code ?? -1;
  };
  const echoed = async (socket: SslSocket): Promise<void> => {
    socket.write('hello');
    expect(String(await readSome(socket, 5))).toBe('hello');
    const ended = closed(socket);
    socket.end();
    socket.resume();
    await ended;
  };
  // With TLS 1.3 the alert comes after the client's handshake.
  const refusedLater = async (options: ConnectOptions): Promise<void> => {
    await open(options).then(
      (socket) => socket.on('error', () => undefined),
      () => undefined,
    );
  };

  describe.each(protocols)('%s', (protocol) => {
    test('a server needs a key and nothing else; a client that expects it is connected, whatever it calls the host', async () => {
      const served = await serve({ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...held(protocol) });
      const socket = await open(to(served, { serverCertTypes: raw, expectedPeerKeys: [rawKeys.ec.publicKey], serverName: 'any.test' }));
      expect(socket.connection).toMatchObject({
        protocol,
        certificateTypes: { server: 'raw-public-key', client: 'x509' },
        verify: { verified: true, peerName: null },
      });
      expect(Buffer.from(socket.peerPublicKey?.raw ?? []).equals(rawKeys.ec.der)).toBe(true);
      expect(socket.peerChain).toEqual([]);
      await echoed(socket);
    });

    test('nobody is believed where nothing is expected, or another key', async () => {
      const served = await serve({ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...held(protocol) });
      expect(await codeOf(to(served, { serverCertTypes: raw }))).toBe(95);
      expect(await codeOf(to(served, { serverCertTypes: either, ca: certificatePem('root') }))).toBe(95);
      expect(await codeOf(to(served, { serverCertTypes: raw, expectedPeerKeys: [rawKeys.rsa.der] }))).toBe(65);
      expect(await codeOf(to(served, { serverCertTypes: raw, verifyCallback: () => true }))).toBe(95);
    });

    test('TLSA records of the key do as well', async () => {
      const served = await serve({ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...held(protocol) });
      const record = (key: { readonly der: Buffer }) =>
        ({ usage: 'DANE-EE', selector: 'SPKI', matchingType: 'Full', data: key.der }) as const;
      const dane = { name: 'any.test', records: [record(rawKeys.ec)] };
      expect((await open(to(served, { serverCertTypes: raw, dane }))).connection?.verify.verified).toBe(true);
      expect(await codeOf(to(served, { serverCertTypes: raw, dane: { ...dane, records: [record(rawKeys.rsa)] } }))).toBe(65);
    });

    test('a server that knows of none shows its certificate: enough if the client says so', async () => {
      const served = await serve({ ...identity('server'), ...held(protocol) });
      const socket = await open(to(served, { ...trusting(library), serverCertTypes: either }));
      expect(socket.connection?.certificateTypes?.server).toBe('x509');
      expect(await codeOf(to(served, { ...trusting(library), serverCertTypes: raw }))).toBe(28);
      expect(await codeOf(to(served, { ...trusting(library), serverCertTypes: either, verifyName: 'other.test' }))).toBe(62);
    });

    test('clients are let in by their keys', async () => {
      const served = await serve({
        ...identity('server'),
        ...{ clientCertificate: 'require', clientCertTypes: raw, expectedPeerKeys: [rawKeys.ec.der, rawKeys.ed25519.publicKey] },
        ...held(protocol),
      });
      const client = { ...trusting(library), clientCertTypes: raw };
      for (const [index, key] of [rawKeys.ec, rawKeys.ed25519].entries()) {
        await open(to(served, { ...client, privateKey: key.privateKey }));
        const socket = await served.connection(index);
        expect(socket.connection).toMatchObject({ certificateTypes: { client: 'raw-public-key' }, verify: { verified: true } });
        expect(Buffer.from(socket.peerPublicKey?.raw ?? []).equals(key.der)).toBe(true);
        expect(socket.peerChain).toEqual([]);
      }
      await refusedLater(to(served, { ...client, privateKey: rawKeys.rsa.privateKey }));
      expect((await served.failure(0)).error).toMatchObject({
        code: 'ERR_SSL_CERTIFICATE',
        verify: { code: 65, peerPublicKey: { type: 'RSA' } },
      });
      await refusedLater(to(served, trusting(library)));
      expect((await served.failure(1)).error).toMatchObject({ code: 'ERR_SSL_PROTOCOL' });
      await open(to(served, { ...client, privateKey: rawKeys.ec.privateKey })); // it goes on
    });

    test('clients are let in by a callback that knows them', async () => {
      const known = rawKeys.ec.der;
      const served = await serve({
        ...identity('server'),
        ...{ clientCertificate: 'require', clientCertTypes: raw, ...held(protocol) },
        verifyCallback: ({ publicKey }) => (publicKey !== null && known.equals(publicKey.raw) ? 0 : 50),
      });
      const client = { ...trusting(library), clientCertTypes: raw };
      await open(to(served, { ...client, privateKey: rawKeys.ec.privateKey }));
      expect((await served.connection(0)).connection?.verify.verified).toBe(true);
      await refusedLater(to(served, { ...client, privateKey: rawKeys.rsa.privateKey }));
      expect((await served.failure(0)).error).toMatchObject({ verify: { code: 50 } });
    });

    test('each name has its own: keys of its clients, and what it shows', async () => {
      const served = await serve({
        ...identity('server'),
        ...held(protocol),
        ...{ clientCertificate: 'require', clientCertTypes: raw, expectedPeerKeys: [rawKeys.ec.der] },
        contexts: {
          'a.test': { expectedPeerKeys: [rawKeys.rsa.der], clientCertTypes: raw },
          'b.test': { clientCertificate: 'none', privateKey: rawKeys.ed25519.privateKey, serverCertTypes: raw },
        },
      });
      const client = { ca: certificatePem('root'), verifyName: hosts.good, clientCertTypes: raw };
      await open(to(served, { ...client, serverName: 'a.test', privateKey: rawKeys.rsa.privateKey }));
      expect((await served.connection(0)).connection?.verify.verified).toBe(true);
      await open(to(served, { ...client, serverName: 'x.test', privateKey: rawKeys.ec.privateKey }));
      expect((await served.connection(1)).connection?.verify.verified).toBe(true);
      for (const [index, [serverName, key]] of (
        [
          ['a.test', rawKeys.ec],
          ['x.test', rawKeys.rsa],
        ] as const
      ).entries()) {
        await refusedLater(to(served, { ...client, serverName, privateKey: key.privateKey }));
        expect((await served.failure(index)).error).toMatchObject({ code: 'ERR_SSL_CERTIFICATE', verify: { code: 65 } });
      }
      const shown = await open(to(served, { serverName: 'b.test', serverCertTypes: raw, expectedPeerKeys: [rawKeys.ed25519.der] }));
      expect(shown.connection?.certificateTypes?.server).toBe('raw-public-key');
    });

    test('a session is resumed only with a peer that is expected now', async () => {
      const sessions: SslSession[] = [];
      const served = await serve({ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...held(protocol) });
      const first = await open(
        to(served, { serverCertTypes: raw, expectedPeerKeys: [rawKeys.ec.der], onSession: (session) => void sessions.push(session) }),
      );
      await echoed(first);
      const der = sessions.at(-1)?.toDer() ?? new Uint8Array(0);
      const session = (): SslSession => SslSession.fromDer(der, library); // a connection that is refused makes its session useless
      const resumed = await open(
        to(served, { serverCertTypes: raw, expectedPeerKeys: [rawKeys.rsa.der, rawKeys.ec.der], session: session() }),
      );
      expect(resumed.connection).toMatchObject({ resumed: true, verify: { verified: true } });
      expect(await codeOf(to(served, { serverCertTypes: raw, expectedPeerKeys: [rawKeys.rsa.der], session: session() }))).toBe(95);
      expect((await open(to(served, { serverCertTypes: raw, session: session() }))).connection?.resumed).toBe(true);
    });

    test('a session that a certificate made is not resumed where only a key will do', async () => {
      const sessions: SslSession[] = [];
      const served = await serve({ ...identity('server'), ...held(protocol) });
      await echoed(await open(to(served, { ...trusting(library), onSession: (session) => void sessions.push(session) })));
      const der = sessions.at(-1)?.toDer() ?? new Uint8Array(0);
      const session = (): SslSession => SslSession.fromDer(der, library); // a connection that is refused makes its session useless
      expect((await open(to(served, { ...trusting(library), session: session() }))).connection?.resumed).toBe(true);
      expect(await codeOf(to(served, { ...trusting(library), serverCertTypes: raw, session: session() }))).toBe(65);
    });

    test('a context is shared, and each connection has an expectation of its own', async () => {
      const served = await serve({ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, ...held(protocol) });
      const context = new SslContext({ role: 'client', library, serverCertTypes: raw });
      const { library: _library, ...address } = to(served, { context });
      expect((await open({ ...address, expectedPeerKeys: [rawKeys.ec.der] })).connection?.verify.verified).toBe(true);
      expect(await codeOf({ ...address, expectedPeerKeys: [rawKeys.rsa.der] })).toBe(65);
      expect(await codeOf(address)).toBe(95);
    });

    test('on the pool it is the same', async () => {
      const served = await serve({
        ...{ privateKey: rawKeys.ec.privateKey, serverCertTypes: raw, offload: 'pool', clientCertificate: 'require', clientCertTypes: raw },
        certVerifyCallback: (_chain, _engine, key) => Buffer.from(key?.raw ?? []).equals(rawKeys.rsa.der),
        ...held(protocol),
      });
      const socket = await open(
        to(served, {
          ...{ serverCertTypes: raw, clientCertTypes: raw, privateKey: rawKeys.rsa.privateKey, offload: 'pool' },
          certVerifyCallback: (_chain, _engine, key) => Promise.resolve(Buffer.from(key?.raw ?? []).equals(rawKeys.ec.der)),
        }),
      );
      expect(socket.connection?.verify.verified).toBe(true);
      expect((await served.connection(0)).connection?.verify.verified).toBe(true);
    });
  });
});

function held(protocol: 'TLSv1.2' | 'TLSv1.3'): {
  readonly minProtocol: 'TLSv1.2' | 'TLSv1.3';
  readonly maxProtocol: 'TLSv1.2' | 'TLSv1.3';
} {
  return only(protocol);
}
