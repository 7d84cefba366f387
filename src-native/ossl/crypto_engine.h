// Owns: a loadable module of cryptography as it was before providers, an ENGINE: found, told its settings, initialised, asked for keys.
// Must not know: what it does. (An engine of this project, ossl::Engine, is something else: a connection.)
#pragma once

#include "ossl/passphrase.h"
#include "ossl/private_key.h"

#include <vector>

namespace ossl {

struct EngineCommand {
  std::string name;
  std::optional<std::string> value;
  bool optional = false; // one that the engine does not know is passed over
};

struct EngineRequest {
  std::string id;                  // '' for a file whose engine says its own
  std::optional<std::string> file; // the module's; else OpenSSL looks for the id among those that it knows and in its folder
  std::vector<EngineCommand> commands;
};

class CryptoEngine {
public:
  // Null: `failure` says why. The caller has made sure that the library has ENGINE_by_id.
  // A module that is in use already is told the commands and given again.
  static std::shared_ptr<CryptoEngine> load(const std::shared_ptr<const Library>& library, const EngineRequest& request,
                                            SettingFailure& failure);
  CryptoEngine(const CryptoEngine&) = delete;
  CryptoEngine& operator=(const CryptoEngine&) = delete;
  ~CryptoEngine();

  [[nodiscard]] std::string id() const;
  [[nodiscard]] std::string name() const;
  [[nodiscard]] bool command(const EngineCommand& command, SettingFailure& failure);
  // A key lives no longer than its engine: it keeps it. Null: `failure` says why.
  static std::shared_ptr<PrivateKey> loadKey(const std::shared_ptr<CryptoEngine>& engine, const std::string& keyId,
                                             const PassphrasePointer& passphrase, const std::string& setting, SettingFailure& failure);

private:
  explicit CryptoEngine(std::shared_ptr<const Library> library);
  static std::shared_ptr<CryptoEngine> ofId(const std::shared_ptr<const Library>& library, const std::string& id, SettingFailure& failure);
  static std::shared_ptr<CryptoEngine> ofModule(const std::shared_ptr<const Library>& library, const std::string& file,
                                                const std::string& id, SettingFailure& failure);
  bool find(const std::string& id, SettingFailure& failure);
  bool open(const std::string& file, const std::string& id, SettingFailure& failure);
  bool initialise(SettingFailure& failure);
  [[nodiscard]] const Api& api() const { return library_->api; }

  std::shared_ptr<const Library> library_;
  UiMethodPointer ui_; // an engine may keep it as long as it lives
  ENGINE* engine_ = nullptr;
  bool initialised_ = false;
};

} // namespace ossl
