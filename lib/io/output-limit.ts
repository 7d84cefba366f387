// Owns: the end of a connection whose peer makes OpenSSL answer and reads none of the answers: to each renegotiation that is refused it
// writes an alert (SSL_OP_NO_RENEGOTIATION), which would pile up without end. What a program writes waits for the peer anyway.
// Must not know: what the answers are.

import { SslError } from '../core/errors.ts';
import type { SslSocket } from './ssl-socket.ts';

const spare = 1024 * 1024;

/** `bufferSize`: that of the BIO pair, which may be flushed in one go. */
export function limitOutput(socket: SslSocket, bufferSize: number): void {
  const { transport } = socket;
  const most = spare + 2 * bufferSize;
  const look = (): void => {
    if (transport.writableLength <= most) return;
    const text = `the peer sends what must be answered and reads no answers: ${transport.writableLength} bytes of them wait`;
    socket.destroy(new SslError('ERR_SSL_FLOOD', text, { operation: 'SSL_read_ex' }));
  };
  transport.on('data', look);
  socket.once('close', () => transport.off('data', look));
}
