// Owns: how native objects stand in JavaScript: an opaque external value that carries one, known by its kind.
// Must not know: OpenSSL.
#pragma once

#include <memory>
#include <napi.h>
#include <unordered_set>

namespace napi {

// A specialisation for each kind: `name` for error messages.
template <typename T>
struct Kind;

template <typename T>
struct Holder {
  std::shared_ptr<T> native;
  int64_t weight = 0;
};

// The holders of one kind that live in this thread. An external value may be anyone's, and of any kind: what is in here is ours and of this
// one. (Tags, Node-API's own way, are private properties: looking at one costs more than what most calls do.)
template <typename T>
std::unordered_set<const void*>& livingHolders() {
  thread_local std::unordered_set<const void*> living;
  return living;
}

// The value owns one share of `native`, given up when it is collected or its environment ends. `weight` is roughly what `native` holds
// outside of JavaScript's heap, in bytes: the garbage collector sees only the small value and would wait too long.
template <typename T>
Napi::Value makeHandle(Napi::Env env, std::shared_ptr<T> native, int64_t weight = 0) {
  auto holder = std::unique_ptr<Holder<T>>(new Holder<T>{std::move(native), weight});
  const auto release = [](napi_env inner, void* data, void*) {
    const std::unique_ptr<Holder<T>> owned(static_cast<Holder<T>*>(data));
    livingHolders<T>().erase(data);
    int64_t total = 0;
    napi_adjust_external_memory(inner, -owned->weight, &total);
  };
  napi_value value = nullptr;
  if (napi_create_external(env, holder.get(), release, nullptr, &value) != napi_ok)
    throw Napi::Error::New(env, "napi_create_external failed");
  livingHolders<T>().insert(holder.release()); // the value frees it from here on
  int64_t total = 0;
  napi_adjust_external_memory(env, weight, &total);
  return {env, value};
}

template <typename T>
Holder<T>* holderOf(napi_env env, napi_value value) {
  void* data = nullptr;
  if (napi_get_value_external(env, value, &data) != napi_ok || !livingHolders<T>().contains(data)) return nullptr;
  return static_cast<Holder<T>*>(data);
}

template <typename T>
std::shared_ptr<T>& handleOf(Napi::Env env, const Napi::Value& value, const std::string& what) {
  if (Holder<T>* holder = holderOf<T>(env, value)) return holder->native;
  throw Napi::TypeError::New(env, what + " must be a native " + Kind<T>::name);
}

template <typename T>
std::shared_ptr<T>& handleAt(const Napi::CallbackInfo& info, size_t index) {
  if (Holder<T>* holder = holderOf<T>(info.Env(), info[index])) return holder->native;
  throw Napi::TypeError::New(info.Env(), "argument " + std::to_string(index + 1) + " must be a native " + Kind<T>::name);
}

// The native object has given up most of what it held, while the value lives on.
template <typename T>
void lighten(const Napi::CallbackInfo& info, size_t index, int64_t weight) {
  Holder<T>* holder = holderOf<T>(info.Env(), info[index]);
  if (holder == nullptr || holder->weight <= weight) return;
  int64_t total = 0;
  napi_adjust_external_memory(info.Env(), weight - std::exchange(holder->weight, weight), &total);
}

} // namespace napi
