#include "ossl/resolver.h"

#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <sys/socket.h>
#include <system_error>
#include <thread>

namespace ossl {
namespace {

struct Answer {
  std::mutex mutex;
  std::condition_variable arrived;
  bool ready = false;
  int error = 0;
  int systemError = 0;
  AddressList addresses;
};

int lookUp(const std::string& host, const std::string& service, int flags, AddressList& addresses) {
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const int error = getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  addresses.reset(list);
  return error;
}

IoResult verdict(int error, int systemError) {
  if (error == 0) return {};
  if (error == EAI_SYSTEM) return {IoResult::End::systemError, 0, systemError, "getaddrinfo"};
  return {IoResult::End::unresolved, 0, error, "getaddrinfo"};
}

} // namespace

IoResult resolve(const std::string& host, uint16_t port, AddressList& addresses, Deadline deadline, const KeepWaiting& keepWaiting) {
  const std::string service = std::to_string(port);
  if (lookUp(host, service, AI_NUMERICHOST, addresses) == 0) return {};

  // The thread may outlive this call (a resolver that nobody answers): it shares the answer, and the last one out frees it.
  const auto answer = std::make_shared<Answer>();
  try {
    std::thread([answer, host, service] {
      AddressList found;
      const int error = lookUp(host, service, 0, found);
      const int systemError = errno;
      const std::lock_guard lock(answer->mutex);
      answer->addresses = std::move(found);
      answer->error = error;
      answer->systemError = systemError;
      answer->ready = true;
      answer->arrived.notify_one();
    }).detach();
  } catch (const std::system_error& failure) {
    return {IoResult::End::systemError, 0, failure.code().value(), "pthread_create"};
  }

  std::unique_lock lock(answer->mutex);
  while (!answer->ready) {
    if (deadline.passed()) return {IoResult::End::timeout, 0, 0, "getaddrinfo"};
    lock.unlock();
    const bool goOn = keepWaiting();
    lock.lock();
    if (!goOn) return {IoResult::End::interrupted, 0, 0, "getaddrinfo"};
    if (!answer->ready) answer->arrived.wait_for(lock, deadline.left(kWaitSlice));
  }
  addresses = std::move(answer->addresses);
  return verdict(answer->error, answer->systemError);
}

} // namespace ossl
