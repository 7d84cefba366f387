// One thing that concerns a whole process: `process-main.ts TASK CERTIFICATE KEY`. What it prints is JSON.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect as connectNet } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { OpenSSL } from '../../../lib/index.ts';
import * as tls from '../../../lib/tls/index.ts';
import { registerOptions } from '../../support/child.ts';

const [task = '', certificate = '', key = ''] = isMainThread ? process.argv.slice(2) : (workerData as string[]);
const pems = { cert: readFileSync(certificate), key: readFileSync(key) };

async function listen(listener?: (socket: tls.TLSSocket) => void): Promise<tls.TlsServer> {
  const server = tls.createServer(pems, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function clientOf(server: tls.TlsServer): tls.TLSSocket {
  return tls.connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', rejectUnauthorized: false });
}

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Nothing of what is open may keep the process. */
  unref: async () => {
    const server = await listen((socket) => socket.unref());
    const client = clientOf(server);
    await once(client, 'secureConnect');
    client.unref();
    server.unref();
    return 'open';
  },

  /** Closed, and let go of: nothing of OpenSSL's is left. */
  collected: async () => {
    const rounds = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1) {
        const server = await listen((socket) => socket.pipe(socket));
        const client = clientOf(server);
        client.end('x');
        client.resume();
        await once(client, 'close');
        await new Promise((resolve) => server.close(resolve));
      }
    };
    await rounds();
    const library = OpenSSL.load();
    for (let tries = 0; tries < 50; tries += 1) {
      global.gc?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    // What stays is the shared trust, one context.
    const { contexts, connections, bios } = library.liveObjects;
    return { contexts, connections, bios };
  },

  /** A worker is ended while its handshake waits for a peer that says nothing; this thread goes on. */
  terminated: async () => {
    const worker = new Worker(__filename, { workerData: ['waits', certificate, key], execArgv: [...registerOptions] });
    await once(worker, 'message');
    const code = await worker.terminate();
    const server = await listen();
    const client = clientOf(server);
    await once(client, 'secureConnect');
    const protocol = client.getProtocol();
    client.destroy();
    server.close();
    return { code, protocol };
  },

  waits: async () => {
    const server = await listen();
    server.on('connection', () => parentPort?.postMessage('connected')); // oxlint-disable-line unicorn/require-post-message-target-origin -- a port has none
    const silent = connectNet((server.address() as AddressInfo).port, '127.0.0.1');
    await once(silent, 'connect');
    silent.write(Buffer.of(22, 3, 1)); // the beginning of a record
    return await new Promise(() => undefined);
  },

  /** What a listener throws is uncaught, as with any event; the server goes on. */
  listener: async () => {
    let thrown = 0;
    const server = await listen((socket) => {
      socket.on('error', () => undefined); // the first client goes away
      if (thrown === 0) throw new Error('of a listener');
      socket.end('served');
    });
    const caught = new Promise<string>((resolve) => {
      process.once('uncaughtException', ({ message }) => {
        thrown += 1;
        resolve(message);
      });
    });
    const first = clientOf(server);
    const message = await caught;
    first.destroy();
    const second = clientOf(server);
    const [said] = (await once(second, 'data')) as [Buffer];
    second.destroy();
    server.close();
    return { message, said: said.toString() };
  },
};

void tasks[task]?.().then((result) => process.stdout.write(JSON.stringify(result)));
