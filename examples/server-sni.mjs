// A server of several names: each has its own certificate, a wildcard stands for one label, and a stranger's name is refused.

import { once } from 'node:events';
import { connect, createServer } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const one = await makeCertificates('one.example');
const two = await makeCertificates('*.two.example');
const server = createServer({
  contexts: {
    'one.example': { certificate: one.certificate, privateKey: one.privateKey },
    '*.two.example': { certificate: two.certificate, privateKey: two.privateKey, minProtocol: 'TLSv1.3' },
  },
});
server.on('connection', (socket) => socket.end());
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

for (const serverName of ['one.example', 'www.two.example', 'three.example']) {
  try {
    const socket = await connect({ host: '127.0.0.1', port, serverName, ca: [one.ca, two.ca] });
    console.log(`${serverName}: ${socket.peerCertificate?.subject}`);
    socket.resume().end();
  } catch (error) {
    console.log(`${serverName}: ${/** @type {import('libssl').SslError} */ (error).alert?.name}`);
  }
}
server.close();
