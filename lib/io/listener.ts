// Owns: the listening socket, and what the workers of node:cluster that listen to the same address tell each other: the first one's data
// goes to the primary, which gives it to all that come later. (A net.Server is asked for it when it listens in a worker.)
// Must not know: TLS.

import { Server, type ServerOpts, type Socket } from 'node:net';

export interface Shared {
  /** Something that JSON can carry; null: nothing. */
  readonly give: () => unknown;
  /** What the first worker gave: its own comes back to it. */
  readonly take: (data: unknown) => void;
}

export class Listener extends Server {
  readonly #shared: Shared;

  constructor(options: ServerOpts, shared: Shared, onConnection: (transport: Socket) => void) {
    super(options, onConnection);
    this.#shared = shared;
  }

  _getServerData(): unknown {
    return this.#shared.give();
  }

  _setServerData(data: unknown): void {
    this.#shared.take(data);
  }
}
