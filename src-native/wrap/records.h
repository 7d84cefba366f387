// Owns: turning what the engine answers into plain records. TypeScript makes results and errors of them.
#pragma once

#include "napi/values.h"
#include "ossl/cipher_info.h"
#include "ossl/engine.h"

namespace wrap {

Napi::Array queueRecord(Napi::Env env, const ossl::ErrorStack& queue);
// What create functions give back when OpenSSL refused a setting: {failure: {setting, function, detail, queue}}.
Napi::Object refusal(Napi::Env env, const ossl::SettingFailure& failure);

Napi::Object cipherRecord(Napi::Env env, const ossl::CipherInfo& cipher);

Napi::Value sessionHandle(Napi::Env env, std::shared_ptr<ossl::Session> session);

// The numbers of an outcome go where environment.h says, so that the usual answer makes no object. Returns undefined, or, where OpenSSL's
// error queue had something to say or the operation failed, a failure record.
Napi::Value report(Napi::Env env, const ossl::Engine& engine, const ossl::Outcome& outcome);

} // namespace wrap
