// Owns: this package as a stack: connect() and createServer().
// Must not know: what is measured.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ConnectOptions, connect, createServer, type ServerOptions } from 'libssl';
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
    const options: ServerOptions = { ...commonOptions, ...serverIdentity, maxHandshakes: Number.POSITIVE_INFINITY, ...offload };
    const server = createServer(options);
    server.on('connection', onConnection);
    server.on('handshakeError', (error) => process.stderr.write(`${error.message}\n`));
    server.listen({ port: 0, host: address, backlog: 4096 });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { port };
  },
};
