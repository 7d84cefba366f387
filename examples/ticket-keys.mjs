// Keys of session tickets that change: new tickets under the newest key, old ones good as long as their key is kept, and then renewed.

import { randomBytes } from 'node:crypto';
import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const newKey = () => ({ name: randomBytes(16), aesKey: randomBytes(32), hmacKey: randomBytes(32) });
const keys = [newKey()]; // the newest first; the same on every server
/** @param {Uint8Array | null} name */
function ticketKeyCallback(name) {
  const index = name === null ? 0 : keys.findIndex((key) => key.name.equals(name));
  const key = keys[index];
  return key === undefined ? null : { ...key, renew: index > 0 };
}
const { certificate, privateKey } = await makeCertificates();
const server = new SslContext({ role: 'server', certificate, privateKey, ticketKeyCallback });
const client = new SslContext({ role: 'client' });

const { session } = (await handshake(client, server)).client;
for (const change of ['nothing', 'a new key', 'the old key is gone']) {
  if (change === 'a new key') keys.unshift(newKey());
  if (change === 'the old key is gone') keys.pop();
  const { client: engine } = await handshake(client, server, session === null ? {} : { session });
  console.log(`${change}: ${engine.connection.resumed ? 'resumed' : 'a full handshake'}`);
}
