// A certificate that is there only when it is needed: from a key store, from ACME. The handshake waits for it (want-x509-lookup).

import { setImmediate as later } from 'node:timers/promises';
import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const identity = { certificate, privateKey };
const server = new SslContext({
  role: 'server',
  certCallback: async (engine) => {
    console.log(`a certificate for ${engine.connection.serverName} is wanted`);
    await later();
    return identity; // the same object again and again: its key is parsed once
  },
});
const client = new SslContext({ role: 'client', ca, verifyMode: 'peer' });
const { client: engine } = await handshake(client, server, { serverName: 'localhost', verifyHost: 'localhost' });
console.log(`${engine.peerCertificate?.subject}, ${engine.connection.verify.name}`);
