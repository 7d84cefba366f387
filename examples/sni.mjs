// A server of several names: the client says which it wants, and gets that one's certificate.

import { SslContext } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';
import { handshake } from './support/handshake.mjs';

const names = ['one.example', 'two.example'];
const made = await Promise.all(names.map((name) => makeCertificates(name)));
const contexts = new Map(
  made.map(({ certificate, privateKey }, index) => [names[index], new SslContext({ role: 'server', certificate, privateKey })]),
);
const server = new SslContext({
  role: 'server',
  serverNameCallback: (name) => contexts.get(name ?? '') ?? false, // false: the alert unrecognized_name
});
const client = new SslContext({ role: 'client', ca: made.map(({ ca }) => ca), verifyMode: 'peer' });

for (const name of [...names, 'three.example']) {
  const { client: engine, error } = await handshake(client, server, { serverName: name, verifyHost: name });
  console.log(`${name}: ${error?.alert?.name ?? engine.peerCertificate?.subject}`);
}
