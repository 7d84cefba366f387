// Owns: a TLS server in two workers of `cluster`, as any program has it, and a client that resumes its session at both: one line of JSON. The
// files of the certificate and the key are CERT and KEY.
// Must not know: on which OpenSSL it is.

import cluster from 'node:cluster';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

function serve() {
  const credentials = { cert: readFileSync(process.env.CERT), key: readFileSync(process.env.KEY) };
  const server = tls.createServer(credentials, (socket) => socket.on('error', () => undefined).end(String(process.pid)));
  server.listen(0, 'localhost');
}

async function resume() {
  const workers = [cluster.fork(), cluster.fork()];
  const [{ port }] = (await Promise.all(workers.map((worker) => once(worker, 'listening')))).map(([address]) => address);
  const found = [];
  let session;
  for (let n = 0; n < 6; n += 1) {
    const socket = tls.connect({ port, host: 'localhost', session, maxVersion: 'TLSv1.2' });
    socket.on('session', (fresh) => (session ??= fresh));
    let resumed = null;
    socket.on('secureConnect', () => (resumed = socket.isSessionReused()));
    const [worker] = await once(socket.setEncoding('utf8'), 'data');
    found.push({ worker, resumed });
    socket.destroy();
  }
  console.log(JSON.stringify({ workers: new Set(found.map(({ worker }) => worker)).size, resumed: found.map(({ resumed }) => resumed) }));
  process.exit();
}

if (cluster.isPrimary) await resume();
else serve();
