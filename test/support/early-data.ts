// Owns: what tests of early data start from: contexts that allow it, a session with a ticket that does, a session of another age.
// Must not know: what is tested.

import { expect } from '@jest/globals';
import { type OpenSSL, SslContext, type SslEngineOptions, SslSession } from '../../lib/index.ts';
import { EnginePair, trustingClient } from './engine-pair.ts';
import { identity } from './pki.ts';

export interface Contexts {
  readonly clientContext: SslContext;
  readonly serverContext: SslContext;
}

export const maxEarlyData = 1000;

export function contexts(library: OpenSSL, client = {}, server = {}): Contexts {
  return {
    clientContext: new SslContext({ role: 'client', library, ...trustingClient(), ...client }),
    serverContext: new SslContext({ role: 'server', library, ...identity('server'), maxEarlyData, ...server }),
  };
}

/** The session of a connection that both sides closed: a server that forbids replay forgets a session that ended badly. */
export function sessionFrom(both: Contexts & { readonly clientEngine?: SslEngineOptions }): SslSession {
  const pair = EnginePair.connected(both);
  pair.shuttleAll();
  pair.client.read(Buffer.alloc(1));
  const { session } = pair.client;
  endBoth(pair);
  if (session === null) throw new Error('no session');
  return session;
}

export function endBoth(pair: EnginePair): void {
  for (const engine of [pair.client, pair.server]) if (engine.failure === null && engine.state.finished) engine.shutdown();
  pair.close();
}

/** The same session, made so many seconds earlier (later, if negative). */
export function aged(session: SslSession, seconds: number): SslSession {
  const der = Buffer.from(session.toDer());
  const created = session.created.getTime() / 1000;
  const field = Buffer.alloc(6);
  field.writeUInt16BE(0x02_04); // an INTEGER of four bytes
  field.writeUInt32BE(created, 2);
  const at = der.indexOf(field);
  if (at < 0) throw new Error('the time is not where it was looked for');
  der.writeUInt32BE(created - seconds, at + 2);
  return SslSession.fromDer(der, session.library);
}

/** A pair of which the client has a session, closed whatever happens. */
export function withSession<T>(both: Contexts, use: (pair: EnginePair) => T, session = sessionFrom(both), clientEngine = {}): T {
  const pair = new EnginePair({ ...both, clientEngine: { session, ...clientEngine } });
  try {
    return use(pair);
  } finally {
    endBoth(pair);
  }
}

export function expectHandshake(pair: EnginePair): void {
  expect(pair.handshake()).toMatchObject({ client: { status: 'done' }, server: { status: 'done' } });
  expect(pair.send('client', Buffer.from('after it')).toString()).toBe('after it');
}
