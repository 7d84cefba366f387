// Owns: this package as a stack: connect() and createServer().
// Must not know: what is measured.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ConnectOptions, connect, createServer, type ServerOptions, type SslServer } from 'libssl';
import { clientContext, commonOptions, serverIdentity } from './our-contexts.ts';
import { address, hostName, settings } from './settings.ts';
import type { Stack } from './stack.ts';

interface Offload {
  readonly offload?: 'main' | 'pool';
}

const offload: Offload = settings.offload === true ? { offload: 'pool' } : {};
const context = clientContext();

export const stack: Stack = {
  async connect(port) {
    const options: ConnectOptions = { host: address, port, context, serverName: hostName, verifyName: hostName, ...offload };
    return connect(options);
  },
  async listen(onConnection) {
    const { server, note } = makeServer();
    server.on('connection', onConnection);
    server.on('handshakeError', (error) => process.stderr.write(`${error.message}\n`));
    server.listen({ port: 0, host: address, backlog: 4096 });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return note === undefined ? { port } : { port, note };
  },
};

// An option that this build does not know yet is no reason not to measure.
function makeServer(): { readonly server: SslServer; readonly note?: string } {
  const options: ServerOptions = { ...commonOptions, ...serverIdentity, maxHandshakes: Number.POSITIVE_INFINITY };
  const wanted: ServerOptions = { ...options, ...offload };
  try {
    return { server: createServer(wanted) };
  } catch (error) {
    if (settings.offload !== true || !isUnknownOption(error)) throw error;
    return { server: createServer(options), note: "without offload: 'pool', which this build does not have" };
  }
}

function isUnknownOption(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 'ERR_SSL_UNKNOWN_OPTION';
}
