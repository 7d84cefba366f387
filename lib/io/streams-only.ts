// Owns: the refusal of datagrams where a stream of bytes is needed.

import { MisuseError } from '../core/errors.ts';

/** Fails when: `method` is that of datagrams (MisuseError). */
export function refuseDatagrams(argument: string, method: unknown): void {
  if (method !== 'dtls') return;
  throw new MisuseError(
    'ERR_SSL_ARGUMENT',
    argument,
    `${argument}: the method must be 'tls', got 'dtls': datagram sockets are not there yet; drive an SslEngine`,
  );
}
