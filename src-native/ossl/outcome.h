// Owns: what one OpenSSL operation came to, and the only reading of SSL_get_error.
// Must not know: what the caller does with it.
#pragma once

#include "ossl/error_queue.h"

#include <cerrno>

namespace ossl {

struct Outcome {
  // SSL_shutdown's 0 means "sent, not answered yet", and SSL_get_error must not be asked then (SSL_shutdown(3)).
  static constexpr int kNotAsked = -1;

  int ret = 0;          // OpenSSL's return value, unchanged
  int code = kNotAsked; // SSL_get_error's answer
  int systemError = 0;  // errno straight after the operation
  size_t bytes = 0;     // what the _ex functions counted
  ErrorStack queue;     // all of it, oldest first

  [[nodiscard]] bool failed() const { return code == SSL_ERROR_SSL || code == SSL_ERROR_SYSCALL; }
};

// Runs one operation as SSL_get_error(3) demands: queue empty before, nothing between the call and SSL_get_error, the same thread.
// `operation` counts its bytes into its argument. `zeroIsAnAnswer` is for SSL_shutdown alone.
template <typename Operation>
[[nodiscard]] Outcome perform(const library::Api& api, SSL* ssl, Operation operation, bool zeroIsAnAnswer = false) {
  ErrorScope scope(api);
  Outcome outcome;
  errno = 0;
  outcome.ret = operation(outcome.bytes);
  outcome.systemError = errno;
  if (outcome.ret != 0 || !zeroIsAnAnswer) outcome.code = api.SSL_get_error(ssl, outcome.ret);
  outcome.queue = scope.take();
  return outcome;
}

} // namespace ossl
