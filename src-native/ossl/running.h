// Owns: how one operation of an engine is run: known as the one that runs, for OpenSSL's callbacks, and performed by outcome.h's rules.
// For the files of the engine alone.
// Must not know: which operations there are.
#pragma once

#include "ossl/engine.h"

namespace ossl {

// Operations nest: a callback of one engine may use another.
class Running {
public:
  explicit Running(Engine& engine) : engine_(engine), outer_(Engine::enter(&engine)) { ++engine_.running_; }
  ~Running() {
    static_cast<void>(Engine::enter(outer_));
    --engine_.running_;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

private:
  Engine& engine_;
  Engine* outer_;
};

template <typename Operation>
Outcome Engine::run(Operation operation, bool zeroIsAnAnswer) {
  const Running running(*this);
  return perform(api(), get(), operation, zeroIsAnAnswer);
}

} // namespace ossl
