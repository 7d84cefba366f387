#include "ossl/ech_store.h"

#include "wrap/ech.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"
#include "wrap/passphrase.h"

#include <algorithm>

namespace wrap {
namespace {

using ossl::EchStore;

constexpr int64_t kStoreWeight = int64_t{4} * 1024;

Napi::Value doneOrRefused(Napi::Env env, bool done, const ossl::SettingFailure& failure) {
  if (done) return env.Undefined();
  return refusal(env, failure);
}

Napi::Value bytesOrNull(Napi::Env env, const std::vector<unsigned char>& bytes) {
  if (bytes.empty()) return env.Null();
  return napi::copyOf(env, bytes);
}

// createEchStore(library)
Napi::Value createEchStore(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ossl::SettingFailure failure;
  auto store = EchStore::create(napi::handleAt<const library::Library>(info, 0), failure);
  if (store == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("store", napi::makeHandle(env, std::move(store), kStoreWeight));
  return result;
}

// echStoreGenerate(store, {publicName, suite, maxNameLength, version, forRetry})
Napi::Value echStoreGenerate(const Napi::CallbackInfo& info) {
  const auto object = info[1].As<Napi::Object>();
  ossl::EchConfigWish wish;
  wish.publicName = object.Get("publicName").As<Napi::String>();
  wish.suite = object.Get("suite").As<Napi::String>();
  wish.maxNameLength = static_cast<uint8_t>(object.Get("maxNameLength").As<Napi::Number>().Uint32Value());
  wish.version = static_cast<uint16_t>(object.Get("version").As<Napi::Number>().Uint32Value());
  wish.forRetry = object.Get("forRetry").ToBoolean();
  ossl::SettingFailure failure;
  const bool done = napi::handleAt<EchStore>(info, 0)->generate(wish, failure);
  return doneOrRefused(info.Env(), done, failure);
}

// echStoreReadPem(store, {text, privateKey, passphrase, forRetry})
Napi::Value echStoreReadPem(const Napi::CallbackInfo& info) {
  const auto object = info[1].As<Napi::Object>();
  ossl::EchPem pem;
  pem.text = object.Get("text").As<Napi::String>();
  pem.privateKey = napi::optionalString(object, "privateKey");
  pem.passphrase = passphraseOf(napi::handleAt<EchStore>(info, 0)->library().api, object.Get("passphrase"));
  pem.forRetry = object.Get("forRetry").ToBoolean();
  ossl::SettingFailure failure;
  const bool done = napi::handleAt<EchStore>(info, 0)->readPem(pem, failure);
  return doneOrRefused(info.Env(), done, failure);
}

// echStoreReadConfigList(store, bytes)
Napi::Value echStoreReadConfigList(const Napi::CallbackInfo& info) {
  const napi::Bytes bytes = napi::bytesAt(info, 1);
  ossl::SettingFailure failure;
  const std::string list(reinterpret_cast<const char*>(bytes.data), bytes.size);
  const bool done = napi::handleAt<EchStore>(info, 0)->readConfigList(list, failure);
  return doneOrRefused(info.Env(), done, failure);
}

// echStoreDownselect(store, index)
Napi::Value echStoreDownselect(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool done = napi::handleAt<EchStore>(info, 0)->downselect(info[1].As<Napi::Number>().Int32Value(), failure);
  return doneOrRefused(info.Env(), done, failure);
}

// echStoreFlushKeys(store, seconds)
Napi::Value echStoreFlushKeys(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool done = napi::handleAt<EchStore>(info, 0)->flushKeys(info[1].As<Napi::Number>().Int64Value(), failure);
  return doneOrRefused(info.Env(), done, failure);
}

// echStorePem(store, index): {text} or {failure}
Napi::Value echStorePem(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ossl::SettingFailure failure;
  const auto text = napi::handleAt<EchStore>(info, 0)->toPem(info[1].As<Napi::Number>().Int32Value(), failure);
  if (!text) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("text", *text);
  return result;
}

// echStoreEntries(store)
Napi::Value echStoreEntries(const Napi::CallbackInfo& info) {
  return napi::toArray(info.Env(), napi::handleAt<EchStore>(info, 0)->entries(), [](Napi::Env env, const ossl::EchEntry& entry) {
    Napi::Object record = Napi::Object::New(env);
    record.Set("publicName", entry.publicName);
    record.Set("text", entry.text);
    record.Set("age", static_cast<double>(entry.age));
    record.Set("hasPrivateKey", entry.hasPrivateKey);
    record.Set("forRetry", entry.forRetry);
    return record;
  });
}

// contextSetEchStore(context, store | null)
Napi::Value contextSetEchStore(const Napi::CallbackInfo& info) {
  const auto context = napi::handleAt<ossl::Context>(info, 0);
  const EchStore* store = info[1].IsNull() ? nullptr : napi::handleAt<EchStore>(info, 1).get();
  ossl::SettingFailure failure;
  const bool done = ossl::setEchStore(*context, store, failure);
  return doneOrRefused(info.Env(), done, failure);
}

// engineEch(engine): null where this OpenSSL has no ECH
Napi::Value engineEch(const Napi::CallbackInfo& info) {
  const ossl::Engine& engine = openEngine(info);
  return echRecord(info.Env(), ossl::readEch(engine.api(), engine.get()));
}

// engineEchRetryConfigs(engine): null if there are none, or none that the server proved to be its own
Napi::Value engineEchRetryConfigs(const Napi::CallbackInfo& info) {
  const ossl::Engine& engine = openEngine(info);
  return bytesOrNull(info.Env(), ossl::readRetryConfigs(engine.api(), engine.get()));
}

// factsEch(facts)
Napi::Value factsEch(const Napi::CallbackInfo& info) { return echRecord(info.Env(), napi::handleAt<ossl::HandshakeFacts>(info, 0)->ech); }

} // namespace

std::optional<ossl::EchSettings> echOf(const Napi::Object& options) {
  const Napi::Value value = options.Get("ech");
  if (value.IsUndefined()) return std::nullopt;
  const auto given = value.As<Napi::Object>();
  ossl::EchSettings settings;
  settings.configList = napi::optionalBytes(given, "configList");
  settings.outerServerName = napi::optionalString(given, "outerServerName");
  settings.noOuterServerName = given.Get("noOuterServerName").ToBoolean();
  settings.outerAlpn = napi::optionalBytes(given, "outerAlpn").value_or("");
  settings.greaseSuite = napi::optionalString(given, "greaseSuite");
  settings.greaseType = napi::optionalInt(given, "greaseType");
  settings.options = static_cast<uint64_t>(given.Get("options").As<Napi::Number>().Int64Value());
  return settings;
}

Napi::Value echRecord(Napi::Env env, const std::optional<ossl::EchOutcome>& outcome) {
  if (!outcome) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("status", outcome->status);
  record.Set("innerName", napi::toValue(env, outcome->innerName));
  record.Set("outerName", napi::toValue(env, outcome->outerName));
  return record;
}

Napi::Value echRejectionRecord(Napi::Env env, const ossl::Engine& engine, const ossl::ErrorStack& queue) {
  const bool rejected = std::ranges::any_of(
      queue, [](const ossl::ErrorEntry& entry) { return entry.library == ERR_LIB_SSL && entry.reason == SSL_R_ECH_REQUIRED; });
  if (!rejected || engine.isServer()) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("outcome", echRecord(env, ossl::readEch(engine.api(), engine.get())));
  record.Set("retryConfigs", bytesOrNull(env, ossl::readRetryConfigs(engine.api(), engine.get())));
  return record;
}

void exportEch(Napi::Object exports) {
  exportFunction(exports, "createEchStore", createEchStore);
  exportFunction(exports, "echStoreGenerate", echStoreGenerate);
  exportFunction(exports, "echStoreReadPem", echStoreReadPem);
  exportFunction(exports, "echStoreReadConfigList", echStoreReadConfigList);
  exportFunction(exports, "echStoreDownselect", echStoreDownselect);
  exportFunction(exports, "echStoreFlushKeys", echStoreFlushKeys);
  exportFunction(exports, "echStorePem", echStorePem);
  exportFunction(exports, "echStoreEntries", echStoreEntries);
  exportFunction(exports, "contextSetEchStore", contextSetEchStore);
  exportFunction(exports, "engineEch", engineEch);
  exportFunction(exports, "engineEchRetryConfigs", engineEchRetryConfigs);
  exportFunction(exports, "factsEch", factsEch);
}

} // namespace wrap
