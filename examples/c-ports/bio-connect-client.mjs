// A client that is nothing but a chain of BIOs: BIO_new_ssl_connect resolves, connects, shakes hands. Beside it: bio-connect-client.c.
// Usage: node bio-connect-client.mjs HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line.
import * as c from 'libssl/c';

const [host, port, ca, name = host] = process.argv.slice(2);
if (ca === undefined) process.exit(2);
const answer = Buffer.alloc(256);
let length = 0;
const found = c.out();

const ctx = c.SSL_CTX_new(c.TLS_client_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
if (c.SSL_CTX_load_verify_locations(ctx, ca, null) !== 1) fail('SSL_CTX_load_verify_locations');

const bio = c.BIO_new_ssl_connect(ctx);
if (bio === null) fail('BIO_new_ssl_connect');
c.BIO_get_ssl(bio, found);
const ssl = found.value;
if (ssl === null) fail('BIO_get_ssl');
c.SSL_set_mode(ssl, c.SSL_MODE_AUTO_RETRY);
c.SSL_set_tlsext_host_name(ssl, name);
c.SSL_set1_host(ssl, name);
c.BIO_set_conn_hostname(bio, host);
c.BIO_set_conn_port(bio, port);

if (c.BIO_do_connect(bio) <= 0) {
  console.log(`verify result: ${c.SSL_get_verify_result(ssl)}`);
  fail('BIO_do_connect');
}
if (c.BIO_do_handshake(bio) <= 0) fail('BIO_do_handshake');
console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}`);
console.log(`verify result: ${c.SSL_get_verify_result(ssl)}`);
console.log(`port: ${c.BIO_get_conn_port(bio) === port ? 'as asked' : c.BIO_get_conn_port(bio)}`);

if (c.BIO_puts(bio, 'hello through a chain of BIOs\n') <= 0) fail('BIO_puts');
if (c.BIO_flush(bio) <= 0) fail('BIO_flush');
while (length === 0 || answer[length - 1] !== 10) {
  const got = c.BIO_read(bio, answer.subarray(length), answer.length - length);
  if (got > 0) length += got;
  else if (!c.BIO_should_retry(bio)) fail('BIO_read');
}
console.log(`answer: ${answer.toString('latin1', 0, length - 1)}`);

c.BIO_ssl_shutdown(bio);
console.log(`shutdown: ${c.SSL_get_shutdown(ssl) & c.SSL_SENT_SHUTDOWN ? 'sent' : 'not sent'}`);
c.BIO_free_all(bio); // the SSL with it
c.SSL_CTX_free(ctx);

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
