// Run on a terminal: loads an encrypted key without its passphrase. Parameters: the option that names the key, key file, certificate file,
// selectors.

import { LibsslError, SslContext } from '../../lib/index.ts';

const [how = '', key = '', certificate = '', ...selectors] = process.argv.slice(2);
const files = { certificate: { file: certificate }, privateKey: { file: key } };
const conf = { Certificate: certificate, PrivateKey: key };

process.stdout.write(`terminal: ${process.stdin.isTTY && process.stdout.isTTY}\n`);
for (const library of selectors) process.stdout.write(`${library}: ${outcome(library)}\n`);

function outcome(library: string): string {
  try {
    return `taken by ${new SslContext({ role: 'server', library, ...(how === 'privateKey' ? files : { conf }) }).library.version.short}`;
  } catch (error) {
    return error instanceof LibsslError ? error.code : String(error);
  }
}
