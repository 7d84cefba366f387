// Callbacks that decide, held against node:tls: its pre-shared keys, SNI, ALPN, OCSP stapling and sessions.

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  type ConnectionOptions,
  connect as connectTls,
  createSecureContext,
  createServer,
  type Server,
  type TLSSocket,
  type TlsOptions,
} from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import { SslContext, type SslContextOptions, type SslSession, type TicketKey } from '../../lib/index.ts';
import { type Acceptor, acceptor } from '../support/io-accept.ts';
import { closeAll, closeLater, local, open, readSome } from '../support/io-clients.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { certificatePem, hosts, identity } from '../support/pki.ts';

type ServerOptions = Partial<Omit<SslContextOptions, 'role'>>;

// OCSPResponse ::= SEQUENCE { responseStatus tryLater(3) } (RFC 6960, 4.2.1)
const response = Buffer.from('30030a0103', 'hex');

describeEachLibraryAndProtocol('callbacks and node:tls', (library, protocol) => {
  const servers: (Server | Acceptor)[] = [];
  afterEach(() => {
    closeAll();
    for (const server of servers.splice(0)) server.close();
  });
  const key = randomBytes(32);
  const versions = { minVersion: protocol, maxVersion: protocol };
  const pems = (name: Parameters<typeof identity>[0]): { readonly cert: string; readonly key: string } => {
    const { certificate, privateKey } = identity(name);
    return { cert: certificate, key: privateKey };
  };

  // node:tls as the server, with an echo.
  const nodeServer = async (options: TlsOptions, prepare: (server: Server) => void = () => undefined): Promise<number> => {
    const server = createServer({ ...versions, ...options });
    prepare(server);
    server.on('secureConnection', (socket) =>
      closeLater(socket)
        .on('error', () => undefined)
        .pipe(socket),
    );
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  // node:tls as the client, to a context of ours, with an echo.
  const nodeClient = async (context: SslContext, options: ConnectionOptions): Promise<TLSSocket> => {
    const server = await acceptor({ context });
    servers.push(server);
    const host = { port: server.port, host: '127.0.0.1', servername: hosts.good, ca: certificatePem('root') };
    return closeLater(connectTls({ ...versions, ...host, ...options }));
  };
  const contextOf = (options: ServerOptions): SslContext =>
    new SslContext({ role: 'server', library, ...only(protocol), ...identity('server'), sessionIdContext: 'here', ...options });
  const echoes = async (socket: TLSSocket | Awaited<ReturnType<typeof open>>): Promise<void> => {
    socket.write('echo');
    expect((await readSome(socket, 4)).toString()).toBe('echo');
  };

  test('its pskCallback as a server, ours as the client', async () => {
    const identities: string[] = [];
    const port = await nodeServer({
      ciphers: protocol === 'TLSv1.2' ? 'PSK' : 'TLS_AES_128_GCM_SHA256',
      pskIdentityHint: 'which',
      pskCallback: (_socket, name) => {
        identities.push(name);
        return key;
      },
    });
    const hints: (string | null)[] = [];
    const socket = await open({
      ...local(library, port),
      ...(protocol === 'TLSv1.2' ? { cipherList: 'PSK' } : {}),
      pskClientCallback: ({ hint }) => {
        hints.push(hint);
        return { identity: 'me', key };
      },
    });
    await echoes(socket);
    expect(new Set(identities)).toEqual(new Set(['me']));
    expect(hints.at(-1)).toBe(protocol === 'TLSv1.2' ? 'which' : null);
    expect(socket.peerCertificate).toBeNull();
  });

  test('its pskCallback as a client, ours as the server', async () => {
    const offers: unknown[] = [];
    const context = new SslContext({
      role: 'server',
      library,
      ...only(protocol),
      ...(protocol === 'TLSv1.2' ? { cipherList: 'PSK', pskIdentityHint: 'which' } : {}),
      pskServerCallback: (offer) => {
        offers.push(offer);
        return { key };
      },
    });
    const hints: unknown[] = [];
    const client = await nodeClient(context, {
      ciphers: protocol === 'TLSv1.2' ? 'PSK' : 'TLS_AES_128_GCM_SHA256',
      pskCallback: (hint) => {
        hints.push(hint);
        return { psk: key, identity: 'node' };
      },
      checkServerIdentity: () => undefined, // there is no certificate to look at
    });
    await once(client, 'secureConnect');
    await echoes(client);
    expect(offers).toEqual([{ protocol, identity: 'node' }]);
    expect(hints.at(-1)).toBe(protocol === 'TLSv1.2' ? 'which' : null);
  });

  test('its SNICallback sees our name; our serverNameCallback sees its name', async () => {
    const port = await nodeServer({
      ...pems('server'),
      SNICallback: (name, done) => done(null, createSecureContext(pems(name === 'other.test' ? 'otherHost' : 'server'))),
    });
    const socket = await open({ ...local(library, port), serverName: 'other.test' });
    expect(socket.connection?.verify.peerName).toBe('other.test');
    const other = contextOf(identity('otherHost'));
    const context = contextOf({ serverNameCallback: (name) => (name === 'other.test' ? other : undefined) });
    for (const servername of ['other.test', hosts.good]) {
      const client = await nodeClient(context, { servername });
      await once(client, 'secureConnect');
      expect([client.authorized, client.getPeerCertificate().subjectaltname?.includes(servername)]).toEqual([true, true]);
    }
  });

  test('its ALPNCallback chooses among ours; our alpnSelectCallback among its', async () => {
    const port = await nodeServer({
      ...pems('server'),
      ALPNCallback: ({ protocols }: { protocols: readonly string[] }) => protocols.at(-1),
    });
    expect((await open({ ...local(library, port), alpn: ['h2', 'http/1.1'] })).connection?.alpn).toBe('http/1.1');
    const context = contextOf({ alpnSelectCallback: (offered) => offered.at(-1) ?? null });
    const client = await nodeClient(context, { ALPNProtocols: ['one', 'two'] });
    await once(client, 'secureConnect');
    expect(client.alpnProtocol).toBe('two');
    const without = await nodeClient(contextOf({ alpnSelectCallback: () => null }), { ALPNProtocols: ['one'] });
    await once(without, 'secureConnect');
    expect(without.alpnProtocol).toBe(false);
  });

  test('its OCSPRequest staples to our client; our statusCallback staples to its client', async () => {
    const port = await nodeServer(pems('server'), (server) => {
      server.on('OCSPRequest', (_certificate, _issuer, done: (error: null, stapled: Buffer) => void) => done(null, response));
    });
    const seen: (Buffer | null)[] = [];
    const statusCallback = (stapled: Uint8Array | null): boolean => seen.push(stapled && Buffer.from(stapled)) > 0;
    await echoes(await open({ ...local(library, port), statusType: 'ocsp', statusCallback }));
    expect(seen).toEqual([response]);
    const client = await nodeClient(contextOf({ statusCallback: () => response }), { requestOCSP: true } as ConnectionOptions);
    const [stapled] = await Promise.all([once(client, 'OCSPResponse'), once(client, 'secureConnect')]);
    expect(stapled).toEqual([response]);
  });

  test('its session resumes at another context with the same ticketKeyCallback', async () => {
    const ticketKey: TicketKey = { name: randomBytes(16), aesKey: randomBytes(32), hmacKey: randomBytes(32) };
    const options: ServerOptions = { ticketKeyCallback: () => ticketKey };
    const first = await nodeClient(contextOf(options), {});
    const [session] = (await Promise.all([once(first, 'session'), echoes(first)]))[0] as [Buffer];
    const second = await nodeClient(contextOf(options), { session });
    await once(second, 'secureConnect');
    expect(second.isSessionReused()).toBe(true);
    const other = await nodeClient(contextOf({ ticketKeyCallback: (name) => (name === null ? ticketKey : null) }), { session });
    await once(other, 'secureConnect');
    expect(other.isSessionReused()).toBe(false);
  });

  test('our session resumes at its server, and no callback verifies again', async () => {
    const port = await nodeServer(pems('server'));
    let asked = 0;
    const sessions: SslSession[] = [];
    const options = {
      ...local(library, port),
      onSession: (session: SslSession) => void sessions.push(session),
      certVerifyCallback: () => {
        asked += 1;
        return true;
      },
    };
    await echoes(await open(options));
    const session = sessions.at(-1);
    if (session === undefined) throw new Error('no session came');
    const socket = await open({ ...options, session });
    await echoes(socket);
    expect([socket.connection?.resumed, asked]).toEqual([true, 1]);
  });
});
