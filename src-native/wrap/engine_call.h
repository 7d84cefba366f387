// Owns: how a call reaches its engine: which of them want it open, which want it idle, and an operation that takes nothing else.
// Must not know: which calls there are.
#pragma once

#include "napi/values.h"
#include "ossl/engine.h"
#include "wrap/kinds.h"
#include "wrap/records.h"

namespace wrap {

// Never one that a thread of the pool works on. Open or not.
inline ossl::Engine& presentEngine(const Napi::CallbackInfo& info) {
  ossl::Engine& engine = *napi::handleAt<ossl::Engine>(info, 0);
  if (engine.place() == ossl::Engine::Place::away) throw Napi::Error::New(info.Env(), "an operation of the engine runs on the pool");
  return engine;
}

inline ossl::Engine& openEngine(const Napi::CallbackInfo& info) {
  ossl::Engine& engine = presentEngine(info);
  if (!engine.isOpen()) throw Napi::Error::New(info.Env(), "the engine is closed");
  return engine;
}

// Inside of a callback the same engine must not be operated, nor freed.
inline ossl::Engine& idleEngine(const Napi::CallbackInfo& info) {
  ossl::Engine& engine = openEngine(info);
  if (engine.isRunning()) throw Napi::Error::New(info.Env(), "an operation of the engine is under way");
  return engine;
}

// An operation without arguments: (engine)
template <ossl::Outcome (ossl::Engine::*Operation)()>
Napi::Value operate(const Napi::CallbackInfo& info) {
  ossl::Engine& engine = idleEngine(info);
  const ossl::Outcome outcome = (engine.*Operation)();
  return report(info.Env(), engine, outcome);
}

} // namespace wrap
