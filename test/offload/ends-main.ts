// Begins steps on the pool with each library, and ends while they are under way, wait for a thread or for an answer. As a process of its
// own or as a worker's script. Parameters (or workerData): how, selectors.

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { OpenSSL, type SslEngine } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { identity } from '../support/pki.ts';

export type How = 'exit-at-once' | 'exit-in-callback' | 'exit-with-questions' | 'throw' | 'throw-in-listener' | 'wait' | 'spin' | 'end';

const [how, ...selectors] = (isMainThread ? process.argv.slice(2) : workerData) as [How, ...string[]];
const each = 20;

function begin(onQuestion: () => undefined): readonly SslEngine[] {
  return selectors.flatMap((selector) =>
    Array.from({ length: each }, (_, index) => {
      const library = OpenSSL.load(selector);
      // Of each kind: OpenSSL is suspended for the first, a thread waits for the answer of the second.
      const asks = index % 2 === 0 ? { certCallback: onQuestion } : { serverNameCallback: onQuestion };
      const pair = new EnginePair({ library, client: trustingClient(), server: { ...identity('server'), ...asks } });
      pair.client.connect();
      pair.shuttle();
      pair.server.acceptAsync().catch(() => undefined); // that it is closed meanwhile
      return pair.server;
    }),
  );
}

function work(): void {
  for (const selector of selectors) EnginePair.connected({ library: OpenSSL.load(selector) }).close();
}

const runs: Readonly<Record<How, () => void>> = {
  'exit-at-once': () => {
    begin(() => undefined);
    process.exit(3);
  },
  'exit-in-callback': () => void begin(() => process.exit(3)),
  'exit-with-questions': () => {
    begin(() => undefined);
    work(); // the pool comes as far as it gets without an answer
    process.exit(3);
  },
  throw: () => {
    begin(() => undefined);
    work();
    throw new Error('on purpose');
  },
  'throw-in-listener': () => {
    process.on('exit', () => work());
    begin(() => {
      setImmediate(() => {
        throw new Error('on purpose');
      });
    });
  },
  wait: () => {
    parentPort?.on('message', () => undefined);
    begin(asked);
  },
  spin: () => {
    begin(() => {
      asked();
      for (;;) work();
    });
  },
  end: () => {
    for (const engine of begin(() => undefined)) engine.close();
  },
};

function asked(): undefined {
  parentPort?.postMessage('asked'); // oxlint-disable-line unicorn/require-post-message-target-origin -- a port has none
}

runs[how]();
