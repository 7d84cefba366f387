// Settings of OpenSSL, under the names that C has for them, and what happens where a library has not got one.
// Usage: node examples/settings.mjs [HOST PORT CA-FILE], against a server that answers lines with lines.

import { connect, NotSupportedError, SettingError, SslContext } from 'libssl';
import { peer } from './support/peer.mjs';

const { host, port, ca, stop } = await peer();

const signatureAlgorithms = 'ECDSA+SHA256:RSA-PSS+SHA256';
const settings = { securityLevel: 2, groups: 'P-256', signatureAlgorithms, options: /** @type {const} */ (['SSL_OP_NO_TICKET']) };
const socket = await connect({ host, port, ca, timeout: 10_000, ...settings });
console.log(`${socket.connection?.protocol}, group ${socket.connection?.group}`);
socket.write('hello\n');
for await (const answer of socket) if (answer.length > 0) socket.end();

for (const wrong of [{ groups: 'no-such-group' }, { options: /** @type {const} */ (['SSL_OP_PREFER_NO_DHE_KEX']) }]) {
  try {
    const { library } = new SslContext({ role: 'client', ...wrong });
    console.log(`${library.version.text} knows all of it`);
  } catch (error) {
    if (!(error instanceof SettingError || error instanceof NotSupportedError)) throw error;
    console.log(`${error.name}: ${error.message}`);
  }
}
await stop();
