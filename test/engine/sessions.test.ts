// Sessions and tickets: what a client gets, keeps, gives back, and what the second handshake is then.

import { expect, test } from '@jest/globals';
import { OpenSSL, SslContext, SslEngine, SslSession } from '../../lib/index.ts';
import { EnginePair, trustingClient, withConnectedPair, withPair } from '../support/engine-pair.ts';
import { describeEachLibrary, describeEachLibraryAndProtocol, libraries, only, type Protocol } from '../support/libraries.ts';
import { hosts, identity } from '../support/pki.ts';

interface Contexts {
  readonly clientContext: SslContext;
  readonly serverContext: SslContext;
}

function contexts(library: OpenSSL, protocol: Protocol, client = {}, server = {}): Contexts {
  return {
    clientContext: new SslContext({ role: 'client', library, ...trustingClient(), ...only(protocol), ...client }),
    serverContext: new SslContext({ role: 'server', library, ...identity('server'), ...server }),
  };
}

/** The session of a finished connection, its tickets read, and closed as it should be. */
function sessionFrom(
  options: Contexts & { readonly clientEngine?: object },
  close: (pair: EnginePair) => void = (pair) => pair.client.shutdown(),
): SslSession {
  const pair = EnginePair.connected(options);
  pair.shuttleAll();
  pair.client.read(Buffer.alloc(1));
  const { session } = pair.client;
  close(pair);
  pair.close();
  if (session === null) throw new Error('no session');
  return session;
}

describeEachLibraryAndProtocol('resumption', (library, protocol) => {
  test('a session of one connection makes the next a resumed one, on both sides (SSL_set_session(3))', () => {
    const both = contexts(library, protocol);
    const session = sessionFrom(both);
    expect(session).toMatchObject({ protocol, resumable: true, hasTicket: true, library });
    withConnectedPair({ ...both, clientEngine: { session } }, (pair) => {
      expect([pair.client.connection.resumed, pair.server.connection.resumed]).toEqual([true, true]);
      expect(pair.client.connection.protocol).toBe(protocol);
      expect(pair.send('client', Buffer.from('again')).toString()).toBe('again');
    });
  });

  test.each([
    ['without any close_notify', (): void => undefined],
    [
      'after the peer’s close_notify alone',
      (pair: EnginePair): void => {
        pair.server.shutdown();
        pair.shuttleAll();
        pair.client.read(Buffer.alloc(1));
      },
    ],
  ])('a connection that is freed %s takes its session with it: only the own close_notify keeps it (SSL_shutdown(3))', (_, close) => {
    const both = contexts(library, protocol);
    const session = sessionFrom(both, close);
    withConnectedPair({ ...both, clientEngine: { session } }, (pair) => expect(pair.client.connection.resumed).toBe(false));
    // It says so, also where it was looked at before.
    expect(session.resumable).toBe(false);
  });

  test('saved as DER and restored it still does (d2i_SSL_SESSION(3))', () => {
    const both = contexts(library, protocol);
    const session = sessionFrom(both);
    const restored = SslSession.fromDer(session.toDer(), library);
    expect(restored).toMatchObject({ id: session.id, protocol, cipher: session.cipher, created: session.created });
    withConnectedPair({ ...both, clientEngine: { session: restored } }, (pair) => expect(pair.client.connection.resumed).toBe(true));
  });

  test('another server does not know it: a full handshake, and no failure', () => {
    const session = sessionFrom(contexts(library, protocol));
    withConnectedPair({ ...contexts(library, protocol), clientEngine: { session } }, (pair) => {
      expect([pair.client.connection.resumed, pair.server.connection.resumed]).toEqual([false, false]);
      expect(pair.client.connection.verify.verified).toBe(true);
    });
  });

  test('rule 23: onSession tells of it once it was read, never to a client that only writes (SSL_CTX_sess_set_new_cb(3))', () => {
    const sessions: SslSession[] = [];
    const both = contexts(library, protocol, { onSession: (session: SslSession) => sessions.push(session) });
    withConnectedPair(both, (pair) => {
      pair.shuttleAll();
      pair.client.write(Buffer.from('x'));
      expect(sessions).toHaveLength(protocol === 'TLSv1.3' ? 0 : 1);
      pair.client.read(Buffer.alloc(1));
      expect(sessions).toHaveLength(protocol === 'TLSv1.3' ? 2 : 1);
      pair.client.shutdown();
    });
    const [session] = sessions;
    if (session === undefined) throw new Error('no session');
    withConnectedPair({ ...both, clientEngine: { session } }, (pair) => expect(pair.client.connection.resumed).toBe(true));
  });

  test('rule 17: a resumed connection is verified only if the one before it was (SSL_get_verify_result(3))', () => {
    const both = contexts(library, protocol, { verifyMode: 'none' }, identity('selfSigned'));
    const session = sessionFrom(both);
    withConnectedPair({ ...both, clientEngine: { session, verifyMode: 'peer' } }, (pair) => {
      expect(pair.client.connection).toMatchObject({ resumed: true, verify: { code: 18, verified: false } });
    });
    const good = contexts(library, protocol);
    withConnectedPair({ ...good, clientEngine: { session: sessionFrom(good) } }, (pair) => {
      expect(pair.client.connection).toMatchObject({ resumed: true, verify: { code: 0, verified: true } });
    });
  });

  test('rule 18: a resumed connection is not verified anew: another host is not noticed, and no name is called verified (SSL_set1_host(3))', () => {
    const both = contexts(library, protocol);
    const session = sessionFrom({ ...both, clientEngine: { verifyHost: hosts.good } });
    withConnectedPair({ ...both, clientEngine: { session, verifyHost: 'other.test' } }, (pair) => {
      expect(pair.client.connection.resumed).toBe(true);
      expect(pair.client.connection.verify.peerName).toBeNull();
    });
  });

  test('the name that was asked for and the ALPN protocol stand in the session (SSL_SESSION_get0_hostname(3))', () => {
    const both = contexts(library, protocol, { alpn: ['h2'] }, { alpn: ['h2'] });
    const session = sessionFrom({ ...both, clientEngine: { serverName: hosts.good } });
    expect(session.serverName === null || session.serverName === hosts.good).toBe(true);
    expect(session.alpn).toBe(protocol === 'TLSv1.3' ? 'h2' : session.alpn);
    expect(session.timeout).toBeGreaterThan(0);
    expect(Math.abs(Date.now() - session.created.getTime())).toBeLessThan(60_000);
  });
});

describeEachLibrary('sessions in TLS 1.3', (library) => {
  test('before a ticket was read the session cannot be resumed (SSL_SESSION_is_resumable(3))', () => {
    withConnectedPair({ library, client: only('TLSv1.3') }, (pair) => {
      expect(pair.client.session?.resumable ?? false).toBe(false);
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1));
      expect(pair.client.session?.resumable).toBe(true);
    });
  });

  test.each([0, 1, 5])('a server told to send %i tickets sends so many (SSL_CTX_set_num_tickets(3))', (numTickets) => {
    let count = 0;
    const both = contexts(library, 'TLSv1.3', { onSession: () => (count += 1) }, { numTickets });
    withConnectedPair(both, (pair) => {
      pair.shuttleAll();
      pair.client.read(Buffer.alloc(1));
      expect(count).toBe(numTickets);
    });
  });
});

describeEachLibrary('sessions given wrongly', (library) => {
  test('a session of another OpenSSL is refused before it is used', () => {
    const other = libraries.find((entry) => entry.library !== library);
    if (other === undefined) return;
    const session = sessionFrom(contexts(other.library, 'TLSv1.2'));
    const context = new SslContext({ role: 'client', library });
    expect(() => new SslEngine(context, { session })).toThrow(expect.objectContaining({ family: 'misuse', argument: 'options.session' }));
  });

  test.each([[1], ['x'], [{}], [null], [Object.create(SslSession.prototype)]])('%p is no session', (session) => {
    const context = new SslContext({ role: 'client', library });
    expect(() => new SslEngine(context, { session: session as SslSession })).toThrow(expect.objectContaining({ family: 'misuse' }));
  });

  test('bytes that are no session are refused, whatever they are (d2i_SSL_SESSION(3))', () => {
    const der = sessionFrom(contexts(library, 'TLSv1.2')).toDer();
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(10),
      Buffer.from('nonsense'),
      der.subarray(0, der.length - 1),
      der.subarray(0, 20),
    ]) {
      expect(() => SslSession.fromDer(bytes, library)).toThrow(expect.objectContaining({ code: 'ERR_SSL_SETTING' }));
    }
    for (const value of [undefined, null, 'text', 5]) {
      expect(() => SslSession.fromDer(value as unknown as Uint8Array, library)).toThrow(expect.objectContaining({ family: 'misuse' }));
    }
  });

  test('a session with altered bytes is refused or not resumed: never a crash', () => {
    const both = contexts(library, 'TLSv1.3');
    const der = sessionFrom(both).toDer();
    for (let at = 0; at < der.length; at += 7) {
      const altered = Buffer.from(der);
      altered[at] = (altered[at] ?? 0) ^ 0x15;
      let session: SslSession;
      try {
        session = SslSession.fromDer(altered, library);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_SSL_SETTING' });
        continue;
      }
      let engine: object = { session };
      try {
        new SslEngine(both.clientContext, engine).close();
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_SSL_SETTING' });
        engine = {};
      }
      withPair({ ...both, clientEngine: engine }, (pair) => {
        const { client } = pair.handshake();
        expect(['done', 'failed']).toContain(client.status);
      });
    }
  });

  test('sessions are counted as alive, and freed when nobody holds them', () => {
    expect(library.liveObjects.sessions).toBeGreaterThanOrEqual(0);
  });
});

test('a session shows no secret when it is printed', () => {
  const session = sessionFrom(contexts(OpenSSL.load('node'), 'TLSv1.2'));
  expect(JSON.stringify(session)).not.toContain(Buffer.from(session.toDer()).toString('hex').slice(20, 60));
});
