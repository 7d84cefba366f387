// A server while it runs: other certificates, other ticket keys, and what it has of a net.Server.

import { randomBytes } from 'node:crypto';
import { captureRejectionSymbol, once } from 'node:events';
import { Server as NetServer } from 'node:net';
import type { Server } from 'node:tls';
import { expect, test } from '@jest/globals';
import { failure, pems, portOf, read, sideBySide, thrown, versions } from './support.ts';

sideBySide('a server while it runs', (peers) => {
  const subject = async (listener: Server): Promise<unknown> =>
    (await peers.open(listener, { checkServerIdentity: () => undefined })).getPeerCertificate().subject.CN;
  const sessionAt = async (listener: Server): Promise<Buffer> => ((await once(peers.connect(listener), 'session')) as [Buffer])[0];
  const resumes = async (listener: Server, session: Buffer): Promise<boolean> =>
    (await peers.open(listener, { session })).isSessionReused();

  test('setSecureContext changes what new connections see, and leaves those that are there', async () => {
    const listener = await peers.listen();
    const { client, server } = await peers.pairAt(listener);
    listener.setSecureContext(pems('otherHost'));
    expect(await subject(listener)).toBe('other.test');
    client.write('still here');
    expect((await read(server, 10)).toString()).toBe('still here');
    listener.setSecureContext(pems('server'));
    expect(await subject(listener)).toBe('server.test');
  });

  test('setSecureContext refuses what createSecureContext refuses', async () => {
    const listener = await peers.listen();
    expect(thrown(() => listener.setSecureContext({ key: 1 } as object))?.code).toBe('ERR_INVALID_ARG_TYPE');
    expect(thrown(() => listener.setSecureContext('no' as unknown as object))?.code).toBe('ERR_INVALID_ARG_TYPE');
  });

  test('getTicketKeys gives 48 bytes, of its own for each server', async () => {
    const [one, two] = [await peers.listen(), await peers.listen()];
    expect([one.getTicketKeys().length, two.getTicketKeys().length]).toEqual([48, 48]);
    expect(one.getTicketKeys().equals(two.getTicketKeys())).toBe(false);
  });

  test('ticketKeys of the options are those of getTicketKeys', async () => {
    const ticketKeys = randomBytes(48);
    expect((await peers.listen({ ticketKeys })).getTicketKeys().equals(ticketKeys)).toBe(true);
  });

  test.each(versions)('setTicketKeys makes sessions of other keys worthless, and those of its own good again, %s', async (_, version) => {
    const listener = await peers.listen(version);
    const first = listener.getTicketKeys();
    const session = await sessionAt(listener);
    expect(await resumes(listener, session)).toBe(true);
    listener.setTicketKeys(randomBytes(48));
    expect(await resumes(listener, session)).toBe(false);
    listener.setTicketKeys(first);
    expect(await resumes(listener, session)).toBe(true);
  });

  test.each(versions)('two servers with the keys of one resume each other’s sessions, %s', async (_, version) => {
    const [one, two] = [await peers.listen(version), await peers.listen(version)];
    two.setTicketKeys(one.getTicketKeys());
    expect(await resumes(two, await sessionAt(one))).toBe(true);
  });

  test.each([
    ['47 bytes', Buffer.alloc(47)],
    ['a string', 'keys' as unknown as Buffer],
  ])('setTicketKeys refuses %s', async (_, keys) => {
    const listener = await peers.listen();
    expect(thrown(() => listener.setTicketKeys(keys))?.code).toMatch(/^ERR_(INVALID_ARG_TYPE|INVALID_ARG_VALUE|INTERNAL_ASSERTION)$/);
  });

  test('is a net.Server and its own class, with and without new', () => {
    const { Server: ServerClass, createServer } = peers.serverTls;
    const callable = ServerClass as unknown as (options: object) => Server;
    for (const server of [createServer(pems('server')), new ServerClass(pems('server')), callable(pems('server'))]) {
      expect(server).toBeInstanceOf(ServerClass);
      expect(server).toBeInstanceOf(NetServer);
    }
  });

  test('takes a listener alone, options alone, or both', () => {
    const { createServer } = peers.serverTls;
    const listener = (): void => undefined;
    expect([createServer(listener), createServer({}, listener)].map((server) => server.listeners('secureConnection'))).toEqual([
      [listener],
      [listener],
    ]);
    expect(createServer().listenerCount('secureConnection')).toBe(0);
  });

  test.each<[string, object, string]>([
    ['options', 'options' as unknown as object, 'ERR_INVALID_ARG_TYPE'],
    ['handshakeTimeout', { handshakeTimeout: 'long' }, 'ERR_INVALID_ARG_TYPE'],
    ['pskCallback', { pskCallback: 'key' }, 'ERR_INVALID_ARG_TYPE'],
    ['pskIdentityHint', { pskIdentityHint: 1 }, 'ERR_INVALID_ARG_TYPE'],
    ['sessionTimeout', { sessionTimeout: 'long' }, 'ERR_INVALID_ARG_TYPE'],
    ['ticketKeys', { ticketKeys: Buffer.alloc(1) }, 'ERR_INVALID_ARG_VALUE'],
  ])('refuses %s of another type', (_, options, code) => {
    expect(thrown(() => peers.serverTls.createServer(options))?.code).toBe(code);
  });

  test('listens on a port of its own, says where, counts and closes', async () => {
    const listener = await peers.listen();
    expect(listener.listening).toBe(true);
    expect(listener.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port: expect.any(Number) });
    await peers.pairAt(listener);
    const count = await new Promise<number>((resolve) => listener.getConnections((_, connections) => resolve(connections)));
    expect(count).toBe(1);
  });

  test('close() lets go on what is there, and takes nobody new', async () => {
    const listener = await peers.listen();
    const { client, server } = await peers.pairAt(listener);
    const port = portOf(listener);
    const closed = once(listener, 'close');
    listener.close();
    expect(listener.listening).toBe(false);
    expect((await peers.refused(null, { host: '127.0.0.1', port })).code).toBe('ECONNREFUSED');
    client.write('still here');
    expect((await read(server, 10)).toString()).toBe('still here');
    client.destroy();
    server.destroy();
    await closed;
  });

  test('maxConnections drops whoever is too many', async () => {
    const listener = await peers.listen();
    listener.maxConnections = 1;
    await peers.pairAt(listener);
    const dropped = once(listener, 'drop');
    const error = await peers.refused(listener);
    expect([error.code, (await dropped).length]).toEqual(['ECONNRESET', 1]);
  });

  test('an address that is in use is an error of the server', async () => {
    const port = portOf(await peers.listen());
    const second = peers.server();
    const failed = failure(second);
    second.listen(port, '127.0.0.1');
    expect(await failed).toMatchObject({ code: 'EADDRINUSE', syscall: 'listen', port });
  });

  test('unref and ref give the server', async () => {
    const listener = await peers.listen();
    expect([listener.unref(), listener.ref()]).toEqual([listener, listener]);
    await peers.pairAt(listener);
  });

  test('pauseOnConnect keeps the data for who resumes', async () => {
    const { client, server } = await peers.pair({ pauseOnConnect: true });
    expect(server.isPaused()).toBe(true);
    client.write('kept');
    const received = once(server, 'data') as Promise<[Buffer]>;
    server.resume();
    expect((await received)[0].toString()).toBe('kept');
  });

  test('destroys the socket whose listener of secureConnection rejects', async () => {
    const { server, listener } = await peers.pair();
    const mine = new Error('of an async listener');
    const failed = failure(server);
    listener[captureRejectionSymbol]?.(mine, 'secureConnection', server);
    expect([await failed, server.destroyed]).toEqual([mine, true]);
  });

  test('servers of one process do not mix', async () => {
    const listeners = await Promise.all([peers.listen(pems('server')), peers.listen(pems('otherHost'))]);
    expect(await Promise.all(listeners.map(subject))).toEqual(['server.test', 'other.test']);
  });
});
