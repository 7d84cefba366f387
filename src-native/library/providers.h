// Owns: what has to be done before libcrypto is asked for a provider by its name: its module is opened isolated, and libcrypto is told of
// what it could not know: another file, or parameters.
// Must not know: who asks, and what for.
#pragma once

#include "library/modules.h"

#include <utility>
#include <vector>

namespace library {

using ProviderParameters = std::vector<std::pair<std::string, std::string>>;

// Opens the module of a provider that is looked for in `folder`. Nothing is done for one that is part of libcrypto, or not there. `file` is
// empty where libcrypto finds it by itself.
[[nodiscard]] OpenedModule openProvider(const Library& library, const std::string& folder, const std::string& name);

// What config(5) calls a provider that is configured and not activated: OSSL_PROVIDER_load finds its module and its parameters by its name.
// "" where there is nothing to tell.
[[nodiscard]] std::string providerText(const std::string& name, const std::string& module, const ProviderParameters& parameters);

// Has libcrypto know the text. A false answer has left its reason in the error queue.
[[nodiscard]] bool announceProvider(const Library& library, OSSL_LIB_CTX* context, const std::string& text);

} // namespace library
