// Sessions in a store that several servers share: what one has made another resumes. Each stored session is the secret of a connection.

import { SslContext, SslSession } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const { certificate, privateKey } = await makeCertificates();
const store = new Map();
/** @type {import('libssl').SslContextOptions} */
const options = {
  role: 'server',
  ...{ certificate, privateKey, sessionIdContext: 'our service' },
  options: ['SSL_OP_NO_TICKET'], // with tickets the client keeps the session, and no store is asked
  onSession: (made) => store.set(made.id, made.toDer()),
  onSessionRemoved: (gone) => store.delete(gone.id),
  getSessionCallback: (id) => {
    const der = store.get(Buffer.from(id).toString('hex'));
    return der === undefined ? null : SslSession.fromDer(der);
  },
};
const client = new SslContext({ role: 'client' });
const { session } = (await handshake(client, new SslContext(options))).client;
const second = await handshake(client, new SslContext(options), session === null ? {} : { session });
console.log(`stored: ${store.size > 0}, resumed at the other server: ${second.server.connection.resumed}`);
