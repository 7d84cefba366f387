#include "wrap/records.h"

#include "wrap/certificate_record.h"
#include "wrap/ech.h"
#include "wrap/environment.h"
#include "wrap/exports.h"
#include "wrap/raw_keys.h"

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
  const EVP_PKEY* key = turnedDown->peerKey.get();
  if (key == nullptr && turnedDown->peer != nullptr) key = engine.api().X509_get0_pubkey(turnedDown->peer.get());
  record.Set("peerKey", publicKeyRecord(env, engine.api(), key));
  return record;
}

const char* passphraseName(ossl::PassphraseOutcome outcome) {
  switch (outcome) {
  case ossl::PassphraseOutcome::given:
    return "given";
  case ossl::PassphraseOutcome::refused:
    return "refused";
  case ossl::PassphraseOutcome::tooLong:
    return "too-long";
  case ossl::PassphraseOutcome::notTaken:
    return "not-taken";
  case ossl::PassphraseOutcome::unasked:
    break;
  }
  return "unasked";
}

// outcomeNumbers(): of this environment. The same for everyone who asks: a program can have this package's JavaScript twice.
Napi::Value outcomeNumbers(const Napi::CallbackInfo& info) {
  Environment& environment = environmentOf(info.Env());
  if (environment.numbers == nullptr) {
    auto numbers = Napi::Float64Array::New(info.Env(), kOutcomeNumbers);
    environment.numbersKept = Napi::Persistent(numbers);
    environment.numbers = numbers.Data();
  }
  return {info.Env(), static_cast<napi_value>(environment.numbersKept.Value())};
}

} // namespace

void exportRecords(Napi::Object exports) { exportFunction(exports, "outcomeNumbers", outcomeNumbers); }

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
  record.Set("passphrase", passphraseName(failure.passphrase));
  Napi::Object result = Napi::Object::New(env);
  result.Set("failure", record);
  return result;
}

Napi::Value report(Napi::Env env, const ossl::Engine& engine, const ossl::Outcome& outcome) {
  double* out = environmentOf(env).numbers;
  if (out == nullptr) throw Napi::Error::New(env, "outcomeNumbers was not called");
  out[0] = outcome.ret;
  out[1] = outcome.code;
  out[2] = outcome.systemError;
  out[3] = static_cast<double>(outcome.bytes);
  out[4] = static_cast<double>(engine.eventCount());
  out[5] = static_cast<double>(engine.bytesToRetry());
  if (!outcome.failed() && outcome.queue.empty()) return env.Undefined();

  Napi::Object record = Napi::Object::New(env);
  record.Set("queue", queueRecord(env, outcome.queue));
  record.Set("state", engine.api().SSL_state_string_long(engine.get()));
  record.Set("verifyResult", static_cast<double>(engine.api().SSL_get_verify_result(engine.get())));
  record.Set("turnedDown", turnedDownRecord(env, engine));
  record.Set("alertSent", alertRecord(env, engine.alertSent()));
  record.Set("alertReceived", alertRecord(env, engine.alertReceived()));
  record.Set("ech", echRejectionRecord(env, engine, outcome.queue));
  return record;
}

} // namespace wrap
