#include "wrap/verification.h"

#include "ossl/engine.h"
#include "ossl/peer_statements.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

std::optional<int64_t> optionalNumber(const Napi::Object& object, const char* name) {
  const Napi::Value value = object.Get(name);
  if (value.IsUndefined()) return std::nullopt;
  return value.As<Napi::Number>().Int64Value();
}

Napi::Uint8Array copyOf(Napi::Env env, const std::string& bytes) {
  return napi::copyOf(env, std::vector<unsigned char>(bytes.begin(), bytes.end()));
}

// engineDane(engine): null if nothing matched
Napi::Value engineDane(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const ossl::Engine& engine = openEngine(info);
  const auto match = ossl::readDane(engine.api(), engine.get());
  if (!match) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("depth", match->depth);
  record.Set("usage", static_cast<int>(match->record.usage));
  record.Set("selector", static_cast<int>(match->record.selector));
  record.Set("matchingType", static_cast<int>(match->record.matchingType));
  record.Set("data", copyOf(env, match->record.data));
  return record;
}

// enginePeerCaNames(engine)
Napi::Value enginePeerCaNames(const Napi::CallbackInfo& info) {
  const ossl::Engine& engine = openEngine(info);
  const auto names = ossl::readPeerAuthorityNames(engine.api(), engine.get());
  return napi::toArray(info.Env(), names, [](Napi::Env env, const std::string& name) { return Napi::String::New(env, name); });
}

// engineScts(engine)
Napi::Value engineScts(const Napi::CallbackInfo& info) {
  const ossl::Engine& engine = openEngine(info);
  const auto timestamps = ossl::readTimestamps(engine.api(), engine.get());
  return napi::toArray(info.Env(), timestamps, [](Napi::Env env, const ossl::Timestamp& timestamp) {
    Napi::Object record = Napi::Object::New(env);
    record.Set("version", timestamp.version);
    record.Set("logId", napi::copyOf(env, timestamp.logId));
    record.Set("timestamp", static_cast<double>(timestamp.milliseconds));
    record.Set("source", timestamp.source);
    record.Set("status", timestamp.status);
    return record;
  });
}

} // namespace

ossl::VerifyParameters verifyParametersOf(const Napi::Object& options) {
  ossl::VerifyParameters parameters;
  const Napi::Value value = options.Get("verifyParameters");
  if (value.IsUndefined()) return parameters;
  const auto given = value.As<Napi::Object>();
  parameters.flags = static_cast<unsigned long>(optionalNumber(given, "flags").value_or(0));
  parameters.clearFlags = static_cast<unsigned long>(optionalNumber(given, "clearFlags").value_or(0));
  parameters.depth = napi::optionalInt(given, "depth");
  parameters.purpose = napi::optionalInt(given, "purpose");
  parameters.trust = napi::optionalInt(given, "trust");
  parameters.time = optionalNumber(given, "time");
  parameters.authLevel = napi::optionalInt(given, "authLevel");
  parameters.hosts = napi::strings(given, "hosts");
  const auto hostFlags = napi::optionalInt(given, "hostFlags");
  if (hostFlags) parameters.hostFlags = static_cast<unsigned>(*hostFlags);
  parameters.email = napi::optionalString(given, "email");
  parameters.ip = napi::optionalString(given, "ip");
  parameters.policies = napi::strings(given, "policies");
  return parameters;
}

std::optional<ossl::DaneSettings> daneOf(const Napi::Object& options) {
  const Napi::Value value = options.Get("dane");
  if (value.IsUndefined()) return std::nullopt;
  const auto given = value.As<Napi::Object>();
  ossl::DaneSettings settings;
  settings.name = given.Get("name").As<Napi::String>();
  settings.flags = static_cast<unsigned long>(optionalNumber(given, "flags").value_or(0));
  const auto records = given.Get("records").As<Napi::Array>();
  for (uint32_t i = 0; i < records.Length(); ++i) {
    const auto record = records.Get(i).As<Napi::Object>();
    const auto number = [&record](const char* name) { return static_cast<uint8_t>(record.Get(name).As<Napi::Number>().Uint32Value()); };
    settings.records.push_back(
        {number("usage"), number("selector"), number("matchingType"), napi::optionalBytes(record, "data").value_or("")});
  }
  return settings;
}

void exportVerification(Napi::Object exports) {
  exportFunction(exports, "engineDane", engineDane);
  exportFunction(exports, "enginePeerCaNames", enginePeerCaNames);
  exportFunction(exports, "engineScts", engineScts);
}

} // namespace wrap
