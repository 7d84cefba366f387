// Owns: the extensions of a context that OpenSSL does not know: their callbacks, and the bytes between an answer and OpenSSL's giving them
// back. Must not know: who answers, what is in them.
#pragma once

#include "ossl/setting_call.h"

#include <memory>
#include <vector>

namespace ossl {

class Context;

struct ExtensionSetting {
  unsigned int type = 0;
  unsigned int where = 0; // SSL_EXT_…
  bool adds = false;      // false: a client's ClientHello has it empty, SSL_CTX_add_custom_ext(3)
  bool parses = false;
};

// What OpenSSL gives to a callback: whose extension it is.
struct CustomExtension {
  const Context* context = nullptr;
  int index = 0; // in the order of the settings
};

class CustomExtensions {
public:
  // Returns false and fills `failure` at the first one that OpenSSL refuses. To be kept as long as the SSL_CTX.
  [[nodiscard]] bool addTo(const Context& context, const std::vector<ExtensionSetting>& settings, SettingFailure& failure);

private:
  std::vector<std::unique_ptr<CustomExtension>> extensions_;
};

} // namespace ossl
