// Owns: what is kept for each environment (thread of JavaScript): who answers there, and where the numbers of an outcome go.
#pragma once

#include <memory>
#include <napi.h>

namespace wrap {

class FunctionAsker;

// [ret, code, errno, bytes, events, unfinished]: of the operation that has ended last. Whoever calls one reads them at once.
constexpr size_t kOutcomeNumbers = 6;

struct Environment {
  std::shared_ptr<FunctionAsker> asker;
  Napi::Reference<Napi::Float64Array> numbersKept;
  double* numbers = nullptr;
};

inline Environment& environmentOf(Napi::Env env) { return *env.GetInstanceData<Environment>(); }

} // namespace wrap
