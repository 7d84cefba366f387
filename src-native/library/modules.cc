#include "library/modules.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace library {
namespace {

namespace fs = std::filesystem;

std::string environmentOr(const char* variable, const char* fallback) {
  const char* value = std::getenv(variable);
  if (value != nullptr && *value != '\0') return value;
  return fallback != nullptr ? fallback : "";
}

std::string contents(const fs::path& path) {
  const std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A file that includes others may name any module: those are not read here.
bool mayName(const std::string& configuration, const std::string& module) {
  return configuration.find(module) != std::string::npos || configuration.find(".include") != std::string::npos;
}

void openAll(const fs::path& folder, const std::string& configuration) {
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, none)) {
    if (!mayName(configuration, entry.path().stem().string())) continue;
    std::string error; // one that cannot be opened is libcrypto's to complain about
    static_cast<void>(SharedLibrary::open(entry.path().string(), error));
  }
}

} // namespace

void openModules(const Api& api) {
  if (api.OPENSSL_info == nullptr) return; // 1.1.1 has no providers
  const char* home = api.OPENSSL_info(static_cast<int>(OPENSSL_INFO_CONFIG_DIR));
  const fs::path usual = fs::path(home != nullptr ? home : "") / "openssl.cnf";
  const std::string configuration = contents(environmentOr("OPENSSL_CONF", usual.c_str()));
  if (configuration.empty()) return;
  openAll(environmentOr("OPENSSL_MODULES", api.OPENSSL_info(static_cast<int>(OPENSSL_INFO_MODULES_DIR))), configuration);
  openAll(environmentOr("OPENSSL_ENGINES", api.OPENSSL_info(static_cast<int>(OPENSSL_INFO_ENGINES_DIR))), configuration);
}

OpenedModule openModule(const Library&, const std::string& file) {
  std::string error;
  static_cast<void>(SharedLibrary::open(file, error));
  return {file, error};
}

std::string enginesFolder(const Api& api) {
  if (api.OPENSSL_info != nullptr) return environmentOr("OPENSSL_ENGINES", api.OPENSSL_info(static_cast<int>(OPENSSL_INFO_ENGINES_DIR)));
  const std::string told = api.OpenSSL_version(static_cast<int>(OPENSSL_ENGINES_DIR)); // ENGINESDIR: "/usr/lib/engines"
  const size_t from = told.find('"');
  const size_t to = told.rfind('"');
  return environmentOr("OPENSSL_ENGINES", from < to ? told.substr(from + 1, to - from - 1).c_str() : "");
}

std::string moduleFile(const std::string& folder, const std::string& name) { return (fs::path(folder) / (name + ".so")).string(); }

} // namespace library
