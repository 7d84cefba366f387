// Owns: reading what kind of key one is.
#pragma once

#include "ossl/handles.h"

#include <string>

namespace ossl {

struct KeyInfo {
  std::string type; // OpenSSL's name, as the release spells it
  int bits = 0;
  int securityBits = 0; // what it takes to break it, EVP_PKEY_get_security_bits(3)
  std::string group;    // the curve, "" where the key has none
};

[[nodiscard]] KeyInfo readKey(const Api& api, const EVP_PKEY* key);

} // namespace ossl
