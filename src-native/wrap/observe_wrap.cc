#include "napi/values.h"
#include "ossl/adjustment.h"
#include "ossl/secrets.h"
#include "wrap/ech.h"
#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

using ossl::Engine;
using ossl::Event;

Napi::Object eventRecord(Napi::Env env, const Event& event) {
  Napi::Object record = Napi::Object::New(env);
  switch (event.kind) {
  case Event::Kind::keylog:
    record.Set("kind", "keylog");
    record.Set("line", event.text);
    break;
  case Event::Kind::info:
    record.Set("kind", "info");
    record.Set("where", event.where);
    record.Set("ret", event.value);
    record.Set("state", event.text);
    break;
  case Event::Kind::message:
    record.Set("kind", "message");
    record.Set("sent", event.sent);
    record.Set("version", event.version);
    record.Set("contentType", event.contentType);
    record.Set("bytes", napi::copyOf(env, event.bytes));
    break;
  case Event::Kind::session:
    record.Set("kind", "session");
    record.Set("session", sessionHandle(env, event.session));
    break;
  case Event::Kind::removedSession:
    record.Set("kind", "removed-session");
    record.Set("session", sessionHandle(env, event.session));
    break;
  case Event::Kind::ech:
    record.Set("kind", "ech");
    record.Set("text", event.text);
    record.Set("outcome", echRecord(env, event.ech));
    break;
  }
  return record;
}

// engineEvents(engine): what was observed since the last call; also of a closed engine
Napi::Value engineEvents(const Napi::CallbackInfo& info) {
  return napi::toArray(info.Env(), presentEngine(info).takeEvents(), eventRecord);
}

Napi::Value madeOrRefused(Napi::Env env, bool made, const ossl::SettingFailure& failure) {
  if (made) return env.Undefined();
  return refusal(env, failure);
}

// engineKeyUpdate(engine, peerToo)
Napi::Value engineKeyUpdate(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool made = openEngine(info).keyUpdate(info[1].ToBoolean(), failure);
  return madeOrRefused(info.Env(), made, failure);
}

// engineRenegotiate(engine, abbreviated)
Napi::Value engineRenegotiate(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool made = openEngine(info).renegotiate(info[1].ToBoolean(), failure);
  return madeOrRefused(info.Env(), made, failure);
}

// engineRequestClientCertificate(engine)
Napi::Value engineRequestClientCertificate(const Napi::CallbackInfo& info) {
  ossl::SettingFailure failure;
  const bool made = openEngine(info).requestClientCertificate(failure);
  return madeOrRefused(info.Env(), made, failure);
}

// A number of up to 53 bits: flags of SSL_OP_ lie above the 32 of optionalInt.
std::optional<uint64_t> optionalFlags(const Napi::Object& object, const char* name) {
  const Napi::Value value = object.Get(name);
  if (value.IsUndefined()) return std::nullopt;
  return static_cast<uint64_t>(value.As<Napi::Number>().Int64Value());
}

// engineAdjust(engine, adjustment, optionsFrom | undefined, policyFrom | undefined, identity | undefined)
Napi::Value engineAdjust(const Napi::CallbackInfo& info) {
  const auto object = info[1].As<Napi::Object>();
  ossl::Adjustment adjustment;
  adjustment.setOptions = optionalFlags(object, "options");
  adjustment.clearOptions = optionalFlags(object, "clearOptions");
  adjustment.minProtocol = napi::optionalInt(object, "minProtocol");
  adjustment.maxProtocol = napi::optionalInt(object, "maxProtocol");
  adjustment.cipherList = napi::optionalString(object, "cipherList");
  if (!info[2].IsUndefined()) adjustment.optionsFrom = napi::handleAt<ossl::Context>(info, 2).get();
  if (!info[3].IsUndefined()) adjustment.policyFrom = napi::handleAt<ossl::Context>(info, 3).get();
  adjustment.maxSendFragment = napi::optionalInt(object, "maxSendFragment");
  if (!info[4].IsUndefined()) {
    adjustment.identity = napi::handleAt<ossl::Context>(info, 4).get();
    openEngine(info).keep(napi::handleAt<ossl::Context>(info, 4));
  }
  ossl::SettingFailure failure;
  const bool made = ossl::adjust(openEngine(info), adjustment, failure);
  return madeOrRefused(info.Env(), made, failure);
}

// engineExport(engine, size, label, context | null): {bytes} or {failure}
Napi::Value engineExport(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  std::optional<std::string> context;
  if (!info[3].IsNull()) {
    const napi::Bytes bytes = napi::bytesAt(info, 3);
    context.emplace(reinterpret_cast<const char*>(bytes.data), bytes.size);
  }
  ossl::SettingFailure failure;
  const std::vector<unsigned char> material =
      ossl::exportKeyingMaterial(openEngine(info), info[1].As<Napi::Number>().Uint32Value(), info[2].As<Napi::String>(), context, failure);
  if (material.empty()) return refusal(env, failure);
  Napi::Object result = Napi::Object::New(env);
  result.Set("bytes", napi::copyOf(env, material));
  return result;
}

// engineShared(engine): what both sides know, each empty if it is not known yet
Napi::Value engineShared(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const Engine& engine = openEngine(info);
  Napi::Object record = Napi::Object::New(env);
  record.Set("clientRandom", napi::copyOf(env, ossl::readShared(engine, ossl::Shared::clientRandom)));
  record.Set("serverRandom", napi::copyOf(env, ossl::readShared(engine, ossl::Shared::serverRandom)));
  record.Set("ownFinished", napi::copyOf(env, ossl::readShared(engine, ossl::Shared::ownFinished)));
  record.Set("peerFinished", napi::copyOf(env, ossl::readShared(engine, ossl::Shared::peerFinished)));
  return record;
}

// engineMasterKey(engine): empty if there is none
Napi::Value engineMasterKey(const Napi::CallbackInfo& info) { return napi::copyOf(info.Env(), ossl::readMasterKey(openEngine(info))); }

} // namespace

void exportObserve(Napi::Object exports) {
  exportFunction(exports, "engineEvents", engineEvents);
  exportFunction(exports, "engineKeyUpdate", engineKeyUpdate);
  exportFunction(exports, "engineRenegotiate", engineRenegotiate);
  exportFunction(exports, "engineRequestClientCertificate", engineRequestClientCertificate);
  exportFunction(exports, "engineAdjust", engineAdjust);
  exportFunction(exports, "engineExport", engineExport);
  exportFunction(exports, "engineShared", engineShared);
  exportFunction(exports, "engineMasterKey", engineMasterKey);
}

} // namespace wrap
