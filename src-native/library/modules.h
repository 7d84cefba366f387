// Owns: opening a module (a provider, an engine) before libcrypto opens it itself. libcrypto does so without RTLD_DEEPBIND, and the
// module's references would then bind to Node's OpenSSL; libcrypto takes a module that is open already as it is. Must not know: what a
// module does.
#pragma once

#include "library/library.h"

namespace library {

struct OpenedModule {
  std::string file;   // what libcrypto is to be told: the module, or the copy of it that is made for a private copy of libcrypto
  std::string reason; // why it must not be opened, "" if it is open
};

// Opens the file so that it runs on this library and no other. A module that another libcrypto would have to come along for is refused.
[[nodiscard]] OpenedModule openModule(const Library& library, const std::string& file);

// Where libcrypto looks for modules that are named without a folder.
[[nodiscard]] std::string providersFolder(const Api& api);
[[nodiscard]] std::string enginesFolder(const Api& api);
// The file that libcrypto makes of a name there, DSO_convert_filename(3).
[[nodiscard]] std::string moduleFile(const std::string& folder, const std::string& name);

} // namespace library
