// A load generator: handshakes with a server, many at once, by one thread and poll. It verifies nothing, so that it costs little.
//   port=N atonce=N        "run MS": as many handshakes as go. One counts when the server, done with it, has ended the connection.
//   port=N atonce=N rate=N "run MS": so many a second, evenly.
//   port=N atonce=N        "hold N": opens connections until N are open, their tickets received. They stay idle.

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "common.h"

static SSL_CTX* context;
static struct pollfd* polled;
static struct connection* connections;
static int at_once;
static int under_way;
static int keeping;
static long kept;
static double done;

static int has_ticket(SSL* ssl, SSL_SESSION* session) {
  (void)session;
  SSL_set_app_data(ssl, (char*)1);
  return 0;
}

static void begin(void) {
  struct connection* connection = &connections[under_way];
  connection->fd = connect_to((int)number("port", 0), 0);
  connection->ssl = client_ssl(context);
  CHECK(SSL_set_fd(connection->ssl, connection->fd));
  polled[under_way] = (struct pollfd){.fd = connection->fd, .events = POLLOUT};
  under_way++;
}

static void forget(int index) {
  under_way--;
  connections[index] = connections[under_way];
  polled[index] = polled[under_way];
}

// The server has ended it: with or without close_notify, or with a reset.
static int ended_by_server(SSL* ssl, int ret) {
  const int code = SSL_get_error(ssl, ret);
  if (code == SSL_ERROR_ZERO_RETURN || code == SSL_ERROR_SYSCALL) return 1;
#ifdef SSL_R_UNEXPECTED_EOF_WHILE_READING
  return code == SSL_ERROR_SSL && ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
#else
  return 0;
#endif
}

static void advance(int index) {
  struct connection* connection = &connections[index];
  char byte;
  ERR_clear_error();
  int ret = SSL_connect(connection->ssl);
  const int finished = ret == 1;
  if (finished) ret = SSL_read(connection->ssl, &byte, 1);
  if (keeping && SSL_get_app_data(connection->ssl) != NULL) {
    kept++;
    forget(index);
    return;
  }
  const int code = SSL_get_error(connection->ssl, ret);
  if (code == SSL_ERROR_WANT_READ || code == SSL_ERROR_WANT_WRITE) {
    polled[index].events = code == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT;
    return;
  }
  if (!finished || !ended_by_server(connection->ssl, ret)) die("a handshake failed");
  if (code == SSL_ERROR_ZERO_RETURN) SSL_shutdown(connection->ssl);  // as a well-behaved client answers a close_notify
  close_connection(connection);
  forget(index);
  done++;
}

static void wait_and_advance(uint64_t until) {
  const uint64_t time = now();
  const int milliseconds = until == 0 ? -1 : until <= time ? 0 : (int)((until - time) / 1000000U) + 1;
  if (poll(polled, (nfds_t)under_way, milliseconds) <= 0) return;
  for (int index = under_way - 1; index >= 0; index--) {
    if (polled[index].revents != 0) advance(index);
  }
}

static void run(uint64_t nanoseconds) {
  const long rate = number("rate", 0);
  const uint64_t start = now();
  const uint64_t end = start + nanoseconds;
  double begun = 0;
  done = 0;
  begin_answer();
  while (now() < end) {
    const double due = rate == 0 ? 1e18 : (double)(now() - start) / 1e9 * (double)rate;
    while (under_way < at_once && begun < due) {
      begin();
      begun++;
    }
    wait_and_advance(rate == 0 ? end : now() + 1000000U);
  }
  while (under_way > 0) wait_and_advance(0);
  answer(done);
}

static void hold(long wanted) {
  const long before = kept;
  begin_answer();
  keeping = 1;
  while (kept < wanted) {
    while (under_way < at_once && kept + under_way < wanted) begin();
    wait_and_advance(0);
  }
  answer((double)(kept - before));
}

int main(int argc, char** argv) {
  struct rlimit files;
  take_options(argc, argv);
  signal(SIGPIPE, SIG_IGN);
  CHECK(getrlimit(RLIMIT_NOFILE, &files) == 0);
  files.rlim_cur = files.rlim_max;
  CHECK(setrlimit(RLIMIT_NOFILE, &files) == 0);
  context = client_context();
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  SSL_CTX_sess_set_new_cb(context, has_ticket);
  at_once = (int)number("atonce", 32);
  polled = calloc((size_t)at_once, sizeof *polled);
  connections = calloc((size_t)at_once, sizeof *connections);
  CHECK(polled != NULL && connections != NULL);
  printf("{\"ready\":true}\n");
  fflush(stdout);
  for (char* line = next_line(); line != NULL; line = next_line()) {
    long amount = 0;
    if (sscanf(line, "run %ld", &amount) == 1)
      run((uint64_t)amount * 1000000U);
    else if (sscanf(line, "hold %ld", &amount) == 1)
      hold(amount);
    else
      die(line);
  }
  return 0;
}
