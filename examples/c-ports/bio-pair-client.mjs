// A client whose TLS never sees the socket: a BIO pair lies between, and the program carries the bytes. Beside it: bio-pair-client.c, which
// calls send() and recv(); here a socket BIO does.
// Usage: node bio-pair-client.mjs HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line.
import * as c from 'libssl/c';

const [host, port, ca, name = host] = process.argv.slice(2);
if (ca === undefined) process.exit(2);
const request = 'hello through a BIO pair\n';
const answer = Buffer.alloc(256);
const bytes = Buffer.alloc(4096);
let ret;
let length = 0;

const ctx = c.SSL_CTX_new(c.TLS_client_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
if (c.SSL_CTX_load_verify_locations(ctx, ca, null) !== 1) fail('SSL_CTX_load_verify_locations');

const socket = c.BIO_new(c.BIO_s_connect());
c.BIO_set_conn_hostname(socket, host);
c.BIO_set_conn_port(socket, port);
if (c.BIO_do_connect(socket) <= 0) fail('BIO_do_connect');
const ssl = c.SSL_new(ctx);
if (ssl === null) fail('SSL_new');
const ours = c.out();
const its = c.out();
if (c.BIO_new_bio_pair(its, 0, ours, 0) !== 1) fail('BIO_new_bio_pair');
const network = ours.value; // our half of the pair; the SSL has the other
c.SSL_set_bio(ssl, its.value, its.value);
c.SSL_set_tlsext_host_name(ssl, name);
c.SSL_set1_host(ssl, name);

while ((ret = c.SSL_connect(ssl)) !== 1) if (!goOn(ret)) fail('SSL_connect');
flushOut();
console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}`);
console.log(`verify result: ${c.SSL_get_verify_result(ssl)}`);

while ((ret = c.SSL_write(ssl, request, request.length)) <= 0) if (!goOn(ret)) fail('SSL_write');
flushOut();
while (length === 0 || answer[length - 1] !== 10) {
  ret = c.SSL_read(ssl, answer.subarray(length), answer.length - length);
  if (ret > 0) length += ret;
  else if (!goOn(ret)) fail('SSL_read');
}
console.log(`answer: ${answer.toString('latin1', 0, length - 1)}`);

ret = c.SSL_shutdown(ssl);
console.log(`shutdown: ${ret}`);
flushOut();
while (ret !== 1 && (ret = c.SSL_shutdown(ssl)) < 0) if (!goOn(ret)) break;
console.log(`shutdown: ${ret}, left in the pair: ${c.BIO_ctrl_pending(network)}`);

c.SSL_free(ssl); // frees its half
c.BIO_free(network);
c.BIO_free(socket);
c.SSL_CTX_free(ctx);

// What the SSL wants to send goes to the socket.
function flushOut() {
  let length;
  while ((length = c.BIO_read(network, bytes, bytes.length)) > 0) if (c.BIO_write(socket, bytes, length) !== length) fail('BIO_write');
}

// What the socket has goes to the SSL, never more than there is room for.
function takeIn() {
  const room = c.BIO_ctrl_get_write_guarantee(network);
  const length = c.BIO_read(socket, bytes, Math.min(room, bytes.length));
  if (length <= 0) c.BIO_shutdown_wr(network);
  else if (c.BIO_write(network, bytes, length) !== length) fail('BIO_write');
}

// True if the call is to be made again. First what is to be sent goes out, whatever the call said.
function goOn(ret) {
  const error = c.SSL_get_error(ssl, ret);
  flushOut();
  if (error === c.SSL_ERROR_WANT_READ) takeIn();
  return error === c.SSL_ERROR_WANT_READ || error === c.SSL_ERROR_WANT_WRITE;
}

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
