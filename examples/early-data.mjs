// Early data (0-RTT): sent with the first packet, and what to do when the server does not take it. It can be replayed: RFC 8446, 8.
// Usage: node examples/early-data.mjs. It is client and server in one.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { accept, connect, SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const context = new SslContext({ role: 'server', certificate, privateKey, maxEarlyData: 1000 });
const server = createServer((transport) => {
  accept({ context, transport, dangerousEarlyData: true }).then((socket) => {
    return socket.once('data', (later) => socket.end(`early: "${Buffer.from(socket.earlyData).toString()}", later: "${later}"`));
  }, console.error);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

/** @type {import('libssl').SslSession[]} */
const sessions = [];
await visit({ onSession: (session) => sessions.push(session) }); // a full handshake, which brings sessions
for (const session of [sessions[0], sessions[0]]) // the second time it is a replay
  await visit({ session, dangerousEarlyData: Buffer.from('what time is it?') });
server.close();

/** @param {Partial<import('libssl').ConnectOptions>} options */
async function visit(options) {
  const socket = await connect({ host: 'localhost', port, ca, timeout: 10_000, ...options });
  console.log(`client: ${socket.earlyDataStatus}`); // unless it is accepted, the server has not seen it
  socket.end('hello');
  for await (const answer of socket) console.log(`server: ${answer}`);
}
