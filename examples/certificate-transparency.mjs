// Signed certificate timestamps: what a server shows of them, and what happens where they are demanded.
// Usage: node examples/certificate-transparency.mjs [HOST PORT CA-FILE]

import { connect, SslError } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

for (const certificateTransparency of /** @type {const} */ (['permissive', 'strict'])) {
  try {
    // ctLogs: { file: 'ct_log_list.cnf' } would name the logs that are known; without it none is.
    const socket = await connect({ host, port, ca, timeout: 10_000, certificateTransparency });
    const { scts } = socket.engine;
    console.log(`${certificateTransparency}: ${scts.length} timestamps`);
    for (const { timestamp, source, status } of scts) console.log(timestamp.toISOString(), source, status);
    socket.destroy();
  } catch (error) {
    if (!(error instanceof SslError)) throw error;
    console.log(`${certificateTransparency}: ${error.verify?.name}`);
  }
}
await stop();
