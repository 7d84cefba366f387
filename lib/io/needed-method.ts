// Owns: the refusal of datagrams where a stream of bytes is needed, and the other way round.

import { MisuseError } from '../core/errors.ts';
import type { Method } from '../ssl/protocols.ts';

const insteadOf: Readonly<Record<Method, string>> = {
  tls: 'connect() and createServer() are for streams of bytes',
  dtls: 'connectDatagram() and createDatagramServer() are for datagrams',
};

/** Fails when: `method` is given and is the other one (MisuseError, which names who is for it). */
export function requireMethod(argument: string, method: unknown, needed: Method): void {
  if ((method !== 'tls' && method !== 'dtls') || method === needed) return;
  throw new MisuseError('ERR_SSL_ARGUMENT', argument, `${argument}: the method must be '${needed}', got '${method}': ${insteadOf[method]}`);
}
