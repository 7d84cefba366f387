// Owns: putting what a PKCS #12 file holds into an SSL_CTX.
// Must not know: where the file is, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

// Returns false and fills `failure` at the first one that OpenSSL refuses.
[[nodiscard]] bool applyPkcs12(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure);

} // namespace ossl
