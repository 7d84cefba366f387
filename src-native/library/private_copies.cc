// Owns: which private copies this process has loaded already.
#include "library/library.h"

#include <map>
#include <mutex>

namespace library {
namespace {

struct Copy {
  SharedLibrary crypto;
  SharedLibrary ssl;
};

struct Copies {
  std::mutex lock;
  std::map<std::pair<std::string, std::string>, Copy> loaded;
};

// As long as the process: the loaded code lives that long too.
Copies& copies() {
  static auto* const all = new Copies; // NOLINT(cppcoreguidelines-owning-memory): never destroyed, threads may outlive main
  return *all;
}

} // namespace

LoadResult loadKnownCopy(const std::string& cryptoFile, const std::string& sslFile) {
  Copy known;
  {
    const std::lock_guard guard(copies().lock);
    const auto found = copies().loaded.find({cryptoFile, sslFile});
    if (found == copies().loaded.end()) return {nullptr, "no copy of it is loaded", false};
    known = found->second;
  }
  return loadOpened(known.crypto, known.ssl);
}

LoadResult loadCopy(const std::string& cryptoFile, const std::string& sslFile, const std::string& cryptoCopy, const std::string& sslCopy) {
  LoadResult result = loadFiles(cryptoCopy, sslCopy);
  if (result.library == nullptr) return result;
  const std::lock_guard guard(copies().lock);
  copies().loaded.emplace(std::pair(cryptoFile, sslFile), Copy{result.library->crypto, result.library->ssl});
  return result;
}

} // namespace library
