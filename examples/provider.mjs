// A library context of one's own: the legacy provider, for an old PKCS #12 file, where nothing else in the process can read such a file.
// Usage: node examples/provider.mjs

import { LibraryContext, SettingError, SslContext } from 'libssl';
import { oldFile } from './support/old-file.mjs';

const context = new LibraryContext({ providers: ['default', 'legacy'] });
for (const { name, version, running } of context.providers) console.log(`${name} ${version}: ${running ? 'running' : 'not running'}`);

const pkcs12 = { data: oldFile, passphrase: 'secret' };
const server = new SslContext({ role: 'server', libraryContext: context, pkcs12 });
console.log(`read in the context that has it: ${server.libraryContext === context}`);
try {
  const elsewhere = new SslContext({ role: 'server', pkcs12 });
  console.log(`elsewhere: ${elsewhere.library.version.text} has it by default`);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.log(`elsewhere: ${error.function}: ${error.queue.at(0)?.reason}`);
}
context.close(); // it ends with the last that was made in it
