// What verification looks at, and how strictly, beside trust and the name: X509_VERIFY_PARAM_set_flags(3) and its kin.
// Usage: node examples/verify-parameters.mjs [HOST PORT CA-FILE]

import { connect, SslError } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

/** @type {Record<string, import('libssl').VerifyParameters>} */
const parameters = {
  'as it is': {},
  'in fifty years': { time: new Date(Date.now() + 50 * 365 * 24 * 60 * 60 * 1000) },
  'as the certificate of a client': { purpose: 'sslclient' },
  'for another name besides': { hosts: ['other.example'] },
  'looked up in a revocation list, of which there is none': { flags: ['X509_V_FLAG_CRL_CHECK'] },
};
for (const [what, verifyParameters] of Object.entries(parameters)) {
  try {
    const socket = await connect({ host, port, ca, timeout: 10_000, verifyParameters });
    console.log(`${what}: ${socket.connection?.verify.name}`);
    socket.destroy();
  } catch (error) {
    if (!(error instanceof SslError)) throw error;
    console.log(`${what}: ${error.verify?.name}`);
  }
}
await stop();
