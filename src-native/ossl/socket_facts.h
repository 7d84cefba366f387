// Owns: what a connected socket tells of itself, and the few things that can be asked of it.
// Must not know: OpenSSL, who owns the descriptor.
#pragma once

#include <optional>
#include <string>

namespace ossl {

struct SocketAddress {
  std::string address;
  int port = 0;
  bool isIPv6 = false;
};

// None if it is not connected, or no socket of IP.
[[nodiscard]] std::optional<SocketAddress> localAddress(int descriptor);
[[nodiscard]] std::optional<SocketAddress> remoteAddress(int descriptor);

// Each returns errno, 0 if it is done.
[[nodiscard]] int setNoDelay(int descriptor, bool yes);
[[nodiscard]] int setKeepAlive(int descriptor, bool yes, int secondsUntilFirst); // 0 seconds: the system's
[[nodiscard]] int endOutput(int descriptor);

// Reads away what has come, as far as it is there: a system that finds it unread when the descriptor is closed resets the connection, and
// what was sent last, an alert, may be lost.
void discardInput(int descriptor);

// Another descriptor of the same socket, not inherited by programs that are started; negative: -errno.
[[nodiscard]] int duplicateDescriptor(int descriptor);

} // namespace ossl
