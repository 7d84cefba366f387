// Owns: servers of test/support that end with the test that started them.

import { afterEach } from '@jest/globals';
import { type ServerOptions, TestServer } from '../support/io-servers.ts';

const open: TestServer[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

export async function serve(options: ServerOptions): Promise<TestServer> {
  const server = await TestServer.listen(options);
  open.push(server);
  return server;
}

/** The two drivers, and the flags that choose them. */
export const modes = [
  ['non-blocking', []],
  ['blocking', ['--blocking']],
] as const;
