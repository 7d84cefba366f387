#include "ossl/session.h"

#include "napi/values.h"
#include "ossl/context.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

using ossl::Session;

constexpr int64_t kSessionWeight = 4096;

// sessionFromDer(library, bytes)
Napi::Value sessionFromDer(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const napi::Bytes bytes = napi::bytesAt(info, 1);
  ossl::SettingFailure failure;
  auto session = Session::fromDer(napi::handleAt<const library::Library>(info, 0), bytes.data, bytes.size, failure);
  if (session == nullptr) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("session", sessionHandle(env, std::move(session)));
  return result;
}

// sessionOf(engine): null if there is none
Napi::Value sessionOf(const Napi::CallbackInfo& info) {
  auto session = openEngine(info).session();
  if (session == nullptr) return info.Env().Null();
  return sessionHandle(info.Env(), std::move(session));
}

// sessionDer(session)
Napi::Value sessionDer(const Napi::CallbackInfo& info) { return napi::copyOf(info.Env(), napi::handleAt<Session>(info, 0)->toDer()); }

// sessionInfo(session)
Napi::Value sessionInfo(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const ossl::SessionInfo session = napi::handleAt<Session>(info, 0)->info();
  Napi::Object record = Napi::Object::New(env);
  record.Set("id", napi::copyOf(env, session.id));
  record.Set("protocol", session.protocol);
  record.Set("cipher", session.cipher);
  record.Set("serverName", napi::toValue(env, session.serverName));
  record.Set("alpn", napi::toValue(env, session.alpn));
  record.Set("created", static_cast<double>(session.created));
  record.Set("timeout", static_cast<double>(session.timeout));
  record.Set("hasTicket", session.hasTicket);
  record.Set("ticket", napi::copyOf(env, session.ticket));
  record.Set("ticketLifetime", static_cast<double>(session.ticketLifetime));
  record.Set("maxEarlyData", static_cast<double>(session.maxEarlyData));
  record.Set("resumable", session.resumable);
  record.Set("ticketAppData", napi::copyOf(env, session.ticketAppData));
  return record;
}

} // namespace

Napi::Value sessionHandle(Napi::Env env, std::shared_ptr<Session> session) {
  return napi::makeHandle(env, std::move(session), kSessionWeight);
}

void exportSession(Napi::Object exports) {
  exportFunction(exports, "sessionFromDer", sessionFromDer);
  exportFunction(exports, "sessionOf", sessionOf);
  exportFunction(exports, "sessionDer", sessionDer);
  exportFunction(exports, "sessionInfo", sessionInfo);
}

} // namespace wrap
