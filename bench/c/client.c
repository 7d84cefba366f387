// A blocking client, as C programs have it: SSL_set_fd on a blocking socket. tls=no: the same over TCP alone, for the limits.
//   port=N mode=handshake | send size=N | receive | round-trip

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "common.h"

static SSL_CTX* context;
static struct connection kept;
static size_t size;
static unsigned char* buffer;

static struct connection open_connection(void) {
  struct connection connection = {.fd = connect_to((int)number("port", 0), 1), .ssl = NULL};
  if (context == NULL) return connection;
  connection.ssl = client_ssl(context);
  CHECK(SSL_set_fd(connection.ssl, connection.fd));
  CHECK(SSL_connect(connection.ssl) == 1);
  return connection;
}

static double handshakes(uint64_t nanoseconds) {
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) {
    struct connection connection = open_connection();
    if (connection.ssl != NULL) SSL_shutdown(connection.ssl);
    close_connection(&connection);
  }
  return count;
}

static double sending(uint64_t nanoseconds) {
  double bytes = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end;) {
    const long sent = send_some(&kept, buffer, size);
    CHECK(sent > 0);
    bytes += (double)sent;
  }
  return bytes;
}

static double receiving(uint64_t nanoseconds) {
  double bytes = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end;) {
    const long received = receive_some(&kept, buffer, READ_AHEAD);
    CHECK(received > 0);
    bytes += (double)received;
  }
  return bytes;
}

static double round_trips(uint64_t nanoseconds) {
  double count = 0;
  for (const uint64_t end = now() + nanoseconds; now() < end; count++) {
    CHECK(send_some(&kept, buffer, size) == (long)size);
    for (size_t got = 0; got < size;) {
      const long received = receive_some(&kept, buffer, READ_AHEAD);
      CHECK(received > 0);
      got += (size_t)received;
    }
  }
  return count;
}

int main(int argc, char** argv) {
  take_options(argc, argv);
  signal(SIGPIPE, SIG_IGN);
  size = (size_t)number("size", 100);
  buffer = calloc(1, LARGE_BUFFER);
  CHECK(buffer != NULL);
  if (!is("tls", "no")) context = client_context();
  if (is("mode", "handshake")) {
    serve_runs(handshakes);
    return 0;
  }
  kept = open_connection();
  serve_runs(is("mode", "send") ? sending : is("mode", "receive") ? receiving : round_trips);
  close_connection(&kept);
  return 0;
}
