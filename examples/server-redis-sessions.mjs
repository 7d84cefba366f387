// Two servers, as on two machines, with their sessions in Redis: what one has made the other resumes. Redis holds the secrets of connections:
// nobody else may read it. Wants the program redis-server.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { connect, createServer, OpenSSL, SslSession } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { endWithUs, temporaryFolder } from './support/clean-up.mjs';

const path = join(temporaryFolder(), 'redis.sock');
const program = endWithUs(spawn('redis-server', ['--port', '0', '--unixsocket', path, '--save', '', '--loglevel', 'notice']));
for await (const text of program.stdout) if (/ready to accept|listen.* at/i.test(String(text))) break;
const redis = new Redis({ path });

const sessionStore = {
  get: (/** @type {string} */ id) => redis.getBuffer(`tls:${id}`),
  set: (/** @type {string} */ id, /** @type {Uint8Array} */ der, /** @type {number} */ lifetime) =>
    redis.set(`tls:${id}`, Buffer.from(der), 'EX', lifetime),
  remove: (/** @type {string} */ id) => redis.del(`tls:${id}`),
};
const { ca, certificate, privateKey } = await makeCertificates();
const machines = ['one', 'two'].map((name) =>
  createServer({ certificate, privateKey, sessionStore }, (socket) => socket.end(name)).listen(0, '127.0.0.1'),
);
/** @type {Uint8Array | null} */
let saved = null;
for (const machine of machines) {
  if (!machine.listening) await once(machine, 'listening');
  const address = machine.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const session = saved === null ? {} : { session: SslSession.fromDer(saved, OpenSSL.load()) };
  const socket = await connect({ host: 'localhost', port, ca, onSession: (made) => (saved ??= made.toDer()), ...session });
  for await (const name of socket) console.log(`${name}: ${socket.connection?.resumed ? 'resumed' : 'a full handshake'}`);
  machine.close();
}
console.log(`sessions in Redis: ${(await redis.keys('tls:*')).length > 0}`);
redis.disconnect();
program.kill();
