#include "wrap/records.h"

#include "wrap/certificate_record.h"

namespace wrap {
namespace {

Napi::Value alertRecord(Napi::Env env, const std::optional<ossl::Alert>& alert) {
  if (!alert) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("level", alert->level);
  record.Set("description", alert->description);
  return record;
}

Napi::Value heldCertificate(Napi::Env env, const ossl::Api& api, const ossl::X509Pointer& held) {
  if (held == nullptr) return env.Null();
  return certificateRecord(env, ossl::readCertificate(api, held.get()));
}

Napi::Value turnedDownRecord(Napi::Env env, const ossl::Engine& engine) {
  const auto& turnedDown = engine.turnedDown();
  if (!turnedDown) return env.Null();
  Napi::Object record = Napi::Object::New(env);
  record.Set("depth", turnedDown->depth);
  record.Set("certificate", heldCertificate(env, engine.api(), turnedDown->certificate));
  record.Set("peer", heldCertificate(env, engine.api(), turnedDown->peer));
  return record;
}

} // namespace

Napi::Array queueRecord(Napi::Env env, const ossl::ErrorStack& queue) {
  return napi::toArray(env, queue, [](Napi::Env inner, const ossl::ErrorEntry& entry) {
    Napi::Object record = Napi::Object::New(inner);
    record.Set("code", static_cast<double>(entry.code));
    record.Set("libraryCode", entry.library);
    record.Set("reasonCode", entry.reason);
    record.Set("library", entry.libraryText);
    record.Set("reason", entry.reasonText);
    record.Set("function", entry.function);
    record.Set("file", entry.file);
    record.Set("line", entry.line);
    record.Set("data", entry.data);
    return record;
  });
}

Napi::Object cipherRecord(Napi::Env env, const ossl::CipherInfo& cipher) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("name", cipher.name);
  record.Set("standardName", cipher.standardName);
  record.Set("bits", cipher.bits);
  record.Set("id", cipher.id);
  record.Set("protocol", cipher.protocol);
  return record;
}

Napi::Object refusal(Napi::Env env, const ossl::SettingFailure& failure) {
  Napi::Object record = Napi::Object::New(env);
  record.Set("setting", failure.setting);
  record.Set("function", failure.function);
  record.Set("detail", failure.detail);
  record.Set("queue", queueRecord(env, failure.queue));
  Napi::Object result = Napi::Object::New(env);
  result.Set("failure", record);
  return result;
}

Napi::Value report(Napi::Env env, const Napi::Value& numbers, const ossl::Engine& engine, const ossl::Outcome& outcome) {
  auto out = numbers.As<Napi::Float64Array>();
  if (out.ElementLength() < 5) throw Napi::TypeError::New(env, "the numbers of an outcome need room for five");
  out[0] = outcome.ret;
  out[1] = outcome.code;
  out[2] = outcome.systemError;
  out[3] = static_cast<double>(outcome.bytes);
  out[4] = static_cast<double>(engine.eventCount());
  if (!outcome.failed() && outcome.queue.empty()) return env.Undefined();

  Napi::Object record = Napi::Object::New(env);
  record.Set("queue", queueRecord(env, outcome.queue));
  record.Set("state", engine.api().SSL_state_string_long(engine.get()));
  record.Set("verifyResult", static_cast<double>(engine.api().SSL_get_verify_result(engine.get())));
  record.Set("turnedDown", turnedDownRecord(env, engine));
  record.Set("alertSent", alertRecord(env, engine.alertSent()));
  record.Set("alertReceived", alertRecord(env, engine.alertReceived()));
  return record;
}

} // namespace wrap
