// Owns: name resolution with a deadline, which getaddrinfo itself does not have.
// Must not know: sockets.
#pragma once

#include "ossl/blocking_socket.h"

#include <memory>
#include <netdb.h>

namespace ossl {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using AddressList = std::unique_ptr<addrinfo, FreeAddresses>;

[[nodiscard]] IoResult resolve(const std::string& host, uint16_t port, AddressList& addresses, Deadline deadline,
                               const KeepWaiting& keepWaiting);

} // namespace ossl
