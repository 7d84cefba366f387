// Owns: putting own certificates and their keys into an SSL_CTX.
// Must not know: whom the context trusts, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

// Returns false and fills `failure` at the first one that OpenSSL refuses.
[[nodiscard]] bool applyIdentities(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure);

} // namespace ossl
