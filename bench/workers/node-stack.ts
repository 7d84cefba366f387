// Owns: node:tls as a stack, with the same settings.
// Must not know: what is measured.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createSecureContext, createServer, type SecureContextOptions } from 'node:tls';
import { address, files, groups, hostName, protocol, suite13, suites12, textOf } from './settings.ts';
import type { Stack } from './stack.ts';

const common: SecureContextOptions = {
  minVersion: protocol,
  maxVersion: protocol,
  ciphers: `${suite13}:${suites12}`,
  ecdhCurve: groups,
};
const secureContext = createSecureContext({ ...common, ca: textOf(files.ca) });

export const stack: Stack = {
  connect(port) {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: address, port, servername: hostName, secureContext }, () => {
        socket.off('error', reject);
        resolve(socket);
      });
      socket.setNoDelay(true);
      socket.once('error', reject);
    });
  },
  async listen(onConnection) {
    const server = createServer({ ...common, cert: textOf(files.certificate), key: textOf(files.privateKey), noDelay: true }, onConnection);
    server.on('tlsClientError', (error) => process.stderr.write(`${error.message}\n`));
    server.listen({ port: 0, host: address, backlog: 4096 });
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port };
  },
};
