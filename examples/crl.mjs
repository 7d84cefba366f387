// A certificate revocation list: with it a certificate that its authority has taken back is refused.
// Usage: node examples/crl.mjs [HOST PORT CA-FILE CRL-FILE]

import { connect, SslError } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, crl, stop } = await peer();

const socket = await connect({ host, port, ca, timeout: 10_000 });
console.log(`without the list: ${socket.connection?.verify.name}`);
socket.destroy();
try {
  const other = await connect({ host, port, ca, crl, timeout: 10_000 });
  console.log(`with the list: ${other.connection?.verify.name}`);
  other.destroy();
} catch (error) {
  if (!(error instanceof SslError)) throw error;
  console.log(`with the list: ${error.verify?.name}, ${error.verify?.certificate?.subject}, alert ${error.alert?.name}`);
}
await stop();
