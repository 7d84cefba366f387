#include "ossl/context.h"

#include "napi/values.h"
#include "wrap/compression.h"
#include "wrap/exports.h"
#include "wrap/extensions.h"
#include "wrap/kinds.h"
#include "wrap/passphrase.h"
#include "wrap/raw_keys.h"
#include "wrap/records.h"
#include "wrap/verification.h"

namespace wrap {
namespace {

// Roughly what an SSL_CTX and a small store of certificates take.
constexpr int64_t kContextWeight = int64_t{64} * 1024;

ossl::CaSource caSource(const Napi::Object& object) {
  const std::string kind = object.Get("kind").As<Napi::String>();
  ossl::CaSource source;
  source.kind = kind == "file"        ? ossl::CaSource::Kind::file
                : kind == "directory" ? ossl::CaSource::Kind::directory
                : kind == "default"   ? ossl::CaSource::Kind::defaultPaths
                                      : ossl::CaSource::Kind::text;
  source.value = napi::optionalString(object, "value").value_or("");
  return source;
}

ossl::ControlSetting controlSetting(const Napi::Object& object) {
  ossl::ControlSetting control;
  control.setting = object.Get("setting").As<Napi::String>();
  control.function = object.Get("function").As<Napi::String>();
  control.command = object.Get("command").As<Napi::Number>().Int32Value();
  control.number = static_cast<long>(object.Get("number").As<Napi::Number>().Int64Value());
  control.text = napi::optionalString(object, "text");
  control.answersOne = object.Get("answersOne").ToBoolean();
  return control;
}

ossl::NumberSetting numberSetting(const Napi::Object& object) {
  ossl::NumberSetting setting;
  setting.setting = object.Get("setting").As<Napi::String>();
  setting.function = object.Get("function").As<Napi::String>();
  setting.value = static_cast<uint64_t>(object.Get("value").As<Napi::Number>().Int64Value());
  return setting;
}

ossl::IdentitySetting identitySetting(const library::Api& api, const Napi::Object& object) {
  ossl::IdentitySetting identity;
  identity.place = object.Get("place").As<Napi::String>();
  identity.certificate = napi::optionalString(object, "certificate");
  identity.privateKey = napi::optionalString(object, "privateKey");
  const Napi::Value key = object.Get("key");
  if (!key.IsUndefined()) identity.key = napi::handleOf<ossl::PrivateKey>(object.Env(), key, "key");
  identity.passphrase = passphraseOf(api, object.Get("passphrase"));
  return identity;
}

ossl::Pkcs12Setting pkcs12Setting(const library::Api& api, const Napi::Object& object) {
  ossl::Pkcs12Setting setting;
  setting.setting = object.Get("setting").As<Napi::String>();
  setting.data = napi::optionalBytes(object, "data").value_or("");
  setting.passphrase = passphraseOf(api, object.Get("passphrase"));
  setting.asks = object.Get("passphrase").IsFunction();
  setting.trustCas = object.Get("trustCas").ToBoolean();
  setting.nameCas = object.Get("nameCas").ToBoolean();
  return setting;
}

ossl::ContextSettings settingsOf(const library::Api& api, const Napi::Object& options) {
  ossl::ContextSettings settings;
  settings.server = options.Get("server").ToBoolean();
  settings.datagrams = options.Get("datagrams").ToBoolean();
  settings.home.query = napi::optionalString(options, "propertyQuery");
  settings.cipherList = napi::optionalString(options, "cipherList");
  settings.cipherSuites = napi::optionalString(options, "cipherSuites");
  settings.observed = static_cast<unsigned>(napi::optionalInt(options, "observed").value_or(0));
  settings.asked = static_cast<unsigned>(napi::optionalInt(options, "asked").value_or(0));
  settings.number = napi::optionalInt(options, "number").value_or(0);
  settings.pskIdentityHint = napi::optionalString(options, "pskIdentityHint");
  settings.ticketKeys = napi::optionalBytes(options, "ticketKeys");
  settings.sessionIdContext = napi::optionalBytes(options, "sessionIdContext");
  const auto identities = options.Get("identities").As<Napi::Array>();
  for (uint32_t i = 0; i < identities.Length(); ++i)
    settings.identities.push_back(identitySetting(api, identities.Get(i).As<Napi::Object>()));
  settings.passphrase = passphraseOf(api, options.Get("passphrase"));
  const auto pkcs12 = options.Get("pkcs12").As<Napi::Array>();
  for (uint32_t i = 0; i < pkcs12.Length(); ++i) settings.pkcs12.push_back(pkcs12Setting(api, pkcs12.Get(i).As<Napi::Object>()));
  settings.verifyMode = napi::optionalInt(options, "verifyMode");
  settings.crls = napi::strings(options, "crls");
  settings.verifyParameters = verifyParametersOf(options);
  settings.clientCas = napi::strings(options, "clientCas");
  settings.dhParameters = napi::optionalString(options, "dhParameters");
  settings.ctValidation = napi::optionalInt(options, "ctValidation");
  settings.ctLogFile = napi::optionalString(options, "ctLogFile");
  settings.alpn = napi::optionalBytes(options, "alpn").value_or("");
  settings.rawKeys = rawKeysOf(options);
  settings.srtpProfiles = napi::optionalString(options, "srtpProfiles");
  const auto controls = options.Get("controls").As<Napi::Array>();
  for (uint32_t i = 0; i < controls.Length(); ++i) settings.controls.push_back(controlSetting(controls.Get(i).As<Napi::Object>()));
  const auto numbers = options.Get("numbers").As<Napi::Array>();
  for (uint32_t i = 0; i < numbers.Length(); ++i) settings.numbers.push_back(numberSetting(numbers.Get(i).As<Napi::Object>()));
  const auto ca = options.Get("ca").As<Napi::Array>();
  for (uint32_t i = 0; i < ca.Length(); ++i) settings.ca.push_back(caSource(ca.Get(i).As<Napi::Object>()));
  takeCompression(settings.compression, options);
  settings.extensions = extensionsOf(options);
  const auto conf = options.Get("conf").As<Napi::Array>();
  for (uint32_t i = 0; i < conf.Length(); ++i) {
    const auto pair = conf.Get(i).As<Napi::Array>();
    settings.conf.emplace_back(pair.Get(0U).As<Napi::String>(), pair.Get(1U).As<Napi::String>());
  }
  return settings;
}

// createContext(library, settings, trustOf | undefined, libraryContext | undefined)
Napi::Value createContext(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ossl::SettingFailure failure;
  ossl::ContextSettings settings = settingsOf(napi::handleAt<const library::Library>(info, 0)->api, info[1].As<Napi::Object>());
  if (!info[2].IsUndefined()) settings.trustOf = napi::handleAt<ossl::Context>(info, 2);
  if (!info[3].IsUndefined()) settings.home.context = napi::handleAt<ossl::LibraryContext>(info, 3);
  auto context = ossl::Context::create(napi::handleAt<const library::Library>(info, 0), settings, failure);
  if (context == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("context", napi::makeHandle(env, std::move(context), kContextWeight));
  return result;
}

// contextRaiseMinProtocol(context, version)
Napi::Value contextRaiseMinProtocol(const Napi::CallbackInfo& info) {
  napi::handleAt<ossl::Context>(info, 0)->raiseMinProtocol(info[1].As<Napi::Number>().Int32Value());
  return info.Env().Undefined();
}

// contextHasIdentity(context)
Napi::Value contextHasIdentity(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), napi::handleAt<ossl::Context>(info, 0)->hasIdentity());
}

// contextCiphers(context)
Napi::Value contextCiphers(const Napi::CallbackInfo& info) {
  const auto context = napi::handleAt<ossl::Context>(info, 0);
  return napi::toArray(info.Env(), ossl::readCiphers(context->api(), context->get()), cipherRecord);
}

} // namespace

void exportContext(Napi::Object exports) {
  exportFunction(exports, "createContext", createContext);
  exportFunction(exports, "contextRaiseMinProtocol", contextRaiseMinProtocol);
  exportFunction(exports, "contextHasIdentity", contextHasIdentity);
  exportFunction(exports, "contextCiphers", contextCiphers);
}

} // namespace wrap
