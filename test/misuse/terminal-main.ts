// Run on a terminal: loads an encrypted key without its passphrase. Parameters: selector, key file, certificate file.

import { LibsslError, SslContext } from '../../lib/index.ts';

const [library = '', key = '', certificate = ''] = process.argv.slice(2);
process.stdout.write(`terminal: ${process.stdin.isTTY && process.stdout.isTTY}\n`);
for (const conf of [undefined, { PrivateKey: key, Certificate: certificate }]) {
  try {
    const files = conf === undefined ? { certificate: { file: certificate }, privateKey: { file: key } } : { conf };
    new SslContext({ role: 'server', library, ...files });
    process.stdout.write('taken\n');
  } catch (error) {
    process.stdout.write(`refused: ${error instanceof LibsslError ? error.code : String(error)}\n`);
  }
}
