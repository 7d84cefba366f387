// Owns: whom the small examples talk to: HOST PORT CA-FILE [CRL-FILE] from the command line, else a server of our own.

import { writeCertificates } from './certificates.mjs';
import { temporaryFolder } from './clean-up.mjs';
import { startServer } from './server.mjs';

/** @returns {Promise<{ host: string, port: number, ca: { file: string }, crl: { file: string }, stop: () => Promise<void> }>} */
export async function peer() {
  const [host, port, file, list = ''] = process.argv.slice(2);
  if (host !== undefined && port !== undefined && file !== undefined)
    return { host, port: Number(port), ca: { file }, crl: { file: list }, stop: async () => {} };
  const files = await writeCertificates(temporaryFolder());
  const server = await startServer(files);
  return { host: 'localhost', port: server.port, ca: { file: files.ca }, crl: { file: files.crl }, stop: server.stop };
}
