// A pre-shared key in place of certificates, with TLS 1.3 and with TLS 1.2.

import { randomBytes } from 'node:crypto';
import { SslContext } from 'libssl';
import { handshake } from './support/handshake.mjs';

const keys = new Map([['sensor-7', randomBytes(32)]]);
const settings = { cipherList: 'PSK' }; // for TLS 1.2: the ciphers that need no certificate
const server = new SslContext({
  role: 'server',
  ...settings,
  pskServerCallback: ({ identity }) => {
    const key = keys.get(identity);
    return key === undefined ? null : { key };
  },
});

for (const maxProtocol of /** @type {const} */ (['TLSv1.3', 'TLSv1.2'])) {
  const key = keys.get('sensor-7') ?? Buffer.alloc(0);
  const pskClientCallback = () => ({ identity: 'sensor-7', key });
  const client = new SslContext({ role: 'client', ...settings, maxProtocol, verifyMode: 'peer', pskClientCallback });
  const { client: engine } = await handshake(client, server);
  console.log(
    `${engine.connection.protocol}, ${engine.connection.cipher?.name}, certificate: ${engine.peerCertificate?.subject ?? 'none'}`,
  );
}
