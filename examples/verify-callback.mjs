// Looking over OpenSSL's shoulder while it verifies, and being stricter: no certificate may be good for longer than a given time.
// Usage: node examples/verify-callback.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect, constants, SslError } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

for (const longest of [398, 0.5]) {
  /** @param {import('libssl').VerifyStep} step */
  const verifyCallback = ({ ok, name, depth, certificate }) => {
    console.log(`depth ${depth}: ${certificate?.subject}: ${name}`);
    if (!ok || certificate === null || depth > 0) return ok; // true over an error would go on, with the error as the verify result
    const days = (Number(certificate.notAfter) - Number(certificate.notBefore)) / 86_400_000;
    return days <= longest || constants.X509_V.X509_V_ERR_APPLICATION_VERIFICATION;
  };
  try {
    const socket = await connect({ host, port, ca, timeout: 10_000, verifyCallback });
    console.log(`verified: ${socket.destroy().connection?.verify.verified}`);
  } catch (error) {
    console.log(`refused: ${error instanceof SslError && error.verify?.name}`);
  }
}
await stop();
