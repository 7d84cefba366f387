// A server: an accept BIO takes connections, one at a time, and each is echoed until the client ends it. Beside it: server.c.
// Usage: node server.mjs HOST PORT CERTIFICATE-FILE KEY-FILE COUNT; port 0 takes any, and the first line says which.
import * as c from 'libssl/c';

const [host, port, certificate, key, times] = process.argv.slice(2);
if (times === undefined) process.exit(2);

const ctx = c.SSL_CTX_new(c.TLS_server_method());
if (ctx === null) fail('SSL_CTX_new');
c.SSL_CTX_set_session_id_context(ctx, 'c-ports', 7);
if (c.SSL_CTX_use_certificate_chain_file(ctx, certificate) !== 1) fail('SSL_CTX_use_certificate_chain_file');
if (c.SSL_CTX_use_PrivateKey_file(ctx, key, c.SSL_FILETYPE_PEM) !== 1) fail('SSL_CTX_use_PrivateKey_file');
if (c.SSL_CTX_check_private_key(ctx) !== 1) fail('SSL_CTX_check_private_key');

const listener = c.BIO_new_accept(`${host}:${port}`);
if (listener === null) fail('BIO_new_accept');
c.BIO_set_bind_mode(listener, c.BIO_BIND_REUSEADDR);
// The first call listens, each further one accepts.
if (c.BIO_do_accept(listener) <= 0) fail('BIO_do_accept');
console.log(`listening on port ${c.BIO_get_accept_port(listener)}`);

for (let count = Number(times); count > 0; count--) {
  if (c.BIO_do_accept(listener) <= 0) fail('BIO_do_accept');
  const client = c.BIO_pop(listener);
  const ssl = c.SSL_new(ctx);
  if (ssl === null) fail('SSL_new');
  c.SSL_set_bio(ssl, client, client);
  serve(ssl);
  c.SSL_free(ssl);
}
c.BIO_free(listener);
c.SSL_CTX_free(ctx);

function serve(ssl) {
  const bytes = Buffer.alloc(1024);
  let length;
  let total = 0;
  const ret = c.SSL_accept(ssl);
  if (ret !== 1) {
    console.log(`SSL_get_error: ${c.SSL_get_error(ssl, ret)}`);
    report('SSL_accept');
    return;
  }
  const name = c.SSL_get_servername(ssl, c.TLSEXT_NAMETYPE_host_name) ?? 'no name';
  const kind = c.SSL_session_reused(ssl) ? 'resumed' : 'new';
  console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}, for ${name}, ${kind}`);

  while ((length = c.SSL_read(ssl, bytes, bytes.length)) > 0) {
    if (c.SSL_write(ssl, bytes, length) !== length) {
      report('SSL_write');
      return;
    }
    total += length;
  }
  const error = c.SSL_get_error(ssl, length);
  console.log(`echoed ${total} bytes, then SSL_get_error: ${error}`);
  if (error === c.SSL_ERROR_ZERO_RETURN) console.log(`shutdown: ${c.SSL_shutdown(ssl)}`);
  c.ERR_clear_error();
}

function report(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_peek_error()) ?? 'no reason given'}`);
  c.ERR_clear_error();
}

function fail(what) {
  report(what);
  process.exit(1);
}
