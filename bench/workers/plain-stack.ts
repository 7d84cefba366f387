// Owns: TCP alone as a stack, for the limits: what node:net does is what no TLS over it can pass.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { address } from './settings.ts';
import type { Stack } from './stack.ts';

export const stack: Stack = {
  async connect(port) {
    const socket = connect({ host: address, port, noDelay: true });
    await once(socket, 'connect');
    return socket;
  },
  async listen(onConnection) {
    const server = createServer({ noDelay: true }, onConnection);
    server.listen({ port: 0, host: address, backlog: 4096 });
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port };
  },
};
