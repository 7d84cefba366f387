// connectSync() in workers, beyond test/sync: beside the main thread, errors, terminated in a write, with a transport that waits.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Ran, run, said } from '../support/io-child.ts';
import { local, trusting } from '../support/io-clients.ts';
import type { TestServer } from '../support/io-servers.ts';
import { freePort } from '../support/io-tools.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { testServers } from '../support/test-servers.ts';

const entry = join(__dirname, '..', '..', 'lib', 'index.ts');

// What every program begins with: work(body) starts a worker that sees `libssl`, `input` and `tell(value)`.
const workers = `
  const { once } = require('node:events');
  const { Worker } = require('node:worker_threads');
  const work = (body, more) => new Worker(
    'const { parentPort, workerData: input } = require("node:worker_threads");' +
    'const libssl = require(input.entry); const tell = (value) => parentPort.postMessage(value);' + body,
    { eval: true, workerData: { ...input, ...more, entry: ${JSON.stringify(entry)} } });`;

describeEachLibrary('connectSync() in a worker', (library, { selector }) => {
  const listen = testServers();
  const optionsFor = (port: number): object => ({ ...local(library, port), library: selector });
  const expectPeace = (ran: Ran): void => {
    expect(ran.stderr).toBe('');
    expect([ran.code, ran.signal]).toEqual([0, null]);
  };

  test('four workers and the main thread at a time', async () => {
    const server = await listen({ kind: 'tls' });
    const program = `${workers}
      const echo = (text) => \`
        for (let n = 0; n < 20; n += 1) {
          const socket = libssl.connectSync(input.options);
          socket.write('\${text}' + n);
          const answer = String(socket.read());
          if (answer !== '\${text}' + n) throw new Error(answer);
          socket.close();
        }
        tell('\${text}');\`;
      const all = ['a', 'b', 'c', 'd'].map((text) => work(echo(text)));
      const tell = say;
      const messages = Promise.all(all.map((worker) => once(worker, 'message')));
      eval(echo('main'));
      say((await messages).flat());`;
    const ran = await run(program, { input: { options: optionsFor(server.port) } });
    expectPeace(ran);
    expect(said(ran)).toEqual(['main', ['a', 'b', 'c', 'd']]);
  });

  test('an error that the worker does not catch arrives as the error of the worker', async () => {
    const port = await freePort();
    const program = `${workers}
      const [error] = await once(work('libssl.connectSync(input.options)'), 'error');
      say([error.name, error.code]);`;
    const ran = await run(program, { input: { options: optionsFor(port) } });
    expectPeace(ran);
    expect(said(ran)).toEqual([[expect.any(String), 'ECONNREFUSED']]);
  });

  // `body` blocks in the worker for ever; the server knows when.
  const terminated = async (server: TestServer, event: string, body: string, options: object): Promise<void> => {
    const program = `${workers}
      const worker = work(input.body);
      await once(process, 'message');
      say(await worker.terminate());
      process.disconnect();`;
    const ran = await run(program, {
      input: { body, options },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => void server.seen(event).then(() => child.send('now')),
    });
    expectPeace(ran);
    expect(said(ran)).toEqual([1]);
    server.command('resume');
    await Promise.race([server.seen('end'), server.seen('close')]); // the connection is closed, by a FIN or a reset
  };

  test('terminate() ends a worker that waits in write() without a deadline', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const body = 'libssl.connectSync({ ...input.options, timeout: Infinity }).write(Buffer.alloc(50000000))';
    await terminated(server, 'secure', body, optionsFor(server.port));
  });

  test('process.exit() while a worker waits in read ends the process with its code', async () => {
    const server = await listen({ kind: 'tls', session: 'hold' });
    const program = `${workers}
      work(input.body);
      await once(process, 'message');
      process.exit(0);`;
    const ran = await run(program, {
      input: { body: 'libssl.connectSync({ ...input.options, timeout: Infinity }).read()', options: optionsFor(server.port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => void server.seen('secure').then(() => child.send('now')),
    });
    expectPeace(ran);
    await Promise.race([server.seen('end'), server.seen('close')]); // the connection is closed, by a FIN or a reset
  });

  test('the main thread goes on while a worker waits', async () => {
    const silent = await listen({ kind: 'raw' });
    const echo = await listen({ kind: 'tls' });
    const program = `${workers}
      const worker = work('libssl.connectSync({ ...input.options, timeout: Infinity })');
      await once(process, 'message');
      const socket = libssl.connectSync({ ...input.options, port: input.echo });
      socket.write('meanwhile');
      say(String(socket.read()));
      socket.close();
      await worker.terminate();
      process.disconnect();`;
    const ran = await run(program, {
      input: { options: optionsFor(silent.port), echo: echo.port },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => void silent.seen('data').then(() => child.send('now')),
    });
    expectPeace(ran);
    expect(said(ran)).toEqual(['meanwhile']);
  });

  test('a transport of JavaScript may wait with Atomics for another thread', async () => {
    // The main thread plays the server, the worker waits for it inside of transport.read().
    const program = `${workers}
      const { ServerEngine } = require(input.support);
      const server = new ServerEngine(libssl.OpenSSL.load(input.options.library));
      const shared = new SharedArrayBuffer(65536);
      const signal = new Int32Array(shared, 0, 2); // [how many bytes wait, unused]
      const worker = work(\`
        const signal = new Int32Array(input.shared, 0, 2);
        const socket = libssl.connectSync({ ...input.options, transport: {
          write: (bytes) => { tell({ bytes: Buffer.from(bytes) }); },
          read: (size) => {
            Atomics.wait(signal, 0, 0);
            const count = Math.min(size, Atomics.load(signal, 0));
            const bytes = Buffer.from(new Uint8Array(input.shared, 8, count));
            new Uint8Array(input.shared, 8).copyWithin(0, count, Atomics.load(signal, 0));
            Atomics.sub(signal, 0, count);
            return bytes;
          } } });
        socket.write('over there');
        tell({ text: String(socket.read()) });
        socket.close();\`, { shared });
      worker.on('message', ({ bytes, text }) => {
        if (text !== undefined) say(text);
        if (bytes === undefined) return;
        server.feed(bytes);
        const answer = server.take();
        if (answer.length === 0) return;
        new Uint8Array(shared, 8 + Atomics.load(signal, 0)).set(answer);
        Atomics.add(signal, 0, answer.length);
        Atomics.notify(signal, 0);
      });
      say(await once(worker, 'exit'));`;
    const support = join(__dirname, '..', 'support', 'io-engine-transport.ts');
    const ran = await run(program, { input: { support, options: { ...trusting(library), library: selector } } });
    expectPeace(ran);
    expect(said(ran)).toEqual(['over there', [0]]);
  });
});
