// HTTPS on the chosen OpenSSL by hand: a server, and a client that resumes its session. What is not TLS is Node's own HTTP.

import { once } from 'node:events';
import { Agent, createServer, get } from 'libssl/https';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const server = createServer({ cert: certificate, key: privateKey }, ({ socket }, response) => {
  const { ssl } = /** @type {import('libssl/tls').TLSSocket} */ (/** @type {unknown} */ (socket));
  response.end(`${ssl?.library.version.short}, ${ssl?.connection.protocol}, ${ssl?.connection.resumed ? 'resumed' : 'a full handshake'}`);
});
server.on('tlsClientError', (error) => console.error(error.code)); // a client that speaks no TLS, or trusts nobody
await once(server.listen(0, 'localhost'), 'listening');

const agent = new Agent({ ca }); // keeps the session of each server, and no connection
for (let n = 0; n < 2; n += 1) {
  const [response] = await once(get({ port: server.address().port, agent }), 'response');
  console.log(await text(response));
}
server.close();

/** @param {import('node:http').IncomingMessage} response */
async function text(response) {
  let all = '';
  for await (const part of response) all += String(part);
  return all;
}
