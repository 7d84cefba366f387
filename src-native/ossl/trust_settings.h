// Owns: what a context is told of trust beyond its authorities: certificate revocation lists, verify parameters, whom to name to clients,
// certificate transparency; and the Diffie-Hellman parameters, which are PEM as well.
// Must not know: connections, JavaScript.
#pragma once

#include "ossl/context.h"

namespace ossl {

// Returns false and fills `failure` at the first setting that OpenSSL refuses.
[[nodiscard]] bool applyTrust(const Api& api, SSL_CTX* context, const ContextSettings& settings, SettingFailure& failure);

} // namespace ossl
