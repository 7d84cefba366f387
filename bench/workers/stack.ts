// Owns: what the cases need of a TLS package, so that ours and node:tls do the same work.
// Must not know: either.

import type { Duplex } from 'node:stream';
import { settings } from './settings.ts';

export interface Stack {
  /** Gives the connection when the handshake is done and the server verified. */
  connect(port: number): Promise<Duplex>;
  /** Gives the port when it listens. `onConnection` gets each connection with the handshake done. */
  listen(onConnection: (socket: Duplex) => void): Promise<{ readonly port: number; readonly note?: string }>;
}

/** The one that the settings name; only that one is loaded. */
export async function chosenStack(): Promise<Stack> {
  const { stack } = settings.stack === 'node' ? await import('./node-stack.ts') : await import('./our-stack.ts');
  return stack;
}
