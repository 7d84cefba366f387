// A process that does a handshake with a compressed certificate of each kind that its library has, and tells what it saw, as JSON.
// Parameter: the library's selector.

import { type CertificateCompression, certificateCompressions, OpenSSL } from '../../lib/index.ts';
import { EnginePair, trustingClient } from '../support/engine-pair.ts';
import { identity } from '../support/pki.ts';

const library = OpenSSL.load(process.argv[2]);
const seen = certificateCompressions(library).map((algorithm: CertificateCompression) => {
  const server = { ...identity('server'), certificateCompression: [algorithm] };
  const pair = EnginePair.connected({ library, client: trustingClient(), server });
  const saving = pair.client.connection.certificateCompression.peer;
  pair.close();
  return saving?.algorithm;
});
process.stdout.write(JSON.stringify(seen));
