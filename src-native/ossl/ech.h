// Owns: Encrypted Client Hello of one connection, RFC 9849: what a client is given for it, and what became of it on either side.
// Must not know: DNS, JavaScript.
#pragma once

#include "ossl/context.h"
#include "ossl/ech_store.h"

namespace ossl {

struct EchSettings {
  std::optional<std::string> configList; // bytes
  std::optional<std::string> outerServerName;
  bool noOuterServerName = false;
  std::string outerAlpn; // in wire form
  std::optional<std::string> greaseSuite;
  std::optional<int> greaseType;
  uint64_t options = 0; // SSL_OP_ECH_…
};

struct EchOutcome {
  int status = 0; // SSL_ECH_STATUS_…
  std::optional<std::string> innerName;
  std::optional<std::string> outerName;
};

// Nothing of it is left out in silence: what OpenSSL cannot use is a failure.
[[nodiscard]] bool applyEch(const Api& api, SSL* ssl, const EchSettings& settings, SettingFailure& failure);
// In place of what the context has, for the connections that come: each has a copy of its own.
[[nodiscard]] bool setEchStore(const Context& context, const EchStore* store, SettingFailure& failure);

// None where this OpenSSL has no ECH.
[[nodiscard]] std::optional<EchOutcome> readEch(const Api& api, SSL* ssl);
// What the server sent to be tried again with. Empty if nothing, and if it did not prove to be the public name: anyone could have sent it.
[[nodiscard]] std::vector<unsigned char> readRetryConfigs(const Api& api, SSL* ssl);

} // namespace ossl
