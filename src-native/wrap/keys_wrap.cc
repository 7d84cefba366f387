#include "napi/values.h"
#include "ossl/certificate.h"
#include "ossl/crypto_engine.h"
#include "ossl/store.h"
#include "wrap/certificate_record.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"
#include "wrap/passphrase.h"
#include "wrap/records.h"

namespace wrap {
namespace {

using ossl::CryptoEngine;
using ossl::PrivateKey;
using ossl::StoreObject;
using LibraryPointer = std::shared_ptr<const library::Library>;

// In the order of StoreObject::Kind, as lib/native/keys.ts has them.
constexpr const char* kKinds[] = {"name", "parameters", "publicKey", "privateKey", "certificate", "crl"};

Napi::Value keyHandle(Napi::Env env, std::shared_ptr<PrivateKey> key) {
  constexpr int64_t kKeyWeight = 4096;
  return napi::makeHandle(env, std::move(key), kKeyWeight);
}

void setInfo(Napi::Object record, const ossl::KeyInfo& info, int securityBits) {
  record.Set("type", info.type);
  record.Set("bits", info.bits);
  record.Set("group", info.group);
  record.Set("securityBits", securityBits);
}

Napi::Object objectRecord(Napi::Env env, const library::Api& api, const StoreObject& object) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("kind", kKinds[static_cast<size_t>(object.kind)]);
  switch (object.kind) {
  case StoreObject::Kind::name:
    record.Set("uri", object.text);
    record.Set("description", object.description);
    break;
  case StoreObject::Kind::parameters:
    setInfo(record, object.info, 0);
    record.Set("pem", object.text);
    break;
  case StoreObject::Kind::publicKey:
    setInfo(record, object.info, object.securityBits);
    record.Set("der", napi::copyOf(env, object.der));
    break;
  case StoreObject::Kind::privateKey:
    record.Set("key", keyHandle(env, object.key));
    break;
  case StoreObject::Kind::certificate:
    record.Set("certificate", certificateRecord(env, ossl::readCertificate(api, object.certificate.get())));
    break;
  case StoreObject::Kind::crl:
    record.Set("der", napi::copyOf(env, object.der));
    break;
  }
  return record;
}

std::optional<StoreObject::Kind> kindNamed(const std::optional<std::string>& name) {
  for (size_t index = 0; name && index < std::size(kKinds); ++index) {
    if (*name == kKinds[index]) return static_cast<StoreObject::Kind>(index);
  }
  return std::nullopt;
}

// loadStore(library, uri, setting, expected | undefined, passphrase | undefined, propertyQuery | undefined,
// libraryContext | undefined): {objects} or {failure}
Napi::Value loadStore(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const LibraryPointer library = napi::handleAt<const library::Library>(info, 0);
  ossl::StoreRequest request;
  request.uri = info[1].As<Napi::String>();
  request.setting = info[2].As<Napi::String>();
  request.expected = kindNamed(napi::stringOf(info[3]));
  request.passphrase = passphraseOf(library->api, info[4]);
  request.home.query = napi::stringOf(info[5]);
  if (!info[6].IsUndefined()) request.home.context = napi::handleAt<ossl::LibraryContext>(info, 6);
  std::vector<StoreObject> objects;
  ossl::SettingFailure failure;
  if (!ossl::loadStore(library, request, objects, failure)) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("objects", napi::toArray(env, objects, [&library](Napi::Env inner, const StoreObject& object) {
               return objectRecord(inner, library->api, object);
             }));
  return result;
}

// keyFromPem(library, pem, passphrase | undefined, propertyQuery | undefined, libraryContext | undefined): {key} or {failure}
Napi::Value keyFromPem(const Napi::CallbackInfo& info) {
  const LibraryPointer library = napi::handleAt<const library::Library>(info, 0);
  ossl::Home home;
  home.query = napi::stringOf(info[3]);
  if (!info[4].IsUndefined()) home.context = napi::handleAt<ossl::LibraryContext>(info, 4);
  ossl::SettingFailure failure;
  auto key = ossl::readPrivateKey(library, home, info[1].As<Napi::String>(), passphraseOf(library->api, info[2]), failure);
  if (key == nullptr) return refusal(info.Env(), failure);
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("key", keyHandle(info.Env(), std::move(key)));
  return result;
}

// keyInfo(key): {type, bits, group, securityBits}
Napi::Value keyInfo(const Napi::CallbackInfo& info) {
  const PrivateKey& key = *napi::handleAt<PrivateKey>(info, 0);
  const ossl::ErrorScope scope(key.api());
  Napi::Object record = Napi::Object::New(info.Env());
  setInfo(record, ossl::readKey(key.api(), key.get()), key.api().EVP_PKEY_get_security_bits(key.get()));
  return record;
}

// keyPublic(key): {bytes} or {failure}
Napi::Value keyPublic(const Napi::CallbackInfo& info) {
  const PrivateKey& key = *napi::handleAt<PrivateKey>(info, 0);
  ossl::SettingFailure failure;
  const std::vector<unsigned char> der = ossl::readPublicKey(key.api(), key.get(), failure);
  if (der.empty()) return refusal(info.Env(), failure);
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("bytes", napi::copyOf(info.Env(), der));
  return result;
}

ossl::EngineCommand commandOf(const Napi::Object& object) {
  return {object.Get("name").As<Napi::String>(), napi::optionalString(object, "value"), object.Get("optional").ToBoolean()};
}

// loadCryptoEngine(library, id, file | undefined, commands): {engine, id, name} or {failure}
Napi::Value loadCryptoEngine(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const LibraryPointer library = napi::handleAt<const library::Library>(info, 0);
  ossl::EngineRequest request;
  request.id = info[1].As<Napi::String>();
  request.file = napi::stringOf(info[2]);
  const auto commands = info[3].As<Napi::Array>();
  for (uint32_t i = 0; i < commands.Length(); ++i) request.commands.push_back(commandOf(commands.Get(i).As<Napi::Object>()));
  ossl::SettingFailure failure;
  std::shared_ptr<CryptoEngine> engine = CryptoEngine::load(library, request, failure);
  if (engine == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("id", engine->id());
  result.Set("name", engine->name());
  result.Set("engine", napi::makeHandle(env, std::move(engine)));
  return result;
}

// cryptoEngineCommand(engine, command): undefined or {failure}
Napi::Value cryptoEngineCommand(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  if (napi::handleAt<CryptoEngine>(info, 0)->command(commandOf(info[1].As<Napi::Object>()), failure)) return info.Env().Undefined();
  return refusal(info.Env(), failure);
}

// cryptoEngineKey(library, engine, keyId, setting, passphrase | undefined): {key} or {failure}
Napi::Value cryptoEngineKey(const Napi::CallbackInfo& info) {
  const LibraryPointer library = napi::handleAt<const library::Library>(info, 0);
  ossl::SettingFailure failure;
  auto key = CryptoEngine::loadKey(napi::handleAt<CryptoEngine>(info, 1), info[2].As<Napi::String>(), passphraseOf(library->api, info[4]),
                                   info[3].As<Napi::String>(), failure);
  if (key == nullptr) return refusal(info.Env(), failure);
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("key", keyHandle(info.Env(), std::move(key)));
  return result;
}

} // namespace

void exportKeys(Napi::Object exports) {
  exportFunction(exports, "loadStore", loadStore);
  exportFunction(exports, "keyFromPem", keyFromPem);
  exportFunction(exports, "keyInfo", keyInfo);
  exportFunction(exports, "keyPublic", keyPublic);
  exportFunction(exports, "loadCryptoEngine", loadCryptoEngine);
  exportFunction(exports, "cryptoEngineCommand", cryptoEngineCommand);
  exportFunction(exports, "cryptoEngineKey", cryptoEngineKey);
}

} // namespace wrap
