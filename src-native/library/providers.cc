#include "library/providers.h"

#include "library/configuration.h"

#include <algorithm>
#include <filesystem>

namespace library {
namespace {

// Part of libcrypto: a context that finds no module has it all the same.
bool isBuiltIn(const Api& api, const std::string& name) {
  OSSL_LIB_CTX* empty = api.OSSL_LIB_CTX_new();
  if (empty == nullptr) return false;
  OSSL_PROVIDER* found = nullptr;
  if (api.OSSL_PROVIDER_set_default_search_path(empty, "/dev/null") == 1) found = api.OSSL_PROVIDER_try_load(empty, name.c_str(), 1);
  if (found != nullptr) api.OSSL_PROVIDER_unload(found);
  api.OSSL_LIB_CTX_free(empty);
  return found != nullptr;
}

// A value that is a section's name would be taken for that section, so these must be nobody's value.
std::string sectionName(std::string name, const ProviderParameters& parameters) {
  while (std::ranges::any_of(parameters, [&](const auto& parameter) { return parameter.second == name; })) name += '_';
  return name;
}

} // namespace

OpenedModule openProvider(const Library& library, const std::string& folder, const std::string& name) {
  const std::string file = moduleFile(folder, name);
  std::error_code none;
  if (!std::filesystem::is_regular_file(file, none)) return {};
  OpenedModule opened = openModule(library, file);
  if (!opened.reason.empty()) return isBuiltIn(library.api, name) ? OpenedModule{} : opened;
  return opened.file == file ? OpenedModule{} : opened;
}

std::string providerText(const std::string& name, const std::string& module, const ProviderParameters& parameters) {
  if (module.empty() && parameters.empty()) return "";
  const std::string all = sectionName("libssl_all", parameters);
  const std::string list = sectionName("libssl_list", parameters);
  const std::string one = sectionName("libssl_one", parameters);
  std::string text = "openssl_conf = " + all + "\n[" + all + "]\nproviders = " + list + "\n[" + list + "]\nlibssl = " + one + "\n[" + one +
                     "]\nidentity = " + quotedValue(name) + '\n';
  if (!module.empty()) text += "module = " + quotedValue(module) + '\n';
  for (const auto& [key, value] : parameters) text += key + " = " + quotedValue(value) + '\n';
  return text;
}

bool announceProvider(const Library& library, OSSL_LIB_CTX* context, const std::string& text) {
  const auto configuration = Configuration::parse(library, context, text);
  return configuration != nullptr && configuration->obey(0);
}

} // namespace library
