#include "ossl/crypto_engine.h"

#include "library/modules.h"
#include "library/tokens.h"

namespace ossl {
namespace {

std::string text(const char* value) { return value != nullptr ? value : ""; }

} // namespace

CryptoEngine::CryptoEngine(std::shared_ptr<const Library> library) : library_(std::move(library)), ui_(makeUiMethod(library_->api)) {}

CryptoEngine::~CryptoEngine() {
  if (engine_ == nullptr) return;
  const ErrorScope scope(library_->api);
  if (initialised_) library_->api.ENGINE_finish(engine_);
  library_->api.ENGINE_free(engine_);
}

std::shared_ptr<CryptoEngine> CryptoEngine::load(std::shared_ptr<const Library> library, const EngineRequest& request,
                                                 SettingFailure& failure) {
  std::shared_ptr<CryptoEngine> self(new CryptoEngine(std::move(library)));
  const Api& api = self->library_->api;
  PassphraseAsker asker(api, request.passphrase, request.id);
  const AnsweringUi answering(asker);
  library::openTokenOfEnvironment();
  const bool found = request.file ? self->open(request, failure) : self->find(request, failure);
  if (!found) return nullptr;
  for (const EngineCommand& command : request.commands) {
    if (!self->command(command, failure)) return nullptr;
  }
  const bool initialised = attempt(api, failure, "engine", "ENGINE_init", [&] { return api.ENGINE_init(self->engine_) == 1; });
  self->initialised_ = initialised;
  return initialised ? self : nullptr;
}

bool CryptoEngine::find(const EngineRequest& request, SettingFailure& failure) {
  const Api& api = library_->api;
  // An engine that is built in has no such file: libcrypto is left to complain.
  static_cast<void>(library::openModule(*library_, library::moduleFile(library::enginesFolder(api), request.id)));
  return attempt(api, failure, "engine", "ENGINE_by_id", [&] {
    api.OPENSSL_init_crypto(static_cast<uint64_t>(OPENSSL_INIT_ENGINE_DYNAMIC), nullptr);
    engine_ = api.ENGINE_by_id(request.id.c_str());
    return engine_ != nullptr;
  });
}

// By the engine that loads others, as `openssl engine dynamic -pre SO_PATH:…` does.
bool CryptoEngine::open(const EngineRequest& request, SettingFailure& failure) {
  const Api& api = library_->api;
  const library::OpenedModule module = library::openModule(*library_, *request.file);
  if (!module.reason.empty()) {
    failure = {"engine", "ENGINE_ctrl_cmd_string", module.reason, {}};
    return false;
  }
  const auto load = [&] {
    api.OPENSSL_init_crypto(static_cast<uint64_t>(OPENSSL_INIT_ENGINE_DYNAMIC), nullptr);
    engine_ = api.ENGINE_by_id("dynamic");
    if (engine_ == nullptr || api.ENGINE_ctrl_cmd_string(engine_, "SO_PATH", module.file.c_str(), 0) != 1) return false;
    if (!request.id.empty() && api.ENGINE_ctrl_cmd_string(engine_, "ID", request.id.c_str(), 0) != 1) return false;
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
