// Owns: what X509_VERIFY_PARAM_set_flags(3) and its kin tell verification, of a context or of one connection.
// Must not know: where the parameters belong to, JavaScript.
#pragma once

#include "ossl/setting_call.h"

#include <optional>
#include <vector>

namespace ossl {

using library::Api;

struct VerifyParameters {
  unsigned long flags = 0;
  unsigned long clearFlags = 0;
  std::optional<int> depth;
  std::optional<int> purpose;
  std::optional<int> trust;
  std::optional<int64_t> time; // seconds since 1970 UTC
  std::optional<int> authLevel;
  std::vector<std::string> hosts; // one of them must match
  std::optional<unsigned> hostFlags;
  std::optional<std::string> email;
  std::optional<std::string> ip;
  std::vector<std::string> policies; // object identifiers, in numbers
};

[[nodiscard]] bool applyVerifyParameters(const Api& api, X509_VERIFY_PARAM* param, const VerifyParameters& parameters,
                                         SettingFailure& failure);

} // namespace ossl
