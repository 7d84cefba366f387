// Owns: what the C programs share: options (name=value), contexts as both sides have them, connections that are TLS or plain, the dialogue.
// Must not know: what is measured.

#ifndef BENCH_COMMON_H
#define BENCH_COMMON_H

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdint.h>
#include <stdnoreturn.h>

#define HOST_NAME "bench.test"
#define LARGE_BUFFER (1024 * 1024)
#define READ_AHEAD (64 * 1024)

void take_options(int argc, char** argv);
const char* option(const char* name, const char* fallback);
long number(const char* name, long fallback);
int is(const char* name, const char* value);

// Ends the program with OpenSSL's queue and errno on standard error.
noreturn void die(const char* what);
#define CHECK(condition) ((condition) ? (void)0 : die(#condition))

uint64_t now(void); // nanoseconds

// By the options version, key and keys: one protocol version, one cipher, X25519. The client verifies unless verify=no.
SSL_CTX* client_context(void);
SSL_CTX* server_context(void);
SSL* client_ssl(SSL_CTX* context);

// A connection: over TLS, or plain where ssl is null.
struct connection {
  int fd;
  SSL* ssl;
};

// On loopback. The port is chosen by the system.
int listen_on_loopback(int* port);
int connect_to(int port, int blocking);
void without_delay(int fd);
void make_nonblocking(int fd);
long send_some(struct connection* connection, const void* bytes, size_t size);
long receive_some(struct connection* connection, void* into, size_t size);
void close_connection(struct connection* connection);

// Says `ready`, then answers each line "run MS" with {"count":…,"ns":…,"cpu":…} until standard input ends.
void serve_runs(double (*run)(uint64_t nanoseconds));
// One line of standard input without its end; null when there is none any more.
char* next_line(void);
// Answers by what has been counted since begin_answer().
void begin_answer(void);
void answer(double count);

#endif
