// Owns: the end of a connection whose peer makes OpenSSL answer and reads none of the answers: to each renegotiation that is refused it
// writes an alert (SSL_OP_NO_RENEGOTIATION), which would pile up without end. What a program writes waits for the peer anyway.
// Must not know: what the answers are.

import { SslError } from '../core/errors.ts';

const spare = 1024 * 1024;

/** How many bytes may wait for a peer. `bufferSize`: that of the BIO pair, which may be flushed in one go. */
export function mostUnsent(bufferSize: number): number {
  return spare + 2 * bufferSize;
}

/** `unsent` bytes wait, and that is too much. */
export function floodError(unsent: number): SslError {
  const text = `the peer sends what must be answered and reads no answers: ${unsent} bytes of them wait`;
  return new SslError('ERR_SSL_FLOOD', text, { operation: 'SSL_read_ex' });
}
