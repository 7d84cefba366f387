// Owns: how a stream that carried ciphertext is let go.
// Must not know: engines.

import type { Duplex } from 'node:stream';
import type { TransportClosing } from './transport.ts';

// How long ciphertext that is already written (an alert) may take to leave after the connection was given up.
const lingerMilliseconds = 1000;

export function letGo(stream: Duplex, when: TransportClosing): void {
  if (stream.destroyed) return;
  if (when === 'at-once') {
    stream.destroy();
    return;
  }
  const timer = setTimeout(() => stream.destroy(), lingerMilliseconds).unref();
  stream.once('close', () => clearTimeout(timer));
  if (when === 'behind-output') {
    stream.end(() => stream.destroy());
  } else {
    stream.once('end', () => stream.destroy()).resume();
    if (stream.writable) stream.end();
  }
}
