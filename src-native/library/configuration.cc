#include "library/configuration.h"

#include "library/tokens.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace library {
namespace {

namespace fs = std::filesystem;

// CONF_VALUE has no tag in conf.h, so it cannot be named without it. Its members are part of the ABI.
struct ConfValue {
  char* section;
  char* name;
  char* value;
};

// "1.legacy" and "legacy" are the same name: what is in front of the dot only makes it unique in its section, config(5).
std::string withoutPrefix(const std::string& name) {
  const size_t dot = name.find('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

// "providers" and "providers.1" are of the same module.
bool isOf(const std::string& name, const std::string& kind) { return name == kind || name.starts_with(kind + "."); }

// How config(5) writes yes. 3.0 takes any value for one.
bool isOn(std::string value) {
  std::ranges::transform(value, value.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return value == "1" || value == "yes" || value == "true" || value == "on";
}

} // namespace

std::string quotedValue(const std::string& value) {
  std::string text(1, '"');
  for (const char letter : value) {
    if (letter == '"' || letter == '\\') text += '\\';
    text += letter;
  }
  text += '"';
  return text;
}

Configuration::Configuration(const Library& library, OSSL_LIB_CTX* context, std::string text)
    : library_(library), context_(context), text_(std::move(text)), configuration_(nullptr, FreeConfiguration{&library.api}) {}

std::unique_ptr<Configuration> Configuration::read(const Library& library, OSSL_LIB_CTX* context, const std::string& file) {
  const std::ifstream stream(file, std::ios::binary);
  std::stringstream text;
  text << stream.rdbuf();
  std::unique_ptr<Configuration> self(new Configuration(library, context, text.str()));
  if (stream.is_open() && self->parseText()) return self;
  if (stream.is_open()) return nullptr;
  self->renew();
  library.api.NCONF_load(self->configuration_.get(), file.c_str(), nullptr); // which says what the system says of it
  return nullptr;
}

std::unique_ptr<Configuration> Configuration::parse(const Library& library, OSSL_LIB_CTX* context, const std::string& text) {
  std::unique_ptr<Configuration> self(new Configuration(library, context, text));
  return self->parseText() ? std::move(self) : nullptr;
}

void Configuration::renew() {
  const Api& api = library_.api;
  configuration_.reset(api.NCONF_new_ex != nullptr ? api.NCONF_new_ex(context_, nullptr) : api.NCONF_new(nullptr));
}

bool Configuration::parseText() {
  renew();
  BIO* bio = library_.api.BIO_new_mem_buf(text_.data(), static_cast<int>(text_.size()));
  const bool taken = configuration_ != nullptr && bio != nullptr && library_.api.NCONF_load_bio(configuration_.get(), bio, nullptr) > 0;
  if (bio != nullptr) library_.api.BIO_free(bio);
  return taken;
}

// What comes later in a configuration replaces values of the same name. A CONF that is filled cannot be added to.
bool Configuration::add(const std::string& text) {
  text_ += text;
  return parseText();
}

std::vector<Configuration::Entry> Configuration::section(const std::string& name) const {
  const auto* stack = reinterpret_cast<const OPENSSL_STACK*>(library_.api.NCONF_get_section(configuration_.get(), name.c_str()));
  std::vector<Entry> entries;
  for (int index = 0; stack != nullptr && index < library_.api.OPENSSL_sk_num(stack); ++index) {
    const auto* entry = static_cast<const ConfValue*>(library_.api.OPENSSL_sk_value(stack, index));
    entries.push_back({entry->name != nullptr ? entry->name : "", entry->value != nullptr ? entry->value : ""});
  }
  return entries;
}

std::string Configuration::valueOf(const std::string& section, const std::string& name) const {
  const char* value = library_.api.NCONF_get_string(configuration_.get(), section.empty() ? nullptr : section.c_str(), name.c_str());
  return value != nullptr ? value : "";
}

std::string Configuration::openModules(const std::string& providers) {
  const std::string engines = enginesFolder(library_.api);
  std::string refused;
  for (const Entry& entry : section(valueOf("", "openssl_conf"))) {
    if (isOf(entry.name, "providers")) openListed({"identity", "module", providers}, entry.value, refused);
    if (isOf(entry.name, "engines")) openListed({"engine_id", "dynamic_path", engines}, entry.value, refused);
  }
  return refused;
}

void Configuration::openListed(const Kind& kind, const std::string& list, std::string& refused) {
  for (const Entry& listed : section(list)) openOne(kind, listed, refused);
}

void Configuration::openOne(const Kind& kind, const Entry& listed, std::string& refused) {
  std::string name = withoutPrefix(listed.name);
  std::string file;
  for (const Entry& entry : section(listed.value)) {
    const std::string key = withoutPrefix(entry.name);
    if (key == kind.name) name = entry.value;
    if (key == kind.file) file = entry.value;
    openTokenNamed(key, entry.value);
  }
  const fs::path path = file.empty() ? fs::path(moduleFile(kind.folder, name)) : fs::path(kind.folder) / file;
  std::error_code none;
  if (!fs::is_regular_file(path, none)) return;
  openTokenOfEnvironment();
  const OpenedModule opened = openModule(library_, path.string());
  if (!opened.reason.empty() && refused.empty()) refused = opened.reason;
  if (opened.file == path.string()) return;
  const std::string instead = opened.reason.empty() ? opened.file : path.string() + " (refused)";
  changed_ = add("\n[" + listed.value + "]\n" + kind.file + " = " + quotedValue(instead) + '\n') || changed_;
}

std::vector<std::string> Configuration::demanded() const {
  std::vector<std::string> names;
  for (const Entry& entry : section(valueOf("", "openssl_conf"))) {
    if (!isOf(entry.name, "providers")) continue;
    for (const Entry& listed : section(entry.value)) {
      std::string name = withoutPrefix(listed.name);
      bool activated = false;
      bool soft = false;
      for (const Entry& one : section(listed.value)) {
        const std::string key = withoutPrefix(one.name);
        if (key == "identity") name = one.value;
        if (key == "activate") activated = isOn(one.value);
        if (key == "soft_load") soft = isOn(one.value);
      }
      if (activated && !soft) names.push_back(name);
    }
  }
  return names;
}

bool Configuration::obey(unsigned long flags) const {
  const bool taken = library_.api.CONF_modules_load(configuration_.get(), nullptr, flags) > 0;
  if (taken || (flags & CONF_MFLAGS_IGNORE_RETURN_CODES) == 0) return taken;
  // What cannot be obeyed is passed over, unless the file itself asks for more.
  const std::string diagnostics = valueOf("", "config_diagnostics");
  return diagnostics.empty() || std::strtol(diagnostics.c_str(), nullptr, 10) == 0;
}

std::unique_ptr<Configuration> takeOverDefault(const Library& library) {
  const Api& api = library.api;
  char* file = api.CONF_get1_default_config_file();
  if (file == nullptr) return nullptr;
  std::unique_ptr<Configuration> configuration = Configuration::read(library, nullptr, file);
  api.CRYPTO_free(file, __FILE__, __LINE__);
  if (configuration == nullptr) return nullptr;
  // One that must not be opened is passed over, as libcrypto passes over one that cannot be.
  static_cast<void>(configuration->openModules(providersFolder(api)));
  return configuration->isChanged() ? std::move(configuration) : nullptr;
}

} // namespace library
