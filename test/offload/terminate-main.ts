// Terminates workers in the middle of steps on the pool, again and again, then does steps itself. Parameters: how, how often, selectors.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { OpenSSL } from '../../lib/index.ts';
import { registerOptions } from '../support/child.ts';
import { EnginePair } from '../support/engine-pair.ts';
import { handshakeOnPool } from '../support/pool-handshake.ts';

const [how = 'wait', times = '1', ...selectors] = process.argv.slice(2);

async function main(): Promise<void> {
  for (let index = 0; index < Number(times); index += 1) {
    const worker = new Worker(join(__dirname, 'ends-main.ts'), { workerData: [how, ...selectors], execArgv: [...registerOptions] });
    await once(worker, 'message');
    await worker.terminate();
  }
  const after: string[] = [];
  for (const selector of selectors) {
    const pair = new EnginePair({ library: OpenSSL.load(selector) });
    after.push((await handshakeOnPool(pair)).client.status);
    pair.close();
  }
  process.stdout.write(JSON.stringify({ after, left: selectors.map((selector) => OpenSSL.load(selector).liveObjects.connections) }));
}

void main();
