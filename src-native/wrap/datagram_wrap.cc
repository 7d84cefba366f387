// What DTLS adds to an engine.
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
  engine.datagrams().feed(bytes.data, bytes.size);
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

} // namespace

void exportDatagrams(Napi::Object exports) {
  exportFunction(exports, "engineListen", operateDatagrams<&Engine::listen>);
  exportFunction(exports, "engineHandleTimeout", operateDatagrams<&Engine::handleTimeout>);
  exportFunction(exports, "engineFeedDatagram", engineFeedDatagram);
  exportFunction(exports, "engineDrainDatagrams", engineDrainDatagrams);
  exportFunction(exports, "engineDatagramsToDrain", engineDatagramsToDrain);
  exportFunction(exports, "engineDtlsTimeout", engineDtlsTimeout);
  exportFunction(exports, "engineDataMtu", engineDataMtu);
}

} // namespace wrap
