// Owns: which groups and signature schemes a library, or a context of it, has: the names that `groups` and `signatureAlgorithms` take.
// Must not know: which of them a connection offers.
#pragma once

#include "ossl/handles.h"

#include <string>
#include <vector>

namespace ossl {

// SSL_CTX_get0_implemented_groups(3), of the protocol versions that the context allows. Empty before 3.5, which cannot be asked.
[[nodiscard]] std::vector<std::string> readGroups(const Api& api, SSL_CTX* context);
// Those of a context of its own.
[[nodiscard]] std::vector<std::string> readGroups(const Library& library);

// OpenSSL's own and those of its providers, as SSL_get1_builtin_sigalgs(3) and OSSL_PROVIDER_get_capabilities(3) name them. Empty
// before 3.5.
[[nodiscard]] std::vector<std::string> readSignatureSchemes(const Api& api);

} // namespace ossl
