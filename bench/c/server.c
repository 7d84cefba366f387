// A server for one process of clients: one thread, poll, no waiting. It reads ahead and gathers records, so as not to be the bottleneck.
//   mode=handshake | sink | source size=N | echo. tls=no: TCP alone. release=yes: idle
//   connections keep no buffers.

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common.h"

#define MOST 4096
#define FIRST 2 // entries of the poll set before the connections: standard input and the listening socket

enum doing { handshaking, serving };

static struct pollfd polled[MOST + FIRST];
static struct connection connections[MOST];
static enum doing doing[MOST];
static int count;
static SSL_CTX* context;
static unsigned char* buffer;
static size_t size;
static size_t echoed; // of the one connection of mode=echo

static void gather_records(SSL* ssl, int fd) {
  BIO* gathering = BIO_new(BIO_f_buffer());
  BIO* reading = BIO_new_socket(fd, BIO_NOCLOSE);
  BIO* writing = BIO_new_socket(fd, BIO_NOCLOSE);
  CHECK(gathering != NULL && reading != NULL && writing != NULL);
  CHECK(BIO_set_write_buffer_size(gathering, READ_AHEAD) > 0);
  SSL_set_bio(ssl, reading, BIO_push(gathering, writing));
}

static void add(int fd) {
  if (count == MOST) die("too many connections");
  struct connection* connection = &connections[count];
  make_nonblocking(fd);
  without_delay(fd);
  connection->fd = fd;
  connection->ssl = NULL;
  doing[count] = serving;
  if (context != NULL) {
    connection->ssl = SSL_new(context);
    CHECK(connection->ssl != NULL);
    SSL_set_accept_state(connection->ssl);
    if (is("mode", "source"))
      gather_records(connection->ssl, fd);
    else
      CHECK(SSL_set_fd(connection->ssl, fd));
    doing[count] = handshaking;
  }
  polled[FIRST + count].fd = fd;
  polled[FIRST + count].events = doing[count] == serving && is("mode", "source") ? POLLOUT : POLLIN;
  count++;
}

static void drop(int index) {
  close_connection(&connections[index]);
  count--;
  connections[index] = connections[count];
  doing[index] = doing[count];
  polled[FIRST + index] = polled[FIRST + count];
}

// What to wait for after an operation that came to nothing; 0 if the connection is over.
static short waits_for(struct connection* connection, int for_writing) {
  if (connection->ssl == NULL) return errno == EAGAIN ? (for_writing ? POLLOUT : POLLIN) : 0;
  switch (SSL_get_error(connection->ssl, -1)) {
  case SSL_ERROR_WANT_READ:
    return POLLIN;
  case SSL_ERROR_WANT_WRITE:
    return POLLOUT;
  default:
    return 0;
  }
}

static short shake_hands(int index) {
  struct connection* connection = &connections[index];
  if (SSL_accept(connection->ssl) != 1) return waits_for(connection, 0);
  doing[index] = serving;
  return is("mode", "source") ? POLLOUT : POLLIN;
}

static short swallow(struct connection* connection) {
  while (receive_some(connection, buffer, LARGE_BUFFER) > 0) continue;
  return waits_for(connection, 0);
}

static short pour(struct connection* connection) {
  while (send_some(connection, buffer, size) > 0) continue;
  return waits_for(connection, 1);
}

static short echo(struct connection* connection) {
  for (;;) {
    const long received = receive_some(connection, buffer + echoed, size - echoed);
    if (received <= 0) return waits_for(connection, 0);
    echoed += (size_t)received;
    if (echoed < size) continue;
    CHECK(send_some(connection, buffer, size) == (long)size);
    echoed = 0;
  }
}

static short serve(struct connection* connection) {
  if (is("mode", "source")) return pour(connection);
  return is("mode", "echo") ? echo(connection) : swallow(connection);
}

static void advance(int index) {
  ERR_clear_error();
  errno = EAGAIN;
  short events = doing[index] == handshaking ? shake_hands(index) : 0;
  // What came along with the end of the handshake.
  if (doing[index] == serving) events = serve(&connections[index]);
  if (events == 0)
    drop(index);
  else
    polled[FIRST + index].events = events;
}

int main(int argc, char** argv) {
  int port = 0;
  take_options(argc, argv);
  signal(SIGPIPE, SIG_IGN);
  size = (size_t)number("size", 100);
  buffer = calloc(1, LARGE_BUFFER);
  CHECK(buffer != NULL);
  if (!is("tls", "no")) {
    context = server_context();
    // A write that is tried again may come from elsewhere; a large one may go in part.
    SSL_CTX_set_mode(context, SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_ENABLE_PARTIAL_WRITE);
    if (is("release", "yes")) SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  }
  polled[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
  polled[1] = (struct pollfd){.fd = listen_on_loopback(&port), .events = POLLIN};
  printf("{\"port\":%d}\n", port);
  fflush(stdout);
  for (;;) {
    CHECK(poll(polled, (nfds_t)(FIRST + count), -1) > 0);
    if (polled[0].revents != 0) return 0; // whoever started it is gone, or done
    for (int index = count - 1; index >= 0; index--) {
      if (polled[FIRST + index].revents != 0) advance(index);
    }
    if (polled[1].revents == 0) continue;
    for (int fd = accept(polled[1].fd, NULL, NULL); fd >= 0; fd = accept(polled[1].fd, NULL, NULL)) add(fd);
  }
}
