// Operations of an engine on a thread of libuv's pool.
#include "wrap/asker.h"
#include "wrap/engine_call.h"
#include "wrap/environment.h"
#include "wrap/exports.h"
#include "wrap/pool_asker.h"

#include <functional>

namespace wrap {
namespace {

using ossl::Engine;
using ossl::Outcome;

// One operation: made and freed on the thread of its environment; the pool runs execute() in between.
class Step {
public:
  // What it does with the engine: the vector is its room for bytes that are read.
  using Operation = Outcome (*)(Engine&, std::vector<unsigned char>&);

  Step(const Napi::CallbackInfo& info, Operation operation)
      : engine_(napi::handleAt<Engine>(info, 0)), operation_(operation), done_(Napi::Persistent(info[2].As<Napi::Function>())) {
    Environment& environment = environmentOf(info.Env());
    if (environment.errands == nullptr) environment.errands = std::make_shared<napi::Errands>(info.Env());
    errands_ = environment.errands;
    if (info[1].IsFunction()) asker_ = std::make_shared<PoolAsker>(engine_, askerWith(info[1].As<Napi::Function>()), errands_);
    if (!info[3].IsTypedArray()) return;
    into_ = Napi::Persistent(info[3].As<Napi::Object>());
    bytes_.resize(napi::bytesAt(info, 3).size);
  }

  // From here on it frees itself, when it is over.
  static void start(std::unique_ptr<Step> step, Napi::Env env) {
    step->engine_->leave(step->asker_); // before: it may begin at once
    try {
      step->queue(env);
    } catch (const Napi::Error&) {
      step->engine_->comeBack();
      throw;
    }
    [[maybe_unused]] const Step* started = step.release();
  }

private:
  void queue(Napi::Env env) {
    const Napi::String name = Napi::String::New(env, "libssl: handshake");
    if (napi_create_async_work(env, nullptr, name, execute, complete, this, &work_) != napi_ok)
      throw Napi::Error::New(env, "napi_create_async_work failed");
    if (napi_queue_async_work(env, work_) == napi_ok) return;
    napi_delete_async_work(env, work_);
    throw Napi::Error::New(env, "napi_queue_async_work failed");
  }

  static void execute(napi_env, void* data) {
    Step& step = *static_cast<Step*>(data);
    if (step.engine_->isForsaken() || step.errands_->ended()) return;
    step.outcome_ = step.operation_(*step.engine_, step.bytes_);
    step.ran_ = true;
  }

  static void complete(napi_env raw, napi_status, void* data) {
    std::unique_ptr<Step> step(static_cast<Step*>(data));
    const Napi::Env env(raw);
    const Napi::HandleScope scope(env);
    napi_delete_async_work(env, step->work_);
    try {
      if (!napi::canRunJavaScript(env)) {
        step->engine_->comeBack();
      } else if (step->isToBeRepeated()) {
        start(std::move(step), env);
      } else {
        step->engine_->comeBack();
        step->tell(env);
      }
    } catch (const Napi::Error& error) {
      error.ThrowAsJavaScriptException();
    }
  }

  [[nodiscard]] bool isToBeRepeated() const { return ran_ && asker_ != nullptr && asker_->answerOpen(); }

  void tell(Napi::Env env) {
    Napi::Value failure = env.Undefined();
    if (ran_) failure = report(env, *engine_, outcome_);
    if (ran_ && outcome_.bytes > 0 && !into_.IsEmpty()) giveBytes();
    done_.Call({Napi::Boolean::New(env, ran_), failure});
  }

  // As much as there is still room for: the caller's memory may have gone meanwhile (ArrayBuffer.prototype.transfer).
  void giveBytes() {
    auto into = into_.Value().As<Napi::Uint8Array>();
    std::copy_n(bytes_.begin(), std::min({outcome_.bytes, into.ByteLength(), bytes_.size()}), into.Data());
  }

  std::shared_ptr<Engine> engine_;
  Operation operation_;
  std::shared_ptr<napi::Errands> errands_;
  std::shared_ptr<PoolAsker> asker_;
  Napi::FunctionReference done_;
  Napi::ObjectReference into_;
  std::vector<unsigned char> bytes_;
  Outcome outcome_;
  bool ran_ = false;
  napi_async_work work_ = nullptr;
};

// (engine, answer(…) | undefined, done(ran, failure), into?): `done` hears the same as the operation of that name gives back;
// `ran` is false where the engine was forsaken before its turn came.
template <Outcome (*Operation)(Engine&, std::vector<unsigned char>&)>
Napi::Value onPool(const Napi::CallbackInfo& info) {
  static_cast<void>(idleEngine(info));
  Step::start(std::make_unique<Step>(info, Operation), info.Env());
  return info.Env().Undefined();
}

template <Outcome (Engine::*Operation)()>
Outcome perform(Engine& engine, std::vector<unsigned char>&) {
  return (engine.*Operation)();
}

Outcome readEarlyData(Engine& engine, std::vector<unsigned char>& into) { return engine.readEarlyData(into.data(), into.size()); }

// engineForsake(engine): an operation that has not begun on the pool will not
Napi::Value engineForsake(const Napi::CallbackInfo& info) {
  napi::handleAt<Engine>(info, 0)->forsake();
  return info.Env().Undefined();
}

// enginePauseBeforeKeys(engine)
Napi::Value enginePauseBeforeKeys(const Napi::CallbackInfo& info) {
  openEngine(info).pauseBeforeKeys();
  return info.Env().Undefined();
}

// engineIsPaused(engine), engineIsFinishing(engine)
template <bool (Engine::*Is)() const>
Napi::Value stateOf(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), (openEngine(info).*Is)());
}

// endErrands(): no script runs in this environment any more; threads of the pool that wait for an answer go on
Napi::Value endErrands(const Napi::CallbackInfo& info) {
  const auto& errands = environmentOf(info.Env()).errands;
  if (errands != nullptr) errands->end();
  return info.Env().Undefined();
}

} // namespace

void exportPool(Napi::Object exports) {
  exportFunction(exports, "engineConnectOnPool", onPool<perform<&Engine::connect>>);
  exportFunction(exports, "engineAcceptOnPool", onPool<perform<&Engine::accept>>);
  exportFunction(exports, "engineHandshakeOnPool", onPool<perform<&Engine::handshake>>);
  exportFunction(exports, "engineReadEarlyDataOnPool", onPool<readEarlyData>);
  exportFunction(exports, "engineForsake", engineForsake);
  exportFunction(exports, "enginePauseBeforeKeys", enginePauseBeforeKeys);
  exportFunction(exports, "engineIsPaused", stateOf<&Engine::isPaused>);
  exportFunction(exports, "engineIsFinishing", stateOf<&Engine::isFinishing>);
  exportFunction(exports, "endErrands", endErrands);
}

} // namespace wrap
