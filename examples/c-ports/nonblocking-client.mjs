// A client on a non-blocking socket: what a call wants, poll() waits for, and then the same call is made again. Beside it: nonblocking-client.c.
// Usage: node nonblocking-client.mjs HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line.
import * as c from 'libssl/c';

const [host, port, ca, name = host] = process.argv.slice(2);
if (ca === undefined) process.exit(2);
const request = 'hello from a non-blocking client\n';
const answer = Buffer.alloc(256);
let ret;
let length = 0;
let waits = 0;

const ctx = c.SSL_CTX_new(c.TLS_client_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
if (c.SSL_CTX_load_verify_locations(ctx, ca, null) !== 1) fail('SSL_CTX_load_verify_locations');
c.SSL_CTX_set_mode(ctx, c.SSL_MODE_ENABLE_PARTIAL_WRITE | c.SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);

const fd = connectTo(host, port);
const ssl = c.SSL_new(ctx);
if (ssl === null) fail('SSL_new');
c.SSL_set_tlsext_host_name(ssl, name);
c.SSL_set1_host(ssl, name);
c.SSL_set_fd(ssl, fd);
c.SSL_set_connect_state(ssl);

while ((ret = c.SSL_do_handshake(ssl)) !== 1) {
  waits++;
  if (!waitFor(ret, 'SSL_do_handshake')) fail('SSL_do_handshake');
}
console.log(`had to wait: ${waits > 0 ? 'yes' : 'no'}`);
console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}`);
console.log(`verify result: ${c.SSL_get_verify_result(ssl)}`);

while ((ret = c.SSL_write(ssl, request, request.length)) <= 0) if (!waitFor(ret, 'SSL_write')) fail('SSL_write');
console.log(`written: ${ret}`);

while (length === 0 || answer[length - 1] !== 10) {
  ret = c.SSL_read(ssl, answer.subarray(length), answer.length - length);
  if (ret > 0) length += ret;
  else if (!waitFor(ret, 'SSL_read')) break;
}
console.log(`answer: ${answer.toString('latin1', 0, Math.max(length - 1, 0))}`);

// 0: sent. Then until the peer's own has come.
ret = c.SSL_shutdown(ssl);
console.log(`shutdown: ${ret}`);
while (ret !== 1 && (ret = c.SSL_shutdown(ssl)) < 0) if (!waitFor(ret, 'SSL_shutdown')) break;
console.log(`shutdown: ${ret}`);

c.SSL_free(ssl);
c.BIO_closesocket(fd);
c.SSL_CTX_free(ctx);

// true: make the call again; false: the peer has ended the connection; anything else is the end of the program.
function waitFor(ret, what) {
  const waiting = { fd: c.SSL_get_fd(ssl), events: 0, revents: 0 };
  switch (c.SSL_get_error(ssl, ret)) {
    case c.SSL_ERROR_WANT_READ:
      waiting.events = c.POLLIN;
      break;
    case c.SSL_ERROR_WANT_WRITE:
      waiting.events = c.POLLOUT;
      break;
    case c.SSL_ERROR_ZERO_RETURN:
      return false;
    default:
      fail(what);
  }
  if (c.poll([waiting], 10000) !== 1) fail('poll');
  return true;
}

function connectTo(host, port) {
  const found = c.out();
  if (!c.BIO_lookup_ex(host, port, c.BIO_LOOKUP_CLIENT, c.AF_UNSPEC, c.SOCK_STREAM, 0, found)) fail('BIO_lookup_ex');
  const fd = c.BIO_socket(c.BIO_ADDRINFO_family(found.value), c.SOCK_STREAM, 0, 0);
  if (fd === -1) fail('BIO_socket');
  if (!c.BIO_connect(fd, c.BIO_ADDRINFO_address(found.value), c.BIO_SOCK_NODELAY)) fail('BIO_connect');
  c.BIO_ADDRINFO_free(found.value);
  if (!c.BIO_socket_nbio(fd, 1)) fail('BIO_socket_nbio');
  return fd;
}

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
