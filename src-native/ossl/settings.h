// Owns: putting each setting into an SSL_CTX, and saying which one OpenSSL refused.
// Must not know: connections, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

// Returns false and fills `failure` at the first setting that OpenSSL refuses.
[[nodiscard]] bool applySettings(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure);

} // namespace ossl
