// What the engine does in memory, in C: two SSLs, each over a BIO pair of its own, with the bytes carried between the pairs' network halves
// by BIO_read and BIO_write, as drainInto() and feed() do. direct=yes: one pair between the two, nothing is carried.
//   mode=handshake [session=resumed] | mode=bulk size=N | mode=call call=NAME

#include <stdlib.h>
#include <string.h>

#include "common.h"

struct end {
  SSL* ssl;
  BIO* network; // null with one pair for both
};

static SSL_CTX* client_side;
static SSL_CTX* server_side;
static SSL_SESSION* session;
static size_t pair_size;
static size_t write_size;
static unsigned char* plaintext;
static unsigned char* received;
static unsigned char carried[READ_AHEAD];

static void make_pair_of(struct end* end) {
  BIO* inner = NULL;
  CHECK(BIO_new_bio_pair(&inner, pair_size, &end->network, pair_size));
  SSL_set_bio(end->ssl, inner, inner);
}

static void make_ends(struct end* client, struct end* server) {
  client->ssl = client_ssl(client_side);
  server->ssl = SSL_new(server_side);
  CHECK(server->ssl != NULL);
  if (is("direct", "yes")) {
    BIO* one = NULL;
    BIO* other = NULL;
    CHECK(BIO_new_bio_pair(&one, pair_size, &other, pair_size));
    SSL_set_bio(client->ssl, one, one);
    SSL_set_bio(server->ssl, other, other);
    client->network = server->network = NULL;
  } else {
    make_pair_of(client);
    make_pair_of(server);
  }
}

static void free_end(struct end* end) {
  SSL_free(end->ssl);
  BIO_free(end->network);
}

static void carry(struct end* from, struct end* to) {
  int got = 0;
  while (from->network != NULL && (got = BIO_read(from->network, carried, sizeof carried)) > 0) {
    CHECK(BIO_write(to->network, carried, got) == got);
  }
}

static int step(SSL* ssl, int (*operation)(SSL*)) {
  ERR_clear_error();
  const int ret = operation(ssl);
  if (ret == 1) return 1;
  CHECK(SSL_get_error(ssl, ret) == SSL_ERROR_WANT_READ);
  return 0;
}

static void shake_hands(struct end* client, struct end* server) {
  int client_done = 0;
  int server_done = 0;
  while (!client_done || !server_done) {
    if (!client_done) client_done = step(client->ssl, SSL_connect);
    carry(client, server);
    if (!server_done) server_done = step(server->ssl, SSL_accept);
    carry(server, client);
  }
}

static void one_handshake(void) {
  struct end client;
  struct end server;
  make_ends(&client, &server);
  if (session != NULL) CHECK(SSL_set_session(client.ssl, session));
  shake_hands(&client, &server);
  CHECK(SSL_session_reused(client.ssl) == (session != NULL));
  SSL_shutdown(client.ssl); // without it OpenSSL takes the session for spoilt
  free_end(&client);
  free_end(&server);
}

static double handshakes(uint64_t nanoseconds) {
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) one_handshake();
  return count;
}

static SSL_SESSION* get_session(void) {
  struct end client;
  struct end server;
  make_ends(&client, &server);
  shake_hands(&client, &server);
  SSL_read(client.ssl, received, 1); // the ticket of TLS 1.3
  SSL_SESSION* got = SSL_get1_session(client.ssl);
  CHECK(got != NULL && SSL_SESSION_is_resumable(got));
  SSL_shutdown(client.ssl);
  free_end(&client);
  free_end(&server);
  return got;
}

static struct end sender;
static struct end receiver;

static double read_all(void) {
  double bytes = 0;
  size_t count = 0;
  while (SSL_read_ex(receiver.ssl, received, LARGE_BUFFER, &count)) bytes += (double)count;
  CHECK(SSL_get_error(receiver.ssl, 0) == SSL_ERROR_WANT_READ);
  return bytes;
}

static double bulk(uint64_t nanoseconds) {
  double bytes = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end;) {
    size_t count = 0;
    int got = 0;
    const int written = SSL_write_ex(sender.ssl, plaintext, write_size, &count);
    // As much at a time as the other side surely has room for.
    while (sender.network != NULL && (got = BIO_read(sender.network, carried, sizeof carried)) > 0) {
      CHECK(BIO_write(receiver.network, carried, got) == got);
      bytes += read_all();
    }
    if (sender.network == NULL) bytes += read_all();
    CHECK(written || SSL_want_write(sender.ssl));
  }
  return bytes;
}

static SSL* waiting;
static struct end waiting_end;

static void call_once(const char* name) {
  size_t count = 0;
  if (strcmp(name, "read-nothing") == 0) {
    ERR_clear_error();
    const int ret = SSL_read_ex(receiver.ssl, received, 100, &count);
    CHECK(SSL_get_error(receiver.ssl, ret) == SSL_ERROR_WANT_READ);
  } else if (strcmp(name, "write-100") == 0) {
    ERR_clear_error();
    CHECK(SSL_write_ex(sender.ssl, plaintext, 100, &count));
    CHECK(BIO_read(sender.network, carried, sizeof carried) > 0);
  } else if (strcmp(name, "handshake-step") == 0) {
    ERR_clear_error();
    const int ret = SSL_connect(waiting);
    CHECK(SSL_get_error(waiting, ret) == SSL_ERROR_WANT_READ);
  } else if (strcmp(name, "bytes-to-drain") == 0) {
    CHECK(BIO_ctrl_pending(sender.network) == 0);
  } else if (strcmp(name, "new-and-free") == 0) {
    struct end end = {.ssl = client_ssl(client_side)};
    make_pair_of(&end);
    free_end(&end);
  } else {
    die("call=NAME");
  }
}

static double calls(uint64_t nanoseconds) {
  const char* name = option("call", "");
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end;) {
    for (int i = 0; i < 50; i++) call_once(name);
    count += 50;
  }
  return count;
}

static void prepare_ends(void) {
  make_ends(&sender, &receiver);
  shake_hands(&sender, &receiver);
  SSL_read(sender.ssl, received, 1); // the tickets
  waiting_end.ssl = waiting = client_ssl(client_side);
  make_pair_of(&waiting_end);
}

int main(int argc, char** argv) {
  take_options(argc, argv);
  client_side = client_context();
  server_side = server_context();
  pair_size = (size_t)number("pair", 0);
  write_size = (size_t)number("size", 16384);
  plaintext = calloc(1, LARGE_BUFFER);
  received = calloc(1, LARGE_BUFFER);
  CHECK(plaintext != NULL && received != NULL);
  if (is("mode", "handshake")) {
    if (is("session", "resumed")) session = get_session();
    serve_runs(handshakes);
  } else {
    prepare_ends();
    if (is("count", "")) {
      serve_runs(is("mode", "bulk") ? bulk : calls);
    } else {
      for (long i = number("count", 0); i > 0; i--) call_once(option("call", ""));
    }
  }
  return 0;
}
