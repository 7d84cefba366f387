// How the handshake was done: what was agreed on, who signed with what, over which keys, and how long an answer takes.
// Usage: node examples/handshake.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

for (const maxProtocol of /** @type {const} */ (['TLSv1.3', 'TLSv1.2'])) {
  const socket = await connect({ host, port, ca, timeout: 10_000, maxProtocol, groups: 'P-256' });
  if (socket.connection === null) throw new Error('there is no connection');
  const { protocol, cipher, group, signatures, temporaryKeys, roundTripTime, extendedMasterSecret } = socket.connection;
  console.log(`${protocol}, ${cipher?.name}, ${group}, signed with ${signatures.peer}`);
  console.log(`the server's key of the key exchange: ${temporaryKeys.peer?.type}, ${temporaryKeys.peer?.bits} bits`);
  console.log(`round trip: ${roundTripTime === null ? 'known since OpenSSL 3.2' : `${roundTripTime} µs`}`);
  if (extendedMasterSecret !== null) console.log(`extended master secret: ${extendedMasterSecret}`);
  socket.write('hello\n');
  for await (const answer of socket) if (answer.length > 0) socket.end();
}
await stop();
