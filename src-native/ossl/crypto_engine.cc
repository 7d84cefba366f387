#include "ossl/crypto_engine.h"

#include "library/modules.h"
#include "library/tokens.h"

#include <map>
#include <mutex>
#include <utility>

namespace ossl {
namespace {

// OpenSSL loads a module as an engine once, and refuses it a second time for as long as the first one lives: so who asks again gets that
// one.
struct Modules {
  std::mutex mutex;
  std::map<std::pair<decltype(Api::ENGINE_by_id), std::string>, std::weak_ptr<CryptoEngine>> engines;
};

Modules& modules() {
  static auto* const all = new Modules; // NOLINT(cppcoreguidelines-owning-memory): never destroyed, threads may outlive main
  return *all;
}

std::string text(const char* value) { return value != nullptr ? value : ""; }

} // namespace

CryptoEngine::CryptoEngine(std::shared_ptr<const Library> library) : library_(std::move(library)), ui_(makeUiMethod(library_->api)) {}

CryptoEngine::~CryptoEngine() {
  if (engine_ == nullptr) return;
  const std::scoped_lock lock(modules().mutex);
  const ErrorScope scope(library_->api);
  if (initialised_) library_->api.ENGINE_finish(engine_);
  library_->api.ENGINE_free(engine_);
}

std::shared_ptr<CryptoEngine> CryptoEngine::load(const std::shared_ptr<const Library>& library, const EngineRequest& request,
                                                 SettingFailure& failure) {
  PassphraseAsker asker(library->api, nullptr, request.id);
  const AnsweringUi answering(asker);
  keepOffTheTerminal(library->api);
  library::openTokenOfEnvironment();
  const std::shared_ptr<CryptoEngine> self =
      request.file ? ofModule(library, *request.file, request.id, failure) : ofId(library, request.id, failure);
  if (self == nullptr) return nullptr;
  for (const EngineCommand& command : request.commands) {
    if (!self->command(command, failure)) return nullptr;
  }
  return self->initialise(failure) ? self : nullptr;
}

std::shared_ptr<CryptoEngine> CryptoEngine::ofId(const std::shared_ptr<const Library>& library, const std::string& id,
                                                 SettingFailure& failure) {
  std::shared_ptr<CryptoEngine> self(new CryptoEngine(library));
  return self->find(id, failure) ? self : nullptr;
}

std::shared_ptr<CryptoEngine> CryptoEngine::ofModule(const std::shared_ptr<const Library>& library, const std::string& file,
                                                     const std::string& id, SettingFailure& failure) {
  Modules& known = modules();
  const auto key = std::pair(library->api.ENGINE_by_id, file);
  const std::scoped_lock lock(known.mutex);
  if (const auto found = known.engines.find(key); found != known.engines.end()) {
    if (std::shared_ptr<CryptoEngine> engine = found->second.lock()) return engine;
  }
  std::shared_ptr<CryptoEngine> self(new CryptoEngine(library));
  if (!self->open(file, id, failure)) {
    if (self->engine_ != nullptr) library->api.ENGINE_free(std::exchange(self->engine_, nullptr)); // its destructor would wait for the lock
    return nullptr;
  }
  known.engines.insert_or_assign(key, self);
  return self;
}

bool CryptoEngine::initialise(SettingFailure& failure) {
  const std::scoped_lock lock(modules().mutex);
  if (!initialised_) initialised_ = attempt(api(), failure, "engine", "ENGINE_init", [&] { return api().ENGINE_init(engine_) == 1; });
  return initialised_;
}

bool CryptoEngine::find(const std::string& id, SettingFailure& failure) {
  const Api& api = library_->api;
  // An engine that is built in has no such file: libcrypto is left to complain.
  static_cast<void>(library::openModule(*library_, library::moduleFile(library::enginesFolder(api), id)));
  return attempt(api, failure, "engine", "ENGINE_by_id", [&] {
    api.OPENSSL_init_crypto(static_cast<uint64_t>(OPENSSL_INIT_ENGINE_DYNAMIC), nullptr);
    engine_ = api.ENGINE_by_id(id.c_str());
    return engine_ != nullptr;
  });
}

// By the engine that loads others, as `openssl engine dynamic -pre SO_PATH:…` does.
bool CryptoEngine::open(const std::string& file, const std::string& id, SettingFailure& failure) {
  const Api& api = library_->api;
  const library::OpenedModule module = library::openModule(*library_, file);
  if (!module.reason.empty()) {
    failure = {"engine", "ENGINE_ctrl_cmd_string", module.reason, {}};
    return false;
  }
  const auto load = [&] {
    api.OPENSSL_init_crypto(static_cast<uint64_t>(OPENSSL_INIT_ENGINE_DYNAMIC), nullptr);
    engine_ = api.ENGINE_by_id("dynamic");
    if (engine_ == nullptr || api.ENGINE_ctrl_cmd_string(engine_, "SO_PATH", module.file.c_str(), 0) != 1) return false;
    if (!id.empty() && api.ENGINE_ctrl_cmd_string(engine_, "ID", id.c_str(), 0) != 1) return false;
    return api.ENGINE_ctrl_cmd_string(engine_, "LOAD", nullptr, 0) == 1;
  };
  return attempt(api, failure, "engine", "ENGINE_ctrl_cmd_string", load);
}

std::string CryptoEngine::id() const { return text(library_->api.ENGINE_get_id(engine_)); }
std::string CryptoEngine::name() const { return text(library_->api.ENGINE_get_name(engine_)); }

bool CryptoEngine::command(const EngineCommand& command, SettingFailure& failure) {
  const Api& api = library_->api;
  if (command.value) library::openTokenNamed(command.name, *command.value);
  return attempt(api, failure, "engine." + command.name, "ENGINE_ctrl_cmd_string", [&] {
    const char* value = command.value ? command.value->c_str() : nullptr;
    return api.ENGINE_ctrl_cmd_string(engine_, command.name.c_str(), value, command.optional ? 1 : 0) == 1;
  });
}

std::shared_ptr<PrivateKey> CryptoEngine::loadKey(const std::shared_ptr<CryptoEngine>& engine, const std::string& keyId,
                                                  const PassphrasePointer& passphrase, const std::string& setting,
                                                  SettingFailure& failure) {
  const Api& api = engine->library_->api;
  PassphraseAsker asker(api, passphrase, keyId);
  const AnsweringUi answering(asker);
  EVP_PKEY* key = nullptr;
  const bool loaded = attempt(api, failure, setting, "ENGINE_load_private_key", [&] {
    key = api.ENGINE_load_private_key(engine->engine_, keyId.c_str(), engine->ui_.get(), nullptr);
    return key != nullptr;
  });
  if (loaded) return std::make_shared<PrivateKey>(engine->library_, engine, key);
  failure.passphrase = asker.outcome();
  return nullptr;
}

} // namespace ossl
