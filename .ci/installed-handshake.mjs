// @ts-check
// Real, verified handshakes with the installed package. Copy this file beside the node_modules that holds it and run
//   node installed-handshake.mjs CERTIFICATE KEY
// The certificate (also the authority) must be for the name localhost and for no address. The server is Node's own TLS, in a process of
// its own on a port that the system chooses: connectSync() stops this one.
import assert from 'node:assert/strict';
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect, connectSync, OpenSSL, SslContext, SslEngine, SslError } from 'libssl';

/** @typedef {{ ca: { file: string }, library: OpenSSL, port: number, timeout: number }} Options */

const [certificate = '', key = ''] = process.argv.slice(2);
const question = 'is anybody there?\n';

if (process.send === undefined) await checkAll();
else serve();

async function checkAll() {
  assert.match(import.meta.resolve('libssl'), /\/node_modules\/libssl\//, 'this must be the installed package');
  const server = fork(fileURLToPath(import.meta.url), [certificate, key]);
  try {
    const [port] = await once(server, 'message');
    for (const name of ['system', 'node']) await check(name, port);
  } finally {
    server.kill();
  }
}

/** @param {string} name @param {number} port */
async function check(name, port) {
  const library = OpenSSL.load(name);
  const options = { ca: { file: certificate }, library, port, timeout: 20_000 };
  console.log(`${process.version}, ${name}: ${library.version.text}, ${library.isolation.state}`);
  console.log(`  connectSync   ${blocking(options)}`);
  console.log(`  connect       ${await nonBlocking(options)}`);
  console.log(`  wrong host    ${refused(options)}`);
  console.log(`  in memory     ${inMemory(library)}`);
  console.log(`  register      ${await registered(library, name, port)}`);
}

/** @param {Options} options */
function blocking(options) {
  const socket = connectSync({ ...options, host: 'localhost' });
  const { protocol, cipher, verify } = socket.connection;
  assert.equal(verify.verified, true);
  socket.write(question);
  let answer = '';
  while (answer.length < question.length) answer += socket.read();
  assert.equal(answer, question);
  socket.shutdown();
  socket.close();
  return `${protocol} ${cipher?.name} ${verify.name}`;
}

/** @param {Options} options */
async function nonBlocking(options) {
  const socket = await connect({ ...options, host: 'localhost' });
  assert(socket.connection !== null);
  const { protocol, cipher, verify } = socket.connection;
  assert.equal(verify.verified, true);
  socket.write(question);
  let answer = '';
  for await (const data of socket) {
    answer += data;
    if (answer.length >= question.length) socket.end();
  }
  assert.equal(answer, question);
  return `${protocol} ${cipher?.name} ${verify.name}`;
}

/** The certificate is for a name: under the address it must not pass. @param {Options} options */
function refused(options) {
  try {
    connectSync({ ...options, host: '127.0.0.1' }).close();
  } catch (error) {
    assert(error instanceof SslError);
    assert.equal(error.verify?.name, 'X509_V_ERR_IP_ADDRESS_MISMATCH');
    return `refused: ${error.verify.name}`;
  }
  return assert.fail('a certificate for another host was accepted');
}

/** Two engines of the same library, no socket. @param {OpenSSL} library */
function inMemory(library) {
  const identity = { certificate: { file: certificate }, privateKey: { file: key } };
  const trust = /** @type {const} */ ({ ca: { file: certificate }, verifyMode: 'peer' });
  const client = new SslEngine(new SslContext({ role: 'client', library, ...trust }), { serverName: 'localhost', verifyHost: 'localhost' });
  const server = new SslEngine(new SslContext({ role: 'server', library, ...identity }));
  let [connected, accepted] = [client.connect(), server.accept()];
  for (let turn = 0; turn < 10 && (connected.status !== 'done' || accepted.status !== 'done'); turn += 1) {
    server.feed(client.drain());
    accepted = server.accept();
    client.feed(server.drain());
    connected = client.connect();
  }
  assert.deepEqual([connected.status, accepted.status], ['done', 'done']);
  const { protocol, verify } = client.connection;
  assert.equal(verify.verified, true);
  client.close();
  server.close();
  return `${protocol} ${verify.name}`;
}

/** A program that knows only node:tls. @param {OpenSSL} library @param {string} name @param {number} port */
async function registered(library, name, port) {
  const program = `
    const options = { port: ${port}, host: 'localhost', servername: 'localhost', ca: require('fs').readFileSync(${JSON.stringify(certificate)}) };
    const socket = require('tls').connect(options, () => {
      console.log([socket.authorized, socket.getProtocol(), socket.ssl.library.version.text].join(' '));
      socket.end();
    });`;
  const env = { ...process.env, LIBSSL_LIBRARY: name };
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'libssl/register', '--eval', program], { env });
  const { protocol = '', version = '' } = /^true (?<protocol>\S+) (?<version>.*)\n$/.exec(stdout)?.groups ?? {};
  assert.equal(version, library.version.text, stdout);
  return protocol;
}

function serve() {
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (socket) => socket.pipe(socket));
  // A client that turns the certificate down is part of the test.
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    assert(typeof address === 'object' && address !== null);
    process.send?.(address.port);
  });
  process.on('disconnect', () => process.exit(0));
}
