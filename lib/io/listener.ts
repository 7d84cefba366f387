// Owns: the listening socket, and what the workers of node:cluster that listen to the same address tell each other: the first one's data
// goes to the primary, which gives it to all that come later. (A net.Server is asked for it when it listens in a worker.) And who is counted
// as connected, where a connection goes on without its net.Socket.
// Must not know: TLS.

import { Server, type ServerOpts, type Socket } from 'node:net';

export interface Shared {
  /** Something that JSON can carry; null: nothing. */
  readonly give: () => unknown;
  /** What the first worker gave: its own comes back to it. */
  readonly take: (data: unknown) => void;
}

interface Counting {
  _connections: number;
  _emitCloseIfDrained(): void;
}

export class Listener extends Server {
  readonly #shared: Shared;

  constructor(options: ServerOpts, shared: Shared, onConnection: (transport: Socket) => void) {
    super(options, onConnection);
    this.#shared = shared;
  }

  /** Whether leave() can be done: Node has no official way. */
  get countsApart(): boolean {
    const counting = this as unknown as Partial<Counting>;
    return typeof counting._connections === 'number' && typeof counting._emitCloseIfDrained === 'function';
  }

  /** The connection goes on without `tcp`, which is destroyed next: it counts until what this gives is called. */
  leave(tcp: Socket): () => void {
    (tcp as unknown as { _server: unknown })._server = null;
    const counting = this as unknown as Counting;
    return () => {
      counting._connections -= 1;
      counting._emitCloseIfDrained();
    };
  }

  _getServerData(): unknown {
    return this.#shared.give();
  }

  _setServerData(data: unknown): void {
    this.#shared.take(data);
  }
}
