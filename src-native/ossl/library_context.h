// Owns: an OSSL_LIB_CTX, a set of providers apart from all others, or the default one; and what was loaded into it.
// Must not know: JavaScript, what is read in it.
#pragma once

#include "ossl/handles.h"
#include "ossl/setting_call.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ossl {

struct LibraryContextSettings {
  std::optional<std::string> modules; // the folder of its modules
  std::optional<std::string> config;  // a file
  std::optional<std::string> properties;
};

struct ProviderSettings {
  std::string name;
  std::optional<std::string> module; // a file, absolute
  bool retainFallbacks = false;
  std::vector<std::pair<std::string, std::string>> parameters;
};

struct ProviderInfo {
  std::string name;
  std::optional<std::string> version;
  std::optional<std::string> buildInfo;
  std::optional<bool> running;
};

class LibraryContext {
public:
  // Null, and `failure` filled, if OpenSSL refuses one of the settings.
  static std::shared_ptr<LibraryContext> create(std::shared_ptr<const Library> library, const LibraryContextSettings& settings,
                                                SettingFailure& failure);
  // That of everything which was given none. What is loaded into it stays.
  static std::shared_ptr<LibraryContext> ofDefault(std::shared_ptr<const Library> library);
  LibraryContext(const LibraryContext&) = delete;
  LibraryContext& operator=(const LibraryContext&) = delete;
  ~LibraryContext();

  // A number for the provider, nothing if it was refused.
  [[nodiscard]] std::optional<int> load(const ProviderSettings& settings, SettingFailure& failure);
  // Of one that load() gave a number. Nothing to do for one that is unloaded already.
  [[nodiscard]] bool unload(int provider, SettingFailure& failure);
  [[nodiscard]] bool selfTest(int provider, SettingFailure& failure) const;
  [[nodiscard]] ProviderInfo info(int provider) const;

  // Those in use. The default provider is loaded now if nothing else was.
  [[nodiscard]] std::vector<ProviderInfo> providers() const;
  [[nodiscard]] bool available(const std::string& name) const;

  [[nodiscard]] OSSL_LIB_CTX* get() const { return context_; } // null: the default one
  [[nodiscard]] const Library& library() const { return *library_; }
  [[nodiscard]] const Api& api() const { return library_->api; }

private:
  explicit LibraryContext(std::shared_ptr<const Library> library) : library_(std::move(library)) {}
  [[nodiscard]] bool apply(const LibraryContextSettings& settings, SettingFailure& failure);
  [[nodiscard]] bool obey(const std::string& file, SettingFailure& failure) const;
  [[nodiscard]] bool announce(const ProviderSettings& settings, SettingFailure& failure);
  [[nodiscard]] std::string folder() const;
  [[nodiscard]] OSSL_PROVIDER* loaded(int provider) const;

  std::shared_ptr<const Library> library_;
  OSSL_LIB_CTX* context_ = nullptr;
  bool own_ = false;
  std::optional<std::string> modules_;
  std::map<int, OSSL_PROVIDER*> loaded_;         // each holds one activation, given back by OSSL_PROVIDER_unload
  std::map<std::string, std::string> announced_; // by name: what was said of it when it was loaded first
  int last_ = 0;
};

} // namespace ossl
