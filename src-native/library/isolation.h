// Owns: the proof that a loaded OpenSSL is itself, and not a shell around Node's own.
// Must not know: anything above the function table.
#pragma once

#include "library/api.h"

#include <string>

namespace library {

enum class Isolation {
  isolated, // its own code and its own error queue
  embedded, // Node's own OpenSSL, asked for as such: shared with Node by its nature
  shared,   // a file that Node itself runs on (a Node built with --shared-openssl): one copy serves both
  failed,   // it mixes with another copy: not usable
};

struct IsolationReport {
  Isolation state = Isolation::failed;
  std::string detail; // one sentence: what was seen
};

[[nodiscard]] IsolationReport proveIsolation(const Api& api, const SharedLibrary& crypto, const SharedLibrary& ssl);

} // namespace library
