#include "wrap/engine_call.h"

#include "wrap/compression.h"
#include "wrap/ech.h"
#include "wrap/environment.h"
#include "wrap/exports.h"
#include "wrap/raw_keys.h"
#include "wrap/verification.h"

namespace wrap {
namespace {

using ossl::Engine;
using ossl::Outcome;

constexpr size_t kDefaultBuffer = size_t{17} * 1024; // OpenSSL's, when 0 is given for a BIO pair
constexpr int64_t kConnectionWeight = int64_t{32} * 1024;
constexpr int64_t kClosedWeight = int64_t{1} * 1024;

ossl::BioPair& openPair(const Napi::CallbackInfo& info) {
  Engine& engine = openEngine(info);
  if (!engine.hasPair()) throw Napi::Error::New(info.Env(), "the engine has no BIO pair");
  return engine.network();
}

void takeRareSettings(ossl::EngineSettings& settings, const Napi::Object& rare) {
  settings.verifyParameters = verifyParametersOf(rare);
  settings.dane = daneOf(rare);
  settings.rawKeys = rawKeysOf(rare);
  settings.statusType = napi::optionalInt(rare, "statusType");
  settings.descriptor = napi::optionalInt(rare, "fd");
  settings.compression = compressionsIn(rare, "certificateCompression");
  settings.mtu = napi::optionalInt(rare, "mtu");
  settings.linkMtu = napi::optionalInt(rare, "linkMtu");
  settings.ech = echOf(rare);
  settings.srtpProfiles = napi::optionalString(rare, "srtpProfiles");
}

// createEngine(context, bufferSize, serverName, verifyHost, verifyIp, verifyMode, alpn, session, rare?): a member of an object costs many
// times what an argument does. No `bufferSize` but null: the engine works on nothing yet.
Napi::Value createEngine(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  ossl::EngineSettings settings;
  settings.bare = info[1].IsNull();
  settings.bufferSize = static_cast<size_t>(napi::intOf(info[1]).value_or(0));
  settings.serverName = napi::stringOf(info[2]);
  settings.verifyHost = napi::stringOf(info[3]);
  settings.verifyIp = napi::stringOf(info[4]);
  settings.verifyMode = napi::intOf(info[5]);
  settings.alpn = napi::byteStringOf(info[6]).value_or("");
  if (!info[7].IsUndefined()) settings.session = napi::handleOf<ossl::Session>(env, info[7], "session");
  if (info[8].IsObject()) takeRareSettings(settings, info[8].As<Napi::Object>());
  settings.asker = environmentOf(env).asker;

  ossl::SettingFailure failure;
  std::shared_ptr<Engine> engine = Engine::create(napi::handleAt<ossl::Context>(info, 0), settings, failure);
  if (engine == nullptr) return refusal(env, failure);
  const size_t buffers = engine->hasPair() ? 2 * (settings.bufferSize != 0 ? settings.bufferSize : kDefaultBuffer) : 0;
  return napi::makeHandle(env, std::move(engine), kConnectionWeight + static_cast<int64_t>(buffers));
}

Napi::Value engineSetConnectState(const Napi::CallbackInfo& info) {
  openEngine(info).setConnectState();
  return info.Env().Undefined();
}

Napi::Value engineSetAcceptState(const Napi::CallbackInfo& info) {
  openEngine(info).setAcceptState();
  return info.Env().Undefined();
}

// engineRead, enginePeek: (engine, into)
template <Outcome (Engine::*Operation)(unsigned char*, size_t)>
Napi::Value receive(const Napi::CallbackInfo& info) {
  Engine& engine = idleEngine(info);
  const napi::SteadyBytes into(info, 1, engine.asksAnything());
  const Outcome outcome = (engine.*Operation)(into.data(), into.size());
  into.giveBack(info, outcome.bytes);
  return report(info.Env(), engine, outcome);
}

// engineWrite, engineWriteEarlyData: (engine, bytes)
template <Outcome (Engine::*Operation)(const unsigned char*, size_t)>
Napi::Value transmit(const Napi::CallbackInfo& info) {
  Engine& engine = idleEngine(info);
  const napi::SteadyBytes bytes(info, 1, engine.asksAnything());
  const Outcome outcome = (engine.*Operation)(bytes.data(), bytes.size());
  return report(info.Env(), engine, outcome);
}

// engineUnfinished(engine, bytes?): how many bytes wait for the retry of a write; -1 if `bytes` are given and are not those.
Napi::Value engineUnfinished(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  const size_t count = engine.bytesToRetry();
  if (count == 0 || info[1].IsUndefined()) return Napi::Number::New(info.Env(), static_cast<double>(count));
  const napi::Bytes bytes = napi::bytesAt(info, 1);
  return Napi::Number::New(info.Env(), engine.isRetryOf(bytes.data, bytes.size) ? static_cast<double>(count) : -1);
}

// engineRetriesEarlyData(engine): whether what waits for its retry is early data
Napi::Value engineRetriesEarlyData(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), openEngine(info).earlyDataToRetry());
}

// engineEarlyDataStatus(engine)
Napi::Value engineEarlyDataStatus(const Napi::CallbackInfo& info) {
  const Engine& engine = openEngine(info);
  return Napi::Number::New(info.Env(), engine.api().SSL_get_early_data_status(engine.get()));
}

// engineFeed(engine, bytes): how many bytes were taken
Napi::Value engineFeed(const Napi::CallbackInfo& info) {
  ossl::BioPair& pair = openPair(info);
  const napi::Bytes bytes = napi::bytesAt(info, 1);
  return Napi::Number::New(info.Env(), static_cast<double>(pair.feed(bytes.data, bytes.size)));
}

// engineDrain(engine, into): how many bytes were put into `into`
Napi::Value engineDrain(const Napi::CallbackInfo& info) {
  ossl::BioPair& pair = openPair(info);
  const napi::Bytes into = napi::bytesAt(info, 1);
  return Napi::Number::New(info.Env(), static_cast<double>(pair.drain(into.data, into.size)));
}

Napi::Value engineFeedEnd(const Napi::CallbackInfo& info) {
  openPair(info).end();
  return info.Env().Undefined();
}

// engineToDrain(engine), engineRoom(engine), engineWanted(engine)
template <size_t (ossl::BioPair::*Count)() const>
Napi::Value countOf(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>((openPair(info).*Count)()));
}

// engineClose(engine): may be called again
Napi::Value engineClose(const Napi::CallbackInfo& info) {
  Engine& engine = presentEngine(info);
  if (engine.isRunning()) throw Napi::Error::New(info.Env(), "an operation of the engine is under way");
  engine.close();
  napi::lighten<Engine>(info, 0, kClosedWeight);
  return info.Env().Undefined();
}

} // namespace

void exportEngine(Napi::Object exports) {
  exportFunction(exports, "createEngine", createEngine);
  exportFunction(exports, "engineSetConnectState", engineSetConnectState);
  exportFunction(exports, "engineSetAcceptState", engineSetAcceptState);
  exportFunction(exports, "engineConnect", operate<&Engine::connect>);
  exportFunction(exports, "engineAccept", operate<&Engine::accept>);
  exportFunction(exports, "engineHandshake", operate<&Engine::handshake>);
  exportFunction(exports, "engineShutdown", operate<&Engine::shutdown>);
  exportFunction(exports, "engineStateless", operate<&Engine::stateless>);
  exportFunction(exports, "engineRead", receive<&Engine::read>);
  exportFunction(exports, "engineReadMany", receive<&Engine::readMany>);
  exportFunction(exports, "enginePeek", receive<&Engine::peek>);
  exportFunction(exports, "engineReadEarlyData", receive<&Engine::readEarlyData>);
  exportFunction(exports, "engineWrite", transmit<&Engine::write>);
  exportFunction(exports, "engineWriteEarlyData", transmit<&Engine::writeEarlyData>);
  exportFunction(exports, "engineRetriesEarlyData", engineRetriesEarlyData);
  exportFunction(exports, "engineEarlyDataStatus", engineEarlyDataStatus);
  exportFunction(exports, "engineUnfinished", engineUnfinished);
  exportFunction(exports, "engineFeed", engineFeed);
  exportFunction(exports, "engineDrain", engineDrain);
  exportFunction(exports, "engineFeedEnd", engineFeedEnd);
  exportFunction(exports, "engineToDrain", countOf<&ossl::BioPair::pending>);
  exportFunction(exports, "engineRoom", countOf<&ossl::BioPair::room>);
  exportFunction(exports, "engineWanted", countOf<&ossl::BioPair::wanted>);
  exportFunction(exports, "engineClose", engineClose);
}

} // namespace wrap
