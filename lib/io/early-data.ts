// Owns: the policy of early data above the engine: when it may be sent, and that nothing of it is lost or sent again in silence.
// Must not know: how bytes travel.

import { MisuseError } from '../core/errors.ts';
import { invalidArgument, type OptionReader } from '../core/options.ts';
import type { SslEngine } from '../ssl/engine.ts';
import { SslSession, ticketIsCurrent } from '../ssl/session.ts';
import { type Demands, sessionAgainstDemands } from './demands.ts';

// So that a ticket does not expire between this look at the clock and OpenSSL's.
const marginMilliseconds = 2000;

/**
 * The option dangerousEarlyData of a client: a copy, or null where it was not given.
 *
 * Fails when: there are no bytes, there is no session, or its ticket does not allow so many (MisuseError).
 */
export function readEarlyData(options: OptionReader): Uint8Array | null {
  const given = options.raw('dangerousEarlyData');
  if (given === undefined) return null;
  const path = options.path('dangerousEarlyData');
  if (!(given instanceof Uint8Array) || given.length === 0) throw invalidArgument(path, 'a Uint8Array of at least one byte', given);
  const session = options.raw('session');
  if (session === undefined) {
    throw new MisuseError('ERR_SSL_ARGUMENT', path, `${path} needs ${options.path('session')}: early data is sent under its key`);
  }
  if (session instanceof SslSession && session.maxEarlyData < given.length) {
    const text = `${path} has ${given.length} bytes, and the server of this session takes ${session.maxEarlyData} (session.maxEarlyData)`;
    throw new MisuseError('ERR_SSL_ARGUMENT', path, text);
  }
  return Uint8Array.from(given);
}

/**
 * What of `bytes` is to be sent now: all, or nothing (null) where the session has died or its ticket has expired since it was made. Then
 * earlyDataStatus will say `not-sent`.
 *
 * Fails when: the session is of a server that does not meet the demands (SslError). A handshake looks at that too late for early data.
 */
export function earlyDataToSend(engine: SslEngine, bytes: Uint8Array | null, demands: Demands | null): Uint8Array | null {
  if (bytes === null) return null;
  const { session } = engine;
  if (session === null || !session.resumable || !ticketIsCurrent(session, Date.now() + marginMilliseconds)) return null;
  const refused = demands === null ? null : sessionAgainstDemands(engine, demands);
  if (refused !== null) throw refused;
  return bytes;
}
