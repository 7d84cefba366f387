// Owns: a TLSSocket in the form that node:http2 works on: it wants a socket of Node's with a handle, and makes one itself for a stream that
// has none, which then knows nothing of TLS. So the same one is made here, and what TLS knows is put on it.
// Must not know: HTTP.

import type { Socket } from 'node:net';
import * as net from 'node:net';
import { streamSocketClass } from './js-stream-socket.ts';
import { TLSSocket, wrapped } from './tls-socket.ts';

const fields = ['encrypted', 'authorized', 'authorizationError', 'alpnProtocol', 'servername', 'secureConnecting', 'server', 'ssl'];
const ofNet = [
  'remoteAddress',
  'remotePort',
  'remoteFamily',
  'localAddress',
  'localPort',
  'localFamily',
  'bytesRead',
  'bytesWritten',
  'address',
];
const controls = ['ref', 'unref', 'setNoDelay', 'setKeepAlive'];

/** The socket for node:http2; its TLS is that of `socket`, and it ends with it. */
export function streamBaseOf(socket: TLSSocket): Socket {
  const made = new (streamSocketClass())(socket);
  Object.defineProperty(made, wrapped, { value: socket });
  for (const name of [...fields, ...ofNet, ...controls, ...ownMethods()]) {
    Object.defineProperty(made, name, {
      configurable: true,
      get: () => {
        const value = (socket as unknown as Record<string, unknown>)[name];
        return typeof value === 'function' ? (value as (...call: unknown[]) => unknown).bind(socket) : value;
      },
    });
  }
  // http2 waits for the one or the other, by the class of the socket.
  socket.once('secureConnect', () => {
    made.emit('connect');
    made.emit('secureConnect');
  });
  return made;
}

let methods: readonly string[] | null = null;

/** What a TLSSocket has beyond a net.Socket. */
function ownMethods(): readonly string[] {
  if (methods !== null) return methods;
  const found: string[] = [];
  for (let level = TLSSocket.prototype as object; level !== net.Socket.prototype; level = Object.getPrototypeOf(level) as object) {
    found.push(...Object.getOwnPropertyNames(level).filter((name) => !(name in net.Socket.prototype)));
  }
  methods = found;
  return methods;
}
