// Two connections to one server: the second resumes the session of the first, which came by callback. Beside it: session-resumption.c.
// Usage: node session-resumption.mjs HOST PORT CA-FILE [NAME-IN-CERTIFICATE], against a server that answers a line with a line.
import * as c from 'libssl/c';

const [host, port, ca, name = host] = process.argv.slice(2);
if (ca === undefined) process.exit(2);
let kept = null;

const ctx = c.SSL_CTX_new(c.TLS_client_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
if (c.SSL_CTX_load_verify_locations(ctx, ca, null) !== 1) fail('SSL_CTX_load_verify_locations');
c.SSL_CTX_set_session_cache_mode(ctx, c.SSL_SESS_CACHE_CLIENT | c.SSL_SESS_CACHE_NO_INTERNAL_STORE);
c.SSL_CTX_sess_set_new_cb(ctx, onNewSession);

talk();
if (kept === null) fail('waiting for a session');
console.log(
  `resumable: ${c.SSL_SESSION_is_resumable(kept)}, protocol ${c.SSL_SESSION_get_protocol_version(kept).toString(16)}, ` +
    `ticket: ${c.SSL_SESSION_has_ticket(kept) ? 'yes' : 'no'}`,
);

// As a program that keeps it in a file: written out, and read in again.
const size = c.i2d_SSL_SESSION(kept, null);
const der = Buffer.alloc(size);
c.i2d_SSL_SESSION(kept, c.out(der));
c.SSL_SESSION_free(kept);
const start = c.out(der);
kept = c.d2i_SSL_SESSION(null, start, size);
if (kept === null) fail('d2i_SSL_SESSION');
console.log(`all of it read: ${start.value.length === 0 ? 'yes' : 'no'}`);

talk();
c.SSL_SESSION_free(kept);
c.SSL_CTX_free(ctx);

// 1: the reference is ours now. A TLS 1.3 server may give several: the newest stays.
function onNewSession(_ssl, session) {
  c.SSL_SESSION_free(kept);
  kept = session;
  return 1;
}

function talk() {
  const answer = Buffer.alloc(256);
  let length = 0;
  const bio = c.BIO_new(c.BIO_s_connect());
  c.BIO_set_conn_hostname(bio, host);
  c.BIO_set_conn_port(bio, port);
  if (c.BIO_do_connect(bio) <= 0) fail('BIO_do_connect');

  const ssl = c.SSL_new(ctx);
  if (ssl === null) fail('SSL_new');
  c.SSL_set_bio(ssl, bio, bio);
  c.SSL_set_tlsext_host_name(ssl, name);
  c.SSL_set1_host(ssl, name);
  if (kept !== null && c.SSL_set_session(ssl, kept) !== 1) fail('SSL_set_session');
  if (c.SSL_connect(ssl) !== 1) fail('SSL_connect');
  console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}, ${c.SSL_session_reused(ssl) ? 'resumed' : 'new'}`);

  // In TLS 1.3 the tickets come after the handshake, and are read on the way to the answer.
  if (c.SSL_write(ssl, 'again\n', 6) !== 6) fail('SSL_write');
  while (length === 0 || answer[length - 1] !== 10) {
    const got = c.SSL_read(ssl, answer.subarray(length), answer.length - length);
    if (got <= 0) fail('SSL_read');
    length += got;
  }
  console.log(`answer: ${answer.toString('latin1', 0, length - 1)}`);
  c.SSL_shutdown(ssl);
  c.SSL_free(ssl);
}

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
