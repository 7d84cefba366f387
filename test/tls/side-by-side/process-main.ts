// Owns: what process.test.ts does in a process of its own: SPECIFIER TASK [certificate file, key file]. It prints one line of JSON.

import cluster from 'node:cluster';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Tls } from './modules.ts';

const [specifier = '', task = '', certificateFile = '', keyFile = ''] = process.argv.slice(2);
const tls = createRequire(__filename)(specifier) as Tls;

const tasks: Readonly<Record<string, () => unknown>> = { defaults, connect, unref, tickets };

function defaults(): unknown {
  const { DEFAULT_MIN_VERSION, DEFAULT_MAX_VERSION, DEFAULT_CIPHERS } = tls;
  return { DEFAULT_MIN_VERSION, DEFAULT_MAX_VERSION, DEFAULT_CIPHERS };
}

/** A server, and a client that is told nothing of whom to trust. */
async function connect(): Promise<unknown> {
  const enableTrace = process.env['TRACE'] === 'server';
  const server = tls.createServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile), enableTrace }, (socket) =>
    socket.end(),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  server.on('tlsClientError', () => undefined);
  const { port } = server.address() as AddressInfo;
  const client = tls.connect({ host: '127.0.0.1', port, servername: 'server.test', enableTrace: process.env['TRACE'] === 'option' });
  if (process.env['TRACE'] === 'method') client.enableTrace();
  const outcome = await new Promise((resolve) => {
    client.on('error', ({ code }: NodeJS.ErrnoException) => resolve({ error: code }));
    client.on('secureConnect', () => {
      resolve({ authorized: client.authorized, authorizationError: client.authorizationError });
    });
  });
  client.resume();
  if (!client.destroyed) await once(client, 'close');
  server.close();
  return outcome;
}

/** Nothing is closed: the process ends because nothing holds it. */
async function unref(): Promise<unknown> {
  const server = tls.createServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const client = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
  const [[socket]] = (await Promise.all([once(server, 'secureConnection'), once(client, 'secureConnect')])) as [[TLSSocket], unknown];
  for (const each of [server, client, socket]) each.unref();
  return 'nothing holds the process';
}

/** The keys of two workers that listen at one port. */
async function tickets(): Promise<unknown> {
  cluster.setupPrimary({ args: [specifier, 'ticketsOfWorker', certificateFile, keyFile] });
  const workers = [cluster.fork(), cluster.fork()];
  const keys = await Promise.all(workers.map(async (worker) => ((await once(worker, 'message')) as [string])[0]));
  for (const worker of workers) worker.kill();
  return keys;
}

function ticketsOfWorker(): void {
  const server = tls.createServer({ cert: readFileSync(certificateFile), key: readFileSync(keyFile) });
  server.listen(0, '127.0.0.1', () => process.send?.(server.getTicketKeys().toString('hex')));
}

if (task === 'ticketsOfWorker') ticketsOfWorker();
else void Promise.resolve(tasks[task]?.()).then((said) => console.log(JSON.stringify(said)));
