// Owns: reading a cipher into plain data.
// Must not know: who uses it.
#pragma once

#include "ossl/handles.h"

#include <string>
#include <vector>

namespace ossl {

struct CipherInfo {
  std::string name;         // OpenSSL's
  std::string standardName; // the IANA registry's
  int bits = 0;
  int id = 0;           // the two bytes on the wire
  std::string protocol; // the oldest that has it
};

[[nodiscard]] CipherInfo readCipher(const Api& api, const SSL_CIPHER* cipher);

// In the order of preference.
[[nodiscard]] std::vector<CipherInfo> readCiphers(const Api& api, const SSL_CTX* context);

} // namespace ossl
