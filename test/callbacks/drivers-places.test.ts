// Callbacks that decide in worker threads, in workers that are terminated in the middle of them, and in engines that nobody holds any more.

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jsonOf } from '../support/child.ts';
import { type Ran, run, said } from '../support/io-child.ts';
import { TestServer } from '../support/io-servers.ts';
import { libraries } from '../support/libraries.ts';

const file = (path: string): string => JSON.stringify(join(__dirname, '..', path));

// What every program begins with: work(body) starts a worker. Both sides see `libssl`, `pairOf(callbacks)` and, in the worker, tell(value).
const common = `
  const { EnginePair, trustingClient } = require(${file('support/engine-pair.ts')});
  const { identity } = require(${file('support/pki.ts')});
  const library = libssl.OpenSSL.load(input.selector);
  const pairOf = (client, server) => new EnginePair({
    library, client: { ...trustingClient(), ...client }, server: { ...identity('server'), ...server } });
  const block = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;
const workers = `${common}
  const { once } = require('node:events');
  const { Worker } = require('node:worker_threads');
  const work = (body) => new Worker(
    'const { parentPort, workerData: input } = require("node:worker_threads");' +
    'const libssl = require(${file('../lib/index.ts')}); const tell = (value) => parentPort.postMessage(value);' +
    ${JSON.stringify(common)} + '(async () => {' + body + '})();', { eval: true, workerData: input });
  // After whatever happened to a worker: a handshake with callbacks of this thread's own.
  const goesOn = () => {
    let asked = 0;
    const pair = pairOf({ verifyCallback: ({ ok }) => { asked += 1; return ok; } }, { certCallback: () => identity('serverEc') });
    const { client, server } = pair.handshake();
    pair.close();
    return [client.status, server.status, asked > 0];
  };`;
const fine = ['done', 'done', true];

function expectPeace(ran: Ran): void {
  expect(ran.stderr).toBe('');
  expect([ran.code, ran.signal]).toEqual([0, null]);
}

describe.each(libraries.map(({ name, selector }) => [name, selector] as const))(
  'OpenSSL %s: callbacks in worker threads',
  (_, selector) => {
    test('answer there, at once and later, beside those of the main thread', async () => {
      const body = `
      const later = async (value) => { await new Promise(setImmediate); return value; };
      for (let n = 0; n < 20; n += 1) {
        const pair = pairOf({ verifyCallback: ({ ok }) => ok }, { clientHelloCallback: () => later(undefined), certCallback: () => later(identity('serverEc')) });
        let results = pair.handshake();
        while (pair.server.pendingAnswer !== null) { await pair.server.pendingAnswer; results = pair.handshake(); }
        if (results.client.status !== 'done') throw new Error(results.client.status);
        pair.close();
      }
      tell('done');`;
      const program = `${workers}
      const all = [1, 2, 3].map(() => work(input.body));
      const messages = Promise.all(all.map((worker) => once(worker, 'message')));
      for (let n = 0; n < 20; n += 1) if (String(goesOn()) !== 'done,done,true') throw new Error('in the main thread');
      say((await messages).flat());`;
      const ran = await run(program, { input: { selector, body } });
      expectPeace(ran);
      expect(said(ran)).toEqual([['done', 'done', 'done']]);
    });

    const callbacks: readonly (readonly [string, string])[] = [
      ['waits', 'block()'],
      ['runs for ever', 'for (;;);'],
      ['does handshakes of its own for ever', 'for (;;) pairOf({ verifyCallback: ({ ok }) => ok }).handshake();'],
    ];
    test.each(callbacks)('a worker that is terminated while a callback of its %s: the process goes on', async (_what, what) => {
      const body = `
      const inside = () => { tell('inside'); ${what} };
      pairOf({ verifyCallback: inside }, { certCallback: () => undefined }).handshake();`;
      const program = `${workers}
      for (let n = 0; n < 3; n += 1) {
        const worker = work(input.body);
        await once(worker, 'message');
        await worker.terminate();
        say(goesOn());
      }`;
      const ran = await run(program, { input: { selector, body } });
      expectPeace(ran);
      expect(said(ran)).toEqual([fine, fine, fine]);
    });

    test('a worker that is terminated while an answer is awaited: the process goes on', async () => {
      const body = `
      const pair = pairOf({}, { clientHelloCallback: () => new Promise(() => undefined) });
      parentPort.on('message', () => undefined);
      tell(pair.handshake().server.status);`;
      const program = `${workers}
      for (let n = 0; n < 3; n += 1) {
        const worker = work(input.body);
        say((await once(worker, 'message'))[0]);
        await worker.terminate();
        say(goesOn());
      }`;
      const ran = await run(program, { input: { selector, body } });
      expectPeace(ran);
      expect(said(ran)).toEqual(Array.from({ length: 3 }, () => ['want-client-hello-cb', fine]).flat());
    });

    test.each(['pair', 'socket'])('a worker that is terminated while a callback waits under connectSync(), bio %s', async (bio) => {
      const server = await TestServer.listen({ kind: 'tls' });
      const body = `
      const inside = () => { tell('inside'); block(); };
      libssl.connectSync({ host: '127.0.0.1', port: input.port, library, ca: trustingClient().ca, verifyName: 'server.test', bio: input.bio,
        timeout: Infinity, verifyCallback: inside });`;
      const program = `${workers}
      const worker = work(input.body);
      await once(worker, 'message');
      await worker.terminate();
      say(goesOn());`;
      const ran = await run(program, { input: { selector, body, bio, port: server.port } });
      server.close();
      expectPeace(ran);
      expect(said(ran)).toEqual([fine]);
    });

    test('a process that exits from inside of a callback ends with its code', async () => {
      const program = `${common} pairOf({ verifyCallback: () => process.exit(7) }).handshake();`;
      expect(await run(program, { input: { selector } })).toMatchObject({ code: 7, signal: null, stderr: '' });
    });

    test('2,000 engines whose callbacks hold them, asked and dropped, are all freed', async () => {
      const { made, asked, left } = await jsonOf<{ made: number; asked: number; left: Record<string, number> }>('callbacks/gc-main.ts', {
        parameters: [selector, '1000'],
        nodeOptions: ['--expose-gc'],
      });
      expect([made, asked > 1000]).toEqual([2000, true]);
      expect(Object.entries(left).filter(([, count]) => count !== 0)).toEqual([]);
    });
  },
);
