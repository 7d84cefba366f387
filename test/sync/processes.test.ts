// connectSync() where the thread that waits is disturbed: signals, worker threads that are terminated; and an inherited descriptor.

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { type RunOptions, run, said } from '../support/io-child.ts';
import { trusting } from '../support/io-clients.ts';
import { type ServerOptions, TestServer } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';

const bios = ['pair', 'socket'] as const;
const root = join(__dirname, '..', '..');
const register = join(root, 'test', 'support', 'io-register.cjs');
const packageFile = join(root, 'lib', 'index.ts');
// A worker that does `body` with the package and its input.
const worker = (body: string): string => `
  const { Worker } = require('node:worker_threads');
  const source = ${JSON.stringify(`const { workerData: input, parentPort } = require('node:worker_threads');
  const libssl = require(${JSON.stringify(packageFile)});
  ${body}`)};
  const worker = new Worker(source, { eval: true, workerData: input, execArgv: ['--require', ${JSON.stringify(register)}] });
  worker.on('error', (error) => say({ error: String(error), code: error.code }));`;

describeEachLibrary('connectSync() in a process of its own', (_library, { selector }) => {
  const servers: TestServer[] = [];
  const listen = async (options: ServerOptions): Promise<TestServer> => {
    const server = await TestServer.listen(options);
    servers.push(server);
    return server;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const place = (port: number) => ({ ...trusting(selector as never), host: '127.0.0.1', port });
  const ok = async (program: string, options: RunOptions): Promise<readonly unknown[]> => {
    const ran = await run(program, options);
    expect(ran).toMatchObject({ stderr: '', code: 0, signal: null });
    return said(ran);
  };

  test.each(bios)('bio %s: signals that arrive while it waits do not disturb the handshake', async (bio) => {
    const tls = await listen({ kind: 'tls' });
    const proxy = await listen({ kind: 'proxy', to: tls.port, cutAfter: 100, cut: 'hold' });
    const program = `
      process.on('SIGWINCH', () => undefined);
      const socket = libssl.connectSync(input);
      say(socket.connection.verify.verified);
      socket.close();
      process.exit(0);`;
    const answers = ok(program, {
      input: { ...place(proxy.port), bio },
      started: (child) => {
        void (async () => {
          await proxy.seen('cut');
          for (let n = 0; n < 20; n += 1) {
            child.kill('SIGWINCH');
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
          if (child.exitCode === null) proxy.command('pass');
        })();
      },
    });
    expect(await answers).toEqual([true]);
  });

  test.each(bios)('bio %s: signals that arrive while it waits do not disturb a read', async (bio) => {
    const tls = await listen({ kind: 'tls', session: 'hold', bytes: 10 });
    const program = `
      process.on('SIGWINCH', () => undefined);
      const socket = libssl.connectSync(input);
      socket.write('x');
      say('reading');
      say(socket.read().length);
      socket.close();
      process.exit(0);`;
    const answers = ok(program, {
      input: { ...place(tls.port), bio },
      started: (child) => {
        void (async () => {
          await tls.seen('secure');
          if (child.stdout !== null) await once(child.stdout, 'data');
          for (let n = 0; n < 20; n += 1) {
            child.kill('SIGWINCH');
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
          tls.command('write');
        })();
      },
    });
    expect(await answers).toEqual(['reading', 10]);
  });

  test.each(bios)('bio %s: takes over a connected descriptor and closes it', async (bio) => {
    const tls = await listen({ kind: 'tls' });
    const tcp = connectTcp(tls.port, '127.0.0.1');
    await once(tcp, 'connect');
    const program = `
      const { fstatSync } = require('node:fs');
      const socket = libssl.connectSync(input);
      socket.write('inherited');
      say(String(socket.read()));
      say(socket.connection.verify.verified);
      socket.close();
      try { fstatSync(3); say('open'); } catch (error) { say(error.code); }`;
    const { host: _, port: __, ...names } = place(tls.port);
    const answers = await ok(program, { input: { ...names, fd: 3, bio }, stdio: ['ignore', 'pipe', 'pipe', tcp] });
    tcp.destroy();
    expect(answers).toEqual(['inherited', true, 'EBADF']);
  });

  test.each(bios)('bio %s: a whole flow in a worker thread', async (bio) => {
    const tls = await listen({ kind: 'tls' });
    const program = `${worker(`
      const socket = libssl.connectSync(input);
      socket.write('from a worker');
      const answer = String(socket.read());
      const sent = socket.shutdown();
      const end = socket.read();
      socket.close();
      parentPort.postMessage([answer, sent, end]);`)}
      worker.on('message', say).on('exit', say);`;
    expect(await ok(program, { input: { ...place(tls.port), bio } })).toEqual([['from a worker', 'sent', null], 0]);
  });

  test('several workers at once, each with a connection of its own', async () => {
    const tls = await listen({ kind: 'tls' });
    const program = `
      ${worker('')}
      const body = source + "const socket = libssl.connectSync(input); socket.write('x'); parentPort.postMessage(String(socket.read())); socket.close();";
      const more = [1, 2, 3, 4].map(() => new Worker(body, { eval: true, workerData: input, execArgv: ['--require', ${JSON.stringify(register)}] }));
      for (const one of more) one.on('message', say).on('error', (error) => say(String(error)));`;
    expect(await ok(program, { input: place(tls.port) })).toEqual(['x', 'x', 'x', 'x']);
  });

  // With the socket BIO a worker cannot be terminated before the timeout: it is a short one.
  test.each(bios)('bio %s: a worker that waits in the handshake with a silent server can be terminated', async (bio) => {
    const silent = await listen({ kind: 'raw' });
    const program = `${worker('libssl.connectSync(input);')}
      process.once('message', async () => { await worker.terminate(); say('terminated'); process.disconnect(); });`;
    const answers = await ok(program, {
      input: { ...place(silent.port), bio, ...(bio === 'pair' ? {} : { timeout: 1000 }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => void silent.seen('data').then(() => child.send('terminate')),
    });
    expect(answers).toContain('terminated');
  });

  test('a worker that waits in read() without a deadline can be terminated', async () => {
    const tls = await listen({ kind: 'tls', session: 'hold' });
    const program = `${worker(`
      const socket = libssl.connectSync(input);
      parentPort.postMessage('reading');
      socket.read(1, { timeout: Infinity });`)}
      worker.on('message', async (text) => {
        say(text);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await worker.terminate();
        say('terminated');
      });`;
    expect(await ok(program, { input: place(tls.port) })).toEqual(['reading', 'terminated']);
  });

  test('process.exit() of the main thread while a worker waits ends the process', async () => {
    const silent = await listen({ kind: 'raw' });
    const program = `${worker('libssl.connectSync(input);')}
      process.once('message', () => process.exit(0));`;
    const answers = await ok(program, {
      input: place(silent.port),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      started: (child) => void silent.seen('data').then(() => child.send('exit')),
    });
    expect(answers).toEqual([]);
  });
});
