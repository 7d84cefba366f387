// An application of Express that knows nothing of this package: run it as it is, and with `node -r libssl/register`.

import { once } from 'node:events';
import { createServer, get } from 'node:https';
import express from 'express';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const app = express();
app.get('/', ({ socket }, response) => response.send(`${socket.getProtocol()} on ${socket.ssl?.library?.version.text ?? "Node's own"}`));

const server = createServer({ cert: certificate, key: privateKey }, app);
await once(server.listen(0, 'localhost'), 'listening');
get({ port: server.address().port, ca, agent: false }, (response) => {
  response.on('data', (text) => console.log(String(text))).on('end', () => server.close());
});
