// What DTLS adds to an engine.
#include "ossl/srtp.h"

#include "wrap/engine_call.h"
#include "wrap/exports.h"

namespace wrap {
namespace {

using ossl::Engine;

template <typename Get>
Engine& datagramEngine(const Napi::CallbackInfo& info, Get get) {
  Engine& engine = get(info);
  if (!engine.hasDatagrams()) throw Napi::Error::New(info.Env(), "the engine is none of datagrams");
  return engine;
}

template <ossl::Outcome (Engine::*Operation)()>
Napi::Value operateDatagrams(const Napi::CallbackInfo& info) {
  static_cast<void>(datagramEngine(info, idleEngine));
  return operate<Operation>(info);
}

// engineFeedDatagram(engine, bytes)
Napi::Value engineFeedDatagram(const Napi::CallbackInfo& info) {
  Engine& engine = datagramEngine(info, openEngine);
  const napi::Bytes bytes = napi::bytesAt(info, 1);
  engine.feedDatagram(bytes.data, bytes.size);
  return info.Env().Undefined();
}

// engineDrainDatagrams(engine)
Napi::Value engineDrainDatagrams(const Napi::CallbackInfo& info) {
  return napi::toArray(info.Env(), datagramEngine(info, openEngine).datagrams().drain(), napi::copyOf);
}

// engineDatagramsToDrain(engine)
Napi::Value engineDatagramsToDrain(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(datagramEngine(info, openEngine).datagrams().pending()));
}

// engineDtlsTimeout(engine): milliseconds; null if no timer runs
Napi::Value engineDtlsTimeout(const Napi::CallbackInfo& info) {
  const std::optional<long> left = datagramEngine(info, openEngine).timeout();
  if (!left) return info.Env().Null();
  return Napi::Number::New(info.Env(), static_cast<double>(*left));
}

// engineDataMtu(engine)
Napi::Value engineDataMtu(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(datagramEngine(info, openEngine).dataMtu()));
}

// engineSrtpProfile(engine): { name, id }, or null
Napi::Value engineSrtpProfile(const Napi::CallbackInfo& info) {
  const Engine& engine = datagramEngine(info, openEngine);
  const std::optional<ossl::SrtpProfile> profile = ossl::selectedSrtpProfile(engine.api(), engine.get());
  if (!profile) return info.Env().Null();
  Napi::Object record = Napi::Object::New(info.Env());
  record.Set("name", profile->name);
  record.Set("id", static_cast<double>(profile->id));
  return record;
}

} // namespace

void exportDatagrams(Napi::Object exports) {
  exportFunction(exports, "engineListen", operateDatagrams<&Engine::listen>);
  exportFunction(exports, "engineHandleTimeout", operateDatagrams<&Engine::handleTimeout>);
  exportFunction(exports, "engineFeedDatagram", engineFeedDatagram);
  exportFunction(exports, "engineDrainDatagrams", engineDrainDatagrams);
  exportFunction(exports, "engineDatagramsToDrain", engineDatagramsToDrain);
  exportFunction(exports, "engineDtlsTimeout", engineDtlsTimeout);
  exportFunction(exports, "engineDataMtu", engineDataMtu);
  exportFunction(exports, "engineSrtpProfile", engineSrtpProfile);
}

} // namespace wrap
