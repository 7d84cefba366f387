// Owns: changing settings of one connection that its context gave it.
// Must not know: why they change, or when.
#pragma once

#include "ossl/engine.h"

namespace ossl {

struct Adjustment {
  const Context* policyFrom = nullptr;  // whose options, protocol versions and verification replace those of the connection
  const Context* optionsFrom = nullptr; // whose options replace those of the connection
  std::optional<uint64_t> clearOptions;
  std::optional<uint64_t> setOptions;
  std::optional<int> minProtocol;
  std::optional<int> maxProtocol;
  std::optional<std::string> cipherList;
  std::optional<int> maxSendFragment;
  const Context* identity = nullptr; // what that one would show is shown
};

// In the order of the members. False: `failure` says which was refused; what stands before it is done.
[[nodiscard]] bool adjust(const Engine& engine, const Adjustment& adjustment, SettingFailure& failure);

} // namespace ossl
