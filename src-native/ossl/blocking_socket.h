// Owns: a connected TCP socket that a thread waits on with poll: resolution, connection, bytes in and out, one deadline for each call.
// Must not know: TLS, JavaScript.
#pragma once

#include "ossl/deadline.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

struct addrinfo;

namespace ossl {

// Asked between the slices of a wait; false ends it. It lets a worker thread that is being terminated leave a blocking call.
using KeepWaiting = std::function<bool()>;
constexpr std::chrono::milliseconds kWaitSlice(50);

struct IoResult {
  enum class End { done, endOfFile, timeout, systemError, unresolved, interrupted };
  End end = End::done;
  size_t bytes = 0;
  int error = 0;       // errno, or getaddrinfo's EAI_ number for `unresolved`
  std::string syscall; // which call failed
};

struct ConnectAttempt {
  std::string address;
  int error = 0; // errno, ETIMEDOUT where its share of the deadline ran out
};

class BlockingSocket {
public:
  BlockingSocket() = default;
  ~BlockingSocket() { close(); }
  BlockingSocket(const BlockingSocket&) = delete;
  BlockingSocket& operator=(const BlockingSocket&) = delete;

  // Resolves and tries every address in the resolver's order. Each attempt gets an equal share of the time that is left, so that an
  // address that swallows packets does not use up the time of the next one.
  [[nodiscard]] IoResult connect(const std::string& host, uint16_t port, Deadline deadline, const KeepWaiting& keepWaiting);
  // Takes over a connected descriptor and makes it non-blocking: close() closes it.
  [[nodiscard]] IoResult adopt(int descriptor);

  // Without waiting: as much as the system takes, which may be nothing.
  [[nodiscard]] IoResult send(const unsigned char* data, size_t size) const;
  // Without waiting: what there is, which may be nothing.
  [[nodiscard]] IoResult receive(unsigned char* into, size_t size) const;
  // Until one of poll's `events` is there.
  [[nodiscard]] IoResult wait(short events, Deadline deadline, const KeepWaiting& keepWaiting) const;

  // For a socket BIO, which waits inside OpenSSL: from here on each single read or write of the socket waits `wait` at most (0: for ever).
  [[nodiscard]] IoResult makeBlocking(std::chrono::milliseconds wait) const;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool isOpen() const { return descriptor_ >= 0; }
  [[nodiscard]] const std::vector<ConnectAttempt>& attempts() const { return attempts_; }
  [[nodiscard]] std::string remoteAddress() const;
  void close(); // idempotent

private:
  [[nodiscard]] IoResult connectTo(const addrinfo& address, Deadline deadline, const KeepWaiting& keepWaiting);

  int descriptor_ = -1;
  std::vector<ConnectAttempt> attempts_;
};

} // namespace ossl
