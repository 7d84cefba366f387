// Verification that takes its time, SSL_set_retry_verify (OpenSSL 3.0.2 and later): the handshake waits for the answer, nobody else does.
// Usage: node examples/async-verification.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { setImmediate as later } from 'node:timers/promises';
import { connect } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

for (const revoked of [false, true]) {
  /** @param {readonly import('libssl').Certificate[]} chain */
  const certVerifyCallback = async ([own]) => {
    console.log(`asked about ${own?.subject}`);
    await later(); // a database, a revocation service
    return revoked ? 23 : /** @type {const} */ ('openssl'); // X509_V_ERR_CERT_REVOKED, or: let OpenSSL verify
  };
  try {
    const socket = await connect({ host, port, ca, timeout: 10_000, certVerifyCallback });
    console.log(`accepted: ${socket.connection?.verify.name}`);
    socket.destroy();
  } catch (error) {
    console.log(error instanceof Error ? `refused: ${error.message}` : error);
  }
}
await stop();
