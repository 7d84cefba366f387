/* What OpenSSL gives in C: a client's handshake over a BIO pair with a server in the same process, told call by call. It knows nothing of
 * the addon: it opens the two given files and has its own prototypes. reference.test.ts does the same with SslEngine and compares.
 *
 *   reference LIBCRYPTO LIBSSL CERTIFICATE KEY PROTOCOL ends|bytes
 *
 * ends:  for every N, the server's bytes end after the first N of them. One line each: N, then connect, and read once connect is done
 * bytes: the server's bytes come one by one. One line for every call
 * A call is told as: name ret SSL_get_error errno [library:reason …] out=bytes to send
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CLIENT = 4, SERVER = 8, IN_FILE = 2, VERIFY_PEER = 1, PEM = 1, SHUTDOWN_WRITE = 142, WANT_READ = 2, NONE = 0 };

/* name, result, parameters */
#define FUNCTIONS(FUNCTION)                                                                                                                \
  FUNCTION(crypto, OpenSSL_version_num, unsigned long, (void))                                                                             \
  FUNCTION(crypto, ERR_clear_error, void, (void))                                                                                          \
  FUNCTION(crypto, ERR_get_error, unsigned long, (void))                                                                                   \
  FUNCTION(crypto, BIO_new_bio_pair, int, (void **, size_t, void **, size_t))                                                              \
  FUNCTION(crypto, BIO_free, int, (void *))                                                                                                \
  FUNCTION(crypto, BIO_read, int, (void *, void *, int))                                                                                   \
  FUNCTION(crypto, BIO_write, int, (void *, const void *, int))                                                                            \
  FUNCTION(crypto, BIO_ctrl, long, (void *, int, long, void *))                                                                            \
  FUNCTION(crypto, BIO_ctrl_pending, size_t, (void *))                                                                                     \
  FUNCTION(ssl, TLS_client_method, const void *, (void))                                                                                   \
  FUNCTION(ssl, TLS_server_method, const void *, (void))                                                                                   \
  FUNCTION(ssl, SSL_CTX_new, void *, (const void *))                                                                                       \
  FUNCTION(ssl, SSL_CTX_set_cipher_list, int, (void *, const char *))                                                                      \
  FUNCTION(ssl, SSL_CTX_use_certificate_chain_file, int, (void *, const char *))                                                           \
  FUNCTION(ssl, SSL_CTX_use_PrivateKey_file, int, (void *, const char *, int))                                                             \
  FUNCTION(ssl, SSL_CTX_load_verify_locations, int, (void *, const char *, const char *))                                                  \
  FUNCTION(ssl, SSL_CTX_set_verify, void, (void *, int, void *))                                                                           \
  FUNCTION(ssl, SSL_CONF_CTX_new, void *, (void))                                                                                          \
  FUNCTION(ssl, SSL_CONF_CTX_free, void, (void *))                                                                                         \
  FUNCTION(ssl, SSL_CONF_CTX_set_flags, unsigned int, (void *, unsigned int))                                                              \
  FUNCTION(ssl, SSL_CONF_CTX_set_ssl_ctx, void, (void *, void *))                                                                          \
  FUNCTION(ssl, SSL_CONF_cmd, int, (void *, const char *, const char *))                                                                   \
  FUNCTION(ssl, SSL_new, void *, (void *))                                                                                                 \
  FUNCTION(ssl, SSL_free, void, (void *))                                                                                                  \
  FUNCTION(ssl, SSL_set_bio, void, (void *, void *, void *))                                                                               \
  FUNCTION(ssl, SSL_connect, int, (void *))                                                                                                \
  FUNCTION(ssl, SSL_accept, int, (void *))                                                                                                 \
  FUNCTION(ssl, SSL_read_ex, int, (void *, void *, size_t, size_t *))                                                                      \
  FUNCTION(ssl, SSL_get_error, int, (const void *, int))

#define POINTER(home, name, result, parameters) static result(*name) parameters;
FUNCTIONS(POINTER)

static void *crypto, *ssl;

static void fail(const char *what) {
  fprintf(stderr, "reference: %s\n", what);
  exit(1);
}

static void load(const char *crypto_file, const char *ssl_file) {
  crypto = dlopen(crypto_file, RTLD_NOW | RTLD_GLOBAL);
  if (crypto == NULL) fail(dlerror());
  ssl = dlopen(ssl_file, RTLD_NOW | RTLD_GLOBAL);
  if (ssl == NULL) fail(dlerror());
#define FIND(home, name, result, parameters)                                                                                               \
  *(void **)&name = dlsym(home, #name);                                                                                                    \
  if (name == NULL) fail("missing " #name);
  FUNCTIONS(FIND)
}

struct end {
  void *ssl, *network;
};

static void *new_context(int server, const char *protocol, const char *certificate, const char *key) {
  void *context = SSL_CTX_new(server ? TLS_server_method() : TLS_client_method());
  if (SSL_CTX_set_cipher_list(context, "DEFAULT:@SECLEVEL=0") != 1) fail("cipher list");
  if (server) {
    if (SSL_CTX_use_certificate_chain_file(context, certificate) != 1) fail("certificate");
    if (SSL_CTX_use_PrivateKey_file(context, key, PEM) != 1) fail("key");
  } else {
    if (SSL_CTX_load_verify_locations(context, certificate, NULL) != 1) fail("trust");
    SSL_CTX_set_verify(context, VERIFY_PEER, NULL);
  }
  void *conf = SSL_CONF_CTX_new();
  SSL_CONF_CTX_set_flags(conf, IN_FILE | (server ? SERVER : CLIENT));
  SSL_CONF_CTX_set_ssl_ctx(conf, context);
  if (SSL_CONF_cmd(conf, "MinProtocol", protocol) <= 0 || SSL_CONF_cmd(conf, "MaxProtocol", protocol) <= 0) fail("protocol");
  if (SSL_CONF_cmd(conf, "Options", "-SessionTicket") <= 0 || SSL_CONF_cmd(conf, "Groups", "X25519") <= 0) fail("options");
  SSL_CONF_CTX_free(conf);
  return context;
}

static struct end new_end(void *context) {
  struct end end = {SSL_new(context), NULL};
  void *inner = NULL;
  if (BIO_new_bio_pair(&inner, 0, &end.network, 0) != 1) fail("pair");
  SSL_set_bio(end.ssl, inner, inner);
  return end;
}

static void free_end(struct end end) {
  SSL_free(end.ssl);
  BIO_free(end.network);
}

/* One call as SSL_get_error(3) wants it, told on one line. Returns what SSL_get_error said. */
static int told(struct end end, const char *name) {
  char buffer[4096];
  size_t count = 0;
  unsigned long error;
  const char *space = "";
  ERR_clear_error();
  errno = 0;
  const int ret = strcmp(name, "connect") == 0 ? SSL_connect(end.ssl) : SSL_read_ex(end.ssl, buffer, sizeof buffer, &count);
  const int system = errno;
  const int code = SSL_get_error(end.ssl, ret);
  printf(" %s %d %d %d [", name, ret, code, system);
  const int old = OpenSSL_version_num() < 0x30000000UL;
  while ((error = ERR_get_error()) != 0) {
    const int of_system = !old && (error & 0x80000000UL) != 0;
    const unsigned long library = old ? error >> 24 & 0xff : of_system ? 2 : error >> 23 & 0xff;
    const unsigned long reason = old ? error & 0xfff : of_system ? error & 0x7fffffffUL : error & 0x7fffffUL;
    printf("%s%lu:%lu", space, library, reason);
    space = " ";
  }
  printf("] out=%lu", (unsigned long)BIO_ctrl_pending(end.network));
  return code;
}

static unsigned char to_client[64 * 1024];
static size_t sent, arrived;

/* The client's bytes to the server, the server's turn, and its bytes to where they wait for the client. */
static void turn(struct end client, struct end server) {
  char buffer[20 * 1024];
  int size;
  while ((size = BIO_read(client.network, buffer, sizeof buffer)) > 0) BIO_write(server.network, buffer, size);
  SSL_accept(server.ssl);
  while ((size = BIO_read(server.network, to_client + sent, (int)(sizeof to_client - sent))) > 0) sent += (size_t)size;
}

/* Calls until the client has an end. At most `step` bytes arrive between two calls, and `limit` in all: then the input ends, or, in the
 * mode that tells every call on a line of its own, the run does. */
static void run(void *client_context, void *server_context, size_t step, size_t limit, int end_input) {
  const struct end client = new_end(client_context), server = new_end(server_context);
  const char *name = "connect";
  int ended = 0;
  sent = arrived = 0;
  for (;;) {
    if (!end_input) printf("%lu:", (unsigned long)arrived);
    const int code = told(client, name);
    if (!end_input) printf("\n");
    turn(client, server);
    if (code == NONE && strcmp(name, "connect") == 0) {
      name = "read";
      continue;
    }
    if (code != WANT_READ) break;
    size_t next = arrived + step < limit ? arrived + step : limit;
    if (next > sent) next = sent;
    if (next > arrived) {
      arrived += (size_t)BIO_write(client.network, to_client + arrived, (int)(next - arrived));
    } else if (end_input && !ended) {
      BIO_ctrl(client.network, SHUTDOWN_WRITE, 0, NULL);
      ended = 1;
    } else {
      break;
    }
  }
  free_end(client);
  free_end(server);
}

int main(int count, char **arguments) {
  if (count != 7) fail("LIBCRYPTO LIBSSL CERTIFICATE KEY PROTOCOL ends|bytes");
  load(arguments[1], arguments[2]);
  void *client_context = new_context(0, arguments[5], arguments[3], arguments[4]);
  void *server_context = new_context(1, arguments[5], arguments[3], arguments[4]);
  if (strcmp(arguments[6], "bytes") == 0) {
    run(client_context, server_context, 1, SIZE_MAX, 0);
    return 0;
  }
  for (size_t limit = 0;; ++limit) {
    printf("%lu:", (unsigned long)limit);
    run(client_context, server_context, SIZE_MAX / 2, limit, 1);
    printf("\n");
    if (limit >= sent) return 0;
  }
}
