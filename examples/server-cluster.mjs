// Workers that share one port: a session that one has made is resumed by every other, without a word about keys.

import cluster from 'node:cluster';
import { once } from 'node:events';
import { connect, createServer, OpenSSL, SslSession } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

if (cluster.isPrimary) {
  const { ca, ...identity } = await makeCertificates();
  let port = 0;
  for (let count = 0; count < 3; count += 1) {
    const worker = cluster.fork({ IDENTITY: JSON.stringify(identity) });
    [port] = await once(worker, 'message');
  }
  /** @type {Uint8Array | null} */
  let saved = null;
  const workers = new Set();
  while (workers.size < 3) {
    const session = saved === null ? {} : { session: SslSession.fromDer(saved, OpenSSL.load()) };
    const socket = await connect({ host: 'localhost', port, ca, onSession: (made) => (saved ??= made.toDer()), ...session });
    for await (const worker of socket) {
      if (!workers.has(String(worker))) console.log(`worker ${worker}: ${socket.connection?.resumed ? 'resumed' : 'a full handshake'}`);
      workers.add(String(worker));
    }
  }
  for (const worker of Object.values(cluster.workers ?? {})) worker?.kill();
} else {
  const { certificate, privateKey } = JSON.parse(process.env['IDENTITY'] ?? '');
  const server = createServer({ certificate, privateKey }, (socket) => socket.end(String(cluster.worker?.id)));
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object') process.send?.(address?.port);
  });
}
