#include "ossl/blocking_socket.h"

#include "ossl/resolver.h"

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 // macOS: SO_NOSIGPIPE instead, and Node ignores SIGPIPE anyway
#endif

namespace ossl {
namespace {

using End = IoResult::End;

IoResult failed(const char* syscall, int error) { return {End::systemError, 0, error, syscall}; }

bool setNonBlocking(int descriptor, bool on) {
  const int flags = fcntl(descriptor, F_GETFL, 0);
  return flags >= 0 && fcntl(descriptor, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK) == 0;
}

std::string numericAddress(const sockaddr* address, socklen_t length) {
  char text[NI_MAXHOST] = {};
  return getnameinfo(address, length, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0 ? text : "";
}

} // namespace

IoResult BlockingSocket::wait(short events, Deadline deadline, const KeepWaiting& keepWaiting) const {
  while (true) {
    // Asked before the descriptor: a peer that always has one more byte ready must not outlast the deadline.
    if (deadline.passed()) return {End::timeout, 0, 0, "poll"};
    if (!keepWaiting()) return {End::interrupted, 0, 0, "poll"};
    pollfd entry = {descriptor_, events, 0};
    const int ready = poll(&entry, 1, static_cast<int>(deadline.left(kWaitSlice).count()));
    if (ready > 0) return {};
    // A signal ends a poll early; the time left is reckoned anew from the deadline, so nothing is waited twice.
    if (ready < 0 && errno != EINTR) return failed("poll", errno);
  }
}

IoResult BlockingSocket::connect(const std::string& host, uint16_t port, Deadline deadline, const KeepWaiting& keepWaiting) {
  AddressList addresses;
  IoResult resolved = resolve(host, port, addresses, deadline, keepWaiting);
  if (resolved.end != End::done) return resolved;

  size_t left = 0;
  for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) ++left;

  IoResult last = failed("connect", EADDRNOTAVAIL);
  for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next, --left) {
    last = connectTo(*address, deadline.share(left), keepWaiting);
    if (last.end == End::done || last.end == End::interrupted) return last;
    attempts_.push_back({numericAddress(address->ai_addr, address->ai_addrlen), last.end == End::timeout ? ETIMEDOUT : last.error});
    close();
  }
  return last;
}

IoResult BlockingSocket::connectTo(const addrinfo& address, Deadline deadline, const KeepWaiting& keepWaiting) {
  const int descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol);
  if (descriptor < 0) return failed("socket", errno);
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  IoResult adopted = adopt(descriptor);
  if (adopted.end != End::done) return adopted;

  // EINTR leaves the connection under way, as EINPROGRESS does: both are waited for.
  if (::connect(descriptor_, address.ai_addr, address.ai_addrlen) == 0) return {};
  if (errno != EINPROGRESS && errno != EINTR) return failed("connect", errno);
  IoResult waited = wait(POLLOUT, deadline, keepWaiting);
  if (waited.end != End::done) {
    waited.syscall = "connect";
    return waited;
  }
  int error = 0;
  socklen_t length = sizeof error;
  if (getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &length) != 0) error = errno;
  return error == 0 ? IoResult{} : failed("connect", error);
}

IoResult BlockingSocket::adopt(int descriptor) {
  close();
  descriptor_ = descriptor;
  if (!setNonBlocking(descriptor_, true)) {
    const int error = errno;
    if (error == EBADF) descriptor_ = -1; // nobody's: whoever gets the number next keeps it
    return failed("fcntl", error);
  }
  // A TLS 1.3 client writes its Finished and then its first data: Nagle would hold the second back for a round trip.
  const int on = 1;
  setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // not every socket is TCP: a refusal is no fault
#ifdef SO_NOSIGPIPE
  setsockopt(descriptor_, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  return {};
}

IoResult BlockingSocket::send(const unsigned char* data, size_t size) const {
  size_t sent = 0;
  while (sent < size) {
    const ssize_t count = ::send(descriptor_, data + sent, size - sent, MSG_NOSIGNAL);
    if (count >= 0) {
      sent += static_cast<size_t>(count);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      break;
    } else if (errno != EINTR) {
      return {End::systemError, sent, errno, "send"};
    }
  }
  return {End::done, sent, 0, ""};
}

IoResult BlockingSocket::receive(unsigned char* into, size_t size) const {
  while (true) {
    const ssize_t count = recv(descriptor_, into, size, 0);
    if (count > 0) return {End::done, static_cast<size_t>(count), 0, ""};
    if (count == 0) return {End::endOfFile, 0, 0, ""};
    if (errno == EAGAIN || errno == EWOULDBLOCK) return {};
    if (errno != EINTR) return failed("recv", errno);
  }
}

IoResult BlockingSocket::makeBlocking(std::chrono::milliseconds wait) const {
  if (!setNonBlocking(descriptor_, false)) return failed("fcntl", errno);
  const timeval limit = {static_cast<time_t>(wait.count() / 1000), static_cast<suseconds_t>(wait.count() % 1000 * 1000)};
  if (setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) != 0) return failed("setsockopt", errno);
  if (setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit) != 0) return failed("setsockopt", errno);
  return {};
}

std::string BlockingSocket::remoteAddress() const {
  sockaddr_storage address = {};
  socklen_t length = sizeof address;
  if (!isOpen() || getpeername(descriptor_, reinterpret_cast<sockaddr*>(&address), &length) != 0) return "";
  return numericAddress(reinterpret_cast<const sockaddr*>(&address), length);
}

void BlockingSocket::close() {
  if (!isOpen()) return;
  // A close(2) with input unread (the session tickets of TLS 1.3, say) is a reset, which drops the output that is still under way.
  ::shutdown(descriptor_, SHUT_WR);
  unsigned char unread[16 * 1024];
  constexpr int kMost = 256; // a peer that never stops does not hold this up
  for (int i = 0; i < kMost && recv(descriptor_, unread, sizeof unread, MSG_DONTWAIT) > 0; ++i) {
  }
  ::close(descriptor_); // not again after EINTR: on Linux the descriptor is gone then
  descriptor_ = -1;
}

} // namespace ossl
