// What certificate compression saves, by each way that the OpenSSL in use was built with: both sides in one process.

import { certificateCompressions, OpenSSL, SslContext, SslEngine } from 'libssl';
import { makeCertificates } from './support/certificates.mjs';

const library = OpenSSL.load();
const { ca, certificate, privateKey } = await makeCertificates();
const ways = certificateCompressions(library);
console.log(`${library.version.text}: ${ways.length === 0 ? 'no certificate compression' : ways.join(', ')}`);

for (const certificateCompression of [[], ...ways.map((way) => [way])]) {
  const identity = { certificate: `${certificate}\n${ca}`, privateKey };
  const server = new SslEngine(new SslContext({ role: 'server', library, ...identity, certificateCompression }));
  const client = new SslEngine(new SslContext({ role: 'client', library, ca, verifyMode: 'peer' }), { verifyHost: 'localhost' });
  let [sent, result] = [0, client.connect()];
  while (result.status === 'want-read') {
    server.feed(client.drain());
    server.accept();
    const flight = server.drain();
    sent += flight.length;
    client.feed(flight);
    result = client.connect();
  }
  const saving = client.connection.certificateCompression.peer;
  const what = saving === null ? 'as it is' : `${saving.algorithm}, ${saving.originalLength} bytes in ${saving.compressedLength}`;
  console.log(`${result.status}, certificate ${what}: the server sent ${sent} bytes`);
}
