// Owns: OpenSSL's error queue around one operation: empty before it, drained after it, and left to its other users as it was found.
// Must not know: what an error means.
#pragma once

#include "library/api.h"

#include <string>
#include <vector>

namespace ossl {

struct ErrorEntry {
  unsigned long code = 0; // packed, as ERR_get_error returns it
  int library = 0;
  int reason = 0;
  std::string libraryText;
  std::string reasonText; // differs between releases: compare (library, reason)
  std::string function;
  std::string file;
  int line = 0;
  std::string data;
};

using ErrorStack = std::vector<ErrorEntry>; // oldest first, as ERR_get_error hands them out

// The queue must be empty before an operation, since SSL_get_error before 4.0 reads it (SSL_get_error(3)). Where the queue is shared
// with Node (Node's own library), what Node left there is taken out for that long and put back.
class ErrorScope {
public:
  explicit ErrorScope(const library::Api& api);
  ~ErrorScope();
  ErrorScope(const ErrorScope&) = delete;
  ErrorScope& operator=(const ErrorScope&) = delete;

  [[nodiscard]] ErrorStack take();

private:
  const library::Api& api_;
  ErrorStack foreign_;
};

// What an operation has pushed so far, while its callback runs code that uses the queue for itself: taken out, and put back afterwards.
// Marks (ERR_set_mark) are not kept: no release holds one across a callback that this project sets.
class KeptErrors {
public:
  explicit KeptErrors(const library::Api& api);
  ~KeptErrors();
  KeptErrors(const KeptErrors&) = delete;
  KeptErrors& operator=(const KeptErrors&) = delete;

private:
  const library::Api& api_;
  ErrorStack kept_;
};

} // namespace ossl
