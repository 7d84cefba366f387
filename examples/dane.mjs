// DANE: a TLSA record, as DNSSEC would have brought it, in place of any certificate authority.
// Usage: node examples/dane.mjs [HOST PORT CA-FILE]

import { createHash, X509Certificate } from 'node:crypto';
import { connect, SslError } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

// What the server's owner publishes: the digest of its public key.
const known = await connect({ host, port, ca, timeout: 10_000 });
const { publicKey } = new X509Certificate(known.peerCertificate?.raw ?? '');
const digest = createHash('sha256')
  .update(publicKey.export({ type: 'spki', format: 'der' }))
  .digest('hex');
known.destroy();

for (const data of [digest, '00'.repeat(32)]) {
  const record = /** @type {const} */ ({ usage: 'DANE-EE', selector: 'SPKI', matchingType: 'SHA2-256', data });
  const options = { host, port, ca: [], timeout: 10_000, dane: { name: host, records: [record] } };
  try {
    const socket = await connect(options);
    console.log(`verified: ${socket.connection?.verify.verified}, by ${socket.engine.dane?.usage} at depth ${socket.engine.dane?.depth}`);
    socket.destroy();
  } catch (error) {
    if (!(error instanceof SslError)) throw error;
    console.log(`refused: ${error.verify?.name}`);
  }
}
await stop();
