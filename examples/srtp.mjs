// DTLS-SRTP, as WebRTC has it: both sides agree on a profile by DTLS and take the keys of their SRTP packets from it.

import { once } from 'node:events';
import { connectDatagram, createDatagramServer, srtpKeys } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const server = createDatagramServer({ certificate, privateKey, srtpProfiles: ['SRTP_AEAD_AES_128_GCM', 'SRTP_AES128_CM_SHA1_80'] });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const accepting = once(server, 'connection');
const srtpProfiles = ['SRTP_AES128_CM_SHA1_80', 'SRTP_AEAD_AES_128_GCM'];
const client = await connectDatagram({ host: 'localhost', port: server.address()?.port ?? 0, ca, srtpProfiles });
const [accepted] = await accepting;

const keys = srtpKeys(client); // what the client protects its packets with, and what the server does
console.log(`${keys.profile.name} (${keys.profile.id}): a key of ${keys.client.key.length} bytes, a salt of ${keys.client.salt.length}`);
console.log('the same on both sides:', Buffer.compare(keys.server.key, srtpKeys(accepted).server.key) === 0);
client.close();
server.close();
