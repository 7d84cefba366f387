// Owns: what the cases need of a TLS package, so that ours and node:tls do the same work.
// Must not know: any of them.

import type { Duplex } from 'node:stream';
import { settings } from './settings.ts';

export interface Stack {
  /** Gives the connection when the handshake is done and the server verified. */
  connect(port: number): Promise<Duplex>;
  /** Gives the port when it listens. `onConnection` gets each connection with the handshake done. */
  listen(onConnection: (socket: Duplex) => void): Promise<{ readonly port: number }>;
}

/** The one that the settings name; only that one is loaded. */
export async function chosenStack(): Promise<Stack> {
  const loaders = { ours: () => import('./our-stack.ts'), node: () => import('./node-stack.ts'), plain: () => import('./plain-stack.ts') };
  const { stack } = await loaders[settings.stack ?? 'ours']();
  return stack;
}
