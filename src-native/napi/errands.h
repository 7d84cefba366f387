// Owns: what other threads want done on the thread of an environment, and their wait until it is done, or nobody is left to do it.
// Must not know: OpenSSL, what is done.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <napi.h>
#include <set>

namespace napi {

// What is done on the environment's thread. It belongs to both threads: the one that waits may be let go before run() is over.
class Errand {
public:
  Errand() = default;
  Errand(const Errand&) = delete;
  Errand& operator=(const Errand&) = delete;
  virtual ~Errand() = default;
  virtual void run() = 0;
  // In place of the end of run(), on the same thread, where its script ends the process: the other thread has gone on.
  virtual void abandoned() = 0;

private:
  friend class Errands;
  enum class State { waiting, running, done, abandoned };
  State state_ = State::waiting;
};

class Errands {
public:
  explicit Errands(Napi::Env env);
  Errands(const Errands&) = delete;
  Errands& operator=(const Errands&) = delete;
  ~Errands() = default;

  // On another thread, as long as work of the environment keeps it from ending: waits until `errand` has run. False: it has not, and never
  // will be, as the environment runs no script any more.
  [[nodiscard]] bool run(const std::shared_ptr<Errand>& errand);

  // On the environment's thread: it runs no script from here on. Nobody waits any more, the one whose errand is running included.
  void end();
  [[nodiscard]] bool ended();

private:
  static void serve(napi_env env, napi_value, void* self, void* errand);
  void serve(Errand& errand, bool possible);

  napi_threadsafe_function function_ = nullptr; // the environment frees it when it ends, and no work of its runs any more
  std::mutex mutex_;
  std::condition_variable settled_;
  std::set<std::shared_ptr<Errand>> waiting_;
  bool ended_ = false;
};

} // namespace napi
