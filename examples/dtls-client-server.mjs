// DTLS over UDP: a server that echoes, and clients of it. Each message is one datagram, whole or not at all.

import { once } from 'node:events';
import { connectDatagram, createDatagramServer } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const server = createDatagramServer({ certificate, privateKey, idleTimeout: 60_000 }, (socket) => {
  socket.on('message', (message) => void socket.send(message));
});
server.on('handshakeError', (error) => console.log(`server: ${error.message}`));
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const socket = await connectDatagram({ host: 'localhost', port: server.address()?.port ?? 0, ca, mtu: 500, timeout: 5000 });
console.log(
  `${socket.connection?.protocol}, verified: ${socket.connection?.verify.verified}, messages of up to ${socket.maxMessage} bytes`,
);
for (const text of ['three', 'sends are', 'three messages']) {
  const echo = once(socket, 'message');
  console.log(`sent ${await socket.send(Buffer.from(text))} bytes, got: ${(await echo)[0]}`);
}
console.log('shutdown:', await socket.shutdown());
const { cookiesAsked, accepted, established, dropped } = server.stats;
console.log({ cookiesAsked, accepted, established, strangers: dropped.stranger });
server.close();
