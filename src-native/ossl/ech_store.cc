#include "ossl/ech_store.h"

#include "ossl/identity_settings.h"
#include "ossl/pem.h"

namespace ossl {
namespace {

constexpr const char* kBegin = "-----BEGIN ECHCONFIG-----";

EchStorePointer newStore(const Api& api) { return {api.OSSL_ECHSTORE_new(nullptr, nullptr), {&api}}; }

int countOf(const Api& api, OSSL_ECHSTORE* store, int (*count)(const OSSL_ECHSTORE*, int*)) {
  int number = 0;
  const ErrorScope scope(api);
  return count(store, &number) == 1 ? number : 0;
}

int entriesOf(const Api& api, OSSL_ECHSTORE* store) { return countOf(api, store, api.OSSL_ECHSTORE_num_entries); }

int keysOf(const Api& api, OSSL_ECHSTORE* store) {
  int number = 0;
  const ErrorScope scope(api);
  return api.OSSL_ECHSTORE_num_keys(store, &number) == 1 ? number : 0;
}

// Does `change` in a store of its own first: OpenSSL keeps what it took before it failed.
template <typename Change>
bool inBoth(const Api& api, OSSL_ECHSTORE* store, SettingFailure& failure, Change change) {
  const EchStorePointer trial = newStore(api);
  if (trial == nullptr) {
    failure = {"echStore", "OSSL_ECHSTORE_new", "", {}};
    return false;
  }
  return change(trial.get()) && change(store);
}

bool readList(const Api& api, OSSL_ECHSTORE* store, const char* setting, const std::string& list, SettingFailure& failure) {
  const int before = entriesOf(api, store);
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, list);
    return bio != nullptr && api.OSSL_ECHSTORE_read_echconfiglist(store, bio.get()) == 1;
  };
  if (!attempt(api, failure, setting, "OSSL_ECHSTORE_read_echconfiglist", read)) return false;
  if (entriesOf(api, store) > before) return true;
  failure = {setting, "OSSL_ECHSTORE_read_echconfiglist", "the list has no configuration of a version that this OpenSSL knows", {}};
  return false;
}

// Never OSSL_ECHSTORE_read_pem(3) for a text from outside: of an encrypted key it would ask the terminal for the passphrase. There may be
// no key, which is no failure.
bool readKey(const Api& api, const EchPem& pem, KeyPointer& key, SettingFailure& failure) {
  const std::string& text = pem.privateKey ? *pem.privateKey : pem.text;
  if (!pem.privateKey && text.find("PRIVATE KEY-----") == std::string::npos) return true;
  PassphraseAsker asker(api, pem.passphrase, "privateKey");
  const auto read = [&] {
    const PlainBioPointer bio = pemReader(api, text);
    if (bio != nullptr) key.reset(api.PEM_read_bio_PrivateKey(bio.get(), nullptr, PassphraseAsker::givePem, &asker));
    return key != nullptr;
  };
  if (attempt(api, failure, "privateKey", "PEM_read_bio_PrivateKey", read)) return true;
  failure.passphrase = asker.outcome();
  return false;
}

bool addWithKey(const Api& api, OSSL_ECHSTORE* store, const EchPem& pem, EVP_PKEY* key, SettingFailure& failure) {
  const size_t begin = pem.text.find(kBegin);
  if (begin == std::string::npos) {
    failure = {"pem", "OSSL_ECHSTORE_set1_key_and_read_pem", "no ECHCONFIG found in the PEM text", {}};
    return false;
  }
  if (pem.text.find(kBegin, begin + 1) != std::string::npos) {
    // OpenSSL would read the first and say nothing of the others (RFC 9934, 3: there is one).
    failure = {
        "pem", "OSSL_ECHSTORE_set1_key_and_read_pem", "there are several ECHCONFIG in the PEM text: each is to be read by itself", {}};
    return false;
  }
  const std::string list = pem.text.substr(begin);
  const int entries = entriesOf(api, store);
  const int keys = keysOf(api, store);
  const auto readAll = [&] {
    const PlainBioPointer bio = pemReader(api, list);
    return bio != nullptr && api.OSSL_ECHSTORE_set1_key_and_read_pem(store, key, bio.get(), pem.forRetry ? 1 : 0) == 1;
  };
  if (!attempt(api, failure, "pem", "OSSL_ECHSTORE_set1_key_and_read_pem", readAll)) return false;
  const char* wrong = entriesOf(api, store) == entries               ? "the list has no configuration of a version that this OpenSSL knows"
                      : key != nullptr && keysOf(api, store) == keys ? "the private key belongs to none of the configurations"
                                                                     : nullptr;
  if (wrong == nullptr) return true;
  failure = {"pem", "OSSL_ECHSTORE_set1_key_and_read_pem", wrong, {}};
  return false;
}

std::optional<std::string> writePem(const Api& api, OSSL_ECHSTORE* store, int index, SettingFailure& failure) {
  const PlainBioPointer bio(api.BIO_new(api.BIO_s_mem()), {&api});
  const auto write = [&] { return bio != nullptr && api.OSSL_ECHSTORE_write_pem(store, index, bio.get()) == 1; };
  if (!attempt(api, failure, "index", "OSSL_ECHSTORE_write_pem", write)) return std::nullopt;
  std::string text(api.BIO_ctrl_pending(bio.get()), '\0');
  const int size = text.empty() ? 0 : api.BIO_read(bio.get(), text.data(), static_cast<int>(text.size()));
  text.resize(size > 0 ? static_cast<size_t>(size) : 0);
  return text;
}

} // namespace

EchStore::EchStore(std::shared_ptr<const Library> library, EchStorePointer store)
    : library_(std::move(library)), store_(std::move(store)) {}

std::shared_ptr<EchStore> EchStore::create(std::shared_ptr<const Library> library, SettingFailure& failure) {
  ErrorScope scope(library->api);
  EchStorePointer store = newStore(library->api);
  if (store != nullptr) return std::shared_ptr<EchStore>(new EchStore(std::move(library), std::move(store)));
  failure = {"library", "OSSL_ECHSTORE_new", "", scope.take()};
  return nullptr;
}

// A new configuration is none that OpenSSL sends to be tried again with: one that was read can be.
bool EchStore::generate(const EchConfigWish& wish, SettingFailure& failure) {
  const Api& api = library_->api;
  OSSL_HPKE_SUITE suite{};
  if (!isHpkeSuite(api, "suite", wish.suite, suite, failure)) return false;
  const EchStorePointer fresh = newStore(api);
  const auto make = [&] {
    return fresh != nullptr &&
           api.OSSL_ECHSTORE_new_config(fresh.get(), wish.version, wish.maxNameLength, wish.publicName.c_str(), suite) == 1;
  };
  if (!attempt(api, failure, "publicName", "OSSL_ECHSTORE_new_config", make)) return false;
  const auto text = writePem(api, fresh.get(), static_cast<int>(OSSL_ECHSTORE_LAST), failure);
  if (!text) return false;
  EchPem pem;
  pem.text = *text;
  pem.forRetry = wish.forRetry;
  if (readPem(pem, failure)) return true;
  failure.setting = "publicName"; // all that OpenSSL can write and not read
  return false;
}

bool EchStore::readPem(const EchPem& pem, SettingFailure& failure) {
  const Api& api = library_->api;
  KeyPointer key(nullptr, {&api});
  if (!readKey(api, pem, key, failure)) return false;
  return inBoth(api, get(), failure, [&](OSSL_ECHSTORE* store) { return addWithKey(api, store, pem, key.get(), failure); });
}

bool EchStore::readConfigList(const std::string& list, SettingFailure& failure) {
  const Api& api = library_->api;
  return inBoth(api, get(), failure, [&](OSSL_ECHSTORE* store) { return readList(api, store, "configList", list, failure); });
}

bool EchStore::downselect(int index, SettingFailure& failure) {
  const Api& api = library_->api;
  return attempt(api, failure, "index", "OSSL_ECHSTORE_downselect", [&] { return api.OSSL_ECHSTORE_downselect(get(), index) == 1; });
}

bool EchStore::flushKeys(int64_t age, SettingFailure& failure) {
  const Api& api = library_->api;
  if (entriesOf(api, get()) == 0) return true; // which OpenSSL takes for a mistake
  return attempt(api, failure, "age", "OSSL_ECHSTORE_flush_keys",
                 [&] { return api.OSSL_ECHSTORE_flush_keys(get(), static_cast<time_t>(age)) == 1; });
}

std::optional<std::string> EchStore::toPem(int index, SettingFailure& failure) const {
  return writePem(library_->api, get(), index, failure);
}

std::vector<EchEntry> EchStore::entries() const {
  const Api& api = library_->api;
  const ErrorScope scope(api);
  std::vector<EchEntry> all;
  const int count = entriesOf(api, get());
  for (int index = 0; index < count; ++index) {
    time_t age = 0;
    char* name = nullptr;
    char* text = nullptr;
    int hasPrivateKey = 0;
    int forRetry = 0;
    if (api.OSSL_ECHSTORE_get1_info(get(), index, &age, &name, &text, &hasPrivateKey, &forRetry) != 1) continue;
    const auto publicName = takeText(api, name);
    const auto configuration = takeText(api, text);
    all.push_back({publicName.value_or(""), configuration.value_or(""), static_cast<int64_t>(age), hasPrivateKey == 1, forRetry == 1});
  }
  return all;
}

std::optional<std::string> takeText(const Api& api, char* text) {
  if (text == nullptr) return std::nullopt;
  std::string taken(text);
  api.CRYPTO_free(text, __FILE__, __LINE__);
  return taken;
}

bool isUsableConfigList(const Api& api, const char* setting, const std::string& list, SettingFailure& failure) {
  const EchStorePointer trial = newStore(api);
  if (trial != nullptr) return readList(api, trial.get(), setting, list, failure);
  failure = {setting, "OSSL_ECHSTORE_new", "", {}};
  return false;
}

bool isHpkeSuite(const Api& api, const char* setting, const std::string& name, OSSL_HPKE_SUITE& suite, SettingFailure& failure) {
  return attempt(api, failure, setting, "OSSL_HPKE_str2suite", [&] { return api.OSSL_HPKE_str2suite(name.c_str(), &suite) == 1; }) &&
         attempt(api, failure, setting, "OSSL_HPKE_suite_check", [&] { return api.OSSL_HPKE_suite_check(suite) == 1; });
}

} // namespace ossl
