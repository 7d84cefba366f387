// Encrypted Client Hello in worker threads beside the main thread, each with stores and contexts of its own, and one that is terminated.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeEachWithEch, names } from '../support/ech.ts';
import { run, said } from '../support/io-child.ts';
import { identity } from '../support/pki.ts';

const entry = join(__dirname, '..', '..', 'lib', 'index.ts');

// A handshake in memory: the outcome on both sides.
const handshake = `
  const shake = ({ EchStore, OpenSSL, SslContext, SslEngine }) => {
    const library = OpenSSL.load(input.selector);
    const echStore = EchStore.generate({ publicName: input.names.outer }, library);
    const client = new SslEngine(new SslContext({ role: 'client', library, ca: input.ca, verifyMode: 'none' }), {
      serverName: input.names.inner, ech: { configList: echStore.configList },
    });
    const server = new SslEngine(new SslContext({ role: 'server', library, echStore, ...input.identity }));
    for (let turn = 0; turn < 6; turn += 1) {
      client.connect();
      server.feed(client.drain());
      server.accept();
      client.feed(server.drain());
    }
    const names = [client, server].map(({ ech }) => ech.innerName + '<' + ech.outerName);
    client.close();
    server.close();
    return names.join(' ');
  };`;

describeEachWithEch('ECH in workers', (_, { selector }) => {
  test('three of them and the main thread at a time, and one that ends in the middle', async () => {
    const input = { selector, names, identity: identity('server'), ca: identity('root').certificate };
    const program = `
      const { once } = require('node:events');
      const { Worker } = require('node:worker_threads');
      const work = (body) => new Worker(
        'const { parentPort, workerData: input } = require("node:worker_threads");' +
        'const libssl = require(${JSON.stringify(entry)});' + input.handshake + body, { eval: true, workerData: input });
      const all = [1, 2, 3].map(() => work('for (let n = 0; n < 20; n += 1) shake(libssl); parentPort.postMessage(shake(libssl));'));
      const messages = Promise.all(all.map((worker) => once(worker, 'message')));
      const doomed = work('for (;;) { shake(libssl); parentPort.postMessage("again"); }');
      eval(input.handshake + 'for (let n = 0; n < 20; n += 1) shake(require(${JSON.stringify(entry)}));');
      await once(doomed, 'message');
      await doomed.terminate();
      say([...new Set((await messages).flat())]);`;
    const ran = await run(program, { input: { ...input, handshake } });
    expect([ran.stderr, ran.code, ran.signal]).toEqual(['', 0, null]);
    expect(said(ran)).toEqual([[`${names.inner}<${names.outer} ${names.inner}<${names.outer}`]]);
  });
});
