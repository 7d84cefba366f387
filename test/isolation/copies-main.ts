// Uses a second OpenSSL of a soname that is taken, in the main thread and in several workers, then counts the private copies that the
// process holds. Parameter: the selector of the second.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { OpenSSL } from '../../lib/index.ts';
import type { Order } from '../lifecycle/worker-main.ts';
import { registerOptions } from '../support/child.ts';

const [second = ''] = process.argv.slice(2);
const workers = 4;

async function main(): Promise<void> {
  OpenSSL.load('system');
  OpenSSL.load(second);
  for (let index = 0; index < workers; index += 1) {
    const workerData: Order = { selectors: ['system', second], handshakes: 1, afterwards: 'end' };
    const worker = new Worker(join(__dirname, '..', 'lifecycle', 'worker-main.ts'), { workerData, execArgv: [...registerOptions] });
    await once(worker, 'exit');
  }
  const mapped = readFileSync('/proc/self/maps', 'latin1').matchAll(/ (?<file>\S*\/libssl-\w{6}\/lib\w+\.so\S*)/g);
  process.stdout.write(JSON.stringify({ copies: new Set([...mapped].map(({ groups }) => groups?.['file'])).size }));
}

void main();
