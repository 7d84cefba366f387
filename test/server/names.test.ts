// Certificates by name, SNI: RFC 6066, 3. SSL_CTX_set_client_hello_cb(3), SSL_set_SSL_CTX(3)

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type ConnectOptions, createServer, type ServerOptions, SslContext, SslEngine, type SslSession } from '../../lib/index.ts';
import { closeAll, closeLater, open, readAll, rejection } from '../support/io-clients.ts';
import { describeEachLibrary, libraries, only, protocols } from '../support/libraries.ts';
import { certificatePem, identity } from '../support/pki.ts';
import { listening, type Served, serve, stopServers } from '../support/ssl-server.ts';

describeEachLibrary('contexts of a server', (library) => {
  afterEach(async () => {
    closeAll();
    await stopServers();
  });
  const subjects = { serverEc: /./, otherHost: /./ } as const;
  const client = (served: Served, serverName: string | null, more: Partial<ConnectOptions> = {}) =>
    open({ library, host: '127.0.0.1', port: served.port, serverName, dangerousSkipNameCheck: true, ca: certificatePem('root'), ...more });
  const serialOf = async (served: Served, name: string | null): Promise<string | undefined> => {
    const socket = await client(served, name);
    socket.end();
    return socket.peerCertificate?.serialNumber;
  };
  const serials = async (): Promise<Readonly<Record<keyof typeof subjects, string | undefined>>> => {
    const own = await serve(library, identity('serverEc'));
    const other = await serve(library, identity('otherHost'));
    return { serverEc: await serialOf(own, null), otherHost: await serialOf(other, null) };
  };
  const named: ServerOptions = {
    contexts: { 'one.example': identity('otherHost'), '*.two.example': identity('otherHost') },
  };

  test('a name has its own certificate, a wildcard is one label, and everyone else gets the default', async () => {
    const { serverEc, otherHost } = await serials();
    expect(serverEc).not.toBe(otherHost);
    const served = await serve(library, named);
    for (const name of ['one.example', 'ONE.Example', 'a.two.example', 'B.Two.example'])
      expect(await serialOf(served, name)).toBe(otherHost);
    for (const name of ['two.example', 'a.b.two.example', 'xone.example', 'one.example.org', null]) {
      expect(await serialOf(served, name)).toBe(serverEc);
    }
    expect((await served.connection(0)).connection?.serverName).toBe('one.example');
  });

  test.each(protocols)('%s: an unknown name is refused with unrecognized_name where the server says so', async (protocol) => {
    const served = await serve(library, { ...(only(protocol) as object), ...named, unknownName: 'refuse' });
    for (const name of ['three.example', null]) {
      expect(await rejection(client(served, name))).toMatchObject({ code: 'ERR_SSL_ALERT', alert: { name: 'unrecognized_name' } });
    }
    expect(await served.failure(0)).toMatchObject({ peer: { serverName: 'three.example', remoteAddress: '127.0.0.1' } });
    (await client(served, 'one.example')).end();
  });

  test('a server without a certificate of its own serves the names it knows', async () => {
    const served = await listening(createServer({ library, ...named }));
    expect(await rejection(client(served, null))).toMatchObject({ alert: { name: 'unrecognized_name' } });
    (await client(served, 'one.example')).end();
  });

  test('a second ClientHello that names another is refused', async () => {
    const served = await serve(library, { ...named, groups: 'P-256', minProtocol: 'TLSv1.3' });
    const context = new SslContext({ role: 'client', library, groups: 'X25519:P-256', minProtocol: 'TLSv1.3' });
    const engine = new SslEngine(context, { serverName: 'one.example' });
    const tcp = closeLater(connectTcp(served.port, '127.0.0.1'));
    const hello = (): Buffer => {
      engine.connect();
      return Buffer.from(engine.drain());
    };
    const first = hello();
    tcp.write(first);
    const [retry] = (await once(tcp, 'data')) as [Buffer];
    engine.feed(retry);
    const second = hello();
    expect(second.includes('one.example')).toBe(true);
    tcp.write(Buffer.from(second.toString('latin1').replace('one.example', 'two.example'), 'latin1'));
    expect((await served.failure(0)).error).toMatchObject({ alert: { direction: 'sent', name: 'illegal_parameter' } });
    engine.close();
  });

  test('clients of node:tls hear that their name was known', async () => {
    const served = await serve(library, named);
    const node: TLSSocket = closeLater(
      connectTls({ port: served.port, host: '127.0.0.1', servername: 'a.two.example', rejectUnauthorized: false }),
    );
    await once(node, 'secureConnect');
    expect((await served.connection(0)).connection?.serverName).toBe('a.two.example');
  });

  describe('what a name has of its own', () => {
    const asking = { clientCertificate: 'require', ca: certificatePem('root') } as const;

    test.each(protocols)('%s: whether a client must show a certificate', async (protocol) => {
      const served = await serve(library, {
        ...(only(protocol) as object),
        contexts: { 'one.example': { ...identity('serverEc'), ...asking } },
      });
      (await client(served, null)).end();
      void client(served, 'one.example').then(
        (socket) => socket.on('error', () => undefined),
        () => undefined,
      );
      expect((await served.failure(0)).error).toMatchObject({
        alert: { direction: 'sent', description: protocol === 'TLSv1.3' ? 116 : 40 },
      });
      const known = await client(served, 'one.example', identity('client'));
      known.end('x');
      expect(await readAll(known)).toHaveLength(1);
      expect(served.sockets.at(-1)?.connection?.verify).toMatchObject({ verified: true });
    });

    test.each(protocols)('%s: and a name without takes none, where the server asks for one', async (protocol) => {
      const served = await serve(library, {
        ...(only(protocol) as object),
        ...asking,
        contexts: { 'open.example': { clientCertificate: 'none' }, 'same.example': identity('otherHost') },
      });
      const socket = await client(served, 'open.example');
      socket.end('x');
      expect(await readAll(socket)).toHaveLength(1);
      void client(served, 'same.example').then(
        (each) => each.on('error', () => undefined),
        () => undefined,
      );
      expect((await served.failure(0)).error).toMatchObject({ alert: { direction: 'sent' } });
    });

    test.each(protocols)('%s: a session of a name that asks nothing opens no name that asks (and no other)', async (protocol) => {
      const sessions: SslSession[] = [];
      const served = await serve(library, {
        ...(only(protocol) as object),
        contexts: { 'open.example': identity('serverEc'), 'strict.example': { ...identity('serverEc'), ...asking } },
      });
      const first = await client(served, 'open.example', { onSession: (session) => sessions.push(session) });
      first.end('x');
      await readAll(first);
      const [session] = sessions;
      if (session === undefined) throw new Error('no session');
      void client(served, 'strict.example', { session }).then(
        (socket) => socket.on('error', () => undefined),
        () => undefined,
      );
      expect((await served.failure(0)).peer.serverName).toBe('strict.example');
      const again = await client(served, 'open.example', { session });
      expect(again.connection?.resumed).toBe(true);
      again.end();
      expect((await client(served, null, { session })).connection?.resumed).toBe(false);
    });

    test('its protocol versions and its ALPN; what it is not given it has from the server', async () => {
      const served = await serve(library, {
        alpn: ['from-server'],
        contexts: {
          'old.example': { maxProtocol: 'TLSv1.2', alpn: ['own'] },
          'new.example': { minProtocol: 'TLSv1.3' },
        },
      });
      const old = await client(served, 'old.example', { alpn: ['from-server', 'own'] });
      expect(old.connection).toMatchObject({ protocol: 'TLSv1.2', alpn: 'own' });
      const fresh = await client(served, 'new.example', { alpn: ['from-server', 'own'] });
      expect(fresh.connection).toMatchObject({ protocol: 'TLSv1.3', alpn: 'from-server' });
      expect(await rejection(client(served, 'new.example', only('TLSv1.2')))).toMatchObject({ alert: { name: 'protocol_version' } });
    });

    test('a context that is made already', async () => {
      const { otherHost } = await serials();
      const context = new SslContext({ role: 'server', library, ...identity('otherHost') });
      const served = await serve(library, { contexts: { 'one.example': context } });
      expect(await serialOf(served, 'one.example')).toBe(otherHost);
    });
  });

  describe('while it serves', () => {
    test('setContext() renews the certificate of new connections, and open ones go on', async () => {
      const { serverEc, otherHost } = await serials();
      const served = await serve(library);
      const before = await client(served, null);
      served.server.setContext(identity('otherHost'));
      expect(await serialOf(served, null)).toBe(otherHost);
      expect(before.peerCertificate?.serialNumber).toBe(serverEc);
      before.end('still');
      expect((await readAll(before)).toString()).toBe('still');
      expect(() => served.server.setContext({ certificate: 'none', privateKey: 'none' })).toThrow();
      expect(await serialOf(served, null)).toBe(otherHost);
    });

    test('a renewed certificate keeps the sessions', async () => {
      const served = await serve(library, { minProtocol: 'TLSv1.3' });
      const sessions: SslSession[] = [];
      const first = await client(served, null, { onSession: (session) => sessions.push(session) });
      first.end('x');
      await readAll(first);
      served.server.setContext({ ...identity('otherHost'), minProtocol: 'TLSv1.3' });
      const [session] = sessions;
      if (session === undefined) throw new Error('no session');
      expect((await client(served, null, { session })).connection?.resumed).toBe(true);
    });

    test('names are added, replaced, removed and set all at once', async () => {
      const { serverEc, otherHost } = await serials();
      const served = await serve(library);
      served.server.addContext('one.example', identity('otherHost'));
      expect(await serialOf(served, 'one.example')).toBe(otherHost);
      served.server.addContext('ONE.example', identity('serverEc'));
      expect(await serialOf(served, 'one.example')).toBe(serverEc);
      served.server.setContexts({ '*.three.example': identity('otherHost') });
      expect(await serialOf(served, 'a.three.example')).toBe(otherHost);
      expect(served.server.removeContext('one.example')).toBe(false);
      expect(served.server.removeContext('*.three.example')).toBe(true);
      expect(await serialOf(served, 'a.three.example')).toBe(serverEc);
      expect(() => served.server.setContexts({ 'a.example': identity('otherHost'), 'b.example': { certificate: 'none' } })).toThrow();
      expect(await serialOf(served, 'a.example')).toBe(serverEc);
    });

    test('a server whose callback chooses is told nothing by name', async () => {
      const served = await serve(library, { serverNameCallback: () => undefined });
      for (const call of [
        () => served.server.addContext('one.example', identity('otherHost')),
        () => served.server.setContexts({}),
        () => served.server.removeContext('one.example'),
      ]) {
        expect(call).toThrow(expect.objectContaining({ code: 'ERR_SSL_STATE' }));
      }
    });

    test('a context of another OpenSSL is refused', async () => {
      const other = libraries.find((each) => each.library !== library);
      if (other === undefined) return;
      const served = await serve(library);
      const context = new SslContext({ role: 'server', library: other.library, ...identity('serverEc') });
      expect(() => served.server.addContext('one.example', context)).toThrow(expect.objectContaining({ code: 'ERR_SSL_ARGUMENT' }));
    });
  });
});
