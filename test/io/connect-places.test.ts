// connect() from anywhere: inside event handlers, in workers, many at once.

import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../lib/index.ts';
import { run, said } from '../support/io-child.ts';
import { closeAll, local, open, readAll } from '../support/io-clients.ts';
import { pattern, TestServer } from '../support/io-servers.ts';
import { describeEachLibrary } from '../support/libraries.ts';
import { certificatePem, hosts } from '../support/pki.ts';

const register = join(__dirname, '..', 'support', 'io-register.cjs');
const entry = join(__dirname, '..', '..', 'lib', 'index.ts');

describeEachLibrary('connect() anywhere', (library, { selector }) => {
  let echo: TestServer;
  beforeAll(async () => {
    echo = await TestServer.listen({ kind: 'tls' });
  });
  afterAll(() => echo.close());
  afterEach(closeAll);

  test.each(['data', 'end', 'finish', 'close'])('a connection can be made inside a handler of %s of another', async (event) => {
    const first = await open(local(library, echo.port));
    const second = once(first, event).then(() => undefined);
    const made = new Promise<Buffer>((resolve, reject) => {
      first.once(event, () => {
        open(local(library, echo.port))
          .then((socket) => readAll(socket.end('second')))
          .then(resolve, reject);
      });
    });
    const all = readAll(first);
    first.end('first');
    await second;
    expect((await made).toString()).toBe('second');
    expect((await all).toString()).toBe('first');
  });

  test('write(), end() and read() inside handlers of data work', async () => {
    const socket = await open(local(library, echo.port));
    const received: string[] = [];
    socket.on('data', (data: Buffer) => {
      received.push(data.toString());
      if (received.length < 50) socket.write(`${received.length}`);
      else socket.end();
    });
    socket.write('0');
    await once(socket, 'end');
    expect(received.join(' ')).toBe(Array.from({ length: 50 }, (_, n) => `${n}`).join(' '));
  });

  test('an exception of a data handler is the user’s, and neither this connection nor another is stuck afterwards', async () => {
    const program = `
      const { once } = require('node:events');
      const socket = await libssl.connect(input);
      const other = await libssl.connect(input);
      process.on('uncaughtException', (error) => say(error.message));
      socket.on('error', (error) => say('as an error of the connection: ' + error.message));
      socket.once('data', () => { throw new Error('thrown in a handler'); });
      socket.write('x');
      await Promise.race([once(process, 'uncaughtException'), new Promise((resolve) => socket.once('close', resolve))]);
      socket.on('data', (data) => say(String(data)));
      socket.end('more');
      if (!socket.closed) await once(socket, 'close');
      other.on('data', (data) => say(String(data)));
      other.end('fine');
      await once(other, 'close');`;
    const options = { library: selector, ca: certificatePem('root'), serverName: hosts.good, host: '127.0.0.1', port: echo.port };
    const ran = await run(program, { input: options });
    expect(said(ran)).toEqual(['thrown in a handler', 'more', 'fine']);
    expect(ran.code).toBe(0);
  });

  test('200 connections at once', async () => {
    const before = library.liveObjects.connections;
    const sockets = await Promise.all(Array.from({ length: 200 }, () => connect(local(library, echo.port))));
    expect(library.liveObjects.connections - before).toBe(200);
    const bytes = pattern(20_000);
    const echoed = await Promise.all(
      sockets.map(async (socket) => {
        socket.end(bytes);
        return await readAll(socket);
      }),
    );
    expect(echoed.every((data) => data.equals(bytes))).toBe(true);
    expect(library.liveObjects.connections).toBe(before);
  });

  test('works in two workers at a time, and in this thread meanwhile', async () => {
    const program = `
      const { parentPort, workerData } = require('node:worker_threads');
      const { connect } = require(workerData.entry);
      connect(workerData.options).then((socket) => {
        const parts = [];
        socket.on('data', (data) => parts.push(data)).on('end', () => {
          parentPort.postMessage({ text: Buffer.concat(parts).toString(), verified: socket.connection.verify.verified });
        });
        socket.end(workerData.text);
      });`;
    const options = { library: selector, ca: certificatePem('root'), serverName: hosts.good, host: '127.0.0.1', port: echo.port };
    const workers = ['one', 'two'].map(
      (text) => new Worker(program, { eval: true, execArgv: ['--require', register], workerData: { entry, options, text } }),
    );
    const exits = Promise.all(workers.map((worker) => once(worker, 'exit')));
    const here = open(local(library, echo.port));
    const messages = await Promise.all(workers.map((worker) => once(worker, 'message')));
    expect(messages.flat()).toEqual([
      { text: 'one', verified: true },
      { text: 'two', verified: true },
    ]);
    expect((await exits).flat()).toEqual([0, 0]);
    (await here).end('here');
    expect((await readAll(await here)).toString()).toBe('here');
  });

  test('a worker that is terminated in the middle of a connection leaves this thread unharmed', async () => {
    const program = `
      const { parentPort, workerData } = require('node:worker_threads');
      const { connect } = require(workerData.entry);
      connect(workerData.options).then((socket) => {
        socket.on('data', () => undefined);
        socket.write(Buffer.alloc(1000000));
        parentPort.postMessage('connected');
      });`;
    const options = { library: selector, ca: certificatePem('root'), serverName: hosts.good, host: '127.0.0.1', port: echo.port };
    const worker = new Worker(program, { eval: true, execArgv: ['--require', register], workerData: { entry, options } });
    await once(worker, 'message');
    expect(await worker.terminate()).toBe(1);
    const here = await open(local(library, echo.port));
    here.end('here');
    expect((await readAll(here)).toString()).toBe('here');
  });
});
