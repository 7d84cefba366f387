// Owns: 0-RTT data of an engine: what a client sends with its first flight, and a server reads before the handshake is finished.
// Must not know: whether it is wise. Early data can be replayed by whoever recorded it (RFC 8446, 8).

import { EARLY_DATA } from '../core/constants.ts';
import { MisuseError } from '../core/errors.ts';
import { requireBytes } from '../core/options.ts';
import type { SslResult } from '../core/results.ts';
import { native } from '../native/addon.ts';
import type { OutcomeNumbers } from '../native/binding.ts';
import { access } from './engine-core.ts';
import { InspectableEngine } from './engine-inspection.ts';
import { type SslSession, ticketIsCurrent } from './session.ts';
import { bytesToRetry } from './write-retry.ts';

/**
 * What one SSL_read_early_data came to. `success`: `bytes` were read, and there may be more. `finish`: there is no more early data, or
 * never was any; the handshake has to go on by accept() or handshake().
 */
export interface EarlyDataRead {
  readonly status: 'success' | 'finish';
  readonly bytes: number;
}

/**
 * What became of early data. It stands only once the handshake is finished. `not-sent`: none was offered. `rejected`: the server skipped
 * what was sent, and never saw it. `accepted`: it was read.
 */
export type EarlyDataStatus = 'not-sent' | 'rejected' | 'accepted';

const statusNames: ReadonlyMap<number, EarlyDataStatus> = new Map([
  [EARLY_DATA.SSL_EARLY_DATA_NOT_SENT, 'not-sent'],
  [EARLY_DATA.SSL_EARLY_DATA_REJECTED, 'rejected'],
  [EARLY_DATA.SSL_EARLY_DATA_ACCEPTED, 'accepted'],
]);

/** The part of SslEngine that sends and reads early data; every member fails when the engine is closed, or `this` is none (MisuseError). */
export abstract class EarlyDataEngine extends InspectableEngine {
  #begun = false;

  /**
   * Encrypts `bytes` as early data; `value` is how many. The first call of a client starts its handshake; when all is written connect()
   * goes on with it. After a `want-…` the bytes are kept: call again with the same bytes, or with none.
   *
   * A client needs a session whose `maxEarlyData` is enough. A server may call it between two readEarlyData() and after the last, to
   * answer a client that has not finished its handshake and may be a replay.
   *
   * **Whoever recorded early data can send it again** to the same server or to another that shares its ticket keys: send only what does
   * no harm when it is done twice (RFC 8446, 8). It is not forward secret either. When the server rejects it (`earlyDataStatus`), it is
   * lost: OpenSSL does not send it again.
   *
   * Fails when: `bytes` is no Uint8Array, other bytes are given while this waits for its retry, or a write() does; or the ticket of the
   * session has expired, when OpenSSL would encrypt with keys that everyone can compute (MisuseError).
   *
   * @openssl SSL_write_early_data
   */
  writeEarlyData(bytes?: Uint8Array): SslResult<number> {
    const handle = access.open(this, 'writeEarlyData');
    const unfinished = bytesToRetry(this, handle, bytes === undefined ? undefined : requireBytes('bytes', bytes), 'early data');
    if (bytes === undefined && unfinished === 0 && this.failure === null) {
      throw new MisuseError('ERR_SSL_ARGUMENT', 'bytes', 'bytes must be given: no early data waits for its retry');
    }
    if (!this.#begun && this.context.role === 'client') requireCurrentTicket(this.session);
    this.#begun = true;
    return access.perform(
      this,
      'SSL_write_early_data',
      () => native.engineWriteEarlyData(handle, bytes ?? noBytes),
      ([, , , count = 0]) => count,
    );
  }

  /**
   * A server's first call, in place of accept(): reads early data into `into`, from one record at most. Call it until its value has the
   * status `finish`, then accept(). What it gives may be a replay, of a client that is not known yet.
   *
   * OpenSSL's return value is 1 for `success` and 2 for `finish`; 0 is any other result.
   *
   * Fails when: `into` is no Uint8Array (MisuseError).
   *
   * @openssl SSL_read_early_data
   */
  readEarlyData(into: Uint8Array): SslResult<EarlyDataRead> {
    const handle = access.open(this, 'readEarlyData');
    requireBytes('into', into);
    return access.perform(this, 'SSL_read_early_data', () => native.engineReadEarlyData(handle, into), earlyDataReadOf, into.length === 0);
  }

  /** What became of early data, on either side; it stands once the handshake is finished. @openssl SSL_get_early_data_status */
  get earlyDataStatus(): EarlyDataStatus {
    return statusNames.get(native.engineEarlyDataStatus(access.open(this, 'earlyDataStatus'))) ?? 'not-sent';
  }
}

const noBytes = new Uint8Array(0);

// Measured on 1.1.1 to 4.0: SSL_write_early_data offers no ticket that has expired, but sends the data all the same, under a key that is
// derived from zeros and the ClientHello. Whoever sees the connection can read it.
function requireCurrentTicket(session: SslSession | null): void {
  if (session === null || ticketIsCurrent(session)) return;
  throw new MisuseError(
    'ERR_SSL_STATE',
    'writeEarlyData',
    'writeEarlyData: the ticket of the session has expired: OpenSSL would send this readable for everyone',
  );
}

/** Of the numbers of an SSL_read_early_data. */
export function earlyDataReadOf([ret, , , bytes = 0]: OutcomeNumbers): EarlyDataRead {
  return { status: ret === EARLY_DATA.SSL_READ_EARLY_DATA_FINISH ? 'finish' : 'success', bytes };
}
