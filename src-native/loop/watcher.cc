#include "loop/watcher.h"

#include "loop/libuv.h"
#include "napi/values.h"

#include <cstddef>
#include <utility>

namespace loop {

struct Watch {
  std::unique_ptr<std::byte[]> memory = std::make_unique<std::byte[]>(uv_handle_size(UV_POLL)); // as aligned as any
  napi_env env = nullptr;
  napi_ref receiver = nullptr;
  napi_ref method = nullptr;
  napi_async_context context = nullptr;
  napi_async_cleanup_hook_handle cleanup = nullptr;
  Watcher* owner = nullptr;

  [[nodiscard]] uv_handle_s* handle() const { return reinterpret_cast<uv_handle_s*>(memory.get()); }
};

namespace {

int uvEvents(int events) { return ((events & kReadable) != 0 ? UV_READABLE : 0) | ((events & kWritable) != 0 ? UV_WRITABLE : 0); }

void dropReferences(Watch& watch) {
  if (watch.context != nullptr) napi_async_destroy(watch.env, std::exchange(watch.context, nullptr));
  if (watch.method != nullptr) napi_delete_reference(watch.env, std::exchange(watch.method, nullptr));
  if (watch.receiver != nullptr) napi_delete_reference(watch.env, std::exchange(watch.receiver, nullptr));
}

void onClosed(uv_handle_s* handle) {
  const std::unique_ptr<Watch> watch(static_cast<Watch*>(uv_handle_get_data(handle)));
  if (watch->cleanup != nullptr) napi_remove_async_cleanup_hook(watch->cleanup);
}

void closeWatch(Watch& watch) {
  dropReferences(watch);
  uv_close(watch.handle(), onClosed);
}

// The environment ends (worker.terminate()) with the watch still on.
void onEnvironmentEnds(napi_async_cleanup_hook_handle, void* data) {
  auto* watch = static_cast<Watch*>(data);
  if (watch->owner != nullptr) watch->owner->close();
  // Else it is being closed already: onClosed removes the hook.
}

// What a listener throws is an uncaught exception.
void reportThrown(napi_env env) {
  napi_value thrown = nullptr;
  bool pending = false;
  if (napi_is_exception_pending(env, &pending) != napi_ok || !pending) return;
  if (napi_get_and_clear_last_exception(env, &thrown) != napi_ok) return;
  if (napi::canRunJavaScript(env)) napi_fatal_exception(env, thrown);
}

void onReady(uv_handle_s* handle, int status, int events) {
  const Watch& watch = *static_cast<Watch*>(uv_handle_get_data(handle));
  napi_env env = watch.env;
  // libuv stops after an error, and does not say which: reading and writing do.
  const int ready =
      status < 0 ? kReadable | kWritable : ((events & UV_READABLE) != 0 ? kReadable : 0) | ((events & UV_WRITABLE) != 0 ? kWritable : 0);
  napi_handle_scope scope = nullptr;
  if (napi_open_handle_scope(env, &scope) != napi_ok) return;
  napi_value receiver = nullptr;
  napi_value method = nullptr;
  napi_value argument = nullptr;
  const bool known = napi_get_reference_value(env, watch.receiver, &receiver) == napi_ok &&
                     napi_get_reference_value(env, watch.method, &method) == napi_ok &&
                     napi_create_int32(env, status < 0 ? -ready : ready, &argument) == napi_ok;
  if (known && napi_make_callback(env, watch.context, receiver, method, 1, &argument, nullptr) != napi_ok) reportThrown(env);
  napi_close_handle_scope(env, scope);
}

} // namespace

std::unique_ptr<Watcher> Watcher::create(Napi::Env env, int descriptor, Napi::Object receiver, Napi::Function method) {
  uv_loop_s* loop = nullptr;
  if (napi_get_uv_event_loop(env, &loop) != napi_ok) return nullptr;
  auto watch = std::make_unique<Watch>();
  watch->env = env;
  if (uv_poll_init(loop, watch->handle(), descriptor) != 0) return nullptr;
  Watch& held = *watch.release(); // from here on the loop has it, and onClosed frees it
  uv_handle_set_data(held.handle(), &held);
  const bool made = napi_create_reference(env, receiver, 1, &held.receiver) == napi_ok &&
                    napi_create_reference(env, method, 1, &held.method) == napi_ok &&
                    napi_async_init(env, receiver, Napi::String::New(env, "SSLDESCRIPTOR"), &held.context) == napi_ok &&
                    napi_add_async_cleanup_hook(env, onEnvironmentEnds, &held, &held.cleanup) == napi_ok;
  if (!made) {
    closeWatch(held);
    return nullptr;
  }
  auto watcher = std::make_unique<Watcher>(&held);
  held.owner = watcher.get();
  return watcher;
}

bool Watcher::watch(int events) {
  if (watch_ == nullptr) return false;
  return (events == kNothing ? uv_poll_stop(watch_->handle()) : uv_poll_start(watch_->handle(), uvEvents(events), onReady)) == 0;
}

void Watcher::keepAlive(bool yes) {
  if (watch_ == nullptr) return;
  if (yes)
    uv_ref(watch_->handle());
  else
    uv_unref(watch_->handle());
}

void Watcher::close() {
  Watch* watch = std::exchange(watch_, nullptr);
  if (watch == nullptr) return;
  watch->owner = nullptr;
  closeWatch(*watch);
}

} // namespace loop
