// Owns: reading what a peer states beside its certificate: the names of the authorities that it asks for, its SCTs.
// Must not know: JavaScript.
#pragma once

#include "ossl/handles.h"

#include <string>
#include <vector>

namespace ossl {

// A signed certificate timestamp (RFC 6962), in OpenSSL's numbers.
struct Timestamp {
  int version = 0; // 0 is v1
  std::vector<unsigned char> logId;
  uint64_t milliseconds = 0; // since 1970 UTC
  int source = 0;            // sct_source_t
  int status = 0;            // sct_validation_status_t
};

// As the peer sent them: a server in its CertificateRequest, a TLS 1.3 client in its ClientHello.
[[nodiscard]] std::vector<std::string> readPeerAuthorityNames(const Api& api, const SSL* ssl);

// Empty if the library was built without certificate transparency.
[[nodiscard]] std::vector<Timestamp> readTimestamps(const Api& api, SSL* ssl);

} // namespace ossl
