// Raw public keys: both sides show a key and no certificate, and each knows the other's. OpenSSL 3.2 and later.
// Usage: LIBSSL_LIBRARY=… node examples/raw-public-keys.mjs

import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, SslError } from 'libssl';

const newKey = () =>
  generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const [own, friend, stranger] = [newKey(), newKey(), newKey()];
const types = /** @type {const} */ (['raw-public-key']);
const both = { serverCertTypes: types, clientCertTypes: types };

const guests = /** @type {const} */ ({ clientCertificate: 'require', expectedPeerKeys: [friend.publicKey] });
const server = createServer({ ...both, ...guests, privateKey: own.privateKey }, (socket) => {
  socket.end(`hello, owner of an ${socket.peerPublicKey?.type} key of ${socket.peerPublicKey?.bits} bits\n`);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

for (const expected of [own, stranger]) {
  try {
    const options = { host: '127.0.0.1', port, privateKey: friend.privateKey, expectedPeerKeys: [expected.publicKey] };
    const socket = await connect({ ...both, ...options });
    console.log(`server: ${socket.connection?.certificateTypes?.server}, verified: ${socket.connection?.verify.verified}`);
    for await (const data of socket) process.stdout.write(data);
  } catch (error) {
    if (!(error instanceof SslError)) throw error;
    console.log(`refused: ${error.verify?.name}`);
  }
}
server.close();
