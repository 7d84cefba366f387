// A server that chooses the application protocol by more than a list: here by the client's name.

import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const server = new SslContext({
  role: 'server',
  certificate,
  privateKey,
  alpnSelectCallback: (offered, engine) => {
    const wanted = engine.connection.serverName === 'old.example' ? 'http/1.1' : 'h2';
    return offered.includes(wanted) ? wanted : false; // false: the alert no_application_protocol; null: go on without
  },
});

for (const serverName of ['new.example', 'old.example']) {
  const client = new SslContext({ role: 'client', ca, alpn: ['h2', 'http/1.1'] });
  const { client: engine } = await handshake(client, server, { serverName });
  console.log(`${serverName}: ${engine.connection.alpn}`);
}
