// Owns: the watch of an environment's event loop over one descriptor, and the call into JavaScript when it is ready.
// Must not know: whose descriptor it is, what is read or written; OpenSSL.
#pragma once

#include <memory>
#include <napi.h>

namespace loop {

enum Events : int { kNothing = 0, kReadable = 1, kWritable = 2 };

struct Watch;

// The JavaScript object that is called is kept alive until close(), as everything that the loop may call.
class Watcher {
public:
  // `method` is called on `receiver` with the events of each readiness. After an error of the descriptor with both, negative: nothing is
  // watched any more then. Null: the loop cannot watch such a descriptor.
  [[nodiscard]] static std::unique_ptr<Watcher> create(Napi::Env env, int descriptor, Napi::Object receiver, Napi::Function method);
  explicit Watcher(Watch* watch) : watch_(watch) {}
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;
  ~Watcher() { close(); }

  // Each change is two system calls. Returns false if the loop refuses.
  [[nodiscard]] bool watch(int events);
  // Whether the loop lives for its sake.
  void keepAlive(bool yes);
  // The descriptor can be closed from here on. May be called again, and in the call that it makes.
  void close();

private:
  Watch* watch_; // null: closed. It frees itself when the loop has let go of it
};

} // namespace loop
