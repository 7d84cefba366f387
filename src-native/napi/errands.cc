#include "napi/errands.h"

#include "napi/values.h"

namespace napi {

Errands::Errands(Napi::Env env) {
  constexpr size_t kNoLimit = 0;
  constexpr size_t kOneThread = 1; // it counts releases, and nobody releases it: it lives as long as the environment
  const Napi::String name = Napi::String::New(env, "libssl: questions of the pool");
  if (napi_create_threadsafe_function(env, nullptr, nullptr, name, kNoLimit, kOneThread, nullptr, nullptr, this, serve, &function_) !=
      napi_ok)
    throw Napi::Error::New(env, "napi_create_threadsafe_function failed");
  napi_unref_threadsafe_function(env, function_); // the work whose thread waits keeps the event loop going
}

bool Errands::run(const std::shared_ptr<Errand>& errand) {
  std::unique_lock lock(mutex_);
  if (ended_) return false;
  waiting_.insert(errand);
  // Under the lock, which only serve() and end() want: neither waits for this.
  auto handed = std::make_unique<std::shared_ptr<Errand>>(errand);
  if (napi_call_threadsafe_function(function_, handed.get(), napi_tsfn_nonblocking) == napi_ok) {
    [[maybe_unused]] const auto* taken = handed.release(); // serve() frees it
    settled_.wait(lock, [&errand] { return errand->state_ == Errand::State::done || errand->state_ == Errand::State::abandoned; });
  }
  waiting_.erase(errand);
  return errand->state_ == Errand::State::done;
}

void Errands::serve(napi_env env, napi_value, void* self, void* errand) {
  const std::unique_ptr<std::shared_ptr<Errand>> owned(static_cast<std::shared_ptr<Errand>*>(errand));
  if (env == nullptr) return; // the function is being freed, and this object may be: what is left was let go before
  static_cast<Errands*>(self)->serve(**owned, canRunJavaScript(env));
}

void Errands::serve(Errand& errand, bool possible) {
  {
    const std::scoped_lock lock(mutex_);
    if (errand.state_ != Errand::State::waiting) return; // let go by end()
    errand.state_ = possible ? Errand::State::running : Errand::State::abandoned;
    if (!possible) ended_ = true;
  }
  if (possible) errand.run();
  const std::scoped_lock lock(mutex_);
  if (errand.state_ == Errand::State::running) errand.state_ = Errand::State::done;
  settled_.notify_all();
}

void Errands::end() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  for (const auto& errand : waiting_) {
    if (errand->state_ == Errand::State::running) errand->abandoned();
    if (errand->state_ != Errand::State::done) errand->state_ = Errand::State::abandoned;
  }
  settled_.notify_all();
}

bool Errands::ended() {
  const std::scoped_lock lock(mutex_);
  return ended_;
}

} // namespace napi
