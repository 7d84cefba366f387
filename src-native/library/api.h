// Owns: the table of OpenSSL functions of one loaded library. Nothing in the addon reaches OpenSSL but through such a table.
// Must not know: how a library is found, or who calls what.
#pragma once

#include "library/openssl_types.h"
#include "library/shared_library.h"

#include <string>

namespace library {

struct Api {
#define REQUIRED(home, since, until, result, name, parameters) result(*name) parameters = nullptr;
#define OPTIONAL(home, since, until, result, name, parameters) result(*name) parameters = nullptr;
#define RENAMED(home, since, until, result, name, parameters, before) result(*name) parameters = nullptr;
#include "functions.inc"
#undef REQUIRED
#undef OPTIONAL
#undef RENAMED

  // True where the calling thread's error queue is not this library's alone but also Node's own.
  bool queueIsShared = false;
};

// Fills the table from the two files. Returns the name of the first required function that is missing, or "" if none is.
[[nodiscard]] std::string resolve(Api& api, const SharedLibrary& crypto, const SharedLibrary& ssl);

} // namespace library
