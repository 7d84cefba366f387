#include "library/modules.h"

#include "library/elf_names.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace library {
namespace {

namespace fs = std::filesystem;

#ifdef __APPLE__
constexpr const char* kEnding = ".dylib";
#else
constexpr const char* kEnding = ".so";
#endif

std::string contents(const fs::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The ending of the names that OpenSSL's two libraries go by: it changes with their ABI.
std::string abiOf(unsigned long version) {
  const unsigned long major = version >> 28;
  return major < 3 ? "1.1" : std::to_string(major);
}

bool isOpenSSL(const std::string& name) { return name.starts_with("libcrypto.so") || name.starts_with("libssl.so"); }

// What the module's references to OpenSSL have to be called for it to find this one; empty if they are right as they are.
struct References {
  std::map<std::string, std::string> renamed;
  std::string foreign; // one that can only mean another OpenSSL
};

References referencesOf(const Library& library, const ElfNames& names) {
  References references;
  const std::string abi = abiOf(library.versionNumber);
  for (const std::string& needed : names.needed) {
    if (!isOpenSSL(needed) || needed == library.cryptoName || needed == library.sslName) continue;
    const bool crypto = needed.starts_with("libcrypto");
    const std::string& own = crypto ? library.cryptoName : library.sslName;
    const bool same = needed == (crypto ? "libcrypto.so." : "libssl.so.") + abi && own.size() == needed.size();
    if (same) {
      references.renamed.emplace(needed, own);
    } else {
      references.foreign = needed;
    }
  }
  return references;
}

OpenedModule refused(std::string reason) { return {"", std::move(reason)}; }

OpenedModule openAs(const std::string& file) {
  std::string error;
  const SharedLibrary module = SharedLibrary::open(file, error);
  return module.isOpen() ? OpenedModule{file, ""} : refused(error);
}

// A module of a private copy of libcrypto is copied too: once it is open, nobody looks for the file any more.
class Copies {
public:
  OpenedModule open(const Library& library, const std::string& file, std::string image, const References& references) {
    const std::lock_guard guard(lock_);
    const auto key = std::pair(library.cryptoName, file);
    if (const auto known = opened_.find(key); known != opened_.end()) return {known->second, ""};
    if (!renameInElf(image, references.renamed)) return refused(file + " does not name the libraries that it needs as expected");
    const OpenedModule made = openCopy(file, image);
    if (made.reason.empty()) opened_.emplace(key, made.file);
    return made;
  }

private:
  static OpenedModule openCopy(const std::string& file, const std::string& image) {
    std::error_code none;
    std::string folder = (fs::temp_directory_path(none) / "libssl-XXXXXX").string();
    // Only this user can enter it: nobody else can put a module into it.
    if (mkdtemp(folder.data()) == nullptr) return refused("no folder for a copy of " + file + " can be made in " + folder);
    const fs::path copy = fs::path(folder) / fs::path(file).filename();
    std::ofstream(copy, std::ios::binary) << image;
    OpenedModule made = openAs(copy.string());
    fs::remove_all(folder, none);
    return made;
  }

  std::mutex lock_;
  std::map<std::pair<std::string, std::string>, std::string> opened_;
};

// As long as the process: what is open stays open.
Copies& copies() {
  static auto* const all = new Copies; // NOLINT(cppcoreguidelines-owning-memory): never destroyed, threads may outlive main
  return *all;
}

std::string environmentOr(const char* variable, const std::string& fallback) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0' ? value : fallback;
}

std::string infoOf(const Api& api, long type) {
  const char* text = api.OPENSSL_info != nullptr ? api.OPENSSL_info(static_cast<int>(type)) : nullptr;
  return text != nullptr ? text : "";
}

// 1.1.1 answers in a sentence: ENGINESDIR: "/usr/lib/engines-1.1"
std::string quotedIn(const std::string& sentence) {
  const size_t first = sentence.find('"');
  const size_t last = sentence.rfind('"');
  return first == std::string::npos || last <= first ? "" : sentence.substr(first + 1, last - first - 1);
}

} // namespace

OpenedModule openModule(const Library& library, const std::string& file) {
  std::error_code none;
  if (!fs::is_regular_file(file, none)) return refused(file + " is no file");
  std::string image = contents(file);
  if (isCutShort(image)) return refused(file + " is damaged: it ends before its end");
  const std::optional<ElfNames> names = namesInElf(image);
  if (!names) return openAs(file); // of another system, or damaged: the loader will say so
  const References references = referencesOf(library, *names);
  if (!references.foreign.empty()) {
    const std::string own = library.cryptoName.empty() ? "this Node's own OpenSSL, which is no library" : library.cryptoName;
    return refused(file + " is made for " + references.foreign + " and would bring it along: it cannot run on " + own);
  }
  return references.renamed.empty() ? openAs(file) : copies().open(library, file, std::move(image), references);
}

std::string providersFolder(const Api& api) { return environmentOr("OPENSSL_MODULES", infoOf(api, OPENSSL_INFO_MODULES_DIR)); }

std::string enginesFolder(const Api& api) {
  const std::string own = api.OPENSSL_info != nullptr ? infoOf(api, OPENSSL_INFO_ENGINES_DIR)
                                                      : quotedIn(api.OpenSSL_version(static_cast<int>(OPENSSL_ENGINES_DIR)));
  return environmentOr("OPENSSL_ENGINES", own);
}

std::string moduleFile(const std::string& folder, const std::string& name) {
  const std::string file = name.find('/') == std::string::npos ? name + kEnding : name;
  return (fs::path(folder) / file).string();
}

} // namespace library
