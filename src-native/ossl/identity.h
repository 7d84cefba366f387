// Owns: showing on one connection what another context would show.
// Must not know: who decides that, or when.
#pragma once

#include "ossl/context.h"

namespace ossl {

// Gives the connection every certificate of `from` that has its key, each with its chain, in place of all that it had.
// False: OpenSSL refused one, and the connection is left without any or with those before it.
[[nodiscard]] bool showIdentity(SSL* ssl, const Context& from);

} // namespace ossl
