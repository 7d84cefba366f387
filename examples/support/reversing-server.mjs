// Owns: a TLS server of our own: node:net and accept(). It answers every line with the line reversed, as `openssl s_server -rev` does.
// Usage: node reversing-server.mjs CERTIFICATE KEY. Prints "ACCEPT 127.0.0.1:PORT" and serves until its standard input ends.

import { createServer } from 'node:net';
import { pipeline, Transform } from 'node:stream';
import { accept, SslContext } from 'libssl';

const [certificate = '', privateKey = ''] = process.argv.slice(2);
const context = new SslContext({ role: 'server', library: 'node', certificate: { file: certificate }, privateKey: { file: privateKey } });

const server = createServer({ noDelay: true }, (transport) => {
  accept({ context, transport }).then(serve, report);
});
server.listen(0, '127.0.0.1', () => console.log(`ACCEPT 127.0.0.1:${server.address()?.port}`));

// Whoever started this is gone: so is the reason to be here.
process.stdin.resume().on('end', () => process.exit(0));

/** @param {import('libssl').SslSocket} socket */
function serve(socket) {
  let rest = '';
  const reverse = new Transform({
    transform(chunk, _encoding, done) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.push(`${Buffer.from(line).reverse().toString()}\n`);
      done();
    },
  });
  pipeline(socket, reverse, socket, (error) => {
    if (error) report(error);
  });
}

/** @param {unknown} error */
function report(error) {
  console.error('server:', error);
}
