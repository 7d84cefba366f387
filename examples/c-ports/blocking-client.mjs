// A blocking client: a socket, SSL_set_fd, and calls that return when they are done. Beside it: blocking-client.c.
// Usage: node blocking-client.mjs HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line.
import * as c from 'libssl/c';

const [host, port, ca, name = host] = process.argv.slice(2);
if (ca === undefined) process.exit(2);
const request = 'hello from a blocking client\n';
const answer = Buffer.alloc(256);

const ctx = c.SSL_CTX_new(c.TLS_client_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_min_proto_version(ctx, c.TLS1_2_VERSION);
c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
if (c.SSL_CTX_load_verify_locations(ctx, ca, null) !== 1) fail('SSL_CTX_load_verify_locations');

const fd = connectTo(host, port);
const ssl = c.SSL_new(ctx);
if (ssl === null) fail('SSL_new');
c.SSL_set_tlsext_host_name(ssl, name);
c.SSL_set1_host(ssl, name);
c.SSL_set_fd(ssl, fd);

let ret = c.SSL_connect(ssl);
if (ret !== 1) {
  console.log(`verify result: ${c.X509_verify_cert_error_string(c.SSL_get_verify_result(ssl))}`);
  console.log(`SSL_get_error: ${c.SSL_get_error(ssl, ret)}`);
  fail('SSL_connect');
}
console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}`);
console.log(`verify result: ${c.X509_verify_cert_error_string(c.SSL_get_verify_result(ssl))}`);

const peer = c.SSL_get_peer_certificate(ssl);
if (peer !== null) {
  console.log(`subject: ${c.X509_NAME_oneline(c.X509_get_subject_name(peer), null, 0)}`);
  console.log(`issuer: ${c.X509_NAME_oneline(c.X509_get_issuer_name(peer), null, 0)}`);
  c.X509_free(peer);
}

if (c.SSL_write(ssl, request, request.length) <= 0) fail('SSL_write');
let length = 0;
while (length === 0 || answer[length - 1] !== 10) {
  const got = c.SSL_read(ssl, answer.subarray(length), answer.length - length);
  if (got <= 0) fail('SSL_read');
  length += got;
}
console.log(`answer: ${answer.toString('latin1', 0, length - 1)}`);

// Our close_notify, and then the peer's.
ret = c.SSL_shutdown(ssl);
if (ret === 0) ret = c.SSL_shutdown(ssl);
console.log(`shutdown: ${ret}`);

c.SSL_free(ssl);
c.BIO_closesocket(fd);
c.SSL_CTX_free(ctx);

function connectTo(host, port) {
  const found = c.out();
  if (!c.BIO_lookup_ex(host, port, c.BIO_LOOKUP_CLIENT, c.AF_UNSPEC, c.SOCK_STREAM, 0, found)) fail('BIO_lookup_ex');
  let fd = -1;
  for (let each = found.value; each !== null && fd === -1; each = c.BIO_ADDRINFO_next(each)) {
    fd = c.BIO_socket(c.BIO_ADDRINFO_family(each), c.SOCK_STREAM, 0, 0);
    if (fd !== -1 && !c.BIO_connect(fd, c.BIO_ADDRINFO_address(each), c.BIO_SOCK_NODELAY)) {
      c.BIO_closesocket(fd);
      fd = -1;
    }
  }
  c.BIO_ADDRINFO_free(found.value);
  if (fd === -1) fail('BIO_connect');
  return fd;
}

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
