// An encrypted private key that a URI names: its passphrase comes from a callback, whose bytes are wiped after use.

import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, loadStore } from 'libssl';
import { writeCertificates } from './support/certificates.mjs';
import { temporaryFolder } from './support/clean-up.mjs';

const { ca, certificate, privateKey } = await writeCertificates(temporaryFolder());
const encryption = /** @type {const} */ ({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' });
writeFileSync(privateKey, createPrivateKey(readFileSync(privateKey)).export(encryption));

const server = createServer({
  certificate: { uri: `file:${certificate}` },
  privateKey: { uri: `file:${privateKey}` },
  passphrase: ({ setting, uri }) => {
    console.log(`the ${setting} is encrypted: ${uri?.startsWith('file:')}`);
    return Buffer.from('open sesame'); // zero afterwards
  },
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
const socket = await connect({ host: 'localhost', port, ca: { uri: `file:${ca}` } });
console.log(`the server has proved its key: ${socket.connection?.verify.name}`);
socket.destroy();
server.close();

const [object] = loadStore(`file:${privateKey}`, { passphrase: 'open sesame' });
if (object?.kind === 'privateKey')
  console.log(object.kind, object.privateKey.bits, 'bits,', object.privateKey.publicKey.pem.split('\n')[0]);
try {
  loadStore(`file:${privateKey}`, { passphrase: () => null });
} catch (error) {
  console.log(/** @type {import('libssl').KeyError} */ (error).code);
}
