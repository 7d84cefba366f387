// Owns: opening the modules that an openssl.cnf names before libcrypto opens them itself. libcrypto does so without RTLD_DEEPBIND, and a
// provider's references would then bind to Node's OpenSSL; libcrypto takes a module that is open already as it is.
// Must not know: what a provider does.
#pragma once

#include "library/library.h"

namespace library {

// To be called before the library is initialised, as that reads openssl.cnf.
void openModules(const Api& api);

struct OpenedModule {
  std::string file;   // what libcrypto is to be told
  std::string reason; // why it must not be opened, "" if it is open
};
[[nodiscard]] OpenedModule openModule(const Library& library, const std::string& file);
[[nodiscard]] std::string enginesFolder(const Api& api);
[[nodiscard]] std::string moduleFile(const std::string& folder, const std::string& name);

} // namespace library
