// DTLS over UDP, both ends. The server answers nobody who has not proved an address: DTLSv1_listen with cookies. Beside it: dtls-echo.c.
// Usage: node dtls-echo.mjs server HOST PORT CERTIFICATE-FILE KEY-FILE: one client, echoed until it ends
//        node dtls-echo.mjs client HOST PORT CA-FILE [NAME-IN-CERTIFICATE]
import * as c from 'libssl/c';

const [side, host, port, file, last] = process.argv.slice(2);
const cookieText = 'a server of the world would put a keyed hash of the address here';
if (side === 'server' && last !== undefined) server();
else if (side === 'client' && file !== undefined) client(last ?? host);
else process.exit(2);

function server() {
  const bytes = Buffer.alloc(1024);
  let length;
  let ret;
  const ctx = c.SSL_CTX_new(c.DTLS_server_method());
  if (c.SSL_CTX_use_certificate_chain_file(ctx, file) !== 1) fail('SSL_CTX_use_certificate_chain_file');
  if (c.SSL_CTX_use_PrivateKey_file(ctx, last, c.SSL_FILETYPE_PEM) !== 1) fail('SSL_CTX_use_PrivateKey_file');
  c.SSL_CTX_set_cookie_generate_cb(ctx, (_ssl, cookie, cookieLength) => {
    cookieLength.value = Buffer.from(cookieText.slice(0, 32)).copy(cookie);
    return 1;
  });
  c.SSL_CTX_set_cookie_verify_cb(ctx, (_ssl, cookie, size) => Number(size === 32 && cookie.toString() === cookieText.slice(0, 32)));

  const bio = udp(true);
  const bound = { addr: c.BIO_ADDR_new() };
  if (!c.BIO_sock_info(c.BIO_get_fd(bio, null), c.BIO_SOCK_INFO_ADDRESS, bound)) fail('BIO_sock_info');
  console.log(`listening on port ${c.BIO_ADDR_service_string(bound.addr, 1)}`);
  c.BIO_ADDR_free(bound.addr);
  const ssl = c.SSL_new(ctx);
  const peer = c.BIO_ADDR_new();
  c.SSL_set_bio(ssl, bio, bio);
  c.SSL_set_options(ssl, c.SSL_OP_COOKIE_EXCHANGE);

  while ((ret = c.DTLSv1_listen(ssl, peer)) === 0);
  if (ret < 0) fail('DTLSv1_listen');
  if (!c.BIO_connect(c.SSL_get_fd(ssl), peer, 0)) fail('BIO_connect');
  c.BIO_ctrl_set_connected(bio, peer);
  if (c.SSL_accept(ssl) !== 1) fail('SSL_accept');
  console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}`);

  while ((length = c.SSL_read(ssl, bytes, bytes.length)) > 0) c.SSL_write(ssl, bytes, length);
  console.log(`SSL_get_error: ${c.SSL_get_error(ssl, length)}`);
  c.SSL_shutdown(ssl);
  c.BIO_ADDR_free(peer);
  c.SSL_free(ssl); // and the BIO, and its socket
  c.SSL_CTX_free(ctx);
}

function client(name) {
  const bytes = Buffer.alloc(1024);
  const ctx = c.SSL_CTX_new(c.DTLS_client_method());
  c.SSL_CTX_set_verify(ctx, c.SSL_VERIFY_PEER, null);
  if (c.SSL_CTX_load_verify_locations(ctx, file, null) !== 1) fail('SSL_CTX_load_verify_locations');

  const bio = udp(false);
  const ssl = c.SSL_new(ctx);
  c.SSL_set_bio(ssl, bio, bio);
  c.SSL_set1_host(ssl, name);
  if (c.SSL_connect(ssl) !== 1) fail('SSL_connect');
  console.log(`${c.SSL_get_version(ssl)}, ${c.SSL_get_cipher_name(ssl)}, verify result: ${c.SSL_get_verify_result(ssl)}`);

  for (let count = 1; count <= 3; count++) {
    const text = `datagram ${count}`;
    if (c.SSL_write(ssl, text, text.length) !== text.length) fail('SSL_write');
    const length = c.SSL_read(ssl, bytes, bytes.length);
    console.log(`answer: ${bytes.toString('latin1', 0, Math.max(length, 0))}`);
  }
  console.log(`shutdown: ${c.SSL_shutdown(ssl)}`);
  c.SSL_free(ssl); // and the BIO, and its socket
  c.SSL_CTX_free(ctx);
}

// A socket that is bound to the address, or connected to it.
function udp(isServer) {
  const found = c.out();
  const kind = isServer ? c.BIO_LOOKUP_SERVER : c.BIO_LOOKUP_CLIENT;
  if (!c.BIO_lookup_ex(host, port, kind, c.AF_INET, c.SOCK_DGRAM, 0, found)) fail('BIO_lookup_ex');
  const address = c.BIO_ADDRINFO_address(found.value);
  const fd = c.BIO_socket(c.AF_INET, c.SOCK_DGRAM, 0, 0);
  if (fd === -1) fail('BIO_socket');
  if (!(isServer ? c.BIO_bind(fd, address, 0) : c.BIO_connect(fd, address, 0))) fail(isServer ? 'BIO_bind' : 'BIO_connect');
  const bio = c.BIO_new_dgram(fd, c.BIO_CLOSE);
  if (!isServer) c.BIO_ctrl_set_connected(bio, address);
  c.BIO_ADDRINFO_free(found.value);
  return bio;
}

function fail(what) {
  console.log(`${what} failed: ${c.ERR_reason_error_string(c.ERR_get_error()) ?? 'no reason given'}`);
  process.exit(1);
}
