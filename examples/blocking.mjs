// A blocking connection: every call returns when it is done, as in a C program with a blocking socket.
// Usage: node examples/blocking.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connectSync } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

const socket = connectSync({ host, port, ca, timeout: 10_000 });
const { protocol, cipher, verify } = socket.connection;
console.log(`${protocol}, ${cipher?.name}, certificate for ${verify.peerName}: ${verify.name}`);

socket.write('hello\n');
console.log('answer:', socket.read()?.toString().trim());

// Our close_notify, then everything up to the peer's: null.
console.log(`shutdown: ${socket.shutdown()}`);
while (socket.read() !== null);
console.log(`close_notify received: ${socket.engine.state.receivedShutdown}`);
socket.close();

await stop();
