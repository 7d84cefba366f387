// Owns: putting own certificates and their keys into an SSL_CTX.
// Must not know: whom the context trusts, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

// A pem_password_cb over an optional passphrase. Never OpenSSL's own callback: it would ask on the terminal and wait.
int givePassphrase(char* buffer, int size, int writing, void* userdata);

// Returns false and fills `failure` at the first one that OpenSSL refuses.
[[nodiscard]] bool applyIdentities(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure);

} // namespace ossl
