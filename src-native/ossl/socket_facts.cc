#include "ossl/socket_facts.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace ossl {
namespace {

#ifdef TCP_KEEPIDLE
constexpr int kIdleOption = TCP_KEEPIDLE;
#else
constexpr int kIdleOption = TCP_KEEPALIVE; // macOS
#endif

template <typename Query>
std::optional<SocketAddress> addressBy(Query query, int descriptor) {
  sockaddr_storage storage = {};
  socklen_t size = sizeof storage;
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast) -- how the system has it: one storage, seen as what its family says
  if (query(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return std::nullopt;
  std::array<char, INET6_ADDRSTRLEN> text = {};
  if (storage.ss_family == AF_INET) {
    const auto& of = reinterpret_cast<const sockaddr_in&>(storage);
    if (inet_ntop(AF_INET, &of.sin_addr, text.data(), text.size()) == nullptr) return std::nullopt;
    return SocketAddress{text.data(), ntohs(of.sin_port), false};
  }
  if (storage.ss_family != AF_INET6) return std::nullopt;
  const auto& of = reinterpret_cast<const sockaddr_in6&>(storage);
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  if (inet_ntop(AF_INET6, &of.sin6_addr, text.data(), text.size()) == nullptr) return std::nullopt;
  return SocketAddress{text.data(), ntohs(of.sin6_port), true};
}

int setOption(int descriptor, int level, int option, int value) {
  return setsockopt(descriptor, level, option, &value, sizeof value) == 0 ? 0 : errno;
}

} // namespace

std::optional<SocketAddress> localAddress(int descriptor) { return addressBy(getsockname, descriptor); }
std::optional<SocketAddress> remoteAddress(int descriptor) { return addressBy(getpeername, descriptor); }

int setNoDelay(int descriptor, bool yes) { return setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, yes ? 1 : 0); }

int setKeepAlive(int descriptor, bool yes, int secondsUntilFirst) {
  if (const int error = setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, yes ? 1 : 0); error != 0) return error;
  if (!yes || secondsUntilFirst == 0) return 0;
  return setOption(descriptor, IPPROTO_TCP, kIdleOption, secondsUntilFirst);
}

int endOutput(int descriptor) { return shutdown(descriptor, SHUT_WR) == 0 ? 0 : errno; }

void discardInput(int descriptor) {
  std::array<char, size_t{16} * 1024> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init) -- only ever written
  constexpr int kMost = 64;                  // a peer that sends without end is not heard to the end
  for (int turn = 0; turn < kMost && recv(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT) > 0;) ++turn;
}

int duplicateDescriptor(int descriptor) {
  const int duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  return duplicate >= 0 ? duplicate : -errno;
}

} // namespace ossl
