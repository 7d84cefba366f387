// Owns: the test servers of one describe block: each is closed when the test that made it is over.

import { afterEach } from '@jest/globals';
import { type ServerOptions, TestServer } from './io-servers.ts';

export function testServers(): (options: ServerOptions) => Promise<TestServer> {
  const servers: TestServer[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  return async (options) => {
    const server = await TestServer.listen(options);
    servers.push(server);
    return server;
  };
}
