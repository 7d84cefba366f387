// Encrypted Client Hello: whom a client asks for is seen by the server alone, everybody else sees the public name. OpenSSL 4.0 and later.
// Usage: node examples/ech.mjs. It is client and server in one.

import { once } from 'node:events';
import { connect, createServer, EchRejectedError, EchStore, OpenSSL } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

if (!OpenSSL.load().has('OSSL_ECHSTORE_new')) {
  console.log(`${OpenSSL.load().version.text} has no ECH: LIBSSL_LIBRARY chooses another`);
  process.exit();
}
const [front, secret] = [await makeCertificates('front.example'), await makeCertificates('secret.example')];
const keys = EchStore.generate({ publicName: 'front.example' }); // its configListBase64 goes into DNS: HTTPS, parameter "ech"
const named = { 'secret.example': { certificate: secret.certificate, privateKey: secret.privateKey } };
const server = createServer({ certificate: front.certificate, privateKey: front.privateKey, contexts: named, echStore: keys });
server.on('connection', (socket) => socket.end()).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

const options = { host: '127.0.0.1', port, serverName: 'secret.example', ca: [front.ca, secret.ca], timeout: 10_000 };
let { configListBase64: configList } = EchStore.generate({ publicName: 'front.example' }); // from a time when the server had other keys
for (let attempt = 1; attempt <= 2; attempt += 1) {
  try {
    const socket = await connect({ ...options, ech: { configList } }); // `retry: true` does all of this by itself
    const { status, innerName, outerName } = socket.connection?.ech ?? {};
    console.log(`${status}: ${innerName}, for others ${outerName}; the certificate is for ${socket.connection?.verify.peerName}`);
    socket.resume().end();
  } catch (error) {
    if (!(error instanceof EchRejectedError) || error.retryConfigs === null) throw error;
    console.log(`${error.ech.status}: the server has other keys by now, as ${error.ech.outerName} has proved`);
    configList = Buffer.from(error.retryConfigs).toString('base64');
  }
}
server.close();
