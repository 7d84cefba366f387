// Both sides of a connection in one process, without a socket: the engine does no I/O, so the bytes are carried by hand. Every call gives
// OpenSSL's own return value and what SSL_get_error said.

import { SslContext, SslEngine, sslErrorName } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const { ca, certificate, privateKey } = await makeCertificates();

const client = new SslEngine(new SslContext({ role: 'client', ca, verifyMode: 'peer' }), {
  serverName: 'localhost',
  verifyHost: 'localhost',
});
const server = new SslEngine(new SslContext({ role: 'server', certificate, privateKey }));

let connected = client.connect();
let accepted = server.accept();
show('SSL_connect', connected);
while (connected.status !== 'done' || accepted.status !== 'done') {
  carry('client → server', client, server);
  if (accepted.status !== 'done') {
    accepted = server.accept();
    show('SSL_accept', accepted);
  }
  carry('server → client', server, client);
  if (connected.status !== 'done') {
    connected = client.connect();
    show('SSL_connect', connected);
  }
  // A failure is final, and its alert was carried above: who carries on after it would go round for ever.
  for (const result of [connected, accepted]) if (result.status === 'failed') throw result.error;
}
console.log(`${client.connection.protocol}, ${client.connection.cipher?.name}, ${client.connection.verify.name}`);

const into = Buffer.alloc(100);
show('SSL_write_ex', client.write(Buffer.from('hello')));
carry('client → server', client, server);
const read = server.read(into);
show('SSL_read_ex', read);
if (read.status === 'done') console.log('the server read:', into.toString('utf8', 0, read.value));

show('SSL_shutdown', client.shutdown());
carry('client → server', client, server);
show('SSL_read_ex', server.read(into));
show('SSL_shutdown', server.shutdown());
carry('server → client', server, client);
show('SSL_shutdown', client.shutdown());
client.close();
server.close();

/** @param {string} call @param {import('libssl').SslResult<unknown>} result */
function show(call, { ret, code, status }) {
  console.log(`${call.padEnd(12)} ret ${String(ret).padStart(2)}  ${code === null ? 'not asked' : sslErrorName(code)}  →  ${status}`);
}

/** @param {string} way @param {SslEngine} from @param {SslEngine} to */
function carry(way, from, to) {
  const bytes = from.drain();
  if (bytes.length > 0) console.log(`  ${way}: ${bytes.length} bytes`);
  // The pair holds 17 KiB, more than any flight here. What does not fit has to be given again after the next call.
  if (to.feed(bytes) < bytes.length) throw new Error('the pair is full');
}
