// Ends workers in the middle of what they do, again and again, then uses each library itself. Parameters: what they do, how often, selectors.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { OpenSSL } from '../../lib/index.ts';
import { registerOptions } from '../support/child.ts';
import { EnginePair } from '../support/engine-pair.ts';
import type { Order } from './worker-main.ts';

const [afterwards = 'wait', times = '1', ...selectors] = process.argv.slice(2);

async function main(): Promise<void> {
  for (let index = 0; index < Number(times); index += 1) {
    const workerData: Order = { selectors, handshakes: 1, afterwards: afterwards as Order['afterwards'] };
    const worker = new Worker(join(__dirname, 'worker-main.ts'), { workerData, execArgv: [...registerOptions] });
    await once(worker, 'message');
    await worker.terminate();
  }
  const after = selectors.map((selector) => {
    const pair = EnginePair.connected({ library: OpenSSL.load(selector) });
    pair.close();
    return pair.client.closed;
  });
  process.stdout.write(JSON.stringify({ after }));
}

void main();
