// An extension of one's own: the client says who it is in its ClientHello, the server answers where TLS 1.3 has encrypted extensions.

import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { ca, certificate, privateKey } = await makeCertificates();

/** @type {(who: string, says: string) => import('libssl').CustomExtension} */
const extension = (who, says) => ({
  type: 0xff5a,
  context: ['client-hello', 'tls1.2-server-hello', 'tls1.3-encrypted-extensions'],
  add: () => Buffer.from(says),
  parse: ({ bytes, message }) => {
    console.log(`${who} heard in ${message}: ${Buffer.from(bytes).toString()}`);
    return bytes.length > 100 ? { alert: 'decode_error' } : undefined;
  },
});

for (const says of ['it is me', 'x'.repeat(101)]) {
  const client = new SslContext({ role: 'client', ca, verifyMode: 'peer', customExtensions: [extension('client', says)] });
  const server = new SslContext({ role: 'server', certificate, privateKey, customExtensions: [extension('server', 'welcome')] });
  const { error } = await handshake(client, server, { verifyHost: 'localhost' });
  console.log(error === null ? 'done' : `refused: ${error.alert?.name}`);
}
