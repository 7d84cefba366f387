// A session saved to a file and resumed, with TLS 1.3 and with TLS 1.2.
// Usage: node examples/sessions.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, SslSession } from 'libssl';
import { temporaryFolder } from './support/clean-up.mjs';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();
const file = join(temporaryFolder(), 'session.der');

for (const maxProtocol of /** @type {const} */ (['TLSv1.3', 'TLSv1.2'])) {
  // With TLS 1.3 it comes after the handshake, when the ticket is read. It is a secret: nobody else may read the file.
  const onSession = (/** @type {SslSession} */ session) => writeFileSync(file, session.toDer(), { mode: 0o600 });
  await talk({ maxProtocol, onSession });
  await talk({ maxProtocol, session: SslSession.fromDer(readFileSync(file)) });
}
await stop();

/** @param {import('libssl').ConnectOptions} options */
async function talk(options) {
  const socket = await connect({ host, port, ca, timeout: 10_000, ...options });
  console.log(`${socket.connection?.protocol}, ${socket.connection?.resumed ? 'resumed' : 'a full handshake'}`);
  socket.write('hello\n');
  for await (const answer of socket) if (answer.length > 0) socket.end();
}
