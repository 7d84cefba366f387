// New keys on a connection that goes on (TLS 1.3): SSL_key_update asks for them, the next write sends the request.
// Usage: node examples/key-update.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

/** @param {import('libssl').MessageEvent} event */
function onMessage({ direction, messageType }) {
  if (messageType === 24) console.log(`KeyUpdate ${direction}`);
}
const socket = await connect({ host, port, ca, timeout: 10_000, minProtocol: 'TLSv1.3', onMessage });

socket.engine.keyUpdate('both'); // ours, and the server's too
socket.write('hello\n');
for await (const data of socket) {
  console.log(`answer under the new keys: ${data}`.trim());
  socket.end();
}
await stop();
