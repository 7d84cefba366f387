// What of libssl/tls concerns a whole process: what keeps it, what is left, what ends with a worker, what a listener throws.

import { expect, test } from '@jest/globals';
import { jsonOf } from '../../support/child.ts';
import { certificateFile, keyFile } from '../../support/pki.ts';

const run = async (task: string, ...nodeOptions: readonly string[]): Promise<unknown> =>
  await jsonOf('tls/own/process-main.ts', { nodeOptions, parameters: [task, certificateFile('serverEc'), keyFile('serverEc')] });

test('a process ends though a server and both ends of a connection are open, if they are unref()ed', async () => {
  expect(await run('unref')).toBe('open');
});

test('of connections that are closed and contexts that nobody holds nothing is left but the trust that all share', async () => {
  expect(await run('collected', '--expose-gc')).toEqual({ contexts: 1, connections: 0, bios: 0 });
});

test('a worker is ended while a handshake waits, and the main thread goes on', async () => {
  expect(await run('terminated')).toEqual({ code: 1, protocol: 'TLSv1.3' });
});

test('a listener of secureConnection that throws is uncaught as any, and the server goes on', async () => {
  expect(await run('listener')).toEqual({ message: 'of a listener', said: 'served' });
});
