#include "library/tokens.h"

#include "library/shared_library.h"

#include <cstdlib>
#include <filesystem>
#include <set>

namespace library {
namespace {

// pkcs11-provider's parameter, and the command of libp11's engine.
const std::set<std::string>& parameters() {
  static const std::set<std::string> known = {"pkcs11-module-path", "MODULE_PATH"};
  return known;
}

void open(const std::string& file) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(file, none)) return;
  std::string error;
  static_cast<void>(SharedLibrary::open(file, error));
}

} // namespace

void openTokenNamed(const std::string& parameter, const std::string& value) {
  if (parameters().contains(parameter)) open(value);
}

void openTokenOfEnvironment() {
  for (const char* variable : {"PKCS11_PROVIDER_MODULE", "PKCS11_MODULE_PATH"}) {
    if (const char* file = std::getenv(variable); file != nullptr) open(file);
  }
}

} // namespace library
