// Owns: how native objects stand in JavaScript: an opaque object that carries one, with a tag that says which kind.
// Must not know: OpenSSL.
#pragma once

#include <memory>
#include <napi.h>

namespace napi {

// A specialisation for each kind: `tag` (random, never changed) and `name` for error messages.
template <typename T>
struct Kind;

template <typename T>
struct Holder {
  std::shared_ptr<T> native;
  int64_t weight = 0;
};

// The object owns one share of `native`, given up when it is collected or its environment ends. `weight` is roughly what `native` holds
// outside of JavaScript's heap, in bytes: the garbage collector sees only the small object and would wait too long.
template <typename T>
Napi::Object makeHandle(Napi::Env env, std::shared_ptr<T> native, int64_t weight = 0) {
  Napi::Object object = Napi::Object::New(env);
  auto holder = std::unique_ptr<Holder<T>>(new Holder<T>{std::move(native), weight});
  const auto release = [](napi_env inner, void* data, void*) {
    const std::unique_ptr<Holder<T>> owned(static_cast<Holder<T>*>(data));
    int64_t total = 0;
    napi_adjust_external_memory(inner, -owned->weight, &total);
  };
  if (napi_wrap(env, object, holder.get(), release, nullptr, nullptr) != napi_ok) throw Napi::Error::New(env, "napi_wrap failed");
  static_cast<void>(holder.release()); // the wrapped object frees it from here on
  if (napi_type_tag_object(env, object, &Kind<T>::tag) != napi_ok) throw Napi::Error::New(env, "napi_type_tag_object failed");
  int64_t total = 0;
  napi_adjust_external_memory(env, weight, &total);
  object.Freeze();
  return object;
}

// Without the tag, napi_unwrap would hand out an object of another kind and the cast would reinterpret it.
template <typename T>
std::shared_ptr<T>& handleOf(Napi::Env env, const Napi::Value& value, const std::string& what) {
  bool tagged = false;
  if (value.IsObject()) napi_check_object_type_tag(env, value, &Kind<T>::tag, &tagged);
  void* data = nullptr;
  if (!tagged || napi_unwrap(env, value, &data) != napi_ok) throw Napi::TypeError::New(env, what + " must be a native " + Kind<T>::name);
  return static_cast<Holder<T>*>(data)->native;
}

template <typename T>
std::shared_ptr<T>& handleAt(const Napi::CallbackInfo& info, size_t index) {
  return handleOf<T>(info.Env(), info[index], "argument " + std::to_string(index + 1));
}

} // namespace napi
