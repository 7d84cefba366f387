// Bytes that both ends of a connection can derive, and nobody else: an exporter's, and the channel bindings of RFC 5929 and RFC 9266.
// Usage: node examples/exporter.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();
const hex = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('hex');

for (const maxProtocol of /** @type {const} */ (['TLSv1.3', 'TLSv1.2'])) {
  const socket = await connect({ host, port, ca, timeout: 10_000, maxProtocol });
  const { engine } = socket;
  console.log(`${maxProtocol} exporter: ${hex(engine.exportKeyingMaterial(32, 'EXPERIMENTAL example', Buffer.from('context')))}`);
  const unique = maxProtocol === 'TLSv1.3' ? 'tls-exporter' : 'tls-unique';
  for (const type of /** @type {const} */ ([unique, 'tls-server-end-point'])) {
    console.log(`${maxProtocol} ${type}: ${hex(engine.channelBinding(type))}`);
  }
  socket.write('hello\n');
  for await (const answer of socket) if (answer.length > 0) socket.end();
}
await stop();
