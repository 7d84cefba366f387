// Owns: one loaded OpenSSL: its files, its function table, its version and the proof of its isolation, and the count of what it has alive.
// Must not know: where candidates come from (lib/ssl/candidates.ts decides that).
#pragma once

#include "library/isolation.h"

#include <atomic>
#include <memory>
#include <string>

namespace library {

// How many objects made through this table are not yet freed. Read by tests and by whoever hunts a leak.
struct LiveObjects {
  std::atomic<long> contexts{0};
  std::atomic<long> connections{0};
  std::atomic<long> bios{0};
  std::atomic<long> sessions{0};
  std::atomic<long> libraryContexts{0};
};

struct Library {
  Api api;
  SharedLibrary crypto;
  SharedLibrary ssl;
  std::string versionText;
  unsigned long versionNumber = 0;
  std::string cryptoFile;
  std::string sslFile;
  std::string cryptoName; // the names that references to the two go by in this process; "" where they have none
  std::string sslName;
  IsolationReport isolation;
  mutable LiveObjects live;

  [[nodiscard]] bool has(const std::string& name) const;
};

struct LoadResult {
  std::shared_ptr<const Library> library; // null on failure
  std::string reason;                     // why it was turned down
  bool mixed = false;                     // it was turned down for mixing with another copy: a copy of its own could be used
};

[[nodiscard]] LoadResult loadFiles(const std::string& cryptoFile, const std::string& sslFile);
// Of two files that are open already.
[[nodiscard]] LoadResult loadOpened(const SharedLibrary& crypto, const SharedLibrary& ssl);
[[nodiscard]] LoadResult loadNodesOwn();

// Private copies (lib/ssl/private-copy.ts makes them), each under the names of the files that it is a copy of. A copy is never unloaded,
// and every worker thread that loaded its own would add one: so it is the process that knows them. A library over the copy that is loaded
// already; a null library if none is.
[[nodiscard]] LoadResult loadKnownCopy(const std::string& cryptoFile, const std::string& sslFile);
[[nodiscard]] LoadResult loadCopy(const std::string& cryptoFile, const std::string& sslFile, const std::string& cryptoCopy,
                                  const std::string& sslCopy);

} // namespace library
