// Owns: keys and configurations of Encrypted Client Hello, OSSL_ECHSTORE_new(3), and the rule that a reading that fails leaves no part of
// itself behind.
// Must not know: JavaScript, contexts, connections.
#pragma once

#include "ossl/error_queue.h"
#include "ossl/handles.h"
#include "ossl/passphrase.h"
#include "ossl/setting_call.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ossl {

using EchStorePointer = Pointer<OSSL_ECHSTORE, &Api::OSSL_ECHSTORE_free>;

struct EchConfigWish {
  std::string publicName;
  std::string suite; // as OSSL_HPKE_str2suite(3) has it
  uint8_t maxNameLength = 0;
  uint16_t version = 0;
  bool forRetry = false;
};

struct EchPem {
  std::string text;
  std::optional<std::string> privateKey; // PEM, where it is not in `text`
  PassphrasePointer passphrase;
  bool forRetry = false;
};

struct EchEntry {
  std::string publicName;
  std::string text; // OpenSSL's form of the configuration
  int64_t age = 0;  // seconds
  bool hasPrivateKey = false;
  bool forRetry = false;
};

class EchStore {
public:
  // Null, with `failure` filled, where OpenSSL does not make one. The library must have OSSL_ECHSTORE_new.
  static std::shared_ptr<EchStore> create(std::shared_ptr<const Library> library, SettingFailure& failure);
  EchStore(const EchStore&) = delete;
  EchStore& operator=(const EchStore&) = delete;
  ~EchStore() = default;

  // Each says whether it was done; if not, `failure` says why, and nothing has changed.
  [[nodiscard]] bool generate(const EchConfigWish& wish, SettingFailure& failure);
  [[nodiscard]] bool readPem(const EchPem& pem, SettingFailure& failure);
  [[nodiscard]] bool readConfigList(const std::string& list, SettingFailure& failure);
  [[nodiscard]] bool downselect(int index, SettingFailure& failure);
  [[nodiscard]] bool flushKeys(int64_t age, SettingFailure& failure);
  // Of one entry with its private key, or, by OSSL_ECHSTORE_ALL, of all without: none if `failure` says why.
  [[nodiscard]] std::optional<std::string> toPem(int index, SettingFailure& failure) const;

  [[nodiscard]] std::vector<EchEntry> entries() const;
  [[nodiscard]] OSSL_ECHSTORE* get() const { return store_.get(); }
  [[nodiscard]] const Library& library() const { return *library_; }

private:
  EchStore(std::shared_ptr<const Library> library, EchStorePointer store);

  std::shared_ptr<const Library> library_; // outlives store_, which is freed through its table
  EchStorePointer store_;
};

// A text that OpenSSL gave away, freed; none of a null pointer.
[[nodiscard]] std::optional<std::string> takeText(const Api& api, char* text);
// Whether the list has at least one configuration that this OpenSSL can use, and none that it refuses.
[[nodiscard]] bool isUsableConfigList(const Api& api, const char* setting, const std::string& list, SettingFailure& failure);
// What OSSL_HPKE_str2suite(3) makes of a name, if this OpenSSL has such a suite.
[[nodiscard]] bool isHpkeSuite(const Api& api, const char* setting, const std::string& name, OSSL_HPKE_SUITE& suite,
                               SettingFailure& failure);

} // namespace ossl
