// Sessions of a client: the event, getSession, resumption in both versions, and what a resumed connection says.

import { once } from 'node:events';
import type { TLSSocket } from 'node:tls';
import { expect, test } from '@jest/globals';
import { pems, read, sideBySide, tls12, tls13, undeclared, versions } from './support.ts';

sideBySide('sessions', (peers) => {
  const sessionOf = async (client: TLSSocket): Promise<Buffer> => ((await once(client, 'session')) as [Buffer])[0];

  test.each(versions)('the session of the event resumes, %s', async (name, version) => {
    const listener = await peers.listen(version, (socket) => void socket.pipe(socket));
    const first = peers.connect(listener);
    const session = await sessionOf(first);
    expect(session).toBeInstanceOf(Buffer);
    expect(first.isSessionReused()).toBe(false);
    const { client, server } = await peers.pairAt(listener, { session });
    expect([client.isSessionReused(), server.isSessionReused(), client.getProtocol()]).toEqual([true, true, name]);
    client.write('echo');
    expect((await read(client, 4)).toString()).toBe('echo');
  });

  test('the event comes after secureConnect', async () => {
    const client = peers.connect(await peers.listen(tls12));
    const events: string[] = [];
    client.on('session', () => events.push('session'));
    client.on('secureConnect', () => events.push('secureConnect'));
    await once(client, 'session');
    expect(events.slice(0, 2)).toEqual(['secureConnect', 'session']);
  });

  test('the event comes for each ticket of TLSv1.3', async () => {
    const client = peers.connect(await peers.listen(tls13));
    const sessions: Buffer[] = [];
    await new Promise<void>((resolve) => {
      client.on('session', (session) => {
        if (sessions.push(session) === 2) resolve();
      });
    });
    expect(sessions[0]?.equals(sessions[1] ?? Buffer.alloc(0))).toBe(false);
  });

  test('getSession gives one that resumes, TLSv1.2', async () => {
    const listener = await peers.listen(tls12);
    const { client } = await peers.pairAt(listener);
    const session = client.getSession();
    expect(session).toBeInstanceOf(Buffer);
    expect((await peers.open(listener, session === undefined ? {} : { session })).isSessionReused()).toBe(true);
  });

  test('getSession gives one that resumes once its ticket has come, TLSv1.3', async () => {
    const listener = await peers.listen(tls13);
    const { client } = await peers.pairAt(listener);
    await once(client, 'session');
    const session = client.getSession();
    expect((await peers.open(listener, session === undefined ? {} : { session })).isSessionReused()).toBe(true);
  });

  test('getSession is undefined before the handshake', async () => {
    expect(peers.connect(await peers.listen()).getSession()).toBeUndefined();
  });

  test('getTLSTicket is the ticket of TLSv1.2', async () => {
    const { client, server } = await peers.pair(tls12);
    expect(client.getTLSTicket()?.length).toBeGreaterThan(16);
    expect(server.getTLSTicket()).toBeUndefined();
  });

  test('setSession before the handshake resumes as the option does', async () => {
    const listener = await peers.listen(tls12);
    const session = await sessionOf(peers.connect(listener));
    const client = peers.connect(listener);
    undeclared(client).setSession(session);
    await once(client, 'secureConnect');
    expect(client.isSessionReused()).toBe(true);
  });

  test.each(versions)('a resumed connection is authorized as the first was, without asking checkServerIdentity, %s', async (_, version) => {
    const listener = await peers.listen(version);
    const session = await sessionOf(peers.connect(listener));
    let asked = 0;
    const client = await peers.open(listener, {
      session,
      checkServerIdentity: () => {
        asked += 1;
        return undefined;
      },
    });
    expect([client.isSessionReused(), client.authorized, asked]).toEqual([true, true, 0]);
  });

  test.each(versions)('a session of a server that was not trusted stays unauthorized, %s', async (_, version) => {
    const listener = await peers.listen({ ...pems('selfSigned'), ...version });
    const session = await sessionOf(peers.connect(listener, { rejectUnauthorized: false }));
    const client = await peers.open(listener, { session, rejectUnauthorized: false });
    expect([client.isSessionReused(), client.authorized, client.authorizationError]).toEqual([true, false, 'DEPTH_ZERO_SELF_SIGNED_CERT']);
  });

  test.each(versions)('a session of another server is not resumed, and the handshake is a full one, %s', async (_, version) => {
    const session = await sessionOf(peers.connect(await peers.listen(version)));
    const client = await peers.open(await peers.listen(version), { session });
    expect([client.isSessionReused(), client.authorized]).toEqual([false, true]);
  });

  test('a session that is no session is left aside', async () => {
    const client = await peers.open(await peers.listen(), { session: Buffer.from('no session') });
    expect(client.isSessionReused()).toBe(false);
  });

  test.each(versions)('a server that shares its ticket keys resumes the sessions of another, %s', async (_, version) => {
    const ticketKeys = Buffer.alloc(48, 7);
    const options = { ...version, ticketKeys, sessionIdContext: 'shared' };
    const session = await sessionOf(peers.connect(await peers.listen(options)));
    expect((await peers.open(await peers.listen(options), { session })).isSessionReused()).toBe(true);
  });

  test.each(versions)('another sessionIdContext resumes nothing, %s', async (_, version) => {
    const ticketKeys = Buffer.alloc(48, 7);
    const session = await sessionOf(peers.connect(await peers.listen({ ...version, ticketKeys, sessionIdContext: 'one' })));
    const other = await peers.listen({ ...version, ticketKeys, sessionIdContext: 'two' });
    expect((await peers.open(other, { session })).isSessionReused()).toBe(false);
  });
});
