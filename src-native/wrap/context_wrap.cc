#include "ossl/context.h"

#include "napi/values.h"
#include "wrap/exports.h"
#include "wrap/kinds.h"
#include "wrap/records.h"

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

ossl::ContextSettings settingsOf(const Napi::Object& options) {
  ossl::ContextSettings settings;
  settings.server = options.Get("server").ToBoolean();
  settings.minProtocol = napi::optionalInt(options, "minProtocol");
  settings.maxProtocol = napi::optionalInt(options, "maxProtocol");
  settings.cipherList = napi::optionalString(options, "cipherList");
  settings.cipherSuites = napi::optionalString(options, "cipherSuites");
  settings.groups = napi::optionalString(options, "groups");
  settings.certificate = napi::optionalString(options, "certificate");
  settings.privateKey = napi::optionalString(options, "privateKey");
  settings.passphrase = napi::optionalString(options, "passphrase");
  settings.verifyMode = napi::optionalInt(options, "verifyMode");
  settings.alpn = napi::optionalString(options, "alpn").value_or("");
  const auto ca = options.Get("ca").As<Napi::Array>();
  for (uint32_t i = 0; i < ca.Length(); ++i) settings.ca.push_back(caSource(ca.Get(i).As<Napi::Object>()));
  const auto conf = options.Get("conf").As<Napi::Array>();
  for (uint32_t i = 0; i < conf.Length(); ++i) {
    const auto pair = conf.Get(i).As<Napi::Array>();
    settings.conf.emplace_back(pair.Get(0U).As<Napi::String>(), pair.Get(1U).As<Napi::String>());
  }
  return settings;
}

// createContext(library, settings)
Napi::Value createContext(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ossl::SettingFailure failure;
  auto context = ossl::Context::create(napi::handleAt<const library::Library>(info, 0), settingsOf(info[1].As<Napi::Object>()), failure);
  if (context == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("context", napi::makeHandle(env, std::move(context), kContextWeight));
  return result;
}

} // namespace

void exportContext(Napi::Object exports) { exportFunction(exports, "createContext", createContext); }

} // namespace wrap
