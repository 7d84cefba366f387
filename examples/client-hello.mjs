// The first look at a client, before anything is made of what it says: what it offers, and a refusal with an alert of one's own choice.

import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const server = new SslContext({
  role: 'server',
  certificate,
  privateKey,
  clientHelloCallback: ({ serverName, alpn, cipherSuites, supportedVersions }) => {
    console.log(serverName, alpn, supportedVersions ?? 'up to TLS 1.2', cipherSuites.length > 0);
    return supportedVersions?.includes('TLSv1.3') ? undefined : { alert: 'protocol_version' };
  },
});

for (const maxProtocol of /** @type {const} */ (['TLSv1.3', 'TLSv1.2'])) {
  const client = new SslContext({ role: 'client', ca, verifyMode: 'peer', minProtocol: 'TLSv1.2', maxProtocol, alpn: ['h2', 'http/1.1'] });
  const { server: engine, error } = await handshake(client, server, { serverName: 'localhost' });
  console.log(error === null ? `accepted: ${engine.connection.protocol}` : `refused: ${error.alert?.name}`);
}
