// OCSP stapling: the server hands out its certificate's status, the client insists on it. What is in a response is for another library to say;
// this one, `tryLater`, is the shortest there is.

import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const response = Buffer.from('30030a0103', 'hex'); // RFC 6960, 4.2.1
const client = new SslContext({
  role: 'client',
  ca,
  verifyMode: 'peer',
  statusType: 'ocsp',
  statusCallback: (stapled) => stapled !== null && Buffer.from(stapled).equals(response), // null: the server has none
});

for (const stapled of [response, null]) {
  const server = new SslContext({ role: 'server', certificate, privateKey, statusCallback: () => stapled });
  const { client: engine, error } = await handshake(client, server);
  console.log(error === null ? `stapled: ${Buffer.from(engine.ocspResponse ?? []).toString('hex')}` : `refused: ${error.alert?.name}`);
}
