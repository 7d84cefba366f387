// A non-blocking connection: a Duplex stream, driven by the event loop.
// Usage: node examples/non-blocking.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

const socket = await connect({ host, port, ca, signal: AbortSignal.timeout(10_000) });
const { protocol, cipher, verify } = socket.connection;
console.log(`${protocol}, ${cipher?.name}, certificate for ${verify.peerName}: ${verify.name}`);

socket.write('hello\n');
for await (const data of socket) {
  console.log(`answer: ${data}`.trim());
  socket.end(); // our close_notify; the loop ends when the peer's has come
}
console.log('close_notify received: true');

await stop();
