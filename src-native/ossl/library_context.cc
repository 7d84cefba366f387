#include "ossl/library_context.h"

#include "library/configuration.h"
#include "library/providers.h"
#include "library/tokens.h"

namespace ossl {
namespace {

ProviderInfo read(const Api& api, const OSSL_PROVIDER* provider) {
  const char* name = api.OSSL_PROVIDER_get0_name(provider);
  ProviderInfo info{name != nullptr ? name : "", std::nullopt, std::nullopt, std::nullopt};
  char* version = nullptr;
  char* buildInfo = nullptr;
  unsigned int status = 0;
  OSSL_PARAM parameters[] = {api.OSSL_PARAM_construct_utf8_ptr("version", &version, 0),
                             api.OSSL_PARAM_construct_utf8_ptr("buildinfo", &buildInfo, 0),
                             api.OSSL_PARAM_construct_uint("status", &status), api.OSSL_PARAM_construct_end()};
  if (api.OSSL_PROVIDER_get_params(provider, parameters) != 1) return info; // some tell nothing of themselves
  constexpr auto kUntouched = static_cast<size_t>(-1);                      // OSSL_PARAM_UNMODIFIED
  if (version != nullptr) info.version = version;
  if (buildInfo != nullptr) info.buildInfo = buildInfo;
  if (parameters[2].return_size != kUntouched) info.running = status == 1;
  return info;
}

struct Listing {
  const Api* api = nullptr;
  std::vector<ProviderInfo> providers;
};

int list(OSSL_PROVIDER* provider, void* data) {
  auto* listing = static_cast<Listing*>(data);
  listing->providers.push_back(read(*listing->api, provider));
  return 1;
}

} // namespace

std::shared_ptr<LibraryContext> LibraryContext::create(std::shared_ptr<const Library> library, const LibraryContextSettings& settings,
                                                       SettingFailure& failure) {
  std::shared_ptr<LibraryContext> self(new LibraryContext(std::move(library)));
  const Api& api = self->api();
  const auto make = [&] { return (self->context_ = api.OSSL_LIB_CTX_new()) != nullptr; };
  if (!attempt(api, failure, "libraryContext", "OSSL_LIB_CTX_new", make)) return nullptr;
  self->own_ = true;
  ++self->library().live.libraryContexts;
  return self->apply(settings, failure) ? self : nullptr;
}

std::shared_ptr<LibraryContext> LibraryContext::ofDefault(std::shared_ptr<const Library> library) {
  return std::shared_ptr<LibraryContext>(new LibraryContext(std::move(library)));
}

LibraryContext::~LibraryContext() {
  if (!own_) return;
  const ErrorScope scope(api());
  for (const auto& [number, provider] : loaded_) api().OSSL_PROVIDER_unload(provider);
  api().OSSL_LIB_CTX_free(context_);
  --library_->live.libraryContexts;
}

bool LibraryContext::apply(const LibraryContextSettings& settings, SettingFailure& failure) {
  modules_ = settings.modules;
  return (!modules_ || attempt(api(), failure, "modules", "OSSL_PROVIDER_set_default_search_path",
                               [&] { return api().OSSL_PROVIDER_set_default_search_path(context_, modules_->c_str()) == 1; })) &&
         (!settings.config || obey(*settings.config, failure)) &&
         (!settings.properties || attempt(api(), failure, "properties", "EVP_set_default_properties",
                                          [&] { return api().EVP_set_default_properties(context_, settings.properties->c_str()) == 1; }));
}

// OSSL_LIB_CTX_load_config(3) in its parts, so that the modules which the file names are opened before they are asked for.
bool LibraryContext::obey(const std::string& file, SettingFailure& failure) const {
  constexpr const char* kFunction = "OSSL_LIB_CTX_load_config";
  std::unique_ptr<library::Configuration> configuration;
  const auto read = [&] {
    configuration = library::Configuration::read(library(), context_, file);
    return configuration != nullptr;
  };
  if (!attempt(api(), failure, "config", kFunction, read)) return false;
  std::string refused;
  {
    const ErrorScope scope(api());
    refused = configuration->openModules(folder());
  }
  if (!refused.empty()) {
    failure = {"config", kFunction, std::move(refused), {}};
    return false;
  }
  if (!attempt(api(), failure, "config", kFunction, [&] { return configuration->obey(0); })) return false;
  for (const std::string& name : configuration->demanded()) {
    if (available(name)) continue;
    // OpenSSL has dropped its reasons: asked for the provider alone it tells them.
    const auto again = [&] {
      OSSL_PROVIDER* loaded = api().OSSL_PROVIDER_try_load(context_, name.c_str(), 1);
      return loaded != nullptr && api().OSSL_PROVIDER_unload(loaded) == 1 && available(name);
    };
    if (!attempt(api(), failure, "config", kFunction, again, "a provider that it activates is not to be had")) return false;
  }
  return true;
}

std::string LibraryContext::folder() const { return modules_ ? *modules_ : library::providersFolder(api()); }

bool LibraryContext::announce(const ProviderSettings& settings, SettingFailure& failure) {
  constexpr const char* kFunction = "OSSL_PROVIDER_load";
  const auto refuse = [&](std::string detail) {
    failure = {"provider", kFunction, std::move(detail), {}};
    return false;
  };
  library::openTokenOfEnvironment();
  for (const auto& [name, value] : settings.parameters) library::openTokenNamed(name, value);
  library::OpenedModule opened;
  {
    const ErrorScope scope(api());
    opened = settings.module ? library::openModule(library(), *settings.module) : library::openProvider(library(), folder(), settings.name);
  }
  if (!opened.reason.empty()) return refuse(opened.reason);
  const std::string text = library::providerText(settings.name, opened.file, settings.parameters);
  const auto known = announced_.find(settings.name);
  const bool before = known != announced_.end();
  if (before ? known->second != text : !text.empty() && available(settings.name))
    return refuse("it is loaded already, and keeps the module and the parameters that it was loaded with first");
  if (!before && !text.empty()) {
    const bool taken = attempt(api(), failure, "provider", kFunction, [&] { return library::announceProvider(library(), context_, text); });
    if (!taken) return false;
  }
  announced_.emplace(settings.name, text);
  return true;
}

std::optional<int> LibraryContext::load(const ProviderSettings& settings, SettingFailure& failure) {
  if (!announce(settings, failure)) return std::nullopt;
  OSSL_PROVIDER* provider = nullptr;
  const bool taken = attempt(api(), failure, "provider", "OSSL_PROVIDER_load", [&] {
    provider = api().OSSL_PROVIDER_try_load(context_, settings.name.c_str(), settings.retainFallbacks ? 1 : 0);
    return provider != nullptr;
  });
  if (!taken) return std::nullopt;
  loaded_.emplace(++last_, provider);
  return last_;
}

OSSL_PROVIDER* LibraryContext::loaded(int provider) const {
  const auto found = loaded_.find(provider);
  return found != loaded_.end() ? found->second : nullptr;
}

bool LibraryContext::unload(int provider, SettingFailure& failure) {
  OSSL_PROVIDER* found = loaded(provider);
  if (found == nullptr) return true;
  if (!attempt(api(), failure, "provider", "OSSL_PROVIDER_unload", [&] { return api().OSSL_PROVIDER_unload(found) == 1; })) return false;
  loaded_.erase(provider);
  return true;
}

bool LibraryContext::selfTest(int provider, SettingFailure& failure) const {
  const OSSL_PROVIDER* found = loaded(provider);
  return attempt(api(), failure, "provider", "OSSL_PROVIDER_self_test",
                 [&] { return found != nullptr && api().OSSL_PROVIDER_self_test(found) == 1; });
}

ProviderInfo LibraryContext::info(int provider) const {
  const ErrorScope scope(api());
  const OSSL_PROVIDER* found = loaded(provider);
  return found != nullptr ? read(api(), found) : ProviderInfo{};
}

std::vector<ProviderInfo> LibraryContext::providers() const {
  const ErrorScope scope(api());
  Listing listing{&api(), {}};
  api().OSSL_PROVIDER_do_all(context_, list, &listing);
  return std::move(listing.providers);
}

bool LibraryContext::available(const std::string& name) const {
  const ErrorScope scope(api());
  return api().OSSL_PROVIDER_available(context_, name.c_str()) == 1;
}

} // namespace ossl
