// A server that echoes, a client that shows its certificate, and one that does not.

import { once } from 'node:events';
import { connect, createServer } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const guests = await makeCertificates('guest');
const server = createServer({ certificate, privateKey, clientCertificate: 'request', ca: guests.ca }, (socket) => {
  console.log(`server: ${socket.connection?.protocol}, client certificate: ${socket.peerCertificate?.subject ?? 'none'}`);
  socket.pipe(socket);
});
server.on('handshakeError', (/** @type {NodeJS.ErrnoException} */ error) => console.log(`server: ${error.code}`));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;

const socket = await connect({ host: 'localhost', port, ca });
socket.end('hello');
for await (const data of socket) console.log(`client: ${data}`);
server.setContext({ certificate, privateKey, minProtocol: 'TLSv1.3' }); // for new connections: nobody is asked for a certificate now
try {
  await connect({ host: 'localhost', port, ca, maxProtocol: 'TLSv1.2' });
} catch (error) {
  console.log(`client: ${/** @type {import('libssl').SslError} */ (error).alert?.name}`);
}
console.log(server.stats.established, server.stats.failed);
server.close();
