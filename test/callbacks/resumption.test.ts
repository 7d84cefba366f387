// Sessions outside of OpenSSL's memory, ticket keys, what travels in tickets. SSL_CTX_sess_set_get_cb(3),
// SSL_CTX_set_tlsext_ticket_key_cb(3), SSL_CTX_set_session_ticket_cb(3)

import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import {
  type DecryptedTicket,
  SslContext,
  type SslContextOptions,
  SslSession,
  type TicketDecision,
  type TicketKey,
} from '../../lib/index.ts';
import { EnginePair, errorOf, trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibraryAndProtocol, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

type ServerOptions = Partial<Omit<SslContextOptions, 'role'>>;

const newKey = (): TicketKey => ({ name: randomBytes(16), aesKey: randomBytes(32), hmacKey: randomBytes(32) });

describeEachLibraryAndProtocol('sessions that a server decides about', (library, protocol) => {
  const clientContext = new SslContext({ role: 'client', library, ...only(protocol), ...trustingClient() });
  const serverOf = (options: ServerOptions): SslContext =>
    new SslContext({ role: 'server', library, ...only(protocol), ...identity('server'), sessionIdContext: 'test', ...options });
  const first = (serverContext: SslContext): SslSession => {
    const pair = EnginePair.connected({ clientContext, serverContext });
    pair.send('server', Buffer.from('x')); // brings the tickets of TLS 1.3
    const { session } = pair.client;
    pair.client.shutdown();
    pair.server.shutdown();
    pair.close();
    if (session === null) throw new Error('no session');
    return session;
  };
  const again = (serverContext: SslContext, session: SslSession): { resumed: boolean; session: SslSession | null } =>
    withConnectedPair({ clientContext, serverContext, clientEngine: { session } }, (pair) => {
      pair.send('server', Buffer.from('x'));
      expect(pair.client.connection.resumed).toBe(pair.server.connection.resumed);
      const result = { resumed: pair.client.connection.resumed, session: pair.client.session };
      pair.client.shutdown();
      pair.server.shutdown();
      return result;
    });

  test('getSessionCallback brings a session from another process: stored as DER, found by its id', () => {
    const store = new Map<string, Uint8Array>();
    const asked: string[] = [];
    const stateful: ServerOptions = {
      options: ['SSL_OP_NO_TICKET'],
      onSession: (session) => store.set(session.id, session.toDer()),
      getSessionCallback: (id) => {
        asked.push(Buffer.from(id).toString('hex'));
        const der = store.get(Buffer.from(id).toString('hex'));
        return der === undefined ? null : SslSession.fromDer(der, library);
      },
    };
    const session = first(serverOf(stateful));
    expect(store.size).toBeGreaterThan(0);
    expect(again(serverOf(stateful), session).resumed).toBe(true);
    expect([...store.keys()]).toEqual(expect.arrayContaining(asked));
    store.clear();
    expect(again(serverOf(stateful), session).resumed).toBe(false);
  });

  test('the very session of one context can be given to another: each keeps its own', () => {
    const store = new Map<string, SslSession>();
    const stateful: ServerOptions = {
      options: ['SSL_OP_NO_TICKET'],
      getSessionCallback: (id) => store.get(Buffer.from(id).toString('hex')) ?? null,
    };
    const maker = serverOf({ ...stateful, onSession: (session) => store.set(session.id, session) });
    const session = first(maker);
    for (const taker of [serverOf(stateful), serverOf(stateful)]) {
      expect(again(taker, session).resumed).toBe(true);
      // Kept twice: the lists of both contexts are still in order.
      first(taker);
      first(maker);
    }
  });

  test('onSessionRemoved tells which session must not be resumed any more', () => {
    const removed: string[] = [];
    const known: string[] = [];
    const serverContext = serverOf({
      options: ['SSL_OP_NO_TICKET'],
      onSession: (session) => known.push(session.id),
      onSessionRemoved: (session) => removed.push(session.id),
    });
    const pair = EnginePair.connected({ clientContext, serverContext });
    pair.server.close(); // without a shutdown: the session is not good any more (SSL_shutdown(3))
    pair.client.close();
    expect(removed.length).toBeGreaterThan(0);
    expect(known).toEqual(expect.arrayContaining(removed));
  });

  test('ticketKeyCallback: one key on two servers, then a new one, and the old one still good but renewed', () => {
    const keys = [newKey()];
    const renewals: boolean[] = [];
    const ticketKeyCallback = (name: Uint8Array | null): TicketKey | null => {
      if (name === null) return keys[0] ?? null;
      const index = keys.findIndex((key) => Buffer.from(key.name).equals(name));
      renewals.push(index > 0);
      return index < 0 ? null : { ...(keys[index] as TicketKey), renew: index > 0 };
    };
    const session = first(serverOf({ ticketKeyCallback }));
    expect(again(serverOf({ ticketKeyCallback }), session).resumed).toBe(true);
    keys.unshift(newKey());
    const renewed = again(serverOf({ ticketKeyCallback }), session);
    expect(renewed.resumed).toBe(true);
    keys.pop();
    expect(again(serverOf({ ticketKeyCallback }), session).resumed).toBe(false);
    expect(again(serverOf({ ticketKeyCallback }), renewed.session as SslSession).resumed).toBe(true);
    expect(renewals.filter(Boolean)).toHaveLength(1);
  });

  test('ticketKeyCallback without a key makes no ticket', () => {
    const session = first(serverOf({ ticketKeyCallback: () => null, sessionCacheMode: 'off' }));
    expect(again(serverOf({ ticketKeyCallback: () => null }), session).resumed).toBe(false);
  });

  test('ticketKeys: two servers with the same keys take each other’s tickets, with other ones not', () => {
    const ticketKeys = randomBytes(80);
    const session = first(serverOf({ ticketKeys }));
    expect(again(serverOf({ ticketKeys: Uint8Array.from(ticketKeys) }), session).resumed).toBe(true);
    expect(again(serverOf({ ticketKeys: randomBytes(80) }), session).resumed).toBe(false);
  });

  test('application data travels in the ticket and comes back', () => {
    const tickets: DecryptedTicket[] = [];
    const ticketKeys = randomBytes(80);
    const server: ServerOptions = {
      ticketKeys,
      generateTicketCallback: () => Buffer.from('who it was'),
      decryptTicketCallback: (ticket) => {
        tickets.push(ticket);
        return ticket.status === 'success' || ticket.status === 'success-renew' ? 'use' : 'ignore-renew';
      },
    };
    const session = first(serverOf(server));
    tickets.length = 0;
    expect(again(serverOf(server), session).resumed).toBe(true);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.status).toMatch(/^success/);
    expect(Buffer.from(tickets[0]?.appData ?? []).toString()).toBe('who it was');
    tickets.length = 0;
    expect(again(serverOf({ ...server, ticketKeys: randomBytes(80) }), session).resumed).toBe(false);
    expect(tickets).toEqual([{ status: 'no-decrypt', appData: null }]);
  });

  test.each<readonly [TicketDecision, boolean]>([
    ['use', true],
    ['use-renew', true],
    ['ignore', false],
    ['ignore-renew', false],
  ])('decryptTicketCallback: %s', (decision, resumed) => {
    const ticketKeys = randomBytes(80);
    const session = first(serverOf({ ticketKeys }));
    expect(again(serverOf({ ticketKeys, decryptTicketCallback: () => decision }), session).resumed).toBe(resumed);
  });

  test('decryptTicketCallback: abort ends the handshake', () => {
    const ticketKeys = randomBytes(80);
    const session = first(serverOf({ ticketKeys }));
    const serverContext = serverOf({ ticketKeys, decryptTicketCallback: () => 'abort' });
    const pair = new EnginePair({ clientContext, serverContext, clientEngine: { session } });
    errorOf(pair.handshake().server);
    pair.close();
  });

  test.each([
    [
      'ticketKeyCallback',
      { name: randomBytes(15), aesKey: randomBytes(32), hmacKey: randomBytes(32) },
      /name must be a Uint8Array of 16 bytes/,
    ],
    ['ticketKeyCallback', {}, /name must be a Uint8Array of 16 bytes/],
    ['generateTicketCallback', 'text', /generateTicketCallback must be a Uint8Array/],
    ['decryptTicketCallback', 'use', /must be ignore, ignore-renew or abort for a ticket that could not be decrypted/],
    ['decryptTicketCallback', 'maybe', /decryptTicketCallback must be one of use, use-renew/],
  ] as const)('%s: the answer %p is a mistake that is named', (name, answer, message) => {
    const ticketKeys = randomBytes(80);
    const session = first(serverOf({ ticketKeys }));
    const serverContext = serverOf({ [name]: () => answer, ...(name === 'ticketKeyCallback' || answer === 'use' ? {} : { ticketKeys }) });
    const clientEngine = name === 'generateTicketCallback' ? {} : { session };
    const pair = new EnginePair({ clientContext, serverContext, clientEngine });
    expect(() => pair.handshake()).toThrow(message);
    pair.close();
  });
});
