// Owns: the class that Node makes a socket with a handle of a plain stream with. There is no way to it but a TLSSocket of Node's own.

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import * as nodeTls from 'node:tls';

export type StreamSocketClass = new (stream: Duplex) => Socket;

// As they are now: `libssl/register` replaces them in the module, and a TLSSocket of Node's asks the module for the context it is not given.
const { TLSSocket: NodeTLSSocket, createSecureContext: nodeCreateSecureContext } = nodeTls;
let found: StreamSocketClass | null = null;

/** Fails when: this Node.js keeps it somewhere else than all releases from 20 to 26 do (Error). */
export function streamSocketClass(): StreamSocketClass {
  if (found !== null) return found;
  const stream = new Duplex({ read: () => undefined, write: (_chunk, _encoding, callback) => callback() });
  const probe = new NodeTLSSocket(stream, { secureContext: nodeCreateSecureContext() });
  probe.on('error', () => undefined);
  const made = (probe as unknown as { _handle?: { _parentWrap?: object } })._handle?._parentWrap?.constructor;
  probe.destroy();
  if (made === undefined) throw new Error(`Node.js ${process.version} has no socket of a stream where the releases before had it`);
  found = made as StreamSocketClass;
  return found;
}

/** npm's http2-wrapper (of got) looks for the class where Node's own TLSSocket has it. */
export function showStreamSocketClass(socket: object): void {
  Object.defineProperty(socket, '_handle', {
    configurable: true,
    get: () => ({ _parentWrap: { constructor: streamSocketClass() } }),
    set: () => {
      // net.Socket lets go of its handle; there is none
    },
  });
}
