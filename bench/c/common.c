#include "common.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int option_count;
static char** options;

void take_options(int argc, char** argv) {
  option_count = argc;
  options = argv;
}

const char* option(const char* name, const char* fallback) {
  const size_t length = strlen(name);
  for (int i = 1; i < option_count; i++) {
    if (strncmp(options[i], name, length) == 0 && options[i][length] == '=') return options[i] + length + 1;
  }
  return fallback;
}

long number(const char* name, long fallback) {
  const char* text = option(name, NULL);
  return text == NULL ? fallback : atol(text);
}

int is(const char* name, const char* value) { return strcmp(option(name, ""), value) == 0; }

void die(const char* what) {
  const int error = errno;
  fprintf(stderr, "%s (errno %d: %s)\n", what, error, strerror(error));
  ERR_print_errors_fp(stderr);
  exit(1);
}

static uint64_t read_clock(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (uint64_t)time.tv_sec * 1000000000U + (uint64_t)time.tv_nsec;
}

uint64_t now(void) { return read_clock(CLOCK_MONOTONIC); }

static const char* key_file(const char* ending) {
  static char path[4096];
  snprintf(path, sizeof path, "%s/%s%s", option("keys", "."), option("key", "ecdsa"), ending);
  return path;
}

static SSL_CTX* context_for(const SSL_METHOD* method) {
  SSL_CTX* context = SSL_CTX_new(method);
  const int version = is("version", "tls1.2") ? TLS1_2_VERSION : TLS1_3_VERSION;
  CHECK(context != NULL);
  CHECK(SSL_CTX_set_min_proto_version(context, version));
  CHECK(SSL_CTX_set_max_proto_version(context, version));
  CHECK(SSL_CTX_set_ciphersuites(context, "TLS_AES_256_GCM_SHA384"));
  CHECK(SSL_CTX_set_cipher_list(context, "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384"));
  CHECK(SSL_CTX_set1_groups_list(context, "X25519:P-256"));
  if (is("readahead", "yes")) {
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, READ_AHEAD);
  }
  return context;
}

SSL_CTX* client_context(void) {
  SSL_CTX* context = context_for(TLS_client_method());
  if (is("verify", "no")) return context;
  CHECK(SSL_CTX_load_verify_locations(context, key_file(".ca.pem"), NULL));
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  return context;
}

SSL_CTX* server_context(void) {
  SSL_CTX* context = context_for(TLS_server_method());
  CHECK(SSL_CTX_use_certificate_chain_file(context, key_file(".pem")));
  CHECK(SSL_CTX_use_PrivateKey_file(context, key_file(".key.pem"), SSL_FILETYPE_PEM));
  return context;
}

SSL* client_ssl(SSL_CTX* context) {
  SSL* ssl = SSL_new(context);
  CHECK(ssl != NULL);
  CHECK(SSL_set_tlsext_host_name(ssl, HOST_NAME));
  CHECK(SSL_set1_host(ssl, HOST_NAME));
  SSL_set_connect_state(ssl);
  return ssl;
}

int listen_on_loopback(int* port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  CHECK(fd >= 0);
  CHECK(bind(fd, (struct sockaddr*)&address, length) == 0);
  CHECK(listen(fd, 4096) == 0);
  CHECK(getsockname(fd, (struct sockaddr*)&address, &length) == 0);
  *port = ntohs(address.sin_port);
  make_nonblocking(fd);
  return fd;
}

int connect_to(int port, int blocking) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)port)};
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  CHECK(fd >= 0);
  if (!blocking) make_nonblocking(fd);
  const int connected = connect(fd, (struct sockaddr*)&address, sizeof address);
  CHECK(connected == 0 || (!blocking && errno == EINPROGRESS));
  without_delay(fd);
  return fd;
}

void without_delay(int fd) {
  const int yes = 1;
  CHECK(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes) == 0);
}

void make_nonblocking(int fd) { CHECK(fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) == 0); }

long send_some(struct connection* connection, const void* bytes, size_t size) {
  size_t sent = 0;
  if (connection->ssl == NULL) return write(connection->fd, bytes, size);
  return SSL_write_ex(connection->ssl, bytes, size, &sent) == 1 ? (long)sent : -1;
}

long receive_some(struct connection* connection, void* into, size_t size) {
  size_t received = 0;
  if (connection->ssl == NULL) {
    const long got = read(connection->fd, into, size);
    if (got == 0) errno = 0; // the end: not what errno had before
    return got;
  }
  return SSL_read_ex(connection->ssl, into, size, &received) == 1 ? (long)received : -1;
}

void close_connection(struct connection* connection) {
  SSL_free(connection->ssl);
  close(connection->fd);
  connection->ssl = NULL;
  connection->fd = -1;
}

char* next_line(void) {
  static char line[256];
  if (fgets(line, sizeof line, stdin) == NULL) return NULL;
  line[strcspn(line, "\n")] = '\0';
  return line;
}

static uint64_t begun;
static uint64_t cpu_begun;

void begin_answer(void) {
  cpu_begun = read_clock(CLOCK_PROCESS_CPUTIME_ID);
  begun = now();
}

void answer(double count) {
  const uint64_t took = now() - begun;
  const uint64_t cpu = read_clock(CLOCK_PROCESS_CPUTIME_ID) - cpu_begun;
  printf("{\"count\":%.0f,\"ns\":%llu,\"cpu\":%llu}\n", count, (unsigned long long)took, (unsigned long long)cpu);
  fflush(stdout);
}

void serve_runs(double (*run)(uint64_t nanoseconds)) {
  printf("{\"ready\":true}\n");
  fflush(stdout);
  for (char* line = next_line(); line != NULL; line = next_line()) {
    long milliseconds = 0;
    CHECK(sscanf(line, "run %ld", &milliseconds) == 1);
    begin_answer();
    answer(run((uint64_t)milliseconds * 1000000U));
  }
}
