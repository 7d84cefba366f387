// A worker thread: loads OpenSSLs, does whole handshakes with each, tells what came of them, and ends as it is told.

import { parentPort, workerData } from 'node:worker_threads';
import { OpenSSL, type SslResult } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { hosts } from '../support/pki.ts';

export interface Order {
  readonly selectors: readonly string[];
  readonly handshakes: number;
  /** What comes after: its end, waiting in the middle of a handshake, or handshakes without end. */
  readonly afterwards: 'end' | 'wait' | 'busy' | 'exit' | 'throw';
}

export interface Told {
  readonly version: string;
  readonly isolation: string;
  readonly finished: number;
  readonly echoed: number;
}

const { selectors, handshakes, afterwards } = workerData as Order;

const told = selectors.map((selector): Told => {
  const library = OpenSSL.load(selector);
  let finished = 0;
  let echoed = 0;
  for (let index = 0; index < handshakes; index += 1) {
    const pair = new EnginePair({ library, client: trustingClient(), clientEngine: { verifyHost: hosts.good } });
    const { client } = pair.handshake();
    if (client.status === 'done' && pair.client.connection.verify.verified) finished += 1;
    if (pair.send('client', Buffer.from('hello')).toString() === 'hello') echoed += 1;
    if (index % 2 === 0) pair.close();
  }
  return { version: library.version.text, isolation: library.isolation.state, finished, echoed };
});

const open = selectors.map((selector) => new EnginePair({ library: OpenSSL.load(selector) }));
const states: SslResult[] = open.map(({ client }) => client.connect());
for (const pair of open) pair.shuttle();
parentPort?.postMessage({ told, waiting: states.map(({ status }) => status) }); // oxlint-disable-line unicorn/require-post-message-target-origin -- a port has none

if (afterwards === 'wait') parentPort?.on('message', () => undefined);
if (afterwards === 'exit') process.exit(3);
if (afterwards === 'throw') throw new Error('on purpose');
if (afterwards === 'busy') {
  for (;;) for (const selector of selectors) EnginePair.connected({ library: OpenSSL.load(selector) });
}
