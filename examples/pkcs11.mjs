// A server whose private key is in a token and never leaves it.
// Usage: node examples/pkcs11.mjs TOKEN-LIBRARY KEY-URI CERTIFICATE CA [PROVIDER-MODULE]; the environment variable PIN has the PIN.

import { once } from 'node:events';
import { connect, createServer, LibraryContext } from 'libssl';

const [token, uri, certificate, ca, module] = process.argv.slice(2);
if (token === undefined || uri === undefined || certificate === undefined || ca === undefined) {
  console.log('no token is named: give its library, the URI of a key in it, and the files of its certificate and of the authority');
  process.exit();
}

const libraryContext = new LibraryContext({ providers: ['default'] });
const parameters = { 'pkcs11-module-path': token, 'pkcs11-module-quirks': 'no-deinit' };
libraryContext.loadProvider('pkcs11', { parameters, ...(module === undefined ? {} : { module }) });

const passphrase = () => process.env['PIN'] ?? null;
const server = createServer({ libraryContext, certificate: { file: certificate }, privateKey: { uri }, passphrase });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
const socket = await connect({ host: '127.0.0.1', port, ca: { file: ca }, verifyName: 'server.test' });
console.log(`${socket.peerChain[0]?.subject}: ${socket.connection?.protocol}, ${socket.connection?.verify.name}`);
socket.destroy();
server.close();
