// The demonstration, `npm run demo`: a real TLS server in another process, and SSL_connect to it by every way there is: with the system's
// OpenSSL and with Node's own, blocking and non-blocking. What it claims at the end it has asserted before.

import assert from 'node:assert/strict';
import Table from 'cli-table3';
import { connect, connectSync, LibraryLoadError, OpenSSL, SslError, sslErrorName } from 'libssl';
import { makeCertificates, writeCertificates } from './support/certificates.mjs';
import { temporaryFolder } from './support/clean-up.mjs';
import { startServer } from './support/server.mjs';

const host = 'localhost';
const timeout = 20_000;
const question = 'The quick brown fox\n';
const answer = 'xof nworb kciuq ehT\n';
/** @type {string[]} */
const proved = [];

const files = await writeCertificates(temporaryFolder());
const { ca: otherAuthority } = await makeCertificates();
const server = await startServer(files);
console.log(`Server: ${server.what} on 127.0.0.1:${server.port}, in a process of its own, with a certificate made just now.\n`);

for (const name of ['system', 'node']) {
  const library = load(name);
  if (library === null) continue;
  const options = { host, port: server.port, ca: { file: files.ca }, library, timeout };
  report(library, 'blocking', blocking(options));
  report(library, 'non-blocking', await nonBlocking(options));
  refusal(library, server.port);
}
await server.stop();

console.log('Proved:');
for (const line of proved) console.log(`  ✓ ${line}`);

/** @typedef {import('libssl').ConnectOptions & { library: OpenSSL, timeout: number }} Options */
/** @typedef {Pick<import('libssl').SyncSslSocket, 'connection' | 'peerCertificate' | 'handshakeSteps'>} Seen */

/** @param {string} name @returns {OpenSSL | null} */
function load(name) {
  try {
    return OpenSSL.load(name);
  } catch (error) {
    if (name === 'node' || !(error instanceof LibraryLoadError)) throw error;
    console.log(`There is no OpenSSL of the system's to use here, so that part is left out. ${error.message}\n`);
    return null;
  }
}

/** connectSync(): every call returns when it is done. @param {Options} options @returns {Seen} */
function blocking(options) {
  const socket = connectSync(options);
  const { connection, peerCertificate, handshakeSteps } = socket;
  assert.equal(socket.write(question), question.length);
  let text = '';
  while (text.length < answer.length) text += socket.read();
  assert.equal(text, answer);
  assert.equal(socket.shutdown(), 'sent');
  assert.equal(socket.read(), null); // the peer's close_notify
  const { sentShutdown, receivedShutdown } = socket.engine.state;
  assert.deepEqual({ sentShutdown, receivedShutdown }, { sentShutdown: true, receivedShutdown: true });
  socket.close();
  return { connection, peerCertificate, handshakeSteps };
}

/** connect(): a Duplex. @param {Options} options @returns {Promise<Seen>} */
async function nonBlocking(options) {
  const socket = await connect(options);
  const { connection, peerCertificate, handshakeSteps } = socket;
  assert(connection !== null);
  socket.write(question);
  let text = '';
  for await (const data of socket) {
    text += data;
    if (text.length >= answer.length) socket.end(); // our close_notify
  }
  // The loop ends without an error with the peer's close_notify only: a connection that is merely cut is an error.
  assert.equal(text, answer);
  return { connection, peerCertificate, handshakeSteps };
}

/** Under another authority the same server must be turned down. @param {OpenSSL} library @param {number} port */
function refusal(library, port) {
  try {
    connectSync({ host, port, library, timeout, ca: otherAuthority }).close();
  } catch (error) {
    if (!(error instanceof SslError) || error.verify === null) throw error;
    proved.push(`${library.version.text}: the same server is refused under another authority: ${error.verify.code} ${error.verify.name}`);
    return;
  }
  assert.fail('a certificate of an unknown authority was accepted');
}

/** @param {OpenSSL} library @param {string} mode @param {Seen} seen */
function report(library, mode, { connection, peerCertificate, handshakeSteps }) {
  const { version, source, isolation } = library;
  const { protocol, cipher, group, verify } = connection;
  const [first, last] = [handshakeSteps[0], handshakeSteps.at(-1)];
  assert(first !== undefined && last !== undefined);
  assert.deepEqual([first.ret, sslErrorName(first.code)], [-1, 'SSL_ERROR_WANT_READ']);
  assert.deepEqual([last.ret, sslErrorName(last.code)], [1, 'SSL_ERROR_NONE']);
  assert.equal(verify.verified, true);
  assert.equal(verify.peerName, host);

  console.log(`${version.text} (${source}, ${isolation.state}), ${mode}`);
  const table = new Table({ head: ['call', 'returned', 'SSL_get_error', 'bytes out', 'bytes in', 'ms'], style: { head: [], border: [] } });
  for (const { call, ret, code, sent, received, ms } of handshakeSteps)
    table.push([call, ret, sslErrorName(code), sent, received, ms.toFixed(1)]);
  console.log(`${table.toString()}\n`);
  proved.push(
    [
      `${version.text} (${source}, ${isolation.state}), ${mode}: SSL_connect returned ${handshakeSteps.map(({ ret }) => ret).join(', then ')}`,
      `${protocol}, ${cipher?.name}${group === null ? '' : `, ${group}`}`,
      `certificate of ${peerCertificate?.subject} verified for ${verify.peerName}: ${verify.code} ${verify.name}`,
      'data and close_notify both ways',
    ].join('\n      '),
  );
}
