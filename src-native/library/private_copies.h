// Owns: which private copies this process has loaded already (lib/ssl/private-copy.ts makes them). A copy is never unloaded, and every
// worker thread that loads its own would add one: so it is the process that knows them, behind a lock, and not an environment.
// Must not know: how a copy is made, or why.
#pragma once

#include "library/library.h"

namespace library {

// A library over the copy of these files that is loaded already; a null library if none is.
[[nodiscard]] LoadResult loadKnownCopy(const std::string& cryptoFile, const std::string& sslFile);

// Loads the copies and remembers them under the names of the files that they are copies of.
[[nodiscard]] LoadResult loadCopy(const std::string& cryptoFile, const std::string& sslFile, const std::string& cryptoCopy,
                                  const std::string& sslCopy);

} // namespace library
