// Post-quantum key exchange: what the library has, what is agreed on, and a server that asks for it. OpenSSL 3.5 and later.
// Usage: LIBSSL_LIBRARY=… node examples/post-quantum.mjs

import { once } from 'node:events';
import { connect, createServer, OpenSSL } from 'libssl';
import { writeCertificates } from './support/certificates.mjs';
import { temporaryFolder } from './support/clean-up.mjs';

const { groups, signatureAlgorithms } = OpenSSL.load();
console.log('groups:', groups.filter((name) => /MLKEM/.test(name)).join(' '));
console.log('signatures:', signatureAlgorithms.filter((name) => /mldsa/.test(name)).join(' '));

const files = await writeCertificates(temporaryFolder());
const server = createServer({
  certificate: { file: files.certificate },
  privateKey: { file: files.privateKey },
  groups: 'X25519MLKEM768/x25519', // the slash: rather ask for a share of the first than take one of the second
  clientHelloCallback: ({ keyShares, groups: offered }) => console.log('a share of', keyShares?.join(), 'and offered:', offered?.join()),
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

// The asterisk marks the group for which a share is sent at once (SSL_CTX_set1_groups_list(3)).
for (const own of ['X25519MLKEM768:x25519', '*x25519:X25519MLKEM768', 'x25519']) {
  const socket = await connect({ host: 'localhost', port, ca: { file: files.ca }, groups: own });
  console.log(`${own} → ${socket.connection?.group}`);
  socket.destroy();
}
server.close();
