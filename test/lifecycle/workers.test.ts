// The addon in worker threads: each has its own of everything but the loaded libraries.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { jsonOf, registerOptions } from '../support/child.ts';
import { EnginePair } from '../support/engine-pair.ts';
import { libraries } from '../support/libraries.ts';
import type { Order, Told } from './worker-main.ts';

const selectors = libraries.map(({ selector }) => selector);

interface Message {
  readonly told: readonly Told[];
  readonly waiting: readonly string[];
}

function startWorker(workerData: Order): Worker {
  return new Worker(join(__dirname, 'worker-main.ts'), { workerData, execArgv: [...registerOptions], stderr: true });
}

async function whole(order: Order): Promise<{ readonly message: Message; readonly code: number }> {
  const worker = startWorker(order);
  const ended = new Promise<number>((resolve) => worker.on('exit', resolve));
  worker.on('error', () => undefined); // it may overtake the message: events.once() would take it for the answer
  const message = await new Promise<Message>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code} and told nothing`)));
  });
  return { message, code: await ended };
}

describe('in a worker thread', () => {
  test('whole handshakes of every OpenSSL are done, isolated as in the main thread', async () => {
    const { message, code } = await whole({ selectors, handshakes: 5, afterwards: 'end' });
    expect(code).toBe(0);
    expect(message.told).toEqual(
      libraries.map(({ library }) => ({ version: library.version.text, isolation: library.isolation.state, finished: 5, echoed: 5 })),
    );
    expect(message.waiting).toEqual(libraries.map(() => 'want-read'));
  });

  test('four workers and the main thread at once do not disturb each other', async () => {
    const workers = Array.from({ length: 4 }, () => whole({ selectors, handshakes: 10, afterwards: 'end' }));
    for (const { library } of libraries) for (let i = 0; i < 5; i += 1) EnginePair.connected({ library }).close();
    for (const { message, code } of await Promise.all(workers)) {
      expect(code).toBe(0);
      expect(message.told.map(({ finished }) => finished)).toEqual(libraries.map(() => 10));
    }
  });

  test('process.exit in the middle of a handshake ends the worker with its code', async () => {
    expect((await whole({ selectors, handshakes: 1, afterwards: 'exit' })).code).toBe(3);
  });

  test('an uncaught error in the middle of a handshake ends the worker, not the process', async () => {
    expect((await whole({ selectors, handshakes: 1, afterwards: 'throw' })).code).toBe(1);
    for (const { library } of libraries) EnginePair.connected({ library }).close();
  });

  test('what a worker left open is freed with it: nothing more is alive in the main thread', async () => {
    const before = libraries.map(({ library }) => library.liveObjects.connections);
    await whole({ selectors, handshakes: 3, afterwards: 'end' });
    expect(libraries.map(({ library }) => library.liveObjects.connections)).toEqual(before);
  });
});

describe('a worker that is terminated', () => {
  test.each([
    ['wait', 'in the middle of a handshake', 10],
    ['busy', 'in the middle of a call', 10],
  ])('%s: %s leaves a process that goes on and ends well', async (then, _, times) => {
    const { after } = await jsonOf<{ after: readonly boolean[] }>('lifecycle/terminate-main.ts', {
      parameters: [then, String(times), ...selectors],
    });
    expect(after).toEqual(selectors.map(() => true));
  });
});
