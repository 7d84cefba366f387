// Owns: what a server knows of a TCP connection until it is somebody's socket.

import type { Socket } from 'node:net';
import type { SslSocket } from './ssl-socket.ts';

export interface Incoming {
  readonly transport: Socket;
  readonly remoteAddress: string | null;
  readonly remotePort: number | null;
  /** While it shakes hands. */
  socket: SslSocket | null;
  /** Gives back its place among the connections, once they go on without `transport`. */
  left: (() => void) | null;
  /** The server has ended it. */
  abandoned: boolean;
}

export function addressOf(peer: { remoteAddress?: string | undefined; remotePort?: number | undefined } | undefined): {
  readonly remoteAddress: string | null;
  readonly remotePort: number | null;
} {
  return { remoteAddress: peer?.remoteAddress ?? null, remotePort: peer?.remotePort ?? null };
}
