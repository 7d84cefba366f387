// DTLS without a socket: both sides in one process, the datagrams carried by hand. The server keeps nothing of a client until it has sent a
// cookie back, and a flight that gets lost is sent again when its time is over.

import { setTimeout } from 'node:timers/promises';
import { SslContext, SslEngine } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();
const cookie = Buffer.from('in earnest: an HMAC of the address'); // who sends it back receives at its address
const cookies = { generateCookieCallback: () => cookie, verifyCookieCallback: (/** @type {Uint8Array} */ given) => cookie.equals(given) };
const client = new SslEngine(new SslContext({ role: 'client', method: 'dtls', ca, verifyMode: 'peer', dtlsTimerCallback: () => 50 }), {
  verifyHost: 'localhost',
  mtu: 400,
});
const server = new SslEngine(new SslContext({ role: 'server', method: 'dtls', certificate, privateKey, ...cookies }), { mtu: 400 });

/** @param {SslEngine} from @param {SslEngine} to */
const carry = (from, to, lost = false) => {
  const datagrams = from.drainDatagrams();
  console.log(`${from === client ? 'client' : 'server'}: ${datagrams.map(({ length }) => length).join(', ')} bytes${lost ? ', lost' : ''}`);
  if (!lost) for (const datagram of datagrams) to.feedDatagram(datagram);
};

client.connect();
carry(client, server);
for (let heard = server.listen(); heard.status === 'done' && !heard.value; heard = server.listen()) {
  carry(server, client); // HelloVerifyRequest, with the cookie
  client.connect();
  carry(client, server);
}
server.accept();
carry(server, client);
client.connect();
carry(client, server, true);
while (client.dtlsTimeout) await setTimeout(client.dtlsTimeout);
console.log('sent again:', client.handleDtlsTimeout().status);
carry(client, server);
server.accept();
carry(server, client);
console.log(`connect: ${client.connect().status}, ${client.connection.protocol}, ${client.connection.verify.name}`);

for (const text of ['three', 'writes are', 'three datagrams']) client.write(Buffer.from(text));
carry(client, server);
const into = Buffer.alloc(server.dataMtu);
for (let read = server.read(into); read.status === 'done'; read = server.read(into))
  console.log('read:', into.toString('utf8', 0, read.value));
client.shutdown();
carry(client, server);
console.log('read:', server.read(into).status);
client.close();
server.close();
